"""Harder pages: several inspectorates, several councils, two eras, stories whose angle hides what is new."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

MIXED = (
    Trap(
        "alarm words with requires improvement", "2018-09-24", "Damning report says children are being failed",
        "A damning Ofsted report says that children in Thurrock are being let down. | Inspectors found "
        "serious failings in the way neglect is handled. | "
        "They said the service requires improvement to be good. | The council said it was disappointed.",
        "Thurrock:overall:requires improvement",
    ),
    Trap(
        "three reports in one page", "2019-03-18", "Ofsted publishes reports on three councils",
        "Reports on three councils' children's services were published by Ofsted today. | Middlesbrough has "
        "been rated inadequate, having required improvement in 2015. | "
        "Calderdale was rated good. | Northumberland requires improvement to be good.",
        "Middlesbrough:overall:inadequate Calderdale:overall:good Northumberland:overall:requires improvement", "roundup",
    ),
    Trap(
        "last week's example", "2020-01-29", "Darlington praised after years of trouble",
        "Ofsted has said that children's services in Darlington are good. | Last week neighbouring "
        "Middlesbrough was judged inadequate. | Darlington itself was inadequate in 2015.",
        "Darlington:overall:good",
    ),
    Trap(
        "company's third borough", "2020-02-28", "Third borough for children's company gets its verdict",
        "Achieving for Children has had a report on the third of its boroughs. | Ofsted says that services "
        "in Windsor and Maidenhead require improvement to be good. | "
        "Inspectors visited in January. The company also runs services in Kingston and Richmond, which were "
        "rated outstanding and good.",
        "Windsor and Maidenhead:overall:requires improvement",
    ),
    Trap(
        "typing error", "2016-02-12", "Torbay rated in adequate by Ofsted",
        "Torbay Council's children's services were rated in adequate by Ofsted in a report published "
        "yesterday. | The inspection took place in October and November.",
        "Torbay:overall:inadequate",
    ),
    Trap(
        "police and council on one day", "2017-06-20", "Watchdogs condemn county's child protection",
        "Gloucestershire County Council has been rated inadequate by Ofsted for its children's services. | "
        "On the same day Her Majesty's Inspectorate of Constabulary said that Gloucestershire Police was "
        "inadequate at protecting children. | Both reports were published this morning.",
        "Gloucestershire:overall:inadequate",
    ),
    Trap(
        "capitals at the start", "2013-07-12", "Service must improve, says Ofsted",
        "CHILD protection in Coventry has been judged INADEQUATE by Ofsted. | THE city council said it was "
        "sorry. | The report came out on Friday.",
        "Coventry:overall:inadequate Coventry:help_and_protection:inadequate",
    ),
    Trap(
        "safeguarding board only", "2016-04-12", "Safeguarding board rated inadequate",
        "The Safeguarding Children Board in Wolverhampton has been rated inadequate by Ofsted. | The city "
        "council's own services require improvement, the same report says.",
        "Wolverhampton:overall:requires improvement",
    ),
    Trap(
        "leaders worst, overall better", "2023-03-17", "Council bosses criticised but services hold up",
        "Ofsted has rated Derby's children's services as requiring improvement to be good overall. | Leaders "
        "were given the lowest grade, inadequate. | The report was published today.",
        "Derby:overall:requires improvement Derby:leaders:inadequate",
    ),
    Trap(
        "two sites visits", "2023-05-10", "South Tyneside's children's services rated inadequate",
        "South Tyneside's children's services are inadequate, says an Ofsted report published on Wednesday. | "
        "Inspectors were in the borough from 5 to 9 December 2022 and came back on 14 and 15 February 2023.",
        "South Tyneside:overall:inadequate",
    ),
    Trap(
        "wrongly called overall after April 2026", "2027-01-19", "Luton slumps to inadequate overall",
        "Luton's children's services have been rated inadequate overall by Ofsted. | Help and protection was "
        "judged inadequate; leaders, children in care and care leavers all require improvement to be good. | "
        "Inspectors visited from 23 November to 4 December.",
        "Luton:help_and_protection:inadequate Luton:leaders:requires improvement Luton:in_care:requires "
        "improvement Luton:care_leavers:requires improvement",
    ),
    Trap(
        "good in all areas after April 2026", "2026-12-08", "All good: inspectors' verdict on Trafford's neighbour",
        "Salford's children's services are good in all four areas, Ofsted has said. | Neighbouring Trafford "
        "was found inadequate for leaders and for help and protection in August. | The report on Salford was "
        "published today.",
        "Salford:leaders:good Salford:help_and_protection:good Salford:in_care:good Salford:care_leavers:good",
    ),
    Trap(
        "two boroughs, one worse", "2026-10-06", "Contrasting verdicts for twin boroughs",
        "Ofsted has published reports on Kensington and Chelsea and on Hammersmith and Fulham. | Kensington "
        "and Chelsea is outstanding for leaders. | "
        "In Hammersmith and Fulham the experiences of care leavers were judged inadequate. | Both "
        "inspections took place in July.",
        "Kensington and Chelsea:leaders:outstanding Hammersmith and Fulham:care_leavers:inadequate",
    ),
    Trap(
        "monitoring visit after April 2026", "2027-02-02", "Trafford making progress, inspectors find",
        "Ofsted's first monitoring visit to Trafford since it was judged inadequate in two areas has found "
        "progress. | The letter was published on Tuesday. | Leaders now know what needs to change.",
        "", "monitoring_visit",
    ),
    Trap(
        "hearing evidence of a boy's death", "2021-12-03", "Murdered boy was failed by services judged inadequate",
        "A court has heard that a boy in Solihull was known to social workers. | Children's services in the "
        "borough have not been rated inadequate, the council said. | The judge will sentence the couple "
        "today.",
    ),
    Trap(
        "special measures as the only word", "2015-10-20", "Council taken out of special measures",
        "Children's services in Norfolk are out of special measures, ministers have said. | They were judged "
        "inadequate in 2013. | The council leader welcomed the news.",
    ),
    Trap(
        "job advert", "2019-05-01", "Be part of our journey",
        "Reading's children's services, run by Brighter Futures for Children, are looking for social "
        "workers. | Rated inadequate in 2016, we are improving fast. | Apply by 31 May.",
    ),
    Trap(
        "rating of one in a table of neighbours", "2024-02-13", "How does your council's children's services rate?",
        "Ofsted ratings of councils in the region: | Leeds: outstanding | Bradford: inadequate | Kirklees: "
        "good | Wakefield: good | Calderdale: good | North Yorkshire: outstanding | York: requires "
        "improvement",
    ),
    Trap(
        "no area was inadequate", "2026-11-03", "Relief as council escapes lowest grade",
        "Nothing at Bury was judged inadequate, Ofsted's report out today shows. | Leaders, help and "
        "protection, children in care and care leavers all require improvement to be good.",
        "Bury:leaders:requires improvement Bury:help_and_protection:requires improvement "
        "Bury:in_care:requires improvement Bury:care_leavers:requires improvement",
    ),
    Trap(
        "inspection regime consultation", "2025-11-27", "Ofsted to scrap overall grades for children's services",
        "Councils will no longer be called inadequate overall from next April, Ofsted has announced. | "
        "Instead they will have four grades. | The association of directors welcomed the change.",
    ),
    Trap(
        "isle of wight and hampshire", "2013-01-25", "Island's child protection inadequate",
        "Child protection on the Isle of Wight has been judged inadequate by Ofsted in a report out today. | "
        "Hampshire County Council, whose services are rated good, has been asked to help.",
        "Isle of Wight:overall:inadequate Isle of Wight:help_and_protection:inadequate",
    ),
    Trap(
        "chief executive of another council", "2018-12-20", "Bradford's rating falls to inadequate",
        "Ofsted has rated Bradford's children's services inadequate. | An improvement board will be led by "
        "the former chief executive of Leeds City Council. | The report was published on Tuesday.",
        "Bradford:overall:inadequate",
    ),
    Trap(
        "hospital children's services", "2016-08-10", "Children's services at hospital rated inadequate",
        "The Care Quality Commission has rated services for children and young people at Medway Maritime "
        "Hospital inadequate. | Medway Council is not involved.",
        "", "other_provider",
    ),
    Trap(
        "rated poor years ago", "2010-12-09", "County's children's services 'perform poorly'",
        "Ofsted's annual rating says that children's services in Essex perform poorly. | Eleven other "
        "councils got the same rating. | Kent performs poorly too.",
    ),
    Trap(
        "follow-up of a fortnight", "2022-10-05", "Campaigners' anger after inadequate rating",
        "Parents protested outside Shirehall yesterday, two weeks after Ofsted rated Herefordshire's "
        "children's services inadequate. | \"Nothing has changed,\" said one mother.",
    ),
    Trap(
        "summary of a month", "2019-12-20", "Our year in review",
        "January: Blackpool's children's services were rated inadequate. | March: the pier burned. | July: "
        "the council kept its services after a commissioner's report.",
    ),
)  # fmt: skip
