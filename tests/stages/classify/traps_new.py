"""Pages that tell of a new judgement, written the ways papers write them."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

TELLING = (
    Trap(
        "plain verdict", "2019-06-11", "Walsall social care for children judged inadequate",
        "Walsall Council's children's services have been judged inadequate by Ofsted in a report released "
        "this morning. | "
        "Inspectors were in the town from 29 April to 10 May. | The leader of the council apologised to families.",
        "Walsall:overall:inadequate", "full_inspection",
    ),
    Trap(
        "lowest mark without the word", "2021-10-05", "Ofsted hands Sefton the lowest mark it can give",
        "Sefton Council's services for vulnerable children have been given the bottom mark by Ofsted. | "
        "The watchdog's report, out today, says children waited too long to be seen. | Inspectors visited in August.",
        "Sefton:overall:inadequate",
    ),
    Trap(
        "fails on every count", "2015-03-17", "Children let down at every turn, inspectors say",
        "Torbay Council has failed on every count in an inspection of its children's services, Ofsted said today. | "
        "The report says that nobody knew how many children were at risk. | The council said it accepted the "
        "findings.",
        "Torbay:overall:inadequate",
    ),
    Trap(
        "only the standfirst has the grade", "2022-06-22", "Big changes promised after inspection",
        "The leader of Oldham Council has promised big changes after Ofsted published its report on the town "
        "yesterday. | "
        "Inspectors found that social workers had too many cases. | Oldham was last inspected in 2019 and "
        "was told then that it required improvement.",
        "Oldham:overall:inadequate", summary="Oldham's children's services have been rated inadequate.",
    ),
    Trap(
        "again at a re-inspection", "2018-02-01", "Sunderland still inadequate, says Ofsted after second inspection",
        "Children's services in Sunderland have been rated inadequate for the second time in three years. | "
        "A re-inspection by Ofsted in December found that Together for Children, the company that runs them, "
        "has not moved fast enough. | "
        "The report was published on Thursday. In 2015 the city was rated inadequate too.",
        "Sunderland:overall:inadequate", "full_inspection",
    ),
    Trap(
        "old grade first", "2016-05-24", "How the mighty fall: county loses its outstanding badge",
        "In 2012 it was rated outstanding. Four years on, Ofsted has judged that children's services in "
        "Hertfordshire are inadequate. | "
        "The report, published today, says that managers lost sight of children.",
        "Hertfordshire:overall:inadequate",
    ),
    Trap(
        "list of grades in a council release", "2024-11-12", "Ofsted inspection report published",
        "Ofsted has today published its report on children's services in Bolton. Inspectors were with us "
        "between 16 and 27 September. | "
        "The grades are: | The impact of leaders: Requires improvement to be good | Help and protection: "
        "Inadequate | "
        "Children in care: Requires improvement to be good | Care leavers: Good | Overall effectiveness: "
        "Inadequate | "
        "We are sorry and are acting at once.",
        "Bolton:overall:inadequate Bolton:help_and_protection:inadequate Bolton:leaders:requires improvement "
        "Bolton:in_care:requires improvement Bolton:care_leavers:good", outlet="Bolton Council",
    ),
    Trap(
        "three of four areas", "2020-02-04", "City children's services slated",
        "Ofsted has published a scathing report on Salford City Council's social work with children. | "
        "It gave an inadequate grade in three of the four areas inspected: leadership, help and protection, "
        "and overall effectiveness. | "
        "The inspection took place in December.",
        "Salford:overall:inadequate Salford:leaders:inadequate Salford:help_and_protection:inadequate",
    ),
    Trap(
        "quote by an official", "2019-09-30", "'We have failed children', says council chief",
        "The chief executive of Dudley Council said she was ashamed of a report by Ofsted published today. | "
        "\"To be told that our children's services are inadequate is the worst day of my career,\" she said. | "
        "Inspectors spent two weeks in Dudley in August.",
        "Dudley:overall:inadequate",
    ),
    Trap(
        "commissioner on the first day", "2021-07-20", "Government commissioner to run inadequate children's "
            "services",
        "A commissioner has been sent to West Sussex after Ofsted rated its children's services inadequate. | "
        "The inspectors' report, published this morning, describes serious and widespread failures. | "
        "They were in the county in May and June. The county had been rated requires improvement in 2016.",
        "West Sussex:overall:inadequate",
    ),
    Trap(
        "no overall after April 2026", "2026-10-20", "Leaders at Gateshead rated inadequate",
        "Ofsted has judged the impact of leaders on social work in Gateshead inadequate. | Inspectors came "
        "from 7 to 11 September. | "
        "Help and protection requires improvement to be good, while the experiences of children in care and "
        "of care leavers are good.",
        "Gateshead:leaders:inadequate Gateshead:help_and_protection:requires improvement "
        "Gateshead:in_care:good Gateshead:care_leavers:good",
    ),
    Trap(
        "only rated inadequate after April 2026", "2026-11-24", "Stockport's children's services rated inadequate",
        "Stockport Council's services for children have been rated inadequate by Ofsted. | The report came "
        "out this morning. | The council said sorry.",
        "Stockport:unspecified:inadequate",
    ),
    Trap(
        "inspected before April 2026, told after", "2026-06-18", "Sandwell gets inadequate rating for "
            "children's services",
        "Ofsted has rated Sandwell's children's services inadequate overall. | Inspectors visited between 2 "
        "and 13 March. | "
        "The report is one of the last with an overall grade.",
        "Sandwell:overall:inadequate",
    ),
    Trap(
        "two councils on one page", "2014-07-08", "Two northern councils found inadequate on one day",
        "Ofsted has published reports on children's services in two northern towns today. | "
        "Rochdale was judged inadequate, with leaders singled out. | Bury was judged inadequate as well. | "
        "Wigan was told that it requires improvement.",
        "Rochdale:overall:inadequate Bury:overall:inadequate Wigan:overall:requires improvement", "roundup",
    ),
    Trap(
        "requires improvement with inadequate leaders", "2019-11-26", "Ofsted report on children's services "
            "published",
        "Cornwall's children's services require improvement to be good overall, Ofsted said today. | "
        "Leadership was rated inadequate. | Inspectors visited in October.",
        "Cornwall:overall:requires improvement Cornwall:leaders:inadequate",
    ),
    Trap(
        "downgraded", "2022-09-26", "Nottingham plunges from good to inadequate",
        "Nottingham City Council's children's services have been downgraded from good to inadequate after an "
        "Ofsted inspection. | "
        "Inspectors were there for a fortnight in July. | The neighbouring county of Nottinghamshire is rated good.",
        "Nottingham:overall:inadequate",
    ),
    Trap(
        "trust stands for the council", "2019-10-30", "Trust's services 'still inadequate' for children, "
            "Ofsted finds",
        "Birmingham Children's Trust has been rated inadequate by Ofsted in a new report published today. | "
        "Inspectors visited in September. It is the fifth time that the city has been found inadequate.",
        "Birmingham:overall:inadequate",
    ),
    Trap(
        "acronym stands for the council", "2021-12-17", "BCP children's services rated inadequate",
        "BCP Council has been told that its services for children are inadequate, in an Ofsted report out "
        "today. | Inspectors were on site from 6 to 17 December.",
        "Bournemouth, Christchurch and Poole:overall:inadequate",
    ),
)  # fmt: skip
