"""Which event a page speaks of, met with what is on record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from monitor.model.judgement import Kind, Standing
from tests.stages.judgements import Desk, matches, mention, only, reading, recorded

DAY = date(2016, 11, 25)
KIRKLEES = recorded("kirklees/sif/2016-09-12", {"overall": "inadequate", "leaders": "inadequate"}, DAY)


def days(number: int) -> timedelta:
    return timedelta(days=number)


def test_a_first_page_is_new_and_a_second_outlet_confirms_and_does_not_alert_again() -> None:
    desk = Desk()
    first = desk.read(reading(mention()), DAY)
    second = desk.read(reading(mention()), date(2016, 11, 26), "echo")
    assert (matches(first), matches(second)) == (["new"], ["confirms"])
    assert desk.alerts == [("Kirklees", "first", "critical")]
    assert len(only(second).inspection.sources) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {"begun": date(2016, 9, 12)}),
        ({"begun": date(2016, 9, 12)}, {}),
        ({"begun": date(2016, 9, 12)}, {"begun": date(2016, 9, 14)}),
        ({"begun": date(2016, 9, 12)}, {"begun": date(2015, 9, 12)}),
        ({"begun": date(2016, 9, 1)}, {"ended": date(2016, 10, 6)}),
        ({}, {"begun": date(2017, 9, 12)}),
        ({"area": "leaders"}, {"area": "help_and_protection"}),
    ],
    ids=["days later", "days first", "two days off", "a year off", "month and end", "in the future", "other areas"],
)
def test_outlets_that_disagree_about_dates_or_areas_tell_of_one_event(
    first: dict[str, object], second: dict[str, object]
) -> None:
    desk = Desk()
    desk.read(reading(mention(**first)), DAY)  # type: ignore[arg-type]
    again = desk.read(reading(mention(**second)), DAY + days(1), "echo")  # type: ignore[arg-type]
    assert matches(again) == ["confirms"]
    assert len(desk.record) == 1


def test_the_key_stays_what_it_was_when_a_later_page_gives_the_first_day() -> None:
    desk = Desk()
    first = only(desk.read(reading(mention()), DAY)).inspection
    later = only(desk.read(reading(mention(begun=date(2016, 9, 12))), DAY + days(2), "echo")).inspection
    assert first.key == later.key == "kirklees/sif/~2016-11-25"
    assert (first.first_day, later.first_day) == (None, date(2016, 9, 12))


def test_a_page_with_days_on_site_has_the_natural_key() -> None:
    found = only(Desk().read(reading(mention(begun=date(2016, 9, 12))), DAY)).inspection
    assert found.key == "kirklees/sif/2016-09-12"


def test_a_fortnight_old_reprint_confirms() -> None:
    desk = Desk()
    desk.read(reading(mention()), DAY)
    assert matches(desk.read(reading(mention()), DAY + days(14), "reprint")) == ["confirms"]


@pytest.mark.parametrize("later", [61, 120, 239])
def test_a_follow_up_months_later_is_stale_although_it_restates_the_grade(later: int) -> None:
    desk = Desk()
    desk.read(reading(mention()), DAY)
    assert matches(desk.read(reading(mention()), DAY + days(later), "echo")) == ["stale"]
    assert len(desk.critical) == 1


@pytest.mark.parametrize("gap", [300, 500, 800])
def test_again_inadequate_at_a_re_inspection_is_new(gap: int) -> None:
    desk = Desk(KIRKLEES)
    day = DAY + days(gap)
    found = desk.read(reading(mention(begun=day - days(55))), day)
    assert matches(found) == ["new"]
    assert desk.critical == ["Kirklees"]


@pytest.mark.parametrize("kind", [Kind.MONITORING_VISIT, Kind.RETROSPECTIVE, Kind.INTERVENTION])
def test_pages_whose_news_is_no_grade_recall_the_standing_judgement(kind: Kind) -> None:
    desk = Desk(KIRKLEES)
    found = desk.read(reading(mention(), kind=kind), DAY + days(300))
    assert matches(found)[0] in ("stale", "uncertain")
    assert desk.alerts == []


def test_an_intervention_on_the_first_day_still_tells_of_a_new_judgement() -> None:
    desk = Desk()
    desk.read(reading(mention(), kind=Kind.INTERVENTION), DAY)
    assert desk.critical == ["Kirklees"]


def test_two_councils_on_one_day_are_two() -> None:
    desk = Desk()
    desk.read(reading(mention("Kirklees")), DAY)
    desk.read(reading(mention("Birmingham")), DAY)
    assert desk.critical == ["Birmingham", "Kirklees"]


def test_a_roundup_is_resolved_for_each_council_by_itself() -> None:
    desk = Desk()
    desk.read(reading(mention("Kirklees")), DAY)
    page = reading(mention("Kirklees"), mention("Birmingham"), mention("Leeds", "good"), kind=Kind.ROUNDUP)
    assert matches(desk.read(page, DAY + days(1), "weekly")) == ["confirms", "new", "new"]
    assert desk.critical == ["Birmingham", "Kirklees"]


def test_one_report_on_two_councils_is_two_under_their_joint_trust() -> None:
    desk = Desk()
    found = desk.read(reading(mention("Northamptonshire", "requires improvement")), date(2022, 11, 25))
    assert [r.inspection.authority for r in found.resolutions] == ["North Northamptonshire", "West Northamptonshire"]


def test_a_county_judged_before_its_end_bears_its_own_judgement() -> None:
    found = Desk().read(reading(mention("Northamptonshire")), date(2019, 7, 29))
    assert only(found).inspection.authority == "Northamptonshire"


def test_the_predecessors_judgement_stands_for_its_successors() -> None:
    county = recorded("northamptonshire/ilacs/2019-06-17", {"overall": "inadequate"}, date(2019, 7, 29))
    desk = Desk(county)
    page = reading(mention("West Northamptonshire"), kind=Kind.MONITORING_VISIT)
    assert matches(desk.read(page, date(2021, 12, 15))) == ["stale"]


def test_an_abolished_county_without_a_joint_trust_is_a_doubt() -> None:
    desk = Desk()
    found = desk.read(reading(mention("Cumbria", confidence=0.9)), date(2024, 5, 1))
    assert desk.alerts == []
    assert {doubt.authority for doubt in found.doubts} == {"Cumberland", "Westmorland and Furness"}


def test_a_page_that_names_the_successor_too_means_that_one() -> None:
    page = reading(mention("Cumbria"), mention("Cumberland", "good", standing=Standing.FORMER))
    found = Desk().read(page, date(2024, 5, 1))
    assert [r.inspection.authority for r in found.resolutions] == ["Cumberland"]


def test_shipped_history_that_nobody_was_told_of_still_counts_as_new() -> None:
    found = Desk(KIRKLEES).read(reading(mention()), DAY + days(13))
    assert matches(found) == ["new"]
    assert only(found).inspection.key == KIRKLEES.key
    assert len(found.alerts) == 1


def test_shipped_history_older_than_a_month_is_stale() -> None:
    assert matches(Desk(KIRKLEES).read(reading(mention()), DAY + days(40))) == ["stale"]


def test_what_was_told_first_joins_the_official_row_that_arrives_later() -> None:
    desk = Desk()
    desk.read(reading(mention()), DAY)
    desk.record[KIRKLEES.key] = KIRKLEES
    found = desk.read(reading(mention(begun=date(2016, 9, 12))), DAY + days(5), "echo")
    assert matches(found) == ["confirms"]
    assert only(found).inspection.key == "kirklees/sif/~2016-11-25"
    assert only(found).inspection.report_url == KIRKLEES.report_url


def test_an_old_page_found_late_is_stale() -> None:
    found = Desk().read(reading(mention()), DAY, now=DAY + days(31))
    assert matches(found) == ["stale"]
    assert found.alerts == ()


def test_days_on_site_long_past_make_a_page_stale() -> None:
    assert matches(Desk().read(reading(mention(begun=date(2015, 2, 2))), DAY)) == ["stale"]


def test_a_different_grade_for_the_same_inspection_revises_and_alerts() -> None:
    desk = Desk()
    desk.read(reading(mention(grade="requires improvement")), DAY)
    assert matches(desk.read(reading(mention()), DAY + days(1), "echo")) == ["revises"]
    assert desk.critical == ["Kirklees"]


def test_the_graver_of_two_outlets_stands_in_any_order() -> None:
    desk = Desk()
    desk.read(reading(mention()), DAY)
    found = desk.read(reading(mention(grade="requires improvement")), DAY + days(1), "echo")
    assert only(found).inspection.grade("overall") == "inadequate"
    assert len(desk.critical) == 1


def test_the_press_against_the_official_report_is_a_doubt() -> None:
    good = recorded("kirklees/sif/2016-09-12", {"overall": "good"}, DAY)
    desk = Desk(good)
    found = desk.read(reading(mention()), DAY + days(1))
    assert matches(found) == ["uncertain"]
    assert found.alerts == ()
    assert "good" in found.doubts[0].speaks_against[0]


def test_a_dateless_page_about_a_judgement_on_record_is_a_doubt_and_about_an_unheard_of_one_is_new() -> None:
    old = Desk(KIRKLEES).read(reading(mention()), None, now=date(2026, 11, 24))
    new = Desk().read(reading(mention()), None, now=date(2026, 11, 24))
    assert (matches(old), matches(new)) == (["uncertain"], ["new"])


@pytest.mark.parametrize("standing", [s for s in Standing if s is not Standing.CURRENT])
def test_only_current_mentions_claim_anything(standing: Standing) -> None:
    assert Desk().read(reading(mention(standing=standing)), DAY).resolutions == ()


def test_two_inspections_on_one_page_are_resolved_apart() -> None:
    page = reading(
        mention(begun=date(2016, 9, 12)),
        mention(grade="requires improvement", begun=date(2014, 2, 3)),
    )
    assert matches(Desk().read(page, DAY)) == ["new", "stale"]


def test_one_page_misread_about_a_part_hides_no_judgement_of_the_whole() -> None:
    parts = replace(KIRKLEES, grades=(("leaders", "inadequate"),), first_day=None, origin="press", confirmed="reported")
    untold = Desk(parts)
    assert matches(untold.read(reading(mention()), DAY + days(92))) == ["new"]
    told = Desk(replace(parts, alerted="critical"))
    assert matches(told.read(reading(mention()), DAY + days(92))) == ["stale"]
