"""The signed links in a message: they ask once more, act by a button, and speak for one thread and one channel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from monitor.edges.ledger.rows import Wanted
from monitor.stages import tell
from monitor.stages.tell.answers import ReaderAnswer, link
from tests.dashboard.conftest import Served

THREAD = "worcestershire/sif/2016-10-24"
SEEN = ReaderAnswer("acknowledge", THREAD, "desk")
QUIET = ReaderAnswer("snooze", THREAD, "desk", 24)


def path(served: Served, answer: ReaderAnswer, age: timedelta = timedelta()) -> str:
    installation = served.installation
    return link(answer, installation.world.clock.now() - age, "", installation.secret)


def deeds(served: Served) -> list[tuple[str, str]]:
    return [(row.who, row.what) for row in served.installation.ledger.audit(Wanted(limit=20))]


def test_following_a_link_changes_nothing_and_its_button_acts(lively: Served) -> None:
    before = deeds(lively)
    asked = lively.client.get(path(lively, SEEN))
    assert asked.status_code == 200 and "Worcestershire" in asked.text and "I have seen it" in asked.text
    assert deeds(lively) == before
    assert "Noted" in lively.client.post(path(lively, SEEN)).text
    assert deeds(lively)[0] == ("a reader of desk", "acknowledge")
    assert {row.acknowledged_by for row in lively.installation.ledger.alerts()} == {"a reader of desk"}


def test_quiet_is_for_the_channel_of_the_link_alone(lively: Served) -> None:
    assert "Hold back what else comes" in lively.client.get(path(lively, QUIET)).text
    assert "24 hours" in lively.client.post(path(lively, QUIET)).text
    rows = lively.installation.ledger.alerts()
    assert {row.snoozed_until for row in rows} == {None}
    assert deeds(lively)[0] == ("a reader of desk", "snooze")


@pytest.mark.parametrize(
    ("mended", "status", "said"),
    [
        (lambda served: path(served, SEEN, timedelta(days=15)), 410, "has expired"),
        (lambda served: path(served, SEEN)[:-3], 404, "was not made here"),
        (lambda served: path(served, ReaderAnswer("acknowledge", "kent/ilacs/2020-01-01", "desk")), 404, "no longer"),
        (lambda served: link(SEEN, served.installation.world.clock.now(), "", "another house"), 404, "not made here"),
    ],
    ids=["old", "cut short", "of nothing we know", "forged"],
)
def test_a_link_that_cannot_be_taken_says_why(
    lively: Served, mended: Callable[[Served], str], status: int, said: str
) -> None:
    for answer in (lively.client.get(mended(lively)), lively.client.post(mended(lively))):
        assert (answer.status_code, said in answer.text) == (status, True)


def test_another_site_cannot_press_the_button(lively: Served) -> None:
    answer = lively.client.post(path(lively, SEEN), headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403


def test_the_link_that_a_message_carries_is_the_one_that_is_taken(lively: Served) -> None:
    alert = lively.installation.ledger.alerts()[-1].alert
    (told, *_) = [row for row in lively.installation.ledger.deliveries() if row.channel == "desk"]
    plans = lively.installation.world.plans
    (delivery, *_) = tell.deliveries((alert,), plans, told.created)
    made = tell.with_answers(delivery, lively.url, lively.installation.secret).message.links[-1]
    assert "Hold back" in lively.client.get(made.url.removeprefix(lively.url)).text
