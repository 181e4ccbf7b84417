"""Laws of identity, for councils, dates and orders drawn at random."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.settings.reference import reference
from tests.stages.judgements import Desk, mention, reading

TODAY = date(2026, 1, 1)
COUNCILS = sorted(a.name for a in reference().authorities if a.nation == "England" and a.alive_on(TODAY))
council = st.sampled_from(COUNCILS)
published = st.dates(date(2014, 6, 1), date(2025, 12, 1))
delay = st.integers(20, 100)
"""Days from the last day on site to publication, as measured."""

Page = tuple[str, date, date | None, str]
"""Council, day of the page, first day on site where it says so, outlet."""


@st.composite
def coverage(draw: st.DrawFn, name: str, day: date, longest: int = 21) -> list[Page]:
    """Pages of one judgement: the first on its day, others within `longest` days, with or without days on site."""
    first = day - timedelta(days=draw(delay) + 11)
    pages = []
    for number in range(draw(st.integers(1, 4))):
        late = draw(st.integers(0, longest)) if number else 0
        off = draw(st.integers(-4, 4))
        begun = first + timedelta(days=off) if draw(st.booleans()) else None
        pages.append((name, day + timedelta(days=late), begun, f"outlet{number}"))
    return pages


def read_all(pages: list[Page]) -> Desk:
    desk = Desk()
    for name, day, begun, outlet in pages:
        desk.read(reading(mention(name, begun=begun)), day, outlet)
    return desk


@given(council, published, st.data())
@settings(max_examples=50, deadline=None)
def test_the_same_pages_in_any_order_are_one_event(name: str, day: date, drawn: st.DataObject) -> None:
    pages = drawn.draw(coverage(name, day))
    shuffled = drawn.draw(st.permutations(pages))
    assert read_all(pages).critical == read_all(shuffled).critical == [name]


@given(st.lists(council, min_size=2, max_size=4, unique=True), published, st.data())
@settings(max_examples=40, deadline=None)
def test_councils_judged_at_the_same_time_never_merge(names: list[str], day: date, drawn: st.DataObject) -> None:
    pages = [page for name in names for page in drawn.draw(coverage(name, day))]
    assert read_all(drawn.draw(st.permutations(pages))).critical == sorted(names)


@given(council, published, st.integers(300, 1500), st.data())
@settings(max_examples=40, deadline=None)
def test_re_inspections_stay_apart_in_any_order(name: str, day: date, gap: int, drawn: st.DataObject) -> None:
    again = day + timedelta(days=gap)
    pages = drawn.draw(coverage(name, day)) + drawn.draw(coverage(name, again))
    assert read_all(drawn.draw(st.permutations(pages))).critical == [name, name]


@given(council, published, st.lists(st.integers(0, 29), min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_syndicated_copies_never_alert_twice(name: str, day: date, later: list[int]) -> None:
    pages: list[Page] = [(name, day + timedelta(days=late), None, f"copy{n}") for n, late in enumerate([0, *later])]
    assert read_all(pages).critical == [name]


@given(council, published, st.integers(61, 239))
@settings(max_examples=40, deadline=None)
def test_a_judgement_told_is_not_told_again_within_eight_months(name: str, day: date, later: int) -> None:
    desk = read_all([(name, day, None, "first"), (name, day + timedelta(days=later), None, "later")])
    assert desk.critical == [name]


@given(council, published, st.integers(-400, 400))
@settings(max_examples=40, deadline=None)
def test_a_misprinted_day_on_site_never_splits_an_event(name: str, day: date, off: int) -> None:
    wrong = day - timedelta(days=60) + timedelta(days=off)
    desk = read_all([(name, day, None, "first"), (name, day + timedelta(days=1), wrong, "misprint")])
    assert desk.critical == [name]
