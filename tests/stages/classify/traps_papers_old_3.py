"""Short pages as many papers might write them, none of which tells of a new inadequate judgement."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

SILENT = (
    Trap(
        "councillors grill director over inadequate rating",
        "2020-06-23",
        "Councillors grill director over inadequate rating",
        "Members of Northumberland's scrutiny panel have questioned the director about progress since the "
        "county's children's services were found to be inadequate in February. | She said the improvement "
        "plan was on track.",
    ),
    Trap(
        "ofsted boss to lead inquiry",
        "2018-05-01",
        "Ofsted boss to lead inquiry",
        "The man who found Rotherham inadequate is to lead an inquiry in Telford and Wrekin. | He once worked"
        " for Ofsted.",
    ),
    Trap(
        "cabinet approves 5m",
        "2016-10-25",
        "Cabinet approves £5m",
        "Sandwell's cabinet has approved £5m for its children's services, which remain inadequate after the "
        "third failing report in five years. | A trust will take over next year.",
    ),
    Trap(
        "social workers strike at failing council",
        "2024-04-16",
        "Social workers strike at failing council",
        "Social workers at Devon, whose children's services are rated inadequate, have walked out over pay.",
    ),
    Trap(
        "watchdogs warning over cumbrias successor",
        "2022-12-13",
        "Watchdog's warning over Cumbria's successor",
        "When Cumbria is abolished in April, two new councils will take on its children's services, which "
        "Ofsted said last month require improvement. | 'We start with a fair wind,' said Westmorland and "
        "Furness.",
    ),
    Trap(
        "fostering drive",
        "2025-05-20",
        "Fostering drive",
        "Wiltshire needs 50 more foster carers. | The council's children's services are rated outstanding.",
    ),
    Trap(
        "police inadequate at protecting vulnerable children",
        "2019-03-05",
        "Police 'inadequate' at protecting vulnerable children",
        "Cleveland Police is inadequate at protecting vulnerable people, inspectors of constabulary said. | "
        "Middlesbrough Council's children's services are to be inspected by Ofsted.",
    ),
    Trap(
        "hospitals childrens ward inadequate",
        "2021-09-21",
        "Hospital's children's ward inadequate",
        "Children's services at the Royal Hospital in Wolverhampton were rated inadequate by the Care Quality"
        " Commission today.",
    ),
    Trap(
        "ofsted rules coventry failing",
        "2014-03-18",
        "Ofsted rules Coventry failing",
        "Child protection in Coventry is inadequate, a report by Ofsted will say on Friday, sources told the "
        "Telegraph.",
    ),
    Trap(
        "why the loss of a single grade matters",
        "2026-08-25",
        "Why the loss of a single grade matters",
        "Until March a council like Doncaster, inadequate in one area, might have been failed as a whole. | "
        "Readers have asked what happens now.",
    ),
    Trap(
        "monitoring visit goes well",
        "2027-03-09",
        "Monitoring visit goes well",
        "Inspectors made a first monitoring visit to Trafford since its leaders were judged inadequate in "
        "August. They found that change has begun.",
    ),
    Trap(
        "blunder by newspaper",
        "2019-08-20",
        "Blunder by newspaper",
        "CORRECTION: On Friday we reported that Dorset Council's children's services were rated inadequate. "
        "In fact that was the verdict on a nursery. We apologise.",
    ),
    Trap(
        "director i wont go",
        "2019-08-20",
        "Director: I won't go",
        "The director of children's services at Stoke says she won't resign over March's inadequate verdict.",
    ),
    Trap(
        "kirklees a council in crisis",
        "2017-03-14",
        "Kirklees: a council in crisis",
        "Its finances are in ruins, its leader has gone and, since November, its children's services have "
        "been rated inadequate. | Our reporter visits Huddersfield.",
    ),
    Trap(
        "judge lambasts herefordshire",
        "2021-04-13",
        "Judge lambasts Herefordshire",
        "A High Court judge has lambasted Herefordshire's social workers for 'appalling' failures. | He "
        "called their handling of four siblings inadequate. | Ofsted last rated the council as requires "
        "improvement.",
    ),
    Trap(
        "wirral to keep services",
        "2020-12-15",
        "Wirral to keep services",
        "Wirral's services, which came out of inadequate last year, will not be handed to a trust.",
    ),
    Trap(
        "report due tomorrow",
        "2016-07-19",
        "Report due tomorrow",
        "Staff at Bristol have been told to prepare for the worst as Ofsted's report comes out tomorrow. "
        "'It'll be inadequate,' one said.",
    ),
    Trap(
        "ofsted judgement unfair says torbay",
        "2018-11-06",
        "Ofsted judgement 'unfair', says Torbay",
        "Torbay has asked Ofsted to think again about its judgement of inadequate, published in August.",
    ),
)
