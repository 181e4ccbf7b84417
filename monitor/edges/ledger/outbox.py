"""The outbox: deliveries are written with their alert, sent, and only then settled.

    waiting ──take──▶ leased ──settle sent───────▶ sent      (final)
       ▲                │ ├────settle refused────▶ refused   (final, the operator is told)
       │                │ └────deferred, time up─▶ dead      (final until resent)
       ├─settle deferred┤
       │                └─lease runs out: may be taken again (a crash in between)
       ├──resend── refused, dead
       └─ a digest takes it along ───────────────▶ gathered  (final)

A process may die between sending and settling; then, and only then, a Delivery is sent once more, under the same key.
Each taking has a number (`attempt`) that fences a late settle: a lease lost to another process decides nothing any
more, except that "sent" is a fact and always stands. In a thread, followers wait until the first one is final; but a
critical one waits for no first that is held for a digest, nor for a lesser one held by quiet hours or for another try.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, update

from monitor.edges.ledger import codec, problems
from monitor.edges.ledger import outbox_sql as sql
from monitor.edges.ledger.bulk import adding
from monitor.edges.ledger.columns import clean, cleaned
from monitor.edges.ledger.tables_outbox import deliveries
from monitor.model.delivery import Delivery, Message, Outcome, Verdict

OPEN = ("waiting", "leased")
FINAL = ("sent", "refused", "dead", "gathered")
RESENDABLE = ("refused", "dead")
"""States from which a person may ask for another try."""


def state_after(outcome: Outcome, retry_at: datetime | None) -> str:
    """The state that an Outcome leads to."""
    if outcome.verdict is Verdict.DEFERRED:
        return "waiting" if retry_at is not None else "dead"
    return "sent" if outcome.verdict is Verdict.SENT else "refused"


def put(
    connection: Connection, some: Sequence[Delivery], threads: Mapping[str, str], now: datetime
) -> tuple[Delivery, ...]:
    """Writes Deliveries that wait; one whose key or (alert, channel) is on record is left out. Returns the new ones, numbered.

    `threads` gives the thread of an alert key; without one a Delivery is a thread of its own. A digest's `members`
    become "gathered" in the same transaction, so that none is told twice or falls between two digests.
    """
    written = []
    for delivery in some:
        thread = threads.get(delivery.alert_key, delivery.alert_key)
        row = cleaned(_row(delivery, thread, now)) | {"parent": _first_of(connection, thread, delivery.channel)}
        number = connection.execute(adding(connection, deliveries, "number"), row).scalar_one_or_none()
        if number is not None:
            _gather(connection, delivery, number, now)
            known = {name: getattr(delivery, name) for name in Delivery.__slots__}
            written.append(Delivery(**{**known, "number": number}))
    return tuple(written)


def _row(delivery: Delivery, thread: str, now: datetime) -> dict[str, object]:
    return {
        "key": delivery.key,
        "alert_key": delivery.alert_key,
        "channel": delivery.channel,
        "thread": thread,
        "level": delivery.message.level,
        "subject": delivery.message.subject,
        "message": codec.write(delivery.message),
        "created": delivery.created,
        "due": delivery.due or now,
        "digest": delivery.digest,
    }


def _first_of(connection: Connection, thread: str, channel: str) -> int | None:
    return connection.execute(sql.FIRST, {"thread": thread, "channel": channel}).scalar()


def _gather(connection: Connection, delivery: Delivery, number: int, now: datetime) -> None:
    if delivery.members:
        mine = and_(deliveries.c.key.in_(delivery.members), deliveries.c.state == "waiting")
        told = {"state": "gathered", "due": None, "settled": now, "gathered_in": number, "reason": f"in {delivery.key}"}
        connection.execute(update(deliveries).where(mine).values(**told))


def is_any_due(connection: Connection, now: datetime) -> bool:
    """Whether there may be something to take: asked every second, so it must not need the write lock."""
    return connection.execute(sql.ANY_DUE, {"now": now}).first() is not None


def take(connection: Connection, holder: str, now: datetime, limit: int, lease_seconds: int) -> tuple[Delivery, ...]:
    """Leases up to `limit` due Deliveries, channels in turn and critical ones first, so that none waits for another's backlog."""
    numbers = connection.execute(sql.READY, {"now": now, "most": limit}).scalars().all()
    if not numbers:
        return ()
    until = now + timedelta(seconds=lease_seconds)
    connection.execute(sql.LEASE, {"numbers": numbers, "by": holder, "until": until})
    return load(connection, numbers, now)


def gathering(connection: Connection, now: datetime) -> tuple[Delivery, ...]:
    """Deliveries whose digest is due, oldest first; they leave by being a digest's `members`."""
    return load(connection, connection.execute(sql.GATHERING, {"now": now}).scalars().all(), None)


def load(connection: Connection, numbers: Sequence[int], tried: datetime | None) -> tuple[Delivery, ...]:
    """The Deliveries of these numbers, in this order, each with the first of its thread."""
    place = {number: at for at, number in enumerate(numbers)}
    found = connection.execute(sql.WHOLE, {"numbers": numbers}).mappings()
    return tuple(
        Delivery(
            **{name: row[name] for name in ("number", "key", "alert_key", "channel", "created", "digest", "receipt")},
            message=codec.read(Message, row["message"]),
            attempt=row["attempts"] - row["tries_before"],
            parent=row["parent_key"],
            parent_receipt=row["parent_receipt"],
            tried=tried,
        )
        for row in sorted(found, key=lambda row: place[row["number"]])
    )


def settle(
    connection: Connection, delivery: Delivery, outcome: Outcome, now: datetime, retry_at: datetime | None
) -> bool:
    """Writes what became of a leased Delivery; False when the lease was lost meanwhile and the outcome decides nothing."""
    state = state_after(outcome, retry_at)
    is_waiting = state == "waiting"
    values = {
        "this": delivery.number,
        "after": state,
        "again": retry_at if is_waiting else None,
        "at": None if is_waiting else now,
        "said": clean(outcome.reason),
        "got": clean(outcome.receipt),
    }
    settled = sql.SETTLE_SENT if state == "sent" else sql.SETTLE_OURS
    fence = {} if state == "sent" else {"try": delivery.attempt}
    if connection.execute(settled, values | fence).rowcount != 1:
        return False
    problems.note_channel(connection, delivery.channel, outcome, now)
    return True


def release(connection: Connection, holder: str) -> int:
    """Gives back what a process known to be dead had leased; how many."""
    held = and_(deliveries.c.state == "leased", deliveries.c.holder == holder)
    return connection.execute(update(deliveries).where(held).values(due=deliveries.c.created, holder="")).rowcount


def resend(connection: Connection, number: int, now: datetime) -> bool:
    """Puts a refused or dead Delivery back in the queue with its tries counted afresh; False when it is neither."""
    again = and_(deliveries.c.number == number, deliveries.c.state.in_(RESENDABLE))
    values = {"state": "waiting", "due": now, "created": now, "settled": None, "tries_before": deliveries.c.attempts}
    return connection.execute(update(deliveries).where(again).values(**values)).rowcount == 1
