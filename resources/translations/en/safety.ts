<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n file(s) that nobody needs were removed.</source>
      <translation>
        <numerusform>%n file that nobody needs was removed.</numerusform>
        <numerusform>%n files that nobody needs were removed.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n operation(s) are in no backup yet.</source>
      <translation>
        <numerusform>%n operation is in no backup yet.</numerusform>
        <numerusform>%n operations are in no backup yet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Backed up, and %n row(s) put right.</source>
      <translation>
        <numerusform>Backed up, and %n row put right.</numerusform>
        <numerusform>Backed up, and %n rows put right.</numerusform>
      </translation>
    </message>
  </context>
</TS>
