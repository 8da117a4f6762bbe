<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BatchPage</name>
    <message>
        <source>Change many cards</source>
        <translation>批量变更</translation>
    </message>
    <message>
        <source>What to set</source>
        <translation>设置项目</translation>
    </message>
    <message>
        <source>Do not set</source>
        <translation>不设此项</translation>
    </message>
    <message>
        <source>A field that is left empty is cleared.</source>
        <translation>留空的项目将被清空。</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>添加项目</translation>
    </message>
    <message>
        <source>Why (stands in the history of each card)</source>
        <translation>原因（记入每张卡片的变更记录）</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>Show what would change</source>
        <translation>预览变更</translation>
    </message>
    <message>
        <source>%1 change</source>
        <translation>%1 张将变更</translation>
    </message>
    <message>
        <source>%1 are so already</source>
        <translation>%1 张已是如此</translation>
    </message>
    <message>
        <source>%1 stay as they are</source>
        <translation>%1 张不能变更</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>正在变更…</translation>
    </message>
    <message>
        <source>Change %1 cards</source>
        <translation>变更 %1 张卡片</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Which field</source>
        <translation>选择项目</translation>
    </message>
    <message>
        <source>The first %1 are shown; all of them can be taken back afterwards.</source>
        <translation>只列出前 %1 张；变更后可全部撤销。</translation>
    </message>
</context>
<context>
    <name>CardFormPage</name>
    <message>
        <source>Change %1</source>
        <translation>变更 %1</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>复制 %1</translation>
    </message>
    <message>
        <source>New card</source>
        <translation>新增卡片</translation>
    </message>
    <message>
        <source>The registry gives the number.</source>
        <translation>资产编号由系统生成。</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>全部项目</translation>
    </message>
    <message>
        <source>Grey fields move values or duties: a document changes those.</source>
        <translation>灰色项目涉及价值或权责，须凭单据变更。</translation>
    </message>
    <message>
        <source>Why (stands in the history)</source>
        <translation>原因（记入变更记录）</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
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
    <message>
        <source>Fields changed: %1</source>
        <translation>已改 %1 项</translation>
    </message>
    <message>
        <source>From its name it may be:</source>
        <translation>按名称推荐的分类：</translation>
    </message>
</context>
<context>
    <name>CardHistory</name>
    <message>
        <source>History</source>
        <translation>变更记录</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1，经办人 %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Nothing is told of this card yet.</source>
        <translation>这张卡片还没有变更记录。</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早的记录</translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Cards</source>
        <translation>资产卡片</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>%1 picked of %2</source>
        <translation>已选 %1 张，共 %2 张</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>找到 %1 张</translation>
    </message>
    <message>
        <source>New card (Ctrl+N)</source>
        <translation>新增卡片（Ctrl+N）</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Number, name, place, person, serial number, pinyin initials</source>
        <translation>编号、名称、地点、人员、序列号、拼音首字母</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1 picked</source>
        <translation>已选 %1 张</translation>
    </message>
    <message>
        <source>All that the filter finds</source>
        <translation>筛选结果全部</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>打印标签</translation>
    </message>
    <message>
        <source>Try fewer letters, or take a filter away.</source>
        <translation>少输入几个字，或取消一个筛选条件。</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Change (Ctrl+E)</source>
        <translation>变更（Ctrl+E）</translation>
    </message>
    <message>
        <source>Copy to a new card</source>
        <translation>复制为新卡片</translation>
    </message>
    <message>
        <source>Print the tag</source>
        <translation>打印标签</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>¥ %1</source>
        <translation>¥ %1</translation>
    </message>
    <message>
        <source>Net %1, depreciated %2</source>
        <translation>净值 %1，累计折旧 %2</translation>
    </message>
    <message>
        <source>The tag as it is printed: %1</source>
        <translation>打印样式的标签：%1</translation>
    </message>
    <message>
        <source>Photos and papers</source>
        <translation>照片与文件</translation>
    </message>
    <message>
        <source>Photo of %1</source>
        <translation>%1 的照片</translation>
    </message>
    <message>
        <source>Paper of %1</source>
        <translation>%1 的文件</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ConflictPanel</name>
    <message>
        <source>Somebody else changed this card meanwhile. Choose for each field what shall stand, then save again.</source>
        <translation>其间他人也改了这张卡片。请逐项选择以谁为准，再保存。</translation>
    </message>
    <message>
        <source>Yours: %1</source>
        <translation>本人：%1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Theirs: %1</source>
        <translation>对方：%1</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>%1 (needed)</source>
        <translation>%1（必填）</translation>
    </message>
    <message>
        <source>%1 (yuan)</source>
        <translation>%1（元）</translation>
    </message>
    <message>
        <source>%1 (m²)</source>
        <translation>%1（平方米）</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>年-月-日，如 2026-01-31</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改</translation>
    </message>
</context>
<context>
    <name>FieldLook</name>
    <message>
        <source>What it is</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Value and acquisition</source>
        <translation>价值与取得</translation>
    </message>
    <message>
        <source>Custody and place</source>
        <translation>使用保管与存放</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用情况</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Land and building</source>
        <translation>土地与房屋</translation>
    </message>
    <message>
        <source>At most %1 characters</source>
        <translation>最多 %1 个字</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 平方米</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>State</source>
        <translation>使用状况</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>存放地点</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>User</source>
        <translation>使用人</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
</context>
<context>
    <name>FilterButtons</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No filter</source>
        <translation>取消筛选</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>%1 rows are in the registry.</source>
        <translation>已导入 %1 行。</translation>
    </message>
    <message>
        <source>The import was taken back.</source>
        <translation>导入已撤销。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>错误清单</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>换一个文件</translation>
    </message>
    <message>
        <source>Import %1 rows</source>
        <translation>导入 %1 行</translation>
    </message>
    <message>
        <source>Take the import back</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>The server looks through the file; nothing is written until every row is right.</source>
        <translation>服务器正在逐行检查；全部无误之前不写入。</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>every row is right</source>
        <translation>全部行无误</translation>
    </message>
    <message>
        <source>%1 mistakes: mend the file and choose it again</source>
        <translation>%1 处错误：改好文件后重新选择</translation>
    </message>
    <message>
        <source>Row %1, %2: %3</source>
        <translation>第 %1 行，%2：%3</translation>
    </message>
    <message>
        <source>%1 more are like these</source>
        <translation>另有 %1 处类似问题</translation>
    </message>
    <message>
        <source>Nothing is written before every row is right</source>
        <translation>全部行无误才会写入</translation>
    </message>
    <message>
        <source>CSV, XLSX or ODS of at most 32 MiB, with the headings of the export or of the ministry&apos;s cards. The file is looked through first, and what is wrong stands beside its rows.</source>
        <translation>支持 32 MiB 以内的 CSV、XLSX、ODS，表头用本系统导出的或财政部卡片的均可。先逐行检查，错误与所在行并排显示。</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.xlsx *.ods)</source>
        <translation>表格 (*.csv *.txt *.xlsx *.ods)</translation>
    </message>
</context>
<context>
    <name>ImportRows</name>
    <message>
        <source>%1, wrong: %2</source>
        <translation>%1，错误：%2</translation>
    </message>
</context>
<context>
    <name>ReferencePicker</name>
    <message>
        <source>Choose none</source>
        <translation>不选</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Part of the name, or the code from its beginning</source>
        <translation>名称的一部分，或编码的开头</translation>
    </message>
    <message>
        <source>Part of the name or the code</source>
        <translation>名称或编码的一部分</translation>
    </message>
    <message>
        <source>More are called so: type more of the name</source>
        <translation>还有更多同名项，请多输入几个字</translation>
    </message>
    <message>
        <source>Nothing is called so</source>
        <translation>没有这个名称</translation>
    </message>
</context>
<context>
    <name>RegistryPage</name>
    <message>
        <source>Cards</source>
        <translation>资产卡片</translation>
    </message>
    <message>
        <source>%1 cards were changed.</source>
        <translation>已变更 %1 张卡片。</translation>
    </message>
    <message>
        <source>%1 cards are as they were.</source>
        <translation>%1 张卡片已恢复原样。</translation>
    </message>
    <message>
        <source>Card %1 is saved.</source>
        <translation>卡片 %1 已保存。</translation>
    </message>
    <message>
        <source>%1 picked cards</source>
        <translation>已选的 %1 张卡片</translation>
    </message>
    <message>
        <source>All that the filter finds: %1</source>
        <translation>筛选结果全部：%1 张</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Drawing…</source>
        <translation>正在生成…</translation>
    </message>
    <message>
        <source>Make the PDF</source>
        <translation>生成 PDF</translation>
    </message>
    <message>
        <source>The file is opened once it is saved; print it at its full size.</source>
        <translation>保存后自动打开，请按实际尺寸打印。</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Print tags: %1</source>
        <translation>打印标签：%1 张</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>%1 tags from %2 on</source>
        <translation>标签 %2 等 %1 张</translation>
    </message>
</context>
<context>
    <name>ValueCurve</name>
    <message>
        <source>Net value over time</source>
        <translation>净值变化</translation>
    </message>
    <message>
        <source>From %1 in %2 to %3 in %4</source>
        <translation>%2 为 %1 元，%4 为 %3 元</translation>
    </message>
</context>
<context>
    <name>guanwu::BatchChange</name>
    <message>
        <source>Taken back: %1</source>
        <translation>撤销：%1</translation>
    </message>
</context>
<context>
    <name>guanwu::CardForm</name>
    <message>
        <source>Needed for every card</source>
        <translation>每张卡片必填</translation>
    </message>
    <message>
        <source>Some fields still need something: they are marked.</source>
        <translation>有的项目还需填写或更正，已标出。</translation>
    </message>
    <message>
        <source>Somebody else changed other fields meanwhile; they stand here now. Save again.</source>
        <translation>其间他人改了其他项目，已更新到这里，请再次保存。</translation>
    </message>
    <message>
        <source>%1 Nothing is lost: save again.</source>
        <translation>%1 填写的内容都在，请再次保存。</translation>
    </message>
</context>
<context>
    <name>guanwu::ImportRun</name>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>文件不能读取：%1</translation>
    </message>
    <message>
        <source>Files of more than 32 MiB are imported on the server, with guanwu import.</source>
        <translation>超过 32 MiB 的文件请在服务器上用 guanwu import 导入。</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>资产卡片</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>存放地点</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>No answer came. Look at the list of imports before you send the file again.</source>
        <translation>没有收到答复。再次发送前，请先查看导入批次，确认是否已导入。</translation>
    </message>
    <message>
        <source>Ledger balances</source>
        <translation>总账余额</translation>
    </message>
</context>
<context>
    <name>guanwu::ReferenceSearch</name>
    <message>
        <source>choose one below it</source>
        <translation>请选下级分类</translation>
    </message>
</context>
<context>
    <name>guanwu::RegistryNames</name>
    <message>
        <source>Code of the unit</source>
        <translation>单位编码</translation>
    </message>
    <message>
        <source>Code of the place</source>
        <translation>地点编码</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签号</translation>
    </message>
</context>
</TS>
