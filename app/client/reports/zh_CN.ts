<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ReportList</name>
    <message>
        <source>Part of a title</source>
        <translation>标题中的字</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No report has that in its title</source>
        <translation>没有标题含此内容的报表</translation>
    </message>
</context>
<context>
    <name>ReportPane</name>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx)</source>
        <translation>电子表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>共 %1 行</translation>
    </message>
    <message>
        <source>What it is of</source>
        <translation>报表范围</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>电子表格</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Being made…</source>
        <translation>正在生成……</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows; the totals are of all, and a file holds all.</source>
        <translation>此处列出前 %1 行，共 %2 行；合计为全部行之和，文件含全部行。</translation>
    </message>
    <message>
        <source>Being added up…</source>
        <translation>正在汇总……</translation>
    </message>
    <message>
        <source>Nothing shown yet</source>
        <translation>尚未显示</translation>
    </message>
    <message>
        <source>Say what the report is of, then look at it or save it as a file.</source>
        <translation>先填写报表范围，再显示或保存为文件。</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Choose a report</source>
        <translation>请选择报表</translation>
    </message>
    <message>
        <source>Each comes out of the records, with its totals checked.</source>
        <translation>各报表均由台账生成，合计经过勾稽核对。</translation>
    </message>
</context>
<context>
    <name>guanwu::ReportView</name>
    <message>
        <source>Prepared by: %1</source>
        <translation>编制单位：%1</translation>
    </message>
    <message>
        <source>Amounts in 10,000 yuan</source>
        <translation>金额单位：万元</translation>
    </message>
    <message>
        <source>Amounts in yuan</source>
        <translation>金额单位：元</translation>
    </message>
</context>
</TS>
