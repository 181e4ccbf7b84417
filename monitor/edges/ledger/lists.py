"""Lists for people: alerts, entries, articles, deliveries, problems, doubts, audit. Newest first, paged by number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, func, select

from monitor.edges.ledger import codec
from monitor.edges.ledger.rows import AlertRow, ArticleRow, AuditRow, DoubtRow, EntryRow, ProblemRow, Wanted
from monitor.edges.ledger.tables import article_authorities, articles, entries, problems
from monitor.edges.ledger.tables_outbox import alerts as alerts_table
from monitor.edges.ledger.tables_outbox import audit as audit_table
from monitor.edges.ledger.tables_outbox import deliveries as deliveries_table
from monitor.edges.ledger.tables_outbox import doubts as doubts_table
from monitor.edges.ledger.tables_outbox import quiet, responses
from monitor.model.alert import Alert
from monitor.model.delivery import DeliveryRecord
from monitor.model.judgement import Doubt
from monitor.model.source import Problem

MOST = 1_000
"""No list gives more at once, whatever is asked."""

Query = Select[Any]


def paged(found: Query, table: Table, wanted: Wanted) -> Query:
    """Newest first, after the last number seen: as fast on the thousandth page as on the first."""
    if wanted.before:
        found = found.where(table.c.number < wanted.before)
    return found.order_by(table.c.number.desc()).limit(min(max(wanted.limit, 0), MOST))


def like(text: str) -> str:
    """A LIKE pattern for text as typed, its wildcards taken literally (escape "!")."""
    for sign in "!%_":
        text = text.replace(sign, f"!{sign}")
    return f"%{text.lower()}%"


def alerts(connection: Connection, wanted: Wanted) -> tuple[AlertRow, ...]:
    """Alerts with the answers people gave; `authority`, `kind`, `thread` and `since` narrow it."""
    found = _alerts()
    if wanted.authority:
        found = found.where(alerts_table.c.authority == wanted.authority)
    if wanted.kind:
        found = found.where(alerts_table.c.kind == wanted.kind)
    if wanted.thread:
        found = found.where(alerts_table.c.thread == wanted.thread)
    if wanted.since:
        found = found.where(alerts_table.c.made >= wanted.since)
    return tuple(map(_alert_row, connection.execute(paged(found, alerts_table, wanted)).mappings()))


def alerts_of(connection: Connection, entry_numbers: Sequence[int]) -> tuple[AlertRow, ...]:
    """The alerts that these entries raised, oldest first."""
    found = _alerts().where(alerts_table.c.entry.in_(entry_numbers)).order_by(alerts_table.c.number)
    return tuple(map(_alert_row, connection.execute(found).mappings()))


def _alerts() -> Query:
    answers = (responses.c.acknowledged, responses.c.acknowledged_by, responses.c.snoozed_until)
    return (
        select(alerts_table.c.number, alerts_table.c.alert, entries.c.article, *answers)
        .outerjoin(responses, responses.c.thread == alerts_table.c.thread)
        .outerjoin(entries, entries.c.number == alerts_table.c.entry)
    )


def _alert_row(row: RowMapping) -> AlertRow:
    return AlertRow(
        number=row["number"],
        alert=codec.read(Alert, row["alert"]),
        article=row["article"],
        acknowledged=row["acknowledged"],
        acknowledged_by=row["acknowledged_by"] or "",
        snoozed_until=row["snoozed_until"],
    )


def entry_rows(connection: Connection, wanted: Wanted) -> tuple[EntryRow, ...]:
    """Entries and what became of them; `source`, `feed`, `outcome` ("waiting" for those that wait), `text`, `since` narrow it."""
    found = select(*_entry_columns())
    for name in ("source", "feed"):
        if getattr(wanted, name):
            found = found.where(entries.c[name] == getattr(wanted, name))
    if wanted.outcome == "waiting":
        found = found.where(entries.c.due.is_not(None))
    elif wanted.outcome:
        found = found.where(entries.c.outcome == wanted.outcome)
    if wanted.text:
        found = found.where(func.lower(entries.c.title).like(like(wanted.text), escape="!"))
    if wanted.since:
        found = found.where(entries.c.first_seen >= wanted.since)
    return tuple(map(_entry_row, connection.execute(paged(found, entries, wanted)).mappings()))


def entries_of(connection: Connection, article: int) -> tuple[EntryRow, ...]:
    """The entries under which an article was listed, oldest first."""
    found = select(*_entry_columns()).where(entries.c.article == article).order_by(entries.c.number)
    return tuple(map(_entry_row, connection.execute(found).mappings()))


def _entry_columns() -> list[Any]:
    return [entries.c.identity, *(entries.c[name] for name in EntryRow.__slots__)]


def _entry_row(row: RowMapping) -> EntryRow:
    known = {name: row[name] for name in EntryRow.__slots__}
    return EntryRow(**{**known, "url": row["url"] or row["identity"]})


def article_rows(connection: Connection, wanted: Wanted) -> tuple[ArticleRow, ...]:
    """Articles read; `authority`, `source`, `kind`, `outcome` ("relevant" or one of an entry's), `text`, `since` narrow it."""
    found = select(*article_columns())
    if wanted.authority:
        mine = select(article_authorities.c.article).where(article_authorities.c.authority == wanted.authority)
        found = found.where(articles.c.number.in_(mine))
    for name in ("source", "kind"):
        if getattr(wanted, name):
            found = found.where(articles.c[name] == getattr(wanted, name))
    if wanted.outcome == "relevant":
        found = found.where(articles.c.relevant)
    elif wanted.outcome:
        found = found.where(articles.c.outcome == wanted.outcome)
    if wanted.text:
        found = found.where(func.lower(articles.c.title).like(like(wanted.text), escape="!"))
    if wanted.since:
        found = found.where(articles.c.recorded >= wanted.since)
    rows = connection.execute(paged(found, articles, wanted)).mappings().all()
    names = authorities_of(connection, [row["number"] for row in rows])
    return tuple(article_row(row, names[row["number"]]) for row in rows)


def article_columns() -> list[Any]:
    """The columns of an ArticleRow."""
    return [articles.c[name] for name in ArticleRow.__slots__ if name != "authorities"]


def article_row(row: RowMapping, names: Sequence[str]) -> ArticleRow:
    """The ArticleRow in a row of `articles`."""
    known = {name: row[name] for name in ArticleRow.__slots__ if name != "authorities"}
    return ArticleRow(**known, authorities=tuple(names))


def authorities_of(connection: Connection, numbers: Sequence[int]) -> dict[int, list[str]]:
    """The authorities that each of these articles names."""
    names: dict[int, list[str]] = defaultdict(list)
    table = article_authorities
    for number, name in connection.execute(
        select(table.c.article, table.c.authority).where(table.c.article.in_(numbers)).order_by(table.c.authority)
    ):
        names[number].append(name)
    return names


def deliveries(connection: Connection, state: str, wanted: Wanted) -> tuple[DeliveryRecord, ...]:
    """Deliveries in one state or all; "snoozed" are those that wait while their thread is quiet. `kind` is a channel."""
    table = deliveries_table
    asleep = select(responses.c.thread).where(responses.c.snoozed_until > table.c.due)
    here = (quiet.c.thread == table.c.thread) & (quiet.c.channel == table.c.channel) & (quiet.c.until > table.c.due)
    is_asleep = (table.c.state == "waiting") & (table.c.thread.in_(asleep) | select(1).where(here).exists())
    found = select(table, is_asleep.label("asleep"))
    if state == "snoozed":
        found = found.where(is_asleep)
    elif state:
        found = found.where(table.c.state == state)
    if wanted.kind:
        found = found.where(table.c.channel == wanted.kind)
    return tuple(map(delivery_record, connection.execute(paged(found, table, wanted)).mappings()))


def delivery_record(row: RowMapping) -> DeliveryRecord:
    """The DeliveryRecord in a row of `deliveries`."""
    known = {name: row[name] for name in DeliveryRecord.__slots__}
    return DeliveryRecord(**{**known, "state": "snoozed" if row.get("asleep") else row["state"]})


def problem_rows(connection: Connection, open_only: bool, wanted: Wanted) -> tuple[ProblemRow, ...]:
    """Problems with their life; `source`, `feed` and `kind` narrow it."""
    found = select(problems)
    if open_only:
        found = found.where(problems.c.recovered.is_(None))
    for name in ("source", "feed", "kind"):
        if getattr(wanted, name):
            found = found.where(problems.c[name] == getattr(wanted, name))
    return tuple(map(problem_row, connection.execute(paged(found, problems, wanted)).mappings()))


def problem_row(row: RowMapping) -> ProblemRow:
    """The ProblemRow in a row of `problems`."""
    problem = Problem(row["source"], row["url"], row["kind"], row["detail"])
    life = {name: row[name] for name in ("number", "feed", "first_seen", "last_seen", "times", "recovered")}
    return ProblemRow(**life, problem=problem)


def doubts(connection: Connection, open_only: bool, wanted: Wanted) -> tuple[DoubtRow, ...]:
    """What the operator was asked to check; `authority` narrows it."""
    table = doubts_table
    found = select(table)
    if open_only:
        found = found.where(table.c.closed.is_(None))
    if wanted.authority:
        found = found.where(table.c.authority == wanted.authority)
    rows = connection.execute(paged(found, table, wanted)).mappings()
    return tuple(
        DoubtRow(row["number"], codec.read(Doubt, row["doubt"]), row["recorded"], row["closed"], row["answer"])
        for row in rows
    )


def audit(connection: Connection, wanted: Wanted) -> tuple[AuditRow, ...]:
    """What people did by hand; `kind` is the deed."""
    found = select(audit_table)
    if wanted.kind:
        found = found.where(audit_table.c.what == wanted.kind)
    return tuple(AuditRow(**row) for row in connection.execute(paged(found, audit_table, wanted)).mappings())
