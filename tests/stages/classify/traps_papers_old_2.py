"""Short pages as many papers might write them, none of which tells of a new inadequate judgement."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

SILENT = (
    Trap(
        "opposition resign",
        "2018-05-29",
        "Opposition: 'Resign!'",
        "Calls have grown for the cabinet member for children in Northamptonshire to go, since a consultant "
        "called the council's social work inadequate. | Ofsted is due in the autumn.",
    ),
    Trap(
        "school rated inadequate as head leaves",
        "2020-11-17",
        "School rated inadequate as head leaves",
        "Pupils at Ash Green Academy in Wolverhampton don't make enough progress, Ofsted says. | Its leaders "
        "are inadequate, as is the quality of education. | The city council's children's services are good.",
    ),
    Trap(
        "three secure homes inspected",
        "2022-08-30",
        "Three secure homes inspected",
        "Ofsted has found a council-run secure children's home in Nottinghamshire to be inadequate. | Leaders"
        " and managers fell short. | The county council says it accepts the verdict.",
    ),
    Trap(
        "youth justice team inadequate",
        "2022-10-18",
        "Youth justice team 'inadequate'",
        "Inspectors of probation have rated youth offending services in Lewisham as inadequate. | The "
        "council's chief executive said children deserve better.",
    ),
    Trap(
        "adoption agency gets top marks",
        "2015-07-07",
        "Adoption agency gets top marks",
        "The adoption arm of Essex County Council has been rated outstanding, while the authority's overall "
        "rating of good stands.",
    ),
    Trap(
        "ofsted chief defends end of single grades",
        "2026-12-15",
        "Ofsted chief defends end of single grades",
        "The chief inspector has said that abolishing overall grades was right. | 'A council could be "
        "outstanding for leaders and inadequate for care leavers,' he told the committee. | Staffordshire's "
        "MP disagreed.",
    ),
    Trap(
        "is your council failing children",
        "2017-04-04",
        "Is your council failing children?",
        "Use our map to find how Ofsted rates social work where you live. | Barnsley good. Rotherham "
        "inadequate. Sheffield good. Doncaster inadequate.",
    ),
    Trap(
        "council could lose childrens services",
        "2019-03-26",
        "Council could lose children's services",
        "Torbay, rated inadequate twice, is to hand its children's services to Plymouth, it was announced "
        "today. | Ofsted visited Torbay in June 2018.",
    ),
    Trap(
        "scottish council weak",
        "2018-06-12",
        "Scottish council 'weak'",
        "Inspectors have rated leadership of children's services in Orkney as weak and protection as "
        "unsatisfactory. | The joint report was issued on Tuesday.",
    ),
    Trap(
        "welsh councils services inadequate",
        "2019-10-01",
        "Welsh council's services 'inadequate'",
        "Children's services in Wrexham aren't good enough, says Care Inspectorate Wales. 'Inadequate' "
        "staffing was one of the causes. | Over the border, Shropshire is rated good.",
    ),
    Trap(
        "trust to be wound up",
        "2025-02-11",
        "Trust to be wound up",
        "Birmingham Children's Trust, set up when the city's services were inadequate, will be taken in-"
        "house. | Ofsted rated it good in 2023.",
    ),
    Trap(
        "exclusive ofsted report blasts council",
        "2022-07-26",
        "Exclusive: Ofsted report blasts council",
        "The Chronicle has seen an Ofsted report that judges Hartlepool's children's services to be "
        "inadequate. It will be published tomorrow. | The council would not comment.",
    ),
    Trap(
        "buckinghamshire visit",
        "2016-02-16",
        "Buckinghamshire visit",
        "In their third visit since Buckinghamshire was rated inadequate, inspectors found that pace has "
        "picked up but too many services remain inadequate.",
    ),
    Trap(
        "no confidence vote",
        "2023-07-11",
        "No confidence vote",
        "Councillors in Stoke-on-Trent will debate a motion of no confidence after years of 'inadequate "
        "leadership', as Labour calls it, of children's services.",
    ),
    Trap(
        "ofsted praise for oncefailing borough",
        "2018-12-04",
        "Ofsted praise for once-failing borough",
        "Ofsted's praised Sunderland, and says that leaders know what has to be done. | The monitoring visit "
        "was the sixth since services were judged inadequate.",
    ),
    Trap(
        "care company fined",
        "2024-10-15",
        "Care company fined",
        "A firm that ran unregistered homes has been fined. | The judge said that checks by Liverpool City "
        "Council had been inadequate.",
    ),
    Trap(
        "you failed my son",
        "2024-10-15",
        "'You failed my son'",
        "A mother says that the way Cornwall's social workers dealt with her was inadequate. | Ofsted rates "
        "Cornwall outstanding.",
    ),
    Trap(
        "ombudsmans fine",
        "2020-09-15",
        "Ombudsman's fine",
        "Croydon must pay £3,000. The council's children's services gave inadequate reasons for refusing a "
        "placement, according to the ombudsman.",
    ),
    Trap(
        "review after toddlers death inadequate supervision",
        "2022-01-18",
        "Review after toddler's death: 'inadequate' supervision",
        "Supervision of social workers in Bradford was inadequate, a national review says. | Bradford has "
        "been rated inadequate by Ofsted since 2018.",
    ),
    Trap(
        "bradford taken over",
        "2022-01-18",
        "Bradford taken over",
        "A trust will be formed to run Bradford's children's services, which were rated inadequate in 2018, "
        "ministers said on Tuesday.",
    ),
    Trap(
        "vale of tears social work at worcestershire",
        "2018-11-27",
        "Vale of tears: social work at Worcestershire",
        "Worcestershire's children's services, inadequate for two years, are 'making progress', says the "
        "letter that followed inspectors' latest call.",
    ),
)
