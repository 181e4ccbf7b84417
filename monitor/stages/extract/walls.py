"""Walls: pages that stand before an article or in its place, recognised so that they are never read as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from monitor.model.address import host
from monitor.stages.extract.phrases import (
    BOT_TEXT,
    BOT_TITLES,
    CONSENT_TEXT,
    CONSENT_TITLES,
    MISSING,
    PAYWALL,
    REGISTRATION,
)  # fmt: skip

if TYPE_CHECKING:
    from monitor.stages.extract.facts import Facts
    from monitor.stages.extract.prose import Prose

SHORT = 1_200
"""Characters: a main text shorter than this may be a teaser before a wall."""
THIN = 400
"""Words: a page with fewer in all may be a wall and nothing else."""
STORY = 300
"""Characters of paragraphs that are no offers: so much is a story, if a short one."""
_CONSENT_HOSTS = ("consent.google.", "consent.yahoo.", "consent.youtube.", "guce.", "cmp.")
_STATUS_WALLS = {
    401: "registration",
    402: "paywall",
    403: "bot",
    404: "missing",
    410: "missing",
    429: "bot",
    451: "blocked",
}
_BROKEN_OFF = re.compile(r"(?:\.\.\.|…)\s{0,5}$")


def wall_of_status(status: int) -> tuple[str, str]:
    """The wall that a status by itself is, and why; ("", "") for a page that came."""
    if 200 <= status < 300 or status == 0:
        return "", ""
    return _STATUS_WALLS.get(status, "unreachable"), f"the server answered {status}"


def wall(found: Facts, words: Prose, url: str) -> tuple[str, str]:
    """What stands in the way of the article (consent, bot, registration, paywall, missing), and by what it was known.

    ("", "") where nothing does. A page with a long text is an article whatever is written beside it.
    """
    if host(url).startswith(_CONSENT_HOSTS):
        return "consent", f"the address leads to {host(url)}"
    if len(words.text) >= SHORT:
        return _broken_off(found, words.text)
    told = _by_title(found, words) or _by_text(found, words) or _by_prompts(found, words)
    return told or ("", "")


def is_offer(line: str) -> bool:
    """Whether a paragraph belongs to a wall and not to the article's opening."""
    return len(line) < THIN and any(p.search(line) for p in (REGISTRATION, PAYWALL, CONSENT_TEXT, BOT_TEXT))


def _broken_off(found: Facts, text: str) -> tuple[str, str]:
    """A long text on a page that says it is not free is all there, unless it breaks off at an offer."""
    if found.is_free:
        return "", ""
    by = PAYWALL.search(text[-600:]) or REGISTRATION.search(text[-600:]) or _BROKEN_OFF.search(text[-20:])
    return ("paywall", f"not free, and it breaks off at {by.group().lower()!r}") if by else ("", "")


def _by_title(found: Facts, words: Prose) -> tuple[str, str] | None:
    for title in dict.fromkeys((found.window[:200], words.heading[:200], found.title[:200])):
        for kind, pattern in (("bot", BOT_TITLES), ("missing", MISSING), ("consent", CONSENT_TITLES)):
            by = pattern.search(title)
            is_likely = words.page_words < (THIN if kind == "bot" else THIN * 2)
            if by and is_likely and not (found.is_article and len(words.text) > 500):
                return kind, f"its title is {title[:80]!r}"
    return None


def _by_text(found: Facts, words: Prose) -> tuple[str, str] | None:
    told = sum(len(line) for line in words.text.split("\n\n") if not is_offer(line))
    if words.page_words >= THIN or told >= STORY:
        return None
    if by := BOT_TEXT.search(words.page_text):
        return "bot", f"the page says {by.group().lower()!r}"
    if not found.is_article and len(CONSENT_TEXT.findall(words.page_text)) >= 2:
        return "consent", "the page asks for consent and holds little else"
    if words.page_words < 120 and (missing := MISSING.search(words.page_text[:600])):
        return "missing", f"the page says {missing.group().lower()!r}"
    return None


def _by_prompts(found: Facts, words: Prose) -> tuple[str, str] | None:
    """Registration walls and paywalls after a teaser."""
    if not found.is_free:
        return "paywall", "the page says that it is not free"
    for kind, pattern in (("registration", REGISTRATION), ("paywall", PAYWALL)):
        inside = pattern.search(words.text)
        beside = pattern.findall(words.page_text) if len(words.text) < SHORT * 0.6 and found.is_article else []
        if inside or len(beside) >= 2:
            return kind, f"a short text beside {(inside.group() if inside else beside[0]).lower()!r}"
    return None
