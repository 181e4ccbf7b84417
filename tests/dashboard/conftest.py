"""The pages served for real: a thread with its own loop, an installation on its own ledger, a client that speaks HTTP."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import httpx2
import pytest
import structlog

from monitor.dashboard import begin
from monitor.wiring import Installation
from tests.dashboard.seeded import fill, installed

Result = TypeVar("Result")
Stop = Callable[[], Awaitable[None]]


@dataclass
class Served:
    """An installation whose pages are served. `client` keeps cookies, as a browser does."""

    installation: Installation
    url: str
    client: httpx2.Client
    config: Path = field(init=False)

    def __post_init__(self) -> None:
        self.config = self.installation.folder

    def token(self, path: str = "/read") -> str:
        """What a form of ours must carry, taken from a page."""
        page = self.client.get(path).text
        return page.partition('name="token" value="')[2].partition('"')[0]

    def post(self, path: str, **fields: str) -> httpx2.Response:
        """Send a form as a browser does."""
        return self.client.post(path, data={"token": self.token(), **fields})


class Loop:
    """An event loop in a thread of its own."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Run a coroutine there; its result."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(30)

    def close(self) -> None:
        """End the thread."""
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(10)
        self.loop.close()


@contextmanager
def serving(installation: Installation) -> Iterator[Served]:
    """The installation's pages on a free port until the block ends."""
    loop = Loop()
    try:
        stop, url = loop.run(_begun(installation))
        with httpx2.Client(base_url=url, timeout=30, follow_redirects=True) as client:
            yield Served(installation, url, client)
        loop.run(_ended(stop, installation))
    finally:
        loop.close()


async def _begun(installation: Installation) -> tuple[Stop, str]:
    with structlog.testing.capture_logs() as lines:
        stop = await begin(installation)
    return stop, next(line["address"] for line in lines if line["event"] == "pages").rstrip("/")


async def _ended(stop: Stop, installation: Installation) -> None:
    await stop()
    await installation.close()


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A ledger on which something happened; shared by a module's tests, which must not change it in ways others see."""
    installation = installed(tmp_path_factory.mktemp("seeded"))
    fill(installation)
    with serving(installation) as served:
        yield served


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A ledger that holds nothing: before all history."""
    with serving(installed(tmp_path_factory.mktemp("empty"), datetime(2009, 1, 5, 9, tzinfo=UTC))) as served:
        yield served


@pytest.fixture
def lively(tmp_path: Path) -> Iterator[Served]:
    """Like seeded, for one test alone, which may change everything."""
    installation = installed(tmp_path)
    fill(installation)
    with serving(installation) as served:
        yield served
