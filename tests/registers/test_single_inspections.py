"""The single inspection framework and its forerunners: the overall grade in a sentence, tables with numbers, results on the last page."""

from __future__ import annotations

from datetime import date

import pytest

from monitor.model.judgement import Report
from monitor.model.page import ReportText
from monitor.registers.ofsted import read_report, report_json
from monitor.settings.reference import reference

TITLE = [
    "Inspection of services for children in need of help and",
    "protection, children looked after and care leavers",
    "and",
    "Review of the effectiveness of the Local Safeguarding Children",
    "Board1",
]
ROWS = [
    "1. Children who need help and protection Requires improvement",
    "2. Children looked after and achieving",
    "permanence Good",
    "2.1 Adoption performance Good",
    "2.2 Experiences and progress of care leavers Inadequate",
    "3. Leadership, management and governance Requires improvement",
]
EXPECTED = {
    "leaders": "requires improvement",
    "help_and_protection": "requires improvement",
    "in_care": "good",
    "care_leavers": "inadequate",
    "adoption": "good",
}
FOOTNOTE = ["1 This report joins two reports, as the law allows, of which one is about the board."]


def page(
    sentence: list[str],
    council: str = "Hertfordshire County Council",
    rows: list[str] = ROWS,
    dates: str = "Inspection date: 9 September 2015 \u2013 1 October 2015",
    published: str = "Report published: 27 November 2015",
) -> list[str]:
    return ["1", council, *TITLE, dates, *([published] if published else []), *sentence, *rows, *FOOTNOTE]


def read(*pages: list[str]) -> Report:
    return read_report(ReportText(tuple("\n".join(lines) for lines in pages)), reference())


SENTENCES = [
    (["Children\u2019s services in Hertfordshire require improvement"], "requires improvement"),
    (["Children\u2019s services in Hertfordshire require improvement to be", "good"], "requires improvement"),
    (["Children's services in Hertfordshire are inadequate"], "inadequate"),
    (["Children\u2019s services in Hertfordshire are outstanding", ""], "outstanding"),
    (["The overall judgement is that children\u2019s services are good"], "good"),
    (["The overall judgement is that children\u2019s services require", "improvement"], "requires improvement"),
    (["The overall judgement is requires improvement"], "requires improvement"),
    (["The overall judgement is that the local authority's services", "are inadequate"], "inadequate"),
    (["The overall judgement is inadequate2"], "inadequate"),
    (["The overall effectiveness of children\u2019s services in Hertfordshire is good."], "good"),
    (
        [
            "The overall judgement is that children\u2019s services are good",
            "The authority meets the requirements for good.",
        ],
        "good",
    ),
    (
        [
            "The overall judgement is that children\u2019s services require improvement",
            "The authority is not yet delivering good protection.",
            "As a minimum, children receive good help, we expect.",
        ],
        "requires improvement",
    ),
    (
        ["Children\u2019s services in Hertfordshire are good", "The Local Safeguarding Children Board is inadequate"],
        "good",
    ),
]


@pytest.mark.parametrize(("sentence", "grade"), SENTENCES)
def test_the_overall_grade_is_read_from_its_sentence(sentence: list[str], grade: str) -> None:
    report = read(page(sentence))
    assert dict(report.grades) == EXPECTED | {"overall": grade}
    assert (report.authority, report.kind, report.framework) == ("Hertfordshire", "full", "SIF")
    assert report.published == date(2015, 11, 27)
    assert report.problems == ()


def test_the_safeguarding_boards_grade_is_never_the_councils() -> None:
    report = read(page(["The effectiveness of the Local Safeguarding Children Board is inadequate"]))
    assert "overall" not in dict(report.grades)
    assert report.problems == ("grade: overall: no sentence states it",)


def test_two_sentences_that_differ_leave_the_overall_grade_open() -> None:
    sentences = ["Children\u2019s services in Hertfordshire are good", "The overall judgement is inadequate"]
    report = read(page(sentences))
    assert "overall" not in dict(report.grades)
    assert any("overall" in problem for problem in report.problems)


def test_not_judged_is_a_value() -> None:
    rows = [row.replace("Good", "Not Judged") for row in ROWS]
    report = read(page(["Children\u2019s services in the Isles of Scilly are good"], "Isles of Scilly", rows))
    assert dict(report.grades)["adoption"] == dict(report.grades)["in_care"] == "not judged"
    assert report.authority == "Isles of Scilly"


def test_a_misnumbered_row_is_read_by_its_words() -> None:
    rows = [row.replace("3. Leadership", "1. Leadership") for row in ROWS]
    assert dict(read(page(["Children\u2019s services in Hertfordshire are good"], rows=rows)).grades)["leaders"]


def test_a_footnote_between_label_and_grade_is_no_matter() -> None:
    rows = [row.replace("governance ", "governance 1\n") for row in ROWS]
    report = read(page(["Children\u2019s services in Hertfordshire are good"], rows=rows))
    assert dict(report.grades) == EXPECTED | {"overall": "good"}


def test_a_reinspection_is_told_from_a_council_that_ends_in_the_same_letters() -> None:
    again = ["Re-inspection of services for children in need of help and", *TITLE[1:2]]
    lines = ["Buckinghamshire County Council", *again, "Inspection date: 6 November 2017 to 30 November 2017"]
    report = read([*lines, "Children\u2019s services in Buckinghamshire are inadequate", *ROWS])
    assert (report.kind, report.authority) == ("reinspection", "Buckinghamshire")
    assert report_json(report)["framework"] == "SIF-reinspection"


def test_earlier_results_are_kept_as_history_and_never_as_witnesses() -> None:
    past = [
        "The previous inspection of the area's protection of children was in March 2012. The local authority was judged to be adequate."
    ]
    listed = ["The judgements of the last inspection were:", "leadership, management and governance: inadequate"]
    report = read(page(["Children\u2019s services in Hertfordshire are good"]), past, listed)
    assert report.previous == (("March 2012", "adequate"),)
    assert dict(report.grades)["leaders"] == "requires improvement"


def test_a_heading_of_the_body_that_differs_is_a_conflict() -> None:
    body = ["The graded judgement for adoption performance is that it is inadequate"]
    report = read(page(["Children\u2019s services in Hertfordshire are good"]), body)
    assert "adoption" not in dict(report.grades)
    assert report.problems == ("grade: adoption: the table says good, a heading says inadequate",)


def test_the_findings_of_2013_stand_on_the_last_page() -> None:
    first = ["Inspection of services for looked after children", "Norfolk", "Inspection dates: 8 to 12 July 2013"]
    last = [
        "Record of main findings",
        "Overall effectiveness Inadequate Grade 4",
        "Capacity to improve Adequate Grade 3",
    ]
    last += [
        "Outcomes for looked after children Inadequate Grade 4",
        "Quality of provision Adequate",
        "Leadership and management Inadequate",
    ]
    report = read(first, ["Prose about good homes."], last)
    assert report.framework == "LAC-2013"
    assert dict(report.grades) == {
        **{"overall": "inadequate", "leaders": "inadequate", "in_care": "inadequate"},
        **{"practice": "adequate", "capacity": "adequate"},
    }
    assert (report.authority, report.problems) == ("Norfolk", ())


DATES = [
    ("Inspection dates: 1/06/2015 - 25/06/2015", "2015-06-01", "2015-06-25"),
    ("Inspection date: 28 July 2016", "2016-07-28", "2016-07-28"),
    ("Inspection date: 19 November-11 December 2013 and 28 - 30 January 2014", "2013-11-19", "2014-01-30"),
    ("Inspection date: 27 September \u2013 20 October 2016", "2016-09-27", "2016-10-20"),
    ("Inspection date: 18 Feb 2014 \u2013 12 Mar 2014", "2014-02-18", "2014-03-12"),
]


@pytest.mark.parametrize(("line", "begun", "ended"), DATES)
def test_the_days_of_a_single_inspection(line: str, begun: str, ended: str) -> None:
    report = read(page(["Children\u2019s services in Hertfordshire are good"], dates=line, published=""))
    assert (str(report.inspection_from), str(report.inspection_to), report.published) == (begun, ended, None)
