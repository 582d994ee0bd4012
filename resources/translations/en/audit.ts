<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n line(s)</source>
      <translation>
        <numerusform>%n line</numerusform>
        <numerusform>%n lines</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s) as filtered, the oldest first.</source>
      <translation>
        <numerusform>%n line as filtered, the oldest first.</numerusform>
        <numerusform>%n lines as filtered, the oldest first.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n more after this</source>
      <translation>
        <numerusform>%n more after this</numerusform>
        <numerusform>%n more after this</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) do not hold. Tell the security officer; the check changed nothing.</source>
      <translation>
        <numerusform>%n row does not hold. Tell the security officer; the check changed nothing.</numerusform>
        <numerusform>%n rows do not hold. Tell the security officer; the check changed nothing.</numerusform>
      </translation>
    </message>
  </context>
</TS>
