"""Which entries are worth a visit: every one that could concern the subject, and not the football."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.model.source import Entry
from monitor.stages.fetch import wanted
from tests.shared_material import SHARED, needs_shared

NOW = datetime(2026, 9, 8, 9, 30, tzinfo=UTC)


def entry(title: str, summary: str = "", url: str = "https://example.org/news/1", body: str = "") -> Entry:
    return Entry("i", "feed", "source", url, title, summary, NOW - timedelta(hours=1), body=body)


@pytest.mark.parametrize(
    "title",
    [
        "Council fails on every count",
        "Children’s services in Barsetshire judged inadequate",
        "Authority sorry after scathing report",
        "Third council in a week given bottom mark",
        "Borough's young people let down, inspectors find",
        "County hall stripped of powers",
        "Ministers send in troubleshooter",
        "Trust running services for two councils told to improve",
        "Barsetshire rated worst in the country",
        "Leader quits over damning verdict",
        "Borough's kids failed by bosses",
        "Barsetshire: all four measures at the bottom",
        "Care leavers left without homes",
        "Watchdog's verdict: not good enough",
        "IN ADEQUATE: watchdog damns council",
        "Social workers had 40 cases each",
        "Foster carers speak of chaos at town hall",
        "'Widespread failures' at company's third borough",
    ],
)
def test_what_could_concern_the_subject_is_visited(title: str) -> None:
    assert wanted(entry(title), "press", NOW).verdict


@pytest.mark.parametrize(
    "title",
    [
        "Striker signs new two-year deal with the Pears",
        "Yellow warning for wind across the county this weekend",
        "Motorway closed after lorry overturns",
        "Five things to do this bank holiday",
        "Bin collection dates change over Christmas",
        "Pub named best in the region",
        "Wanderers beat City in derby",
        "Council tax bills to go up by five per cent",
        "Dog rescued from canal by firefighters",
        "Petrol prices fall at supermarkets",
        "Half marathon raises record sum",
    ],
)
def test_the_rest_of_a_local_paper_is_left_out_with_the_reason(title: str) -> None:
    verdict = wanted(entry(title), "press", NOW)
    assert not verdict.verdict
    assert "nothing of children's services" in verdict.reason


def test_the_reason_names_the_words_that_decided() -> None:
    assert wanted(entry("Ofsted inspects"), "press").reason == "speaks of “ofsted”"
    faint = wanted(entry("Council apologises"), "press")
    assert "a council (“council”)" in faint.reason
    assert "failings (“apolog”)" in faint.reason


def test_the_sports_pages_need_a_plain_word() -> None:
    title = "Council of clubs condemns failing referee"
    assert wanted(entry(title), "press", NOW).verdict
    left_out = wanted(entry(title, url="https://example.org/sport/football/1"), "press", NOW)
    assert (left_out.verdict, "sport" in left_out.reason) == (False, True)
    assert wanted(entry("Safeguarding failures", url="https://example.org/sport/1"), "press", NOW).verdict


def test_a_word_in_the_summary_or_the_opening_of_the_full_text_is_enough() -> None:
    assert wanted(entry("A bad day", "Inspectors say services for children are poor"), "press", NOW).verdict
    assert wanted(entry("A bad day", body="Ofsted found serious failures."), "press", NOW).verdict
    assert not wanted(entry("A bad day", body="The trains were late."), "press", NOW).verdict


def test_an_entry_that_says_nothing_can_only_be_judged_by_a_visit() -> None:
    assert wanted(entry(" ", ""), "press", NOW).verdict


def test_a_regulators_own_entries_are_all_visited_and_a_councils_need_one_sign() -> None:
    assert wanted(entry("Statistical release"), "regulator", NOW).verdict
    assert wanted(entry("Statement on the report"), "council", NOW).verdict
    assert not wanted(entry("Leisure centre opens"), "council", NOW).verdict


@pytest.mark.parametrize("kind", ["press", "council", "regulator"])
def test_what_is_dated_long_ago_is_history_whatever_it_says_unless_it_was_updated(kind: str) -> None:
    old = Entry("i", "f", "s", "https://example.org/1", "Ofsted report", published=NOW - timedelta(days=200))
    assert "history" in wanted(old, kind, NOW).reason
    assert not wanted(old, kind, NOW).verdict
    assert wanted(replace(old, updated=NOW - timedelta(days=1)), kind, NOW).verdict
    assert wanted(replace(old, published=NOW - timedelta(days=59)), kind, NOW).verdict


@given(st.text(), st.text(), st.text(), st.sampled_from(["press", "council", "regulator", "else"]))
def test_every_entry_gets_an_answer_with_a_reason(title: str, summary: str, url: str, kind: str) -> None:
    assert wanted(entry(title, summary, url), kind, NOW).reason


@pytest.mark.parametrize("text", ["child " * 200_000, "council" * 200_000, "a" * 1_000_000, "\u00ad" * 1_000_000])
def test_a_million_letters_cost_no_more_than_their_number(text: str) -> None:
    begun = time.perf_counter()
    wanted(entry(text, text), "press", NOW)
    assert time.perf_counter() - begun < 2


@pytest.mark.shared
@needs_shared("gold/dev.jsonl")
def test_every_relevant_labelled_case_is_visited() -> None:
    cases = [json.loads(line) for line in (SHARED / "gold/dev.jsonl").read_text(encoding="utf-8").splitlines()]
    missed = [
        case["title"]
        for case in cases
        if case["label"]["relevant"] and not wanted(entry(case["title"], case["summary"], case["url"]), "press").verdict
    ]
    assert missed == []
