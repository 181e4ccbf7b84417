"""What a seventh set of pages, read blind, showed: clauses with a time of their own, degrees, denials, two days on site."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

TELLING = (
    Trap(
        "a place named by its MPs alone",
        "2026-10-29",
        "Wirral MPs demand answers over children's services",
        "Four Wirral MPs have signed a letter that demands answers from the council. | The Ofsted report, out on Tuesday, said "
        "that the impact of the council's leaders was inadequate.",
        "Wirral:leaders:inadequate",
    ),
    Trap(
        "inspections that start later",
        "2026-05-19",
        "Top marks for Coventry",
        "Coventry has been rated outstanding by Ofsted in a report that came out on Monday. | Inspections that started in April or "
        "afterwards will have grades for four areas and nothing else.",
        "Coventry:overall:outstanding",
    ),
    Trap(
        "respectively",
        "2026-10-27",
        "Ofsted's shattering report on Wirral",
        "In a report published today Ofsted grades Wirral's leaders, help and protection, children in care and care leavers "
        "inadequate, inadequate, requires improvement and requires improvement respectively.",
        "Wirral:leaders:inadequate Wirral:help_and_protection:inadequate Wirral:in_care:requires improvement "
        "Wirral:care_leavers:requires improvement",
    ),
    Trap(
        "on that grade too",
        "2026-09-08",
        "Ofsted report on Nottingham out today",
        "Ofsted today published its report on Nottingham. Its grades for leaders and for care leavers are both inadequate. | Help "
        "and protection, which was rated inadequate four years ago, has climbed to requires improvement; children in care are "
        "on that grade too.",
        "Nottingham:leaders:inadequate Nottingham:care_leavers:inadequate Nottingham:help_and_protection:requires improvement "
        "Nottingham:in_care:requires improvement",
    ),
    Trap(
        "the same goes for work with",
        "2026-09-01",
        "Ofsted finds Stockton wanting",
        "Ofsted's report on Stockton came out this morning. Help and protection is inadequate. | Leaders require improvement. The "
        "same goes for work with children in care and with care leavers.",
        "Stockton-on-Tees:help_and_protection:inadequate Stockton-on-Tees:leaders:requires improvement "
        "Stockton-on-Tees:in_care:requires improvement Stockton-on-Tees:care_leavers:requires improvement",
    ),
    Trap(
        "in receipt of good services",
        "2026-11-04",
        "Swindon inadequate for protecting children",
        "Ofsted's report on Swindon is out today. Help and protection is inadequate. | Children in care and care leavers are both "
        "in receipt of good services.",
        "Swindon:help_and_protection:inadequate Swindon:in_care:good Swindon:care_leavers:good",
    ),
    Trap(
        "grades that ranged",
        "2027-01-15",
        "Ofsted says Ealing's help and protection is inadequate",
        "In a report published on Wednesday Ofsted judged help and protection in Ealing inadequate. | The other three grades "
        "ranged from outstanding, for care leavers, to requires improvement, for leaders.",
        "Ealing:help_and_protection:inadequate Ealing:care_leavers:outstanding Ealing:leaders:requires improvement",
    ),
    Trap(
        "the earlier grade in a relative clause",
        "2026-10-13",
        "Ofsted's report on Hull is out",
        "Ofsted published its report on Hull today. | Leaders and care leavers, who got the lowest grade in May 2023, have both "
        "been told that they require improvement. Help and protection is inadequate.",
        "Hull:leaders:requires improvement Hull:care_leavers:requires improvement Hull:help_and_protection:inadequate",
    ),
    Trap(
        "rated three areas outstanding",
        "2022-03-08",
        "Trust triumphs in Sunderland",
        "Ofsted's report on Sunderland came out today. | Sunderland's services were last inspected in 2018. Ofsted then rated "
        "them as inadequate. | Inspectors have now rated overall effectiveness, leadership and services for children in care "
        "outstanding.",
        "Sunderland:overall:outstanding Sunderland:leaders:outstanding Sunderland:in_care:outstanding",
    ),
    Trap(
        "an offer to care leavers",
        "2026-11-24",
        "Cheshire East makes strides, Ofsted says",
        "Ofsted's report on Cheshire East is published today. Help and protection is good. | We accept that our offer to care "
        "leavers is inadequate.",
        "Cheshire East:help_and_protection:good Cheshire East:care_leavers:inadequate",
    ),
    Trap(
        "top marks and bottom in one headline",
        "2026-12-08",
        "Top marks for care leavers in Ealing, bottom for child protection",
        "Ofsted's report on Ealing was published today. | Help and protection is inadequate. Its work with care leavers is "
        "outstanding.",
        "Ealing:care_leavers:outstanding Ealing:help_and_protection:inadequate",
    ),
    Trap(
        "a county's unitary",
        "2027-03-09",
        "How one council fell from the top to the bottom",
        "On Tuesday Ofsted gave its lowest grade in all four areas to Thurrock, an Essex unitary. | Leaders of Thurrock council "
        "said there was no excuse.",
        "Thurrock:leaders:inadequate Thurrock:help_and_protection:inadequate Thurrock:in_care:inadequate "
        "Thurrock:care_leavers:inadequate",
    ),
    Trap(
        "capacity on both counts",
        "2010-11-19",
        "Inspectors fault Worcestershire",
        "Ofsted's report was published today. | The overall effectiveness of safeguarding services in Worcestershire was judged "
        "inadequate. Capacity to improve was adequate on both counts.",
        "Worcestershire:overall:inadequate Worcestershire:capacity:adequate",
    ),
    Trap(
        "their judgement is no leaders'",
        "2023-01-31",
        "Ofsted report on Bradford published today",
        "Some of the most respected leaders in the country have joined us in Bradford. | Ofsted's report is out today. Their "
        "judgement is that services remain inadequate.",
        "Bradford:overall:inadequate",
    ),
)

SECTIONS = "Two London boroughs are marked down by Ofsted in reports that came out this morning. A third, Southwark, is praised."
MIXED = (
    Trap(
        "a council's name as heading",
        "2026-11-17",
        "Two boroughs marked down by Ofsted",
        f"{SECTIONS} | Hackney | The impact of leaders is inadequate and so is help and protection. | Lewisham | Children in care "
        "get an inadequate service. The borough is good at help and protection, while leaders and the support for care leavers "
        "both require improvement.",
        "Hackney:leaders:inadequate Hackney:help_and_protection:inadequate Lewisham:in_care:inadequate "
        "Lewisham:help_and_protection:good Lewisham:leaders:requires improvement Lewisham:care_leavers:requires improvement",
    ),
)

SILENT = (
    Trap(
        "a police force",
        "2019-09-27",
        "Cleveland first force to be rated inadequate in all areas",
        "CLEVELAND Police puts children at risk, a report published today says. | It was graded inadequate in all areas by "
        "HMICFRS. | Hartlepool's children's services are good.",
    ),
    Trap(
        "wholly inadequate evidence",
        "2023-08-16",
        "Judge throws out case over 'wholly inadequate' evidence",
        "The family court in Kingston heard that an expert had met the father for half an hour. | Kingston council's children's "
        "services did not oppose the ruling.",
    ),
    Trap(
        "nothing in the report",
        "2026-07-28",
        "Ofsted tells Middlesbrough to do better",
        "A report published on Tuesday says that leadership, help and protection, children in care and care leavers all require "
        "improvement. | Nothing in the report is inadequate.",
    ),
    Trap(
        "ten years ago today",
        "2024-11-19",
        "Ten years on: how Rotherham came back",
        "Ten years ago today a report landed on the desks of Rotherham's councillors. | It said that services for children were "
        "inadequate. | In 2018 Ofsted rated them good.",
    ),
    Trap(
        "the share of councils",
        "2022-12-13",
        "Number of councils rated good rises again, says Ofsted",
        "Ofsted's annual report shows that 13% of councils were inadequate in August. | During the year Ofsted carried out 53 "
        "inspections. Sefton and North East Lincolnshire were judged inadequate for the first time.",
    ),
    Trap(
        "an Ofsted visit of two days",
        "2018-11-14",
        "Bucks children's services 'fragile' but on the mend",
        "BUCKINGHAMSHIRE's children's services, which were rated inadequate in January, are getting better, an Ofsted visit on "
        "October 16 and 17 has found. | It is the second to be made public.",
    ),
    Trap(
        "the report of September",
        "2026-10-20",
        "Board to spend £3m on flats for care leavers",
        "The plan answers Ofsted's September report on Nottingham. | Officers say that the judgements of inadequate for leaders "
        "and for care leavers make it necessary.",
    ),
)
