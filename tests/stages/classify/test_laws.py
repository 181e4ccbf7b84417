"""Laws of reading, over templates with random councils, dates, outlets and word orders."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model.judgement import Reading, Standing
from monitor.model.page import Article
from monitor.settings.reference import reference
from monitor.stages.classify import classify, news

TWO_BEARERS = ("Dorset",)
"""A county and its successor of the same name: which one is meant depends on the day."""

COUNCILS = sorted(
    a.name
    for a in reference().authorities
    if a.nation == "England" and a.valid_to is None and "(" not in a.name and a.name not in TWO_BEARERS
)
BEGINNINGS = (
    "Ofsted has rated {council}'s children's services inadequate.",
    "Children's services at {council} Council have been judged inadequate by Ofsted.",
    "{council} Council has been given the lowest possible rating for its children's services by Ofsted.",
    "Ofsted has branded social care for children in {council} 'inadequate'.",
    "Inadequate: that is Ofsted's verdict on children's services in {council}.",
)
ENDINGS = (
    "The report was published this morning.",
    "The report, published on {weekday}, speaks of drift and delay.",
    "Its report came out yesterday. Inspectors visited in {month}.",
)
NEUTRAL = (
    "The weather stayed fine for the summer fair.",
    "The road through the town centre will be closed on Sunday.",
    "Shoppers have welcomed the new car park.",
    "The library opens at nine.",
    "A spokesman thanked volunteers for their help.",
)
OUTLETS = ("BBC News", "The Courier", "Local Government Chronicle", "Newcastle Herald", "Essex Live", "Community Care")
DAYS = st.dates(min_value=datetime(2014, 1, 6, tzinfo=UTC).date(), max_value=datetime(2026, 3, 1, tzinfo=UTC).date())
PLAIN = settings(max_examples=40, deadline=None)


def page(council: str, beginning: str, ending: str, day: datetime, outlet: str = "The Courier") -> Article:
    """A first-day story of our own making."""
    fields = {
        "council": council,
        "weekday": day.strftime("%A"),
        "month": (day - timedelta(days=50)).strftime("%B"),
    }
    title = f"{council} children's services rated inadequate by Ofsted"
    text = f"{beginning.format(**fields)}\n\n{ending.format(**fields)}\n\nThe council apologised."
    return Article("https://e.example/1", "https://e.example/1", title, text, outlet=outlet, published=day)


def grades(reading: Reading) -> set[tuple[str, str, Standing]]:
    """What is said of which area, whoever it is said of."""
    return {(m.area, m.grade, m.standing) for m in reading.mentions}


def at(day: object) -> datetime:
    return datetime.fromisoformat(f"{day}T09:30:00+00:00")


@PLAIN
@given(st.sampled_from(COUNCILS), st.sampled_from(BEGINNINGS), st.sampled_from(ENDINGS), DAYS, st.sampled_from(OUTLETS))
def test_every_council_is_found_and_nobody_else(
    council: str, beginning: str, ending: str, day: object, outlet: str
) -> None:
    reading = classify(page(council, beginning, ending, at(day), outlet), reference())
    found = {(m.authority, m.area, m.grade) for m in news(reading)}
    assert found == {(council, "overall", "inadequate")}, reading


@PLAIN
@given(
    st.sampled_from(COUNCILS), st.sampled_from(COUNCILS), st.sampled_from(BEGINNINGS), st.sampled_from(ENDINGS), DAYS
)
def test_changing_the_councils_name_never_changes_the_grade(
    one: str, other: str, beginning: str, ending: str, day: object
) -> None:
    first = classify(page(one, beginning, ending, at(day)), reference())
    second = classify(page(other, beginning, ending, at(day)), reference())
    assert grades(first) == grades(second)
    assert first.kind == second.kind


@PLAIN
@given(st.sampled_from(COUNCILS), st.sampled_from(("rated", "judged", "graded", "deemed")), DAYS)
def test_previously_before_a_grade_changes_its_standing_and_nothing_else(council: str, verb: str, day: object) -> None:
    def told(word: str) -> tuple[set[tuple[str, str, str]], set[Standing]]:
        text = f"{council} Council's children's services were {word}{verb} inadequate by Ofsted."
        article = Article("u", "u", "News of the day", text, published=at(day))
        found = [m for m in classify(article, reference()).mentions if m.grade == "inadequate"]
        return {(m.authority, m.area, m.grade) for m in found}, {m.standing for m in found}

    plain, previous = told(""), told("previously ")
    assert plain[0] == previous[0] == {(council, "overall", "inadequate")}
    assert previous[1] == {Standing.FORMER}


@PLAIN
@given(
    st.sampled_from(COUNCILS),
    st.sampled_from(BEGINNINGS),
    st.lists(st.sampled_from(NEUTRAL), max_size=6),
    st.booleans(),
    DAYS,
)
def test_neutral_paragraphs_change_nothing(
    council: str, beginning: str, more: list[str], last: bool, day: object
) -> None:
    plain = page(council, beginning, ENDINGS[0], at(day))
    added = "\n\n".join(more)
    text = f"{plain.text}\n\n{added}" if last else plain.text.replace("\n\n", f"\n\n{added}\n\n", 1)
    longer = Article(plain.url, plain.canonical, plain.title, text, outlet=plain.outlet, published=plain.published)
    assert grades(classify(plain, reference())) == grades(classify(longer, reference()))


@pytest.mark.parametrize(
    ("shorter", "longer"),
    [
        ("Gloucestershire", "South Gloucestershire"),
        ("Nottingham", "Nottinghamshire"),
        ("York", "North Yorkshire"),
        ("Derby", "Derbyshire"),
        ("Leicester", "Leicestershire"),
        ("Lincolnshire", "North East Lincolnshire"),
        ("Somerset", "Bath and North East Somerset"),
        ("Kingston upon Thames", "Hull"),
        ("Bedford", "Central Bedfordshire"),
        ("Sussex", "West Sussex"),
    ],
)
def test_the_longest_name_wins(shorter: str, longer: str) -> None:
    article = page(longer, BEGINNINGS[0], ENDINGS[0], at("2019-06-11"))
    reading = classify(article, reference())
    assert {m.authority for m in reading.mentions} == {longer}
    assert shorter not in reading.mentioned


@given(st.text(max_size=400), st.text(max_size=80))
@settings(max_examples=80, deadline=None)
def test_any_text_can_be_read(text: str, title: str) -> None:
    reading = classify(Article("u", "u", title, text), reference())
    whole = f"{title}\n\n{text}"
    placed = [(m.start, m.end, m.quote) for m in reading.mentions] + [
        (d.start, d.end, d.quote) for d in reading.dismissals
    ]
    assert all(end == 0 or whole[start:end].strip() == quote for start, end, quote in placed)


def test_quotes_are_verbatim_and_placed() -> None:
    article = page("Leeds", BEGINNINGS[1], ENDINGS[0], at("2018-05-01"))
    whole = f"{article.title}\n\n{article.text}"
    reading = classify(article, reference())
    assert reading.mentions
    assert all(whole[m.start : m.end] == m.quote for m in reading.mentions)


def test_the_same_page_reads_the_same_twice() -> None:
    article = page("Kent", BEGINNINGS[2], ENDINGS[1], at("2017-03-01"))
    assert classify(article, reference()) == classify(article, reference())
