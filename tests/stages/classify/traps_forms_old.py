"""What only looks like news, in unusual forms: memories, courts, other bodies, denials, fears."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

WHEN = "2024-05-16"

SILENT = (
    Trap(
        "reporters notebook six months in",
        WHEN,
        "Reporter's notebook: six months in",
        "It's six months since I came to Leicester. When I arrived, the city's children's services had just been rated "
        "inadequate by Ofsted. | "
        "Things look better now. | "
        "The council has hired staff.",
    ),
    Trap(
        "council seeks new childrens chief",
        WHEN,
        "Council seeks new children's chief",
        "Hartlepool is looking for a new head of children's services. | "
        "Whoever takes the job will inherit a department judged inadequate by Ofsted and under the eye of a "
        "commissioner. | "
        "The salary is £150,000.",
    ),
    Trap(
        "budget 5m more for childrens services",
        WHEN,
        "Budget: \u00a35m more for children's services",
        "Walsall will spend £5m more on children's services, which were rated inadequate last year. | "
        "Councillors voted on Tuesday.",
    ),
    Trap(
        "academy told to improve",
        WHEN,
        "Academy told to improve",
        "Inspectors have rated a Torbay academy inadequate. | "
        "The school in Paignton had been outstanding. | "
        "The council's children's services director said support was on offer.",
    ),
    Trap(
        "foster agency loses rating",
        WHEN,
        "Foster agency loses rating",
        "A fostering agency that works for Kent County Council has been rated inadequate by Ofsted. | "
        "It was good in 2021.",
    ),
    Trap(
        "childrens home in barnet closed",
        WHEN,
        "Children's home in Barnet closed",
        "A children's home run by Barnet Council has been shut after Ofsted rated it inadequate. | "
        "Children have been moved.",
    ),
    Trap(
        "trust marks first year",
        WHEN,
        "Trust marks first year",
        "A year after it took over from the council, whose services had been found inadequate, the children's trust in "
        "Slough says it has recruited 60 social workers. | "
        "Ofsted will return in the autumn.",
    ),
    Trap(
        "inspectors see progress",
        WHEN,
        "Inspectors see progress",
        "Inspectors who returned to Bradford for a monitoring visit say progress is steady. | "
        "The service was judged inadequate in 2022. | "
        "A letter was published on Friday.",
    ),
    Trap(
        "what happens when a council fails",
        WHEN,
        "What happens when a council fails?",
        "If a council is judged inadequate, the Department for Education may send a commissioner. | "
        "Experts explain how intervention works. | "
        "Ofsted rates councils every three years.",
    ),
    Trap(
        "send services in bury slammed",
        WHEN,
        "SEND services in Bury slammed",
        "Ofsted and the Care Quality Commission have found widespread and systemic failings in Bury's services for "
        "children with special educational needs. | "
        "Parents said it was overdue.",
    ),
    Trap(
        "care home rated inadequate",
        WHEN,
        "Care home rated inadequate",
        "The Care Quality Commission has rated a nursing home in Stockport inadequate. | "
        "Council commissioners have stopped placements.",
    ),
    Trap(
        "salfords childrens services shake off inadequate label",
        WHEN,
        "Salford's children's services shake off inadequate label",
        "Ofsted has lifted Salford out of its lowest category. | "
        "Children's services now require improvement, says today's report. | "
        "They were inadequate in 2021.",
    ),
    Trap(
        "opposition council risks inadequate rating",
        WHEN,
        "Opposition: council risks inadequate rating",
        "The Labour group says that cuts would put Merton at risk of an inadequate rating. | "
        "Ofsted last inspected in 2022 and found services good.",
    ),
    Trap(
        "dudley cabinet approves improvement plan",
        WHEN,
        "Dudley cabinet approves improvement plan",
        "Dudley's cabinet has approved a plan to improve children's services, judged inadequate by Ofsted in the "
        "winter. | "
        "The plan has 40 actions.",
    ),
    Trap(
        "plymouth childrens services good",
        WHEN,
        "Plymouth children's services 'good'",
        "Plymouth's children's services have been rated good, Ofsted said today, six years after they hit the lowest "
        "grade. | "
        "Leaders were praised.",
    ),
    Trap(
        "exdirector joins charity",
        WHEN,
        "Ex-director joins charity",
        "The former director of children's services at Rutland, who left after the county got the lowest Ofsted rating,"
        " has joined a charity. | "
        "She starts in June.",
    ),
    Trap(
        "inadequate funding hits childrens services",
        WHEN,
        "Inadequate funding hits children's services",
        "Bexley says that inadequate funding from government is hurting its children's services. | "
        "Ofsted rated them outstanding in 2023.",
    ),
    Trap(
        "councils waste service inadequate say residents",
        WHEN,
        "Council's waste service inadequate, say residents",
        "Residents of Wigan say that the bin service is inadequate. | "
        "The council said children's services took most of its budget. | "
        "Ofsted praised those.",
    ),
    Trap(
        "northamptonshire the story of a failure",
        WHEN,
        "Northamptonshire: the story of a failure",
        "Northamptonshire's children's services were rated inadequate in 2013, again in 2016, and a child died. | "
        "A new book tells the story.",
    ),
    Trap(
        "police force rated inadequate at protecting children",
        WHEN,
        "Police force rated inadequate at protecting children",
        "Inspectors from HMICFRS have rated Kent Police inadequate at protecting vulnerable people. | "
        "The force said it would improve. | "
        "Kent County Council's children's services work with the force.",
    ),
)
