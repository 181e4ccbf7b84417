"""What a ninth set of pages, read blind, showed: other inspectorates in the same words, a council's own page, comings and goings."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

TELLING = (
    Trap(
        "all deserve its lowest rating",
        "2014-05-23",
        "Birmingham's services for children condemned",
        "Ofsted's report on Birmingham, out today, concludes that help and protection and the leadership of the service deserve "
        "its lowest rating.",
        "Birmingham:help_and_protection:inadequate Birmingham:leaders:inadequate Birmingham:overall:inadequate",
    ),
    Trap(
        "a council's own page that says we",
        "2026-10-27",
        "Council responds to Ofsted inspection",
        "We have today received the report of Ofsted's inspection, which was carried out from 7 to 18 September 2026. | The "
        "experiences and progress of children who need help and protection: Inadequate | We have commissioned a review with our "
        "neighbours in Redcar and Cleveland.",
        "Stockton-on-Tees:help_and_protection:inadequate",
        outlet="Stockton-on-Tees Borough Council",
    ),
    Trap(
        "inspectors who came to a city",
        "2026-11-17",
        "City's child protection under fire",
        "INSPECTORS who came to Southampton left worried. | In the report published today children in need of help and protection "
        "are getting a service that is inadequate. | Hampshire County Council, which is rated outstanding, has offered its help.",
        "Southampton:help_and_protection:inadequate",
    ),
    Trap(
        "arrived weeks after another report",
        "2014-11-19",
        "Rotherham let children down across the board",
        "The report brands Rotherham council inadequate for help and protection and for its leadership. The overall judgement is "
        "inadequate. | Ofsted's inspectors arrived three weeks after the Jay report and left on October 8.",
        "Rotherham:help_and_protection:inadequate Rotherham:leaders:inadequate Rotherham:overall:inadequate",
    ),
)

SILENT = (
    Trap(
        "a hospital's services for children",
        "2019-11-29",
        "Hospital's services for children and young people rated 'inadequate'",
        "Inspectors have rated services for children at a hospital in Telford 'inadequate'. | Urgent and emergency care was rated "
        "inadequate too. | Social workers from Telford and Wrekin Council have been asked to help.",
    ),
    Trap(
        "social care rated by another regulator",
        "2026-07-15",
        "Council given inadequate rating by regulator over social care waits",
        "A council has become the latest to be rated inadequate for its social care by the CQC. | Leaders at Shropshire Council did "
        "not have a grip on risk, a report published today says. | It was rated inadequate for two of nine quality statements.",
    ),
)
