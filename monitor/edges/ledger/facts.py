"""Records a Trail: everything one Entry led to, or nothing of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from monitor.edges.ledger import codec, entries, inspections, outbox, problems
from monitor.edges.ledger.bulk import adding, replacing
from monitor.edges.ledger.columns import cleaned
from monitor.edges.ledger.feeds import entry_number, numbered
from monitor.edges.ledger.tables import article_authorities, articles
from monitor.edges.ledger.tables_outbox import alerts, doubts
from monitor.model.alert import Alert, AlertKind
from monitor.model.page import Article
from monitor.model.trail import Trail

ARTICLE = tuple(name for name in Article.__slots__ if name in articles.c)
REST = tuple(name for name in Article.__slots__ if name not in articles.c)
"""What an Article has beside its columns, kept as JSON: a field that the model gains needs no migration."""


def record(connection: Connection, trail: Trail, now: datetime) -> Trail:
    """Writes all of `trail` and marks its entry visited; returns what was written.

    An Alert already on record (by key, or FIRST for its inspection and level) is left out with its Deliveries,
    and `why` says so.
    """
    trail = replace(trail, entry=numbered(trail.entry, entry_number(connection, trail.entry, now), now))
    article = _keep_article(connection, trail, now)
    for resolution in trail.resolutions:
        inspections.keep(connection, resolution, now)
    told, repeated = _keep_alerts(connection, trail, now)
    threads = {alert.key: alert.thread for alert in told}
    wanted = [one for one in trail.deliveries if one.alert_key in threads or not _is_of(trail.alerts, one.alert_key)]
    sent = outbox.put(connection, wanted, threads, now)
    _keep_doubts(connection, trail, now)
    problems.mend(connection, trail.entry.source, trail.entry.url, now)
    problems.note(connection, [("", problem) for problem in trail.problems], now)
    why = "; ".join((trail.why, *(f"already told: {key}" for key in repeated)))
    trail = replace(trail, alerts=told, deliveries=sent, why=why)
    entries.finish(connection, trail, article, now)
    return trail


def _is_of(some: Sequence[Alert], key: str) -> bool:
    return any(alert.key == key for alert in some)


def _keep_article(connection: Connection, trail: Trail, now: datetime) -> int | None:
    if trail.article is None:
        return None
    keep = replacing(connection, articles, ("source", "canonical"), ("recorded",), "number")
    number = int(connection.execute(keep, cleaned(_article_row(trail, trail.article, now))).scalar_one())
    names = _names(trail)
    if names:
        link = adding(connection, article_authorities)
        connection.execute(link, [{"authority": name, "article": number} for name in names])
    return number


def _article_row(trail: Trail, article: Article, now: datetime) -> dict[str, object]:
    reading = trail.reading
    return {
        **{name: getattr(article, name) for name in ARTICLE},
        "canonical": article.canonical or article.url,
        "source": trail.entry.source,
        "extra": codec.write({name: getattr(article, name) for name in REST}),
        "recorded": now,
        "outcome": trail.outcome,
        "why": trail.why,
        "kind": str(reading.kind) if reading else "",
        "relevant": bool(reading and reading.relevant),
        "reading": codec.write(reading) if reading else "",
        "resolutions": codec.write(trail.resolutions) if trail.resolutions else "",
    }


def _names(trail: Trail) -> list[str]:
    named = [resolution.inspection.authority for resolution in trail.resolutions]
    if trail.reading:
        named += [*trail.reading.authorities, *(mention.authority for mention in trail.reading.mentions)]
    return sorted(set(filter(None, named)))


def _keep_alerts(connection: Connection, trail: Trail, now: datetime) -> tuple[tuple[Alert, ...], tuple[str, ...]]:
    told: list[Alert] = []
    repeated: list[Alert] = []
    for alert in trail.alerts:
        made = replace(alert, made=alert.made or now)
        inspection = inspection_of(alert)
        row = cleaned(_alert_row(made, inspection, trail.entry.number))
        number = connection.execute(adding(connection, alerts, "number"), row).scalar_one_or_none()
        (repeated if number is None else told).append(made)
        if alert.kind is AlertKind.FIRST:
            inspections.mark_alerted(connection, inspection, str(alert.level))
    return tuple(told), tuple(alert.key for alert in repeated)


def inspection_of(alert: Alert) -> str:
    """The key of the Inspection an Alert tells of; of an event that is none (an intervention) its own key."""
    is_judgement = alert.area and alert.event_key.endswith(f"/{alert.area}")
    return alert.event_key.removesuffix(f"/{alert.area}") if is_judgement else alert.event_key


def _alert_row(alert: Alert, inspection: str, entry: int) -> dict[str, object]:
    return {
        **{name: getattr(alert, name) for name in ("key", "event_key", "thread", "authority", "grade", "published")},
        "kind": str(alert.kind),
        "level": str(alert.level),
        "raised_by": alert.raised_by,
        "inspection": inspection,
        "entry": entry,
        "made": alert.made,
        "alert": codec.write(alert),
    }


def _keep_doubts(connection: Connection, trail: Trail, now: datetime) -> None:
    rows = [
        {
            **{name: getattr(doubt, name) for name in ("authority", "area", "grade", "url")},
            "doubt": codec.write(doubt),
            "recorded": now,
        }
        for doubt in trail.doubts
    ]
    if rows:
        connection.execute(adding(connection, doubts), [cleaned(row) for row in rows])
