"""What a seventh set of pages, read blind, showed: clauses with a time of their own, degrees, denials, two days on site."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

TELLING = (
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
