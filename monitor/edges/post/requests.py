"""Parcels by HTTP: one client, no redirect followed, the answer capped, secrets cut out of what is told."""

from __future__ import annotations

import logging
import socket
import ssl
from urllib.parse import urlsplit

import httpx2

from monitor.edges.post.options import PostOptions
from monitor.model.delivery import HttpParcel, Reply

ANSWER_CAP = 64 * 1024
KEPT_HEADERS = frozenset({"retry-after", "date", "content-type", "location"})
NOT_SENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout, httpx2.ProxyError)
"""With these the request never left; with any other trouble it may have arrived."""

logging.getLogger("httpx2").addFilter(lambda record: record.levelno >= logging.WARNING)
"""The library logs every address it asks, and the address of an incoming webhook is a secret."""


def open_client(options: PostOptions) -> httpx2.AsyncClient:
    """The one client; addresses of channels are the operator's own, so no guard against private ones."""
    limits = httpx2.Limits(max_connections=32, max_keepalive_connections=8, keepalive_expiry=20.0)
    timeout = httpx2.Timeout(options.answer_timeout, connect=options.connect_timeout)
    headers = {"User-Agent": options.user_agent}
    return httpx2.AsyncClient(timeout=timeout, limits=limits, follow_redirects=False, headers=headers)


async def send_request(client: httpx2.AsyncClient, parcel: HttpParcel) -> Reply:
    """The answer's status, first 64 KiB and a few headers; or the failure in a stable word."""
    try:
        sent = client.build_request(parcel.method, parcel.url, content=parcel.body, headers=list(parcel.headers))
    except (httpx2.InvalidURL, ValueError, TypeError):
        return Reply(failure="address", detail="the address or a header cannot be used")
    try:
        answer = await client.send(sent, stream=True)
    except (httpx2.UnsupportedProtocol, httpx2.LocalProtocolError):
        return Reply(failure="address", detail="the address or a header cannot be used")
    except (httpx2.HTTPError, OSError) as trouble:
        return Reply(failure=_word(trouble), detail=type(trouble).__name__, unsure=not isinstance(trouble, NOT_SENT))
    return await _read(answer, parcel)


async def _read(answer: httpx2.Response, parcel: HttpParcel) -> Reply:
    """A status that came counts even when the rest of the answer breaks off."""
    body = bytearray()
    try:
        async for piece in answer.aiter_bytes():
            body += piece
            if len(body) >= ANSWER_CAP:
                break
    except (httpx2.HTTPError, OSError):
        body += b" (the answer broke off)"
    finally:
        await answer.aclose()
    headers = tuple((name, value) for name, value in answer.headers.items() if name.lower() in KEPT_HEADERS)
    text = _without_secrets(bytes(body[:ANSWER_CAP]).decode("utf-8", errors="replace"), parcel)
    return Reply(status=answer.status_code, body=text, headers=headers)


def _without_secrets(text: str, parcel: HttpParcel) -> str:
    """Servers like to repeat the address in an error page: neither it nor a key may reach a log."""
    parts = urlsplit(parcel.url)
    secrets = [parcel.url, parts.path, parts.query]
    secrets += [value.removeprefix("Bearer ") for name, value in parcel.headers if name.lower() == "authorization"]
    for secret in secrets:
        if len(secret) > 4:
            text = text.replace(secret, "…")
    return text


def _word(trouble: BaseException) -> str:
    """dns, tls, timeout, refused or broken: by the deepest cause that says it."""
    chain: list[BaseException] = []
    cause: BaseException | None = trouble
    while cause is not None and cause not in chain:
        chain.append(cause)
        cause = cause.__cause__ or cause.__context__
    words: tuple[tuple[tuple[type[BaseException], ...], str], ...] = (
        ((socket.gaierror,), "dns"),
        ((ssl.SSLError,), "tls"),
        ((httpx2.TimeoutException, TimeoutError), "timeout"),
        ((httpx2.ConnectError, ConnectionRefusedError), "refused"),
    )
    return next((word for kinds, word in words if any(isinstance(link, kinds) for link in chain)), "broken")
