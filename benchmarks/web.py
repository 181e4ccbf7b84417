"""Requests a second: the web hand beside a bare httpx2 loop and bare sockets, on loopback. `python -m benchmarks.web`.

A farm of 50 hosts answers 1,000 conditional requests with 304 from a process of its own. Medians of five runs; JSON out.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable

import httpx2

from monitor.edges.web import HttpWeb, WebOptions
from monitor.model.page import Request

REQUESTS, HOSTS, AT_ONCE, RUNS = 1000, 50, 32, 5
REPLY = b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\nDate: Tue, 08 Sep 2026 09:30:00 GMT\r\nCache-Control: max-age=60\r\n\r\n'
Get = Callable[[str], Awaitable[object]]


class _Farm(asyncio.Protocol):
    """Answers every request with the same 304."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport, self._asked = transport, b""

    def data_received(self, arrived: bytes) -> None:
        *requests, self._asked = (self._asked + arrived).split(b"\r\n\r\n")
        self._transport.write(REPLY * len(requests))


async def serve() -> None:
    """The farm: prints its port, then answers for ever."""
    server = await asyncio.get_running_loop().create_server(_Farm, "0.0.0.0", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


async def seconds(get: Get, urls: list[str]) -> float:
    """The median seconds for all `urls`, so many at once, connections warm."""
    times = []
    for _ in range(RUNS + 1):
        waiting = iter(urls)

        async def work(waiting: object = waiting) -> None:
            for url in waiting:  # type: ignore[attr-defined]
                await get(url)

        begun = time.perf_counter()
        await asyncio.gather(*(work() for _ in range(AT_ONCE)))
        times.append(time.perf_counter() - begun)
    return statistics.median(times[1:])


async def measure(port: int) -> dict[str, float]:
    """Seconds by way of asking."""
    urls = [f"http://127.0.0.{n % HOSTS + 1}:{port}/feed/{n}" for n in range(REQUESTS)]
    web = HttpWeb(WebOptions(allow_private_addresses=True, concurrency=AT_ONCE, per_host=2))
    ours = await seconds(lambda url: web.get(Request(url, "feed", etag='"1"')), urls)
    await web.close()
    limits = httpx2.Limits(max_connections=100, max_keepalive_connections=100)
    async with httpx2.AsyncClient(limits=limits, trust_env=False) as client:
        bare = await seconds(lambda url: client.get(url, headers={"If-None-Match": '"1"'}), urls)
    return {"ours": ours, "bare_httpx2": bare, "bare_sockets": await seconds(_Sockets().get, urls)}


class _Sockets:
    """The limit: HTTP written by hand on kept connections."""

    def __init__(self) -> None:
        self._idle: dict[str, list[tuple[asyncio.StreamReader, asyncio.StreamWriter]]] = {}

    async def get(self, url: str) -> bytes:
        """The head of the reply."""
        place, _, path = url.removeprefix("http://").partition("/")
        idle = self._idle.setdefault(place, [])
        host, _, port = place.partition(":")
        reader, writer = idle.pop() if idle else await asyncio.open_connection(host, int(port))
        writer.write(f'GET /{path} HTTP/1.1\r\nHost: {place}\r\nIf-None-Match: "1"\r\n\r\n'.encode())
        head = await reader.readuntil(b"\r\n\r\n")
        idle.append((reader, writer))
        return head


def main() -> None:
    """Start the farm, measure, print."""
    with subprocess.Popen([sys.executable, "-m", "benchmarks.web", "serve"], stdout=subprocess.PIPE, text=True) as farm:
        try:
            assert farm.stdout
            found = asyncio.run(measure(int(farm.stdout.readline())))
        finally:
            farm.kill()
    rates = {name: round(REQUESTS / one) for name, one in found.items()}
    print(
        json.dumps({"requests": REQUESTS, "seconds": {k: round(v, 3) for k, v in found.items()}, "per_second": rates})
    )


if __name__ == "__main__":
    asyncio.run(serve()) if sys.argv[1:] == ["serve"] else main()
