<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message>
      <source>&amp;Roles</source>
      <translation>角色(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Why the name changes</source>
      <translation>改名原因(&amp;W)</translation>
    </message>
    <message>
      <source>2 to 30 small letters, digits, dots or dashes; it stays for good.</source>
      <translation>2 至 30 个小写字母、数字、点或横线；以后不能更改。</translation>
    </message>
    <message>
      <source>A later list was turned away</source>
      <translation>拒收了一份更新的名单</translation>
    </message>
    <message>
      <source>A new passphrase for {name}</source>
      <translation>为{name}重设口令</translation>
    </message>
    <message>
      <source>A new signature waits</source>
      <translation>有新签名待确认</translation>
    </message>
    <message>
      <source>Active</source>
      <translation>在用</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>添加</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Ca&amp;rd</source>
      <translation>身份卡(&amp;R)</translation>
    </message>
    <message>
      <source>Called before</source>
      <translation>曾用名</translation>
    </message>
    <message>
      <source>Can be enrolled</source>
      <translation>可登记</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Cards</source>
      <translation>身份卡</translation>
    </message>
    <message>
      <source>Choose a file</source>
      <translation>选择文件</translation>
    </message>
    <message>
      <source>Choose somebody to see what they may do.</source>
      <translation>选择一人，查看其权限。</translation>
    </message>
    <message>
      <source>Continue</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>Deactivate</source>
      <translation>停用</translation>
    </message>
    <message>
      <source>Deactivate {name}?</source>
      <translation>停用{name}？</translation>
    </message>
    <message>
      <source>Deactivated</source>
      <translation>已停用</translation>
    </message>
    <message>
      <source>Enrol</source>
      <translation>登记</translation>
    </message>
    <message>
      <source>Enrolled</source>
      <translation>已登记</translation>
    </message>
    <message>
      <source>Enrolment &amp;code</source>
      <translation>登记码(&amp;C)</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Export the list of people</source>
      <translation>导出人员名单</translation>
    </message>
    <message>
      <source>First &amp;passphrase</source>
      <translation>初始口令(&amp;P)</translation>
    </message>
    <message>
      <source>For example a marriage or a slip. Papers printed before keep the old name.</source>
      <translation>例如婚后改姓或录入有误。此前印出的文书保留原名。</translation>
    </message>
    <message>
      <source>For somebody who forgot theirs. What they signed before stays valid. They type it themselves.</source>
      <translation>用于忘记口令的人员。以前的签名仍然有效。请由本人输入。</translation>
    </message>
    <message>
      <source>For somebody who signs in on another computer of this office already. They save their card there, under Settings, You and your look, and type their passphrase here themselves.</source>
      <translation>用于已在本机构另一台电脑上登录的人员。请其在那台电脑的“设置 › 个人与界面”中保存身份卡，并在此亲自输入口令。</translation>
    </message>
    <message>
      <source>From a file</source>
      <translation>从文件</translation>
    </message>
    <message>
      <source>From list</source>
      <translation>按名单登记</translation>
    </message>
    <message>
      <source>From the server's list</source>
      <translation>从服务器名单</translation>
    </message>
    <message>
      <source>Full na&amp;me</source>
      <translation>姓名(&amp;M)</translation>
    </message>
    <message>
      <source>Here</source>
      <translation>本机</translation>
    </message>
    <message>
      <source>Into the form</source>
      <translation>进入表单</translation>
    </message>
    <message>
      <source>Kept apart on every file</source>
      <translation>同一案卷须回避</translation>
    </message>
    <message>
      <source>Last signed in</source>
      <translation>上次登录</translation>
    </message>
    <message>
      <source>Let the signature count</source>
      <translation>确认签名</translation>
    </message>
    <message>
      <source>List {version} of {when}</source>
      <translation>名单第 {version} 版，{when}</translation>
    </message>
    <message>
      <source>Lists of staff</source>
      <translation>人员名单</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Name, sign-in name or role</source>
      <translation>姓名、登录名或角色</translation>
    </message>
    <message>
      <source>New &amp;passphrase</source>
      <translation>新口令(&amp;P)</translation>
    </message>
    <message>
      <source>New passphrase</source>
      <translation>重设口令</translation>
    </message>
    <message>
      <source>New person</source>
      <translation>新人员</translation>
    </message>
    <message>
      <source>No code</source>
      <translation>无登记码</translation>
    </message>
    <message>
      <source>No list has come from the server yet. Sync, or take one from a file.</source>
      <translation>还没有收到服务器名单。请同步，或从文件读取。</translation>
    </message>
    <message>
      <source>Nobody works here yet.</source>
      <translation>还没有人员。</translation>
    </message>
    <message>
      <source>Not on this computer</source>
      <translation>未在本机登录</translation>
    </message>
    <message>
      <source>Nothing was changed.</source>
      <translation>没有改动。</translation>
    </message>
    <message>
      <source>Only active</source>
      <translation>仅在用</translation>
    </message>
    <message>
      <source>Passphrase a&amp;gain</source>
      <translation>再次输入口令(&amp;G)</translation>
    </message>
    <message>
      <source>People</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>People and roles</source>
      <translation>人员与角色</translation>
    </message>
    <message>
      <source>Reactivate</source>
      <translation>恢复</translation>
    </message>
    <message>
      <source>Reactivate {name}</source>
      <translation>恢复{name}</translation>
    </message>
    <message>
      <source>Read a card in</source>
      <translation>读入身份卡</translation>
    </message>
    <message>
      <source>Read the card in</source>
      <translation>读入身份卡</translation>
    </message>
    <message>
      <source>Roles</source>
      <translation>角色</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <source>Sign-in &amp;name</source>
      <translation>登录名(&amp;N)</translation>
    </message>
    <message>
      <source>Sign-in name</source>
      <translation>登录名</translation>
    </message>
    <message>
      <source>Signature waits</source>
      <translation>签名待确认</translation>
    </message>
    <message>
      <source>Signed in here</source>
      <translation>正在本机</translation>
    </message>
    <message>
      <source>Standing</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Tell it to the person; they change it after the first sign-in.</source>
      <translation>请告知本人；首次登录后由本人更改。</translation>
    </message>
    <message>
      <source>The holder of the card can sign in here now.</source>
      <translation>持卡人现在可在此登录。</translation>
    </message>
    <message>
      <source>The list of people was saved: {path}</source>
      <translation>人员名单已保存：{path}</translation>
    </message>
    <message>
      <source>The list was taken over.</source>
      <translation>名单已采用。</translation>
    </message>
    <message>
      <source>The passphrase was set anew here. Confirm only if you know that this person did it.</source>
      <translation>口令已在本机重设。确知是本人所为，方可确认。</translation>
    </message>
    <message>
      <source>The person got it from the server's administrator and types it here.</source>
      <translation>由服务器管理员发给本人，请本人在此输入。</translation>
    </message>
    <message>
      <source>The roles of {name} were changed. They count from the next sign-in.</source>
      <translation>{name}的角色已更改，自下次登录起生效。</translation>
    </message>
    <message>
      <source>The server's list</source>
      <translation>服务器名单</translation>
    </message>
    <message>
      <source>The signature of {name} counts from now on.</source>
      <translation>{name}的签名自此有效。</translation>
    </message>
    <message>
      <source>Their &amp;passphrase</source>
      <translation>本人口令(&amp;P)</translation>
    </message>
    <message>
      <source>Their key is taken off this computer at once and off the others at their next sync. What they did stays theirs. To come back they need a new passphrase.</source>
      <translation>其密钥立即从本机移除，其他电脑在下次同步时移除。其以往操作仍归其本人。恢复时须重设口令。</translation>
    </message>
    <message>
      <source>Their pass&amp;phrase</source>
      <translation>本人口令(&amp;P)</translation>
    </message>
    <message>
      <source>They get a new signature, and type a new passphrase themselves.</source>
      <translation>将启用新签名，请由本人输入新口令。</translation>
    </message>
    <message>
      <source>{before} is called {name} from now on.</source>
      <translation>{before} 自此更名为 {name}。</translation>
    </message>
    <message>
      <source>{name} can sign in no more.</source>
      <translation>{name}不能再登录。</translation>
    </message>
    <message>
      <source>{name} can sign in on this computer now.</source>
      <translation>{name}现在可以在本机登录。</translation>
    </message>
    <message>
      <source>{name} may sign in again.</source>
      <translation>{name}可以重新登录。</translation>
    </message>
    <message>
      <source>{name} signs in with the new passphrase from now on.</source>
      <translation>{name}此后使用新口令登录。</translation>
    </message>
  </context>
</TS>
