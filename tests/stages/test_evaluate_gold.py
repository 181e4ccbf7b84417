"""The gold gate: how well the labelled cases are read and replayed. The floors may only be raised."""

from __future__ import annotations

from functools import cache

import pytest

from monitor.stages.evaluate import Evaluation
from tests.shared_material import SHARED, needs_shared
from tests.stages.replaying import cases_of, evaluated

pytestmark = [pytest.mark.shared, needs_shared("gold/dev.jsonl")]

FLOORS = {
    "alert": 1.0,
    "authority": 1.0,
    "grade": 1.0,
    "area_grades": 1.0,
    "inspection_dates": 1.0,
    "kind": 0.88,
    "relevant": 0.98,
}


@cache
def gold() -> Evaluation:
    return evaluated(cases_of(SHARED / "gold" / "dev.jsonl"))


@pytest.mark.parametrize("field", FLOORS)
def test_a_field_does_not_fall_below_its_floor(field: str) -> None:
    failures = [failure.as_json() for failure in gold().failures if failure.field == field]
    assert gold().share(field) >= FLOORS[field], failures


def test_every_event_is_told_exactly_once_and_nothing_else_is() -> None:
    replay = gold().replay
    assert (replay.events, replay.told_once) == (18, 18)
    assert (replay.missed, replay.duplicates, replay.false) == ((), (), ())
