"""The demo's server: news site, register, a Slack-like hook and a mail server, all on loopback."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast

from aiosmtpd.smtp import SMTP, Envelope, Session

Pages = Mapping[str, tuple[str, bytes]]
"""Path with its query -> (content type, body)."""


@dataclass
class Arrivals:
    """What came out at the other end: posts to the hook, and e-mails."""

    posts: list[dict[str, object]] = field(default_factory=list)
    mails: list[EmailMessage] = field(default_factory=list)


@contextmanager
def website(make_pages: Callable[[str], Pages], arrivals: Arrivals) -> Iterator[str]:
    """Serve pages and take posts while the block runs; its origin, such as "http://127.0.0.1:8123"."""
    pages: dict[str, tuple[str, bytes]] = {}

    class Answers(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            kind, body = pages.get(self.path, ("text/plain", b""))
            self._answer(200 if self.path in pages else 404, kind, body)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            arrivals.posts.append(json.loads(body))
            self._answer(200, "text/plain", b"ok")

        def _answer(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            """Silent: the demo shows what the monitor says."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    origin = f"http://127.0.0.1:{server.server_address[1]}"
    pages.update(make_pages(origin))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield origin
    finally:
        server.shutdown()
        server.server_close()


class _Mailbox:
    """aiosmtpd's hook: every accepted message is kept."""

    def __init__(self, arrivals: Arrivals) -> None:
        self._arrivals = arrivals

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        message = message_from_bytes(cast(bytes, envelope.content), policy=policy.default)
        self._arrivals.mails.append(message)
        return "250 kept"


@asynccontextmanager
async def mailbox(arrivals: Arrivals) -> AsyncIterator[int]:
    """A real SMTP server in this event loop while the block runs; its port."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(_Mailbox(arrivals), hostname="demo"), "127.0.0.1", 0)
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        server.close()
        await server.wait_closed()
