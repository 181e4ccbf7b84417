"""Frozen dataclasses to JSON text and back, driven by their annotations: no mapping to keep in step by hand."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, cast

T = TypeVar("T")
ATOMS = frozenset((str, int, float, bool, type(None)))


def write(value: object) -> str:
    """JSON text of a dataclass (or a tuple of them): objects by field, fields at their default left out."""
    plain = _plain(value)
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:  # half a surrogate pair, from a broken feed
        return json.dumps(plain, separators=(",", ":"))
    return text


def read(kind: type[T], text: str) -> T:
    """The dataclass of type `kind` that `write` made `text` from; fields unknown by now are passed over."""
    return cast(T, _build(kind, json.loads(text)))


def read_part(kind: type[T], text: str, rest: Mapping[str, object]) -> T:
    """The dataclass of type `kind` whose fields are partly in `text` and for the `rest` given."""
    return cast(T, _build(kind, json.loads(text or "{}"), rest))


def read_all(kind: type[T], text: str) -> tuple[T, ...]:
    """The tuple of dataclasses that `write` made `text` from; "" is none."""
    return tuple(cast(T, _build(kind, item)) for item in json.loads(text)) if text else ()


def _plain(value: object) -> object:
    kind = type(value)
    if kind in ATOMS:
        return value
    if dataclasses.is_dataclass(kind):
        return {name: _plain(got) for name, plain in _fields(kind) if (got := getattr(value, name)) != plain}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, set | frozenset):
        return sorted(cast("set[str]", value))
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    raise TypeError(f"a ledger cannot keep a {type(value).__name__}")


@cache
def _fields(kind: type) -> tuple[tuple[str, object], ...]:
    """Each field's name and default."""
    return tuple((field.name, field.default) for field in dataclasses.fields(kind))


@cache
def _shape(kind: type) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}


def _build(wanted: Any, got: Any, rest: Mapping[str, object] = MappingProxyType({})) -> Any:  # noqa: ANN401 - any JSON
    if got is None or wanted is object:
        return got
    origin, inner = typing.get_origin(wanted), typing.get_args(wanted)
    if origin in (types.UnionType, typing.Union):
        return _build(next(kind for kind in inner if kind is not types.NoneType), got)
    if origin is tuple:
        return _build_tuple(inner, got)
    if origin is frozenset:
        return frozenset(_build(inner[0], item) for item in got)
    if dataclasses.is_dataclass(wanted):
        shape = _shape(cast(type, wanted))
        known = {name: _build(shape[name], item) for name, item in got.items() if name in shape}
        return cast(type, wanted)(**known, **rest)
    if wanted in (date, datetime):
        return wanted.fromisoformat(got)
    return wanted(got) if isinstance(wanted, type) and issubclass(wanted, Enum | float) else got


def _build_tuple(inner: tuple[Any, ...], got: list[Any]) -> tuple[Any, ...]:
    if len(inner) == 2 and inner[1] is Ellipsis:
        return tuple(_build(inner[0], item) for item in got)
    return tuple(_build(kind, item) for kind, item in zip(inner, got, strict=True))
