"""Pages for people: one article with all that came of it, the feeds, coverage, an authority's history, the counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, RowMapping, func, or_, select

from monitor.edges.ledger import codec, inspections, lists
from monitor.edges.ledger.feeds import load_states
from monitor.edges.ledger.gaps import tolerated
from monitor.edges.ledger.rows import ArticleTrail, Coverage, FeedRow, Gap, ProblemRow
from monitor.edges.ledger.tables import articles, entries, feeds, problems
from monitor.edges.ledger.tables import gaps as gaps_table
from monitor.edges.ledger.tables import inspections as inspections_table
from monitor.edges.ledger.tables_outbox import alerts, deliveries, doubts
from monitor.model.delivery import DeliveryRecord
from monitor.model.judgement import Inspection, Judgement, Reading, Resolution
from monitor.model.page import Article


def article(connection: Connection, number: int) -> ArticleTrail | None:
    """An article with its Reading, Resolutions, entries, alerts and deliveries; None for a number never given."""
    row = connection.execute(select(articles).where(articles.c.number == number)).mappings().one_or_none()
    if row is None:
        return None
    listed = lists.entries_of(connection, number)
    told = lists.alerts_of(connection, [entry.number for entry in listed])
    return ArticleTrail(
        row=lists.article_row(row, lists.authorities_of(connection, [number])[number]),
        article=_article(row),
        reading=codec.read(Reading, row["reading"]) if row["reading"] else None,
        resolutions=codec.read_all(Resolution, row["resolutions"]),
        entries=listed,
        alerts=told,
        deliveries=deliveries_of(connection, [one.alert.key for one in told]),
    )


def _article(row: RowMapping) -> Article:
    plain = {name: row[name] for name in Article.__slots__ if name in articles.c}
    return codec.read_part(Article, row["extra"], plain)


def article_at(connection: Connection, url: str) -> int | None:
    """The number of the article at an address (as fetched or canonical), the latest one, or None."""
    at = or_(articles.c.canonical == url, articles.c.url == url)
    return connection.execute(select(func.max(articles.c.number)).where(at)).scalar()


def deliveries_of(connection: Connection, alert_keys: list[str]) -> tuple[DeliveryRecord, ...]:
    """The deliveries of these alerts, oldest first."""
    found = select(deliveries).where(deliveries.c.alert_key.in_(alert_keys)).order_by(deliveries.c.number)
    return tuple(map(lists.delivery_record, connection.execute(found).mappings()))


def feed_rows(connection: Connection) -> tuple[FeedRow, ...]:
    """Every feed ever polled, with its state and open problems, by key."""
    states = load_states(connection)
    open_ones: dict[str, list[ProblemRow]] = defaultdict(list)
    found = select(problems).where(problems.c.recovered.is_(None), problems.c.feed != "").order_by(problems.c.number)
    for row in connection.execute(found).mappings():
        open_ones[row["feed"]].append(lists.problem_row(row))
    columns = (feeds.c.key, feeds.c.source, feeds.c.name, feeds.c.url, feeds.c.every)
    return tuple(
        FeedRow(**row, state=states[row["key"]], problems=tuple(open_ones[row["key"]]))
        for row in connection.execute(select(*columns).order_by(feeds.c.key)).mappings()
    )


def coverage(connection: Connection, since: datetime, now: datetime) -> tuple[Coverage, ...]:
    """How well each feed was read since a moment: what a certificate owns up to."""
    noted: dict[str, list[Gap]] = defaultdict(list)
    found = select(gaps_table).where(gaps_table.c.until > since).order_by(gaps_table.c.number)
    for row in connection.execute(found).mappings():
        noted[row["feed"]].append(Gap(row["since"], row["until"], row["failures"], row["why"]))
    return tuple(_coverage(row, noted[row.key], since, now) for row in feed_rows(connection))


def _coverage(row: FeedRow, noted: list[Gap], since: datetime, now: datetime) -> Coverage:
    state = row.state
    silent_from = state.read or since
    if now - silent_from > tolerated(row.every):
        noted = [*noted, Gap(silent_from, None, state.failures, state.last_problem or "not asked")]
    spans = [(min(gap.until or now, now) - max(gap.since, since)).total_seconds() for gap in noted]
    return Coverage(
        feed=row.key,
        source=row.source,
        name=row.name,
        url=row.url,
        every=row.every,
        last_read=state.read,
        last_polled=state.polled,
        failures=state.failures,
        last_problem=state.last_problem,
        gone=state.gone,
        gaps=tuple(noted),
        longest_unread=max([*spans, (now - max(silent_from, since)).total_seconds(), 0.0]),
    )


def judgements(connection: Connection, authority: str = "", grade: str = "") -> tuple[Judgement, ...]:
    """Judgements of one or all authorities, newest inspection first, each area a row."""
    found = inspections.load(connection, [authority] if authority else None)
    rows = (Judgement(one, area, given) for one in reversed(found) for area, given in one.grades)
    return tuple(row for row in rows if grade in ("", row.grade))


def history(connection: Connection, authority: str) -> tuple[Inspection, ...]:
    """The inspections of one authority, newest first."""
    return tuple(reversed(inspections.load(connection, [authority])))


def counts(connection: Connection, only: Collection[str] = ()) -> dict[str, int]:
    """How much is on record, by stable words; deliveries by state as "deliveries.sent" and so on.

    With `only`, of the others just these: counting every article takes time that a page may not have.
    """
    found = {
        "entries": select(func.count()).select_from(entries),
        "entries.waiting": select(func.count()).where(entries.c.due.is_not(None)),
        "articles": select(func.count()).select_from(articles),
        "articles.relevant": select(func.count()).where(articles.c.relevant),
        "inspections": select(func.count()).select_from(inspections_table),
        "alerts": select(func.count()).select_from(alerts),
        "problems.open": select(func.count()).where(problems.c.recovered.is_(None)),
        "doubts.open": select(func.count()).where(doubts.c.closed.is_(None)),
        "feeds": select(func.count()).select_from(feeds),
    }
    counted = {
        name: int(connection.execute(query).scalar_one()) for name, query in found.items() if not only or name in only
    }
    by_state = select(deliveries.c.state, func.count()).group_by(deliveries.c.state)
    return counted | {f"deliveries.{state}": number for state, number in connection.execute(by_state)}


def sent_since(connection: Connection, since: datetime) -> dict[str, int]:
    """How many Deliveries each channel sent since a moment: what a cap an hour is held against."""
    sent = (deliveries.c.state == "sent") & (deliveries.c.settled >= since)
    found = select(deliveries.c.channel, func.count()).where(sent).group_by(deliveries.c.channel)
    return {row[0]: row[1] for row in connection.execute(found)}
