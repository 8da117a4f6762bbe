<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BarPanel</name>
    <message>
        <source>%1 · %2 %</source>
        <translation>%1 · %2%</translation>
    </message>
</context>
<context>
    <name>IndicatorPanel</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>%1 × 10,000 yuan</source>
        <translation>%1 万元</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 ÷ %2</translation>
    </message>
</context>
<context>
    <name>OverviewFigures</name>
    <message>
        <source>Cards</source>
        <translation>卡片（张）</translation>
    </message>
    <message>
        <source>Original value</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Net value</source>
        <translation>净值</translation>
    </message>
    <message>
        <source>Idle, original value</source>
        <translation>闲置资产原值</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>filled: net value; outlined: taken by depreciation</source>
        <translation>实心为净值，空心为已提折旧</translation>
    </message>
    <message>
        <source>By age</source>
        <translation>按使用年限</translation>
    </message>
    <message>
        <source>The %1 units of most value, of %2</source>
        <translation>原值最大的 %1 个单位（共 %2 个）</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>按单位</translation>
    </message>
    <message>
        <source>Taken by depreciation</source>
        <translation>累计折旧</translation>
    </message>
    <message>
        <source>Buildings with a certificate</source>
        <translation>有权证的房屋（栋）</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1／%2</translation>
    </message>
    <message>
        <source>Space above the standard, ㎡</source>
        <translation>超标准面积（㎡）</translation>
    </message>
    <message>
        <source>Units above the standard</source>
        <translation>超标准单位（家）</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>as of %1, amounts in 10,000 yuan</source>
        <translation>截至 %1，金额单位：万元</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Being added up…</source>
        <translation>正在汇总……</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>没有可显示的内容</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
</context>
</TS>
