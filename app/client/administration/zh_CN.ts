<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>First password of %1, shown once: hand it over, it is kept nowhere.</source>
        <translation>%1 的初始密码只显示这一次，请当面转交；系统不留存。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>There are no accounts</source>
        <translation>没有账号</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>添加账号</translation>
    </message>
    <message>
        <source>It has no role until the security administrator grants one.</source>
        <translation>安全管理员授予角色之前，该账号没有任何权限。</translation>
    </message>
    <message>
        <source>Account, never given again</source>
        <translation>账号（不再重复使用）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>授予</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Code of the unit</source>
        <translation>单位编码</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>New first password</source>
        <translation>重置初始密码</translation>
    </message>
    <message>
        <source>Open the account again</source>
        <translation>恢复账号</translation>
    </message>
    <message>
        <source>Close the account</source>
        <translation>停用账号</translation>
    </message>
</context>
<context>
    <name>AuditEntryPane</name>
    <message>
        <source>Everything done to it</source>
        <translation>对它的全部操作</translation>
    </message>
    <message>
        <source>Everything by this account</source>
        <translation>该账号的全部操作</translation>
    </message>
    <message>
        <source>Nobody changes an entry. Whether somebody did it behind the program&apos;s back, “guanwu audit verify” proves with the anchors.</source>
        <translation>审计记录不可修改。是否有人绕过程序改动，可用 guanwu audit verify 对照锚点验证。</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Audit trail</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>%1 entries, the newest first</source>
        <translation>共 %1 条，最新在前</translation>
    </message>
    <message>
        <source>Account, as it logs in</source>
        <translation>登录账号</translation>
    </message>
    <message>
        <source>Object, from its beginning: assets/TY2022</source>
        <translation>对象（前缀），如 assets/TY2022</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>No such entry</source>
        <translation>没有符合条件的记录</translation>
    </message>
    <message>
        <source>Take a filter away.</source>
        <translation>请减少筛选条件。</translation>
    </message>
</context>
<context>
    <name>HandheldsPage</name>
    <message>
        <source>Handhelds</source>
        <translation>手持终端</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>登记终端</translation>
    </message>
    <message>
        <source>No handheld is enrolled yet</source>
        <translation>还没有登记手持终端</translation>
    </message>
    <message>
        <source>Enrol one, and scan the code with it.</source>
        <translation>点“登记终端”，用手持终端扫描二维码。</translation>
    </message>
    <message>
        <source>This handheld was revoked. It never comes back; enrol it anew if it is found.</source>
        <translation>该终端已吊销，不能恢复；如找回，请重新登记。</translation>
    </message>
    <message>
        <source>Revoking ends its log-ins at once, and it never comes back. What it has not sent stays on it.</source>
        <translation>吊销后立即退出登录，且不能恢复。尚未上传的记录仍保存在终端上。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>吊销</translation>
    </message>
</context>
<context>
    <name>OfferDialog</name>
    <message>
        <source>Enrol a handheld</source>
        <translation>登记手持终端</translation>
    </message>
    <message>
        <source>Scan this with the handheld. It works once.</source>
        <translation>请用手持终端扫描，只能使用一次。</translation>
    </message>
    <message>
        <source>The handheld scans a code once; after that it belongs to this registry.</source>
        <translation>手持终端扫描一次二维码，即归属本系统。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在申请…</translation>
    </message>
    <message>
        <source>Show a code</source>
        <translation>显示二维码</translation>
    </message>
    <message>
        <source>Address at which handhelds reach this server</source>
        <translation>手持终端访问本服务器的地址</translation>
    </message>
    <message>
        <source>The code has run out. Show another one.</source>
        <translation>二维码已过期，请重新显示。</translation>
    </message>
    <message>
        <source>QR code for the handheld</source>
        <translation>手持终端登记二维码</translation>
    </message>
    <message>
        <source>Holds for</source>
        <translation>有效时间</translation>
    </message>
    <message>
        <source>Or type it on the handheld</source>
        <translation>或在手持终端上输入</translation>
    </message>
</context>
<context>
    <name>guanwu::AdministrationNames</name>
    <message>
        <source>Handheld</source>
        <translation>手持终端</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>登记时间</translation>
    </message>
    <message>
        <source>Offered by</source>
        <translation>登记人</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>吊销时间</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Revoked %1</source>
        <translation>已吊销 %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>拒绝原因</translation>
    </message>
    <message>
        <source>Rule that refused it</source>
        <translation>拒绝依据</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求编号</translation>
    </message>
    <message>
        <source>Before, as a digest</source>
        <translation>改前摘要</translation>
    </message>
    <message>
        <source>After, as a digest</source>
        <translation>改后摘要</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>记录编号</translation>
    </message>
</context>
</TS>
