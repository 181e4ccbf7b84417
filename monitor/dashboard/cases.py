"""Cases: what a person says an article really is, kept in the user's own file for `monitor evaluate`."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

from pydantic import BaseModel, Field

from monitor.model.page import Article
from monitor.settings import Settings

FILE = "cases.jsonl"
_TURN = threading.Lock()


class Verdict(BaseModel):
    """The form "this is wrong". `rating` the overall grade reported as news, "" for none; `alert` a new inadequate one."""

    relevant: bool = False
    kind: str = Field(default="unrelated", max_length=40)
    authority: str = Field(default="", max_length=100)
    rating: str = Field(default="", max_length=40)
    new_judgement: bool = False
    alert: bool = False
    notes: str = Field(default="", max_length=2000)


def case_of(article: Article, said: Verdict, name: str) -> dict[str, object]:
    """The labelled case of an article; its keys are those of `monitor evaluate`."""
    return {
        "id": name,
        "url": article.url,
        "outlet": article.outlet,
        "published": article.published.date().isoformat() if article.published else None,
        "title": article.title,
        "summary": article.summary,
        "text": article.text,
        "notes": said.notes,
        "label": {
            "relevant": said.relevant,
            "kind": said.kind,
            "authorities": [said.authority] if said.authority else [],
            "mentioned": [],
            "rating": said.rating or None,
            "previous_rating": None,
            "new_judgement": said.new_judgement,
            "alert": said.alert,
        },
    }


def path_of(settings: Settings) -> Path:
    """The user's file: beside the ledger where that is a file, else in var/."""
    scheme, _, place = settings.database.partition(":///")
    return (Path(place.partition("?")[0]).parent if scheme.startswith("sqlite") and place else Path("var")) / FILE


def keep(settings: Settings, case: dict[str, object]) -> Path:
    """Append the case; whole lines only, on the disk before we say so."""
    path = path_of(settings)
    line = json.dumps(case, ensure_ascii=False) + "\n"
    with _TURN:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="replace") as stream:
            stream.write(line)
            stream.flush()
            os.fsync(stream.fileno())
    return path
