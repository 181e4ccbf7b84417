"""Authority: a council answerable for children's services, with every name it goes by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from monitor.model.framework import Framework


@dataclass(frozen=True, slots=True)
class Authority:
    """A council, of today or abolished. Source: data/authorities.csv and data/authorities-other-nations.csv.

    `name` is the name on record and the identity used everywhere ("Worcestershire"); `code` the ONS code
    (E10000034); `urn` Ofsted's provider number or ""; `aliases` other names incl. acronyms; `trusts`
    bodies that stand for it; `valid_from`/`valid_to` its life (None is open); `successors` names.
    """

    name: str
    official_name: str
    code: str
    nation: str
    region: str
    kind: str
    urn: str = ""
    aliases: tuple[str, ...] = ()
    trusts: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[str, ...] = ()
    former_urns: tuple[str, ...] = ()
    former_codes: tuple[str, ...] = ()
    ambiguity: str = ""
    inspectorate: str = "Ofsted"

    @property
    def slug(self) -> str:
        """The name as part of an address or key: "bath-and-north-east-somerset"."""
        return slug_of(self.name)

    def alive_on(self, day: date) -> bool:
        """Whether the council existed on `day`."""
        begun = self.valid_from is None or day >= self.valid_from
        return begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """What the product knows of its field: every Authority and every Framework, made once at start.

    Compared by identity, so that what is compiled from it (matchers, indexes) can be cached on it.
    """

    authorities: tuple[Authority, ...]
    frameworks: tuple[Framework, ...]

    def authority(self, name: str) -> Authority | None:
        """The Authority whose name on record is `name`, or None."""
        return next((a for a in self.authorities if a.name == name), None)


def slug_of(name: str) -> str:
    """`name` in lower case with single hyphens for everything that is no letter or digit."""
    words = "".join(c if c.isalnum() else " " for c in name.casefold().replace("'", "")).split()
    return "-".join(words)
