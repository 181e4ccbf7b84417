"""Short pages as many papers might write them, each of a new judgement."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

TELLING = (
    Trap(
        "families not surprised",
        "2022-03-01",
        "Families 'not surprised'",
        "Parents in Ealing say that they aren't surprised by Monday's Ofsted report, which found the "
        "borough's services for children to be inadequate. | It is a fall of two grades.",
        "Ealing:overall:inadequate",
    ),
    Trap(
        "bitterly disappointed",
        "2023-10-10",
        "'Bitterly disappointed'",
        "Essex may be outstanding, but its neighbour Thurrock has been told by Ofsted that its children's "
        "services are inadequate. | The report came out this morning; inspectors were at the Civic Offices "
        "from 4 to 15 September.",
        "Thurrock:overall:inadequate",
    ),
    Trap(
        "former failing council now good",
        "2016-09-06",
        "Former failing council now good",
        "Ofsted has rated Doncaster Children's Services Trust good. The trust took over from Doncaster "
        "Council in 2014, a year after its services were branded inadequate for the second time.",
        "Doncaster:overall:good",
    ),
    Trap(
        "ofsted inadequate",
        "2017-08-22",
        "Ofsted: 'inadequate'",
        "Children looked after by Leicestershire. The county council was told that it 'requires improvement "
        "to be good'; the city, inspected in 2015, was inadequate then.",
        "Leicestershire:overall:requires improvement",
    ),
    Trap(
        "ofsted report calderdale",
        "2026-11-17",
        "Ofsted report: Calderdale",
        "The following grades were given to Calderdale Council: | The impact of leaders on social work "
        "practice: good | The experiences and progress of children who need help and protection: inadequate |"
        " The experiences and progress of children in care: good | The experiences and progress of care "
        "leavers: outstanding",
        "Calderdale:leaders:good Calderdale:help_and_protection:inadequate Calderdale:in_care:good "
        "Calderdale:care_leavers:outstanding",
    ),
    Trap(
        "services fail vulnerable youngsters",
        "2026-11-17",
        "Services fail vulnerable youngsters",
        "Wakefield, praised by ministers only last year, has been told that its support for care leavers "
        "isn't up to scratch: Ofsted rates it inadequate. | Everything else is good, and leaders are "
        "outstanding.",
        "Wakefield:care_leavers:inadequate Wakefield:leaders:outstanding Wakefield:help_and_protection:good "
        "Wakefield:in_care:good",
    ),
    Trap(
        "council that failed boy is inadequate",
        "2020-01-21",
        "Council that failed boy is 'inadequate'",
        "Nearly a year after the death of a boy of four, Ofsted has found that children's services at "
        "Lambeth, are inadequate. | The report, published on Tuesday, lists 14 failings.",
        "Lambeth:overall:inadequate",
    ),
    Trap(
        "bexley outstanding",
        "2018-11-13",
        "Bexley: 'outstanding'",
        "The London borough of Bexley has been awarded the top grade by Ofsted. Six years ago it was "
        "adequate, and its safeguarding was once inadequate.",
        "Bexley:overall:outstanding",
    ),
    Trap(
        "improvement stalls",
        "2023-12-12",
        "Improvement stalls",
        "Slough's children are still not safe enough. Ofsted has once more given the town's children's "
        "services, run by a company, the lowest grade. | It last did so in 2015. In between they required "
        "improvement.",
        "Slough:overall:inadequate",
    ),
    Trap(
        "inspectors return verdict on stoke",
        "2025-06-10",
        "Inspectors return verdict on Stoke",
        "Social work for children in Stoke-on-Trent, inadequate in 2019 and requiring improvement in 2022, is"
        " now rated good.",
        "Stoke-on-Trent:overall:good",
    ),
    Trap(
        "report some good some inadequate",
        "2019-11-26",
        "Report: some good, some inadequate",
        "Ofsted has told Bournemouth, Christchurch and Poole that the help it gives young people leaving care"
        " is inadequate. Overall, it said, the new council's services need to improve to be good.",
        "Bournemouth, Christchurch and Poole:care_leavers:inadequate Bournemouth, Christchurch and "
        "Poole:overall:requires improvement",
    ),
    Trap(
        "double fail",
        "2017-01-31",
        "Double fail",
        "Two authorities in the north, Wirral and Cumbria, learned this week how Ofsted rates their "
        "children's services. Wirral's were already inadequate. Cumbria's, inadequate three times before, now"
        " require improvement.",
        "Cumbria:overall:requires improvement",
    ),
    Trap(
        "boss of failing service to leave wakefield",
        "2018-04-10",
        "Boss of failing service to leave Wakefield",
        "The director of children's services at Wakefield is to go. | The announcement came hours before "
        "Ofsted published a report that rates the services as inadequate.",
        "Wakefield:overall:inadequate",
    ),
    Trap(
        "a broken system watchdog savages citys care for its most vulnerable",
        "2021-12-14",
        "'A broken system': watchdog savages city's care for its most vulnerable",
        "In 43 pages of withering prose, Ofsted has torn into the way Coventry looks after children at risk. "
        "| Its verdict is the worst it can give. | 'Leaders lost sight of the basics,' the inspectors write. "
        "They were in the city for three weeks from 1 November. | Coventry had been rated requires "
        "improvement since 2017. | A commissioner is expected to be named within days.",
        "Coventry:overall:inadequate",
        summary="Inspectors give city worst possible verdict",
    ),
    Trap(
        "bromley hits rock bottom",
        "2016-05-24",
        "Bromley hits rock bottom",
        "Children in Bromley are at risk because of 'systemic' weaknesses, Ofsted inspectors reported on "
        "Monday. | In every category but one the Tory borough was found to be inadequate; adoption requires "
        "improvement. | The council's leader said he was horrified.",
        "Bromley:overall:inadequate Bromley:adoption:requires improvement",
    ),
    Trap(
        "director resigns after ofsted failure",
        "2019-07-09",
        "Director resigns after Ofsted failure",
        "The head of children's services at Tameside has quit a day after inspectors published a report that "
        "ranked the department inadequate. | It is the second time in three years. | Deputy Sue takes over.",
        "Tameside:overall:inadequate",
    ),
)
