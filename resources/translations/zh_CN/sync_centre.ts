<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n day(s) ago</source>
      <translation>
        <numerusform>%n 天前</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s)</source>
      <translation>
        <numerusform>%n 个文件</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hour(s) ago</source>
      <translation>
        <numerusform>%n 小时前</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n minute(s) ago</source>
      <translation>
        <numerusform>%n 分钟前</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n need a look</source>
      <translation>
        <numerusform>%n 项待查看</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s)</source>
      <translation>
        <numerusform>%n 条记录</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) need a look.</source>
      <translation>
        <numerusform>有 %n 条记录需要查看。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) wait for the next sync.</source>
      <translation>
        <numerusform>有 %n 条记录等待下次同步。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) were held or refused. Look at the red rows.</source>
      <translation>
        <numerusform>有 %n 条记录被暂存或拒绝，请查看红色各行。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n waiting</source>
      <translation>
        <numerusform>%n 项待同步</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Address</source>
      <translation>服务器地址(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Enrolment code</source>
      <translation>注册码(&amp;E)</translation>
    </message>
    <message>
      <source>(disposed of)</source>
      <translation>（已销毁）</translation>
    </message>
    <message>
      <source>A sync is under way.</source>
      <translation>正在同步。</translation>
    </message>
    <message>
      <source>All synced</source>
      <translation>已全部同步</translation>
    </message>
    <message>
      <source>All {count}</source>
      <translation>全部 {count}</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Choose a row to see how far it is.</source>
      <translation>选择一行以查看进度。</translation>
    </message>
    <message>
      <source>Code</source>
      <translation>代码</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>连接</translation>
    </message>
    <message>
      <source>Connect this computer to a server</source>
      <translation>将本机连接到服务器</translation>
    </message>
    <message>
      <source>Connect to a server</source>
      <translation>连接服务器</translation>
    </message>
    <message>
      <source>Connected. The first sync sends everything.</source>
      <translation>已连接。首次同步将发送全部内容。</translation>
    </message>
    <message>
      <source>Detail</source>
      <translation>详情</translation>
    </message>
    <message>
      <source>Everything is on the server and settled.</source>
      <translation>全部内容已在服务器上并处理完毕。</translation>
    </message>
    <message>
      <source>Files to send</source>
      <translation>待发送文件</translation>
    </message>
    <message>
      <source>Last contact</source>
      <translation>上次联系</translation>
    </message>
    <message>
      <source>Last step</source>
      <translation>最近一步</translation>
    </message>
    <message>
      <source>Last sync came through</source>
      <translation>上次同步成功</translation>
    </message>
    <message>
      <source>Learner</source>
      <translation>学习者</translation>
    </message>
    <message>
      <source>Need a look {count}</source>
      <translation>需查看 {count}</translation>
    </message>
    <message>
      <source>Next or previous row</source>
      <translation>上一行或下一行</translation>
    </message>
    <message>
      <source>No server</source>
      <translation>未连服务器</translation>
    </message>
    <message>
      <source>No server · {count} here</source>
      <translation>未连服务器 · 本机 {count} 项</translation>
    </message>
    <message>
      <source>Not settled</source>
      <translation>未完成事项</translation>
    </message>
    <message>
      <source>Not synced yet</source>
      <translation>尚未同步</translation>
    </message>
    <message>
      <source>Not synced yet.</source>
      <translation>尚未同步。</translation>
    </message>
    <message>
      <source>Nothing needs a look.</source>
      <translation>没有需要查看的记录。</translation>
    </message>
    <message>
      <source>Nothing of the last work is posted yet.</source>
      <translation>近期工作中尚无已入账的。</translation>
    </message>
    <message>
      <source>Nothing of the last work is registered only.</source>
      <translation>近期工作中没有仅登记的。</translation>
    </message>
    <message>
      <source>Nothing waits.</source>
      <translation>没有等待的记录。</translation>
    </message>
    <message>
      <source>Nothing was done on this computer yet.</source>
      <translation>本机尚无记录。</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>编号</translation>
    </message>
    <message>
      <source>Offline</source>
      <translation>离线</translation>
    </message>
    <message>
      <source>Offline · {count} waiting</source>
      <translation>离线 · {count} 项待同步</translation>
    </message>
    <message>
      <source>Offline: the last sync did not come through.</source>
      <translation>离线：上次同步未成功。</translation>
    </message>
    <message>
      <source>On its way</source>
      <translation>进度</translation>
    </message>
    <message>
      <source>Only on this computer</source>
      <translation>仅在本机</translation>
    </message>
    <message>
      <source>Open the file</source>
      <translation>打开申请</translation>
    </message>
    <message>
      <source>Open the learner</source>
      <translation>打开学习者</translation>
    </message>
    <message>
      <source>Posted {count}</source>
      <translation>已入账 {count}</translation>
    </message>
    <message>
      <source>Progress of the sync</source>
      <translation>同步进度</translation>
    </message>
    <message>
      <source>Reason: {reason}.</source>
      <translation>原因：{reason}。</translation>
    </message>
    <message>
      <source>Registered {count}</source>
      <translation>已登记 {count}</translation>
    </message>
    <message>
      <source>Sent {pushed}, received {pulled}, files {files}</source>
      <translation>发送 {pushed}，接收 {pulled}，文件 {files}</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>服务器</translation>
    </message>
    <message>
      <source>Since</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Stopped. What was done stays done, the rest waits for the next sync.</source>
      <translation>已停止。已完成的保留，其余等待下次同步。</translation>
    </message>
    <message>
      <source>Stopping after this item …</source>
      <translation>本项完成后停止……</translation>
    </message>
    <message>
      <source>Sync centre</source>
      <translation>同步中心</translation>
    </message>
    <message>
      <source>Sync now</source>
      <translation>立即同步</translation>
    </message>
    <message>
      <source>Syncing …</source>
      <translation>同步中……</translation>
    </message>
    <message>
      <source>The server had seen another audit trail of this computer. A restored backup explains that: a security officer notes it in “Audit trail”.</source>
      <translation>服务器曾见到本机的另一份审计记录。如恢复过备份，这就是原因：请安全管理员在“审计记录”中写明。</translation>
    </message>
    <message>
      <source>The server's administrator gives out the address and a code that counts once.</source>
      <translation>地址与一次性注册码由服务器管理员提供。</translation>
    </message>
    <message>
      <source>This computer works without a server.</source>
      <translation>本机未连接服务器。</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>重试</translation>
    </message>
    <message>
      <source>Waiting {count}</source>
      <translation>等待中 {count}</translation>
    </message>
    <message>
      <source>What</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>What is shown</source>
      <translation>显示范围</translation>
    </message>
    <message>
      <source>just now</source>
      <translation>刚刚</translation>
    </message>
    <message>
      <source>never</source>
      <translation>从未</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>无</translation>
    </message>
    <message>
      <source>{count}, the oldest {age}</source>
      <translation>{count}，最早 {age}</translation>
    </message>
    <message>
      <source>{count}, {size}</source>
      <translation>{count}，{size}</translation>
    </message>
    <message>
      <source>{stage} {done} of {total}</source>
      <translation>{stage} {done} / {total}</translation>
    </message>
    <message>
      <source>✓ {step}</source>
      <translation>✓ {step}</translation>
    </message>
  </context>
</TS>
