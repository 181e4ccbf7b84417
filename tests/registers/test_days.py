"""Days are read in every form that reports use, and nothing that is no date becomes one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.registers._days import MONTHS, days, first_day

FORMS = [
    ("18 to 29 July 2022\nLead inspector", "2022-07-18 2022-07-29"),
    ("25 October to 5 November 2021", "2021-10-25 2021-11-05"),
    ("8 October 2018 to 19 October 2018", "2018-10-08 2018-10-19"),
    ("11 \u2013 22 July 2022", "2022-07-11 2022-07-22"),
    ("4 July 2016\u201328 July 2016", "2016-07-04 2016-07-28"),
    ("16 September \u2013 8 October 2014\nReport published", "2014-09-16 2014-10-08"),
    ("1/06/2015 - 25/06/2015", "2015-06-01 2015-06-25"),
    ("18 Feb 2014 - 12 Mar 2014", "2014-02-18 2014-03-12"),
    ("28 July 2016", "2016-07-28"),
    ("1 1 to 2 2 July 202 2", "2022-07-11 2022-07-22"),
    ("11\u00a0to\u00a022\u00a0July\u00a02022", "2022-07-11 2022-07-22"),
    ("Monday 9 July to Friday 20th July 2018", "2018-07-09 2018-07-20"),
    ("8 June to 19 June 26\n", "2026-06-08 2026-06-19"),
    ("12 December to 13 January 2023", "2022-12-12 2023-01-13"),
    ("5 December 2022 to 15 February", "2022-12-05 2023-02-15"),
    ("5 to 9 December 2022 and 14 to 15 February 2023", "2022-12-05 2022-12-09 2023-02-14 2023-02-15"),
    ("19 November-11 December 2013 and 28 - 30 January 2014", "2013-11-19 2013-12-11 2014-01-28 2014-01-30"),
    ("8 July 2019 to 12 July 2019 and 7 August 2019 to 8 August 2019", "2019-07-08 2019-07-12 2019-08-07 2019-08-08"),
    ("30 July 2015 2\nContents", "2015-07-30"),
]
NO_DATES = [
    "",
    "Lead inspector",
    "in 2019, when services were good",
    "31 June 2020",
    "5 of 9 cases",
    "July 2022",
    "99 to 12 May",
]


@pytest.mark.parametrize(("written", "meant"), FORMS)
def test_every_form_of_a_date_is_read(written: str, meant: str) -> None:
    assert " ".join(day.isoformat() for day in days(written)) == meant


@pytest.mark.parametrize("written", NO_DATES)
def test_what_is_no_date_gives_none(written: str) -> None:
    assert days(written) == ()


def test_the_first_day_alone() -> None:
    assert first_day("03 August 2026") == date(2026, 8, 3)
    assert first_day("on a Monday") is None


spans = st.builds(
    lambda begun, length: (begun, begun + timedelta(days=length)),
    st.dates(date(2012, 1, 1), date(2029, 1, 1)),
    st.integers(1, 40),
)
separators = st.sampled_from([" to ", " \u2013 ", "-", " - ", "\u2014", " until ", " and "])


def _written(day: date, with_year: bool) -> str:
    return f"{day.day} {MONTHS[day.month - 1].title()}" + (f" {day.year}" if with_year else "")


@given(spans, separators, st.booleans())
def test_a_span_is_read_back_as_it_was_written(span: tuple[date, date], between: str, both_years: bool) -> None:
    begun, ended = span
    assert days(f"{_written(begun, both_years)}{between}{_written(ended, True)}\nLead inspector") == span


@given(spans, st.data())
def test_blanks_inside_mean_nothing(span: tuple[date, date], chance: st.DataObject) -> None:
    text = f"{_written(span[0], True)} to {_written(span[1], True)}"
    places = chance.draw(st.sets(st.integers(1, len(text) - 1)))
    torn = "".join((" " if place in places else "") + letter for place, letter in enumerate(text))
    assert days(torn) == span


@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    assert all(isinstance(day, date) for day in days(text))
