"""Inspection of local authority children's services, begun from April 2026: four judgements and no overall grade."""

from __future__ import annotations

from datetime import date

from monitor.frameworks._ladders import CARE_LEAVERS, HELP_AND_PROTECTION, IN_CARE, LEADERS, OFSTED_FROM_2013
from monitor.model.framework import Framework

FRAMEWORK = Framework(
    slug="ILACS-2026",
    family="ILACS",
    name="Inspection of local authority children's services (from April 2026, no overall grade)",
    nation="England",
    inspectorate="Ofsted",
    begins=date(2026, 4, 1),
    ends=None,
    areas=(LEADERS, HELP_AND_PROTECTION, IN_CARE, CARE_LEAVERS),
    ladder=OFSTED_FROM_2013,
    precedence=2,
)
