"""A hostile or broken file gives a named problem, within its time and memory, and never a grade."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.edges.confine import confined
from monitor.model.page import ReportText
from monitor.registers.ofsted import read_report, text_of
from monitor.settings.reference import reference
from tests.registers.hostile import HOSTILE, WHOLE


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_named_in_time(name: str) -> None:
    make, words = HOSTILE[name]
    body = make()
    begun = time.monotonic()
    outcome = confined(text_of, body)
    assert time.monotonic() - begun < 11
    text = outcome.result or ReportText((), outcome.problem)
    assert text.problem.partition(":")[0] in words
    report = read_report(text, reference(), {"urn": "80543"})
    assert report.grades == ()
    assert report.problems


def test_what_the_register_says_fills_what_an_unreadable_file_does_not() -> None:
    report = read_report(ReportText((), "not-pdf: a web page"), reference(), {"urn": "80543"})
    assert (report.authority, report.urn, report.grades) == ("Rotherham", "80543", ())
    assert report.problems == ("not-pdf: a web page",)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_file_never_raises(chance: st.DataObject) -> None:
    at = chance.draw(st.integers(0, len(WHOLE) - 1))
    junk = chance.draw(st.binary(max_size=40))
    text = text_of(WHOLE[:at] + junk + WHOLE[at + len(junk) :])
    assert text.pages or text.problem


@given(st.lists(st.text(max_size=400), max_size=4))
def test_no_text_makes_the_reader_fail(pages: list[str]) -> None:
    report = read_report(ReportText(tuple(pages)), reference())
    assert dict(report.grades) is not None


PIECES = (
    *(
        "Overall effectiveness",
        "Inadequate",
        "Good",
        "good",
        "The experiences and progress of",
        "children in care",
        "is",
    ),
    *(
        "The impact of leaders on social work practice",
        "Inspection dates:",
        "18 to 29 July 2022",
        "Inspection of",
        "Dear",
    ),
    *("Slough", "local authority children\u2019s services", "Requires improvement to be good", "1", "judged", "\n"),
    *("care leavers", "and care leavers", "Children looked after and achieving permanence", "The overall judgement"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_shuffled_pieces_of_a_report_give_only_grades_that_stand_there(pieces: list[str]) -> None:
    text = " ".join(pieces)
    report = read_report(ReportText((text,)), reference())
    for _, grade in report.grades:
        assert grade.removesuffix(" to be good").casefold() in text.casefold()
