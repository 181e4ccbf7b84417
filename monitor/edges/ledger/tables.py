"""The tables, as SQLAlchemy Core sees them. Migrations make them; a test proves that both agree.

Every unique constraint here is a law of the product: one entry per item, one alert per decision, one delivery per
alert and channel. Times are Moment (UTC microseconds); JSON is text, written and read by `codec`.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from monitor.edges.ledger.columns import Moment, Number

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)


def number() -> Column[int]:
    """A row's id."""
    return Column("number", Number, primary_key=True)


def words(name: str) -> Column[str]:
    """Text that is "" when there is none."""
    return Column(name, Text, nullable=False, server_default="")


feeds = Table(
    "feeds",
    metadata,
    Column("key", String, primary_key=True),
    words("source"),
    words("name"),
    words("url"),
    Column("every", Integer, nullable=False, server_default="0"),
    words("etag"),
    words("last_modified"),
    words("body_hash"),
    Column("polled", Moment),
    Column("read", Moment),
    Column("changed", Moment),
    Column("audited", Moment),
    Column("due", Moment),
    Column("failures", Integer, nullable=False, server_default="0"),
    words("last_problem"),
    words("moved_to"),
    Column("moved_times", Integer, nullable=False, server_default="0"),
    Column("gone", Moment),
    Column("entries_last", Integer, nullable=False, server_default="0"),
)
"""A feed as last polled: FeedState, with the name and address it had then."""

feed_posts = Table(
    "feed_posts",
    metadata,
    Column("key", String, primary_key=True),
    Column("posts", LargeBinary, nullable=False),
)
"""Arrival times of a feed's latest entries, packed 8 bytes each; apart from `feeds` since most polls leave it alone."""

gaps = Table(
    "gaps",
    metadata,
    number(),
    Column("feed", String, nullable=False, index=True),
    Column("since", Moment, nullable=False),
    Column("until", Moment, nullable=False, index=True),
    Column("failures", Integer, nullable=False, server_default="0"),
    words("why"),
)
"""Times in which a feed went unread for longer than wanted: what a coverage certificate must own up to."""

problems = Table(
    "problems",
    metadata,
    number(),
    words("feed"),
    Column("source", String, nullable=False),
    Column("url", Text, nullable=False),
    Column("kind", String, nullable=False),
    words("detail"),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    Column("times", Integer, nullable=False, server_default="1"),
    Column("recovered", Moment, index=True),
)
Index(
    "uq_problems_open",
    problems.c.source,
    problems.c.url,
    problems.c.kind,
    unique=True,
    sqlite_where=text("recovered IS NULL"),
    postgresql_where=text("recovered IS NULL"),
)

entries = Table(
    "entries",
    metadata,
    number(),
    Column("fingerprint", LargeBinary(16), nullable=False, unique=True),
    Column("source", String, nullable=False),
    Column("feed", String, nullable=False),
    Column("identity", Text, nullable=False),
    words("url"),
    words("title"),
    words("summary"),
    words("body"),
    words("author"),
    words("outlet"),
    words("extra"),
    Column("published", Moment),
    Column("updated", Moment),
    Column("first_seen", Moment, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("due", Moment),
    Column("visited", Moment),
    words("outcome"),
    words("why"),
    Column("article", Number, ForeignKey("articles.number")),
    words("holder"),
)
"""Items as listed. `fingerprint` stands for (source, identity); `url` "" means it is the identity; `due` NULL means
nothing is left to do. A lease is a `due` in the future and names its `holder`: a crash lets it run out, or, once the holder
is known to be dead, gives it back."""
Index(
    "ix_entries_waiting",
    entries.c.due,
    entries.c.number,
    sqlite_where=text("due IS NOT NULL"),
    postgresql_where=text("due IS NOT NULL"),
)

Index(
    "ix_entries_article",
    entries.c.article,
    sqlite_where=text("article IS NOT NULL"),
    postgresql_where=text("article IS NOT NULL"),
)

articles = Table(
    "articles",
    metadata,
    number(),
    Column("source", String, nullable=False),
    Column("canonical", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("title", Text, nullable=False),
    words("text"),
    words("summary"),
    words("outlet"),
    words("author"),
    Column("published", Moment),
    Column("modified", Moment),
    words("wall"),
    Column("from_entry", Boolean, nullable=False, server_default=text("false")),
    Column("extra", Text, nullable=False, server_default="{}"),
    Column("recorded", Moment, nullable=False, index=True),
    Column("outcome", String, nullable=False, server_default=""),
    words("why"),
    Column("kind", String, nullable=False, server_default=""),
    Column("relevant", Boolean, nullable=False, server_default=text("false")),
    words("reading"),
    words("resolutions"),
    UniqueConstraint("source", "canonical"),
)
"""What was read, once per source and canonical address, with the Reading and the Resolutions it led to (JSON)."""

article_authorities = Table(
    "article_authorities",
    metadata,
    Column("authority", String, primary_key=True),
    Column("article", Number, ForeignKey("articles.number", ondelete="CASCADE"), primary_key=True, index=True),
)

inspections = Table(
    "inspections",
    metadata,
    number(),
    Column("key", String, nullable=False, unique=True),
    Column("authority", String, nullable=False, index=True),
    Column("framework", String, nullable=False),
    Column("family", String, nullable=False),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("published", Date, index=True),
    Column("origin", String, nullable=False),
    Column("alerted", String, nullable=False, server_default=""),
    Column("confirmed", String, nullable=False, server_default="reported"),
    words("report_url"),
    Column("precision", String, nullable=False, server_default="day"),
    Column("recorded", Moment, nullable=False),
    Column("revised", Moment),
)

judgements = Table(
    "judgements",
    metadata,
    number(),
    Column("inspection", Number, ForeignKey("inspections.number", ondelete="CASCADE"), nullable=False),
    Column("area", String, nullable=False),
    Column("grade", String, nullable=False, index=True),
    UniqueConstraint("inspection", "area"),
)
"""A Grade for an Area: one row of history. Its natural key is the inspection's key and the area."""

judgement_sources = Table(
    "judgement_sources",
    metadata,
    number(),
    Column("inspection", Number, ForeignKey("inspections.number", ondelete="CASCADE"), nullable=False),
    Column("url", Text, nullable=False, index=True),
    Column("kind", String, nullable=False, server_default="article"),
    Column("recorded", Moment, nullable=False),
    UniqueConstraint("inspection", "url"),
)
