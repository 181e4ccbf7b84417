"""England's yearly rating of children's services, 2008 to 2011: published each December, no visit of its own."""

from __future__ import annotations

from datetime import date

from monitor.frameworks._ladders import OVERALL
from monitor.model.framework import Framework, Rung

FRAMEWORK = Framework(
    slug="ANNUAL-2008",
    family="ANNUAL",
    name="Annual children's services rating (2008 to 2011)",
    nation="England",
    inspectorate="Ofsted",
    begins=date(2008, 1, 1),
    ends=date(2011, 12, 31),
    areas=(OVERALL,),
    ladder=(
        Rung("performs excellently", 1, ("performs excellently", "performing excellently")),
        Rung("performs well", 2, ("performs well", "performing well")),
        Rung("performs adequately", 3, ("performs adequately", "performing adequately", "performed adequately")),
        Rung(
            "performs poorly",
            4,
            ("performs poorly", "performing poorly", "performed poorly", "perform poorly"),
        ),
    ),
    precedence=0,
)
