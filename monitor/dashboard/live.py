"""Live: a page is told when something new is on record, by server-sent events; it then asks for itself again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from fastapi import APIRouter, Request
from starlette.responses import StreamingResponse

from monitor.dashboard.desk import Desk, DeskHere, Reader
from monitor.edges.ledger.rows import Wanted

EVERY = 1.0
"""Seconds between looks at the ledger while somebody listens."""
QUIET = 15
"""After so many looks without news a comment keeps proxies from hanging up."""
router = APIRouter(include_in_schema=False)


class Live:
    """The state of the ledger in a few numbers, looked up once for all who listen."""

    def __init__(self) -> None:
        self._stopped = asyncio.Event()
        self._state = ""
        self._looked = 0.0
        self._lock = asyncio.Lock()

    def stop(self) -> None:
        """Ends every stream."""
        self._stopped.set()

    async def events(self, desk: Desk) -> AsyncIterator[bytes]:
        """ "news" whenever the state changes; the stream ends with the service."""
        known, still = await self._now(desk), 0
        yield b"retry: 3000\n: listening\n\n"
        while not self._stopped.is_set():
            try:
                await asyncio.wait_for(self._stopped.wait(), EVERY)
            except TimeoutError:
                state = await self._now(desk)
                still = 0 if state != known else still + 1
                if state != known:
                    known = state
                    yield f"event: news\ndata: {state}\n\n".encode()
                elif still % QUIET == 0:
                    yield b": still here\n\n"

    async def _now(self, desk: Desk) -> str:
        async with self._lock:
            moment = asyncio.get_running_loop().time()
            if moment - self._looked >= EVERY * 0.9:
                self._looked, self._state = moment, await asyncio.to_thread(_state, desk)
        return self._state


def _state(desk: Desk) -> str:
    one = Wanted(limit=1)
    alerts = [(row.number, row.acknowledged, row.snoozed_until) for row in desk.ledger.alerts(one)]
    deliveries = [(row.number, row.state, row.attempts) for row in desk.ledger.deliveries(limit=5)]
    articles = [row.number for row in desk.ledger.articles(one)]
    doubts = [row.number for row in desk.ledger.doubts(True, one)]
    return str(hash((*alerts, *deliveries, *articles, *doubts)))


@router.get("/live")
async def live(request: Request, desk: DeskHere, person: Reader) -> StreamingResponse:
    """The stream of events."""
    stream: Live = request.app.state.live
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(stream.events(desk), media_type="text/event-stream", headers=headers)
