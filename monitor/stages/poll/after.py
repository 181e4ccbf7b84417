"""after: one poll done -> the feed's new state, its entries and problems, and when it is due again. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from monitor.model.moment import moment
from monitor.model.page import Page
from monitor.model.source import Answer, Feed, FeedState, Listing, Poll, Problem
from monitor.stages.poll.cadence import next_due

MOVED_AFTER = 2
"""So often in a row a permanent redirect must come before its target is asked directly."""
KEPT_POSTS = 200
USUALLY_FULL = 3
"""A feed that listed so many entries and now lists none has gone quiet."""
OVERRUN = 5
"""So many entries, all of them new at once, mean that there may have been more."""
GONE_WAIT = 7 * 86_400.0
DEAF_WAIT = 86_400.0
"""A failing feed is asked at least once a day: it never dies for good."""
_MAX_AGE = re.compile(r"(?:s-maxage|max-age)\s*=\s*\"?(\d{1,9})", re.IGNORECASE)


def remembered(feed: Feed, state: FeedState | None) -> FeedState:
    """What we know of the feed; forgotten, but for its posting habits, when the config names another address."""
    if state is None:
        return FeedState(key=feed.key, url=feed.url)
    if state.url and state.url != feed.url:
        return FeedState(key=feed.key, url=feed.url, posts=state.posts)
    return state


def asked(feed: Feed, state: FeedState) -> str:
    """The address to ask: the configured one, or where a repeated permanent redirect leads while that answers."""
    is_moved = state.moved_to and state.moved_times >= MOVED_AFTER and state.failures == 0 and state.gone is None
    return state.moved_to if is_moved else feed.url


def after(feed: Feed, state: FeedState | None, page: Page, answer: Answer, now: datetime) -> Poll:
    """The Poll to record. A failed poll changes nothing that we know but `failures`, `last_problem` and `due`."""
    known = remembered(feed, state)
    base = replace(known, url=feed.url, polled=now, audited=now if answer.audit else known.audited)
    if answer.verdict == "fresh" and answer.listing is not None:
        return _read(feed, base, page, answer, now)
    if answer.verdict == "unchanged":
        return _unchanged(feed, base, page, answer, now)
    return _failed(feed, base, answer, now)


def _read(feed: Feed, known: FeedState, page: Page, answer: Answer, now: datetime) -> Poll:
    listing = answer.listing
    assert listing is not None
    if not listing.entries and listing.reason.startswith(
        ("challenge", "consent", "html-instead", "unreadable", "not-a-feed", "empty-reply")
    ):
        worst = listing.problems[-1] if listing.problems else _problem(feed, "unreadable", listing.reason)
        return _failed(feed, known, replace(answer, problem=worst), now, extra=listing.problems[:-1])
    state, problems = _moved(feed, known, page)
    is_changed = answer.body_hash != known.body_hash or not answer.body_hash
    state = replace(
        state,
        etag=page.header("etag"),
        last_modified=page.header("last-modified"),
        body_hash=answer.body_hash,
        read=now,
        changed=now if is_changed else known.changed,
        failures=0,
        last_problem="",
        gone=None,
        posts=_posts(known, answer, now),
        entries_last=len(listing.entries) or known.entries_last,
    )
    if not listing.entries and known.entries_last >= USUALLY_FULL:
        problems += (_problem(feed, "went-quiet", f"it listed {known.entries_last} entries before and lists none now"),)
    due = _due(feed, state, page, answer, now)
    if note := _overrun(known, listing):
        problems += (_problem(feed, "overrun", note),)
        due = now + (due - now) / 2
    outcome = "moved" if state.moved_times == MOVED_AFTER and known.moved_times < MOVED_AFTER else "read"
    return Poll(feed, replace(state, due=due), listing.entries, listing.problems + problems, outcome, now)


def _unchanged(feed: Feed, known: FeedState, page: Page, answer: Answer, now: datetime) -> Poll:
    state, problems = _moved(feed, known, page)
    state = replace(
        state,
        etag=page.header("etag") or known.etag,
        last_modified=page.header("last-modified") or known.last_modified,
        read=now,
        failures=0,
        last_problem="",
        gone=None,
        due=_due(feed, known, page, answer, now),
    )
    return Poll(feed, state, (), problems, "unchanged", now)


def _failed(feed: Feed, known: FeedState, answer: Answer, now: datetime, extra: tuple[Problem, ...] = ()) -> Poll:
    problem = answer.problem or _problem(feed, "failed", f"the reply could not be used ({answer.verdict})")
    failures = known.failures + 1
    is_gone = answer.verdict == "gone"
    wait = answer.wait or (GONE_WAIT if is_gone else _backoff(feed.every, failures))
    state = replace(
        known,
        failures=failures,
        last_problem=f"{problem.kind}: {problem.detail}"[:500],
        gone=(known.gone or now) if is_gone else known.gone,
        due=now + timedelta(seconds=wait),
        moved_times=0 if known.moved_times >= MOVED_AFTER else known.moved_times,
    )
    return Poll(feed, state, (), (*extra, problem), "gone" if is_gone else "failed", now)


def _backoff(every: int, failures: int) -> float:
    """Seconds: the wanted interval, doubled with each failure in a row, up to a day."""
    return min(every * 2.0 ** min(failures - 1, 20), max(DEAF_WAIT, every))


def _moved(feed: Feed, known: FeedState, page: Page) -> tuple[FeedState, tuple[Problem, ...]]:
    """Remembers a permanent redirect, and reports it once it has come twice in a row."""
    if not page.redirects:
        if known.moved_to and page.url == known.moved_to:
            return known, ()
        # Most feeds never move: nothing to copy for them.
        return (replace(known, moved_to="", moved_times=0) if known.moved_to or known.moved_times else known), ()
    target = page.redirects[-1][1]
    times = known.moved_times + 1 if target == known.moved_to else 1
    state = replace(known, moved_to=target, moved_times=times)
    if times != MOVED_AFTER:
        return state, ()
    return state, (_problem(feed, "moved", f"moved for good to {target}: put this address in the config"),)


def _posts(known: FeedState, answer: Answer, now: datetime) -> tuple[datetime, ...]:
    """The posting times newer than those we know, from the entries' own dates; a change without dates counts as one now."""
    assert answer.listing is not None
    last = known.posts[-1] if known.posts else None
    dated = sorted(e.published for e in answer.listing.entries if e.published is not None and e.published <= now)
    fresh = [post for post in dated if last is None or post > last]
    if not dated and answer.listing.entries and known.body_hash and answer.body_hash != known.body_hash:
        fresh = [now]
    return (*known.posts, *fresh)[-KEPT_POSTS:] if fresh else known.posts


def _overrun(known: FeedState, listing: Listing) -> str:
    """What to tell when everything listed is newer than all we knew: older entries may have come and gone unseen."""
    dated = [entry.published for entry in listing.entries if entry.published is not None]
    if known.read is None or not known.posts or len(dated) < OVERRUN or len(dated) < len(listing.entries):
        return ""
    return f"all {len(dated)} entries are new: some may have been missed" if min(dated) > known.posts[-1] else ""


def _due(feed: Feed, state: FeedState, page: Page, answer: Answer, now: datetime) -> datetime:
    ttl = answer.listing.ttl if answer.listing is not None else None
    due = next_due(feed, state, now, max(float(ttl or 0), _fresh_for(page, now)))
    return max(due, now + timedelta(seconds=answer.wait)) if answer.wait else due


def _fresh_for(page: Page, now: datetime) -> float:
    """Seconds for which a cache may keep the reply, from Cache-Control, else Expires; 0 where it says nothing."""
    control = page.header("cache-control").lower()
    if "no-cache" in control or "no-store" in control:
        return 0.0
    if ages := _MAX_AGE.findall(control):
        return float(max(int(age) for age in ages))
    expires = moment(page.header("expires")) if page.header("expires") else None
    return max((expires - now).total_seconds(), 0.0) if expires else 0.0


def _problem(feed: Feed, kind: str, detail: str) -> Problem:
    return Problem(feed.source, feed.url, kind, detail)
