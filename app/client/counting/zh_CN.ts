<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ChoiceKey</name>
    <message>
        <source>%1, key %2</source>
        <translation>%1，按键 %2</translation>
    </message>
</context>
<context>
    <name>HandScannerPanel</name>
    <message>
        <source>Hand scanner</source>
        <translation>扫描枪</translation>
    </message>
    <message>
        <source>A scanner that works like a keyboard needs no choice here.</source>
        <translation>键盘方式的扫描枪无需在此选择。</translation>
    </message>
    <message>
        <source>Keyboard or none</source>
        <translation>键盘方式或没有</translation>
    </message>
    <message>
        <source>%1 bit/s</source>
        <translation>%1 比特/秒</translation>
    </message>
    <message>
        <source>It has to end each code with CR (Enter); over USB the speed does not matter.</source>
        <translation>扫描枪须在每个码后发送回车（CR）；USB 连接时速率无关紧要。</translation>
    </message>
    <message>
        <source>Look for scanners again</source>
        <translation>重新查找扫描枪</translation>
    </message>
</context>
<context>
    <name>LeaveRoomPanel</name>
    <message numerus="yes">
        <source>Still missing here: %n</source>
        <translation>
            <numerusform>此处还缺 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Look again, or scan the label of %1 once more to go.</source>
        <translation>请再找一找；再扫一次“%1”的房间标签即可离开。</translation>
    </message>
    <message>
        <source>Look again before you go. You can go on scanning.</source>
        <translation>离开前请再找一找，可以继续扫码。</translation>
    </message>
    <message>
        <source>Go on looking here</source>
        <translation>继续在此盘点</translation>
    </message>
    <message>
        <source>Come back later</source>
        <translation>稍后再来</translation>
    </message>
    <message>
        <source>Close the room without them</source>
        <translation>按缺失盘毕本房间</translation>
    </message>
</context>
<context>
    <name>ManualEntryDialog</name>
    <message>
        <source>Type a number</source>
        <translation>输入编号</translation>
    </message>
    <message>
        <source>Count it</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Number on the tag, or P: and the code of a room</source>
        <translation>标签上的编号，或 P: 加房间编码</translation>
    </message>
    <message>
        <source>Why was it not scanned?</source>
        <translation>为什么不能扫码？</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note on %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>RoomPage</name>
    <message>
        <source>No room yet</source>
        <translation>尚未进入房间</translation>
    </message>
    <message>
        <source>%1 · closed before</source>
        <translation>%1 · 此前已盘毕</translation>
    </message>
    <message>
        <source>Scan the label of a room, or choose it</source>
        <translation>扫描房间标签，或在列表中选择房间</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销（Ctrl+Z）</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Still missing: %1</source>
        <translation>还缺 %1 件</translation>
    </message>
    <message>
        <source>Everything here was seen</source>
        <translation>此处资产已全部见到</translation>
    </message>
    <message>
        <source>From elsewhere: %1</source>
        <translation>应在别处：%1 件</translation>
    </message>
    <message>
        <source>What you scan is listed here.</source>
        <translation>扫到的资产列在这里。</translation>
    </message>
    <message>
        <source>Type a number (F2)</source>
        <translation>输入编号（F2）</translation>
    </message>
    <message>
        <source>Surplus: a thing on no book (F3)</source>
        <translation>登记盘盈：账外实物（F3）</translation>
    </message>
    <message>
        <source>Photo of the last thing (F6)</source>
        <translation>给刚扫的资产拍照（F6）</translation>
    </message>
    <message>
        <source>Note (F7)</source>
        <translation>备注（F7）</translation>
    </message>
    <message>
        <source>Done here</source>
        <translation>盘完离开</translation>
    </message>
</context>
<context>
    <name>RoomsPage</name>
    <message>
        <source>Type the room or a number (F2)</source>
        <translation>输入房间编码或资产编号（F2）</translation>
    </message>
    <message>
        <source>Scan the label of a room, or choose it</source>
        <translation>扫描房间标签，或在列表中选择房间</translation>
    </message>
    <message>
        <source>Rooms done: %1 of %2</source>
        <translation>已盘房间 %1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Go on in %1</source>
        <translation>继续盘点 %1</translation>
    </message>
    <message>
        <source>Find a room</source>
        <translation>查找房间</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n from elsewhere</source>
        <translation>
            <numerusform>%1 · 应在别处 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已盘毕</translation>
    </message>
    <message>
        <source>All seen</source>
        <translation>全部见到</translation>
    </message>
    <message>
        <source>No such room in the book</source>
        <translation>账上没有这个房间</translation>
    </message>
    <message>
        <source>A room that the book does not know is counted by scanning its label.</source>
        <translation>账上没有的房间，扫描其房间标签即可盘点。</translation>
    </message>
</context>
<context>
    <name>ScanRowDelegate</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>SheetCard</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>已盘</translation>
    </message>
    <message>
        <source>%1 things</source>
        <translation>共 %1 件</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 条</translation>
    </message>
    <message>
        <source>On this device, works offline</source>
        <translation>已在本机，可离线盘点</translation>
    </message>
    <message>
        <source>The download was broken off</source>
        <translation>下载中断，未完成</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>在服务器上</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>开始盘点</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续下载</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
</context>
<context>
    <name>SheetsPage</name>
    <message>
        <source>My count sheets</source>
        <translation>我的盘点表</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Nothing is on this device yet</source>
        <translation>本机还没有盘点表</translation>
    </message>
    <message>
        <source>No count is under way for you</source>
        <translation>目前没有需要您盘点的任务</translation>
    </message>
    <message>
        <source>Go where there is a network once and download your sheets. After that you can count offline for days.</source>
        <translation>请先到有网络的地方下载盘点表，之后可以连续多日离线盘点。</translation>
    </message>
    <message>
        <source>The bureau starts a count; it appears here when the books are frozen.</source>
        <translation>清查任务由机关事务管理局下达，账面冻结后会出现在这里。</translation>
    </message>
</context>
<context>
    <name>SurplusDialog</name>
    <message>
        <source>Surplus: on no book</source>
        <translation>登记盘盈（账外实物）</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Tag %1 · %2</source>
        <translation>标签 %1 · %2</translation>
    </message>
    <message>
        <source>Without a tag · %1</source>
        <translation>无标签 · %1</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>资产名称</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>减一</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>加一</translation>
    </message>
    <message>
        <source>Remark (may stay empty)</source>
        <translation>说明（可不填）</translation>
    </message>
    <message>
        <source>With this picture</source>
        <translation>附这张照片</translation>
    </message>
    <message>
        <source>Without a picture</source>
        <translation>不附照片</translation>
    </message>
</context>
<context>
    <name>SyncLine</name>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>退回 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即上传</translation>
    </message>
</context>
<context>
    <name>UserDialog</name>
    <message>
        <source>User of %1</source>
        <translation>%1 的使用人</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>查找姓名</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Aim at a tag</source>
        <translation>请对准标签</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>填写名称</translation>
    </message>
    <message>
        <source>Condition: let go, or draw on</source>
        <translation>使用状况：松手确认，或继续滑动</translation>
    </message>
    <message>
        <source>User: let go, or draw on</source>
        <translation>使用人：松手确认，或继续滑动</translation>
    </message>
</context>
<context>
    <name>guanwu::Counting</name>
    <message>
        <source>What is kept on this device cannot be read.</source>
        <translation>无法读取本机保存的数据。</translation>
    </message>
    <message>
        <source>Belongs in %1</source>
        <translation>应在：%1</translation>
    </message>
    <message>
        <source>Surplus</source>
        <translation>盘盈</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) should be here</source>
        <translation>
            <numerusform>此处应有 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>The book has nothing in this room</source>
        <translation>账上此房间没有资产</translation>
    </message>
    <message>
        <source>Closed: %1</source>
        <translation>已盘毕：%1</translation>
    </message>
    <message>
        <source>Scan the label of the room first, or choose the room.</source>
        <translation>请先扫描房间标签，或选择房间。</translation>
    </message>
    <message>
        <source>The book names no room for it</source>
        <translation>账上没有登记它的存放地点</translation>
    </message>
    <message>
        <source>Counted by %1 at %2</source>
        <translation>%2 已由 %1 盘过</translation>
    </message>
    <message>
        <source>Registered, but on no book here: most likely another unit&apos;s. The server will say.</source>
        <translation>已登记，但不在本机账册上，多半是别单位的。已存，上传后核对。</translation>
    </message>
    <message>
        <source>Unit %1, number %2</source>
        <translation>单位 %1，编号 %2</translation>
    </message>
    <message>
        <source>On no book here. The server will say whose it is.</source>
        <translation>不在本机账册上。已存，上传后核对属于哪个单位。</translation>
    </message>
    <message>
        <source>Kept as a surplus. Say what it is.</source>
        <translation>已存为盘盈，请填名称。</translation>
    </message>
    <message>
        <source>The book says it was disposed of, and it is here.</source>
        <translation>账上已处置，但实物仍在。</translation>
    </message>
    <message>
        <source>What was said of it does not agree.</source>
        <translation>前后记录不一致。</translation>
    </message>
    <message>
        <source>%1 saw it in another place or state before.</source>
        <translation>此前 %1 记录的地点或状况不同。</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>未计入</translation>
    </message>
    <message>
        <source>NOT saved: the storage of this device is full or damaged.</source>
        <translation>没有保存：本机存储已满或损坏。</translation>
    </message>
    <message>
        <source>The photo was not saved.</source>
        <translation>照片没有保存。</translation>
    </message>
    <message>
        <source>This surplus has no tag: undo it and enter it again.</source>
        <translation>这件盘盈没有标签：请撤销后重新登记。</translation>
    </message>
    <message>
        <source>The room is open again</source>
        <translation>房间已重新打开</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Other user…</source>
        <translation>其他使用人…</translation>
    </message>
    <message>
        <source>The tag is damaged</source>
        <translation>标签破损</translation>
    </message>
    <message>
        <source>The tag cannot be reached</source>
        <translation>标签够不着</translation>
    </message>
    <message>
        <source>There is no tag</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <source>The scanner fails</source>
        <translation>扫描设备故障</translation>
    </message>
</context>
<context>
    <name>guanwu::MySheets</name>
    <message>
        <source>What is kept on this device cannot be read.</source>
        <translation>无法读取本机保存的数据。</translation>
    </message>
    <message>
        <source>NOT saved: the storage of this device is full or damaged.</source>
        <translation>没有保存：本机存储已满或损坏。</translation>
    </message>
</context>
<context>
    <name>guanwu::RoomList</name>
    <message>
        <source>Without a room</source>
        <translation>未登记地点</translation>
    </message>
</context>
<context>
    <name>guanwu::SerialScanner</name>
    <message>
        <source>The scanner ends its codes with nothing. Set its suffix to CR (Enter).</source>
        <translation>扫描枪没有在码后发送结束符。请把后缀设为回车（CR）。</translation>
    </message>
    <message>
        <source>This user may not read the serial port %1 (group dialout).</source>
        <translation>当前用户无权读取串口 %1（需加入 dialout 组）。</translation>
    </message>
    <message>
        <source>Another program reads the serial port %1.</source>
        <translation>串口 %1 正被另一个程序读取。</translation>
    </message>
    <message>
        <source>The scanner at %1 is not plugged in.</source>
        <translation>%1 上没有接扫描枪。</translation>
    </message>
    <message>
        <source>%1 is no serial port.</source>
        <translation>%1 不是串口。</translation>
    </message>
    <message>
        <source>What the scanner sends is no text. Is its speed %1?</source>
        <translation>扫描枪发来的不是文字。它的速率是 %1 吗？</translation>
    </message>
</context>
<context>
    <name>guanwu::SyncState</name>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Saved here: %1 · on the server: %2 · sending…</source>
        <translation>本机待传 %1 · 已传 %2 · 正在上传…</translation>
    </message>
    <message>
        <source>Saved here: %1 · on the server: %2 · last sync: %3</source>
        <translation>本机待传 %1 · 已传 %2 · 上次同步 %3</translation>
    </message>
    <message>
        <source>Offline · %1</source>
        <translation>离线 · %1</translation>
    </message>
    <message>
        <source>What is kept on this device cannot be read.</source>
        <translation>无法读取本机保存的数据。</translation>
    </message>
</context>
</TS>
