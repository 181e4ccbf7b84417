"""When to ask a feed again: from its own posting history, the publisher's wishes and what is known of the field.

The wanted interval is a budget of requests; we spend it where news is likely. The delay of a post is least when the
density of polls follows the square root of the posting rate (Sia, Cho and Cho, 2007), so the gap at a time of the week is
the wanted interval times the mean root over that time's root. Up to a minute's interval the clock alone decides.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from math import sqrt

from monitor.model.moment import LONDON
from monitor.model.source import Feed, FeedState

SLOTS_A_DAY = 48
SLOT = timedelta(minutes=30)
SLOTS = 7 * SLOTS_A_DAY
EXACT = 60
"""Seconds: up to this interval a feed is asked exactly as often as the config says."""
FASTEST, SLOWEST = 6.0, 4.0
"""A gap is never shorter than the wanted interval / FASTEST nor longer than it * SLOWEST."""
PRIOR_POSTS = 12.0
"""So many posts of history weigh as much as what we believed before."""
FLOOR = 0.06
"""The least rate of a time of the week, as a share of the mean: news comes at odd hours too."""
JITTER, MOST_JITTER = 0.05, 120.0
"""Share of a gap, and seconds: by so much at most it is longer or shorter than worked out."""


def next_due(feed: Feed, state: FeedState, now: datetime, ask_after: float = 0.0) -> datetime:
    """When the feed should be asked again after a good reply at `now`.

    `ask_after` are the seconds the publisher's TTL, Cache-Control or Expires ask us to wait: honoured up to the wanted
    interval, which is the operator's own word.
    """
    if feed.every <= EXACT:
        return now + timedelta(seconds=feed.every)
    gap = _gap(feed, _week(feed, state), now)
    least = max(feed.every / FASTEST, min(ask_after, feed.every))
    gap = min(max(gap, least), feed.every * SLOWEST)
    return now + timedelta(seconds=gap + min(JITTER * gap, MOST_JITTER) * _lot(feed.key, now))


def first_due(feed: Feed, now: datetime, spread: float) -> datetime:
    """When a feed never asked before is asked first: at a lot of its own within `spread` seconds, so that not all start at once."""
    within = min(spread, feed.every / 2) if feed.every > EXACT else 0.0
    return now + timedelta(seconds=within * (1 + _lot(feed.key, None)) / 2)


def _gap(feed: Feed, roots: tuple[float, ...], now: datetime) -> float:
    """Seconds until the density of polls, summed from `now` on, makes one poll."""
    at, gap, due = now, 0.0, 1.0
    slot = slot_of(now)
    left = _seconds_left(now)
    while gap < feed.every * SLOWEST:
        density = roots[slot] / feed.every
        if density * left >= due:
            return gap + due / density
        due -= density * left
        gap += left
        at += timedelta(seconds=left)
        slot, left = (slot + 1) % SLOTS, SLOT.total_seconds()
    return gap


def slot_of(when: datetime) -> int:
    """The half hour of the week (London time, Monday 00:00 is 0)."""
    local = when.astimezone(LONDON)
    return local.weekday() * SLOTS_A_DAY + local.hour * 2 + (local.minute >= 30)


def _seconds_left(now: datetime) -> float:
    local = now.astimezone(LONDON)
    return SLOT.total_seconds() - (local.minute % 30) * 60 - local.second - local.microsecond / 1e6


def _week(feed: Feed, state: FeedState) -> tuple[float, ...]:
    return roots_of(_weighted(state.posts), feed.reader.startswith("register:"))


def _weighted(posts: Sequence[datetime]) -> tuple[int, ...]:
    return tuple(slot_of(post) for post in posts)


@lru_cache(maxsize=4096)
def roots_of(slots: tuple[int, ...], is_register: bool) -> tuple[float, ...]:
    """For each half hour of the week the square root of the posting rate, with mean 1.

    The history gives a profile of the day and one of the week apart: two hundred posts are too few for 336 numbers.
    """
    prior = register_hours() if is_register else (1.0,) * SLOTS
    weight = len(slots) / (len(slots) + PRIOR_POSTS)
    days = _day_weights(slots)
    hours = _hour_weights(slots)
    rates = [
        max(weight * days[slot // SLOTS_A_DAY] * hours[slot % SLOTS_A_DAY] + (1 - weight) * prior[slot], FLOOR)
        for slot in range(SLOTS)
    ]
    roots = [sqrt(rate) for rate in rates]
    mean = sum(roots) / SLOTS
    return tuple(root / mean for root in roots)


def _day_weights(slots: Sequence[int]) -> list[float]:
    counts = [1.0] * 7
    for slot in slots:
        counts[slot // SLOTS_A_DAY] += 1
    return [count * 7 / sum(counts) for count in counts]


def _hour_weights(slots: Sequence[int]) -> list[float]:
    counts = [0.0] * SLOTS_A_DAY
    for slot in slots:
        counts[slot % SLOTS_A_DAY] += 1
    smooth = [
        0.5 * counts[i] + 0.2 * (counts[i - 1] + counts[(i + 1) % SLOTS_A_DAY])
        + 0.05 * (counts[i - 2] + counts[(i + 2) % SLOTS_A_DAY])
        for i in range(SLOTS_A_DAY)
    ]  # fmt: skip
    total = sum(smooth)
    return [count * SLOTS_A_DAY / total if total else 1.0 for count in smooth]


@lru_cache(maxsize=1)
def register_hours() -> tuple[float, ...]:
    """What is known of official publication: weekdays about 09:30 to 10:30 London time, mostly Tuesdays; the mean is 1."""
    rates = [_register_rate(slot // SLOTS_A_DAY, slot % SLOTS_A_DAY) for slot in range(SLOTS)]
    mean = sum(rates) / SLOTS
    return tuple(rate / mean for rate in rates)


def _register_rate(day: int, half_hour: int) -> float:
    if day > 4:
        return 0.1
    if half_hour in (19, 20):
        return 30.0 if day == 1 else 15.0
    return 3.0 if half_hour in (18, 21, 22, 23) else (1.0 if 16 <= half_hour < 36 else 0.2)


def _lot(key: str, when: datetime | None) -> float:
    """A number from -1 to 1, the same for the same feed and minute."""
    drawn = hashlib.blake2b(f"{key}|{when:%Y%m%d%H%M}".encode() if when else key.encode(), digest_size=4).digest()
    return int.from_bytes(drawn, "big") / 0x7FFFFFFF - 1
