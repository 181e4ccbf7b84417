"""Reads the whole folder of settings: every file, every problem, and what can be made of the rest."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType, ModuleType

from monitor.errors import ConfigError, ConfigProblem
from monitor.model.alert import Rule, WatchList
from monitor.model.authority import Reference
from monitor.model.source import Source
from monitor.settings.checking import Checker
from monitor.settings.findings import Findings, Place
from monitor.settings.following import SourceReader
from monitor.settings.references import Resolver
from monitor.settings.sections import MonitorFile
from monitor.settings.selectors import Chooser, gazetteer
from monitor.settings.serving import ServiceReader, channel_defaults, user_agent
from monitor.settings.shapes import WatchlistFile
from monitor.settings.telling import (
    BUILT_IN,
    RuleReader,
    built_in_channel,
    channel_settings,
    check_channel,
)
from monitor.settings.toml import TomlFile, Unreadable, parse_toml, read_toml
from monitor.settings.values import ChannelSetting, Settings
from monitor.shelf import volumes

WATCHLIST, MONITOR, SOURCES = "watchlist.toml", "monitor.toml", "sources"
UTF8 = ("utf-8", "surrogatepass")


@dataclass(frozen=True)
class Examination:
    """What a folder says: the settings as far as they can be made, and every problem in the way."""

    settings: Settings
    problems: tuple[ConfigProblem, ...]


def load(folder: Path, environ: Mapping[str, str], reference: Reference) -> Settings:
    """The Settings in `folder`. Raises ConfigError with every problem found."""
    examination = examine(folder, environ, reference)
    if examination.problems:
        raise ConfigError(examination.problems)
    return examination.settings


def examine(
    folder: Path, environ: Mapping[str, str], reference: Reference, instead: Mapping[str, str] | None = None
) -> Examination:
    """Like `load`, but with the problems beside what is in order, for `monitor check`.

    `instead` holds texts that are read in place of files ("watchlist.toml", "sources/bbc.toml"): edits not yet saved.
    """
    findings = Findings()
    unsaved = {folder / name: text for name, text in (instead or {}).items()}
    reading = _Reading(Checker(Resolver(environ, findings)), Chooser(gazetteer(reference), findings), unsaved)
    if not folder.is_dir():
        findings.problem(
            Place(TomlFile(folder)), "is no folder", "give the folder that holds watchlist.toml by --config"
        )
    settings = reading.settings(folder)
    return Examination(settings, tuple(findings.problems))


@dataclass(frozen=True)
class _Reading:
    """One reading of one folder."""

    checker: Checker
    chooser: Chooser
    unsaved: Mapping[Path, str]

    @property
    def findings(self) -> Findings:
        return self.checker.resolver.findings

    def settings(self, folder: Path) -> Settings:
        place = Place(self._read(folder / MONITOR))
        service = ServiceReader(self.checker).service(place)
        defaults = channel_defaults(service)
        shelf = volumes("monitor.channels", ("Options", "compose", "judge"))
        channels, rules, names = self._watchlist(folder, shelf, defaults)
        operator = self._operator(service, place, names)
        channels = self._told(rules, operator, channels, lambda name: built_in_channel(name, shelf, defaults))
        if not self.findings.problems:
            rules = self._without_silent(rules, channels)
        sources = self._sources(folder)
        return Settings(
            folder=folder,
            watchlist=WatchList(rules, tuple(channels), tuple(name for name in operator if name in channels)),
            channels=MappingProxyType(channels),
            sources=sources,
            user_agent=user_agent(service),
            **{name: getattr(service, name) for name in MonitorFile.model_fields},
            remarks=tuple(self.findings.remarks),
        )

    def _read(self, path: Path) -> TomlFile:
        try:
            unsaved = self.unsaved.get(path)
            return read_toml(path) if unsaved is None else TomlFile(path, *parse_toml(unsaved.encode(*UTF8)))
        except Unreadable as trouble:
            file = TomlFile(path, lines={(): trouble.line} if trouble.line else {})
            self.findings.problem(Place(file), trouble.detail, trouble.remedy)
            return file

    def _watchlist(
        self, folder: Path, shelf: dict[str, ModuleType], defaults: dict[str, object]
    ) -> tuple[dict[str, ChannelSetting], tuple[Rule, ...], tuple[str, ...]]:
        place = Place(self._read(folder / WATCHLIST))
        raw = dict(place.file.values)
        tables, listed = raw.pop("channels", {}), raw.pop("rules", [])
        self.checker.checked(WatchlistFile, raw, place, ("rules", "channels"))
        if not isinstance(tables, dict):
            self.findings.problem(
                place.at("channels"), "is no table", "write [channels.<name>] above each channel's keys"
            )
            tables = {}
        if not isinstance(listed, list):
            self.findings.problem(
                place.at("rules"), "is no list of tables", "write [[rules]] (two brackets) above each rule"
            )
            listed = [listed] if isinstance(listed, dict) else []
        channels = channel_settings(tables, place.at("channels"), self.checker, shelf, defaults)
        reader = RuleReader(self.checker, self.chooser, tuple(tables))
        rules = reader.rules(listed, place.at("rules")) if listed else self._national(tuple(tables))
        if not rules:
            self.findings.remark(f"every rule of {WATCHLIST} is switched off: nobody is told anything")
        return channels, rules, tuple(tables)

    def _national(self, channels: tuple[str, ...]) -> tuple[Rule, ...]:
        self.findings.remark(f"{WATCHLIST} holds no rule: one for every authority and the grade inadequate is used")
        return (Rule("National", self.chooser.known.everyone, ("inadequate",), (), channels or BUILT_IN),)

    def _operator(self, service: MonitorFile, place: Place, channels: tuple[str, ...]) -> tuple[str, ...]:
        named = service.operator.channels
        for number, name in enumerate(named):
            check_channel(name, channels, place.at("operator", "channels", number), self.findings)
        if not named:
            self.findings.remark(
                f"{MONITOR} names no channel under [operator]: what is wrong with the service is told on the console only"
            )
        return named or ("console",)

    def _told(
        self,
        rules: tuple[Rule, ...],
        operator: tuple[str, ...],
        channels: dict[str, ChannelSetting],
        make: Callable[[str], ChannelSetting | None],
    ) -> dict[str, ChannelSetting]:
        """The channels that take part: those set and switched on, and the built-in ones that somebody names."""
        wanted = dict.fromkeys(name for rule in rules for name in rule.notify) | dict.fromkeys(operator)
        for name in channels:
            if name not in wanted:
                self.findings.remark(f"channel '{name}' is used by no rule")
        if not channels:
            self.findings.remark("no channel is configured: alerts go to the console and to a file")
        made = {name: make(name) for name in wanted if name in BUILT_IN and name not in channels}
        used = channels | {name: channel for name, channel in made.items() if channel}
        return {name: channel for name, channel in used.items() if self._is_on(channel)}

    def _is_on(self, channel: ChannelSetting) -> bool:
        is_on = bool(getattr(channel.options, "enabled", True))
        if not is_on:
            self.findings.remark(f"channel '{channel.name}' is switched off: it is sent nothing")
        return is_on

    def _without_silent(self, rules: tuple[Rule, ...], channels: Collection[str]) -> tuple[Rule, ...]:
        """The rules without channels that are switched off."""
        kept = tuple(replace(rule, notify=tuple(name for name in rule.notify if name in channels)) for rule in rules)
        for rule in kept:
            if not rule.notify:
                self.findings.remark(f"rule '{rule.name}' tells nobody: its channels are switched off")
        return kept

    def _sources(self, folder: Path) -> tuple[Source, ...]:
        reader = SourceReader(self.checker, self.chooser, _registers)
        shelf = folder / SOURCES
        unsaved = {path for path in self.unsaved if path.parent == shelf}
        paths = sorted(path for path in {*shelf.glob("*.toml"), *unsaved} if not path.name.startswith("."))
        slugs: dict[str, Path] = {}
        found = []
        for path in paths:
            before = len(self.findings.problems)
            place = Place(self._read(path))
            is_broken = not place.file.values and len(self.findings.problems) > before
            source = None if is_broken else reader.source(place)
            if source and source.slug in slugs:
                remedy = "rename one of the two files"
                self.findings.problem(place, f"is the same name as {slugs[source.slug].name}", remedy)
            elif source:
                slugs[source.slug] = path
                found.append(source)
        if not any(source.enabled and source.feeds for source in found):
            self.findings.remark(f"{SOURCES}/ follows nothing: no news can come in")
        return tuple(found)


def _registers() -> dict[str, ModuleType]:
    return volumes("monitor.registers", ("feeds",))
