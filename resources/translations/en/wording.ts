<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n day(s) late</source>
      <translation>
        <numerusform>%n day late</numerusform>
        <numerusform>%n days late</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) that are due for disposal would be kept longer.</source>
      <translation>
        <numerusform>One record that is due for disposal would be kept longer.</numerusform>
        <numerusform>%n records that are due for disposal would be kept longer.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) that are still kept would be due for disposal at once.</source>
      <translation>
        <numerusform>One record that is still kept would be due for disposal at once.</numerusform>
        <numerusform>%n records that are still kept would be due for disposal at once.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) must be mended.</source>
      <translation>
        <numerusform>%n thing must be mended.</numerusform>
        <numerusform>%n things must be mended.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Everything is safe; %n thing(s) are worth a look.</source>
      <translation>
        <numerusform>Everything is safe; %n thing is worth a look.</numerusform>
        <numerusform>Everything is safe; %n things are worth a look.</numerusform>
      </translation>
    </message>
  </context>
</TS>
