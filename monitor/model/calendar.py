"""When a channel may speak: digests at a wall-clock time and quiet hours, right across both changes of the clock."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from monitor.model.delivery import ChannelPlan


def next_digest(now: datetime, plan: ChannelPlan) -> datetime:
    """The next digest strictly after `now`, in UTC.

    The time is the wall clock's: 07:30 in London is 07:30 in winter and in summer. A time that the change of the clock
    skips becomes the same moment on the old clock; one that comes twice means the first.
    """
    local = now.astimezone(plan.timezone).date()
    for days in range(9):
        day = local + timedelta(days=days)
        if plan.digest == "weekly" and day.weekday() != plan.digest_day:
            continue
        moment = datetime.combine(day, plan.digest_at, plan.timezone).astimezone(UTC)
        if moment > now:
            return moment
    raise AssertionError("nine days hold every weekday")


def quiet_until(now: datetime, plan: ChannelPlan) -> datetime | None:
    """The end of the quiet hours that `now` falls into, in UTC; None outside of them."""
    if plan.quiet is None or plan.quiet[0] == plan.quiet[1]:
        return None
    begin, end = plan.quiet
    wall = now.astimezone(plan.timezone)
    if not _within(wall.time(), begin, end):
        return None
    day = wall.date() if wall.time() < end else wall.date() + timedelta(days=1)
    moment = datetime.combine(day, end, plan.timezone).astimezone(UTC)
    return moment if moment > now else None


def _within(moment: time, begin: time, end: time) -> bool:
    return begin <= moment < end if begin < end else moment >= begin or moment < end
