<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n document(s)</source>
      <translation>
        <numerusform>%n document</numerusform>
        <numerusform>%n documents</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n document(s) have no material yet. Press the digit of theirs.</source>
      <translation>
        <numerusform>%n document has no material yet. Press its digit.</numerusform>
        <numerusform>%n documents have no material yet. Press the digit of each.</numerusform>
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
      <source>%n page(s) so far…</source>
      <translation>
        <numerusform>%n page so far…</numerusform>
        <numerusform>%n pages so far…</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n page(s) were here already and were not added.</source>
      <translation>
        <numerusform>%n page was here already and was not added.</numerusform>
        <numerusform>%n pages were here already and were not added.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n scanner(s) or camera(s) found. F9 at the counter scans like this.</source>
      <translation>
        <numerusform>%n scanner or camera found. F9 at the counter scans like this.</numerusform>
        <numerusform>%n scanners or cameras found. F9 at the counter scans like this.</numerusform>
      </translation>
    </message>
  </context>
</TS>
