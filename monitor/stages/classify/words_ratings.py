"""Phrases that give, name, deny or imply a grade."""

from __future__ import annotations

VERBS: dict[str, str] = {
    "rate": (
        "label; brand; rank; mark; class; deem; declare; describe as; have judged; have rated;"
        "rated; rates; rate; rating; graded; grades; grading; judged; judges; judge; judging; deemed; deems;"
        " branded; brands; branding; labelled; labels;"
        "labeled; ranked; ranks; marked; marks; classed; classified; classifies; declared; declares; scored;"
        " scores; assessed; assesses; evaluated; adjudged;"
        "dubbed; condemned {as|}; slammed {as|}; described as; considered; found; finds; find; finding;"
        " considers; consider; regards; regarded as; views as; thinks; termed; terms; pronounces; brandishes; categorises;"
        " called; calls; ruled; rules; concluded; concludes;"
        "pronounced; categorised; categorized; regarded as; re-rated; re-graded; said to be;"
        " assessed as being; tagged; designated; stamped; rerated"
    ),
    "give": (
        "put; puts; placed; places; placing; putting;"
        "given; gave; gives; give; giving; awarded; awards; award; awarding; handed; hands; handing;"
        " received; receives; receive; receiving; got; gets; get; getting; gained;"
        "gains; earned; earns; earning; achieved; achieves; achieving; secured; secures; won; wins; scoops;"
        " obtained; attained; slapped with; hit with; issued; bestowed;"
        "reached; reaches; landed {with|}; ended in; ends in; returned; collected; picked up; was dealt;"
        " delivers; delivered; retained; retains; kept; keeps; stays; lands; saddled with"
    ),
    "move": (
        "downgraded; downgrades; downgrade; upgraded; upgrades; demoted; demotes; dropped; drops; drop;"
        " falls; fell; fallen; falling; slumps; slumped; plunges; plunged;"
        "plummets; plummeted; slides; slid; slipped; slips; sinks; sank; sunk; moved; moves; goes; gone;"
        " went; rises; risen; rose; jumps; jumped; climbs; climbed; lifted;"
        "raised; improved; improves; improving; crashes; crashed; tumbles; tumbled; relegated; brought down;"
        " turned; pulled down; drags; dragged; deteriorated; declined; leaps; leapt; taken"
    ),
    "be": (
        "is; are; was; were; be; been; being; remains; remain; remained; remaining; stays; stayed; still;"
        " becomes; became; again; as"
    ),
    "need": "needs; told it; told they",
}

RATING_NOUNS = (
    "rating; ratings; grade; grades; grading; gradings; judgement; judgements; judgment; judgments;"
    " verdict; verdicts; mark; marks; score; scores; category;"
    "categories; status; label; ranking; rank; result; outcome; outcomes; assessment; finding; findings;"
    " tag; rung; band; banding; report; inspection;"
    "ofsted {rating|ratings|grade|judgement|judgment|verdict|mark|report|inspection|result|inspections|"
    "grading|assessment}; overall {rating|grade|judgement|judgment|verdict}"
)

LOWEST = (
    "bottom for; failing {category|grade|rating}; bottom of the {ofsted|} class; {come|came|comes|finished} bottom;"
    "{lowest|bottom|worst|poorest|lowest possible|worst possible|very lowest|lowest available|lowest "
    "overall|worst available} {ofsted|possible|overall|available|inspection|official|of its|of|}"
    " {rating|ratings|grade|grades|grading|mark|marks|score|scores|judgement|judgements|judgment|"
    "category|ranking|verdict|rung|level|outcome|band|result|assessment};"
    "{lowest|worst|bottom|poorest} of {the|its|ofsted's|all|} {four|} {possible|available|ofsted|"
    "} {ratings|grades|categories|judgements|marks|judgments|levels|rungs|four|outcomes|bands};"
    "{lowest|worst|poorest|bottom} {rating|grade|mark|judgement|score|verdict} {possible|available|"
    "that ofsted|ofsted|it|inspectors|they}; lowest it can give;"
    "{bottom|foot} of {the|ofsted's|its|their|every} {scale|ladder|pile|range|heap|table}; other end of {the|ofsted's|its} {scale|range};"
    "{lowest|worst|bottom|poorest} {that|} {ofsted|it|they|inspectors|the watchdog} {can|could|may|ever|} "
    "{give|gives|award|awards|hand out|hands out|has|have|hands|issue|issues|uses|use|gave|awarded};"
    "{lowest|worst|bottom|poorest} there is; {lowest|worst|bottom|poorest} of {their|its|ofsted's|all|the} {four|} {grades|"
    "ratings|marks|categories|verdicts};"
    "{lowest|worst|bottom|poorest} {of the|of|} {grades|ratings|marks|categories}; as bad as it {gets|can be};"
    "lowest of its four; lowest of the four; lowest of four;"
    " bottom of the {scale|ladder|four point scale}; the lowest rung; grade four; grade 4; bottom rung;"
    ""
    "lowest inspectors can give; lowest that can be given; as low as it {gets|goes|can go|can get};"
    " as low as {marks|grades|ratings} {go|get};"
    " fourth and lowest;"
    " lowest on the scale; lowest point on the scale;"
    "lowest rating of all; lowest grading possible; fourth of the four {grades|ratings};"
    " bottom grade of all; the one at the bottom; lowest possible; worst possible {ofsted|} result; to the bottom"
)
HIGHEST = (
    "{highest|top|best|highest possible|best possible} {ofsted|possible|available|overall|inspection|"
    "} {rating|ratings|grade|grades|mark|marks|judgement|judgment|score|category|verdict};"
    "top of the class; grade one; grade 1; full marks"
)
SECOND_LOWEST = (
    "{second|second from} {lowest|bottom|worst|poorest} {rating|grade|mark|judgement|judgment|category|"
    "possible rating|of its four grades|of the four grades|of four};"
    "third of the four {grades|ratings|categories}; grade three; grade 3;"
    " one step above the {lowest|bottom}; second-lowest {rating|grade|mark|judgement}"
)
SECOND_HIGHEST = (
    "second {highest|best} {rating|grade|mark|judgement|judgment}; grade two; grade 2; second "
    "of the four {grades|ratings}"
)

FAILING_ALL = (
    "{fails|failed|failing|fail} {on|in|at|across} {every|all|each} {single|} {count|counts|area|areas|"
    "measure|measures|category|categories|level|levels|four areas|four counts|respect|test|judgement};"
    "{fails|failed|failing|fail} children {on|at|in} every {count|level|measure}; fails across the board;"
    " failing across the board; failed across the board;"
    "{fails|fail|failed|failing|flunked|flunks} {ofsted|inspection|its inspection|its ofsted|ofsted's|its latest|"
    "latest ofsted|the ofsted|an ofsted} {inspection|test|};"
    "fails children across the board; not good enough in any area; a fail {right|} across the board;"
    "{fail|fails|failed} again; a fail on every count; failed in all {areas|four areas}; failure on every "
    "{count|measure}"
)
"""A failure on all counts: implies the lowest grade where a council's services were inspected."""

THRESHOLD = (
    "{serious|widespread|significant|severe|systemic|grave|systematic|major} and {serious|widespread|"
    "systemic|significant|corporate|persistent} {failures|failings|failure|weaknesses|shortcomings|"
    "problems|deficiencies|concerns};"
    "{systemically|systematically|comprehensively} {failed|failing|fails|let down}; {failures|failings|"
    "problems|weaknesses} {that were|that are|which are|were|are} {serious and widespread|"
    "widespread and serious|widespread and systemic};"
    "widespread {failures|failings}; {failed|failing} persistently; catastrophic {failures|failings};"
    " systemic {failures|failings|failure}; fundamental {failures|failings}; corporate failure"
)
"""The stock phrase of an inadequate report: implies it only where nothing better is stated."""

DENIALS = (
    "lost; behind; in the past; a thing of the past; to rest;"
    "no longer; not; isn't; aren't; wasn't; weren't; never; neither; none; nor; no area; no areas;"
    " rather than; instead of; free of; out of; lifted from; lifted out of; shed; sheds;"
    "shake off; shaking off; throw off; leave behind; cast off; shedding; losing; escaping; free from; freed from; freed of;"
    " shakes off; shook off; shaken off; throws off; thrown off; threw off; escape; escapes; escaped;"
    " avoids; avoided; avoid; narrowly avoided; clear of; rid of; left behind; leaves behind;"
    "stripped of its; stripped of; sheds its; loses its; lost its; came out of; exits; exited; moved out of;"
    " moves out of; up from; improved from; rises from; climbs from; risen from; jumped from; without;"
    " got rid of;"
    "no judgement of; no grade of; nothing; nothing was; nothing is; far from; anything but; denied; denies;"
    " stopped short of; stops short of; ceased to be; cast off; casts off; removed from; emerged from;"
    " emerges from; no"
)

FORMER = (
    "when inspectors {first|last} {came|visited|called|arrived|looked}; "
    "at that time; last rated; last judged; last graded;"
    " had both been; had all been; had ended; previously; formerly; previous; former; earlier; before; originally; once; in the past;"
    " historically; at the time; back then; then; had been; had previously; last inspection;"
    " previous inspection;"
    "last inspected; last full inspection; last time; prior; prior to; used to be; until; up to now;"
    " past; last year's; last inspection in; following a previous; in the previous; at its last;"
    " at their last;"
    "had rated; had judged; had found; had graded; had given; had branded; had also been; had already;"
    " first rated; was first; were first; when it was; since being; since it was; since they were;"
    " since the;"
    "history; historic; after years; spent years; inherited; predecessor; first inspection;"
    " earlier inspection; already; an earlier; the last report; last report; since then; as it was in;"
    " as in; the one before; this time last year"
)

FEARED = (
    "prepare themselves for; prepare itself for; warns of; warned of; warning of; heading for; rumours that; "
    "rumour that; rumours; rumour; expect the; expects the; headed for;"
    "will be {rated|judged|found|branded|given|graded}; to be {rated|judged} inadequate; would be rated; "
    "faces; facing; facing an;"
    "heard that it was; heard it was; heard it is; d heard; understood to be; is understood; believed to be;"
    " risks; risking; could face; may face; threat of; threatened with; spectre of; on course for;"
    " at risk of {an|a|being|becoming|another};"
    " reportedly; hears that; should expect; told to expect; rumoured to be; whispers;"
    "fear; fears; feared; expected to be; expects to be; expecting; braced; braces; bracing;"
    " likely to be; set to be; could be rated; could be judged; could be found; might be; may be rated;"
    " risk of being;"
    "risks being; leaked; leak; draft report; draft; rumoured; anticipated; anticipate; anticipates;"
    " anticipation; warned it could; poised to be; expected to; expects; expect; bracing itself;"
    " in danger of; worry; worries; worried;"
    "about to be; due to be judged; yet to be published; ahead of publication; unconfirmed; rumours;"
    " prepare for; preparing for; prepares for"
)

HYPOTHETICAL = (
    "if; would be; would have been; would; d be; d have been; whether; suppose; imagine; unless; in the event; can be;"
    " could; can; may; when a council; when councils; when an authority; where a council; where councils;"
    " any council; a council judged; a council rated;"
    "councils rated; councils judged; councils found; authorities rated; authorities judged;"
    " authorities found; councils that are; councils which are; councils whose; authorities whose;"
    " those judged; those rated; services judged; each can be;"
    "such a rating; an inadequate rating can; what happens; how do you; how to;"
    " should a council; any authority; any judgement of; any area; any service; either; ranging from;"
    " range from; scale of; four-point scale; four point scale; possible grades; possible ratings;"
    " either outstanding"
)

DEMANDED = (
    "should be rated; should be judged; should have been; ought to be; ought to have been; must be "
    "rated; call for; calls for; demand; demands; demanded; demanding; deserves to be; deserve; deserved; "
    "deserves; wants ofsted to; urged ofsted to; petition"
)

AGAIN = (
    "again; {second|third|fourth|fifth} time; once more; twice; yet again; {second|third|fourth} "
    "{successive|consecutive};"
    "{second|third|fourth|fifth} {full|single|} inspection {running|in succession|in a row}; in succession;"
    "in a row; re-inspection; reinspection; for a {second|third|fourth}; once again; second inadequate"
)

SAME = (
    "{given|got|received|earned|on|at} that {grade|rating|mark|judgement};"
    " so was; so were; so is; so are; so do; so does; so did; that s also; that is also; and that is the;"
    " that s the {judgement|judgment|grade|rating|verdict}; that is the {overall|} {judgement|judgment|grade|rating|verdict|mark};"
    "{graded|rated|judged} {that way|the same way|the same|likewise|alike}; fared no better; no better is; in the same {category|band};"
    "at the same; on the same; no better than that;"
    "same {overall|} {judgement|judgment|grade|rating|mark|verdict|label|score|for|conclusion}; that is also "
    "the {judgement|judgment|grade|rating|verdict};"
    "{said|say|says} {so|it|the same} {again|once more|once again}; {identical|unchanged} {verdict|conclusion|judgement|rating|grade};"
    " {view|verdict|rating|grade|opinion|conclusion|judgement} {is|was|has been|remains} {unchanged|the same};"
    " same {view|opinion|result|finding|word|label}; identical view;"
    "also the {judgement|rating|grade|verdict} for; the same {is|was} true {of|for};"
    " the same {goes|went|applies|applied} {for|to}; likewise {inadequate|}"
)
"""A grade by reference to the one just told."""

STILL = (
    "still; stay in; stays in; will stay; stuck in; remains; remain; remained; stays; continues to be; continue to be"
)
"""May tell of a new grade like the old one, or of a visit that gives none."""

SPEAKERS = (
    "whistleblower; whistleblowers; judge; mp; mps; union; unions; unison; campaigner; campaigners; parents; "
    "mother; father; family; families; councillor;"
    "councillors; cllr; opposition; leader; commissioner; minister; lawyer; solicitor; coroner; court; "
    "tribunal; inquest; inquiry; review; ombudsman; critics;"
    "charity; charities; expert; experts; former social worker; leaked; source; sources; residents; labour; "
    "tories; tory; conservatives; lib dems; greens; ukip;"
    "reform uk; barrister; nspcc; chairman; chief executive; boss; report to ministers; academic; professor; "
    "petition; he; she; i"
)
"""Others than inspectors: what they call inadequate is no rating."""
