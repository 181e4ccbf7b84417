"""What a reply means: one verdict, one stable word for what is wrong, one sentence for people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from monitor.model.moment import moment
from monitor.model.page import Page
from monitor.model.source import Feed, Problem

FRESH = (200, 203)
WEEK = 7 * 86_400.0

_NAMED = {
    304: ("unchanged", "", "nothing has changed since the last time"),
    410: ("gone", "gone", "the address is gone for good (410): find its successor or take it out of the config"),
    401: ("failed", "http-401", "the address asks for a login (401)"),
    403: ("failed", "http-403", "the site refuses robots like us (403)"),
    404: ("failed", "http-404", "there is nothing at this address (404)"),
    407: ("failed", "http-407", "a proxy asks for a login (407)"),
    429: ("failed", "rate-limited", "the site asks for fewer requests (429)"),
    451: ("failed", "http-451", "withheld for legal reasons (451)"),
    503: ("failed", "http-503", "the site is overloaded or under repair (503)"),
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a reply means. `verdict` fresh (there is a body to read), unchanged, gone or failed.

    `kind` the Problem's stable word, "" when there is none: a failure of the web hand as it is, "gone", "rate-limited" or
    "http-404"; `reason` a sentence; `retry_after` the seconds the site asked us to wait, None where it said nothing.
    """

    verdict: str
    kind: str
    reason: str
    retry_after: float | None = None


def meaning(page: Page) -> Meaning:
    """What `page` means. A body that was cut short is read for what it holds, with the problem "truncated"."""
    asked = _retry_after(page)
    if page.failure == "truncated" and page.body:
        return Meaning("fresh", "truncated", "the reply was cut short: what came of it was read", asked)
    if page.failure:
        return Meaning("failed", page.failure, page.detail or page.failure, asked)
    if page.status in FRESH:
        return Meaning("fresh", "", page.detail or "the reply is new or has changed")
    verdict, kind, reason = _NAMED.get(page.status) or _unnamed(page)
    return Meaning(verdict, kind, reason, asked if verdict == "failed" else None)


def problem(meant: Meaning, feed: Feed) -> Problem | None:
    """What the operator is told of it, if anything."""
    return Problem(feed.source, feed.url, meant.kind, meant.reason) if meant.kind else None


def _unnamed(page: Page) -> tuple[str, str, str]:
    status = page.status
    if 300 <= status < 400:
        return "failed", f"http-{status}", f"a redirect that does not say where to ({status})"
    if status >= 500:
        return "failed", f"http-{status}", f"the site has an error of its own ({status})"
    return "failed", f"http-{status}", f"the site answers {status} and sends nothing that can be read"


def _retry_after(page: Page) -> float | None:
    """The header in both its forms, seconds and date, as seconds from the fetch; at most a week."""
    written = page.header("retry-after").strip()
    if not written:
        return None
    if written.isascii() and written.isdigit():
        return min(float(written[:9]), WEEK)
    until = moment(written)
    asked_at = page.fetched or moment(page.header("date"))
    if until is None or asked_at is None:
        return None
    return min(max((until - _aware(asked_at)).total_seconds(), 0.0), WEEK)


def _aware(when: datetime) -> datetime:
    return when if when.tzinfo else when.replace(tzinfo=UTC)
