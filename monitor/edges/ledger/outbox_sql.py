"""The outbox's statements, made once: a critical alert should not wait for SQLAlchemy to build a query."""

from __future__ import annotations

from sqlalchemy import BigInteger, String, and_, bindparam, func, or_, select, update

from monitor.edges.ledger.columns import Moment
from monitor.edges.ledger.tables_outbox import deliveries, quiet, responses

NOW = bindparam("now", type_=Moment())
THIS = bindparam("this", type_=BigInteger())
NUMBERS = bindparam("numbers", type_=BigInteger(), expanding=True)

_first, _digest = deliveries.alias("first"), deliveries.alias("digest_of_first")
_is_held = or_(_first.c.digest != "", and_(_first.c.level != "critical", _first.c.due > NOW))
_may_overtake = and_(deliveries.c.level == "critical", _first.c.state == "waiting", _is_held)
_waits = select(1).where(_first.c.number == deliveries.c.parent, _first.c.due.is_not(None), ~_may_overtake).exists()
_quiet = select(1).where(responses.c.thread == deliveries.c.thread, responses.c.snoozed_until > NOW).exists()
_here = and_(quiet.c.thread == deliveries.c.thread, quiet.c.channel == deliveries.c.channel)
_quiet_here = select(1).where(_here, quiet.c.until > NOW).exists()
_may_go = and_(deliveries.c.due <= NOW, ~_waits, ~_quiet, ~_quiet_here)
_order = (deliveries.c.level != "critical", deliveries.c.number)
_turn = func.row_number().over(partition_by=deliveries.c.channel, order_by=_order)
_ready = select(deliveries.c.number, _turn.label("turn")).where(_may_go, deliveries.c.digest == "").subquery()

ANY_DUE = select(deliveries.c.number).where(deliveries.c.due <= NOW).limit(1)

FIRST = select(func.min(deliveries.c.number)).where(
    deliveries.c.thread == bindparam("thread"),
    deliveries.c.channel == bindparam("channel"),
    deliveries.c.parent.is_(None),
)
"""The first of a thread on a channel."""

READY = (
    select(deliveries.c.number)
    .join(_ready, _ready.c.number == deliveries.c.number)
    .where(deliveries.c.due <= NOW)
    .order_by(_ready.c.turn, *_order)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True, of=deliveries)
)
"""What may be sent now: the channels in turn, of each the critical ones first."""

LEASE = (
    update(deliveries)
    .where(deliveries.c.number.in_(NUMBERS))
    .values(
        state="leased",
        holder=bindparam("by"),
        due=bindparam("until", type_=Moment()),
        attempts=deliveries.c.attempts + 1,
    )
)

GATHERING = (
    select(deliveries.c.number)
    .where(_may_go, deliveries.c.digest != "", deliveries.c.state == "waiting")
    .order_by(deliveries.c.number)
)
"""What a digest may take along now."""

WHOLE = (
    select(
        deliveries,
        func.coalesce(_digest.c.key, _first.c.key, "").label("parent_key"),
        func.coalesce(_digest.c.receipt, _first.c.receipt, "").label("parent_receipt"),
    )
    .outerjoin(_first, _first.c.number == deliveries.c.parent)
    .outerjoin(_digest, _digest.c.number == _first.c.gathered_in)
    .where(deliveries.c.number.in_(NUMBERS))
)
"""Deliveries with the first of their threads, or the digest that took it along."""

_settled = (
    update(deliveries)
    .where(deliveries.c.number == THIS)
    .values(
        state=bindparam("after"),
        due=bindparam("again", type_=Moment()),
        settled=bindparam("at", type_=Moment()),
        reason=bindparam("said"),
        receipt=func.coalesce(func.nullif(bindparam("got", type_=String()), ""), deliveries.c.receipt),
        holder="",
    )
)
SETTLE_SENT = _settled.where(deliveries.c.state != "sent")
"""Sent is a fact, whoever holds the lease."""
SETTLE_OURS = _settled.where(
    deliveries.c.state == "leased", deliveries.c.attempts - deliveries.c.tries_before == bindparam("try")
)
"""Anything else counts only while the lease is the one this try was taken under."""
