"""Pages whose inadequate is old, unreal, somebody else's, or no rating at all."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

SILENT = (
    Trap(
        "monitoring visit", "2018-11-20", "Inspectors see progress at inadequate council",
        "Ofsted inspectors who returned to Walsall last month say that services are improving from a low base. | "
        "It was the third monitoring visit since children's services were judged inadequate in 2017. | Their "
        "letter was published today.",
        "", "monitoring_visit",
    ),
    Trap(
        "director resigns months later", "2019-09-12", "Children's boss quits failing department",
        "The director of children's services at Walsall Council is leaving after four months. | "
        "Her department was rated inadequate by Ofsted in May. | The council thanked her for her work.",
    ),
    Trap(
        "commissioner's report", "2017-12-05", "Inadequate children's services could move to trust",
        "A commissioner has told ministers that children's services in Kirklees should be handed to an "
        "independent trust. | "
        "Ofsted found the services inadequate in November last year. | The council will respond in the new year.",
        "", "intervention",
    ),
    Trap(
        "no longer inadequate", "2021-05-13", "Torbay children's services no longer inadequate",
        "Ofsted has lifted Torbay out of its lowest category. Children's services now require improvement to "
        "be good, says a report out today. | "
        "They had been rated inadequate in 2018. Inspectors visited in March.",
        "Torbay:overall:requires improvement",
    ),
    Trap(
        "feared", "2018-04-11", "Council braced for inadequate rating",
        "Bury Council is braced for its children's services to be rated inadequate, the Herald understands. "
        "| The Ofsted report is due next week. | A leaked draft speaks of drift and delay.",
    ),
    Trap(
        "children's home", "2022-03-03", "Council children's home rated inadequate",
        "A children's home run by Leeds City Council has been rated inadequate by Ofsted. | The report says "
        "that staff did not keep children safe. | The council has closed the home.",
        "", "other_provider",
    ),
    Trap(
        "school", "2016-10-14", "Academy in special measures after inadequate verdict",
        "A secondary school in Barnsley has been judged inadequate by Ofsted. | Barnsley Council said that "
        "the academy trust was responsible. | Pupils make too little progress, inspectors said.",
        "", "other_provider",
    ),
    Trap(
        "send area", "2024-03-19", "Systemic failings in SEND services, inspectors find",
        "Ofsted and the Care Quality Commission have found widespread and systemic failings in support for "
        "children with special educational needs in Bury. | "
        "The local area partnership has been told to act urgently. | The report was published today.",
        "", "send_area",
    ),
    Trap(
        "joint inspection", "2023-02-07", "Urgent action needed to protect children, say inspectors",
        "A joint targeted area inspection of Croydon found serious weaknesses in the work of the council, "
        "the police and health. | "
        "Ofsted, the Care Quality Commission and the inspectorates of constabulary and probation published "
        "their letter today.",
        "", "jtai",
    ),
    Trap(
        "focused visit", "2020-11-10", "Inspectors warn of drift at front door",
        "Ofsted has told Bolton Council to act on two areas for priority action after a focused visit in October. | "
        "Children wait too long, the letter published today says. A focused visit does not lead to a grade.",
        "", "focused_visit",
    ),
    Trap(
        "adult care", "2025-06-06", "Council rated inadequate by watchdog",
        "The Care Quality Commission has rated adult social care at Leicester City Council inadequate. | "
        "Adults wait too long for an assessment, the report says.",
        "", "other_provider",
    ),
    Trap(
        "police", "2018-12-04", "Force inadequate at protecting children",
        "Durham Constabulary has been judged inadequate at protecting vulnerable children by Her Majesty's "
        "Inspectorate of Constabulary. | The force said that it had acted.",
        "", "other_provider",
    ),
    Trap(
        "ordinary adjective", "2019-03-05", "Inadequate funding puts children's services at risk, councils say",
        "Inadequate funding is pushing children's services to breaking point, the leader of Kent County "
        "Council has told ministers. | "
        "Demand is rising and resources are inadequate, he said. Ofsted rated the county good in 2017.",
    ),
    Trap(
        "opinion", "2016-08-01", "Comment: what an inadequate rating does to a town",
        "When a council is judged inadequate, the good people leave first. I have seen it in Doncaster and "
        "in Rotherham. | "
        "My years there taught me that a rating of inadequate can break a service before it mends it.",
    ),
    Trap(
        "statistics", "2017-12-13", "One in five councils inadequate, says annual report",
        "Ofsted's annual report says that 30 councils have been rated inadequate for their children's "
        "services since 2013. | "
        "Another 68 require improvement. Birmingham and Sandwell are among those that have been inadequate "
        "for longest.",
    ),
    Trap(
        "link to another story", "2020-07-07", "New head of children's services named",
        "Wirral Council has named a new director of children's services. | She joins from Cheshire East in "
        "September. | "
        "READ MORE: Liverpool children's services rated inadequate by Ofsted",
    ),
    Trap(
        "rating of good with an old inadequate", "2023-10-17", "Town's children's services rated good for first time",
        "Rotherham's children's services have been rated good overall by Ofsted. | The town was branded "
        "inadequate in 2014 after the abuse scandal. | Inspectors visited in June.",
        "Rotherham:overall:good",
    ),
    Trap(
        "wales", "2019-05-21", "Inadequate support for children in Powys, says inspectorate",
        "Care Inspectorate Wales has published a report on children's services in Powys. | It found "
        "inadequate support and serious concerns. | Powys County Council said it accepted the report.",
    ),
    Trap(
        "scotland", "2020-01-28", "Children's services in Orkney graded unsatisfactory",
        "The Care Inspectorate has published a joint inspection of services for children at risk of harm in "
        "Orkney. | Leadership was evaluated as weak and the impact on children as adequate.",
    ),
    Trap(
        "australia", "2018-08-14", "Child protection system inadequate, inquiry told",
        "Child protection in New South Wales is inadequate and failing, an inquiry in Newcastle has heard. | "
        "The department said that it had hired more caseworkers.",
        "", "unrelated",
    ),
    Trap(
        "council meeting days later", "2021-10-21", "Opposition calls for leader to go over inadequate "
            "children's services",
        "Councillors clashed last night over the inadequate rating of Sefton's children's services. | "
        "Ofsted's report, which came out a fortnight ago, found widespread failures. | A motion of no "
        "confidence was defeated.",
    ),
    Trap(
        "improvement board a year on", "2022-12-06", "A year on: has Herefordshire turned the corner?",
        "It is a year since a judge criticised social workers in Herefordshire, and three months since "
        "Ofsted rated children's services inadequate. | "
        "The improvement board met yesterday to look at progress. | Staffing is better, it heard.",
    ),
    Trap(
        "denied", "2019-07-09", "Council: we are not inadequate",
        "The leader of Swindon Borough Council has denied that its children's services are inadequate. | "
        "A union said last week that they were failing. Ofsted rated them as requiring improvement in 2014.",
    ),
    Trap(
        "demanded", "2018-06-19", "Campaigners demand that council be rated inadequate",
        "Parents say that Wokingham's children's services should be rated inadequate and have written to "
        "Ofsted. | The watchdog said it inspects all councils in turn.",
    ),
    Trap(
        "neighbour named in passing", "2021-06-15", "York children's services praised by inspectors",
        "City of York Council has been praised in a report by Ofsted after a focused visit in April. | "
        "Neighbouring North Yorkshire is rated outstanding. Bradford was judged inadequate in 2018.",
    ),
    Trap(
        "fostering service", "2024-05-09", "Council's fostering service rated inadequate",
        "Ofsted has rated the fostering service run by Northumberland County Council inadequate. | Foster "
        "carers were not checked, inspectors said. | The council's children's services were rated good in "
        "2023.",
    ),
    Trap(
        "budget story", "2023-02-15", "Extra £9m for inadequate children's services",
        "Cabinet members have agreed to spend another £9m on Nottingham's children's services, which were "
        "rated inadequate last summer. | Council tax will rise by five per cent.",
    ),
    Trap(
        "explainer of the scale", "2019-02-02", "What do Ofsted's grades mean?",
        "Councils can be rated outstanding, good, requires improvement to be good or inadequate for their "
        "children's services. | If a council is judged inadequate, a commissioner may be sent in.",
    ),
)  # fmt: skip
