"""More pages whose inadequate is no news: follow-ups, verdicts of others, look-alikes."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

SILENT = (
    Trap(
        "new boss for a failing department", "2020-03-12", "New boss to turn round inadequate children's services",
        "Tameside Council has appointed a new director to lead its children's services, which are rated "
        "inadequate. | She was deputy director in Wigan. | The council was judged inadequate in 2016.",
    ),
    Trap(
        "trust launched", "2018-04-03", "Trust takes over failing children's services",
        "An independent trust took over children's services in Sandwell on Sunday. | Ministers ordered the "
        "move after Ofsted found the services inadequate for the second time. | The trust will employ 600 "
        "people.",
        "", "intervention",
    ),
    Trap(
        "court", "2019-02-14", "Judge attacks 'inadequate' social work",
        "A family court judge has criticised social workers in Surrey for an inadequate assessment of a "
        "baby's needs. | Surrey County Council said that it would learn lessons.",
    ),
    Trap(
        "serious case review", "2017-11-15", "Response to toddler's injuries was inadequate, review finds",
        "Children's services in Lambeth gave an inadequate response to the injuries of a toddler, a serious "
        "case review has found. | The Local Safeguarding Children Board published the review today.",
    ),
    Trap(
        "union on pay", "2021-11-03", "Social workers strike over inadequate pay",
        "Social workers in Bromley are to strike over pay that their union calls inadequate. | Ofsted rated "
        "the borough's children's services good in 2018.",
    ),
    Trap(
        "ombudsman", "2020-08-19", "Ombudsman faults council over care of teenager",
        "The Local Government Ombudsman has found that Somerset County Council's children's services gave a "
        "teenager inadequate support. | The council has apologised and paid £2,000.",
    ),
    Trap(
        "regional adoption agency", "2019-06-26", "Adoption agency rated inadequate by Ofsted",
        "A regional adoption agency that serves Lancashire and Blackpool has been rated inadequate by "
        "Ofsted. | Inspectors said checks on adopters were poor.",
        "", "other_provider",
    ),
    Trap(
        "youth offending", "2018-09-05", "Youth offending service inadequate, say inspectors",
        "HM Inspectorate of Probation has rated the youth offending service in Blackpool inadequate. | The "
        "council's children's services department runs the team. | Ofsted was not involved.",
        "", "other_provider",
    ),
    Trap(
        "inspectors on their way", "2022-01-18", "Inspectors arrive at troubled council",
        "Ofsted inspectors have begun an inspection of children's services in Cheshire East. | The council "
        "was judged to require improvement in 2019. | If it is rated inadequate, a commissioner could be "
        "appointed.",
    ),
    Trap(
        "out of intervention", "2017-03-28", "Ministers end oversight of children's services",
        "The government has lifted its direction on Norfolk County Council's children's services. | They "
        "were rated inadequate in 2013 and again in 2015. | The minister praised the progress.",
    ),
    Trap(
        "list of the worst", "2018-01-22", "The 20 councils rated inadequate by Ofsted",
        "These councils are rated inadequate for their children's services: Birmingham, Bromley, Croydon, "
        "Gloucestershire, Kirklees, Lancashire, Reading, "
        "Sandwell, Slough, Somerset, Sunderland, Surrey, Tower Hamlets, Torbay, West Berkshire and Wirral.",
    ),
    Trap(
        "whistleblower", "2019-10-09", "Whistleblower says children's services are inadequate",
        "A former social worker has told the Herald that children's services in Dorset are inadequate and "
        "unsafe. | Dorset Council said it did not recognise the picture. | Ofsted will inspect next year.",
    ),
    Trap(
        "second visit letter", "2019-11-12", "Pace of change too slow, inspectors tell council",
        "Ofsted says that Blackpool Council is still too slow to protect children. | Its letter, published "
        "yesterday, follows a visit in October. | The council's services remain inadequate. | Some children "
        "wait too long to be seen.",
    ),
    Trap(
        "secure home", "2023-08-15", "Council's secure unit inadequate",
        "A secure children's home run by Lancashire County Council has been rated inadequate. | Ofsted said "
        "restraint was used too often.",
        "", "other_provider",
    ),
    Trap(
        "good after inadequate, in the title", "2021-03-02", "From inadequate to good: how a borough turned "
            "its children's services round",
        "Ofsted has rated Bromley's children's services good. | In 2016 they were inadequate. | Inspectors "
        "visited in January.",
        "Bromley:overall:good",
    ),
    Trap(
        "scrutiny looks back", "2022-09-29", "Councillors told of progress since inadequate rating",
        "A scrutiny committee has heard how Solihull... sorry, North East Lincolnshire has responded to the "
        "inadequate rating of its children's services last November. | "
        "Caseloads are down by a third, the director said.",
    ),
    Trap(
        "social housing", "2024-05-30", "Council's housing service given lowest grade",
        "The Regulator of Social Housing has given Guildford's landlord its lowest grade. | Surrey County "
        "Council's children's services are not affected.",
    ),
    Trap(
        "minister in the house", "2016-12-14", "Minister: 30 councils are inadequate",
        "The children's minister told MPs that almost a quarter of councils had been judged inadequate. | He "
        "named Doncaster and Slough, where trusts have taken over. | The bill was given a second reading.",
    ),
    Trap(
        "funding for improvement", "2020-02-20", "£4m to lift inadequate children's services",
        "Blackpool councillors will be asked to approve £4m for children's services next week. | The "
        "department was rated inadequate in a report published in January last year.",
    ),
    Trap(
        "peer review", "2014-10-08", "Peer review finds 'inadequate' planning for children",
        "A peer review has told Cumbria County Council that its planning for children in care is inadequate. "
        "| The council asked for the review before Ofsted's next inspection.",
    ),
    Trap(
        "leaked", "2015-01-20", "Leaked report says children's services will be rated inadequate",
        "A leaked draft report says that Somerset's children's services will be rated inadequate. | Ofsted "
        "said that it did not comment on leaks. | The final report is expected in March.",
    ),
    Trap(
        "a nursery in the borough", "2019-01-29", "Nursery in Wigan rated inadequate",
        "A day nursery in Wigan has been rated inadequate by Ofsted. | Wigan Council's children's services "
        "will support the owner.",
        "", "other_provider",
    ),
    Trap(
        "good council helps", "2018-07-24", "Leeds to help inadequate Kirklees",
        "Leeds City Council, whose children's services are rated good, is to help its neighbour Kirklees for "
        "another year. | Kirklees was found inadequate in November 2016.",
    ),
    Trap(
        "ireland", "2022-05-11", "Services for children in care inadequate, watchdog says",
        "Services run by Tusla for children in care in Dublin are inadequate, HIQA has found. | None of the "
        "standards was met.",
        "", "unrelated",
    ),
)  # fmt: skip
