"""Services for looked after children, April to August 2013."""

from __future__ import annotations

from datetime import date

from monitor.frameworks._ladders import OFSTED_TO_2013, OVERALL
from monitor.model.framework import AreaOfFramework, Framework

FRAMEWORK = Framework(
    slug="LAC-2013",
    family="LAC",
    name="Inspection of services for looked after children (2013)",
    nation="England",
    inspectorate="Ofsted",
    begins=date(2013, 4, 1),
    ends=date(2013, 10, 31),
    areas=(
        OVERALL,
        AreaOfFramework("capacity", "Capacity to improve", ("capacity to improve",)),
        AreaOfFramework("in_care", "Outcomes for looked after children", ("outcomes for looked after children",)),
        AreaOfFramework("practice", "Quality of provision", ("quality of provision",)),
        AreaOfFramework("leaders", "Leadership and management", ("leadership and management",)),
    ),
    ladder=OFSTED_TO_2013,
    precedence=1,
)
