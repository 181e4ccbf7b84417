"""The watch-list: forms and the file's text side by side, checked like `monitor check`, with a preview of its effect."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import RedirectResponse, Response

from monitor import wiring
from monitor.dashboard.desk import Desk, DeskHere, Editor, Reader, page
from monitor.dashboard.preview import Preview, foreseen
from monitor.dashboard.record import in_being
from monitor.dashboard.words import AREAS, KINDS
from monitor.errors import ConfigError, ConfigProblem
from monitor.settings import Examination, describe, examine, save_watchlist
from monitor.settings.editing import with_rule, without_rule

router = APIRouter(include_in_schema=False)
FILE = "watchlist.toml"
GRADES = ("inadequate", "requires improvement", "good", "outstanding")
YEARS = (1, 3, 5, 10)
Name = Annotated[str, Field(max_length=200)]


class Draft(BaseModel):
    """The editor's form: the whole text, and perhaps one rule's fields to work into it."""

    text: str = Field(default="", max_length=200_000)
    seen: str = Field(default="", max_length=200)
    deed: str = Field(default="preview", max_length=40)
    years: int = Field(default=5, ge=1, le=20)
    name: Name = ""
    authorities: str = Field(default="", max_length=10_000)
    grades: list[Name] = Field(default_factory=list, max_length=20)
    areas: list[Name] = Field(default_factory=list, max_length=20)
    kinds: list[Name] = Field(default_factory=list, max_length=20)
    notify: str = Field(default="", max_length=2000)


@dataclass(frozen=True, slots=True)
class Examined:
    """A text of the watch-list, and what is to be said of it."""

    text: str
    rules: list[dict[str, Any]]
    said: dict[str, Any]
    problems: tuple[ConfigProblem, ...]
    preview: Preview | None


def examined(desk: Desk, text: str, years: int) -> Examined:
    """What `monitor check` says of the text in place of the file, and what it would have sent."""
    found = _examination(desk, text)
    said = describe(found.settings, desk.reference, found.problems)
    preview = None if found.problems else _preview(desk, found, years)
    return Examined(text, _rules(text), said, found.problems, preview)


def _examination(desk: Desk, text: str) -> Examination:
    return examine(desk.installation.folder, os.environ, desk.reference, {FILE: text})


def _preview(desk: Desk, found: Examination, years: int) -> Preview:
    today = desk.now.date()
    since = date(today.year - years, today.month, min(today.day, 28))
    plans = {name: channel.plan for name, channel in wiring.channels(found.settings).items()}
    in_force = (desk.world.watchlist, desk.world.plans)
    return foreseen(desk.ledger.inspections(), since, desk.reference, (found.settings.watchlist, plans), in_force)


def _rules(text: str) -> list[dict[str, Any]]:
    """The rules as they stand in the text, for the forms; [] where it cannot be read."""
    try:
        listed = tomllib.loads(text).get("rules", [])
    except (tomllib.TOMLDecodeError, ValueError, RecursionError):
        return []
    return [_as_form(rule) for rule in listed if isinstance(rule, dict)] if isinstance(listed, list) else []


def _as_form(rule: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": str(rule.get("name", "")),
        "authorities": "\n".join(_listed(rule.get("authorities", "all"))),
        "grades": _listed(rule.get("grades", "inadequate")),
        "areas": [one for one in _listed(rule.get("areas", [])) if one != "any"],
        "kinds": _listed(rule.get("kinds", [])),
        "notify": ", ".join(_listed(rule.get("notify", []))),
        "enabled": rule.get("enabled", True),
    }


def _listed(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


@router.get("/watchlist")
def editor(  # noqa: PLR0913 - a query
    request: Request,
    desk: DeskHere,
    person: Reader,
    add: Annotated[str, Query(max_length=100)] = "",
    saved: str = "",
    years: Annotated[int, Query(ge=1, le=20)] = 5,
) -> Response:
    """The list in force; `add` an authority's slug begins a new rule for it."""
    text = _text(desk)
    name = next((one.name for one in desk.reference.authorities if one.slug == add), "")
    if name:
        text = with_rule(text, f"Watch {name}", {"authorities": [name], "grades": ["inadequate"]})
    return _shown(request, desk, text, years, saved=saved == "yes" and not name, adding=name)


@router.post("/watchlist")
def edit(request: Request, desk: DeskHere, person: Editor, draft: Annotated[Draft, Form()]) -> Response:
    """Preview a text, work a rule's form into it, or save it."""
    text = draft.text.replace("\r\n", "\n")
    try:
        if draft.deed == "rule" and draft.name.strip():
            text = with_rule(text, draft.name.strip(), _changes(draft))
        elif draft.deed.startswith("remove:"):
            text = without_rule(text, draft.deed.removeprefix("remove:"))
        elif draft.deed == "save":
            return _save(request, desk, person.name, draft, text)
    except ConfigError:
        pass  # said below, with everything else that is wrong with the text
    return _shown(request, desk, text, draft.years, seen=draft.seen)


def _save(request: Request, desk: Desk, who: str, draft: Draft, text: str) -> Response:
    if draft.seen != _mark(_text(desk)):
        trouble = "Somebody else has saved the list since you opened it. Compare, then save again to replace theirs."
        return _shown(request, desk, text, draft.years, trouble=trouble, status=409)
    if _examination(desk, text).problems:
        return _shown(request, desk, text, draft.years, trouble="Not saved: the list has problems.", status=422)
    try:
        save_watchlist(_path(desk), text)
    except ConfigError as cause:
        return _shown(request, desk, text, draft.years, trouble=f"Not saved: {cause}", status=500)
    desk.ledger.note((who, "watchlist", FILE), f"{len(_rules(text))} rules", desk.now)
    return RedirectResponse("/watchlist?saved=yes", 303)


def _changes(draft: Draft) -> dict[str, object]:
    """What the form says, as the file's keys; what is at its default is left out."""
    names = [line.strip() for line in draft.authorities.replace(";", "\n").split("\n") if line.strip()]
    channels = [name.strip() for name in draft.notify.split(",") if name.strip()]
    return {
        "authorities": "all" if names in ([], ["all"]) else names,
        "grades": draft.grades or ["inadequate"],
        "areas": draft.areas or "any",
        "kinds": draft.kinds or None,
        "notify": channels or None,
    }


def _path(desk: Desk) -> Path:
    return desk.installation.folder / FILE


def _text(desk: Desk) -> str:
    try:
        return _path(desk).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _mark(text: str) -> str:
    from hashlib import blake2b

    return blake2b(text.encode("utf-8", "replace"), digest_size=12).hexdigest()


def _shown(request: Request, desk: Desk, text: str, years: int, *, status: int = 200, **more: Any) -> Response:  # noqa: ANN401
    in_force = _text(desk)
    shown = {"saved": False, "adding": "", "trouble": "", "seen": _mark(in_force)} | {
        k: v for k, v in more.items() if v
    }
    return page(
        request,
        "watchlist.html",
        status=status,
        draft=examined(desk, text, years),
        is_changed=text != in_force,
        years=years,
        years_known=sorted({*YEARS, years}),
        channels=[*desk.settings.channels],
        grades=GRADES,
        areas=AREAS,
        kinds=KINDS,
        authorities=in_being(desk.reference),
        regions=sorted({one.region for one in in_being(desk.reference)}),
        **shown,
    )
