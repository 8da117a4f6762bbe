<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ScannerPage</name>
    <message>
        <source>Scanner at work</source>
        <translation>识读器运行情况</translation>
    </message>
    <message>
        <source>P halt · M marks · + and − budget · F5 count anew · Esc back</source>
        <translation>P 暂停 · M 标记 · ＋－ 时限 · F5 重新统计 · Esc 返回</translation>
    </message>
    <message>
        <source>Go on (P)</source>
        <translation>继续（P）</translation>
    </message>
    <message>
        <source>Halt (P)</source>
        <translation>暂停（P）</translation>
    </message>
    <message>
        <source>Marks (M)</source>
        <translation>标记（M）</translation>
    </message>
    <message>
        <source>Count anew (F5)</source>
        <translation>重新统计（F5）</translation>
    </message>
    <message>
        <source>Camera picture with the regions of the reader</source>
        <translation>摄像头画面与识读区域</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>摄像头正在启动…</translation>
    </message>
    <message>
        <source>Choose a folder of pictures or a video below.</source>
        <translation>请选择图片文件夹或视频。</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>识读</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>What is read is listed here.</source>
        <translation>识读到的码列在这里。</translation>
    </message>
</context>
<context>
    <name>SourcePicker</name>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Video or picture</source>
        <translation>视频或图片</translation>
    </message>
    <message>
        <source>Folder, video or picture</source>
        <translation>文件夹、视频或图片</translation>
    </message>
    <message>
        <source>Videos and pictures (*.avi *.mp4 *.mkv *.mov *.webm *.png *.jpg *.jpeg)</source>
        <translation>视频和图片 (*.avi *.mp4 *.mkv *.mov *.webm *.png *.jpg *.jpeg)</translation>
    </message>
</context>
<context>
    <name>WatchFigures</name>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2：%3</translation>
    </message>
</context>
<context>
    <name>guanwu::ScannerWatch</name>
    <message>
        <source>Frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>Read a second</source>
        <translation>每秒识读帧数</translation>
    </message>
    <message>
        <source>Codes a second</source>
        <translation>每秒识读码数</translation>
    </message>
    <message>
        <source>Work a frame, median</source>
        <translation>每帧用时中位数</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>95 of 100 frames within</source>
        <translation>95% 的帧不超过</translation>
    </message>
    <message>
        <source>Finding and following</source>
        <translation>查找与跟踪</translation>
    </message>
    <message>
        <source>1 First look</source>
        <translation>1 初读</translation>
    </message>
    <message>
        <source>2 Second look</source>
        <translation>2 再读</translation>
    </message>
    <message>
        <source>3 Dear looks</source>
        <translation>3 精读</translation>
    </message>
    <message>
        <source>W Whole frame</source>
        <translation>W 整帧</translation>
    </message>
    <message>
        <source>read now</source>
        <translation>刚读到</translation>
    </message>
    <message>
        <source>followed</source>
        <translation>跟踪中</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待读</translation>
    </message>
    <message>
        <source>hopeless</source>
        <translation>放弃</translation>
    </message>
</context>
</TS>
