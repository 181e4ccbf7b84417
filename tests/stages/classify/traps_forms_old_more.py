"""More of what only looks like news, in unusual forms."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

WHEN = "2024-05-16"

SILENT = (
    Trap(
        "slough trust bids farewell",
        WHEN,
        "Slough trust bids farewell",
        "Staff of Slough's trust, set up when the council's services were in the lowest category, said goodbye on "
        "Friday. | "
        "Services return to the council.",
    ),
    Trap(
        "improvement board meets",
        WHEN,
        "Improvement board meets",
        "The improvement board for Nottingham's children's services met for the eighth time. The city was judged "
        "inadequate in 2022. | "
        "Progress is steady, said the chair.",
    ),
    Trap(
        "somerset council tax to rise",
        WHEN,
        "Somerset council tax to rise",
        "Somerset has approved a 5 per cent rise. Part of the money goes to children's services, found inadequate by "
        "Ofsted in 2013 and good since 2022.",
    ),
    Trap(
        "on this day 2013",
        WHEN,
        "On this day: 2013",
        "Ten years ago: Cumbria's children's services were rated inadequate by Ofsted after inspectors found children "
        "at risk. | "
        "Twenty years ago: a new library opened.",
    ),
    Trap(
        "obituary the woman who rebuilt hackneys social work",
        WHEN,
        "Obituary: the woman who rebuilt Hackney's social work",
        "She arrived when the borough's children's services were on their knees. In 2001 inspectors had called them "
        "inadequate. | "
        "She stayed for nine years. | "
        "Ofsted rated them good in 2024.",
    ),
    Trap(
        "correction",
        WHEN,
        "Correction",
        "In a report on Tuesday we said that Wirral's children's services had been rated inadequate by Ofsted. In fact "
        "they were rated good. We are happy to put this right.",
    ),
    Trap(
        "court told of failings",
        WHEN,
        "Court told of failings",
        "A jury heard that social workers from Plymouth missed visits. A review has called the supervision inadequate. "
        "| "
        "Ofsted found the council's services good in 2022. | "
        "The trial continues.",
    ),
    Trap(
        "ombudsman finds fault with kirklees",
        WHEN,
        "Ombudsman finds fault with Kirklees",
        "The ombudsman has found that Kirklees Council's response to a foster carer was inadequate and told it to pay "
        "£500. | "
        "The council said that its children's services were sorry.",
    ),
    Trap(
        "inspectors on focused visit to wakefield raise alarm",
        WHEN,
        "Inspectors on focused visit to Wakefield raise alarm",
        "Ofsted inspectors who made a focused visit to Wakefield in April found that management oversight in the front "
        "door was inadequate and named two areas for priority action. | "
        "The letter was published on Monday. | "
        "The council is rated good.",
    ),
    Trap(
        "poll do you trust your council",
        WHEN,
        "Poll: do you trust your council?",
        "Do you trust your council with children? Vote now. | "
        "Bolton's services were called inadequate by an Ofsted inspector, a reader says. | "
        "The council's last report, in 2023, was good.",
    ),
    Trap(
        "election where the parties stand on childrens services in rotherham",
        WHEN,
        "Election: where the parties stand on children's services in Rotherham",
        "Labour says that the service, inadequate under its own rule in 2014, is now outstanding. | "
        "The Conservatives want fewer agency staff. | "
        "Reform would audit it.",
    ),
    Trap(
        "adoption agency judged inadequate",
        WHEN,
        "Adoption agency judged inadequate",
        "A regional adoption agency that serves Leeds, Bradford and Kirklees has been judged inadequate by Ofsted. | "
        "The councils said that they would work with it. | "
        "Inspectors visited in March.",
    ),
    Trap(
        "secure home unsafe says ofsted",
        WHEN,
        "Secure home 'unsafe', says Ofsted",
        "A secure children's home run by Lincolnshire County Council has been given Ofsted's lowest rating. | "
        "Children were locked in. | "
        "The council's children's services director said that it was shocked.",
    ),
    Trap(
        "academy chain boss quits",
        WHEN,
        "Academy chain boss quits",
        "The boss of an academy chain in Knowsley quits after three of its schools were rated inadequate. | "
        "The council's children's services will help.",
    ),
    Trap(
        "further education college in medway hits rock bottom",
        WHEN,
        "Further education college in Medway hits rock bottom",
        "A further education college in Medway has been handed an inadequate grade. | "
        "Leaders have lost grip, say inspectors. | "
        "The council called it sad for young people.",
    ),
    Trap(
        "youth centre closes",
        WHEN,
        "Youth centre closes",
        "A youth centre in Sefton is to close to save £2m for children's services. | "
        "Ofsted rated those inadequate in 2022 and the council has poured money in since.",
    ),
    Trap(
        "social worker struck off",
        WHEN,
        "Social worker struck off",
        "A social worker who was employed by Sandwell until 2016, when its children's services were in the lowest "
        "category, has been struck off.",
    ),
    Trap(
        "new chief for childrens trust",
        WHEN,
        "New chief for children's trust",
        "Worcestershire Children First has a new chief executive. The company was set up after the county's services "
        "were judged inadequate in 2017. | "
        "She begins in July.",
    ),
    Trap(
        "ofsted upgrade for croydon",
        WHEN,
        "Ofsted upgrade for Croydon",
        "Croydon Council's children's services require improvement, up from inadequate, says a report published by "
        "Ofsted today. | "
        "Leaders were praised.",
    ),
    Trap(
        "significant improvement in northamptonshire",
        WHEN,
        "'Significant improvement' in Northamptonshire",
        "Inspectors say that children's services in North Northamptonshire have made significant improvement from a "
        "very low base. | "
        "They are now rated requires improvement, where three years ago they were inadequate.",
    ),
    Trap(
        "childrens services avoid lowest rating",
        WHEN,
        "Children's services avoid lowest rating",
        "Trafford's children's services narrowly avoided the lowest rating, Ofsted's report reveals today. | "
        "They require improvement to be good.",
    ),
)
