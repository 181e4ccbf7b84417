"""[channels] and [[rules]] of watchlist.toml: who is told what, and how."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType
from typing import Any, get_origin

from pydantic import BaseModel

from monitor.model.alert import Rule
from monitor.model.judgement import Kind
from monitor.settings.checking import Checker
from monitor.settings.findings import Findings, Place, suggestion
from monitor.settings.selectors import Chooser, plain
from monitor.settings.shapes import RuleTable
from monitor.settings.targets import target_of
from monitor.settings.values import ChannelSetting

BUILT_IN = ("console", "file")
"""Channels that need no setting: they may be named without a table of their own."""
ANY_AREA = "any"


def channel_settings(
    tables: dict[str, Any], place: Place, checker: Checker, shelf: dict[str, ModuleType], defaults: dict[str, object]
) -> dict[str, ChannelSetting]:
    """Every channel that is set, by name; a broken one is told and left out."""
    made = {name: _channel(name, table, place.at(name), checker, (shelf, defaults)) for name, table in tables.items()}
    return {name: channel for name, channel in made.items() if channel}


def _channel(
    name: str,
    table: object,
    place: Place,
    checker: Checker,
    known: tuple[dict[str, ModuleType], dict[str, object]],
) -> ChannelSetting | None:
    shelf, defaults = known
    findings = checker.resolver.findings
    if not isinstance(table, dict):
        findings.problem(place, "is no table", f"write [channels.{name}] above its keys")
        return None
    kind = table.get("type")
    if kind is None:
        findings.problem(place.at("type"), "is missing", f"add type = …, one of {', '.join(shelf)}")
        return None
    if not isinstance(kind, str) or kind not in shelf:
        remedy = suggestion(str(kind), shelf, f"write one of {', '.join(shelf)}")
        findings.problem(place.at("type"), f"unknown type of channel {kind!r}", remedy)
        return None
    shape: type[BaseModel] = shelf[kind].Options
    options = checker.checked(shape, _merged(shape, table, defaults), place)
    return ChannelSetting(name, kind, options, target_of(options)) if options else None


def _merged(shape: type[BaseModel], table: dict[str, Any], defaults: dict[str, object]) -> dict[str, Any]:
    own = {key: value for key, value in table.items() if key != "type" or "type" in shape.model_fields}
    inherited = {key: value for key, value in defaults.items() if key in shape.model_fields}
    return inherited | {key: [value] if _is_lone(shape, key, value) else value for key, value in own.items()}


def _is_lone(shape: type[BaseModel], key: str, value: object) -> bool:
    """Whether one text stands where a list is wanted: `to = "duty@example.org"`."""
    field = shape.model_fields.get(key)
    return isinstance(value, str) and field is not None and get_origin(field.annotation) is tuple


def built_in_channel(name: str, shelf: dict[str, ModuleType], defaults: dict[str, object]) -> ChannelSetting | None:
    """The console or file channel with its own defaults; None where the shelf has no such volume."""
    if name not in shelf:
        return None
    shape: type[BaseModel] = shelf[name].Options
    options = shape.model_validate(_merged(shape, {"type": name}, defaults))
    return ChannelSetting(name, name, options, target_of(options), implied=True)


@dataclass(frozen=True)
class RuleReader:
    """Turns the tables of [[rules]] into Rules; `channels` are the names set in the file, broken ones too."""

    checker: Checker
    chooser: Chooser
    channels: tuple[str, ...]

    @property
    def findings(self) -> Findings:
        """Where problems go."""
        return self.checker.resolver.findings

    def rules(self, tables: list[Any], place: Place) -> tuple[Rule, ...]:
        """Every enabled rule; two of one name are a problem."""
        seen: dict[str, int] = {}
        made = []
        for number, table in enumerate(tables):
            spot = place.at(number)
            rule = self._rule(table, number, spot)
            if rule is None:
                continue
            if rule.name in seen:
                self.findings.problem(spot.at("name"), f"a second rule '{rule.name}'", "give each rule its own name")
            seen.setdefault(rule.name, number)
            made.append(rule)
        return tuple(made)

    def _rule(self, raw: object, number: int, place: Place) -> Rule | None:
        if not isinstance(raw, dict):
            self.findings.problem(place, "is no table", "write [[rules]] above its keys")
            return None
        table = self.checker.checked(RuleTable, raw, place)
        if table is None:
            return None
        before = len(self.findings.problems)
        authorities = self.chooser.chosen(table.authorities, place.at("authorities"))
        if not authorities and len(self.findings.problems) == before:
            self.findings.problem(place.at("authorities"), "selects no authority", 'name some, or write "all"')
        rule = Rule(
            name=table.name or f"Rule {number + 1}",
            authorities=authorities,
            grades=self._words(table.grades, self._grades(), place.at("grades"), "grade"),
            areas=self._areas(table.areas, place.at("areas")),
            notify=self._notify(table, place.at("notify")),
            kinds=self._words(table.kinds, {plain(kind): str(kind) for kind in Kind}, place.at("kinds"), "kind"),
        )
        return rule if table.enabled else None

    def _grades(self) -> dict[str, str]:
        frameworks = self.chooser.known.reference.frameworks
        return {plain(rung.grade): rung.grade for framework in frameworks for rung in framework.ladder}

    def _areas(self, words: tuple[str, ...], place: Place) -> tuple[str, ...]:
        frameworks = self.chooser.known.reference.frameworks
        known = {plain(name): area.area for f in frameworks for area in f.areas for name in (area.title, area.area)}
        found = self._words(words, known | {ANY_AREA: ANY_AREA}, place, "area")
        return () if ANY_AREA in found else found

    def _words(self, words: tuple[str, ...], known: dict[str, str], place: Place, what: str) -> tuple[str, ...]:
        found = []
        if not words and what in ("grade", "area"):
            self.findings.problem(place, f"names no {what}", f"name one, or leave {place.where[-1]} out")
        for number, word in enumerate(words):
            spot = place.at(number) if place.file.line((*place.where, number)) else place
            if plain(word) in known or len(known) <= 1:
                found.append(known.get(plain(word), word))
            else:
                listed = ", ".join(dict.fromkeys(known.values()))
                remedy = suggestion(word, known.values(), f"known: {listed}")
                self.findings.problem(spot, f"unknown {what} '{word}'", remedy)
        return tuple(dict.fromkeys(found))

    def _notify(self, table: RuleTable, place: Place) -> tuple[str, ...]:
        if table.notify is None:
            return self.channels or BUILT_IN
        if not table.notify:
            self.findings.problem(place, "tells nobody", "name a channel, or set enabled = false")
        for number, name in enumerate(table.notify):
            check_channel(name, self.channels, place.at(number), self.findings)
        return tuple(dict.fromkeys(table.notify))


def check_channel(name: str, channels: tuple[str, ...], place: Place, findings: Findings) -> None:
    """Tell of a channel that nobody has set."""
    if name not in channels and name not in BUILT_IN:
        known = (*channels, *BUILT_IN)
        remedy = suggestion(name, known, f"add [channels.{name}], or name one of {', '.join(known)}")
        findings.problem(place, f"unknown channel '{name}'", remedy)
