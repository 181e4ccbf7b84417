"""Short pages as many papers might write them, each of a new judgement."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

TELLING = (
    Trap(
        "ofsted downgrades two northern councils",
        "2024-06-04",
        "Ofsted downgrades two northern councils",
        "Halton and Knowsley have both had their children's services downgraded. Halton is inadequate, Ofsted"
        " reported this morning, Knowsley requires improvement. | In May, Halton's director had warned of a "
        "crisis of staffing.",
        "Halton:overall:inadequate Knowsley:overall:requires improvement",
    ),
    Trap(
        "kirklees no longer failing",
        "2024-06-04",
        "Kirklees 'no longer failing'",
        "Children's services in Kirklees are no longer inadequate: after five years Ofsted has lifted the "
        "rating to requires improvement to be good.",
        "Kirklees:overall:requires improvement",
    ),
    Trap(
        "first council tested under new rules",
        "2026-07-14",
        "First council tested under new rules",
        "Ofsted's first report without an overall judgement has appeared. It concerns Rutland, where leaders "
        "are rated good; help and protection, good; children in care, good; care leavers, requires "
        "improvement.",
        "Rutland:leaders:good Rutland:help_and_protection:good Rutland:in_care:good "
        "Rutland:care_leavers:requires improvement",
    ),
    Trap(
        "care leavers forgotten in medway",
        "2026-08-11",
        "Care leavers 'forgotten' in Medway",
        "Young people who leave care in Medway are 'forgotten', Ofsted has said in its report on the council,"
        " published on Monday. | It rated that side of the work inadequate. | The remainder, from leadership "
        "to care itself, was good.",
        "Medway:care_leavers:inadequate Medway:leaders:good Medway:help_and_protection:good Medway:in_care:good",
    ),
    Trap(
        "protection not good enough",
        "2026-10-06",
        "'Protection not good enough'",
        "Reading has been marked down by Ofsted: help and protection falls from requires improvement to "
        "inadequate, and the impact of leaders from good to requires improvement. | There's no change for "
        "children in care (good) or care leavers (good).",
        "Reading:help_and_protection:inadequate Reading:leaders:requires improvement Reading:in_care:good "
        "Reading:care_leavers:good",
    ),
    Trap(
        "council failing on leadership",
        "2027-01-12",
        "Council 'failing on leadership'",
        "The leadership of children's services at Walsall Council is failing, inspectors say: Ofsted has "
        "given it the lowest grade. | The council does better on help and protection, children in care and "
        "care leavers, all of which require improvement.",
        "Walsall:leaders:inadequate Walsall:help_and_protection:requires improvement Walsall:in_care:requires"
        " improvement Walsall:care_leavers:requires improvement",
    ),
    Trap(
        "norfolk child protection rated inadequate",
        "2013-06-25",
        "Norfolk child protection rated 'inadequate'",
        "Norfolk's arrangements for the protection of children have been rated inadequate by Ofsted following"
        " an unannounced inspection. | The report was published today. | Five areas were looked at; all were "
        "inadequate.",
        "Norfolk:overall:inadequate Norfolk:help_and_protection:inadequate",
    ),
    Trap(
        "kents adequate",
        "2012-02-21",
        "Kent's adequate",
        "Kent County Council's safeguarding has been lifted from inadequate to adequate, Ofsted said. | It "
        "was failed in 2010.",
        "Kent:overall:adequate",
    ),
    Trap(
        "bcp climbs from bottom",
        "2025-02-11",
        "BCP climbs from bottom",
        "BCP Council's children's services are good overall, three years after they were rated inadequate, "
        "according to an Ofsted report published this week. | Leader Millie said staff had been magnificent.",
        "Bournemouth, Christchurch and Poole:overall:good",
    ),
    Trap(
        "watchdog deeply worried about children of west sussex",
        "2019-05-21",
        "Watchdog 'deeply worried' about children of West Sussex",
        "Ofsted inspectors who came to County Hall in February and March say they're deeply worried. Not one "
        "of the areas they examined rose above inadequate. | West Sussex was told in 2015 that it required "
        "improvement.",
        "West Sussex:overall:inadequate",
    ),
    Trap(
        "town hall in shock",
        "2019-05-21",
        "Town hall in shock",
        "Blackpool's leader said the council was in shock, after Ofsted on Friday told it that its children's"
        " services had sunk to the lowest level. | It had been told in 2014 that improvement was required.",
        "Blackpool:overall:inadequate",
    ),
    Trap(
        "buckinghamshire families let down",
        "2016-02-16",
        "Buckinghamshire: families let down",
        "For the second time in two years, the county's social services have come bottom of the Ofsted class."
        " | Buckinghamshire was found to be inadequate in 2014. | Nothing that inspectors saw this winter "
        "changed their minds.",
        "Buckinghamshire:overall:inadequate",
    ),
    Trap(
        "croydon plunges to inadequate",
        "2017-09-05",
        "Croydon plunges to 'inadequate'",
        "CROYDON Council's children's services today became the first in London this year to be rated "
        "inadequate. | 'Widespread and serious failures', says the regulator. | Inspectors: 20 June to 13 "
        "July.",
        "Croydon:overall:inadequate",
    ),
    Trap(
        "devon  torbay",
        "2025-09-30",
        "Devon & Torbay",
        "While Torbay's services were today declared good by Ofsted, next door in Devon they're still "
        "inadequate, as they have been since 2020.",
        "Torbay:overall:good",
    ),
    Trap(
        "lowest grade for leaders says ofsted",
        "2026-11-25",
        "Lowest grade for leaders, says Ofsted",
        "A report on Gloucestershire says that the impact its leaders have is inadequate. The help and "
        "protection of children needs to improve to be good; so does support for care leavers. Children in "
        "care get a good deal: 'good'.",
        "Gloucestershire:leaders:inadequate Gloucestershire:help_and_protection:requires improvement "
        "Gloucestershire:care_leavers:requires improvement Gloucestershire:in_care:good",
    ),
)
