"""Rules: which channels are told of a judgement, and by which rules."""

from __future__ import annotations

from monitor.model.alert import Level, Rule, WatchList
from monitor.model.framework import OVERALL
from monitor.stages.alert.levels import Verdict

Channels = tuple[tuple[str, tuple[str, ...]], ...]
"""Pairs of a channel and the names of the rules that send the alert there."""


def asked_by(watchlist: WatchList, authority: str, found: Verdict, has_overall: bool) -> tuple[Channels, str]:
    """The channels told of a judgement, and a sentence on the rules it met or failed.

    A rule for "overall" alone also takes any inadequate area of a framework without an overall grade: else it would go blind.
    """
    met: list[tuple[Rule, str]] = []
    for rule in watchlist.rules:
        if authority in rule.authorities and found.grade in rule.grades:
            how = _meets_areas(rule, found, has_overall)
            met += [(rule, how)] if how else []
    if not met:
        return (), f"no rule asks for {found.grade} in {authority}"
    return _channels([rule for rule, _ in met]), "; ".join(f"rule '{rule.name}': {how}" for rule, how in met)


def wished(watchlist: WatchList, authority: str, grades: tuple[tuple[str, str], ...]) -> Verdict | None:
    """What a rule asks for beside the alerting grades ("requires improvement", "good"): a notice; None where none does.

    The overall grade goes before the areas.
    """
    rules = [rule for rule in watchlist.rules if authority in rule.authorities]
    for area, grade in sorted(grades, key=lambda pair: pair[0] != OVERALL):
        same = tuple(name for name, other in grades if other == grade)
        if any(grade in rule.grades and (not rule.areas or area in rule.areas) for rule in rules):
            return Verdict(
                Level.NOTICE, area, grade, same, f"{grade} in {area.replace('_', ' ')}, which a rule asks for"
            )
    return None


def asked_for_kind(watchlist: WatchList, authority: str, kind: str) -> Channels:
    """The channels of the rules that ask for pages of `kind` about `authority`."""
    return _channels([r for r in watchlist.rules if kind in r.kinds and authority in r.authorities])


def _meets_areas(rule: Rule, found: Verdict, has_overall: bool) -> str:
    if not rule.areas:
        return "any area"
    if found.area in rule.areas or set(rule.areas) & set(found.grave):
        return "the area it names"
    if OVERALL in rule.areas and not has_overall and found.level is Level.CRITICAL:
        return "it asks for the overall grade, and this framework gives none"
    return ""


def _channels(rules: list[Rule]) -> Channels:
    names: dict[str, list[str]] = {}
    for rule in rules:
        for channel in rule.notify:
            names.setdefault(channel, []).append(rule.name)
    return tuple((channel, tuple(told_by)) for channel, told_by in names.items())


def merged(one: Channels, other: Channels) -> Channels:
    """Both, each channel once with all its rules."""
    names: dict[str, tuple[str, ...]] = {}
    for channel, rules in (*one, *other):
        names[channel] = tuple(dict.fromkeys((*names.get(channel, ()), *rules)))
    return tuple(names.items())
