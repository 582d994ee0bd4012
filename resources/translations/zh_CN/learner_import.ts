<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n already here</source>
      <translation>
        <numerusform>%n 名已在册</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n different</source>
      <translation>
        <numerusform>%n 名内容不同</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n learner(s) are in use already and stay.</source>
      <translation>
        <numerusform>%n 名学习者的账户已在使用，予以保留。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n learner(s) opened</source>
      <translation>
        <numerusform>已开户 %n 人</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new</source>
      <translation>
        <numerusform>%n 名新增</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) corrected</source>
      <translation>
        <numerusform>已更正 %n 条</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s)</source>
      <translation>
        <numerusform>%n 行</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) with problems</source>
      <translation>
        <numerusform>%n 行有问题</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Show</source>
      <translation>显示(&amp;S)</translation>
    </message>
    <message>
      <source>Account numbers: {needed} of {free}</source>
      <translation>账号：需 {needed} / 有 {free}</translation>
    </message>
    <message>
      <source>An import of {file} was interrupted at {done}. It is finished now.</source>
      <translation>{file} 的导入在第 {done} 条处中断，现在继续完成。</translation>
    </message>
    <message>
      <source>Another sheet</source>
      <translation>导入另一份表格</translation>
    </message>
    <message>
      <source>As you assigned them last time. Change what is different.</source>
      <translation>沿用上次的对应关系，如有不同请修改。</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Back, or stop</source>
      <translation>返回或停止</translation>
    </message>
    <message>
      <source>Choose a sheet</source>
      <translation>选择表格</translation>
    </message>
    <message>
      <source>Choose an .xlsx or .csv file with a row a learner. Every row is examined and shown before anything is entered.</source>
      <translation>请选择每行一名学习者的 .xlsx 或 .csv 文件。导入之前会逐行检查并给出预览。</translation>
    </message>
    <message>
      <source>Column</source>
      <translation>列</translation>
    </message>
    <message>
      <source>Column {letter}: {heading}</source>
      <translation>{letter} 列：{heading}</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>列</translation>
    </message>
    <message>
      <source>Correct who is here</source>
      <translation>更正已在册者</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>放弃</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>导入</translation>
    </message>
    <message numerus="yes">
      <source>Enter %n learner(s)</source>
      <translation>
        <numerusform>导入 %n 名学习者</numerusform>
      </translation>
    </message>
    <message>
      <source>Entering</source>
      <translation>导入</translation>
    </message>
    <message>
      <source>Every row kept of this sheet goes for good, and the import can no longer be taken back as a whole. Press Ctrl+D again to discard them; anything else keeps them.</source>
      <translation>此表留存的各行将永久删除，且本次导入不能再整批撤销。再按一次 Ctrl+D 放弃，其他操作则保留。</translation>
    </message>
    <message>
      <source>Every row kept of this sheet goes for good, with its problems. Press Ctrl+D again to discard them; anything else keeps them.</source>
      <translation>此表留存的各行及其问题将永久删除。再按一次 Ctrl+D 放弃，其他操作则保留。</translation>
    </message>
    <message>
      <source>Examine every row</source>
      <translation>逐行检查</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>For example: new intake, handed in by the registry</source>
      <translation>例如：新生入学，由学籍科提交</translation>
    </message>
    <message>
      <source>Guessed from the headings. Look at the first values and change what is wrong.</source>
      <translation>根据表头推测。请对照前几个值，修改不对的列。</translation>
    </message>
    <message>
      <source>How far the import is</source>
      <translation>导入进度</translation>
    </message>
    <message>
      <source>Import learners</source>
      <translation>导入学习者</translation>
    </message>
    <message>
      <source>It was sent to the centre and can no longer be taken back as a whole.</source>
      <translation>已上报中心，不能再整批撤销。</translation>
    </message>
    <message>
      <source>Learners</source>
      <translation>学习者</translation>
    </message>
    <message>
      <source>More than one column holds: {names}</source>
      <translation>有多列对应：{names}</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>No</source>
      <translation>否</translation>
    </message>
    <message>
      <source>No column holds: {names}</source>
      <translation>没有列对应：{names}</translation>
    </message>
    <message>
      <source>No row of this kind.</source>
      <translation>没有此类行。</translation>
    </message>
    <message>
      <source>Nothing is entered before you have looked at it.</source>
      <translation>在您查看之前不会导入任何内容。</translation>
    </message>
    <message>
      <source>Nothing of it is left in the records.</source>
      <translation>记录中已无本次导入的内容。</translation>
    </message>
    <message>
      <source>Others go on working meanwhile. Stopping takes back what was entered; should the program end, the import is finished when this page is opened again.</source>
      <translation>其他工作可照常进行。停止会撤销已导入的内容；若程序意外结束，再次打开此页时会继续完成导入。</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>预览</translation>
    </message>
    <message>
      <source>Preview of {file}</source>
      <translation>{file} 预览</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Pur&amp;pose</source>
      <translation>用途(&amp;P)</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>报告</translation>
    </message>
    <message>
      <source>Row</source>
      <translation>行</translation>
    </message>
    <message>
      <source>Rows of the sheet</source>
      <translation>表格的行</translation>
    </message>
    <message>
      <source>Rows with a warning too</source>
      <translation>含有提醒的行</translation>
    </message>
    <message>
      <source>Save a template</source>
      <translation>保存模板</translation>
    </message>
    <message>
      <source>Save the problems</source>
      <translation>导出问题行</translation>
    </message>
    <message>
      <source>Save the rows with problems, send them back to be mended, and choose that sheet again.</source>
      <translation>请导出有问题的行，退回修改后再次导入该表。</translation>
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
      <translation>撤销本次导入</translation>
    </message>
    <message>
      <source>Template</source>
      <translation>模板</translation>
    </message>
    <message>
      <source>The rows of {file} are discarded</source>
      <translation>已放弃 {file} 的各行</translation>
    </message>
    <message>
      <source>The template has the columns and lists to choose from.</source>
      <translation>模板含全部列及可选项列表。</translation>
    </message>
    <message>
      <source>Until it is sent to the centre the whole import can be taken back.</source>
      <translation>上报中心之前，可以整批撤销。</translation>
    </message>
    <message>
      <source>What</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>What is wrong</source>
      <translation>问题所在</translation>
    </message>
    <message>
      <source>What the columns of {file} hold</source>
      <translation>{file} 各列的内容</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>检查结果</translation>
    </message>
    <message>
      <source>Which rows are shown</source>
      <translation>显示哪些行</translation>
    </message>
    <message>
      <source>Who is in use already stays.</source>
      <translation>已在使用的账户予以保留。</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} / {total}</translation>
    </message>
    <message>
      <source>{file} was entered</source>
      <translation>{file} 已导入</translation>
    </message>
    <message>
      <source>{file} was taken back</source>
      <translation>{file} 已撤销</translation>
    </message>
    <message>
      <source>{kind} ({count})</source>
      <translation>{kind}（{count}）</translation>
    </message>
    <message>
      <source>{needed} account numbers are needed and this device has {free}. Synchronise to get a new block, or let a registry officer allot one under Settings › Devices; the sheet waits here meanwhile.</source>
      <translation>需要 {needed} 个账号，本机只剩 {free} 个。请先同步以领取新号段，或由学籍管理员在“设置 › 设备”中分配；表格会在此等待。</translation>
    </message>
    <message>
      <source>– left out –</source>
      <translation>– 不导入 –</translation>
    </message>
  </context>
</TS>
