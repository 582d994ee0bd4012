<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n day(s) ago</source>
      <translation>
        <numerusform>%n day ago</numerusform>
        <numerusform>%n days ago</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s)</source>
      <translation>
        <numerusform>%n file</numerusform>
        <numerusform>%n files</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hour(s) ago</source>
      <translation>
        <numerusform>%n hour ago</numerusform>
        <numerusform>%n hours ago</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n minute(s) ago</source>
      <translation>
        <numerusform>%n minute ago</numerusform>
        <numerusform>%n minutes ago</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n need a look</source>
      <translation>
        <numerusform>%n needs a look</numerusform>
        <numerusform>%n need a look</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s)</source>
      <translation>
        <numerusform>%n record</numerusform>
        <numerusform>%n records</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) need a look.</source>
      <translation>
        <numerusform>%n record needs a look.</numerusform>
        <numerusform>%n records need a look.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) wait for the next sync.</source>
      <translation>
        <numerusform>%n record waits for the next sync.</numerusform>
        <numerusform>%n records wait for the next sync.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) were held or refused. Look at the red rows.</source>
      <translation>
        <numerusform>%n record was held or refused. Look at the red rows.</numerusform>
        <numerusform>%n records were held or refused. Look at the red rows.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n waiting</source>
      <translation>
        <numerusform>%n waiting</numerusform>
        <numerusform>%n waiting</numerusform>
      </translation>
    </message>
  </context>
</TS>
