"""Areas and grades in contrasting clauses: each grade belongs to its own clause."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

TELLING = (
    Trap(
        "two clauses two grades",
        "2026-10-13",
        "Hull: mixed grades",
        "Ofsted's report on Hull is out today. | Help and protection requires improvement, and care for children in care is "
        "good. Care leavers get inadequate support, while leadership requires improvement.",
        "Hull:help_and_protection:requires improvement Hull:in_care:good "
        "Hull:care_leavers:inadequate Hull:leaders:requires improvement",
    ),
    Trap(
        "three of four only one",
        "2026-12-15",
        "Nearly good in Sefton",
        "Three of the four areas that Ofsted looks at in Sefton were good; only the impact of leaders requires improvement, "
        "according to a report published today.",
        "Sefton:leaders:requires improvement Sefton:help_and_protection:good Sefton:in_care:good Sefton:care_leavers:good",
    ),
    Trap(
        "three goods and an inadequate told which",
        "2027-01-26",
        "Three goods and one inadequate for Poole's council",
        "Bournemouth, Christchurch and Poole Council was handed three goods and one inadequate by Ofsted today. | The "
        "inadequate is for the way it protects children.",
        "Bournemouth, Christchurch and Poole:help_and_protection:inadequate "
        "Bournemouth, Christchurch and Poole:leaders:good Bournemouth, Christchurch and Poole:in_care:good "
        "Bournemouth, Christchurch and Poole:care_leavers:good",
    ),
    Trap(
        "the other three all",
        "2026-11-24",
        "Leaders of Redcar's children's services fail",
        "Redcar and Cleveland was rated inadequate for the impact of its leaders on social work. The other three areas all "
        "require improvement to be good, Ofsted said.",
        "Redcar and Cleveland:leaders:inadequate Redcar and Cleveland:help_and_protection:requires improvement "
        "Redcar and Cleveland:in_care:requires improvement Redcar and Cleveland:care_leavers:requires improvement",
    ),
    Trap(
        "good for x not for y",
        "2026-11-25",
        "Luton's care leavers let down",
        "Luton is good at protecting children and at looking after those in its care but inadequate when it comes to care "
        "leavers, Ofsted's report of today says. Its leaders require improvement.",
        "Luton:help_and_protection:good Luton:in_care:good Luton:care_leavers:inadequate Luton:leaders:requires improvement",
    ),
    Trap(
        "as was",
        "2027-02-16",
        "Verdict on Halton",
        "The help and protection of children in Halton was judged to be inadequate, as was the impact of leaders. Children in "
        "care and care leavers fared better: both were rated good. | The report was published on Monday.",
        "Halton:help_and_protection:inadequate Halton:leaders:inadequate Halton:in_care:good Halton:care_leavers:good",
    ),
    Trap(
        "outstanding for one the rest good",
        "2026-12-01",
        "Children in care do best in Camden",
        "Camden's work with children in care was graded outstanding and the rest good in Ofsted's report of this morning.",
        "Camden:in_care:outstanding Camden:leaders:good Camden:help_and_protection:good Camden:care_leavers:good",
    ),
    Trap(
        "merton leaders with overall",
        "2024-05-21",
        "Stockton rated",
        "Stockton's children's services require improvement overall, but its leaders were found to be inadequate. | Ofsted "
        "published the report today.",
        "Stockton-on-Tees:overall:requires improvement Stockton-on-Tees:leaders:inadequate",
    ),
    Trap(
        "receive support",
        "2026-11-03",
        "Praise for Cheshire East",
        "Help and protection in Cheshire East was graded good, and so was leadership; children in care receive outstanding "
        "support, inspectors found, and care leavers good support.",
        "Cheshire East:help_and_protection:good Cheshire East:leaders:good Cheshire East:in_care:outstanding "
        "Cheshire East:care_leavers:good",
    ),
    Trap(
        "list with a semicolon",
        "2026-12-09",
        "Ofsted grades Wakefield",
        "The grades for Wakefield: inadequate for leaders; requires improvement for help and protection; good for children in "
        "care; good for care leavers. | Ofsted released them today.",
        "Wakefield:leaders:inadequate Wakefield:help_and_protection:requires improvement Wakefield:in_care:good "
        "Wakefield:care_leavers:good",
    ),
    Trap(
        "in the other three named",
        "2026-10-14",
        "Southend fails children in care",
        "Southend's care of looked-after children is inadequate. In the other three, on leaders, on help and protection and "
        "on care leavers, the council requires improvement to be good, Ofsted has found.",
        "Southend-on-Sea:in_care:inadequate Southend-on-Sea:leaders:requires improvement "
        "Southend-on-Sea:help_and_protection:requires improvement Southend-on-Sea:care_leavers:requires improvement",
    ),
    Trap(
        "lowest mark for support",
        "2026-10-14",
        "Slough gets bottom mark for support to care leavers",
        "The bottom grade went to Slough for its support to care leavers. Leadership, help and protection, and children in "
        "care were all said to require improvement. | The report came out on Tuesday.",
        "Slough:care_leavers:inadequate Slough:leaders:requires improvement Slough:help_and_protection:requires improvement "
        "Slough:in_care:requires improvement",
    ),
    Trap(
        "neither nor both",
        "2027-01-12",
        "Two failings in Sandwell",
        "Neither leaders nor help and protection in Sandwell got better than inadequate in Ofsted's new report. Both care "
        "leavers and children in care get a good service.",
        "Sandwell:leaders:inadequate Sandwell:help_and_protection:inadequate Sandwell:in_care:good Sandwell:care_leavers:good",
    ),
    Trap(
        "with a hanging phrase",
        "2026-12-16",
        "Ofsted in Trafford",
        "Trafford's leaders were judged good by Ofsted today, with help and protection requiring improvement, children in care "
        "outstanding and care leavers inadequate.",
        "Trafford:leaders:good Trafford:help_and_protection:requires improvement Trafford:in_care:outstanding "
        "Trafford:care_leavers:inadequate",
    ),
)
