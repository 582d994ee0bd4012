<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message>
      <source>? All keys</source>
      <translation>? 全部快捷键</translation>
    </message>
    <message>
      <source>All keys</source>
      <translation>全部快捷键</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Credit Bank</source>
      <translation>学分银行</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>通用</translation>
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
      <source>Not synced yet</source>
      <translation>尚未同步</translation>
    </message>
    <message>
      <source>Nothing can be saved now</source>
      <translation>目前无法保存</translation>
    </message>
    <message>
      <source>Nothing found. Try a number, a name, pinyin or initials.</source>
      <translation>没有找到。请尝试编号、姓名、拼音或首字母。</translation>
    </message>
    <message>
      <source>Passphrase and keys</source>
      <translation>口令与密钥</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <source>Search learners and applications</source>
      <translation>搜索学习者与申请</translation>
    </message>
    <message>
      <source>Search results</source>
      <translation>搜索结果</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>退出登录</translation>
    </message>
    <message>
      <source>Try now</source>
      <translation>立即重试</translation>
    </message>
    <message>
      <source>User</source>
      <translation>用户</translation>
    </message>
    <message>
      <source>What you typed stays here. Saving is tried again by itself until it works.</source>
      <translation>您键入的内容会保留。程序会自动重试，直到可以保存。</translation>
    </message>
    <message>
      <source>Work is going on</source>
      <translation>正在处理</translation>
    </message>
    <message>
      <source>Workplace</source>
      <translation>工作台</translation>
    </message>
  </context>
</TS>
