"""References: `env:NAME` and `file:/path` in place of what nobody should read in a config file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from monitor.settings.findings import Findings, Place
from monitor.settings.toml import Path_

MOST_CHARACTERS = 65_536
KINDS = ("env:", "file:")


@dataclass
class Resolver:
    """Resolves references in raw values; `unresolved` are the places where there was nothing to be had."""

    environ: Mapping[str, str]
    findings: Findings
    unresolved: set[Path_] = field(default_factory=set)

    def resolved(self, value: object, place: Place) -> object:
        """`value` with every reference in it replaced; what cannot be resolved stays and is a problem."""
        if isinstance(value, dict):
            return {key: self.resolved(inner, place.at(key)) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.resolved(inner, place.at(number)) for number, inner in enumerate(value)]
        return self._text(value, place) if isinstance(value, str) and is_reference(value) else value

    def _text(self, reference: str, place: Place) -> str:
        kind, _, name = reference.partition(":")
        found = self.environ.get(name) if kind == "env" else _content(Path(name))
        if found:
            if len(found) > 2:
                self.findings.secrets.add(found)
            return found
        self.unresolved.add(place.where)
        what = f"the environment variable {name}" if kind == "env" else f"the file {name}"
        state = "is empty" if found == "" else "is not set" if kind == "env" else "cannot be read as text"
        remedy = (
            f"set {name}, for example in the service's .env file" if kind == "env" else "put the value into that file"
        )
        self.findings.problem(place, f"{what} {state}", remedy)
        return reference


def is_reference(value: str) -> bool:
    """Whether `value` points at a secret instead of being one."""
    return value.startswith(KINDS) and not value.startswith("file://")


def _content(path: Path) -> str | None:
    try:
        with path.open(encoding="utf-8") as stream:
            text = stream.read(MOST_CHARACTERS)
    except (OSError, ValueError):
        return None
    return text.strip("\r\n")
