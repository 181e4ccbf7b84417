"""What is no feed although it came under status 200: challenge pages, consent pages, web pages; and feeds that say goodbye."""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitor.model.source import Entry

_HEAD = 20_000
_FEED_ROOT = re.compile(r"<(?:\w{1,20}:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_HTML_ROOT = re.compile(
    r"\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--[^>]{0,2000}>\s*)*<(?:!doctype\s{1,20}html|html|head|body|script|meta)\b",
    re.IGNORECASE,
)
_CHALLENGE = re.compile(
    r"just a moment\.\.\.|cf-challenge|cf_chl_|challenge-platform|_incapsula_|captcha|enable javascript and cookies"
    r"|checking your browser|access denied|request unsuccessful|ddos protection|are you a robot|px-captcha|verify you are human"
    r"|pardon our interruption|sucuri website firewall|awswaf",
    re.IGNORECASE,
)
_CONSENT = re.compile(r"before you continue|consent\.(?:google|yahoo)|guce\.", re.IGNORECASE)
_ENDED = re.compile(
    r"this feed (?:has ended|is no longer|has moved|has been (?:discontinued|retired|closed))", re.IGNORECASE
)


def mistaken(text: str, is_page: bool = False) -> tuple[str, str] | None:
    """The kind and detail of what stands in the place of the feed (or, with `is_page`, of the news page); None if nothing does."""
    head = text[:_HEAD]
    is_html = bool(_HTML_ROOT.match(head))
    if not is_html or (not is_page and _FEED_ROOT.search(head)):
        return None
    if len(text) < 60_000:
        if found := _CHALLENGE.search(head):
            return "challenge-page", f"a bot check answered instead ({found.group().lower()!r})"
        if _CONSENT.search(head):
            return "consent-page", "a consent page answered instead"
    return None if is_page else ("html-instead-of-feed", "a web page answered instead of a feed")


def ended(listed: Sequence[Entry]) -> str:
    """What the feed says when its only entry is a farewell (GOV.UK's withdrawn finders do so); "" if it lives."""
    if len(listed) > 1:
        return ""
    words = f"{listed[0].title} {listed[0].summary}"
    return listed[0].title if _ENDED.search(words[:400]) else ""
