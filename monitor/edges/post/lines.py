"""The terminal and files: lines appended and flushed to the disk, and feeds rewritten whole."""

from __future__ import annotations

import fcntl
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from monitor.edges.post.atom import atom
from monitor.model.delivery import FeedParcel, LineParcel, Reply

TAIL = 1 << 20
"""How far back, in bytes, a repeated line is looked for: a repeat follows a crash, so it is near the end."""
WRITTEN = Reply(status=200, body="written")
ALREADY = Reply(status=200, body="it was there already")


def write_line(parcel: LineParcel, console: TextIO | None) -> Reply:
    """Text to the console, or one line to a file unless its key is there already."""
    try:
        return _print(parcel.text, console or sys.stdout) if parcel.path == "-" else _append(parcel)
    except (OSError, ValueError) as trouble:
        return _disk(trouble)


def keep_in_feed(parcel: FeedParcel) -> Reply:
    """The item on top of `path.json` (JSON Feed) and `path.atom`, each replaced whole, so that no reader sees half."""
    try:
        path = Path(parcel.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        with _held(path.with_name(path.name + ".lock")):
            return _keep(parcel, path)
    except (OSError, ValueError, TypeError) as trouble:
        return _disk(trouble)


def _print(text: str, stream: TextIO) -> Reply:
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, errors="replace").decode(encoding))
    stream.flush()
    return WRITTEN


def _append(parcel: LineParcel) -> Reply:
    path = Path(parcel.path)
    path.parent.mkdir(parents=True, exist_ok=True)
    is_new = not path.exists()
    with path.open("ab+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        lines, torn = _tail(file)
        if parcel.key and any(json.dumps(parcel.key).encode() in line for line in lines):
            return ALREADY
        file.write((b"\n" if torn else b"") + parcel.text.encode())
        file.flush()
        os.fsync(file.fileno())
    if is_new:
        _sync_folder(path.parent)
    return WRITTEN


def _tail(file: BinaryIO) -> tuple[list[bytes], bool]:
    """The whole lines at the end, and whether a half one follows them (a crash in the middle of a write)."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - TAIL))
    *lines, rest = file.read().split(b"\n")
    return lines, bool(rest)


def _keep(parcel: FeedParcel, path: Path) -> Reply:
    item = dict(parcel.item)
    before = _items(path.with_name(path.name + ".json"))
    is_there = any(known.get("id") == item.get("id") for known in before)
    items = before if is_there else [item, *before][: parcel.keep]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": parcel.title, "items": items}
    if parcel.home_page:
        feed["home_page_url"] = parcel.home_page
    _replace(path.with_name(path.name + ".atom"), atom(parcel.title, parcel.home_page, items))
    _replace(path.with_name(path.name + ".json"), json.dumps(feed, ensure_ascii=False, indent=1).encode())
    return ALREADY if is_there else WRITTEN


def _items(path: Path) -> list[dict[str, object]]:
    """What the feed lists by now; a file that cannot be read is set aside, never overwritten."""
    if not path.exists():
        return []
    try:
        found = json.loads(path.read_bytes())["items"]
    except (ValueError, KeyError, TypeError):
        path.rename(path.with_name(path.name + ".broken"))
        return []
    return [item for item in found if isinstance(item, dict)]


def _replace(path: Path, content: bytes) -> None:
    fresh = path.with_name(path.name + ".new")
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    _sync_folder(path.parent)


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """One writer at a time, across processes."""
    with path.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _disk(trouble: Exception) -> Reply:
    word = trouble.strerror if isinstance(trouble, OSError) else ""
    return Reply(failure="disk", detail=word or type(trouble).__name__)
