<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message>
      <source>&amp;Credits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Reason</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>(disposed of)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A second evaluator or the panel has to agree.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All, late ones, mine</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Anything else that is missing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Applied for</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Approval</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask for it, next</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back &amp;to</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Belongs to</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Credits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cut from {credits}: {cap}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dean signs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Document before</source>
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
      <source>Due {day}, {days} working days left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Evaluated: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Evaluation</source>
      <translation>评审</translation>
    </message>
    <message>
      <source>First: {decision}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For {target}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Four eyes: {who} did this on the file before: {earlier} ({day}). Somebody else has to {act}.</source>
      <translation type="unfinished" />
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
      <source>Gra&amp;de</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Grade {grade}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Head signs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Late since {day}</source>
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
      <source>Less</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Like cases were mostly decided otherwise: {habit}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Material</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Materials</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Materials passed: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mem&amp;bers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Met before: {title} in {receipt} of {who}, {state}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Min&amp;utes no.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Missing: {materials}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Narrow by name, number, title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next document</source>
      <translation>下一份材料</translation>
    </message>
    <message>
      <source>Next outcome</source>
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
      <source>No like case was decided here yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No result waits to be published.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No rule gives credit</source>
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
      <source>Now: {now}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number or words of a phrase</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Official look-up still open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One notice names everything; the learner has 10 working days.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opinions so far</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Original compared (Ctrl A: all)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Outcome before</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Outcome {number} of {count}: {title}  {marks}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Panel</source>
      <translation>合议</translation>
    </message>
    <message>
      <source>Panel's decision</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Panel's decision entered: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Partly</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pass, next</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Precedents</source>
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
      <source>Rule {rule}, version {version}: {clause}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save and next</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Say what is missing: tick materials or write a line.</source>
      <translation>请指明所缺材料：勾选或填写。</translation>
    </message>
    <message>
      <source>Second opinion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Second opinion given: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Second: {decision}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Send back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Send the file back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sent back: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show the whole queue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Somebody changed this file while you were deciding</source>
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
      <source>Supplement asked for: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Taken up: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tar&amp;get course</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file has no materials.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file keeps the rules of its acceptance: {rules}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The rules ask for more: {materials}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The rules leave the value to you</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The rules leave the value to you: {least} to {most} credits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The rules suggest {credits} credits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This departs from what the rules suggest; say why.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Three names or more, with commas between</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Title</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Type</source>
      <translation>类型</translation>
    </message>
    <message>
      <source>Verdict</source>
      <translation type="unfinished" />
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
      <source>What is missing?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What you entered is kept.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You cannot decide this file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You saw: {then}</source>
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
      <source>no</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the same person</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the whole file</source>
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
      <source>yes</source>
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
      <source>{count} like cases: {habits}</source>
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
      <source>{number} {phrase}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{result} {credits} → {target}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{title} +{more}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{when} {who}: {act}</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
