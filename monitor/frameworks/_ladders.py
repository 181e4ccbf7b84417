"""Ladders and areas that several regimes share. The underscore keeps this file off the shelf."""

from __future__ import annotations

from monitor.model.framework import AreaOfFramework, Rung

OUTSTANDING = ("outstanding",)
GOOD = ("good",)
REQUIRES_IMPROVEMENT = (
    "requires improvement to be good",
    "require improvement to be good",
    "requiring improvement to be good",
    "required improvement to be good",
    "requires improvement",
    "require improvement",
    "requiring improvement",
    "required improvement",
    "needs improvement",
    "needing improvement",
    "in need of improvement",
)
INADEQUATE = ("inadequate",)

OFSTED_TO_2013 = (
    Rung("outstanding", 1, OUTSTANDING),
    Rung("good", 2, GOOD),
    Rung("adequate", 3, ("adequate", "satisfactory")),
    Rung("inadequate", 4, INADEQUATE, alerting=True),
)
"""Outstanding, good, adequate, inadequate: Ofsted's words until the summer of 2013."""

OFSTED_FROM_2013 = (
    Rung("outstanding", 1, OUTSTANDING),
    Rung("good", 2, GOOD),
    Rung("requires improvement", 3, REQUIRES_IMPROVEMENT),
    Rung("inadequate", 4, INADEQUATE, alerting=True),
)
"""Outstanding, good, requires improvement (to be good), inadequate: Ofsted's words since November 2013."""

OVERALL = AreaOfFramework(
    "overall",
    "Overall effectiveness",
    ("overall effectiveness", "overall judgement", "overall grade", "overall rating"),
)
LEADERS = AreaOfFramework(
    "leaders",
    "The impact of leaders on social work practice with children and families",
    (
        "the impact of leaders on social work practice with children and families",
        "the impact of leaders on practice with children and families",
        "impact of leaders",
    ),
)
HELP_AND_PROTECTION = AreaOfFramework(
    "help_and_protection",
    "The experiences and progress of children who need help and protection",
    (
        "the experiences and progress of children who need help and protection",
        "children who need help and protection",
    ),
)
IN_CARE = AreaOfFramework(
    "in_care",
    "The experiences and progress of children in care",
    ("the experiences and progress of children in care",),
)
IN_CARE_AND_LEAVERS = AreaOfFramework(
    "in_care",
    "The experiences and progress of children in care and care leavers",
    (
        "the experiences and progress of children in care and care leavers",
        "the experiences and progress of children care leavers",
        "children in care and care leavers",
    ),
)
CARE_LEAVERS = AreaOfFramework(
    "care_leavers",
    "The experiences and progress of care leavers",
    ("the experiences and progress of care leavers", "experiences and progress of care leavers"),
)
