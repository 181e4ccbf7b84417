"""Scotland: joint inspections grade a few quality indicators on six points; "weak" is not "inadequate"."""

from __future__ import annotations

from monitor.model.framework import AreaOfFramework, Framework, Rung

FRAMEWORK = Framework(
    slug="SCOTLAND",
    family="SCOTLAND",
    name="Joint inspection of services for children, Care Inspectorate (Scotland)",
    nation="Scotland",
    inspectorate="Care Inspectorate",
    begins=None,
    ends=None,
    areas=(
        AreaOfFramework(
            "leaders", "Leadership and direction", ("leadership and direction", "leadership of improvement")
        ),
        AreaOfFramework(
            "help_and_protection",
            "Children at risk of harm",
            ("impact on children and young people", "children at risk of harm"),
        ),
    ),
    ladder=(
        Rung("excellent", 1, ("excellent",)),
        Rung("very good", 2, ("very good",)),
        Rung("good", 3, ("good",)),
        Rung("adequate", 4, ("adequate",)),
        Rung("weak", 5, ("weak",)),
        Rung("unsatisfactory", 6, ("unsatisfactory",)),
    ),
)
