"""The real service under real SIGKILLs: `monitor run` reads two papers and tells two webhooks, all on loopback.

The kill comes from the other end of a connection: at the n-th request that is not a feed's, before or after it is
answered. Killed at a webhook's request, the service has sent its message and never learns of it.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from benchmarks.crash_world import PAPERS, START, Receivers, Story, is_done, stories
from monitor.edges.ledger import open_ledger
from monitor.errors import LedgerError

CHANNELS = ("strict", "plain")
PATIENCE = 60.0
"""Seconds a life with a trap may take; one without has five times as long, since a machine may be busy."""
RULES = """
[[rules]]
name = "All"
authorities = "all"
grades = ["inadequate"]
areas = "any"
notify = ["strict", "plain"]
[channels.strict]
type = "webhook"
url = "{origin}/hook/strict"
[channels.plain]
type = "webhook"
url = "{origin}/hook/plain"
"""
SETTINGS = """
database = "sqlite:///{folder}/monitor.db"
[http]
allow_private_addresses = true
[dashboard]
bind = ""
"""
SOURCE = """
name = "{name}"
kind = "press"
[[feeds]]
name = "All"
url = "{origin}/feed/{paper}"
every = "1s"
"""


@dataclass
class Ended:
    """A run that is through."""

    told: tuple[Story, ...]
    receivers: Receivers
    cuts: list[str] = field(default_factory=list)

    @property
    def kills(self) -> int:
        """How many lives were ended by SIGKILL."""
        return len(self.cuts)


@dataclass
class Trap:
    """Kills `service` at the `at`-th request (0: never) of a path beginning with `path`; `before` its answer or after."""

    at: int = 0
    path: str = "/"
    before: bool = True
    service: subprocess.Popen[bytes] | None = None
    sprung: str = ""
    _passed: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def set(self, at: int, path: str, before: bool) -> None:
        """Sets it anew, for the next life."""
        self.at, self.path, self.before, self.sprung, self._passed = at, path, before, "", 0

    def request(self, path: str, before: bool) -> None:
        """A request came (before) or was answered."""
        if not path.startswith(self.path):
            return
        with self._lock:
            self._passed += before
            if self.service is None or self.sprung or self._passed != self.at or before != self.before:
                return
            self.sprung = f"SIGKILL {'before' if before else 'after'} the answer to /{path.split('/')[1]}"
            self.service.kill()


def run(seed: int, folder: Path) -> Ended:
    """Start the service again and again until everything is told, killing it two or three times on the way."""
    dice = random.Random(seed)
    ended = Ended(stories(seed), Receivers())
    trap = Trap()
    with _site(ended, trap) as site:
        origin = f"http://127.0.0.1:{site.server_port}"
        _write_config(folder, origin)
        begun = time.monotonic()
        for deadly in (True, True, dice.random() < 0.5, False):
            trap.set(dice.randint(1, 3) * deadly, dice.choice(("/", "/hook")), dice.random() < 0.5)
            is_through = _live(folder, ended, trap, START + timedelta(seconds=time.monotonic() - begun))
            ended.cuts += [trap.sprung] if trap.sprung else []
            if is_through and not deadly:
                break
        site.shutdown()
    return ended


def _live(folder: Path, ended: Ended, trap: Trap, now: datetime) -> bool:
    """One life; True when everything was done at its end, False when it was killed."""
    command = [sys.executable, "-m", "monitor", "run", "--config", str(folder)]
    environ = {**os.environ, "MONITOR_NOW": now.isoformat()}
    end = time.monotonic() + (PATIENCE if trap.at else 5 * PATIENCE)
    with (folder / "log").open("ab") as log, subprocess.Popen(command, env=environ, stdout=log, stderr=log) as service:
        trap.service = service
        try:
            while service.poll() is None and time.monotonic() < end:
                time.sleep(0.1)
                if _is_through(folder, ended):
                    service.terminate()
                    service.wait(10)
                    return True
        finally:
            service.kill()
    return False


def _is_through(folder: Path, ended: Ended) -> bool:
    try:
        ledger = open_ledger(f"sqlite:///{folder}/monitor.db", create=False)
    except LedgerError:
        return False
    try:
        return is_done(ledger, ended.told)
    finally:
        ledger.close()


def _write_config(folder: Path, origin: str) -> None:
    (folder / "sources").mkdir(parents=True)
    (folder / "watchlist.toml").write_text(RULES.format(origin=origin), encoding="utf-8")
    (folder / "monitor.toml").write_text(SETTINGS.format(folder=folder), encoding="utf-8")
    for paper in PAPERS:
        text = SOURCE.format(name=paper.title(), paper=paper, origin=origin)
        (folder / "sources" / f"{paper}.toml").write_text(text, encoding="utf-8")


def _site(ended: Ended, trap: Trap) -> ThreadingHTTPServer:
    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(_page(self.path, ended.told, str(self.headers["Host"])))

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            sent = self.rfile.read(length)
            if len(sent) < length:
                return  # killed in mid-sentence: that is no message
            body = json.loads(sent)
            channel, key = self.path.rpartition("/")[2], self.headers["Idempotency-Key"]
            ended.receivers.take(channel, key, body["message"]["subject"])
            self._answer(b"{}")

        def _answer(self, body: bytes) -> None:
            counts = not self.path.startswith(("/feed/", "/robots"))
            if counts:
                trap.request(self.path, before=True)
            try:
                self.send_response(200 if body else 404)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                self.wfile.flush()
            except OSError:
                return  # the service is dead by now
            if counts:
                trap.request(self.path, before=False)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing to say."""

    site = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    return site


def _page(path: str, told: tuple[Story, ...], host: str) -> bytes:
    if path.startswith("/feed/"):
        paper = path.rpartition("/")[2]
        return _feed([story for story in told if story.paper == paper], host).encode()
    found = [story for story in told if path == _path(story)]
    return _html(found[0]).encode() if found else b""


def _path(story: Story) -> str:
    return f"/{story.paper}/{story.url.rpartition('/')[2]}"


def _feed(listed: list[Story], host: str) -> str:
    day = format_datetime(START.astimezone(UTC) - timedelta(hours=1))
    items = "".join(
        f"<item><title>{story.entry().title}</title><link>http://{host}{_path(story)}</link><pubDate>{day}</pubDate></item>"
        for story in listed
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>All</title>{items}</channel></rss>'
    )


def _html(story: Story) -> str:
    title, text = story.entry().title, "".join(f"<p>{part}</p>" for part in story.article().text.split("\n\n"))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="article:published_time" content="{START.isoformat()}"></head>'
        f"<body><main><article><h1>{title}</h1>{text}</article></main></body></html>"
    )
