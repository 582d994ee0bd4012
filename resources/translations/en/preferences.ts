<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n left</source>
      <translation>
        <numerusform>%n left</numerusform>
        <numerusform>%n left</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>This computer locks after %n minute(s) without a key.</source>
      <translation>
        <numerusform>This computer locks after one minute without a key.</numerusform>
        <numerusform>This computer locks after %n minutes without a key.</numerusform>
      </translation>
    </message>
  </context>
</TS>
