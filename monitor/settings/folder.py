"""Reads the whole folder of settings: every file, every problem, and what can be made of the rest."""

from __future__ import annotations

import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any

from monitor import __version__
from monitor.errors import ConfigError, ConfigProblem
from monitor.model.alert import Rule, WatchList
from monitor.model.authority import Reference
from monitor.model.source import Source
from monitor.settings.checking import Checker
from monitor.settings.findings import Findings, Place
from monitor.settings.following import SourceReader
from monitor.settings.references import Resolver, is_reference
from monitor.settings.sections import MonitorFile
from monitor.settings.selectors import Chooser, gazetteer
from monitor.settings.shapes import WatchlistFile
from monitor.settings.telling import (
    BUILT_IN,
    RuleReader,
    built_in_channel,
    channel_settings,
    check_channel,
)
from monitor.settings.toml import TomlFile, Unreadable, read_toml
from monitor.settings.values import ChannelSetting, Settings
from monitor.shelf import volumes

WATCHLIST, MONITOR, SOURCES = "watchlist.toml", "monitor.toml", "sources"
OVERRIDES = {"MONITOR_DATABASE": ("database",), "MONITOR_ENGINE": ("engine",), "MONITOR_BIND": ("dashboard", "bind")}
"""Environment variables that stand in for a line of monitor.toml, for containers."""


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


def examine(folder: Path, environ: Mapping[str, str], reference: Reference) -> Examination:
    """Like `load`, but with the problems beside what is in order, for `monitor check`."""
    findings = Findings()
    reading = _Reading(Checker(Resolver(environ, findings)), Chooser(gazetteer(reference), findings))
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

    @property
    def findings(self) -> Findings:
        return self.checker.resolver.findings

    def settings(self, folder: Path) -> Settings:
        service, place = self._service(folder)
        shelf = volumes("monitor.channels", ("Options", "compose", "judge"))
        channels, rules, names = self._watchlist(folder, shelf, _channel_defaults(service))
        operator = self._operator(service, place, names)
        channels |= self._implied(rules, operator, channels, shelf, _channel_defaults(service))
        sources = self._sources(folder)
        self._unused(channels, rules, operator)
        return Settings(
            folder=folder,
            watchlist=WatchList(rules, tuple(channels), operator),
            channels=MappingProxyType(channels),
            sources=sources,
            user_agent=service.http.user_agent or _user_agent(service.contact),
            **{name: getattr(service, name) for name in MonitorFile.model_fields},
            remarks=tuple(self.findings.remarks),
        )

    def _read(self, path: Path) -> TomlFile:
        try:
            return read_toml(path)
        except Unreadable as trouble:
            file = TomlFile(path, lines={(): trouble.line} if trouble.line else {})
            self.findings.problem(Place(file), trouble.detail, trouble.remedy)
            return file

    def _service(self, folder: Path) -> tuple[MonitorFile, Place]:
        place = Place(self._read(folder / MONITOR))
        values = self._overridden(place.file.values)
        service = self.checker.checked(MonitorFile, values, place) or MonitorFile()
        self._check_service(service, values, place)
        return service, place

    def _overridden(self, values: dict[str, Any]) -> dict[str, Any]:
        values = dict(values)
        for variable, (key, *rest) in OVERRIDES.items():
            given = self.checker.resolver.environ.get(variable)
            if given is None:
                continue
            inner = values.get(key)
            nested = {**(inner if isinstance(inner, dict) else {}), rest[0]: given} if rest else given
            values[key] = nested
            self.findings.remark(f"{'.'.join((key, *rest))} is taken from {variable}")
        return values

    def _check_service(self, service: MonitorFile, values: dict[str, Any], place: Place) -> None:
        database = service.database
        if not database.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
            remedy = 'write "sqlite:///var/monitor.db" or "postgresql://user@host/name"'
            if not is_reference(database):
                self.findings.problem(place.at("database"), "is no address of a database this service can use", remedy)
        elif (
            "@" in database
            and ":" in database.partition("://")[2].rpartition("@")[0]
            and database == values["database"]
        ):
            self.findings.remark("the database's password stands in the file itself: env:MONITOR_DATABASE keeps it out")
        if service.engine == "cluster" and database.startswith("sqlite"):
            self.findings.problem(place.at("engine"), "a cluster needs PostgreSQL", 'set database = "postgresql://…"')
        if not _is_zone(service.timezone):
            remedy = 'write one such as "Europe/London"'
            self.findings.problem(place.at("timezone"), f"unknown time zone '{service.timezone}'", remedy)

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
        rules = reader.rules(listed, place.at("rules"))
        return channels, rules or self._national(tuple(tables)), tuple(tables)

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

    def _implied(
        self,
        rules: tuple[Rule, ...],
        operator: tuple[str, ...],
        channels: dict[str, ChannelSetting],
        shelf: dict[str, ModuleType],
        defaults: dict[str, object],
    ) -> dict[str, ChannelSetting]:
        wanted = {name for rule in rules for name in rule.notify} | set(operator)
        names = [name for name in BUILT_IN if name in wanted and name not in channels]
        if not channels:
            self.findings.remark("no channel is configured: alerts go to the console and to a file")
        made = {name: built_in_channel(name, shelf, defaults) for name in names}
        return {name: channel for name, channel in made.items() if channel}

    def _unused(self, channels: dict[str, ChannelSetting], rules: tuple[Rule, ...], operator: tuple[str, ...]) -> None:
        used = {name for rule in rules for name in rule.notify} | set(operator)
        for name in channels:
            if name not in used:
                self.findings.remark(f"channel '{name}' is used by no rule")

    def _sources(self, folder: Path) -> tuple[Source, ...]:
        reader = SourceReader(self.checker, self.chooser, _registers())
        paths = sorted(path for path in (folder / SOURCES).glob("*.toml") if not path.name.startswith("."))
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


def _channel_defaults(service: MonitorFile) -> dict[str, object]:
    own = {"every": "digest", "at": "digest_at", "day": "digest_day", "nothing_new": "nothing_new"}
    found: dict[str, object] = {own[name]: getattr(service.digest, name) for name in service.digest.model_fields_set}
    own_zone = "timezone" in service.model_fields_set and _is_zone(service.timezone)
    return found | {"timezone": service.timezone} if own_zone else found


def _is_zone(name: str) -> bool:
    try:
        zoneinfo.ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return False
    return True


def _user_agent(contact: str) -> str:
    return f"inspection-monitor/{__version__}" + (f" (+{contact})" if contact else "")
