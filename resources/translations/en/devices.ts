<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n account number(s) more may be given out on this computer.</source>
      <translation>
        <numerusform>One more account number may be given out on this computer.</numerusform>
        <numerusform>%n more account numbers may be given out on this computer.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n left this year</source>
      <translation>
        <numerusform>%n left this year</numerusform>
        <numerusform>%n left this year</numerusform>
      </translation>
    </message>
  </context>
</TS>
