"""The gate of our own cases: how well each file is read and replayed. Floors may only be raised; held-out files stay out."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from monitor.stages.evaluate import Evaluation
from tests.stages.replaying import cases_of, evaluated

CASES = Path(__file__).parent.parent / "cases"

FLOORS: dict[str, dict[str, float]] = {
    "before_publication": {"alert": 1.0},
    "first_day": {"alert": 1.0, "authority": 0.97, "grade": 0.97, "inspection_dates": 0.95},
    "follow_ups": {"alert": 0.96},
    "improved": {"alert": 1.0, "grade": 0.94, "inspection_dates": 1.0},
    "late_and_second": {"alert": 0.94, "authority": 0.94, "grade": 0.94, "inspection_dates": 1.0},
    "lists_and_opinion": {"alert": 1.0, "authority": 1.0, "grade": 1.0},
    "minimal_pairs": {"alert": 0.94, "authority": 0.9, "grade": 0.9},
    "no_overall": {"alert": 0.95, "authority": 0.93, "area_grades": 0.72},
    "other_nations": {"alert": 1.0},
    "other_providers": {"alert": 1.0},
    "visits": {"alert": 1.0},
    "without_the_word": {"alert": 1.0},
}
"""For each file and field the least share of cases read rightly."""

FALSE_ALERTS, MISSED_EVENTS = 1, 2
"""Over all files together, when each is replayed in order."""


@cache
def outcome(name: str) -> Evaluation:
    return evaluated(cases_of(CASES / f"{name}.jsonl"))


@pytest.mark.parametrize("name", FLOORS)
def test_no_field_of_a_file_falls_below_its_floor(name: str) -> None:
    below = {field: outcome(name).share(field) for field, least in FLOORS[name].items()} if FLOORS[name] else {}
    failures = [failure.as_json() for failure in outcome(name).failures if failure.field in FLOORS[name]]
    assert all(share >= FLOORS[name][field] for field, share in below.items()), (below, failures)


def test_replays_tell_every_event_once_and_hardly_anything_else() -> None:
    replays = [outcome(name).replay for name in FLOORS]
    assert [event for replay in replays for event in replay.duplicates] == []
    assert sum(len(replay.false) for replay in replays) <= FALSE_ALERTS
    assert sum(len(replay.missed) for replay in replays) <= MISSED_EVENTS
