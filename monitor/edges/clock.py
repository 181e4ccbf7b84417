"""The clock: the machine's own, or one that MONITOR_NOW has stopped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from monitor.errors import UsageError
from monitor.ports import Clock

VARIABLE = "MONITOR_NOW"


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present, aware, UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class StoppedClock:
    """A clock that stands at `moment`: tests, demos and replays of a past day."""

    moment: datetime

    def now(self) -> datetime:
        """The same moment for ever, UTC."""
        return self.moment


class RunningClock:
    """A clock that was set to `moment` when it was made and runs on from there: a service replaying a past day."""

    def __init__(self, moment: datetime) -> None:
        self._ahead = moment - datetime.now(UTC)

    def now(self) -> datetime:
        """The moment it was set to and the time since, UTC."""
        return datetime.now(UTC) + self._ahead


def running_clock_from(environ: Mapping[str, str]) -> Clock:
    """Like `clock_from`, for what goes on for long: from MONITOR_NOW the clock runs on, or no feed would ever be due again."""
    clock = clock_from(environ)
    return RunningClock(clock.moment) if isinstance(clock, StoppedClock) else clock


def clock_from(environ: Mapping[str, str]) -> Clock:
    """The clock the environment asks for: MONITOR_NOW (ISO 8601 with a zone) stops it, without one it is the machine's.

    Raises UsageError when MONITOR_NOW cannot be read or has no zone.
    """
    written = environ.get(VARIABLE, "").strip()
    if not written:
        return SystemClock()
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        raise UsageError(f"{VARIABLE} is {written!r}: write a time such as 2017-01-24T09:30:00+00:00") from None
    if moment.utcoffset() is None:
        raise UsageError(f"{VARIABLE} is {written!r}: it lacks a zone; write {written}Z or {written}+01:00")
    try:
        return StoppedClock(moment.astimezone(UTC))
    except OverflowError:
        raise UsageError(f"{VARIABLE} is {written!r}: out of the calendar's range") from None
