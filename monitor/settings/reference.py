"""What ships with the product: every authority, every framework, and the judgements of the past.

The facts stand in `data/authorities.csv`, `data/authorities-other-nations.csv` and `data/outcomes.csv` (compiled from
Ofsted's pages and reports, the ONS register and the press; each row of outcomes names its source) and on the shelf `frameworks/`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from importlib import resources

from monitor.model.authority import Authority, Reference, slug_of
from monitor.model.framework import Framework
from monitor.model.judgement import Inspection
from monitor.shelf import volumes

USUAL_DELAY = timedelta(days=45)
"""Median from the last day on site to publication (471 reports, 2013 to 2026)."""

PRECISION = {len("2012"): "year", len("2012-07"): "month", len("2012-07-09"): "day"}
"""How exact a date of the table is, by the length of its cell."""

AREAS = ("overall", "leaders", "help_and_protection", "in_care", "care_leavers", "adoption")

Row = dict[str, str]


@cache
def reference() -> Reference:
    """Every Authority (of today, abolished, of other nations) and every Framework. Made once.

    Raises ShelfError when a volume of the shelf `frameworks` is broken.
    """
    english = (_english(row) for row in _rows("authorities.csv"))
    others = (_of_another_nation(row) for row in _rows("authorities-other-nations.csv"))
    shelf = volumes("monitor.frameworks", ("FRAMEWORK",))
    return Reference((*english, *others), tuple(volume.FRAMEWORK for volume in shelf.values()))


def shipped_inspections(before: date | None = None, of: Collection[str] | None = None) -> tuple[Inspection, ...]:
    """The inspections of `outcomes.csv`, oldest first; with `before`, only those certainly published before that day, with
    `of`, only these authorities'.

    Where only the month of publication is on record its last day counts; where only the inspection's month is, the usual
    delay is added to its end. Rows without a grade (dead links) are left out. `published` is the last day that the table's
    cell can mean; the key of a row without days on site is provisional ("bedford/slac/~2012-03").
    """
    rows = _history() if of is None else sorted((pair for name in of for pair in _of_authority(name)), key=_order)
    return tuple(inspection for day, inspection in rows if before is None or day < before)


def _order(pair: tuple[date, Inspection]) -> tuple[date, str]:
    return pair[0], pair[1].key


@cache
def _of_authority(name: str) -> tuple[tuple[date, Inspection], ...]:
    return tuple(pair for pair in _history() if pair[1].authority == name)


@cache
def _history() -> tuple[tuple[date, Inspection], ...]:
    frameworks = {framework.slug: framework for framework in reference().frameworks}
    found: dict[str, tuple[date, Inspection]] = {}
    for row in _rows("outcomes.csv"):
        entry = _inspection(row, frameworks)
        if entry is None:
            continue
        day, inspection = entry
        held = found.get(inspection.key)
        found[inspection.key] = (max(day, held[0]), _joined(held[1], inspection)) if held else entry
    return tuple(sorted(found.values(), key=_order))


def _inspection(row: Row, frameworks: dict[str, Framework]) -> tuple[date, Inspection] | None:
    """One row as an Inspection, with the day by which it was surely published; None where no grade is on record."""
    grades = tuple((area, row[area]) for area in AREAS if row[area] and row[area] != "not judged")
    begun, ended, published = row["inspection_start"], row["inspection_end"], row["published"]
    surely = _last_day_of(published) if published else _last_day_of(ended or begun) + USUAL_DELAY
    framework = frameworks.get(row["variant"])
    if not grades or framework is None:
        return None
    told = begun or f"~{published}"
    inspection = Inspection(
        key=f"{slug_of(row['authority'])}/{framework.family.lower()}/{told}",
        authority=row["authority"],
        framework=framework.slug,
        family=framework.family,
        first_day=_first_day_of(begun) if begun else None,
        last_day=_exact(ended),
        published=_last_day_of(published) if len(published) > len("2012") else None,
        grades=_of_halves(grades, row["framework"]),
        origin="shipped",
        confirmed="confirmed",
        report_url=row["report_url"] if row["report_url"].startswith("http") else "",
        sources=(row["source"],),
        precision=PRECISION[len(begun or published)],
    )
    return surely, inspection


def _of_halves(grades: tuple[tuple[str, str], ...], regime: str) -> tuple[tuple[str, str], ...]:
    """Until mid 2012 safeguarding and looked after children were graded apart: neither is the overall grade of both."""
    if not regime.startswith("SLAC"):
        return grades
    parts = tuple((area, grade) for area, grade in grades if area != "overall")
    return parts or grades


def _joined(first: Inspection, second: Inspection) -> Inspection:
    """Two rows of one inspection (the halves of 2009 to 2012) as one."""
    return replace(first, grades=tuple({**dict(second.grades), **dict(first.grades)}.items()))


def _english(row: Row) -> Authority:
    bodies = (*_listed(row["delivery_body"]), *_listed(row["former_delivery_bodies"]))
    return Authority(
        name=row["name"],
        official_name=row["official_name"],
        code=row["ons_code"],
        nation="England",
        region=row["region"],
        kind=row["type"],
        urn=row["ofsted_urn"],
        aliases=tuple(_listed(row["aliases"])),
        trusts=tuple(dict.fromkeys(bodies)),
        valid_from=_exact(row["valid_from"]),
        valid_to=_exact(row["valid_to"]),
        successors=tuple(_listed(row["successors"])),
        former_urns=tuple(_listed(row["former_ofsted_ids"])),
        former_codes=tuple(_listed(row["former_ons_codes"])),
        ambiguity=row["ambiguity"],
    )


def _of_another_nation(row: Row) -> Authority:
    return Authority(
        name=row["name"],
        official_name=row["official_name"],
        code=row["code"],
        nation=row["nation"],
        region=row["nation"],
        kind="trust" if row["nation"] == "Northern Ireland" else "council",
        aliases=tuple(_listed(row["aliases"])),
        inspectorate=row["inspectorate"],
    )


def _rows(file: str) -> Iterable[Row]:
    text = resources.files("monitor.data").joinpath(file).read_text(encoding="utf-8-sig")
    return csv.DictReader(text.splitlines())


def _listed(cell: str) -> Iterable[str]:
    """The names in a cell, without the dates and remarks in brackets that follow some of them."""
    names = (name.strip() for name in re.sub(r"\([^()]*\)", "", cell).split(";"))
    return (name for name in names if name)


def _exact(cell: str) -> date | None:
    return date.fromisoformat(cell) if len(cell) == len("2020-01-01") else None


def _first_day_of(cell: str) -> date:
    """The first day that "2012", "2012-07" or "2012-07-09" can mean."""
    return date.fromisoformat(cell + "0000-01-01"[len(cell) :])


def _last_day_of(cell: str) -> date:
    """The last day that it can mean."""
    exact = _exact(cell)
    if exact:
        return exact
    first = _first_day_of(cell)
    after = first + timedelta(days=366 if len(cell) == len("2012") else 31)
    return after.replace(day=1) - timedelta(days=1)
