"""Short pages as many papers might write them, none of which tells of a new inadequate judgement."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

SILENT = (
    Trap(
        "what next for nottingham",
        "2024-07-16",
        "What next for Nottingham?",
        "Two years after Nottingham City Council was told its children's services were inadequate, the "
        "commissioner sent in to help says she can see light at the end of the tunnel. | Ofsted will decide "
        "next spring whether the rating can be lifted.",
    ),
    Trap(
        "inadequate the word no director wants to hear",
        "2020-02-04",
        "Inadequate: the word no director wants to hear",
        "A director who retired from Hampshire on what it's like when the inspectors call. | 'You can never be "
        "sure,' he says. 'An inadequate rating costs careers.'",
    ),
    Trap(
        "mp demands answers over childrens services",
        "2017-05-23",
        "MP demands answers over children's services",
        "Kettering's MP wants answers from Northamptonshire County Council after a whistleblower said that "
        "children's services were inadequate. | The council said that Ofsted rated them as requires "
        "improvement last year.",
    ),
    Trap(
        "council says sorry to care leavers",
        "2019-09-10",
        "Council says sorry to care leavers",
        "Croydon's cabinet has apologised to care leavers who were housed in hotels. | The borough's "
        "children's services were rated inadequate in September 2017; a monitoring visit in July found them "
        "improving.",
    ),
    Trap(
        "nursery in kent placed in special measures",
        "2018-07-03",
        "Nursery in Kent placed in special measures",
        "A nursery in Maidstone has been rated inadequate by Ofsted. | Kent County Council's children's "
        "services department has sent advisers. | Inspectors visited on June 4.",
    ),
    Trap(
        "fostering agency inadequate",
        "2018-07-03",
        "Fostering agency 'inadequate'",
        "An independent fostering agency that finds homes for children from Leeds and Bradford has been "
        "judged inadequate by Ofsted. | Leeds's own service is outstanding.",
    ),
    Trap(
        "send services in warwickshire have significant weaknesses",
        "2022-05-10",
        "SEND services in Warwickshire have 'significant weaknesses'",
        "Ofsted and the CQC say that children with special educational needs in Warwickshire are let down. | "
        "A written statement of action is needed. | The county's children's services were rated good in 2022.",
    ),
    Trap(
        "joint inspection blasts southend agencies",
        "2021-08-17",
        "Joint inspection blasts Southend agencies",
        "The police, the NHS and Southend council's children's services did not work well together, four "
        "inspectorates say. | They found areas for priority action. The quality of assessments was "
        "inadequate.",
    ),
    Trap(
        "letter from ofsted steady progress",
        "2019-12-10",
        "Letter from Ofsted: 'steady progress'",
        "Inspectors made their fourth monitoring visit to Lancashire in November and found steady progress. "
        "The council was judged inadequate in 2015.",
    ),
    Trap(
        "derby could be failed next expert warns",
        "2027-01-19",
        "Derby could be failed next, expert warns",
        "A professor of social work says Derby might well be judged inadequate when inspectors return in spring. | At "
        "present its services are outstanding.",
    ),
    Trap(
        "government steps in at worcestershire",
        "2018-01-16",
        "Government steps in at Worcestershire",
        "The children's minister has told Worcestershire that a trust will run its children's "
        "services. | They were found to be inadequate in January 2017.",
    ),
    Trap(
        "ofsted finds inadequate practice but grade stands",
        "2018-10-23",
        "Ofsted finds 'inadequate' practice but grade stands",
        "Focused visit: In a letter to Kingston upon Hull's director, inspectors say that the front door is "
        "not good enough. They found inadequate practice in two cases. | The council is rated requires "
        "improvement.",
    ),
    Trap(
        "countys child protection unsafe",
        "2019-01-29",
        "County's child protection 'unsafe'",
        "A leaked report suggests that Norfolk could be heading for a fail. | Councillors have been told to "
        "expect an inadequate judgement when Ofsted reports next month.",
    ),
    Trap(
        "council leader denies services inadequate",
        "2021-07-06",
        "Council leader denies services inadequate",
        "The leader of Liverpool has rejected a claim that the city's children's services are inadequate. | "
        "Ofsted visited in May and will report in the autumn.",
    ),
    Trap(
        "rotherham every service inadequate",
        "2015-02-10",
        "Rotherham: every service inadequate",
        "After a national review, Rotherham was in the news again as Ofsted's chief told MPs that its "
        "services had been inadequate in all areas last September.",
    ),
    Trap(
        "parents sue council",
        "2019-04-02",
        "Parents sue council",
        "Two brothers who were abused are suing Barnsley. Their barrister told the High Court that social "
        "services' response was inadequate, and the judge agreed. | Ofsted rates the council good.",
    ),
    Trap(
        "councils budget gap inadequate",
        "2024-11-12",
        "Council's budget gap 'inadequate'",
        "Unison says that plans for children's services in Croydon are inadequate. | The council's services "
        "were graded good by Ofsted in July.",
    ),
    Trap(
        "childrens home closes after inadequate rating",
        "2020-08-25",
        "Children's home closes after inadequate rating",
        "A children's home run by Bury Council will close after Ofsted judged it inadequate. | 'The safety of"
        " our children comes first,' said the director of children's services.",
    ),
    Trap(
        "peer review finds council inadequate",
        "2015-11-24",
        "Peer review finds council inadequate",
        "A team from the LGA has described Medway's early help as inadequate. | The council asked for the "
        "review ahead of an Ofsted inspection.",
    ),
    Trap(
        "ofsted chief councils overwhelmed",
        "2022-06-21",
        "Ofsted chief: councils 'overwhelmed'",
        "One in nine councils is inadequate, the chief inspector said in a speech in Manchester. | She praised "
        "Camden, rated outstanding in May.",
    ),
    Trap(
        "director resigns two months after ofsted failure",
        "2019-09-24",
        "Director resigns two months after Ofsted failure",
        "The head of children's services at Tameside has quit. | In July inspectors published a report that "
        "ranked the department inadequate. | Deputy Sue takes over.",
    ),
    Trap(
        "commissioners verdict on county",
        "2023-02-07",
        "Commissioner's verdict on county",
        "A commissioner has recommended that Herefordshire Council keeps control of its children's services, "
        "which Ofsted rated inadequate in July. | Her report was released by the DfE today.",
    ),
    Trap(
        "how we turned it round lancashire chiefs diary",
        "2023-09-19",
        "How we turned it round: Lancashire chief's diary",
        "When I came here in 2016, the council had just been judged inadequate. Seven years on, we're good. |"
        " The day the inspectors rang...",
    ),
)
