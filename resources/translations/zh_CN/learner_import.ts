<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n already here</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n already here, but different</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n learner(s) are in use already and stay.</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n learner(s) opened</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new</source>
      <translation>
        <numerusform>新增 %n 条</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) corrected</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s)</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) with problems</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <source>&amp;Show</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An import of {file} was interrupted at {done}. It is finished now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another sheet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As you assigned them last time. Change what is different.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Back, or stop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a sheet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose an .xlsx or .csv file with a row a learner. Every row is examined and shown before anything is entered.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Column</source>
      <translation>列</translation>
    </message>
    <message>
      <source>Column {letter}: {heading}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Columns</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Correct who is here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Enter</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>Enter %n learner(s)</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Entering</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Examine every row</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>For example: new intake, handed in by the registry</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Guessed from the headings. Look at the first values and change what is wrong.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How far the import is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It was sent to the centre and can no longer be taken back as a whole.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Learners</source>
      <translation>学习者</translation>
    </message>
    <message>
      <source>Learners from a sheet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>More than one column holds: {names}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No</source>
      <translation>否</translation>
    </message>
    <message>
      <source>No column holds: {names}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No row of this kind.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is entered before you have looked at it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing of it is left in the records.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Others go on working meanwhile. Stopping takes back what was entered; should the program end, the import is finished when this page is opened again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Preview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Problems</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Pur&amp;pose</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Row</source>
      <translation>行</translation>
    </message>
    <message>
      <source>Rows of the sheet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rows with a warning too</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save a template</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save the problems</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save the rows with problems, send them back to be mended, and choose that sheet again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saved: {path}</source>
      <translation>已保存：{path}</translation>
    </message>
    <message>
      <source>Sheets</source>
      <translation>表格</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Take the import back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Template</source>
      <translation>模板</translation>
    </message>
    <message>
      <source>That is not enough. Synchronise to get a new block, or let a registry officer allot one under Settings › Devices; the sheet waits here meanwhile.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The template has the columns and lists to choose from.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Until it is sent to the centre the whole import can be taken back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>What entering {file} would do</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is wrong</source>
      <translation>问题所在</translation>
    </message>
    <message>
      <source>What the columns of {file} hold</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was found</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who is in use already stays.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file} was entered</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file} was taken back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{needed} account numbers are needed; this device has {free}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>– left out –</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
