"""What `monitor check` tells: what each rule would send and where, and every problem."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.errors import ConfigProblem
from monitor.model.alert import Rule
from monitor.model.authority import Reference
from monitor.settings.values import Settings


def describe(settings: Settings, reference: Reference, problems: Sequence[ConfigProblem] = ()) -> dict[str, object]:
    """The JSON of `monitor check`; pure. `authorities` counts the councils a rule watches that are still in being."""
    in_being = frozenset(one.name for one in reference.authorities if one.valid_to is None)
    return {
        "ok": not problems,
        "problems": [problem.as_json() for problem in problems],
        "rules": [_rule(rule, settings, in_being) for rule in settings.watchlist.rules],
        "sources": sum(source.enabled for source in settings.sources),
        "feeds": len(settings.feeds),
        "operator": [_channel(name, settings) for name in settings.watchlist.operator],
        "database": settings.database_shown,
        "dashboard": settings.dashboard.bind or "off",
        "remarks": list(settings.remarks),
    }


def _rule(rule: Rule, settings: Settings, in_being: frozenset[str]) -> dict[str, object]:
    return {
        "name": rule.name,
        "authorities": len(rule.authorities & in_being or rule.authorities),
        "grades": list(rule.grades),
        "areas": list(rule.areas) or ["any"],
        "kinds": list(rule.kinds),
        "notify": [_channel(name, settings) for name in rule.notify],
    }


def _channel(name: str, settings: Settings) -> dict[str, str]:
    channel = settings.channels.get(name)
    if channel is None:
        return {"channel": name, "type": "unknown", "target": ""}
    return {"channel": name, "type": channel.type, "target": channel.target}
