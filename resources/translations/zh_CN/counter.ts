<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>creditbank</name>
    <message numerus="yes">
      <source>%n page(s)</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <source>&amp;Authorisation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Relation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A second evaluator will judge it too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>About</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>About {credits} credits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add materials</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Al&amp;so</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Answer by</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Answer by {day}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Anything else, in words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Application</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As soon as an outcome can be read, the rules say here what it is worth.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask for a supplement</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask for it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asked for</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Attach files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Core skill</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Credit code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Credits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Deliver</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Deliver the result</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delivered</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Discard</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Do not accept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Docu&amp;ment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drafts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>End as lapsed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Extend the time</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>File</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For course</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For {course}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Found</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Free credits</source>
      <translation>自由学分</translation>
    </message>
    <message>
      <source>Grade: {grade}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Handed in by</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Handed in by somebody else</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If any</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Insured</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Issuer</source>
      <translation>颁发机构</translation>
    </message>
    <message>
      <source>Its credits are posted.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Journal no.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kind</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Learner</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Learner (record disposed of)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lowered from {credits} by: {cap}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Match %</source>
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
      <source>Met before: {why}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Missing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Missing</source>
      <comment>material</comment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move the date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move the promised date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>N&amp;ote</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>N&amp;umber</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nearly fits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New &amp;date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New learner</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next learner</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No files yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No result waits to be delivered.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No rule gives credit as it stands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No unfinished applications.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nobody owes a supplement.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nobody was found. Check the spelling, or register the learner.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing waits to be accepted. Find the next learner above.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number, name, initials, phone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On the learner's word, before it is decided. This cannot be undone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One more outcome</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One notice names everything. Tick all that is missing; the learner has 10 working days.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Organiser</source>
      <translation>组织单位</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Outcome {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Outcomes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pre-assessment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Print the notice</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Proxy, note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>R&amp;eason</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ratified</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reason</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Receipt</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Receipt number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Received on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Relevant</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove this outcome</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Requested for the course</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Result</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rules</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scale</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scans and documents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>State</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Still missing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Submit and accept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Supplement</source>
      <translation>补正</translation>
    </message>
    <message>
      <source>Supplement by</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>T&amp;ype</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take the supplement in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tasks %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The days for an appeal count from today. The credits are posted after the next sync.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file cannot be accepted while the other one lives.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The learner gets a written notice with the reason.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The learner is told the reason and the new date in writing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The rules leave the value to people</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The whole application</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There</source>
      <comment>material</comment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To accept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To deliver</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type</source>
      <translation>类型</translation>
    </message>
    <message>
      <source>Type to find</source>
      <translation>输入以查找</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verified</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Waiting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wh&amp;at</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What happened</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why it may stand all the same</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Withdraw</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no title yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>open</source>
      <comment>outcome</comment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>original to be shown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{least} to {most} credits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{number} {type}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{number} · {posted} posted · {pending} pending</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{there} of {needed} needed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{time}  {person}: {act}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{title} (!)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>· {material}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>≈ {credits}</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
