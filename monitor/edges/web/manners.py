"""Turns: so many requests at once to one host and in all, so far apart, and none while a host asked for rest.

The turn at the host is waited for first and the place among all after it: requests that queue for a slow host hold no
place that another host could use.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from monitor.edges.web.limits import WebOptions
from monitor.edges.web.trouble import Trouble

LONGEST_REST = 600.0


class _Lane:
    """The queue of one host; `free_at` the loop's second from which the next request may leave."""

    __slots__ = ("free_at", "gate", "rest_until", "users")

    def __init__(self, width: int, now: float) -> None:
        self.gate = asyncio.Semaphore(width)
        self.free_at = self.rest_until = now
        self.users = 0


class Manners:
    """Who may ask now."""

    def __init__(self, options: WebOptions) -> None:
        self._options = options
        self._places = asyncio.Semaphore(options.concurrency)
        self._lanes: dict[str, _Lane] = {}

    @asynccontextmanager
    async def turn(self, host: str, spacing: float = 0.0) -> AsyncIterator[None]:
        """A turn at `host`, at least `spacing` seconds after the last one began. Raises Trouble while the host rests."""
        lane = self._lane(host)
        lane.users += 1
        try:
            self._check_rest(host, lane)
            async with lane.gate:
                await self._keep_apart(lane, max(spacing, self._options.spacing_for(host)))
                self._check_rest(host, lane)
                async with self._places:
                    yield
        finally:
            lane.users -= 1
            self._forget(host, lane)

    def rest(self, host: str, seconds: float) -> None:
        """Leave `host` alone for a while, as it asked; never longer than ten minutes on its word alone."""
        lane = self._lane(host)
        lane.rest_until = max(lane.rest_until, _now() + min(seconds, LONGEST_REST))

    async def _keep_apart(self, lane: _Lane, spacing: float) -> None:
        if not spacing:
            return
        now = _now()
        start = max(now, lane.free_at)
        lane.free_at = start + spacing
        if start > now:
            await asyncio.sleep(start - now)

    def _check_rest(self, host: str, lane: _Lane) -> None:
        left = lane.rest_until - _now()
        if left > 0:
            raise Trouble("rate-limited", f"{host} asked for a rest of another {left:.0f} s", left)

    def _lane(self, host: str) -> _Lane:
        lane = self._lanes.get(host)
        if lane is None:
            lane = self._lanes[host] = _Lane(self._options.per_host, _now())
        return lane

    def _forget(self, host: str, lane: _Lane) -> None:
        if not lane.users and max(lane.free_at, lane.rest_until) <= _now():
            self._lanes.pop(host, None)


def _now() -> float:
    return asyncio.get_running_loop().time()
