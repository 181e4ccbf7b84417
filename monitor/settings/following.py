"""The files in sources/: whom we follow, where, how often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from types import ModuleType

from monitor.model.authority import slug_of
from monitor.model.source import Feed, Source
from monitor.settings.checking import Checker
from monitor.settings.findings import Findings, Place, suggestion
from monitor.settings.selectors import Chooser
from monitor.settings.shapes import FeedTable, RegisterTable, SourceFile

READERS = ("feed", "page")


@dataclass
class SourceReader:
    """Turns files into Sources. `registers` is the shelf of registers; one address is followed once in all."""

    checker: Checker
    chooser: Chooser
    registers: Callable[[], dict[str, ModuleType]]
    addresses: dict[str, Place] = field(default_factory=dict)

    @property
    def findings(self) -> Findings:
        """Where problems go."""
        return self.checker.resolver.findings

    def source(self, place: Place) -> Source | None:
        """The Source in one file; None (and a problem) where there is none."""
        raw = dict(place.file.values)
        feeds = raw.pop("feeds", [])
        register = raw.pop("register", None)
        table = self.checker.checked(SourceFile, raw, place, ("feeds", "register"))
        slug = slug_of(place.file.path.stem)
        if table is None or not slug:
            self.findings.problem(place, "has a name without letters", "call it after the publisher: bbc.toml")
            return None
        made = Source(
            slug=slug,
            name=table.name or place.file.path.stem,
            kind=table.kind,
            feeds=(),
            homepage=table.homepage or "",
            enabled=table.enabled,
        )
        listed, volume = self._feeds(feeds, made, place.at("feeds")), ""
        if register is not None:
            volume, found = self._register(register, made, place.at("register"))
            listed += found
        if not listed and feeds == [] and register is None:
            self.findings.problem(place, "follows nothing", "add a [[feeds]] table with url = …")
        return Source(made.slug, made.name, made.kind, listed, made.homepage, volume, made.enabled)

    def _feeds(self, tables: object, source: Source, place: Place) -> tuple[Feed, ...]:
        if not isinstance(tables, list):
            self.findings.problem(place, "is no list of tables", "write [[feeds]] above each feed")
            return ()
        seen: set[str] = set()
        found = []
        for number, table in enumerate(tables):
            feed = self._feed(table, source, place.at(number))
            if feed and feed.key in seen:
                remedy = "give each feed of a publisher its own name"
                self.findings.problem(place.at(number, "name"), f"a second feed called '{feed.name}'", remedy)
            elif feed:
                seen.add(feed.key)
                found.append(feed)
        return tuple(found)

    def _feed(self, raw: object, source: Source, place: Place) -> Feed | None:
        if not isinstance(raw, dict):
            self.findings.problem(place, "is no table", "write [[feeds]] above its keys")
            return None
        table = self.checker.checked(FeedTable, raw, place)
        if table is None:
            return None
        self._check_reader(table.reader, place.at("reader"))
        self._check_twice(table.url, place.at("url"))
        covers = self.chooser.chosen(table.covers, place.at("covers"))
        if not table.enabled:
            return None
        name = table.name or source.name
        return Feed(
            key=f"{source.slug}/{slug_of(name) or 'feed'}",
            source=source.slug,
            name=name,
            url=table.url,
            every=table.every,
            reader=table.reader,
            authorities=tuple(sorted(covers)),
            subject_only=table.subject_only,
        )

    def _check_reader(self, reader: str, place: Place) -> None:
        known = (*READERS, *(f"register:{name}" for name in self.registers())) if ":" in reader else READERS
        if reader not in known:
            remedy = suggestion(reader, known, f"write one of {', '.join(known)}")
            self.findings.problem(place, f"unknown reader '{reader}'", remedy)

    def _check_twice(self, url: str, place: Place) -> None:
        first = self.addresses.setdefault(url.rstrip("/").removeprefix("https://").removeprefix("http://"), place)
        if first is not place:
            self.findings.problem(place, f"this address stands at {first} already", "follow it once")

    def _register(self, raw: object, source: Source, place: Place) -> tuple[str, tuple[Feed, ...]]:
        if not isinstance(raw, dict):
            self.findings.problem(place, "is no table", "write [register] above its keys")
            return "", ()
        table = self.checker.checked(RegisterTable, raw, place)
        if table is None or not table.enabled:
            return "", ()
        volume = self.registers().get(table.type)
        if volume is None:
            known = ", ".join(self.registers()) or "none is shipped"
            remedy = suggestion(table.type, self.registers(), f"known: {known}")
            self.findings.problem(place.at("type"), f"unknown register '{table.type}'", remedy)
            return "", ()
        return table.type, self._pages(volume, table, source, place)

    def _pages(self, volume: ModuleType, table: RegisterTable, source: Source, place: Place) -> tuple[Feed, ...]:
        known = self.chooser.known
        chosen = self.chooser.chosen(table.covers, place.at("covers")) if table.covers else known.everyone
        people = tuple(one for one in known.reference.authorities if one.name in chosen)
        return tuple(volume.feeds(source.slug, people, table.address or "", table.every or 0))
