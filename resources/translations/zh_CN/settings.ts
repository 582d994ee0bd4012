<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message>
      <source>Back to the list of sections</source>
      <translation>回到设置列表</translation>
    </message>
    <message>
      <source>Central server</source>
      <translation>中心服务器</translation>
    </message>
    <message>
      <source>Last changed by {name} on {when}</source>
      <translation>{name} 于 {when} 最后更改</translation>
    </message>
    <message>
      <source>Next section</source>
      <translation>下一项</translation>
    </message>
    <message>
      <source>Nothing found. Search for something else, or press Esc in the search box.</source>
      <translation>没有找到。请换一个词，或在搜索框中按 Esc。</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>正常</translation>
    </message>
    <message>
      <source>Save as</source>
      <translation>另存为</translation>
    </message>
    <message>
      <source>Section</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>Section before</source>
      <translation>上一项</translation>
    </message>
    <message>
      <source>Sections</source>
      <translation>列表</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
  </context>
</TS>
