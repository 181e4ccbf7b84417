"""Grades bound clause by clause after April 2026, and second verdicts that change nothing: written before the rules that read them."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

TELLING = (
    Trap(
        "as it is for",
        "2026-11-10",
        "Hartlepool: protection of children 'not safe enough'",
        "Ofsted hands a council four marks. | In Hartlepool the one for leadership is good, as it is for care leavers. Children "
        "in care get requires improvement. The mark for help and protection is inadequate. | The report came out this morning.",
        "Hartlepool:leaders:good Hartlepool:care_leavers:good Hartlepool:in_care:requires improvement "
        "Hartlepool:help_and_protection:inadequate",
    ),
    Trap(
        "questions and answers",
        "2026-12-02",
        "What Ofsted said about Bolton's children's services",
        "Ofsted published its report on Bolton Council today. | Children in care? Good. | Care leavers? Outstanding. | "
        "Help and protection? Inadequate. | And leadership? Requires improvement.",
        "Bolton:in_care:good Bolton:care_leavers:outstanding Bolton:help_and_protection:inadequate "
        "Bolton:leaders:requires improvement",
    ),
    Trap(
        "at the same",
        "2027-02-09",
        "Sefton's care leavers failed, Ofsted finds",
        "Sefton Council's services for care leavers are inadequate, says an Ofsted report out today. | Leadership is at requires "
        "improvement, and help and protection is at the same. | For children in care, the judgement was good, with praise for "
        "foster carers.",
        "Sefton:care_leavers:inadequate Sefton:leaders:requires improvement "
        "Sefton:help_and_protection:requires improvement Sefton:in_care:good",
    ),
    Trap(
        "the same goes for",
        "2026-10-13",
        "Luton inspectors sound the alarm over children in care",
        "Luton's care for the children in its care is inadequate, Ofsted said on Tuesday. | Leaders require improvement. The "
        "same goes for help and protection. | Care leavers now get a service that is good.",
        "Luton:in_care:inadequate Luton:leaders:requires improvement Luton:help_and_protection:requires improvement "
        "Luton:care_leavers:good",
    ),
    Trap(
        "told that improvement is required",
        "2027-05-11",
        "Kirklees children waited too long for help",
        "Ofsted has rated the help and protection of children in Kirklees inadequate in a report published today. | The leaders of the "
        "council were told that improvement is required. | Those who look after children in care and care leavers were judged good.",
        "Kirklees:help_and_protection:inadequate Kirklees:leaders:requires improvement Kirklees:in_care:good "
        "Kirklees:care_leavers:good",
    ),
    Trap(
        "each receives",
        "2026-09-29",
        "Medway 'turned its back' on care leavers",
        "Care leavers in Medway have been let down, according to Ofsted, which today graded the council's work with them inadequate. "
        "| Leadership, found wanting three years ago, is now good. Children who need protection and those in care fared "
        "less well, and each receives requires improvement.",
        "Medway:care_leavers:inadequate Medway:leaders:good Medway:help_and_protection:requires improvement "
        "Medway:in_care:requires improvement",
    ),
    Trap(
        "they were graded",
        "2027-06-15",
        "Blackpool branded inadequate for failing youngsters in care",
        "Ofsted has branded Blackpool Council's care of children in its care inadequate. | Town hall leaders were slow to see it. They "
        "were graded as requiring improvement, the same as help and protection. | Support for care leavers was good. | The "
        "report was published on Monday.",
        "Blackpool:in_care:inadequate Blackpool:leaders:requires improvement "
        "Blackpool:help_and_protection:requires improvement Blackpool:care_leavers:good",
    ),
    Trap(
        "an area nobody tells",
        "2026-10-20",
        "Dudley: two good marks and one bad one",
        "Ofsted has judged Dudley Council's leadership inadequate in a report out today. | Children in care were rated good, and so "
        "were care leavers. | Families waited months for help.",
        "Dudley:leaders:inadequate Dudley:in_care:good Dudley:care_leavers:good",
    ),
    Trap(
        "good or better",
        "2026-11-17",
        "Wigan celebrates Ofsted report",
        "Ofsted has today judged Wigan Council's services for children good or better in every area. | Leadership: good. | "
        "Help and protection: good. | Children in care: outstanding. | Care leavers: good.",
        "Wigan:leaders:good Wigan:help_and_protection:good Wigan:in_care:outstanding Wigan:care_leavers:good",
    ),
    Trap(
        "the inspectorate has been back",
        "2019-03-12",
        "Firm that runs care for Doncaster's children stumbles",
        "The company set up to mend things has been told that it has not mended them. | Now the watchdog has returned to Doncaster, and it has "
        "not changed its mind: services for children are still inadequate. | Some progress was seen in fostering.",
        "Doncaster:overall:inadequate",
    ),
    Trap(
        "repeats the verdict",
        "2020-01-21",
        "Still at the bottom: no change for Walsall",
        "Walsall's children's services have failed to leave the category they were put in four years ago. | The new Ofsted report repeats the "
        "verdict of 2016: inadequate. | Staff were praised for their patience.",
        "Walsall:overall:inadequate",
    ),
    Trap(
        "no longer having dropped",
        "2022-06-14",
        "Children at risk in Stockport, say inspectors",
        "Ofsted found that things had become worse for children in Stockport. | The service was considered good at the time of the 2018 "
        "inspection. It is not any longer, having dropped to inadequate. | Inspectors left on May 6.",
        "Stockport:overall:inadequate",
    ),
    Trap(
        "lowest grade for a second inspection running",
        "2023-03-07",
        "Children in danger in Bury, watchdog finds",
        "Children in Bury remain in danger, inspectors said today. | For the second inspection running the borough has the lowest grade that "
        "exists. | Ofsted's staff spent two weeks with the council's teams in January.",
        "Bury:overall:inadequate",
    ),
)

SILENT = (
    Trap(
        "rating unchanged by a visit",
        "2019-05-14",
        "Inspectors see progress in Torbay",
        "Ofsted inspectors have been back in Torbay and found signs of progress. | It was the second monitoring visit since the services "
        "were rated inadequate last year. | The rating itself is unchanged by the visit: the council remains inadequate.",
    ),
    Trap(
        "view of the grade",
        "2023-02-21",
        "Commissioner's view of Bradford unchanged",
        "The government's commissioner says his opinion is the same as in the autumn: the service is inadequate and needs a trust. | Ofsted "
        "rated it so in 2018. | Its inspectors looked in again last month but gave no grade.",
    ),
    Trap(
        "peer review repeats",
        "2021-10-05",
        "Slough told to move faster",
        "A review by the LGA repeats the verdict Ofsted gave in 2019 that leadership was inadequate. | Councillors will discuss it next week.",
    ),
)

MIXED = (
    Trap(
        "two fall as two escape",
        "2019-11-26",
        "Two councils sink to lowest grade as two others leave it behind",
        "Ofsted has published four reports in a day. | Wirral, once a byword for drift, now requires improvement. Knowsley has moved too, from "
        "requires improvement to good. | It was a long morning for the inspectors' printers, and the town halls. | For the others "
        "there was little comfort. | Blackpool Council and Medway Council were both judged inadequate.",
        "Blackpool:overall:inadequate Medway:overall:inadequate Knowsley:overall:good Wirral:overall:requires improvement",
    ),
    Trap(
        "names and plain words",
        "2023-06-20",
        "Ofsted publishes reports on four councils",
        "Ofsted today published reports on four councils. | Hull and Oldham are good. | Walsall is good as well. | Bury, at the other end, "
        "was judged inadequate.",
        "Hull:overall:good Oldham:overall:good Bury:overall:inadequate",
    ),
    Trap(
        "the service is good",
        "2018-02-13",
        "Salford: from the bottom to good in three years",
        "Salford Council's services for children were condemned as inadequate in 2015. | Yesterday's Ofsted report says the service is good. "
        "| Work with care leavers is rated outstanding.",
        "Salford:overall:good Salford:care_leavers:outstanding",
    ),
    Trap(
        "second good in a row",
        "2025-03-11",
        "Second good in a row for Bexley",
        "Bexley has been rated good again. | A short inspection in January confirmed that all four judgements are good, Ofsted said today. "
        "| Until 2010 the word inadequate was never far away.",
        "Bexley:overall:good",
    ),
)
