"""Edits to config/: notices them, and writes them so that neither a crash nor a second thought loses a file."""

from __future__ import annotations

import os
import shutil
from hashlib import blake2b
from pathlib import Path

from monitor.errors import ConfigError, ConfigProblem
from monitor.settings.toml import Unreadable, parse_toml

FORMER = ".former"
"""What is added to the name of the version that stood before the last save."""


def fingerprint(folder: Path) -> str:
    """A short text that changes when a file of the folder is edited, added or removed; cheap: names, times, sizes.

    Never raises: an absent folder has a fingerprint too.
    """
    digest = blake2b(digest_size=12)
    for path in sorted((*folder.glob("*.toml"), *folder.glob("sources/*.toml"))):
        try:
            facts = path.stat()
        except OSError:
            continue
        digest.update(f"{path.relative_to(folder)}\0{facts.st_mtime_ns}\0{facts.st_size}\n".encode())
    return digest.hexdigest()


def save_watchlist(path: Path, text: str) -> None:
    """Replace the file at `path` by `text` in one step; what stood there is kept as `<name>.former`.

    Raises ConfigError, with the file untouched, when `text` is no TOML or the file cannot be written.
    """
    content = text.encode()
    try:
        parse_toml(content)
    except Unreadable as trouble:
        raise ConfigError(
            [ConfigProblem(path, trouble.line, "the whole file", trouble.detail, trouble.remedy)]
        ) from trouble
    try:
        _replace(path, content)
    except OSError as cause:
        remedy = "let the service's user write in this folder"
        problem = ConfigProblem(path, None, "the whole file", f"cannot be written: {cause.strerror}", remedy)
        raise ConfigError([problem]) from cause


def _replace(path: Path, content: bytes) -> None:
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with fresh.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            shutil.copymode(path, fresh)
            shutil.copy2(path, path.with_name(path.name + FORMER))
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
