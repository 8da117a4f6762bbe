<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AskedForm</name>
    <message>
        <source>Now: %1</source>
        <translation>现为：%1</translation>
    </message>
</context>
<context>
    <name>guanwu::AskedFields</name>
    <message>
        <source>A day is written YYYY-MM-DD.</source>
        <translation>日期写作 YYYY-MM-DD。</translation>
    </message>
    <message>
        <source>An amount in yuan has at most two decimals.</source>
        <translation>金额以元计，最多两位小数。</translation>
    </message>
    <message>
        <source>A whole number.</source>
        <translation>须为整数。</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
</context>
</TS>
