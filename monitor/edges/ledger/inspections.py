"""Inspections on record: loaded for resolve, merged with what a page adds, seeded with the shipped history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    Table,
    and_,
    bindparam,
    func,
    insert,
    or_,
    select,
    update,
)

from monitor.edges.ledger.bulk import adding, replacing
from monitor.edges.ledger.columns import cleaned
from monitor.edges.ledger.tables import inspections, judgement_sources, judgements
from monitor.model.judgement import Inspection, Match, Resolution

LOUDNESS = ("", "notice", "critical")
BATCH = 500
BY_KEY = select(inspections).where(inspections.c.key == bindparam("key"))
ALERTED = (
    update(inspections)
    .where(inspections.c.key == bindparam("this"), inspections.c.alerted.in_(bindparam("quieter", expanding=True)))
    .values(alerted=bindparam("level"))
)
ALL = select(inspections).order_by(
    func.coalesce(inspections.c.first_day, inspections.c.published), inspections.c.number
)
OF_SOME = ALL.where(inspections.c.authority.in_(bindparam("names", expanding=True)))


def _of_all_and_some(table: Table, *names: str) -> tuple[Select[Any], Select[Any]]:
    of_all = select(table.c.inspection, *(table.c[name] for name in names)).order_by(table.c.number)
    return of_all, of_all.where(table.c.inspection.in_(bindparam("numbers", expanding=True)))


GRADES = _of_all_and_some(judgements, "area", "grade")
SOURCES = _of_all_and_some(judgement_sources, "url")


def load(
    connection: Connection, authorities: Collection[str] | None = None, before: datetime | None = None
) -> tuple[Inspection, ...]:
    """Inspections of some or all authorities, oldest first; `before` keeps those made public on an earlier day."""
    found = ALL if authorities is None else OF_SOME
    names = {} if authorities is None else {"names": sorted(authorities)}
    if before is not None:
        found = found.where(_public_before(before))
    rows = connection.execute(found, names).mappings().all()
    numbers = None if authorities is None and before is None else [row["number"] for row in rows]
    grades, sources = _by_inspection(connection, GRADES, numbers), _by_inspection(connection, SOURCES, numbers)
    return tuple(_inspection(row, grades[row["number"]], sources[row["number"]]) for row in rows)


def _public_before(before: datetime) -> ColumnElement[bool]:
    day, column = before.date(), inspections.c
    return or_(
        column.published < day,
        and_(column.published.is_(None), func.coalesce(column.last_day, column.first_day) < day),
    )


def _by_inspection(
    connection: Connection, found: tuple[Select[Any], Select[Any]], numbers: Sequence[int] | None
) -> dict[int, list[tuple[str, ...]]]:
    of_all, of_some = found
    rows: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    for some in _slices(numbers):
        got = connection.execute(of_all) if some is None else connection.execute(of_some, {"numbers": some})
        for inspection, *rest in got:
            rows[inspection].append(tuple(rest))
    return rows


def _slices(numbers: Sequence[int] | None) -> Iterable[Sequence[int] | None]:
    return [None] if numbers is None else [numbers[at : at + BATCH] for at in range(0, len(numbers), BATCH)]


PLAIN = tuple(name for name in Inspection.__slots__ if name not in ("grades", "sources"))


def _inspection(row: RowMapping, grades: list[tuple[str, ...]], sources: list[tuple[str, ...]]) -> Inspection:
    return Inspection(
        **{name: row[name] for name in PLAIN},
        grades=tuple((area, grade) for area, grade in grades),
        sources=tuple(url for (url,) in sources),
    )


def seed(connection: Connection, shipped: Sequence[Inspection], now: datetime) -> int:
    """Inserts the inspections whose key is not on record; how many that were. Never changes what is there."""
    known = set(connection.execute(select(inspections.c.key)).scalars())
    missing = list({one.key: one for one in shipped if one.key not in known}.values())
    for at in range(0, len(missing), BATCH):
        _insert_many(connection, missing[at : at + BATCH], now)
    return len(missing)


def _insert_many(connection: Connection, some: Sequence[Inspection], now: datetime) -> None:
    rows = [{**{name: getattr(one, name) for name in PLAIN}, "recorded": now} for one in some]
    made = connection.execute(adding(connection, inspections, "key", "number"), rows)
    numbers: dict[str, int] = {row.key: row.number for row in made}
    fresh = [one for one in some if one.key in numbers]
    grades = [
        {"inspection": numbers[one.key], "area": area, "grade": grade}
        for one in fresh
        for area, grade in dict(one.grades).items()
    ]
    if grades:
        connection.execute(insert(judgements), grades)
    _add_sources(connection, [(numbers[one.key], one) for one in fresh], now)


def _add_sources(connection: Connection, some: Iterable[tuple[int, Inspection]], now: datetime) -> None:
    rows = [
        {"inspection": number, "url": url, "kind": "report" if url == one.report_url else "article", "recorded": now}
        for number, one in some
        for url in dict.fromkeys((*one.sources, *([one.report_url] if one.report_url else [])))
    ]
    if rows:
        connection.execute(adding(connection, judgement_sources), [cleaned(row) for row in rows])


def keep(connection: Connection, resolution: Resolution, now: datetime) -> None:
    """Writes what one Resolution adds: a new inspection, or the known one merged. UNCERTAIN adds nothing to the record."""
    if resolution.match is Match.UNCERTAIN:
        return
    one = resolution.inspection
    known = connection.execute(BY_KEY, {"key": one.key}).mappings().one_or_none()
    if known is None:
        if resolution.match is not Match.STALE:
            _insert_many(connection, [one], now)
        return
    _add_sources(connection, [(known["number"], one)], now)
    if resolution.match is not Match.STALE:
        _merge(connection, known, resolution, now)


def _merge(connection: Connection, known: RowMapping, resolution: Resolution, now: datetime) -> None:
    one, number = resolution.inspection, known["number"]
    connection.execute(
        update(inspections).where(inspections.c.number == number).values(**merged(known, one), revised=now)
    )
    # The resolved inspection is the record after the page already: a milder outlet's grade does not overwrite the graver one.
    told = dict(one.grades)
    is_revised = resolution.match is Match.REVISES
    add = replacing(connection, judgements, ("inspection", "area")) if is_revised else adding(connection, judgements)
    if told:
        connection.execute(add, [{"inspection": number, "area": area, "grade": told[area]} for area in told])


def merged(known: RowMapping, one: Inspection) -> dict[str, object]:
    """The columns after `one` was learnt: blanks filled, the standing taken over, loudness never lowered, the key kept.

    A day known to the month gives way to one known to the day.
    """
    sharper = known["precision"] == "month" and one.precision == "day" and one.first_day is not None
    first = one.first_day if sharper else known["first_day"] or one.first_day
    return {
        "first_day": first,
        "last_day": one.last_day if sharper and one.last_day else known["last_day"] or one.last_day,
        "precision": one.precision if sharper or known["first_day"] is None else known["precision"],
        "published": one.published or known["published"],
        "framework": known["framework"] or one.framework,
        "confirmed": one.confirmed or known["confirmed"],
        "report_url": known["report_url"] or one.report_url,
        "alerted": max(known["alerted"], one.alerted, key=LOUDNESS.index),
    }


def mark_alerted(connection: Connection, key: str, level: str) -> None:
    """Remembers that readers heard of this inspection at `level`; a louder level is never lowered."""
    quieter = LOUDNESS[: LOUDNESS.index(level)]
    connection.execute(ALERTED, {"this": key, "quieter": quieter, "level": level})
