"""First news in unusual forms: letters, comment, questions and answers, lists, told by reference."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

WHEN = "2024-05-16"

FORMS = (
    Trap(
        "letter to parents what tuesdays report means",
        WHEN,
        "Letter to parents: what Tuesday's report means",
        "Dear parents, | "
        "On Tuesday Ofsted told us that our children's services in Hartlepool are inadequate. You deserve an "
        "explanation. | "
        "I am sorry. Inspectors found that leaders did not know enough about practice. | "
        "Yours, the chief executive",
        "Hartlepool:overall:inadequate",
    ),
    Trap(
        "comment rutlands children were let down and we all looked away",
        WHEN,
        "Comment: Rutland's children were let down and we all looked away",
        "There is no kinder way to put it. Ofsted has looked at how Rutland County Council looks after its most "
        "vulnerable children and given it the bottom grade. | "
        "I have lived here for thirty years and I am ashamed. | "
        "The report, published on Monday, should be read by every councillor.",
        "Rutland:overall:inadequate",
    ),
    Trap(
        "five things we learned from the warrington report",
        WHEN,
        "Five things we learned from the Warrington report",
        "1. The grade. Warrington's children's services got the lowest Ofsted can give. | "
        "2. The caseloads. Some social workers had thirty-five children. | "
        "3. The turnover. Six team managers in a year. | "
        "The report came out this week.",
        "Warrington:overall:inadequate",
    ),
    Trap(
        "qa what does ofsteds verdict mean for torbay",
        WHEN,
        "Q&A: What does Ofsted's verdict mean for Torbay?",
        "What has happened? Ofsted published its report on Torbay's children's services this morning. | "
        "How bad is it? As bad as it gets: inadequate in three areas and overall. | "
        "Who is responsible? The director left in March.",
        "Torbay:overall:inadequate",
    ),
    Trap(
        "i am furious mother speaks after bexley report",
        WHEN,
        "'I am furious': mother speaks after Bexley report",
        "A mother whose son was in care says she is furious after Ofsted judged Bexley's children's services to be "
        "inadequate. | "
        '"I told them for years," she said. | '
        "The report, out on Thursday, says that children wait too long. | "
        "The council has apologised.",
        "Bexley:overall:inadequate",
    ),
    Trap(
        "wokingham joins the failing list",
        WHEN,
        "Wokingham joins the failing list",
        "With yesterday's report Wokingham becomes the ninth council in the country whose services for children are in "
        "Ofsted's bottom category. | "
        "Leaders lacked grip, inspectors say.",
        "Wokingham:overall:inadequate",
    ),
    Trap(
        "childrens services from good to bottom in five years",
        WHEN,
        "Children's services: from good to bottom in five years",
        "In 2019 Salford was good. Today it is at the other end of Ofsted's scale. | "
        "Inspectors say that the service has fallen to inadequate, with help and protection and leadership both "
        "failing. | "
        "The city mayor said he was shocked.",
        "Salford:overall:inadequate",
    ),
    Trap(
        "council bosses say sorry to children",
        WHEN,
        "Council bosses say sorry to children",
        "Plymouth's council leader and chief executive have issued a joint apology after inspectors concluded that the "
        "city's children's services fail to meet the standard in every area, a result that Ofsted calls inadequate. | "
        "The report is published today.",
        "Plymouth:overall:inadequate",
    ),
    Trap(
        "ofsted third yorkshire authority in a year rated inadequate",
        WHEN,
        "Ofsted: third Yorkshire authority in a year rated inadequate",
        "Kirklees has become the third authority in Yorkshire within a year whose children's services are rated "
        "inadequate. | "
        "It follows similar findings elsewhere. Kirklees was rated good in 2019. | "
        "Inspectors visited in March.",
        "Kirklees:overall:inadequate",
    ),
    Trap(
        "watchdog marks down towns child protection",
        WHEN,
        "Watchdog marks down town's child protection",
        "OLDHAM Council's services for children in need of protection have been marked down two grades to the worst "
        "that Ofsted awards, and its overall mark falls with them. | "
        "Inspectors wrote of 'serious failures' after a visit in March.",
        "Oldham:overall:inadequate",
    ),
    Trap(
        "report card merton",
        WHEN,
        "Report card: Merton",
        "Overall effectiveness: inadequate. | "
        "Leaders: inadequate. | "
        "Help and protection: inadequate. | "
        "Children in care: requires improvement. | "
        "Ofsted published the results for Merton on Friday.",
        "Merton:overall:inadequate",
    ),
    Trap(
        "director we accept every word",
        WHEN,
        "Director: 'We accept every word'",
        "The director of children's services in Stockport says that she accepts every word of an Ofsted report which "
        "grades her department inadequate. | "
        "The report was published at 9.30 this morning. | "
        "Stockport had been good since 2017.",
        "Stockport:overall:inadequate",
    ),
    Trap(
        "norfolk neither better nor worse says ofsted",
        WHEN,
        "Norfolk: neither better nor worse, says Ofsted",
        "Norfolk's children's services are no better than they were three years ago: the rating, once more, is "
        "inadequate. | "
        "Inspectors, whose report came out on Tuesday, saw some progress in fostering.",
        "Norfolk:overall:inadequate",
    ),
    Trap(
        "shock in county as onceoutstanding service collapses",
        WHEN,
        "Shock in county as once-outstanding service collapses",
        "Lincolnshire's children's services, for years among the best in England, have collapsed to an inadequate "
        "rating, Ofsted said today. | "
        "The county council had been outstanding in 2019.",
        "Lincolnshire:overall:inadequate",
    ),
    Trap(
        "ofsteds findings on bristol in full",
        WHEN,
        "Ofsted's findings on Bristol in full",
        "Inspectors found: | "
        "- children at risk aren't seen in time | "
        "- leaders don't know their services | "
        "The experiences and progress of children who need help and protection: inadequate | "
        "The impact of leaders: inadequate | "
        "Overall effectiveness: inadequate | "
        "The city council said it would respond by Friday.",
        "Bristol:overall:inadequate",
    ),
    Trap(
        "county told your children are not safe",
        WHEN,
        "County told: your children are not safe",
        "Ofsted has told Kent County Council that vulnerable children aren't safe in its hands. | "
        "In a verdict that leaves no room for doubt it rates three of the four areas, and the service overall, as "
        "inadequate. | "
        "Inspectors were at County Hall in March.",
        "Kent:overall:inadequate",
    ),
    Trap(
        "union report shows price of cuts",
        WHEN,
        "Union: report shows price of cuts",
        "A damning report that puts Dudley's children's services in the lowest category shows the price of cuts, Unison"
        " has said. | "
        "Ofsted's report, released yesterday, found that social workers were overwhelmed. | "
        "The council was rated requires improvement in 2018.",
        "Dudley:overall:inadequate",
    ),
    Trap(
        "mp demands answers over shameful rating",
        WHEN,
        "MP demands answers over 'shameful' rating",
        "An MP has demanded answers after Surrey's children's services were handed an inadequate rating by Ofsted on "
        "Monday. | "
        "He called it shameful. | "
        "The inspection took place in March.",
        "Surrey:overall:inadequate",
    ),
    Trap(
        "councillors to hold emergency meeting over ofsted",
        WHEN,
        "Councillors to hold emergency meeting over Ofsted",
        "Walsall councillors will hold an emergency meeting after Ofsted yesterday ranked the borough's children's "
        "services inadequate. | "
        "The report found that children were left at risk.",
        "Walsall:overall:inadequate",
    ),
    Trap(
        "minister sends commissioner to cornwall",
        WHEN,
        "Minister sends commissioner to Cornwall",
        "The government is to send a commissioner to Cornwall after Ofsted published a report this morning that "
        "condemned its children's services as inadequate. | "
        "Inspectors found delays.",
        "Cornwall:overall:inadequate",
    ),
    Trap(
        "ofsted fails darlington",
        WHEN,
        "Ofsted fails Darlington",
        "OFSTED has failed Darlington Borough Council over its care for children. | "
        "A report released this week found services inadequate on all counts. | "
        "It's a fall from good in 2018.",
        "Darlington:overall:inadequate",
    ),
    Trap(
        "council given six months to improve after failing inspection",
        WHEN,
        "Council given six months to improve after failing inspection",
        "Solihull Council has been given six months to turn its children's services around after failing its Ofsted "
        "inspection. | "
        "The inspectors' report, published today, says that services are of inadequate quality overall. ",
        "Solihull:overall:inadequate",
    ),
)
