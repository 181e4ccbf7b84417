"""The clock: the machine's, or stopped by MONITOR_NOW."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from monitor.edges.clock import clock_from
from monitor.errors import UsageError


def test_without_the_variable_the_machine_tells_the_time() -> None:
    assert abs(clock_from({}).now() - datetime.now(UTC)) < timedelta(seconds=5)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2017-01-24T09:30:00Z", datetime(2017, 1, 24, 9, 30, tzinfo=UTC)),
        ("2017-06-24T09:30:00+01:00", datetime(2017, 6, 24, 8, 30, tzinfo=UTC)),
        (" 2017-01-24 09:30+00:00 ", datetime(2017, 1, 24, 9, 30, tzinfo=UTC)),
    ],
)
def test_the_variable_stops_the_clock(written: str, moment: datetime) -> None:
    clock = clock_from({"MONITOR_NOW": written})
    assert clock.now() == clock.now() == moment
    assert clock.now().tzinfo is UTC


@pytest.mark.parametrize("written", ["yesterday", "2017-01-24T09:30:00", "2017-01-24", "24/01/2017"])
def test_a_time_that_cannot_be_told_is_refused_with_the_remedy(written: str) -> None:
    with pytest.raises(UsageError, match="MONITOR_NOW"):
        clock_from({"MONITOR_NOW": written})


def test_a_time_at_the_edge_of_the_calendar_is_refused_not_raised() -> None:
    with pytest.raises(UsageError):
        clock_from({"MONITOR_NOW": "0001-01-01T00:00:00+05:00"})
