<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n day(s) late</source>
      <translation>
        <numerusform>逾期 %n 天</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) that are due for disposal would be kept longer.</source>
      <translation>
        <numerusform>有 %n 条已到期的记录将继续保存。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) that are still kept would be due for disposal at once.</source>
      <translation>
        <numerusform>有 %n 条仍在保存期内的记录将立即到期，可予销毁。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) must be mended.</source>
      <translation>
        <numerusform>有 %n 项需要处理。</numerusform>
      </translation>
    </message>
    <message>
      <source>1+X certificate</source>
      <translation>1+X 证书</translation>
    </message>
    <message>
      <source>18 characters; the last one checks the others.</source>
      <translation>18 位，末位为校验码。</translation>
    </message>
    <message>
      <source>A backup holds the key file too.</source>
      <translation>备份中也含有密钥文件。</translation>
    </message>
    <message>
      <source>A backup is being made already. Wait until it is done.</source>
      <translation>正在备份，请等待完成。</translation>
    </message>
    <message>
      <source>A block has {least} to {most} numbers.</source>
      <translation>号段应包含 {least} 至 {most} 个号码。</translation>
    </message>
    <message>
      <source>A course has to be chosen</source>
      <translation>须选择置换课程</translation>
    </message>
    <message>
      <source>A deadline has {least} to {most} days.</source>
      <translation>期限应为 {least} 至 {most} 天。</translation>
    </message>
    <message>
      <source>A device's name has 1 to 60 characters.</source>
      <translation>设备名称为1至60个字符。</translation>
    </message>
    <message>
      <source>A disposal needs at least one record, each of them once.</source>
      <translation>一项销毁至少包含一条记录，且不得重复。</translation>
    </message>
    <message>
      <source>A file could not be removed: {reason}. Try again.</source>
      <translation>有文件无法清除：{reason}。请重试。</translation>
    </message>
    <message>
      <source>A higher level of the same family was recognised</source>
      <translation>同系列更高等级已认定</translation>
    </message>
    <message>
      <source>A learner with this ID number is on record already: account {account}. Is it the same person?</source>
      <translation>该证件号码已有登记：账户 {account}。请确认是否为同一人。</translation>
    </message>
    <message>
      <source>A learner with this student number is on record already: account {account}. Is it the same person?</source>
      <translation>该学号已有登记：账户 {account}。请确认是否为同一人。</translation>
    </message>
    <message>
      <source>A material that was ticked is no longer in the file. Reload it.</source>
      <translation>勾选的材料已不在申请中，请重新打开。</translation>
    </message>
    <message>
      <source>A module asks for more credits than its courses give.</source>
      <translation>某模块要求的学分超过其课程学分之和。</translation>
    </message>
    <message>
      <source>A name has no digits. Remove them.</source>
      <translation>姓名中不能有数字，请删除。</translation>
    </message>
    <message>
      <source>A name is missing, Chinese or English.</source>
      <translation>缺少中文或英文名称。</translation>
    </message>
    <message>
      <source>A newer program wrote this ({field}). Update the program.</source>
      <translation>此项由较新版本写入（{field}），请更新程序。</translation>
    </message>
    <message>
      <source>A newer program wrote this. Update the program.</source>
      <translation>此项由较新版本写入，请更新程序。</translation>
    </message>
    <message>
      <source>A number from {least} to {most} is expected.</source>
      <translation>应为 {least} 至 {most} 之间的数字。</translation>
    </message>
    <message>
      <source>A page can be changed {most} times. Take some changes back first.</source>
      <translation>一页最多更改 {most} 次。请先撤销一些更改。</translation>
    </message>
    <message>
      <source>A page is missing</source>
      <translation>材料缺页</translation>
    </message>
    <message>
      <source>A panel has at least {needed} members. Add the others.</source>
      <translation>合议须至少 {needed} 人，请补充成员。</translation>
    </message>
    <message>
      <source>A percentage from 0 to 100 is expected; {value} is none.</source>
      <translation>应为 0 至 100 的百分数，{value} 不正确。</translation>
    </message>
    <message>
      <source>A proposal about this waits to be settled. Settle or withdraw it first.</source>
      <translation>有关此项的提议尚待处理，请先处理或撤回。</translation>
    </message>
    <message>
      <source>A reason is needed for this.</source>
      <translation>此操作须填写理由。</translation>
    </message>
    <message>
      <source>A record in it is needed again or is not due yet. Nothing was destroyed.</source>
      <translation>其中有记录重新需要或尚未到期。没有销毁任何内容。</translation>
    </message>
    <message>
      <source>A record of the server cannot be read ({kind} {id}). Check the server.</source>
      <translation>服务器的一条记录无法读取（{kind} {id}）。请检查服务器。</translation>
    </message>
    <message>
      <source>A recovery code has {expected} characters; this one has {length}.</source>
      <translation>恢复码为 {expected} 位，现有 {length} 位。</translation>
    </message>
    <message>
      <source>A recovery gives people new keys and can do nothing else.</source>
      <translation>恢复只能为人员更换密钥，不能做其他事。</translation>
    </message>
    <message>
      <source>A refusing rule needs its reason.</source>
      <translation>不予认定的规则需填写理由。</translation>
    </message>
    <message>
      <source>A regulation of the programme says otherwise</source>
      <translation>专业规定另有要求</translation>
    </message>
    <message>
      <source>A resident ID has 18 characters; this one has {length}.</source>
      <translation>居民身份证号为 18 位，现有 {length} 位。</translation>
    </message>
    <message>
      <source>A resident ID is 17 digits and a digit or X. Check the number.</source>
      <translation>居民身份证号为 17 位数字加 1 位数字或 X，请检查。</translation>
    </message>
    <message>
      <source>A restored backup explains this: a security officer notes it as the reason in “Audit trail”. If nothing was restored, somebody changed the trail: find out who.</source>
      <translation>如恢复过备份，这就是原因：请安全管理员在“审计记录”中写明。如未恢复过，则有人改动了记录：请查明是谁。</translation>
    </message>
    <message>
      <source>A reversal cannot be reversed. Make a new entry.</source>
      <translation>冲正分录不能再次冲正，请新建分录。</translation>
    </message>
    <message>
      <source>A rule refuses such outcomes</source>
      <translation>规则规定不予认定</translation>
    </message>
    <message>
      <source>A school</source>
      <translation>学校</translation>
    </message>
    <message>
      <source>A second person has not approved this yet.</source>
      <translation>尚未经第二人批准。</translation>
    </message>
    <message>
      <source>A sign-in name has letters and digits only.</source>
      <translation>登录名只能包含字母和数字。</translation>
    </message>
    <message>
      <source>A stored file cannot be read: {reason}. Check the disk and try again.</source>
      <translation>已存文件无法读取：{reason}。请检查磁盘后重试。</translation>
    </message>
    <message>
      <source>A stored file is missing from the data folder. Restore it from a backup or scan it again.</source>
      <translation>数据文件夹中缺少已存储的文件，请从备份恢复或重新扫描。</translation>
    </message>
    <message>
      <source>A sync brings the next block when the registry has released one.</source>
      <translation>学籍处放号后，同步即可取得下一号段。</translation>
    </message>
    <message>
      <source>A sync is under way already.</source>
      <translation>同步正在进行中。</translation>
    </message>
    <message>
      <source>A topic covered in part has more than 0 and fewer than its own hours; any other has none.</source>
      <translation>部分覆盖的知识点，覆盖学时须大于 0 且小于该知识点学时；其他情况不填覆盖学时。</translation>
    </message>
    <message>
      <source>A translation is missing</source>
      <translation>外文材料缺少译文</translation>
    </message>
    <message>
      <source>A unified social credit code has 18 characters; this one has {length}.</source>
      <translation>统一社会信用代码为 18 位，现有 {length} 位。</translation>
    </message>
    <message>
      <source>A4</source>
      <translation>A4</translation>
    </message>
    <message>
      <source>A5</source>
      <translation>A5</translation>
    </message>
    <message>
      <source>Academic affairs office</source>
      <translation>教务处</translation>
    </message>
    <message>
      <source>Academic office</source>
      <translation>教务处审批</translation>
    </message>
    <message>
      <source>Acceptance receipt</source>
      <translation>受理回执</translation>
    </message>
    <message>
      <source>Accepted</source>
      <translation>已受理</translation>
    </message>
    <message>
      <source>Account</source>
      <translation>账户</translation>
    </message>
    <message>
      <source>Account balances</source>
      <translation>账户余额</translation>
    </message>
    <message>
      <source>Account numbers</source>
      <translation>账号段</translation>
    </message>
    <message>
      <source>Achang</source>
      <translation>阿昌族</translation>
    </message>
    <message>
      <source>Add a certificate</source>
      <translation>添加证书</translation>
    </message>
    <message>
      <source>Add a contest</source>
      <translation>添加竞赛</translation>
    </message>
    <message>
      <source>Add a course</source>
      <translation>添加课程</translation>
    </message>
    <message>
      <source>Add a day</source>
      <translation>添加日期</translation>
    </message>
    <message>
      <source>Add a phrase</source>
      <translation>添加用语</translation>
    </message>
    <message>
      <source>Add a platform</source>
      <translation>添加平台</translation>
    </message>
    <message>
      <source>Add a signatory</source>
      <translation>添加签署人</translation>
    </message>
    <message>
      <source>Add an entry</source>
      <translation>添加条目</translation>
    </message>
    <message>
      <source>Add an issuer</source>
      <translation>添加颁发机构</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>地址</translation>
    </message>
    <message>
      <source>Adjustment</source>
      <translation>调整</translation>
    </message>
    <message>
      <source>Administrator</source>
      <translation>管理员</translation>
    </message>
    <message>
      <source>After the day</source>
      <translation>每日下班后</translation>
    </message>
    <message>
      <source>Age in months</source>
      <translation>距今月数</translation>
    </message>
    <message>
      <source>Alike</source>
      <translation>相近者</translation>
    </message>
    <message>
      <source>All of the glass</source>
      <translation>整个平板</translation>
    </message>
    <message>
      <source>All {count} files are there and as they were stored.</source>
      <translation>全部 {count} 个文件都在，且与存入时一致。</translation>
    </message>
    <message>
      <source>All {count} font files are as they were shipped.</source>
      <translation>全部 {count} 个字体文件完好。</translation>
    </message>
    <message>
      <source>All {pages} pages are as they were written.</source>
      <translation>全部 {pages} 页与写入时一致。</translation>
    </message>
    <message>
      <source>All {rows} rows of the history hold, with their signatures.</source>
      <translation>历史记录共 {rows} 行，全部成立，签名有效。</translation>
    </message>
    <message>
      <source>Already here</source>
      <translation>已在册</translation>
    </message>
    <message>
      <source>Already here, differs</source>
      <translation>已在册，内容不同</translation>
    </message>
    <message>
      <source>An account number is XF and 18 digits. Check it.</source>
      <translation>账户编号为 XF 加 18 位数字，请检查。</translation>
    </message>
    <message>
      <source>An address begins with https://.</source>
      <translation>地址应以 https:// 开头。</translation>
    </message>
    <message>
      <source>An administrator connects it in the sync centre.</source>
      <translation>由管理员在同步中心连接。</translation>
    </message>
    <message>
      <source>An administrator makes a new one and puts its page into the safe.</source>
      <translation>请由管理员生成新的恢复码，并将其页面放入保险柜。</translation>
    </message>
    <message>
      <source>An appeal could be filed until {until}; that day has passed.</source>
      <translation>申诉截止日为 {until}，现已逾期。</translation>
    </message>
    <message>
      <source>An application needs at least one outcome.</source>
      <translation>申请至少需要一项成果。</translation>
    </message>
    <message>
      <source>An elective cannot stand for a required course</source>
      <translation>选修成果不能置换必修课程</translation>
    </message>
    <message>
      <source>An encrypted package cannot be opened with this office's key.</source>
      <translation>无法用本机构的密钥打开加密数据包。</translation>
    </message>
    <message>
      <source>An entry of zero credits changes nothing.</source>
      <translation>零学分的分录没有意义。</translation>
    </message>
    <message>
      <source>An extension cannot be negative.</source>
      <translation>延长天数不能为负数。</translation>
    </message>
    <message>
      <source>An outcome of the file is still undecided.</source>
      <translation>申请中还有成果未作结论。</translation>
    </message>
    <message>
      <source>An outcome still lacks its second opinion.</source>
      <translation>还有成果缺少二评意见。</translation>
    </message>
    <message>
      <source>An outcome that is not recognised has no credits.</source>
      <translation>不予认定的成果不能有学分。</translation>
    </message>
    <message>
      <source>An outcome was decided twice.</source>
      <translation>同一成果重复作出结论。</translation>
    </message>
    <message>
      <source>Another course fits better</source>
      <translation>置换其他课程更合适</translation>
    </message>
    <message>
      <source>Another import is under way. Finish it or take it back first.</source>
      <translation>另一次导入正在进行，请先完成或撤销。</translation>
    </message>
    <message>
      <source>Another language</source>
      <translation>其他语言</translation>
    </message>
    <message>
      <source>Another material</source>
      <translation>其他材料</translation>
    </message>
    <message>
      <source>Another office is in charge</source>
      <translation>不属于本办理点受理范围</translation>
    </message>
    <message>
      <source>Another office keeps the record of account {account}: it alone corrects, merges or ends it.</source>
      <translation>账户 {account} 由其他办公室登记，只能由该办公室更正、合并或终止。</translation>
    </message>
    <message>
      <source>Another program holds the store open. Close it and try again.</source>
      <translation>数据库正被其他程序占用，请关闭后重试。</translation>
    </message>
    <message>
      <source>Another program uses port {port}. Close it or choose another port.</source>
      <translation>端口 {port} 已被其他程序占用。请关闭该程序或改用其他端口。</translation>
    </message>
    <message>
      <source>Another program uses the scanner. Wait until it is done and scan again.</source>
      <translation>另一个程序正在使用扫描仪。请等它结束后重新扫描。</translation>
    </message>
    <message>
      <source>Another reason, as written below</source>
      <translation>其他原因（见说明）</translation>
    </message>
    <message>
      <source>Another server answers at this address. Nothing was sent to it. Tell the administrator.</source>
      <translation>该地址上应答的是另一台服务器，未向其发送任何内容。请告知管理员。</translation>
    </message>
    <message>
      <source>Another test</source>
      <translation>其他考试</translation>
    </message>
    <message>
      <source>Answering an appeal</source>
      <translation>答复申诉</translation>
    </message>
    <message>
      <source>Answers of the server</source>
      <translation>服务器应答</translation>
    </message>
    <message>
      <source>Appeal</source>
      <translation>申诉</translation>
    </message>
    <message>
      <source>Appeal committee</source>
      <translation>申诉委员会</translation>
    </message>
    <message>
      <source>Application</source>
      <translation>申请</translation>
    </message>
    <message>
      <source>Application form, signed and dated</source>
      <translation>申请表（签名并注明日期）</translation>
    </message>
    <message>
      <source>Approved</source>
      <translation>已批准</translation>
    </message>
    <message>
      <source>Approves batches and publishes results</source>
      <translation>批次审批、公示结果</translation>
    </message>
    <message>
      <source>Archive seals</source>
      <translation>归档封签</translation>
    </message>
    <message>
      <source>Archived</source>
      <translation>已归档</translation>
    </message>
    <message>
      <source>Archiving</source>
      <translation>归档</translation>
    </message>
    <message>
      <source>Archivist</source>
      <translation>档案员</translation>
    </message>
    <message>
      <source>As like cases were decided before</source>
      <translation>与同类先例一致</translation>
    </message>
    <message>
      <source>Ask the registry officer for a block of numbers, then sync.</source>
      <translation>请向学籍管理员申请号段，然后同步。</translation>
    </message>
    <message>
      <source>Asking for a supplement</source>
      <translation>补正要求</translation>
    </message>
    <message>
      <source>Association</source>
      <translation>行业协会</translation>
    </message>
    <message>
      <source>At most {most} characters are possible.</source>
      <translation>最多 {most} 个字符。</translation>
    </message>
    <message>
      <source>At most {most} outcomes fit into one application.</source>
      <translation>一份申请最多包含 {most} 项成果。</translation>
    </message>
    <message>
      <source>At most {most} records can be disposed of at once.</source>
      <translation>一次最多销毁 {most} 条记录。</translation>
    </message>
    <message>
      <source>Attach at least one material.</source>
      <translation>请至少添加一份材料。</translation>
    </message>
    <message>
      <source>Audit trail</source>
      <translation>审计记录</translation>
    </message>
    <message>
      <source>Audit trail and register</source>
      <translation>审计记录与登记册</translation>
    </message>
    <message>
      <source>Authorisation of the proxy</source>
      <translation>代办授权书</translation>
    </message>
    <message>
      <source>Award</source>
      <translation>奖项</translation>
    </message>
    <message>
      <source>Award certificate</source>
      <translation>获奖证书</translation>
    </message>
    <message>
      <source>Award certificate, original</source>
      <translation>获奖证书原件</translation>
    </message>
    <message>
      <source>Back up now</source>
      <translation>立即备份</translation>
    </message>
    <message>
      <source>Back up now, best to a second disk or a stick.</source>
      <translation>请立即备份，最好备份到另一块磁盘或 U 盘。</translation>
    </message>
    <message>
      <source>Back up, then rebuild the tables</source>
      <translation>先备份，再重建数据表</translation>
    </message>
    <message>
      <source>Backup</source>
      <translation>备份</translation>
    </message>
    <message>
      <source>Bai</source>
      <translation>白族</translation>
    </message>
    <message>
      <source>Band B</source>
      <translation>B 级</translation>
    </message>
    <message>
      <source>Before a restore</source>
      <translation>恢复前</translation>
    </message>
    <message>
      <source>Before an update</source>
      <translation>升级前</translation>
    </message>
    <message>
      <source>Beginning …</source>
      <translation>正在开始……</translation>
    </message>
    <message>
      <source>Black and white</source>
      <translation>黑白</translation>
    </message>
    <message>
      <source>Blang</source>
      <translation>布朗族</translation>
    </message>
    <message>
      <source>Bonan</source>
      <translation>保安族</translation>
    </message>
    <message>
      <source>Born on</source>
      <translation>出生日期</translation>
    </message>
    <message>
      <source>Both are one record already: account {account}.</source>
      <translation>两者已是同一份记录：账户 {account}。</translation>
    </message>
    <message>
      <source>Buyei</source>
      <translation>布依族</translation>
    </message>
    <message>
      <source>By hand</source>
      <translation>手动</translation>
    </message>
    <message>
      <source>By public notice</source>
      <translation>公告送达</translation>
    </message>
    <message>
      <source>By this number the learner is {age} years old. Compare it with the card.</source>
      <translation>按此号码学习者已 {age} 岁，请与证件核对。</translation>
    </message>
    <message>
      <source>CET-4</source>
      <translation>大学英语四级</translation>
    </message>
    <message>
      <source>CET-6</source>
      <translation>大学英语六级</translation>
    </message>
    <message>
      <source>Calendar days</source>
      <translation>自然日</translation>
    </message>
    <message>
      <source>Came too late</source>
      <translation>未能导入</translation>
    </message>
    <message>
      <source>Central server</source>
      <translation>中心服务器</translation>
    </message>
    <message>
      <source>Certificate</source>
      <translation>证书</translation>
    </message>
    <message>
      <source>Certificate code</source>
      <translation>证书代码</translation>
    </message>
    <message>
      <source>Certificate of completion</source>
      <translation>结业证书</translation>
    </message>
    <message>
      <source>Certificate of transfer</source>
      <translation>学分账户转出证明</translation>
    </message>
    <message>
      <source>Certificate, original</source>
      <translation>证书原件</translation>
    </message>
    <message>
      <source>Certificate, stamped copy</source>
      <translation>证书复印件（盖章）</translation>
    </message>
    <message>
      <source>Certificates</source>
      <translation>证书</translation>
    </message>
    <message>
      <source>Changes to records</source>
      <translation>记录变更</translation>
    </message>
    <message>
      <source>Check the network and sync.</source>
      <translation>请检查网络后同步。</translation>
    </message>
    <message>
      <source>Checked</source>
      <translation>已核验</translation>
    </message>
    <message>
      <source>Checking</source>
      <translation>核验中</translation>
    </message>
    <message>
      <source>Checkpoints</source>
      <translation>检查点</translation>
    </message>
    <message>
      <source>Checks that materials are complete and agree with the originals</source>
      <translation>核对材料是否齐全、与原件一致</translation>
    </message>
    <message>
      <source>Chief evaluator</source>
      <translation>首席评审员</translation>
    </message>
    <message>
      <source>Chinese</source>
      <translation>中文</translation>
    </message>
    <message>
      <source>Chinese name</source>
      <translation>中文名称</translation>
    </message>
    <message>
      <source>Chinese text</source>
      <translation>中文内容</translation>
    </message>
    <message>
      <source>Choose Chinese or English.</source>
      <translation>请选择中文或英文。</translation>
    </message>
    <message>
      <source>Choose a PNG picture.</source>
      <translation>请选择 PNG 图片。</translation>
    </message>
    <message>
      <source>Choose a programme.</source>
      <translation>请选择专业。</translation>
    </message>
    <message>
      <source>Choose a reason from the list.</source>
      <translation>请从列表中选择理由。</translation>
    </message>
    <message>
      <source>Choose a reason from the phrase book; free text may stand beside it.</source>
      <translation>请从常用语中选择理由，可另附文字说明。</translation>
    </message>
    <message>
      <source>Choose a size of paper from the list.</source>
      <translation>请从列表中选择纸张尺寸。</translation>
    </message>
    <message>
      <source>Choose a verdict with 1 to 4.</source>
      <translation>请按 1–4 选择评审结论。</translation>
    </message>
    <message>
      <source>Choose at least one role.</source>
      <translation>请至少选择一个角色。</translation>
    </message>
    <message>
      <source>Choose between {least} and {most} dots per inch.</source>
      <translation>请在每英寸 {least} 到 {most} 点之间选择。</translation>
    </message>
    <message>
      <source>Choose light, dark or the system's look.</source>
      <translation>请选择浅色、深色或跟随系统。</translation>
    </message>
    <message>
      <source>Choose the ethnic group from the list.</source>
      <translation>请从列表中选择民族。</translation>
    </message>
    <message>
      <source>Choose the learner first.</source>
      <translation>请先选择学习者。</translation>
    </message>
    <message>
      <source>Choose the sex from the list.</source>
      <translation>请从列表中选择性别。</translation>
    </message>
    <message>
      <source>Choose what the export is for.</source>
      <translation>请选择导出用途。</translation>
    </message>
    <message>
      <source>Chosen (Korean)</source>
      <translation>朝鲜族</translation>
    </message>
    <message>
      <source>City</source>
      <translation>市级</translation>
    </message>
    <message>
      <source>Class</source>
      <translation>班级</translation>
    </message>
    <message>
      <source>Clock</source>
      <translation>时钟</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>已销户</translation>
    </message>
    <message>
      <source>Closes and archives files</source>
      <translation>归档案卷</translation>
    </message>
    <message>
      <source>Code</source>
      <translation>代码</translation>
    </message>
    <message>
      <source>Codes</source>
      <translation>代码</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>彩色</translation>
    </message>
    <message>
      <source>Compare these files with a backup, and tell the security officer.</source>
      <translation>请将这些案卷与备份核对，并告知安全员。</translation>
    </message>
    <message>
      <source>Computer rank, grade 1</source>
      <translation>计算机一级</translation>
    </message>
    <message>
      <source>Computer rank, grade 2</source>
      <translation>计算机二级</translation>
    </message>
    <message>
      <source>Confirmation of withdrawal</source>
      <translation>撤回凭证</translation>
    </message>
    <message>
      <source>Confirmed</source>
      <translation>核验属实</translation>
    </message>
    <message>
      <source>Conflict</source>
      <translation>冲突</translation>
    </message>
    <message>
      <source>Connecting …</source>
      <translation>正在连接……</translation>
    </message>
    <message>
      <source>Content match</source>
      <translation>内容匹配度</translation>
    </message>
    <message>
      <source>Contest</source>
      <translation>竞赛获奖</translation>
    </message>
    <message>
      <source>Contests</source>
      <translation>竞赛</translation>
    </message>
    <message>
      <source>Conversion</source>
      <translation>转换</translation>
    </message>
    <message>
      <source>Conversion certificate</source>
      <translation>学分转换证明</translation>
    </message>
    <message>
      <source>Copy of the publication</source>
      <translation>论文或著作复印件</translation>
    </message>
    <message>
      <source>Copy printed: {paper}</source>
      <translation>副本已打印：{paper}</translation>
    </message>
    <message>
      <source>Core journal</source>
      <translation>核心期刊</translation>
    </message>
    <message>
      <source>Core skill of the major</source>
      <translation>专业核心技能</translation>
    </message>
    <message>
      <source>Corrected</source>
      <translation>更正</translation>
    </message>
    <message>
      <source>Correction asked for</source>
      <translation>申请更正</translation>
    </message>
    <message>
      <source>Correction declined</source>
      <translation>不予更正</translation>
    </message>
    <message>
      <source>Corrects learners' records and allots account numbers</source>
      <translation>更正学习者档案、分配账号</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>数量</translation>
    </message>
    <message>
      <source>Counted in</source>
      <translation>计算单位</translation>
    </message>
    <message>
      <source>Counter and records</source>
      <translation>窗口与档案</translation>
    </message>
    <message>
      <source>Counter clerk</source>
      <translation>窗口人员</translation>
    </message>
    <message>
      <source>Countersignatures</source>
      <translation>会签</translation>
    </message>
    <message>
      <source>Countersigned by the server up to No. {number}, {moment}</source>
      <translation>服务器已会签至第 {number} 号，{moment}</translation>
    </message>
    <message>
      <source>Course</source>
      <translation>课程</translation>
    </message>
    <message>
      <source>Course code</source>
      <translation>课程代码</translation>
    </message>
    <message>
      <source>Course platforms</source>
      <translation>课程平台</translation>
    </message>
    <message>
      <source>Course {course} and module {module} are of different categories.</source>
      <translation>课程 {course} 与模块 {module} 的类别不一致。</translation>
    </message>
    <message>
      <source>Course {course} belongs to module {module}, which does not exist.</source>
      <translation>课程 {course} 所属的模块 {module} 不存在。</translation>
    </message>
    <message>
      <source>Courses elsewhere</source>
      <translation>外部课程</translation>
    </message>
    <message>
      <source>Credit account</source>
      <translation>学分账户</translation>
    </message>
    <message>
      <source>Credit statement</source>
      <translation>学分证明</translation>
    </message>
    <message>
      <source>Credits</source>
      <translation>学分</translation>
    </message>
    <message>
      <source>Credits cannot be negative.</source>
      <translation>学分不能为负数。</translation>
    </message>
    <message>
      <source>Credits go in steps of {step}.</source>
      <translation>学分以 {step} 为单位递增。</translation>
    </message>
    <message>
      <source>Credits lie in the merged account {account}, which the certificate could not vouch for. Part it first.</source>
      <translation>已合并的账户 {account} 中有学分，证明无法为其作证。请先拆开。</translation>
    </message>
    <message>
      <source>Credits there</source>
      <translation>原学分</translation>
    </message>
    <message>
      <source>Cut by a cap</source>
      <translation>因上限调减</translation>
    </message>
    <message>
      <source>Dai</source>
      <translation>傣族</translation>
    </message>
    <message>
      <source>Damaged</source>
      <translation>已损坏</translation>
    </message>
    <message>
      <source>Database</source>
      <translation>数据库</translation>
    </message>
    <message>
      <source>Date of birth</source>
      <translation>出生日期</translation>
    </message>
    <message>
      <source>Daur</source>
      <translation>达斡尔族</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>Day and month of {text} can be meant either way. Write 2007-03-07.</source>
      <translation>{text} 的日和月无法分辨，请写成 2007-03-07。</translation>
    </message>
    <message>
      <source>Day off</source>
      <translation>放假</translation>
    </message>
    <message>
      <source>Days</source>
      <translation>天数</translation>
    </message>
    <message>
      <source>Days off</source>
      <translation>节假日</translation>
    </message>
    <message>
      <source>De'ang</source>
      <translation>德昂族</translation>
    </message>
    <message>
      <source>Deadlines</source>
      <translation>期限</translation>
    </message>
    <message>
      <source>Dean</source>
      <translation>院长</translation>
    </message>
    <message>
      <source>Decision and appeal</source>
      <translation>审批与申诉</translation>
    </message>
    <message>
      <source>Delay before sending</source>
      <translation>发送前延迟</translation>
    </message>
    <message>
      <source>Delete it</source>
      <translation>删除</translation>
    </message>
    <message>
      <source>Delete what is not needed on this disk, or move it away. Then examine again.</source>
      <translation>请删除或移走此磁盘上不需要的内容，然后重新检查。</translation>
    </message>
    <message>
      <source>Delivery</source>
      <translation>送达</translation>
    </message>
    <message>
      <source>Departing from the rules</source>
      <translation>偏离规则</translation>
    </message>
    <message>
      <source>Deposit</source>
      <translation>存入</translation>
    </message>
    <message>
      <source>Derung</source>
      <translation>独龙族</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>说明</translation>
    </message>
    <message>
      <source>Design</source>
      <translation>外观设计</translation>
    </message>
    <message>
      <source>Destroyed</source>
      <translation>已销毁</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>Discharge certificate</source>
      <translation>退役证</translation>
    </message>
    <message>
      <source>Discharge number</source>
      <translation>退役证号</translation>
    </message>
    <message>
      <source>Disposal</source>
      <translation>到期销毁</translation>
    </message>
    <message>
      <source>Document number</source>
      <translation>证件号码</translation>
    </message>
    <message>
      <source>Dong</source>
      <translation>侗族</translation>
    </message>
    <message>
      <source>Dongxiang</source>
      <translation>东乡族</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>草稿</translation>
    </message>
    <message>
      <source>Drafts and unused scans</source>
      <translation>草稿与未用扫描件</translation>
    </message>
    <message>
      <source>Drafts recognition rules and reference data</source>
      <translation>起草认定规则和基础数据</translation>
    </message>
    <message>
      <source>Due today</source>
      <translation>今日到期</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>电子邮箱</translation>
    </message>
    <message>
      <source>Employer</source>
      <translation>工作单位</translation>
    </message>
    <message>
      <source>Employment contract</source>
      <translation>劳动合同</translation>
    </message>
    <message>
      <source>Encrypted</source>
      <translation>已加密</translation>
    </message>
    <message>
      <source>English</source>
      <translation>英文</translation>
    </message>
    <message>
      <source>English name</source>
      <translation>英文名称</translation>
    </message>
    <message>
      <source>English proficiency, band B</source>
      <translation>英语应用能力 B 级</translation>
    </message>
    <message>
      <source>English text</source>
      <translation>英文内容</translation>
    </message>
    <message>
      <source>Enter a number.</source>
      <translation>请填写数字。</translation>
    </message>
    <message>
      <source>Enter a sign-in name.</source>
      <translation>请填写登录名。</translation>
    </message>
    <message>
      <source>Enter at least one outcome.</source>
      <translation>请至少填写一项成果。</translation>
    </message>
    <message>
      <source>Enter the award or the rank.</source>
      <translation>请填写奖项或名次。</translation>
    </message>
    <message>
      <source>Enter the credits as a number, such as 3.0.</source>
      <translation>请用数字填写学分，例如 3.0。</translation>
    </message>
    <message>
      <source>Enter the hours of the topic: a number above 0.</source>
      <translation>请填写该知识点的学时（大于 0 的数）。</translation>
    </message>
    <message>
      <source>Enter the name in Latin letters as English papers shall print it.</source>
      <translation>请填写英文文书上使用的拉丁字母姓名。</translation>
    </message>
    <message>
      <source>Enter the name.</source>
      <translation>请填写姓名。</translation>
    </message>
    <message>
      <source>Enter the number of the document.</source>
      <translation>请填写证件号码。</translation>
    </message>
    <message>
      <source>Enter the number of the minutes.</source>
      <translation>请填写合议纪要编号。</translation>
    </message>
    <message>
      <source>Enter the topics of the target course.</source>
      <translation>请录入目标课程的知识点。</translation>
    </message>
    <message>
      <source>Enter the year of intake.</source>
      <translation>请填写入学年份。</translation>
    </message>
    <message>
      <source>Enter your passphrase.</source>
      <translation>请输入口令。</translation>
    </message>
    <message>
      <source>Enter {least} to {most} minutes.</source>
      <translation>请输入 {least} 至 {most} 分钟。</translation>
    </message>
    <message>
      <source>Entering the learners …</source>
      <translation>正在导入学习者……</translation>
    </message>
    <message>
      <source>Enterprise</source>
      <translation>企业</translation>
    </message>
    <message>
      <source>Entries of this table stay in use.</source>
      <translation>此表的条目不能停用。</translation>
    </message>
    <message>
      <source>Ethnic group</source>
      <translation>民族</translation>
    </message>
    <message>
      <source>Evaluation</source>
      <translation>评审</translation>
    </message>
    <message>
      <source>Evaluator</source>
      <translation>评审员</translation>
    </message>
    <message>
      <source>Every stored file belongs to a record.</source>
      <translation>每个存储的文件都有所属记录。</translation>
    </message>
    <message>
      <source>Everything is in order.</source>
      <translation>一切正常。</translation>
    </message>
    <message numerus="yes">
      <source>Everything is safe; %n thing(s) are worth a look.</source>
      <translation>
        <numerusform>一切安全；有 %n 项值得留意。</numerusform>
      </translation>
    </message>
    <message>
      <source>Evidence files</source>
      <translation>证明材料文件</translation>
    </message>
    <message>
      <source>Evidence number</source>
      <translation>证书编号</translation>
    </message>
    <message>
      <source>Ewenki</source>
      <translation>鄂温克族</translation>
    </message>
    <message>
      <source>Exactly {digits} digits are expected.</source>
      <translation>应为 {digits} 位数字。</translation>
    </message>
    <message>
      <source>Examine again</source>
      <translation>重新检查</translation>
    </message>
    <message>
      <source>Examining board</source>
      <translation>主考机构</translation>
    </message>
    <message>
      <source>Expiry</source>
      <translation>失效</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Exports</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Extension</source>
      <translation>可延长</translation>
    </message>
    <message>
      <source>Fax</source>
      <translation>传真</translation>
    </message>
    <message>
      <source>Feeder, both sides</source>
      <translation>进纸器，双面</translation>
    </message>
    <message>
      <source>Feeder, one side</source>
      <translation>进纸器，单面</translation>
    </message>
    <message>
      <source>Female</source>
      <translation>女</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>File closed at the latest</source>
      <translation>案卷最迟办结</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>文件数</translation>
    </message>
    <message>
      <source>Files that nobody needs</source>
      <translation>无主文件</translation>
    </message>
    <message>
      <source>Filing an appeal</source>
      <translation>提出申诉</translation>
    </message>
    <message>
      <source>Findings</source>
      <translation>检查结果</translation>
    </message>
    <message>
      <source>Finishing …</source>
      <translation>即将完成……</translation>
    </message>
    <message>
      <source>First prize</source>
      <translation>一等奖</translation>
    </message>
    <message>
      <source>First, next and last number do not fit together.</source>
      <translation>首号、下一号与末号不相符。</translation>
    </message>
    <message>
      <source>Five grades</source>
      <translation>五级制</translation>
    </message>
    <message>
      <source>Font files are missing or damaged: {files}.</source>
      <translation>字体文件缺失或损坏：{files}。</translation>
    </message>
    <message>
      <source>Fonts</source>
      <translation>字体</translation>
    </message>
    <message>
      <source>For example 2007-03-07; a resident ID says it by itself.</source>
      <translation>例如 2007-03-07；身份证号已含出生日期，可不填。</translation>
    </message>
    <message>
      <source>Foreign descent, naturalised</source>
      <translation>外国血统中国籍人士</translation>
    </message>
    <message>
      <source>Foreign permanent residence card</source>
      <translation>外国人永久居留身份证</translation>
    </message>
    <message>
      <source>Formal course</source>
      <translation>学历课程</translation>
    </message>
    <message>
      <source>Former name</source>
      <translation>曾用名</translation>
    </message>
    <message>
      <source>Free at least 500 MiB on this disk now. What was saved is safe.</source>
      <translation>请立即在此磁盘上腾出至少 500 MiB。已保存的内容是安全的。</translation>
    </message>
    <message>
      <source>Free credits</source>
      <translation>自由学分</translation>
    </message>
    <message>
      <source>Free space</source>
      <translation>剩余空间</translation>
    </message>
    <message>
      <source>From</source>
      <translation>起始日期</translation>
    </message>
    <message>
      <source>Frozen</source>
      <translation>冻结</translation>
    </message>
    <message>
      <source>Full time</source>
      <translation>全职</translation>
    </message>
    <message>
      <source>Gaoshan</source>
      <translation>高山族</translation>
    </message>
    <message>
      <source>Gelao</source>
      <translation>仡佬族</translation>
    </message>
    <message>
      <source>General journal</source>
      <translation>一般期刊</translation>
    </message>
    <message>
      <source>General subjects</source>
      <translation>一般课程</translation>
    </message>
    <message>
      <source>Gin</source>
      <translation>京族</translation>
    </message>
    <message>
      <source>Give a number from {least} to {most}.</source>
      <translation>请填写 {least} 至 {most} 之间的数。</translation>
    </message>
    <message>
      <source>Give the whole path of the folder.</source>
      <translation>请填写文件夹的完整路径。</translation>
    </message>
    <message>
      <source>Gives the second judgement and decides in the panel</source>
      <translation>作出二评、参加合议</translation>
    </message>
    <message>
      <source>Glass, one page at a time</source>
      <translation>平板，一次一页</translation>
    </message>
    <message>
      <source>Go to the backups</source>
      <translation>前往备份</translation>
    </message>
    <message>
      <source>Go to the sync centre</source>
      <translation>前往同步中心</translation>
    </message>
    <message>
      <source>Government</source>
      <translation>政府部门</translation>
    </message>
    <message>
      <source>Grade</source>
      <translation>成绩等级</translation>
    </message>
    <message>
      <source>Grade 1</source>
      <translation>一级</translation>
    </message>
    <message>
      <source>Grade 2</source>
      <translation>二级</translation>
    </message>
    <message>
      <source>Grade 3</source>
      <translation>三级</translation>
    </message>
    <message>
      <source>Grade 4</source>
      <translation>四级</translation>
    </message>
    <message>
      <source>Grade 6</source>
      <translation>六级</translation>
    </message>
    <message>
      <source>Graduation project</source>
      <translation>毕业设计</translation>
    </message>
    <message>
      <source>Grey</source>
      <translation>灰度</translation>
    </message>
    <message>
      <source>Han</source>
      <translation>汉族</translation>
    </message>
    <message>
      <source>Handed over at the counter</source>
      <translation>窗口当面送达</translation>
    </message>
    <message>
      <source>Hani</source>
      <translation>哈尼族</translation>
    </message>
    <message>
      <source>Hash</source>
      <translation>哈希</translation>
    </message>
    <message>
      <source>Head of department</source>
      <translation>系主任</translation>
    </message>
    <message>
      <source>Heading in Chinese</source>
      <translation>中文抬头</translation>
    </message>
    <message>
      <source>Heading in English</source>
      <translation>英文抬头</translation>
    </message>
    <message>
      <source>Held</source>
      <translation>服务器暂存</translation>
    </message>
    <message>
      <source>Hezhen</source>
      <translation>赫哲族</translation>
    </message>
    <message>
      <source>Holiday</source>
      <translation>节日名称</translation>
    </message>
    <message>
      <source>Hong Kong and Macao permit</source>
      <translation>港澳居民来往内地通行证</translation>
    </message>
    <message>
      <source>Hours</source>
      <translation>学时</translation>
    </message>
    <message>
      <source>How long</source>
      <translation>时长</translation>
    </message>
    <message>
      <source>How many days more can be given once; 0 for none.</source>
      <translation>可一次性延长的天数；0 表示不可延长。</translation>
    </message>
    <message>
      <source>How to appeal</source>
      <translation>申诉途径</translation>
    </message>
    <message>
      <source>How to reach the office</source>
      <translation>联系方式</translation>
    </message>
    <message>
      <source>How verified</source>
      <translation>核验方式</translation>
    </message>
    <message>
      <source>Hui</source>
      <translation>回族</translation>
    </message>
    <message>
      <source>ID number</source>
      <translation>证件号码</translation>
    </message>
    <message>
      <source>Identity document</source>
      <translation>身份证件</translation>
    </message>
    <message>
      <source>Ideological and political courses</source>
      <translation>思想政治理论课</translation>
    </message>
    <message>
      <source>In order</source>
      <translation>正常</translation>
    </message>
    <message>
      <source>In use</source>
      <translation>使用中</translation>
    </message>
    <message>
      <source>Incomplete</source>
      <translation>不完整</translation>
    </message>
    <message>
      <source>Install the program again; papers would look wrong.</source>
      <translation>请重新安装程序；否则文书会显示有误。</translation>
    </message>
    <message>
      <source>Intake</source>
      <translation>收件决定</translation>
    </message>
    <message>
      <source>Intake year</source>
      <translation>入学年份</translation>
    </message>
    <message>
      <source>Intermediate</source>
      <translation>中级</translation>
    </message>
    <message>
      <source>Invention</source>
      <translation>发明专利</translation>
    </message>
    <message>
      <source>Issue date</source>
      <translation>颁发日期</translation>
    </message>
    <message>
      <source>Issue the paper first: {kind}.</source>
      <translation>请先出具文书：{kind}。</translation>
    </message>
    <message>
      <source>Issued by</source>
      <translation>颁发机构</translation>
    </message>
    <message>
      <source>Issued papers</source>
      <translation>已出具文书</translation>
    </message>
    <message>
      <source>Issuer</source>
      <translation>颁发机构</translation>
    </message>
    <message>
      <source>Issuers</source>
      <translation>颁发机构</translation>
    </message>
    <message>
      <source>It cannot be read which computer this database belongs to. Restore a backup.</source>
      <translation>无法读出此数据库属于哪台电脑。请恢复备份。</translation>
    </message>
    <message>
      <source>It ends before it begins. Check both dates.</source>
      <translation>结束日期早于开始日期，请检查。</translation>
    </message>
    <message>
      <source>It is a core skill of the major</source>
      <translation>属于专业核心技能</translation>
    </message>
    <message>
      <source>It is only on this computer. The next sync sends it.</source>
      <translation>仅保存在本机，下次同步时发送。</translation>
    </message>
    <message>
      <source>It was received and does not fit the records here. A person must look.</source>
      <translation>已收到，但与本机记录不符，需人工查看。</translation>
    </message>
    <message>
      <source>It was received and waits for something that it builds on.</source>
      <translation>已收到，正在等待其所依据的内容。</translation>
    </message>
    <message>
      <source>It was sent and not answered yet. The next sync asks again; nothing is doubled.</source>
      <translation>已发送，尚未得到答复。下次同步会再次询问，不会重复。</translation>
    </message>
    <message>
      <source>It was spoiled</source>
      <translation>打印损坏</translation>
    </message>
    <message>
      <source>It was won alone</source>
      <translation>个人获奖</translation>
    </message>
    <message>
      <source>It was won in a team</source>
      <translation>团队获奖</translation>
    </message>
    <message>
      <source>It would end before it was issued. Check both dates.</source>
      <translation>有效期早于发证日期，请检查两个日期。</translation>
    </message>
    <message>
      <source>Jingpo</source>
      <translation>景颇族</translation>
    </message>
    <message>
      <source>Jino</source>
      <translation>基诺族</translation>
    </message>
    <message>
      <source>Journal</source>
      <translation>期刊</translation>
    </message>
    <message>
      <source>Judgement of the panel</source>
      <translation>合议意见</translation>
    </message>
    <message>
      <source>Judges outcomes and settles what comes back late</source>
      <translation>评审成果，处理逾期退回事项</translation>
    </message>
    <message>
      <source>Judges outcomes: credits, target course, grade, reasons</source>
      <translation>评审成果：学分、目标课程、成绩、理由</translation>
    </message>
    <message>
      <source>Junior</source>
      <translation>初级</translation>
    </message>
    <message>
      <source>Kazak</source>
      <translation>哈萨克族</translation>
    </message>
    <message>
      <source>Keeps people, office, devices and settings; reads no learner's file</source>
      <translation>管理人员、机构、设备与设置；不查看学习者案卷</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Key file</source>
      <translation>密钥文件</translation>
    </message>
    <message>
      <source>Keys of people</source>
      <translation>人员密钥</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Kind of body</source>
      <translation>机构类别</translation>
    </message>
    <message>
      <source>Kind of day</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Kind of document</source>
      <translation>证件类型</translation>
    </message>
    <message>
      <source>Kind of organiser</source>
      <translation>主办方性质</translation>
    </message>
    <message>
      <source>Kind of outcome</source>
      <translation>成果类型</translation>
    </message>
    <message>
      <source>Kind of right</source>
      <translation>知识产权类型</translation>
    </message>
    <message>
      <source>Kirgiz</source>
      <translation>柯尔克孜族</translation>
    </message>
    <message>
      <source>Known from</source>
      <translation>依据</translation>
    </message>
    <message>
      <source>Lahu</source>
      <translation>拉祜族</translation>
    </message>
    <message>
      <source>Language of the evidence</source>
      <translation>证明材料语言</translation>
    </message>
    <message>
      <source>Language or computer test</source>
      <translation>语言与计算机等级</translation>
    </message>
    <message>
      <source>Lapsed</source>
      <translation>逾期终止</translation>
    </message>
    <message>
      <source>Last line of papers</source>
      <translation>文书末行</translation>
    </message>
    <message>
      <source>Latin name</source>
      <translation>拉丁字母姓名</translation>
    </message>
    <message>
      <source>Learner</source>
      <translation>学习者</translation>
    </message>
    <message>
      <source>Learners without credit</source>
      <translation>无学分的学习者</translation>
    </message>
    <message>
      <source>Ledger</source>
      <translation>学分账本</translation>
    </message>
    <message>
      <source>Length of studies</source>
      <translation>学制年限</translation>
    </message>
    <message>
      <source>Letter</source>
      <translation>Letter</translation>
    </message>
    <message>
      <source>Letter of inquiry</source>
      <translation>函询</translation>
    </message>
    <message>
      <source>Letter of the employer</source>
      <translation>单位证明</translation>
    </message>
    <message>
      <source>Letterhead</source>
      <translation>信头</translation>
    </message>
    <message>
      <source>Letters in the number</source>
      <translation>文号字母</translation>
    </message>
    <message>
      <source>Level</source>
      <translation>等级</translation>
    </message>
    <message>
      <source>Level five (junior)</source>
      <translation>五级/初级工</translation>
    </message>
    <message>
      <source>Level four (intermediate)</source>
      <translation>四级/中级工</translation>
    </message>
    <message>
      <source>Level one (senior technician)</source>
      <translation>一级/高级技师</translation>
    </message>
    <message>
      <source>Level three (senior)</source>
      <translation>三级/高级工</translation>
    </message>
    <message>
      <source>Level two (technician)</source>
      <translation>二级/技师</translation>
    </message>
    <message>
      <source>Levels</source>
      <translation>等级</translation>
    </message>
    <message>
      <source>Lhoba</source>
      <translation>珞巴族</translation>
    </message>
    <message>
      <source>Li</source>
      <translation>黎族</translation>
    </message>
    <message>
      <source>List of the team</source>
      <translation>团队名单</translation>
    </message>
    <message>
      <source>Lisu</source>
      <translation>傈僳族</translation>
    </message>
    <message>
      <source>Looked up online</source>
      <translation>联网核验</translation>
    </message>
    <message>
      <source>Make a new recovery code</source>
      <translation>生成新的恢复码</translation>
    </message>
    <message>
      <source>Male</source>
      <translation>男</translation>
    </message>
    <message>
      <source>Man (Manchu)</source>
      <translation>满族</translation>
    </message>
    <message>
      <source>Maonan</source>
      <translation>毛南族</translation>
    </message>
    <message>
      <source>Material review</source>
      <translation>材料初审</translation>
    </message>
    <message>
      <source>Material reviewer</source>
      <translation>初审员</translation>
    </message>
    <message>
      <source>Materials are missing</source>
      <translation>材料不齐</translation>
    </message>
    <message>
      <source>Miao</source>
      <translation>苗族</translation>
    </message>
    <message>
      <source>Military service</source>
      <translation>退役军人经历</translation>
    </message>
    <message>
      <source>Military skills</source>
      <translation>军事技能</translation>
    </message>
    <message>
      <source>Military theory</source>
      <translation>军事理论</translation>
    </message>
    <message>
      <source>Minutes</source>
      <translation>分钟</translation>
    </message>
    <message>
      <source>Module</source>
      <translation>模块</translation>
    </message>
    <message>
      <source>Monba</source>
      <translation>门巴族</translation>
    </message>
    <message>
      <source>Mongol</source>
      <translation>蒙古族</translation>
    </message>
    <message>
      <source>Months</source>
      <translation>个月</translation>
    </message>
    <message>
      <source>More than {most} credits in one entry cannot be right.</source>
      <translation>单笔学分不可能超过 {most}。</translation>
    </message>
    <message>
      <source>Move it into the folder “taken” beside it</source>
      <translation>移到旁边的“taken”文件夹</translation>
    </message>
    <message>
      <source>Mulao</source>
      <translation>仫佬族</translation>
    </message>
    <message>
      <source>Must be filled in, for example 2026.</source>
      <translation>必填，例如 2026。</translation>
    </message>
    <message>
      <source>Must be filled in.</source>
      <translation>必填。</translation>
    </message>
    <message>
      <source>Must be filled in. Keep the cell a text: as a number the last digits are lost.</source>
      <translation>必填。单元格须为文本格式：按数字保存会丢失末几位。</translation>
    </message>
    <message>
      <source>Must be filled in: the code or the name.</source>
      <translation>必填：专业代码或名称。</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Name as typed</source>
      <translation>录入的姓名</translation>
    </message>
    <message>
      <source>Name the topic.</source>
      <translation>请填写知识点名称。</translation>
    </message>
    <message>
      <source>National</source>
      <translation>国家级</translation>
    </message>
    <message>
      <source>National credits are ratified</source>
      <translation>有国家核定学分</translation>
    </message>
    <message>
      <source>Naxi</source>
      <translation>纳西族</translation>
    </message>
    <message>
      <source>New</source>
      <translation>新增</translation>
    </message>
    <message>
      <source>New, with a warning</source>
      <translation>新增（有提醒）</translation>
    </message>
    <message>
      <source>Newer program</source>
      <translation>程序版本较新</translation>
    </message>
    <message>
      <source>No account number is left for this year: learners cannot be registered.</source>
      <translation>今年的账户号码已用完：无法为学习者开户。</translation>
    </message>
    <message>
      <source>No certificates yet. Add one, or import a list.</source>
      <translation>还没有证书。请添加，或导入列表。</translation>
    </message>
    <message>
      <source>No column holds this; it must be there.</source>
      <translation>没有任何列对应此项，而此项必填。</translation>
    </message>
    <message>
      <source>No content match is stated</source>
      <translation>未填写内容匹配度</translation>
    </message>
    <message>
      <source>No contests yet. Add one, or import a list.</source>
      <translation>还没有竞赛。请添加，或导入列表。</translation>
    </message>
    <message>
      <source>No courses yet. Add one, or import a list.</source>
      <translation>还没有课程。请添加，或导入列表。</translation>
    </message>
    <message>
      <source>No font can print “{characters}”. Check the characters, or use the standard form.</source>
      <translation>没有字体能打印“{characters}”，请核对或改用规范字。</translation>
    </message>
    <message>
      <source>No font can print “{characters}”. Check the name.</source>
      <translation>没有字体能打印“{characters}”，请核对姓名。</translation>
    </message>
    <message>
      <source>No issuers yet. Add one, or import a list.</source>
      <translation>还没有颁发机构。请添加，或导入列表。</translation>
    </message>
    <message>
      <source>No new signature of this person waits. Reload the list.</source>
      <translation>此人没有待确认的新签名，请刷新列表。</translation>
    </message>
    <message>
      <source>No phrases for this purpose.</source>
      <translation>此用途还没有用语。</translation>
    </message>
    <message>
      <source>No platforms yet. Add one, or import a list.</source>
      <translation>还没有平台。请添加，或导入列表。</translation>
    </message>
    <message>
      <source>No printer is set up. Choose one in the system's settings and print again.</source>
      <translation>未设置打印机，请在系统设置中选择后重新打印。</translation>
    </message>
    <message>
      <source>No printer is set up; papers are opened in the system's viewer.</source>
      <translation>未设置打印机；文书在系统阅读器中打开。</translation>
    </message>
    <message>
      <source>No program opens {path}. Open the file by hand.</source>
      <translation>没有可打开 {path} 的程序，请手动打开该文件。</translation>
    </message>
    <message>
      <source>No record becomes due today that is not due already.</source>
      <translation>今天不会有新的记录到期。</translation>
    </message>
    <message>
      <source>No row names the columns. Use the template.</source>
      <translation>没有找到列名行。请使用模板。</translation>
    </message>
    <message>
      <source>No rule gives credit for this outcome</source>
      <translation>没有可适用的认定规则</translation>
    </message>
    <message>
      <source>No rules are in force on {on}. Ask the rule approver.</source>
      <translation>{on} 没有生效的规则，请联系规则审批人。</translation>
    </message>
    <message>
      <source>No scanner was found. Switch it on, check its cable, and scan again.</source>
      <translation>没有找到扫描仪。请打开电源、检查连线，然后重新扫描。</translation>
    </message>
    <message>
      <source>No server has told the time yet.</source>
      <translation>尚无服务器报时。</translation>
    </message>
    <message>
      <source>No server holds the end of this trail: a tail that is cut off may go unnoticed.</source>
      <translation>没有服务器保存本记录的末端：末尾被截去时可能无法发现。</translation>
    </message>
    <message>
      <source>No. {key} {told}</source>
      <translation>第 {key} 号{told}</translation>
    </message>
    <message>
      <source>Nobody gives both the first and the second judgement on a file.</source>
      <translation>同一案卷的初评与二评不能是同一人。</translation>
    </message>
    <message>
      <source>Nobody gives two of the signatures on one file.</source>
      <translation>同一案卷的各级签字不能是同一人。</translation>
    </message>
    <message>
      <source>Nobody here signs in as {login}. Check the sign-in name.</source>
      <translation>这里没有登录名为 {login} 的人，请核对。</translation>
    </message>
    <message>
      <source>Nobody on the staff list has this sign-in name.</source>
      <translation>名单上没有此登录名。</translation>
    </message>
    <message>
      <source>Nobody puts into force what they drafted themselves.</source>
      <translation>自己起草的，不能由自己批准生效。</translation>
    </message>
    <message>
      <source>Nobody signs papers yet. Add who does.</source>
      <translation>还没有签署人。请添加。</translation>
    </message>
    <message>
      <source>None of your roles allows this: {act}.</source>
      <translation>您的角色无权执行此操作：{act}。</translation>
    </message>
    <message>
      <source>Not accepted</source>
      <translation>不予受理</translation>
    </message>
    <message>
      <source>Not confirmed</source>
      <translation>核验不符</translation>
    </message>
    <message>
      <source>Not countersigned yet: sync shows the server where the trail stands.</source>
      <translation>尚未会签：同步时服务器会见到记录的末端。</translation>
    </message>
    <message>
      <source>Not every outcome is decided yet. Decide the rest first.</source>
      <translation>还有成果未作出结论，请先完成。</translation>
    </message>
    <message>
      <source>Not recognised</source>
      <translation>不予认定</translation>
    </message>
    <message>
      <source>Not stated</source>
      <translation>未说明</translation>
    </message>
    <message>
      <source>Not taking a file in</source>
      <translation>不予受理</translation>
    </message>
    <message>
      <source>Not verified</source>
      <translation>未核验</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Note on receipts</source>
      <translation>回执备注</translation>
    </message>
    <message>
      <source>Nothing can be backed up here.</source>
      <translation>此处无法备份。</translation>
    </message>
    <message>
      <source>Nothing can be imported while a row has a problem.</source>
      <translation>有问题行时不能导入。</translation>
    </message>
    <message>
      <source>Nothing here yet.</source>
      <translation>暂无内容。</translation>
    </message>
    <message>
      <source>Nothing is chosen. Take at least one record in again.</source>
      <translation>没有选中任何记录。请至少重新纳入一条。</translation>
    </message>
    <message>
      <source>Nothing of this application was withdrawn.</source>
      <translation>该申请没有撤回任何内容。</translation>
    </message>
    <message>
      <source>Nothing was refused in this application, so there is no refusal notice.</source>
      <translation>该申请没有不予认定的成果，无需开具不予认定通知书。</translation>
    </message>
    <message>
      <source>Notice of non-acceptance</source>
      <translation>不予受理通知书</translation>
    </message>
    <message>
      <source>Notice of the contest</source>
      <translation>竞赛通知</translation>
    </message>
    <message>
      <source>Notified</source>
      <translation>已送达</translation>
    </message>
    <message>
      <source>Nu</source>
      <translation>怒族</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>编号</translation>
    </message>
    <message>
      <source>Number of the journal</source>
      <translation>刊号</translation>
    </message>
    <message>
      <source>Numbers of papers</source>
      <translation>文号</translation>
    </message>
    <message>
      <source>Numbers of skill certificates usually have 22 characters; this one has {length}. Compare it with the certificate.</source>
      <translation>技能等级证书编号通常为 22 位，现有 {length} 位，请与证书核对。</translation>
    </message>
    <message>
      <source>Objection</source>
      <translation>异议核查</translation>
    </message>
    <message>
      <source>Occupation</source>
      <translation>职业名称</translation>
    </message>
    <message>
      <source>Office</source>
      <translation>机构</translation>
    </message>
    <message>
      <source>Office and people</source>
      <translation>机构与人员</translation>
    </message>
    <message>
      <source>Office settings</source>
      <translation>机构设置</translation>
    </message>
    <message>
      <source>Office, people, devices</source>
      <translation>机构、人员、设备</translation>
    </message>
    <message>
      <source>On {moment} the trail at No. {held} was not what the server had seen. If a backup was restored before, that explains it: note it as the reason. If not, the trail was written anew: find out who did it.</source>
      <translation>{moment} 时第 {held} 号与服务器所见不符。如此前恢复过备份，这就是原因：请写明。如未恢复过，则记录被重写：请查明是谁所为。</translation>
    </message>
    <message>
      <source>One a line, the highest first.</source>
      <translation>每行一项，由高到低。</translation>
    </message>
    <message>
      <source>One a line.</source>
      <translation>每行一项。</translation>
    </message>
    <message>
      <source>One a line: under which other names learners know it.</source>
      <translation>每行一项：学习者常用的其他名称。</translation>
    </message>
    <message>
      <source>One more copy is needed</source>
      <translation>需要多一份</translation>
    </message>
    <message>
      <source>One operation holds 1 to {most} changes.</source>
      <translation>一次操作包含 1 至 {most} 项更改。</translation>
    </message>
    <message>
      <source>Online course</source>
      <translation>在线课程</translation>
    </message>
    <message>
      <source>Only a refusing rule has a reason.</source>
      <translation>只有不予认定的规则才填写理由。</translation>
    </message>
    <message>
      <source>Only {free} MiB are free.</source>
      <translation>仅剩 {free} MiB。</translation>
    </message>
    <message>
      <source>Only {free} MiB are free: work will soon not be saved any more.</source>
      <translation>仅剩 {free} MiB：很快将无法保存。</translation>
    </message>
    <message>
      <source>Only {left} account numbers can still be given out this year.</source>
      <translation>今年只剩 {left} 个账户号码可发放。</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>正常</translation>
    </message>
    <message>
      <source>Opened for printing: {paper}</source>
      <translation>已打开以打印：{paper}</translation>
    </message>
    <message>
      <source>Opening hours</source>
      <translation>办公时间</translation>
    </message>
    <message>
      <source>Opening of letters</source>
      <translation>函件开头</translation>
    </message>
    <message>
      <source>Operations</source>
      <translation>操作</translation>
    </message>
    <message>
      <source>Organised by</source>
      <translation>主办方</translation>
    </message>
    <message>
      <source>Organiser</source>
      <translation>主办单位</translation>
    </message>
    <message>
      <source>Original seen</source>
      <translation>已核对原件</translation>
    </message>
    <message>
      <source>Oroqen</source>
      <translation>鄂伦春族</translation>
    </message>
    <message>
      <source>Other activity</source>
      <translation>其他成果</translation>
    </message>
    <message>
      <source>Other group</source>
      <translation>其他</translation>
    </message>
    <message>
      <source>Other names</source>
      <translation>别名</translation>
    </message>
    <message>
      <source>Other paper</source>
      <translation>其他文书</translation>
    </message>
    <message>
      <source>Other titles</source>
      <translation>其他名称</translation>
    </message>
    <message>
      <source>Out of 100</source>
      <translation>百分制</translation>
    </message>
    <message>
      <source>Panel</source>
      <translation>二评合议</translation>
    </message>
    <message>
      <source>Panel member</source>
      <translation>合议成员</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>文书</translation>
    </message>
    <message>
      <source>Paper is jammed in the scanner. Free it and scan the remaining pages again.</source>
      <translation>扫描仪卡纸。请取出卡纸，再扫描其余页面。</translation>
    </message>
    <message>
      <source>Paper {number} can no longer be drawn as it was issued. Void it, issue a new one and tell the administrator.</source>
      <translation>文书 {number} 已无法按原样重新生成。请作废后重新出具，并告知管理员。</translation>
    </message>
    <message>
      <source>Papers</source>
      <translation>文书</translation>
    </message>
    <message>
      <source>Papers are printed from the system's viewer.</source>
      <translation>文书从系统阅读器打印。</translation>
    </message>
    <message>
      <source>Part of this import was sent to the centre already. Correct or close the accounts one by one.</source>
      <translation>本次导入已有部分上报中心，请逐个更正或注销账户。</translation>
    </message>
    <message>
      <source>Partly recognised</source>
      <translation>部分认定</translation>
    </message>
    <message>
      <source>Parts of the program are missing ({searched}). Install it again.</source>
      <translation>程序文件不完整（{searched}），请重新安装。</translation>
    </message>
    <message>
      <source>Passed or failed</source>
      <translation>合格制</translation>
    </message>
    <message>
      <source>Passport</source>
      <translation>护照</translation>
    </message>
    <message>
      <source>Patent certificate</source>
      <translation>专利证书</translation>
    </message>
    <message>
      <source>Patent or software right</source>
      <translation>专利与软件著作权</translation>
    </message>
    <message>
      <source>People</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>Photo</source>
      <translation>照片</translation>
    </message>
    <message>
      <source>Phrases</source>
      <translation>用语</translation>
    </message>
    <message>
      <source>Physical education</source>
      <translation>体育</translation>
    </message>
    <message>
      <source>Place among the authors</source>
      <translation>作者排名</translation>
    </message>
    <message>
      <source>Place among the inventors</source>
      <translation>发明人排名</translation>
    </message>
    <message>
      <source>Place in the team</source>
      <translation>团队排名</translation>
    </message>
    <message>
      <source>Platform</source>
      <translation>平台</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>分数</translation>
    </message>
    <message>
      <source>Post</source>
      <translation>岗位</translation>
    </message>
    <message>
      <source>Post in Chinese</source>
      <translation>中文职务</translation>
    </message>
    <message>
      <source>Post in English</source>
      <translation>英文职务</translation>
    </message>
    <message>
      <source>Postcode</source>
      <translation>邮编</translation>
    </message>
    <message>
      <source>Posted</source>
      <translation>已入账</translation>
    </message>
    <message>
      <source>Pre-assessed</source>
      <translation>预评估</translation>
    </message>
    <message>
      <source>Print {least} to {most} copies.</source>
      <translation>可打印 {least} 至 {most} 份。</translation>
    </message>
    <message>
      <source>Printed under a refusal, so that the learner knows what to do.</source>
      <translation>印在不予认定理由之下，让学习者知道该怎么做。</translation>
    </message>
    <message>
      <source>Printed: {paper}</source>
      <translation>已打印：{paper}</translation>
    </message>
    <message>
      <source>Printer</source>
      <translation>打印机</translation>
    </message>
    <message>
      <source>Printers: {names}.</source>
      <translation>打印机：{names}。</translation>
    </message>
    <message>
      <source>Printing staff</source>
      <translation>打印人员</translation>
    </message>
    <message>
      <source>Prints statements, copies and other papers</source>
      <translation>打印成绩单、副本等文书</translation>
    </message>
    <message>
      <source>Prize of excellence</source>
      <translation>优秀奖</translation>
    </message>
    <message>
      <source>Problem</source>
      <translation>有问题</translation>
    </message>
    <message>
      <source>Professional qualification</source>
      <translation>职业资格证</translation>
    </message>
    <message>
      <source>Program</source>
      <translation>程序版本</translation>
    </message>
    <message>
      <source>Programme</source>
      <translation>专业</translation>
    </message>
    <message>
      <source>Proof of employment</source>
      <translation>在职证明</translation>
    </message>
    <message>
      <source>Proof of the activity</source>
      <translation>活动证明</translation>
    </message>
    <message>
      <source>Proposed</source>
      <translation>提出</translation>
    </message>
    <message>
      <source>Protected</source>
      <translation>受保护</translation>
    </message>
    <message>
      <source>Provider</source>
      <translation>培训机构</translation>
    </message>
    <message>
      <source>Provincial</source>
      <translation>省级</translation>
    </message>
    <message>
      <source>Provincial English test, grade 3</source>
      <translation>省英语三级</translation>
    </message>
    <message>
      <source>Public authority</source>
      <translation>政府部门</translation>
    </message>
    <message>
      <source>Publication</source>
      <translation>发表论文</translation>
    </message>
    <message>
      <source>Publicity</source>
      <translation>公示</translation>
    </message>
    <message>
      <source>Publicity lasts {least} to {most} days.</source>
      <translation>公示期应为 {least} 至 {most} 天。</translation>
    </message>
    <message>
      <source>Pumi</source>
      <translation>普米族</translation>
    </message>
    <message>
      <source>Purpose</source>
      <translation>用途</translation>
    </message>
    <message>
      <source>Puts drafted rules and reference data into force</source>
      <translation>批准规则和基础数据生效</translation>
    </message>
    <message>
      <source>Putting back</source>
      <translation>正在放回</translation>
    </message>
    <message>
      <source>Qiang</source>
      <translation>羌族</translation>
    </message>
    <message>
      <source>Rank</source>
      <translation>名次</translation>
    </message>
    <message>
      <source>Ratified credits</source>
      <translation>核定学分</translation>
    </message>
    <message>
      <source>Re-checks decisions and decides appeals</source>
      <translation>复核决定、裁决申诉</translation>
    </message>
    <message>
      <source>Reading</source>
      <translation>查阅</translation>
    </message>
    <message>
      <source>Reading the sheet …</source>
      <translation>正在读取表格……</translation>
    </message>
    <message>
      <source>Reading the text of this page took too long. Type the fields.</source>
      <translation>识别此页文字用时过长，请手工填写。</translation>
    </message>
    <message>
      <source>Reads the audit trail and looks after keys; reads no learner's file</source>
      <translation>查看审计记录、管理密钥；不查看学习者案卷</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>理由</translation>
    </message>
    <message>
      <source>Receipts of the server</source>
      <translation>服务器回执</translation>
    </message>
    <message>
      <source>Received</source>
      <translation>已接收</translation>
    </message>
    <message>
      <source>Receiving</source>
      <translation>接收</translation>
    </message>
    <message>
      <source>Recognised</source>
      <translation>已认定</translation>
    </message>
    <message>
      <source>Recognising in part</source>
      <translation>部分认定</translation>
    </message>
    <message>
      <source>Recognising needs credits above zero. Enter them, or refuse with 4.</source>
      <translation>认定的学分须大于零。请填写学分，或按 4 不予认定。</translation>
    </message>
    <message>
      <source>Record of learning</source>
      <translation>学习记录</translation>
    </message>
    <message>
      <source>Record of the service</source>
      <translation>服务记录</translation>
    </message>
    <message>
      <source>Records</source>
      <translation>记录</translation>
    </message>
    <message>
      <source>Records and signatures</source>
      <translation>记录与签名</translation>
    </message>
    <message>
      <source>Recovery code</source>
      <translation>恢复码</translation>
    </message>
    <message>
      <source>Reference data</source>
      <translation>基础数据</translation>
    </message>
    <message>
      <source>Refusal notice</source>
      <translation>不予认定通知书</translation>
    </message>
    <message>
      <source>Refusing an outcome</source>
      <translation>不予认定</translation>
    </message>
    <message>
      <source>Registered</source>
      <translation>登记</translation>
    </message>
    <message>
      <source>Registry officer</source>
      <translation>登记员</translation>
    </message>
    <message>
      <source>Rejected</source>
      <translation>已否决</translation>
    </message>
    <message>
      <source>Relevant to the programme</source>
      <translation>与专业相关</translation>
    </message>
    <message>
      <source>Remove these files</source>
      <translation>清除这些文件</translation>
    </message>
    <message>
      <source>Report of the official look-up</source>
      <translation>官方查询报告</translation>
    </message>
    <message>
      <source>Resident ID card</source>
      <translation>居民身份证</translation>
    </message>
    <message>
      <source>Restore a backup. Without one, 'creditbank salvage' brings back what can still be read.</source>
      <translation>请恢复备份。若无备份，可用“creditbank salvage”抢救仍可读取的内容。</translation>
    </message>
    <message>
      <source>Restore a backup; the finding on the database names the pages.</source>
      <translation>请恢复备份；“数据库”一项列出了损坏的页。</translation>
    </message>
    <message>
      <source>Restore them from a backup, or scan them again.</source>
      <translation>请从备份恢复，或重新扫描。</translation>
    </message>
    <message>
      <source>Result notice</source>
      <translation>认定结果通知书</translation>
    </message>
    <message>
      <source>Retention rules</source>
      <translation>保存期限规则</translation>
    </message>
    <message>
      <source>Returned</source>
      <translation>已退回</translation>
    </message>
    <message>
      <source>Returning a file</source>
      <translation>退回案卷</translation>
    </message>
    <message>
      <source>Reversal</source>
      <translation>冲正</translation>
    </message>
    <message>
      <source>Review and evaluation</source>
      <translation>审核与评审</translation>
    </message>
    <message>
      <source>Revoked</source>
      <translation>已撤销</translation>
    </message>
    <message>
      <source>Rule approver</source>
      <translation>规则审批人</translation>
    </message>
    <message>
      <source>Rule author</source>
      <translation>规则起草人</translation>
    </message>
    <message>
      <source>Rules and administration</source>
      <translation>规则与管理</translation>
    </message>
    <message>
      <source>Run by</source>
      <translation>运营单位</translation>
    </message>
    <message>
      <source>Russ</source>
      <translation>俄罗斯族</translation>
    </message>
    <message>
      <source>Safety and sync</source>
      <translation>安全与同步</translation>
    </message>
    <message>
      <source>Salar</source>
      <translation>撒拉族</translation>
    </message>
    <message>
      <source>Same certificate number</source>
      <translation>证书编号相同</translation>
    </message>
    <message>
      <source>Same outcome, issuer and date</source>
      <translation>成果、颁发机构和日期相同</translation>
    </message>
    <message>
      <source>Saved here</source>
      <translation>已存本机</translation>
    </message>
    <message>
      <source>Say in at least {least} characters what the export is for.</source>
      <translation>请用至少 {least} 个字符说明导出用途。</translation>
    </message>
    <message>
      <source>Say what is missing: tick materials or write a line.</source>
      <translation>请指明所缺材料：勾选或填写。</translation>
    </message>
    <message>
      <source>Say what these pages are before they are put together.</source>
      <translation>装订之前，请说明这些页面是什么材料。</translation>
    </message>
    <message>
      <source>Say why the device is withdrawn.</source>
      <translation>请说明停用该设备的原因。</translation>
    </message>
    <message>
      <source>Scale of the score</source>
      <translation>成绩制</translation>
    </message>
    <message>
      <source>Scanner</source>
      <translation>扫描仪</translation>
    </message>
    <message>
      <source>Scanning needs the program scanimage (package sane-utils). Install it, or use the watched folder.</source>
      <translation>扫描需要 scanimage 程序（软件包 sane-utils）。请安装它，或使用监视文件夹。</translation>
    </message>
    <message>
      <source>Scans of decision files</source>
      <translation>认定档案的扫描件</translation>
    </message>
    <message>
      <source>Scans of refused files</source>
      <translation>未予认定档案的扫描件</translation>
    </message>
    <message>
      <source>School</source>
      <translation>学校</translation>
    </message>
    <message>
      <source>School level</source>
      <translation>校级</translation>
    </message>
    <message>
      <source>School or platform</source>
      <translation>学校或平台</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>成绩</translation>
    </message>
    <message>
      <source>Score report</source>
      <translation>成绩报告单</translation>
    </message>
    <message>
      <source>Seal</source>
      <translation>印章</translation>
    </message>
    <message>
      <source>Sealed data of a learner cannot be read. Make a backup and tell the security officer.</source>
      <translation>学习者的加密数据无法读取，请先备份并通知安全员。</translation>
    </message>
    <message>
      <source>Search report of the index</source>
      <translation>检索报告</translation>
    </message>
    <message>
      <source>Second prize</source>
      <translation>二等奖</translation>
    </message>
    <message>
      <source>Seconds</source>
      <translation>秒数</translation>
    </message>
    <message>
      <source>Security officer</source>
      <translation>安全员</translation>
    </message>
    <message>
      <source>Self-study examination</source>
      <translation>自学考试</translation>
    </message>
    <message>
      <source>Sending</source>
      <translation>发送</translation>
    </message>
    <message>
      <source>Senior</source>
      <translation>高级</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>已发送</translation>
    </message>
    <message>
      <source>Sent by post</source>
      <translation>邮寄送达</translation>
    </message>
    <message>
      <source>Sent electronically</source>
      <translation>电子送达</translation>
    </message>
    <message>
      <source>Set aside</source>
      <translation>已搁置</translation>
    </message>
    <message>
      <source>Set the clock in the system's settings; deadlines and papers carry its date.</source>
      <translation>请在系统设置中校准时钟；期限和文书都使用它的日期。</translation>
    </message>
    <message>
      <source>Setting</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Sex</source>
      <translation>性别</translation>
    </message>
    <message>
      <source>She</source>
      <translation>畲族</translation>
    </message>
    <message>
      <source>Shipped data is damaged: {kind}, {code}. Install the program again.</source>
      <translation>随程序提供的数据已损坏：{kind}，{code}。请重新安装程序。</translation>
    </message>
    <message>
      <source>Sign-off</source>
      <translation>会签</translation>
    </message>
    <message>
      <source>Signatories</source>
      <translation>签署人</translation>
    </message>
    <message>
      <source>Signing in and out</source>
      <translation>登录与退出</translation>
    </message>
    <message>
      <source>Signs for the college</source>
      <translation>代表学院签字</translation>
    </message>
    <message>
      <source>Signs for the department</source>
      <translation>代表系部签字</translation>
    </message>
    <message>
      <source>So long an act waits here, and can be undone, before it is sent.</source>
      <translation>操作在发送前于本机保留的时间，其间可以撤销。</translation>
    </message>
    <message>
      <source>Social credit code</source>
      <translation>统一社会信用代码</translation>
    </message>
    <message>
      <source>Social security record</source>
      <translation>社保记录</translation>
    </message>
    <message>
      <source>Social training</source>
      <translation>社会培训</translation>
    </message>
    <message>
      <source>Software right</source>
      <translation>软件著作权</translation>
    </message>
    <message>
      <source>Software right certificate</source>
      <translation>软件著作权证书</translation>
    </message>
    <message>
      <source>Somebody changed this meanwhile. Reload it and look again.</source>
      <translation>其他人已作更改，请重新载入后再看。</translation>
    </message>
    <message>
      <source>Somebody else changed the file meanwhile. Compare both and decide again.</source>
      <translation>该申请已被他人更改。请对照两个版本后重新决定。</translation>
    </message>
    <message>
      <source>Somebody else changed this learner meanwhile. Reload and compare.</source>
      <translation>该学习者的信息刚被他人修改，请重新加载并核对。</translation>
    </message>
    <message>
      <source>Somebody else changed this meanwhile. Reload and compare.</source>
      <translation>此记录刚被他人修改，请重新加载并核对。</translation>
    </message>
    <message>
      <source>Somebody else did this; only they can take it back.</source>
      <translation>该操作由他人作出，只能由其本人撤回。</translation>
    </message>
    <message>
      <source>Somebody or something changed rows behind the program's back. Tell the security officer.</source>
      <translation>有人或其他程序绕过本程序改动了记录。请报告安全管理员。</translation>
    </message>
    <message>
      <source>Somebody very much alike is on record. Take that one, or say why this is another person.</source>
      <translation>已有极为相近的登记。请选用该记录，或说明为何不是同一人。</translation>
    </message>
    <message>
      <source>Something followed on this file; it can no longer be taken back here.</source>
      <translation>该申请已有后续操作，不能在此撤回。</translation>
    </message>
    <message>
      <source>Something on it is wrong</source>
      <translation>内容有误</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>来源</translation>
    </message>
    <message>
      <source>State of the sync</source>
      <translation>同步状态</translation>
    </message>
    <message>
      <source>Stays for good; decisions name it.</source>
      <translation>不能更改；决定中会引用。</translation>
    </message>
    <message>
      <source>Stopped. Nothing was changed.</source>
      <translation>已停止，未作任何改动。</translation>
    </message>
    <message>
      <source>Stream</source>
      <translation>数据流</translation>
    </message>
    <message>
      <source>Stream of this device</source>
      <translation>本机数据流</translation>
    </message>
    <message>
      <source>Student number</source>
      <translation>学号</translation>
    </message>
    <message>
      <source>Subject</source>
      <translation>考试科目</translation>
    </message>
    <message>
      <source>Such an outcome cannot be recognised</source>
      <translation>此类成果不可认定</translation>
    </message>
    <message>
      <source>Sui</source>
      <translation>水族</translation>
    </message>
    <message>
      <source>Supplement</source>
      <translation>退回补正</translation>
    </message>
    <message>
      <source>Supplement due</source>
      <translation>待补正</translation>
    </message>
    <message>
      <source>Supplement notice</source>
      <translation>补正通知书</translation>
    </message>
    <message>
      <source>Syllabus</source>
      <translation>课程大纲</translation>
    </message>
    <message>
      <source>Sync</source>
      <translation>同步</translation>
    </message>
    <message>
      <source>System</source>
      <translation>系统</translation>
    </message>
    <message>
      <source>Tables and history</source>
      <translation>数据表与历史记录</translation>
    </message>
    <message>
      <source>Taiwan permit</source>
      <translation>台湾居民来往大陆通行证</translation>
    </message>
    <message>
      <source>Tajik</source>
      <translation>塔吉克族</translation>
    </message>
    <message>
      <source>Taken back</source>
      <translation>已撤回</translation>
    </message>
    <message>
      <source>Takes in applications, registers learners, prints receipts, delivers results</source>
      <translation>受理申请、登记学习者、打印回执、送达结果</translation>
    </message>
    <message>
      <source>Taking the import back …</source>
      <translation>正在撤销本次导入……</translation>
    </message>
    <message>
      <source>Target</source>
      <translation>置换目标</translation>
    </message>
    <message>
      <source>Tasks done</source>
      <translation>任务完成率</translation>
    </message>
    <message>
      <source>Tatar</source>
      <translation>塔塔尔族</translation>
    </message>
    <message>
      <source>Team size</source>
      <translation>团队人数</translation>
    </message>
    <message>
      <source>Telephone</source>
      <translation>电话</translation>
    </message>
    <message>
      <source>Tell the security officer, and restore a backup from before.</source>
      <translation>请告知安全员，并恢复之前的备份。</translation>
    </message>
    <message>
      <source>Term</source>
      <translation>学期</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>考试</translation>
    </message>
    <message>
      <source>Text recognition is not installed on this computer. Type the fields.</source>
      <translation>本机未安装文字识别，请手工填写。</translation>
    </message>
    <message>
      <source>Texts of papers</source>
      <translation>文书用语</translation>
    </message>
    <message>
      <source>That cuts away nearly everything. Draw a larger frame.</source>
      <translation>这样几乎全部裁掉了。请画大一些的框。</translation>
    </message>
    <message>
      <source>The account holds {balance} credits; {credits} cannot be taken from it.</source>
      <translation>账户余额为 {balance} 学分，无法扣减 {credits}。</translation>
    </message>
    <message>
      <source>The account holds {credits} credits. Only an empty account is closed; transfer this one out instead.</source>
      <translation>账户中有 {credits} 学分。只有空账户才能注销，请改为转出。</translation>
    </message>
    <message>
      <source>The account is no longer open ({state}).</source>
      <translation>账户已不可用（{state}）。</translation>
    </message>
    <message>
      <source>The account numbers of this computer for {year} are used up. Sync now: the server sends the next ones. Without a line, the registry officer can allot a block under Settings, Devices.</source>
      <translation>本机 {year} 年的账户号码已用完。请立即同步，服务器会发来新的号码。无网络时，学籍管理员可在“设置 → 设备”中分配号段。</translation>
    </message>
    <message>
      <source>The account of this learner is not open ({state}).</source>
      <translation>该学习者的账户不可用（{state}）。</translation>
    </message>
    <message>
      <source>The account was not transferred out; do that first.</source>
      <translation>账户尚未转出，请先办理转出。</translation>
    </message>
    <message>
      <source>The address of the database is not one of PostgreSQL. Check the settings.</source>
      <translation>数据库地址不是 PostgreSQL 地址。请检查设置。</translation>
    </message>
    <message>
      <source>The answer did not come from the credit bank's server, perhaps from a log-in page of the network. Check network and address.</source>
      <translation>应答并非来自学分银行服务器，可能是网络的登录页面。请检查网络与地址。</translation>
    </message>
    <message>
      <source>The answer of the server could not be understood. Check its address.</source>
      <translation>无法识别服务器的应答，请检查服务器地址。</translation>
    </message>
    <message>
      <source>The applicant is barred for the time being</source>
      <translation>申请人处于禁止申请期</translation>
    </message>
    <message>
      <source>The applicant is no learner of this school</source>
      <translation>申请人不是本校学习者</translation>
    </message>
    <message>
      <source>The application exists already.</source>
      <translation>该申请已存在。</translation>
    </message>
    <message>
      <source>The application is not decided yet, so there is no notice of its result.</source>
      <translation>该申请尚未作出决定，因此没有结果通知书。</translation>
    </message>
    <message>
      <source>The application is not posted yet.</source>
      <translation>该申请尚未入账。</translation>
    </message>
    <message>
      <source>The application no longer has this outcome. Reload it.</source>
      <translation>申请中已没有这项成果，请重新加载。</translation>
    </message>
    <message>
      <source>The application was not declined, so there is no notice of that.</source>
      <translation>该申请未作不予受理决定，没有不予受理通知书。</translation>
    </message>
    <message>
      <source>The area code {area} is not in our table. Compare it with the card.</source>
      <translation>行政区划代码 {area} 不在代码表中，请与证件核对。</translation>
    </message>
    <message>
      <source>The author of a version cannot approve it.</source>
      <translation>起草人不能审批自己起草的版本。</translation>
    </message>
    <message>
      <source>The backup {path} is damaged. Choose another one.</source>
      <translation>备份 {path} 已损坏。请另选一个。</translation>
    </message>
    <message>
      <source>The centre was asked about too many people in an hour. Register the learner; it is asked later.</source>
      <translation>一小时内向中心查询的人数过多。请先登记，之后会自动查询。</translation>
    </message>
    <message>
      <source>The chain of the account is broken at entry {number}. Tell the security officer.</source>
      <translation>账户链在第 {number} 笔分录处断裂，请通知安全员。</translation>
    </message>
    <message>
      <source>The check character does not agree. One character is probably mistyped.</source>
      <translation>校验码不符，可能输错了一位。</translation>
    </message>
    <message>
      <source>The check character does not agree. One digit is probably mistyped.</source>
      <translation>校验码不符，可能输错了一位数字。</translation>
    </message>
    <message>
      <source>The chosen scanner is not there. Switch it on, or choose another one, and scan again.</source>
      <translation>所选的扫描仪不在。请打开电源或另选一台，然后重新扫描。</translation>
    </message>
    <message>
      <source>The clause is missing, Chinese or English.</source>
      <translation>缺少中文或英文条款。</translation>
    </message>
    <message>
      <source>The clock agrees with the server within {seconds} seconds.</source>
      <translation>本机时钟与服务器相差不超过 {seconds} 秒。</translation>
    </message>
    <message>
      <source>The clock of this computer is {minutes} minutes ahead of the server's.</source>
      <translation>本机时钟比服务器快 {minutes} 分钟。</translation>
    </message>
    <message>
      <source>The clock of this computer is {minutes} minutes behind the server's.</source>
      <translation>本机时钟比服务器慢 {minutes} 分钟。</translation>
    </message>
    <message>
      <source>The computer or the network did not answer as expected ({code}). Try again.</source>
      <translation>计算机或网络没有正常响应（{code}），请重试。</translation>
    </message>
    <message>
      <source>The content agrees less than the rule assumes</source>
      <translation>内容匹配度低于规则所设</translation>
    </message>
    <message>
      <source>The content agrees more than the rule assumes</source>
      <translation>内容匹配度高于规则所设</translation>
    </message>
    <message>
      <source>The content does not agree enough</source>
      <translation>内容匹配度不足</translation>
    </message>
    <message>
      <source>The content does not match its digest; the file was changed.</source>
      <translation>内容与摘要不符，文件已被改动。</translation>
    </message>
    <message>
      <source>The copy is not signed and dated</source>
      <translation>复印件未签名、未注明日期</translation>
    </message>
    <message>
      <source>The copy is not stamped</source>
      <translation>复印件未加盖公章</translation>
    </message>
    <message>
      <source>The course is excluded from recognition</source>
      <translation>该课程不得置换</translation>
    </message>
    <message>
      <source>The course is filled already</source>
      <translation>该课程已认定完毕</translation>
    </message>
    <message>
      <source>The course {target} has {most} credits; more cannot be recognised for it.</source>
      <translation>课程 {target} 为 {most} 学分，认定学分不得超过。</translation>
    </message>
    <message>
      <source>The course {target} is excluded from recognition.</source>
      <translation>课程 {target} 不得置换。</translation>
    </message>
    <message>
      <source>The credits are wrong</source>
      <translation>学分有误</translation>
    </message>
    <message>
      <source>The credits of course {course} cannot be right.</source>
      <translation>课程 {course} 的学分不正确。</translation>
    </message>
    <message>
      <source>The credits stand in the ledger.</source>
      <translation>学分已记入账本。</translation>
    </message>
    <message>
      <source>The credits would expire on {until}, before they count from {effective}.</source>
      <translation>学分将于 {until} 到期，早于生效日期 {effective}。</translation>
    </message>
    <message>
      <source>The data folder {path} is gone. Plug the disk in again or bring the folder back; nothing that was saved is lost.</source>
      <translation>数据文件夹 {path} 不见了。请重新接上磁盘或把文件夹放回原处；已保存的内容没有丢失。</translation>
    </message>
    <message>
      <source>The date of birth differs from the one in the ID number. Compare both with the card.</source>
      <translation>出生日期与证件号码不一致，请与证件核对。</translation>
    </message>
    <message>
      <source>The date of birth {date} lies in the future. Check digits 7 to 14.</source>
      <translation>出生日期 {date} 晚于今天，请检查第 7 至 14 位。</translation>
    </message>
    <message>
      <source>The deadline for this step is missing: {step}.</source>
      <translation>缺少该环节的期限：{step}。</translation>
    </message>
    <message>
      <source>The deadline for this step stands twice: {step}.</source>
      <translation>该环节的期限重复：{step}。</translation>
    </message>
    <message>
      <source>The demonstration stopped: the application should be “{expected}” and is “{found}”.</source>
      <translation>演示已停止：申请应为“{expected}”，实际为“{found}”。</translation>
    </message>
    <message>
      <source>The disk did not answer. Try again; if it happens again, make a backup.</source>
      <translation>磁盘没有响应，请重试；若再次出现，请先备份。</translation>
    </message>
    <message>
      <source>The disk is full, so the file was not stored. Free some space and try again; nothing else is lost.</source>
      <translation>磁盘已满，文件未能保存。请腾出空间后重试；其他内容没有丢失。</translation>
    </message>
    <message>
      <source>The disk is full. Free some space and try again; nothing that was saved is lost.</source>
      <translation>磁盘已满。请清理空间后重试，已保存的内容不会丢失。</translation>
    </message>
    <message>
      <source>The dot “·” stands between two parts of a name, once. Check it.</source>
      <translation>间隔号“·”只能出现在姓名两部分之间，且不能连用，请检查。</translation>
    </message>
    <message>
      <source>The draft is no longer there.</source>
      <translation>草稿已不存在。</translation>
    </message>
    <message>
      <source>The entry belongs to another account. Reload the account.</source>
      <translation>该分录属于其他账户，请重新加载。</translation>
    </message>
    <message>
      <source>The escrow copy was sealed to another recovery key ({key_id}).</source>
      <translation>托管副本是用另一把恢复密钥（{key_id}）封存的。</translation>
    </message>
    <message>
      <source>The evidence is not genuine</source>
      <translation>证明材料不真实</translation>
    </message>
    <message>
      <source>The evidence {name} cannot be read. Restore it from a backup or scan it again.</source>
      <translation>无法读取证明材料 {name}，请从备份恢复或重新扫描。</translation>
    </message>
    <message>
      <source>The examination was stopped before its end.</source>
      <translation>检查未完成即被停止。</translation>
    </message>
    <message>
      <source>The export could not be written to {path}: {reason}. Nothing of it was left.</source>
      <translation>无法将导出写入 {path}：{reason}。未留下任何残余。</translation>
    </message>
    <message>
      <source>The feeder is empty. Put paper in and scan again.</source>
      <translation>进纸器中没有纸。请放入纸张后重新扫描。</translation>
    </message>
    <message>
      <source>The file could not be stored: {detail}. Check the disk and try again.</source>
      <translation>文件未能保存：{detail}。请检查磁盘后重试。</translation>
    </message>
    <message>
      <source>The file is damaged and could not be read. Save it anew and try again.</source>
      <translation>文件已损坏，无法读取。请重新保存后再试。</translation>
    </message>
    <message>
      <source>The file is larger than {most} MB. Split it.</source>
      <translation>文件超过 {most} MB，请拆分。</translation>
    </message>
    <message>
      <source>The file is not laid out as a phrase book: {detail}</source>
      <translation>文件不是用语库的格式：{detail}</translation>
    </message>
    <message>
      <source>The file is not laid out as a programme: {detail}</source>
      <translation>文件不符合专业数据的格式：{detail}</translation>
    </message>
    <message>
      <source>The file is not laid out as a rule set: {detail}</source>
      <translation>文件不符合规则集的格式：{detail}</translation>
    </message>
    <message>
      <source>The file is not on this computer any more.</source>
      <translation>本机已没有该申请。</translation>
    </message>
    <message>
      <source>The file no longer has this outcome. Reload it.</source>
      <translation>申请中已没有该成果，请重新打开。</translation>
    </message>
    <message>
      <source>The file waits for no supplement, so there is no notice of one.</source>
      <translation>该申请不在待补正状态，没有补正通知书。</translation>
    </message>
    <message>
      <source>The file {path} cannot be read: {reason}. Choose another one.</source>
      <translation>无法读取文件 {path}：{reason}。请另选。</translation>
    </message>
    <message>
      <source>The file {path} cannot be written: {reason}. Choose another place.</source>
      <translation>无法写入文件 {path}：{reason}。请另选位置。</translation>
    </message>
    <message>
      <source>The files of the server's database are gone: {path}. Restore the server or remove the sample office.</source>
      <translation>服务器数据库的文件已不存在：{path}。请恢复服务器，或移除演示机构。</translation>
    </message>
    <message>
      <source>The folder {path} cannot be removed: {reason}. Close the program and try again.</source>
      <translation>无法删除文件夹 {path}：{reason}。请关闭程序后重试。</translation>
    </message>
    <message>
      <source>The folder {path} cannot be written. Choose another folder.</source>
      <translation>文件夹 {path} 无法写入。请另选文件夹。</translation>
    </message>
    <message>
      <source>The folder {path} cannot be written: {reason}. Check its permissions.</source>
      <translation>文件夹 {path} 不可写入：{reason}。请检查权限。</translation>
    </message>
    <message>
      <source>The folder {path} is not there. Choose another one.</source>
      <translation>文件夹 {path} 不存在。请选择其他文件夹。</translation>
    </message>
    <message>
      <source>The folder {path} is not there. Plug the stick in or choose another folder; it is tried again.</source>
      <translation>文件夹 {path} 不存在。请插入 U 盘或另选文件夹；程序会再次尝试。</translation>
    </message>
    <message>
      <source>The font file {file} cannot be read. Install the program again.</source>
      <translation>字体文件 {file} 无法读取，请重新安装程序。</translation>
    </message>
    <message>
      <source>The grade “{word}” is not known.</source>
      <translation>没有“{word}”这一成绩等级。</translation>
    </message>
    <message>
      <source>The head of the database {path} is damaged, so nothing can be read. Restore a backup.</source>
      <translation>数据库 {path} 的头部已损坏，无法读取。请恢复备份。</translation>
    </message>
    <message>
      <source>The history cannot be read to its end, because pages are damaged.</source>
      <translation>因有页损坏，历史记录无法读完。</translation>
    </message>
    <message>
      <source>The history counts: rebuild the tables from it. A backup is made first.</source>
      <translation>以历史记录为准：请据此重建数据表，重建前会先备份。</translation>
    </message>
    <message>
      <source>The holder of this card does not work here. Sync, or ask the administrator.</source>
      <translation>持卡人不在此工作。请先同步，或询问管理员。</translation>
    </message>
    <message>
      <source>The hours a credit cannot be right.</source>
      <translation>每学分学时数不正确。</translation>
    </message>
    <message>
      <source>The hours are below what is asked for</source>
      <translation>学时未达到要求</translation>
    </message>
    <message>
      <source>The hours are not proven</source>
      <translation>学时无法证明</translation>
    </message>
    <message>
      <source>The hours are not stated</source>
      <translation>材料未注明学时</translation>
    </message>
    <message>
      <source>The hours of course {course} cannot be right.</source>
      <translation>课程 {course} 的学时不正确。</translation>
    </message>
    <message>
      <source>The import has gone on meanwhile. Open the page again.</source>
      <translation>导入状态已有变化，请重新打开此页。</translation>
    </message>
    <message>
      <source>The key file and its copy are there, for {people} people.</source>
      <translation>密钥文件及其副本都在，共 {people} 人。</translation>
    </message>
    <message>
      <source>The key file {path} cannot be read: {reason}.</source>
      <translation>无法读取密钥文件 {path}：{reason}。</translation>
    </message>
    <message>
      <source>The key file {path} cannot be written: {reason}.</source>
      <translation>无法写入密钥文件 {path}：{reason}。</translation>
    </message>
    <message>
      <source>The key file {path} comes from a newer version ({version}). Update the program.</source>
      <translation>密钥文件 {path} 来自更新版本（{version}），请升级程序。</translation>
    </message>
    <message>
      <source>The key file {path} is damaged. Restore it from a backup.</source>
      <translation>密钥文件 {path} 已损坏，请从备份恢复。</translation>
    </message>
    <message>
      <source>The key file {path} is missing. Restore it from a backup.</source>
      <translation>缺少密钥文件 {path}，请从备份恢复。</translation>
    </message>
    <message>
      <source>The key store of this computer does not give its part. Sign in to it, or use “Forgotten passphrase”.</source>
      <translation>本机系统密钥库未给出所需部分。请先登录密钥库，或使用“忘记口令”。</translation>
    </message>
    <message>
      <source>The key to this learner's particulars is not on this device. Sync and try again.</source>
      <translation>本机没有该学习者信息的密钥，请同步后重试。</translation>
    </message>
    <message>
      <source>The keys do not open this store. Check that both come from the same office.</source>
      <translation>密钥无法打开此数据库，请确认两者属于同一机构。</translation>
    </message>
    <message>
      <source>The last administrator cannot be removed.</source>
      <translation>不能移除最后一位管理员。</translation>
    </message>
    <message>
      <source>The last administrator of an office cannot be removed.</source>
      <translation>不能移除办公室的最后一名管理员。</translation>
    </message>
    <message>
      <source>The last day lies before the first.</source>
      <translation>截止日期早于起始日期。</translation>
    </message>
    <message>
      <source>The last digit does not agree. One digit is probably mistyped.</source>
      <translation>末位校验码不符，可能输错了一位数字。</translation>
    </message>
    <message>
      <source>The last outcome cannot be withdrawn. Withdraw the application instead.</source>
      <translation>不能撤回最后一项成果，请改为撤回申请。</translation>
    </message>
    <message>
      <source>The last person cannot be removed.</source>
      <translation>不能删除最后一位人员。</translation>
    </message>
    <message>
      <source>The last year of intake lies before the first.</source>
      <translation>最后招生年份早于最初招生年份。</translation>
    </message>
    <message>
      <source>The learner exists already.</source>
      <translation>该学习者已存在。</translation>
    </message>
    <message>
      <source>The learner is not known here. Sync and try again.</source>
      <translation>本机没有该学习者，请同步后重试。</translation>
    </message>
    <message>
      <source>The learner's programme has no course {target}.</source>
      <translation>该学习者的专业中没有课程 {target}。</translation>
    </message>
    <message>
      <source>The level digit {level} in the number is unusual. Compare it with the certificate.</source>
      <translation>编号中的等级代码 {level} 不常见，请与证书核对。</translation>
    </message>
    <message>
      <source>The level is not comparable</source>
      <translation>等级不可比</translation>
    </message>
    <message>
      <source>The lower end lies above the upper end.</source>
      <translation>下限大于上限。</translation>
    </message>
    <message>
      <source>The materials are unclear</source>
      <translation>材料不清楚</translation>
    </message>
    <message>
      <source>The modules ask for {modules} credits, the programme for {total}.</source>
      <translation>各模块共要求 {modules} 学分，专业总学分为 {total}。</translation>
    </message>
    <message>
      <source>The most that can be recognised is reached</source>
      <translation>已达到可认定上限</translation>
    </message>
    <message>
      <source>The name differs from the identity document; an explanation is needed</source>
      <translation>材料上的姓名与身份证件不一致，需提供说明</translation>
    </message>
    <message>
      <source>The name has {length} characters; at most {most} are possible.</source>
      <translation>姓名有 {length} 个字符，最多 {most} 个。</translation>
    </message>
    <message>
      <source>The name holds invisible characters. Type it again.</source>
      <translation>姓名中含有不可见字符，请重新输入。</translation>
    </message>
    <message>
      <source>The network settings of this computer cannot be used: {reason}. Mend the proxy or certificate settings and try again.</source>
      <translation>本机的网络设置不可用：{reason}。请改正代理或证书设置后重试。</translation>
    </message>
    <message>
      <source>The new day must be later than the old one.</source>
      <translation>新的期限必须晚于原期限。</translation>
    </message>
    <message>
      <source>The new recovery code was put off before; make it now.</source>
      <translation>新的恢复码已推迟过一次，请现在生成。</translation>
    </message>
    <message>
      <source>The newest good backup is {days} days old.</source>
      <translation>最近一份完好的备份是 {days} 天前的。</translation>
    </message>
    <message>
      <source>The number and the sex disagree. Compare both with the card.</source>
      <translation>号码与性别不一致，请与证件核对。</translation>
    </message>
    <message>
      <source>The number carries level {number_level}, the form says {level}. Compare both with the certificate.</source>
      <translation>编号中的等级为 {number_level}，填写的是 {level}，请与证书核对。</translation>
    </message>
    <message>
      <source>The number of the certificate cannot be read</source>
      <translation>证书编号无法辨认</translation>
    </message>
    <message>
      <source>The number of the version cannot be right.</source>
      <translation>版本号不正确。</translation>
    </message>
    <message>
      <source>The numbered blanks for this paper are used up. Enter a new range.</source>
      <translation>此文书的编号空白单已用完，请录入新号段。</translation>
    </message>
    <message>
      <source>The numbers have {least} to {most} digits.</source>
      <translation>号码须为 {least} 至 {most} 位数字。</translation>
    </message>
    <message>
      <source>The office in {path} is being restored. Wait until that is done.</source>
      <translation>{path} 中的办公室正在恢复。请等待恢复完成。</translation>
    </message>
    <message>
      <source>The office is not set up yet.</source>
      <translation>机构尚未设立。</translation>
    </message>
    <message>
      <source>The office is set up already.</source>
      <translation>机构已设立。</translation>
    </message>
    <message>
      <source>The office number has two digits.</source>
      <translation>机构编号为两位数字。</translation>
    </message>
    <message>
      <source>The official look-up is still open</source>
      <translation>官方查询尚未完成</translation>
    </message>
    <message>
      <source>The operation has a value that cannot be ({field}).</source>
      <translation>操作中有不合规的值（{field}）。</translation>
    </message>
    <message>
      <source>The original was not shown for comparison</source>
      <translation>未出示原件核对</translation>
    </message>
    <message>
      <source>The outcome covers the course only in part</source>
      <translation>成果仅覆盖课程部分内容</translation>
    </message>
    <message>
      <source>The outcome has nothing to do with the programme</source>
      <translation>成果与专业无关</translation>
    </message>
    <message>
      <source>The outcome is out of date</source>
      <translation>成果已超过有效期</translation>
    </message>
    <message>
      <source>The outcome is relevant to the programme</source>
      <translation>成果与专业相关</translation>
    </message>
    <message>
      <source>The outcome was applied for before</source>
      <translation>该成果已申请过</translation>
    </message>
    <message>
      <source>The outcome was used before</source>
      <translation>该成果已被使用</translation>
    </message>
    <message>
      <source>The outcome was withdrawn meanwhile. Reload the file.</source>
      <translation>该成果已被撤回，请重新打开申请。</translation>
    </message>
    <message>
      <source>The paper exists already.</source>
      <translation>该文书已存在。</translation>
    </message>
    <message>
      <source>The paper is not known here.</source>
      <translation>本机没有该文书。</translation>
    </message>
    <message>
      <source>The paper was damaged</source>
      <translation>原件损坏</translation>
    </message>
    <message>
      <source>The paper was lost</source>
      <translation>原件遗失</translation>
    </message>
    <message>
      <source>The paper was voided.</source>
      <translation>该文书已作废。</translation>
    </message>
    <message>
      <source>The particulars of this learner were destroyed as the law asks.</source>
      <translation>该学习者的个人信息已依法销毁。</translation>
    </message>
    <message>
      <source>The passphrase must not contain the sign-in name.</source>
      <translation>口令不能包含登录名。</translation>
    </message>
    <message>
      <source>The phrase “{code}” lacks its words in one of the languages.</source>
      <translation>用语“{code}”缺少一种语言的文字。</translation>
    </message>
    <message>
      <source>The phrase “{code}” stands there twice.</source>
      <translation>用语“{code}”重复出现。</translation>
    </message>
    <message>
      <source>The picture is larger than {most} KB.</source>
      <translation>图片超过 {most} KB。</translation>
    </message>
    <message>
      <source>The picture must have {least} to {most} pixels a side.</source>
      <translation>图片每边须为 {least} 至 {most} 像素。</translation>
    </message>
    <message>
      <source>The printer did not answer within {seconds} seconds. Check it and print again.</source>
      <translation>打印机在 {seconds} 秒内没有响应，请检查后重新打印。</translation>
    </message>
    <message>
      <source>The printer failed</source>
      <translation>打印机故障</translation>
    </message>
    <message>
      <source>The printer refused the paper: {reason}. Check it and print again.</source>
      <translation>打印机拒绝了任务：{reason}。请检查后重新打印。</translation>
    </message>
    <message>
      <source>The program</source>
      <translation>程序</translation>
    </message>
    <message>
      <source>The program of the server's database is missing. Run the set-up again.</source>
      <translation>缺少服务器的数据库程序。请重新运行安装。</translation>
    </message>
    <message>
      <source>The programme has no such course</source>
      <translation>专业中没有该课程</translation>
    </message>
    <message>
      <source>The programme is closed</source>
      <translation>专业已停止受理</translation>
    </message>
    <message>
      <source>The programme is not on this computer</source>
      <translation>本机没有该专业</translation>
    </message>
    <message>
      <source>The programme {programme} is closed and takes no learners. Choose another.</source>
      <translation>专业 {programme} 已停止招生，请另选。</translation>
    </message>
    <message>
      <source>The promised day must be later than the old one.</source>
      <translation>承诺日期必须晚于原日期。</translation>
    </message>
    <message>
      <source>The proposal exists already.</source>
      <translation>提议已存在。</translation>
    </message>
    <message>
      <source>The proposal is not known here. Sync and try again.</source>
      <translation>本机没有此提议。请同步后重试。</translation>
    </message>
    <message>
      <source>The province code {province} in the number is unknown. Compare it with the certificate.</source>
      <translation>编号中的省份代码 {province} 未知，请与证书核对。</translation>
    </message>
    <message>
      <source>The proxy's authorisation is missing</source>
      <translation>代办缺少授权委托书</translation>
    </message>
    <message>
      <source>The publication itself</source>
      <translation>论文或著作原件</translation>
    </message>
    <message>
      <source>The publicity period lasts until {to_on}.</source>
      <translation>公示期至 {to_on} 结束。</translation>
    </message>
    <message>
      <source>The publicity period would end before it begins.</source>
      <translation>公示结束日期早于开始日期。</translation>
    </message>
    <message>
      <source>The rank in the team is greater than the team. Check both.</source>
      <translation>团队排名大于团队人数，请检查。</translation>
    </message>
    <message>
      <source>The reason is missing or too short</source>
      <translation>缺少理由或理由不充分</translation>
    </message>
    <message>
      <source>The recognition was revoked</source>
      <translation>认定已撤销</translation>
    </message>
    <message>
      <source>The recovery code holds characters that cannot be in it. Check it.</source>
      <translation>恢复码中含有不可能出现的字符，请检查。</translation>
    </message>
    <message>
      <source>The recovery code was used, so it is no secret any more.</source>
      <translation>恢复码已被使用，不再是秘密。</translation>
    </message>
    <message>
      <source>The regulation on holidays</source>
      <translation>放假办法</translation>
    </message>
    <message>
      <source>The retention rule “{rule}” gives no time.</source>
      <translation>保存期限规则“{rule}”没有给出期限。</translation>
    </message>
    <message>
      <source>The retention rule “{rule}” is not known here.</source>
      <translation>本机没有保存期限规则“{rule}”。</translation>
    </message>
    <message>
      <source>The retention rules cannot be read: {detail}</source>
      <translation>无法读取保存期限规则：{detail}</translation>
    </message>
    <message>
      <source>The reversal does not fit its entry. Reload the account.</source>
      <translation>冲正与原分录不符，请重新加载账户。</translation>
    </message>
    <message>
      <source>The rule asks for facts that exclude each other: {facts}.</source>
      <translation>规则要求的条件互相矛盾：{facts}。</translation>
    </message>
    <message>
      <source>The rule gives credit and needs an amount.</source>
      <translation>该规则认定学分，需填写学分数。</translation>
    </message>
    <message>
      <source>The rule gives no credit, so the amount must stay empty.</source>
      <translation>该规则不认定学分，学分数应留空。</translation>
    </message>
    <message>
      <source>The rules do not cover this case</source>
      <translation>规则未覆盖此情形</translation>
    </message>
    <message>
      <source>The rules leave this value to people. Choose a verdict and credits.</source>
      <translation>该项须人工裁量。请选择结论并填写学分。</translation>
    </message>
    <message>
      <source>The same entry stands in row {row} already.</source>
      <translation>第 {row} 行已有同一条目。</translation>
    </message>
    <message>
      <source>The same line stands there twice.</source>
      <translation>同一项成果重复出现。</translation>
    </message>
    <message>
      <source>The same outcome is in another application already: {title}, receipt {receipt}.</source>
      <translation>该成果已在另一份申请中：{title}，回执 {receipt}。</translation>
    </message>
    <message>
      <source>The same outcome is in another application already: {title}, receipt {receipt}. Say beside the form why it may stand.</source>
      <translation>同一成果已在另一份申请中：{title}，受理号 {receipt}。请在表单旁说明仍可受理的理由。</translation>
    </message>
    <message>
      <source>The same person may not do both on one file: {act} and {earlier}. Somebody else has to take this step.</source>
      <translation>同一人不得在同一案卷中既{earlier}又{act}，请由他人办理。</translation>
    </message>
    <message>
      <source>The same record arrived with other content. Tell the security officer.</source>
      <translation>同一记录出现了不同内容，请通知安全员。</translation>
    </message>
    <message>
      <source>The scan cannot be read</source>
      <translation>扫描件不清晰，无法辨认</translation>
    </message>
    <message>
      <source>The scanner did not answer within {seconds} seconds. Switch it off and on, and scan again.</source>
      <translation>扫描仪在 {seconds} 秒内没有应答。请关闭再打开电源，然后重新扫描。</translation>
    </message>
    <message>
      <source>The scanner reported a fault: {reason}. Check it and scan again.</source>
      <translation>扫描仪报告故障：{reason}。请检查后重新扫描。</translation>
    </message>
    <message>
      <source>The scanner's cover is open. Close it and scan again.</source>
      <translation>扫描仪的盖子没有合上。请合上后重新扫描。</translation>
    </message>
    <message>
      <source>The scans of this file were disposed of already.</source>
      <translation>该档案的扫描件已经销毁。</translation>
    </message>
    <message>
      <source>The school code has five digits.</source>
      <translation>学校代码为五位数字。</translation>
    </message>
    <message>
      <source>The score is below what is asked for</source>
      <translation>成绩未达到要求</translation>
    </message>
    <message>
      <source>The second folder cannot be written. Check its permissions.</source>
      <translation>第二备份位置无法写入。请检查权限。</translation>
    </message>
    <message>
      <source>The second folder did not answer. Check it or choose another.</source>
      <translation>第二备份位置没有响应。请检查或另选位置。</translation>
    </message>
    <message>
      <source>The second folder is away. Plug the stick in or connect the network drive.</source>
      <translation>第二备份位置不可用。请插入 U 盘或连接网络盘。</translation>
    </message>
    <message>
      <source>The second folder is full. Free some space there or choose another.</source>
      <translation>第二备份位置已满。请清理空间或另选位置。</translation>
    </message>
    <message>
      <source>The server answered with an error ({status}). Nothing is lost; try again in a while.</source>
      <translation>服务器返回错误（{status}）。内容均未丢失，请稍后再试。</translation>
    </message>
    <message>
      <source>The server answered with an error ({status}). Nothing is lost; try again later.</source>
      <translation>服务器返回错误（{status}）。数据没有丢失，请稍后重试。</translation>
    </message>
    <message>
      <source>The server cannot be reached. Everything stays saved here; go on working and sync later.</source>
      <translation>无法连接服务器。内容均已保存在本机，可继续工作，稍后再同步。</translation>
    </message>
    <message>
      <source>The server cannot be reached. You can go on working; it is sent later.</source>
      <translation>无法连接服务器。可以继续工作，稍后会自动发送。</translation>
    </message>
    <message>
      <source>The server did not allow it. Nothing of it is lost; look at the application.</source>
      <translation>服务器未予通过。内容均未丢失，请查看该申请。</translation>
    </message>
    <message>
      <source>The server did not start in time. Try again.</source>
      <translation>服务器未能按时启动。请重试。</translation>
    </message>
    <message>
      <source>The server did not take the batch: {reason}. Tell the administrator.</source>
      <translation>服务器未接收该批次：{reason}。请告知管理员。</translation>
    </message>
    <message>
      <source>The server had seen No. {held}; on {moment} the trail ended at No. {shown}. If a backup was restored before, that explains it: note it as the reason. If not, lines were cut off: find out who did it.</source>
      <translation>服务器曾见到第 {held} 号；{moment} 时记录止于第 {shown} 号。如此前恢复过备份，这就是原因：请写明。如未恢复过，则末尾被截去：请查明是谁所为。</translation>
    </message>
    <message>
      <source>The server had seen another audit trail of this computer ({count} times).</source>
      <translation>服务器曾见到本机的另一份审计记录（{count} 次）。</translation>
    </message>
    <message>
      <source>The server has it and waits for something that it builds on.</source>
      <translation>服务器已收到，正在等待其所依据的内容。</translation>
    </message>
    <message>
      <source>The server has it. A person must decide between two versions.</source>
      <translation>服务器已收到，两个版本需人工裁定。</translation>
    </message>
    <message>
      <source>The server has never been reached.</source>
      <translation>从未连通过服务器。</translation>
    </message>
    <message>
      <source>The server has taken it in.</source>
      <translation>服务器已登记。</translation>
    </message>
    <message>
      <source>The server was last reached {days} days ago.</source>
      <translation>上次连通服务器是 {days} 天前。</translation>
    </message>
    <message>
      <source>The server was reached {hours} hours ago.</source>
      <translation>{hours} 小时前连通过服务器。</translation>
    </message>
    <message>
      <source>The server's database cannot be reached. Start it and try again.</source>
      <translation>无法连接服务器的数据库。请启动数据库后重试。</translation>
    </message>
    <message>
      <source>The server's database comes from a newer version ({revision}). Update the program.</source>
      <translation>服务器的数据库来自更新的版本（{revision}）。请升级程序。</translation>
    </message>
    <message>
      <source>The server's database did not start: {log}</source>
      <translation>服务器的数据库未能启动：{log}</translation>
    </message>
    <message>
      <source>The server's database did not start: {said}</source>
      <translation>服务器的数据库未能启动：{said}</translation>
    </message>
    <message>
      <source>The server's database needs the system user {user}, who could not be made.</source>
      <translation>服务器的数据库需要系统用户 {user}，但无法创建。</translation>
    </message>
    <message>
      <source>The server's key file {path} is damaged. Restore it from a backup.</source>
      <translation>服务器的密钥文件 {path} 已损坏。请从备份恢复。</translation>
    </message>
    <message>
      <source>The server's key file {path} is missing. Restore it from a backup.</source>
      <translation>服务器的密钥文件 {path} 缺失。请从备份恢复。</translation>
    </message>
    <message>
      <source>The server's keys are not those of its database. Restore both together.</source>
      <translation>服务器的密钥与其数据库不符。请将两者一并恢复。</translation>
    </message>
    <message>
      <source>The sheet has more than {most} rows. Split it.</source>
      <translation>表格超过 {most} 行，请拆分。</translation>
    </message>
    <message>
      <source>The sheet has no rows below its header.</source>
      <translation>表头以下没有数据行。</translation>
    </message>
    <message>
      <source>The sign of the credits does not suit this kind of entry: {kind}.</source>
      <translation>学分的正负号与分录类型不符：{kind}。</translation>
    </message>
    <message>
      <source>The sign-in name {login} is taken. Choose another.</source>
      <translation>登录名 {login} 已被使用，请另选。</translation>
    </message>
    <message>
      <source>The signature of a record does not agree. Tell the security officer.</source>
      <translation>记录的签名不符，请通知安全员。</translation>
    </message>
    <message>
      <source>The signing key of this person was replaced. Sign in again.</source>
      <translation>此人员的签名密钥已更换，请重新登录。</translation>
    </message>
    <message>
      <source>The spreadsheet made a number of this ({text}) and its last digits are lost. Format the column as text and type it again.</source>
      <translation>表格软件把它变成了数字（{text}），末几位已丢失。请把该列设为文本格式后重新录入。</translation>
    </message>
    <message>
      <source>The store cannot be opened. Check that the data folder is there and readable.</source>
      <translation>无法打开数据库，请确认数据文件夹存在且可读取。</translation>
    </message>
    <message>
      <source>The store cannot be written. Check the permissions of the data folder and try again.</source>
      <translation>数据库不可写入，请检查数据文件夹的权限后重试。</translation>
    </message>
    <message>
      <source>The store comes from a newer version of the program. Update the program.</source>
      <translation>数据库来自更新版本的程序，请升级程序。</translation>
    </message>
    <message>
      <source>The store could not be brought up to date ({what}). It was left as it was; a copy is in {backup}.</source>
      <translation>数据库升级失败（{what}）。原数据未变动，副本位于 {backup}。</translation>
    </message>
    <message>
      <source>The store is damaged or is not one of ours. Restore a backup.</source>
      <translation>数据库已损坏或不是本程序的数据库，请恢复备份。</translation>
    </message>
    <message>
      <source>The store was closed. Sign in again.</source>
      <translation>数据库已关闭，请重新登录。</translation>
    </message>
    <message>
      <source>The store {path} is missing. Check the data folder, or restore a backup.</source>
      <translation>找不到数据库 {path}，请检查数据文件夹或恢复备份。</translation>
    </message>
    <message>
      <source>The stored evidence is damaged and cannot be decrypted. Restore it from a backup or scan it again.</source>
      <translation>存储的证明材料已损坏，无法解密。请从备份恢复或重新扫描。</translation>
    </message>
    <message>
      <source>The supplement is due on {due_on}; before that day it cannot lapse.</source>
      <translation>补正期限为 {due_on}，在此之前不能终止。</translation>
    </message>
    <message>
      <source>The syllabus is missing</source>
      <translation>缺少课程教学大纲</translation>
    </message>
    <message>
      <source>The system does not let you use the scanner. Ask the administrator for access to it.</source>
      <translation>系统不允许您使用扫描仪。请向管理员申请使用权限。</translation>
    </message>
    <message>
      <source>The table holds no published days.</source>
      <translation>表中没有已公布的日期。</translation>
    </message>
    <message>
      <source>The tables are what {operations} operations make of them (read in {seconds} s).</source>
      <translation>数据表与 {operations} 条操作重放的结果一致（用时 {seconds} 秒）。</translation>
    </message>
    <message>
      <source>The tables do not fit together: {detail}.</source>
      <translation>数据表互不相符：{detail}。</translation>
    </message>
    <message>
      <source>The tables were not rebuilt; nothing was changed.</source>
      <translation>数据表没有重建，未作任何更改。</translation>
    </message>
    <message>
      <source>The tables were rebuilt from the history; {rows} rows were put right.</source>
      <translation>数据表已按历史记录重建，改正了 {rows} 行。</translation>
    </message>
    <message>
      <source>The target does not fit the rule. Check it.</source>
      <translation>认定目标与规则不符，请检查。</translation>
    </message>
    <message>
      <source>The text has {length} characters; at most {most} are possible.</source>
      <translation>文字有 {length} 个字符，最多 {most} 个。</translation>
    </message>
    <message>
      <source>The text holds invisible characters. Type it again.</source>
      <translation>文字中含有不可见字符，请重新输入。</translation>
    </message>
    <message>
      <source>The text of this page cannot be read: it is no picture.</source>
      <translation>无法识别此页文字：它不是图片。</translation>
    </message>
    <message>
      <source>The text of this page could not be read. Type the fields.</source>
      <translation>未能识别此页文字，请手工填写。</translation>
    </message>
    <message>
      <source>The time for the supplement was extended once; that is all there is.</source>
      <translation>补正期限已延长过一次，不能再延长。</translation>
    </message>
    <message>
      <source>The topic {topic} stands here twice.</source>
      <translation>知识点“{topic}”重复。</translation>
    </message>
    <message>
      <source>The two passphrases differ. Type the second one again.</source>
      <translation>两次输入的口令不一致，请重新输入。</translation>
    </message>
    <message>
      <source>The version ends before it begins.</source>
      <translation>版本的结束日期早于开始日期。</translation>
    </message>
    <message>
      <source>The version was not approved.</source>
      <translation>该版本尚未审批。</translation>
    </message>
    <message>
      <source>The watched folder {path} cannot be read: {reason}. Choose another one.</source>
      <translation>无法读取监视文件夹 {path}：{reason}。请另选一个。</translation>
    </message>
    <message>
      <source>The work was full time</source>
      <translation>为全职工作</translation>
    </message>
    <message>
      <source>The wrong course was chosen</source>
      <translation>置换课程有误</translation>
    </message>
    <message>
      <source>The wrong rule was applied</source>
      <translation>适用规则有误</translation>
    </message>
    <message>
      <source>The yearly arrangement</source>
      <translation>年度放假安排</translation>
    </message>
    <message>
      <source>There are keys in {path} already. Choose another folder.</source>
      <translation>{path} 中已有密钥，请另选文件夹。</translation>
    </message>
    <message>
      <source>There are more than {most} items. Shorten the list.</source>
      <translation>超过 {most} 项，请缩短列表。</translation>
    </message>
    <message>
      <source>There are no more numbers for {year}.</source>
      <translation>{year} 年已没有可用号码。</translation>
    </message>
    <message>
      <source>There are two retention rules about “{subject}”.</source>
      <translation>关于“{subject}”有两条保存期限规则。</translation>
    </message>
    <message>
      <source>There is a file at {path} already. Choose another place.</source>
      <translation>{path} 已有文件，请另选位置。</translation>
    </message>
    <message>
      <source>There is a store in {path} already. Choose another folder.</source>
      <translation>{path} 中已有数据库，请另选文件夹。</translation>
    </message>
    <message>
      <source>There is an export in {path} already. Choose another folder.</source>
      <translation>{path} 中已有导出结果。请另选文件夹。</translation>
    </message>
    <message>
      <source>There is no backup in this folder. Choose another one.</source>
      <translation>该文件夹中没有备份。请另选一个。</translation>
    </message>
    <message>
      <source>There is no day “{text}”. Check it.</source>
      <translation>日期“{text}”不存在，请检查。</translation>
    </message>
    <message>
      <source>There is no entry with the key {key}. Leave the cell empty for a new one.</source>
      <translation>没有键为 {key} 的条目。新增条目请留空。</translation>
    </message>
    <message>
      <source>There is no good backup within reach.</source>
      <translation>找不到完好的备份。</translation>
    </message>
    <message>
      <source>There is no good backup within reach. Plug the stick in or name its folder.</source>
      <translation>找不到可用的备份。请插入 U 盘或指定其文件夹。</translation>
    </message>
    <message>
      <source>There is no kind of document called {text}.</source>
      <translation>没有名为“{text}”的证件类型。</translation>
    </message>
    <message>
      <source>There is no office in {path}. Choose the folder that holds its key file.</source>
      <translation>{path} 中没有办公室数据。请选择含有密钥文件的文件夹。</translation>
    </message>
    <message>
      <source>There is no page to put together. Scan one first.</source>
      <translation>没有可装订的页面。请先扫描。</translation>
    </message>
    <message>
      <source>There is no programme {programme}. Choose one from the list.</source>
      <translation>没有专业 {programme}，请从列表中选择。</translation>
    </message>
    <message>
      <source>There is no room left in {path}. Free some space or choose another folder. Older backups are untouched.</source>
      <translation>{path} 空间不足。请清理空间或另选文件夹。原有备份未受影响。</translation>
    </message>
    <message>
      <source>There is no scanning service; scans are added as files.</source>
      <translation>没有扫描服务；扫描件以文件方式添加。</translation>
    </message>
    <message>
      <source>There is no such entry any more. Reload the list.</source>
      <translation>条目已不存在，请重新载入列表。</translation>
    </message>
    <message>
      <source>There is no such kind of paper: {kind}.</source>
      <translation>没有这种文书：{kind}。</translation>
    </message>
    <message>
      <source>There is nothing of yours on this file that could be taken back.</source>
      <translation>该申请没有您可撤回的操作。</translation>
    </message>
    <message>
      <source>There is only one copy of the key file, for {people} people.</source>
      <translation>密钥文件只剩一份，共 {people} 人。</translation>
    </message>
    <message>
      <source>There is something in {path} already. Name a folder that is not there yet.</source>
      <translation>{path} 中已有内容。请指定一个尚不存在的文件夹。</translation>
    </message>
    <message>
      <source>There is such an entry already: {key}.</source>
      <translation>已有此条目：{key}。</translation>
    </message>
    <message>
      <source>These credits are finer than the ledger counts. Round them to the step of the rules.</source>
      <translation>该学分超出账户的最小单位，请按规则的单位取整。</translation>
    </message>
    <message>
      <source>These numbers stand in another range already.</source>
      <translation>这些号码已在其他号段中。</translation>
    </message>
    <message>
      <source>These two learners are not merged.</source>
      <translation>这两位学习者并未合并。</translation>
    </message>
    <message>
      <source>They are what drafts that ended left. Removing them loses nothing.</source>
      <translation>它们是已结束的草稿留下的，清除不会丢失任何内容。</translation>
    </message>
    <message>
      <source>They are what interrupted work left. Removing them loses nothing.</source>
      <translation>这是中断的工作留下的。清除它们不会丢失任何内容。</translation>
    </message>
    <message>
      <source>Third prize</source>
      <translation>三等奖</translation>
    </message>
    <message>
      <source>This backup belongs to another office, or it was changed. Choose another one.</source>
      <translation>该备份属于其他单位，或已被改动。请另选一个。</translation>
    </message>
    <message>
      <source>This backup was made by a newer version of the program. Update the program.</source>
      <translation>该备份由更新版本的程序制作。请先升级程序。</translation>
    </message>
    <message>
      <source>This cannot be changed later. Take the entry out of use and add another.</source>
      <translation>此项以后不能更改。请停用该条目，另行新增。</translation>
    </message>
    <message>
      <source>This cannot be done to an account that is {state}.</source>
      <translation>账户状态为{state}时不能这样做。</translation>
    </message>
    <message>
      <source>This card is damaged. Save it again on the other computer.</source>
      <translation>该身份卡已损坏，请在另一台电脑上重新保存。</translation>
    </message>
    <message>
      <source>This card is out of date: its holder has a new key. Save a new card.</source>
      <translation>此卡已过期：持卡人已换新密钥，请重新保存身份卡。</translation>
    </message>
    <message>
      <source>This change to the learner cannot be made ({field}). Reload and try again.</source>
      <translation>无法修改学习者的该项信息（{field}），请重新加载后重试。</translation>
    </message>
    <message>
      <source>This code does not open the unlock file. Check both.</source>
      <translation>此码打不开该解锁文件，请核对两者。</translation>
    </message>
    <message>
      <source>This computer is connected to the server at {address} already.</source>
      <translation>本机已连接到服务器 {address}。</translation>
    </message>
    <message>
      <source>This computer is not connected to a server yet. An administrator connects it in the sync centre.</source>
      <translation>本机尚未连接服务器。请管理员在同步中心连接。</translation>
    </message>
    <message>
      <source>This computer is not connected to a server.</source>
      <translation>本机未连接服务器。</translation>
    </message>
    <message>
      <source>This computer is not enrolled with a server, so there is no staff list.</source>
      <translation>本机尚未注册到服务器，没有人员名单。</translation>
    </message>
    <message>
      <source>This day lies in the future. Check it.</source>
      <translation>该日期晚于今天，请检查。</translation>
    </message>
    <message>
      <source>This decides something: a second person has to agree.</source>
      <translation>此项影响认定，须由另一人同意。</translation>
    </message>
    <message>
      <source>This device is not known here. Sync and try again.</source>
      <translation>本机不认识该设备。请同步后重试。</translation>
    </message>
    <message>
      <source>This disposal is not known here. Sync and try again.</source>
      <translation>本机没有这项销毁记录。请同步后重试。</translation>
    </message>
    <message>
      <source>This disposal was proposed already.</source>
      <translation>这项销毁已经提出。</translation>
    </message>
    <message>
      <source>This disposal was settled meanwhile. Read the register again.</source>
      <translation>这项销毁已有结论。请重新读取登记册。</translation>
    </message>
    <message>
      <source>This draft was changed in another window.</source>
      <translation>该草稿已在另一窗口中修改。</translation>
    </message>
    <message>
      <source>This draft was handed in or thrown away in another window.</source>
      <translation>该草稿已在另一窗口中提交或放弃。</translation>
    </message>
    <message>
      <source>This entry cannot be accepted ({code}).</source>
      <translation>此项内容无法接受（{code}）。</translation>
    </message>
    <message>
      <source>This entry does not belong here.</source>
      <translation>此条目不属于此表。</translation>
    </message>
    <message>
      <source>This field is needed.</source>
      <translation>此项必填。</translation>
    </message>
    <message>
      <source>This file cannot be read. Choose another one.</source>
      <translation>无法读取该文件，请另选。</translation>
    </message>
    <message>
      <source>This file comes from a newer version. Update the program.</source>
      <translation>该文件来自更新的版本，请升级程序。</translation>
    </message>
    <message>
      <source>This file holds no escrow copy.</source>
      <translation>该文件不含托管副本。</translation>
    </message>
    <message>
      <source>This file is damaged. Use another copy of it.</source>
      <translation>该文件已损坏，请使用另一份。</translation>
    </message>
    <message>
      <source>This file is no card. Choose another one.</source>
      <translation>该文件不是身份卡，请另选。</translation>
    </message>
    <message>
      <source>This file is no staff list.</source>
      <translation>该文件不是人员名单。</translation>
    </message>
    <message>
      <source>This file is not a store of this program. Check the data folder.</source>
      <translation>此文件不是本程序的数据库，请检查数据文件夹。</translation>
    </message>
    <message>
      <source>This file is protected by a password. Save it without one and try again.</source>
      <translation>此文件有密码保护。请另存为无密码的文件后重试。</translation>
    </message>
    <message>
      <source>This file unpacks to far more than it should. It was not read.</source>
      <translation>此文件解压后体积异常，未读取。</translation>
    </message>
    <message>
      <source>This folder cannot be written. Choose another one.</source>
      <translation>该文件夹无法写入。请另选一个。</translation>
    </message>
    <message>
      <source>This folder is not there. Choose another one.</source>
      <translation>该文件夹不存在。请另选一个。</translation>
    </message>
    <message>
      <source>This folder is not there. Plug the stick in or choose another folder.</source>
      <translation>该文件夹不存在。请插入 U 盘或另选文件夹。</translation>
    </message>
    <message>
      <source>This folder lies inside the data folder. Choose one on another disk.</source>
      <translation>该文件夹在数据文件夹之内。请选择另一块磁盘上的文件夹。</translation>
    </message>
    <message>
      <source>This has left the office already. Only a formal revocation can change it.</source>
      <translation>该操作已同步，只能通过正式撤销更改。</translation>
    </message>
    <message>
      <source>This import is not kept any more.</source>
      <translation>该次导入已不再保留。</translation>
    </message>
    <message>
      <source>This is a file of an old format. Save it as .xlsx and try again.</source>
      <translation>这是旧格式文件。请另存为 .xlsx 后重试。</translation>
    </message>
    <message>
      <source>This is no number of one of our papers. Check it.</source>
      <translation>这不是本系统的文书编号，请检查。</translation>
    </message>
    <message>
      <source>This is no receipt number. Check it.</source>
      <translation>这不是回执编号，请检查。</translation>
    </message>
    <message>
      <source>This is no spreadsheet. Choose an .xlsx or .csv file.</source>
      <translation>这不是电子表格。请选择 .xlsx 或 .csv 文件。</translation>
    </message>
    <message>
      <source>This is not allowed now ({code}).</source>
      <translation>当前不允许此操作（{code}）。</translation>
    </message>
    <message>
      <source>This is not how a student number looks. Check it.</source>
      <translation>学号格式不正确，请检查。</translation>
    </message>
    <message>
      <source>This is not how a telephone number looks. Check it.</source>
      <translation>电话号码格式不正确，请检查。</translation>
    </message>
    <message>
      <source>This is not how an e-mail address looks. Check it.</source>
      <translation>电子邮箱格式不正确，请检查。</translation>
    </message>
    <message>
      <source>This is not how an enrolment code looks. Check it.</source>
      <translation>登记码格式不正确，请检查。</translation>
    </message>
    <message>
      <source>This is not how the number of this document looks ({kind}). Check it.</source>
      <translation>号码与该证件（{kind}）的格式不符，请检查。</translation>
    </message>
    <message>
      <source>This is not possible now: {act}. The application is in the state “{state}”.</source>
      <translation>当前不能执行此操作：{act}。申请处于“{state}”状态。</translation>
    </message>
    <message>
      <source>This is not the file that is asked for. Choose another one.</source>
      <translation>不是所需的文件，请另选。</translation>
    </message>
    <message>
      <source>This is the computer you sit at. Withdraw it from another one.</source>
      <translation>这是您正在使用的设备，请在另一台设备上停用它。</translation>
    </message>
    <message>
      <source>This kind of paper ({kind}) cannot be drawn again here.</source>
      <translation>此类文书（{kind}）无法在此重新生成。</translation>
    </message>
    <message>
      <source>This learner was merged already. Use the remaining one.</source>
      <translation>该学习者已被合并，请使用保留的记录。</translation>
    </message>
    <message>
      <source>This learner’s account is in use; the registration cannot be taken back.</source>
      <translation>该学习者的账户已在使用，不能取消登记。</translation>
    </message>
    <message>
      <source>This name cannot be given. Type it again, with the reason.</source>
      <translation>不能用这个姓名。请重新填写并说明原因。</translation>
    </message>
    <message>
      <source>This office was not examined on this computer yet.</source>
      <translation>本机尚未检查过本办公室。</translation>
    </message>
    <message>
      <source>This one-time code is not the right one. Check it.</source>
      <translation>一次性登记码不正确，请核对。</translation>
    </message>
    <message>
      <source>This outcome stands twice in the application.</source>
      <translation>该成果在申请中重复出现。</translation>
    </message>
    <message>
      <source>This outcome was handed in before. Say why it is taken all the same.</source>
      <translation>该成果此前已提交，请说明仍予收件的理由。</translation>
    </message>
    <message>
      <source>This page is no longer there: its draft has ended.</source>
      <translation>该页面已不存在：所属草稿已结束。</translation>
    </message>
    <message>
      <source>This passphrase is easy to guess. Choose several unrelated words.</source>
      <translation>该口令容易被猜中，请使用几个互不相关的词。</translation>
    </message>
    <message>
      <source>This passphrase is not right. Check Caps Lock and the input method and try again.</source>
      <translation>口令不正确，请检查大小写锁定和输入法后重试。</translation>
    </message>
    <message>
      <source>This person exists already.</source>
      <translation>此人员已存在。</translation>
    </message>
    <message>
      <source>This person has no key here. Ask the administrator.</source>
      <translation>此人在本机没有密钥，请联系管理员。</translation>
    </message>
    <message>
      <source>This person is enrolled already.</source>
      <translation>此人已登记。</translation>
    </message>
    <message>
      <source>This person is not known here. Reload the list.</source>
      <translation>本机没有此人员，请重新加载列表。</translation>
    </message>
    <message>
      <source>This person is not on the staff list. Sync, or ask the central server.</source>
      <translation>此人不在人员名单上。请先同步，或询问中心服务器。</translation>
    </message>
    <message>
      <source>This person no longer works here.</source>
      <translation>此人员已停用。</translation>
    </message>
    <message>
      <source>This person was registered while the import was looked at.</source>
      <translation>预览期间此人已被登记。</translation>
    </message>
    <message>
      <source>This proposal was settled already ({state}). Reload the list.</source>
      <translation>此提议已处理（{state}），请重新载入列表。</translation>
    </message>
    <message>
      <source>This reason is not in the phrase book ({reason}).</source>
      <translation>常用语中没有此理由（{reason}）。</translation>
    </message>
    <message>
      <source>This record comes from a newer version of the program ({type}, version {version}). Update the program.</source>
      <translation>此记录来自更新版本的程序（{type}，版本 {version}），请升级程序。</translation>
    </message>
    <message>
      <source>This record does not stand in the disposal that was approved.</source>
      <translation>这条记录不在已批准的销毁之内。</translation>
    </message>
    <message>
      <source>This record was changed while the import was looked at.</source>
      <translation>预览期间此记录已被修改。</translation>
    </message>
    <message>
      <source>This recovery code does not open the store. Check it.</source>
      <translation>该恢复码无法打开数据库，请检查。</translation>
    </message>
    <message>
      <source>This result cannot be decided here.</source>
      <translation>此处不能作出该结论。</translation>
    </message>
    <message>
      <source>This scan was disposed of when its time was over.</source>
      <translation>该扫描件已在期满后销毁。</translation>
    </message>
    <message>
      <source>This sign-in name is taken. Choose another.</source>
      <translation>该登录名已被使用，请另选。</translation>
    </message>
    <message>
      <source>This signature stands already: {act}.</source>
      <translation>已有此签字：{act}。</translation>
    </message>
    <message>
      <source>This staff list belongs to another office.</source>
      <translation>该人员名单属于其他办公室。</translation>
    </message>
    <message>
      <source>This staff list is older than the one in force. It was not taken over.</source>
      <translation>该人员名单比现行名单旧，未采用。</translation>
    </message>
    <message>
      <source>This staff list was not signed by our server. It was not taken over.</source>
      <translation>该人员名单不是本机服务器签发，未采用。</translation>
    </message>
    <message>
      <source>This store was restored from an older copy or copied to a second computer. The administrator has to look at it.</source>
      <translation>此数据库曾由旧副本恢复或被复制到另一台电脑，请管理员处理。</translation>
    </message>
    <message>
      <source>This student number belongs to somebody else: account {account}.</source>
      <translation>该学号属于另一人：账户 {account}。</translation>
    </message>
    <message>
      <source>This system lets no program scan. Scan into a folder and have it watched under Scanning.</source>
      <translation>本系统不允许程序直接扫描。请扫描到文件夹，并在“扫描”中设置监视该文件夹。</translation>
    </message>
    <message>
      <source>This unlock file belongs to another office or computer.</source>
      <translation>该解锁文件属于其他办公室或电脑。</translation>
    </message>
    <message>
      <source>This unlock file was used already or is out of date. Ask for a new one.</source>
      <translation>该解锁文件已用过或已过期，请重新申请。</translation>
    </message>
    <message>
      <source>This was begun on another device. Sign in again.</source>
      <translation>此操作始于另一台设备，请重新登录。</translation>
    </message>
    <message>
      <source>This was not asked for, or has arrived meanwhile. Reload the file.</source>
      <translation>该材料未要求补正，或已在此期间收到。请刷新档案。</translation>
    </message>
    <message>
      <source>This was sent already and cannot be undone. Change it again instead.</source>
      <translation>已发送，不能撤销。请另行更改。</translation>
    </message>
    <message>
      <source>This wish for a correction was answered already.</source>
      <translation>这项更正申请已有答复。</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>To</source>
      <translation>对象</translation>
    </message>
    <message>
      <source>To be looked up</source>
      <translation>待联网核验</translation>
    </message>
    <message>
      <source>To be mended</source>
      <translation>需要处理</translation>
    </message>
    <message>
      <source>To the end</source>
      <translation>完整</translation>
    </message>
    <message>
      <source>Together the pages have {size_mb} MB; at most {most_mb} are possible. Split the document.</source>
      <translation>这些页面合计 {size_mb} MB，最多 {most_mb} MB。请拆分文件。</translation>
    </message>
    <message>
      <source>Too many wrong passphrases. Try again in {seconds} seconds.</source>
      <translation>口令错误次数过多，请在 {seconds} 秒后重试。</translation>
    </message>
    <message>
      <source>Training certificate</source>
      <translation>培训证书</translation>
    </message>
    <message>
      <source>Transcript</source>
      <translation>成绩单</translation>
    </message>
    <message>
      <source>Transcript, original</source>
      <translation>成绩单原件</translation>
    </message>
    <message>
      <source>Transferred</source>
      <translation>已转出</translation>
    </message>
    <message>
      <source>Tu</source>
      <translation>土族</translation>
    </message>
    <message>
      <source>Tujia</source>
      <translation>土家族</translation>
    </message>
    <message>
      <source>Turned down</source>
      <translation>未批准</translation>
    </message>
    <message>
      <source>Two awards claim the same rank, or a rank is missing.</source>
      <translation>名次与奖项的对应关系有重复或缺漏。</translation>
    </message>
    <message>
      <source>Two to four capital letters.</source>
      <translation>两至四个大写字母。</translation>
    </message>
    <message>
      <source>Type the address as https://server.example</source>
      <translation>请按 https://server.example 的形式输入地址</translation>
    </message>
    <message>
      <source>Unified social credit code</source>
      <translation>统一社会信用代码</translation>
    </message>
    <message>
      <source>Unit of service</source>
      <translation>服役单位</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>未知</translation>
    </message>
    <message>
      <source>Use at least {least} characters.</source>
      <translation>口令至少需要 {least} 个字符。</translation>
    </message>
    <message>
      <source>Use at most {most} characters.</source>
      <translation>口令最多 {most} 个字符。</translation>
    </message>
    <message>
      <source>Used for</source>
      <translation>用途</translation>
    </message>
    <message>
      <source>Utility model</source>
      <translation>实用新型</translation>
    </message>
    <message>
      <source>Uygur</source>
      <translation>维吾尔族</translation>
    </message>
    <message>
      <source>Uzbek</source>
      <translation>乌孜别克族</translation>
    </message>
    <message>
      <source>Va</source>
      <translation>佤族</translation>
    </message>
    <message>
      <source>Valid from</source>
      <translation>有效期自</translation>
    </message>
    <message>
      <source>Valid to</source>
      <translation>有效期至</translation>
    </message>
    <message>
      <source>Valid until</source>
      <translation>有效期至</translation>
    </message>
    <message>
      <source>Verification</source>
      <translation>核验状态</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>版本</translation>
    </message>
    <message>
      <source>Version {version} of the rules is not on this computer. Sync and try again.</source>
      <translation>本机没有规则版本 {version}，请同步后重试。</translation>
    </message>
    <message>
      <source>Version {version}, which this one replaces, does not exist.</source>
      <translation>本版本要替代的版本 {version} 不存在。</translation>
    </message>
    <message>
      <source>Versions {one} and {other} are in force at the same time.</source>
      <translation>版本 {one} 与 {other} 的有效期重叠。</translation>
    </message>
    <message>
      <source>Veteran</source>
      <translation>退役军人</translation>
    </message>
    <message>
      <source>Vocational skill certificate</source>
      <translation>职业技能等级证书</translation>
    </message>
    <message>
      <source>Waits for approval</source>
      <translation>待批准</translation>
    </message>
    <message>
      <source>Waits here</source>
      <translation>本机等待</translation>
    </message>
    <message>
      <source>Warning</source>
      <translation>警告</translation>
    </message>
    <message>
      <source>Web address</source>
      <translation>网址</translation>
    </message>
    <message>
      <source>Website</source>
      <translation>网站</translation>
    </message>
    <message>
      <source>What was done since lies on this computer only. Sync, or make a backup.</source>
      <translation>此后所做的工作只在本机。请同步，或做备份。</translation>
    </message>
    <message>
      <source>What would help, in Chinese</source>
      <translation>补救建议（中文）</translation>
    </message>
    <message>
      <source>What would help, in English</source>
      <translation>补救建议（英文）</translation>
    </message>
    <message>
      <source>Where it was published, for whoever checks it.</source>
      <translation>公布出处，便于核对。</translation>
    </message>
    <message>
      <source>Whoever decided on a file before does not decide its appeal.</source>
      <translation>参与过案卷决定的人，不得裁决其申诉。</translation>
    </message>
    <message>
      <source>Whoever reviewed or evaluated a file does not sign or approve it.</source>
      <translation>初审或评审过案卷的人，不得签字或审批。</translation>
    </message>
    <message>
      <source>Whoever reviewed the materials does not evaluate the same file.</source>
      <translation>初审过材料的人，不得评审同一案卷。</translation>
    </message>
    <message>
      <source>Whoever took a file in does not evaluate it.</source>
      <translation>受理案卷的人，不得评审该案卷。</translation>
    </message>
    <message>
      <source>Whoever took a file in does not sign or approve it.</source>
      <translation>受理案卷的人，不得对其签字或审批。</translation>
    </message>
    <message>
      <source>Whole file</source>
      <translation>全程</translation>
    </message>
    <message>
      <source>Withdrawn</source>
      <translation>已撤回</translation>
    </message>
    <message>
      <source>Work experience</source>
      <translation>工作经历</translation>
    </message>
    <message>
      <source>Worked to make up</source>
      <translation>调休上班</translation>
    </message>
    <message>
      <source>Working days</source>
      <translation>工作日</translation>
    </message>
    <message>
      <source>Worth a look</source>
      <translation>值得留意</translation>
    </message>
    <message>
      <source>Write letters and digits without spaces, in the form asked for.</source>
      <translation>请按要求的格式填写字母和数字，不含空格。</translation>
    </message>
    <message>
      <source>Write yes or no instead of {text}.</source>
      <translation>请把“{text}”改为“是”或“否”。</translation>
    </message>
    <message>
      <source>Writing to {path} failed ({reason}). Was the stick pulled out? Older backups are untouched.</source>
      <translation>写入 {path} 失败（{reason}）。U 盘是否被拔出？原有备份未受影响。</translation>
    </message>
    <message>
      <source>Xibe</source>
      <translation>锡伯族</translation>
    </message>
    <message>
      <source>Yao</source>
      <translation>瑶族</translation>
    </message>
    <message>
      <source>Year of intake</source>
      <translation>入学年份</translation>
    </message>
    <message>
      <source>Years</source>
      <translation>年</translation>
    </message>
    <message>
      <source>Years end on 31 December.</source>
      <translation>按年计算的期限止于12月31日。</translation>
    </message>
    <message>
      <source>Yi</source>
      <translation>彝族</translation>
    </message>
    <message>
      <source>You proposed this yourself. Somebody else has to settle it.</source>
      <translation>此项由您提出，须由他人处理。</translation>
    </message>
    <message>
      <source>You proposed this yourself: somebody else has to approve it.</source>
      <translation>这是您本人提出的，须由他人批准。</translation>
    </message>
    <message>
      <source>Your new passphrase is set. An administrator must still confirm your new signature under Settings, People.</source>
      <translation>新口令已设置，仍须管理员在“设置 › 人员”中确认您的新签名。</translation>
    </message>
    <message>
      <source>Yugur</source>
      <translation>裕固族</translation>
    </message>
    <message>
      <source>Zang (Tibetan)</source>
      <translation>藏族</translation>
    </message>
    <message>
      <source>Zhuang</source>
      <translation>壮族</translation>
    </message>
    <message>
      <source>a GIF picture</source>
      <translation>GIF 图片</translation>
    </message>
    <message>
      <source>a JPEG picture</source>
      <translation>JPEG 图片</translation>
    </message>
    <message>
      <source>a PDF</source>
      <translation>PDF 文件</translation>
    </message>
    <message>
      <source>a PNG picture</source>
      <translation>PNG 图片</translation>
    </message>
    <message>
      <source>a TIFF picture</source>
      <translation>TIFF 图片</translation>
    </message>
    <message>
      <source>a ZIP archive or an office document</source>
      <translation>ZIP 压缩包或办公文档</translation>
    </message>
    <message>
      <source>a file arrived with other content</source>
      <translation>文件到达时内容不符</translation>
    </message>
    <message>
      <source>a file is too large for it</source>
      <translation>文件超过服务器的大小限制</translation>
    </message>
    <message>
      <source>a program</source>
      <translation>可执行程序</translation>
    </message>
    <message>
      <source>a signature does not agree</source>
      <translation>签名不符</translation>
    </message>
    <message>
      <source>accept the application</source>
      <translation>受理</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>受理</translation>
    </message>
    <message>
      <source>access recovered</source>
      <translation>恢复访问</translation>
    </message>
    <message>
      <source>account number</source>
      <translation>账号</translation>
    </message>
    <message>
      <source>account opened or closed</source>
      <translation>账户开立或关闭</translation>
    </message>
    <message>
      <source>account read</source>
      <translation>查阅账户</translation>
    </message>
    <message>
      <source>add evidence</source>
      <translation>添加材料</translation>
    </message>
    <message>
      <source>an appeal or dispute is open</source>
      <translation>有未结的申诉或争议</translation>
    </message>
    <message>
      <source>an authority entitled to it</source>
      <translation>有权机关调取</translation>
    </message>
    <message>
      <source>an earlier step of the same file is held</source>
      <translation>同一申请的前一步被暂存</translation>
    </message>
    <message>
      <source>and days</source>
      <translation>另加天数</translation>
    </message>
    <message>
      <source>and what followed had been seen by the server and is gone; a restored backup explains it ({detail})</source>
      <translation>及其后的记录服务器曾经见过，现已缺失；恢复过备份即为其原因（{detail}）</translation>
    </message>
    <message>
      <source>and what followed is gone ({detail})</source>
      <translation>及其后的记录已缺失（{detail}）</translation>
    </message>
    <message>
      <source>another office or school</source>
      <translation>提供给其他机构或学校</translation>
    </message>
    <message>
      <source>another reason</source>
      <translation>其他原因</translation>
    </message>
    <message>
      <source>appeal decided</source>
      <translation>申诉决定</translation>
    </message>
    <message>
      <source>appeal filed</source>
      <translation>提出申诉</translation>
    </message>
    <message>
      <source>application read</source>
      <translation>查阅申请</translation>
    </message>
    <message>
      <source>approve</source>
      <translation>审批</translation>
    </message>
    <message>
      <source>approved</source>
      <translation>批准</translation>
    </message>
    <message>
      <source>archive the file</source>
      <translation>归档</translation>
    </message>
    <message>
      <source>archived</source>
      <translation>归档</translation>
    </message>
    <message>
      <source>ask for a supplement</source>
      <translation>要求补正</translation>
    </message>
    <message>
      <source>attempts to sign in failed</source>
      <translation>登录尝试失败</translation>
    </message>
    <message>
      <source>audit and inspection</source>
      <translation>审计与检查</translation>
    </message>
    <message>
      <source>audit trail checked</source>
      <translation>核验审计记录</translation>
    </message>
    <message>
      <source>backup checked</source>
      <translation>检查备份</translation>
    </message>
    <message>
      <source>backup made</source>
      <translation>完成备份</translation>
    </message>
    <message>
      <source>backup restored</source>
      <translation>恢复备份</translation>
    </message>
    <message>
      <source>backups set up</source>
      <translation>设置备份</translation>
    </message>
    <message>
      <source>by {day}</source>
      <translation>{day} 前</translation>
    </message>
    <message>
      <source>by {day} (provisional)</source>
      <translation>{day} 前（暂定）</translation>
    </message>
    <message>
      <source>card of a colleague let in</source>
      <translation>允许同事的身份卡登录</translation>
    </message>
    <message>
      <source>centre asked about a learner</source>
      <translation>向中心查询学习者</translation>
    </message>
    <message>
      <source>change of reference data proposed</source>
      <translation>提议修改基础数据</translation>
    </message>
    <message>
      <source>change of reference data settled</source>
      <translation>处理基础数据提议</translation>
    </message>
    <message>
      <source>change of reference data undone</source>
      <translation>撤销基础数据更改</translation>
    </message>
    <message>
      <source>change of reference data withdrawn</source>
      <translation>撤回基础数据提议</translation>
    </message>
    <message>
      <source>compare with the originals</source>
      <translation>与原件核对</translation>
    </message>
    <message>
      <source>compared with the originals, which went back</source>
      <translation>与原件核对无误，原件已退还</translation>
    </message>
    <message>
      <source>computer enrolled</source>
      <translation>设备注册</translation>
    </message>
    <message>
      <source>computer renamed</source>
      <translation>设备改名</translation>
    </message>
    <message>
      <source>computer withdrawn</source>
      <translation>设备停用</translation>
    </message>
    <message>
      <source>correction asked for</source>
      <translation>申请更正</translation>
    </message>
    <message>
      <source>correction declined</source>
      <translation>不予更正</translation>
    </message>
    <message>
      <source>credits of the target course</source>
      <translation>目标课程学分</translation>
    </message>
    <message>
      <source>credits posted</source>
      <translation>学分入账</translation>
    </message>
    <message>
      <source>decide in the panel</source>
      <translation>合议</translation>
    </message>
    <message>
      <source>decide the appeal</source>
      <translation>申诉决定</translation>
    </message>
    <message>
      <source>decline the application</source>
      <translation>不予受理</translation>
    </message>
    <message>
      <source>deliver the result</source>
      <translation>送达</translation>
    </message>
    <message>
      <source>disposal carried out</source>
      <translation>销毁已执行</translation>
    </message>
    <message>
      <source>disposal decided</source>
      <translation>销毁已决定</translation>
    </message>
    <message>
      <source>disposal proposed</source>
      <translation>提出销毁</translation>
    </message>
    <message>
      <source>dispose of the scans</source>
      <translation>销毁扫描件</translation>
    </message>
    <message>
      <source>does not fit its signature ({detail})</source>
      <translation>与其签名不符（{detail}）</translation>
    </message>
    <message>
      <source>does not hold ({detail})</source>
      <translation>不成立（{detail}）</translation>
    </message>
    <message>
      <source>end the application as lapsed</source>
      <translation>逾期终止</translation>
    </message>
    <message>
      <source>end the publicity period</source>
      <translation>结束公示</translation>
    </message>
    <message>
      <source>entries brought from another office</source>
      <translation>从其他办公室调来流水</translation>
    </message>
    <message>
      <source>evaluate</source>
      <translation>评审</translation>
    </message>
    <message>
      <source>evaluate as the second evaluator</source>
      <translation>二评</translation>
    </message>
    <message>
      <source>evaluated</source>
      <translation>评审</translation>
    </message>
    <message>
      <source>evidence added</source>
      <translation>补充材料</translation>
    </message>
    <message>
      <source>evidence opened</source>
      <translation>打开材料</translation>
    </message>
    <message>
      <source>export made</source>
      <translation>导出数据</translation>
    </message>
    <message>
      <source>extend the time for the supplement</source>
      <translation>延长补正期限</translation>
    </message>
    <message>
      <source>file an appeal</source>
      <translation>提出申诉</translation>
    </message>
    <message>
      <source>file an objection</source>
      <translation>提出异议</translation>
    </message>
    <message>
      <source>files that nobody needs removed</source>
      <translation>删除无用文件</translation>
    </message>
    <message>
      <source>for a time</source>
      <translation>保存一段时间</translation>
    </message>
    <message>
      <source>for good</source>
      <translation>永久保存</translation>
    </message>
    <message>
      <source>hand in part of the supplement</source>
      <translation>提交部分补正材料</translation>
    </message>
    <message>
      <source>hand in the supplement</source>
      <translation>提交补正</translation>
    </message>
    <message>
      <source>hand-over to the archive</source>
      <translation>移交档案馆</translation>
    </message>
    <message>
      <source>handed over to another person</source>
      <translation>切换使用人</translation>
    </message>
    <message>
      <source>import of learners begun</source>
      <translation>开始批量导入学习者</translation>
    </message>
    <message>
      <source>import of learners taken back</source>
      <translation>批量导入已撤销</translation>
    </message>
    <message>
      <source>initials</source>
      <translation>首字母</translation>
    </message>
    <message>
      <source>is gone ({detail})</source>
      <translation>已缺失（{detail}）</translation>
    </message>
    <message>
      <source>is not what the server signed ({detail})</source>
      <translation>与服务器签名的内容不符（{detail}）</translation>
    </message>
    <message>
      <source>is not what was signed ({detail})</source>
      <translation>与签名时的内容不符（{detail}）</translation>
    </message>
    <message>
      <source>is signed by somebody whom nobody enrolled ({detail})</source>
      <translation>签名人未经登记（{detail}）</translation>
    </message>
    <message>
      <source>it belongs to another office</source>
      <translation>它属于其他机构</translation>
    </message>
    <message>
      <source>it was asked about too many people in an hour</source>
      <translation>一小时内查询的人数过多</translation>
    </message>
    <message>
      <source>it was made on another computer</source>
      <translation>它在另一台计算机上产生</translation>
    </message>
    <message>
      <source>its content is damaged</source>
      <translation>内容已损坏</translation>
    </message>
    <message>
      <source>its database is away</source>
      <translation>服务器的数据库不可用</translation>
    </message>
    <message>
      <source>key of a person removed</source>
      <translation>移除人员密钥</translation>
    </message>
    <message>
      <source>key sealed for the organisation</source>
      <translation>密钥已托管</translation>
    </message>
    <message>
      <source>lapsed</source>
      <translation>逾期终止</translation>
    </message>
    <message>
      <source>learner brought from another office</source>
      <translation>从其他办公室调来学习者</translation>
    </message>
    <message>
      <source>learner corrected</source>
      <translation>更正学习者</translation>
    </message>
    <message>
      <source>learner disposed of</source>
      <translation>学习者信息销毁</translation>
    </message>
    <message>
      <source>learner registered</source>
      <translation>登记学习者</translation>
    </message>
    <message>
      <source>learner's file read</source>
      <translation>查阅学习者档案</translation>
    </message>
    <message>
      <source>learners imported</source>
      <translation>学习者已批量导入</translation>
    </message>
    <message>
      <source>learners merged</source>
      <translation>合并学习者</translation>
    </message>
    <message>
      <source>learners parted</source>
      <translation>拆分学习者</translation>
    </message>
    <message>
      <source>list of devices exported</source>
      <translation>设备清单已导出</translation>
    </message>
    <message>
      <source>makes somebody a person by their own word ({detail})</source>
      <translation>自行登记为工作人员（{detail}）</translation>
    </message>
    <message>
      <source>masked value shown</source>
      <translation>查看遮蔽信息</translation>
    </message>
    <message>
      <source>materials reviewed</source>
      <translation>材料审核</translation>
    </message>
    <message>
      <source>most for extracurricular outcomes</source>
      <translation>课外成果学分上限</translation>
    </message>
    <message>
      <source>most for online courses</source>
      <translation>在线课程学分上限</translation>
    </message>
    <message>
      <source>most for training</source>
      <translation>社会培训学分上限</translation>
    </message>
    <message>
      <source>most for work experience</source>
      <translation>工作经历学分上限</translation>
    </message>
    <message>
      <source>most of the programme's credits that can be recognised</source>
      <translation>专业可认定学分上限</translation>
    </message>
    <message>
      <source>move the promised date</source>
      <translation>调整承诺日期</translation>
    </message>
    <message>
      <source>move to another system</source>
      <translation>迁移到其他系统</translation>
    </message>
    <message>
      <source>name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>new key of a person confirmed</source>
      <translation>确认人员新密钥</translation>
    </message>
    <message>
      <source>new recovery code put off</source>
      <translation>已推迟生成新的恢复码</translation>
    </message>
    <message>
      <source>new stream begun</source>
      <translation>开始新的数据流</translation>
    </message>
    <message>
      <source>nobody may enrol himself</source>
      <translation>不得自行注册</translation>
    </message>
    <message>
      <source>nobody may take the server's role</source>
      <translation>不得使用服务器角色</translation>
    </message>
    <message>
      <source>not accepted</source>
      <translation>不予受理</translation>
    </message>
    <message>
      <source>numbers allotted</source>
      <translation>分配号段</translation>
    </message>
    <message>
      <source>objection filed</source>
      <translation>提出异议</translation>
    </message>
    <message>
      <source>objection settled</source>
      <translation>异议处理</translation>
    </message>
    <message>
      <source>office card changed</source>
      <translation>修改机构信息</translation>
    </message>
    <message>
      <source>office examined</source>
      <translation>健康检查</translation>
    </message>
    <message>
      <source>old drafts cleared away</source>
      <translation>清理旧草稿</translation>
    </message>
    <message>
      <source>only the server may do this</source>
      <translation>仅服务器可执行</translation>
    </message>
    <message>
      <source>or one before it is not what the server had seen; a restored backup explains it ({detail})</source>
      <translation>或之前的记录与服务器所见不符；恢复过备份即为其原因（{detail}）</translation>
    </message>
    <message>
      <source>outcome withdrawn</source>
      <translation>撤回成果</translation>
    </message>
    <message>
      <source>own card saved</source>
      <translation>保存本人身份卡</translation>
    </message>
    <message>
      <source>panel decided</source>
      <translation>合议决定</translation>
    </message>
    <message>
      <source>paper copied</source>
      <translation>打印副本</translation>
    </message>
    <message>
      <source>paper issued</source>
      <translation>出具文书</translation>
    </message>
    <message>
      <source>paper opened</source>
      <translation>打开文书</translation>
    </message>
    <message>
      <source>paper printed</source>
      <translation>打印文书</translation>
    </message>
    <message>
      <source>paper saved as a file</source>
      <translation>文书另存为文件</translation>
    </message>
    <message>
      <source>paper voided</source>
      <translation>文书作废</translation>
    </message>
    <message>
      <source>part of the supplement handed in</source>
      <translation>收到部分补正材料</translation>
    </message>
    <message>
      <source>passphrase changed</source>
      <translation>更改口令</translation>
    </message>
    <message>
      <source>passphrase reset</source>
      <translation>重置口令</translation>
    </message>
    <message>
      <source>person changed</source>
      <translation>修改人员</translation>
    </message>
    <message>
      <source>person enrolled</source>
      <translation>人员注册</translation>
    </message>
    <message>
      <source>person renamed</source>
      <translation>人员改名</translation>
    </message>
    <message>
      <source>pinyin</source>
      <translation>拼音</translation>
    </message>
    <message>
      <source>post the credits</source>
      <translation>入账</translation>
    </message>
    <message>
      <source>problems of an import saved as a file</source>
      <translation>导入问题已另存为文件</translation>
    </message>
    <message>
      <source>promised date moved</source>
      <translation>变更承诺日期</translation>
    </message>
    <message>
      <source>publicity ended</source>
      <translation>公示结束</translation>
    </message>
    <message>
      <source>publish</source>
      <translation>公示</translation>
    </message>
    <message>
      <source>published</source>
      <translation>公示</translation>
    </message>
    <message>
      <source>receipt number</source>
      <translation>申请编号</translation>
    </message>
    <message>
      <source>records before it are missing there</source>
      <translation>服务器缺少其之前的记录</translation>
    </message>
    <message>
      <source>recovery code renewed</source>
      <translation>更新恢复码</translation>
    </message>
    <message>
      <source>reference data changed</source>
      <translation>修改基础数据</translation>
    </message>
    <message>
      <source>reference data exported</source>
      <translation>导出基础数据</translation>
    </message>
    <message>
      <source>reference data imported</source>
      <translation>导入基础数据</translation>
    </message>
    <message>
      <source>register of disposals printed</source>
      <translation>打印销毁登记</translation>
    </message>
    <message>
      <source>registered beside somebody alike</source>
      <translation>在相近登记之外另行登记</translation>
    </message>
    <message>
      <source>registration taken back</source>
      <translation>登记已取消</translation>
    </message>
    <message>
      <source>report on a person made</source>
      <translation>生成个人信息报告</translation>
    </message>
    <message>
      <source>result delivered</source>
      <translation>结果送达</translation>
    </message>
    <message>
      <source>return the application</source>
      <translation>退回</translation>
    </message>
    <message>
      <source>returned</source>
      <translation>退回</translation>
    </message>
    <message>
      <source>review begun</source>
      <translation>开始审核</translation>
    </message>
    <message>
      <source>review the materials</source>
      <translation>材料初审</translation>
    </message>
    <message>
      <source>revoke the recognition</source>
      <translation>撤销认定</translation>
    </message>
    <message>
      <source>revoked</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>rows of an import read</source>
      <translation>查看导入的行</translation>
    </message>
    <message>
      <source>scans disposed of</source>
      <translation>扫描件已销毁</translation>
    </message>
    <message>
      <source>second evaluation</source>
      <translation>二评</translation>
    </message>
    <message>
      <source>settings saved</source>
      <translation>保存设置</translation>
    </message>
    <message>
      <source>settle the objection</source>
      <translation>核查异议</translation>
    </message>
    <message>
      <source>sign as dean</source>
      <translation>院长会签</translation>
    </message>
    <message>
      <source>sign as head of department</source>
      <translation>系主任会签</translation>
    </message>
    <message>
      <source>signed</source>
      <translation>会签</translation>
    </message>
    <message>
      <source>signed in</source>
      <translation>登录</translation>
    </message>
    <message>
      <source>signed out</source>
      <translation>退出登录</translation>
    </message>
    <message>
      <source>slip without a number made</source>
      <translation>生成不编号单据</translation>
    </message>
    <message>
      <source>slip without a number printed</source>
      <translation>打印不编号单据</translation>
    </message>
    <message>
      <source>slip without a number saved as a file</source>
      <translation>不编号单据另存为文件</translation>
    </message>
    <message>
      <source>something else</source>
      <translation>其他</translation>
    </message>
    <message>
      <source>staff list refused</source>
      <translation>拒绝人员名单</translation>
    </message>
    <message>
      <source>staff list taken over</source>
      <translation>接收人员名单</translation>
    </message>
    <message>
      <source>start the material review</source>
      <translation>开始初审</translation>
    </message>
    <message>
      <source>stationery changed</source>
      <translation>更改用纸</translation>
    </message>
    <message>
      <source>statistics and reports</source>
      <translation>统计与报表</translation>
    </message>
    <message>
      <source>step undone</source>
      <translation>撤销一步</translation>
    </message>
    <message>
      <source>still needed for a case</source>
      <translation>办案仍需使用</translation>
    </message>
    <message>
      <source>store salvaged from a damaged one</source>
      <translation>从损坏的数据库抢救</translation>
    </message>
    <message>
      <source>student number</source>
      <translation>学号</translation>
    </message>
    <message>
      <source>supplement asked for</source>
      <translation>要求补正</translation>
    </message>
    <message>
      <source>supplement extended</source>
      <translation>补正延期</translation>
    </message>
    <message>
      <source>supplement handed in</source>
      <translation>提交补正</translation>
    </message>
    <message>
      <source>synced</source>
      <translation>完成同步</translation>
    </message>
    <message>
      <source>tables compared with the history</source>
      <translation>已比对数据表与历史记录</translation>
    </message>
    <message>
      <source>tables rebuilt from the history</source>
      <translation>已按历史记录重建数据表</translation>
    </message>
    <message>
      <source>take in the application</source>
      <translation>收件</translation>
    </message>
    <message>
      <source>taken in</source>
      <translation>收件</translation>
    </message>
    <message>
      <source>telephone</source>
      <translation>电话</translation>
    </message>
    <message>
      <source>the application has not arrived there</source>
      <translation>申请尚未到达服务器</translation>
    </message>
    <message>
      <source>the application stood in another state there</source>
      <translation>该申请在服务器上处于其他状态</translation>
    </message>
    <message>
      <source>the batch is too large for it</source>
      <translation>批次超过服务器的大小限制</translation>
    </message>
    <message>
      <source>the block of numbers asked for is empty</source>
      <translation>所申请的号段为空</translation>
    </message>
    <message>
      <source>the block of numbers overlaps another</source>
      <translation>号段与其他号段重叠</translation>
    </message>
    <message>
      <source>the chain of this computer's records is broken</source>
      <translation>本机记录链已断裂</translation>
    </message>
    <message>
      <source>the credits would exceed what the rules allow</source>
      <translation>学分将超过规则上限</translation>
    </message>
    <message>
      <source>the enrolment code is for another office</source>
      <translation>注册码属于其他机构</translation>
    </message>
    <message>
      <source>the enrolment code is too old</source>
      <translation>注册码已过期</translation>
    </message>
    <message>
      <source>the enrolment code was used before</source>
      <translation>注册码已被使用</translation>
    </message>
    <message>
      <source>the learner has not arrived there</source>
      <translation>学习者尚未到达服务器</translation>
    </message>
    <message>
      <source>the learner's key has not arrived there</source>
      <translation>学习者密钥尚未到达服务器</translation>
    </message>
    <message>
      <source>the office is enrolled already</source>
      <translation>该机构已注册</translation>
    </message>
    <message>
      <source>the office is not known there</source>
      <translation>服务器没有该机构</translation>
    </message>
    <message>
      <source>the outcome cannot be read there</source>
      <translation>服务器无法读取该成果</translation>
    </message>
    <message>
      <source>the outcome was credited before</source>
      <translation>该成果此前已认定入账</translation>
    </message>
    <message>
      <source>the outcome was credited before, in another account of the same person</source>
      <translation>该成果已在同一人的另一账户中记入学分</translation>
    </message>
    <message>
      <source>the paper has not arrived there</source>
      <translation>文书尚未到达服务器</translation>
    </message>
    <message>
      <source>the person concerned asked for it</source>
      <translation>应本人要求</translation>
    </message>
    <message>
      <source>the person is not known there</source>
      <translation>服务器不认识此人</translation>
    </message>
    <message>
      <source>the request arrived damaged</source>
      <translation>请求到达时已损坏</translation>
    </message>
    <message>
      <source>the rule does not apply</source>
      <translation>不适用该规则</translation>
    </message>
    <message>
      <source>the same record arrived with other content</source>
      <translation>同一记录内容不一致</translation>
    </message>
    <message>
      <source>the server could not work on it</source>
      <translation>服务器无法处理</translation>
    </message>
    <message>
      <source>the server does not know this enrolment code</source>
      <translation>服务器不认识该注册码</translation>
    </message>
    <message>
      <source>the server was restored from a backup</source>
      <translation>服务器曾从备份恢复</translation>
    </message>
    <message>
      <source>this computer belongs to another office there</source>
      <translation>本机在服务器上属于其他机构</translation>
    </message>
    <message>
      <source>this computer is not enrolled there</source>
      <translation>本机未在服务器登记</translation>
    </message>
    <message>
      <source>this computer was shut out there</source>
      <translation>本机已被服务器停用</translation>
    </message>
    <message>
      <source>this store was restored or copied to a second computer</source>
      <translation>本机数据库曾被恢复或复制到另一台计算机</translation>
    </message>
    <message>
      <source>this version of the program is too old for it</source>
      <translation>本程序版本过旧，服务器不再支持</translation>
    </message>
    <message>
      <source>time until the lock changed</source>
      <translation>更改锁定时间</translation>
    </message>
    <message>
      <source>two accounts of this person hold credits for the same outcome; one of the two has to be revoked</source>
      <translation>此人的两个账户就同一成果都已记入学分，须撤销其中一个</translation>
    </message>
    <message>
      <source>undo the decision</source>
      <translation>撤销上一步</translation>
    </message>
    <message>
      <source>warning about the trail noted</source>
      <translation>已处理审计警告</translation>
    </message>
    <message>
      <source>was changed ({detail})</source>
      <translation>被改动（{detail}）</translation>
    </message>
    <message>
      <source>was changed in: {detail}</source>
      <translation>下列内容被改动：{detail}</translation>
    </message>
    <message>
      <source>was never posted by the server ({detail})</source>
      <translation>从未由服务器入账（{detail}）</translation>
    </message>
    <message>
      <source>was not signed by the person it names ({detail})</source>
      <translation>不是由所列人员签名（{detail}）</translation>
    </message>
    <message>
      <source>window locked</source>
      <translation>锁定窗口</translation>
    </message>
    <message>
      <source>window unlocked</source>
      <translation>解锁窗口</translation>
    </message>
    <message>
      <source>withdraw one outcome</source>
      <translation>撤回单项成果</translation>
    </message>
    <message>
      <source>withdraw the application</source>
      <translation>撤回申请</translation>
    </message>
    <message>
      <source>withdrawal of an outcome taken back</source>
      <translation>取消成果撤回</translation>
    </message>
    <message>
      <source>withdrawn</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>{before} → {after}: a part of the outcome was used before</source>
      <translation>{before} → {after}：该成果已部分使用</translation>
    </message>
    <message>
      <source>{before} → {after}: another of the same family was counted</source>
      <translation>{before} → {after}：同系列成果已计</translation>
    </message>
    <message>
      <source>{before} → {after}: credits of the target course</source>
      <translation>{before} → {after}：目标课程学分</translation>
    </message>
    <message>
      <source>{before} → {after}: most that the rule gives</source>
      <translation>{before} → {after}：规则上限</translation>
    </message>
    <message>
      <source>{before} → {after}: place among several</source>
      <translation>{before} → {after}：按排名折减</translation>
    </message>
    <message>
      <source>{before} → {after}: rounded down</source>
      <translation>{before} → {after}：向下取整</translation>
    </message>
    <message>
      <source>{before} → {after}: value of the rule</source>
      <translation>{before} → {after}：规则值</translation>
    </message>
    <message>
      <source>{before} → {after}: {cap}</source>
      <translation>{before} → {after}：{cap}</translation>
    </message>
    <message>
      <source>{code}</source>
      <translation>{code}</translation>
    </message>
    <message>
      <source>{code} stands there twice.</source>
      <translation>{code} 重复出现。</translation>
    </message>
    <message>
      <source>{count} application(s) of this account are under way, {receipt} among them. End or withdraw them first.</source>
      <translation>该账户有 {count} 件申请在办，其中有 {receipt}。请先办结或撤回。</translation>
    </message>
    <message>
      <source>{count} archived files are as they were sealed.</source>
      <translation>{count} 个归档案卷与封存时一致。</translation>
    </message>
    <message>
      <source>{count} archived files are not as they were sealed: {first}.</source>
      <translation>{count} 个归档案卷与封存时不一致：{first}。</translation>
    </message>
    <message>
      <source>{count} files are damaged; the first are {first}.</source>
      <translation>有 {count} 个文件损坏；最先的是 {first}。</translation>
    </message>
    <message>
      <source>{count} files are missing; the first are {first}.</source>
      <translation>缺少 {count} 个文件；最先的是 {first}。</translation>
    </message>
    <message>
      <source>{count} files belong to no record ({megabytes} MB).</source>
      <translation>有 {count} 个文件不属于任何记录（{megabytes} MB）。</translation>
    </message>
    <message>
      <source>{count} files lie on other computers and come with the next sync.</source>
      <translation>有 {count} 个文件在其他电脑上，下次同步时取回。</translation>
    </message>
    <message>
      <source>{count} of {of} pages are damaged: {pages}.</source>
      <translation>{of} 页中有 {count} 页损坏：{pages}。</translation>
    </message>
    <message>
      <source>{count} operations (the first is number {operation}) would not be allowed a second time, so the tables cannot be made from the history. Nothing was changed. Restore a backup.</source>
      <translation>有 {count} 条操作（第一条为第 {operation} 号）重放时不被允许，因此无法由历史记录重建数据表。未作任何更改。请恢复备份。</translation>
    </message>
    <message>
      <source>{count} operations would not be allowed a second time: {keys}.</source>
      <translation>有 {count} 条操作重放时不被允许：{keys}。</translation>
    </message>
    <message>
      <source>{count} rows do not hold; the first is {table} {key} ({code}).</source>
      <translation>有 {count} 行不成立；第一处是 {table} {key}（{code}）。</translation>
    </message>
    <message>
      <source>{count} rows of {table} are missing that the history makes: {keys}.</source>
      <translation>{table} 中缺少历史记录应有的 {count} 行：{keys}。</translation>
    </message>
    <message>
      <source>{count} rows of {table} are not what the history makes of them: {keys}.</source>
      <translation>{table} 中有 {count} 行与历史记录不符：{keys}。</translation>
    </message>
    <message>
      <source>{count} rows of {table} follow from nothing in the history: {keys}.</source>
      <translation>{table} 中有 {count} 行在历史记录中没有依据：{keys}。</translation>
    </message>
    <message>
      <source>{count} scanned pages belong to no draft and no file ({megabytes} MB).</source>
      <translation>有 {count} 页扫描件不属于任何草稿或档案（{megabytes} MB）。</translation>
    </message>
    <message>
      <source>{date} is a weekday and cannot be a make-up working day.</source>
      <translation>{date} 不是周末，不能作为调休上班日。</translation>
    </message>
    <message>
      <source>{date} stands twice in the table. Remove one row.</source>
      <translation>{date} 在表中出现两次，请删除一行。</translation>
    </message>
    <message>
      <source>{free} MiB are free.</source>
      <translation>剩余 {free} MiB。</translation>
    </message>
    <message>
      <source>{kind} {number}</source>
      <translation>{kind} {number}</translation>
    </message>
    <message>
      <source>{left} account numbers can still be given out this year.</source>
      <translation>今年还可发放 {left} 个账户号码。</translation>
    </message>
    <message>
      <source>{name} asks for a password. Save it without one, or print it and scan the print.</source>
      <translation>{name} 需要密码。请另存为无密码的文件，或打印后扫描。</translation>
    </message>
    <message>
      <source>{name} belongs to an outcome that is not in the application.</source>
      <translation>{name} 所属的成果不在本申请中。</translation>
    </message>
    <message>
      <source>{name} cannot be read. Check that it is still there.</source>
      <translation>无法读取 {name}，请确认文件仍在原处。</translation>
    </message>
    <message>
      <source>{name} has no pages. Choose another file.</source>
      <translation>{name} 没有页面。请选择其他文件。</translation>
    </message>
    <message>
      <source>{name} has {pages} pages, more than {most}. Take it in parts.</source>
      <translation>{name} 有 {pages} 页，超过 {most} 页。请分几次收取。</translation>
    </message>
    <message>
      <source>{name} has {width} × {height} pixels, more than can be shown. Scan it at a lower resolution.</source>
      <translation>{name} 有 {width} × {height} 像素，超出可显示的范围。请用较低的分辨率重新扫描。</translation>
    </message>
    <message>
      <source>{name} is damaged. Scan it again.</source>
      <translation>{name} 已损坏，请重新扫描。</translation>
    </message>
    <message>
      <source>{name} is empty (0 bytes). Scan it again.</source>
      <translation>{name} 为空（0 字节），请重新扫描。</translation>
    </message>
    <message>
      <source>{name} is neither a PDF nor an image. Choose another file.</source>
      <translation>{name} 既不是 PDF 也不是图片，请选择其他文件。</translation>
    </message>
    <message>
      <source>{name} is too big. Scan it at a lower resolution.</source>
      <translation>{name} 过大，请降低分辨率重新扫描。</translation>
    </message>
    <message>
      <source>{name} is too large: at most {megabytes} MB can be read.</source>
      <translation>{name} 太大：最多可读取 {megabytes} MB。</translation>
    </message>
    <message>
      <source>{name} says that it is {named} but holds {found}. Choose the right file.</source>
      <translation>{name} 标示为 {named}，内容却是 {found}，请选择正确的文件。</translation>
    </message>
    <message>
      <source>{name} takes too long to open. It is not taken; scan the paper instead.</source>
      <translation>{name} 打开耗时过长，未予收下；请改为扫描纸质件。</translation>
    </message>
    <message>
      <source>{name} unpacks to more than this computer can hold. It is not taken; scan the paper instead.</source>
      <translation>{name} 解开后超出本机所能容纳的大小，未予收下；请改为扫描纸质件。</translation>
    </message>
    <message>
      <source>{name} was not stored. Attach it again.</source>
      <translation>{name} 未能存储，请重新添加。</translation>
    </message>
    <message>
      <source>{name}: at least {wanted} is asked for, it is {actual}</source>
      <translation>{name}：要求不低于 {wanted}，实际 {actual}</translation>
    </message>
    <message>
      <source>{name}: at most {wanted} is allowed, it is {actual}</source>
      <translation>{name}：要求不超过 {wanted}，实际 {actual}</translation>
    </message>
    <message>
      <source>{name}: no</source>
      <translation>{name}：否</translation>
    </message>
    <message>
      <source>{name}: yes</source>
      <translation>{name}：是</translation>
    </message>
    <message>
      <source>{name}: {actual}</source>
      <translation>{name}：{actual}</translation>
    </message>
    <message>
      <source>{name}: {wanted} is asked for, it is {actual}</source>
      <translation>{name}：要求 {wanted}，实际 {actual}</translation>
    </message>
    <message>
      <source>{name}: {wanted} is asked for, nothing is stated</source>
      <translation>{name}：要求 {wanted}，未填写</translation>
    </message>
    <message>
      <source>{needed} account numbers are needed and this device has {free}. Synchronise to get a new block, or let a registry officer allot one under Settings › Devices; the sheet waits here meanwhile.</source>
      <translation>需要 {needed} 个账号，本机只剩 {free} 个。请先同步以领取新号段，或由学籍管理员在“设置 › 设备”中分配；表格会在此等待。</translation>
    </message>
    <message>
      <source>{pages} scanned pages belong to no material yet. Assign or delete them.</source>
      <translation>有 {pages} 页扫描件尚未归入任何材料。请归入或删除。</translation>
    </message>
    <message>
      <source>{path} is not a whole backup. Choose another one.</source>
      <translation>{path} 不是完整的备份。请另选一个。</translation>
    </message>
    <message>
      <source>{path} is not one of our key files. Check the data folder.</source>
      <translation>{path} 不是本程序的密钥文件，请检查数据文件夹。</translation>
    </message>
    <message>
      <source>{path} was taken in but stays where it is: {reason}. Move it away yourself.</source>
      <translation>{path} 已收下，但仍留在原处：{reason}。请自行移走。</translation>
    </message>
    <message>
      <source>{prefix} is, or was, in the numbers of another kind of paper.</source>
      <translation>{prefix} 正用于或曾用于其他文书的编号。</translation>
    </message>
    <message>
      <source>{service} is there; no scanner answers now.</source>
      <translation>{service} 可用；目前没有扫描仪应答。</translation>
    </message>
    <message>
      <source>{service} offers: {names}.</source>
      <translation>{service} 提供：{names}。</translation>
    </message>
    <message>
      <source>{value} %</source>
      <translation>{value}%</translation>
    </message>
    <message>
      <source>{value} cannot be right here.</source>
      <translation>此处的数值 {value} 不正确。</translation>
    </message>
    <message>
      <source>{value} credits</source>
      <translation>{value} 学分</translation>
    </message>
    <message>
      <source>{value} does not fit the step of the credits.</source>
      <translation>{value} 不符合学分的最小单位。</translation>
    </message>
    <message>
      <source>{value} h</source>
      <translation>{value} 学时</translation>
    </message>
    <message>
      <source>“{characters}” cannot stand in a name. Remove it.</source>
      <translation>“{characters}”不能用于姓名，请删除。</translation>
    </message>
    <message>
      <source>“{characters}” cannot stand in a unified social credit code.</source>
      <translation>“{characters}”不能用于统一社会信用代码。</translation>
    </message>
    <message>
      <source>“{characters}” is a privately coded character that other systems may not show. Use the standard character if there is one.</source>
      <translation>“{characters}”是自定义编码字符，其他系统可能无法显示。如有标准字符，请改用。</translation>
    </message>
    <message>
      <source>“{characters}” is no Latin letter. Write the name in Latin letters.</source>
      <translation>“{characters}”不是拉丁字母，请用拉丁字母填写。</translation>
    </message>
    <message>
      <source>“{code}” is no programme code; six digits are expected.</source>
      <translation>“{code}”不是专业代码，应为六位数字。</translation>
    </message>
    <message>
      <source>“{digits}” is no date of birth. Check digits 7 to 14.</source>
      <translation>“{digits}”不是有效的出生日期，请检查第 7 至 14 位。</translation>
    </message>
    <message>
      <source>“{key}” is not known here. Choose from the list.</source>
      <translation>此处没有“{key}”，请从列表中选择。</translation>
    </message>
    <message>
      <source>“{key}” stands there twice.</source>
      <translation>“{key}”重复出现。</translation>
    </message>
    <message>
      <source>“{rule}” is no rule number. Check it.</source>
      <translation>“{rule}”不是有效的规则编号，请检查。</translation>
    </message>
    <message>
      <source>“{subject}” must be kept for good; the retention rule says otherwise.</source>
      <translation>“{subject}”必须永久保存，但保存期限规则不是这样规定的。</translation>
    </message>
    <message>
      <source>“{text}” cannot be chosen here. Choose from the list.</source>
      <translation>“{text}”不在可选范围内，请从列表中选择。</translation>
    </message>
    <message>
      <source>“{text}” is no date. Write it like 2026-03-15 or 20260315.</source>
      <translation>“{text}”不是日期，请写成 2026-03-15 或 20260315。</translation>
    </message>
    <message>
      <source>“{text}” is no date. Write it like 2026-03-15.</source>
      <translation>“{text}”不是日期，请写成 2026-03-15 的形式。</translation>
    </message>
    <message>
      <source>“{text}” is no kind of day; holiday or makeup is expected.</source>
      <translation>“{text}”不是有效的日期类别，应为 holiday 或 makeup。</translation>
    </message>
    <message>
      <source>“{text}” is no source; published or statutory is expected.</source>
      <translation>“{text}”不是有效的来源，应为 published 或 statutory。</translation>
    </message>
    <message>
      <source>“{text}” is too long ago. Check the year.</source>
      <translation>“{text}”过早，请检查年份。</translation>
    </message>
    <message>
      <source>“{title}” has changed since this was proposed. Turn it down and propose anew.</source>
      <translation>“{title}”在提出后已有变更。请驳回后重新提出。</translation>
    </message>
  </context>
</TS>
