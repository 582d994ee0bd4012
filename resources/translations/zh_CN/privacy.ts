<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n wish(es) open</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <source>&amp;Language</source>
      <translation>语言(&amp;L)</translation>
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
      <source>As data (JSON)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Decline it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Details</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Disposal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything that is held about a person, in one report, and who wrote it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>History</source>
      <translation>历史</translation>
    </message>
    <message>
      <source>Learner (record disposed of)</source>
      <translation>学习者（档案已销毁）</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Note the wish</source>
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
      <source>Report (PDF)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report and data are not encrypted: hand them to the person concerned and nobody else.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saved: {path}. The report stands in the audit trail.</source>
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
      <source>Time</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>What</source>
      <translation>事项</translation>
    </message>
  </context>
</TS>
