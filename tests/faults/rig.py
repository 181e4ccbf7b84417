"""A rig for faults: the real config, ledger, web and post, a paper and receivers on loopback, and a clock put forward by hand.

async with rig(tmp_path) as town:
    await town.settle()                           # a few days of good service: everything is read, all clear
    town.site.routes["/rss.xml"] = Reply(b"", 500)
    found = await town.notice("http-500")         # how long until the operator knew, and until no certificate was clear

One `round` is what a real service does in a few seconds; nothing sleeps.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from monitor import pipeline, steps, wiring
from monitor.edges.ledger import SqlLedger, open_ledger
from monitor.edges.post import RealPost
from monitor.edges.web import HttpWeb
from monitor.edges.web.limits import CAPS, KB, Caps
from monitor.engines.oversight import Oversight
from monitor.model.coverage import Certificate
from monitor.ports import Bench, World
from monitor.settings import Settings, load
from monitor.settings.reference import reference
from tests.faults.paper import MONITOR, PAPER, WATCHLIST, Desk, article, posts, rss
from tests.local_web import LocalSite, Reply, Seen
from tests.receivers import MailServer

START = datetime(2026, 5, 4, 6, 0, tzinfo=UTC)
"""A Monday morning in summer time."""
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
STEP = timedelta(minutes=30)
known = cache(reference)
"""The shipped reference."""
DESK, OPS = "/desk", "/ops"


@dataclass
class Clock:
    """Stands still until it is put forward, or back."""

    time: datetime = START

    def now(self) -> datetime:
        return self.time


@dataclass(frozen=True)
class Noticed:
    """How long after a fault began: until the operator was told, and until the certificate was not clear for good."""

    told: timedelta
    unclear: timedelta
    subject: str
    reasons: tuple[str, ...]


@dataclass
class Rig:
    """One installation in hand. `heard` are (path, body) of what the receivers took; `alive` the heartbeats' paths."""

    site: LocalSite
    mail: MailServer
    folder: Path
    clock: Clock
    settings: Settings
    ledger: SqlLedger
    world: World
    heard: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    alive: list[str] = field(default_factory=list)
    stories: list[tuple[str, str, datetime]] = field(default_factory=list)
    step: timedelta = STEP

    def __post_init__(self) -> None:
        self.started = self.clock.now()
        self.duties = wiring.duties(self.settings)
        self.oversight = Oversight(self.world, self.ledger, self.duties)

    async def round(self) -> None:
        """What the service does in a second or twenty: ask, deliver, watch over it all, deliver what that made."""
        try:
            feeds = steps.due(self.world, self.ledger.due_times(), self.started)
            swept = await pipeline.sweep(self.world, feeds)
            if swept.feeds:
                self.oversight.worked()
            await pipeline.deliver(self.world)
        except Exception as failure:
            self.oversight.failed(failure)
        if await self.oversight.watch():
            await self.deliver()

    async def deliver(self) -> None:
        """Empty the outbox."""
        await pipeline.deliver(self.world)

    async def advance(self, length: timedelta, step: timedelta | None = None) -> None:
        """Let time pass, a round at every step."""
        end = self.clock.time + length
        while self.clock.time < end:
            self.clock.time = min(self.clock.time + (step or self.step), end)
            await self.round()

    async def settle(self) -> None:
        """An hour and a half of good service."""
        await self.round()
        await self.advance(1.5 * HOUR)
        assert self.proof().reasons == (), self.proof().reasons
        assert self.subjects(OPS) == []

    def proof(self) -> Certificate:
        """What a daily digest sent now would say."""
        return self.oversight.certificate(self.clock.time - DAY, self.clock.time)

    def assert_readers_were_not_deceived(self) -> None:
        """No reader heard of troubles, and none was told that all is clear."""
        told = self.subjects(DESK)
        assert all(one.startswith("Not clear") for one in told), told

    def subjects(self, path: str) -> list[str]:
        """The subjects of what a receiver took."""
        return [str(body["message"]["subject"]) for where, body in self.heard if where == path]

    async def notice(self, word: str, within: timedelta, step: timedelta | None = None) -> Noticed:
        """Let time pass until the operator reads `word` and the certificate is not clear; fails when it takes longer."""
        began, told, unclear, subject = self.clock.time, None, None, ""
        reasons: tuple[str, ...] = ()
        while told is None or unclear is None:
            assert self.clock.time - began <= within, (word, told, unclear, self.subjects(OPS), reasons)
            await self.advance(step or self.step, step or self.step)
            proof = self.proof()
            unclear = None if proof.is_clear else unclear or self.clock.time - began
            reasons = proof.reasons or reasons
            for one in self.subjects(OPS):
                if told is None and word in one and "Recovered" not in one:
                    told, subject = self.clock.time - began, one
        return Noticed(told, unclear, subject, reasons)

    async def recover(self, word: str, within: timedelta, step: timedelta | None = None) -> timedelta:
        """Let time pass until the operator reads that it is over and the certificate is clear again; how long it took."""
        began = self.clock.time
        while not (self.proof().is_clear and any("Recovered" in one and word in one for one in self.subjects(OPS))):
            assert self.clock.time - began <= within, (word, self.subjects(OPS), self.proof().reasons)
            await self.advance(step or self.step, step or self.step)
        return self.clock.time - began

    def take(self, seen: Seen) -> Reply:
        """A receiver that takes everything."""
        self.heard.append((seen.path, json.loads(seen.body)))
        return Reply(b"{}")

    def beat(self, seen: Seen) -> Reply:
        """The dead man's switch."""
        self.alive.append(seen.path)
        return Reply(b"OK")

    def paper(self, seen: Seen) -> Reply:
        """The paper's feed: a post every six hours, of the last ten days."""
        return Reply(rss(self.site.url(""), posts(self.clock.time, *self.stories)))

    def tell(self, council: str, grade: str = "inadequate", areas: str = "") -> None:
        """The paper tells of a judgement from now on."""
        began, title = self.clock.time, f"{council} children's services judged {grade} by Ofsted"
        self.stories.append((f"/news/{council.lower()}", title, began))
        told = areas or f"Children's services run by {council} County Council have been rated {grade} by Ofsted."
        self.site.routes[f"/news/{council.lower()}"] = article(title, told)

    def reach(self, **more: object) -> None:
        """Put another web hand, bench or channels into the world."""
        self.world = replace(self.world, **more)  # type: ignore[arg-type]
        self.oversight._world = self.world


@asynccontextmanager
async def rig(
    folder: Path,
    *,
    sources: dict[str, str] | None = None,
    more: str = "",
    notify: str = '["desk"]',
    operator: str = '["ops"]',
    query: str = "",
    smtp: str = "",
    post: MailServer | None = None,
    bench: Callable[[], Bench] = Desk,
    start: datetime = START,
) -> AsyncIterator[Rig]:
    """An installation with one paper (or `sources`, file name to text), a reader's webhook and an operator's."""
    with post or MailServer() as mail:
        async with LocalSite() as site:
            words = {"origin": site.url(""), "folder": folder, "port": mail.port, "query": query, "notify": notify}
            config = folder / "config"
            (config / "sources").mkdir(parents=True)
            (config / "watchlist.toml").write_text(
                WATCHLIST.format(**words, more=more.replace("{origin}", site.url("")))
            )
            (config / "monitor.toml").write_text(MONITOR.format(**words, operator=operator, smtp=smtp))
            for name, text in (sources or {"post": PAPER}).items():
                (config / "sources" / f"{name}.toml").write_text(
                    text.replace("{origin}", site.url("")).replace("{port}", str(site.port))
                )
            town = _opened(config, site, mail, Clock(start), bench())
            site.routes |= {"/rss.xml": town.paper, DESK: town.take, OPS: town.take}
            site.routes |= {"/alive": town.beat, "/alive/fail": town.beat}
            try:
                yield town
            finally:
                await town.world.web.close()
                await town.world.post.close()
                town.ledger.close()


def _opened(config: Path, site: LocalSite, mail: MailServer, clock: Clock, bench: Bench) -> Rig:
    settings = load(config, {"SMTP_PASSWORD": "wrong"}, known())
    (config.parent / "monitor.db").write_bytes(new_ledger())
    ledger = open_ledger(settings.database)
    world = World(
        clock=clock,
        web=web(settings, clock),
        post=RealPost(wiring.post_options(settings, None)),
        ledger=ledger,
        bench=bench,
        reference=known(),
        sources=settings.sources,
        watchlist=settings.watchlist,
        channels=wiring.channels(settings),
    )
    return Rig(site, mail, config.parent, clock, settings, ledger, world)


def web(settings: Settings, clock: Clock, **more: Any) -> HttpWeb:  # noqa: ANN401 - a resolver or a TLS context
    """The real web hand with short patience, so that a hung fetch costs a test a quarter of a second."""
    short = {purpose: Caps(0.25, 64 * KB, 64 * KB) for purpose in CAPS}
    options = replace(wiring.web_options(settings), seconds=None, caps=short, names_kept=0.0)
    return HttpWeb(options, clock, **more)


@cache
def new_ledger() -> bytes:
    """An empty ledger as the migrations make it; they are not tried here, so they run once."""
    with TemporaryDirectory() as folder:
        open_ledger(f"sqlite:///{folder}/monitor.db").close()
        return (Path(folder) / "monitor.db").read_bytes()
