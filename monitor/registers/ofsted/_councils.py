"""Whose report it is: the council named in a title, as the Authority on record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from monitor.model.authority import Authority, Reference
from monitor.registers._squeezed import squeeze

OFSTED_SPELLINGS = {
    "London Corporation": "City of London",
    "Corporation of London": "City of London",
    "City of London Corporation": "City of London",
    "Common Council of the City of London": "City of London",
    "Durham": "County Durham",
    "Kingston upon Hull": "Hull",
    "Council of the Isles of Scilly": "Isles of Scilly",
}
"""Names that Ofsted's pages and title pages use beside those on record."""

_BEFORE = re.compile(
    r"^(?:the|council(?:of|for)(?:the)?|londonboroughof|royalboroughof|metropolitan(?:borough|district)of"
    r"|boroughcouncilof|boroughof|cityandcountyof|cityof|countyof|districtof)"
)
_BEHIND = re.compile(
    r"(?:council|corporation|unitaryauthority|metropolitanborough|metropolitandistrict|metropolitan|londonborough|royalborough"
    r"|county|borough|city|district|unitary|children?s?services|localarea(?:partnership)?|localauthority|mbc|cc)$"
)
SHORTEST_INSIDE = 4


@dataclass(frozen=True, slots=True)
class _Index:
    """Authorities by every squeezed name, and the names longest first."""

    by_name: dict[str, tuple[Authority, ...]]
    longest: tuple[str, ...]


@lru_cache(maxsize=8)
def _index(reference: Reference) -> _Index:
    found: dict[str, dict[str, Authority]] = {}
    for authority in reference.authorities:
        if authority.nation == "England":
            for key in _keys(authority):
                found.setdefault(key, {})[authority.name] = authority
    by_name = {key: tuple(authorities.values()) for key, authorities in found.items()}
    return _Index(
        by_name, tuple(sorted((key for key in by_name if len(key) >= SHORTEST_INSIDE), key=len, reverse=True))
    )


def _keys(authority: Authority) -> set[str]:
    spellings = [ours for ours, name in OFSTED_SPELLINGS.items() if name == authority.name]
    names = (authority.name.partition(" (")[0], authority.official_name, *authority.aliases, *spellings)
    keys = {squeeze(name) for name in names}
    return {key for key in keys | {bare_name(key) for key in keys} if key}


def bare_name(letters: str) -> str:
    """A squeezed name without what councils put around it: "londonboroughofbexley" is "bexley"."""
    while (shorter := _BEFORE.sub("", letters)) != letters and len(shorter) >= SHORTEST_INSIDE:
        letters = shorter
    while (shorter := _BEHIND.sub("", letters)) != letters and len(shorter) >= SHORTEST_INSIDE:
        letters = shorter
    return letters


def council(title: str, reference: Reference, day: date | None = None) -> Authority | None:
    """The Authority that `title` (squeezed) names, as it stood on `day`, or None.

    The whole title as a name comes first, then without "Council", "London Borough of" and the like, then the longest
    name inside it, so that "North Northamptonshire" is never Northamptonshire.
    """
    index = _index(reference)
    for key in (title, bare_name(title)):
        if key in index.by_name:
            return _as_of(index.by_name[key], reference, day)
    inside = next((name for name in index.longest if name in title), "")
    return _as_of(index.by_name[inside], reference, day) if inside else None


def by_urn(urn: str, reference: Reference) -> Authority | None:
    """The Authority with this provider number, of today or earlier."""
    if not urn:
        return None
    owners = [authority for authority in reference.authorities if urn == authority.urn]
    owners += [authority for authority in reference.authorities if urn in authority.former_urns]
    return next((owner for owner in owners if owner.valid_to is None), owners[0] if owners else None)


def same_council(one: str, other: str, reference: Reference) -> bool:
    """Whether two names on record stand for one provider of Ofsted's (a county that became a unitary keeps its number)."""
    first, second = reference.authority(one), reference.authority(other)
    return one == other or bool(first and second and first.urn and first.urn == second.urn)


def _as_of(candidates: Iterable[Authority], reference: Reference, day: date | None) -> Authority:
    """Of councils sharing a name the one alive on `day`; a county whose number lives on is its successor, as the record has it."""
    heirs = {heir.name: heir for heir in (_heir(authority, reference) for authority in candidates)}
    alive = [heir for heir in heirs.values() if day is None or heir.alive_on(day)]
    chosen = (alive or list(heirs.values()))[0]
    if alive or day is None:
        return chosen
    return _ancestor(chosen, reference, day) or chosen


def _heir(authority: Authority, reference: Reference) -> Authority:
    """The successor that kept the number, else the council itself."""
    for name in authority.successors:
        heir = reference.authority(name)
        if heir and heir.urn and heir.urn == authority.urn:
            return heir
    return authority


def _ancestor(authority: Authority, reference: Reference, day: date) -> Authority | None:
    """The council of the same name that stood on `day`: "Dorset" in 2016 was the county council."""
    name = squeeze(authority.name)
    return next(
        (
            older
            for older in reference.authorities
            if authority.name in older.successors
            and older.alive_on(day)
            and older.urn != authority.urn
            and squeeze(older.name).startswith(name)
        ),
        None,
    )
