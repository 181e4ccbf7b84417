"""A register that looks like the inspectorate's: search page, provider page, report. Pure; whoever serves it decides what goes wrong.

The mark-up has the structure the real pages have; every sentence is ours. The names of judgements are the official ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape

from monitor.demo.paper import pdf

INSPECTION = "Children's services inspection"
WORDS = {"requires improvement": "Requires improvement to be good"}
LEADERS = ("The impact of leaders on social work", "practice with children and families")
HELP = ("The experiences and progress of", "children who need help and protection")
BOTH = ("The experiences and progress of", "children in care and care leavers")
IN_CARE = ("The experiences and progress of", "children in care")
LEAVERS = ("The experiences and progress of care", "leavers")
LABELS: dict[str, dict[str, tuple[str, ...]]] = {
    "ILACS-2018": {
        **{"leaders": LEADERS, "help_and_protection": HELP, "in_care": BOTH},
        "overall": ("Overall effectiveness",),
    },
    "ILACS-2023": {
        **{"leaders": LEADERS, "help_and_protection": HELP, "in_care": IN_CARE, "care_leavers": LEAVERS},
        "overall": ("Overall effectiveness",),
    },
    "ILACS-2026": {"leaders": LEADERS, "help_and_protection": HELP, "in_care": IN_CARE, "care_leavers": LEAVERS},
    "SIF": {
        "help_and_protection": ("1. Children who need help and protection",),
        "in_care": ("2. Children looked after and achieving", "permanence"),
        "adoption": ("2.1 Adoption performance",),
        "care_leavers": ("2.2 Experiences and progress of care leavers",),
        "leaders": ("3. Leadership, management and governance",),
    },
}
"""The rows of each regime's table, in order, each label in the lines it is broken into."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a made-up report says. `council` as on the title page ("Slough"); `grades` by area; `days` as written or "" to write them."""

    council: str
    framework: str
    begun: date
    ended: date
    grades: Mapping[str, str]
    published: date | None = None
    days: str = ""
    title: str = ""
    prose: Sequence[str] = ("Children and families in the area were visited for this made-up report.",)
    headings: Mapping[str, str] = field(default_factory=dict)
    """Grades for the headings of the body where they shall differ from the table's."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One report on a provider page: the file's number, the label beside it, the day it was published."""

    file: int
    label: str
    day: date


def report_pdf(told: Told) -> bytes:
    """The report as a PDF."""
    return pdf(report_pages(told))


def report_pages(told: Told) -> list[list[str]]:
    """The report's pages as lines: title, days, table and summary; then the body with its headings."""
    is_single = told.framework == "SIF"
    title = _single_title(told) if is_single else _title(told)
    rows = [line for area in LABELS[told.framework] for line in _row(told, area)]
    first = [*title, *([] if is_single else ["Judgement Grade"]), *rows, "", *told.prose]
    head = (
        []
        if is_single
        else [f"Inspection of {told.council} local authority children\u2019s services", f"{_days(told)} 2"]
    )
    return [first, [*head, *_body(told)]]


def _title(told: Told) -> list[str]:
    return [
        told.title or f"Inspection of {told.council} local authority children\u2019s services",
        f"Inspection dates: {_days(told)}",
        "Lead inspector: A. N. Other, His Majesty\u2019s Inspector",
    ]


def _single_title(told: Told) -> list[str]:
    verb = (
        "require improvement to be good"
        if told.grades["overall"] == "requires improvement"
        else f"are {told.grades['overall']}"
    )
    return [
        told.title or told.council,
        "Inspection of services for children in need of help and",
        "protection, children looked after and care leavers",
        f"Inspection date: {_days(told)}",
        *([f"Report published: {_written(told.published)}"] if told.published else []),
        f"Children\u2019s services in {told.council} {verb}",
    ]


def _row(told: Told, area: str) -> list[str]:
    label = LABELS[told.framework][area]
    grade = WORDS.get(told.grades[area], told.grades[area].capitalize())
    return [*label[:-1], f"{label[-1]} {grade}"]


def _body(told: Told) -> list[str]:
    lines: list[str] = []
    for area, label in LABELS[told.framework].items():
        grade = (told.headings.get(area) or told.grades[area]).replace(
            "requires improvement", "requires improvement to be good"
        )
        if told.framework != "SIF" and area != "overall":
            lines += [
                *label[:-1],
                f"{label[-1]}: {grade}",
                "1. What inspectors saw is left out of this made-up report.",
            ]
    return lines


def _days(told: Told) -> str:
    return told.days or f"{_written(told.begun)} to {_written(told.ended)}"


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def search_page(providers: Sequence[tuple[str, str]], total: int | None = None) -> bytes:
    """A page of the search: `providers` are pairs of (number, name); `total` what the page claims to have found."""
    items = "".join(
        f'<li class="search-result"><h3 class="search-result__title heading--sub"><a href="/provider/44/{urn}">{escape(name)}</a></h3>'
        f'<ul class="search-result__address"><li>URN: {urn}</li></ul></li>\n'
        for urn, name in providers
    )
    found = len(providers) if total is None else total
    return _page("Search results", f'<p class="results-count">{found} results</p><ul class="results-list">{items}</ul>')


def provider_page(name: str, urn: str, reports: Sequence[Listed], origin: str = "https://files.ofsted.gov.uk") -> bytes:
    """A council's own page, newest report first as given; links lead to `origin`/v1/file/<number>."""
    events = "".join(_event(report, origin) for report in reports)
    body = f'<h1 class="heading--title">{escape(name)}</h1><p>URN: {escape(urn)}</p><ol class="timeline">{events}</ol>'
    return _page(f"{name} - Find an Inspection Report", body)


def _event(report: Listed, origin: str) -> str:
    label = escape(report.label)
    return (
        '<li><span class="event__title heading--sub">'
        f'<a class="publication-link" href="{origin}/v1/file/{report.file}" target="_blank">{label}\n'
        f'<span class="nonvisual">{label}, pdf - {report.day:%d %B %Y}</span></a></span>\n'
        f'<div class="event__metadata"><time pubdate>{report.day:%d %B %Y}</time></div></li>\n'
    )


def not_found_page() -> bytes:
    """What the file service sends in place of a withdrawn report: a web page, under whatever name was asked for."""
    return _page("Report not found - Find an Inspection Report", '<h1 class="heading--title">Report not found</h1>')


def letter_pdf(title: str, opening: str, written: date) -> bytes:
    """A letter after a visit: no table, no grade."""
    return pdf(
        [
            [
                _written(written),
                "Director of Children\u2019s Services",
                "Dear colleague",
                title,
                opening,
                "Yours sincerely",
            ]
        ]
    )


def _page(title: str, body: str) -> bytes:
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head>\n<body><main>{body}</main></body></html>\n"
    ).encode()
