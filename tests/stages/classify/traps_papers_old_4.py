"""Short pages as many papers might write them, none of which tells of a new inadequate judgement."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

SILENT = (
    Trap(
        "council we let you down",
        "2022-06-14",
        "Council: 'We let you down'",
        "The leader of Leicester City Council has written to families to say sorry for failings that led to "
        "an inadequate rating in April. | He promised that a new plan would be in place by autumn.",
    ),
    Trap(
        "council ignored my pleas",
        "2023-05-16",
        "'Council ignored my pleas'",
        "A grandmother says her pleas were ignored. | An independent reviewer found that Somerset's "
        "assessment of her as a carer was inadequate. | The council's children's services were judged good in"
        " 2022.",
    ),
    Trap(
        "which councils are in intervention",
        "2020-07-07",
        "Which councils are in intervention?",
        "Nineteen councils are subject to a direction because they're inadequate or have been: Bradford, "
        "Torbay, Croydon, Stoke-on-Trent... | This page is updated monthly.",
    ),
    Trap(
        "ofsted chief inspector to visit county",
        "2017-10-10",
        "Ofsted chief inspector to visit county",
        "Norfolk's children's services, which have been inadequate since 2013, will be visited by the chief "
        "inspector. | 'She'll see a changed place.'",
    ),
    Trap(
        "panel hears about visit",
        "2024-11-26",
        "Panel hears about visit",
        "Bristol's scrutiny panel heard that inspectors will be back in January to look at the front door, "
        "which they called inadequate in September's report.",
    ),
)
