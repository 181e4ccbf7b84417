"""What people answer, and small facts to remember: acknowledgements, quiet, checked doubts, memory, audit."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, or_, select, update

from monitor.edges.ledger.bulk import replacing, upserting
from monitor.edges.ledger.tables_outbox import alerts, audit, doubts, memory, quiet, responses


def thread_of(connection: Connection, event_key: str) -> str | None:
    """The thread of an alert, named by the thread, its event key or its own key; None when nothing was told of it."""
    named = or_(alerts.c.thread == event_key, alerts.c.event_key == event_key, alerts.c.key == event_key)
    return connection.execute(select(alerts.c.thread).where(named).order_by(alerts.c.number).limit(1)).scalar()


def respond(connection: Connection, thread: str, **answer: object) -> None:
    """Keeps an answer to a thread; the latest of its kind stands."""
    add = upserting(connection, responses).values(thread=thread, **answer)
    connection.execute(add.on_conflict_do_update(index_elements=["thread"], set_=answer))


def quieten(connection: Connection, thread: str, place: tuple[str, datetime], who: str) -> None:
    """Holds a thread's messages back on one channel; `place` is (channel, until when)."""
    channel, until = place
    row = {"thread": thread, "channel": channel, "until": until, "asked_by": who}
    connection.execute(replacing(connection, quiet, ("thread", "channel")), row)


def close_doubt(connection: Connection, number: int, answer: str, now: datetime) -> bool:
    """Closes an open doubt with what was found; False when it is closed or unknown."""
    still_open = update(doubts).where(doubts.c.number == number, doubts.c.closed.is_(None))
    return connection.execute(still_open.values(closed=now, answer=answer)).rowcount == 1


def note(connection: Connection, deed: tuple[str, str, str], detail: str, now: datetime) -> None:
    """One line of the audit; `deed` is (who, what, subject)."""
    who, what, subject = deed
    connection.execute(insert(audit).values(at=now, who=who, what=what, subject=subject, detail=detail))


def remember(connection: Connection, key: str, value: str, now: datetime) -> None:
    """Keeps a small fact under a key."""
    connection.execute(replacing(connection, memory, ("key",)), {"key": key, "value": value, "recorded": now})


def recall(connection: Connection, key: str) -> str:
    """The small fact under a key, or ""."""
    return connection.execute(select(memory.c.value).where(memory.c.key == key)).scalar() or ""
