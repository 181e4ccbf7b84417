"""What each signal adds to the log-odds that a page tells of a newly published judgement. Plain data."""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "bias": -0.6,
    "title: published now": 0.6, "lead: published now": 0.5, "rest: published now": 0.1, "a report published now": 1.6,
    "title: harsh report": 0.5, "lead: harsh report": 0.4, "title: inspectorate speaks": 0.8, "title: rating moves": 1.2, "title: commissioner": -0.5, "lead: commissioner": -0.3,
    "title: new report": 0.8, "lead: new report": 0.7, "rest: new report": 0.2,
    "title: today or yesterday": 0.5, "lead: today or yesterday": 0.6,
    "title: monitoring strong": -4.0, "lead: monitoring strong": -3.0, "rest: monitoring strong": -0.6,
    "title: monitoring": -1.0, "lead: monitoring": -1.0, "rest: monitoring": -0.3,
    "title: focused": -4.0, "lead: focused": -3.0, "rest: focused": -0.2,
    "title: jtai": -4.0, "lead: jtai": -2.5,
    "title: intervention": -1.2, "lead: intervention": -0.6, "rest: intervention": -0.1,
    "title: reaction": -1.2, "lead: reaction": -0.4, "rest: reaction": -0.1,
    "title: months after": -1.5, "lead: months after": -1.5, "title: some time after": -0.5, "lead: some time after": -1.0,
    "title: retrospective": -1.2, "lead: retrospective": -0.6, "rest: retrospective": -0.1,
    "title: explainer": -1.5, "lead: explainer": -0.7,
    "title: parliament": -2.0, "lead: parliament": -2.0, "rest: parliament": -0.3,
    "title: dispute": -0.5, "lead: dispute": -0.2,
    "title: statistics": -2.0, "lead: statistics": -1.5,
    "lead: response": 0.3, "rest: response": 0.3,
    "title: full": 0.5, "lead: full": 0.6, "rest: full": 0.2,
    "lead: a dated report": -1.5, "rest: a dated report": -0.5,
    "title: grade told": 2.0, "title: grade stated": 1.2, "no inspectorate anywhere": -2.5, "title: grade as attribute": 0.2, "title: threshold": 1.2,
    "a list of area grades": 1.2, "a grade told as new": 1.0, "a grade told as old": -0.8,
    "a previous grade": 0.4, "every inadequate is old": -3.5, "again": 0.6, "serious failures": 0.6, "no open grade": -1.5,
    "title: letter": -1.5, "lead: letter": -1.5, "rest: letter": -1.0, "details of the report": 0.2,
    "inadequate only as an attribute beside a dated one": -2.0,
    "an undated inadequate beside a recent inspection": 1.5,
    "a recent inspection": 0.8, "a recent inspection month": 0.4, "an old inspection": -1.5,
}  # fmt: skip
