"""The demo on its stage: a config is written, the pages are served, the real pipeline runs, and what arrives is kept."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from monitor import pipeline
from monitor.demo import site
from monitor.demo.register import INSPECTION, Listed, Told, provider_page, report_pdf, search_page
from monitor.demo.server import Arrivals, Pages, mailbox, website
from monitor.demo.stories import NOW
from monitor.model.alert import AlertKind
from monitor.model.source import Feed
from monitor.model.trail import Sweep
from monitor.settings.reference import reference
from monitor.wiring import Installation

ROWS = 100
REPORT = Told(
    council="South Gloucestershire",
    framework="SIF",
    begun=date(2016, 11, 21),
    ended=date(2016, 12, 15),
    published=date(2017, 2, 13),
    grades={
        "overall": "inadequate",
        "leaders": "inadequate",
        "help_and_protection": "inadequate",
        "in_care": "requires improvement",
        "care_leavers": "requires improvement",
        "adoption": "good",
    },
)
LISTED = Listed(2690001, INSPECTION, date(2017, 2, 13))


@dataclass(frozen=True, slots=True)
class Performance:
    """What the demo did and what arrived."""

    sweeps: tuple[Sweep, ...]
    arrivals: Arrivals

    @property
    def alerts(self) -> list[dict[str, object]]:
        """The alerts, as the contract shows them."""
        told = [alert for sweep in self.sweeps for alert in sweep.alerts if alert.kind is AlertKind.FIRST]
        return [alert.as_json() for alert in told]

    @property
    def suppressed(self) -> int:
        """How many pages told of the same judgement again and made no further alert."""
        return sum(sweep.confirming for sweep in self.sweeps)

    def as_json(self) -> dict[str, object]:
        """The contract's JSON of `monitor demo`."""
        return {
            "alerts": self.alerts,
            "emails": len(self.arrivals.mails),
            "slack_posts": len(self.arrivals.posts),
            "duplicates_suppressed": self.suppressed,
        }


async def perform() -> Performance:
    """Run the demo: the register's report is out, and three outlets tell of it; one round of deliveries."""
    arrivals = Arrivals()
    async with mailbox(arrivals) as port:
        with website(_pages, arrivals) as origin, _config(origin, port) as folder:
            installation = Installation(folder, {"MONITOR_NOW": NOW.isoformat()}, io.StringIO())
            try:
                return Performance(await _sweeps(installation), arrivals)
            finally:
                await installation.close()


async def _sweeps(installation: Installation) -> tuple[Sweep, ...]:
    world = installation.world
    register, press = _parted(list(world.feeds.values()))
    with installation.claimed("monitor demo"):
        swept = (await pipeline.sweep(world, register), await pipeline.sweep(world, press))
        await pipeline.deliver(world)
    return swept


def _parted(feeds: list[Feed]) -> tuple[list[Feed], list[Feed]]:
    """The register's feeds, and the others."""
    official = [feed for feed in feeds if feed.reader != "feed"]
    return official, [feed for feed in feeds if feed.reader == "feed"]


def _pages(origin: str) -> Pages:
    """News site and register under one origin."""
    councils = [one for one in reference().authorities if one.nation == "England" and one.urn and one.valid_to is None]
    listed = [(one.urn, one.name) for one in councils]
    urn = next(one.urn for one in councils if one.name == REPORT.council)
    searches: Mapping[str, tuple[str, bytes]] = {
        _search(start): ("text/html", search_page(listed[start : start + ROWS], len(listed))) for start in (0, ROWS)
    }
    register = {
        f"/provider/44/{urn}": ("text/html", provider_page(REPORT.council, urn, [LISTED], origin)),
        f"/v1/file/{LISTED.file}": ("application/pdf", report_pdf(REPORT)),
    }
    return {**site.pages(origin), **searches, **register}


def _search(start: int) -> str:
    return f"/search?q=&location=&lat=&lon=&radius=&level_1_types=3&level_2_types%5B%5D=12&start={start}&rows={ROWS}"


@contextmanager
def _config(origin: str, smtp_port: int) -> Iterator[Path]:
    """A config folder as a user would write it, for as long as the block runs."""
    with TemporaryDirectory(prefix="monitor-demo-") as name:
        folder = Path(name)
        (folder / "sources").mkdir()
        (folder / "watchlist.toml").write_text(WATCHLIST.format(origin=origin))
        (folder / "monitor.toml").write_text(MONITOR.format(folder=folder, port=smtp_port))
        (folder / "sources" / "register.toml").write_text(REGISTER.format(origin=origin))
        for outlet, path in site.FEEDS.items():
            source = PRESS.format(outlet=outlet, url=origin + path)
            (folder / "sources" / f"{path.split('/')[1]}.toml").write_text(source)
        yield folder


WATCHLIST = """
[[rules]]
name = "National"
authorities = "all"
grades = ["inadequate"]
areas = "any"
notify = ["newsroom", "duty"]
[channels.newsroom]
type = "slack"
webhook_url = "{origin}/hook"
[channels.duty]
type = "email"
to = ["duty@example.org"]
"""
MONITOR = """
database = "sqlite:///{folder}/demo.db"
[smtp]
host = "127.0.0.1"
port = {port}
security = "none"
from = "monitor@example.org"
[http]
allow_private_addresses = true
per_host = 8
[dashboard]
bind = ""
"""
REGISTER = """
name = "Ofsted"
kind = "regulator"
[register]
type = "ofsted"
address = "{origin}"
covers = ["South Gloucestershire"]
every = "1h"
"""
PRESS = """
name = "{outlet}"
kind = "press"
[[feeds]]
name = "News"
url = "{url}"
every = "15m"
"""
