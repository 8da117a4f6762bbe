<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CameraView</name>
    <message numerus="yes">
        <source>Camera picture, %n tag(s) in view</source>
        <translation>
            <numerusform>摄像头画面，可见 %n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>没有摄像头</translation>
    </message>
    <message>
        <source>Torch off</source>
        <translation>关闭补光灯</translation>
    </message>
    <message>
        <source>Torch on</source>
        <translation>打开补光灯</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>摄像头正在启动…</translation>
    </message>
    <message>
        <source>Scan with the trigger or a hand scanner, or type the number.</source>
        <translation>请用扫描键或扫描枪扫码，也可以输入编号。</translation>
    </message>
    <message>
        <source>Type the number</source>
        <translation>输入编号</translation>
    </message>
    <message>
        <source>%1 Scan with the trigger or a hand scanner.</source>
        <translation>%1请用扫描键或扫描枪扫码。</translation>
    </message>
</context>
<context>
    <name>guanwu::CameraSource</name>
    <message>
        <source>There is no camera on this device.</source>
        <translation>本机没有摄像头。</translation>
    </message>
    <message>
        <source>The camera does not start. Another program may be using it.</source>
        <translation>摄像头无法启动，可能正被其他程序占用。</translation>
    </message>
</context>
<context>
    <name>guanwu::FrameDecoder</name>
    <message>
        <source>The program that reads pictures (guanwu-reader) cannot be started.</source>
        <translation>无法启动识读程序 guanwu-reader。</translation>
    </message>
</context>
<context>
    <name>guanwu::LiveCamera</name>
    <message>
        <source>No camera is used.</source>
        <translation>未使用摄像头。</translation>
    </message>
</context>
<context>
    <name>guanwu::PictureSource</name>
    <message>
        <source>There is no picture in %1</source>
        <translation>%1 中没有图片</translation>
    </message>
</context>
<context>
    <name>guanwu::VideoSource</name>
    <message>
        <source>The video cannot be played: %1</source>
        <translation>无法播放视频：%1</translation>
    </message>
    <message>
        <source>There is neither a folder of pictures nor a video at %1</source>
        <translation>%1 既不是图片文件夹，也不是视频文件</translation>
    </message>
</context>
</TS>
