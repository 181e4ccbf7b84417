"""The kinds of value that stand in config files: durations, addresses, lists that may be a single text."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, WithJsonSchema

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
DURATION = re.compile(r"(\d{1,7})\s*(s|m|h|d)", re.ASCII)
DURATION_PATTERN = r"^[0-9]{1,7} ?[smhd]$"
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)


class Wrong(ValueError):
    """A value that cannot be used, with what to write instead."""

    def __init__(self, detail: str, remedy: str) -> None:
        super().__init__(detail)
        self.detail, self.remedy = detail, remedy


class Shape(BaseModel):
    """The base of everything that stands in a file: no unknown key, no silent conversion, never changed."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, validate_by_name=True, validate_by_alias=True)


def seconds(value: object) -> int:
    """ "15m" as 900. Raises Wrong for anything but a whole number with s, m, h or d."""
    if isinstance(value, int) and not isinstance(value, bool):
        raise Wrong(f"{value} has no unit", f'write "{value}s" or "{value}m"')
    found = DURATION.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        raise Wrong("is no duration", 'write a whole number with s, m, h or d: "90s", "15m", "6h", "7d"')
    return int(found[1]) * UNITS[found[2]]


def cadence(value: object) -> int:
    """A duration from one second to seven days."""
    length = seconds(value)
    if not 1 <= length <= 7 * 86_400:
        raise Wrong(f'"{value}" is out of bounds', 'write something from "1s" to "7d"')
    return length


def duration_text(length: int) -> str:
    """900 as "15m"."""
    unit = next(unit for unit in ("d", "h", "m", "s") if length % UNITS[unit] == 0)
    return f"{length // UNITS[unit]}{unit}"


def web_address(value: object) -> str:
    """An http or https address that can be asked as it stands."""
    if not isinstance(value, str):
        raise Wrong("is no text", 'write the address in quotes: "https://…"')
    fault = fault_of_address(value)
    if fault:
        raise Wrong(fault, 'write a whole address: "https://www.example.org/news/rss"')
    return value


def fault_of_address(value: str) -> str:
    """Why `value` is no address of the web, or ""."""
    if re.search(r"[\s{}<>\"\\^`|\x00-\x1f]", value):
        return "holds a character that no address has"
    try:
        parts = urlsplit(value)
        port_is_fine = parts.port is None or parts.port > 0
    except ValueError as cause:
        return f"is no address: {cause}"
    if parts.scheme not in ("http", "https"):
        return f"begins with '{parts.scheme}:', not http: or https:" if parts.scheme else "lacks http:// or https://"
    if not parts.hostname or not port_is_fine:
        return "names no host"
    return "carries a user name or password" if "@" in parts.netloc else ""


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


def clock_time(value: object) -> str:
    """ "08:00"."""
    if not isinstance(value, str) or not _CLOCK.fullmatch(value):
        raise Wrong("is no time of day", 'write hours and minutes: "08:00"')
    return value


_DURATION_SCHEMA = {"type": "string", "pattern": DURATION_PATTERN, "examples": ["15m", "6h", "7d"]}
_LIST_SCHEMA = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}

Seconds = Annotated[int, BeforeValidator(seconds), WithJsonSchema(_DURATION_SCHEMA)]
Cadence = Annotated[int, BeforeValidator(cadence), WithJsonSchema(_DURATION_SCHEMA)]
WebAddress = Annotated[str, BeforeValidator(web_address), WithJsonSchema({"type": "string", "format": "uri"})]
Strings = Annotated[tuple[str, ...], BeforeValidator(_listed), WithJsonSchema(_LIST_SCHEMA)]
ClockTime = Annotated[str, BeforeValidator(clock_time), WithJsonSchema({"type": "string", "pattern": r"^\d\d:\d\d$"})]
Secret = Annotated[SecretStr | None, Field(description="A reference: env:NAME or file:/path, never the value itself.")]
