"""Selectors: the words by which a rule or a feed names authorities, resolved to names on record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from monitor.model.authority import Authority, Reference
from monitor.settings.findings import Findings, Place, nearest

_TAILS = (
    " metropolitan borough council", " county borough council", " county council", " city council",
    " borough council", " district council", " council",
)  # fmt: skip


@dataclass(frozen=True)
class Gazetteer:
    """The authorities by every word that may select them; keys are plain (see `plain`)."""

    reference: Reference
    names: dict[str, str]
    aliases: dict[str, tuple[str, ...]]
    groups: dict[str, dict[str, tuple[str, ...]]]

    @property
    def everyone(self) -> frozenset[str]:
        """The names of all authorities, abolished ones too: news of them may still come."""
        return frozenset(self.names.values())


def plain(text: str) -> str:
    """Lower case words: "Bath & North-East Somerset" as "bath and north east somerset"."""
    text = text.casefold().replace("&", " and ").replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    words = "".join(c if c.isalnum() else " " for c in text).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


@lru_cache(maxsize=4)
def gazetteer(reference: Reference) -> Gazetteer:
    """The Gazetteer of a Reference, made once."""
    people = reference.authorities
    aliases: dict[str, list[str]] = {}
    for one in people:
        for word in (one.official_name, *one.aliases, *one.trusts):
            aliases.setdefault(plain(word), []).append(one.name)
    return Gazetteer(
        reference,
        {plain(one.name): one.name for one in people},
        {key: tuple(dict.fromkeys(names)) for key, names in aliases.items() if key},
        {
            "region": _grouped(people, lambda one: one.region),
            "type": _grouped(people, lambda one: one.kind),
            "nation": _grouped(people, lambda one: one.nation),
            "code": _grouped(people, lambda one: one.code),
        },
    )


def _grouped(people: Sequence[Authority], trait: Callable[[Authority], str]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for one in people:
        groups.setdefault(trait(one), []).append(one.name)
    return {key: tuple(names) for key, names in groups.items() if key}


@dataclass(frozen=True)
class Chooser:
    """Resolves the selectors at one place; what no one knows is a problem there."""

    known: Gazetteer
    findings: Findings

    def chosen(self, selectors: Sequence[str], place: Place) -> frozenset[str]:
        """The names selected. Only exclusions ("!Kent") mean everyone but those."""
        taken: set[str] = set()
        barred: set[str] = set()
        for number, selector in enumerate(selectors):
            spot = place.at(number) if place.file.line((*place.where, number)) else place
            word = selector.strip()
            (barred if word.startswith("!") else taken).update(self._one(word.removeprefix("!").strip(), spot))
        if selectors and all(selector.strip().startswith("!") for selector in selectors):
            taken.update(self.known.everyone)
        return frozenset(taken - barred)

    def _one(self, word: str, place: Place) -> tuple[str, ...]:
        group, colon, member = word.partition(":")
        if plain(word) == "all":
            return tuple(self.known.everyone)
        if colon and group.strip().casefold() in self.known.groups:
            return self._members(group.strip().casefold(), member.strip(), place)
        if colon:
            groups = ", ".join(f"{name}:" for name in self.known.groups)
            self.findings.problem(place, f"unknown selector '{group}:'", f"selectors are {groups}")
            return ()
        return self._named(word, place)

    def _members(self, group: str, member: str, place: Place) -> tuple[str, ...]:
        members = {plain(key): names for key, names in self.known.groups[group].items()}
        if plain(member) in members:
            return members[plain(member)]
        labels = sorted(self.known.groups[group])
        near = nearest(member, labels)
        choices = ", ".join(labels) if group != "code" else "the ONS codes, such as E10000034"
        remedy = f"did you mean '{group}:{near}'?" if near else f"known: {choices}"
        self.findings.problem(place, f"unknown {group} '{member}'", remedy)
        return ()

    def _named(self, word: str, place: Place) -> tuple[str, ...]:
        key = plain(word)
        if key in self.known.names:
            return (self.known.names[key],)
        names = self.known.aliases.get(key) or self._without_tail(key)
        if not names:
            near = nearest(word, [*self.known.names.values(), *self._alias_words()])
            remedy = f"did you mean '{near}'?" if near else 'write a council\'s name, "all", or "region:…"'
            self.findings.problem(place, f"unknown authority '{word}'", remedy)
        elif len(names) > 1 and not self._is_trust(key):
            self.findings.problem(place, f"'{word}' fits several: {', '.join(names)}", "write the one that is meant")
        else:
            self.findings.remark(f"{place}: '{word}' is on record as {' and '.join(names)}")
        return names

    def _without_tail(self, key: str) -> tuple[str, ...]:
        tail = next((tail for tail in _TAILS if key.endswith(tail)), "")
        bare = key.removesuffix(tail)
        return (self.known.names[bare],) if tail and bare in self.known.names else ()

    def _is_trust(self, key: str) -> bool:
        return any(plain(trust) == key for one in self.known.reference.authorities for trust in one.trusts)

    def _alias_words(self) -> list[str]:
        return [alias for one in self.known.reference.authorities for alias in one.aliases if len(alias) > 5]
