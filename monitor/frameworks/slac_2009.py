"""Safeguarding and looked after children, 2009 to mid 2012: two grades, each an overall of its own half."""

from __future__ import annotations

from datetime import date

from monitor.frameworks._ladders import OFSTED_TO_2013
from monitor.model.framework import AreaOfFramework, Framework

FRAMEWORK = Framework(
    slug="SLAC-2009",
    family="SLAC",
    name="Inspection of safeguarding and looked after children (2009 to 2012)",
    nation="England",
    inspectorate="Ofsted",
    begins=date(2009, 4, 1),
    ends=date(2012, 7, 31),
    areas=(
        AreaOfFramework("overall", "Overall effectiveness", ("overall effectiveness",)),
        AreaOfFramework(
            "help_and_protection",
            "Safeguarding services: overall effectiveness",
            ("overall effectiveness of the safeguarding services", "safeguarding services"),
        ),
        AreaOfFramework(
            "in_care",
            "Services for looked after children: overall effectiveness",
            ("overall effectiveness of services for looked after children", "services for looked after children"),
        ),
    ),
    ladder=OFSTED_TO_2013,
    precedence=1,
)
