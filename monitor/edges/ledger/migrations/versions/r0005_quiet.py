"""Quiet for one channel: a reader who wants no more of a thread for a while does not speak for the others."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from monitor.edges.ledger.columns import Moment

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Adds a table."""
    op.create_table(
        "quiet",
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("until", Moment(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("thread", "channel", name="pk_quiet"),
    )
