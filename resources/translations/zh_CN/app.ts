<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message>
      <source>Credit Bank</source>
      <translation>学分银行</translation>
    </message>
    <message>
      <source>Making the sample office with 200 fictional learners. This is done once.</source>
      <translation>正在生成含 200 名虚构学习者的演示数据，仅需一次。</translation>
    </message>
    <message>
      <source>Office</source>
      <translation>机构</translation>
    </message>
    <message>
      <source>Reference data</source>
      <translation>基础数据</translation>
    </message>
    <message>
      <source>Safety</source>
      <translation>安全</translation>
    </message>
    <message>
      <source>Saving works again. Press “Try again” where your work waits.</source>
      <translation>已恢复保存。请在等待处按“重试”。</translation>
    </message>
    <message>
      <source>Something went wrong that should not have. What you saved is safe.
Report: {path}</source>
      <translation>程序出现了不该出现的错误。已保存的内容安全无损。
错误报告：{path}</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>本机</translation>
    </message>
    <message>
      <source>You no longer work here, so your session was ended.</source>
      <translation>您已不在此工作，会话已结束。</translation>
    </message>
  </context>
</TS>
