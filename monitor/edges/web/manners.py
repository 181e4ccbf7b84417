"""Turns: so many requests at once to one server and in all, so far apart, and slower while one asked for fewer.

The turn at the host is waited for first and the place among all after it: requests that queue for a slow host hold no
place that another host could use. Pages go before feeds: a story that is listed is news already, a feed only may bring some.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from monitor.edges.web.limits import WebOptions

LONGEST_CALM = 600.0
CALM_SPACING = 0.5
"""Seconds between two requests to a server that has just answered 429. The one it refused stays away as long as it was
told to; the others go on, slowly: one busy page must not cost us the news of a whole publisher."""


SLOW_AFTER = 0.5
"""Seconds: a request that is not done by then costs us next to nothing while it waits, so its place goes to another. Thirty
hosts that hang would else hold up all the others."""
MOST_SLOW = 8
"""So many times the places may be under way in all, the slow ones counted."""
MOST_IN_A_ROW = 3
"""So many who are in haste pass before one who is not: nobody waits for ever."""


class Gate:
    """Lets so many through at once, those in haste first, else in the order they came."""

    __slots__ = ("_free", "_hasty", "_others", "_row")

    def __init__(self, width: int) -> None:
        self._free = width
        self._row = 0
        self._hasty: deque[asyncio.Future[None]] = deque()
        self._others: deque[asyncio.Future[None]] = deque()

    @asynccontextmanager
    async def passed(self, in_haste: bool, longest: float | None = None) -> AsyncIterator[None]:
        """A place until the block ends, or for `longest` seconds: then it goes to another though the block runs on."""
        if self._free:
            self._free -= 1
        else:
            await self._wait(self._hasty if in_haste else self._others)
        place = [self]
        timer = asyncio.get_running_loop().call_later(longest, _give_back, place) if longest is not None else None
        try:
            yield
        finally:
            if timer:
                timer.cancel()
            _give_back(place)

    async def _wait(self, queue: deque[asyncio.Future[None]]) -> None:
        mine = asyncio.get_running_loop().create_future()
        queue.append(mine)
        try:
            await mine
        except asyncio.CancelledError:
            if mine.done() and not mine.cancelled():
                self.pass_on()  # the place was ours already
            raise

    def pass_on(self) -> None:
        """The place goes straight to whoever is next, so that nobody slips in between."""
        while queue := self._next():
            waiting = queue.popleft()
            if not waiting.done():
                return waiting.set_result(None)
        self._free += 1
        return None

    def _next(self) -> deque[asyncio.Future[None]] | None:
        is_hasty = bool(self._hasty) and (not self._others or self._row < MOST_IN_A_ROW)
        self._row = self._row + 1 if is_hasty else 0
        return self._hasty if is_hasty else (self._others or None)


def _give_back(place: list[Gate]) -> None:
    """Once, whoever comes first: the block's end or the clock."""
    while place:
        place.pop().pass_on()


class _Lane:
    """The queue of one server; `free_at` the loop's second from which the next request may leave."""

    __slots__ = ("calm_until", "free_at", "gate", "users")

    def __init__(self, width: int, now: float) -> None:
        self.gate = Gate(width)
        self.free_at = self.calm_until = now
        self.users = 0


class Manners:
    """Who may ask now."""

    def __init__(self, options: WebOptions) -> None:
        self._options = options
        self._places = Gate(options.concurrency)
        self._in_all = Gate(options.concurrency * MOST_SLOW)
        self._lanes: dict[str, _Lane] = {}

    @asynccontextmanager
    async def turn(self, host: str, port: int, spacing: float = 0.0, in_haste: bool = False) -> AsyncIterator[None]:
        """A turn at a server, at least `spacing` seconds after the last one began; sooner than others if `in_haste`."""
        server = f"{host}:{port}"
        lane = self._lane(server)
        lane.users += 1
        try:
            async with lane.gate.passed(in_haste):
                calm = CALM_SPACING if lane.calm_until > _now() else 0.0
                await self._keep_apart(lane, max(spacing, calm, self._options.spacing_for(host)))
                async with self._places.passed(in_haste, SLOW_AFTER), self._in_all.passed(in_haste):
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
