<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionBar</name>
    <message>
        <source>Look through and file…</source>
        <translation>核对并提交…</translation>
    </message>
</context>
<context>
    <name>AssetLines</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Take the line out</source>
        <translation>移除此行</translation>
    </message>
    <message>
        <source>No line yet</source>
        <translation>还没有明细</translation>
    </message>
    <message>
        <source>Add the things that it is about.</source>
        <translation>请添加所涉及的资产。</translation>
    </message>
    <message>
        <source>Add a thing…</source>
        <translation>添加资产…</translation>
    </message>
    <message>
        <source>Add what is needed…</source>
        <translation>添加所需资产…</translation>
    </message>
    <message>
        <source>Together %1 yuan</source>
        <translation>合计 %1 元</translation>
    </message>
    <message>
        <source>Which thing?</source>
        <translation>选择资产</translation>
    </message>
    <message>
        <source>Add what is needed: class, quantity, price.</source>
        <translation>请添加所需资产：分类、数量、单价。</translation>
    </message>
</context>
<context>
    <name>DocumentFilters</name>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Due today or late</source>
        <translation>今天到期或已逾期</translation>
    </message>
    <message>
        <source>Due within a week</source>
        <translation>一周内到期</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
</context>
<context>
    <name>DocumentFormPage</name>
    <message>
        <source>Change %1</source>
        <translation>修改 %1</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新建：%1</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>基本情况</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>申报内容</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Everything that the person uses or keeps is put on it when it is saved, and again when it is filed.</source>
        <translation>保存时自动列入此人使用或保管的全部资产，提交时重新核对。</translation>
    </message>
    <message>
        <source>It is a draft until it is filed.</source>
        <translation>提交之前均为草稿。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Save and check</source>
        <translation>保存并核查</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>不保存就离开？</translation>
    </message>
    <message>
        <source>What was filled in is lost.</source>
        <translation>已填写的内容将丢失。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
</context>
<context>
    <name>DocumentLines</name>
    <message>
        <source>net %1</source>
        <translation>净值 %1</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Show all %1 lines</source>
        <translation>显示全部 %1 行</translation>
    </message>
    <message>
        <source>%1 lines, original value together</source>
        <translation>共 %1 行，原值合计</translation>
    </message>
</context>
<context>
    <name>DocumentPage</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Form as PDF</source>
        <translation>打印申报表（PDF）</translation>
    </message>
    <message>
        <source>Dossier with the digests of all papers, as PDF</source>
        <translation>导出卷宗（PDF，含全部材料的校验值）</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>This route table is an example. The limits of this city have to be entered.</source>
        <translation>此审批权限表仅为示例，本市的限额须另行录入。</translation>
    </message>
    <message>
        <source>Stands in the way of: %1</source>
        <translation>“%1”前须解决</translation>
    </message>
    <message>
        <source>To be known by whoever decides</source>
        <translation>审批须知</translation>
    </message>
    <message>
        <source>Idle things first</source>
        <translation>先调剂后购置</translation>
    </message>
    <message>
        <source>What another unit does not need comes before a purchase.</source>
        <translation>其他单位的闲置资产能满足的，不再购置。</translation>
    </message>
    <message>
        <source>Search what lies idle…</source>
        <translation>查询全市闲置资产…</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>申报内容</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>处置收入</translation>
    </message>
    <message>
        <source>Income and expenses are booked apart.</source>
        <translation>收支两条线。</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Cards it made: %1</source>
        <translation>生成的资产卡片：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Papers: %1 missing</source>
        <translation>材料：缺 %1 项</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>What was done with it</source>
        <translation>办理记录</translation>
    </message>
    <message>
        <source>Instead of %1</source>
        <translation>替代 %1</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存到 %1</translation>
    </message>
    <message>
        <source>dossier</source>
        <translation>卷宗</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Documents</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查询…</translation>
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
        <source>New document…</source>
        <translation>新建单据…</translation>
    </message>
    <message>
        <source>Waits for me</source>
        <translation>待我办理</translation>
    </message>
    <message>
        <source>I began</source>
        <translation>我发起的</translation>
    </message>
    <message>
        <source>Not at its end</source>
        <translation>未办结</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>没有待您办理的单据</translation>
    </message>
    <message>
        <source>No such document</source>
        <translation>没有符合条件的单据</translation>
    </message>
    <message>
        <source>What you can sign or carry out appears here.</source>
        <translation>可由您签署或执行的单据会列在这里。</translation>
    </message>
    <message>
        <source>Take a filter away, or look at all of them.</source>
        <translation>请减少筛选条件，或查看全部。</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>How documents go</source>
        <translation>审批权限</translation>
    </message>
</context>
<context>
    <name>FilingDialog</name>
    <message>
        <source>File this document?</source>
        <translation>提交此单据？</translation>
    </message>
    <message>
        <source>It goes to whoever signs first. Until then it can be withdrawn.</source>
        <translation>提交后转到第一位签署人，签署前可以撤回。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Stands in the way</source>
        <translation>须先解决</translation>
    </message>
    <message>
        <source>Not there yet</source>
        <translation>尚缺材料</translation>
    </message>
    <message>
        <source>These papers are wanted, but nothing is refused without them.</source>
        <translation>以下材料应当提供，暂缺不影响提交。</translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message>
        <source>From a count</source>
        <translation>由清查结果起草</translation>
    </message>
    <message>
        <source>What the verified count of a unit found becomes handovers, change slips, losses, scrapping, corrections and surplus. Done again, only what is new is drafted.</source>
        <translation>单位核实批复后的清查结果起草为交接、变动、损失核销、报废、更正和盘盈入账单据；重复执行只起草新的。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Draft the documents</source>
        <translation>起草单据</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>清查任务</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>No document is to be made.</source>
        <translation>没有需要起草的单据。</translation>
    </message>
    <message>
        <source>Drafted: %1. They are to be filed with their papers.</source>
        <translation>已起草 %1 张，备齐材料后提交。</translation>
    </message>
    <message>
        <source>To be drafted: %1</source>
        <translation>将起草 %1 张</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 行</translation>
    </message>
</context>
<context>
    <name>IdleOfferDialog</name>
    <message>
        <source>What lies idle in the city</source>
        <translation>全市闲置资产</translation>
    </message>
    <message>
        <source>The search is noted on the request. A purchase cannot be filed without it.</source>
        <translation>查询结果记入申请单；未查询不得提交购置申请。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Class, from its beginning</source>
        <translation>分类代码（从首位起）</translation>
    </message>
    <message>
        <source>Not older than</source>
        <translation>取得日期不早于</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>重新查询</translation>
    </message>
    <message>
        <source>Nothing idle fits</source>
        <translation>没有合适的闲置资产</translation>
    </message>
    <message>
        <source>The request can go on as it is.</source>
        <translation>可以按原申请继续办理。</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>申请调剂</translation>
    </message>
</context>
<context>
    <name>KindPicker</name>
    <message>
        <source>What a count found…</source>
        <translation>由清查结果起草…</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>办理什么业务？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>needs an appraisal</source>
        <translation>须评估</translation>
    </message>
    <message>
        <source>income goes to the treasury</source>
        <translation>收入上缴国库</translation>
    </message>
</context>
<context>
    <name>PaperList</name>
    <message>
        <source>missing, needed for: %1</source>
        <translation>缺，%1前必须提供</translation>
    </message>
    <message>
        <source>not there, wanted for: %1</source>
        <translation>尚无，%1时应提供</translation>
    </message>
    <message>
        <source>Attach “%1” (PDF, JPEG, PNG)</source>
        <translation>上传“%1”（PDF、JPEG、PNG）</translation>
    </message>
    <message>
        <source>Papers (*.pdf *.jpg *.jpeg *.png)</source>
        <translation>材料 (*.pdf *.jpg *.jpeg *.png)</translation>
    </message>
</context>
<context>
    <name>RouteLine</name>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>here now</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>here, late</source>
        <translation>办理中，已逾期</translation>
    </message>
    <message>
        <source>ended here</source>
        <translation>终止于此</translation>
    </message>
    <message>
        <source>ahead</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>办理进度</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
</context>
<context>
    <name>RouteRulePanel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>RouteTableDialog</name>
    <message>
        <source>Being proved…</source>
        <translation>正在校验…</translation>
    </message>
    <message>
        <source>No gap and no overlap: %1 rules, version %2, in force from %3. Documents that are filed already keep the rule they fell under.</source>
        <translation>无空缺、无重叠：共 %1 条规则，版本 %2，自 %3 起生效。已提交的单据仍按原规则办理。</translation>
    </message>
    <message>
        <source>It cannot be entered as it is. Change the file and choose it again.</source>
        <translation>此表不能启用，请修改文件后重新选择。</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>RoutesPage</name>
    <message>
        <source>How documents go</source>
        <translation>审批权限</translation>
    </message>
    <message>
        <source>Table %1, in force since %2</source>
        <translation>权限表 %1，自 %2 起生效</translation>
    </message>
    <message>
        <source>Save as a table, to be changed</source>
        <translation>导出为表格以便修改</translation>
    </message>
    <message>
        <source>Enter a table…</source>
        <translation>导入权限表…</translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx *.ods)</source>
        <translation>表格 (*.csv *.xlsx *.ods)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存到 %1</translation>
    </message>
    <message>
        <source>This route table is an example. The limits of this city have to be entered.</source>
        <translation>此审批权限表仅为示例，本市的限额须另行录入。</translation>
    </message>
    <message>
        <source>Without a rule, these cannot be filed</source>
        <translation>没有规则，不能提交</translation>
    </message>
</context>
<context>
    <name>WishDialog</name>
    <message>
        <source>What is needed</source>
        <translation>所需资产</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Unit of measure</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>规格型号</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Quantity, price and age are checked against the standard when the draft is saved.</source>
        <translation>保存草稿时按配置标准核查数量、单价和年限。</translation>
    </message>
</context>
<context>
    <name>guanwu::DocumentDraft</name>
    <message>
        <source>Unit that applies</source>
        <translation>申请单位</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Unit that has it</source>
        <translation>调出单位</translation>
    </message>
    <message>
        <source>Unit that receives it</source>
        <translation>接收单位</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>%1 yuan a piece</source>
        <translation>单价 %1 元</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
    <message>
        <source>Some fields are still needed or wrong. They say so themselves.</source>
        <translation>有的栏目未填或填写有误，见各栏目下的提示。</translation>
    </message>
</context>
<context>
    <name>guanwu::DocumentMoveForm</name>
    <message>
        <source>It ends here. Its things are free for another document.</source>
        <translation>单据到此终止，所涉资产可另行办理。</translation>
    </message>
    <message>
        <source>It ends here and cannot go on. To have something mended, send it back instead.</source>
        <translation>单据到此终止，不能继续办理。如需补正，请退回。</translation>
    </message>
    <message>
        <source>What was signed behind that station has to be signed again.</source>
        <translation>该环节之后的签署须重新办理。</translation>
    </message>
    <message>
        <source>The cards change with it. It cannot be undone.</source>
        <translation>资产卡片随之变动，不能撤销。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>line, name of a field</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>全部明细</translation>
    </message>
    <message>
        <source>Line %1 %2</source>
        <translation>第 %1 行 %2</translation>
    </message>
    <message>
        <source>The applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Back to</source>
        <translation>退回到</translation>
    </message>
    <message>
        <source>Account of who is asked</source>
        <translation>会签人账号</translation>
    </message>
    <message>
        <source>Meeting that decided</source>
        <translation>作出决定的会议</translation>
    </message>
    <message>
        <source>Number of the minutes</source>
        <translation>会议纪要编号</translation>
    </message>
    <message>
        <source>Number of the approval</source>
        <translation>批复文号</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>同意</translation>
    </message>
</context>
<context>
    <name>guanwu::DocumentNames</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>办理进度</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Original value</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>发起时间</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>对方</translation>
    </message>
</context>
<context>
    <name>guanwu::DocumentPaperUpload</name>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>文件无法读取：%1</translation>
    </message>
    <message>
        <source>The file is larger than 10 MiB. Scan it with a lower resolution.</source>
        <translation>文件超过 10 MiB，请降低扫描分辨率。</translation>
    </message>
    <message>
        <source>Only PDF, JPEG and PNG files can be attached.</source>
        <translation>只能上传 PDF、JPEG 和 PNG 文件。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>guanwu::DocumentView</name>
    <message>
        <source>Counter-signed by %1</source>
        <translation>%1 已会签</translation>
    </message>
    <message>
        <source>Waits for the counter-signature of %1</source>
        <translation>等待 %1 会签</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Sent back by %1: %2</source>
        <translation>由 %1 退回：%2</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Which ones is known when it is filed.</source>
        <translation>提交时确定审批环节。</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Income to the treasury</source>
        <translation>收入上缴</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 与 %2</translation>
    </message>
    <message>
        <source>Rule %1 of the route table %2</source>
        <translation>适用审批权限表 %2 第 %1 条</translation>
    </message>
    <message>
        <source>Rule %1 of the route table %2: %3</source>
        <translation>适用审批权限表 %2 第 %1 条：%3</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>批复</translation>
    </message>
    <message>
        <source>Other papers</source>
        <translation>其他材料</translation>
    </message>
    <message>
        <source>Gross income</source>
        <translation>处置总收入</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税金</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Due to the treasury</source>
        <translation>应缴国库</translation>
    </message>
    <message>
        <source>Paid to the treasury</source>
        <translation>已缴国库</translation>
    </message>
    <message>
        <source>Nothing is left to be paid</source>
        <translation>已全部上缴</translation>
    </message>
    <message>
        <source>Still to be paid</source>
        <translation>尚未上缴</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 ㎡</translation>
    </message>
</context>
<context>
    <name>guanwu::IdleOffer</name>
    <message>
        <source>acquired %1</source>
        <translation>%1 取得</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
</context>
<context>
    <name>guanwu::NewRouteTable</name>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>文件无法读取：%1</translation>
    </message>
    <message>
        <source>The file is larger than 1 MiB. That is no route table.</source>
        <translation>文件超过 1 MiB，不是审批权限表。</translation>
    </message>
</context>
<context>
    <name>guanwu::RouteRules</name>
    <message>
        <source>from %1 yuan on</source>
        <translation>%1 元及以上</translation>
    </message>
    <message>
        <source>below %1 yuan</source>
        <translation>低于 %1 元</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2 counter-signed</source>
        <translation>%1（会签 %2 人）</translation>
    </message>
    <message>
        <source>classes %1…</source>
        <translation>分类 %1…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>one thing</source>
        <translation>单件</translation>
    </message>
    <message>
        <source>together</source>
        <translation>批量合计</translation>
    </message>
    <message>
        <source>all methods</source>
        <translation>全部方式</translation>
    </message>
    <message>
        <source>of any value</source>
        <translation>不限金额</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
</TS>
