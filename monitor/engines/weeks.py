"""Certificates of past weeks, kept as they were when the week ended: what was read later proves nothing for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta

from monitor.edges.ledger import SqlLedger
from monitor.model.coverage import Certificate
from monitor.stages import digest

Prove = Callable[[datetime, datetime], Certificate]
"""The certificate of a time."""
WEEK = timedelta(days=7)
IN_TIME = timedelta(days=1)
"""How long after its end a week can still be judged: what was read in it is then as good as what is read now."""
BEGAN = "service/began"


def monday_of(now: datetime) -> datetime:
    """The midnight (UTC) at which the week of `now` began."""
    return now.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=now.weekday())


def keep(ledger: SqlLedger, prove: Prove, now: datetime) -> None:
    """Keep the certificate of the week that has just ended, once, if the service was there for all of it."""
    began = ledger.recall(BEGAN)
    if not began:
        ledger.remember(BEGAN, now.isoformat(), now)
        return
    end = monday_of(now)
    is_whole = datetime.fromisoformat(began) <= end - WEEK
    if is_whole and now - end < IN_TIME and not ledger.recall(_key(end - WEEK)):
        proof = prove(end - WEEK, now)  # up to now: a feed read since would seem to be read in the future
        ledger.remember(_key(end - WEEK), json.dumps(dict(digest.body(proof))), now)


def kept(ledger: SqlLedger, monday: datetime) -> dict[str, object] | None:
    """What was proved of the week that began on `monday`: verdict, reasons, feeds, feeds_read ...; None where nothing was."""
    found = ledger.recall(_key(monday))
    read: dict[str, object] | None = json.loads(found) if found else None
    return read


def _key(monday: datetime) -> str:
    return f"certificate/{monday:%G-W%V}"
