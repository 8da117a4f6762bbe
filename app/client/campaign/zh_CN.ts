<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CampaignPage</name>
    <message>
        <source>Campaigns</source>
        <translation>清查任务</translation>
    </message>
    <message>
        <source>%1, books of %2</source>
        <translation>%1，账面截至 %2</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New campaign…</source>
        <translation>新建清查任务…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>There is no campaign yet</source>
        <translation>还没有清查任务</translation>
    </message>
    <message>
        <source>A campaign counts every unit against its books at one base date.</source>
        <translation>一项清查任务以同一基准日的账面，对各单位逐一盘点。</translation>
    </message>
    <message>
        <source>The asset section makes one.</source>
        <translation>由国有资产管理科建立。</translation>
    </message>
    <message>
        <source>A campaign is where its slowest unit is.</source>
        <translation>任务状态以进度最慢的单位为准。</translation>
    </message>
    <message>
        <source>Issue to the units…</source>
        <translation>下发到各单位…</translation>
    </message>
    <message>
        <source>Freeze the books…</source>
        <translation>冻结账面…</translation>
    </message>
    <message>
        <source>Move %1 units on…</source>
        <translation>推进 %1 个单位…</translation>
    </message>
    <message>
        <source>Tick the units to be moved on</source>
        <translation>请勾选要推进的单位</translation>
    </message>
    <message>
        <source>Issue “%1” to %2 units?</source>
        <translation>将“%1”下发到 %2 个单位？</translation>
    </message>
    <message>
        <source>Every unit sees it from now on. Units can no longer be added or left out.</source>
        <translation>下发后各单位即可看到，不能再增减单位。</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>下发</translation>
    </message>
    <message>
        <source>Freeze the books of %1 units?</source>
        <translation>冻结 %1 个单位的账面？</translation>
    </message>
    <message>
        <source>The cards of every unit are copied as they stood at the end of %1. What changes on a card later does not change what is counted against. It cannot be undone.</source>
        <translation>各单位卡片按 %1 日终的账面固定下来，此后卡片变动不影响盘点依据。此操作不可撤销。</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Move %1 units on</source>
        <translation>推进 %1 个单位</translation>
    </message>
    <message>
        <source>To which state?</source>
        <translation>推进到哪个状态？</translation>
    </message>
    <message>
        <source>They count again. Their signatures are void, their decisions stay.</source>
        <translation>退回后重新盘点：已有签认作废，已作的处理意见保留。</translation>
    </message>
    <message>
        <source>All of them move, or none. A unit with a line in doubt stands in the way of all. It cannot be taken back; only opening a sheet again can.</source>
        <translation>要么全部推进，要么都不动；有一个单位存疑未处理，全部不能推进。推进后不可撤回，只能重新打开盘点表。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>推进</translation>
    </message>
    <message>
        <source>Reason (wanted)</source>
        <translation>理由（必填）</translation>
    </message>
    <message>
        <source>Back to the units</source>
        <translation>返回单位列表</translation>
    </message>
    <message>
        <source>Quarantine: %1 scans</source>
        <translation>隔离区：%1 条</translation>
    </message>
</context>
<context>
    <name>CreateForm</name>
    <message>
        <source>New campaign</source>
        <translation>新建清查任务</translation>
    </message>
    <message>
        <source>It is made as a draft: nobody sees it in a unit before it is issued.</source>
        <translation>先建为草稿：下发之前各单位看不到。</translation>
    </message>
    <message>
        <source>Make the campaign</source>
        <translation>建立任务</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Base date: the books are taken at the end of this day</source>
        <translation>基准日：以当日日终的账面为准</translation>
    </message>
    <message>
        <source>All units of the inventory</source>
        <translation>纳入清查的全部单位</translation>
    </message>
    <message>
        <source>The %1 ticked units</source>
        <translation>已勾选的 %1 个单位</translation>
    </message>
</context>
<context>
    <name>QuarantineList</name>
    <message>
        <source>Each of these came with an identity that another scan bears already. They are kept as they came and count for nothing: ask the unit what happened to the handheld.</source>
        <translation>这些扫码记录的标识已被内容不同的另一条记录占用，原样保留、不计入结果。请向单位了解该手持终端发生了什么。</translation>
    </message>
    <message>
        <source>Unit %1, handheld %2, number %3, received %4</source>
        <translation>单位 %1，终端 %2，序号 %3，收到 %4</translation>
    </message>
    <message>
        <source>As it came:</source>
        <translation>收到的内容：</translation>
    </message>
    <message>
        <source>The one that has its identity:</source>
        <translation>占用该标识的记录：</translation>
    </message>
    <message>
        <source>The one that has its identity belongs to another unit.</source>
        <translation>占用该标识的记录属于其他单位。</translation>
    </message>
    <message>
        <source>Nothing in quarantine</source>
        <translation>隔离区为空</translation>
    </message>
</context>
<context>
    <name>TaskPicker</name>
    <message>
        <source>Campaign: %1</source>
        <translation>清查任务：%1</translation>
    </message>
    <message>
        <source>%1, books of %2</source>
        <translation>%1，账面截至 %2</translation>
    </message>
</context>
<context>
    <name>UnitTicks</name>
    <message>
        <source>Name, code or department</source>
        <translation>名称、代码或主管部门</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Tick all shown</source>
        <translation>勾选全部所示</translation>
    </message>
    <message>
        <source>None</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Untick all shown</source>
        <translation>取消所示勾选</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>guanwu::CampaignDesk</name>
    <message>
        <source>Making the campaign</source>
        <translation>正在建立任务</translation>
    </message>
    <message>
        <source>“%1” has been made. It is a draft until it is issued.</source>
        <translation>“%1”已建立，下发之前为草稿。</translation>
    </message>
    <message>
        <source>Issuing</source>
        <translation>正在下发</translation>
    </message>
    <message>
        <source>Issued to the units</source>
        <translation>已下发到各单位</translation>
    </message>
    <message>
        <source>Freezing the books of all units; this takes a while</source>
        <translation>正在冻结各单位账面，需要一些时间</translation>
    </message>
    <message>
        <source>The books are frozen</source>
        <translation>账面已冻结</translation>
    </message>
    <message numerus="yes">
        <source>Moving %n unit(s)</source>
        <translation>
            <numerusform>正在推进 %n 个单位</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) moved to “%1”</source>
        <translation>
            <numerusform>%n 个单位已推进到“%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody else has changed the campaign meanwhile. It has been read again: look, and try once more.</source>
        <translation>任务刚刚被他人改动，已重新读取：请核对后再试一次。</translation>
    </message>
    <message>
        <source>At most 64 characters</source>
        <translation>最多 64 个字符</translation>
    </message>
    <message>
        <source>A date as 2026-10-31</source>
        <translation>日期格式如 2026-10-31</translation>
    </message>
    <message>
        <source>The books can be frozen on %1 at the earliest</source>
        <translation>最早 %1 才能冻结账面</translation>
    </message>
    <message>
        <source>Back to counting</source>
        <translation>退回盘点</translation>
    </message>
    <message>
        <source>%1 %, %2 of %3 units</source>
        <translation>%1 %，%2 / %3 个单位</translation>
    </message>
</context>
<context>
    <name>guanwu::CampaignWords</name>
    <message>
        <source>Seen by another unit</source>
        <translation>被其他单位见到</translation>
    </message>
    <message>
        <source>Not part of this campaign</source>
        <translation>不在本次清查范围</translation>
    </message>
</context>
<context>
    <name>guanwu::UnitList</name>
    <message>
        <source>%1 of %2 lines seen</source>
        <translation>已盘 %1 / %2 条</translation>
    </message>
    <message>
        <source>All %1 units</source>
        <translation>全部 %1 个单位</translation>
    </message>
</context>
</TS>
