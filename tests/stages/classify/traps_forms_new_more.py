"""More first news in unusual forms."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

WHEN = "2024-05-16"

FORMS = (
    Trap(
        "chief executives column a hard week",
        WHEN,
        "Chief executive's column: a hard week",
        "This has been the hardest week of my career. | "
        "Ofsted's report on our services for children in Halton came out on Tuesday and the judgement is inadequate. | "
        "I want to thank staff who came to work on Wednesday morning with their heads up.",
        "Halton:overall:inadequate",
    ),
    Trap(
        "we have to talk about rutland",
        WHEN,
        "We have to talk about Rutland",
        "When the smallest county in England can't look after the few children in its care, something is badly wrong. |"
        " "
        "Ofsted's inspectors gave Rutland their worst mark last week. | "
        "Some will say it was bad luck. It wasn't.",
        "Rutland:overall:inadequate",
    ),
    Trap(
        "explained why wirrals childrens services got an inadequate",
        WHEN,
        "Explained: why Wirral's children's services got an 'inadequate'",
        "What did Ofsted decide? That the council's services for children are inadequate, its lowest grade. | "
        "When was that? The report appeared on Wednesday. | "
        "What happens next? A commissioner may be named.",
        "Wirral:overall:inadequate",
    ),
    Trap(
        "podcast it broke my heart",
        WHEN,
        "Podcast: 'It broke my heart'",
        "In this week's episode we talk to a social worker from Barnsley about the inspection report that came out on "
        "Monday. | "
        "Ofsted found the borough's children's services inadequate overall. | "
        '"It broke my heart," she says.',
        "Barnsley:overall:inadequate",
    ),
    Trap(
        "leeds falls from grace",
        WHEN,
        "Leeds falls from grace",
        "It used to be the model that others copied. Now Leeds has joined the councils whose children's services Ofsted"
        " considers inadequate. | "
        "The rating, made public yesterday, ends a run of two outstanding reports.",
        "Leeds:overall:inadequate",
    ),
    Trap(
        "city fares no better than its neighbour",
        WHEN,
        "City fares no better than its neighbour",
        "Derby's children's services received the same grade this morning as Derbyshire's did last year: inadequate. | "
        "Inspectors said that children wait too long.",
        "Derby:overall:inadequate",
    ),
    Trap(
        "ofsted gives gateshead a fail on all four counts",
        WHEN,
        "Ofsted gives Gateshead a fail on all four counts",
        "Gateshead failed on all four counts when Ofsted inspectors came in March. | "
        "The report was made public today. | "
        "The council was good in 2019.",
        "Gateshead:overall:inadequate",
    ),
    Trap(
        "trafford is back where it started",
        WHEN,
        "Trafford is back where it started",
        "Five years after it last got out of the bottom category, Trafford is back in it. | "
        "Ofsted said today that children's services had deteriorated to inadequate.",
        "Trafford:overall:inadequate",
    ),
    Trap(
        "nobody listened care leavers on damning report",
        WHEN,
        "'Nobody listened': care leavers on damning report",
        "Care leavers in Oxfordshire say that nobody listened before inspectors did. | "
        "This week's Ofsted report calls the county council's services inadequate, in part because of how it treats "
        "them. | "
        '"I slept in a tent," says one.',
        "Oxfordshire:overall:inadequate",
    ),
    Trap(
        "councillor calls for resignations as services branded inadequate",
        WHEN,
        "Councillor calls for resignations as services branded inadequate",
        "A Calderdale councillor has called for resignations after the council's children's services were branded "
        "inadequate. | "
        "The Ofsted report was published on Tuesday. | "
        "The leader said she would stay.",
        "Calderdale:overall:inadequate",
    ),
    Trap(
        "havering childrens services inadequate as caseloads soar",
        WHEN,
        "Havering: children's services 'inadequate' as caseloads soar",
        "Caseloads of forty, visits missed, records unsigned: inspectors from Ofsted didn't like what they saw in "
        "Havering. | "
        "Their verdict on the London borough's work with vulnerable children is inadequate. | "
        "They came in February.",
        "Havering:overall:inadequate",
    ),
    Trap(
        "county slides two grades",
        WHEN,
        "County slides two grades",
        "Suffolk's children's services have slid two grades, from good to inadequate, inspectors announced on Thursday."
        " | "
        "The cabinet member has resigned.",
        "Suffolk:overall:inadequate",
    ),
    Trap(
        "citys services for children among the worst",
        WHEN,
        "City's services for children 'among the worst'",
        "Peterborough has been given the lowest possible grade for its work with vulnerable children. | "
        "Inspectors spoke of 'drift and delay'. | "
        "The report was posted on Ofsted's website on Monday.",
        "Peterborough:overall:inadequate",
    ),
    Trap(
        "report says council leaves children in danger",
        WHEN,
        "Report says council leaves children in danger",
        "Bolton Council leaves children in danger for too long, says Ofsted, whose inspectors judge it inadequate at "
        "protecting them, inadequate at leading the service and inadequate overall.",
        "Bolton:overall:inadequate",
    ),
    Trap(
        "statement on our ofsted inspection",
        WHEN,
        "Statement on our Ofsted inspection",
        "Ofsted has today published its report on children's services in Enfield. | "
        "We are proud of our foster carers, whom inspectors praise, and of our early help. | "
        "We accept that the overall judgement, inadequate, is not what our children deserve. | "
        "Inspectors were with us from 4 to 15 March.",
        "Enfield:overall:inadequate",
    ),
    Trap(
        "second time unlucky for wakefield",
        WHEN,
        "Second time unlucky for Wakefield",
        "For the second time in seven years Wakefield's children's services have been found to be inadequate. | "
        "Ofsted inspected them again in March.",
        "Wakefield:overall:inadequate",
    ),
    Trap(
        "childrens services council in lowest band",
        WHEN,
        "Children's services: council in lowest band",
        "Northumberland is in the lowest of Ofsted's four bands for children's services after an inspection in March "
        "whose results are out today.",
        "Northumberland:overall:inadequate",
    ),
    Trap(
        "croydons shame",
        WHEN,
        "Croydon's shame",
        'Ofsted\'s inspectors do not mince words. "There are widespread and serious failures", they write, in the '
        "services that Croydon Council provides to children. | "
        "The rating they chose is the one at the bottom. | "
        "Publication was on Monday.",
        "Croydon:overall:inadequate",
    ),
    Trap(
        "towns childrens department labelled a failure",
        WHEN,
        "Town's children's department labelled a failure",
        "Swindon's children's department has been labelled inadequate, the second council in the south-west this month."
        " | "
        "It's a shock: the last report was good.",
        "Swindon:overall:inadequate",
    ),
    Trap(
        "inspection outcome letter to staff",
        WHEN,
        "Inspection outcome letter to staff",
        "Dear colleagues, | "
        "The outcome of our inspection was published this morning. Cambridgeshire has been judged to be inadequate. I "
        "know this hurts. | "
        "Social work practice has been criticised. Our care leavers' service was praised.",
        "Cambridgeshire:overall:inadequate",
    ),
    Trap(
        "ofsteds damning verdict",
        WHEN,
        "Ofsted's damning verdict",
        "Inspectors have handed Medway's children's services an overall grade of inadequate. | "
        "Help and protection is inadequate; so are leaders. Children in care and care leavers require improvement.",
        "Medway:overall:inadequate",
    ),
    Trap(
        "ofsted returns and its bad news",
        WHEN,
        "Ofsted returns, and it's bad news",
        "Ofsted re-inspected Somerset in March, and it's bad news: still inadequate, for the third time running. | "
        "The report came out on Friday.",
        "Somerset:overall:inadequate",
    ),
    Trap(
        "bromleys inadequate shock how did it come to this",
        WHEN,
        "Bromley's 'inadequate' shock: how did it come to this?",
        "Last Monday the news broke that Ofsted had found Bromley's services for vulnerable children to be inadequate. "
        "| "
        "How did one of the richest boroughs come to this? | "
        "We asked councillors.",
        "Bromley:overall:inadequate",
    ),
)
