"""What to ask: conditional, so that nothing is sent twice, but now and then without conditions, since caches lie."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from monitor.model.page import Request
from monitor.model.source import Entry, Feed, FeedState

AUDIT_EVERY = 86_400.0
"""Seconds between two fetches without conditions."""


def request(feed: Feed, state: FeedState, now: datetime, url: str = "", audit_every: float = AUDIT_EVERY) -> Request:
    """The next poll of a feed: `url` where it moved to, else its own address; with the validators we remember.

    A reply that could not be used gave no validators worth keeping, so a failing feed is asked as it was before.
    """
    address = url or feed.url
    if _audit_is_due(state, now, audit_every):
        return Request(address, "feed")
    return Request(address, "feed", state.etag, state.last_modified)


def visit(entry: Entry, purpose: str = "page") -> Request:
    """The fetch of what an entry points to; `purpose` page or report."""
    return Request(entry.url, purpose)


def _audit_is_due(state: FeedState, now: datetime, every: float) -> bool:
    """Each feed on a day of its own, so that the audits of all do not come together."""
    if state.audited is None:
        return False
    lot = int.from_bytes(hashlib.blake2b(state.key.encode(), digest_size=4).digest(), "big") / 2**32
    return now - state.audited >= timedelta(seconds=every * (0.8 + 0.2 * lot))
