"""More pages that tell of a new judgement: odd angles, late grades, old names."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

TELLING = (
    Trap(
        "apology leads", "2018-10-29", "Leader says sorry as social services are condemned",
        "The leader of Tameside Council has apologised to families after Ofsted branded its children's "
        "services inadequate. | "
        "The inspectors' findings, published this morning, describe drift, high caseloads and weak management. | "
        "\"I am deeply sorry,\" he told a press conference. | The inspection took place over two weeks in September.",
        "Tameside:overall:inadequate",
    ),
    Trap(
        "grade in the fourth paragraph", "2022-11-21", "Children left at risk in seaside town, say inspectors",
        "Children in Southend waited weeks for a social worker, a report has found. | Ofsted said that calls "
        "to the front door went unanswered. | "
        "Caseloads were \"unmanageable\". | It gave the council an overall rating of inadequate. | "
        "The cabinet member said that she accepted the report in full. Inspectors visited in October.",
        "Southend-on-Sea:overall:inadequate",
    ),
    Trap(
        "bottom category", "2013-02-19", "Council in bottom category for protecting children",
        "Wiltshire Council has been placed in the lowest category for the way it protects children. | "
        "Ofsted inspectors, who arrived unannounced last month, found that help came too late. | The report "
        "was published today.",
        "Wiltshire:overall:inadequate Wiltshire:help_and_protection:inadequate",
    ),
    Trap(
        "not named until late", "2016-03-07", "Third council in a fortnight fails inspection",
        "Another council has been found to be failing vulnerable children. | Inspectors said that managers "
        "had lost their grip and rated services inadequate. | "
        "It is the third such verdict by Ofsted in a fortnight. | Sandwell said that it accepted the report, "
        "which came out today.",
        "Sandwell:overall:inadequate",
    ),
    Trap(
        "director goes on the day", "2019-05-08", "Director quits as Ofsted slams children's services",
        "The director of children's services at Bexley has resigned after Ofsted judged that the borough's "
        "services are inadequate. | "
        "The report was published yesterday. | Inspectors who visited in March said that senior leaders did "
        "not know their front line.",
        "Bexley:overall:inadequate",
    ),
    Trap(
        "second day", "2021-09-02", "Unions hit out after inadequate verdict",
        "Unions have blamed cuts for the inadequate rating given to Slough's children's services by Ofsted "
        "on Wednesday. | "
        "The watchdog found serious and widespread failures when it inspected in July. | A spokesman said "
        "that staff had warned of this for years.",
        "Slough:overall:inadequate",
    ),
    Trap(
        "third time", "2021-06-15", "Inadequate for a third time",
        "Medway's children's services have been rated inadequate for a third time. | In its report, "
        "published today, Ofsted says that the pace of change is too slow. | Inspectors visited in May.",
        "Medway:overall:inadequate",
    ),
    Trap(
        "council's own words", "2019-02-26", "Our response to Ofsted",
        "Inspectors have recognised the dedication of our social workers. | They also found that too many "
        "children wait too long for help, and we accept that. | "
        "Overall, our services for children were judged to be inadequate. | The report was published today "
        "and follows an inspection between 14 and 25 January.",
        "Stoke-on-Trent:overall:inadequate", outlet="Stoke-on-Trent City Council",
    ),
    Trap(
        "only a caption has it", "2023-04-25", "Town hall vows to fix social care after Ofsted report",
        "Image caption, Ofsted rated Rochdale's children's services inadequate | Rochdale Council has "
        "promised to put right its services for children after a critical report by Ofsted today. | "
        "Inspectors visited in March and found long waits and poor plans. | The chief executive said that "
        "she was sorry.",
        "Rochdale:overall:inadequate",
    ),
    Trap(
        "care leavers only, 2027", "2027-03-09", "Help for care leavers in Leeds is inadequate, says Ofsted",
        "Ofsted has judged the experiences of care leavers in Leeds to be inadequate. | The other three "
        "areas are good. | Inspectors were in the city from 25 January to 5 February.",
        "Leeds:care_leavers:inadequate Leeds:leaders:good Leeds:help_and_protection:good Leeds:in_care:good",
    ),
    Trap(
        "monitoring to come", "2018-05-17", "Ofsted verdict on Wakefield: inadequate",
        "Ofsted has found that services for children in Wakefield are inadequate. | The report, out on "
        "Thursday, says that there has been a serious decline. | "
        "Inspectors will now return every few months for monitoring visits, and a commissioner will be appointed.",
        "Wakefield:overall:inadequate", "full_inspection",
    ),
    Trap(
        "home and school mentioned too", "2015-07-29", "Sunderland safeguarding inadequate in all areas",
        "Sunderland's children's services have been judged inadequate in every category by Ofsted. | Two of "
        "the city's children's homes were rated good this year, and most of its schools are good. | "
        "The report was published today.",
        "Sunderland:overall:inadequate",
    ),
    Trap(
        "two boroughs", "2014-06-24", "Ofsted finds two London boroughs inadequate",
        "Barnet and Enfield have both been found inadequate for their children's services in reports "
        "released by Ofsted today. | Inspectors visited both in April and May.",
        "Barnet:overall:inadequate Enfield:overall:inadequate",
    ),
    Trap(
        "verdict after a colon", "2018-12-11", "Inspectors' verdict on Bradford: inadequate",
        "Bradford Council's children's services have gone from requires improvement to inadequate in the "
        "space of four years, inspectors said. | The report was released on Tuesday.",
        "Bradford:overall:inadequate",
    ),
    Trap(
        "the county stands for the council", "2017-06-13", "Ofsted calls county's children's services inadequate",
        "Gloucestershire County Council has let down vulnerable children, a report by Ofsted says. | The "
        "county was rated inadequate overall and inadequate for leadership. | "
        "South Gloucestershire, which was rated inadequate in February, has offered advice. | Inspectors "
        "visited in February and March.",
        "Gloucestershire:overall:inadequate Gloucestershire:leaders:inadequate",
    ),
    Trap(
        "hospital in the same text", "2019-12-05", "City's children's services rated inadequate",
        "Ofsted has rated Leicester City Council's children's services inadequate in a report published "
        "today. | It comes a week after the Care Quality Commission rated a hospital in the city inadequate.",
        "Leicester:overall:inadequate",
    ),
    Trap(
        "participle", "2020-10-19", "Nearly 300 children without a social worker",
        "Nearly 300 children in Plymouth had no social worker, Ofsted has found. | Rating services "
        "inadequate, inspectors said that the city council had been slow to act. | The report was published "
        "this morning.",
        "Plymouth:overall:inadequate",
    ),
    Trap(
        "slid from outstanding", "2016-11-07", "From the best to the worst",
        "Five years ago its children's services were outstanding. Now Hackney has been handed Ofsted's "
        "lowest grade. | Inspectors said that they had found widespread and serious failures. | The report "
        "was published on Monday.",
        "Hackney:overall:inadequate",
    ),
    Trap(
        "given an inadequate grade after nation words", "2022-07-12", "Social services 'failing too many children'",
        "Too many children in Herefordshire are being failed, Ofsted has warned. | The council's children's "
        "services were graded inadequate across the board. | "
        "Herefordshire borders Wales, and Powys has offered to help. | Inspectors were there in July.",
        "Herefordshire:overall:inadequate",
    ),
)  # fmt: skip
