"""What an alert says, in words a reader acts on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model.alert import Alert, AlertKind, Level
from monitor.stages import tell
from monitor.stages.tell.phrases import listed, short_quote, span
from tests.channels.messages import ALERT

SHORT = replace(ALERT, grades=(("overall", "inadequate"),), history=(), caveats=(), quote="")


def said(**more: object) -> str:
    return tell.message(replace(SHORT, **more)).subject  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("alert", "subject"),
    [
        (SHORT, "Kent judged inadequate overall (reported, not yet confirmed; before: requires improvement)"),
        (replace(SHORT, before=()), "Kent judged inadequate overall (reported, not yet confirmed)"),
        (
            replace(SHORT, confirmed="confirmed", before=(("overall", "inadequate"),)),
            "Kent judged inadequate overall (confirmed by the report; before: inadequate)",
        ),
        (
            replace(
                SHORT, grades=(("overall", "inadequate"), ("leaders", "inadequate"), ("in_care", "good")), before=()
            ),
            "Kent judged inadequate overall and for leadership (reported, not yet confirmed)",
        ),
        (
            replace(
                SHORT,
                area="leaders",
                grades=(("help_and_protection", "inadequate"), ("leaders", "inadequate")),
                before=(),
            ),
            "Kent judged inadequate for help and protection, and leadership (reported, not yet confirmed)",
        ),
        (
            replace(
                SHORT,
                area="care_leavers",
                level=Level.NOTICE,
                grades=(("overall", "good"), ("care_leavers", "inadequate")),
                before=(("care_leavers", "good"),),
            ),
            "Kent judged inadequate for care leavers; overall: good (reported, not yet confirmed; before: good)",
        ),
        (replace(SHORT, kind=AlertKind.CONFIRMATION), "Confirmed: Kent judged inadequate overall"),
        (
            replace(
                SHORT, kind=AlertKind.CORRECTION, grade="requires improvement", before=(("overall", "inadequate"),)
            ),
            "Correction: Kent judged requires improvement overall (reported, not yet confirmed; we had told: inadequate)",
        ),
        (
            replace(SHORT, kind=AlertKind.FURTHER),
            "More on: Kent judged inadequate overall (reported, not yet confirmed)",
        ),
        (replace(SHORT, kind=AlertKind.WITHDRAWAL), "Withdrawn: Kent judged inadequate overall no longer holds"),
        (replace(SHORT, kind=AlertKind.CHECK), "Please check: Kent judged inadequate overall?"),
        (
            replace(SHORT, grade="", area="", grades=(), before=(), event_key="kent/intervention/~2026-05-04"),
            "Kent: news of intervention (reported, not yet confirmed)",
        ),
    ],
)
def test_the_subject_says_who_what_grade_which_areas_what_before_and_how_sure(alert: Alert, subject: str) -> None:
    assert tell.message(alert).subject == subject


@pytest.mark.parametrize(
    ("alert", "lead"),
    [
        (
            SHORT,
            "Children’s services in Kent have been judged inadequate overall. Example News reports it; the official report "
            "has not confirmed it yet. The grade before was requires improvement.",
        ),
        (
            replace(SHORT, confirmed="confirmed", before=()),
            "Children’s services in Kent have been judged inadequate overall. The official report says so.",
        ),
        (
            replace(SHORT, kind=AlertKind.CONFIRMATION, confirmed="confirmed"),
            "The official report confirms what we told you: children’s services in Kent have been judged inadequate overall.",
        ),
        (
            replace(SHORT, kind=AlertKind.WITHDRAWAL, why="the report gives no such grade", before=()),
            "Please disregard what we told you before; it no longer holds that children’s services in Kent have been judged "
            "inadequate overall. The report gives no such grade.",
        ),
        (
            replace(SHORT, outlet="", before=()),
            "Children’s services in Kent have been judged inadequate overall. The press reports it; the official report "
            "has not confirmed it yet.",
        ),
    ],
)
def test_the_first_sentences_stand_alone(alert: Alert, lead: str) -> None:
    assert tell.message(alert).lead == lead


def test_the_evidence_follows_in_order() -> None:
    told = tell.message(ALERT, rules=("South East",))
    assert told.facts == (
        ("Overall", "inadequate"),
        ("Leadership", "inadequate"),
        ("Help and protection", "inadequate"),
        ("Children in care", "requires improvement"),
        ("Care leavers", "good"),
        ("Before", "requires improvement"),
        ("Inspected", "2 to 13 March 2026"),
        ("Published", "4 May 2026"),
        ("Status", "Reported, not yet confirmed"),
        ("History", "2022 requires improvement; 2017 good"),
        ("Reported by", "Example News"),
    )
    assert [link.label for link in told.links] == [
        "Read the official report",
        "Example News: County’s children’s services rated inadequate",
    ]
    assert told.footer == (
        "How sure: very likely (97 in 100).",
        "Note: Only the summary could be read.",
        "Why this alert: The page reports a judgement that is not on record.",
        "You get it because of your rule “South East”.",
    )


def test_no_word_of_the_article_is_sent_to_licence_bound_readers() -> None:
    told = tell.message(ALERT, quotes="none")
    assert told.quote == "" and told.quote_source == ""
    assert dict(told.body)["quote"] == dict(told.body)["title"] == ""
    assert ALERT.title not in str(told) and ALERT.quote not in str(told)


@settings(deadline=None)
@given(st.text(max_size=400))
def test_a_quotation_has_at_most_25_words(text: str) -> None:
    quote = tell.message(replace(ALERT, quote=text)).quote
    assert len(quote.removesuffix(" …").split()) <= 25


def test_several_rules_and_outlets_are_named() -> None:
    told = tell.message(
        replace(ALERT, supported_by=("https://a.example/1", "http://news.example.org/kent/", "case-7", ALERT.url)),
        rules=("A", "B"),
    )
    assert told.footer[-1] == "You get it because of your rules “A” and “B”."
    assert told.links[-1].label == "Also reported: a.example"
    assert dict(told.facts)["Reported by"] == "Example News and 1 more"


AN_ALERT = st.builds(
    replace,
    st.just(ALERT),
    kind=st.sampled_from(list(AlertKind)),
    grade=st.text(max_size=20),
    area=st.sampled_from(["overall", "leaders", "", "something_new"]),
    grades=st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9)), max_size=3).map(tuple),
    before=st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9)), max_size=3).map(tuple),
    confirmed=st.sampled_from(["reported", "confirmed", "contradicted", ""]),
    event_key=st.text(max_size=20),
    supported_by=st.lists(st.text(max_size=12).map(lambda text: "https://" + text), max_size=3).map(tuple),
    inspection_from=st.none() | st.dates(),
    inspection_to=st.none() | st.dates(),
    confidence=st.floats(0, 1),
)


@settings(deadline=None)
@given(AN_ALERT)
def test_any_alert_whatever_can_be_told(alert: Alert) -> None:
    told = tell.message(alert)
    assert told.subject and told.lead and told.kind == alert.kind


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2016, 10, 24), date(2016, 11, 17), "24 October to 17 November 2016"),
        (date(2026, 3, 2), date(2026, 3, 13), "2 to 13 March 2026"),
        (date(2025, 12, 29), date(2026, 1, 9), "29 December 2025 to 9 January 2026"),
        (date(2026, 3, 2), None, "2 March 2026"),
        (None, date(2026, 3, 2), "2 March 2026"),
        (None, None, ""),
    ],
)
def test_spans_of_days_read_well(first: date | None, last: date | None, words: str) -> None:
    assert span(first, last) == words


def test_lists_read_well() -> None:
    assert listed([]) == "" and listed(["a"]) == "a" and listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["help and protection", "leadership"]) == "help and protection, and leadership"
    assert short_quote("one two three,", 2) == "one two …"
