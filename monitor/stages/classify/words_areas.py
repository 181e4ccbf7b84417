"""Phrases for the areas that a regime grades, and for all or some of them at once."""

from __future__ import annotations

AREAS: dict[str, str] = {
    "overall": (
        "overall; overall effectiveness; overall {judgement|judgment|grade|rating|assessment|verdict|mark};"
        " across the board;"
        "effectiveness overall; overall 'effectiveness'; the effectiveness of children's services;"
        " headline {judgement|grade|rating}; department as a whole; authority as a whole; taken as a whole; service as a whole;"
        " services as a whole; council as a whole; as a whole"
    ),
    "leaders": (
        "{how|way} {the council|it|they|the service|children's services} {is|are|was|were} {led|run|managed};"
        "management of {its|the|} {children's services|children's social care};"
        " leading and managing {them|services|the service|}; leading the service; the way it is led;"
        "leadership; leadership and management; leadership management and governance;"
        " leadership and governance; management leadership and governance;"
        "management and governance; impact of leaders {on social work practice|on practice|on social work|"
        "} {with children and families|};"
        "leaders' impact {on social work|}; leaders; impact of {its|the council's|council|senior} leaders;"
        " the impact that leaders have;"
        "impact on social work practice {with children and families|};"
        "impact of leadership; quality of leadership; its leaders; senior leadership; impact leaders have;"
        " corporate leadership"
    ),
    "help_and_protection": (
        "help and protection {of children|};"
        " {children|those|young people|youngsters|families} {who|that} need help and protection;"
        "{children|those|young people|youngsters} {needing|in need of} {help and protection|"
        "help and safeguarding|protection};"
        "help protection; protecting children;"
        " {the|} protection of children; helping and protecting children;"
        "{children|those|children and families} needing help; social workers protect children {at risk|};"
        " keeping children safe;"
        "help care and protection; child protection; early help and protection; children at risk {of harm|};"
        " the safeguarding of children;"
        "effectiveness of help and protection; children who need {help|protection}; protection and help; protects children;"
        " how it protects; {how|the way} "
        "{it|they|we|the council} {protect|protects|protected|keeps|keep} {children|youngsters|them|young people} {safe|};"
        " protect children"
    ),
    "in_care": (
        "{caring for|looking after} {those|children|youngsters} {it looks after|in care|in its care|in their care};"
        " those it looks after; looking after children;"
        "children in care; children looked after {and achieving permanence|};"
        " looked after children {and achieving permanence|}; in-care services;"
        "looked-after {children|youngsters|young people}; care of {looked after|} children;"
        " children in {the council's|council|its|local authority|public} care;"
        "children in care and permanence; children and young people in care; young people in care;"
        " youngsters in care; achieving permanence;"
        "permanence; children who {live|are living} {with foster carers|in care};"
        " children who are {looked after|in care}; those in care; corporate parenting;"
        "care and permanence; support for children in care; looked after youngsters;"
        "{how|way} {it|they|we|the council} {looks|look} after {children|them|youngsters}; {life|lives} in care;"
        "children {living|who live} away from home; children in foster care; the care system"
    ),
    "in_care+care_leavers": (
        "children in care and care leavers; children in care and those leaving care;"
        " {those|children|young people} in {its|their|council} care or leaving it; those in or leaving {its|} care;"
        " children in care and {young people leaving care|leaving care};"
        "children care leavers; looked after children and care leavers; children looked after and care leavers"
    ),
    "care_leavers": (
        "young people who {have left it|left it|leave it}; those who have left {it|care}; those {leaving|who leave} {it|care};"
        "care leavers; care leaver; care leavers'; {young people|those|teenagers|young adults|youngsters|"
        "children} {leaving|who leave|who have left|who leave the|leaving the"
        "|who are leaving} {care|the care system|council care}; leaving care {service|services|};"
        " care-experienced young {people|adults};"
        "support for {young adults|care leavers}; former looked after {children|young people}"
    ),
    "leaders+help_and_protection+in_care": "leadership protection and care; leadership safeguarding and care",
    "adoption": "adoption; adoption {performance|services|service}; adopted; adoptions",
    "rest": "the remainder; the others; the other {two|three|areas}; {two|three} {others|remaining areas}; remaining {two|three} {areas|};"
    " other {two|three} {areas|};"
    "the rest of the {service|department|work|areas}; the rest; {other|remaining|all other} "
    "{areas|parts|services|categories|aspects}; everything else",
    "practice": "quality of practice; {the|} quality of social work",
    "capacity": "capacity to improve; capacity for improvement",
}

ALL_AREAS = (
    "across the board; on every single count; throughout; across all its services; for everything; "
    "on all counts; on every count; right across"
)
"""Phrases that extend one grade to every area."""

EVERY = "all; every; each; every single; every one; both"
FEW = "two; three; four; five; one; most; several; some; no; none; neither"
AREA_NOUNS = (
    "area; areas; category; categories; count; counts; measure; measures; judgement; judgements;"
    " judgment; judgments; criteria; criterion; heading; headings;"
    "field; fields; respect; respects; grade; grades; aspect; aspects; sector; sectors; strand; strands;"
    " domain; domains; element; elements; things; part; parts;"
    "front; fronts; level; column; indicators; rating; ratings; inspection areas; mark; marks; sections;"
    " section; them"
)
"""`EVERY` (or a number) shortly before one of `AREA_NOUNS` speaks of areas without naming them."""
