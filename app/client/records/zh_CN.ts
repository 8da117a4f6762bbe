<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AnswerFile</name>
    <message>
        <source>The file could not be written: %1</source>
        <translation>文件不能写入：%1</translation>
    </message>
</context>
<context>
    <name>ColumnChooser</name>
    <message>
        <source>Columns</source>
        <translation>显示列</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Further left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Further right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>As they were</source>
        <translation>恢复默认</translation>
    </message>
</context>
<context>
    <name>DueWords</name>
    <message>
        <source>%1 days late</source>
        <translation>逾期 %1 天</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>in %1 days</source>
        <translation>还有 %1 天</translation>
    </message>
</context>
<context>
    <name>ExportBar</name>
    <message>
        <source>%1 rows written…</source>
        <translation>已写出 %1 行…</translation>
    </message>
    <message>
        <source>%1 rows stand in %2</source>
        <translation>%1 行已写入 %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>ListProblem</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>PickedBar</name>
    <message>
        <source>%1 picked</source>
        <translation>已选 %1 项</translation>
    </message>
    <message>
        <source>Pick nothing</source>
        <translation>取消选择</translation>
    </message>
</context>
<context>
    <name>RecordHeader</name>
    <message>
        <source>Pick nothing</source>
        <translation>取消选择</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>Reading all rows to sort them: %1 so far…</source>
        <translation>正在读取全部行以便排序：已读 %1 行…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>TableActions</name>
    <message>
        <source>Columns</source>
        <translation>显示列</translation>
    </message>
    <message>
        <source>Export those picked as CSV</source>
        <translation>将所选导出为 CSV</translation>
    </message>
    <message>
        <source>Export what is shown as CSV</source>
        <translation>将所列导出为 CSV</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>重新加载</translation>
    </message>
</context>
<context>
    <name>TableParts</name>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>guanwu::PagedRecords</name>
    <message>
        <source>Only lists of up to %1 rows can be sorted by this column: narrow the search.</source>
        <translation>超过 %1 行的列表不能按此列排序，请缩小查找范围。</translation>
    </message>
</context>
<context>
    <name>guanwu::RecordColumns</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>guanwu::RecordExport</name>
    <message>
        <source>The file could not be written: %1</source>
        <translation>文件不能写入：%1</translation>
    </message>
</context>
<context>
    <name>guanwu::SavedAnswer</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
</TS>
