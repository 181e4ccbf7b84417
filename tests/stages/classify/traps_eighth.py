"""What an eighth set of pages, read blind, showed: services that children are getting, words that stand for a grade, visits counted."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

TELLING = (
    Trap(
        "still getting an inadequate service",
        "2026-09-08",
        "Tameside's children still not safe enough, Ofsted says",
        "Children in need of protection in Tameside are still getting an inadequate service, a report published today says. | "
        "Leadership and the service for children in care are no longer inadequate, but require improvement.",
        "Tameside:help_and_protection:inadequate Tameside:leaders:requires improvement Tameside:in_care:requires improvement",
    ),
    Trap(
        "judged to be receiving a good service",
        "2026-10-22",
        "Bristol inadequate for help and protection",
        "Ofsted judged Bristol council inadequate for help and protection in a report published this week. | Children in care were "
        "judged to be receiving a good service, while the impact of leaders was graded requires improvement to be good.",
        "Bristol:help_and_protection:inadequate Bristol:in_care:good Bristol:leaders:requires improvement",
    ),
    Trap(
        "inspectors who came in a month gave a grade",
        "2026-11-24",
        "Care leavers failed in Stockton, says Ofsted",
        "Ofsted's report on Stockton was published today. Care leavers had nobody to turn to. | Inspectors, who came in October, "
        "awarded the council an inadequate grade for this part of its work.",
        "Stockton-on-Tees:care_leavers:inadequate",
    ),
    Trap(
        "the same word for another area",
        "2026-12-09",
        "West Sussex pledges money after Ofsted report",
        "Ofsted published its report on West Sussex yesterday. | Inspectors gave the council an 'inadequate' for the impact of its "
        "leaders. They had the same word for children who need help and protection.",
        "West Sussex:leaders:inadequate West Sussex:help_and_protection:inadequate",
    ),
    Trap(
        "a practice that ended",
        "2026-05-21",
        "Bradford out of the bottom category",
        "Ofsted has published its report on an inspection of Bradford in January. Services overall require improvement. | Bradford "
        "was among the last to get an overall rating, a practice which ended in April.",
        "Bradford:overall:requires improvement",
    ),
    Trap(
        "the impact on social work practice",
        "2022-04-08",
        "Doncaster drops a grade",
        "Ofsted's report on Doncaster was published today. | Inspectors said that the impact on social work practice with children "
        "and families was inadequate. Overall effectiveness requires improvement.",
        "Doncaster:leaders:inadequate Doncaster:overall:requires improvement",
    ),
)

SILENT = (
    Trap(
        "visited for the second time since",
        "2023-01-19",
        "Sefton accepts challenges after latest letter",
        "Inspectors visited Sefton's children's services in November for the second time since the department was found to be "
        "inadequate last May. | They said in a letter published this week that the pace of change was too slow.",
    ),
    Trap(
        "told in a year that one and that another",
        "2021-11-11",
        "BCP council wants to move on",
        "An Ofsted visit to Poole found weaknesses, the council said today. | Bournemouth was told in 2018 that it required "
        "improvement but that its leadership was inadequate.",
    ),
)
