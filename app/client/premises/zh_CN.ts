<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BuildingsPane</name>
    <message>
        <source>Buildings</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>共 %1 条</translation>
    </message>
    <message>
        <source>No building with rooms within your reach</source>
        <translation>您的权限范围内没有登记房间的楼栋</translation>
    </message>
    <message>
        <source>Buildings and rooms come by import.</source>
        <translation>楼栋和房间通过导入登记。</translation>
    </message>
    <message>
        <source>Enter a room…</source>
        <translation>登记房间…</translation>
    </message>
</context>
<context>
    <name>DuePane</name>
    <message>
        <source>To be given back</source>
        <translation>腾退</translation>
    </message>
    <message>
        <source>Nothing has to come back</source>
        <translation>没有应腾退的用房</translation>
    </message>
    <message>
        <source>Rooms of those who leave, of second posts, of ended bodies and above the standard stand here.</source>
        <translation>离任、兼职终止、机构撤并和超标准的用房列在这里。</translation>
    </message>
</context>
<context>
    <name>GapPane</name>
    <message>
        <source>Open the certificate</source>
        <translation>打开权证</translation>
    </message>
    <message>
        <source>Open the building</source>
        <translation>打开楼栋</translation>
    </message>
    <message>
        <source>Register it…</source>
        <translation>办理登记…</translation>
    </message>
    <message>
        <source>Transfer to the bureau…</source>
        <translation>转移登记至管理部门…</translation>
    </message>
    <message>
        <source>It can only be filed…</source>
        <translation>只能备案…</translation>
    </message>
    <message>
        <source>Cancel it…</source>
        <translation>办理注销…</translation>
    </message>
    <message>
        <source>Have it changed…</source>
        <translation>申请变更登记…</translation>
    </message>
</context>
<context>
    <name>OverPane</name>
    <message>
        <source>Above the standard</source>
        <translation>超标准</translation>
    </message>
    <message>
        <source>Nothing is above the standard</source>
        <translation>没有超标准用房</translation>
    </message>
    <message>
        <source>Only offices in which people are registered are judged.</source>
        <translation>只核定登记了使用人的办公室。</translation>
    </message>
</context>
<context>
    <name>PapersDialog</name>
    <message>
        <source>Starting situation</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Number of the filing</source>
        <translation>备案号</translation>
    </message>
    <message>
        <source>Area filed</source>
        <translation>备案面积</translation>
    </message>
    <message>
        <source>Filed on</source>
        <translation>备案日期</translation>
    </message>
    <message>
        <source>Papers of %1</source>
        <translation>%1的权属材料</translation>
    </message>
    <message>
        <source>What cannot be registered is filed, with number and area; it is told apart from what is registered.</source>
        <translation>不能登记的办理权属备案，填写备案号和面积，与已登记的分开统计。</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>登记</translation>
    </message>
</context>
<context>
    <name>PapersPane</name>
    <message>
        <source>Buildings and their papers</source>
        <translation>楼栋与权属</translation>
    </message>
    <message>
        <source>No building within your reach</source>
        <translation>您的权限范围内没有楼栋</translation>
    </message>
    <message>
        <source>Buildings and rooms come by import.</source>
        <translation>楼栋和房间通过导入登记。</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>权属材料</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>现势</translation>
    </message>
    <message>
        <source>Situation and filing…</source>
        <translation>起点与备案…</translation>
    </message>
    <message>
        <source>Register it…</source>
        <translation>办理登记…</translation>
    </message>
    <message>
        <source>Open the building</source>
        <translation>查看楼栋</translation>
    </message>
</context>
<context>
    <name>PicturePane</name>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Print as PDF, a page a floor</source>
        <translation>打印为 PDF，每层一页</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>No rooms are registered in this building</source>
        <translation>该楼栋没有登记房间</translation>
    </message>
    <message>
        <source>Rooms come by import, or are not within your reach.</source>
        <translation>房间通过导入登记；也可能不在您的权限范围内。</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>正在绘制…</translation>
    </message>
    <message>
        <source>Schematic: rooms are to area and in the order of their numbers; where they stand is not surveyed.</source>
        <translation>示意图：房间大小与使用面积成比例，按房号排列；位置为示意，非实测。</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Draw all rooms to area</source>
        <translation>全部按面积绘制</translation>
    </message>
    <message>
        <source>Draw them on the floor plan</source>
        <translation>按平面图绘制</translation>
    </message>
    <message>
        <source>On a floor plan rooms stand where they were marked. Other floors are schematic: rooms are to area and in the order of their numbers.</source>
        <translation>有平面图的楼层按图上标注的位置显示；其他楼层为示意图：房间按面积绘制、按房号排列。</translation>
    </message>
    <message>
        <source>Mark rooms on the floor plan…</source>
        <translation>在平面图上标注房间…</translation>
    </message>
    <message>
        <source>Floor plan…</source>
        <translation>平面图…</translation>
    </message>
    <message>
        <source>Not marked on the plan: %1</source>
        <translation>图上未标注：%1 间</translation>
    </message>
</context>
<context>
    <name>PlanEditor</name>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Take the mark of this room off</source>
        <translation>取消本房间的标注</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>继续标注</translation>
    </message>
    <message>
        <source>Move the sheet</source>
        <translation>移动图纸</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Another drawing of this floor…</source>
        <translation>更换本层平面图…</translation>
    </message>
    <message>
        <source>Remove the plan…</source>
        <translation>删除平面图…</translation>
    </message>
    <message>
        <source>Drag to move the sheet.</source>
        <translation>拖动以移动图纸。</translation>
    </message>
    <message>
        <source>This floor has no plan yet</source>
        <translation>本层还没有平面图</translation>
    </message>
    <message>
        <source>Send its drawing as SVG or PNG, up to 10 MiB; then mark the rooms on it.</source>
        <translation>上传 SVG 或 PNG 图纸（不超过 10 MiB），再在图上标注房间。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>不保存就离开？</translation>
    </message>
    <message>
        <source>The marks that were drawn since the last save are lost.</source>
        <translation>上次保存之后的标注将丢失。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Remove the plan of this floor?</source>
        <translation>删除本层平面图？</translation>
    </message>
    <message>
        <source>The drawing and all its marks are removed. The rooms stay registered and are drawn to area again.</source>
        <translation>图纸和全部标注将删除；房间登记不变，恢复按面积绘制。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Floor plans (*.svg *.png *.jpg *.jpeg)</source>
        <translation>平面图 (*.svg *.png *.jpg *.jpeg)</translation>
    </message>
</context>
<context>
    <name>ProposalDraftsDialog</name>
    <message>
        <source>Documents of the proposal</source>
        <translation>按建议方案生成单据</translation>
    </message>
    <message>
        <source>One draft a unit for what it gets from the pool, from another unit, and for what comes back. Nothing is filed yet; done again, nothing is drafted twice.</source>
        <translation>每个单位一份草稿：从公用房源分配的、从其他单位调剂的、应收回的各一份。此时尚未申报；再次执行不会重复生成。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Draft the documents</source>
        <translation>生成单据草稿</translation>
    </message>
    <message>
        <source>No document is to be made.</source>
        <translation>没有需要生成的单据。</translation>
    </message>
    <message>
        <source>Drafted: %1. They are to be filled in and filed.</source>
        <translation>已生成草稿 %1 份，请补填后申报。</translation>
    </message>
    <message>
        <source>To be drafted: %1</source>
        <translation>将生成草稿 %1 份</translation>
    </message>
    <message>
        <source>Basis: establishment paper or minutes</source>
        <translation>依据（编制文件、会议纪要）</translation>
    </message>
</context>
<context>
    <name>PublicationPanel</name>
    <message>
        <source>Once a year the use of office space is made public; the lists to hang out are the reports of allocations and of people.</source>
        <translation>办公用房使用情况每年公示一次；公示所用的表见报表中的分配调剂台账和办公室使用明细表。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Note the publication…</source>
        <translation>登记公示…</translation>
    </message>
    <message>
        <source>The yearly publication</source>
        <translation>年度公示</translation>
    </message>
    <message>
        <source>%1 rooms that were not made public this year are noted.</source>
        <translation>本年度尚未公示的 %1 间用房将登记为已公示。</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Made public on</source>
        <translation>公示日期</translation>
    </message>
    <message>
        <source>5. Yearly publication</source>
        <translation>五、年度公示</translation>
    </message>
</context>
<context>
    <name>RepairsPane</name>
    <message>
        <source>Repairs</source>
        <translation>维修</translation>
    </message>
    <message>
        <source>No repair has been applied for</source>
        <translation>没有维修申请</translation>
    </message>
    <message>
        <source>A repair begins with a request.</source>
        <translation>维修从申报开始。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New request…</source>
        <translation>新申请…</translation>
    </message>
    <message>
        <source>It waits for its place in a plan</source>
        <translation>待列入计划</translation>
    </message>
    <message>
        <source>Safety first, then what was repaired longest ago, then the smaller sum. A suggestion: whoever plans decides.</source>
        <translation>安全优先，其次为最久未修，再次为概算较小。仅为建议，由规划人员决定。</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>维修情况</translation>
    </message>
    <message>
        <source>Open the request</source>
        <translation>打开申请单</translation>
    </message>
</context>
<context>
    <name>RequestsPane</name>
    <message>
        <source>Rooms for a unit</source>
        <translation>单位用房</translation>
    </message>
    <message>
        <source>Unit…</source>
        <translation>单位…</translation>
    </message>
    <message>
        <source>Choose the unit…</source>
        <translation>选择单位…</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New request…</source>
        <translation>新申请…</translation>
    </message>
    <message>
        <source>For which unit?</source>
        <translation>为哪个单位？</translation>
    </message>
    <message>
        <source>Its area is checked against the standard, and rooms are proposed.</source>
        <translation>按标准核定面积，并建议房间。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>1. Area check</source>
        <translation>一、面积核定</translation>
    </message>
    <message>
        <source>What the unit uses beside what its posts allow; a limit is a maximum and no entitlement.</source>
        <translation>单位实际使用与按编制核定的对照；核定面积是上限，不是应得数。</translation>
    </message>
    <message>
        <source>2. Proposal</source>
        <translation>二、配置建议</translation>
    </message>
    <message>
        <source>Those without a room</source>
        <translation>没有主用房的人员</translation>
    </message>
    <message>
        <source>Everybody anew, fewest moves</source>
        <translation>全员调整，搬迁最少</translation>
    </message>
    <message>
        <source>Request the rooms of the pool…</source>
        <translation>申请分配可调剂房间…</translation>
    </message>
    <message>
        <source>A request is decided in its steps; after the handover the unit has a use certificate.</source>
        <translation>申请逐级审批；交接后核发使用凭证。</translation>
    </message>
    <message>
        <source>No request yet.</source>
        <translation>还没有申请。</translation>
    </message>
    <message>
        <source>Posts by rank…</source>
        <translation>分职级编制…</translation>
    </message>
    <message>
        <source>A further unit…</source>
        <translation>再加一个单位…</translation>
    </message>
    <message>
        <source>This unit alone</source>
        <translation>只看本单位</translation>
    </message>
    <message>
        <source>What neither own space nor the pool answers goes on in this order; renting and building are decided by the government.</source>
        <translation>本单位和调剂库都不能解决的，依次考虑置换、租用、建设；租用和建设须报政府批准。</translation>
    </message>
    <message>
        <source>Exchange premises…</source>
        <translation>置换…</translation>
    </message>
    <message>
        <source>Rent…</source>
        <translation>租用…</translation>
    </message>
    <message>
        <source>Build…</source>
        <translation>建设…</translation>
    </message>
    <message>
        <source>Use certificate as PDF…</source>
        <translation>使用凭证 PDF…</translation>
    </message>
    <message>
        <source>Posts by rank</source>
        <translation>分职级编制</translation>
    </message>
    <message>
        <source>They add up to the establishment of the unit; its limit is computed from them.</source>
        <translation>合计须等于单位编制数；核定面积据此计算。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Draft the documents of it…</source>
        <translation>按方案生成单据…</translation>
    </message>
    <message>
        <source>3. Requests under way</source>
        <translation>三、办理中的申请</translation>
    </message>
</context>
<context>
    <name>RoomChangeDialog</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Kind of service room</source>
        <translation>服务用房细类</translation>
    </message>
    <message>
        <source>Usable area</source>
        <translation>使用面积</translation>
    </message>
    <message>
        <source>Of it toilet</source>
        <translation>其中卫生间</translation>
    </message>
    <message>
        <source>Of it rest room</source>
        <translation>其中休息室</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Put the room right</source>
        <translation>更正房间</translation>
    </message>
    <message>
        <source>Who holds and uses it is changed by documents alone. What is changed here stays in its history, with the reason.</source>
        <translation>持有和使用单位由单据变更；此处的更正连同原因记入房间沿革。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>RoomEntryDialog</name>
    <message>
        <source>Code of its floor or building</source>
        <translation>楼层或楼栋编码</translation>
    </message>
    <message>
        <source>Code of the room</source>
        <translation>房间编码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Usable area</source>
        <translation>使用面积</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>登记为</translation>
    </message>
    <message>
        <source>Of it toilet</source>
        <translation>其中卫生间</translation>
    </message>
    <message>
        <source>Of it rest room</source>
        <translation>其中休息室</translation>
    </message>
    <message>
        <source>A new room</source>
        <translation>登记房间</translation>
    </message>
    <message>
        <source>Rooms that a document hands over wait, unregistered, until it is closed; others are in the pool at once.</source>
        <translation>待单据办结时交付的房间先不进入调剂库；其余立即可供分配。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
</context>
<context>
    <name>RoomPane</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>权属与使用</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Use certificate as PDF…</source>
        <translation>打印使用凭证 PDF…</translation>
    </message>
    <message>
        <source>Area and standard</source>
        <translation>面积与标准</translation>
    </message>
    <message>
        <source>Reason and deadline…</source>
        <translation>原因与期限…</translation>
    </message>
    <message>
        <source>People</source>
        <translation>使用人</translation>
    </message>
    <message>
        <source>Nobody is registered in this room.</source>
        <translation>该房间没有登记使用人。</translation>
    </message>
    <message>
        <source>Has given the room back</source>
        <translation>已退房</translation>
    </message>
    <message>
        <source>Leaves the room…</source>
        <translation>离开该房间…</translation>
    </message>
    <message>
        <source>Somebody moves in…</source>
        <translation>登记使用人…</translation>
    </message>
    <message>
        <source>Allocate it…</source>
        <translation>申请分配…</translation>
    </message>
    <message>
        <source>Take it back…</source>
        <translation>收回…</translation>
    </message>
    <message>
        <source>What it was before</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>Why it is still above the standard</source>
        <translation>超标准未整改的原因</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>To be put right by</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>Who moves in?</source>
        <translation>谁使用该房间？</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>As</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Approval, of the room of a second post</source>
        <translation>审批文号（兼职用房）</translation>
    </message>
    <message>
        <source>Given back on</source>
        <translation>退房日期</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>%1 has given the room back</source>
        <translation>%1 已退房</translation>
    </message>
    <message>
        <source>%1 leaves the room</source>
        <translation>%1 离开该房间</translation>
    </message>
    <message>
        <source>The room is due back from that day; when it is empty, note that it was given back.</source>
        <translation>自该日起计算腾退期限；腾空后再登记退房。</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Room: %1</source>
        <translation>拟用房间：%1</translation>
    </message>
    <message>
        <source>Put it right…</source>
        <translation>更正…</translation>
    </message>
</context>
<context>
    <name>SpacePage</name>
    <message>
        <source>Buildings</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Above the standard</source>
        <translation>超标准</translation>
    </message>
    <message>
        <source>To be given back</source>
        <translation>腾退</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>权证</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>维修</translation>
    </message>
</context>
<context>
    <name>SpaceTable</name>
    <message>
        <source>%1 found</source>
        <translation>共 %1 条</translation>
    </message>
</context>
<context>
    <name>TitlePane</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>权证</translation>
    </message>
    <message>
        <source>Missing papers</source>
        <translation>容缺材料</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>It has come</source>
        <translation>已补齐</translation>
    </message>
    <message>
        <source>A paper is missing…</source>
        <translation>登记缺件…</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>材料名称</translation>
    </message>
    <message>
        <source>Who owes it</source>
        <translation>由谁提供</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Mortgage and seizure</source>
        <translation>抵押与查封</translation>
    </message>
    <message>
        <source>They block disposal and transfer.</source>
        <translation>抵押、查封期间不得处置或转移。</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>解除…</translation>
    </message>
    <message>
        <source>Number of the release</source>
        <translation>解除文号</translation>
    </message>
    <message>
        <source>Released on</source>
        <translation>解除日期</translation>
    </message>
    <message>
        <source>Mortgage or seizure…</source>
        <translation>登记抵押或查封…</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Number of the paper</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>In favour of, or the court</source>
        <translation>抵押权人或法院</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Where the paper is</source>
        <translation>证书保管</translation>
    </message>
    <message>
        <source>Not noted yet.</source>
        <translation>尚未登记。</translation>
    </message>
    <message>
        <source>Stored, issued or returned…</source>
        <translation>入库、借出或归还…</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>存放处</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>To be returned by</source>
        <translation>归还期限</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>A paper is missing</source>
        <translation>登记缺件</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Mortgage or seizure</source>
        <translation>抵押或查封</translation>
    </message>
    <message>
        <source>What stands on the certificate can then not be disposed of or transferred.</source>
        <translation>登记后，证载房地产不得处置或转移。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Release %1</source>
        <translation>解除 %1</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>The paper certificate</source>
        <translation>纸质证书</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>转移登记…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>变更登记…</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正登记…</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>注销登记…</translation>
    </message>
</context>
<context>
    <name>TitlesPane</name>
    <message>
        <source>What does not fit</source>
        <translation>待办问题</translation>
    </message>
    <message>
        <source>Certificates: what is to be done</source>
        <translation>权证待办清单</translation>
    </message>
    <message>
        <source>Everything fits</source>
        <translation>没有待办问题</translation>
    </message>
    <message>
        <source>Every building has its papers, every certificate its buildings, and the areas agree.</source>
        <translation>房证相符，面积一致。</translation>
    </message>
    <message>
        <source>Property certificates</source>
        <translation>不动产权证台账</translation>
    </message>
    <message>
        <source>No certificate within your reach</source>
        <translation>您的权限范围内没有权证</translation>
    </message>
    <message>
        <source>Certificates come by import, or by a document of registration.</source>
        <translation>权证通过导入或登记单据产生。</translation>
    </message>
    <message>
        <source>All certificates</source>
        <translation>权证台账</translation>
    </message>
    <message>
        <source>Buildings: registered or filed</source>
        <translation>楼栋：登记与备案</translation>
    </message>
</context>
<context>
    <name>UseCertificatesPanel</name>
    <message>
        <source>4. Use certificates of the unit</source>
        <translation>四、单位使用凭证</translation>
    </message>
    <message>
        <source>A certificate is never changed: when its rooms did, one with a new number replaces it, and the old one is void.</source>
        <translation>凭证不作涂改：所载房间变动后，换发新号凭证，原证作废，新旧证号互相关联。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The unit holds nothing by a use certificate.</source>
        <translation>该单位没有使用凭证。</translation>
    </message>
    <message>
        <source>Reissue…</source>
        <translation>换发…</translation>
    </message>
    <message>
        <source>Use certificate as PDF…</source>
        <translation>使用凭证 PDF…</translation>
    </message>
</context>
<context>
    <name>guanwu::BuildingView</name>
    <message>
        <source>%1 floors · %2 rooms · %3 m²</source>
        <translation>%1 层 · %2 间 · %3 ㎡</translation>
    </message>
    <message>
        <source>%1 rooms · %2 m²</source>
        <translation>%1 间 · %2 ㎡</translation>
    </message>
    <message>
        <source>Without a floor</source>
        <translation>未分层</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 人</translation>
    </message>
    <message>
        <source>+%1 m²</source>
        <translation>+%1 ㎡</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 ㎡</translation>
    </message>
</context>
<context>
    <name>guanwu::PlanMarking</name>
    <message>
        <source>%1 of %2 rooms marked</source>
        <translation>已标注 %1 间，共 %2 间</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>%1 is not marked. Drag a rectangle over it, or press an arrow key.</source>
        <translation>%1 尚未标注：在图上拖出矩形，或按方向键。</translation>
    </message>
    <message>
        <source>%1: drag it or its corners; a double click on an edge bends it.</source>
        <translation>%1：拖动整块或角点；双击边线可增加角点。</translation>
    </message>
    <message>
        <source>The outline would be too narrow or cross itself: it stays as it was.</source>
        <translation>边界过窄或自相交叉，已恢复原样。</translation>
    </message>
    <message>
        <source>The file is above 10 MiB.</source>
        <translation>文件超过 10 MiB。</translation>
    </message>
    <message>
        <source>The file cannot be opened: %1</source>
        <translation>打不开文件：%1</translation>
    </message>
</context>
<context>
    <name>guanwu::SpaceNames</name>
    <message>
        <source>Waits</source>
        <translation>待安排</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>实施中</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已验收</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>未批准</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>现势</translation>
    </message>
    <message>
        <source>Mortgaged</source>
        <translation>抵押</translation>
    </message>
    <message>
        <source>Seized</source>
        <translation>查封</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已注销</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间编码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Above it, m²</source>
        <translation>超出（㎡）</translation>
    </message>
    <message>
        <source>%1 m² above the limit</source>
        <translation>超出 %1 ㎡</translation>
    </message>
    <message>
        <source>Area, m²</source>
        <translation>面积（㎡）</translation>
    </message>
    <message>
        <source>Limit, m²</source>
        <translation>核定（㎡）</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用单位</translation>
    </message>
    <message>
        <source>Why still</source>
        <translation>未整改原因</translation>
    </message>
    <message>
        <source>To be put right by</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>How soon</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>建议排序</translation>
    </message>
    <message>
        <source>place %1</source>
        <translation>建议第 %1</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>概算</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划年度</translation>
    </message>
    <message>
        <source>Approved, yuan</source>
        <translation>批准金额（元）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>申请号</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>批准文号</translation>
    </message>
    <message>
        <source>Settled, yuan</source>
        <translation>结算（元）</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>权证</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>权利人</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>坐落</translation>
    </message>
    <message>
        <source>Land share, m²</source>
        <translation>分摊面积（㎡）</translation>
    </message>
    <message>
        <source>Floor area, m²</source>
        <translation>建筑面积（㎡）</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Papers missing</source>
        <translation>容缺</translation>
    </message>
    <message>
        <source>papers missing</source>
        <translation>容缺</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>受限</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>受限</translation>
    </message>
    <message>
        <source>Kept at</source>
        <translation>存放处</translation>
    </message>
    <message>
        <source>What</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Building or certificate</source>
        <translation>楼栋或证号</translation>
    </message>
    <message>
        <source>How</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>间数</translation>
    </message>
    <message>
        <source>%1 rooms</source>
        <translation>%1 间</translation>
    </message>
    <message>
        <source>Usable area, m²</source>
        <translation>使用面积（㎡）</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 ㎡</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位数</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 个单位</translation>
    </message>
    <message>
        <source>To be had</source>
        <translation>可分配</translation>
    </message>
    <message>
        <source>%1 to be had</source>
        <translation>可分配 %1 间</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Within the standard</source>
        <translation>符合标准</translation>
    </message>
    <message>
        <source>Nobody is registered in it</source>
        <translation>无人登记</translation>
    </message>
    <message>
        <source>to be vacated by %1</source>
        <translation>腾退期限 %1</translation>
    </message>
    <message>
        <source>Holds it, by use certificate</source>
        <translation>持有单位（使用凭证）</translation>
    </message>
    <message>
        <source>nobody: no use certificate</source>
        <translation>无：没有使用凭证</translation>
    </message>
    <message>
        <source>Uses it</source>
        <translation>实际使用单位</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>On paper, by property certificate</source>
        <translation>权利人（不动产权证）</translation>
    </message>
    <message>
        <source>nobody: the building has no certificate</source>
        <translation>无：楼栋没有权证</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Usable area</source>
        <translation>使用面积</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>人均</translation>
    </message>
    <message>
        <source>Limit of those who sit here</source>
        <translation>核定面积</translation>
    </message>
    <message>
        <source>Above it</source>
        <translation>超出</translation>
    </message>
    <message>
        <source>Toilet</source>
        <translation>卫生间</translation>
    </message>
    <message>
        <source>Rest room</source>
        <translation>休息室</translation>
    </message>
    <message>
        <source>Why it is still above</source>
        <translation>未整改原因</translation>
    </message>
    <message>
        <source>%1 since %2, not given back</source>
        <translation>%1（%2），尚未退房</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>limit %1 m²</source>
        <translation>核定 %1 ㎡</translation>
    </message>
    <message>
        <source>approved %1</source>
        <translation>批准 %1</translation>
    </message>
    <message>
        <source>handed over %1</source>
        <translation>交接 %1</translation>
    </message>
    <message>
        <source>holds it now</source>
        <translation>现持有</translation>
    </message>
    <message>
        <source>left %1</source>
        <translation>腾退 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>调剂</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Begin a first registration, or note that it can only be filed.</source>
        <translation>办理首次登记，或登记为权属备案。</translation>
    </message>
    <message>
        <source>Link the certificate to its building, or register the building.</source>
        <translation>将证书关联到楼栋，或登记该楼栋。</translation>
    </message>
    <message>
        <source>Compare the survey, the card and the certificate; correct what is wrong.</source>
        <translation>核对测绘、卡片与证书，更正有误的一方。</translation>
    </message>
    <message>
        <source>Transfer it to the bureau: old and new number stay linked.</source>
        <translation>办理转移登记至管理部门，新旧证号保持关联。</translation>
    </message>
    <message>
        <source>Ask who owes the paper; note it when it has come.</source>
        <translation>向提供方催办；收到后登记。</translation>
    </message>
    <message>
        <source>One of the two has to be cancelled.</source>
        <translation>两本中须注销一本。</translation>
    </message>
    <message>
        <source>Ask for the paper; note its return.</source>
        <translation>催还证书；归还后登记。</translation>
    </message>
    <message>
        <source>Have the registry office cancel it, or change it where it covers more.</source>
        <translation>请登记机构注销；证书另有其他房屋、土地的，办理变更。</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Hazard level</source>
        <translation>安全等级</translation>
    </message>
    <message>
        <source>Last repaired</source>
        <translation>上次维修年度</translation>
    </message>
    <message>
        <source>Inspected</source>
        <translation>查勘</translation>
    </message>
    <message>
        <source>Plan and rank</source>
        <translation>计划与排序</translation>
    </message>
    <message>
        <source>Accepted on</source>
        <translation>验收日期</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>结算</translation>
    </message>
    <message>
        <source>Goes into the value of the card</source>
        <translation>是否资本化</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Suggested place</source>
        <translation>建议排序</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Estimates of those before it</source>
        <translation>排在前面的概算合计</translation>
    </message>
    <message>
        <source>Blocked: no disposal, no transfer</source>
        <translation>受限：不得处置、转移</translation>
    </message>
    <message>
        <source>Accepted with papers missing</source>
        <translation>容缺受理</translation>
    </message>
    <message>
        <source>Former holders</source>
        <translation>原权利人</translation>
    </message>
    <message>
        <source>Former numbers</source>
        <translation>原证号</translation>
    </message>
    <message>
        <source>Property units</source>
        <translation>不动产单元号</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>权利</translation>
    </message>
    <message>
        <source>Land share</source>
        <translation>土地使用权分摊面积</translation>
    </message>
    <message>
        <source>Floor area</source>
        <translation>建筑面积</translation>
    </message>
    <message>
        <source>Parcel, never added up</source>
        <translation>宗地面积（不汇总）</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>使用期限</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>对应资产编号</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>owed by %1</source>
        <translation>由 %1 提供</translation>
    </message>
    <message>
        <source>came %1</source>
        <translation>%1 已补齐</translation>
    </message>
    <message>
        <source>back by %1</source>
        <translation>应还 %1</translation>
    </message>
    <message>
        <source>%1 of %2 m²: %3 above</source>
        <translation>%1 / %2 ㎡，超出 %3</translation>
    </message>
    <message>
        <source>%1 of %2 m²: %3 left</source>
        <translation>%1 / %2 ㎡，剩余 %3</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>编制</translation>
    </message>
    <message>
        <source>%1, of them %2 filled</source>
        <translation>%1，实有 %2</translation>
    </message>
    <message>
        <source>%1, %2 m²</source>
        <translation>%1 间，%2 ㎡</translation>
    </message>
    <message>
        <source>People with a seat</source>
        <translation>登记使用人</translation>
    </message>
    <message>
        <source>%1, beside them %2 seconded</source>
        <translation>%1 人，另有借调聘用 %2 人</translation>
    </message>
    <message>
        <source>Rooms above the standard</source>
        <translation>超标准房间</translation>
    </message>
    <message>
        <source>%1, by %2 m²</source>
        <translation>%1 间，超出 %2 ㎡</translation>
    </message>
    <message>
        <source>Offices in which nobody is registered</source>
        <translation>无人登记的办公室</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>核定面积</translation>
    </message>
    <message>
        <source>Not known: the standard of this level was not found.</source>
        <translation>不详：该级别的标准未查到。</translation>
    </message>
    <message>
        <source>%1 × %2 = %3 m²</source>
        <translation>%1 × %2 = %3 ㎡</translation>
    </message>
    <message>
        <source>Everybody in post has a room.</source>
        <translation>在职人员均有主用房。</translation>
    </message>
    <message>
        <source>%1 rooms, %2 m², %3 people move. As many needs as can be met, with the fewest who move, own space before the pool, then the least area.</source>
        <translation>共 %1 间、%2 ㎡，搬迁 %3 人。依次考虑：满足需求最多、搬迁最少、先本单位后调剂、面积最省。</translation>
    </message>
    <message>
        <source>%1 find none.</source>
        <translation>另有 %1 项需求没有合适房间。</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Given back: %1</source>
        <translation>退回：%1</translation>
    </message>
    <message>
        <source>rooms that people have now and would have no longer</source>
        <translation>人员现有、调整后不再使用的房间</translation>
    </message>
    <message>
        <source>use certificate %1</source>
        <translation>使用凭证 %1</translation>
    </message>
    <message>
        <source>Filed only</source>
        <translation>仅备案</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未办</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>办理情况</translation>
    </message>
    <message>
        <source>Starting situation</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Filing</source>
        <translation>备案号</translation>
    </message>
    <message>
        <source>Filed, m²</source>
        <translation>备案面积（㎡）</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>置换</translation>
    </message>
    <message>
        <source>Renting</source>
        <translation>租用</translation>
    </message>
    <message>
        <source>Building it</source>
        <translation>建设</translation>
    </message>
    <message>
        <source>Open: neither registered nor filed</source>
        <translation>未办：既未登记也未备案</translation>
    </message>
    <message>
        <source>Disposed of: needs no papers</source>
        <translation>已处置，不再需要权证</translation>
    </message>
    <message>
        <source>Not noted yet.</source>
        <translation>尚未登记。</translation>
    </message>
    <message>
        <source>Area filed</source>
        <translation>备案面积</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Held by use certificates</source>
        <translation>凭证持有用房</translation>
    </message>
    <message>
        <source>%1 rooms of %2 units, %3 m²</source>
        <translation>%2 个单位 %1 间，%3 ㎡</translation>
    </message>
    <message>
        <source>Made public this year</source>
        <translation>本年度已公示</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 of %2 rooms</source>
        <translation>%2 间中的 %1 间</translation>
    </message>
    <message>
        <source>The last time</source>
        <translation>最近公示</translation>
    </message>
    <message>
        <source>%1 rooms, %2 m²</source>
        <translation>%1 间，%2 ㎡</translation>
    </message>
    <message>
        <source>%1 not made public this year</source>
        <translation>本年度未公示 %1 间</translation>
    </message>
    <message>
        <source>%1 further units</source>
        <translation>另有 %1 个单位</translation>
    </message>
    <message>
        <source>in the pool</source>
        <translation>可分配（调剂库）</translation>
    </message>
    <message>
        <source>to be handed over by a document</source>
        <translation>待单据交付</translation>
    </message>
    <message>
        <source>On a certificate</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Disposed of</source>
        <translation>已处置</translation>
    </message>
    <message>
        <source>Kind of service room</source>
        <translation>服务用房细类</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>维修</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>现证号</translation>
    </message>
    <message>
        <source>%1 further rooms</source>
        <translation>另有 %1 间</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>自%1</translation>
    </message>
    <message>
        <source>%1 people move within their unit</source>
        <translation>%1 人在本单位内部调整</translation>
    </message>
    <message>
        <source>Without a document: their seats are entered room by room.</source>
        <translation>不需单据：逐间登记使用人即可。</translation>
    </message>
    <message>
        <source>%1 needs find no room</source>
        <translation>%1 项需求没有合适房间</translation>
    </message>
    <message>
        <source>They go on to exchange, renting or building.</source>
        <translation>转置换、租用或建设。</translation>
    </message>
    <message>
        <source>Given back: the bureau takes it.</source>
        <translation>退回：由机关事务管理部门收回。</translation>
    </message>
    <message>
        <source>Is on document %1 already.</source>
        <translation>已在单据 %1 中。</translation>
    </message>
    <message>
        <source>%1 rooms given back</source>
        <translation>退回 %1 间</translation>
    </message>
    <message>
        <source>%1 measured anew or of another kind</source>
        <translation>重测或改类 %1 间</translation>
    </message>
    <message>
        <source>replaced by %1 on %2, void</source>
        <translation>已由 %1 换发（%2），作废</translation>
    </message>
    <message>
        <source>all rooms came back</source>
        <translation>房间均已收回</translation>
    </message>
    <message>
        <source>replaces %1</source>
        <translation>换发自 %1</translation>
    </message>
    <message>
        <source>to be reissued</source>
        <translation>待换发</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>现证 %1</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>闲置</translation>
    </message>
    <message>
        <source>Let</source>
        <translation>出租</translation>
    </message>
    <message>
        <source>Rented</source>
        <translation>租用</translation>
    </message>
    <message>
        <source>Floor area at most</source>
        <translation>建筑面积上限</translation>
    </message>
    <message>
        <source>%1 m², of it %2 m² ancillary (canteen)</source>
        <translation>%1 ㎡，其中附属用房（食堂）%2 ㎡</translation>
    </message>
</context>
</TS>
