<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n already here</source>
      <translation>
        <numerusform>%n already here</numerusform>
        <numerusform>%n already here</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n different</source>
      <translation>
        <numerusform>%n different</numerusform>
        <numerusform>%n different</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n learner(s) are in use already and stay.</source>
      <translation>
        <numerusform>%n learner is in use already and stays.</numerusform>
        <numerusform>%n learners are in use already and stay.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n learner(s) opened</source>
      <translation>
        <numerusform>%n learner opened</numerusform>
        <numerusform>%n learners opened</numerusform>
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
      <source>%n record(s) corrected</source>
      <translation>
        <numerusform>%n record corrected</numerusform>
        <numerusform>%n records corrected</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s)</source>
      <translation>
        <numerusform>%n row</numerusform>
        <numerusform>%n rows</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) with problems</source>
      <translation>
        <numerusform>%n row with problems</numerusform>
        <numerusform>%n rows with problems</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Enter %n learner(s)</source>
      <translation>
        <numerusform>Enter %n learner</numerusform>
        <numerusform>Enter %n learners</numerusform>
      </translation>
    </message>
  </context>
</TS>
