<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message>
      <source>Application form</source>
      <translation>申请表</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Choose a reason.</source>
      <translation>请选择原因。</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>确认</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>副本</translation>
    </message>
    <message>
      <source>Draft</source>
      <comment>paper</comment>
      <translation>样张</translation>
    </message>
    <message>
      <source>Fit the width</source>
      <translation>适合宽度</translation>
    </message>
    <message>
      <source>Issued</source>
      <translation>已出具</translation>
    </message>
    <message>
      <source>It is marked as a copy and counted.</source>
      <translation>该份将标注“副本”并计入份数。</translation>
    </message>
    <message>
      <source>Larger</source>
      <translation>放大</translation>
    </message>
    <message>
      <source>Next page</source>
      <translation>下一页</translation>
    </message>
    <message>
      <source>No number</source>
      <translation>不编号</translation>
    </message>
    <message>
      <source>No paper is chosen.</source>
      <translation>尚未选择文书。</translation>
    </message>
    <message>
      <source>Open for printing</source>
      <translation>打开以打印</translation>
    </message>
    <message>
      <source>Page before</source>
      <translation>上一页</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>文书</translation>
    </message>
    <message>
      <source>Pre-assessment</source>
      <translation>预评估</translation>
    </message>
    <message>
      <source>Print a copy</source>
      <translation>打印副本</translation>
    </message>
    <message>
      <source>Print and close</source>
      <translation>打印并关闭</translation>
    </message>
    <message>
      <source>Save as PDF</source>
      <translation>另存为 PDF</translation>
    </message>
    <message>
      <source>Saved as {path}.</source>
      <translation>已保存为 {path}。</translation>
    </message>
    <message>
      <source>Smaller</source>
      <translation>缩小</translation>
    </message>
    <message>
      <source>Voided</source>
      <translation>已作废</translation>
    </message>
    <message>
      <source>Why is a copy needed?</source>
      <translation>为何需要副本？</translation>
    </message>
  </context>
</TS>
