<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>DecisionForm</name>
    <message>
        <source>Decide %1 lines</source>
        <translation>处理 %1 条</translation>
    </message>
    <message>
        <source>Decide the line</source>
        <translation>处理该条</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Reason (wanted)</source>
        <translation>理由（必填）</translation>
    </message>
    <message>
        <source>Proposal for what is to be done</source>
        <translation>处理建议</translation>
    </message>
</context>
<context>
    <name>EvidencePane</name>
    <message>
        <source>Decide again (D)</source>
        <translation>重新处理 (D)</translation>
    </message>
    <message>
        <source>Take into the books (D)</source>
        <translation>同意入账 (D)</translation>
    </message>
    <message>
        <source>Decide (D)</source>
        <translation>处理 (D)</translation>
    </message>
    <message>
        <source>Dismiss (X)</source>
        <translation>不予入账 (X)</translation>
    </message>
    <message>
        <source>Decided: %1</source>
        <translation>处理结果：%1</translation>
    </message>
    <message>
        <source>Proposal: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>In the books</source>
        <translation>账面</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>实见</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>What was told: loading…</source>
        <translation>盘点记录：读取中…</translation>
    </message>
    <message>
        <source>Nothing was told of it.</source>
        <translation>没有关于它的盘点记录。</translation>
    </message>
    <message>
        <source>What was told</source>
        <translation>盘点记录</translation>
    </message>
    <message>
        <source>%1, taken back</source>
        <translation>%1，已撤销</translation>
    </message>
    <message>
        <source>%1, %2, by %3</source>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Untick</source>
        <translation>取消勾选</translation>
    </message>
    <message>
        <source>Tick to decide many at once</source>
        <translation>勾选后可一并处理</translation>
    </message>
    <message>
        <source>decided: %1</source>
        <translation>已处理：%1</translation>
    </message>
</context>
<context>
    <name>FindingWorkList</name>
    <message>
        <source>Loading, %1 so far…</source>
        <translation>读取中，已有 %1 条…</translation>
    </message>
    <message>
        <source>%1 ticked</source>
        <translation>已勾选 %1 条</translation>
    </message>
    <message>
        <source>%1 shown, %2 to decide</source>
        <translation>显示 %1 条，待处理 %2 条</translation>
    </message>
    <message>
        <source>Decide %1</source>
        <translation>处理 %1 条</translation>
    </message>
    <message>
        <source>Untick</source>
        <translation>取消勾选</translation>
    </message>
    <message>
        <source>Open only</source>
        <translation>只看待处理</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The first %1 are shown. Choose one result to see its own.</source>
        <translation>只显示前 %1 条，选择一种结果可查看其余。</translation>
    </message>
    <message>
        <source>Everything is decided</source>
        <translation>全部处理完毕</translation>
    </message>
    <message>
        <source>No findings</source>
        <translation>没有疑点</translation>
    </message>
    <message>
        <source>Show all, to look at a decision again.</source>
        <translation>取消“只看待处理”可查看已处理的。</translation>
    </message>
    <message>
        <source>Every line that was seen is where the books have it.</source>
        <translation>已盘的都与账面一致。</translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Previous (K)</source>
        <translation>上一条 (K)</translation>
    </message>
    <message>
        <source>Next (J)</source>
        <translation>下一条 (J)</translation>
    </message>
    <message>
        <source>J next · K previous · D decide · X dismiss · Space tick · A tick all alike</source>
        <translation>J 下一条 · K 上一条 · D 处理 · X 不予入账 · 空格 勾选 · A 勾选同类</translation>
    </message>
    <message>
        <source>J next · K previous</source>
        <translation>J 下一条 · K 上一条</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>Photo: open it</source>
        <translation>照片：打开</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>尚未上传</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>RecountPane</name>
    <message>
        <source>No sample has been drawn</source>
        <translation>尚未抽取样本</translation>
    </message>
    <message>
        <source>A sample can be drawn once the unit has signed</source>
        <translation>单位自查签认后方可抽样</translation>
    </message>
    <message>
        <source>The server draws lines by chance. The fewer of them turn out wrong, the fewer can be wrong on the whole sheet.</source>
        <translation>由服务器随机抽取若干条现场复核：样本中错误越少，整张盘点表可能的错误越少。</translation>
    </message>
    <message>
        <source>Draw a sample…</source>
        <translation>抽取样本…</translation>
    </message>
    <message>
        <source>%1 of %2 looked at, %3 wrong</source>
        <translation>已复核 %1 / %2，有误 %3</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Draw another sample…</source>
        <translation>再抽一次…</translation>
    </message>
    <message>
        <source>Note on this line</source>
        <translation>本条备注</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Draw a random sample</source>
        <translation>随机抽样</translation>
    </message>
    <message>
        <source>Once drawn, a sample has to be looked at whole before another can be drawn.</source>
        <translation>抽出的样本须全部复核完，才能再抽下一次。</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>抽取</translation>
    </message>
    <message>
        <source>Prove: at most 2 % wrong</source>
        <translation>要证明：错误不超过 2 %</translation>
    </message>
    <message>
        <source>Prove: at most 5 % wrong</source>
        <translation>要证明：错误不超过 5 %</translation>
    </message>
    <message>
        <source>Prove: at most 10 % wrong</source>
        <translation>要证明：错误不超过 10 %</translation>
    </message>
    <message>
        <source>So many lines</source>
        <translation>指定条数</translation>
    </message>
    <message>
        <source>Lines in the sample</source>
        <translation>样本条数</translation>
    </message>
    <message>
        <source>With 95 % confidence, if no line of the sample turns out wrong. The server reckons how many lines that takes.</source>
        <translation>置信度 95 %，以样本无一有误为前提；所需条数由服务器计算。</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Read again (F5)</source>
        <translation>重新读取 (F5)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Name, code or department</source>
        <translation>名称、代码或主管部门</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n 处疑点</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no campaign yet</source>
        <translation>还没有清查任务</translation>
    </message>
    <message>
        <source>No unit is shown</source>
        <translation>没有符合条件的单位</translation>
    </message>
    <message>
        <source>The asset section makes one under Campaigns.</source>
        <translation>由国有资产管理科在“清查任务”中建立。</translation>
    </message>
    <message>
        <source>None fits what is searched and filtered for.</source>
        <translation>没有单位符合当前的搜索和筛选。</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>Somebody else has changed the sheet. It has been read again.</source>
        <translation>盘点表被他人改动，已重新读取。</translation>
    </message>
    <message>
        <source>%1 of %2 lines seen, match rate %3</source>
        <translation>已盘 %1 / %2 条，账实相符率 %3</translation>
    </message>
    <message>
        <source>New scans on their way</source>
        <translation>有新记录待汇总</translation>
    </message>
    <message>
        <source>Read again (F5)</source>
        <translation>重新读取 (F5)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>疑点</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>待询问</translation>
    </message>
    <message>
        <source>Recount</source>
        <translation>抽查</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签认</translation>
    </message>
</context>
<context>
    <name>SignOffPane</name>
    <message>
        <source>Where the sheet is</source>
        <translation>盘点表状态</translation>
    </message>
    <message>
        <source>%1 — the sheet is here</source>
        <translation>%1（当前）</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Lines of the frozen book (all results but surplus)</source>
        <translation>冻结账面条数（除盘盈外各结果之和）</translation>
    </message>
    <message>
        <source>Match rate, of all lines</source>
        <translation>账实相符率（按全部条数）</translation>
    </message>
    <message>
        <source>Nothing stands in the way</source>
        <translation>可以签认</translation>
    </message>
    <message>
        <source>Before the signature</source>
        <translation>签认之前请核对</translation>
    </message>
    <message>
        <source>%1 — must be settled first</source>
        <translation>%1，须先处理</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>正在签认…</translation>
    </message>
    <message>
        <source>Sign: %1</source>
        <translation>签认：%1</translation>
    </message>
    <message>
        <source>The next step is not yours</source>
        <translation>下一步不由您办理</translation>
    </message>
    <message>
        <source>The unit signs its own sheet, its department reviews it, the bureau checks and verifies it.</source>
        <translation>单位自查签认，主管部门审核，机关事务管理局复核并核实批复。</translation>
    </message>
    <message>
        <source>Open the sheet again…</source>
        <translation>重新打开盘点表…</translation>
    </message>
    <message>
        <source>Sign the sheet of %1?</source>
        <translation>签认 %1 的盘点表？</translation>
    </message>
    <message>
        <source>It moves to “%1”. You cannot take the signature back; only the bureau can open the sheet again.</source>
        <translation>状态将变为“%1”。签认后不能撤回，只有机关事务管理局可以重新打开。</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签认</translation>
    </message>
    <message>
        <source>Open the sheet of %1 again?</source>
        <translation>重新打开 %1 的盘点表？</translation>
    </message>
    <message>
        <source>It goes back to counting, and every signature on it is void. Decisions stay.</source>
        <translation>盘点表退回盘点中，已有签认全部作废，处理意见保留。</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Reason (wanted)</source>
        <translation>理由（必填）</translation>
    </message>
</context>
<context>
    <name>SignalsPane</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Traces that an ordinary walk does not leave. They are questions to ask the people who counted; there may be a good answer to each, and nothing follows from one by itself.</source>
        <translation>以下痕迹与逐室走动盘点的常情不同，供询问盘点人员之用；每一条都可能有合理解释，不据此下任何结论。</translation>
    </message>
    <message>
        <source>Hide the scans</source>
        <translation>收起扫码记录</translation>
    </message>
    <message>
        <source>Show %1 scans</source>
        <translation>查看 %1 条扫码记录</translation>
    </message>
    <message>
        <source>%1, handheld %2</source>
        <translation>%1，终端 %2</translation>
    </message>
    <message>
        <source>No questions</source>
        <translation>没有需要询问的</translation>
    </message>
    <message>
        <source>Nothing in the scans looks other than people walking from room to room. That is no proof, either: a recount is.</source>
        <translation>扫码记录与逐室走动盘点的常情一致。这也不是证明，抽查才是。</translation>
    </message>
</context>
<context>
    <name>SurplusForm</name>
    <message>
        <source>Decide %1 surplus things</source>
        <translation>处理 %1 件盘盈</translation>
    </message>
    <message>
        <source>Decide the surplus</source>
        <translation>处理盘盈</translation>
    </message>
    <message>
        <source>Enters the books after approval, at this value.</source>
        <translation>经批复后按此价值入账。</translation>
    </message>
    <message>
        <source>Dismissed: no thing of its own, for example scanned by mistake.</source>
        <translation>不予入账：并非另一件实物，例如误扫。</translation>
    </message>
    <message>
        <source>Take into the books</source>
        <translation>同意入账</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>不予入账</translation>
    </message>
    <message>
        <source>Value in yuan</source>
        <translation>价值（元）</translation>
    </message>
    <message>
        <source>Months it can still be used</source>
        <translation>尚可使用月数</translation>
    </message>
    <message>
        <source>What the value rests on</source>
        <translation>价值依据</translation>
    </message>
    <message>
        <source>Reason (wanted)</source>
        <translation>理由（必填）</translation>
    </message>
</context>
<context>
    <name>guanwu::DecisionDesk</name>
    <message>
        <source>Checked on the spot</source>
        <translation>现场复核属实</translation>
    </message>
    <message>
        <source>Moved without a slip</source>
        <translation>已调整，未办手续</translation>
    </message>
    <message>
        <source>Not found after a second search</source>
        <translation>再次查找未见</translation>
    </message>
    <message>
        <source>Lent out, paper seen</source>
        <translation>借出，已见凭据</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>发票</translation>
    </message>
    <message>
        <source>Value of a like thing</source>
        <translation>同类资产价值</translation>
    </message>
    <message>
        <source>Appraisal</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Nominal amount</source>
        <translation>名义金额</translation>
    </message>
    <message>
        <source>An amount in yuan, as 1200.00</source>
        <translation>金额（元），如 1200.00</translation>
    </message>
    <message numerus="yes">
        <source>%n decided: %1</source>
        <translation>
            <numerusform>%n 条已处理：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n surplus into the books</source>
        <translation>
            <numerusform>%n 件盘盈同意入账</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n surplus dismissed</source>
        <translation>
            <numerusform>%n 件盘盈不予入账</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanwu::FindingList</name>
    <message>
        <source>Unknown tag %1</source>
        <translation>未知标签 %1</translation>
    </message>
    <message>
        <source>seen by %1</source>
        <translation>由 %1 见到</translation>
    </message>
    <message>
        <source>Into the books at %1 yuan</source>
        <translation>同意入账 %1 元</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>不予入账</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分类代码</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>存放地点</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>状况</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Scanned as</source>
        <translation>扫描内容</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>见到的单位</translation>
    </message>
    <message>
        <source>User</source>
        <translation>使用人</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>规格型号</translation>
    </message>
    <message>
        <source>Original value</source>
        <translation>原值（元）</translation>
    </message>
</context>
<context>
    <name>guanwu::RecountDesk</name>
    <message>
        <source>Agrees</source>
        <translation>与自查一致</translation>
    </message>
    <message>
        <source>Result is wrong</source>
        <translation>结果有误</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到实物</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>未复核</translation>
    </message>
    <message>
        <source>Nothing has been looked at yet: the sample proves nothing.</source>
        <translation>尚未复核任何一条，样本还不能证明什么。</translation>
    </message>
    <message>
        <source>With %1 % confidence at most %2 % of the lines are wrong.</source>
        <translation>有 %1 % 的把握：有误的条目不超过 %2 %。</translation>
    </message>
    <message>
        <source>Lines not looked at yet are taken for wrong. If all that is left agrees: at most %1 %.</source>
        <translation>未复核的条目暂按有误计算；若其余全部一致，则不超过 %1 %。</translation>
    </message>
    <message>
        <source>%1 of %2 lines, drawn by the server with seed %3, %4</source>
        <translation>从 %2 条中随机抽取 %1 条，服务器种子 %3，%4</translation>
    </message>
</context>
<context>
    <name>guanwu::SheetView</name>
    <message>
        <source>The sheet was changed meanwhile, so this was not saved. It has been read again: look, and decide once more.</source>
        <translation>盘点表刚刚被他人改动，本次未保存。已重新读取，请核对后再处理一次。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) in doubt</source>
        <translation>
            <numerusform>%n 条存疑</numerusform>
        </translation>
    </message>
    <message>
        <source>Contradicting sightings: decide each before signing.</source>
        <translation>前后记录相互矛盾，签认前须逐条处理。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) that nobody has seen</source>
        <translation>
            <numerusform>%n 条未盘到</numerusform>
        </translation>
    </message>
    <message>
        <source>They become shortage with the signature.</source>
        <translation>签认后按盘亏计。</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) without a decision</source>
        <translation>
            <numerusform>%n 处疑点未处理</numerusform>
        </translation>
    </message>
    <message>
        <source>They are signed as the count has them.</source>
        <translation>将按盘点结果签认。</translation>
    </message>
    <message>
        <source>Scans have come in that the figures do not have yet</source>
        <translation>有新到的扫码记录尚未计入数据</translation>
    </message>
    <message>
        <source>They follow within a minute. Wait, and look again.</source>
        <translation>一分钟内即会汇总，请稍候再看。</translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) in quarantine</source>
        <translation>
            <numerusform>%n 条扫码记录被隔离</numerusform>
        </translation>
    </message>
    <message>
        <source>Their identity was taken by other content; they count for nothing. See Campaigns.</source>
        <translation>其标识已被不同内容占用，不计入结果，详见“清查任务”。</translation>
    </message>
    <message>
        <source>No complete recount</source>
        <translation>抽查尚未完成</translation>
    </message>
    <message>
        <source>The bureau has not looked at a whole random sample yet.</source>
        <translation>机关事务管理局还没有完整复核过一个随机样本。</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) seen where they do not belong</source>
        <translation>
            <numerusform>%n 张卡片的实物出现在别处</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask the other unit.</source>
        <translation>请与对方单位核实。</translation>
    </message>
    <message>
        <source>The sheet is now: %1</source>
        <translation>盘点表状态已变为：%1</translation>
    </message>
    <message>
        <source>All findings</source>
        <translation>全部疑点</translation>
    </message>
</context>
<context>
    <name>guanwu::SignalList</name>
    <message>
        <source>tags</source>
        <translation>个标签</translation>
    </message>
    <message>
        <source>rooms</source>
        <translation>个房间</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>changes of room</source>
        <translation>次换房间</translation>
    </message>
    <message>
        <source>ms for the fastest</source>
        <translation>毫秒（最快）</translation>
    </message>
    <message>
        <source>things</source>
        <translation>件资产</translation>
    </message>
    <message>
        <source>scans</source>
        <translation>次扫码</translation>
    </message>
    <message>
        <source>jumps</source>
        <translation>次跳变</translation>
    </message>
    <message>
        <source>seconds back</source>
        <translation>秒（倒退）</translation>
    </message>
    <message>
        <source>of all</source>
        <translation>件（共见到）</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>handhelds</source>
        <translation>台终端</translation>
    </message>
</context>
</TS>
