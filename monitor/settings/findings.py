"""Findings: every problem and remark that comes up while a folder is read; the first one stops nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from monitor.errors import ConfigProblem
from monitor.settings.toml import Path_, TomlFile


@dataclass(frozen=True)
class Place:
    """A spot in a file: what a problem points at."""

    file: TomlFile
    where: Path_ = ()

    def at(self, *steps: str | int) -> Place:
        """The spot inside this one."""
        return Place(self.file, self.where + steps)

    @property
    def key(self) -> str:
        """The dotted name: "rules[0].authorities[2]"."""
        return dotted(self.where) or "the whole file"

    @property
    def line(self) -> int | None:
        """The line, 1-based, if the file has it."""
        return self.file.line(self.where)

    def __str__(self) -> str:
        return f"{self.file.path}:{self.line}" if self.line else str(self.file.path)


def dotted(where: Path_) -> str:
    """`where` as people write it: "rules[0].authorities"."""
    text = ""
    for step in where:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


@dataclass
class Findings:
    """What has been found so far. `secrets` are resolved values that no text may show."""

    problems: list[ConfigProblem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    secrets: set[str] = field(default_factory=set, repr=False)

    def problem(self, place: Place, detail: str, remedy: str) -> None:
        """Add a problem at `place`; a problem told already at the same place is told once."""
        found = ConfigProblem(place.file.path, place.line, place.key, self.masked(detail), self.masked(remedy))
        if all(str(found) != str(known) for known in self.problems):
            self.problems.append(found)

    def remark(self, text: str) -> None:
        """Add something worth knowing that stops nothing."""
        text = self.masked(text)
        if text not in self.remarks:
            self.remarks.append(text)

    def masked(self, text: str) -> str:
        """`text` without any secret that has been resolved."""
        for secret in sorted(self.secrets, key=len, reverse=True):
            text = text.replace(secret, "…")
        return text


def nearest(word: str, known: Iterable[str], cutoff: float = 70) -> str:
    """The known word most like `word`, or ""."""
    from rapidfuzz import fuzz, process  # 4 MB that only a mistake in the config is worth

    found = process.extractOne(word[:100], list(known), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=cutoff)
    return str(found[0]) if found else ""


def suggestion(word: str, known: Iterable[str], otherwise: str) -> str:
    """ "did you mean 'x'?" when something is near, else `otherwise`."""
    near = nearest(word, known)
    return f"did you mean '{near}'?" if near else otherwise
