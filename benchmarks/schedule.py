"""Replays posting histories against the poll schedule: how much later than necessary do we hear, at an equal budget?

Each made-up feed posts for ten weeks with the habits of its kind. The first four weeks are learnt from; in the rest the
delay of every post is measured, for the adaptive schedule and for a fixed interval that spends exactly as many requests.
`python -m benchmarks.schedule` prints JSON.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from monitor.model.moment import LONDON
from monitor.model.source import Feed, FeedState
from monitor.stages.poll.cadence import first_due, next_due

START = datetime(2026, 2, 2, tzinfo=UTC)
WEEKS, LEARNING = 10, 4
KEPT_POSTS = 200
MEASURES = ("fixed", "adaptive", "subject fixed", "subject adaptive")
Rate = Callable[[datetime], float]


@dataclass(frozen=True)
class Kind:
    """A kind of feed: how many there are, the wanted interval in seconds, and posts an hour at a (London) time."""

    name: str
    feeds: int
    every: int
    rate: Rate
    reader: str = "feed"


def regional_paper(at: datetime) -> float:
    return (1.2 if 6 <= at.hour < 19 else 0.15) * (1.0 if at.weekday() < 5 else 0.5)


def broadcaster_area(at: datetime) -> float:
    return (0.9 if 6 <= at.hour < 18 else 0.08) * (1.0 if at.weekday() < 5 else 0.6)


def council(at: datetime) -> float:
    return 0.25 if at.weekday() < 5 and 9 <= at.hour < 17 else 0.003


def trade_press(at: datetime) -> float:
    return 0.4 if at.weekday() < 5 and 7 <= at.hour < 17 else 0.01


def round_the_clock(at: datetime) -> float:
    return 0.6


def register(at: datetime) -> float:
    if at.weekday() > 4:
        return 0.0005
    minute = at.hour * 60 + at.minute
    if 570 <= minute < 630:
        return 1.5 if at.weekday() == 1 else 0.5
    return 0.02 if 540 <= minute < 1020 else 0.001


KINDS = (
    Kind("regional paper", 6, 1800, regional_paper),
    Kind("broadcaster's area", 6, 900, broadcaster_area),
    Kind("council", 6, 3600, council),
    Kind("trade press", 3, 3600, trade_press),
    Kind("round the clock", 1, 1800, round_the_clock),
    Kind("register", 3, 14_400, register, "register:ofsted"),
)


def history(kind: Kind, lot: random.Random) -> list[datetime]:
    """Posting times over all weeks: a Poisson process that changes with the hour, thinned from its highest rate."""
    highest = max(kind.rate(datetime(2026, 2, 2, tzinfo=LONDON) + timedelta(minutes=10 * n)) for n in range(1008))
    posts: list[datetime] = []
    at, end = START, START + timedelta(weeks=WEEKS)
    while True:
        at += timedelta(hours=lot.expovariate(highest))
        if at >= end:
            return posts
        if lot.random() < kind.rate(at.astimezone(LONDON)) / highest:
            posts.append(at)


def on_the_subject(posts: Sequence[datetime], lot: random.Random) -> list[datetime]:
    """The posts that would be about an inspection: reports come out on working mornings, outlets follow during the day."""
    return [post for post in posts if lot.random() < _chance(post.astimezone(LONDON))]


def _chance(at: datetime) -> float:
    if at.weekday() > 4:
        return 0.05
    minute = at.hour * 60 + at.minute
    return 1.0 if 570 <= minute < 1140 else (0.3 if 360 <= minute < 570 else 0.05)


def adaptive(feed: Feed, posts: Sequence[datetime]) -> list[datetime]:
    """The times at which the schedule polls, knowing at each only what it has seen by then."""
    state, now, polls, end = FeedState(feed.key), first_due(feed, START, 60), [], START + timedelta(weeks=WEEKS)
    while now < end:
        polls.append(now)
        seen = bisect_left(posts, now)
        state = replace(state, posts=tuple(posts[max(seen - KEPT_POSTS, 0) : seen]))
        now = next_due(feed, state, now)
    return polls


def delays(polls: Sequence[datetime], posts: Sequence[datetime], since: datetime) -> list[float]:
    """Seconds from each post after `since` to the next poll."""
    found = ((post, bisect_left(polls, post)) for post in posts if post >= since)
    return [(polls[index] - post).total_seconds() for post, index in found if index < len(polls)]


def measured(kind: Kind, lot: random.Random) -> dict[str, list[float]]:
    """Delays of both schedules and the requests each spent after the weeks of learning, over the feeds of a kind."""
    since = START + timedelta(weeks=LEARNING)
    span = (START + timedelta(weeks=WEEKS) - since).total_seconds()
    found: dict[str, list[float]] = {name: [] for name in (*MEASURES, "requests")}
    for number in range(kind.feeds):
        feed = Feed(f"{kind.name}/{number}", kind.name, str(number), "https://x.example/", kind.every, kind.reader)
        posts = history(kind, lot)
        polls = [poll for poll in adaptive(feed, posts) if poll >= since]
        step, start = span / len(polls), since + timedelta(seconds=lot.random() * span / len(polls))
        fixed = [start + timedelta(seconds=step * n) for n in range(len(polls))]
        found["adaptive"] += delays(polls, posts, since)
        found["fixed"] += delays(fixed, posts, since)
        told = on_the_subject(posts, lot)
        found["subject adaptive"] += delays(polls, told, since)
        found["subject fixed"] += delays(fixed, told, since)
        found["requests"].append(len(polls) * kind.every / span)
    return found


def main() -> None:
    """Print the medians of each kind and of all."""
    lot = random.Random(20260512)
    whole: dict[str, list[float]] = {name: [] for name in MEASURES}
    rows = {}
    for kind in KINDS:
        found = measured(kind, lot)
        for name in MEASURES:
            whole[name] += found[name]
        rows[kind.name] = _rows(found) | {"requests_of_wanted": round(statistics.mean(found["requests"]), 3)}
    print(json.dumps(_rows(whole) | {"kinds": rows}, indent=1), file=sys.stdout)


def _rows(found: dict[str, list[float]]) -> dict[str, object]:
    return {
        "posts_on_the_subject": _row(found["subject fixed"], found["subject adaptive"]),
        "all_posts": _row(found["fixed"], found["adaptive"]),
    }


def _row(fixed: list[float], learnt: list[float]) -> dict[str, float]:
    before, after = statistics.median(fixed), statistics.median(learnt)
    return {
        "posts": len(learnt),
        "median_delay_fixed_s": round(before, 1),
        "median_delay_adaptive_s": round(after, 1),
        "mean_delay_fixed_s": round(statistics.mean(fixed), 1),
        "mean_delay_adaptive_s": round(statistics.mean(learnt), 1),
        "median_reduction": round(1 - after / before, 3),
    }


if __name__ == "__main__":
    main()
