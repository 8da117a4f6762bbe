<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>HoldingsPane</name>
    <message>
        <source>Choose a person…</source>
        <translation>选择人员…</translation>
    </message>
    <message>
        <source>Another person…</source>
        <translation>换一个人…</translation>
    </message>
    <message>
        <source>The person leaves: hand everything over…</source>
        <translation>离任：办理全部交接…</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Whose things?</source>
        <translation>查看谁的资产？</translation>
    </message>
    <message>
        <source>Choose a person to see everything that he or she uses or keeps.</source>
        <translation>选择人员，查看其使用或保管的全部资产。</translation>
    </message>
    <message>
        <source>Nothing is outstanding: may leave</source>
        <translation>无未交接资产，可以离任</translation>
    </message>
    <message>
        <source>%1 things are outstanding</source>
        <translation>尚有 %1 项资产未交接</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>在办 %1</translation>
    </message>
    <message>
        <source>Document %1 has it</source>
        <translation>在单据 %1 中</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>What people hold</source>
        <translation>个人名下资产</translation>
    </message>
    <message>
        <source>Reform of units</source>
        <translation>机构改革</translation>
    </message>
    <message>
        <source>Who leaves hands over everything first.</source>
        <translation>离任须先办清全部资产交接。</translation>
    </message>
    <message>
        <source>Numbers, history and totals stay.</source>
        <translation>编号、历史和合计数均不变。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
</context>
<context>
    <name>ReformPane</name>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation>承接单位</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Departments that go, separated by commas</source>
        <translation>划出的部门（以逗号分隔）</translation>
    </message>
    <message>
        <source>Number of the decision</source>
        <translation>批准文号</translation>
    </message>
    <message>
        <source>Day, today if nothing is said</source>
        <translation>日期（不填即今天）</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>The decision</source>
        <translation>改革决定</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在测算…</translation>
    </message>
    <message>
        <source>What would move?</source>
        <translation>测算影响</translation>
    </message>
    <message>
        <source>It is done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>What would move</source>
        <translation>将要划转</translation>
    </message>
    <message>
        <source>Moved, totals unchanged</source>
        <translation>已划转，合计数不变</translation>
    </message>
    <message>
        <source>Nothing stands in the way</source>
        <translation>没有障碍</translation>
    </message>
    <message>
        <source>Accounts that have to be granted anew: %1</source>
        <translation>须重新授权的账号：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Carry it out…</source>
        <translation>执行…</translation>
    </message>
    <message>
        <source>Carry out the reform?</source>
        <translation>执行机构改革？</translation>
    </message>
    <message>
        <source>It cannot be undone. The unit keeps its number and its history.</source>
        <translation>不能撤销。原单位的编号和历史记录保留。</translation>
    </message>
    <message>
        <source>Carry it out</source>
        <translation>执行</translation>
    </message>
</context>
<context>
    <name>guanwu::ReformRun</name>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation>承接单位</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Original value</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Units below it</source>
        <translation>下属单位</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>合同</translation>
    </message>
</context>
<context>
    <name>guanwu::StaffingNames</name>
    <message>
        <source>uses and keeps</source>
        <translation>使用并保管</translation>
    </message>
    <message>
        <source>uses</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>keeps</source>
        <translation>保管</translation>
    </message>
</context>
</TS>
