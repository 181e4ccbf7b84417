"""Makes folders of settings for tests, and reads them with the shipped reference."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from monitor.model.authority import Reference
from monitor.settings import Examination, examine
from monitor.settings.reference import reference

RULE = '[[rules]]\nname = "National"\nauthorities = "all"\nnotify = ["console"]\n'
OPERATOR = '[operator]\nchannels = ["console"]\n'
FEED = 'name = "Evening Post"\n[[feeds]]\nname = "News"\nurl = "https://post.example/rss"\nevery = "15m"\n'


@cache
def known() -> Reference:
    """The shipped reference, made once."""
    return reference()


def folder_of(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder with these files, by their names below it."""
    for name, text in files.items():
        target = path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def examined(path: Path, files: Mapping[str, str | bytes], environ: Mapping[str, str] | None = None) -> Examination:
    """What such a folder says."""
    return examine(folder_of(path, files), environ or {}, known())


def told(examination: Examination) -> list[str]:
    """Every problem as one line, with the file's name alone."""
    return [f"{Path(p.file).name}:{p.line} {p.key}: {p.detail} ({p.remedy})" for p in examination.problems]
