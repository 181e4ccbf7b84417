"""HttpWeb: asks an address and gives back a Page, whatever happens."""

from __future__ import annotations

import asyncio
import logging
import ssl
from dataclasses import replace
from urllib.parse import urljoin

import httpx2

from monitor.edges.clock import SystemClock
from monitor.edges.web.guard import Guard, Resolver, port_of, readable
from monitor.edges.web.limits import KB, Caps, WebOptions
from monitor.edges.web.manners import Manners
from monitor.edges.web.robots import Robots
from monitor.edges.web.trouble import Trouble
from monitor.edges.web.unpack import Body
from monitor.edges.web.wire import Answer, Headers, Wire
from monitor.model.page import Page, Request
from monitor.ports import Clock

ACCEPT = {
    "feed": "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5",
    "page": "text/html, application/xhtml+xml, */*;q=0.5",
    "report": "application/pdf, */*;q=0.5",
    "robots": "text/plain, */*;q=0.5",
}
PERMANENT, TEMPORARY = (301, 308), (302, 303, 307)
WITH_ROBOTS = ("page", "report")
LONGEST_VALIDATOR = 1024
_log = logging.getLogger(__name__)


class HttpWeb:
    """Fetches addresses with guards, caps and etiquette. One for the program's life; never raises.

    `resolve` and `tls` stand in for the system's name look-up and certificates where a test or an intranet needs it.
    """

    def __init__(
        self,
        options: WebOptions | None = None,
        clock: Clock | None = None,
        resolve: Resolver | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._options = options or WebOptions()
        self._clock = clock or SystemClock()
        self._guard = Guard(self._options, resolve)
        self._manners = Manners(self._options)
        self._robots = Robots(self._options, self.get)
        # No client around it: cookies, logins and redirects of its own have no place here.
        self._wire = Wire(self._options, self._guard, tls)
        self._headers = {
            purpose: [
                (b"User-Agent", self._options.agent.encode()),
                (b"Accept", accept.encode()),
                (b"Accept-Encoding", b"gzip, deflate, br"),
                (b"Accept-Language", b"en-GB, en;q=0.8"),
            ]
            for purpose, accept in ACCEPT.items()
        }

    async def get(self, request: Request) -> Page:
        """The reply, or a Page whose `failure` says why there is none."""
        try:
            return await _Journey(self, request).travel()
        except Trouble as trouble:
            headers = (("retry-after", f"{trouble.retry_after:.0f}"),) if trouble.retry_after else ()
            word, detail = trouble.word, trouble.detail
        except Exception as cause:  # the promise of this port: whatever a server can do, it comes back as a value
            _log.exception("fetching %s met an error of our own", request.url)
            headers, word, detail = (), "protocol", f"{type(cause).__name__}: {cause}"
        return Page(request.url, 0, headers, failure=word, detail=detail, fetched=self._clock.now())

    async def close(self) -> None:
        """Lets go of every connection."""
        self._robots.close()
        self._wire.close()
        self._guard.close()


class _Journey:
    """One get: from hop to hop until a reply is no redirect. `left` seconds on the wire remain of the purpose's cap."""

    def __init__(self, web: HttpWeb, request: Request) -> None:
        self._web = web
        self._request = request
        self._caps = web._options.caps_for(request.purpose)
        self._left = self._caps.seconds
        self._moves: list[tuple[str, str]] = []
        self._notes: list[str] = []

    async def travel(self) -> Page:
        """Follow redirects, each hop checked like the first. Raises Trouble."""
        url = readable(self._request.url, self._web._options)
        seen = {str(url)}
        while True:
            page = await self._whole(url)
            target = page.header("location")
            if page.status not in PERMANENT + TEMPORARY or not target:
                notes = "; ".join(filter(None, (*self._notes, page.detail)))
                now = self._web._clock.now()
                return replace(page, redirects=tuple(self._moves), detail=notes, fetched=now)
            url = self._next(url, target, page.status)
            if str(url) in seen:
                raise Trouble("redirect-loop", f"comes back to {url}")
            if len(seen) > self._web._options.redirects:
                raise Trouble("redirect-loop", f"more than {self._web._options.redirects} redirects")
            seen.add(str(url))

    async def _whole(self, url: httpx2.URL) -> Page:
        """One reply; what a reader reads is asked for once more when it arrives cut short, and the longer one kept."""
        page = await self._hop(url)
        if page.failure != "truncated" or self._request.purpose not in WITH_ROBOTS:
            return page
        try:
            return max(await self._hop(url), page, key=lambda one: (not one.failure, len(one.body)))
        except Trouble:
            return page

    def _next(self, url: httpx2.URL, target: str, status: int) -> httpx2.URL:
        """Where a redirect leads. Raises Trouble."""
        try:
            there = readable(urljoin(str(url), target), self._web._options)
        except ValueError as cause:
            raise Trouble("bad-redirect", f"{target[:200]!r}: {cause}") from None
        if url.scheme == "https" and there.scheme == "http":
            self._notes.append(f"redirected from https to {there.scheme}://{there.host}, which is not encrypted")
        if status in PERMANENT:
            self._moves.append((str(url), str(there)))
        return there

    async def _hop(self, url: httpx2.URL) -> Page:
        """One request, one reply. Raises Trouble."""
        web = self._web
        delay = await web._robots.delay(url) if self._request.purpose in WITH_ROBOTS else 0.0
        async with web._manners.turn(url.host, port_of(url), delay, self._request.purpose != "feed"):
            loop = asyncio.get_running_loop()
            begun = loop.time()
            page = await self._ask(url)
            self._left -= loop.time() - begun
        if page.status == 429 and page.header("retry-after").isdigit():
            web._manners.calm(url.host, port_of(url), float(page.header("retry-after")[:6]))
        return page

    async def _ask(self, url: httpx2.URL) -> Page:
        answer: Answer | None = None
        try:
            async with asyncio.timeout(self._left):
                answer = await self._web._wire.get(url, self._headers())
                return await _page(url, answer, self._caps)
        except TimeoutError:
            seconds = self._caps.seconds
            if answer is None:
                raise Trouble("timeout", f"no answer within {seconds:g} s") from None
            raise Trouble("slow", f"the reply did not end within {seconds:g} s") from None
        finally:
            if answer is not None:
                answer.body.close()

    def _headers(self) -> Headers:
        request = self._request
        headers = list(self._web._headers.get(request.purpose) or self._web._headers["page"])
        if _sendable(request.etag):
            headers.append((b"If-None-Match", request.etag.encode()))
        if _sendable(request.last_modified):
            headers.append((b"If-Modified-Since", request.last_modified.encode()))
        return headers


def _sendable(validator: str) -> bool:
    """Whether what a server once gave can be sent back to it in one header."""
    return 0 < len(validator) <= LONGEST_VALIDATOR and validator.isascii() and validator.isprintable()


async def _page(url: httpx2.URL, answer: Answer, caps: Caps) -> Page:
    """Read a reply to its end. Raises Trouble; a reply that is an error anyway keeps its status whatever its body does."""
    if answer.status == 200:
        return await _good_page(Page(str(url), 200, answer.headers), answer, caps)
    small = Caps(caps.seconds, 256 * KB, 256 * KB)
    try:
        body = await _body(answer, small)
    except Trouble:
        return Page(str(url), answer.status, answer.headers)
    return Page(str(url), answer.status, answer.headers, body.whole())


async def _good_page(page: Page, answer: Answer, caps: Caps) -> Page:
    body = Body(page.header("content-encoding"), caps.wire, caps.body)
    failure = ""
    try:
        async for piece in answer.body:
            body.take(piece)
    except Trouble as trouble:
        if trouble.word != "truncated":
            raise
        failure = trouble.word
    if failure or not body.ended:
        # What came may hold entries, but the validators belong to the whole: without them the next request is unconditional.
        kept = tuple((name, value) for name, value in page.headers if name not in ("etag", "last-modified"))
        return replace(page, headers=kept, body=body.whole(), failure="truncated", detail="the body ended early")
    return replace(page, body=body.whole())


async def _body(answer: Answer, caps: Caps) -> Body:
    body = Body(answer.header("content-encoding"), caps.wire, caps.body)
    async for piece in answer.body:
        body.take(piece)
    return body
