"""Readings, mentions, articles and records made by hand, for the tests of resolve and alert."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from monitor.model.alert import Rule, WatchList
from monitor.model.judgement import Inspection, Kind, Mention, Reading, Resolution, Standing
from monitor.model.page import Article
from monitor.settings.reference import reference
from monitor.stages.alert import Background, Decision, decide
from monitor.stages.resolve import concerned, resolve

EVERYONE = WatchList(
    rules=(
        Rule(
            name="everyone",
            authorities=frozenset(a.name for a in reference().authorities),
            grades=("inadequate",),
            areas=(),
            notify=("console",),
        ),
    ),
    channels=("console",),
    operator=("console",),
)


def at(day: date) -> datetime:
    return datetime.combine(day, time(9, 30), UTC)


def mention(
    authority: str = "Kirklees",
    grade: str = "inadequate",
    area: str = "overall",
    standing: Standing = Standing.CURRENT,
    framework: str = "",
    begun: date | None = None,
    ended: date | None = None,
    confidence: float = 0.95,
) -> Mention:
    return Mention(
        authority=authority,
        area=area,
        grade=grade,
        standing=standing,
        framework=framework,
        quote=f"{authority}: {area} {grade}",
        start=0,
        end=10,
        confidence=confidence,
        inspection_from=begun,
        inspection_to=ended,
    )


def reading(*mentions: Mention, kind: Kind = Kind.FULL_INSPECTION, origin: str = "press") -> Reading:
    names = tuple(dict.fromkeys(m.authority for m in mentions))
    return Reading(relevant=True, kind=kind, reason="made by hand", mentions=mentions, authorities=names, origin=origin)


def article(day: date | None, outlet: str = "gazette") -> Article:
    url = f"https://{outlet}.example/{day.isoformat() if day else 'undated'}"
    return Article(
        url=url, canonical=url, title="A report", text="Text.", outlet=outlet, published=at(day) if day else None
    )


class Desk:
    """A record kept in memory: pages are read one after another, as the pipeline does it."""

    def __init__(self, *known: Inspection, watchlist: WatchList = EVERYONE) -> None:
        self.record = {inspection.key: inspection for inspection in known}
        self.watchlist = watchlist
        self.decisions: list[Decision] = []

    def read(self, page: Reading, day: date | None, outlet: str = "gazette", now: date | None = None) -> Decision:
        text = article(day, outlet)
        moment = at(now or day or date(2026, 11, 24))
        names = concerned(page, text, moment, reference())
        known = tuple(i for i in self.record.values() if i.authority in names)
        resolutions = resolve(page, text, known, moment, reference())
        background = Background(self.watchlist, reference(), known, moment)
        decision = decide(page, resolutions, text, text.url, background)
        for resolution in decision.resolutions:
            if str(resolution.match) in ("new", "confirms", "revises"):
                self.record[resolution.inspection.key] = resolution.inspection
        self.decisions.append(decision)
        return decision

    @property
    def alerts(self) -> list[tuple[str, str, str]]:
        """(authority, kind, level) of every alert so far."""
        return [(a.authority, str(a.kind), str(a.level)) for d in self.decisions for a in d.alerts]

    @property
    def critical(self) -> list[str]:
        """The authorities of every critical alert so far, sorted."""
        return sorted(authority for authority, _, level in self.alerts if level == "critical")


def matches(decision: Decision) -> list[str]:
    return [str(resolution.match) for resolution in decision.resolutions]


def recorded(key: str, grades: dict[str, str], published: date, **changes: object) -> Inspection:
    """An official row of history; the key names council, family and first day."""
    authority = next(a.name for a in reference().authorities if a.slug == key.split("/")[0])
    first = date.fromisoformat(key.split("/")[2])
    family = key.split("/")[1].upper()
    framework = next(f for f in reference().frameworks if f.family == family and f.covers(first))
    inspection = Inspection(
        key=key,
        authority=authority,
        framework=framework.slug,
        family=family,
        first_day=first,
        last_day=None,
        published=published,
        grades=tuple(grades.items()),
        origin="shipped",
        confirmed="confirmed",
        sources=("table",),
    )
    return replace(inspection, **changes)  # type: ignore[arg-type]


def only(decision: Decision) -> Resolution:
    assert len(decision.resolutions) == 1
    return decision.resolutions[0]
