"""A report's own text to values, every problem named: whose, which regime, when, and the grade of each area."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from monitor.model.authority import Authority, Reference
from monitor.model.judgement import Report
from monitor.model.page import ReportText
from monitor.registers._squeezed import Squeezed, squeezed
from monitor.registers.ofsted._councils import by_urn, same_council
from monitor.registers.ofsted._documents import Document, document
from monitor.registers.ofsted._facts import on_site, published, running_heads, titled
from monitor.registers.ofsted._grades import Table, headings, table
from monitor.registers.ofsted._sentences import overall, previous

TABLE_PAGES = 3
SHORT_AT_MOST = timedelta(days=6)
SUMMARY_PAGES = 4
MOST_PAGES, LONGEST_PAGE = 80, 20_000
"""What is read of a text, in pages and letters a page; real pages have some three thousand letters."""
ILACS_ROWS = {
    "ILACS-2018": {"overall", "leaders", "help_and_protection", "in_care"},
    "ILACS-2023": {"overall", "leaders", "help_and_protection", "in_care", "care_leavers"},
    "ILACS-2026": {"leaders", "help_and_protection", "in_care", "care_leavers"},
}
ROWS_OF = ILACS_ROWS | {
    "SIF": {"overall", "leaders", "help_and_protection", "in_care", "care_leavers", "adoption"},
    "LAC-2013": {"overall", "leaders", "in_care"},
    "CP-2012": {"overall", "leaders", "help_and_protection"},
    "SLAC-2009": {"overall"},
}
ORDER = ("overall", "leaders", "help_and_protection", "in_care", "care_leavers", "adoption", "practice", "capacity")


@dataclass(slots=True)
class _Findings:
    """Grades and problems while they are gathered."""

    grades: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def read_report(text: ReportText, reference: Reference, hints: Mapping[str, str] | None = None) -> Report:
    """The values of an Ofsted report. `hints` may hold what the register lists beside it: authority, urn, published (ISO), label.

    Nothing is guessed: a grade that table and heading contradict, or that cannot be told from its neighbours, is left out
    and named in `problems` ("grade: care_leavers: ..."). A hint never overrules the document; it fills what it does not say.
    """
    hints = hints or {}
    text = ReportText(tuple(page[:LONGEST_PAGE] for page in text.pages[:MOST_PAGES]), text.problem)
    if not any(page.strip() for page in text.pages):
        return _unread(text.problem or "no-text: it has no page", hints, reference)
    first = squeezed(text.pages[0])
    kind = document(first)
    if not kind.kind or (kind.kind == "other" and len(text.pages) > 1):
        first = squeezed("\n".join(text.pages[:2]))
        kind = document(first)
    findings = _Findings(problems=[text.problem] if text.problem else [])
    begun, ended = _dates(text, kind, findings)
    authority = _authority(text, kind, (reference, begun), hints, findings)
    framework = ""
    if kind.regime:
        framework = _grades(text, kind, begun, findings)
    return Report(
        authority=authority.name if authority else hints.get("authority", ""),
        urn=authority.urn if authority else hints.get("urn", ""),
        framework=framework,
        kind=_kind(kind, begun, ended, text),
        inspection_from=begun,
        inspection_to=ended,
        published=published(text.pages, kind),
        grades=tuple((area, findings.grades[area]) for area in ORDER if area in findings.grades),
        problems=tuple(findings.problems),
        previous=previous(text.pages[: 8 if kind.regime == "SIF" else 2]),
        title=kind.reason,
    )


def _unread(problem: str, hints: Mapping[str, str], reference: Reference) -> Report:
    """A document of which nothing can be read: only what the register says of it."""
    authority = reference.authority(hints.get("authority", "")) or by_urn(hints.get("urn", ""), reference)
    name = authority.name if authority else ""
    urn = authority.urn if authority else hints.get("urn", "")
    return Report(name, urn, "", "other", None, None, None, (), (problem,))


def _dates(text: ReportText, kind: Document, findings: _Findings) -> tuple[date | None, date | None]:
    begun, ended, doubt = on_site(text.pages, kind)
    if doubt:
        findings.problems.append(f"dates: {doubt}")
    return begun, ended


def _authority(
    text: ReportText,
    kind: Document,
    known: tuple[Reference, date | None],
    hints: Mapping[str, str],
    findings: _Findings,
) -> Authority | None:
    reference, day = known
    named = titled(text.pages, kind, reference, day)
    hinted = reference.authority(hints.get("authority", "")) or by_urn(hints.get("urn", ""), reference)
    if named is None:
        findings.problems.append(
            "authority: the title names no council on record" + ("; the register's is taken" if hinted else "")
        )
        return hinted
    for other in running_heads(text.pages, reference, day):
        if not same_council(named.name, other.name, reference):
            findings.problems.append(f"authority: the title names {named.name}, the running head {other.name}")
    if hinted and not same_council(named.name, hinted.name, reference):
        findings.problems.append(
            f"misplaced: the document is about {named.name}, the register lists it under {hinted.name}"
        )
    return named


def _grades(text: ReportText, kind: Document, begun: date | None, findings: _Findings) -> str:
    """Fills in the grades; returns the framework's slug."""
    head = squeezed("\n".join(text.pages if kind.regime in ("LAC", "CP", "SLAC") else text.pages[:TABLE_PAGES]))
    body = squeezed("\n".join(text.pages[1:]))
    rows = table(head, kind.regime) if kind.regime != "SLAC" else Table({})
    grades = {("in_care" if area == "both" else area): grade for area, grade in rows.sure.items()}
    repeated = {("in_care" if area == "both" else area): said for area, said in headings(body, kind.regime).items()}
    framework = _framework(kind.regime, rows, begun, findings)
    for area in sorted(ROWS_OF[framework] | set(grades), key=ORDER.index):
        if area == "overall" and kind.regime == "SIF":
            _sif_overall(text, head, rows, findings)
        else:
            _settle(area, grades.get(area, ""), repeated.get(area, set()), findings)
    _weigh(findings, framework)
    return framework


def _settle(area: str, grade: str, repeated: set[str], findings: _Findings) -> None:
    """One area: the table's grade stands unless a heading contradicts it; where the table has none, a heading may speak for it."""
    if grade and repeated and grade not in repeated:
        findings.problems.append(
            f"grade: {area}: the table says {grade}, a heading says {' and '.join(sorted(repeated))}"
        )
    elif grade:
        findings.grades[area] = grade
    elif len(repeated) == 1:
        findings.grades[area] = next(iter(repeated))
        findings.problems.append(f"note: {area}: only a heading states it, the table cannot be read there")
    else:
        findings.problems.append(f"grade: {area}: the table has none that can be told from its neighbours")


def _sif_overall(text: ReportText, head: Squeezed, rows: Table, findings: _Findings) -> None:
    """The overall grade of a single inspection stands in a sentence above the table."""
    first_page = len(squeezed(text.pages[0]).letters)
    said = overall(head, 0, rows.start or first_page) or overall(head, 0, first_page)
    if len(said) == 1:
        findings.grades["overall"] = said[0]
        return
    if said:
        findings.problems.append(f"grade: overall: the first page says {' and '.join(said)}")
        return
    summary = squeezed("\n".join(text.pages[1:SUMMARY_PAGES]))
    retold = overall(summary, 0, len(summary.letters))
    if len(retold) == 1:
        findings.grades["overall"] = retold[0]
        findings.problems.append("note: overall: taken from the summary, the first page has no such sentence")
    else:
        findings.problems.append("grade: overall: no sentence states it")


def _framework(regime: str, rows: Table, begun: date | None, findings: _Findings) -> str:
    if regime != "ILACS":
        return {"LAC": "LAC-2013", "CP": "CP-2012", "SLAC": "SLAC-2009"}.get(regime, regime)
    by_form = "ILACS-2018" if "both" in rows.rows else "ILACS-2023" if "overall" in rows.rows else "ILACS-2026"
    if begun is None:
        return by_form
    by_day = "ILACS-2018" if begun < date(2023, 1, 1) else "ILACS-2023" if begun < date(2026, 4, 1) else "ILACS-2026"
    if by_day != by_form:
        falls = f"begun {begun.isoformat()} it falls under {by_day}, its table is that of {by_form}"
        findings.problems.append(f"framework: {falls}")
    return by_day if by_form == "ILACS-2026" else by_form


def _weigh(findings: _Findings, framework: str) -> None:
    """Names what never was: an inadequate whole without an inadequate part (488 reports, 2013 to 2026)."""
    parts = {grade for area, grade in findings.grades.items() if area != "overall"}
    if findings.grades.get("overall") == "inadequate" and len(parts) and "inadequate" not in parts:
        findings.problems.append(f"note: overall is inadequate, yet no area read is ({framework})")


def _kind(kind: Document, begun: date | None, ended: date | None, text: ReportText) -> str:
    """Full, short or standard: an ILACS inspection of one week on site is a short one (its first period counts)."""
    if kind.regime != "ILACS" or begun is None or ended is None:
        return kind.kind
    first_end = on_site(text.pages, kind, first_period=True)[1] or ended
    return "short" if first_end - begun <= SHORT_AT_MOST else "standard"
