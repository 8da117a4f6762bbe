<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BigWall</name>
    <message>
        <source>Seen %1</source>
        <translation>已盘 %1</translation>
    </message>
    <message>
        <source>Signed %1 of %2</source>
        <translation>已签认 %1 / %2</translation>
    </message>
    <message>
        <source>Stuck %1</source>
        <translation>停滞 %1</translation>
    </message>
    <message>
        <source>Match %1</source>
        <translation>相符 %1</translation>
    </message>
    <message>
        <source>Through today %1 · surplus %2, shortage %3 · %4</source>
        <translation>今天可盘完 %1 家　盘盈 %2　盘亏 %3　扫码 %4</translation>
    </message>
    <message>
        <source>Figures: %1</source>
        <translation>数据：%1</translation>
    </message>
</context>
<context>
    <name>WallPage</name>
    <message>
        <source>Wall</source>
        <translation>清查大屏</translation>
    </message>
    <message>
        <source>%1, figures: %2</source>
        <translation>%1，数据：%2</translation>
    </message>
    <message>
        <source>Old figures</source>
        <translation>数据已旧</translation>
    </message>
    <message>
        <source>Ask again (F5)</source>
        <translation>刷新 (F5)</translation>
    </message>
    <message>
        <source>Meeting room (F11)</source>
        <translation>会议室大屏 (F11)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Name, code or department</source>
        <translation>名称、代码或主管部门</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>按单位</translation>
    </message>
    <message>
        <source>Least done first</source>
        <translation>进度慢在前</translation>
    </message>
    <message>
        <source>Stuck first</source>
        <translation>停滞在前</translation>
    </message>
    <message>
        <source>Fastest first</source>
        <translation>速度快在前</translation>
    </message>
    <message>
        <source>No unit is shown</source>
        <translation>没有符合条件的单位</translation>
    </message>
    <message>
        <source>None fits what is searched and filtered for.</source>
        <translation>没有单位符合当前的搜索和筛选。</translation>
    </message>
    <message>
        <source>Show all units</source>
        <translation>显示全部单位</translation>
    </message>
    <message>
        <source>There is no campaign yet</source>
        <translation>还没有清查任务</translation>
    </message>
    <message>
        <source>The asset section makes one under Campaigns.</source>
        <translation>由国有资产管理科在“清查任务”中建立。</translation>
    </message>
</context>
<context>
    <name>WallTile</name>
    <message>
        <source>Surplus %1</source>
        <translation>盘盈 %1</translation>
    </message>
    <message>
        <source>Shortage %1</source>
        <translation>盘亏 %1</translation>
    </message>
    <message>
        <source>Match %1</source>
        <translation>相符 %1</translation>
    </message>
</context>
<context>
    <name>WallTotals</name>
    <message>
        <source>seen: %1 lines</source>
        <translation>已盘 %1 条</translation>
    </message>
    <message>
        <source>units signed</source>
        <translation>单位已签认</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>units stuck</source>
        <translation>单位停滞</translation>
    </message>
    <message>
        <source>units through today at this pace</source>
        <translation>个单位照此速度今天盘完</translation>
    </message>
    <message>
        <source>surplus / shortage</source>
        <translation>盘盈 / 盘亏</translation>
    </message>
    <message>
        <source>match, of what was seen</source>
        <translation>相符率（已盘）</translation>
    </message>
    <message>
        <source>events</source>
        <translation>扫码</translation>
    </message>
</context>
<context>
    <name>guanwu::WallModel</name>
    <message>
        <source>all seen, not signed yet</source>
        <translation>已盘完，待签认</translation>
    </message>
    <message>
        <source>nothing for an hour</source>
        <translation>一小时无记录</translation>
    </message>
    <message>
        <source>not at this pace</source>
        <translation>照此速度无法完成</translation>
    </message>
    <message>
        <source>done about %1 today</source>
        <translation>预计今天 %1 左右盘完</translation>
    </message>
    <message>
        <source>done tomorrow morning</source>
        <translation>预计明天上午盘完</translation>
    </message>
    <message>
        <source>done tomorrow afternoon</source>
        <translation>预计明天下午盘完</translation>
    </message>
    <message>
        <source>done about %1</source>
        <translation>预计%1前后盘完</translation>
    </message>
    <message>
        <source>done about %1</source>
        <comment>a date</comment>
        <translation>预计 %1 左右盘完</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>盘点中</translation>
    </message>
    <message>
        <source>Signed by the unit</source>
        <translation>单位已签认</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>主管已审核</translation>
    </message>
    <message>
        <source>Checked by the bureau</source>
        <translation>局已复核</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>no pace</source>
        <translation>暂无速度</translation>
    </message>
    <message>
        <source>%1 in 15 min, %2 in 1 h</source>
        <translation>15 分钟 %1，1 小时 %2</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>%1 天前</translation>
    </message>
    <message>
        <source>Stuck: nothing for two days</source>
        <translation>停滞：两天无记录</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) in quarantine</source>
        <translation>
            <numerusform>隔离 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
</context>
</TS>
