"""Under which regime an inspection fell: its first day on site decides, not the day of the report."""

from __future__ import annotations

from datetime import date, timedelta

from monitor.model.authority import Reference
from monitor.model.framework import Framework
from monitor.stages.classify.visits import Visit

TYPICAL_LAG = timedelta(days=55)
"""From the first day on site to publication, typically (measured: last day plus 45)."""
OVERLAP = timedelta(days=150)
"""Reports of inspections begun before a change of regime may still appear this long after it."""


def framework_for(reference: Reference, nation: str, first_day: date) -> Framework | None:
    """The likeliest regime of a nation for an inspection begun on `first_day`."""
    open_then = [f for f in reference.frameworks if f.nation == nation and f.covers(first_day)]
    return max(open_then, key=lambda f: (f.precedence, f.begins or date.min), default=None)


def framework_of_page(
    reference: Reference, visit: Visit | None, today: date | None, tells_overall: bool
) -> Framework | None:
    """The regime of the judgement an English page tells of."""
    if visit is not None and (today is None or (today - visit.until).days <= 200):
        return framework_for(reference, "England", visit.since)
    if today is None:
        return None
    found = framework_for(reference, "England", today - TYPICAL_LAG)
    if found and not found.has_overall and tells_overall and found.begins and today - found.begins < OVERLAP:
        return framework_for(reference, "England", found.begins - timedelta(days=1))
    return found
