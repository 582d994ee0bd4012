<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n draft(s) and unused scan(s) deleted.</source>
      <translation>
        <numerusform>已删除草稿与未用扫描件 %n 项。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n in a disposal that is not settled</source>
      <translation>
        <numerusform>另有 %n 条在未结的销毁中</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) due on {day}</source>
      <translation>
        <numerusform>截至 {day} 到期 %n 条</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) proposed. Somebody else has to approve.</source>
      <translation>
        <numerusform>已提出销毁 %n 条，须由他人批准。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n wish(es) open</source>
      <translation>
        <numerusform>%n 项更正申请待答复</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;I know that this cannot be undone</source>
      <translation>我知道销毁不可撤销(&amp;I)</translation>
    </message>
    <message>
      <source>&amp;Reason to turn it down</source>
      <translation>不批准的理由(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Wish or answer</source>
      <translation>申请或答复(&amp;W)</translation>
    </message>
    <message numerus="yes">
      <source>A learner counts as graduated %n year(s) after intake</source>
      <translation>
        <numerusform>学习者入学 %n 年后视为毕业</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Account {account} · {number} · %n application(s)</source>
      <translation>
        <numerusform>账户 {account} · {number} · %n 份申请</numerusform>
      </translation>
    </message>
    <message>
      <source>Approve</source>
      <translation>批准</translation>
    </message>
    <message>
      <source>Approved. The archivist can destroy it now.</source>
      <translation>已批准，可由档案员销毁。</translation>
    </message>
    <message>
      <source>As shipped</source>
      <translation>内置</translation>
    </message>
    <message>
      <source>By</source>
      <translation>提出人</translation>
    </message>
    <message>
      <source>Data (JSON)</source>
      <translation>数据 (JSON)</translation>
    </message>
    <message>
      <source>Decided</source>
      <translation>决定</translation>
    </message>
    <message>
      <source>Decline it</source>
      <translation>不予更正</translation>
    </message>
    <message>
      <source>Delete them now</source>
      <translation>立即删除</translation>
    </message>
    <message>
      <source>Destroy</source>
      <translation>销毁</translation>
    </message>
    <message>
      <source>Destroyed</source>
      <translation>已销毁</translation>
    </message>
    <message>
      <source>Destroyed: {learners} learners, {files} files, {pieces} scans.</source>
      <translation>已销毁：学习者 {learners}，档案 {files}，扫描件 {pieces}。</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>说明</translation>
    </message>
    <message>
      <source>Disposal</source>
      <translation>到期销毁</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>到期</translation>
    </message>
    <message>
      <source>Due by</source>
      <translation>期满日</translation>
    </message>
    <message>
      <source>Everything that is held about a person, in one report, and who wrote it.</source>
      <translation>一份报告列出所存的全部个人信息，以及由谁记录。</translation>
    </message>
    <message>
      <source>Goes</source>
      <translation>销毁</translation>
    </message>
    <message>
      <source>History</source>
      <translation>历史</translation>
    </message>
    <message>
      <source>How many</source>
      <translation>数量</translation>
    </message>
    <message>
      <source>I know that this cannot be undone</source>
      <translation>我知道销毁不可撤销</translation>
    </message>
    <message>
      <source>Kept until</source>
      <translation>保存至</translation>
    </message>
    <message>
      <source>Language of the report</source>
      <translation>报告的语言</translation>
    </message>
    <message>
      <source>Learner</source>
      <translation>学习者</translation>
    </message>
    <message>
      <source>Learner (record disposed of)</source>
      <translation>学习者（档案已销毁）</translation>
    </message>
    <message>
      <source>Leave out or take in</source>
      <translation>剔除或纳入</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>编号</translation>
    </message>
    <message>
      <source>Note the wish</source>
      <translation>登记更正申请</translation>
    </message>
    <message>
      <source>Nothing is due under this rule.</source>
      <translation>按此规则没有到期记录。</translation>
    </message>
    <message>
      <source>Nothing was disposed of yet.</source>
      <translation>尚无销毁记录。</translation>
    </message>
    <message>
      <source>Number, name, initials</source>
      <translation>号码、姓名、首字母</translation>
    </message>
    <message>
      <source>People</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>Personal data</source>
      <translation>个人信息</translation>
    </message>
    <message>
      <source>Propose disposal</source>
      <translation>提出销毁</translation>
    </message>
    <message>
      <source>Proposed</source>
      <translation>提出</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>理由</translation>
    </message>
    <message>
      <source>Records</source>
      <translation>记录</translation>
    </message>
    <message>
      <source>Records go when their time is over, and only when two people say so.</source>
      <translation>记录期满方可销毁，且须两人同意。</translation>
    </message>
    <message>
      <source>Records in it</source>
      <translation>包含的记录</translation>
    </message>
    <message>
      <source>Records of this kind are never disposed of.</source>
      <translation>此类记录永不销毁。</translation>
    </message>
    <message>
      <source>Records that are due</source>
      <translation>到期记录</translation>
    </message>
    <message>
      <source>Register</source>
      <translation>登记册</translation>
    </message>
    <message>
      <source>Register · {count}</source>
      <translation>登记册 · {count}</translation>
    </message>
    <message>
      <source>Report (PDF)</source>
      <translation>查阅报告 (PDF)</translation>
    </message>
    <message>
      <source>Report and data are not encrypted: hand them to the person concerned and nobody else.</source>
      <translation>报告与数据未加密：只交给本人。</translation>
    </message>
    <message>
      <source>Rests on</source>
      <translation>依据</translation>
    </message>
    <message>
      <source>Retention</source>
      <translation>保存期限</translation>
    </message>
    <message>
      <source>Retention rules</source>
      <translation>保存期限规则</translation>
    </message>
    <message>
      <source>Rule</source>
      <translation>规则</translation>
    </message>
    <message>
      <source>Save the register (PDF)</source>
      <translation>保存登记册 (PDF)</translation>
    </message>
    <message>
      <source>Saved: {path}</source>
      <translation>已保存：{path}</translation>
    </message>
    <message>
      <source>Saved: {path}. The report stands in the audit trail.</source>
      <translation>已保存：{path}。出具报告已记入审计记录。</translation>
    </message>
    <message>
      <source>Scans</source>
      <translation>扫描件</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <source>Search for the person who asks about their data.</source>
      <translation>请查找来询问其个人信息的人。</translation>
    </message>
    <message>
      <source>Standing</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Student no.</source>
      <translation>学号</translation>
    </message>
    <message>
      <source>The answer is noted.</source>
      <translation>已登记答复。</translation>
    </message>
    <message>
      <source>The wish is noted.</source>
      <translation>已登记更正申请。</translation>
    </message>
    <message>
      <source>There are no retention rules.</source>
      <translation>没有保存期限规则。</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>Turn down</source>
      <translation>否决</translation>
    </message>
    <message>
      <source>Turned down. The records can be proposed again.</source>
      <translation>未批准，这些记录可再次提出。</translation>
    </message>
    <message>
      <source>What</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>What is due</source>
      <translation>到期清单</translation>
    </message>
    <message>
      <source>Why not?</source>
      <translation>为何不批准？</translation>
    </message>
    <message>
      <source>You proposed this: somebody else approves it.</source>
      <translation>这是您提出的：由他人批准。</translation>
    </message>
    <message>
      <source>kept for good</source>
      <translation>永久保存</translation>
    </message>
    <message>
      <source>left out</source>
      <translation>不纳入</translation>
    </message>
    <message>
      <source>nothing due</source>
      <translation>无到期</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>{learners} learners, {files} files, {pieces} scans</source>
      <translation>学习者 {learners}，档案 {files}，扫描件 {pieces}</translation>
    </message>
  </context>
</TS>
