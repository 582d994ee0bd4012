<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n draft(s) and unused scan(s) deleted.</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n in a disposal that is not settled</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) due on {day}</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) proposed. Somebody else has to approve.</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n wish(es) open</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <source>&amp;I know that this cannot be undone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Language</source>
      <translation>语言(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Reason to turn it down</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Wish or answer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Account</source>
      <translation>账号</translation>
    </message>
    <message>
      <source>Applications</source>
      <translation>申请</translation>
    </message>
    <message>
      <source>Approve</source>
      <translation>批准</translation>
    </message>
    <message>
      <source>Approved. The archivist can destroy it now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As data (JSON)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By</source>
      <translation>提出人</translation>
    </message>
    <message>
      <source>Decided</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Decline it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete them now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Destroy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Destroyed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Destroyed: {learners} learners, {files} files, {pieces} scans.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Details</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Disposal</source>
      <translation>销毁</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>期限</translation>
    </message>
    <message>
      <source>Due by</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything that is held about a person, in one report, and who wrote it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Goes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>History</source>
      <translation>历史</translation>
    </message>
    <message>
      <source>How many</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I know that this cannot be undone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kept until</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kind of record</source>
      <translation type="unfinished" />
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
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>序号</translation>
    </message>
    <message>
      <source>Note the wish</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is due under this rule.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was disposed of yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number, name, initials</source>
      <translation>学号、姓名、首字母</translation>
    </message>
    <message>
      <source>People</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>Personal data</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Propose disposal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Proposed</source>
      <translation>拟认定</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>Records</source>
      <translation>数据</translation>
    </message>
    <message>
      <source>Records go when their time is over, and only when two people say so.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Records in it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Records of this kind are never disposed of.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Records that are due</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Register</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Register ({count} open)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report (PDF)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report and data are not encrypted: hand them to the person concerned and nobody else.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rests on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Retention rules</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save the register (PDF)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saved: {path}</source>
      <translation>已保存：{path}</translation>
    </message>
    <message>
      <source>Saved: {path}. The report stands in the audit trail.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scans</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <source>Search for the person who asks about their data.</source>
      <translation type="unfinished" />
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
      <translation type="unfinished" />
    </message>
    <message>
      <source>The wish is noted.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There are no retention rules.</source>
      <translation type="unfinished" />
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
      <translation type="unfinished" />
    </message>
    <message>
      <source>What</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>What is due</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who or how far</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why not?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You proposed this: somebody else approves it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>kept for good</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nothing due</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>{learners} learners, {files} files, {pieces} scans</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
