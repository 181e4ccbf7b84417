"""robots.txt: asked of every host before its first page, kept a day, read as RFC 9309 says."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import httpx2
from protego import Protego

from monitor.edges.web.limits import HOUR, WebOptions
from monitor.edges.web.trouble import Trouble
from monitor.model.page import Page, Request

Fetch = Callable[[Request], Awaitable[Page]]
LONGEST_DELAY = 30.0
SOON = 0.25 * HOUR


@dataclass(frozen=True, slots=True)
class _Rules:
    """What one host asks. `unreachable` says why its robots.txt could not be had, in which case nothing may be fetched."""

    until: float
    parsed: Protego | None = None
    unreachable: str = ""


class Robots:
    """Knows what each host asks of robots."""

    def __init__(self, options: WebOptions, fetch: Fetch) -> None:
        self._options = options
        self._token = options.user_agent.partition("/")[0] or "*"
        self._fetch = fetch
        self._kept: dict[str, _Rules] = {}
        self._asking: dict[str, asyncio.Task[_Rules]] = {}

    async def delay(self, url: httpx2.URL) -> float:
        """The seconds the host wants between two requests for pages. Raises Trouble when `url` must not be fetched."""
        if not self._options.robots:
            return 0.0
        rules = await self._rules(_site(url))
        if rules.unreachable:
            raise Trouble("robots-unreachable", f"{_site(url)}/robots.txt cannot be had ({rules.unreachable})")
        if rules.parsed is None:
            return 0.0
        if not rules.parsed.can_fetch(str(url), self._token):
            raise Trouble("robots", f"{_site(url)}/robots.txt asks robots to leave {url.path} alone")
        return min(rules.parsed.crawl_delay(self._token) or 0.0, LONGEST_DELAY)

    def close(self) -> None:
        """Give up what is under way."""
        for task in tuple(self._asking.values()):
            task.cancel()

    async def _rules(self, site: str) -> _Rules:
        kept = self._kept.get(site)
        if kept and asyncio.get_running_loop().time() < kept.until:
            return kept
        task = self._asking.get(site)
        if task is None:
            task = self._asking[site] = asyncio.ensure_future(self._ask(site, kept))
            task.add_done_callback(lambda _: self._asking.pop(site, None))
        return await asyncio.shield(task)

    async def _ask(self, site: str, before: _Rules | None) -> _Rules:
        page = await self._fetch(Request(f"{site}/robots.txt", "robots"))
        now = asyncio.get_running_loop().time()
        if page.failure == "too-large" or page.status == 200:
            text = page.body.decode("utf-8-sig", "replace")
            rules = _Rules(now + self._options.robots_kept, await asyncio.to_thread(_parsed, text, self._token))
        elif page.failure or page.status == 429 or page.status >= 500:
            known = before.parsed if before else None
            why = page.failure or f"status {page.status}"
            rules = _Rules(now + SOON, known, "" if known else why)
        else:
            rules = _Rules(now + self._options.robots_kept)  # the site has none: everything may be fetched
        if len(self._kept) > 10_000:
            self._kept.clear()
        self._kept[site] = rules
        return rules


def _site(url: httpx2.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def _parsed(text: str, token: str) -> Protego:
    """Read the rules. Groups for other robots become one nobody answers to: thousands of them would cost minutes."""
    return Protego.parse("\n".join(_for_us(line, token.lower()) for line in text.splitlines()))


def _for_us(line: str, token: str) -> str:
    name, colon, value = line.partition(":")
    if not colon or name.strip().lower().replace(" ", "-") not in ("user-agent", "useragent"):
        return line
    agent = value.partition("#")[0].strip().lower()
    is_ours = agent == "*" or (agent and agent.rstrip("*").partition("/")[0] in token)
    return line if is_ours else "User-agent: somebody-else"
