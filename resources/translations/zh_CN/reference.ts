<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n change(s)</source>
      <translation>
        <numerusform>%n 项更改</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n change(s) are in force.</source>
      <translation>
        <numerusform>%n 项更改已生效。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n change(s) wait for approval in the section “Approvals”.</source>
      <translation>
        <numerusform>%n 项更改在“待批准”中等待批准。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n changed</source>
      <translation>
        <numerusform>更改 %n 条</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n entries are not in the file; they stay as they are.</source>
      <translation>
        <numerusform>另有 %n 条不在文件中，保持不变。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new</source>
      <translation>
        <numerusform>%n 名新增</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n problem(s)</source>
      <translation>
        <numerusform>%n 个问题</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n the same</source>
      <translation>
        <numerusform>%n 条相同</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n working day(s)</source>
      <translation>
        <numerusform>%n 个工作日</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Why</source>
      <translation>理由(&amp;W)</translation>
    </message>
    <message>
      <source>A change waits for approval</source>
      <translation>有一项更改待批准</translation>
    </message>
    <message>
      <source>A new entry counts when somebody else has approved it.</source>
      <translation>新条目经另一人批准后生效。</translation>
    </message>
    <message>
      <source>A second person looks at it in the section “Approvals”.</source>
      <translation>由第二人在“待批准”中审看。</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>添加</translation>
    </message>
    <message>
      <source>After</source>
      <translation>更改后</translation>
    </message>
    <message>
      <source>All</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>Another table</source>
      <translation>切换表格</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>答复</translation>
    </message>
    <message>
      <source>Approvals</source>
      <translation>待批准</translation>
    </message>
    <message>
      <source>Approve</source>
      <translation>批准</translation>
    </message>
    <message>
      <source>Approved and in force: {what}</source>
      <translation>已批准并生效：{what}</translation>
    </message>
    <message>
      <source>Approved by {name}</source>
      <translation>批准人：{name}</translation>
    </message>
    <message>
      <source>As a list</source>
      <translation>列表</translation>
    </message>
    <message>
      <source>As shipped</source>
      <translation>内置</translation>
    </message>
    <message>
      <source>As shipped: {fields}</source>
      <translation>内置内容：{fields}</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>更改前</translation>
    </message>
    <message>
      <source>By</source>
      <translation>提出人</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Catalogues</source>
      <translation>目录</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>已更改</translation>
    </message>
    <message>
      <source>Changed here</source>
      <translation>本机构更改</translation>
    </message>
    <message>
      <source>Changed twice</source>
      <translation>两处更改冲突</translation>
    </message>
    <message>
      <source>Changes</source>
      <translation>更改</translation>
    </message>
    <message>
      <source>Choose again</source>
      <translation>重新选择</translation>
    </message>
    <message>
      <source>Choose an entry to see all of it.</source>
      <translation>选择一条，查看全部内容。</translation>
    </message>
    <message>
      <source>Column</source>
      <translation>列</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>Day off</source>
      <translation>放假</translation>
    </message>
    <message>
      <source>Days off</source>
      <translation>节假日</translation>
    </message>
    <message>
      <source>Deadlines</source>
      <translation>期限</translation>
    </message>
    <message>
      <source>Empty sheet to fill in</source>
      <translation>空白模板</translation>
    </message>
    <message>
      <source>Entry</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>字段</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>字段</translation>
    </message>
    <message>
      <source>History</source>
      <translation>历史</translation>
    </message>
    <message>
      <source>History {count}</source>
      <translation>历史 {count}</translation>
    </message>
    <message>
      <source>Holiday</source>
      <translation>节日名称</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>导入</translation>
    </message>
    <message numerus="yes">
      <source>Import %n entries</source>
      <translation>
        <numerusform>导入 %n 条</numerusform>
      </translation>
    </message>
    <message>
      <source>Import into {table}: {file}</source>
      <translation>导入{table}：{file}</translation>
    </message>
    <message>
      <source>In force</source>
      <translation>生效中</translation>
    </message>
    <message>
      <source>In use</source>
      <translation>使用中</translation>
    </message>
    <message>
      <source>Kind of day</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Mend the rows in the sheet, save it and choose it again. Nothing was imported.</source>
      <translation>请在表格中改正这些行，保存后重新选择。尚未导入任何内容。</translation>
    </message>
    <message>
      <source>Must be filled in.</source>
      <translation>必填。</translation>
    </message>
    <message>
      <source>Needs a second person</source>
      <translation>须第二人批准</translation>
    </message>
    <message>
      <source>New</source>
      <translation>新增</translation>
    </message>
    <message>
      <source>No</source>
      <translation>否</translation>
    </message>
    <message>
      <source>Nobody has changed this entry: it is as shipped.</source>
      <translation>没有人更改过此条，仍为内置内容。</translation>
    </message>
    <message>
      <source>Not published yet: deadlines are provisional</source>
      <translation>尚未公布：期限为暂定</translation>
    </message>
    <message>
      <source>Not stated</source>
      <translation>未说明</translation>
    </message>
    <message>
      <source>Nothing waits for a second person.</source>
      <translation>没有待批准的事项。</translation>
    </message>
    <message>
      <source>Nothing was changed.</source>
      <translation>没有改动。</translation>
    </message>
    <message>
      <source>Nothing was settled yet.</source>
      <translation>还没有办结的事项。</translation>
    </message>
    <message>
      <source>Nothing would change: every entry is here already.</source>
      <translation>没有变化：所有条目都已存在。</translation>
    </message>
    <message>
      <source>Open the day</source>
      <translation>打开这一天</translation>
    </message>
    <message>
      <source>Out of use</source>
      <translation>已停用</translation>
    </message>
    <message>
      <source>Overtaken</source>
      <translation>已过时</translation>
    </message>
    <message>
      <source>Own entry</source>
      <translation>自建</translation>
    </message>
    <message>
      <source>Phrase book</source>
      <translation>用语库</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Proposals</source>
      <translation>提请事项</translation>
    </message>
    <message>
      <source>Proposed</source>
      <translation>提出</translation>
    </message>
    <message>
      <source>Published</source>
      <translation>已公布</translation>
    </message>
    <message>
      <source>Row</source>
      <translation>行</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Saved and in force.</source>
      <translation>已保存并生效。</translation>
    </message>
    <message>
      <source>Saved: {path}</source>
      <translation>已保存：{path}</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <source>Search {table}</source>
      <translation>搜索{table}</translation>
    </message>
    <message>
      <source>Settled</source>
      <translation>已办结</translation>
    </message>
    <message>
      <source>Sheets</source>
      <translation>表格</translation>
    </message>
    <message>
      <source>Since</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>Standing</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Stands in the history beside your name.</source>
      <translation>与您的姓名一起记入历史。</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>环节</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>Take out of use</source>
      <translation>停用</translation>
    </message>
    <message>
      <source>Take out of use, or use again</source>
      <translation>停用或恢复使用</translation>
    </message>
    <message>
      <source>Taken back</source>
      <translation>已撤回</translation>
    </message>
    <message>
      <source>Taken back.</source>
      <translation>已取消此操作。</translation>
    </message>
    <message>
      <source>Taken back: the proposal waits again.</source>
      <translation>已撤回：该事项重新待批准。</translation>
    </message>
    <message>
      <source>Template</source>
      <translation>模板</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>用语</translation>
    </message>
    <message>
      <source>The year, day by day</source>
      <translation>全年日历</translation>
    </message>
    <message>
      <source>These columns are not known and left out: {names}</source>
      <translation>以下列无法识别，已忽略：{names}</translation>
    </message>
    <message>
      <source>This is your own proposal: somebody else approves it or turns it down.</source>
      <translation>这是您自己提出的，由另一人批准或否决。</translation>
    </message>
    <message>
      <source>Turn down</source>
      <translation>否决</translation>
    </message>
    <message>
      <source>Turned down: {what}</source>
      <translation>已否决：{what}</translation>
    </message>
    <message>
      <source>Use again</source>
      <translation>恢复使用</translation>
    </message>
    <message>
      <source>Waits for approval</source>
      <translation>待批准</translation>
    </message>
    <message>
      <source>Waits for approval: somebody else looks at it in the section “Approvals”.</source>
      <translation>待批准：由另一人在“待批准”中审看。</translation>
    </message>
    <message>
      <source>What</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>What decides something counts when a second person has approved it. Nothing waits.</source>
      <translation>影响认定的更改须经第二人批准方可生效。目前没有待批准的事项。</translation>
    </message>
    <message>
      <source>What is wrong</source>
      <translation>问题所在</translation>
    </message>
    <message>
      <source>What it would do</source>
      <translation>改动后的影响</translation>
    </message>
    <message>
      <source>What, who or why</source>
      <translation>事项、人员或理由</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>缘由</translation>
    </message>
    <message>
      <source>Why: {reason}</source>
      <translation>理由：{reason}</translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>停用</translation>
    </message>
    <message>
      <source>Withdrawn: {what}</source>
      <translation>已撤回：{what}</translation>
    </message>
    <message>
      <source>Worked to make up</source>
      <translation>调休上班</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>Your roles do not settle proposals.</source>
      <translation>您的角色不能批准事项。</translation>
    </message>
    <message>
      <source>new</source>
      <translation>新增</translation>
    </message>
    <message>
      <source>{count} seconds</source>
      <translation>{count} 秒</translation>
    </message>
    <message>
      <source>{count} {unit}</source>
      <translation>{count} {unit}</translation>
    </message>
    <message>
      <source>{day} is an ordinary day. Press Ctrl+N to change that.</source>
      <translation>{day} 为普通日。按 Ctrl+N 更改。</translation>
    </message>
    <message>
      <source>{day} · {name}</source>
      <translation>{day} · {name}</translation>
    </message>
    <message>
      <source>{fields}: counts when somebody else has approved it.</source>
      <translation>{fields}：经另一人批准后生效。</translation>
    </message>
    <message>
      <source>{name}, {when}</source>
      <translation>{name}，{when}</translation>
    </message>
    <message>
      <source>{table}: {what}</source>
      <translation>{table}：{what}</translation>
    </message>
  </context>
</TS>
