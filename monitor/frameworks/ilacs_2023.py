"""Inspection of local authority children's services, January 2023 to March 2026: five judgements, one of them overall."""

from __future__ import annotations

from datetime import date

from monitor.frameworks._ladders import CARE_LEAVERS, HELP_AND_PROTECTION, IN_CARE, LEADERS, OFSTED_FROM_2013, OVERALL
from monitor.model.framework import Framework

FRAMEWORK = Framework(
    slug="ILACS-2023",
    family="ILACS",
    name="Inspection of local authority children's services (2023 to March 2026)",
    nation="England",
    inspectorate="Ofsted",
    begins=date(2023, 1, 1),
    ends=date(2026, 3, 31),
    areas=(OVERALL, LEADERS, HELP_AND_PROTECTION, IN_CARE, CARE_LEAVERS),
    ladder=OFSTED_FROM_2013,
    precedence=2,
)
