<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>EnrolPage</name>
    <message>
        <source>Aim at the enrolment code</source>
        <translation>对准登记二维码</translation>
    </message>
    <message>
        <source>The administrator shows it under Handhelds</source>
        <translation>由系统管理员在“手持终端”页出示</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Guanwu</source>
        <translation>管物</translation>
    </message>
</context>
<context>
    <name>NavigationBar</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>NavigationRail</name>
    <message>
        <source>Guanwu</source>
        <translation>管物</translation>
    </message>
    <message>
        <source>Guan</source>
        <comment>short name above a narrow rail</comment>
        <translation>管物</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Display and sound</source>
        <translation>显示与声音</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Normal type</source>
        <translation>标准字号</translation>
    </message>
    <message>
        <source>Large type</source>
        <translation>大字号</translation>
    </message>
    <message>
        <source>The language changes when the program is started again.</source>
        <translation>语言在下次启动后生效。</translation>
    </message>
    <message>
        <source>%1, account %2</source>
        <translation>%1，账号 %2</translation>
    </message>
    <message>
        <source>New PIN, 4 to 12 digits</source>
        <translation>新 PIN 码，4 到 12 位数字</translation>
    </message>
    <message>
        <source>PIN that opens this device without a network, 4 to 12 digits</source>
        <translation>离线解锁本机的 PIN 码，4 到 12 位数字</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>设置 PIN 码</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Logging out deletes nothing that was scanned.</source>
        <translation>退出登录不会删除任何已扫记录。</translation>
    </message>
    <message>
        <source>This device: %1</source>
        <translation>本机：%1</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>服务器：%1</translation>
    </message>
    <message>
        <source>Verdicts are heard</source>
        <translation>扫码有提示音</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>静音</translation>
    </message>
</context>
<context>
    <name>guanwu::Navigation</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>资产卡片</translation>
    </message>
    <message>
        <source>Handhelds</source>
        <translation>手持终端</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>清查大屏</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>清查任务</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>Idle things</source>
        <translation>闲置资产</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>专项台账</translation>
    </message>
    <message>
        <source>People and units</source>
        <translation>人员与机构</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Office space</source>
        <translation>办公用房</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>账簿</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>审计记录</translation>
    </message>
</context>
</TS>
