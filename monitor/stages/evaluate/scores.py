"""Scores: counting right, wrong and missing per field, and every failure with its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Failure:
    """One field of one case that came out wrong. `evidence` is the quotation or reason the answer rests on."""

    case: str
    field: str
    expected: object
    found: object
    evidence: str

    def as_json(self) -> dict[str, object]:
        """The same five facts."""
        return {
            "id": self.case,
            "field": self.field,
            "expected": _plain(self.expected),
            "found": _plain(self.found),
            "evidence": self.evidence,
        }


@dataclass(slots=True)
class Tally:
    """The count of one field: `cases` compared and how many wholly `right`; items found rightly, wrongly, and missed."""

    cases: int = 0
    right: int = 0
    hits: int = 0
    wrong: int = 0
    missed: int = 0

    def as_json(self) -> dict[str, object]:
        """Shares are null where nothing was to compare: nothing compared is no success."""
        return {
            "cases": self.cases,
            "right": self.right,
            "share": _share(self.right, self.cases),
            "precision": _share(self.hits, self.hits + self.wrong),
            "recall": _share(self.hits, self.hits + self.missed),
        }


@dataclass(slots=True)
class Book:
    """What an evaluation adds up: a Tally per field, confusions as counts of (expected, found), and the failures."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    confusions: dict[str, Counter[tuple[str, str]]] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)

    def compare(
        self, name: str, case: str, sides: tuple[Collection[object], Collection[object]], evidence: str
    ) -> None:
        """Add one comparison of what was expected with what was found, as sets of items."""
        expected, found = set(sides[0]), set(sides[1])
        tally = self.tallies.setdefault(name, Tally())
        tally.cases += 1
        tally.hits += len(expected & found)
        tally.wrong += len(found - expected)
        tally.missed += len(expected - found)
        if expected == found:
            tally.right += 1
        else:
            self.failures.append(Failure(case, name, sorted(map(str, expected)), sorted(map(str, found)), evidence))

    def confuse(self, name: str, expected: str, found: str) -> None:
        """Add one cell of a confusion."""
        self.confusions.setdefault(name, Counter())[expected, found] += 1

    def fields_json(self) -> dict[str, object]:
        """The tallies by field."""
        return {name: tally.as_json() for name, tally in self.tallies.items()}

    def confusions_json(self) -> dict[str, object]:
        """Nested counts: name, expected, found."""
        return {name: _nested(counts) for name, counts in self.confusions.items()}


def _nested(counts: Mapping[tuple[str, str], int]) -> dict[str, dict[str, int]]:
    rows: dict[str, dict[str, int]] = {}
    for (expected, found), count in sorted(counts.items()):
        rows.setdefault(expected, {})[found] = count
    return rows


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _plain(value: object) -> object:
    if isinstance(value, str | int | float | bool) or value is None:
        return value
    return list(value) if isinstance(value, Iterable) else str(value)
