<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>EntriesPage</name>
    <message>
        <source>Registers</source>
        <translation>专项台账</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>共 %1 条</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New entry…</source>
        <translation>新建登记…</translation>
    </message>
    <message>
        <source>Number, or part of what it holds</source>
        <translation>编号或内容的一部分</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing is entered here</source>
        <translation>暂无登记</translation>
    </message>
    <message>
        <source>Vehicles of the cards are counted above and stand in the report. An entry says what their cards do not.</source>
        <translation>在账车辆已计入上方合计并列入报表；卡片上没有的情况，在此登记。</translation>
    </message>
    <message>
        <source>New entries get their number from the register.</source>
        <translation>新登记由台账自动编号。</translation>
    </message>
    <message>
        <source>Take a filter away, or look into another register.</source>
        <translation>请减少筛选条件，或查看其他台账。</translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Why (stands in the history)</source>
        <translation>原因（记入历史）</translation>
    </message>
    <message>
        <source>Enter: %1</source>
        <translation>登记：%1</translation>
    </message>
    <message>
        <source>Correct %1</source>
        <translation>更正 %1</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>EntryPage</name>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>登记内容</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
</context>
<context>
    <name>EntryParts</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Enter…</source>
        <translation>登记…</translation>
    </message>
</context>
<context>
    <name>guanwu::EntryView</name>
    <message>
        <source>%1: %2</source>
        <comment>a field and what it holds now</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>更正</translation>
    </message>
</context>
<context>
    <name>guanwu::RegisterTypes</name>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>To be looked at</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Reason, stands in the history</source>
        <translation>原因（记入历史）</translation>
    </message>
    <message>
        <source>Make void</source>
        <translation>作废</translation>
    </message>
</context>
</TS>
