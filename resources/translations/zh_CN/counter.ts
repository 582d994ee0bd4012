<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n account number(s) left on this computer. Ask the registry officer.</source>
      <translation>
        <numerusform>本机只剩 %n 个账号，请向学籍管理员申请号段。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n more draft(s) stay in the list (Ctrl+J).</source>
      <translation>
        <numerusform>另有 %n 份草稿留在列表中（Ctrl+J）。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n page(s)</source>
      <translation>
        <numerusform>%n 页</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n page(s) in the tray</source>
      <translation>
        <numerusform>托盘中有 %n 页</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Authorisation</source>
      <translation>委托书(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Name</source>
      <translation>姓名(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Phrase</source>
      <translation>常用语(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Relation</source>
      <translation>关系(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Why another person</source>
      <translation>为何不是同一人(&amp;W)</translation>
    </message>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>A second evaluator will judge it too.</source>
      <translation>还须第二评审人评审。</translation>
    </message>
    <message>
      <source>A&amp;rrived</source>
      <translation>已收到(&amp;R)</translation>
    </message>
    <message>
      <source>About {credits} credits</source>
      <translation>预计 {credits} 学分</translation>
    </message>
    <message>
      <source>Accept</source>
      <translation>受理</translation>
    </message>
    <message>
      <source>Accepted as {number}; the answer is due by {day}. Print the receipt.</source>
      <translation>已受理，编号 {number}，答复期限 {day}。请打印回执。</translation>
    </message>
    <message>
      <source>Add materials</source>
      <translation>补充材料</translation>
    </message>
    <message>
      <source>Add them</source>
      <translation>加入</translation>
    </message>
    <message>
      <source>Al&amp;so, a line each</source>
      <translation>另需，每行一项(&amp;S)</translation>
    </message>
    <message>
      <source>All originals compared and given back</source>
      <translation>全部原件已核对并退还</translation>
    </message>
    <message>
      <source>Another office or computer knows this person; the record was brought here.</source>
      <translation>其他办公室或电脑已登记此人，记录已调来。</translation>
    </message>
    <message>
      <source>Another person of the same name</source>
      <translation>同名的另一个人</translation>
    </message>
    <message>
      <source>Another reason, checked with the learner</source>
      <translation>其他原因，已与本人核实</translation>
    </message>
    <message>
      <source>Answer by</source>
      <translation>答复期限</translation>
    </message>
    <message>
      <source>Application</source>
      <translation>申请</translation>
    </message>
    <message>
      <source>As soon as an outcome can be read, the rules say here what it is worth.</source>
      <translation>填好成果后，这里按规则显示预计学分。</translation>
    </message>
    <message>
      <source>Ask for a supplement</source>
      <translation>要求补正</translation>
    </message>
    <message>
      <source>Ask for it</source>
      <translation>发出补正要求</translation>
    </message>
    <message>
      <source>Ask the centre</source>
      <translation>向中心查询</translation>
    </message>
    <message>
      <source>Attach files</source>
      <translation>添加文件</translation>
    </message>
    <message>
      <source>Attach what was copied</source>
      <translation>粘贴为附件</translation>
    </message>
    <message>
      <source>Authorised &amp;on</source>
      <translation>授权日期(&amp;O)</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Bring back the removed outcome</source>
      <translation>恢复刚移除的成果</translation>
    </message>
    <message>
      <source>Cert. no.</source>
      <translation>证书编号</translation>
    </message>
    <message>
      <source>Choose a type and type the outcome first.</source>
      <translation>请先选择类型并录入成果。</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Code</source>
      <translation>代码</translation>
    </message>
    <message>
      <source>Compared</source>
      <translation>已核对</translation>
    </message>
    <message>
      <source>Continue it</source>
      <translation>继续填写</translation>
    </message>
    <message>
      <source>Core skill</source>
      <translation>核心技能</translation>
    </message>
    <message>
      <source>Counter</source>
      <translation>窗口受理</translation>
    </message>
    <message>
      <source>Credit code</source>
      <translation>信用代码</translation>
    </message>
    <message>
      <source>Credits</source>
      <translation>学分</translation>
    </message>
    <message>
      <source>Deliver</source>
      <translation>送达</translation>
    </message>
    <message>
      <source>Deliver the result</source>
      <translation>送达结果</translation>
    </message>
    <message>
      <source>Delivered</source>
      <translation>已送达</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>放弃</translation>
    </message>
    <message>
      <source>Discard it</source>
      <translation>放弃</translation>
    </message>
    <message>
      <source>Discard this application?</source>
      <translation>放弃这份申请？</translation>
    </message>
    <message>
      <source>Do not accept</source>
      <translation>不予受理</translation>
    </message>
    <message>
      <source>Docu&amp;ment</source>
      <translation>证件(&amp;M)</translation>
    </message>
    <message>
      <source>Draft saved {time}</source>
      <translation>草稿已自动保存 {time}</translation>
    </message>
    <message>
      <source>Drafts</source>
      <translation>草稿</translation>
    </message>
    <message>
      <source>Earlier: {text}</source>
      <translation>以往：{text}</translation>
    </message>
    <message>
      <source>End as lapsed</source>
      <translation>逾期终止</translation>
    </message>
    <message>
      <source>End it</source>
      <translation>终止</translation>
    </message>
    <message>
      <source>Extend</source>
      <translation>延期</translation>
    </message>
    <message>
      <source>Extend the time</source>
      <translation>延长补正期</translation>
    </message>
    <message>
      <source>Fewer fields</source>
      <translation>收起字段</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>Find the learner</source>
      <translation>查找学习者</translation>
    </message>
    <message>
      <source>For course</source>
      <translation>置换课程</translation>
    </message>
    <message>
      <source>For {course}</source>
      <translation>置换：{course}</translation>
    </message>
    <message>
      <source>Found</source>
      <translation>查找结果</translation>
    </message>
    <message>
      <source>Free credits</source>
      <translation>自由学分</translation>
    </message>
    <message>
      <source>From the code: {text}</source>
      <translation>来自扫码：{text}</translation>
    </message>
    <message>
      <source>Go on with mine</source>
      <translation>继续我的这份</translation>
    </message>
    <message>
      <source>Go to what waits</source>
      <translation>转到待办</translation>
    </message>
    <message>
      <source>Grade: {grade}</source>
      <translation>成绩：{grade}</translation>
    </message>
    <message>
      <source>Handed in by</source>
      <translation>代办人</translation>
    </message>
    <message>
      <source>Handed in by somebody else</source>
      <translation>由他人代办</translation>
    </message>
    <message>
      <source>How</source>
      <translation>方式</translation>
    </message>
    <message>
      <source>If any</source>
      <translation>如有</translation>
    </message>
    <message>
      <source>In the tray</source>
      <translation>在托盘中</translation>
    </message>
    <message>
      <source>Insured</source>
      <translation>已参保</translation>
    </message>
    <message>
      <source>Its credits are posted.</source>
      <translation>其学分已入账。</translation>
    </message>
    <message>
      <source>Journal no.</source>
      <translation>刊号</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语种</translation>
    </message>
    <message>
      <source>Lapsed: takes effect on sync</source>
      <translation>逾期终止：待同步生效</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>稍后</translation>
    </message>
    <message>
      <source>Learner</source>
      <translation>学习者</translation>
    </message>
    <message>
      <source>Learner (record disposed of)</source>
      <translation>学习者（档案已销毁）</translation>
    </message>
    <message>
      <source>Letter of school or employer</source>
      <translation>学校或单位介绍信</translation>
    </message>
    <message>
      <source>Lowered from {credits} by: {cap}</source>
      <translation>因上限由 {credits} 降低：{cap}</translation>
    </message>
    <message>
      <source>Match %</source>
      <translation>内容相符 %</translation>
    </message>
    <message>
      <source>Material</source>
      <translation>材料</translation>
    </message>
    <message>
      <source>Materials handed in</source>
      <translation>提交材料</translation>
    </message>
    <message>
      <source>Met before: {why}</source>
      <translation>以前出现过：{why}</translation>
    </message>
    <message>
      <source>Missing</source>
      <translation>缺少</translation>
    </message>
    <message>
      <source>More fields</source>
      <translation>更多字段</translation>
    </message>
    <message>
      <source>More fields ({count})</source>
      <translation>更多字段（{count}）</translation>
    </message>
    <message>
      <source>More or fewer fields</source>
      <translation>展开或收起更多字段</translation>
    </message>
    <message>
      <source>Move it</source>
      <translation>改期</translation>
    </message>
    <message>
      <source>Move the date</source>
      <translation>更改答复日期</translation>
    </message>
    <message>
      <source>Move the promised date</source>
      <translation>更改承诺日期</translation>
    </message>
    <message>
      <source>N&amp;ote</source>
      <translation>备注(&amp;O)</translation>
    </message>
    <message>
      <source>N&amp;ote on the notice</source>
      <translation>通知书上的说明(&amp;O)</translation>
    </message>
    <message>
      <source>N&amp;umber</source>
      <translation>号码(&amp;U)</translation>
    </message>
    <message>
      <source>Nearly fits</source>
      <translation>接近符合</translation>
    </message>
    <message>
      <source>New &amp;date</source>
      <translation>新日期(&amp;D)</translation>
    </message>
    <message>
      <source>New learner</source>
      <translation>新建学习者</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>下一个</translation>
    </message>
    <message>
      <source>Next ({place} of {count})</source>
      <translation>下一个（第 {place} 个，共 {count} 个）</translation>
    </message>
    <message>
      <source>Next learner</source>
      <translation>下一位</translation>
    </message>
    <message>
      <source>Next list of what waits</source>
      <translation>下一类待办</translation>
    </message>
    <message>
      <source>No files yet.</source>
      <translation>还没有文件。</translation>
    </message>
    <message>
      <source>No result waits to be delivered.</source>
      <translation>没有待送达的结果。</translation>
    </message>
    <message>
      <source>No rule gives credit as it stands</source>
      <translation>按现有内容，没有规则可给予学分</translation>
    </message>
    <message>
      <source>No unfinished applications.</source>
      <translation>没有未完成的申请。</translation>
    </message>
    <message>
      <source>Nobody owes a supplement.</source>
      <translation>没有待补正的申请。</translation>
    </message>
    <message>
      <source>Nobody was found. Check the spelling, or register the learner.</source>
      <translation>没有找到。请核对输入，或新建学习者。</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Nothing waits to be accepted. Find the next learner above.</source>
      <translation>没有待受理的申请。请在上方查找下一位学习者。</translation>
    </message>
    <message>
      <source>Number, name, initials</source>
      <translation>号码、姓名、首字母</translation>
    </message>
    <message>
      <source>On record</source>
      <translation>已有登记</translation>
    </message>
    <message>
      <source>On the learner's word, before it is decided. Ctrl+Z takes it back until it was sent.</source>
      <translation>依学习者申请，在决定作出前办理。发送前可按 Ctrl+Z 取消。</translation>
    </message>
    <message>
      <source>Once, by 5 working days. Say why.</source>
      <translation>只能延长一次，5 个工作日。请写明理由。</translation>
    </message>
    <message>
      <source>One more of the same issuer and day</source>
      <translation>再添一项（同一机构、同一日期）</translation>
    </message>
    <message>
      <source>One more outcome</source>
      <translation>再加一项成果</translation>
    </message>
    <message>
      <source>One notice names everything. Tick all that is missing; the learner has 10 working days.</source>
      <translation>一次性告知全部所缺材料。请勾选全部缺少的项目；期限为 10 个工作日。</translation>
    </message>
    <message>
      <source>Organiser</source>
      <translation>主办单位</translation>
    </message>
    <message>
      <source>Other learner</source>
      <translation>换学习者</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>学习成果</translation>
    </message>
    <message>
      <source>Outcome {number}</source>
      <translation>成果 {number}</translation>
    </message>
    <message>
      <source>Outcome {number}: {problem}</source>
      <translation>成果 {number}：{problem}</translation>
    </message>
    <message>
      <source>Outcomes</source>
      <translation>学习成果</translation>
    </message>
    <message>
      <source>Owed</source>
      <translation>待补正</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>页数</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>排名</translation>
    </message>
    <message>
      <source>Power of attorney</source>
      <translation>授权委托书</translation>
    </message>
    <message>
      <source>Pre-assessment</source>
      <translation>预评估</translation>
    </message>
    <message>
      <source>Pre-filled, please check</source>
      <translation>已预填，请核对</translation>
    </message>
    <message>
      <source>Presented before</source>
      <translation>以往提交的成果</translation>
    </message>
    <message>
      <source>Print the application form to be signed</source>
      <translation>打印申请表供签字</translation>
    </message>
    <message>
      <source>Print the notice</source>
      <translation>打印通知书</translation>
    </message>
    <message>
      <source>Print the pre-assessment</source>
      <translation>打印预评估单</translation>
    </message>
    <message>
      <source>Proof of guardianship</source>
      <translation>监护关系证明</translation>
    </message>
    <message>
      <source>Proxy, note</source>
      <translation>代办与备注</translation>
    </message>
    <message>
      <source>R&amp;eason</source>
      <translation>理由(&amp;E)</translation>
    </message>
    <message>
      <source>R&amp;eason, as the learner gives it</source>
      <translation>学习者所述原因(&amp;E)</translation>
    </message>
    <message>
      <source>Ratified</source>
      <translation>核定学分</translation>
    </message>
    <message>
      <source>Read, uncertain: {text}</source>
      <translation>识别（存疑）：{text}</translation>
    </message>
    <message>
      <source>Read: {text}</source>
      <translation>识别：{text}</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>理由</translation>
    </message>
    <message>
      <source>Receipt</source>
      <translation>打印回执</translation>
    </message>
    <message>
      <source>Receipt number</source>
      <translation>申请编号</translation>
    </message>
    <message>
      <source>Received as {number}, but not accepted: {why}</source>
      <translation>已收件，编号 {number}，但未能受理：{why}</translation>
    </message>
    <message>
      <source>Received as {number}. Materials are missing: ask for a supplement, or accept it as it is.</source>
      <translation>已收件，编号 {number}。材料不全：请要求补正，或照现状受理。</translation>
    </message>
    <message>
      <source>Received on</source>
      <translation>收件日期</translation>
    </message>
    <message>
      <source>Register and begin</source>
      <translation>登记并开始申请</translation>
    </message>
    <message>
      <source>Relevant</source>
      <translation>专业相关</translation>
    </message>
    <message>
      <source>Remove this outcome</source>
      <translation>删除这项成果</translation>
    </message>
    <message>
      <source>Requested for the course</source>
      <translation>申请置换的课程</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>结果</translation>
    </message>
    <message>
      <source>Rules</source>
      <translation>规则</translation>
    </message>
    <message>
      <source>Saved {time}. Nothing of it was lost.</source>
      <translation>保存于 {time}，内容没有丢失。</translation>
    </message>
    <message>
      <source>Say why a duplicate may stand</source>
      <translation>说明重复成果仍可申请的理由</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>分制</translation>
    </message>
    <message>
      <source>Scan</source>
      <translation>扫描</translation>
    </message>
    <message>
      <source>Scans and documents</source>
      <translation>扫描件和文档</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <source>Somebody alike is on record</source>
      <translation>已有相近的登记</translation>
    </message>
    <message>
      <source>Somebody of this name and birth date is on record</source>
      <translation>已有同名且出生日期相同的人</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Still missing</source>
      <translation>尚缺</translation>
    </message>
    <message>
      <source>Submit</source>
      <translation>提交并受理</translation>
    </message>
    <message>
      <source>Supplement by</source>
      <translation>补正期限</translation>
    </message>
    <message>
      <source>T&amp;ype</source>
      <translation>类型(&amp;Y)</translation>
    </message>
    <message>
      <source>Take everything that is offered</source>
      <translation>采用全部建议值</translation>
    </message>
    <message>
      <source>Take it</source>
      <translation>采用</translation>
    </message>
    <message>
      <source>Take it back</source>
      <translation>取消此操作</translation>
    </message>
    <message>
      <source>Take it in</source>
      <translation>收下</translation>
    </message>
    <message>
      <source>Take the chosen file off the list</source>
      <translation>移除所选文件</translation>
    </message>
    <message>
      <source>Take the other one</source>
      <translation>改用另一份</translation>
    </message>
    <message>
      <source>Take the supplement in</source>
      <translation>收取补正材料</translation>
    </message>
    <message>
      <source>Take what is offered for the field, or clear what was pre-filled</source>
      <translation>采用该字段的建议值，或清除预填内容</translation>
    </message>
    <message>
      <source>Tasks %</source>
      <translation>任务完成 %</translation>
    </message>
    <message>
      <source>The centre does not know this person either.</source>
      <translation>中心也没有此人的记录。</translation>
    </message>
    <message>
      <source>The centre knows nobody by this number. Register the learner.</source>
      <translation>中心没有该号码的记录。请登记学习者。</translation>
    </message>
    <message>
      <source>The centre knows this person; the record was brought here.</source>
      <translation>中心有此人的记录，已调来。</translation>
    </message>
    <message>
      <source>The clipboard holds neither a file nor a picture. Copy the scan first.</source>
      <translation>剪贴板中既没有文件也没有图片。请先复制扫描件。</translation>
    </message>
    <message>
      <source>The days for an appeal count from today. The credits are posted after the next sync.</source>
      <translation>复核期限自今日起算。学分在下次同步后入账。</translation>
    </message>
    <message>
      <source>The file cannot be accepted while the other one lives.</source>
      <translation>另一份申请未结束前，本申请不能受理。</translation>
    </message>
    <message>
      <source>The learner gets a written notice with the reason.</source>
      <translation>学习者将收到写明理由的书面通知。</translation>
    </message>
    <message>
      <source>The learner is told the reason and the new date in writing.</source>
      <translation>以书面形式告知学习者理由和新日期。</translation>
    </message>
    <message>
      <source>The original of the chosen file was compared and given back</source>
      <translation>所选文件的原件已核对并退还</translation>
    </message>
    <message>
      <source>The record on file has a mistake</source>
      <translation>已有登记有误</translation>
    </message>
    <message>
      <source>The rules leave the value to people</source>
      <translation>规则要求由人工评定</translation>
    </message>
    <message>
      <source>The supplement did not come in time. The file is closed.</source>
      <translation>未按期补正，申请终止。</translation>
    </message>
    <message>
      <source>The whole application</source>
      <translation>整份申请</translation>
    </message>
    <message>
      <source>There</source>
      <translation>已有</translation>
    </message>
    <message>
      <source>They stay in the list (Ctrl+J).</source>
      <translation>它们留在列表中（Ctrl+J）。</translation>
    </message>
    <message>
      <source>This ID number is on record already</source>
      <translation>该证件号码已有登记</translation>
    </message>
    <message>
      <source>This is the same person</source>
      <translation>就是此人</translation>
    </message>
    <message>
      <source>This page is in the name of {holder}, not of the learner. Compare before you go on.</source>
      <translation>这一页上的姓名是{holder}，不是该学习者。请先核对再继续。</translation>
    </message>
    <message>
      <source>This student number is on record already</source>
      <translation>该学号已有登记</translation>
    </message>
    <message>
      <source>To accept</source>
      <translation>待受理</translation>
    </message>
    <message>
      <source>To deliver</source>
      <translation>待送达</translation>
    </message>
    <message>
      <source>Turn to an outcome (Alt+1 to Alt+9)</source>
      <translation>转到某项成果（Alt+1 至 Alt+9）</translation>
    </message>
    <message>
      <source>Twins or other relatives</source>
      <translation>双胞胎或其他亲属</translation>
    </message>
    <message>
      <source>Type</source>
      <translation>类型</translation>
    </message>
    <message>
      <source>Type to find</source>
      <translation>输入以查找</translation>
    </message>
    <message>
      <source>Typed here</source>
      <translation>本次填写</translation>
    </message>
    <message>
      <source>Undecided</source>
      <translation>未定</translation>
    </message>
    <message>
      <source>Unfinished application of {learner}: {title}</source>
      <translation>{learner} 有未完成的申请：{title}</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>部队</translation>
    </message>
    <message>
      <source>Unknown here; the centre cannot be asked now. It is asked at the next sync.</source>
      <translation>本处没有此人；目前无法向中心查询，下次同步时再查。</translation>
    </message>
    <message>
      <source>Verified</source>
      <translation>核验方式</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>待办</translation>
    </message>
    <message>
      <source>Wh&amp;at</source>
      <translation>范围(&amp;A)</translation>
    </message>
    <message>
      <source>What happened</source>
      <translation>发生了什么</translation>
    </message>
    <message>
      <source>What is not ticked stays missing: the file goes on waiting and gets a new notice.</source>
      <translation>未勾选的仍算缺少：申请继续等待补正，并重新出具通知书。</translation>
    </message>
    <message>
      <source>What was typed is thrown away. Stored files stay stored.</source>
      <translation>已填写的内容将被丢弃，已存的文件保留。</translation>
    </message>
    <message>
      <source>What you typed here was kept as a draft of its own. Nothing was overwritten.</source>
      <translation>您在此处录入的内容已另存为一份草稿，没有覆盖任何内容。</translation>
    </message>
    <message>
      <source>Where it stands on the page</source>
      <translation>该内容在页面上的位置</translation>
    </message>
    <message>
      <source>Which material?</source>
      <translation>哪种材料？</translation>
    </message>
    <message>
      <source>Who is at the counter? Type a number, a name or its initials, or scan a code.</source>
      <translation>请输入学号、姓名或拼音首字母，或扫描条码，开始受理。</translation>
    </message>
    <message>
      <source>Why it may stand all the same (Ctrl+R)</source>
      <translation>仍可申请的理由（Ctrl+R）</translation>
    </message>
    <message>
      <source>Withdraw it</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>Withdrawal slip</source>
      <translation>撤回凭证</translation>
    </message>
    <message>
      <source>by {day}</source>
      <translation>{day} 前</translation>
    </message>
    <message>
      <source>differs: {fields}</source>
      <translation>不同：{fields}</translation>
    </message>
    <message>
      <source>equal: {fields}</source>
      <translation>相同：{fields}</translation>
    </message>
    <message>
      <source>met before</source>
      <translation>曾受理</translation>
    </message>
    <message>
      <source>no title yet</source>
      <translation>尚无名称</translation>
    </message>
    <message>
      <source>original to be shown</source>
      <translation>须出示原件</translation>
    </message>
    <message>
      <source>pasted {time}</source>
      <translation>粘贴 {time}</translation>
    </message>
    <message>
      <source>{credits} credits</source>
      <translation>{credits} 学分</translation>
    </message>
    <message>
      <source>{day}, extended once</source>
      <translation>{day}（已延期一次）</translation>
    </message>
    <message>
      <source>{key} {words}</source>
      <translation>{key} {words}</translation>
    </message>
    <message>
      <source>{least} to {most} credits</source>
      <translation>{least} 至 {most} 学分</translation>
    </message>
    <message>
      <source>{name} {count}</source>
      <translation>{name} {count}</translation>
    </message>
    <message>
      <source>{number} {title}</source>
      <translation>{number} {title}</translation>
    </message>
    <message>
      <source>{number} {type}</source>
      <translation>{number} {type}</translation>
    </message>
    <message>
      <source>{posted} posted · {pending} pending</source>
      <translation>已入账 {posted} · 待入账 {pending}</translation>
    </message>
    <message>
      <source>{there} of {needed} needed</source>
      <translation>必交 {needed} 项，已有 {there} 项</translation>
    </message>
    <message>
      <source>{time}  {learner}: {title}</source>
      <translation>{time}  {learner}：{title}</translation>
    </message>
    <message>
      <source>{time}  {person}: {act}</source>
      <translation>{time}  {person}：{act}</translation>
    </message>
    <message>
      <source>{title} (!)</source>
      <translation>{title}（!）</translation>
    </message>
    <message>
      <source>· Fields: {names}</source>
      <translation>· 字段：{names}</translation>
    </message>
    <message>
      <source>· {material}</source>
      <translation>· {material}</translation>
    </message>
    <message>
      <source>≈ {credits}</source>
      <translation>≈ {credits}</translation>
    </message>
  </context>
</TS>
