<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message>
      <source>&amp;Administrator</source>
      <translation>管理员(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;By</source>
      <translation>方式(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Card</source>
      <translation>身份卡(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Code</source>
      <translation>码(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Minutes without input</source>
      <translation>无操作分钟数(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;New passphrase</source>
      <translation>新口令(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Office</source>
      <translation>机构名称(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Passphrase</source>
      <translation>口令(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Present passphrase</source>
      <translation>当前口令(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Repeat it</source>
      <translation>再输一次(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Server</source>
      <translation>服务器(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Their passphrase</source>
      <translation>对方口令(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Unlock file</source>
      <translation>解锁文件(&amp;U)</translation>
    </message>
    <message>
      <source>32 letters and digits; spaces and hyphens do not matter.</source>
      <translation>32 位字母和数字，空格和连字符不计。</translation>
    </message>
    <message>
      <source>A new recovery code</source>
      <translation>新的恢复码</translation>
    </message>
    <message>
      <source>After them the window locks; sync and backup go on.</source>
      <translation>到时窗口锁定，同步和备份照常进行。</translation>
    </message>
    <message>
      <source>Also ask the key store of this computer</source>
      <translation>同时使用本机的系统密钥库</translation>
    </message>
    <message>
      <source>At least 10 characters. Nobody can look it up for you.</source>
      <translation>至少 10 个字符，任何人都无法代为查询。</translation>
    </message>
    <message>
      <source>At least 12 characters; a Chinese character counts as two.</source>
      <translation>至少 12 个字符，一个汉字按两个字符计。</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Card of a colleague</source>
      <translation>同事的身份卡</translation>
    </message>
    <message>
      <source>Change the passphrase</source>
      <translation>更改口令</translation>
    </message>
    <message>
      <source>Choose a file</source>
      <translation>选择文件</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Continue</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>Credit Bank</source>
      <translation>学分银行</translation>
    </message>
    <message>
      <source>Fictional learners to look around with; removed in one step.</source>
      <translation>用虚构的学习者熟悉系统，可一步清除。</translation>
    </message>
    <message>
      <source>Five digits; account numbers carry them.</source>
      <translation>五位数字，用于账户编号。</translation>
    </message>
    <message>
      <source>For real work: your office, your people, your own encrypted store.</source>
      <translation>正式使用：建立您的机构、人员和加密数据库。</translation>
    </message>
    <message>
      <source>Forgotten passphrase</source>
      <translation>忘记口令</translation>
    </message>
    <message>
      <source>I have written it down and put it in the safe</source>
      <translation>我已抄写并妥善保管</translation>
    </message>
    <message>
      <source>It can be put off once, to the next sign-in.</source>
      <translation>可以推迟一次，到下次登录时。</translation>
    </message>
    <message>
      <source>It was put off before, so it is time now.</source>
      <translation>已经推迟过一次，现在必须办理。</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>稍后</translation>
    </message>
    <message>
      <source>Let this card in</source>
      <translation>允许此卡登录</translation>
    </message>
    <message>
      <source>Light or dark</source>
      <translation>浅色或深色</translation>
    </message>
    <message>
      <source>Lock</source>
      <translation>锁定</translation>
    </message>
    <message>
      <source>Locked: the session of {names}</source>
      <translation>已锁定：{names} 的会话</translation>
    </message>
    <message>
      <source>Make a new recovery code</source>
      <translation>生成新的恢复码</translation>
    </message>
    <message>
      <source>My card</source>
      <translation>我的身份卡</translation>
    </message>
    <message>
      <source>New &amp;passphrase</source>
      <translation>新口令(&amp;P)</translation>
    </message>
    <message>
      <source>No escrow copy: the server has not told a recovery key yet.</source>
      <translation>没有托管副本：服务器尚未告知恢复密钥。</translation>
    </message>
    <message>
      <source>Nothing is lost. An administrator who can sign in can also set a new passphrase under Settings, People.</source>
      <translation>数据不会丢失。能登录的管理员也可在“设置 › 人员”中为您设置新口令。</translation>
    </message>
    <message>
      <source>Office &amp;number</source>
      <translation>机构编号(&amp;N)</translation>
    </message>
    <message>
      <source>Opening …</source>
      <translation>正在打开…</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>口令</translation>
    </message>
    <message>
      <source>Passphrase and keys</source>
      <translation>口令与密钥</translation>
    </message>
    <message>
      <source>People of this office</source>
      <translation>本机构人员</translation>
    </message>
    <message>
      <source>Print the page, put it into the safe, then delete the file.</source>
      <translation>打印该页放入保险柜，然后删除文件。</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>进度</translation>
    </message>
    <message>
      <source>Recovery code</source>
      <translation>恢复码</translation>
    </message>
    <message>
      <source>Recovery code from the safe</source>
      <translation>保险柜中的恢复码</translation>
    </message>
    <message>
      <source>Restore from a backup</source>
      <translation>从备份恢复</translation>
    </message>
    <message>
      <source>Sample</source>
      <translation>演示</translation>
    </message>
    <message>
      <source>Sample data, fictional people</source>
      <translation>演示数据，人物均为虚构</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Save my card</source>
      <translation>保存我的身份卡</translation>
    </message>
    <message>
      <source>Save the page for the safe</source>
      <translation>保存放入保险柜的页面</translation>
    </message>
    <message>
      <source>Saved.</source>
      <translation>已保存。</translation>
    </message>
    <message>
      <source>School &amp;code</source>
      <translation>学校代码(&amp;C)</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>设定</translation>
    </message>
    <message>
      <source>Set the new passphrase</source>
      <translation>设置新口令</translation>
    </message>
    <message>
      <source>Set up an office</source>
      <translation>设立办理机构</translation>
    </message>
    <message>
      <source>Set up the office</source>
      <translation>设立机构</translation>
    </message>
    <message>
      <source>Sign-in &amp;name</source>
      <translation>登录名(&amp;N)</translation>
    </message>
    <message>
      <source>The address of the central server; empty to work without one.</source>
      <translation>中心服务器地址；留空则单机使用。</translation>
    </message>
    <message>
      <source>The card was saved. Carry it yourself.</source>
      <translation>身份卡已保存，请自行携带。</translation>
    </message>
    <message>
      <source>The holder of the card can sign in here now.</source>
      <translation>持卡人现在可在此登录。</translation>
    </message>
    <message>
      <source>The old code opens nothing any more. Print the page, put it into the safe, delete the file.</source>
      <translation>旧码已失效。请打印该页放入保险柜，并删除文件。</translation>
    </message>
    <message>
      <source>The organisation can help as well (key {key}).</source>
      <translation>上级机构也可协助（密钥 {key}）。</translation>
    </message>
    <message>
      <source>The page was saved. Print it, put it into the safe, delete the file.</source>
      <translation>页面已保存。请打印后放入保险柜，并删除文件。</translation>
    </message>
    <message>
      <source>The passphrase of {name} is: {passphrase}</source>
      <translation>{name}的口令：{passphrase}</translation>
    </message>
    <message>
      <source>The passphrase was changed.</source>
      <translation>口令已更改。</translation>
    </message>
    <message>
      <source>The recovery code in the safe gives anybody here a new passphrase.</source>
      <translation>保险柜中的恢复码可为这里的任何人设置新口令。</translation>
    </message>
    <message>
      <source>The recovery code in the safe needs an administrator's help. Make a new one.</source>
      <translation>保险柜中的恢复码还须管理员协助才能生效，请生成新码。</translation>
    </message>
    <message>
      <source>The recovery code was used, so it is no secret any more. Make a new one now, print its page and put it into the safe; the old code then opens nothing.</source>
      <translation>恢复码已被使用，不再是秘密。请现在生成新的恢复码，打印其页面并放入保险柜；旧码随即失效。</translation>
    </message>
    <message>
      <source>The work is kept; others can sign in meanwhile.</source>
      <translation>工作均已保留，其他人可先登录。</translation>
    </message>
    <message>
      <source>There is no store on this computer yet. How do you want to begin?</source>
      <translation>本机还没有数据库，您想如何开始？</translation>
    </message>
    <message>
      <source>This computer has no key store that could be used.</source>
      <translation>本机没有可用的系统密钥库。</translation>
    </message>
    <message>
      <source>Try with sample data</source>
      <translation>使用演示数据</translation>
    </message>
    <message>
      <source>Two digits, such as 01.</source>
      <translation>两位数字，例如 01。</translation>
    </message>
    <message>
      <source>Unlock</source>
      <translation>解锁</translation>
    </message>
    <message>
      <source>Unlock file from the organisation</source>
      <translation>上级机构的解锁文件</translation>
    </message>
    <message>
      <source>Welcome</source>
      <translation>欢迎使用</translation>
    </message>
    <message>
      <source>Who is working?</source>
      <translation>请选择您的姓名</translation>
    </message>
    <message>
      <source>With this code the store can be opened when all passphrases are lost. It is shown only now.</source>
      <translation>所有口令都遗失时，可用此恢复码打开数据库。仅此时显示一次。</translation>
    </message>
    <message>
      <source>With your card you can sign in on another computer of this office. It opens with your passphrase, typed above as the present one.</source>
      <translation>凭身份卡可在本办公室的另一台电脑登录。用您的口令打开，请在上方“当前口令”处输入。</translation>
    </message>
  </context>
</TS>
