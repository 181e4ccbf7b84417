"""The tables of telling: alerts, deliveries, doubts, what people did about them, and the ledger's own memory."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint, text

from monitor.edges.ledger.columns import Moment, Number
from monitor.edges.ledger.tables import metadata, number, words

alerts = Table(
    "alerts",
    metadata,
    number(),
    Column("key", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("event_key", String, nullable=False, index=True),
    Column("thread", String, nullable=False, index=True),
    Column("inspection", String, nullable=False),
    Column("authority", String, nullable=False, index=True),
    Column("level", String, nullable=False),
    Column("grade", String, nullable=False),
    Column("published", Date),
    Column("raised_by", Text, nullable=False),
    Column("entry", Number, ForeignKey("entries.number")),
    Column("made", Moment, nullable=False, index=True),
    Column("alert", Text, nullable=False),
)
"""Decisions to tell. The law that a reader hears FIRST once per inspection and level is an index, not a hope."""
Index(
    "uq_alerts_first",
    alerts.c.inspection,
    alerts.c.level,
    unique=True,
    sqlite_where=text("kind = 'first'"),
    postgresql_where=text("kind = 'first'"),
)

deliveries = Table(
    "deliveries",
    metadata,
    number(),
    Column("key", String, nullable=False, unique=True),
    Column("alert_key", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("thread", String, nullable=False),
    Column("level", String, nullable=False, server_default=""),
    Column("subject", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("created", Moment, nullable=False),
    Column("state", String, nullable=False, server_default="waiting"),
    Column("due", Moment),
    Column("holder", String, nullable=False, server_default=""),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("tries_before", Integer, nullable=False, server_default="0"),
    Column("settled", Moment),
    words("reason"),
    words("receipt"),
    words("digest"),
    Column("gathered_in", Number, ForeignKey("deliveries.number")),
    Column("parent", Number, ForeignKey("deliveries.number")),
    UniqueConstraint("alert_key", "channel"),
)
"""The outbox. `due` is when it may be taken (waiting) or its lease runs out (leased), NULL when final. `attempts`
counts leases for ever and fences a late settle; `tries_before` is their number when somebody asked for a resend.
`digest` names the gathering it waits for; `gathered_in` is the Delivery that took it along; `parent` its thread's first."""
Index(
    "ix_deliveries_due",
    deliveries.c.due,
    sqlite_where=text("due IS NOT NULL"),
    postgresql_where=text("due IS NOT NULL"),
)
Index("ix_deliveries_thread", deliveries.c.thread, deliveries.c.channel)
Index("ix_deliveries_state", deliveries.c.state, deliveries.c.number)

doubts = Table(
    "doubts",
    metadata,
    number(),
    Column("authority", String, nullable=False),
    Column("area", String, nullable=False),
    Column("grade", String, nullable=False),
    Column("url", Text, nullable=False),
    Column("doubt", Text, nullable=False),
    Column("recorded", Moment, nullable=False),
    Column("closed", Moment),
    words("answer"),
    UniqueConstraint("url", "authority", "area", "grade"),
)

responses = Table(
    "responses",
    metadata,
    Column("thread", String, primary_key=True),
    Column("acknowledged", Moment),
    words("acknowledged_by"),
    Column("snoozed_until", Moment),
    words("snoozed_by"),
)
"""What people did about a thread: acknowledged it, or asked for quiet until a time."""

quiet = Table(
    "quiet",
    metadata,
    Column("thread", String, primary_key=True),
    Column("channel", String, primary_key=True),
    Column("until", Moment, nullable=False),
    words("asked_by"),
)
"""Quiet on one channel only: its readers do not speak for those of the others."""

memory = Table(
    "memory",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", Text, nullable=False),
    Column("recorded", Moment, nullable=False),
)
"""Small facts the service keeps between starts, such as when a digest last went out."""

audit = Table(
    "audit",
    metadata,
    number(),
    Column("at", Moment, nullable=False, index=True),
    Column("who", String, nullable=False),
    Column("what", String, nullable=False),
    Column("subject", Text, nullable=False),
    words("detail"),
)
"""Who changed what by hand: resends, acknowledgements, edits of the watch-list."""
