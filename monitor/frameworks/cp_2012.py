"""Arrangements for the protection of children, May 2012 to mid 2013."""

from __future__ import annotations

from datetime import date

from monitor.frameworks._ladders import OFSTED_TO_2013, OVERALL
from monitor.model.framework import AreaOfFramework, Framework

FRAMEWORK = Framework(
    slug="CP-2012",
    family="CP",
    name="Inspection of arrangements for the protection of children (2012 to 2013)",
    nation="England",
    inspectorate="Ofsted",
    begins=date(2012, 5, 1),
    ends=date(2013, 10, 31),
    areas=(
        OVERALL,
        AreaOfFramework(
            "help_and_protection",
            "The effectiveness of the help and protection provided to children, young people, families and carers",
            ("the effectiveness of the help and protection provided", "effectiveness of help and protection"),
        ),
        AreaOfFramework("practice", "The quality of practice", ("the quality of practice",)),
        AreaOfFramework("leaders", "Leadership and governance", ("leadership and governance",)),
    ),
    ladder=OFSTED_TO_2013,
    precedence=2,
)
