<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>KeptPane</name>
    <message>
        <source>%1 file</source>
        <translation>%1 文件</translation>
    </message>
    <message>
        <source>Kept reports</source>
        <translation>报表档案</translation>
    </message>
    <message>
        <source>Each with who made it; compared with its digest and the audit trail</source>
        <translation>记有制作人；与摘要和审计记录核对</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Being fetched…</source>
        <translation>正在取出…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>另存为文件</translation>
    </message>
    <message>
        <source>No report was kept yet</source>
        <translation>尚无存档的报表</translation>
    </message>
    <message>
        <source>A report that is shown can be kept for good.</source>
        <translation>打开报表后可以存入档案，长期保存。</translation>
    </message>
</context>
<context>
    <name>ReportList</name>
    <message>
        <source>Kept reports</source>
        <translation>报表档案</translation>
    </message>
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
        <source>Keep in the archive</source>
        <translation>存入档案</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>生成文件</translation>
    </message>
    <message>
        <source>What is made of it?</source>
        <translation>生成什么？</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Being kept…</source>
        <translation>正在存档…</translation>
    </message>
    <message>
        <source>Kept in the archive: %1</source>
        <translation>已存入档案：%1</translation>
    </message>
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
    <name>YearlyReasons</name>
    <message>
        <source>Reasons of moves over %1 %</source>
        <translation>变动超过 %1% 的原因</translation>
    </message>
    <message>
        <source>%1 still without a reason</source>
        <translation>尚有 %1 项未说明原因</translation>
    </message>
    <message>
        <source>Each has its reason.</source>
        <translation>均已说明原因。</translation>
    </message>
    <message>
        <source>new this year</source>
        <translation>本年新增</translation>
    </message>
    <message>
        <source>No reason yet</source>
        <translation>尚未说明原因</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待说明</translation>
    </message>
    <message>
        <source>Reason of the move</source>
        <translation>变动原因</translation>
    </message>
    <message>
        <source>%1: from %2 to %3 yuan</source>
        <translation>%1：由 %2 元变为 %3 元</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>guanwu::KeptReports</name>
    <message>
        <source>The whole city</source>
        <translation>全市</translation>
    </message>
    <message>
        <source>%1 and the units below it</source>
        <translation>%1及所属单位</translation>
    </message>
    <message>
        <source>A department of %1</source>
        <translation>%1的部门</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message>
        <source>%1, on schedule</source>
        <translation>%1（定期生成）</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>核对中</translation>
    </message>
    <message>
        <source>Not what was kept</source>
        <translation>与存档时不符</translation>
    </message>
    <message>
        <source>As it was kept</source>
        <translation>与存档时一致</translation>
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
<context>
    <name>SchedulesPanel</name>
    <message>
        <source>%1: missed, how things stood that day can no longer be told</source>
        <translation>%1：已错过，当日状况已无法还原</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: made up for on %2</source>
        <translation>%1：补做于 %2</translation>
    </message>
    <message>
        <source>Every year, on %1/%2</source>
        <translation>每年 %1 月 %2 日</translation>
    </message>
    <message>
        <source>Every quarter, on day %1</source>
        <translation>每季度首月 %1 日</translation>
    </message>
    <message>
        <source>Every month, on day %1</source>
        <translation>每月 %1 日</translation>
    </message>
    <message>
        <source>The whole city</source>
        <translation>全市</translation>
    </message>
    <message>
        <source>On schedule</source>
        <translation>定期报表</translation>
    </message>
    <message>
        <source>No report is made by itself yet.</source>
        <translation>尚未设定定期生成的报表。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>End</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Have a report made by itself</source>
        <translation>设定定期报表</translation>
    </message>
    <message>
        <source>End this schedule?</source>
        <translation>停止这份定期报表？</translation>
    </message>
    <message>
        <source>%1 is not made any more; what was kept stays.</source>
        <translation>不再生成%1；已存档的保留。</translation>
    </message>
    <message>
        <source>A report on schedule</source>
        <translation>定期报表</translation>
    </message>
    <message>
        <source>Made and kept when the month, quarter or year is over, also after a stop of the server.</source>
        <translation>月、季度或年度结束后生成并存档；服务停机期间到期的，恢复后补做。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>After each</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Day of the month, 1 to 28</source>
        <translation>到期日（1 至 28）</translation>
    </message>
    <message>
        <source>Month, of a yearly report</source>
        <translation>到期月份（年度报表）</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
</context>
</TS>
