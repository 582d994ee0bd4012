<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n left</source>
      <translation>
        <numerusform>剩 %n 张</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Copies</source>
      <translation>份数(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;First number</source>
      <translation>起始号(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Language</source>
      <translation>语言(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Last number</source>
      <translation>终止号(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Minutes without a key</source>
      <translation>无操作分钟数(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;New passphrase</source>
      <translation>新口令(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Next unused</source>
      <translation>下一张(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Present passphrase</source>
      <translation>当前口令(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Printer</source>
      <translation>打印机(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Tray</source>
      <translation>纸盒(&amp;T)</translation>
    </message>
    <message>
      <source>Another computer of the office</source>
      <translation>机构的另一台电脑</translation>
    </message>
    <message>
      <source>As the computer has it</source>
      <translation>跟随系统</translation>
    </message>
    <message>
      <source>Blanks</source>
      <translation>空白证书</translation>
    </message>
    <message>
      <source>Both change at once, and come back whenever you sign in.</source>
      <translation>立即生效，每次登录时自动恢复。</translation>
    </message>
    <message>
      <source>Both sides</source>
      <translation>双面</translation>
    </message>
    <message>
      <source>Change the passphrase</source>
      <translation>更改口令</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>Forms that carry a printed number. Leave empty where a paper needs none.</source>
      <translation>带有预印编号的空白表格。不需要时留空。</translation>
    </message>
    <message>
      <source>How the program looks</source>
      <translation>界面</translation>
    </message>
    <message>
      <source>L&amp;etters before</source>
      <translation>编号前缀(&amp;E)</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <source>Lock</source>
      <translation>锁定</translation>
    </message>
    <message>
      <source>Lock when nobody is here</source>
      <translation>无人时锁定</translation>
    </message>
    <message>
      <source>Loo&amp;k</source>
      <translation>外观(&amp;K)</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>New one a&amp;gain</source>
      <translation>再次输入新口令(&amp;G)</translation>
    </message>
    <message>
      <source>No paper is known.</source>
      <translation>没有文书。</translation>
    </message>
    <message>
      <source>Nothing was changed.</source>
      <translation>没有改动。</translation>
    </message>
    <message>
      <source>Numbered blanks</source>
      <translation>带编号的空白证书</translation>
    </message>
    <message>
      <source>One side</source>
      <translation>单面</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>文书</translation>
    </message>
    <message>
      <source>Paper &amp;size</source>
      <translation>纸张(&amp;S)</translation>
    </message>
    <message>
      <source>Paper or printer</source>
      <translation>文书或打印机</translation>
    </message>
    <message>
      <source>Papers</source>
      <translation>文书</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>口令</translation>
    </message>
    <message>
      <source>Printer</source>
      <translation>打印机</translation>
    </message>
    <message>
      <source>Printing</source>
      <translation>打印</translation>
    </message>
    <message>
      <source>Remembered.</source>
      <translation>已记住。</translation>
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
      <source>Save my card</source>
      <translation>保存我的身份卡</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <source>Several unrelated words are easy to keep in mind and hard to guess.</source>
      <translation>几个互不相关的词，好记又难猜。</translation>
    </message>
    <message>
      <source>Si&amp;des</source>
      <translation>单双面(&amp;D)</translation>
    </message>
    <message>
      <source>Sign-in name</source>
      <translation>登录名</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <source>System default</source>
      <translation>系统默认</translation>
    </message>
    <message>
      <source>Test page</source>
      <translation>测试页</translation>
    </message>
    <message>
      <source>That is long for a counter</source>
      <translation>对窗口来说时间偏长</translation>
    </message>
    <message>
      <source>The frame lies 10 mm from every edge; the rule is 100 mm long.</source>
      <translation>边框距各边 10 毫米，标尺长 100 毫米。</translation>
    </message>
    <message>
      <source>The passphrase was changed. The old one opens nothing any more.</source>
      <translation>口令已更改，旧口令不再有效。</translation>
    </message>
    <message>
      <source>The test page is on its way to {printer}.</source>
      <translation>测试页已发送到{printer}。</translation>
    </message>
    <message>
      <source>Then the passphrase is asked for. Sync and backup go on, and work is kept.</source>
      <translation>届时须输入口令。同步和备份照常进行，未完成的工作予以保留。</translation>
    </message>
    <message numerus="yes">
      <source>This computer locks after %n minute(s) without a key.</source>
      <translation>
        <numerusform>本机无操作 %n 分钟后锁定。</numerusform>
      </translation>
    </message>
    <message>
      <source>Whoever walks by can work in your name until then. Ctrl+L locks at once.</source>
      <translation>在此之前，路过的人都能以您的名义操作。按 Ctrl+L 立即锁定。</translation>
    </message>
    <message>
      <source>You</source>
      <translation>本人</translation>
    </message>
    <message>
      <source>You and your look</source>
      <translation>个人与界面</translation>
    </message>
    <message>
      <source>Your card lets you sign in there with the same passphrase. Keep it like a key.</source>
      <translation>身份卡让您在那里用同一口令登录。请像钥匙一样保管。</translation>
    </message>
    <message>
      <source>Your card was saved: {path}</source>
      <translation>身份卡已保存：{path}</translation>
    </message>
    <message>
      <source>Your passphra&amp;se</source>
      <translation>您的口令(&amp;S)</translation>
    </message>
    <message>
      <source>{paper} is printed that way from now on.</source>
      <translation>{paper}此后按此打印。</translation>
    </message>
  </context>
</TS>
