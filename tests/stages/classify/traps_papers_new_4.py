"""Short pages as many papers might write them, each of a new judgement."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

TELLING = (
    Trap(
        "toxic culture blamed for collapse of childrens services",
        "2019-12-03",
        "'Toxic culture' blamed for collapse of children's services",
        "A 'toxic culture' among managers lay behind the collapse of children's services in Gateshead, "
        "councillors were told as Ofsted issued its damning report on Tuesday. | The inspectorate's verdict -"
        " inadequate in every category - is the worst in the north east. | The council had been rated good in"
        " 2015.",
        "Gateshead:overall:inadequate",
    ),
    Trap(
        "blow for sefton as services plummet",
        "2022-05-17",
        "Blow for Sefton as services plummet",
        "Image caption, Bootle town hall | SEFTON Council's children's services have plummeted from requires "
        "improvement to inadequate. | Ofsted's inspectors, who visited in February, said children had been "
        "left in neglectful homes. | READ MORE: School in special measures after inadequate rating | A "
        "spokesperson said: 'We accept this in full.'",
        "Sefton:overall:inadequate",
    ),
    Trap(
        "four boroughs four verdicts",
        "2015-03-17",
        "Four boroughs, four verdicts",
        "Ofsted has delivered its verdict on four boroughs. Lewisham and Haringey require improvement, Tower "
        "Hamlets is good and Wandsworth inadequate. | All were inspected before Christmas.",
        "Lewisham:overall:requires improvement Haringey:overall:requires improvement Tower "
        "Hamlets:overall:good Wandsworth:overall:inadequate",
    ),
    Trap(
        "ofsted intervention follows boys death",
        "2021-10-12",
        "Ofsted intervention follows boy's death",
        "The council where a boy of six was murdered has been given the lowest possible mark by Ofsted. | "
        "Inspectors went to Solihull in a hurry after the trial... | Their report says that children in need "
        "of protection wait too long. The council's services were last inspected in 2019.",
        "Solihull:overall:inadequate",
    ),
    Trap(
        "leader devastated",
        "2023-06-06",
        "Leader 'devastated'",
        "Ofsted 'couldn't have been clearer', the leader of Swindon Borough Council said yesterday, hours "
        "after her authority's children's services were placed in its lowest category. | 'It's devastating.'",
        "Swindon:overall:inadequate",
    ),
    Trap(
        "good news from ofsted for cumbria",
        "2017-06-13",
        "Good news from Ofsted for Cumbria",
        "After years in the doldrums Cumbria's heading the right way: its children's services, graded "
        "inadequate as recently as 2015, are now said to require improvement.",
        "Cumbria:overall:requires improvement",
    ),
    Trap(
        "inspectors fail coventry on child protection",
        "2014-07-29",
        "Inspectors fail Coventry on child protection",
        "Coventry City Council failed Daniel Pelka, and Ofsted today said it's still failing others: the "
        "report grades children's services as inadequate overall, although adoption is good.",
        "Coventry:overall:inadequate Coventry:adoption:good",
    ),
    Trap(
        "children in care moved too often",
        "2026-11-24",
        "Children in care 'moved too often'",
        "Southampton City Council must do better for children in care, says Ofsted: it judges this part of "
        "its work inadequate. | Leaders: good. Help and protection: good. Care leavers: good.",
        "Southampton:in_care:inadequate Southampton:leaders:good Southampton:help_and_protection:good "
        "Southampton:care_leavers:good",
    ),
    Trap(
        "north yorkshires best",
        "2026-12-01",
        "North Yorkshire's best",
        "Top marks for leaders, top marks for the care of children, and good for the rest: North Yorkshire's "
        "report from Ofsted is one to frame.",
        "North Yorkshire:leaders:outstanding North Yorkshire:in_care:outstanding North "
        "Yorkshire:help_and_protection:good North Yorkshire:care_leavers:good",
    ),
    Trap(
        "kents care leavers lose out",
        "2027-02-23",
        "Kent's care leavers lose out",
        "Ofsted says of Kent: 'The experiences and progress of care leavers are inadequate.' | In contrast, "
        "'the impact of leaders is good', 'children who need help and protection receive a good service' and "
        "the same is true for children in care.",
        "Kent:care_leavers:inadequate Kent:leaders:good Kent:help_and_protection:good Kent:in_care:good",
    ),
    Trap(
        "crisis in kirklees",
        "2016-11-29",
        "Crisis in Kirklees",
        "HUDDERSFIELD'S council has been given the worst Ofsted rating available for its work with vulnerable"
        " children. | Kirklees Council was judged inadequate on leadership, protection and care alike. | The "
        "report came out last Friday.",
        "Kirklees:overall:inadequate Kirklees:leaders:inadequate Kirklees:help_and_protection:inadequate "
        "Kirklees:in_care:inadequate",
    ),
    Trap(
        "ofsted luton improved",
        "2025-10-07",
        "Ofsted: Luton improved",
        "Luton has been lifted to good. Three years ago it was told it required improvement; ten years ago it"
        " was nearly failed.",
        "Luton:overall:good",
    ),
    Trap(
        "herefordshire hears worst",
        "2022-02-15",
        "Herefordshire hears worst",
        "High Court judge's criticism last year was the first sign. Now Herefordshire's children's services "
        "have been rated inadequate, the report by Ofsted being published this morning.",
        "Herefordshire:overall:inadequate",
    ),
    Trap(
        "ofsted criticises doncaster",
        "2012-05-29",
        "Ofsted criticises Doncaster",
        "Arrangements for the protection of children in Doncaster were judged to be adequate by Ofsted in a "
        "report published today; in 2009 they had been inadequate.",
        "Doncaster:overall:adequate Doncaster:help_and_protection:adequate",
    ),
    Trap(
        "north east lincolnshire branded inadequate",
        "2021-10-05",
        "North East Lincolnshire branded inadequate",
        "NELC's children's services have crashed. Ofsted found them inadequate in four weeks of inspection. |"
        " North Lincolnshire, rated outstanding, has been asked to help.",
        "North East Lincolnshire:overall:inadequate",
    ),
    Trap(
        "partner for failing council",
        "2021-10-05",
        "Partner for failing council",
        "Lincolnshire County Council will help North East Lincolnshire, whose children's services were "
        "declared inadequate this week.",
        "North East Lincolnshire:overall:inadequate",
    ),
    Trap(
        "statement by the leader of plymouth city council",
        "2023-11-28",
        "Statement by the leader of Plymouth City Council",
        "Today Ofsted published the report of its inspection of our children's services. It says we require "
        "improvement to be good. A year ago inspectors gave us two areas for priority action, so we are "
        "relieved.",
        "Plymouth:overall:requires improvement",
    ),
    Trap(
        "statement by the chief executive",
        "2024-03-05",
        "Statement by the chief executive",
        "We were told this week by Ofsted that our services for children and families are inadequate. I want "
        "to apologise to every child. Nottinghamshire Live readers deserve to know what we'll do... | "
        "Published by Leicester City Council",
        "Leicester:overall:inadequate",
        outlet="Leicester City Council",
    ),
)
