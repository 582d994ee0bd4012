<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n change(s)</source>
      <translation>
        <numerusform>%n change</numerusform>
        <numerusform>%n changes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n change(s) are in force.</source>
      <translation>
        <numerusform>One change is in force.</numerusform>
        <numerusform>%n changes are in force.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n change(s) wait for approval in the section “Approvals”.</source>
      <translation>
        <numerusform>One change waits for approval in the section “Approvals”.</numerusform>
        <numerusform>%n changes wait for approval in the section “Approvals”.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n changed</source>
      <translation>
        <numerusform>%n changed</numerusform>
        <numerusform>%n changed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n entries are not in the file; they stay as they are.</source>
      <translation>
        <numerusform>One entry is not in the file; it stays as it is.</numerusform>
        <numerusform>%n entries are not in the file; they stay as they are.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new</source>
      <translation>
        <numerusform>%n new</numerusform>
        <numerusform>%n new</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n problem(s)</source>
      <translation>
        <numerusform>%n problem</numerusform>
        <numerusform>%n problems</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n the same</source>
      <translation>
        <numerusform>%n the same</numerusform>
        <numerusform>%n the same</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n working day(s)</source>
      <translation>
        <numerusform>%n working day</numerusform>
        <numerusform>%n working days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Import %n entries</source>
      <translation>
        <numerusform>Import %n entry</numerusform>
        <numerusform>Import %n entries</numerusform>
      </translation>
    </message>
  </context>
</TS>
