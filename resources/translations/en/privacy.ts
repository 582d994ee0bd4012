<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n draft(s) and unused scan(s) deleted.</source>
      <translation>
        <numerusform>%n draft or unused scan deleted.</numerusform>
        <numerusform>%n drafts and unused scans deleted.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n in a disposal that is not settled</source>
      <translation>
        <numerusform>%n in a disposal that is not settled</numerusform>
        <numerusform>%n in disposals that are not settled</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) due on {day}</source>
      <translation>
        <numerusform>%n record due on {day}</numerusform>
        <numerusform>%n records due on {day}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) proposed. Somebody else has to approve.</source>
      <translation>
        <numerusform>%n record proposed. Somebody else has to approve.</numerusform>
        <numerusform>%n records proposed. Somebody else has to approve.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n wish(es) open</source>
      <translation>
        <numerusform>%n wish open</numerusform>
        <numerusform>%n wishes open</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>A learner counts as graduated %n year(s) after intake</source>
      <translation>
        <numerusform>A learner counts as graduated one year after intake</numerusform>
        <numerusform>A learner counts as graduated %n years after intake</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Account {account} · {number} · %n application(s)</source>
      <translation>
        <numerusform>Account {account} · {number} · %n application</numerusform>
        <numerusform>Account {account} · {number} · %n applications</numerusform>
      </translation>
    </message>
  </context>
</TS>
