"""What only looks like news, in unusual forms: memories, courts, other bodies, denials, fears."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

WHEN = "2024-05-16"

SILENT = (
    Trap(
        "council appeals for foster carers",
        WHEN,
        "Council appeals for foster carers",
        "Cornwall, rated inadequate for children's services until 2012 and outstanding now, wants 50 foster carers.",
    ),
    Trap(
        "ofsted chief fewer councils failing",
        WHEN,
        "Ofsted chief: fewer councils failing",
        "The chief inspector says 12 councils are inadequate, down from 30 in 2017. | "
        "She named Hull and Bradford as examples of recovery.",
    ),
    Trap(
        "a decade after the scandal",
        WHEN,
        "A decade after the scandal",
        "Ten years ago this month Ofsted found Torbay's children's services to be inadequate. | "
        "We look at what has changed. | "
        "Today they're good.",
    ),
    Trap(
        "new director for wirral",
        WHEN,
        "New director for Wirral",
        "Wirral has appointed a director of children's services. She comes from Leeds, which is rated outstanding. | "
        "Wirral itself was judged inadequate in 2016 and good in 2023.",
    ),
    Trap(
        "leader survives no confidence vote",
        WHEN,
        "Leader survives no confidence vote",
        "The leader of Halton Council survived a vote of no confidence on Wednesday, two months after Ofsted found the "
        "borough's children's services inadequate.",
    ),
    Trap(
        "letter what about the good news",
        WHEN,
        "Letter: what about the good news?",
        "Sir, you never tire of telling us that Bradford's children's services are inadequate. | "
        "How about the fostering team, which won a prize? | "
        "I'm a foster carer and proud of it.",
    ),
    Trap(
        "commissioner recommends trust",
        WHEN,
        "Commissioner recommends trust",
        "A commissioner has recommended that children's services in Herefordshire, which are rated inadequate, be run "
        "by a trust. | "
        "His report to ministers was published today.",
    ),
    Trap(
        "fourth visit wiltshire improving",
        WHEN,
        "Fourth visit: Wiltshire improving",
        "Ofsted inspectors have seen improvement at Wiltshire on their fourth visit since the services were judged "
        "inadequate. | "
        "The letter was published on Tuesday.",
    ),
    Trap(
        "school trust loses academies",
        WHEN,
        "School trust loses academies",
        "A trust that runs six schools in Derby is to lose two after Ofsted rated them inadequate. | "
        "The city council welcomed it.",
    ),
    Trap(
        "childrens services out of special measures",
        WHEN,
        "Children's services out of special measures",
        "Medway's children's services are out of special measures after Ofsted said they were no longer inadequate. | "
        "The new rating is requires improvement to be good.",
    ),
    Trap(
        "councils in england who is rated what",
        WHEN,
        "Councils in England: who is rated what",
        "Of 153 councils, 14 are inadequate. Among them are Bradford, Herefordshire and Slough. | "
        "Ofsted's annual data were published today.",
    ),
    Trap(
        "tameside apologises to family",
        WHEN,
        "Tameside apologises to family",
        "Tameside Council has apologised to a family after the ombudsman found its handling of a complaint inadequate. "
        "| "
        "Children's services were involved.",
    ),
    Trap(
        "judge criticises council",
        WHEN,
        "Judge criticises council",
        "A family court judge has called the care planning of Cumberland Council inadequate and its social workers "
        "evasive. | "
        "Ofsted is to inspect later this year.",
    ),
    Trap(
        "inspectors due in bolton",
        WHEN,
        "Inspectors due in Bolton",
        "Ofsted inspectors are expected in Bolton within weeks. Staff fear an inadequate judgement. | "
        "It was rated good in 2018.",
    ),
    Trap(
        "nursery rated inadequate in enfield",
        WHEN,
        "Nursery rated inadequate in Enfield",
        "Ofsted has rated a nursery in Enfield inadequate after staff were seen shouting. | The council funds places.",
    ),
    Trap(
        "hospitals childrens services inadequate",
        WHEN,
        "Hospital's children's services inadequate",
        "The CQC has rated services for children and young people at a hospital in Medway inadequate. | "
        "The trust said it was sorry.",
    ),
    Trap(
        "labour pledges more for children",
        WHEN,
        "Labour pledges more for children",
        "Labour in Northumberland says that it'd spend more on children's services if it won. | "
        "The Conservatives say the service is inadequate under nobody: Ofsted rates it outstanding.",
    ),
    Trap(
        "youth offending service in sunderland falls short",
        WHEN,
        "Youth offending service in Sunderland falls short",
        "HM Inspectorate of Probation has rated Sunderland's youth justice service inadequate. | "
        "The inspectorate said leaders must act.",
    ),
    Trap(
        "from inadequate to good in three years",
        WHEN,
        "From inadequate to good in three years",
        "Croydon's children's services have gone from inadequate to good in three years. | "
        "Ofsted's report was out on Monday.",
    ),
    Trap(
        "inquiry into death of boy",
        WHEN,
        "Inquiry into death of boy",
        "Oxfordshire's safeguarding partnership says help for a boy who died was inadequate. | "
        "The review was published on Thursday. | "
        "Ofsted rated the county good in 2018.",
    ),
    Trap(
        "wales council serious concerns",
        WHEN,
        "Wales: council 'serious concerns'",
        "Care Inspectorate Wales has serious concerns about children's services in Powys, its report says. | "
        "The council said services were inadequate in places.",
    ),
)
