from __future__ import annotations

import pytest

from monitor.settings.reference import reference
from monitor.stages.classify import classify
from tests.stages.classify.trap import Trap, lowest_told, told
from tests.stages.classify.traps import EVERY_TRAP, FORMS, KINDS, MIXED, SILENT, TELLING


@pytest.mark.parametrize("trap", TELLING, ids=lambda trap: trap.name)
def test_a_new_judgement_is_told_as_news_whatever_the_wording(trap: Trap) -> None:
    reading = classify(trap.article(), reference())
    wanted = {part.strip() for part in _entries(trap.news)}
    assert told(reading) == wanted, (reading.reason, reading.signals[:8], reading.mentions)
    assert not trap.kind or reading.kind == trap.kind


@pytest.mark.parametrize("trap", FORMS, ids=lambda trap: trap.name)
def test_first_news_in_an_unusual_form_is_told(trap: Trap) -> None:
    reading = classify(trap.article(), reference())
    overall = {entry for entry in lowest_told(reading) if ":overall:" in entry}
    assert overall == {trap.news}, (reading.reason, reading.signals[:8], reading.mentions)


@pytest.mark.parametrize("trap", MIXED, ids=lambda trap: trap.name)
def test_mixed_pages_give_each_council_its_own_grade_and_no_more(trap: Trap) -> None:
    reading = classify(trap.article(), reference())
    lowest = {entry for entry in _entries(trap.news) if entry.endswith(":inadequate")}
    assert lowest_told(reading) == lowest, (reading.reason, reading.signals[:8], reading.mentions)
    assert set(_entries(trap.news)) <= told(reading), (reading.reason, reading.mentions)
    assert not trap.kind or reading.kind == trap.kind, reading.signals[:8]


@pytest.mark.parametrize("trap", SILENT, ids=lambda trap: trap.name)
def test_an_old_unreal_or_foreign_inadequate_is_no_news(trap: Trap) -> None:
    reading = classify(trap.article(), reference())
    assert lowest_told(reading) == set(), (reading.reason, reading.signals[:8], reading.mentions)
    assert not trap.news or told(reading) == set(_entries(trap.news)), (reading.reason, reading.mentions)
    assert not trap.kind or reading.kind == trap.kind, reading.signals[:8]


def test_no_kind_of_trap_is_empty_and_no_two_traps_of_a_kind_share_a_name() -> None:
    for kind, traps in zip(KINDS, (TELLING, FORMS, MIXED, SILENT), strict=True):
        names = [trap.name for trap in traps]
        assert names, kind
        assert len(names) == len(set(names)), [name for name in names if names.count(name) > 1]
    assert len(EVERY_TRAP) > 300


def _entries(news: str) -> list[str]:
    """The authority:area:grade entries of a trap ("A:overall:requires improvement B:overall:good")."""
    grades = ("inadequate", "requires improvement", "good", "outstanding", "adequate")
    entries, rest = [], news.strip()
    while rest:
        ends = [rest.find(f":{grade}") + len(grade) + 1 for grade in grades if f":{grade}" in rest]
        end = min(ends)
        entries.append(rest[:end].strip())
        rest = rest[end:].strip()
    return entries
