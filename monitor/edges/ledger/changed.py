"""Entries whose listing changed after they were done with: offered again, since a story often gets its point later.

"Inspectors at the council" becomes "Council rated inadequate" under the same address. Skipped ones come back as soon as
their words concern us, read ones when their words change, and when only their date does, at growing intervals. Reading
again is harmless: what was told once is not told twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from monitor.edges.ledger.columns import clean, cleaned
from monitor.edges.ledger.tables import entries
from monitor.model.source import Entry

LONGEST = timedelta(days=14)
"""Old stories are left alone: a feed that dates everything anew each day must not have us read its archive."""
REST = timedelta(minutes=10)
DATE_ALONE = timedelta(minutes=30)
BATCH = 500

KNOWN = ("number", "fingerprint", "feed", "title", "summary", "first_seen", "visited", "outcome")
DONE = select(*(entries.c[name] for name in KNOWN)).where(
    entries.c.visited.is_not(None), entries.c.fingerprint.in_(bindparam("marks", expanding=True))
)
AGAIN = (
    update(entries)
    .where(entries.c.number == bindparam("this"))
    .values(
        {name: bindparam(f"new_{name}") for name in ("title", "summary", "body", "updated", "due")}
        | {"attempts": 0, "visited": None, "holder": ""}
    )
)


def offer_again(connection: Connection, listed: Mapping[bytes, Entry], now: datetime) -> int:
    """Offers the listed entries (by fingerprint) whose listing changed since their visit; how many."""
    marks = [mark for mark, entry in listed.items() if not entry.skip]
    again = [
        _row(row, listed[bytes(row.fingerprint)], now)
        for some in _slices(marks)
        for row in connection.execute(DONE, {"marks": some})
        if is_changed(row, listed[bytes(row.fingerprint)], now)
    ]
    if again:
        connection.execute(AGAIN, again)
    return len(again)


def is_changed(row: Row[Any], entry: Entry, now: datetime) -> bool:
    """Whether a visited entry, as now listed by the feed it came from, deserves another visit."""
    if entry.feed != row.feed or now - row.first_seen > LONGEST:
        return False
    if row.outcome == "skipped":
        return True
    rested = now - row.visited
    if clean(entry.title) != row.title or row.summary not in ("", clean(entry.summary)):
        return bool(rested >= REST)
    is_later = entry.updated is not None and entry.updated > row.visited
    return bool(is_later and rested >= max(DATE_ALONE, (row.visited - row.first_seen) / 2))


def _row(row: Row[Any], entry: Entry, now: datetime) -> dict[str, object]:
    new = {name: getattr(entry, name) for name in ("title", "summary", "body", "updated")}
    return {"this": row.number, "new_due": now} | {f"new_{name}": value for name, value in cleaned(new).items()}


def _slices(marks: Sequence[bytes]) -> list[Sequence[bytes]]:
    return [marks[at : at + BATCH] for at in range(0, len(marks), BATCH)]
