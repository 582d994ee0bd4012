<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %n more</numerusform>
        <numerusform>and %n more</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>credits posted, %n entries</source>
      <translation>
        <numerusform>credits posted, %n entry</numerusform>
        <numerusform>credits posted, %n entries</numerusform>
      </translation>
    </message>
  </context>
</TS>
