"""What ships with the product: authorities, frameworks and past judgements."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from monitor.model.authority import Authority
from monitor.settings.reference import reference, shipped_inspections


def named(name: str) -> Authority:
    found = reference().authority(name)
    assert found is not None, name
    return found


def test_all_153_english_authorities_of_today_are_known() -> None:
    today = [a for a in reference().authorities if a.nation == "England" and a.alive_on(date(2026, 8, 22))]
    assert len(today) == 153


def test_the_other_nations_are_known_so_that_they_are_not_taken_for_england() -> None:
    counts = Counter(a.nation for a in reference().authorities)
    assert (counts["Wales"], counts["Scotland"], counts["Northern Ireland"]) == (22, 32, 5)


def test_names_on_record_are_unique() -> None:
    names = [a.name for a in reference().authorities]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("name", "day", "alive"),
    [
        ("Northamptonshire", date(2021, 3, 31), True),
        ("Northamptonshire", date(2021, 4, 1), False),
        ("North Northamptonshire", date(2021, 3, 31), False),
        ("North Northamptonshire", date(2021, 4, 1), True),
        ("Worcestershire", date(2017, 1, 24), True),
    ],
)
def test_a_council_has_its_span_of_life(name: str, day: date, alive: bool) -> None:
    assert named(name).alive_on(day) is alive


def test_an_abolished_county_names_its_successors() -> None:
    assert named("Northamptonshire").successors == ("North Northamptonshire", "West Northamptonshire")


@pytest.mark.parametrize(
    ("name", "trust"),
    [
        ("Birmingham", "Birmingham Children's Trust"),
        ("Doncaster", "Doncaster Children's Services Trust"),
        ("Reading", "Brighter Futures for Children"),
        ("Slough", "Slough Children's Services Trust"),
        ("West Northamptonshire", "Northamptonshire Children's Trust"),
    ],
)
def test_bodies_that_run_or_ran_the_services_stand_for_their_council(name: str, trust: str) -> None:
    assert trust in named(name).trusts


def test_remarks_in_brackets_never_become_names() -> None:
    for authority in reference().authorities:
        assert not [name for name in (*authority.aliases, *authority.trusts) if "(" in name or ")" in name]


def test_the_reference_is_made_once() -> None:
    assert reference() is reference()


def test_every_shipped_inspection_belongs_to_a_known_authority_and_framework() -> None:
    names = {a.name for a in reference().authorities}
    slugs = {f.slug: f.family for f in reference().frameworks}
    for inspection in shipped_inspections():
        assert inspection.authority in names
        assert slugs[inspection.framework] == inspection.family


def test_keys_of_shipped_inspections_are_unique_and_natural() -> None:
    keys = [inspection.key for inspection in shipped_inspections()]
    assert len(keys) == len(set(keys))
    assert "worcestershire/sif/2016-10-24" in keys


@pytest.mark.parametrize(
    ("before", "known"), [(date(2017, 1, 24), False), (date(2017, 1, 25), True), (date(2016, 10, 24), False)]
)
def test_history_before_a_day_excludes_what_was_published_that_day(before: date, known: bool) -> None:
    keys = {inspection.key for inspection in shipped_inspections(before)}
    assert ("worcestershire/sif/2016-10-24" in keys) is known


@pytest.mark.parametrize(("before", "known"), [(date(2013, 2, 15), False), (date(2013, 4, 1), True)])
def test_where_only_the_month_on_site_is_known_the_usual_delay_is_added(before: date, known: bool) -> None:
    keys = {inspection.key for inspection in shipped_inspections(before)}
    assert ("medway/cp/2013-01" in keys) is known


def test_the_halves_of_one_early_inspection_are_one_and_neither_is_overall() -> None:
    found = next(i for i in shipped_inspections() if i.key == "barking-and-dagenham/slac/2012-07")
    assert dict(found.grades) == {"help_and_protection": "good", "in_care": "adequate"}


def test_from_april_2026_no_shipped_inspection_has_an_overall_grade() -> None:
    late = [i for i in shipped_inspections() if i.framework == "ILACS-2026"]
    assert late
    assert not [i for i in late if i.grade("overall")]


def test_every_shipped_inspection_has_a_grade_and_counts_as_confirmed() -> None:
    for inspection in shipped_inspections():
        assert inspection.grades
        assert (inspection.origin, inspection.confirmed, inspection.alerted) == ("shipped", "confirmed", "")
