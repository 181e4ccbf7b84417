"""The gate of our own cases: how well each file is read and replayed. Floors may only be raised.

The files held out at first have been read since; they are kept in the gate, and no longer say how well a new page is read.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stages.replaying import cases_of, evaluated

CASES = Path(__file__).parent.parent / "cases"

FLOORS: dict[str, dict[str, float]] = {
    "before_publication": {"alert": 1.0},
    "first_day": {"alert": 1.0, "authority": 0.97, "grade": 0.97, "inspection_dates": 1.0},
    "follow_ups": {"alert": 1.0},
    "held_out_1": {"alert": 0.97, "authority": 1.0, "grade": 1.0, "inspection_dates": 1.0},
    "held_out_2": {"alert": 1.0, "inspection_dates": 1.0},
    "held_out_3": {"alert": 0.99, "authority": 0.95, "inspection_dates": 1.0},
    "held_out_4": {"alert": 0.99, "authority": 0.94, "grade": 0.87, "area_grades": 1.0},
    "held_out_5": {"alert": 0.99, "authority": 1.0, "grade": 0.92, "inspection_dates": 1.0},
    "held_out_6": {"alert": 0.99, "authority": 1.0, "grade": 0.98, "inspection_dates": 0.94},
    "held_out_7": {"alert": 0.97, "authority": 0.95, "grade": 0.9, "area_grades": 0.92, "inspection_dates": 0.96},
    "held_out_8": {"alert": 0.99, "authority": 1.0, "grade": 1.0, "area_grades": 1.0, "inspection_dates": 0.94},
    "held_out_9": {"alert": 0.97, "authority": 1.0, "grade": 0.96, "area_grades": 0.93, "inspection_dates": 0.88},
    "improved": {"alert": 1.0, "grade": 0.94, "inspection_dates": 1.0},
    "late_and_second": {"alert": 1.0, "authority": 1.0, "grade": 1.0, "inspection_dates": 1.0},
    "lists_and_opinion": {"alert": 1.0, "authority": 1.0, "grade": 1.0},
    "minimal_pairs": {"alert": 1.0, "authority": 1.0, "grade": 1.0},
    "no_overall": {"alert": 1.0, "authority": 1.0, "area_grades": 0.83, "inspection_dates": 1.0},
    "other_nations": {"alert": 1.0},
    "other_providers": {"alert": 1.0},
    "visits": {"alert": 1.0},
    "without_the_word": {"alert": 1.0},
}
"""For each file and field the least share of cases read rightly."""


@pytest.mark.parametrize("name", FLOORS)
def test_a_file_is_read_and_replayed_no_worse_than_before(name: str) -> None:
    outcome = evaluated(cases_of(CASES / f"{name}.jsonl"))
    below = {field: outcome.share(field) for field, least in FLOORS[name].items() if outcome.share(field) < least}
    assert below == {}, [failure.as_json() for failure in outcome.failures if failure.field in below]
    assert (outcome.replay.missed, outcome.replay.false, outcome.replay.duplicates) == ((), (), ())
