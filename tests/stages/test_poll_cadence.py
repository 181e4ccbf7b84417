"""When a feed is due again: history, the publisher's wishes, the field's habits, and the config's bounds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.model.source import Feed, FeedState
from monitor.stages.poll import cadence
from monitor.stages.poll.cadence import first_due, next_due
from tests.stages.poll_material import FEED, NOW

REGISTER = replace(FEED, key="ofsted/reports", reader="register:ofsted", every=43_200)
WEEKDAYS_AT_NINE = tuple(
    datetime(2026, 4, 1, 8, 0, tzinfo=UTC) + timedelta(days=day, minutes=minute)
    for day in range(40)
    for minute in (0, 20, 40)
    if (datetime(2026, 4, 1, tzinfo=UTC) + timedelta(days=day)).weekday() < 5
)
BUSY = FeedState(FEED.key, posts=WEEKDAYS_AT_NINE)
NEW = FeedState(FEED.key)


def gap(feed: Feed, state: FeedState, now: datetime, ask_after: float = 0.0) -> float:
    return (next_due(feed, state, now, ask_after) - now).total_seconds()


@pytest.mark.parametrize("every", [1, 10, 60])
def test_up_to_a_minute_the_config_alone_decides(every: int) -> None:
    assert gap(replace(FEED, every=every), BUSY, NOW, ask_after=3600) == every


def test_without_history_working_hours_are_asked_a_little_harder_and_nights_less() -> None:
    night, weekend = datetime(2026, 5, 12, 1, 0, tzinfo=UTC), datetime(2026, 5, 16, 12, 0, tzinfo=UTC)
    assert FEED.every * 0.4 < gap(FEED, NEW, NOW) <= FEED.every
    assert FEED.every < gap(FEED, NEW, night) < FEED.every * 3
    assert FEED.every < gap(FEED, NEW, weekend) < FEED.every * 3


def test_news_hours_are_asked_often_and_nights_seldom() -> None:
    morning, night = datetime(2026, 5, 12, 8, 5, tzinfo=UTC), datetime(2026, 5, 10, 1, 0, tzinfo=UTC)
    assert gap(FEED, BUSY, morning) < FEED.every * 0.4
    assert FEED.every < gap(FEED, BUSY, night) <= FEED.every * (cadence.SLOWEST + 1)


def test_a_long_gap_ends_where_the_busy_hours_begin() -> None:
    hourly = replace(FEED, every=7200)
    before = datetime(2026, 5, 12, 6, 30, tzinfo=UTC)
    assert gap(hourly, BUSY, before) < 7200


def test_the_publishers_wish_is_honoured_up_to_the_wanted_interval() -> None:
    morning = datetime(2026, 5, 12, 8, 5, tzinfo=UTC)
    assert gap(FEED, BUSY, morning, ask_after=600) >= 600 * (1 - cadence.JITTER)
    assert gap(FEED, BUSY, morning, ask_after=1e9) <= FEED.every * (1 + cadence.JITTER)


def test_a_register_is_asked_hardest_on_tuesdays_from_half_past_nine_london_time() -> None:
    summer_tuesday = datetime(2026, 5, 12, 8, 35, tzinfo=UTC)  # 09:35 in London
    winter_tuesday = datetime(2026, 1, 13, 9, 35, tzinfo=UTC)
    saturday = datetime(2026, 5, 16, 8, 35, tzinfo=UTC)
    for tuesday in (summer_tuesday, winter_tuesday):
        assert gap(REGISTER, NEW, tuesday) < gap(REGISTER, NEW, saturday) / 4
    due = next_due(REGISTER, NEW, summer_tuesday - timedelta(hours=8))
    assert timedelta(0) <= due - summer_tuesday < timedelta(hours=1), "the night ends in the hour of publication"


def test_feeds_do_not_start_all_at_once() -> None:
    feeds = [replace(FEED, key=f"gazette/{n}") for n in range(200)]
    starts = sorted((first_due(feed, NOW, 60) - NOW).total_seconds() for feed in feeds)
    assert 0 <= starts[0] < 5 and 55 < starts[-1] <= 60
    assert max(sum(1 for s in starts if second <= s < second + 1) for second in range(60)) < 12
    assert first_due(replace(FEED, every=1), NOW, 60) == NOW


@given(
    st.integers(61, 604_800),
    st.lists(st.datetimes(datetime(2024, 1, 1), datetime(2026, 5, 1), timezones=st.just(UTC)), max_size=200),
    st.datetimes(datetime(2026, 5, 1), datetime(2027, 5, 1), timezones=st.just(UTC)),
    st.floats(0, 1e7),
)
def test_law_a_gap_stays_within_its_bounds_and_is_the_same_each_time(
    every: int, posts: list[datetime], now: datetime, ask_after: float
) -> None:
    feed, state = replace(FEED, every=every), FeedState(FEED.key, posts=tuple(sorted(posts)))
    found = gap(feed, state, now, ask_after)
    assert every / cadence.FASTEST * 0.94 <= found <= every * cadence.SLOWEST * 1.06
    assert found == gap(feed, state, now, ask_after)


@given(st.lists(st.integers(0, cadence.SLOTS - 1), max_size=200))
def test_law_the_week_spends_the_same_budget_whatever_the_history(slots: list[int]) -> None:
    for is_register in (False, True):
        densities = cadence.densities_of(tuple(slots), is_register)
        assert abs(sum(densities) / len(densities) - 1) < 1e-9
        assert min(densities) > 0.05
