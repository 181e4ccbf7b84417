"""A scene for journeys: a news site, receivers, a config folder, and the real command in a process of its own."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from tests.local_web import Answer, LocalSite, Reply, Seen
from tests.receivers import MailServer

ROOT = Path(__file__).parents[2]
MORNING = "2017-01-24T12:00:00Z"


@dataclass
class Scene:
    """Everything a journey needs. `hooks` are the bodies the webhook and Slack took."""

    site: LocalSite
    mail: MailServer
    folder: Path
    now: str = MORNING
    hooks: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    more: dict[str, str] = field(default_factory=dict)
    """Further variables of the environment."""

    def environment(self) -> dict[str, str]:
        """The process's environment, its clock set to the scene's."""
        return {**os.environ, "MONITOR_NOW": self.now, "PYTHONPATH": str(ROOT), "COLUMNS": "120", **self.more}

    async def command(self, *words: str, expect: tuple[int, ...] = (0, 1)) -> str:
        """Run `monitor WORDS`; its standard output."""
        process = await self.start(*words)
        out, err = await asyncio.wait_for(process.communicate(), 60)
        assert process.returncode in expect, f"{words}: exit {process.returncode}\n{err.decode()}"
        return out.decode()

    async def once(self) -> dict[str, Any]:
        """`monitor once --json`."""
        said: dict[str, Any] = json.loads(await self.command("once", "--json", "--config", str(self.folder)))
        return said

    async def start(self, *words: str) -> asyncio.subprocess.Process:
        """Start `monitor WORDS` and leave it running."""
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "monitor",
            *words,
            cwd=self.folder.parent,
            env=self.environment(),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )

    async def serve(self) -> asyncio.subprocess.Process:
        """Start `monitor run`."""
        return await self.start("run", "--config", str(self.folder))


async def ended(process: asyncio.subprocess.Process, how: signal.Signals, within: float = 10.0) -> int:
    """Send the signal and wait; the exit code."""
    process.send_signal(how)
    await asyncio.wait_for(process.communicate(), within)
    assert process.returncode is not None
    return process.returncode


async def until(met: Callable[[], object], within: float = 60.0) -> None:
    """Wait until `met()` is true."""
    async with asyncio.timeout(within):
        while not met():  # noqa: ASYNC110 - what is waited for happens in another process
            await asyncio.sleep(0.05)


@asynccontextmanager
async def scene(folder: Path, routes: Mapping[str, Answer], rules: str = "") -> AsyncIterator[Scene]:
    """A scene whose one publisher lists /rss.xml; alerts go to Slack, a webhook and e-mail."""
    site = LocalSite(dict(routes))
    with MailServer() as mail:
        async with site:
            made = Scene(site, mail, folder / "config")
            site.routes.setdefault("/slack", lambda seen: _taken(made, seen, b"ok"))
            site.routes.setdefault("/hook", lambda seen: _taken(made, seen, b"{}"))
            write_config(made, rules)
            yield made


def write_config(made: Scene, rules: str = "") -> None:
    """The folder as a user would write it."""
    (made.folder / "sources").mkdir(parents=True, exist_ok=True)
    (made.folder / "watchlist.toml").write_text((rules or RULES) + CHANNELS.format(origin=made.site.url("")))
    (made.folder / "monitor.toml").write_text(MONITOR.format(folder=made.folder.parent, port=made.mail.port))
    (made.folder / "sources" / "post.toml").write_text(SOURCE.format(origin=made.site.url("")))


def _taken(made: Scene, seen: Seen, answer: bytes) -> Reply:
    made.hooks.append((seen.path, json.loads(seen.body)))
    made.keys.append(seen.headers.get("idempotency-key", ""))
    return Reply(answer)


def rss(site_url: str, items: Mapping[str, tuple[str, str, str]]) -> bytes:
    """A feed: path -> (title, summary, RFC 822 date)."""
    listed = "".join(
        f"<item><title>{escape(title)}</title><link>{site_url}{path}</link><guid>{site_url}{path}</guid>"
        f"<description>{escape(summary)}</description><pubDate>{day}</pubDate></item>"
        for path, (title, summary, day) in items.items()
    )
    head = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>The Post</title>'
    return f"{head}{listed}</channel></rss>".encode()


def page(title: str, *paragraphs: str) -> Reply:
    """An article's page."""
    told = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    head = f"<!doctype html><html><head><title>{escape(title)}</title></head>"
    body = f"{head}<body><article><h1>{escape(title)}</h1>{told}</article></body></html>"
    return Reply(body.encode(), headers=(("Content-Type", "text/html; charset=utf-8"),))


RULES = """
[[rules]]
name = "National"
authorities = "all"
grades = ["inadequate"]
areas = "any"
notify = ["newsroom", "desk", "duty"]
"""
CHANNELS = """
[channels.newsroom]
type = "slack"
webhook_url = "{origin}/slack"
[channels.desk]
type = "webhook"
url = "{origin}/hook"
[channels.duty]
type = "email"
to = ["duty@example.org"]
"""
MONITOR = """
database = "sqlite:///{folder}/monitor.db"
[smtp]
host = "127.0.0.1"
port = {port}
security = "none"
from = "monitor@example.org"
[http]
allow_private_addresses = true
[dashboard]
bind = ""
public_url = "https://monitor.example.org"
"""
SOURCE = """
name = "The Post"
kind = "press"
[[feeds]]
name = "News"
url = "{origin}/rss.xml"
every = "1s"
"""
