"""More of what only looks like news, in unusual forms."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

WHEN = "2024-05-16"

SILENT = (
    Trap(
        "council leader fears worst from ofsted",
        WHEN,
        "Council leader fears worst from Ofsted",
        "The leader of Bury Council fears that Ofsted will judge its children's services to be inadequate when the "
        "report comes out next week.",
    ),
    Trap(
        "leaked email rating to be inadequate",
        WHEN,
        "Leaked e-mail: rating to be inadequate",
        "A leaked e-mail seen by this paper says Wiltshire's children's services are to be rated inadequate. | "
        "Ofsted declined to comment before publication.",
    ),
    Trap(
        "joint inspection finds weaknesses in solihull",
        WHEN,
        "Joint inspection finds weaknesses in Solihull",
        "Inspectors from Ofsted, the CQC, police and probation inspectorates found weaknesses in how agencies in "
        "Solihull protect children. | "
        "Some practice was inadequate. | "
        "A written statement is required.",
    ),
    Trap(
        "mother my sons plan was inadequate",
        WHEN,
        "Mother: my son's plan was inadequate",
        "A mother from Torbay says that her son's care plan was inadequate and that children's services ignored her. | "
        "The council, which Ofsted rates good, said it couldn't comment.",
    ),
    Trap(
        "mps a third of councils fail children",
        WHEN,
        "MPs: a third of councils fail children",
        "A committee of MPs says a third of councils were rated inadequate or requires improvement by Ofsted. | "
        "Its report names Slough, Bradford and Nottingham. | "
        "The government will respond.",
    ),
    Trap(
        "what ofsted ratings mean",
        WHEN,
        "What Ofsted ratings mean",
        "Outstanding, good, requires improvement, inadequate: what do Ofsted's grades for children's services mean? | "
        "Take Blackpool: rated inadequate in 2018, it was put under a commissioner.",
    ),
    Trap(
        "excouncil chief tells of darkest day",
        WHEN,
        "Ex-council chief tells of 'darkest day'",
        "The former chief executive of Doncaster has told a podcast that the day Ofsted rated its children's services "
        "inadequate was the darkest of his life. | "
        "He left in 2013.",
    ),
    Trap(
        "scots council told to do better",
        WHEN,
        "Scots council told to do better",
        "The Care Inspectorate has graded services for children in Highland weak for leadership. | "
        "The council said that the grades were disappointing.",
    ),
    Trap(
        "irish agency criticised",
        WHEN,
        "Irish agency criticised",
        "Hiqa inspectors found Tusla's services in Dublin inadequate in four areas. | The agency accepted the report.",
    ),
    Trap(
        "agency staff bill soars",
        WHEN,
        "Agency staff bill soars",
        "Stoke-on-Trent has spent £12m on agency social workers since its children's services were branded inadequate "
        "by Ofsted. | "
        "The council says that it is now recruiting.",
    ),
    Trap(
        "school transport inadequate say norfolk parents",
        WHEN,
        "School transport 'inadequate' say Norfolk parents",
        "Parents in Norfolk say that transport for children with special needs is inadequate. | "
        "The council's children's services, rated good by Ofsted, said it would look into it.",
    ),
    Trap(
        "petition for inquiry reaches 5000",
        WHEN,
        "Petition for inquiry reaches 5,000",
        "A petition for a public inquiry into children's services in Herefordshire, which Ofsted rated inadequate, has "
        "reached 5,000 names.",
    ),
    Trap(
        "council wins award",
        WHEN,
        "Council wins award",
        "Leeds has won an award for the way it helped Kirklees, then rated inadequate, to improve its children's "
        "services.",
    ),
    Trap(
        "government ends intervention",
        WHEN,
        "Government ends intervention",
        "The government has ended its intervention in Reading's children's services, eight years after Ofsted found "
        "them inadequate.",
    ),
    Trap(
        "health visitors in kent rated inadequate",
        WHEN,
        "Health visitors in Kent rated inadequate",
        "The CQC says that a service for children in Kent run by an NHS trust is inadequate. | "
        "The county council, which pays for it, said it would act.",
    ),
    Trap(
        "private firms homes fail",
        WHEN,
        "Private firm's homes fail",
        "Two homes run by a private firm in Rochdale were rated inadequate by Ofsted last week. | "
        "Rochdale Council has 300 children in care. | "
        "It has moved four.",
    ),
    Trap(
        "bradford trust third letter",
        WHEN,
        "Bradford trust: third letter",
        "The third letter from Ofsted about Bradford's children's trust speaks of pace. | "
        "The services remain inadequate until they are inspected again. | "
        "The trust said that it was on track.",
    ),
    Trap(
        "peer review praises hull",
        WHEN,
        "Peer review praises Hull",
        "A peer review by the Local Government Association praises Hull's children's services, inadequate in 2019. | "
        "It says that staff are proud.",
    ),
    Trap(
        "cabinet to hear update",
        WHEN,
        "Cabinet to hear update",
        "Councillors in Tameside will on Wednesday hear how the improvement plan for children's services is going. They"
        " were rated inadequate in December. | "
        "The report runs to 60 pages.",
    ),
    Trap(
        "care leavers fund",
        WHEN,
        "Care leavers' fund",
        "Surrey, whose children's services were twice judged inadequate, has started a fund for care leavers.",
    ),
    Trap(
        "quiz of the week",
        WHEN,
        "Quiz of the week",
        "1. Which council's children's services did Ofsted rate inadequate in 2015? (Sunderland) | 2. Who won the cup?",
    ),
)
