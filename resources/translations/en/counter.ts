<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n account number(s) left on this computer. Ask the registry officer.</source>
      <translation>
        <numerusform>%n account number left on this computer. Ask the registry officer.</numerusform>
        <numerusform>%n account numbers left on this computer. Ask the registry officer.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n more draft(s) stay in the list (Ctrl+J).</source>
      <translation>
        <numerusform>%n more draft stays in the list (Ctrl+J).</numerusform>
        <numerusform>%n more drafts stay in the list (Ctrl+J).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n page(s)</source>
      <translation>
        <numerusform>%n page</numerusform>
        <numerusform>%n pages</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n page(s) in the tray</source>
      <translation>
        <numerusform>%n page in the tray</numerusform>
        <numerusform>%n pages in the tray</numerusform>
      </translation>
    </message>
  </context>
</TS>
