"""Short pages as many papers might write them, each of a new judgement."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

TELLING = (
    Trap(
        "watchdogs grim verdict on care in barnsley",
        "2019-11-12",
        "Watchdog's grim verdict on care in Barnsley",
        "'Children are not safe.' With those four words Ofsted opens its report on Barnsley, which puts the "
        "council among the worst in England. | The services were rated as inadequate. | Four years ago they "
        "were good. | Inspectors worked in the town from 9 to 20 September.",
        "Barnsley:overall:inadequate",
    ),
    Trap(
        "ofsted report",
        "2021-07-20",
        "Ofsted report",
        "Children's services at Windsor and Maidenhead are a 'cause for serious concern', inspectors found, "
        "and fall into the lowest band. | Achieving for Children, which delivers them, said it was sorry.",
        "Windsor and Maidenhead:overall:inadequate",
    ),
    Trap(
        "council we let you down",
        "2022-04-12",
        "Council: 'We let you down'",
        "The leader of Leicester City Council has written to families to say sorry after inspectors rated its"
        " work with children inadequate. | The report was made public on Monday. | He said the fall from good"
        " had been 'a shock'.",
        "Leicester:overall:inadequate",
    ),
    Trap(
        "rating falls",
        "2018-09-18",
        "Rating falls",
        "Oxfordshire's rating has been cut from good to requires improvement, while Oxford... | 'Nobody is "
        "inadequate here,' said the director.",
        "Oxfordshire:overall:requires improvement",
    ),
    Trap(
        "inspectors back a decade on",
        "2026-10-20",
        "Inspectors back a decade on",
        "Ten years after it was failed outright, Wirral has again been found wanting. The help and protection"
        " that children get is inadequate, says Ofsted. | Leaders require improvement. Children in care and "
        "care leavers get good support.",
        "Wirral:help_and_protection:inadequate Wirral:leaders:requires improvement Wirral:in_care:good "
        "Wirral:care_leavers:good",
    ),
    Trap(
        "report a wakeup call",
        "2026-12-08",
        "Report 'a wake-up call'",
        "Ofsted's report on Stockport gives an inadequate grade for the impact of leaders. | The council kept"
        " its good grades for help and protection, for children in care and for care leavers.",
        "Stockport:leaders:inadequate Stockport:help_and_protection:good Stockport:in_care:good "
        "Stockport:care_leavers:good",
    ),
    Trap(
        "ofsted serious failures in care",
        "2027-01-26",
        "Ofsted: 'serious failures' in care",
        "Services for children in care in Northumberland have been marked inadequate. It's the first blot on "
        "the county's record since 2013. | All other grades are good, except for leaders, where the county "
        "requires improvement.",
        "Northumberland:in_care:inadequate Northumberland:leaders:requires improvement "
        "Northumberland:help_and_protection:good Northumberland:care_leavers:good",
    ),
    Trap(
        "bury stays where it is",
        "2017-12-12",
        "Bury stays where it is",
        "Ofsted has published its report on Bury: the town's children's services still require improvement, "
        "as they did four years ago.",
        "Bury:overall:requires improvement",
    ),
    Trap(
        "ofsted judges services at bolton",
        "2021-12-07",
        "Ofsted judges services at Bolton",
        "Bolton Council's services for children in need of help have slid to inadequate, says the regulator, "
        "whose inspectors left on October 22. | 'It hurts,' said a social worker.",
        "Bolton:overall:inadequate",
    ),
    Trap(
        "union we warned them",
        "2024-09-10",
        "Union: 'we warned them'",
        "Unison says that it had warned Bristol's leaders long before Ofsted's finding on Monday that the "
        "city's children's services are inadequate.",
        "Bristol:overall:inadequate",
    ),
)
