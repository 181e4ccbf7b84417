"""What is remembered of a feed, as evidence for the certificate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from monitor.model.coverage import FeedCoverage, Gap
from monitor.model.source import Feed, FeedState, Source

ENOUGH_POSTS = 8
"""Fewer arrivals say nothing of a feed's rhythm."""
MANY_POSTS = 100
A_WEEK = 7 * 86_400.0
"""So many arrivals, or a week of them with its weekend, make a rhythm known well."""


def evidence(
    source: Source, feed: Feed, state: FeedState | None, gaps: Sequence[Gap] = (), problems: Sequence[str] = ()
) -> FeedCoverage:
    """How well `feed` was read. `problems` are words for open ones that cast doubt on what was read, not for a mere move."""
    known = state or FeedState(feed.key)
    return FeedCoverage(
        feed=feed.key,
        source=source.name,
        name=feed.name,
        url=feed.url,
        every=feed.every,
        kind=source.kind,
        is_register=bool(feed.register),
        authorities=feed.authorities,
        last_read=known.read,
        changed=known.changed,
        audited=known.audited,
        failures=known.failures,
        problem=known.last_problem,
        gone=known.gone,
        listed=known.entries_last,
        problems=tuple(problems),
        gaps=tuple(gaps),
        last_post=max(known.posts, default=None),
        longest_silence=_longest_silence(known.posts),
        is_rhythm_known=_is_rhythm_known(known.posts),
    )


def _longest_silence(posts: Sequence[datetime]) -> float:
    """Seconds between the two neighbouring arrivals furthest apart; 0 where too few are known."""
    ordered = sorted(posts)
    if len(ordered) < ENOUGH_POSTS:
        return 0.0
    return max((later - earlier).total_seconds() for earlier, later in pairwise(ordered))


def _is_rhythm_known(posts: Sequence[datetime]) -> bool:
    if len(posts) < ENOUGH_POSTS:
        return False
    return len(posts) >= MANY_POSTS or (max(posts) - min(posts)).total_seconds() >= A_WEEK
