"""A report told in the terms of a page: its Article, one line a grade, and its problems as the operator hears them."""

from __future__ import annotations

from monitor.model.judgement import Report
from monitor.model.page import Article
from monitor.model.source import Entry, Problem

TITLES = {
    "overall": "Overall effectiveness",
    "leaders": "Leaders",
    "help_and_protection": "Children who need help and protection",
    "in_care": "Children in care",
    "care_leavers": "Care leavers",
    "adoption": "Adoption",
}


def article(report: Report, entry: Entry) -> Article:
    """The report's facts as an Article, one line a grade: what the Mentions of `reading` quote."""
    title = f"{report.authority or entry.outlet}: {entry.title or 'report'}"
    lines = [grade_line(area, grade) for area, grade in report.grades]
    if report.inspection_from and report.inspection_to:
        lines.append(f"On site from {report.inspection_from.isoformat()} to {report.inspection_to.isoformat()}.")
    lines += [f"Problem: {problem}" for problem in report.problems]
    text = "\n\n".join(lines)
    return Article(
        entry.url, entry.url, title, text, outlet=entry.outlet or "the inspectorate", published=entry.published
    )


def problems_of(report: Report, entry: Entry) -> tuple[Problem, ...]:
    """What the operator is told of a report: every problem by its stable word ("not-pdf", "grade", "authority", "dates" ...)."""
    return tuple(Problem(entry.source, entry.url, p.partition(":")[0], f"{entry.title}: {p}") for p in report.problems)


def grade_line(area: str, grade: str) -> str:
    """One grade as a sentence: "Leaders: good."."""
    return f"{TITLES.get(area, area)}: {grade}."
