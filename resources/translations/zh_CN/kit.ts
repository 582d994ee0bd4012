<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message>
      <source>&amp;Purpose</source>
      <translation>用途(&amp;P)</translation>
    </message>
    <message>
      <source>Checked, it is right</source>
      <translation>已核对，确认无误</translation>
    </message>
    <message>
      <source>Choose</source>
      <translation>请选择</translation>
    </message>
    <message>
      <source>Close this message</source>
      <translation>关闭此消息</translation>
    </message>
    <message>
      <source>Do not name anybody here.</source>
      <translation>请勿在此写出任何人的姓名。</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>证明材料</translation>
    </message>
    <message>
      <source>Fit the width</source>
      <translation>适合宽度</translation>
    </message>
    <message>
      <source>In your &amp;words</source>
      <translation>说明(&amp;W)</translation>
    </message>
    <message>
      <source>Larger</source>
      <translation>放大</translation>
    </message>
    <message>
      <source>Next document</source>
      <translation>下一份材料</translation>
    </message>
    <message>
      <source>Next page</source>
      <translation>下一页</translation>
    </message>
    <message>
      <source>Page before</source>
      <translation>上一页</translation>
    </message>
    <message>
      <source>Show the passphrase</source>
      <translation>显示口令</translation>
    </message>
    <message>
      <source>Smaller</source>
      <translation>缩小</translation>
    </message>
    <message>
      <source>The PDF is protected by a password. Ask for an open copy.</source>
      <translation>PDF 有密码保护，请索取未加密的副本。</translation>
    </message>
    <message>
      <source>The file asks for more memory or time than a page needs. Scan or attach it again.</source>
      <translation>该文件占用的内存或时间超出一页所需，无法显示。请重新扫描或添加。</translation>
    </message>
    <message>
      <source>The file is damaged and cannot be shown. Scan or attach it again.</source>
      <translation>文件已损坏，无法显示，请重新扫描或添加。</translation>
    </message>
    <message>
      <source>The file is empty (0 bytes). Scan or attach it again.</source>
      <translation>文件为空（0 字节），请重新扫描或添加。</translation>
    </message>
    <message>
      <source>The file is neither a PDF nor an image. Attach another one.</source>
      <translation>文件既不是 PDF 也不是图片，请另行添加。</translation>
    </message>
    <message>
      <source>The file is not encrypted. Keep it where only those entitled can read it, and delete it when it has served its purpose. The export stands in the audit trail.</source>
      <translation>导出文件未加密。请存放在只有有权人员可读的位置，用毕即删。本次导出记入审计记录。</translation>
    </message>
    <message>
      <source>The picture has more pixels than can be shown. Scan it at a lower resolution.</source>
      <translation>图片的像素超出可显示的范围。请用较低的分辨率重新扫描。</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>重试</translation>
    </message>
    <message>
      <source>Turn left</source>
      <translation>向左旋转</translation>
    </message>
    <message>
      <source>Turn right</source>
      <translation>向右旋转</translation>
    </message>
    <message>
      <source>Type to find</source>
      <translation>输入以查找</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>What is the export for?</source>
      <translation>导出作何用途？</translation>
    </message>
    <message>
      <source>YYYY-MM-DD</source>
      <translation>年-月-日</translation>
    </message>
  </context>
</TS>
