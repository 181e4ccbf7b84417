"""How the record speaks for or against what a page claims."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.model.judgement import Kind, Standing
from monitor.stages.resolve.weighing import moved
from tests.stages.judgements import Desk, matches, mention, only, reading, recorded

DAY = date(2016, 11, 25)
KIRKLEES = recorded("kirklees/sif/2016-09-12", {"overall": "inadequate", "leaders": "inadequate"}, DAY)


def days(number: int) -> timedelta:
    return timedelta(days=number)


@given(st.floats(0, 0.97), st.floats(-3, 3))
def test_evidence_moves_a_probability_its_own_way_and_never_out_of_bounds(confidence: float, by: float) -> None:
    after = moved(confidence, by)
    assert 0 <= after <= 1
    assert after == pytest.approx(confidence) or (after > confidence) == (by > 0)


def test_an_unsure_reading_is_surer_of_a_council_that_never_had_the_grade() -> None:
    good = recorded("kirklees/sif/2014-02-03", {"overall": "good"}, date(2014, 4, 1))
    unheard = only(Desk(good).read(reading(mention(confidence=0.45)), DAY)).confidence
    already = only(Desk(KIRKLEES).read(reading(mention(confidence=0.45)), DAY + days(300))).confidence
    assert already < 0.45 < unheard


def test_days_on_site_make_the_record_no_argument() -> None:
    page = reading(mention(confidence=0.45, begun=DAY + days(250)))
    assert only(Desk(KIRKLEES).read(page, DAY + days(300))).confidence == 0.45


@pytest.mark.parametrize("area", ["overall", "unspecified"])
def test_a_grade_of_the_whole_adds_nothing_where_every_area_has_its_own(area: str) -> None:
    areas = ("leaders", "help_and_protection", "in_care", "care_leavers")
    page = reading(*(mention(area=name, grade="good") for name in areas), mention(area=area))
    found = Desk().read(page, date(2026, 11, 17))
    assert found.alerts == ()
    assert dict(only(found).grades) == dict.fromkeys(areas, "good")


@pytest.mark.parametrize("visit", [40, 132, 179])
def test_days_on_site_soon_after_the_report_are_a_visits_and_nothing_new(visit: int) -> None:
    desk = Desk(KIRKLEES)
    found = desk.read(reading(mention(begun=DAY + days(visit))), DAY + days(visit + 40))
    assert matches(found) == ["stale"]
    assert desk.alerts == []


def test_a_page_misread_about_an_official_judgement_nobody_was_told_of_tells_the_official_grade() -> None:
    desk = Desk(KIRKLEES)
    found = desk.read(reading(mention(grade="requires improvement")), DAY + days(4))
    assert matches(found) == ["new"]
    assert [(alert.grade, alert.confirmed) for alert in found.alerts] == [("inadequate", "confirmed")]
    assert matches(desk.read(reading(mention(grade="good")), DAY + days(5), "echo")) == ["confirms"]


@pytest.mark.parametrize(
    ("may_be_new", "record", "told"),
    [
        (0.1, "good", ["Kirklees"]),
        (0.01, "good", []),
        (0.0, "good", []),
        (0.1, "inadequate", []),
    ],
    ids=["nothing to recall", "surely old", "said to be old", "recalls the record"],
)
def test_a_grade_restated_of_a_council_that_never_had_it_is_news(
    may_be_new: float, record: str, told: list[str]
) -> None:
    desk = Desk(recorded("kirklees/sif/2014-02-03", {"overall": record}, date(2014, 4, 1)))
    restated = replace(mention(standing=Standing.FORMER), may_be_new=may_be_new)
    desk.read(reading(restated, kind=Kind.INTERVENTION), DAY)
    assert desk.critical == told


@pytest.mark.parametrize("standing", [Standing.FEARED, Standing.DENIED, Standing.DEMANDED])
def test_a_page_that_tells_the_grade_as_feared_or_denied_restates_if_anything(standing: Standing) -> None:
    desk = Desk(recorded("kirklees/sif/2014-02-03", {"overall": "good"}, date(2014, 4, 1)))
    restated = replace(mention(standing=Standing.FORMER), may_be_new=0.3)
    desk.read(reading(restated, mention(standing=standing), kind=Kind.RETROSPECTIVE), DAY)
    assert desk.critical == []


def test_a_sentence_that_two_councils_share_tells_of_neither() -> None:
    desk = Desk(recorded("kirklees/sif/2014-02-03", {"overall": "good"}, date(2014, 4, 1)))
    shared = replace(mention(standing=Standing.FORMER), may_be_new=0.3, quote="Both are inadequate.")
    desk.read(reading(shared, replace(shared, authority="Leeds"), kind=Kind.RETROSPECTIVE), DAY)
    assert desk.critical == []


@pytest.mark.parametrize(("may_be_new", "told"), [(0.05, []), (0.3, ["Kirklees"])])
def test_overall_is_a_loose_word_where_the_framework_has_no_such_grade(may_be_new: float, told: list[str]) -> None:
    desk = Desk(recorded("kirklees/ilacs/2024-02-05", {"overall": "good"}, date(2024, 4, 1)))
    restated = replace(mention(standing=Standing.FORMER), may_be_new=may_be_new)
    desk.read(reading(restated, kind=Kind.RETROSPECTIVE), date(2026, 11, 17))
    assert desk.critical == told


def test_a_page_with_other_news_of_the_council_recalls_what_it_says_it_recalls() -> None:
    desk = Desk(recorded("kirklees/sif/2014-02-03", {"overall": "requires improvement"}, date(2014, 4, 1)))
    rival = replace(mention(standing=Standing.FORMER), may_be_new=0.9)
    found = desk.read(reading(mention(grade="good"), rival), DAY)
    assert only(found).inspection.grade("overall") == "good"


def test_a_page_without_a_date_recalls_what_it_says_it_recalls() -> None:
    desk = Desk(recorded("kirklees/sif/2014-02-03", {"overall": "good"}, date(2014, 4, 1)))
    restated = replace(mention(standing=Standing.FORMER), may_be_new=0.9)
    assert desk.read(reading(restated), None, now=DAY).resolutions == ()
