"""What goes out by the clock on the wall: the weekly word, digests with their certificate, quiet hours; and what never waits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from monitor.engines import weeks
from tests.faults.rig import DAY, DESK, HOUR, OPS, Rig, rig
from tests.local_web import Reply

LONDON = ZoneInfo("Europe/London")
QUARTER = timedelta(minutes=15)
DIGEST = '[channels.summary]\ntype = "webhook"\nurl = "{origin}/summary"\ndigest = "daily"\n'
QUIET = '[channels.night]\ntype = "webhook"\nurl = "{origin}/night"\nquiet_hours = "22:00-07:00"\n'
LESSER = (
    "Inspectors judged the experiences and progress of care leavers inadequate in Kent. "
    "Overall, Kent County Council's children's services were rated requires improvement to be good by Ofsted."
)


def weekly(town: Rig, path: str = DESK) -> list[tuple[str, datetime]]:
    """(subject, when it was made, by London's clock) of the weekly words."""
    return [
        (str(body["message"]["subject"]), datetime.fromisoformat(str(body["created"])).astimezone(LONDON))
        for where, body in town.heard
        if where == path and body["type"] == "alert.certificate"
    ]


@pytest.mark.parametrize("start", [datetime(2026, 3, 18, 6, 0, tzinfo=UTC), datetime(2026, 10, 14, 6, 0, tzinfo=UTC)])
async def test_every_week_has_its_word_on_monday_morning_in_summer_and_in_winter(
    start: datetime, tmp_path: Path
) -> None:
    async with rig(tmp_path, start=start) as town:
        await town.round()
        assert weekly(town) == [], "the first start tells nothing"
        for _ in range(3):
            await week(town)
        told = weekly(town)
    assert [when.weekday() for _, when in told] == [0, 0, 0]
    assert all(when.strftime("%H:%M") == "07:30" for _, when in told), told
    assert all(subject.startswith("All clear") for subject, _ in told), told


async def test_the_certificate_of_a_week_is_kept_as_it_was_when_the_week_ended(tmp_path: Path) -> None:
    async with rig(tmp_path, start=datetime(2026, 3, 18, 6, 0, tzinfo=UTC)) as town:
        await town.round()
        for number in range(3):
            town.site.routes["/rss.xml"] = Reply(b"", 500) if number == 2 else town.site.routes["/rss.xml"]
            await week(town)
        mondays = [datetime(2026, 3, day, tzinfo=UTC) for day in (16, 23, 30)]
        first, whole, broken = (weeks.kept(town.ledger, monday) for monday in mondays)
    assert first is None, "the service was not there for all of it"
    assert whole is not None and whole["verdict"] == "clear"
    assert broken is not None and broken["verdict"] == "not clear" and broken["reasons"]


async def test_a_week_with_an_alert_needs_no_word_unless_that_may_not_be_all(tmp_path: Path) -> None:
    async with rig(tmp_path) as town:
        await town.settle()
        town.tell("Kent")
        await week(town)
        assert weekly(town) == [] and "Kent" in town.subjects(DESK)[0]
        town.tell("Medway")
        await town.advance(2 * DAY, 6 * HOUR)
        town.site.routes["/rss.xml"] = Reply(b"", 500)
        await week(town)
        ((subject, _),) = weekly(town)
        assert subject.startswith("Not clear") and "beside 1 alert" in subject


async def test_the_weekly_word_names_what_was_not_read(tmp_path: Path) -> None:
    async with rig(tmp_path) as town:
        await town.settle()
        town.site.routes["/rss.xml"] = Reply(b"", 404)
        await week(town)
        ((subject, _),) = weekly(town)
        assert subject.startswith("Not clear: nothing found, but")
        text = next(str(body["message"]["text"]) for path, body in town.heard if path == DESK)
        assert "The Post, News" in text and "http-404" in text


async def test_readers_who_are_operators_too_get_both(tmp_path: Path) -> None:
    async with rig(tmp_path, operator='["desk"]') as town:
        await town.settle()
        town.site.routes["/rss.xml"] = Reply(b"", 404)
        await week(town)
        assert len(weekly(town)) == 1
        assert town.subjects(DESK)[0] == "Trouble: post: http-404"
        assert town.subjects(OPS) == [], "a channel that nobody named hears nothing"


async def test_held_notices_go_out_once_with_the_certificate_and_a_critical_alert_never_waits(tmp_path: Path) -> None:
    async with rig(tmp_path, more=DIGEST, notify='["summary", "desk"]') as town:
        town.site.routes["/summary"] = town.take
        await town.settle()
        town.tell("Kent", "inadequate for care leavers", LESSER)
        await town.advance(HOUR)
        assert len(town.subjects(DESK)) == 1 and town.subjects("/summary") == []
        await town.advance(DAY, QUARTER * 6)
        assert len(town.subjects("/summary")) == 1
        digest = next(body for path, body in town.heard if path == "/summary")
        assert "Coverage: clear" in digest["message"]["text"] and digest["alert"]["certificate"]["verdict"] == "clear"
        town.tell("Medway")
        await town.advance(HOUR)
        assert "Medway" in town.subjects("/summary")[-1]
        await town.advance(2 * DAY, 3 * HOUR)
        assert len(town.subjects("/summary")) == 2


async def test_a_digest_says_when_its_coverage_is_not_clear(tmp_path: Path) -> None:
    async with rig(tmp_path, more=DIGEST, notify='["summary"]') as town:
        town.site.routes["/summary"] = town.take
        await town.settle()
        town.tell("Kent", "inadequate for care leavers", LESSER)
        await town.advance(HOUR)
        town.site.routes["/rss.xml"] = Reply(b"", 500)
        await town.advance(DAY, HOUR)
        (subject,) = town.subjects("/summary")
        assert subject.endswith("coverage not clear")


async def test_in_quiet_hours_only_what_is_critical_is_sent(tmp_path: Path) -> None:
    evening = datetime(2026, 5, 4, 19, 0, tzinfo=UTC)
    async with rig(tmp_path, more=QUIET, notify='["night"]', operator='["night"]', start=evening) as town:
        town.site.routes["/night"] = town.take
        await town.settle()
        town.site.routes["/rss.xml"] = town.paper
        await town.advance(HOUR)
        town.tell("Kent")
        await town.advance(HOUR)
        assert "Kent" in town.subjects("/night")[0]
        town.site.routes["/rss.xml"] = Reply(b"", 500)
        await town.advance(5 * HOUR, HOUR)
        assert len(town.subjects("/night")) == 1, "the operator sleeps too"
        await town.advance(4 * HOUR, HOUR)
        assert town.subjects("/night")[1] == "Trouble: post: http-500"


async def week(town: Rig) -> None:
    """To a quarter of an hour after the next Monday's 07:30 in London, in few steps."""
    wall = town.clock.time.astimezone(LONDON)
    days = (7 - wall.weekday()) % 7 or (7 if wall.hour >= 7 else 0)
    monday = datetime.combine(wall.date() + timedelta(days=days), datetime.min.time(), LONDON)
    due = monday.replace(hour=7, minute=30).astimezone(UTC)
    await town.advance(due - HOUR - town.clock.time, 12 * HOUR)
    await town.advance(due - town.clock.time, QUARTER * 2)
    await town.advance(QUARTER, QUARTER)
