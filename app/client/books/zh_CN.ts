<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BooksPage</name>
    <message>
        <source>Books</source>
        <translation>账簿</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>Choose the unit</source>
        <translation>选择单位</translation>
    </message>
    <message>
        <source>Post…</source>
        <translation>计提…</translation>
    </message>
    <message>
        <source>Post a month…</source>
        <translation>计提折旧…</translation>
    </message>
    <message>
        <source>Depreciation</source>
        <translation>折旧</translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation>对账</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>资产变动</translation>
    </message>
    <message>
        <source>Older classes</source>
        <translation>旧版分类</translation>
    </message>
    <message>
        <source>Whose books?</source>
        <translation>哪个单位的账簿？</translation>
    </message>
    <message>
        <source>Months, movements and classes are looked at unit by unit.</source>
        <translation>折旧、变动和分类按单位查看。</translation>
    </message>
    <message>
        <source>Ledger…</source>
        <translation>总账…</translation>
    </message>
    <message>
        <source>Import ledger…</source>
        <translation>导入总账…</translation>
    </message>
</context>
<context>
    <name>DepreciationPane</name>
    <message>
        <source>Depreciation by month</source>
        <translation>各月折旧</translation>
    </message>
    <message>
        <source>No month is posted</source>
        <translation>尚未计提任何月份</translation>
    </message>
    <message>
        <source>What a month takes is shown before it is posted.</source>
        <translation>计提前先列出将要计提的月份。</translation>
    </message>
    <message>
        <source>The finance office posts the months.</source>
        <translation>由财务部门按月计提。</translation>
    </message>
</context>
<context>
    <name>ExplainDialog</name>
    <message>
        <source>Reason of the difference</source>
        <translation>差异原因</translation>
    </message>
    <message>
        <source>%1 %2. Of several reasons each takes its part.</source>
        <translation>%1 %2。有多个原因时，分别登记各自的金额。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Square metres</source>
        <translation>面积（㎡）</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>资产编号</translation>
    </message>
    <message>
        <source>Explanation, needed for other reasons</source>
        <translation>说明（原因为“其他”时必填）</translation>
    </message>
    <message>
        <source>Adjustment slip</source>
        <translation>调整单号</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>完成日期</translation>
    </message>
</context>
<context>
    <name>MonthLines</name>
    <message>
        <source>Depreciation of %1</source>
        <translation>%1 折旧明细</translation>
    </message>
    <message>
        <source>%1 cards</source>
        <translation>%1 张卡片</translation>
    </message>
    <message>
        <source>No card of this class</source>
        <translation>没有这一类的卡片</translation>
    </message>
</context>
<context>
    <name>MonthPage</name>
    <message>
        <source>Depreciation of the month</source>
        <translation>本月折旧</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>All cards of the month</source>
        <translation>本月全部卡片</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>记账凭证</translation>
    </message>
    <message>
        <source>By class of the first level. Accounts are an example, not verified.</source>
        <translation>按门类汇总。科目为示例，未经核实。</translation>
    </message>
    <message>
        <source>Nothing is taken in this month.</source>
        <translation>本月没有折旧。</translation>
    </message>
    <message>
        <source>Debit %1, credit %2</source>
        <translation>借：%1&#x3000;贷：%2</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>分类合计</translation>
    </message>
    <message>
        <source>A class opens its cards.</source>
        <translation>点击分类查看其卡片。</translation>
    </message>
    <message>
        <source>net %1</source>
        <translation>净值 %1</translation>
    </message>
</context>
<context>
    <name>MovementCard</name>
    <message>
        <source>Opening</source>
        <translation>期初</translation>
    </message>
    <message>
        <source>Increase</source>
        <translation>本期增加</translation>
    </message>
    <message>
        <source>Decrease</source>
        <translation>本期减少</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>期末</translation>
    </message>
    <message>
        <source>%1 pieces</source>
        <translation>%1 件</translation>
    </message>
    <message>
        <source>Should be %1, %2 pieces</source>
        <translation>应为 %1，%2 件</translation>
    </message>
    <message>
        <source>%1, %2 pieces</source>
        <translation>%1，%2 件</translation>
    </message>
</context>
<context>
    <name>MovementsPane</name>
    <message>
        <source>The month alone</source>
        <translation>仅本月</translation>
    </message>
    <message>
        <source>Since January</source>
        <translation>年初至本月</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Opening and movements make the closing</source>
        <translation>期初＋增加－减少＝期末，数量与原值均相符</translation>
    </message>
    <message>
        <source>Opening and movements do not make the closing: report it</source>
        <translation>期初＋增加－减少≠期末，请报告</translation>
    </message>
    <message>
        <source>No cards on the books</source>
        <translation>账上没有卡片</translation>
    </message>
    <message>
        <source>No month is posted</source>
        <translation>尚未计提任何月份</translation>
    </message>
    <message>
        <source>Movements are told between posted months.</source>
        <translation>计提后才能看到各月之间的变动。</translation>
    </message>
</context>
<context>
    <name>RecodeCard</name>
    <message>
        <source>Next</source>
        <translation>下一张</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Class of 2022</source>
        <translation>2022 版分类</translation>
    </message>
    <message>
        <source>Suggested by the name and by where the old class went. Nothing is changed before a slip is approved.</source>
        <translation>按资产名称和旧版分类的去向建议；变动单批准之前不作任何更改。</translation>
    </message>
    <message>
        <source>The name says nothing. Choose a class yourself.</source>
        <translation>从名称看不出分类，请自行选择。</translation>
    </message>
    <message>
        <source>%1 of 100</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>已选：%1</translation>
    </message>
    <message>
        <source>Another class…</source>
        <translation>选择其他分类…</translation>
    </message>
</context>
<context>
    <name>RecodePane</name>
    <message>
        <source>Cards of older classes</source>
        <translation>旧版分类卡片</translation>
    </message>
    <message>
        <source>%1 cards with a class of an older edition</source>
        <translation>%1 张卡片仍用旧版分类</translation>
    </message>
    <message>
        <source>Take the first suggestion</source>
        <translation>采用第一条建议</translation>
    </message>
    <message>
        <source>%1 cards have their class</source>
        <translation>已为 %1 张卡片选定分类</translation>
    </message>
    <message>
        <source>Change slip…</source>
        <translation>填写变动单…</translation>
    </message>
    <message>
        <source>Forget the choices</source>
        <translation>清除选择</translation>
    </message>
    <message>
        <source>Every card has a class of 2022</source>
        <translation>全部卡片已用 2022 版分类</translation>
    </message>
</context>
<context>
    <name>ReconcileItems</name>
    <message>
        <source>%1 %2: %3, the records suggest</source>
        <translation>%1 %2：%3（系统建议）</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2：%3</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Take the reason back</source>
        <translation>撤销此原因</translation>
    </message>
    <message>
        <source>%1 %2: not explained</source>
        <translation>%1 %2：未说明原因</translation>
    </message>
    <message>
        <source>Reason…</source>
        <translation>登记原因…</translation>
    </message>
</context>
<context>
    <name>ReconcileLine</name>
    <message>
        <source>agrees</source>
        <translation>相符</translation>
    </message>
    <message>
        <source>Class and account</source>
        <translation>类别与科目</translation>
    </message>
</context>
<context>
    <name>ReconcilePane</name>
    <message>
        <source>Without objects</source>
        <translation>不比实物</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>没有可比的数据</translation>
    </message>
    <message>
        <source>Neither ledger nor cards hold anything of this unit in this month.</source>
        <translation>本月该单位的账簿和卡片均无数据。</translation>
    </message>
    <message>
        <source>No month is posted</source>
        <translation>尚未计提任何月份</translation>
    </message>
    <message>
        <source>A month is reconciled once it is posted.</source>
        <translation>计提折旧后才能对账。</translation>
    </message>
    <message>
        <source>The reason is entered.</source>
        <translation>原因已登记。</translation>
    </message>
    <message>
        <source>The reason is taken back.</source>
        <translation>原因已撤销。</translation>
    </message>
</context>
<context>
    <name>ReconcileUnits</name>
    <message>
        <source>Reconciliation</source>
        <translation>对账</translation>
    </message>
    <message>
        <source>YYYY-MM</source>
        <translation>YYYY-MM</translation>
    </message>
    <message>
        <source>A month is written YYYY-MM.</source>
        <translation>月份格式为 YYYY-MM。</translation>
    </message>
    <message>
        <source>%1 units posted it</source>
        <translation>%1 个单位已计提</translation>
    </message>
    <message>
        <source>No unit posted this month</source>
        <translation>本月没有单位计提折旧</translation>
    </message>
    <message>
        <source>A month is reconciled once it is posted.</source>
        <translation>计提折旧后才能对账。</translation>
    </message>
</context>
<context>
    <name>RunDialog</name>
    <message>
        <source>Post depreciation</source>
        <translation>计提折旧</translation>
    </message>
    <message>
        <source>A month that is posted never changes; what changes later takes effect in the month after it.</source>
        <translation>已计提的月份不再更改；之后的变动从下月起生效。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>What would be posted?</source>
        <translation>查看将计提的月份</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>计提</translation>
    </message>
    <message>
        <source>All units that you keep the books of</source>
        <translation>由您记账的全部单位</translation>
    </message>
    <message>
        <source>Up to the month</source>
        <translation>计提到</translation>
    </message>
    <message>
        <source>YYYY-MM</source>
        <translation>YYYY-MM</translation>
    </message>
    <message>
        <source>A month is written YYYY-MM.</source>
        <translation>月份格式为 YYYY-MM。</translation>
    </message>
    <message>
        <source>Month of the opening balances, for units that post for the first time</source>
        <translation>期初月份（首次计提的单位）</translation>
    </message>
    <message>
        <source>YYYY-MM, or nothing</source>
        <translation>YYYY-MM，可不填</translation>
    </message>
    <message>
        <source>Everything up to this month is posted</source>
        <translation>截至该月已全部计提</translation>
    </message>
    <message>
        <source>%1 months posted</source>
        <translation>已计提 %1 个月份</translation>
    </message>
    <message>
        <source>Posting…</source>
        <translation>正在计提…</translation>
    </message>
    <message>
        <source>%1 of %2 units</source>
        <translation>%1/%2 个单位</translation>
    </message>
    <message>
        <source>Every month ties</source>
        <translation>各月折旧与累计折旧相符</translation>
    </message>
    <message>
        <source>A month does not tie: report it</source>
        <translation>有月份不相符，请报告</translation>
    </message>
</context>
<context>
    <name>guanwu::BooksNames</name>
    <message>
        <source>Does not tie</source>
        <translation>不相符</translation>
    </message>
    <message>
        <source>does not tie: %1</source>
        <translation>不相符：%1</translation>
    </message>
    <message>
        <source>Depreciation</source>
        <translation>折旧</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>%1 cards</source>
        <translation>%1 张卡片</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Accumulated</source>
        <translation>累计折旧</translation>
    </message>
    <message>
        <source>Net value</source>
        <translation>净值</translation>
    </message>
    <message>
        <source>Original value</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>Posted by</source>
        <translation>计提人</translation>
    </message>
    <message>
        <source>Not explained</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>%1 not explained</source>
        <translation>%1 项未说明</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因数</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Asset number</source>
        <translation>资产编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>资产名称</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月折旧</translation>
    </message>
    <message>
        <source>Months taken</source>
        <translation>已提月数</translation>
    </message>
    <message>
        <source>Months in all</source>
        <translation>折旧月数</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>折旧状态</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>使用部门</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>分类版本</translation>
    </message>
    <message>
        <source>Class there</source>
        <translation>旧版代码</translation>
    </message>
    <message>
        <source>First suggestion</source>
        <translation>首选建议</translation>
    </message>
    <message>
        <source>lies where the old class went</source>
        <translation>与旧版分类的去向一致</translation>
    </message>
    <message>
        <source>Depreciation of the month</source>
        <translation>本月折旧</translation>
    </message>
    <message>
        <source>%1 cards, %2 pieces</source>
        <translation>%1 张卡片，%2 件</translation>
    </message>
    <message>
        <source>%1 cards, depreciated by %2 before</source>
        <translation>%1 张卡片，转入前已提折旧 %2</translation>
    </message>
    <message>
        <source>%1 cards, %2 accumulated went with them</source>
        <translation>%1 张卡片，转出累计折旧 %2</translation>
    </message>
    <message>
        <source>Shares add up to what accumulated, but for cards added and gone</source>
        <translation>本月折旧合计＝累计折旧的变动（不含本月增减的卡片）</translation>
    </message>
    <message>
        <source>Shares and what accumulated differ by %1: a fault, report it</source>
        <translation>本月折旧合计与累计折旧的变动相差 %1，请报告</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Open slip</source>
        <translation>在办变动单</translation>
    </message>
    <message>
        <source>The month ties</source>
        <translation>本月相符</translation>
    </message>
    <message>
        <source>Does not tie: %1</source>
        <translation>不相符：%1</translation>
    </message>
</context>
<context>
    <name>guanwu::DepreciationRun</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1, opens its books</source>
        <translation>%1，期初建账</translation>
    </message>
    <message>
        <source>Somebody else posts the same months. Go on when that is done: nothing is posted twice.</source>
        <translation>他人正在计提相同月份。待其完成后继续：不会重复计提。</translation>
    </message>
</context>
<context>
    <name>guanwu::RecodeChoice</name>
    <message>
        <source>Re-coding to the classes of GB/T 14885-2022</source>
        <translation>按 GB/T 14885-2022 转换分类代码</translation>
    </message>
</context>
<context>
    <name>guanwu::ReconcileRows</name>
    <message>
        <source>%1 m²</source>
        <translation>%1 ㎡</translation>
    </message>
    <message>
        <source>done on %1</source>
        <translation>%1 完成</translation>
    </message>
    <message>
        <source>General ledger</source>
        <translation>总账</translation>
    </message>
    <message>
        <source>Detail ledger</source>
        <translation>明细账</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>实物</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>权证</translation>
    </message>
    <message>
        <source>Between ledgers</source>
        <translation>账账</translation>
    </message>
    <message>
        <source>Ledger and cards</source>
        <translation>账卡</translation>
    </message>
    <message>
        <source>Cards and objects</source>
        <translation>账实</translation>
    </message>
    <message>
        <source>Cards and certificates</source>
        <translation>账证</translation>
    </message>
    <message>
        <source>%1 of %2 m²</source>
        <translation>%1 / %2 ㎡</translation>
    </message>
    <message>
        <source>Passes: every difference has its reason</source>
        <translation>通过：每项差异都有原因</translation>
    </message>
    <message>
        <source>Not compared: %1 lines have no ledger beside them</source>
        <translation>未核对：%1 行没有账簿余额可对</translation>
    </message>
    <message>
        <source>Fails: %1 differences are not explained</source>
        <translation>不通过：%1 项差异未说明原因</translation>
    </message>
</context>
</TS>
