"""Made-up feeds, entries, inspections, alerts and deliveries for the ledger's tests."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from monitor.model.alert import Alert, AlertKind, Level
from monitor.model.delivery import Delivery, Message
from monitor.model.judgement import Inspection, Kind, Match, Mention, Reading, Resolution, Standing
from monitor.model.page import Article
from monitor.model.source import Entry, Feed, FeedState, Poll, Problem
from monitor.model.trail import Trail

NOW = datetime(2024, 5, 14, 9, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
INADEQUATE = (("overall", "inadequate"), ("leaders", "inadequate"))


def feed(name: str = "north", source: str = "gazette") -> Feed:
    return Feed(f"{source}/{name}", source, name.title(), f"https://{source}.example/{name}.xml", 900)


def entry(slug: str = "council-fails", of: Feed | None = None) -> Entry:
    of = of or feed()
    url = f"https://{of.source}.example/{slug}"
    return Entry(url, of.key, of.source, url, slug.replace("-", " "), summary="A summary.", published=NOW)


def poll(
    *entries: Entry,
    of: Feed | None = None,
    when: datetime = NOW,
    problems: tuple[Problem, ...] = (),
    outcome: str = "read",
) -> Poll:
    of = of or feed()
    read = when if outcome in ("read", "unchanged") else None
    state = FeedState(of.key, etag='"v1"', polled=when, read=read, due=when + 15 * MINUTE, posts=(when,) * len(entries))
    return Poll(of, state, entries, problems, outcome, when)


def inspection(authority: str = "Borsetshire", first: date | None = date(2024, 2, 5), **more: object) -> Inspection:
    slug = authority.lower()
    known: dict[str, object] = {
        "key": f"{slug}/ilacs/{first or '~2024-05-14'}",
        "authority": authority,
        "framework": "ilacs-2023",
        "family": "ilacs",
        "first_day": first,
        "last_day": first + timedelta(days=11) if first else None,
        "published": date(2024, 5, 14),
        "grades": INADEQUATE,
        "origin": "press",
        "sources": (f"https://gazette.example/{slug}",),
    }
    return Inspection(**{**known, **more})  # type: ignore[arg-type]


def article(of: Entry) -> Article:
    return Article(of.url, of.url, of.title, "The first paragraph.\n\nThe second one.", outlet="Gazette", published=NOW)


def mention(authority: str = "Borsetshire") -> Mention:
    return Mention(authority, "overall", "inadequate", Standing.CURRENT, "ilacs-2023", "rated inadequate", 4, 20, 0.97)


def reading(authority: str = "Borsetshire") -> Reading:
    return Reading(
        True, Kind.FULL_INSPECTION, "it names a council and a grade", (mention(authority),), authorities=(authority,)
    )


def alert(of: Inspection, kind: AlertKind = AlertKind.FIRST, adds: str = "", level: Level = Level.CRITICAL) -> Alert:
    event = f"{of.key}/overall"
    return Alert(
        key=f"{event}/{kind}{adds}",
        kind=kind,
        event_key=event,
        thread=event,
        authority=of.authority,
        code="E10009999",
        framework=of.framework,
        area="overall",
        grade="inadequate",
        level=level,
        grades=of.grades,
        published=of.published,
        raised_by=of.sources[0],
        confirmed=of.confirmed,
        why="newly inadequate",
        notify=(("duty", ("National",)),),
    )


def delivery(of: Alert | str, channel: str = "duty", level: str = "critical") -> Delivery:
    key = of if isinstance(of, str) else of.key
    message = Message("Borsetshire: inadequate", "It is inadequate.", level, "first", facts=(("Area", "overall"),))
    return Delivery(0, f"{key}@{channel}", key, channel, message, NOW)


def trail(
    of: Entry,
    *alerts: Alert,
    inspections: tuple[Inspection, ...] = (),
    match: Match = Match.NEW,
    channels: tuple[str, ...] = ("duty",),
) -> Trail:
    met = tuple(
        Resolution(match, "no such inspection on record", one, (mention(one.authority),), one.grades)
        for one in inspections
    )
    sent = tuple(delivery(one, channel) for one in alerts for channel in channels)
    return Trail(of, "read", "a judgement", article(of), reading(), met, alerts, sent)
