<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n file(s) that nobody needs were removed.</source>
      <translation>
        <numerusform>已清除 %n 个无主文件。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n operation(s) are in no backup yet.</source>
      <translation>
        <numerusform>%n 条操作尚未备份。</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Back up by itself after the day</source>
      <translation>每日下班后自动备份(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Backup</source>
      <translation>备份(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Code</source>
      <translation>码(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Days kept</source>
      <translation>保留日数(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Encrypt it into one file (age)</source>
      <translation>加密为一个文件（age）(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;Folder</source>
      <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Folder or stick</source>
      <translation>文件夹或 U 盘(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Months kept</source>
      <translation>保留月数(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Open it by</source>
      <translation>打开方式(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Passphrase</source>
      <translation>口令(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Unlock file</source>
      <translation>解锁文件(&amp;U)</translation>
    </message>
    <message>
      <source>&amp;Weeks kept</source>
      <translation>保留周数(&amp;W)</translation>
    </message>
    <message>
      <source>All records as JSON Lines, all materials and papers as files, with a text that explains.</source>
      <translation>全部数据为 JSON Lines，全部材料和单据为文件，并附说明。</translation>
    </message>
    <message>
      <source>An examination reads every page, every signature and every stored file.</source>
      <translation>检查会读取每一页、每个签名和每个存储的文件。</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Back up now</source>
      <translation>立即备份</translation>
    </message>
    <message>
      <source>Backed up</source>
      <translation>已备份</translation>
    </message>
    <message>
      <source>Backed up and checked.</source>
      <translation>已备份并核对。</translation>
    </message>
    <message>
      <source>Backed up and checked: {count} operations, {files} files, {size}.</source>
      <translation>已备份并核验：{count} 条操作，{files} 个文件，{size}。</translation>
    </message>
    <message>
      <source>Backed up {when}</source>
      <translation>{when} 已备份</translation>
    </message>
    <message numerus="yes">
      <source>Backed up, and %n row(s) put right.</source>
      <translation>
        <numerusform>已备份，并改正了 %n 行。</numerusform>
      </translation>
    </message>
    <message>
      <source>Backing up today's work before the program ends …</source>
      <translation>关闭前正在备份今天的工作……</translation>
    </message>
    <message>
      <source>Backup</source>
      <translation>备份</translation>
    </message>
    <message>
      <source>Backup settings</source>
      <translation>备份设置</translation>
    </message>
    <message>
      <source>Backups</source>
      <translation>备份</translation>
    </message>
    <message>
      <source>Backups are not made by themselves.</source>
      <translation>未启用自动备份。</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Check it whole</source>
      <translation>完整核验</translation>
    </message>
    <message>
      <source>Choose a file</source>
      <translation>选择文件</translation>
    </message>
    <message>
      <source>Choose a folder</source>
      <translation>选择文件夹</translation>
    </message>
    <message>
      <source>Choose a new passphrase next</source>
      <translation>接下来请设置新口令</translation>
    </message>
    <message>
      <source>Choose a second folder or stick: a backup on the same disk is lost with it.</source>
      <translation>请选择第二位置或 U 盘：同一磁盘上的备份会随磁盘一起丢失。</translation>
    </message>
    <message>
      <source>Close without</source>
      <translation>不备份直接关闭</translation>
    </message>
    <message>
      <source>Compare with the history</source>
      <translation>与历史记录比对</translation>
    </message>
    <message>
      <source>Day or reason</source>
      <translation>日期或缘由</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>Empty: where this office has them.</source>
      <translation>留空：本单位备份所在位置。</translation>
    </message>
    <message>
      <source>Examine again</source>
      <translation>重新检查</translation>
    </message>
    <message>
      <source>Examine now</source>
      <translation>立即检查</translation>
    </message>
    <message>
      <source>Examined {moment}</source>
      <translation>检查于 {moment}</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Export everything in open formats</source>
      <translation>以开放格式导出全部数据</translation>
    </message>
    <message>
      <source>Export everything …</source>
      <translation>导出全部数据……</translation>
    </message>
    <message>
      <source>Exported to {path}: {count} operations, {files} files, {papers} papers.</source>
      <translation>已导出到 {path}：{count} 条操作，{files} 个文件，{papers} 份单据。</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>文件数</translation>
    </message>
    <message>
      <source>Finding</source>
      <translation>检查结果</translation>
    </message>
    <message>
      <source>Findings</source>
      <translation>检查结果</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>文件夹</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>Health</source>
      <translation>健康状况</translation>
    </message>
    <message>
      <source>Last backup: {when}</source>
      <translation>最近备份：{when}</translation>
    </message>
    <message>
      <source>Look at the last days</source>
      <translation>请核对最近几天的业务</translation>
    </message>
    <message>
      <source>Looked at</source>
      <translation>检查项</translation>
    </message>
    <message>
      <source>Looking at: {area}</source>
      <translation>正在检查：{area}</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>备份时间</translation>
    </message>
    <message>
      <source>No backup yet. Press “Back up now” to make the first.</source>
      <translation>还没有备份。请按“立即备份”制作第一份。</translation>
    </message>
    <message>
      <source>No backup: what can be read of the damaged store</source>
      <translation>没有备份：抢救损坏数据库中仍可读取的内容</translation>
    </message>
    <message>
      <source>Not backed up</source>
      <translation>未备份</translation>
    </message>
    <message>
      <source>Not encrypted</source>
      <translation>未加密</translation>
    </message>
    <message>
      <source>Not on this computer</source>
      <translation>未在本机登录</translation>
    </message>
    <message>
      <source>Nothing is chosen</source>
      <translation>未选择</translation>
    </message>
    <message>
      <source>Of each of the last days, weeks and months the newest stays.</source>
      <translation>最近若干日、周、月各保留最新的一份。</translation>
    </message>
    <message>
      <source>On another disk than this computer's. Several computers may share it.</source>
      <translation>应在本机以外的磁盘上；多台电脑可以共用。</translation>
    </message>
    <message>
      <source>On this disk only</source>
      <translation>仅在本机磁盘</translation>
    </message>
    <message>
      <source>Operations</source>
      <translation>操作</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>已逾期</translation>
    </message>
    <message>
      <source>Pass&amp;phrase</source>
      <translation>口令(&amp;P)</translation>
    </message>
    <message>
      <source>Passphrase a&amp;gain</source>
      <translation>再次输入口令(&amp;G)</translation>
    </message>
    <message>
      <source>Passphrase of an administrator</source>
      <translation>管理员口令</translation>
    </message>
    <message>
      <source>Press “Examine now” to look at everything.</source>
      <translation>按“立即检查”查看全部。</translation>
    </message>
    <message>
      <source>Press “Forgotten passphrase” in this window and use the same code.</source>
      <translation>请在本窗口按“忘记口令”，并使用同一代码。</translation>
    </message>
    <message>
      <source>Progress of the backup</source>
      <translation>备份进度</translation>
    </message>
    <message>
      <source>Progress of the examination</source>
      <translation>检查进度</translation>
    </message>
    <message>
      <source>Progress of the restore</source>
      <translation>恢复进度</translation>
    </message>
    <message>
      <source>Recovery code</source>
      <translation>恢复码</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>恢复</translation>
    </message>
    <message>
      <source>Restore from a backup</source>
      <translation>从备份恢复</translation>
    </message>
    <message>
      <source>Restore it …</source>
      <translation>恢复此备份……</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>已保存</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <source>Second &amp;folder or stick</source>
      <translation>第二位置或 U 盘(&amp;F)</translation>
    </message>
    <message>
      <source>Second folder</source>
      <translation>第二位置</translation>
    </message>
    <message>
      <source>Seen</source>
      <translation>所见</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Sign-in &amp;name</source>
      <translation>登录名(&amp;N)</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Stopping …</source>
      <translation>正在停止……</translation>
    </message>
    <message>
      <source>Sync before new work</source>
      <translation>请先同步再办理新业务</translation>
    </message>
    <message>
      <source>The backup was read from beginning to end. Everything in it can be restored.</source>
      <translation>备份已从头到尾读过，其中全部内容均可恢复。</translation>
    </message>
    <message>
      <source>The backup was restored.</source>
      <translation>备份已恢复。</translation>
    </message>
    <message>
      <source>The comparison was stopped before its end.</source>
      <translation>比对未完成即被停止。</translation>
    </message>
    <message>
      <source>The database alone</source>
      <translation>仅数据库</translation>
    </message>
    <message>
      <source>The server may have operations that were made after the backup.</source>
      <translation>服务器上可能有备份之后的操作。</translation>
    </message>
    <message>
      <source>There is no backup yet.</source>
      <translation>还没有备份。</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>本机</translation>
    </message>
    <message>
      <source>Unlock file with its code</source>
      <translation>解锁文件及其代码</translation>
    </message>
    <message>
      <source>What could be read was brought back.</source>
      <translation>已取回可读取的内容。</translation>
    </message>
    <message>
      <source>What is on this computer now is backed up first and kept. Work done after the backup comes back from the server at the next sync.</source>
      <translation>本机现有内容会先行备份并保留。备份之后的工作会在下次同步时从服务器取回。</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>位置</translation>
    </message>
    <message>
      <source>Whoever has the folder can read every name, number and scan in it.</source>
      <translation>持有该文件夹的人可以看到其中所有姓名、号码和扫描件。</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>缘由</translation>
    </message>
    <message>
      <source>Work done after the backup may have to be entered again.</source>
      <translation>备份之后的工作可能需要重新录入。</translation>
    </message>
    <message>
      <source>{count} operations as of {when}. {rescued} later ones were still readable and were brought over. What was there before is kept in {folder}.</source>
      <translation>已恢复截至 {when} 的 {count} 条操作；另有 {rescued} 条之后的操作仍可读取，已一并带入。原有内容保存在 {folder}。</translation>
    </message>
    <message>
      <source>{count} operations were brought back; {lost} rows could not be read. The damaged store is kept in {folder}, with a report.</source>
      <translation>已取回 {count} 项操作；有 {lost} 行无法读取。损坏的数据库连同报告保存在 {folder}。</translation>
    </message>
    <message>
      <source>{count} rows do not hold; look at “Health” in the settings.</source>
      <translation>有 {count} 行数据未通过核验；请查看设置中的“健康检查”。</translation>
    </message>
    <message>
      <source>{first} {second}</source>
      <translation>{first}{second}</translation>
    </message>
  </context>
</TS>
