<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n account number(s) more may be given out on this computer.</source>
      <translation>
        <numerusform>本机可再发放 %n 个账号。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n left this year</source>
      <translation>
        <numerusform>今年还剩 %n 个</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;How many</source>
      <translation>数量(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Why it is withdrawn</source>
      <translation>停用原因(&amp;W)</translation>
    </message>
    <message>
      <source>Account numbers</source>
      <translation>账号段</translation>
    </message>
    <message>
      <source>Account numbers run low</source>
      <translation>账号即将用完</translation>
    </message>
    <message>
      <source>Active</source>
      <translation>在用</translation>
    </message>
    <message>
      <source>Allot numbers</source>
      <translation>分配账号</translation>
    </message>
    <message>
      <source>Allot the next block here.</source>
      <translation>请在下方分配下一号段。</translation>
    </message>
    <message>
      <source>Blocks of account numbers</source>
      <translation>账号号段</translation>
    </message>
    <message>
      <source>Code in paper numbers</source>
      <translation>文号中的代码</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>Device id</source>
      <translation>设备标识</translation>
    </message>
    <message>
      <source>Device na&amp;me</source>
      <translation>设备名称(&amp;M)</translation>
    </message>
    <message>
      <source>Device name</source>
      <translation>设备名称</translation>
    </message>
    <message>
      <source>Devices</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>From no.</source>
      <translation>起始号</translation>
    </message>
    <message>
      <source>From this computer's next sync on, the server refuses it in words. What it has not sent stays on it, for the security officer to look at. It comes back only by being enrolled anew.</source>
      <translation>本机下次同步后，服务器将拒绝该设备并说明原因。它尚未上传的内容留在该设备上，由安全员查看。只有重新登记后才能恢复使用。</translation>
    </message>
    <message>
      <source>In use since</source>
      <translation>启用时间</translation>
    </message>
    <message>
      <source>It can send and fetch no more</source>
      <translation>该设备将不能再同步</translation>
    </message>
    <message>
      <source>Last act</source>
      <translation>最近操作</translation>
    </message>
    <message>
      <source>Last act known here</source>
      <translation>本机所知的最近操作</translation>
    </message>
    <message>
      <source>Last sync</source>
      <translation>上次同步</translation>
    </message>
    <message>
      <source>Left</source>
      <translation>剩余</translation>
    </message>
    <message>
      <source>Name or id of a device</source>
      <translation>设备名称或标识</translation>
    </message>
    <message>
      <source>No device is known here.</source>
      <translation>尚无设备。</translation>
    </message>
    <message>
      <source>No server: this computer works by itself</source>
      <translation>未连接服务器，本机独立工作</translation>
    </message>
    <message>
      <source>Not synced yet</source>
      <translation>尚未同步</translation>
    </message>
    <message>
      <source>Of year</source>
      <translation>年度</translation>
    </message>
    <message>
      <source>Only for an office without a central server; else the server allots them.</source>
      <translation>仅用于没有中心服务器的机构；否则由服务器分配。</translation>
    </message>
    <message>
      <source>Program</source>
      <translation>程序版本</translation>
    </message>
    <message>
      <source>Read again</source>
      <translation>重新读取</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>改名</translation>
    </message>
    <message>
      <source>Saved: {path}</source>
      <translation>已保存：{path}</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <source>Standing</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Sync with the server, or ask the registry officer for the next block.</source>
      <translation>请与服务器同步，或请登记员分配下一号段。</translation>
    </message>
    <message>
      <source>The device is called {name} now.</source>
      <translation>设备现名 {name}。</translation>
    </message>
    <message>
      <source>This device</source>
      <translation>本机</translation>
    </message>
    <message>
      <source>This device and the others</source>
      <translation>本机与其他设备</translation>
    </message>
    <message>
      <source>This device has no account numbers yet.</source>
      <translation>本机还没有账号号段。</translation>
    </message>
    <message>
      <source>To no.</source>
      <translation>终止号</translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>停用</translation>
    </message>
    <message>
      <source>Withdrawn</source>
      <translation>已撤回</translation>
    </message>
    <message>
      <source>{name} is withdrawn. The server learns of it at the next sync.</source>
      <translation>{name} 已停用，下次同步时告知服务器。</translation>
    </message>
  </context>
</TS>
