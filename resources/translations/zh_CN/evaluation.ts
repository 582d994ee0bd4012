<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message>
      <source>(disposed of)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All, late ones, mine</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Approval</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Credits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dean signs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Due today</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Due tomorrow</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Evaluation</source>
      <translation>评审</translation>
    </message>
    <message>
      <source>Free credits</source>
      <translation>自由学分</translation>
    </message>
    <message>
      <source>Go where work waits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Head signs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Learner</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Learning outcome</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Materials</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Narrow by name, number, title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No file waits for a second opinion or the panel.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No file waits for approval.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No file waits for evaluation.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No file waits for material review.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No file waits for the dean's signature.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No file waits for the head's signature.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No result waits to be published.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not recognise</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing in this queue matches.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Partly</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Publicity</source>
      <translation>公示</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recognise</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Second opinion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show the whole queue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>State</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Supplement</source>
      <translation>补正</translation>
    </message>
    <message>
      <source>Waiting for approval</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Waiting for evaluation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Waiting for publicity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Waiting for review</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Waiting for the dean</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Waiting for the head</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Waiting for the panel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>all</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>late ones only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>those I may decide</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ticked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} due today</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} late</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{days} d late</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{day} (provisional)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{title} +{more}</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
