<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>EnrolPage</name>
    <message>
        <source>Aim at the enrolment code</source>
        <translation>对准登记二维码</translation>
    </message>
    <message>
        <source>The administrator shows it under Handhelds</source>
        <translation>由系统管理员在“手持终端”页出示</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Guanwu</source>
        <translation>管物</translation>
    </message>
</context>
<context>
    <name>NavigationBar</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>NavigationRail</name>
    <message>
        <source>Guanwu</source>
        <translation>管物</translation>
    </message>
    <message>
        <source>Guan</source>
        <comment>short name above a narrow rail</comment>
        <translation>管物</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Display and sound</source>
        <translation>显示与声音</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Normal type</source>
        <translation>标准字号</translation>
    </message>
    <message>
        <source>Large type</source>
        <translation>大字号</translation>
    </message>
    <message>
        <source>The language changes when the program is started again.</source>
        <translation>语言在下次启动后生效。</translation>
    </message>
    <message>
        <source>%1, account %2</source>
        <translation>%1，账号 %2</translation>
    </message>
    <message>
        <source>New PIN, 4 to 12 digits</source>
        <translation>新 PIN 码，4 到 12 位数字</translation>
    </message>
    <message>
        <source>PIN that opens this device without a network, 4 to 12 digits</source>
        <translation>离线解锁本机的 PIN 码，4 到 12 位数字</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>设置 PIN 码</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Logging out deletes nothing that was scanned.</source>
        <translation>退出登录不会删除任何已扫记录。</translation>
    </message>
    <message>
        <source>This device: %1</source>
        <translation>本机：%1</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>服务器：%1</translation>
    </message>
    <message>
        <source>Verdicts are heard</source>
        <translation>扫码有提示音</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>For people who set up cameras: how fast tags are read, and what is not.</source>
        <translation>供调试摄像头的人员使用：标签读得多快，哪些读不出。</translation>
    </message>
    <message>
        <source>Scanner at work</source>
        <translation>识读器运行情况</translation>
    </message>
</context>
<context>
    <name>ShortcutHelp</name>
    <message>
        <source>Go to a page, in the order of the list</source>
        <translation>按导航顺序打开页面</translation>
    </message>
    <message>
        <source>Next page, page before</source>
        <translation>下一页、上一页</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Next control, control before</source>
        <translation>下一个、上一个控件</translation>
    </message>
    <message>
        <source>Close what is open</source>
        <translation>关闭当前打开的内容</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>显示本说明</translation>
    </message>
    <message>
        <source>Up, Down, PgUp, PgDn, Home, End</source>
        <translation>上、下、PgUp、PgDn、Home、End</translation>
    </message>
    <message>
        <source>Move in the table</source>
        <translation>在表格中移动</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>打开该行</translation>
    </message>
    <message>
        <source>Space, Shift+arrows, Ctrl+A</source>
        <translation>空格、Shift+方向键、Ctrl+A</translation>
    </message>
    <message>
        <source>Pick rows, where rows can be picked</source>
        <translation>选择行（可多选的表格）</translation>
    </message>
    <message>
        <source>Condition of what was scanned last</source>
        <translation>标记刚扫资产的状况</translation>
    </message>
    <message>
        <source>Undo the last scan</source>
        <translation>撤销上一次扫码</translation>
    </message>
    <message>
        <source>Type a number</source>
        <translation>手工输入编号</translation>
    </message>
    <message>
        <source>A thing without a tag</source>
        <translation>登记无标签资产</translation>
    </message>
    <message>
        <source>Leave the room</source>
        <translation>盘完离开</translation>
    </message>
    <message>
        <source>Send what is on this device</source>
        <translation>上传本机记录</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Next finding, finding before</source>
        <translation>下一个、上一个疑点</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>认定</translation>
    </message>
    <message>
        <source>Space, A</source>
        <translation>空格、A</translation>
    </message>
    <message>
        <source>Pick one, pick all alike</source>
        <translation>选择一条、选择全部同类</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+←</translation>
    </message>
    <message>
        <source>Back to the units</source>
        <translation>返回单位列表</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>For a meeting room</source>
        <translation>会议室大屏</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>New card</source>
        <translation>新建卡片</translation>
    </message>
    <message>
        <source>Change the card</source>
        <translation>修改卡片</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New document</source>
        <translation>新建单据</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>保存草稿</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>In tables</source>
        <translation>表格中</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>键盘操作</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Set a surplus thing aside</source>
        <translation>排除该盘盈</translation>
    </message>
</context>
<context>
    <name>guanwu::Navigation</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>资产卡片</translation>
    </message>
    <message>
        <source>Handhelds</source>
        <translation>手持终端</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>清查大屏</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>清查任务</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>Idle things</source>
        <translation>闲置资产</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>专项台账</translation>
    </message>
    <message>
        <source>People and units</source>
        <translation>人员与机构</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Office space</source>
        <translation>办公用房</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>账簿</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>审计记录</translation>
    </message>
</context>
</TS>
