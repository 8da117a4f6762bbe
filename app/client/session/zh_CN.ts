<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ChangePasswordPage</name>
    <message>
        <source>Choose your own password</source>
        <translation>设置自己的密码</translation>
    </message>
    <message>
        <source>At least 10 characters of 3 kinds: capitals, small letters, digits, signs.</source>
        <translation>至少 10 个字符，包含大写、小写、数字、符号中的 3 类。</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>再输入一次新密码</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>两次输入不一致</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>退出登录</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Guanwu</source>
        <translation>管物</translation>
    </message>
    <message>
        <source>Everyone looks after things, and every thing has someone who looks after it.</source>
        <translation>人人都管物，物物有人管。</translation>
    </message>
    <message>
        <source>Enrol this device</source>
        <translation>登记本机</translation>
    </message>
    <message>
        <source>Ask the system administrator for an enrolment code. It works once, for 15 minutes.</source>
        <translation>请向系统管理员索取登记码。每个登记码只能用一次，15 分钟内有效。</translation>
    </message>
    <message>
        <source>Scan the QR code</source>
        <translation>扫描登记二维码</translation>
    </message>
    <message>
        <source>or paste its text</source>
        <translation>或粘贴登记码文本</translation>
    </message>
    <message>
        <source>Name of this device</source>
        <translation>本机名称</translation>
    </message>
    <message>
        <source>for example: handheld 3 of the logistics office</source>
        <translation>例如：后勤科三号终端</translation>
    </message>
    <message>
        <source>Enrolling…</source>
        <translation>正在登记…</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Just looking?</source>
        <translation>先看看？</translation>
    </message>
    <message>
        <source>The demo runs on this computer only: an invented city of 219 units. Nothing is sent anywhere.</source>
        <translation>演示只在本机运行：一座虚构的城市，219 个单位。不向任何地方发送数据。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示</translation>
    </message>
</context>
<context>
    <name>LogInPage</name>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Demo server on this computer</source>
        <translation>本机演示服务器</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Demo accounts: choose a role</source>
        <translation>演示账号：选择一个角色</translation>
    </message>
    <message>
        <source>Guanwu</source>
        <translation>管物</translation>
    </message>
</context>
<context>
    <name>ShownLanguage</name>
    <message>
        <source>en</source>
        <extracomment>The token of the language of the translation: &quot;zh_CN&quot; in Chinese.</extracomment>
        <translation>zh_CN</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Log in as somebody else</source>
        <translation>换账号登录</translation>
    </message>
</context>
<context>
    <name>guanwu::ClientSession</name>
    <message>
        <source>The server has ended this log-in. Everything scanned is kept: log in again.</source>
        <translation>服务器已结束此次登录。已扫记录都在，请重新登录。</translation>
    </message>
    <message>
        <source>Demo handheld</source>
        <translation>演示终端</translation>
    </message>
    <message>
        <source>This device cannot save: its storage is full or damaged.</source>
        <translation>本机无法保存：存储空间已满或损坏。</translation>
    </message>
</context>
<context>
    <name>guanwu::DemoServer</name>
    <message>
        <source>Making the demo city</source>
        <translation>正在生成演示城市</translation>
    </message>
    <message>
        <source>Starting the demo server</source>
        <translation>正在启动演示服务器</translation>
    </message>
    <message>
        <source>The demo server could not be started: %1</source>
        <translation>演示服务器无法启动：%1</translation>
    </message>
</context>
</TS>
