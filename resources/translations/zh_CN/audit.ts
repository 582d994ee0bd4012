<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n line(s)</source>
      <translation>
        <numerusform>%n 条记录</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s) as filtered, the oldest first.</source>
      <translation>
        <numerusform>按筛选共 %n 条，最早的在前。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n more after this</source>
      <translation>
        <numerusform>之后还有 %n 处</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) do not hold. Tell the security officer; the check changed nothing.</source>
      <translation>
        <numerusform>有 %n 行不成立。请告知安全管理员；核验未改动任何内容。</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>文件(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Reason</source>
      <translation>原因(&amp;R)</translation>
    </message>
    <message>
      <source>All actions</source>
      <translation>所有动作</translation>
    </message>
    <message>
      <source>Audit trail</source>
      <translation>审计记录</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Back to the lines</source>
      <translation>返回记录</translation>
    </message>
    <message>
      <source>Check everything</source>
      <translation>全部核验</translation>
    </message>
    <message>
      <source>Choose a line to see all of it.</source>
      <translation>选择一条记录查看全部内容。</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>Device time</source>
      <translation>本机时间</translation>
    </message>
    <message>
      <source>Did</source>
      <translation>动作</translation>
    </message>
    <message>
      <source>Everybody</source>
      <translation>所有人</translation>
    </message>
    <message>
      <source>Everything holds: every line, operation, receipt and account is what was signed.</source>
      <translation>全部成立：每条记录、操作、回执和账户都与签名时一致。</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Export these lines</source>
      <translation>导出这些记录</translation>
    </message>
    <message>
      <source>For example: restored after a disk failed. Name nobody.</source>
      <translation>例如：硬盘损坏后恢复。请勿写姓名。</translation>
    </message>
    <message>
      <source>From day</source>
      <translation>起始日期</translation>
    </message>
    <message>
      <source>Hash</source>
      <translation>哈希</translation>
    </message>
    <message>
      <source>Id</source>
      <translation>标识</translation>
    </message>
    <message>
      <source>Kind of action</source>
      <translation>动作类别</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>明细</translation>
    </message>
    <message>
      <source>Lines</source>
      <translation>记录</translation>
    </message>
    <message>
      <source>Look for a number</source>
      <translation>查找编号</translation>
    </message>
    <message>
      <source>No line fits. Press Ctrl+0 to show all lines.</source>
      <translation>没有符合条件的记录。按 Ctrl+0 显示全部。</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>编号</translation>
    </message>
    <message>
      <source>Operation</source>
      <translation>操作</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>Progress of the check</source>
      <translation>核验进度</translation>
    </message>
    <message>
      <source>Save as</source>
      <translation>另存为</translation>
    </message>
    <message>
      <source>Saved as {path}</source>
      <translation>已保存为 {path}</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <source>Secured</source>
      <translation>已保全</translation>
    </message>
    <message>
      <source>Server time</source>
      <translation>服务器时间</translation>
    </message>
    <message>
      <source>Show all lines</source>
      <translation>显示全部</translation>
    </message>
    <message>
      <source>Show warning</source>
      <translation>查看警告</translation>
    </message>
    <message>
      <source>Signed here only</source>
      <translation>仅本机签名</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Stopping …</source>
      <translation>正在停止……</translation>
    </message>
    <message>
      <source>Table for people (CSV)</source>
      <translation>供阅读的表格（CSV）</translation>
    </message>
    <message>
      <source>Take note</source>
      <translation>确认知悉</translation>
    </message>
    <message>
      <source>The check was stopped. What it came to was whole.</source>
      <translation>核验已停止。已核验的部分完整无误。</translation>
    </message>
    <message>
      <source>The program</source>
      <translation>程序</translation>
    </message>
    <message>
      <source>To</source>
      <translation>对象</translation>
    </message>
    <message>
      <source>To be looked at</source>
      <translation>需要查看</translation>
    </message>
    <message>
      <source>Up to day</source>
      <translation>截止日期</translation>
    </message>
    <message>
      <source>What</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>What happened</source>
      <translation>发生了什么</translation>
    </message>
    <message>
      <source>What the check found</source>
      <translation>核验发现</translation>
    </message>
    <message>
      <source>What the server found</source>
      <translation>服务器的发现</translation>
    </message>
    <message>
      <source>When</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>位置</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>With hashes and signatures (JSON Lines)</source>
      <translation>含哈希与签名（JSON Lines）</translation>
    </message>
    <message>
      <source>not yet</source>
      <translation>尚未</translation>
    </message>
  </context>
</TS>
