<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message>
      <source>(disposed of)</source>
      <translation>（已销毁）</translation>
    </message>
    <message>
      <source>About</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>Copies</source>
      <translation>份数</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>副本</translation>
    </message>
    <message>
      <source>Credit statement</source>
      <translation>学分证明</translation>
    </message>
    <message>
      <source>Draft</source>
      <comment>paper</comment>
      <translation>样张</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>查找</translation>
    </message>
    <message>
      <source>Find a learner</source>
      <translation>查找学习者</translation>
    </message>
    <message>
      <source>Find a learner to see credits and papers.</source>
      <translation>查找学习者以查看学分与文书。</translation>
    </message>
    <message>
      <source>Issue and open</source>
      <translation>出具并打开打印</translation>
    </message>
    <message>
      <source>Issue and print</source>
      <translation>出具并打印</translation>
    </message>
    <message>
      <source>Issued on</source>
      <translation>出具日期</translation>
    </message>
    <message>
      <source>It is marked as a copy and counted.</source>
      <translation>该份将标注“副本”并计入份数。</translation>
    </message>
    <message>
      <source>It stays in the list and its number stays used. This cannot be undone.</source>
      <translation>它仍留在列表中，编号不再使用。此操作无法撤销。</translation>
    </message>
    <message>
      <source>Learner</source>
      <translation>学习者</translation>
    </message>
    <message>
      <source>Learners found</source>
      <translation>查到的学习者</translation>
    </message>
    <message>
      <source>New statement</source>
      <translation>新学分证明</translation>
    </message>
    <message>
      <source>Next or previous row</source>
      <translation>上一行或下一行</translation>
    </message>
    <message>
      <source>No paper was issued for this learner yet.</source>
      <translation>尚未为该学习者出具文书。</translation>
    </message>
    <message>
      <source>Nobody was found. Check the spelling.</source>
      <translation>没有查到。请检查输入。</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>编号</translation>
    </message>
    <message>
      <source>Number, name, initials</source>
      <translation>号码、姓名、首字母</translation>
    </message>
    <message>
      <source>On the way, not posted: {credits} credits</source>
      <translation>在途未入账：{credits} 学分</translation>
    </message>
    <message>
      <source>Open for printing</source>
      <translation>打开以打印</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>文书</translation>
    </message>
    <message>
      <source>Papers</source>
      <translation>文书</translation>
    </message>
    <message>
      <source>Papers of the learner</source>
      <translation>该学习者的文书</translation>
    </message>
    <message>
      <source>Print</source>
      <translation>打印</translation>
    </message>
    <message>
      <source>Print a copy</source>
      <translation>打印副本</translation>
    </message>
    <message>
      <source>Reading the account …</source>
      <translation>正在读取账户……</translation>
    </message>
    <message>
      <source>Save PDF</source>
      <translation>存为 PDF</translation>
    </message>
    <message>
      <source>Saved as {path}.</source>
      <translation>已保存为 {path}。</translation>
    </message>
    <message>
      <source>Search again</source>
      <translation>重新查找</translation>
    </message>
    <message>
      <source>Statements</source>
      <translation>成绩单与证明</translation>
    </message>
    <message>
      <source>The chain of the account is broken at entry {number}. Tell the security officer.</source>
      <translation>账户链在第 {number} 笔分录处断裂，请通知安全员。</translation>
    </message>
    <message>
      <source>The statement is shown here as it will be printed.</source>
      <translation>学分证明将在此按打印效果显示。</translation>
    </message>
    <message>
      <source>There are more. Type a little further.</source>
      <translation>还有更多，请继续输入。</translation>
    </message>
    <message>
      <source>Type a number, a name or initials, then Enter.</source>
      <translation>输入编号、姓名或首字母，再按回车。</translation>
    </message>
    <message>
      <source>Void</source>
      <translation>作废</translation>
    </message>
    <message>
      <source>Void the paper</source>
      <translation>作废该文书</translation>
    </message>
    <message>
      <source>Voided</source>
      <translation>已作废</translation>
    </message>
    <message>
      <source>Why is a copy needed?</source>
      <translation>为何需要副本？</translation>
    </message>
    <message>
      <source>Why is it voided?</source>
      <translation>为何作废？</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>以及另外 %n 项</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>credits posted, %n entries</source>
      <translation>
        <numerusform>学分已入账，共 %n 笔</numerusform>
      </translation>
    </message>
    <message>
      <source>credits posted. Nothing is in the account yet, the statement would be empty.</source>
      <translation>学分已入账。账户中尚无记录，证明将为空。</translation>
    </message>
    <message>
      <source>{credits} {title}: delivered, takes effect on sync</source>
      <translation>{credits} {title}：已送达，待同步生效</translation>
    </message>
    <message>
      <source>{credits} {title}: {state}</source>
      <translation>{credits} {title}：{state}</translation>
    </message>
    <message>
      <source>{paper} (draft)</source>
      <translation>{paper}（样张）</translation>
    </message>
  </context>
</TS>
