"""Which channel gets an alert and when, and when a failed try is repeated."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model.alert import Alert, AlertKind, Level
from monitor.model.calendar import next_digest, quiet_until
from monitor.model.delivery import ChannelPlan, Delivery, Outcome, Verdict
from monitor.stages import tell
from tests.channels.messages import ALERT, delivery

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
PLAIN = {"duty": ChannelPlan("duty"), "newsroom": ChannelPlan("newsroom", quotes="none")}
NOTICE = replace(ALERT, level=Level.NOTICE, area="care_leavers")
NIGHT = ChannelPlan("duty", quiet=(time(22), time(7)), timezone=LONDON)
DAILY = ChannelPlan("duty", digest="daily", timezone=LONDON)


def one(alert: Alert, plan: ChannelPlan, now: datetime = NOW) -> Delivery:
    (made,) = tell.deliveries((replace(alert, notify=((plan.name, ("R",)),)),), {plan.name: plan}, now)
    return made


def test_each_channel_gets_one_delivery_in_its_own_words() -> None:
    first, second = tell.deliveries((ALERT,), PLAIN, NOW)
    assert (first.channel, second.channel) == ("duty", "newsroom")
    assert first.message.quote and not second.message.quote
    assert "“National” and “South East”" in second.message.footer[-1]
    assert (first.number, first.due, first.digest, first.created) == (0, None, "", NOW)


def test_the_key_follows_from_alert_and_channel_alone() -> None:
    keys = {one.key for one in tell.deliveries((ALERT,), PLAIN, NOW)}
    again = {one.key for one in tell.deliveries((replace(ALERT, quote="other"),), PLAIN, NOW + timedelta(days=1))}
    assert keys == again and len(keys) == 2
    assert all(key.isalnum() and len(key) == 32 for key in keys)


def test_an_unknown_channel_gets_nothing_and_stops_nobody() -> None:
    assert [made.channel for made in tell.deliveries((ALERT,), {"duty": PLAIN["duty"]}, NOW)] == ["duty"]


@pytest.mark.parametrize(
    ("alert", "gets"),
    [
        (ALERT, True),
        (NOTICE, False),
        (replace(NOTICE, kind=AlertKind.WITHDRAWAL), True),
        (replace(NOTICE, kind=AlertKind.CORRECTION), True),
        (replace(NOTICE, kind=AlertKind.FURTHER), False),
    ],
)
def test_a_channel_for_critical_ones_hears_of_nothing_less_but_of_what_mends_it(alert: Alert, gets: bool) -> None:
    plan = ChannelPlan("duty", level="critical")
    assert bool(tell.deliveries((alert,), {"duty": plan}, NOW)) is gets


@pytest.mark.parametrize(
    ("alert", "plan", "due", "digest"),
    [
        (ALERT, DAILY, None, ""),
        (NOTICE, DAILY, datetime(2026, 5, 5, 6, 30, tzinfo=UTC), "daily"),
        (replace(NOTICE, kind=AlertKind.WITHDRAWAL), DAILY, None, ""),
        (NOTICE, replace(DAILY, digest="weekly", digest_day=4), datetime(2026, 5, 8, 6, 30, tzinfo=UTC), "weekly"),
        (NOTICE, NIGHT, None, ""),
    ],
)
def test_a_notice_waits_for_the_digest_and_a_critical_alert_never_does(
    alert: Alert, plan: ChannelPlan, due: datetime | None, digest: str
) -> None:
    made = one(alert, plan)
    assert (made.due, made.digest) == (due, digest)


@pytest.mark.parametrize(
    ("alert", "passes", "due"),
    [
        (ALERT, True, None),
        (ALERT, False, datetime(2026, 5, 5, 6, 0, tzinfo=UTC)),
        (NOTICE, True, datetime(2026, 5, 5, 6, 0, tzinfo=UTC)),
    ],
)
def test_quiet_hours_hold_a_notice_and_a_critical_one_only_if_asked(
    alert: Alert, passes: bool, due: datetime | None
) -> None:
    night = datetime(2026, 5, 4, 23, 10, tzinfo=UTC)
    assert one(alert, replace(NIGHT, critical_passes=passes), night).due == due


def test_beyond_its_cap_a_channel_gets_the_rest_in_one_message() -> None:
    plan = ChannelPlan("duty", per_hour=2)
    alerts = tuple(replace(NOTICE, key=f"k{n}", notify=(("duty", ()),)) for n in range(4))
    made = tell.deliveries(alerts, {"duty": plan}, NOW, {"duty": 1})
    assert [m.digest for m in made] == ["", "crowd", "crowd", "crowd"]
    critical = tell.deliveries((replace(ALERT, notify=(("duty", ()),)),), {"duty": plan}, NOW, {"duty": 9})
    assert critical[0].due == NOW + timedelta(minutes=3)


@pytest.mark.parametrize(
    ("now", "at", "due"),
    [
        # Winter time, summer time: half past seven by the clock on the wall.
        ("2026-01-15T07:00+00:00", time(7, 30), "2026-01-15T07:30+00:00"),
        ("2026-07-15T06:00+00:00", time(7, 30), "2026-07-15T06:30+00:00"),
        ("2026-07-15T06:30+00:00", time(7, 30), "2026-07-16T06:30+00:00"),
        # The night of 29 March 2026 has no 01:30; that of 25 October has two.
        ("2026-03-28T07:30+00:00", time(7, 30), "2026-03-29T06:30+00:00"),
        ("2026-03-29T00:10+00:00", time(1, 30), "2026-03-29T01:30+00:00"),
        ("2026-10-24T23:00+00:00", time(1, 30), "2026-10-25T00:30+00:00"),
        ("2026-10-25T00:45+00:00", time(1, 30), "2026-10-26T01:30+00:00"),
        ("2026-10-24T07:00+00:00", time(7, 30), "2026-10-25T07:30+00:00"),
    ],
)
def test_a_daily_digest_keeps_to_the_clock_on_the_wall(now: str, at: time, due: str) -> None:
    plan = replace(DAILY, digest_at=at)
    assert next_digest(datetime.fromisoformat(now), plan) == datetime.fromisoformat(due)


@settings(deadline=None)
@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)),
    st.times(),
    st.sampled_from(["daily", "weekly"]),
    st.integers(0, 6),
)
def test_a_digest_always_lies_ahead_and_no_day_is_left_out(
    naive: datetime, at: time, cadence: str, weekday: int
) -> None:
    now = naive.replace(tzinfo=UTC)
    plan = ChannelPlan("d", digest=cadence, digest_at=at.replace(fold=0), digest_day=weekday, timezone=LONDON)
    due = next_digest(now, plan)
    assert now < due <= now + (timedelta(hours=26) if cadence == "daily" else timedelta(days=7, hours=2))
    assert cadence == "daily" or due.astimezone(LONDON).weekday() == weekday
    after = next_digest(due, plan)
    days = (after.astimezone(LONDON).date() - due.astimezone(LONDON).date()).days
    assert days == (1 if cadence == "daily" else 7)


@settings(deadline=None)
@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)), st.times(), st.times())
def test_quiet_hours_end_when_they_should(naive: datetime, begin: time, end: time) -> None:
    now = naive.replace(tzinfo=UTC)
    plan = ChannelPlan("d", quiet=(begin, end), timezone=LONDON)
    until = quiet_until(now, plan)
    if until is not None:
        assert now < until <= now + timedelta(hours=25)
        assert quiet_until(until, plan) is None or until.astimezone(LONDON).time() != end


WAIT = Outcome(Verdict.DEFERRED, "timeout")


def tries(seed: int = 1) -> list[datetime]:
    """Every moment at which a delivery that always fails is tried."""
    now, moments, attempt = NOW, [NOW], 1
    while (again := tell.retry(delivery(created=NOW, attempt=attempt), WAIT, now, seed)) is not None:
        assert again > now
        moments.append(again)
        now, attempt = again, attempt + 1
    return moments


def test_tries_back_off_and_end_after_54_hours() -> None:
    moments = tries()
    waits = [(b - a).total_seconds() for a, b in pairwise(moments)]
    assert 3 <= waits[0] <= 7
    assert max(waits) <= 5 * 3600
    assert moments[-1] == NOW + timedelta(hours=54)
    assert 20 <= len(moments) <= 32


def test_tries_of_many_deliveries_do_not_come_together() -> None:
    assert len({tuple(tries(seed)) for seed in range(20)}) == 20
    assert tries(3) == tries(3)


@pytest.mark.parametrize("verdict", [Verdict.SENT, Verdict.REFUSED])
def test_what_is_settled_is_not_tried_again(verdict: Verdict) -> None:
    assert tell.retry(delivery(), Outcome(verdict, "x"), NOW, 1) is None


@settings(deadline=None)
@given(st.floats(0, 7 * 86_400), st.integers(1, 40), st.integers(0, 2**32))
def test_a_service_that_asks_to_wait_is_given_at_least_that(asked: float, attempt: int, seed: int) -> None:
    again = tell.retry(delivery(created=NOW, attempt=attempt), replace(WAIT, retry_after=asked), NOW, seed)
    if asked > 54 * 3600:
        assert again is None
    else:
        assert again is not None and again >= min(NOW + timedelta(seconds=asked), NOW + timedelta(hours=54))


def test_the_54_hours_begin_when_the_delivery_is_due() -> None:
    held = delivery(created=NOW, due=NOW + timedelta(days=6))
    assert tell.retry(held, WAIT, NOW + timedelta(days=6, hours=1), 1) is not None
