<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message>
      <source>100 %</source>
      <translation>100%</translation>
    </message>
    <message>
      <source>Copied: {count} characters</source>
      <translation>已复制 {count} 个字符</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>证明材料</translation>
    </message>
    <message>
      <source>First page, last page</source>
      <translation>首页、末页</translation>
    </message>
    <message>
      <source>Fit the page</source>
      <translation>适合整页</translation>
    </message>
    <message>
      <source>Fit the width</source>
      <translation>适合宽度</translation>
    </message>
    <message>
      <source>Larger</source>
      <translation>放大</translation>
    </message>
    <message>
      <source>Magnifier, as long as the key is held</source>
      <translation>放大镜（按住时显示）</translation>
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
      <source>Page {number}</source>
      <translation>第 {number} 页</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>页数</translation>
    </message>
    <message>
      <source>Select text; arrows, Shift, Ctrl+C</source>
      <translation>选择文字：方向键、Shift、Ctrl+C</translation>
    </message>
    <message>
      <source>Smaller</source>
      <translation>缩小</translation>
    </message>
    <message>
      <source>The other of two documents</source>
      <translation>切换到另一份文件</translation>
    </message>
    <message>
      <source>This page has no text that could be selected.</source>
      <translation>本页没有可选择的文字。</translation>
    </message>
    <message>
      <source>Thumbnails</source>
      <translation>页面缩略图</translation>
    </message>
    <message>
      <source>To the page; arrows scroll</source>
      <translation>转到页面：方向键滚动</translation>
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
      <source>Two documents side by side</source>
      <translation>两份文件并排</translation>
    </message>
  </context>
</TS>
