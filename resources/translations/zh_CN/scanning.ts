<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n document(s)</source>
      <translation>
        <numerusform>%n 份材料</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n document(s) have no material yet. Press the digit of theirs.</source>
      <translation>
        <numerusform>有 %n 份材料还没有指定种类。请按对应的数字键。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n page(s)</source>
      <translation>
        <numerusform>%n 页</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n page(s) so far…</source>
      <translation>
        <numerusform>已到 %n 页……</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n page(s) were here already and were not added.</source>
      <translation>
        <numerusform>有 %n 页已在这里，没有重复添加。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n scanner(s) or camera(s) found. F9 at the counter scans like this.</source>
      <translation>
        <numerusform>找到 %n 台扫描仪或摄像头。在窗口按 F9 即按此扫描。</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Resolution</source>
      <translation>分辨率(&amp;R)</translation>
    </message>
    <message>
      <source>Add files</source>
      <translation>添加文件</translation>
    </message>
    <message>
      <source>Arrows move, with Shift they size, with Ctrl finely. Home takes all.</source>
      <translation>方向键移动，加 Shift 改大小，加 Ctrl 微调；Home 取整页。</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Choose folder</source>
      <translation>选择文件夹</translation>
    </message>
    <message>
      <source>Co&amp;lour</source>
      <translation>颜色(&amp;L)</translation>
    </message>
    <message>
      <source>Crop</source>
      <translation>裁剪</translation>
    </message>
    <message>
      <source>Crop the page</source>
      <translation>裁剪页面</translation>
    </message>
    <message>
      <source>Cut off</source>
      <translation>裁剪</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>删除</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>完成</translation>
    </message>
    <message>
      <source>File &amp;that was taken</source>
      <translation>收下后的原文件(&amp;T)</translation>
    </message>
    <message>
      <source>Files that a document camera or another program puts there fall into an open tray.</source>
      <translation>高拍仪或其他程序放进去的文件，会自动进入打开的托盘。</translation>
    </message>
    <message>
      <source>How to scan</source>
      <translation>怎样扫描</translation>
    </message>
    <message>
      <source>Join</source>
      <translation>合并</translation>
    </message>
    <message>
      <source>Leave it</source>
      <translation>不裁剪</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>查看</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>重新查找</translation>
    </message>
    <message>
      <source>Looking for scanners…</source>
      <translation>正在查找扫描仪……</translation>
    </message>
    <message>
      <source>Making files…</source>
      <translation>正在生成文件……</translation>
    </message>
    <message>
      <source>Material?</source>
      <translation>哪种材料？</translation>
    </message>
    <message>
      <source>No material yet</source>
      <translation>尚未指定材料</translation>
    </message>
    <message>
      <source>No page yet. F9 scans, Ctrl+O takes files, Ctrl+V what was copied; or drop files here.</source>
      <translation>还没有页面。按 F9 扫描，Ctrl+O 添加文件，Ctrl+V 粘贴；也可以把文件拖到这里。</translation>
    </message>
    <message>
      <source>No scanner answered. Switch it on and look again. Files, the clipboard and the watched folder work without one.</source>
      <translation>没有扫描仪应答。请打开扫描仪后重新查找。添加文件、粘贴和监视文件夹不需要扫描仪。</translation>
    </message>
    <message>
      <source>No scanner answered. Switch it on and look again; the watched folder works without one.</source>
      <translation>没有扫描仪应答。请打开扫描仪后重新查找；监视文件夹不需要扫描仪。</translation>
    </message>
    <message>
      <source>None</source>
      <translation>无</translation>
    </message>
    <message>
      <source>Nothing was changed.</source>
      <translation>没有改动。</translation>
    </message>
    <message>
      <source>Pa&amp;per lies</source>
      <translation>进纸方式(&amp;P)</translation>
    </message>
    <message>
      <source>Page {page} of {pages}: {material}</source>
      <translation>第 {page} 页，共 {pages} 页：{material}</translation>
    </message>
    <message>
      <source>Pages are still on their way. Wait, or stop them with Shift+F9.</source>
      <translation>页面还在传入。请等待，或按 Shift+F9 停止。</translation>
    </message>
    <message>
      <source>Pages in the tray</source>
      <translation>托盘中的页面</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Scan</source>
      <translation>扫描</translation>
    </message>
    <message>
      <source>Scan like this</source>
      <translation>按此扫描</translation>
    </message>
    <message>
      <source>Scan tray</source>
      <translation>扫描托盘</translation>
    </message>
    <message>
      <source>Scanner</source>
      <translation>扫描仪</translation>
    </message>
    <message>
      <source>Scanner (&amp;Q)</source>
      <translation>扫描仪(&amp;Q)</translation>
    </message>
    <message>
      <source>Scanner of this computer</source>
      <translation>本机扫描仪</translation>
    </message>
    <message>
      <source>Si&amp;ze</source>
      <translation>纸张(&amp;Z)</translation>
    </message>
    <message>
      <source>Space look · R turn · C crop · D straighten · S split · J join · Del delete · Ctrl+Z undo · Ctrl+arrows move</source>
      <translation>Space 查看 · R 旋转 · C 裁剪 · D 纠偏 · S 拆分 · J 合并 · Del 删除 · Ctrl+Z 撤销 · Ctrl+方向键 移动</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>拆分</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Stopping after this page…</source>
      <translation>本页之后停止……</translation>
    </message>
    <message>
      <source>Straighten</source>
      <translation>纠偏</translation>
    </message>
    <message>
      <source>Test scan</source>
      <translation>试扫</translation>
    </message>
    <message>
      <source>The clipboard holds neither a file nor a picture. Copy the scan first.</source>
      <translation>剪贴板中既没有文件也没有图片。请先复制扫描件。</translation>
    </message>
    <message>
      <source>The scanner gave no page.</source>
      <translation>扫描仪没有传来页面。</translation>
    </message>
    <message>
      <source>The test page is at the left. Nothing of it is kept.</source>
      <translation>试扫的页面在左侧，不会保存。</translation>
    </message>
    <message>
      <source>The tray is empty.</source>
      <translation>托盘是空的。</translation>
    </message>
    <message>
      <source>This computer scans like this from now on.</source>
      <translation>本机今后按此扫描。</translation>
    </message>
    <message>
      <source>This is remembered; from then on F9 scans at once. Ctrl+F9 asks again.</source>
      <translation>会记住这一选择：以后按 F9 立即扫描，按 Ctrl+F9 重新选择。</translation>
    </message>
    <message>
      <source>To the form</source>
      <translation>返回表单</translation>
    </message>
    <message>
      <source>Tray: choose scanner and resolution</source>
      <translation>托盘：选择扫描仪和分辨率</translation>
    </message>
    <message>
      <source>Tray: crop the page</source>
      <translation>托盘：裁剪页面</translation>
    </message>
    <message>
      <source>Tray: done</source>
      <translation>托盘：完成</translation>
    </message>
    <message>
      <source>Tray: look at the page, and back</source>
      <translation>托盘：查看页面，再按返回</translation>
    </message>
    <message>
      <source>Tray: move the page</source>
      <translation>托盘：移动页面</translation>
    </message>
    <message>
      <source>Tray: say what the document is</source>
      <translation>托盘：指定材料种类</translation>
    </message>
    <message>
      <source>Tray: set the page straight</source>
      <translation>托盘：纠偏</translation>
    </message>
    <message>
      <source>Tray: split here, join with the document before</source>
      <translation>托盘：从此处拆分、与前一份合并</translation>
    </message>
    <message>
      <source>Tray: stop the scan</source>
      <translation>托盘：停止扫描</translation>
    </message>
    <message>
      <source>Tray: take what was copied</source>
      <translation>托盘：粘贴</translation>
    </message>
    <message>
      <source>Tray: turn the page right or left</source>
      <translation>托盘：向右或向左旋转</translation>
    </message>
    <message>
      <source>Tray: undo, redo</source>
      <translation>托盘：撤销、重做</translation>
    </message>
    <message>
      <source>Tray: watched folder on or off</source>
      <translation>托盘：开关监视文件夹</translation>
    </message>
    <message>
      <source>Turn</source>
      <translation>旋转</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Waiting for the first page…</source>
      <translation>正在等待第一页……</translation>
    </message>
    <message>
      <source>Watched &amp;folder</source>
      <translation>监视文件夹(&amp;F)</translation>
    </message>
    <message>
      <source>Watched folder</source>
      <translation>监视文件夹</translation>
    </message>
    <message>
      <source>cannot be shown</source>
      <translation>无法显示</translation>
    </message>
    <message>
      <source>missing</source>
      <translation>缺</translation>
    </message>
    <message>
      <source>no material yet</source>
      <translation>尚未指定材料</translation>
    </message>
    <message>
      <source>pasted {time}</source>
      <translation>粘贴 {time}</translation>
    </message>
    <message>
      <source>there</source>
      <translation>已有</translation>
    </message>
    <message>
      <source>{dpi} dpi</source>
      <translation>{dpi} dpi</translation>
    </message>
    <message>
      <source>{material} · page {page} of {pages} · Space goes back</source>
      <translation>{material} · 第 {page}/{pages} 页 · 按 Space 返回</translation>
    </message>
    <message>
      <source>{material}: {state}</source>
      <translation>{material}：{state}</translation>
    </message>
    <message>
      <source>{name}: taken without its scripts and attachments.</source>
      <translation>{name}：已去掉其中的脚本和附件后收下。</translation>
    </message>
    <message>
      <source>{pages} · {documents}</source>
      <translation>{pages} · {documents}</translation>
    </message>
    <message>
      <source>{wide} % of the width, {high} % of the height</source>
      <translation>宽度的 {wide}%，高度的 {high}%</translation>
    </message>
  </context>
</TS>
