"""The outbox: deliveries are written with their alert, sent, and only then settled.

    waiting ──take──▶ leased ──settle sent──────▶ sent      (final)
       ▲                │ ├────settle refused───▶ refused   (final, the operator is told)
       │                │ ├────settle deferred, no time left ▶ dead (final until resent)
       ├──settle deferred┘ └────lease runs out──▶ may be taken again (a crash in between)
       └──resend── refused, dead

A process may die between sending and settling; then, and only then, a Delivery is sent once more, under the same key.
Each taking has a number (`attempt`) that fences a late settle: a lease lost to another process decides nothing any
more, except that "sent" is a fact and always stands. In a thread, followers wait until the first one is final.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, update

from monitor.edges.ledger import codec
from monitor.edges.ledger.feeds import upserting
from monitor.edges.ledger.tables_outbox import deliveries, responses
from monitor.model.delivery import Delivery, Message, Outcome, Verdict

OPEN = ("waiting", "leased")
FINAL = ("sent", "refused", "dead")
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
    """Writes Deliveries that wait; those whose key or (alert, channel) is on record are left out. Returns the new ones, numbered.

    `threads` gives the thread of an alert key; without one a Delivery is a thread of its own.
    """
    written = []
    for delivery in some:
        thread = threads.get(delivery.alert_key, delivery.alert_key)
        number = connection.execute(
            upserting(connection, deliveries)
            .values(**_row(delivery, thread, now), parent=_first_of(connection, thread, delivery.channel))
            .on_conflict_do_nothing()
            .returning(deliveries.c.number)
        ).scalar_one_or_none()
        if number is not None:
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
        "due": now,
    }


def _first_of(connection: Connection, thread: str, channel: str) -> int | None:
    first = select(func.min(deliveries.c.number)).where(
        deliveries.c.thread == thread, deliveries.c.channel == channel, deliveries.c.parent.is_(None)
    )
    return connection.execute(first).scalar()


def take(connection: Connection, holder: str, now: datetime, limit: int, lease_seconds: int) -> tuple[Delivery, ...]:
    """Leases up to `limit` due Deliveries, the channels in turn and critical ones first, so that none waits for another's backlog."""
    turn = func.row_number().over(partition_by=deliveries.c.channel, order_by=(_loudness(), deliveries.c.number))
    ready = select(deliveries.c.number, turn.label("turn")).where(_may_go(now)).subquery()
    wanted = (
        select(deliveries.c.number)
        .join(ready, ready.c.number == deliveries.c.number)
        .where(deliveries.c.due <= now)
        .order_by(ready.c.turn, deliveries.c.number)
        .limit(limit)
        .with_for_update(skip_locked=True, of=deliveries)
    )
    numbers = connection.execute(wanted).scalars().all()
    if not numbers:
        return ()
    connection.execute(
        update(deliveries)
        .where(deliveries.c.number.in_(numbers))
        .values(
            state="leased",
            holder=holder,
            due=now + timedelta(seconds=lease_seconds),
            attempts=deliveries.c.attempts + 1,
        )
    )
    return _load(connection, numbers)


def _loudness() -> ColumnElement[bool]:
    return deliveries.c.level != "critical"


def _may_go(now: datetime) -> ColumnElement[bool]:
    first = deliveries.alias("first")
    waits = select(1).where(first.c.number == deliveries.c.parent, first.c.due.is_not(None)).exists()
    quiet = select(1).where(responses.c.event_key == deliveries.c.thread, responses.c.snoozed_until > now).exists()
    return and_(deliveries.c.due <= now, ~waits, ~quiet)


def _load(connection: Connection, numbers: Sequence[int]) -> tuple[Delivery, ...]:
    first = deliveries.alias("first")
    found = (
        select(deliveries, first.c.key.label("parent_key"), first.c.receipt.label("parent_receipt"))
        .outerjoin(first, first.c.number == deliveries.c.parent)
        .where(deliveries.c.number.in_(numbers))
    )
    place = {number: at for at, number in enumerate(numbers)}
    rows = sorted(connection.execute(found).mappings(), key=lambda row: place[row["number"]])
    return tuple(
        Delivery(
            number=row["number"],
            key=row["key"],
            alert_key=row["alert_key"],
            channel=row["channel"],
            message=codec.read(Message, row["message"]),
            created=row["created"],
            attempt=row["attempts"] - row["tries_before"],
            parent=row["parent_key"] or "",
            parent_receipt=row["parent_receipt"] or "",
        )
        for row in rows
    )


def settle(
    connection: Connection, delivery: Delivery, outcome: Outcome, now: datetime, retry_at: datetime | None
) -> bool:
    """Writes what became of a leased Delivery; False when the lease was lost meanwhile and the outcome decides nothing."""
    state = state_after(outcome, retry_at)
    ours = and_(deliveries.c.state == "leased", deliveries.c.attempts - deliveries.c.tries_before == delivery.attempt)
    stands = deliveries.c.state != "sent" if state == "sent" else ours
    changed = connection.execute(
        update(deliveries)
        .where(deliveries.c.number == delivery.number, stands)
        .values(
            state=state,
            due=retry_at if state == "waiting" else None,
            settled=None if state == "waiting" else now,
            reason=outcome.reason,
            receipt=outcome.receipt,
            holder="",
        )
    )
    return changed.rowcount == 1


def release(connection: Connection, holder: str) -> int:
    """Gives back what a process known to be dead had leased; how many."""
    held = and_(deliveries.c.state == "leased", deliveries.c.holder == holder)
    return connection.execute(update(deliveries).where(held).values(due=deliveries.c.created, holder="")).rowcount


def resend(connection: Connection, number: int, now: datetime) -> bool:
    """Puts a refused or dead Delivery back in the queue with its tries counted afresh; False when it is neither."""
    again = and_(deliveries.c.number == number, deliveries.c.state.in_(RESENDABLE))
    values = {"state": "waiting", "due": now, "created": now, "settled": None, "tries_before": deliveries.c.attempts}
    return connection.execute(update(deliveries).where(again).values(**values)).rowcount == 1


def earliest_due(connection: Connection) -> datetime | None:
    """When the next Delivery is due, None when none waits."""
    return connection.execute(
        select(func.min(deliveries.c.due)).where(or_(deliveries.c.state == "waiting", deliveries.c.state == "leased"))
    ).scalar()
