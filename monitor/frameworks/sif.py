"""The single inspection framework, November 2013 to August 2018, re-inspections of inadequate councils included."""

from __future__ import annotations

from datetime import date

from monitor.frameworks._ladders import OFSTED_FROM_2013, OVERALL
from monitor.model.framework import AreaOfFramework, Framework

FRAMEWORK = Framework(
    slug="SIF",
    family="SIF",
    name="Single inspection framework (2013 to 2018)",
    nation="England",
    inspectorate="Ofsted",
    begins=date(2013, 11, 1),
    ends=date(2018, 8, 31),
    areas=(
        OVERALL,
        AreaOfFramework(
            "help_and_protection", "Children who need help and protection", ("children who need help and protection",)
        ),
        AreaOfFramework(
            "in_care",
            "Children looked after and achieving permanence",
            ("children looked after and achieving permanence",),
        ),
        AreaOfFramework("adoption", "Adoption performance", ("adoption performance",)),
        AreaOfFramework(
            "care_leavers",
            "Experiences and progress of care leavers",
            ("experiences and progress of care leavers",),
        ),
        AreaOfFramework(
            "leaders",
            "Leadership, management and governance",
            ("leadership, management and governance", "leadership management and governance"),
        ),
    ),
    ladder=OFSTED_FROM_2013,
    precedence=1,
)
