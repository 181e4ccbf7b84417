"""Serving: uvicorn inside the service's own loop, on its own socket; it leaves signals to the service."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

import structlog
import uvicorn

from monitor.dashboard.app import application
from monitor.dashboard.desk import warm_up
from monitor.wiring import Installation

log = structlog.get_logger()
Stop = Callable[[], Awaitable[None]]
PATIENCE = 3
"""Seconds that pages under way may take when the service stops."""


class _Server(uvicorn.Server):
    """A server that leaves signals alone: the service listens to them."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def begin(installation: Installation) -> Stop:
    """Serve the pages on [dashboard] bind beside the service; what it returns stops them.

    Never blocks, and never takes the service down: an address that cannot be had is logged, and the service goes on
    without pages. An empty bind serves nothing.
    """
    bind = installation.settings.dashboard.bind
    if not bind:
        return _nothing
    try:
        listening = _listening(bind)
    except OSError as cause:
        log.error("the pages cannot be served", bind=bind, why=cause.strerror or str(cause))
        return _nothing
    app = await asyncio.to_thread(application, installation)
    config = uvicorn.Config(
        app,
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=PATIENCE,
        limit_concurrency=500,
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listening]), name="pages")
    serving.add_done_callback(_told)
    warming = asyncio.create_task(asyncio.to_thread(warm_up), name="pages warm up")
    log.info("pages", address=_address(listening))

    async def stop() -> None:
        app.state.live.stop()
        server.should_exit = True
        await asyncio.gather(serving, warming, return_exceptions=True)
        listening.close()

    return stop


async def _nothing() -> None:
    """Nothing is served, so nothing is stopped."""


def _told(serving: asyncio.Task[None]) -> None:
    if not serving.cancelled() and (failed := serving.exception()):
        log.error("the pages stopped", error=repr(failed))


def _listening(bind: str) -> socket.socket:
    host, _, port = bind.rpartition(":")
    host = host.strip("[]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP in so many words: else asyncio leaves Nagle's delay on, and each answer takes 40 ms longer.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, int(port)))
        made.listen(128)
        made.setblocking(False)
    except OSError:
        made.close()
        raise
    return made


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"
