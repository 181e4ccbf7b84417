"""Phrases by which a page says what was inspected, by whom, and which area of a council's service is meant.

Each table maps a value to phrases parted by semicolons; `{a|b}` stands for one of several, `{a|}` for an optional one.
"""

from __future__ import annotations

_CHILD = (
    "{children's|children and families|children and young people's|children and family|young "
    "people's|child|kids'|childrens}"
)
_FOR = "{for|to} {vulnerable|} {children|young people|youngsters|children and families|children and young people}"

SUBJECTS: dict[str, str] = {
    "children": (
        f"{_CHILD} {{social|}} {{services|service|care services|care service|care|work|work services}};"
        f" {_CHILD} {{department|provision}};"
        f"{_CHILD} social services {{department|}}; {_CHILD} services {{department|division|directorate}};"
        f"{{social|}} {{services|care services|service|care}} {_FOR}; social care for {{children|young people}};"
        "child protection {services|service|arrangements|work|}; child safeguarding;"
        " safeguarding {services|service|arrangements};"
        "children's safeguarding {services|}; services for looked after children; looked after children's services;"
        "youngsters' services; social services; services for the young; child services; children services;"
        " child care services;"
        "children's social care and early help; family services; children and education services;"
        " work with vulnerable children;"
        "children's trust; children and families trust; children's services trust; care and protection of children;"
        "services {protecting|that protect|which protect} children; social workers' work with children;"
        "local authority children's services; children in need services; kids' services; care for vulnerable children;"
        " {provides|provided|offers|offered|gives|gave|run|runs} {to|for} {vulnerable|} {children|families|young people};"
        " {its|their|the|those|} {most|} vulnerable children"
    ),
    "council": (
        "council; councils; local authority; local authorities; authority; town hall; city council; county council;"
        "borough council; county hall; civic centre; unitary authority; the borough; the county; the city"
    ),
    "service": "service; services; department; its provision; directorate; social workers",
    "role": (
        "{schools|education} and {social|} care {watchdog|regulator|inspectorate};"
        "{permanent|foster|unregistered|unregulated|family|temporary|suitable|new|loving|right|good} "
        "{children's|} {home|homes} {for children|}; permanent homes for children in care;"
        "{director|directors|head|chief|boss|lead member|cabinet member|executive member|portfolio "
        "holder|corporate director|executive director"
        "|strategic director|interim director|deputy director|assistant "
        "director|commissioner|minister|secretary|spokesman|spokeswoman"
        "|spokesperson|chair|leader} {of|for|in charge of} {adult and|the|} {children's|children and "
        "families|children's social care|child}"
        " {services|social care|services department|};"
        " children's services {director|chief|boss|bosses|commissioner|minister|improvement board|staff"
        "|overview and scrutiny|scrutiny committee|committee|select committee|leaders|bill|budget};"
        " children's {commissioner|minister|secretary};"
        "children's social workers; children's social care {director|chief|commissioner};"
        " association of directors of children's services;"
        "children and young people now; community care; national children's bureau; action for children"
    ),
    "school": (
        "{primary|secondary|infant|junior|grammar|special|boarding|independent|free|high|middle|"
        "comprehensive|private|faith|nursery} {school|schools};"
        "school; schools; academy; academies; academy trust; multi academy trust; sixth form;"
        " pupil referral {unit|units}; headteacher; head teacher;"
        "primary; church of england primary; teaching school"
    ),
    "nursery": (
        "nursery; nurseries; day nursery; pre-school; preschool; pre-schools; childminder; childminders;"
        " playgroup; creche; after-school club"
    ),
    "home": (
        "children's {home|homes}; care {home|homes};"
        " residential {home|homes|unit|units|care home|children's home}; nursing {home|homes};"
        "{council-run|council-owned|council|private|registered|second|secure|short "
        "breaks|respite|the|a|its|this|one|two|three|several|five|four}"
        " {home|homes} {for children|}; home for {vulnerable|} children; homes for children;"
        " children's residential {service|care|homes};"
        "respite {centre|unit}; semi-independent provider"
    ),
    "fostering": (
        "fostering {service|services|agency|agencies|team|arm|wing|branch}; foster care {service|services|agency};"
        " foster {agency|agencies};"
        "independent fostering {agency|agencies|provider};"
        " adoption {service|services|agency|agencies|unit|department}; regional adoption {agency|agencies};"
        "fostering and adoption service; adoption and fostering {service|agency}; voluntary adoption agency;"
        " private fostering arrangements"
    ),
    "centre": (
        "children's {centre|centres}; secure training {centre|centres};"
        " secure {unit|units|children's home|children's homes|school};"
        "young offender {institution|institutions}; young offenders {institution|institutions};"
        " family {centre|centres|hub|hubs}; youth {centre|club}"
    ),
    "college": (
        "college; colleges; further education; adult {learning|education} {service|};"
        " adult and community learning {service|}; apprenticeship;"
        "apprenticeships; training provider; university; community learning"
    ),
    "health": (
        "{mental health|psychiatric|inpatient|eating disorder} {unit|units|ward|wards|hospital}; hospital; "
        "hospitals; camhs; nhs; {nhs|foundation|hospitals|health} trust;"
        " {child and adolescent|children's|adult|} mental health {services|service|trust};"
        "maternity {services|unit|}; ambulance {service|trust}; gp {practice|surgery}; health board;"
        " urgent and emergency care; emergency care; health visiting service; a&e; accident and emergency;"
        "clinical commissioning {group|groups}; community health services"
    ),
    "police": (
        "police; constabulary; police force; police and crime commissioner; custody suite;"
        " child protection by police; the force; {first|worst|only|whole|every} force; police forces; force to be"
    ),
    "fire": "fire service; fire and rescue {service|}; fire brigade",
    "youth justice": (
        "youth {offending|justice} {team|teams|service|services}; yot; youth justice; probation {service|};"
        " community rehabilitation company"
    ),
    "send": (
        "send; special educational needs {and disabilities|and disability|and or disabilities|};"
        " send {services|service|provision|area|partnership|system};"
        "area send; local area partnership; special needs; children with {special educational needs|send|additional needs};"
        " ehcp; ehcps;"
        "education health and care {plan|plans}; send local area inspection; written statement of action"
    ),
    "board": (
        "{local|borough|the|} safeguarding {children|children's|adults|} {board|boards}; lscb; lscbs;"
        " safeguarding {children|} partnership;"
        "safeguarding children {partnership|partnerships}"
    ),
    "adults": (
        "adult {social care|services|social services|care|social care services|safeguarding};"
        " adults' services; services for adults; care for adults;"
        "social care for adults; older people's {services|care}; adult and health services; home care;"
        " homecare; domiciliary care {agency|}; quality {statement|statements}; care act"
    ),
    "prison": "prison; prisons; jail; hmp",
    "housing": (
        "housing; social landlord; housing {service|services|department|regulator};"
        " regulator of social housing; landlord"
    ),
    "other": (
        "firm; hostel; care firm; private company; supported accommodation; supported living; transport "
        "service; library service; planning department;"
        " highways; waste service; bin collections;"
        "financial management; value for money; public health; education {service|services|department};"
        " school improvement; early years provision"
    ),
}

INSPECTORATES: dict[str, str] = {
    "ofsted": (
        "ofsted; ofsted's; ofsted inspectors; office for standards in education; education watchdog;"
        " education inspectorate"
    ),
    "inspectors": (
        "inspectors; inspector; inspectorate; watchdog; regulator; the watchdog's; inspection team; hmi;"
        " her majesty's inspectors"
    ),
    "cqc": "cqc; care quality commission; health watchdog; care watchdog",
    "police inspectorate": (
        "hmicfrs; hmic; {inspectorate|inspectors} of constabulary; constabulary inspectorate;"
        " police watchdog; police inspectorate"
    ),
    "probation inspectorate": (
        "{hm|her majesty's|his majesty's|} {inspectorate|inspectors} of probation; hmi probation;"
        " probation watchdog; probation inspectorate"
    ),
    "wales": (
        "cssiw; ciw; estyn; care inspectorate wales; care and social services inspectorate;"
        " welsh {government|assembly|minister}; healthcare inspectorate wales"
    ),
    "scotland": (
        "care inspectorate; scottish government; education scotland; healthcare improvement scotland;"
        " children's reporter; social work inspection agency; hmie"
    ),
    "northern ireland": "rqia; health and social care trust; stormont",
    "ireland": "hiqa; tusla; health information and quality authority; child and family agency; the hse",
    "abroad": (
        "nova scotia; new south wales; nsw; queensland; australia; canada; new zealand; ontario; guernsey;"
        " jersey; isle of man; gibraltar; bermuda;"
        "oranga tamariki; child protective services; state of victoria; alberta; british columbia; manitoba;"
        " tasmania; dublin; republic of ireland;"
        "united states; county dcfs; falkland islands; alderney; sark"
    ),
    "auditor": (
        "auditor general; audit commission; national audit office; external {auditor|auditors};"
        " grant thornton; ombudsman; ipso"
    ),
    "peer": (
        "peer review; peer challenge; lga review; local government association; diagnostic review;"
        " independent review; internal review"
    ),
}
