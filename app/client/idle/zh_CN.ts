<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>IdleDialog</name>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>What is to become of it</source>
        <translation>拟处置方式</translation>
    </message>
    <message>
        <source>Expected income</source>
        <translation>预计收益</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步措施</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>责任单位（人）</translation>
    </message>
    <message>
        <source>To be done by</source>
        <translation>完成时限</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Which thing</source>
        <translation>资产</translation>
    </message>
    <message>
        <source>Idle since</source>
        <translation>闲置起始日期</translation>
    </message>
    <message>
        <source>Declare a thing idle</source>
        <translation>登记闲置资产</translation>
    </message>
    <message>
        <source>What is to become of %1</source>
        <translation>%1 拟如何处置</translation>
    </message>
    <message>
        <source>Declare idle</source>
        <translation>登记闲置</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>IdlePage</name>
    <message>
        <source>Idle in the city</source>
        <translation>全市闲置资产</translation>
    </message>
    <message>
        <source>Let and lent</source>
        <translation>出租出借</translation>
    </message>
</context>
<context>
    <name>IdlePool</name>
    <message>
        <source>Idle things</source>
        <translation>闲置资产</translation>
    </message>
    <message>
        <source>%1 picked of %2</source>
        <translation>已选 %1，共 %2</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>共 %1 条</translation>
    </message>
    <message>
        <source>Declare</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Declare idle…</source>
        <translation>登记闲置…</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>What is to become of it</source>
        <translation>拟处置方式</translation>
    </message>
    <message>
        <source>%1 picked, of several units</source>
        <translation>已选 %1 项，分属多个单位</translation>
    </message>
    <message>
        <source>%1 picked</source>
        <translation>已选 %1 项</translation>
    </message>
    <message>
        <source>Request for my unit…</source>
        <translation>申请调剂到本单位…</translation>
    </message>
    <message>
        <source>Nothing lies idle</source>
        <translation>没有闲置资产</translation>
    </message>
    <message>
        <source>What is no longer needed can be declared idle; other units see it here.</source>
        <translation>不再需要的资产可登记为闲置，供其他单位调剂。</translation>
    </message>
    <message>
        <source>Inject…</source>
        <translation>注入…</translation>
    </message>
    <message>
        <source>Inject into a state company…</source>
        <translation>注入国有公司…</translation>
    </message>
    <message>
        <source>Drafted: %1. They stand among the documents, to be filed with their papers.</source>
        <translation>已草拟：%1。请在单据中补齐材料后提交。</translation>
    </message>
    <message>
        <source>%1 things have such a document already.</source>
        <translation>其中 %1 件已有同类单据。</translation>
    </message>
    <message>
        <source>Inject %1 things into a state company</source>
        <translation>将 %1 件资产注入国有公司</translation>
    </message>
    <message>
        <source>A draft is made for each unit; land, buildings and vehicles stand on drafts of their own.</source>
        <translation>每个单位草拟一张单据；土地房屋和车辆另列单据。</translation>
    </message>
    <message>
        <source>Draft the documents</source>
        <translation>草拟单据</translation>
    </message>
    <message>
        <source>Company that receives them</source>
        <translation>接收的国有公司</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>注入批次</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>IdleThingPage</name>
    <message>
        <source>Idle</source>
        <translation>闲置情况</translation>
    </message>
    <message>
        <source>Longer than the rule allows</source>
        <translation>闲置已超过规定期限</translation>
    </message>
    <message>
        <source>What is to become of it…</source>
        <translation>填写拟处置方式…</translation>
    </message>
    <message>
        <source>Scrap it…</source>
        <translation>申请报废…</translation>
    </message>
    <message>
        <source>Request for my unit…</source>
        <translation>申请调剂到本单位…</translation>
    </message>
</context>
<context>
    <name>LeaseDialog</name>
    <message>
        <source>New contract</source>
        <translation>登记合同</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Things that are let or lent: %1</source>
        <translation>出租（出借）资产：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚未选择</translation>
    </message>
    <message>
        <source>Add a thing…</source>
        <translation>添加资产…</translation>
    </message>
    <message>
        <source>Unit that lets</source>
        <translation>出租（出借）单位</translation>
    </message>
    <message>
        <source>Contract number</source>
        <translation>合同编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Number of the approval</source>
        <translation>批复文号</translation>
    </message>
    <message>
        <source>Approved on</source>
        <translation>批准日期</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>终止日期</translation>
    </message>
    <message>
        <source>Rent of a whole period</source>
        <translation>每期租金</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Days after the first of a period</source>
        <translation>每期首日后应付天数</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Which thing?</source>
        <translation>选择资产</translation>
    </message>
</context>
<context>
    <name>LeasePage</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Rent received…</source>
        <translation>登记收租…</translation>
    </message>
    <message>
        <source>End the contract…</source>
        <translation>终止合同…</translation>
    </message>
    <message>
        <source>Things</source>
        <translation>资产</translation>
    </message>
    <message>
        <source>Rent</source>
        <translation>租金</translation>
    </message>
    <message>
        <source>Rent received</source>
        <translation>登记收租</translation>
    </message>
    <message>
        <source>It settles the oldest rent first.</source>
        <translation>先抵最早一期的欠租。</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收款日期</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>凭证号</translation>
    </message>
    <message>
        <source>End the contract</source>
        <translation>终止合同</translation>
    </message>
    <message>
        <source>Rent behind the last day is dropped, and the things are what they were before.</source>
        <translation>最后一日之后的租金不再计收，资产恢复原使用状况。</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一日</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
</context>
<context>
    <name>LeasesPane</name>
    <message>
        <source>Contracts</source>
        <translation>合同</translation>
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
        <source>New contract…</source>
        <translation>登记合同…</translation>
    </message>
    <message>
        <source>Nothing is let or lent</source>
        <translation>没有出租出借</translation>
    </message>
    <message>
        <source>A contract is entered once its approval was given.</source>
        <translation>经批准后方可登记合同。</translation>
    </message>
</context>
<context>
    <name>guanwu::IdleNames</name>
    <message>
        <source>Asset number</source>
        <translation>资产编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>规格型号</translation>
    </message>
    <message>
        <source>Idle since</source>
        <translation>闲置起始日期</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>闲置月数</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>What is to become of it</source>
        <translation>拟处置方式</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
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
        <source>To be done by</source>
        <translation>完成时限</translation>
    </message>
    <message>
        <source>Term passed</source>
        <translation>是否超期</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>责任单位（人）</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>合同编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>终止日期</translation>
    </message>
    <message>
        <source>Rent</source>
        <translation>租金</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Due in all</source>
        <translation>应收合计</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期未收</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>批复</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>%1, %2 months</source>
        <translation>%1（已 %2 个月）</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Longer idle than the rule allows</source>
        <translation>闲置已超过规定期限</translation>
    </message>
    <message>
        <source>Expected income</source>
        <translation>预计收益</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步措施</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Unit that lets</source>
        <translation>出租（出借）单位</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 yuan, %2</source>
        <translation>%1 元，%2</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>终止日期</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>received %1</source>
        <translation>%1 收讫</translation>
    </message>
    <message>
        <source>received %1 so far</source>
        <translation>已收 %1</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>已收</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未到期</translation>
    </message>
    <message>
        <source>overdue %1</source>
        <translation>逾期 %1</translation>
    </message>
</context>
</TS>
