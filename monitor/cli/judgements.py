"""`monitor judgements`: who was judged what and when; one authority's timeline; who is inadequate now."""

from __future__ import annotations

import csv
import sys
from typing import Any

import typer
from rich.table import Column, Table

from monitor.cli._frame import DEFAULT_CONFIG, AsJson, ConfigFolder, opened, out, print_json
from monitor.errors import UsageError
from monitor.model.judgement import Inspection, Judgement

COLUMNS = (
    "authority",
    "framework",
    "inspection_from",
    "inspection_to",
    "published",
    "area",
    "grade",
    "confirmed",
    "origin",
    "report",
)

AREAS = {
    "overall": "overall",
    "leaders": "leaders",
    "help_and_protection": "help and protection",
    "in_care": "in care",
    "care_leavers": "care leavers",
    "adoption": "adoption",
    "unnamed": "unnamed area",
}
COLOURS = {"inadequate": "bold red", "requires improvement": "yellow", "good": "green", "outstanding": "bold green"}
SHORT = {"requires improvement": "requires impr."}


def attach(app: typer.Typer) -> None:
    """Put the command on the command line."""

    @app.command()
    def judgements(
        authority: str = typer.Argument("", help="One authority's timeline; all when left out."),
        now: bool = typer.Option(False, "--now", help="Only who is inadequate now, and since when."),
        as_csv: bool = typer.Option(False, "--csv", help="As CSV on standard output."),
        config: ConfigFolder = DEFAULT_CONFIG,
        as_json: AsJson = False,
    ) -> None:
        """The judgements on record: shipped history, the registers and the press."""
        from monitor.settings.reference import reference

        known = reference().authorities
        name = _name(authority, [one.name for one in known])
        alive = frozenset(one.name for one in known if one.valid_to is None)
        with opened(config) as ledger:
            found = ledger.judgements(name)
        rows = [_row(one) for one in (_standing(found, alive) if now else found)]
        if as_json:
            print_json({"judgements": rows})
        elif as_csv:
            writer = csv.DictWriter(sys.stdout, COLUMNS)
            writer.writeheader()
            writer.writerows(rows)
        else:
            _show(rows, name)


def _name(wanted: str, names: list[str]) -> str:
    """The name on record. Raises UsageError with the nearest one."""
    if not wanted:
        return ""
    from rapidfuzz import process

    exact = next((name for name in names if name.casefold() == wanted.casefold()), "")
    if not exact:
        near = process.extractOne(wanted, names)
        raise UsageError(
            f"unknown authority {wanted!r}; did you mean {near[0]!r}?" if near else f"unknown authority {wanted!r}"
        )
    return exact


def _standing(found: tuple[Judgement, ...], alive: frozenset[str]) -> list[Judgement]:
    """Of each authority in being the inadequate judgements of its latest inspection that grades anything."""
    latest: dict[str, Inspection] = {}
    for one in (one for one in found if one.inspection.authority in alive):
        held = latest.get(one.inspection.authority)
        if held is None or _day(one.inspection) > _day(held):
            latest[one.inspection.authority] = one.inspection
    keys = {inspection.key for inspection in latest.values()}
    return [one for one in found if one.grade == "inadequate" and one.inspection.key in keys]


def _day(inspection: Inspection) -> str:
    return str(inspection.published or inspection.first_day or "")


def _row(one: Judgement) -> dict[str, Any]:
    held = one.inspection
    return {
        "authority": held.authority,
        "framework": held.framework,
        "inspection_from": held.first_day.isoformat() if held.first_day else None,
        "inspection_to": held.last_day.isoformat() if held.last_day else None,
        "published": held.published.isoformat() if held.published else None,
        "area": one.area,
        "grade": one.grade,
        "confirmed": held.confirmed,
        "origin": held.origin,
        "report": held.report_url,
    }


def _show(rows: list[dict[str, Any]], title: str) -> None:
    """One line an inspection, one column an area; a single authority's is its timeline, newest first."""
    inspections: dict[tuple[str, ...], dict[str, str]] = {}
    for row in rows:
        head = tuple(
            str(row[key] or "") for key in ("authority", "inspection_from", "published", "framework", "confirmed")
        )
        inspections.setdefault(head, {})[row["area"]] = row["grade"]
    areas = [area for area in AREAS if any(area in grades for grades in inspections.values())]
    first = [] if title else [Column("authority", no_wrap=True)]
    table = Table(*first, "inspected", "published", "framework", *(AREAS[area] for area in areas), title=title or None)
    for (authority, inspected, published, framework, confirmed), grades in inspections.items():
        note = "" if confirmed == "confirmed" else f" ({confirmed})"
        named = [] if title else [authority + note]
        table.add_row(*named, inspected, published, framework, *(_coloured(grades.get(area, "")) for area in areas))
    out.print(table, soft_wrap=False)
    out.print("Contains public sector information licensed under the Open Government Licence v3.0.")


def _coloured(grade: str) -> str:
    return f"[{COLOURS.get(grade, 'white')}]{SHORT.get(grade, grade)}[/]"
