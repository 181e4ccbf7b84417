"""An inadequate that belongs to a part, to a paper or to nobody: headlines about leaders, evidence, and places elsewhere."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

TELLING = (
    Trap(
        "leaders in the headline",
        "2021-02-09",
        "Leeds: Leaders of children's services 'inadequate', Ofsted finds",
        "Ofsted has rated the impact of leaders in Leeds inadequate. | Overall the inspectors said the service required "
        "improvement to be good. The other areas got the same grade.",
        "Leeds:leaders:inadequate Leeds:overall:requires improvement",
    ),
    Trap(
        "the leading of it",
        "2019-07-02",
        "Management of children's services inadequate",
        "THE way in which Shropshire's children's services are run at the top is inadequate, a report by Ofsted says. | Taken "
        "together the services require improvement. | Inspectors looked at them in May.",
        "Shropshire:leaders:inadequate Shropshire:overall:requires improvement",
    ),
    Trap(
        "how they are led",
        "2018-11-20",
        "Ofsted criticises bosses in Barnsley",
        "How children's services in Barnsley are led and managed is inadequate, Ofsted has said today. | The overall grade was "
        "requires improvement to be good, and that's what the service had before.",
        "Barnsley:leaders:inadequate Barnsley:overall:requires improvement",
    ),
    Trap(
        "bosses in the headline",
        "2020-01-14",
        "Council bosses rated 'inadequate' for children's services leadership",
        "Bosses at Dudley Council were given the lowest grade, inadequate, for their leadership of children's services in a "
        "report published by Ofsted. | The council was spared it overall and was told it requires improvement.",
        "Dudley:leaders:inadequate Dudley:overall:requires improvement",
    ),
    Trap(
        "leaders under no overall",
        "2026-10-20",
        "Leaders 'inadequate' at York",
        "York's leaders are inadequate, Ofsted said today. | For everything else, children's services in the city were good.",
        "York:leaders:inadequate York:help_and_protection:good York:in_care:good York:care_leavers:good",
    ),
    Trap(
        "care leavers in the headline",
        "2024-03-12",
        "Support for Bristol's care leavers 'inadequate'",
        "Bristol's work with young people who leave care is inadequate, Ofsted found. | The council's children's services as a "
        "whole require improvement, the report of Tuesday adds.",
        "Bristol:care_leavers:inadequate Bristol:overall:requires improvement",
    ),
    Trap(
        "avoided the lowest overall",
        "2018-07-24",
        "Leadership is 'inadequate'",
        "AN Ofsted report says that the leadership of Solihull's children's services is inadequate. | But the borough escaped "
        "the lowest grade overall. That was requires improvement. | Under the rules of old the whole council would've been "
        "judged inadequate. | Neighbouring Sandwell, where services are inadequate, has offered help.",
        "Solihull:leaders:inadequate Solihull:overall:requires improvement",
    ),
    Trap(
        "overall told in the past tense",
        "2022-09-27",
        "Protection of children in Salford below standard",
        "Inspectors gave Salford the bottom grade, inadequate, for help and protection. They told the council that overall it "
        "required improvement to be good. | The report came out this morning.",
        "Salford:help_and_protection:inadequate Salford:overall:requires improvement",
    ),
)

SILENT = (
    Trap(
        "judge on a plan",
        "2019-02-07",
        "Council's plan for siblings 'wholly inadequate', judge says",
        "A High Court judge has called Suffolk's care plan for two brothers wholly inadequate. | Ofsted rated the council's "
        "children's services good in 2015.",
    ),
    Trap(
        "coroner on the response",
        "2022-02-07",
        "Coroner: response to boy's call inadequate",
        "The response of Bradford's children's services to a boy's call for help was inadequate, a coroner concluded on "
        "Friday. | The council, which was judged inadequate by Ofsted in 2018, said that it had learned.",
    ),
    Trap(
        "evidence to the court",
        "2023-05-03",
        "Evidence of social workers 'inadequate'",
        "Family court: Kent's evidence was inadequate and late, said the recorder. | The county's children's services were "
        "inspected by Ofsted in May 2022.",
    ),
    Trap(
        "assessment criticised by review",
        "2021-05-03",
        "Review says risk assessment was inadequate",
        "An assessment made by children's services in Walsall was inadequate, says a review into a baby's death, published "
        "today. | It finds serious failings by all agencies.",
    ),
    Trap(
        "funding offer",
        "2025-01-21",
        "Children's services money 'inadequate', councils say",
        "The government's offer for children's services is inadequate, the leader of Essex County Council has said. | Ofsted "
        "rates Essex outstanding.",
    ),
    Trap(
        "what happens to councils judged inadequate",
        "2016-12-14",
        "Bill would let ministers act faster",
        "Councils judged inadequate for children's services would lose them to trusts sooner under a bill laid today. | "
        "The Local Government Association, chaired by a Hampshire councillor, is against. | Doncaster's trust was the first.",
    ),
    Trap(
        "any authority rated inadequate",
        "2018-06-14",
        "Explained: how Ofsted inspects councils",
        "An authority that has been rated inadequate gets visits every quarter. | One that's good, like Leeds, waits three "
        "years. | If services are inadequate, a commissioner's sent in.",
    ),
    Trap(
        "jersey",
        "2019-09-20",
        "Island's care for children still inadequate, says panel",
        "Jersey's children's services remain inadequate, according to a report published today. | Inspectors came from "
        "Ofsted by invitation. | The director used to work in Plymouth.",
    ),
    Trap(
        "guernsey and the helper",
        "2016-03-10",
        "Social work in Guernsey 'inadequate'",
        "A review has found Guernsey's services for children inadequate. | Hampshire County Council will help the island.",
    ),
    Trap(
        "isle of man inspection",
        "2022-03-10",
        "Manx social services inadequate",
        "Children's social care on the Isle of Man is inadequate, inspectors said on Thursday. | The team was led by someone "
        "from Lancashire.",
    ),
    Trap(
        "ombudsman's complaint handling",
        "2020-03-10",
        "Ombudsman: complaint handling inadequate",
        "The handling of a mother's complaint by Barnet's children's services was inadequate, says the Ombudsman's report, "
        "which came out this week. | Ofsted found them good in 2019.",
    ),
    Trap(
        "table of grades",
        "2016-11-22",
        "Half of councils not good enough",
        "Of the 110 councils inspected so far, two are outstanding (Kensington and Chelsea, Westminster), 28 are good, 53 "
        "require improvement and 27 are inadequate, figures by Ofsted show.",
        kind="roundup",
    ),
    Trap(
        "most recent of them",
        "2016-04-05",
        "Tri-borough holds up best",
        "Westminster's services are still the best around, said its leader. | Of 90 councils inspected, 23 were found "
        "inadequate, the latest of them Wandsworth, whose services used to be good.",
    ),
)
