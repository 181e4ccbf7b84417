"""When to ask a feed again: from its own posting history, the publisher's wishes and what is known of the field.

The wanted interval is a budget of requests; we spend it where news is likely (after Sia, Cho and Cho, 2007). The *mean*
delay of a post is least when the density of polls follows the square root of the posting rate, the *median* when it follows
the rate more closely; benchmarks/schedule.py shows what POWER between the two does. Up to a minute's interval the clock
alone decides.
"""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache

from monitor.model.moment import LONDON
from monitor.model.source import Feed, FeedState

SLOTS_A_DAY = 48
SLOT = timedelta(minutes=30)
SLOTS = 7 * SLOTS_A_DAY
EXACT = 60
"""Seconds: up to this interval a feed is asked exactly as often as the config says."""
FASTEST, SLOWEST = 6.0, 4.0
"""A gap is never shorter than the wanted interval / FASTEST nor longer than it * SLOWEST."""
PRIOR_POSTS = 20.0
"""So many posts of history weigh as much as what we believed before."""
FLOOR = 0.06
"""The least rate of a time of the week, as a share of the mean: news comes at odd hours too."""
POWER = 0.8
"""The density of polls follows the rate to this power."""
SPREAD = (0.05, 0.1, 0.2, 0.3, 0.2, 0.1, 0.05)
"""A post counts for the half hours around its own by these shares."""
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


def _gap(feed: Feed, densities: Sequence[float], now: datetime) -> float:
    """Seconds until the density of polls, summed from `now` on, makes one poll."""
    at, gap, due = now, 0.0, 1.0
    slot = slot_of(now)
    left = _seconds_left(now)
    while gap < feed.every * SLOWEST:
        density = densities[slot] / feed.every
        if density * left >= due:
            return gap + due / density
        due -= density * left
        gap += left
        at += timedelta(seconds=left)
        slot, left = (slot + 1) % SLOTS, SLOT.total_seconds()
    return gap


def slot_of(when: datetime) -> int:
    """The half hour of the week (London time, Monday 00:00 is 0)."""
    slot = when.weekday() * SLOTS_A_DAY + when.hour * 2 + (when.minute >= 30)
    return (slot + _summer(when.year, when.month, when.day)) % SLOTS


@lru_cache(maxsize=4096)
def _summer(year: int, month: int, day: int) -> int:
    """Half hours that London is ahead of UTC at noon of a day."""
    offset = datetime(year, month, day, 12, tzinfo=LONDON).utcoffset()
    return int(offset / SLOT) if offset else 0


def _seconds_left(now: datetime) -> float:
    return SLOT.total_seconds() - (now.minute % 30) * 60 - now.second - now.microsecond / 1e6


@dataclass(frozen=True, slots=True)
class _History:
    """Posting times, known again by their number and ends: comparing two hundred times at every poll costs too much."""

    key: str
    count: int
    first: datetime | None
    last: datetime | None
    is_register: bool
    posts: tuple[datetime, ...] = field(compare=False)


def _week(feed: Feed, state: FeedState) -> Sequence[float]:
    posts = state.posts
    first, last = (posts[0], posts[-1]) if posts else (None, None)
    return _densities(_History(feed.key, len(posts), first, last, bool(feed.register), posts))


@lru_cache(maxsize=4096)
def _densities(history: _History) -> Sequence[float]:
    return array("d", densities_of(tuple(map(slot_of, history.posts)), history.is_register))


def densities_of(slots: tuple[int, ...], is_register: bool) -> tuple[float, ...]:
    """For each half hour of the week how densely to poll, with mean 1.

    The history gives a profile of the day and one of the week apart: two hundred posts are too few for 336 numbers.
    """
    field = register_hours() if is_register else press_hours()
    weight = len(slots) / (len(slots) + PRIOR_POSTS)
    days, hours = _day_weights(slots), _hour_weights(slots)
    learnt = (day * hour for day in days for hour in hours)
    # Each line runs 336 times whenever a feed has a new post: conditions, since a call of max costs three times as much.
    rest = 1 - weight
    mixed = [weight * rate + rest for rate in learnt]
    rates = [(rate if rate > FLOOR else FLOOR) * known for rate, known in zip(mixed, field, strict=True)]
    mean = sum(rates) / SLOTS
    least = FLOOR * mean
    wanted = [((rate if rate > least else least) / mean) ** POWER for rate in rates]
    mean = sum(wanted) / SLOTS
    return tuple(density / mean for density in wanted)


def _day_weights(slots: Sequence[int]) -> list[float]:
    counts = [1.0] * 7
    for slot in slots:
        counts[slot // SLOTS_A_DAY] += 1
    return [count * 7 / sum(counts) for count in counts]


def _hour_weights(slots: Sequence[int]) -> list[float]:
    """Posts by half hour of the day, each spread over the hours around it."""
    counts = [0.0] * SLOTS_A_DAY
    for slot, times in Counter(slot % SLOTS_A_DAY for slot in slots).items():
        for near, share in enumerate(SPREAD):
            counts[(slot + near - len(SPREAD) // 2) % SLOTS_A_DAY] += share * times
    total = sum(counts)
    return [count * SLOTS_A_DAY / total if total else 1.0 for count in counts]


@lru_cache(maxsize=1)
def press_hours() -> tuple[float, ...]:
    """When inspections make news: reports come out on working mornings, and outlets follow until the evening; the mean is 1."""
    rates = [_press_rate(slot // SLOTS_A_DAY, slot % SLOTS_A_DAY) for slot in range(SLOTS)]
    mean = sum(rates) / SLOTS
    return tuple(rate / mean for rate in rates)


def _press_rate(day: int, half_hour: int) -> float:
    if day > 4:
        return 0.5
    return 2.0 if 18 <= half_hour < 36 else (1.2 if 12 <= half_hour < 44 else 0.5)


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
