"""The shield: security headers on every answer, and no answer to a name or a body that is not for us."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from monitor.dashboard.desk import Desk

MAX_BODY = 2_000_000
"""Bytes of the largest form: a pasted article or an OPML file."""
POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}


class Shield:
    """ASGI middleware around everything."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app, self._desk = app, desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what is not for us; mark every answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = self._marking(scope, send)
        asked = Headers(scope=scope)
        if why := _why_not_here(self._desk, asked):
            await PlainTextResponse(f"{why}\n", 421)(scope, receive, answer)
        elif _length(asked) > MAX_BODY:
            await PlainTextResponse("Too large.\n", 413)(scope, receive, answer)
        else:
            is_head = scope["method"] == "HEAD"
            asked_for = {**scope, "method": "GET"} if is_head else scope
            await self._app(asked_for, _Counted(receive), _without_body(answer) if is_head else answer)

    def _marking(self, scope: Scope, send: Send) -> Send:
        is_secure = self._desk.settings.dashboard.public_url.startswith("https:")

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if is_secure:
                    headers.setdefault("Strict-Transport-Security", "max-age=31536000")
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        return answer


def _why_not_here(desk: Desk, asked: Headers) -> str:
    try:
        return desk.access.why_not_here(asked)
    except ValueError:
        return "The name of the host cannot be read."


def _without_body(send: Send) -> Send:
    """What GET would answer, for HEAD: the headers alone."""

    async def answer(message: Message) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return answer


class _Counted:
    """Receives no more than the largest body, whatever length was announced."""

    def __init__(self, receive: Receive) -> None:
        self._receive, self._taken = receive, 0

    async def __call__(self) -> Message:
        message = await self._receive()
        self._taken += len(message.get("body", b""))
        return {"type": "http.disconnect"} if self._taken > MAX_BODY else message


def _length(headers: Headers) -> int:
    told = headers.get("content-length", "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 15 else 0
