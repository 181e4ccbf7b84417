"""A Report as the JSON of `monitor report --json`."""

from __future__ import annotations

from datetime import date

from monitor.model.judgement import Report

UNGRADED = {"send_area": "area SEND", "jtai": "JTAI"}


def report_json(report: Report) -> dict[str, object]:
    """The contract's keys, and beside them `variant` (the framework's slug on record) and `previous`.

    `framework` is the regime as a person names it: ILACS, SIF, SIF-reinspection, LAC, CP, SLAC, area SEND, JTAI, or "".
    """
    return {
        "authority": report.authority,
        "urn": report.urn,
        "framework": _regime(report),
        "kind": report.kind,
        "inspection_from": _iso(report.inspection_from),
        "inspection_to": _iso(report.inspection_to),
        "published": _iso(report.published),
        "judgements": dict(report.grades),
        "problems": list(report.problems),
        "variant": report.framework,
        "previous": [{"when": when, "grade": grade} for when, grade in report.previous],
    }


def _regime(report: Report) -> str:
    family = report.framework.partition("-")[0]
    if family == "SIF" and report.kind == "reinspection":
        return "SIF-reinspection"
    return family or UNGRADED.get(report.kind, "")


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
