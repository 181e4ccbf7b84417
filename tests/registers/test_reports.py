"""Reports of our own making: every label and sentence that real ones use, and every way to be wrong about them."""

from __future__ import annotations

from datetime import date

import pytest

from monitor.demo.register import Told, letter_pdf, report_pages, report_pdf
from monitor.model.judgement import Report
from monitor.model.page import ReportText
from monitor.registers.ofsted import read_report, report_json, text_of
from monitor.settings.reference import reference

GRADES = {
    "overall": "inadequate",
    "leaders": "requires improvement",
    "help_and_protection": "inadequate",
    "in_care": "good",
    "care_leavers": "outstanding",
    "adoption": "good",
}
BEGUN, ENDED = date(2024, 1, 22), date(2024, 2, 2)


def told(framework: str = "ILACS-2023", **changes: object) -> Told:
    """A made-up report on Slough, changed as asked."""
    begun, ended = {
        "SIF": (date(2016, 1, 18), date(2016, 2, 11)),
        "ILACS-2018": (date(2019, 1, 21), date(2019, 2, 1)),
        "ILACS-2023": (BEGUN, ENDED),
        "ILACS-2026": (date(2026, 6, 8), date(2026, 6, 12)),
    }[framework]
    facts: dict[str, object] = {"begun": begun, "ended": ended, "grades": GRADES} | changes
    return Told("Slough", framework, **facts)  # type: ignore[arg-type]


def read(pages: list[list[str]], **hints: str) -> Report:
    return read_report(ReportText(tuple("\n".join(page) for page in pages)), reference(), hints)


def changed(pages: list[list[str]], old: str, new: str) -> list[list[str]]:
    """The pages with one wording put for another (which must occur)."""
    assert any(old in line for page in pages for line in page), old
    return [[line.replace(old, new) for line in page] for page in pages]


@pytest.mark.parametrize(
    ("framework", "areas", "kind", "regime"),
    [
        ("SIF", {"overall", "leaders", "help_and_protection", "in_care", "care_leavers", "adoption"}, "full", "SIF"),
        ("ILACS-2018", {"overall", "leaders", "help_and_protection", "in_care"}, "standard", "ILACS"),
        ("ILACS-2023", {"overall", "leaders", "help_and_protection", "in_care", "care_leavers"}, "standard", "ILACS"),
        ("ILACS-2026", {"leaders", "help_and_protection", "in_care", "care_leavers"}, "short", "ILACS"),
    ],
)
def test_each_regime_is_recognised_with_its_own_areas(framework: str, areas: set[str], kind: str, regime: str) -> None:
    report = read_report(text_of(report_pdf(told(framework))), reference())
    assert dict(report.grades) == {area: GRADES[area] for area in areas}
    assert (report.authority, report.urn, report.framework, report.kind) == ("Slough", "80553", framework, kind)
    assert report.problems == ()
    assert report_json(report)["framework"] == regime


LABELS = [
    ("practice with children and families ", "practice with children and families. "),
    ("The impact of leaders on social work", "The impact of leaders on"),
    ("The experiences and progress of care", "The experiences and progress of children care"),
    ("Inadequate", "inadequate"),
    ("Requires improvement to be good", "Requires Improvement"),
    ("Requires improvement to be good", "Require improvement"),
    ("Requires improvement to be good", "requires  improvement to be  good"),
    ("Overall effectiveness", "OVERALL EFFECTIVENESS"),
    ("care leavers", "care \u00adleavers"),
]


@pytest.mark.parametrize(("usual", "variant"), LABELS)
def test_a_label_or_grade_written_otherwise_is_still_read(usual: str, variant: str) -> None:
    pages = report_pages(told())
    pages[0] = [line.replace(usual, variant) for line in pages[0]]
    report = read(pages)
    assert dict(report.grades) == {area: GRADES[area] for area in GRADES if area != "adoption"}
    assert report.problems == ()


def test_a_grade_between_or_below_the_lines_of_its_label_is_read() -> None:
    pages = report_pages(told())
    table = pages[0].index("The experiences and progress of")
    pages[0][table : table + 2] = [
        "The experiences and progress of",
        "Inadequate",
        "children who need help and protection",
    ]
    assert dict(read(pages).grades)["help_and_protection"] == "inadequate"


def test_columns_apart_are_paired_by_order() -> None:
    pages = report_pages(told(headings={}))
    start = pages[0].index("Judgement Grade") + 1
    labels = ["The impact of leaders on social work practice with children and families"]
    labels += ["The experiences and progress of children who need help and protection"]
    labels += ["The experiences and progress of children in care", "The experiences and progress of care leavers"]
    labels += ["Overall effectiveness"]
    grades = ["Requires improvement to be good", "Inadequate", "Good", "Outstanding", "Inadequate"]
    pages[0][start:] = labels + grades
    assert dict(read(pages).grades) == {area: GRADES[area] for area in GRADES if area != "adoption"}


def test_a_row_without_a_grade_is_missing_and_shifts_nothing() -> None:
    pages = changed(report_pages(told()), "children in care Good", "children in care")
    report = read([pages[0], []])
    assert "in_care" not in dict(report.grades)
    assert dict(report.grades)["care_leavers"] == "outstanding"
    assert any(problem.startswith("grade: in_care") for problem in report.problems)


def test_where_the_table_is_silent_a_heading_speaks_and_that_is_noted() -> None:
    report = read(changed(report_pages(told()), "children in care Good", "children in care"))
    assert dict(report.grades)["in_care"] == "good"
    assert report.problems == ("note: in_care: only a heading states it, the table cannot be read there",)


def test_grades_printed_above_their_rows_are_refused_rather_than_shifted() -> None:
    pages = report_pages(told())
    start = pages[0].index("Judgement Grade") + 1
    rows = ["Good", "The impact of leaders on social work practice with children and families"]
    rows += ["Inadequate", "The experiences and progress of children who need help and protection"]
    rows += [
        "Good",
        "The experiences and progress of children in care",
        "Good",
        "The experiences and progress of care leavers",
    ]
    pages[0][start:] = [*rows, "Inadequate", "Overall effectiveness"]
    report = read([pages[0], []])
    assert report.grades == ()
    assert len([problem for problem in report.problems if problem.startswith("grade:")]) == 5


def test_a_table_and_a_heading_that_differ_are_refused() -> None:
    report = read(report_pages(told(headings={"care_leavers": "inadequate"})))
    assert "care_leavers" not in dict(report.grades)
    assert report.problems == ("grade: care_leavers: the table says outstanding, a heading says inadequate",)


def test_an_opening_word_of_the_summary_is_no_second_grade() -> None:
    report = read(
        report_pages(told(prose=["Outstanding colleagues work here, and good ones.", "Inadequate funding is blamed."]))
    )
    assert dict(report.grades)["overall"] == "inadequate"
    assert report.problems == ()


def test_earlier_grades_in_the_summary_are_only_history() -> None:
    prose = ["At the last inspection in 2019, when services were judged to be good, leaders were new."]
    report = read(report_pages(told("ILACS-2023", prose=prose)))
    assert dict(report.grades)["overall"] == "inadequate"
    assert report.previous == (("2019", "good"),)


def test_an_inadequate_whole_without_an_inadequate_part_is_remarked_upon() -> None:
    report = read(report_pages(told(grades=GRADES | {"help_and_protection": "good"})))
    assert report.problems == ("note: overall is inadequate, yet no area read is (ILACS-2023)",)


def test_a_table_of_another_time_is_named() -> None:
    report = read(report_pages(told("ILACS-2026", begun=BEGUN, ended=ENDED)))
    assert any(problem.startswith("framework:") for problem in report.problems)


PERIODS = [
    ("18 to 29 July 2022", "2022-07-18", "2022-07-29", "standard"),
    ("11 to 13 July 2022", "2022-07-11", "2022-07-13", "short"),
    ("5 to 9 December 2022 and 14 to 15 February 2023", "2022-12-05", "2023-02-15", "short"),
    ("30 September to 11 October 2019 and 13 to 16 January 2020", "2019-09-30", "2020-01-16", "standard"),
]


@pytest.mark.parametrize(("written", "begun", "ended", "kind"), PERIODS)
def test_the_first_day_opens_and_the_last_day_closes_the_inspection(
    written: str, begun: str, ended: str, kind: str
) -> None:
    report = read(report_pages(told("ILACS-2018", days=written)))
    assert (str(report.inspection_from), str(report.inspection_to), report.kind) == (begun, ended, kind)
    assert report.problems == ()


def test_the_singular_label_and_a_running_title_with_one_day_do_not_mislead() -> None:
    pages = changed(
        report_pages(told("ILACS-2018", days="11 \u2013 22 July 2022")), "Inspection dates", "Inspection date"
    )
    running = ["Inspection of Slough local authority children\u2019s services", "11 July 2022"]
    report = read([[*running, *pages[0]], [*running, *pages[1][2:]]])
    assert (report.inspection_from, report.inspection_to) == (date(2022, 7, 11), date(2022, 7, 22))


def test_days_that_cannot_be_are_named_and_left_out() -> None:
    report = read([report_pages(told(days="31 June to 2 July 2024"))[0], []])
    assert (report.inspection_from, report.inspection_to) == (None, None)
    assert any(problem.startswith("dates:") for problem in report.problems)
    assert dict(report.grades)["overall"] == "inadequate"


LETTERS = [
    ("Focused visit to Slough children\u2019s services", "The visit took place from 8 to 9 May 2024.", "focused_visit"),
    (
        "Monitoring visit to Slough children\u2019s services",
        "Services stay inadequate. It took place on 8 May 2024.",
        "monitoring_visit",
    ),
    ("Joint targeted area inspection of Slough", "This inspection took place from 6 to 10 May 2024.", "jtai"),
    (
        "Area SEND inspection of Slough Local Area Partnership",
        "Failings are widespread. It took place on 8 May 2024.",
        "send_area",
    ),
]


@pytest.mark.parametrize(("title", "opening", "kind"), LETTERS)
def test_a_letter_is_recognised_and_never_a_judgement(title: str, opening: str, kind: str) -> None:
    report = read_report(text_of(letter_pdf(title, opening, date(2024, 6, 3))), reference())
    assert (report.kind, report.authority, report.grades, report.framework) == (kind, "Slough", (), "")
    assert report.inspection_from is not None


def test_a_review_of_the_safeguarding_board_alone_grades_no_council() -> None:
    report = read(
        [["Slough", "Review of the effectiveness of the Local Safeguarding Children Board", "The board is inadequate"]]
    )
    assert (report.kind, report.grades) == ("other", ())


def test_the_json_has_the_keys_of_the_contract() -> None:
    values = report_json(read(report_pages(told())))
    keys = [
        "authority",
        "urn",
        "framework",
        "kind",
        "inspection_from",
        "inspection_to",
        "published",
        "judgements",
        "problems",
    ]
    assert list(values)[: len(keys)] == keys
    assert (values["framework"], values["variant"], values["inspection_from"]) == ("ILACS", "ILACS-2023", "2024-01-22")
    assert values["published"] is None
