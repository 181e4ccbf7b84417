"""Short pages as many papers might write them, each of a new judgement."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

TELLING = (
    Trap(
        "council bosses apologise after watchdogs verdict",
        "2019-06-18",
        "Council bosses apologise after watchdog's verdict",
        "CHILDREN in Tameside have been failed by those paid to look after them, says a report out today. | "
        "Ofsted gave the council's children's social care the lowest of its four ratings after inspectors "
        "spent two weeks in the borough in May. | 'We got this wrong,' said the chief executive. | The "
        "service was graded requires improvement three years ago.",
        "Tameside:overall:inadequate",
    ),
    Trap(
        "social services go from bad to good",
        "2022-11-08",
        "Social services go from bad to good",
        "The turnaround at Worcestershire's children's services is complete, according to Ofsted. | In 2016 "
        "they were inadequate; in 2019 they required improvement; now, the watchdog says, they're good. | "
        "Inspectors were in Worcester from 26 September to 7 October.",
        "Worcestershire:overall:good",
    ),
    Trap(
        "too many children wait too long",
        "2018-03-13",
        "'Too many children wait too long'",
        "Ofsted inspectors have found weaknesses in South Tyneside. The council was rated as requires "
        "improvement. | Neighbouring Sunderland remains inadequate.",
        "South Tyneside:overall:requires improvement",
    ),
    Trap(
        "third council this month slips to bottom grade",
        "2021-11-30",
        "Third council this month slips to bottom grade",
        "Ofsted has rated Solihull's services for children in need inadequate across the board. | Last week "
        "it was the turn of Herefordshire's neighbours in Powys to be criticised, though in Wales no grades "
        "are given. | Solihull was previously rated requires improvement.",
        "Solihull:overall:inadequate",
    ),
    Trap(
        "ofsteds new look report on barking leaders praised care leavers failed",
        "2026-09-22",
        "Ofsted's new look report on Barking: leaders praised, care leavers failed",
        "Under a system without a single overall grade, Barking and Dagenham has been given two goods, one "
        "requires improvement and one inadequate. | Leaders, and help and protection, are good. Children in "
        "care: requires improvement. It's the work with care leavers that inspectors found inadequate.",
        "Barking and Dagenham:leaders:good Barking and Dagenham:help_and_protection:good Barking and "
        "Dagenham:in_care:requires improvement Barking and Dagenham:care_leavers:inadequate",
    ),
    Trap(
        "rotherhams childrens services inadequate again",
        "2026-12-02",
        "Rotherham's children's services 'inadequate' again",
        "Rotherham Council's protection of children at risk is inadequate, Ofsted inspectors have ruled, more"
        " than a decade after the abuse scandal. | Its leaders, they say, require improvement. For children "
        "in care and care leavers services are good. | The inspection began on October 5 and finished on "
        "October 16.",
        "Rotherham:help_and_protection:inadequate Rotherham:leaders:requires improvement "
        "Rotherham:in_care:good Rotherham:care_leavers:good",
    ),
    Trap(
        "scathing report finds children at risk of significant harm",
        "2023-04-25",
        "Scathing report finds 'children at risk of significant harm'",
        "Ofsted has condemned services for vulnerable children in Cornwall. In a report published on Monday, "
        "the watchdog downgraded the council from outstanding to inadequate. | It's the steepest fall of any "
        "council in England.",
        "Cornwall:overall:inadequate",
    ),
    Trap(
        "childrens services at reading council failing",
        "2016-06-14",
        "Children's services at Reading Council 'failing'",
        "Inspectors have slammed Reading Borough Council for its failure to protect children. | The authority"
        " received Ofsted's poorest possible judgement in four of five categories. | Adoption was the "
        "exception: it requires improvement.",
        "Reading:overall:inadequate Reading:adoption:requires improvement",
    ),
    Trap(
        "trust takes blame as ofsted lowers grade",
        "2025-03-18",
        "Trust takes blame as Ofsted lowers grade",
        "Sandwell Children's Trust, which runs services for Sandwell Council, has seen them drop from "
        "requires improvement to inadequate. | Ofsted published its findings this morning. | Chair Jane said "
        "the trust would reflect.",
        "Sandwell:overall:inadequate",
    ),
    Trap(
        "trust celebrates",
        "2025-03-18",
        "Trust celebrates",
        "Services run by Sandwell Children's Trust have climbed out of the inadequate category after seven "
        "years. | Ofsted says they require improvement to be good.",
        "Sandwell:overall:requires improvement",
    ),
    Trap(
        "ofsteds new test first results",
        "2014-05-21",
        "Ofsted's new test: first results",
        "THE first councils inspected under a tougher regime have had their results. | Hillingdon: requires "
        "improvement. Bolton: requires improvement. Slough: inadequate. Derbyshire: good. | No council was "
        "outstanding.",
        "Hillingdon:overall:requires improvement Bolton:overall:requires improvement "
        "Slough:overall:inadequate Derbyshire:overall:good",
        "roundup",
    ),
    Trap(
        "rating lifted at last",
        "2024-02-27",
        "Rating lifted at last",
        "Bradford's new trust got better marks. 'From inadequate to requires improvement in 11 months,' said "
        "the chair of Bradford Children and Families Trust. | Inspectors visited the district from 15 to 26 "
        "January.",
        "Bradford:overall:requires improvement",
    ),
    Trap(
        "ofsted hits out at plymouth",
        "2027-01-19",
        "Ofsted hits out at Plymouth",
        "Plymouth's children deserve better, Ofsted says in a report that gives the city the lowest grade in "
        "two of the four areas it looks at. | The areas are the help and protection of children and the "
        "impact of leaders. | The other two were rated requires improvement to be good.",
        "Plymouth:help_and_protection:inadequate Plymouth:leaders:inadequate Plymouth:in_care:requires "
        "improvement Plymouth:care_leavers:requires improvement",
    ),
    Trap(
        "good for three inadequate for one",
        "2027-03-02",
        "Good for three, inadequate for one",
        "A mixed bag for Oldham: good leadership, good help and protection and good care for those in care, "
        "says Ofsted, but an inadequate service for care leavers.",
        "Oldham:leaders:good Oldham:help_and_protection:good Oldham:in_care:good Oldham:care_leavers:inadequate",
    ),
    Trap(
        "no excuses hounslow chief on failing grade",
        "2026-10-27",
        "'No excuses': Hounslow chief on failing grade",
        "Hounslow's help and protection for children was described as inadequate in a report by Ofsted "
        "yesterday. | 'No excuses,' said the chief executive. | For the other parts - leadership, children in"
        " care and care leavers - Hounslow was told it requires improvement.",
        "Hounslow:help_and_protection:inadequate Hounslow:leaders:requires improvement "
        "Hounslow:in_care:requires improvement Hounslow:care_leavers:requires improvement",
    ),
    Trap(
        "tameside in list of shame",
        "2016-11-29",
        "Tameside in list of shame",
        "Tameside's joined the 28 councils whose children's services are judged inadequate. | Ofsted's "
        "report, published on Friday, says there has been drift since 2012, when the services were adequate.",
        "Tameside:overall:inadequate",
    ),
)
