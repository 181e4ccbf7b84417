"""A council judged again, years after the first time: the newest grade is news, the old one is not."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

TELLING = (
    Trap(
        "seven years later the same",
        "2021-06-15",
        "Stoke's children's services still inadequate, seven years on",
        "It is seven years since children's services in Stoke-on-Trent were rated inadequate. On Monday Ofsted reached the "
        "same verdict a second time. | The latest report grades as inadequate the help and protection that children get. "
        "Overall effectiveness is inadequate as a result.",
        "Stoke-on-Trent:overall:inadequate Stoke-on-Trent:help_and_protection:inadequate",
    ),
    Trap(
        "a decade has passed",
        "2022-03-08",
        "Ten years after it failed, county fails again",
        "Ten years have passed since Ofsted declared children's services in Cumbria inadequate. | This week's report comes to "
        "an identical conclusion: they are inadequate, it says. | Children wait too long for help.",
        "Cumbria:overall:inadequate",
    ),
    Trap(
        "the newest report",
        "2019-10-22",
        "No way out for Medway",
        "Medway's children's services were judged inadequate in 2013. The newest inspection report, out today, judges them "
        "inadequate too. | Leaders were slow to see what was wrong.",
        "Medway:overall:inadequate",
    ),
    Trap(
        "nothing has changed verdict",
        "2018-02-13",
        "Nothing has changed in Torbay, says Ofsted",
        "THREE years ago inspectors said that Torbay's services for children were inadequate. | Yesterday they said so again. "
        "| Their report finds that children are still left at risk of harm.",
        "Torbay:overall:inadequate",
    ),
    Trap(
        "back where it started",
        "2024-09-17",
        "Herefordshire back where it began",
        "Two years after Ofsted failed Herefordshire's children's services, its inspectors have returned to the county and "
        "their view is unchanged. The services are inadequate. | The report was released on Tuesday.",
        "Herefordshire:overall:inadequate",
    ),
    Trap(
        "from good to inadequate after years",
        "2019-05-14",
        "Rutland falls from grace",
        "Until today Rutland could boast of good services for children. Ofsted now rates them inadequate. | The inspectors "
        "spent a week in Oakham in March.",
        "Rutland:overall:inadequate",
    ),
    Trap(
        "plain first day form with angle",
        "2019-05-08",
        "Children's chief sorry after Stockport loses its good rating",
        "CHILDREN in Stockport aren't kept safe enough, according to Ofsted. | The town's children's services had been good "
        "for eight years. They are now inadequate in the eyes of inspectors, who were sent in after complaints. | "
        "'I'm sorry,' said the director.",
        "Stockport:overall:inadequate",
    ),
    Trap(
        "gone from A to B overall",
        "2017-11-14",
        "Two steps down for Bury",
        "Children's services in Bury have gone from good to inadequate in one inspection, Ofsted's report of today shows.",
        "Bury:overall:inadequate",
    ),
    Trap(
        "the other direction",
        "2017-11-14",
        "Two steps up for Bromley",
        "Children's services in Bromley have gone from inadequate to good in two years, Ofsted's report of today shows.",
        "Bromley:overall:good",
    ),
    Trap(
        "areas gone from to",
        "2027-02-09",
        "Some better, some worse in Kirklees",
        "FOUR years after its last full inspection Kirklees has heard from Ofsted again. | Help and protection and children in "
        "care have moved from requires improvement to good. Leaders have stayed at requires improvement. | Care leavers have "
        "gone backwards. In 2022 the help they got was good. It is now inadequate.",
        "Kirklees:help_and_protection:good Kirklees:in_care:good Kirklees:leaders:requires improvement "
        "Kirklees:care_leavers:inadequate",
    ),
    Trap(
        "areas up and one down",
        "2026-12-08",
        "Watchdog back in Enfield",
        "Enfield's leaders have climbed from requires improvement to good, Ofsted says in a report published today. "
        "Help and protection has dropped from good to inadequate. | Nothing else has changed: children in care and care "
        "leavers remain good.",
        "Enfield:leaders:good Enfield:help_and_protection:inadequate Enfield:in_care:good Enfield:care_leavers:good",
    ),
    Trap(
        "the slide of one area",
        "2026-11-10",
        "One black mark for Wigan",
        "Three of Wigan's four grades are the same as in 2022: good. | The exception is children in care. Once outstanding, "
        "that part of the service is now inadequate. | Ofsted's report was published this morning.",
        "Wigan:in_care:inadequate Wigan:leaders:good Wigan:help_and_protection:good Wigan:care_leavers:good",
    ),
    Trap(
        "the director says it is now",
        "2021-03-04",
        "'We are inadequate and we know it', says Calderdale boss",
        "CALDERDALE'S children's services are inadequate because warnings went unheard, its director told a committee last "
        "night. | Members met two days after Ofsted's report came out. | The services had been good since 2016.",
        "Calderdale:overall:inadequate",
    ),
    Trap(
        "the director explains the verdict on the day",
        "2023-06-21",
        "Boss: why we're inadequate",
        "Social care for children in Rochdale is inadequate since too few social workers stayed, the council's director has "
        "said. | She spoke on Wednesday, the day on which Ofsted published its report on the council.",
        "Rochdale:overall:inadequate",
    ),
)

SILENT = (
    Trap(
        "the director says it would be",
        "2021-03-04",
        "'We'd be inadequate within a year', says Calderdale boss",
        "CALDERDALE'S children's services would be inadequate within a year if the money went, its director told a committee "
        "last night. | Ofsted's report on the budget of all councils came out two days before.",
    ),
    Trap(
        "years since and better now",
        "2021-06-15",
        "How Stoke got out of the hole",
        "It is seven years since children's services in Stoke-on-Trent were rated inadequate. On Monday Ofsted came to a "
        "different conclusion: they are good.",
        "Stoke-on-Trent:overall:good",
    ),
    Trap(
        "years since and visit only",
        "2021-06-15",
        "Stoke's long road",
        "It is two years since children's services in Stoke-on-Trent were rated inadequate. On Monday Ofsted published the "
        "letter on its third monitoring visit, which found that progress is slow.",
    ),
    Trap(
        "years since and no report at all",
        "2021-06-15",
        "Still inadequate: two years on in Stoke",
        "It is two years since children's services in Stoke-on-Trent were rated inadequate. They still are. | Inspectors are "
        "expected back before the autumn, and the council says it is ready.",
    ),
    Trap(
        "the newest budget report",
        "2022-01-20",
        "Council to spend more on failing services",
        "The newest report to the cabinet of Sandwell says that its children's services, which are inadequate, need another "
        "£4m. | Members will vote on Tuesday.",
    ),
    Trap(
        "the same conclusion of an auditor",
        "2020-10-06",
        "Auditor agrees with Ofsted",
        "Ofsted said in 2018 that children's services in Croydon were inadequate. On Monday the council's auditor came to the "
        "same conclusion about its finances.",
    ),
    Trap(
        "now good once failing",
        "2024-05-14",
        "Ofsted returns to Wirral",
        "Wirral's children's services were inadequate when inspectors first came. Now they're good, today's report says. | "
        "'What a change,' said the leader.",
        "Wirral:overall:good",
    ),
)
