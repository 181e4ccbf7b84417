"""Validates raw values by a shape and turns what pydantic finds into problems a person can mend."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, SecretStr, ValidationError
from pydantic_core import ErrorDetails

from monitor.settings.fields import Wrong
from monitor.settings.findings import Place, dotted, suggestion
from monitor.settings.references import Resolver, is_reference
from monitor.settings.toml import Path_

Model = TypeVar("Model", bound=BaseModel)
_WANTED = {
    "string_type": ("a text", 'put it in quotes: "…"'),
    "int_type": ("a whole number", "write the digits without quotes"),
    "float_type": ("a number", "write the digits without quotes"),
    "bool_type": ("true or false", "write true or false without quotes"),
    "dict_type": ("a table", "write its keys on lines of their own below a [heading]"),
    "model_type": ("a table", "write its keys on lines of their own below a [heading]"),
    "tuple_type": ("a list", 'write a list: ["…", "…"]'),
    "list_type": ("a list", 'write a list: ["…", "…"]'),
}
_NAMES = {str: "a text", bool: "true or false", int: "a number", float: "a number", dict: "a table", list: "a list"}
_LITERAL = re.compile(r"'([^']*)'")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


@dataclass(frozen=True)
class Checker:
    """Validates tables one at a time, so that one wrong key hides no other problem."""

    resolver: Resolver

    def checked(self, shape: type[Model], raw: dict[str, Any], place: Place, also: Iterable[str] = ()) -> Model | None:
        """`raw` as a `shape`, wrong keys left out after they were told; None when what is left cannot be one.

        `also` are further keys that are known at this place, for "did you mean".
        """
        values = self.resolver.resolved(raw, place)
        made: Model | None = None
        for turn in range(3):
            try:
                made = shape.model_validate(values)
                break
            except ValidationError as cause:
                for error in cause.errors(include_url=False):
                    where = tuple(error["loc"])
                    if turn == 0 and not self._is_told(place, where):
                        self._tell(shape, error, place, also)
                    values = _without(values, where)
        if made is not None:
            self._judge_secrets(made, raw, place)
        return made

    def _is_told(self, place: Place, where: Path_) -> bool:
        spots = [place.where + where[:end] for end in range(len(where) + 1)]
        return any(spot in self.resolver.unresolved for spot in spots)

    def _tell(self, shape: type[BaseModel], error: ErrorDetails, place: Place, also: Iterable[str]) -> None:
        spot = place.at(*error["loc"])
        known = [*fields_at(shape, error["loc"][:-1]), *(also if len(error["loc"]) == 1 else ())]
        self.resolver.findings.problem(spot, *in_words(error, known))

    def _judge_secrets(self, made: BaseModel, raw: object, place: Place) -> None:
        for name, field in type(made).model_fields.items():
            key = field.alias or name
            value = raw.get(key, raw.get(name)) if isinstance(raw, dict) else None
            inner = getattr(made, name)
            if isinstance(inner, BaseModel):
                self._judge_secrets(inner, value, place.at(key))
            elif isinstance(inner, dict):
                for label, item in inner.items():
                    if isinstance(item, BaseModel) and isinstance(value, dict):
                        self._judge_secrets(item, value.get(label), place.at(key, label))
            elif _holds_secret(inner):
                self._judge_literal(value, place.at(key))

    def _judge_literal(self, value: object, place: Place) -> None:
        findings = self.resolver.findings
        for text in (value,) if isinstance(value, str) else value if isinstance(value, list) else ():
            if not isinstance(text, str) or is_reference(text) or not text:
                continue
            name = re.sub(r"[^A-Z0-9]+", "_", dotted(place.where).upper())
            if _ADDRESS.match(text):
                findings.remark(
                    f"{place}: {place.key} stands in the file itself: an address may be a secret; env:{name} keeps it out"
                )
            else:
                findings.problem(
                    place, "a secret stands in the file itself", f'write "env:{name}" and set that variable'
                )


def in_words(error: ErrorDetails, known: list[str]) -> tuple[str, str]:
    """What one pydantic error says to the person who edits the file, and what to do."""
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    if kind == "extra_forbidden":
        listed = ", ".join(known)
        return "unknown key", suggestion(str(error["loc"][-1]), known, f"remove it; known here: {listed}")
    if kind == "missing":
        return "is missing", f"add {error['loc'][-1]} = …"
    if kind in _WANTED:
        wanted, remedy = _WANTED[kind]
        return f"is {_NAMES.get(type(given), 'something else')}; {wanted} is wanted", remedy
    if kind == "literal_error":
        choices = _LITERAL.findall(str(context.get("expected", "")))
        listed = " | ".join(choices)
        return f"{given!r} is none of {listed}", suggestion(str(given), choices, f"write one of {listed}")
    cause = context.get("error")
    if isinstance(cause, Wrong):
        return cause.detail, cause.remedy
    detail = str(cause) if cause else str(error["msg"]).replace("Input should be", "should be")
    return detail, "config/README.md says what may stand here"


def fields_at(shape: type[BaseModel], where: Iterable[Any]) -> list[str]:
    """The keys known at `where` inside a `shape`, as they are written in files."""
    here: Any = shape
    for step in where:
        if isinstance(here, type) and issubclass(here, BaseModel):
            found = next((f for name, f in here.model_fields.items() if step in (name, f.alias)), None)
            here = found.annotation if found else None
        if get_origin(here) is not dict:
            here = _model_in(here)
    here = _model_in(here)
    return [field.alias or name for name, field in here.model_fields.items()] if here else []


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _model_in(inner))), None)


def _holds_secret(value: object) -> bool:
    return isinstance(value, SecretStr) or (isinstance(value, list | tuple) and any(map(_holds_secret, value)))


def _without(values: object, where: Path_) -> object:
    """A copy of `values` lacking what stands at `where`: the key, or for an item of a list its whole list."""
    if not where or not isinstance(values, dict):
        return values
    key, rest = where[0], where[1:]
    if key not in values:
        return values
    inner = values[key]
    if isinstance(inner, dict) and rest and rest[0] in inner:
        return {**values, key: _without(inner, rest)}
    return {name: value for name, value in values.items() if name != key}
