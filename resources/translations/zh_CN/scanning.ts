<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n document(s)</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n document(s) have no material yet. Press the digit of theirs.</source>
      <translation type="unfinished">
        <numerusform />
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
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n page(s) were here already and were not added.</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <source>&amp;Resolution</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Arrows move, with Shift they size, with Ctrl finely. Home takes all.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back to the pages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Co&amp;lour</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Crop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Crop the page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cut off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How shall be scanned?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Join</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Leave it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking for scanners…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Making files…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Material?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No material yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No page yet. F9 scans, Ctrl+O takes files, Ctrl+V what was copied; or drop files here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No scanner answered. Switch it on and look again. Files, the clipboard and the watched folder work without one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pa&amp;per lies</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Page {page} of {pages}: {material}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pages are still on their way. Wait, or stop them with Shift+F9.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pages in the tray</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scan like this</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scan tray</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scanner (&amp;Q)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Si&amp;ze</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Space look · R turn · C crop · D straighten · S split · J join · Del delete · Ctrl+Z undo · Ctrl+arrows move</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Split</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Stopping after this page…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Straighten</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The clipboard holds neither a file nor a picture. Copy the scan first.</source>
      <translation>剪贴板里没有文件或图片，请先复制扫描件。</translation>
    </message>
    <message>
      <source>The tray is empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is remembered; from then on F9 scans at once. Ctrl+F9 asks again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To the form</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tray: choose scanner and resolution</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tray: crop the page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tray: done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tray: look at the page, and back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tray: move the page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tray: say what the document is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tray: set the page straight</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tray: split here, join with the document before</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tray: stop the scan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tray: take what was copied</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tray: turn the page right or left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tray: undo, redo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tray: watched folder on or off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Turn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Waiting for the first page…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Watched folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot be shown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>missing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no material yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>pasted {time}</source>
      <translation>粘贴 {time}</translation>
    </message>
    <message>
      <source>there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{dpi} dpi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{material} · page {page} of {pages} · Space goes back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{material}: {state}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name}: taken without its scripts and attachments.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{pages} · {documents}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{wide} % of the width, {high} % of the height</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
