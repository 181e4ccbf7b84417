"""What is told: alerts, deliveries, doubts, responses; the ledger's memory and audit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from monitor.edges.ledger.columns import Moment, Number

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Makes 6 tables."""
    _alerts()
    _deliveries()
    _doubts()
    _responses()
    _memory()
    _audit()


def _alerts() -> None:
    op.create_table(
        "alerts",
        sa.Column("number", Number, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("event_key", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("inspection", sa.String(), nullable=False),
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("grade", sa.String(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("raised_by", sa.Text(), nullable=False),
        sa.Column("entry", Number, nullable=True),
        sa.Column("made", Moment(), nullable=False),
        sa.Column("alert", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.number"], name="fk_alerts_entry"),
        sa.PrimaryKeyConstraint("number", name="pk_alerts"),
        sa.UniqueConstraint("key", name="uq_alerts_key"),
    )
    op.create_index("ix_alerts_authority", "alerts", ["authority"], unique=False)
    op.create_index("ix_alerts_event_key", "alerts", ["event_key"], unique=False)
    op.create_index("ix_alerts_made", "alerts", ["made"], unique=False)
    op.create_index("ix_alerts_thread", "alerts", ["thread"], unique=False)
    op.create_index(
        "uq_alerts_first",
        "alerts",
        ["inspection", "level"],
        unique=True,
        sqlite_where=sa.text("kind = 'first'"),
        postgresql_where=sa.text("kind = 'first'"),
    )


def _deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("number", Number, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("alert_key", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("level", sa.String(), server_default="", nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("created", Moment(), nullable=False),
        sa.Column("state", sa.String(), server_default="waiting", nullable=False),
        sa.Column("due", Moment(), nullable=True),
        sa.Column("holder", sa.String(), server_default="", nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tries_before", sa.Integer(), server_default="0", nullable=False),
        sa.Column("settled", Moment(), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("receipt", sa.Text(), server_default="", nullable=False),
        sa.Column("digest", sa.Text(), server_default="", nullable=False),
        sa.Column("gathered_in", Number, nullable=True),
        sa.Column("parent", Number, nullable=True),
        sa.ForeignKeyConstraint(["gathered_in"], ["deliveries.number"], name="fk_deliveries_gathered_in"),
        sa.ForeignKeyConstraint(["parent"], ["deliveries.number"], name="fk_deliveries_parent"),
        sa.PrimaryKeyConstraint("number", name="pk_deliveries"),
        sa.UniqueConstraint("alert_key", "channel", name="uq_deliveries_alert_key_channel"),
        sa.UniqueConstraint("key", name="uq_deliveries_key"),
    )
    _deliveries_indexes()


def _deliveries_indexes() -> None:
    op.create_index(
        "ix_deliveries_due",
        "deliveries",
        ["due"],
        unique=False,
        sqlite_where=sa.text("due IS NOT NULL"),
        postgresql_where=sa.text("due IS NOT NULL"),
    )
    op.create_index("ix_deliveries_state", "deliveries", ["state", "number"], unique=False)
    op.create_index("ix_deliveries_thread", "deliveries", ["thread", "channel"], unique=False)


def _doubts() -> None:
    op.create_table(
        "doubts",
        sa.Column("number", Number, nullable=False),
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("grade", sa.String(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("doubt", sa.Text(), nullable=False),
        sa.Column("recorded", Moment(), nullable=False),
        sa.Column("closed", Moment(), nullable=True),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_doubts"),
        sa.UniqueConstraint("url", "authority", "area", "grade", name="uq_doubts_url_authority_area_grade"),
    )


def _responses() -> None:
    op.create_table(
        "responses",
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("acknowledged", Moment(), nullable=True),
        sa.Column("acknowledged_by", sa.Text(), server_default="", nullable=False),
        sa.Column("snoozed_until", Moment(), nullable=True),
        sa.Column("snoozed_by", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("thread", name="pk_responses"),
    )


def _memory() -> None:
    op.create_table(
        "memory",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("recorded", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_memory"),
    )


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("number", Number, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit"),
    )
    op.create_index("ix_audit_at", "audit", ["at"], unique=False)
