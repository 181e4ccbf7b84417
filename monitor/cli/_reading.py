"""Reading cases and articles outside the service: against the shipped history, on the day they came out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from monitor.edges.clock import VARIABLE, clock_from
from monitor.errors import UsageError
from monitor.model.alert import Rule, WatchList
from monitor.model.authority import Reference
from monitor.model.delivery import ChannelPlan
from monitor.model.page import Article
from monitor.model.source import Entry
from monitor.model.trail import Ground, Trail
from monitor.pipeline import follow
from monitor.settings.reference import reference, shipped_inspections
from monitor.stages import cases, classify, resolve

NATIONAL = "National"


def national(known: Reference) -> WatchList:
    """One rule for every authority: what reading and replaying decide by, whatever the config says."""
    everyone = frozenset(authority.name for authority in known.authorities)
    return WatchList((Rule(NATIONAL, everyone, ("inadequate",), (), ("console",)),), ("console",))


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one page at a time, each on the day it came out; `now` stands in where a page has none (None: today)."""

    known: Reference
    watchlist: WatchList
    now: datetime | None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Reader:
        """A reader by the shipped facts; MONITOR_NOW fixes its clock."""
        known = reference()
        return cls(known, national(known), clock_from(environ).now() if environ.get(VARIABLE) else None)

    def follow(self, article: Article) -> Trail:
        """The article's trail against what was on record before its day."""
        moment = article.published or self.now or datetime.now(UTC)
        entry = Entry(identity=article.canonical, feed="", source="", url=article.url, title=article.title)
        reading = classify.classify(article, self.known)
        names = resolve.concerned(reading, article, moment, self.known)
        day = (article.published or moment).date()
        record = shipped_inspections(before=day, of=set(names))
        ground = Ground(self.watchlist, self.known, {"console": ChannelPlan("console")}, moment)
        trail = follow(entry, article, reading, ground, record)
        barred = f"a {article.wall} wall stands before the article ({article.wall_reason})" if article.wall else ""
        unread = barred or ("" if article.text.strip() else "no article could be read in it")
        return replace(trail, why=f"{unread}; {trail.why}") if unread else trail

    def read_case(self, case: cases.Case) -> dict[str, object]:
        """One line of `monitor read CASES.jsonl`; a label is never looked at."""
        return cases.read_json(str(case.get("id", "")), self.follow(cases.article_of(case)))


def cases_in(path: Path) -> list[cases.Case]:
    """The cases of a `.jsonl` file. Raises UsageError naming the line that is no JSON object."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as cause:
        raise UsageError(f"{path} cannot be read: {cause}") from None
    found: list[cases.Case] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            case = json.loads(line)
        except ValueError as cause:
            raise UsageError(f"{path}:{number}: is no JSON: {cause}") from None
        if not isinstance(case, dict):
            raise UsageError(f"{path}:{number}: is no JSON object")
        found.append(case)
    return found
