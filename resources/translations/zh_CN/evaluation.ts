<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message>
      <source>&amp;Credits</source>
      <translation>认定学分(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Note</source>
      <translation>说明(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Reason</source>
      <translation>原因(&amp;R)</translation>
    </message>
    <message>
      <source>(disposed of)</source>
      <translation>（已销毁）</translation>
    </message>
    <message>
      <source>1 day left</source>
      <translation>明日到期</translation>
    </message>
    <message>
      <source>A second evaluator or the panel has to agree.</source>
      <translation>须经二评或合议。</translation>
    </message>
    <message>
      <source>All fields</source>
      <translation>全部字段</translation>
    </message>
    <message>
      <source>All, late ones, mine</source>
      <translation>全部、逾期、本人可办</translation>
    </message>
    <message>
      <source>Anything else that is missing</source>
      <translation>其他所缺材料</translation>
    </message>
    <message>
      <source>Applied for</source>
      <translation>申请置换</translation>
    </message>
    <message>
      <source>Approval</source>
      <translation>教务处审批</translation>
    </message>
    <message>
      <source>Approve this file</source>
      <translation>审批此件</translation>
    </message>
    <message>
      <source>Approve {count} files</source>
      <translation>审批 {count} 件</translation>
    </message>
    <message>
      <source>Ask for it, next</source>
      <translation>通知补正，下一件</translation>
    </message>
    <message>
      <source>Back &amp;to</source>
      <translation>退回至(&amp;T)</translation>
    </message>
    <message>
      <source>Belongs to</source>
      <translation>所属成果</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Course</source>
      <translation>课程</translation>
    </message>
    <message>
      <source>Credits</source>
      <translation>学分</translation>
    </message>
    <message>
      <source>Dean signs</source>
      <translation>院长会签</translation>
    </message>
    <message>
      <source>Decision</source>
      <translation>评审结论</translation>
    </message>
    <message>
      <source>Depart from the rules</source>
      <translation>偏离规则</translation>
    </message>
    <message>
      <source>Document before</source>
      <translation>上一份材料</translation>
    </message>
    <message>
      <source>Due today</source>
      <translation>今日到期</translation>
    </message>
    <message>
      <source>Due today, {day}</source>
      <translation>今日到期（{day}）</translation>
    </message>
    <message>
      <source>Due {day}, {days} working days left</source>
      <translation>{day} 到期，剩余 {days} 个工作日</translation>
    </message>
    <message>
      <source>Evaluated: {name}</source>
      <translation>已评审：{name}</translation>
    </message>
    <message>
      <source>Evaluation</source>
      <translation>评审</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>证明材料</translation>
    </message>
    <message>
      <source>Fewer fields</source>
      <translation>收起字段</translation>
    </message>
    <message>
      <source>File before</source>
      <translation>上一件</translation>
    </message>
    <message>
      <source>First: {decision}</source>
      <translation>一评：{decision}</translation>
    </message>
    <message>
      <source>For {target}</source>
      <translation>置换 {target}</translation>
    </message>
    <message>
      <source>Four eyes: {who} did this on the file before: {earlier} ({day}). Somebody else has to {act}.</source>
      <translation>四眼原则：{who} 已对该申请办理“{earlier}”（{day}），“{act}”须由他人办理。</translation>
    </message>
    <message>
      <source>Free credits</source>
      <translation>自由学分</translation>
    </message>
    <message>
      <source>Full</source>
      <translation>全部认定</translation>
    </message>
    <message>
      <source>Go where work waits</source>
      <translation>前往有待办的环节</translation>
    </message>
    <message>
      <source>Gra&amp;de</source>
      <translation>成绩(&amp;D)</translation>
    </message>
    <message>
      <source>Head signs</source>
      <translation>系主任会签</translation>
    </message>
    <message>
      <source>How many files</source>
      <translation>件数</translation>
    </message>
    <message>
      <source>It stands elsewhere now: {state}.</source>
      <translation>该申请现处于：{state}。</translation>
    </message>
    <message>
      <source>Late since {day}</source>
      <translation>已逾期（{day} 到期）</translation>
    </message>
    <message>
      <source>Learner</source>
      <translation>学习者</translation>
    </message>
    <message>
      <source>Less</source>
      <translation>收起</translation>
    </message>
    <message>
      <source>Like cases were mostly decided otherwise: {habit}.</source>
      <translation>同类先例多数为：{habit}。</translation>
    </message>
    <message>
      <source>Material</source>
      <translation>材料</translation>
    </message>
    <message>
      <source>Materials</source>
      <translation>材料初审</translation>
    </message>
    <message>
      <source>Materials passed: {name}</source>
      <translation>材料初审通过：{name}</translation>
    </message>
    <message>
      <source>Mem&amp;bers</source>
      <translation>合议成员(&amp;B)</translation>
    </message>
    <message>
      <source>Met before: {title} in {receipt} of {who}, {state}</source>
      <translation>曾出现：{receipt}（{who}）的 {title}，{state}</translation>
    </message>
    <message>
      <source>Min&amp;utes no.</source>
      <translation>纪要编号(&amp;U)</translation>
    </message>
    <message>
      <source>Missing: {materials}</source>
      <translation>缺少：{materials}</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Narrow by name, number, title</source>
      <translation>按姓名、编号、成果筛选</translation>
    </message>
    <message>
      <source>Narrow the queue</source>
      <translation>筛选队列</translation>
    </message>
    <message>
      <source>Next document</source>
      <translation>下一份材料</translation>
    </message>
    <message>
      <source>Next file</source>
      <translation>下一件</translation>
    </message>
    <message>
      <source>Next outcome</source>
      <translation>下一项成果</translation>
    </message>
    <message>
      <source>No file is chosen. J and K go through the queue.</source>
      <translation>未选择申请。按 J、K 浏览队列。</translation>
    </message>
    <message>
      <source>No file waits for a second opinion or the panel.</source>
      <translation>没有等待二评或合议的申请。</translation>
    </message>
    <message>
      <source>No file waits for approval.</source>
      <translation>没有等待审批的申请。</translation>
    </message>
    <message>
      <source>No file waits for evaluation.</source>
      <translation>没有等待评审的申请。</translation>
    </message>
    <message>
      <source>No file waits for material review.</source>
      <translation>没有等待材料初审的申请。</translation>
    </message>
    <message>
      <source>No file waits for the dean's signature.</source>
      <translation>没有等待院长会签的申请。</translation>
    </message>
    <message>
      <source>No file waits for the head's signature.</source>
      <translation>没有等待系主任会签的申请。</translation>
    </message>
    <message>
      <source>No like case was decided here yet.</source>
      <translation>暂无同类先例。</translation>
    </message>
    <message>
      <source>No result waits to be published.</source>
      <translation>没有等待公示的结果。</translation>
    </message>
    <message>
      <source>No rule gives credit</source>
      <translation>没有可适用的规则</translation>
    </message>
    <message>
      <source>Not recognise</source>
      <translation>不予认定</translation>
    </message>
    <message>
      <source>Nothing in this queue matches.</source>
      <translation>队列中没有符合条件的申请。</translation>
    </message>
    <message>
      <source>Nothing is on show today.</source>
      <translation>今日没有公示内容。</translation>
    </message>
    <message>
      <source>Now: {now}</source>
      <translation>现在：{now}</translation>
    </message>
    <message>
      <source>Number or words of a phrase</source>
      <translation>常用语编号或文字</translation>
    </message>
    <message>
      <source>Official look-up still open</source>
      <translation>官方查询尚未完成</translation>
    </message>
    <message>
      <source>On show today</source>
      <translation>今日公示</translation>
    </message>
    <message>
      <source>One notice names everything; the learner has 10 working days.</source>
      <translation>一次性告知全部所缺材料；学习者有 10 个工作日补正。</translation>
    </message>
    <message>
      <source>Open the learner</source>
      <translation>打开学习者</translation>
    </message>
    <message>
      <source>Opinions so far</source>
      <translation>已有意见</translation>
    </message>
    <message>
      <source>Original compared (Ctrl A: all)</source>
      <translation>与原件核对（Ctrl A 全选）</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>学习成果</translation>
    </message>
    <message>
      <source>Outcome before</source>
      <translation>上一项成果</translation>
    </message>
    <message>
      <source>Outcome {number} of {count}  {marks}</source>
      <translation>成果 {number} / {count}  {marks}</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>页数</translation>
    </message>
    <message>
      <source>Panel</source>
      <translation>二评合议</translation>
    </message>
    <message>
      <source>Panel's decision</source>
      <translation>合议决定</translation>
    </message>
    <message>
      <source>Panel's decision entered: {name}</source>
      <translation>合议决定已登记：{name}</translation>
    </message>
    <message>
      <source>Partly</source>
      <translation>部分认定</translation>
    </message>
    <message>
      <source>Pass, next</source>
      <translation>通过，下一件</translation>
    </message>
    <message>
      <source>Phrases that match</source>
      <translation>符合的常用语</translation>
    </message>
    <message>
      <source>Precedents</source>
      <translation>同类先例</translation>
    </message>
    <message>
      <source>Publicity</source>
      <translation>公示</translation>
    </message>
    <message>
      <source>Publish this file</source>
      <translation>公示此件</translation>
    </message>
    <message>
      <source>Publish {count} files</source>
      <translation>公示 {count} 件</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation>队列</translation>
    </message>
    <message>
      <source>Recognise</source>
      <translation>认定</translation>
    </message>
    <message>
      <source>Refused</source>
      <translation>不予认定</translation>
    </message>
    <message>
      <source>Rule {rule}, version {version}</source>
      <translation>规则 {rule}，第 {version} 版</translation>
    </message>
    <message>
      <source>Rule {rule}, version {version}: {clause}</source>
      <translation>规则 {rule}，第 {version} 版：{clause}</translation>
    </message>
    <message>
      <source>Save and next</source>
      <translation>保存，下一件</translation>
    </message>
    <message>
      <source>Save, sign or publish, and go on</source>
      <translation>保存、签字或公示并继续</translation>
    </message>
    <message>
      <source>Say what is missing: tick materials or write a line.</source>
      <translation>请指明所缺材料：勾选或填写。</translation>
    </message>
    <message>
      <source>Second opinion</source>
      <translation>二评</translation>
    </message>
    <message>
      <source>Second opinion given: {name}</source>
      <translation>二评完成：{name}</translation>
    </message>
    <message>
      <source>Second: {decision}</source>
      <translation>二评：{decision}</translation>
    </message>
    <message>
      <source>Send back</source>
      <translation>退回</translation>
    </message>
    <message>
      <source>Send the file back</source>
      <translation>退回申请</translation>
    </message>
    <message>
      <source>Sent back: {name}</source>
      <translation>已退回：{name}</translation>
    </message>
    <message>
      <source>Show the whole queue</source>
      <translation>显示整个队列</translation>
    </message>
    <message>
      <source>Shown to the public</source>
      <translation>公示期</translation>
    </message>
    <message>
      <source>Sign this file</source>
      <translation>签署此件</translation>
    </message>
    <message>
      <source>Sign {count} files</source>
      <translation>签署 {count} 件</translation>
    </message>
    <message>
      <source>Somebody changed this file while you were deciding</source>
      <translation>您办理期间该申请已被他人更改</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Student number</source>
      <translation>学号</translation>
    </message>
    <message>
      <source>Supplement</source>
      <translation>退回补正</translation>
    </message>
    <message>
      <source>Supplement asked for: {name}</source>
      <translation>已通知补正：{name}</translation>
    </message>
    <message>
      <source>Take the last act back</source>
      <translation>撤回上一步</translation>
    </message>
    <message>
      <source>Take up</source>
      <translation>开始初审</translation>
    </message>
    <message>
      <source>Taken back</source>
      <translation>已撤回</translation>
    </message>
    <message>
      <source>Taken up: {name}</source>
      <translation>已开始初审：{name}</translation>
    </message>
    <message>
      <source>Tar&amp;get course</source>
      <translation>置换课程(&amp;G)</translation>
    </message>
    <message>
      <source>The file has no materials.</source>
      <translation>该申请没有材料。</translation>
    </message>
    <message>
      <source>The file keeps the rules of its acceptance: {rules}</source>
      <translation>按受理时的规则评审：{rules}</translation>
    </message>
    <message>
      <source>The file was sent back and goes on elsewhere: {state}.</source>
      <translation>该申请已退回，正在其他环节办理：{state}。</translation>
    </message>
    <message>
      <source>The rules ask for more: {materials}</source>
      <translation>规则还要求：{materials}</translation>
    </message>
    <message>
      <source>The rules leave the value to you</source>
      <translation>规则交由人工裁量</translation>
    </message>
    <message>
      <source>The rules leave the value to you: {least} to {most} credits</source>
      <translation>规则交由人工裁量：{least}–{most} 学分</translation>
    </message>
    <message>
      <source>The rules suggest {credits} credits</source>
      <translation>规则建议：认定 {credits} 学分</translation>
    </message>
    <message>
      <source>The rules suggested {credits}</source>
      <translation>规则建议 {credits} 学分</translation>
    </message>
    <message>
      <source>Then</source>
      <translation>之后</translation>
    </message>
    <message>
      <source>There is nothing to take back.</source>
      <translation>没有可撤回的操作。</translation>
    </message>
    <message>
      <source>This departs from what the rules suggest; say why.</source>
      <translation>与规则建议不一致，请选择理由。</translation>
    </message>
    <message>
      <source>This file does not wait at one of your stages.</source>
      <translation>该申请不在您办理的环节。</translation>
    </message>
    <message>
      <source>This file does not wait here any more.</source>
      <translation>该申请已不在此环节。</translation>
    </message>
    <message>
      <source>Three names or more: A, B, C</source>
      <translation>至少三人，用逗号分隔</translation>
    </message>
    <message>
      <source>Tick all</source>
      <translation>全部勾选</translation>
    </message>
    <message>
      <source>Tick the file</source>
      <translation>勾选此件</translation>
    </message>
    <message>
      <source>To the queue</source>
      <translation>转到队列</translation>
    </message>
    <message>
      <source>Until</source>
      <translation>截止</translation>
    </message>
    <message>
      <source>Verdict</source>
      <translation>评审结论</translation>
    </message>
    <message>
      <source>What is missing?</source>
      <translation>缺少什么？</translation>
    </message>
    <message>
      <source>What you entered is kept.</source>
      <translation>您填写的内容已保留。</translation>
    </message>
    <message>
      <source>What you will approve</source>
      <translation>将审批的内容</translation>
    </message>
    <message>
      <source>What you will publish</source>
      <translation>将公示的内容</translation>
    </message>
    <message>
      <source>What you will sign</source>
      <translation>将签署的内容</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>缘由</translation>
    </message>
    <message>
      <source>With</source>
      <translation>公示内容</translation>
    </message>
    <message>
      <source>You cannot decide this file</source>
      <translation>您不能办理该申请</translation>
    </message>
    <message>
      <source>You saw: {then}</source>
      <translation>您看到的：{then}</translation>
    </message>
    <message>
      <source>all</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>ends on sync</source>
      <translation>待同步结束</translation>
    </message>
    <message>
      <source>grade {grade}</source>
      <translation>成绩 {grade}</translation>
    </message>
    <message>
      <source>late ones only</source>
      <translation>仅逾期</translation>
    </message>
    <message>
      <source>masked names and numbers, outcome, course, credits</source>
      <translation>脱敏姓名与学号、成果、课程、学分</translation>
    </message>
    <message>
      <source>shown {first} to {last}</source>
      <translation>公示 {first} 至 {last}</translation>
    </message>
    <message>
      <source>the same person</source>
      <translation>同一人</translation>
    </message>
    <message>
      <source>the whole file</source>
      <translation>整份申请</translation>
    </message>
    <message>
      <source>those I may decide</source>
      <translation>仅本人可办</translation>
    </message>
    <message>
      <source>ticked</source>
      <translation>已勾选</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>{count} files</source>
      <translation>{count} 件</translation>
    </message>
    <message>
      <source>{count} late</source>
      <translation>逾期 {count} 件</translation>
    </message>
    <message>
      <source>{count} like cases: {habits}</source>
      <translation>同类 {count} 件：{habits}</translation>
    </message>
    <message>
      <source>{count} rows</source>
      <translation>{count} 条</translation>
    </message>
    <message>
      <source>{count} to delivery</source>
      <translation>{count} 件转送达</translation>
    </message>
    <message>
      <source>{count} to publicity</source>
      <translation>{count} 件转公示</translation>
    </message>
    <message>
      <source>{count} to the academic office</source>
      <translation>{count} 件转教务处</translation>
    </message>
    <message>
      <source>{count} today</source>
      <translation>今日到期 {count} 件</translation>
    </message>
    <message>
      <source>{count} wait for the dean</source>
      <translation>{count} 件待院长会签</translation>
    </message>
    <message>
      <source>{count} wait for the head</source>
      <translation>{count} 件待系主任会签</translation>
    </message>
    <message>
      <source>{days} d late</source>
      <translation>逾期 {days} 天</translation>
    </message>
    <message>
      <source>{day} (provisional)</source>
      <translation>{day}（暂定）</translation>
    </message>
    <message>
      <source>{done} of {count} done</source>
      <translation>完成 {done} / {count} 件</translation>
    </message>
    <message>
      <source>{first} to {last}</source>
      <translation>{first} 至 {last}</translation>
    </message>
    <message>
      <source>{first} to {last} (provisional)</source>
      <translation>{first} 至 {last}（暂定）</translation>
    </message>
    <message>
      <source>{first}, {second}</source>
      <translation>{first}，{second}</translation>
    </message>
    <message>
      <source>{name}: {what}</source>
      <translation>{name}：{what}</translation>
    </message>
    <message>
      <source>{number} {phrase}</source>
      <translation>{number} {phrase}</translation>
    </message>
    <message>
      <source>{result} {credits} → {target}</source>
      <translation>{result} {credits} 学分 → {target}</translation>
    </message>
    <message>
      <source>{title} +{more}</source>
      <translation>{title} 等（另 {more} 项）</translation>
    </message>
    <message>
      <source>{when} {who}: {act}</source>
      <translation>{when} {who}：{act}</translation>
    </message>
  </context>
</TS>
