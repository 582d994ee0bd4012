<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n file(s) that nobody needs were removed.</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n operation(s) are in no backup yet.</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <source>&amp;Back up by itself after the day</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Days kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Encrypt it into one file (age)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Folder or stick</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Months kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Open it by</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Passphrase</source>
      <translation>口令(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Unlock file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Weeks kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All records as JSON Lines, all materials and papers as files, with a text that explains.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An examination reads every page, every signature and every stored file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Back up now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Backed up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Backed up and checked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Backed up and checked: {count} operations, {files} files, {size}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Backed up {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Backing up today's work before the program ends …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Backup settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Backups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Backups are not made by themselves.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Check it whole</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a second folder or stick: a backup on the same disk is lost with it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close without</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Day or reason</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Empty: where this office has them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Examine again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Examine now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Examined {moment}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Export everything in open formats</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export everything …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exported to {path}: {count} operations, {files} files, {papers} papers.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Files</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>Finding</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Findings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Health</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Last backup: {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look at the last days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looked at</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking at: {area}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Made</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No backup yet. Press “Back up now” to make the first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not backed up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not encrypted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not on this computer</source>
      <translation>未在本机登录</translation>
    </message>
    <message>
      <source>Nothing is chosen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Of each of the last days, weeks and months the newest stays.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On another disk than this computer's. Several computers may share it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On this disk only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Operations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Overdue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pass&amp;phrase</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Passphrase a&amp;gain</source>
      <translation>再次输入口令(&amp;G)</translation>
    </message>
    <message>
      <source>Passphrase of an administrator</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Press “Examine now” to look at everything.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress of the backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress of the examination</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress of the restore</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pu&amp;rpose</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recovery code</source>
      <translation>恢复码</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Restore from a backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Restore it …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <source>Second &amp;folder or stick</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Second folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Seen</source>
      <translation type="unfinished" />
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
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sync before new work</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The audit trail keeps it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup was read from beginning to end. Everything in it can be restored.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup was restored.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The database alone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server may have operations that were made after the backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no backup yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This computer</source>
      <translation>本机</translation>
    </message>
    <message>
      <source>Unlock file with its code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is on this computer now is backed up first and kept. Work done after the backup comes back from the server at the next sync.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whoever has the folder can read every name, number and scan in it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why</source>
      <translation>依据</translation>
    </message>
    <message>
      <source>Work done after the backup may have to be entered again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} operations as of {when}. {rescued} later ones were still readable and were brought over. What was there before is kept in {folder}.</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
