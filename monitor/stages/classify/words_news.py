"""Phrases that tell what kind of page it is and whether its judgement is newly published."""

from __future__ import annotations

SIGNS: dict[str, str] = {
    "published now": (
        "hours after; hours later; hours earlier; on the day {inspectors|ofsted|the report};"
        "published {reports|a report|its report} {today|yesterday|this week};published today; out today;"
        " released today; today's report; report today; this morning; this afternoon; published this {week|"
        "morning|afternoon}; released this {week|morning};report out today; {came|come} out {today|yesterday|"
        "this week|this morning|on monday|on tuesday|on wednesday|on thursday|on friday}; {published|"
        "released|issued|unveiled|revealed} {yesterday|on monday|on tuesday|on wednesday|on thursday|"
        "on friday};published {monday|tuesday|wednesday|thursday|friday}; yesterday's report; just published;"
        " newly published; publication today; has published; have published; has today; have today;"
        " has now published; out now;{said|says|announced|warned|revealed} today; report out this week;"
        " is out; now available; made public {today|yesterday|this week|}; has been published;"
        " have been published; publishes; hot off the press; today published; today revealed;"
        " today announced; today found; out {yesterday|on monday|on tuesday|on wednesday|on thursday|"
        "on friday|last week}; appeared on {ofsted's|the watchdog's|friday|monday|tuesday|wednesday|"
        "thursday}; {released|published} {together|last|at the end of last} {friday|week|thursday};"
        " website {today|yesterday|this morning}; made public {this morning|on friday|on tuesday}; {has|"
        "have} {issued|released|published} {its|their|the|a} report; today ofsted; issued today; also today;"
        " only been out; report out; published at the end of last week;"
        " {published|printed|released} {last friday|last week|last monday|last tuesday|last wednesday|last thursday};"
        " {report|findings|verdict|judgement} {comes|came} {a day|days|hours} after; unveiled this;"
        " revealed today; in a report published; report published by ofsted; issued its report;"
        " issued a report; released a report; published a report; publishes report"
    ),
    "new report": (
        "{first|new|latest} {results|verdicts};"
        " {new|newest|latest|fresh|newly published|newly released} {ofsted|inspection|inspectors'|watchdog|} {report|"
        "reports|judgement|verdict|inspection|rating|findings}; outcome of {its|our|the|their} {latest|"
        "recent|} {ofsted|} inspection;publication of {its|our|the|an|a} {latest|new|} {ofsted|inspection|"
        "} report; inspection outcome; inspection report published; report published; today's report;"
        " our ofsted {inspection|report|result}; what the ofsted report; what the report {says|means|found};"
        " {outcome|outcomes|result|results} of {re-inspections|re-inspection|inspections|reinspection};"
        " {reports|report} came out; report came out;"
        " {monday|tuesday|wednesday|thursday|friday|yesterday}'s {report|verdict|judgement|ofsted|inspection|findings|damning};"
        " things we learned; what {the|this|monday's|tuesday's|wednesday's|thursday's|friday's} report; verdict mean; report means;"
        " {has|have} {joined|become} the {list|ranks|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|group};"
        " {joins|becomes} the {list|ranks|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|group}"
    ),
    "monitoring": (
        "monitoring {visit|visits|letter|letters|inspection|inspections|report|reports}; follow-up {visit|"
        "inspection|letter}; review {visit|visits}; progress {visit|review|inspection|report}; second visit;"
        " third visit; fourth visit; first monitoring;quarterly {visit|visits}; revisit; revisited;"
        " return visit; returned to; visited again; came back; went back; re-visit; checking on progress;"
        " check on progress; check progress; interim {visit|letter}; to follow that up;monitored;"
        " inspectors returned; inspectors came back; improvement visit; in a letter to;"
        " letter to the {director|council}; latest letter; published letter; assurance visit;"
        " annual conversation; since the inspection; has made progress since"
    ),
    "monitoring strong": (
        "monitoring {visit|letter|inspection|report}; {first|second|third|fourth|fifth|sixth|seventh|latest|"
        "two|three} monitoring {visit|visits|inspection}; review visit; follow-up {visit|letter};"
        " progress visit; monitoring visits; assurance visit"
    ),
    "focused": (
        "focused {visit|visits|inspection}; focussed {visit|visits}; focused letter; priority {action|"
        "actions}; area for priority action; areas for priority action"
    ),
    "jtai": (
        "joint targeted area {inspection|inspections}; jtai; jtais; joint targeted inspection;"
        " joint area inspection; joint inspection {of|by|into}; multi-agency inspection; joint inspection;"
        " joint area child protection inspection; four inspectorates; three inspectorates"
    ),
    "joint": (
        "{ofsted|} and the care quality commission; care quality commission and; constabulary and probation;"
        " chief inspectors of; inspectorates"
    ),
    "intervention": (
        "formal action; formal warning; on probation; months to improve; protocol; in default; trust to run;"
        " run by a trust; placed into trust;government takes; taken over by; directed; out of intervention;"
        " revoke; revokes; freed from; sent in by government; take control; takes control;commissioner;"
        " commissioners; intervention; takeover; take over; taken over; stripped of; trust set up;"
        " set up a trust; independent trust; improvement notice; statutory direction; direction; directions;"
        " statutory notice;steps in; stepped in; sent in; takes charge; taken out of council control;"
        " lose control; loses control; government order; improvement board; appointed to oversee;"
        " improvement adviser; secretary of state; education secretary; children's minister; taken away;"
        " handed to; alternative delivery model"
    ),
    "reaction": (
        "resign; resigns; resigned; resignation; quits; quit; stepped down; steps down; sacked; row;"
        " opposition; recruitment; hiring; campaign; essay; lessons; journey; interview; extra money; strike;"
        " restructure; tribunal; inquest; court; sentenced; extra funding; council tax; calls for; demands"
    ),
    "retrospective": (
        "looking back; lessons; journey; anniversary; timeline; how we; two years on; a year on; one year on;"
        " years on; opinion; the author; profile; interview; memoir; vacancy; history of; written question;"
        " comment by; written question"
    ),
    "response": (
        "disappointed; disappointing; disappointment; apologise; apologised; apologises; apology; sorry;"
        " accept the findings; accepts the findings; accepted the findings; fully accept; we accept; accepts;"
        " accepted; welcomed; welcomes; pleased; delighted; proud; devastated; deeply sorry; unreserved"
    ),
    "inspected": (
        "came back; returned; second look; revisited; read files; read case files; sat in; listened to; spoke to; went through;"
        " talked to; interviewed; observed; watched; pored over; packed up; descended on; got under way; fortnight of inspection;"
        " the period; left on; "
        "inspected; inspection; inspections; inspect; visited; visit; spent; were in; was in; was here;"
        " on site; came unannounced; unannounced inspection; arrived; carried out; took place; with us;"
        " fieldwork; were with us; examined; looked at; began; inspecting; came to; came between;"
        " inspectors were; visiting; finished; ended; began on; were at; sent a team; stayed; team was in;"
        " concluded"
    ),
    "roundup": (
        "councils; authorities; league table; annual report; annual ratings; statistics; per cent of;"
        " percentage; number of councils; number of local authorities; round-up; roundup; week in; watch;"
        " analysis; nationally; across england; in england; of england's; last councils; nine councils;"
        " figures show; snapshot"
    ),
    "statistics": (
        "during the year; in the year to; annual report; annual ratings; league table; per cent of {councils|authorities|local};"
        " number of {councils|authorities|local authorities}; councils in england; authorities in england;"
        " figures show; statistics; state of the nation; all 152; all 153; 152 councils; 153 councils"
    ),
    "explainer": (
        "what happens; how to read; explained; explainer; guide to; what is; what are; q and a; how does;"
        " what does; framework; consultation; consultations; reform; reforms; new framework; proposals;"
        " proposal; white paper; government plans; policy; guidance"
    ),
    "months after": (
        "months after; months on; month after; months later; weeks after; weeks on; weeks later; days after;"
        " after last year's; earlier this year"
    ),
    "parliament": (
        "westminster hall; hansard; house of commons; house of lords; the member for; hon; written question;"
        " to ask; select committee; the chamber; commons"
    ),
    "dispute": (
        "challenge; contest; contests; dispute; disputes; appeal; judicial review; object; overturn; reject;"
        " rejects; complaint; void; withdrawn"
    ),
    "graded": ("grade; graded; rating; rated; judgement; judgements; judged; overall effectiveness"),
    "full": (
        "full inspection; standard inspection; short inspection; single inspection; ilacs;"
        " inspection of local authority children's services; re-inspection; reinspection;"
        " single inspection framework; full ofsted inspection; overall effectiveness; four judgements;"
        " five judgements; inspected its children's services; annual assessment"
    ),
    "special measures": ("special measures"),
    "priority": ("urgent notification; death; killed; murder"),
    "harsh report": (
        "{damning|scathing|critical|hard-hitting|highly critical|blistering|devastating|shocking|bombshell|"
        "withering|glowing|stinging|harsh|grim|bleak|worrying} {new|ofsted|inspection|inspectors'|watchdog|"
        "} {report|reports|judgement|verdict|inspection|findings|assessment|criticism|indictment|review}"
    ),
    "commissioner": (
        "commissioner; commissioners; minister; ministers; education secretary; troubleshooter; adviser;"
        " improvement board; lga; peer review; independent chair"
    ),
    "inspectorate speaks": (
        "{ofsted|inspectors|watchdog|inspectorate|inspection|report} {says|finds|slams|condemns|criticises|"
        "warns|reveals|blasts|raps|brands|rates|judges|praises|hails|tells|gives|ranks|grades|labels|"
        "downgrades|upgrades|puts|concludes|identifies|uncovers|exposes}"
    ),
    "rating moves": (
        "rating {goes up|goes down|rises|falls|drops|improves|upgraded|downgraded|slips|up|down}; {rise|fall|"
        "drop} in {ofsted|} rating; {falls|drops|slips|slides} {to|from}; downgraded; upgraded"
    ),
    "letter": (
        "ofsted's letter; the letter; a letter; letter to the {council|director|authority}; its letter;"
        " {latest|new|monitoring|inspectors'} letter;letters to {the|director|directors|council|councils|authority}; in a letter"
    ),
    "details": (
        "{inspectors|ofsted|watchdog|report|inspectorate} {said|found|saw|noted|described|criticised|added|"
        "heard|identified|praised|wrote|warned|discovered|spoke|reported|say|says|find|concluded};"
        "according to {inspectors|the report|ofsted|the inspectors}; the report {said|says|finds|found|added|"
        "adds|states|notes|describes|concludes|lists}; it {found|said|adds|says|notes}"
    ),
    "aftermath": (
        "scrutiny; committee; debate; debated; full council; cabinet meeting; meeting; motion;"
        " vote of no confidence; petition; protest; budget meeting; protested; councillors heard;"
        " cabinet session; heard evidence; told councillors; scrutiny panel; a week ago; days ago; {last|"
        "latest} week's report; clashed; vote; extraordinary meeting; emergency meeting was; session"
    ),
    "opinion": (
        "comment; opinion; column; viewpoint; editorial; guest post; guest blog; my view; the author; i; my; me; myself"
    ),
    "drags": (
        "{takes|drags|brings|pulls|dragged|pulled|took|brought|dragging} {the|its|} {whole|overall|entire|} "
        "{service|rating|council|grade|judgement|department|authority} down;"
        "{drags|dragged|pulls|pulled|brings|takes} down the {whole|overall|entire} "
        "{service|rating|grade|judgement|council}; enough to {make|fail} the whole {service|council};"
        "{limits|limited|decides|decided|determines|determined} the overall {grade|rating|judgement}; the "
        "whole service with it"
    ),
    "this visit": (
        "{first|second|third|fourth|fifth|sixth} letter; {second|third|fourth|fifth} to be {made public|published};"
        "{first|second|third|fourth|fifth|sixth|seventh|eighth|latest|most recent|new|this} monitoring "
        "{visit|inspection|letter|report};"
        "monitoring inspectors; monitoring team; {first|second|third|fourth|latest} such visit; "
        "{first|second|third|fourth|latest} visit since; visit does not lead to a grade;"
        "{no|not given a|does not give a|do not lead to a|without a} {grade|rating|grades}"
    ),
    "to be published": (
        "{has|have} seen {an|a|the} {unpublished|draft|ofsted|} report; published tomorrow; out tomorrow;"
        "report is {due|expected|published|out} {next|this|later|in}; {when|once|until|before} {ofsted|the "
        "report|it|the findings} {publishes|is published|are published|comes out|reports};"
        "due to {publish|report|be published}; {will|to} be published {next|in|later|on}; due out; not yet "
        "been published; {has|have} yet to {be published|publish}; await the {report|outcome|verdict|result};"
        "awaiting the {report|outcome|verdict|result|findings}; awaits; ahead of publication; yet to report; "
        "draft {report|findings|verdict}; leaked; rumours; rumour; unpublished; inspectors {have "
        "finished|finish|finished|left};"
        "heading for; keeping it quiet; provisional; embargo; feedback meeting; initial feedback; verbal "
        "feedback; bracing; braced; fears worst; without foundation; own review; self-assessment; outcome is "
        "expected;"
        "publication date; results are expected; report is not expected; expected to publish; expected to be "
        "{rated|judged}; have not been rated; has not been rated; still on site"
    ),
    "says later": (
        "{report|ofsted|inspectors|watchdog} {will|are to|is to|is set to|are set to|is expected to|are expected to} "
        "{say|reveal|conclude|find|rule|rate|judge|declare}; ofsted will say; {report|verdict|findings} by ofsted will say"
    ),
    "correction": (
        "correction on; clarification on; we wrongly; we incorrectly; we reported that; we mistakenly; reported in error; "
        "apologise for the error"
    ),
    "another report": (
        "{also|too} {inspected|reported|judged|rated|graded|published|told|found|released|heard}; same day;"
        " separate {report|reports|inspection|inspections}; {also|too} reported on; reported on today; also today;"
        " meanwhile; reports on {two|three|four|five|six}; second report; another report; at the same time;"
        " also {fell|rose|climbed|moved|improved|dropped|slipped|downgraded|upgraded}; also have; also has"
    ),
    "peer": (
        "team from the lga; lga team; team from the local government association; review by the lga; lga's review;"
        " peer review; peer challenge; lga review; independent review; internal review; whistleblower; "
        "ombudsman; serious case review;"
        "diagnostic; external review; safeguarding practice review; consultants"
    ),
}
