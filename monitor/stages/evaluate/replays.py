"""Replays: whether every event was told exactly once, and nothing else was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from monitor.model.authority import slug_of
from monitor.stages.evaluate.scores import Failure

LATE = timedelta(days=30)
"""An alert raised by a page of the event that should not alert itself still counts within these days of the first that should."""

Labelled = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ReplayScore:
    """How a replay went: `events` to tell, those told exactly once, and what went wrong."""

    events: int
    told_once: int
    missed: tuple[str, ...]
    duplicates: tuple[str, ...]
    false: tuple[str, ...]
    failures: tuple[Failure, ...]

    def as_json(self) -> dict[str, object]:
        """The figures; the failures are listed elsewhere."""
        return {
            "events": self.events,
            "told_once": self.told_once,
            "missed": list(self.missed),
            "duplicates": list(self.duplicates),
            "false": list(self.false),
        }


def score_replay(cases: Sequence[Labelled], alerts: Sequence[Mapping[str, object]]) -> ReplayScore:
    """Critical alerts against the events of the cases that should alert.

    A page belongs to the event of its label (`events` by authority in roundups). An alert raised by a page of no event, or by
    the first news of a judgement that should not alert, is false; one by a follow-up of an event whose first page is not in
    the file is not scored.
    """
    by_id = {str(case["id"]): case for case in cases} | {str(case.get("url")): case for case in cases}
    first = _first_days(cases)
    told: Counter[str] = Counter()
    failures: list[Failure] = []
    false: list[str] = []
    for alert in alerts:
        if alert.get("level") != "critical":
            continue
        raised_by, authority = str(alert["raised_by"]), str(alert["authority"])
        event = event_of(by_id.get(raised_by, {}), authority)
        fault = _fault(by_id.get(raised_by, {}), event, first)
        if fault:
            false.append(raised_by)
            failures.append(
                Failure(raised_by, "replay: false", event or "no alert", authority, f"{fault}; {_why(alert)}")
            )
        elif event in first:
            told[event] += 1
            if told[event] > 1:
                failures.append(Failure(raised_by, "replay: duplicate", event, told[event], _why(alert)))
    missed = tuple(event for event in first if not told[event])
    failures += [Failure(event, "replay: missed", "one critical alert", "none", "") for event in missed]
    twice = tuple(event for event, times in told.items() if times > 1)
    once = sum(1 for times in told.values() if times == 1)
    return ReplayScore(len(first), once, missed, twice, tuple(false), tuple(failures))


def event_of(case: Labelled, authority: str) -> str:
    """The event that an alert about `authority` raised by this page belongs to, or ""."""
    label = cast("Mapping[str, object]", case.get("label") or {})
    several = cast("Mapping[str, str]", label.get("events") or {})
    if several:
        return several.get(authority, "")
    event = str(label.get("event") or "")
    names = cast("Sequence[str]", label.get("authorities") or ())
    mine = authority in names or event.startswith(slug_of(authority))
    return event if mine else ""


def _first_days(cases: Sequence[Labelled]) -> dict[str, date]:
    """The events that must be told, each with the day of its first alerting page."""
    days: dict[str, date] = {}
    for case in cases:
        label = cast("Mapping[str, object]", case["label"])
        if label.get("alert"):
            day = date.fromisoformat(str(case["published"])[:10]) if case.get("published") else date.max
            for event in _own_events(label):
                days[event] = min(day, days.get(event, date.max))
    return days


def _own_events(label: Mapping[str, object]) -> Sequence[str]:
    """The events that a page with `alert` tells: in a roundup those of the councils graded inadequate, where it says so."""
    several = cast("Mapping[str, str]", label.get("events") or {})
    overall = cast("Mapping[str, object]", label.get("per_authority") or {})
    areas = cast("Mapping[str, Mapping[str, object]]", label.get("per_authority_areas") or {})
    grave = [n for n in several if "inadequate" in (overall.get(n), *(areas.get(n) or {}).values())]
    return [several[name] for name in grave or several] or [str(label.get("event"))]


def _fault(case: Labelled, event: str, first: Mapping[str, date]) -> str:
    """What makes an alert false, or ""."""
    label = cast("Mapping[str, object]", case.get("label") or {})
    if not event:
        return "the page belongs to no such event"
    if label.get("alert"):
        return ""
    if event not in first:
        return "news of a judgement that should not alert" if label.get("new_judgement") else ""
    day = date.fromisoformat(str(case["published"])[:10]) if case.get("published") else date.max
    late = day > first[event] + LATE if first[event] < date.max - LATE else False
    return "raised by a later page of the event" if late else ""


def _why(alert: Mapping[str, object]) -> str:
    return str(alert.get("why") or alert.get("quote") or "")
