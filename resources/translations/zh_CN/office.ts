<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message>
      <source>&amp;Office number</source>
      <translation>机构编号(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Phone</source>
      <translation>电话(&amp;P)</translation>
    </message>
    <message>
      <source>A PNG with a transparent ground, 100 to 2,000 pixels a side. A second person approves it.</source>
      <translation>PNG 格式、底色透明、边长 100 至 2,000 像素。须由第二人批准。</translation>
    </message>
    <message>
      <source>Account numbers begin so: {example}</source>
      <translation>账号以此开头：{example}</translation>
    </message>
    <message>
      <source>Another part</source>
      <translation>切换部分</translation>
    </message>
    <message>
      <source>As it is printed</source>
      <translation>印出的样子</translation>
    </message>
    <message>
      <source>Both</source>
      <translation>中英对照</translation>
    </message>
    <message>
      <source>Chinese</source>
      <translation>中文</translation>
    </message>
    <message>
      <source>Choose a picture</source>
      <translation>选择图片</translation>
    </message>
    <message>
      <source>Chosen</source>
      <translation>已选</translation>
    </message>
    <message>
      <source>Chosen seal</source>
      <translation>已选印章</translation>
    </message>
    <message>
      <source>English</source>
      <translation>英文</translation>
    </message>
    <message>
      <source>Everything printed here is marked as a sample.</source>
      <translation>此处打印的一切都带有演示标记。</translation>
    </message>
    <message>
      <source>Five digits; part of every account number.</source>
      <translation>五位数字，是每个账号的一部分。</translation>
    </message>
    <message>
      <source>In force</source>
      <translation>生效中</translation>
    </message>
    <message>
      <source>Its ground is not transparent: it would cover what is printed below it.</source>
      <translation>底色不透明：会盖住下面印刷的内容。</translation>
    </message>
    <message>
      <source>Its ground is transparent.</source>
      <translation>底色透明。</translation>
    </message>
    <message>
      <source>Letterhead</source>
      <translation>信头</translation>
    </message>
    <message>
      <source>None</source>
      <translation>无</translation>
    </message>
    <message>
      <source>Nothing was changed.</source>
      <translation>没有改动。</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>文号</translation>
    </message>
    <message>
      <source>Office and papers</source>
      <translation>机构与文书</translation>
    </message>
    <message>
      <source>Office card</source>
      <translation>机构信息</translation>
    </message>
    <message>
      <source>Office, in &amp;Chinese</source>
      <translation>机构中文名(&amp;C)</translation>
    </message>
    <message>
      <source>Office, in &amp;English</source>
      <translation>机构英文名(&amp;E)</translation>
    </message>
    <message>
      <source>Propose</source>
      <translation>提请批准</translation>
    </message>
    <message>
      <source>Sample office</source>
      <translation>演示机构</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>School &amp;code</source>
      <translation>学校代码(&amp;C)</translation>
    </message>
    <message>
      <source>School, in C&amp;hinese</source>
      <translation>学校中文名(&amp;H)</translation>
    </message>
    <message>
      <source>School, in Eng&amp;lish</source>
      <translation>学校英文名(&amp;L)</translation>
    </message>
    <message>
      <source>Seal</source>
      <translation>印章</translation>
    </message>
    <message>
      <source>Seal in force</source>
      <translation>生效中的印章</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <source>Signatories</source>
      <translation>签署人</translation>
    </message>
    <message>
      <source>Street &amp;address</source>
      <translation>地址(&amp;A)</translation>
    </message>
    <message>
      <source>Texts</source>
      <translation>用语</translation>
    </message>
    <message>
      <source>The office card was changed. Papers issued from now on carry it.</source>
      <translation>机构信息已更改，此后出具的文书都会采用。</translation>
    </message>
    <message>
      <source>The seal waits for approval: somebody else looks at it in the section “Approvals”.</source>
      <translation>印章待批准：由另一人在“待批准”中审看。</translation>
    </message>
    <message>
      <source>Two digits; offices of one school differ in it.</source>
      <translation>两位数字，用于区分同一学校的各机构。</translation>
    </message>
    <message>
      <source>{name}: {width} × {height} pixels.</source>
      <translation>{name}：{width} × {height} 像素。</translation>
    </message>
  </context>
</TS>
