"""Turns: so many requests at once to one server and in all, so far apart, and slower while one asked for fewer.

The turn at the host is waited for first and the place among all after it: requests that queue for a slow host hold no
place that another host could use.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from monitor.edges.web.limits import WebOptions

LONGEST_CALM = 600.0
CALM_SPACING = 0.5
"""Seconds between two requests to a server that has just answered 429. The one it refused stays away as long as it was
told to; the others go on, slowly: one busy page must not cost us the news of a whole publisher."""


class _Lane:
    """The queue of one server; `free_at` the loop's second from which the next request may leave."""

    __slots__ = ("calm_until", "free_at", "gate", "users")

    def __init__(self, width: int, now: float) -> None:
        self.gate = asyncio.Semaphore(width)
        self.free_at = self.calm_until = now
        self.users = 0


class Manners:
    """Who may ask now."""

    def __init__(self, options: WebOptions) -> None:
        self._options = options
        self._places = asyncio.Semaphore(options.concurrency)
        self._lanes: dict[str, _Lane] = {}

    @asynccontextmanager
    async def turn(self, host: str, port: int, spacing: float = 0.0) -> AsyncIterator[None]:
        """A turn at a server, at least `spacing` seconds after the last one began."""
        server = f"{host}:{port}"
        lane = self._lane(server)
        lane.users += 1
        try:
            async with lane.gate:
                calm = CALM_SPACING if lane.calm_until > _now() else 0.0
                await self._keep_apart(lane, max(spacing, calm, self._options.spacing_for(host)))
                async with self._places:
                    yield
        finally:
            lane.users -= 1
            self._forget(server, lane)

    def calm(self, host: str, port: int, seconds: float) -> None:
        """Ask a server less often for a while, as it wished; never longer than ten minutes on its word alone."""
        lane = self._lane(f"{host}:{port}")
        lane.calm_until = max(lane.calm_until, _now() + min(seconds, LONGEST_CALM))

    async def _keep_apart(self, lane: _Lane, spacing: float) -> None:
        if not spacing:
            return
        now = _now()
        start = max(now, lane.free_at)
        lane.free_at = start + spacing
        if start > now:
            await asyncio.sleep(start - now)

    def _lane(self, server: str) -> _Lane:
        lane = self._lanes.get(server)
        if lane is None:
            lane = self._lanes[server] = _Lane(self._options.per_host, _now())
        return lane

    def _forget(self, server: str, lane: _Lane) -> None:
        if not lane.users and max(lane.free_at, lane.calm_until) <= _now():
            self._lanes.pop(server, None)


def _now() -> float:
    return asyncio.get_running_loop().time()
