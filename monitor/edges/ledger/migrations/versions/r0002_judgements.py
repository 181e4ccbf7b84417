"""What is on record of authorities: inspections, their grades and sources."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from monitor.edges.ledger.columns import Moment, Number

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes 3 tables."""
    _inspections()
    _judgements()
    _judgement_sources()


def _inspections() -> None:
    op.create_table(
        "inspections",
        sa.Column("number", Number, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("framework", sa.String(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("alerted", sa.String(), server_default="", nullable=False),
        sa.Column("confirmed", sa.String(), server_default="reported", nullable=False),
        sa.Column("report_url", sa.Text(), server_default="", nullable=False),
        sa.Column("precision", sa.String(), server_default="day", nullable=False),
        sa.Column("recorded", Moment(), nullable=False),
        sa.Column("revised", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_inspections"),
        sa.UniqueConstraint("key", name="uq_inspections_key"),
    )
    op.create_index("ix_inspections_authority", "inspections", ["authority"], unique=False)
    op.create_index("ix_inspections_published", "inspections", ["published"], unique=False)


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("number", Number, nullable=False),
        sa.Column("inspection", Number, nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("grade", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inspection"], ["inspections.number"], name="fk_judgements_inspection", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_judgements"),
        sa.UniqueConstraint("inspection", "area", name="uq_judgements_inspection_area"),
    )
    op.create_index("ix_judgements_grade", "judgements", ["grade"], unique=False)


def _judgement_sources() -> None:
    op.create_table(
        "judgement_sources",
        sa.Column("number", Number, nullable=False),
        sa.Column("inspection", Number, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(), server_default="article", nullable=False),
        sa.Column("recorded", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inspection"], ["inspections.number"], name="fk_judgement_sources_inspection", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_judgement_sources"),
        sa.UniqueConstraint("inspection", "url", name="uq_judgement_sources_inspection_url"),
    )
    op.create_index("ix_judgement_sources_url", "judgement_sources", ["url"], unique=False)
