"""The grade word that is a sentence's whole predicate, comparisons with an earlier grade, memories and other services' grades."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

TELLING = (
    Trap(
        "one word after a colon",
        "2018-06-12",
        "Hard words for Wokingham's social workers",
        "Ofsted published its report on children's services at Wokingham Borough Council this morning. | The verdict takes one "
        "word: inadequate. | Inspectors were there for two weeks in April.",
        "Wokingham:overall:inadequate",
    ),
    Trap(
        "stands at",
        "2019-11-05",
        "Ofsted downgrades Thurrock",
        "Thurrock Council's children's services were thought good when Ofsted called in 2016. As of today the grade stands at "
        "inadequate, a report says.",
        "Thurrock:overall:inadequate",
    ),
    Trap(
        "a dash before it",
        "2022-03-08",
        "Report on Luton's children's services is out",
        "The report that Ofsted published today on children's services in Luton ends with a single word – inadequate.",
        "Luton:overall:inadequate",
    ),
    Trap(
        "as it was in a year",
        "2023-02-14",
        "Ofsted publishes its report on Reading",
        "Ofsted's report on children's services in Reading, where inspectors spent three weeks in December, has been published "
        "today. | The overall grade remains inadequate, as it was in 2019.",
        "Reading:overall:inadequate",
    ),
    Trap(
        "as they were in a year before",
        "2024-02-06",
        "No better in Northampton",
        "As they were in 2019, children's services in West Northamptonshire are inadequate, Ofsted said in a report published "
        "on Tuesday.",
        "West Northamptonshire:overall:inadequate",
    ),
    Trap(
        "a time of the verb before",
        "2018-05-15",
        'Dudley\'s care for children "fails"',
        "Ofsted found that services for children at Dudley Council had slipped since 2014 and judged them inadequate. | Its report "
        "followed a two-week inspection in March.",
        "Dudley:overall:inadequate",
    ),
    Trap(
        "lower than at the inspection before",
        "2024-06-11",
        "Ofsted on Rutland",
        "Ofsted's report on Rutland's children's services was published today. | Overall effectiveness is now inadequate, two rungs "
        "lower than at the previous inspection in 2021.",
        "Rutland:overall:inadequate",
    ),
    Trap(
        "given that grade",
        "2026-11-10",
        "Stockton's leaders criticised",
        "The leadership of children's services in Stockton-on-Tees is inadequate, Ofsted said in a report published today. | Help and "
        "protection was given that grade as well.",
        "Stockton-on-Tees:leaders:inadequate Stockton-on-Tees:help_and_protection:inadequate",
    ),
)

SILENT = (
    Trap(
        "the week we were rated",
        "2026-11-17",
        "'We came through it': Ofsted praises Barnsley",
        "Leadership in Barnsley's children's services is good, help and protection is good and so is the care of children in "
        "care, Ofsted says in today's report. The help for care leavers requires improvement. | \"I began in the week we "
        'were rated inadequate," said a social worker.',
        "Barnsley:leaders:good Barnsley:help_and_protection:good Barnsley:in_care:good Barnsley:care_leavers:requires improvement",
    ),
    Trap(
        "special needs",
        "2024-06-18",
        "Families failed, say inspectors",
        "Oldham Council and its partners have been given the lowest possible rating for how they support children with special "
        "needs. | Ofsted and the Care Quality Commission published their report today.",
    ),
    Trap(
        "loses its good rating",
        "2025-03-18",
        "Children's services in Solihull lose 'good' rating after Ofsted visit",
        "Ofsted's report, published today, says that Solihull Council's children's services require improvement to be good.",
        "Solihull:overall:requires improvement",
    ),
    Trap(
        "what follows from a judgement",
        "2025-09-16",
        "Questions to the director",
        "Ofsted's report on Bedford's children's services, out today, says they require improvement. | Will a commissioner come? No, "
        "said the director. That follows from a judgement of inadequate.",
        "Bedford:overall:requires improvement",
    ),
    Trap(
        "an arm of the trust",
        "2020-02-11",
        "Fostering arm of Doncaster's children's trust judged inadequate",
        "Ofsted, which inspects the agency by itself, said in a report published today that checks on carers came too late.",
    ),
    Trap(
        "a meal",
        "2021-09-14",
        "Councillor on the school dinners of Bolton",
        "A councillor in Bolton had one word for the dinners that children were sent in the holidays: inadequate. | Ofsted said "
        "it had no say in that.",
    ),
)
