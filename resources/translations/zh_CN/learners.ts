<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n learner(s)</source>
      <translation>
        <numerusform>%n 位学习者</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;House</source>
      <translation>接收机构(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Reason</source>
      <translation>原因(&amp;R)</translation>
    </message>
    <message>
      <source>A registry officer can open it again.</source>
      <translation>学籍管理员可以重新启用。</translation>
    </message>
    <message>
      <source>Account</source>
      <translation>账户</translation>
    </message>
    <message>
      <source>Account of {name}</source>
      <translation>{name}的账户</translation>
    </message>
    <message>
      <source>Act</source>
      <translation>操作</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>地址</translation>
    </message>
    <message>
      <source>Answer by</source>
      <translation>答复期限</translation>
    </message>
    <message>
      <source>Applications</source>
      <translation>申请</translation>
    </message>
    <message>
      <source>Applications can be taken in again.</source>
      <translation>可以重新受理申请。</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Born on</source>
      <translation>出生日期</translation>
    </message>
    <message>
      <source>Both are records of their own again, with their own numbers and files.</source>
      <translation>两者重新成为独立的记录，账号和申请各归各处。</translation>
    </message>
    <message>
      <source>Card</source>
      <translation>学习者档案</translation>
    </message>
    <message>
      <source>Choose a learner at the left, or type a number, a name or initials.</source>
      <translation>请在左侧选择学习者，或输入学号、姓名、拼音首字母。</translation>
    </message>
    <message>
      <source>Choose the other record</source>
      <translation>选择另一份记录</translation>
    </message>
    <message>
      <source>Class</source>
      <translation>班级</translation>
    </message>
    <message>
      <source>Close: nothing is under way, and no credit is left</source>
      <translation>销户：没有在办的申请，也没有剩余学分</translation>
    </message>
    <message>
      <source>Correct</source>
      <translation>更正</translation>
    </message>
    <message>
      <source>Correct the record</source>
      <translation>更正档案</translation>
    </message>
    <message>
      <source>Credits</source>
      <translation>学分</translation>
    </message>
    <message>
      <source>Credits, files and papers of both show together; both numbers find it.</source>
      <translation>两者的学分、申请和文书一并显示，两个账号都能查到。</translation>
    </message>
    <message>
      <source>Data held and its history</source>
      <translation>所存信息与历史</translation>
    </message>
    <message>
      <source>Decided or on the way, not yet in the account</source>
      <translation>已认定或办理中，尚未入账</translation>
    </message>
    <message>
      <source>Do it</source>
      <translation>执行</translation>
    </message>
    <message>
      <source>Document</source>
      <translation>证件类型</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>到期</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>电子邮箱</translation>
    </message>
    <message>
      <source>Ethnic group</source>
      <translation>民族</translation>
    </message>
    <message>
      <source>Ethnicity</source>
      <translation>民族</translation>
    </message>
    <message>
      <source>Find a learner</source>
      <translation>查找学习者</translation>
    </message>
    <message>
      <source>Former name</source>
      <translation>曾用名</translation>
    </message>
    <message>
      <source>Freeze: nothing new is applied for</source>
      <translation>冻结：不再受理新的申请</translation>
    </message>
    <message>
      <source>From a sheet</source>
      <translation>批量开户</translation>
    </message>
    <message>
      <source>Go into the card</source>
      <translation>进入档案</translation>
    </message>
    <message>
      <source>Go to the applications</source>
      <translation>转到申请</translation>
    </message>
    <message>
      <source>Go to the papers</source>
      <translation>转到文书</translation>
    </message>
    <message>
      <source>ID number</source>
      <translation>证件号码</translation>
    </message>
    <message>
      <source>In force</source>
      <translation>生效中</translation>
    </message>
    <message>
      <source>In the account, on every statement</source>
      <translation>已在账户中，列入学分证明</translation>
    </message>
    <message>
      <source>Intake year</source>
      <translation>入学年份</translation>
    </message>
    <message>
      <source>Issued on</source>
      <translation>出具日期</translation>
    </message>
    <message>
      <source>Kept by</source>
      <translation>登记处</translation>
    </message>
    <message>
      <source>Latin name</source>
      <translation>拉丁字母姓名</translation>
    </message>
    <message>
      <source>Learner (record disposed of)</source>
      <translation>学习者（档案已销毁）</translation>
    </message>
    <message>
      <source>Learners</source>
      <translation>学习者</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>合并</translation>
    </message>
    <message>
      <source>Merge with another record of the same person</source>
      <translation>与同一人的另一份记录合并</translation>
    </message>
    <message>
      <source>Merge, freeze, close or transfer the account</source>
      <translation>账户合并、冻结、销户或转出</translation>
    </message>
    <message>
      <source>Merged</source>
      <translation>已合并</translation>
    </message>
    <message>
      <source>Merged: both numbers find this account now.</source>
      <translation>已合并，两个账号都能查到此账户。</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>New application</source>
      <translation>新申请</translation>
    </message>
    <message>
      <source>No applications yet.</source>
      <translation>还没有申请。</translation>
    </message>
    <message>
      <source>No papers were issued yet.</source>
      <translation>还没有出具文书。</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>编号</translation>
    </message>
    <message>
      <source>Nobody is on record twice.</source>
      <translation>没有重复登记的人。</translation>
    </message>
    <message>
      <source>Nobody was found. Check the spelling; learners are registered at the counter.</source>
      <translation>没有找到。请核对输入；新学习者在窗口登记。</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Number, name, initials</source>
      <translation>号码、姓名、首字母</translation>
    </message>
    <message>
      <source>Old name</source>
      <translation>曾用名</translation>
    </message>
    <message>
      <source>One ID number, two records: compare them, and merge what is one person.</source>
      <translation>同一证件号码有两份记录：请对照，确为一人则合并。</translation>
    </message>
    <message>
      <source>Open again</source>
      <translation>重新启用</translation>
    </message>
    <message>
      <source>Open the file</source>
      <translation>打开申请</translation>
    </message>
    <message>
      <source>Opened on</source>
      <translation>开户日期</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>学习成果</translation>
    </message>
    <message>
      <source>Outcomes</source>
      <translation>学习成果</translation>
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
      <source>Part from {account}</source>
      <translation>与 {account} 拆开</translation>
    </message>
    <message>
      <source>Parted: both are records of their own again.</source>
      <translation>已拆开，两份记录各自独立。</translation>
    </message>
    <message>
      <source>Pending credits</source>
      <translation>待入账学分</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>Posted credits</source>
      <translation>已入账学分</translation>
    </message>
    <message>
      <source>Programme</source>
      <translation>专业</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>理由</translation>
    </message>
    <message>
      <source>Received on</source>
      <translation>收件日期</translation>
    </message>
    <message>
      <source>Record 1</source>
      <translation>记录一</translation>
    </message>
    <message>
      <source>Record 2</source>
      <translation>记录二</translation>
    </message>
    <message>
      <source>Record corrected</source>
      <translation>档案已更正</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>结果</translation>
    </message>
    <message>
      <source>Save the correction</source>
      <translation>保存更正</translation>
    </message>
    <message>
      <source>Sex</source>
      <translation>性别</translation>
    </message>
    <message>
      <source>Show whole numbers</source>
      <translation>显示完整号码</translation>
    </message>
    <message>
      <source>Shown, and entered into the audit trail</source>
      <translation>已显示，并记入审计记录</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Statement</source>
      <translation>学分证明</translation>
    </message>
    <message>
      <source>Student no.</source>
      <translation>学号</translation>
    </message>
    <message>
      <source>Take the last act on the account back</source>
      <translation>取消对账户的上一步操作</translation>
    </message>
    <message>
      <source>Taken back.</source>
      <translation>已取消此操作。</translation>
    </message>
    <message>
      <source>Telephone</source>
      <translation>电话</translation>
    </message>
    <message>
      <source>The account is closed.</source>
      <translation>账户已销户。</translation>
    </message>
    <message>
      <source>The account is frozen.</source>
      <translation>账户已冻结。</translation>
    </message>
    <message>
      <source>The account is open again.</source>
      <translation>账户已重新启用。</translation>
    </message>
    <message>
      <source>The account was transferred out.</source>
      <translation>账户已转出。</translation>
    </message>
    <message>
      <source>The other record: number, name, initials</source>
      <translation>另一份记录：号码、姓名、首字母</translation>
    </message>
    <message>
      <source>The same person?</source>
      <translation>是否同一人？</translation>
    </message>
    <message>
      <source>The same person? {count}</source>
      <translation>是否同一人？{count}</translation>
    </message>
    <message>
      <source>Then</source>
      <translation>之后</translation>
    </message>
    <message>
      <source>This cannot be undone. The certificate is made at once.</source>
      <translation>此操作不能撤销，转出证明随即开具。</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>Transfer out to another house, with a certificate</source>
      <translation>转出到其他机构，并出具证明</translation>
    </message>
    <message>
      <source>Type</source>
      <translation>类型</translation>
    </message>
    <message>
      <source>Undecided</source>
      <translation>未定</translation>
    </message>
    <message>
      <source>Veteran</source>
      <translation>退役军人</translation>
    </message>
    <message>
      <source>Voided</source>
      <translation>已作废</translation>
    </message>
    <message>
      <source>What happened</source>
      <translation>发生了什么</translation>
    </message>
    <message>
      <source>What is pending, and why</source>
      <translation>待入账学分及原因</translation>
    </message>
    <message>
      <source>What is under way goes on. It can be opened again at any time.</source>
      <translation>在办的申请照常进行，可随时重新启用。</translation>
    </message>
    <message>
      <source>Which one stays</source>
      <translation>保留哪一个</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>缘由</translation>
    </message>
    <message>
      <source>Year</source>
      <translation>入学年份</translation>
    </message>
    <message>
      <source>You choose the other record next and see both side by side.</source>
      <translation>下一步选择另一份记录，两份并列对照。</translation>
    </message>
    <message>
      <source>another office, which alone corrects it</source>
      <translation>其他办公室，只由其更正</translation>
    </message>
    <message>
      <source>differs</source>
      <translation>不同</translation>
    </message>
    <message>
      <source>equal</source>
      <translation>相同</translation>
    </message>
    <message>
      <source>next or previous learner</source>
      <translation>上一位/下一位学习者</translation>
    </message>
    <message>
      <source>taken back</source>
      <translation>已取消</translation>
    </message>
    <message>
      <source>the first {count}</source>
      <translation>前 {count} 位</translation>
    </message>
    <message>
      <source>unknown here, not checked at the centre</source>
      <translation>本处无记录，尚未向中心核实</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>{account} ({credits} credits)</source>
      <translation>{account}（{credits} 学分）</translation>
    </message>
    <message>
      <source>{account} · opened {day} · {credits} credits · {files} file(s) · {state}</source>
      <translation>{account} · {day} 开户 · {credits} 学分 · {files} 件申请 · {state}</translation>
    </message>
    <message>
      <source>{code} {name}</source>
      <translation>{code} {name}</translation>
    </message>
    <message>
      <source>{state} · takes effect on sync</source>
      <translation>{state} · 待同步生效</translation>
    </message>
    <message>
      <source>{title} and {count} more</source>
      <translation>{title}，另有 {count} 项</translation>
    </message>
  </context>
</TS>
