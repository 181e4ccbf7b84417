"""Selectors: the words by which rules and feeds name authorities."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.settings.findings import Findings, Place
from monitor.settings.selectors import Chooser, gazetteer
from monitor.settings.toml import TomlFile
from tests.settings.folders import known

NAMES = sorted(one.name for one in known().authorities)
PLACE = Place(TomlFile(Path("watchlist.toml")), ("rules", 0, "authorities"))


def choose(*selectors: str) -> tuple[frozenset[str], Findings]:
    findings = Findings()
    return Chooser(gazetteer(known()), findings).chosen(selectors, PLACE), findings


def test_all_is_every_authority_abolished_ones_too() -> None:
    assert choose("all")[0] == frozenset(NAMES)


@pytest.mark.parametrize(
    ("selector", "name"),
    [
        ("Worcestershire", "Worcestershire"),
        ("worcestershire", "Worcestershire"),
        ("Worcestershire County Council", "Worcestershire"),
        ("Telford & Wrekin", "Telford and Wrekin"),
        ("King's Lynn", ""),
        ("B&NES", "Bath and North East Somerset"),
        ("Durham", "County Durham"),
        ("E10000034", ""),
        ("code:E10000034", "Worcestershire"),
        ("St. Helens", "St Helens"),
        ("The Isle of Wight", "Isle of Wight"),
    ],
)
def test_an_authority_is_known_by_every_name_it_goes_by(selector: str, name: str) -> None:
    chosen, findings = choose(selector)
    assert chosen == (frozenset({name}) if name else frozenset())
    assert bool(findings.problems) == (not name)


def test_another_name_is_taken_and_the_one_on_record_is_told() -> None:
    assert choose("Durham")[1].remarks == ["watchlist.toml: 'Durham' is on record as County Durham"]


def test_a_trust_stands_for_all_its_councils() -> None:
    chosen, findings = choose("Northamptonshire Children's Trust")
    assert {"North Northamptonshire", "West Northamptonshire"} <= chosen and not findings.problems


@pytest.mark.parametrize(
    ("selector", "detail", "remedy"),
    [
        ("Worcestshire", "unknown authority 'Worcestshire'", "did you mean 'Worcestershire'?"),
        ("Hogsmeade Q", "unknown authority 'Hogsmeade Q'", 'write a council\'s name, "all", or "region:…"'),
        ("region:West Midland", "unknown region 'West Midland'", "did you mean 'region:West Midlands'?"),
        ("type:burgh", "unknown type 'burgh'", "known: "),
        ("code:E1", "unknown code 'E1'", "known: the ONS codes"),
        ("county:Kent", "unknown selector 'county:'", "selectors are region:, type:, nation:, code:"),
        ("!Kentt", "unknown authority 'Kentt'", "did you mean 'Kent'?"),
        ("", "unknown authority ''", "write a council's name"),
    ],
)
def test_an_unknown_word_is_a_problem_with_a_remedy(selector: str, detail: str, remedy: str) -> None:
    problem = choose(selector)[1].problems[0]
    assert problem.detail == detail and problem.remedy.startswith(remedy)


def test_groups_and_exclusions_add_up() -> None:
    region, _ = choose("region:west midlands")
    assert {"Worcestershire", "Birmingham"} <= region and "Kent" not in region
    assert choose("region:West Midlands", "!Dudley")[0] == region - {"Dudley"}
    assert choose("!Dudley", "region:West Midlands")[0] == region - {"Dudley"}
    counties, _ = choose("type:county")
    assert choose("region:West Midlands", "!type:county")[0] == region - counties


@given(st.sets(st.sampled_from(NAMES), min_size=1, max_size=5))
def test_exclusions_alone_leave_everyone_else(barred: set[str]) -> None:
    assert choose(*(f"!{name}" for name in barred))[0] == frozenset(NAMES) - barred


@given(st.lists(st.sampled_from(NAMES), max_size=6), st.lists(st.sampled_from(NAMES), max_size=3))
def test_the_order_of_selectors_does_not_matter(taken: list[str], barred: list[str]) -> None:
    words = [*taken, *(f"!{name}" for name in barred)]
    shuffled = sorted(words, reverse=True)
    assert choose(*words)[0] == choose(*shuffled)[0]


@given(st.text(max_size=40))
def test_any_word_at_all_gives_names_on_record_or_a_problem(word: str) -> None:
    chosen, findings = choose(word)
    assert chosen <= frozenset(NAMES)
    assert chosen or findings.problems or word.strip().startswith("!")
