"""From a Report to what the pipeline goes on with: an Article of its facts, a Reading, Problems; and whether it bears a record out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum

from monitor.model.authority import Reference
from monitor.model.framework import OVERALL
from monitor.model.judgement import Dismissal, Inspection, Kind, Mention, Reading, Report, Standing
from monitor.model.source import Entry
from monitor.registers._telling import article, grade_line
from monitor.registers.ofsted._councils import same_council

KINDS = {
    **dict.fromkeys(("full", "short", "standard", "reinspection"), Kind.FULL_INSPECTION),
    **{"focused_visit": Kind.FOCUSED_VISIT, "monitoring_visit": Kind.MONITORING_VISIT},
    **{"jtai": Kind.JTAI, "send_area": Kind.SEND_AREA},
}
HARMLESS = ("note:", "dates: the running head", "misplaced:")
"""Problems that are told but leave the grades as sure as before. A report listed under another council's number (numbers
were swapped once for two weeks) is still the truth about the council it names itself: it must not be lost."""
UNSURE = 0.4
"""Below the bound from which a judgement is told as a fact."""
SLACK = timedelta(days=45)


class Verdict(StrEnum):
    """What a report means for a judgement on record."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    SILENT = "silent"
    OTHER = "other"


def reading(report: Report, entry: Entry, reference: Reference) -> Reading:
    """The Reading of a register's report: each grade a Mention, certain unless a problem touches it.

    An ungraded document, one that cannot be read, and one of another council than the register lists it under whose own
    pages do not agree on a council either, give no Mention but a Dismissal with the reason. A grade left out because table
    and heading disagree, where one of them says inadequate, becomes a doubtful Mention: for "please check", never an alert.
    """
    listed = dict(entry.extra)
    wrong = _wrong(report, listed, reference)
    kind = KINDS.get(report.kind) or KINDS.get(listed.get("kind", "")) or Kind.UNRELATED
    if wrong:
        return _dismissed(report, entry, Kind.UNRELATED, wrong)
    if not report.framework:
        return _dismissed(report, entry, kind, _why_ungraded(report))
    mentions = (*_certain(report, entry), *_doubtful(report, entry))
    if not mentions:
        return _dismissed(report, entry, kind, "no grade could be read: " + "; ".join(report.problems))
    return Reading(
        relevant=True,
        kind=kind,
        reason=f"the inspectorate's own report ({report.framework}, {report.kind})",
        mentions=mentions,
        authorities=(report.authority,),
        origin="register",
        report_url=entry.url,
        signals=(f"title: {report.title}", *report.problems),
    )


def agrees(inspection: Inspection, report: Report) -> tuple[Verdict, str]:
    """Whether `report` bears out what is on record of `inspection`, with the reason.

    OTHER where it is of another council or inspection; SILENT where it has no grade to compare; CONTRADICTED where any
    grade on record (without an overall one in the report: an implied overall aside) differs.
    """
    if report.authority != inspection.authority:
        return Verdict.OTHER, f"the report is about {report.authority or 'nobody on record'}"
    if not _one_inspection(inspection, report):
        return (
            Verdict.OTHER,
            f"the report's inspection began {report.inspection_from}, the record's {inspection.first_day}",
        )
    said = dict(report.grades)
    both = [(area, grade, said[area]) for area, grade in inspection.grades if area in said]
    if not both:
        return Verdict.SILENT, "the report and the record have no area in common"
    differing = [f"{area} is {theirs}, not {ours}" for area, ours, theirs in both if ours != theirs]
    if differing:
        return Verdict.CONTRADICTED, "the report says " + ", ".join(differing)
    return Verdict.CONFIRMED, "the report says the same of " + ", ".join(area for area, _, _ in both)


def _one_inspection(inspection: Inspection, report: Report) -> bool:
    begun, ended = report.inspection_from, report.inspection_to
    if inspection.first_day and begun:
        if inspection.precision != "day":
            return (inspection.first_day.year, inspection.first_day.month) == (begun.year, begun.month)
        return abs(inspection.first_day - begun) <= timedelta(days=3)
    day = report.published or ended
    if inspection.published and day:
        return abs(inspection.published - day) <= (SLACK if report.published else SLACK * 3)
    return True


def _wrong(report: Report, listed: Mapping[str, str], reference: Reference) -> str:
    under = listed.get("authority", "")
    is_doubtful = any(problem.startswith("authority:") for problem in report.problems)
    if under and is_doubtful and report.authority and not same_council(report.authority, under, reference):
        return f"the document is about {report.authority}, the register lists it under {under}"
    return ""


def _why_ungraded(report: Report) -> str:
    if report.kind in KINDS:
        return f"a {report.kind.replace('_', ' ')} gives no grade of a council's children's services"
    return "; ".join(report.problems) or "not a report on a council's children's services as a whole"


def _dismissed(report: Report, entry: Entry, kind: Kind, reason: str) -> Reading:
    return Reading(
        relevant=kind is not Kind.UNRELATED,
        kind=kind,
        reason=reason,
        dismissals=(Dismissal(entry.title, reason),),
        authorities=(report.authority,) if report.authority and kind is not Kind.UNRELATED else (),
        origin="register",
        report_url=entry.url,
        signals=report.problems,
    )


def _certain(report: Report, entry: Entry) -> tuple[Mention, ...]:
    against = tuple(p for p in report.problems if not p.startswith((*HARMLESS, "grade:", "dates:")))
    text = article(report, entry)
    whole = f"{text.title}\n\n{text.text}"
    return tuple(
        _mention(report, area, grade, (grade_line(area, grade), whole), against)
        for area, grade in report.grades
        if grade != "not judged"
    )


def _doubtful(report: Report, entry: Entry) -> tuple[Mention, ...]:
    """Areas whose grade was left out although one witness says inadequate."""
    text = article(report, entry)
    whole = f"{text.title}\n\n{text.text}"
    return tuple(
        _mention(report, problem.split(": ")[1], "inadequate", (problem, whole), (problem,))
        for problem in report.problems
        if problem.startswith("grade: ") and "inadequate" in problem
    )


def _mention(report: Report, area: str, grade: str, quoted: tuple[str, str], against: tuple[str, ...]) -> Mention:
    quote, whole = quoted
    start = max(0, whole.find(quote))
    return Mention(
        authority=report.authority,
        area=area,
        grade=grade,
        standing=Standing.CURRENT,
        framework=report.framework,
        quote=quote,
        start=start,
        end=start + len(quote),
        confidence=UNSURE if against else 1.0,
        inspection_from=report.inspection_from,
        inspection_to=report.inspection_to,
        previous_grade=report.previous[0][1] if report.previous and area == OVERALL else "",
        against=against,
    )
