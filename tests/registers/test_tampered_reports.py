"""Laws: however a report's lines are lost, doubled or exchanged, no grade or council is wrong without a problem that says so."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.demo.register import LABELS, Told, report_pages
from monitor.model.page import ReportText
from monitor.registers.ofsted import read_report
from monitor.settings.reference import reference

NAMES = [one for one in reference().authorities if one.nation == "England" and one.valid_to is None]
ON_SITE = {
    "SIF": (date(2016, 1, 18), date(2016, 2, 11)),
    "ILACS-2018": (date(2019, 1, 21), date(2019, 2, 1)),
    "ILACS-2023": (date(2024, 1, 22), date(2024, 2, 2)),
    "ILACS-2026": (date(2026, 6, 8), date(2026, 6, 12)),
}
grade = st.sampled_from(["outstanding", "good", "requires improvement", "inadequate"])


@st.composite
def reports(draw: st.DrawFn) -> Told:
    framework = draw(st.sampled_from(list(ON_SITE)))
    begun, ended = ON_SITE[framework]
    grades = {area: draw(grade) for area in {*LABELS[framework], "overall"}}
    council = draw(st.sampled_from(NAMES))
    return Told(draw(st.sampled_from([council.name, council.official_name])), framework, begun, ended, grades)


def true_grades(told: Told) -> dict[str, str]:
    return {
        area: told.grades[area] for area in {*LABELS[told.framework], *(["overall"] if told.framework == "SIF" else [])}
    }


@settings(max_examples=120, deadline=None)
@given(reports())
def test_an_untouched_report_is_read_in_full(told: Told) -> None:
    report = read_report(ReportText(tuple("\n".join(page) for page in report_pages(told))), reference())
    assert dict(report.grades) == true_grades(told)
    assert (report.inspection_from, report.inspection_to) == (told.begun, told.ended)
    # "Dorset" of 2016 is the council of that name before 2019: the record tells them apart by a note in brackets.
    known_as = {one.official_name for one in NAMES if one.name == report.authority}
    assert told.council in known_as | {report.authority, report.authority.partition(" (")[0]}
    assert [problem for problem in report.problems if not problem.startswith("note: overall")] == []


@settings(max_examples=250, deadline=None)
@given(reports(), st.data())
def test_a_report_with_lines_lost_doubled_or_exchanged_has_no_wrong_grade(told: Told, chance: st.DataObject) -> None:
    first, *rest = report_pages(told)
    at = chance.draw(st.integers(0, len(first) - 2))
    deed = chance.draw(st.sampled_from(["lose", "double", "exchange"]))
    pieces = {"lose": [], "double": [first[at], first[at]], "exchange": [first[at + 1], first[at]]}[deed]
    changed = [*first[:at], *pieces, *first[at + (2 if deed == "exchange" else 1) :]]
    report = read_report(ReportText(tuple("\n".join(page) for page in [changed, *rest])), reference())
    found, truth = dict(report.grades), true_grades(told)
    assert {area: said for area, said in found.items() if said != truth.get(area)} == {}
    assert set(truth) <= set(found) or report.problems


@settings(max_examples=60, deadline=None)
@given(reports(), st.data())
def test_blanks_torn_into_words_change_nothing(told: Told, chance: st.DataObject) -> None:
    pages = ["\n".join(page) for page in report_pages(told)]
    places = chance.draw(st.sets(st.integers(1, len(pages[0]) - 1), max_size=40))
    torn = "".join((" " if place in places else "") + letter for place, letter in enumerate(pages[0]))
    assert dict(read_report(ReportText((torn, *pages[1:])), reference()).grades) == true_grades(told)
