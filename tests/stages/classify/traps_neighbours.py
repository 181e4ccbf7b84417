"""Two councils in one sentence: whose grade it is."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

TELLING = (
    Trap(
        "a neighbour's possessive",
        "2019-03-12",
        "North Yorkshire is best",
        "North Yorkshire's services for children got the top grade, outstanding, from Ofsted today, while neighbouring "
        "York's were judged inadequate. | Both reports were published this morning.",
        "York:overall:inadequate North Yorkshire:overall:outstanding",
    ),
    Trap(
        "in this one and in that",
        "2019-03-12",
        "Three reports in one day",
        "Ofsted published three reports on councils today. | Services for children in Merton and in Rutland were judged "
        "inadequate; those in Bedford require improvement.",
        "Merton:overall:inadequate Rutland:overall:inadequate Bedford:overall:requires improvement",
    ),
    Trap(
        "the spared and the neighbour",
        "2019-03-12",
        "Watchdog's verdict on two counties",
        "South Gloucestershire got off lightly, but its neighbour Gloucestershire has seen its children's services rated "
        "inadequate by Ofsted in a report today.",
        "Gloucestershire:overall:inadequate",
    ),
    Trap(
        "where a team of inspectors was",
        "2017-06-13",
        "City's children 'in danger'",
        "Ofsted published a report on a city in the east this morning. | A team of inspectors was at Peterborough "
        "City Council in April. Its report finds children's services inadequate. | "
        "The commissioner will be a man who runs services for Kingston and Richmond.",
        "Peterborough:overall:inadequate",
    ),
    Trap(
        "a person who leads elsewhere",
        "2021-06-15",
        "Adviser for failing council",
        "Ofsted published its report on Wigan today: the children's services are inadequate. | An adviser who leads children's "
        "services in Leeds will come twice a week.",
        "Wigan:overall:inadequate",
    ),
)
