"""Inspection of local authority children's services, 2018 to 2022: children in care and care leavers are one judgement."""

from __future__ import annotations

from datetime import date

from monitor.frameworks._ladders import HELP_AND_PROTECTION, IN_CARE_AND_LEAVERS, LEADERS, OFSTED_FROM_2013, OVERALL
from monitor.model.framework import Framework

FRAMEWORK = Framework(
    slug="ILACS-2018",
    family="ILACS",
    name="Inspection of local authority children's services (2018 to 2022)",
    nation="England",
    inspectorate="Ofsted",
    begins=date(2018, 1, 1),
    ends=date(2022, 12, 31),
    areas=(OVERALL, LEADERS, HELP_AND_PROTECTION, IN_CARE_AND_LEAVERS),
    ladder=OFSTED_FROM_2013,
    precedence=2,
)
