"""What was listed and read: feeds, problems, entries, articles."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from monitor.edges.ledger.columns import Moment, Number

revision = "0001"
down_revision: str | None = None


def upgrade() -> None:
    """Makes 7 tables."""
    _feeds()
    _feed_posts()
    _gaps()
    _problems()
    _articles()
    _article_authorities()
    _entries()


def _feeds() -> None:
    op.create_table(
        "feeds",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("url", sa.Text(), server_default="", nullable=False),
        sa.Column("every", sa.Integer(), server_default="0", nullable=False),
        sa.Column("etag", sa.Text(), server_default="", nullable=False),
        sa.Column("last_modified", sa.Text(), server_default="", nullable=False),
        sa.Column("body_hash", sa.Text(), server_default="", nullable=False),
        sa.Column("polled", Moment(), nullable=True),
        sa.Column("read", Moment(), nullable=True),
        sa.Column("changed", Moment(), nullable=True),
        sa.Column("audited", Moment(), nullable=True),
        sa.Column("due", Moment(), nullable=True),
        sa.Column("failures", sa.Integer(), server_default="0", nullable=False),
        sa.Column("last_problem", sa.Text(), server_default="", nullable=False),
        sa.Column("moved_to", sa.Text(), server_default="", nullable=False),
        sa.Column("moved_times", sa.Integer(), server_default="0", nullable=False),
        sa.Column("gone", Moment(), nullable=True),
        sa.Column("entries_last", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_feeds"),
    )


def _feed_posts() -> None:
    op.create_table(
        "feed_posts",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("posts", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_feed_posts"),
    )


def _gaps() -> None:
    op.create_table(
        "gaps",
        sa.Column("number", Number, nullable=False),
        sa.Column("feed", sa.String(), nullable=False),
        sa.Column("since", Moment(), nullable=False),
        sa.Column("until", Moment(), nullable=False),
        sa.Column("failures", sa.Integer(), server_default="0", nullable=False),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_gaps"),
    )
    op.create_index("ix_gaps_feed", "gaps", ["feed"], unique=False)
    op.create_index("ix_gaps_until", "gaps", ["until"], unique=False)


def _problems() -> None:
    op.create_table(
        "problems",
        sa.Column("number", Number, nullable=False),
        sa.Column("feed", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("detail", sa.Text(), server_default="", nullable=False),
        sa.Column("first_seen", Moment(), nullable=False),
        sa.Column("last_seen", Moment(), nullable=False),
        sa.Column("times", sa.Integer(), server_default="1", nullable=False),
        sa.Column("recovered", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_problems"),
    )
    op.create_index("ix_problems_recovered", "problems", ["recovered"], unique=False)
    op.create_index(
        "uq_problems_open",
        "problems",
        ["source", "url", "kind"],
        unique=True,
        sqlite_where=sa.text("recovered IS NULL"),
        postgresql_where=sa.text("recovered IS NULL"),
    )


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("number", Number, nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("canonical", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("summary", sa.Text(), server_default="", nullable=False),
        sa.Column("outlet", sa.Text(), server_default="", nullable=False),
        sa.Column("author", sa.Text(), server_default="", nullable=False),
        sa.Column("published", Moment(), nullable=True),
        sa.Column("modified", Moment(), nullable=True),
        sa.Column("wall", sa.Text(), server_default="", nullable=False),
        sa.Column("from_entry", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("extra", sa.Text(), server_default="{}", nullable=False),
        sa.Column("recorded", Moment(), nullable=False),
        sa.Column("outcome", sa.String(), server_default="", nullable=False),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.String(), server_default="", nullable=False),
        sa.Column("relevant", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("reading", sa.Text(), server_default="", nullable=False),
        sa.Column("resolutions", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_articles"),
        sa.UniqueConstraint("source", "canonical", name="uq_articles_source_canonical"),
    )
    _articles_indexes()


def _articles_indexes() -> None:
    op.create_index("ix_articles_recorded", "articles", ["recorded"], unique=False)


def _article_authorities() -> None:
    op.create_table(
        "article_authorities",
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("article", Number, nullable=False),
        sa.ForeignKeyConstraint(
            ["article"], ["articles.number"], name="fk_article_authorities_article", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("authority", "article", name="pk_article_authorities"),
    )
    op.create_index("ix_article_authorities_article", "article_authorities", ["article"], unique=False)


def _entries() -> None:
    op.create_table(
        "entries",
        sa.Column("number", Number, nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(length=16), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("feed", sa.String(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("summary", sa.Text(), server_default="", nullable=False),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.Column("author", sa.Text(), server_default="", nullable=False),
        sa.Column("outlet", sa.Text(), server_default="", nullable=False),
        sa.Column("extra", sa.Text(), server_default="", nullable=False),
        sa.Column("published", Moment(), nullable=True),
        sa.Column("updated", Moment(), nullable=True),
        sa.Column("first_seen", Moment(), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("due", Moment(), nullable=True),
        sa.Column("visited", Moment(), nullable=True),
        sa.Column("outcome", sa.Text(), server_default="", nullable=False),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.Column("article", Number, nullable=True),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], name="fk_entries_article"),
        sa.PrimaryKeyConstraint("number", name="pk_entries"),
        sa.UniqueConstraint("fingerprint", name="uq_entries_fingerprint"),
    )
    _entries_indexes()


def _entries_indexes() -> None:
    op.create_index(
        "ix_entries_article",
        "entries",
        ["article"],
        unique=False,
        sqlite_where=sa.text("article IS NOT NULL"),
        postgresql_where=sa.text("article IS NOT NULL"),
    )
    op.create_index(
        "ix_entries_waiting",
        "entries",
        ["due", "number"],
        unique=False,
        sqlite_where=sa.text("due IS NOT NULL"),
        postgresql_where=sa.text("due IS NOT NULL"),
    )
