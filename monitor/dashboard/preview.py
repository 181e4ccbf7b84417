"""Preview: what a watch-list would have sent of the judgements on record, and what it would have missed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from monitor.dashboard.record import public_day
from monitor.model.alert import WatchList
from monitor.model.authority import Reference
from monitor.model.delivery import ChannelPlan
from monitor.model.judgement import Inspection
from monitor.stages.alert.levels import Verdict, verdict
from monitor.stages.alert.rules import Channels, asked_by


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One judgement of the past: what the list makes of it. `notify` the channels with their rules, () when missed."""

    when: date
    inspection: Inspection
    verdict: Verdict
    notify: Channels
    why: str
    change: str = ""
    """"new" or "lost" against the list in force, "" where both agree."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What would have been sent, and what would have been missed, newest first."""

    sent: tuple[Foreseen, ...]
    missed: tuple[Foreseen, ...]

    @property
    def changes(self) -> int:
        """How many judgements fare differently than under the list in force."""
        return sum(bool(one.change) for one in (*self.sent, *self.missed))


Lists = tuple[WatchList, Mapping[str, ChannelPlan]]
"""A watch-list with what telling needs to know of its channels."""


def foreseen(
    inspections: Iterable[Inspection], since: date, reference: Reference, draft: Lists, in_force: Lists
) -> Preview:
    """Every judgement published from `since` on that any rule could ask for, by the draft and by the list in force."""
    frameworks = {one.slug: one for one in reference.frameworks}
    sent: list[Foreseen] = []
    missed: list[Foreseen] = []
    for one in inspections:
        when, framework = public_day(one), frameworks.get(one.framework)
        found = verdict(one.grades, framework)
        if when is None or when < since or found.level is None:
            continue
        has_overall = framework is not None and framework.has_overall
        notify, why = _told(draft, one.authority, found, has_overall)
        before, _ = _told(in_force, one.authority, found, has_overall)
        change = "" if bool(notify) == bool(before) else "new" if notify else "lost"
        (sent if notify else missed).append(Foreseen(when, one, found, notify, why, change))
    newest = sorted(sent, key=lambda row: row.when, reverse=True)
    return Preview(tuple(newest), tuple(sorted(missed, key=lambda row: row.when, reverse=True)))


def _told(lists: Lists, authority: str, found: Verdict, has_overall: bool) -> tuple[Channels, str]:
    watchlist, plans = lists
    notify, why = asked_by(watchlist, authority, found, has_overall)
    heard = tuple((name, rules) for name, rules in notify if _hears(plans.get(name), found))
    if notify and not heard:
        return (), f"the channels {', '.join(name for name, _ in notify)} take critical alerts only"
    return heard, why


def _hears(plan: ChannelPlan | None, found: Verdict) -> bool:
    return plan is None or plan.level != "critical" or found.level == "critical"
