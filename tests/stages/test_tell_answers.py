"""Signed links by which a reader answers an alert."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model.delivery import Delivery
from monitor.stages import tell
from tests.channels.messages import ALERT, CREATED, delivery

URL, SECRET = "https://monitor.example.org/", "a secret of this house"


def alerted() -> Delivery:
    return replace(delivery(), message=tell.message(ALERT))


def tokens() -> list[str]:
    told = tell.with_answers(alerted(), URL, SECRET)
    return [link.url.rpartition("/")[2] for link in told.message.links[-2:]]


def test_a_link_says_which_thread_and_what_answer() -> None:
    seen, quiet = (tell.read_answer(token, SECRET, CREATED) for token in tokens())
    assert (seen.action, seen.thread, seen.channel) == ("acknowledge", "kent/ilacs/2026-03-02", "duty")
    assert (quiet.action, quiet.hours) == ("snooze", 24)


def test_a_link_expires() -> None:
    late = tell.read_answer(tokens()[0], SECRET, CREATED + timedelta(days=15))
    assert (late.action, late.reason) == ("", "this link has expired")


def test_a_link_signed_by_another_house_is_not_taken() -> None:
    assert tell.read_answer(tokens()[0], "another secret", CREATED).action == ""


@settings(deadline=None)
@given(st.text(max_size=80), st.integers(0, 80))
def test_no_forged_or_broken_token_is_taken(text: str, at: int) -> None:
    token = tokens()[0]
    assert tell.read_answer(text, SECRET, CREATED).reason
    assert tell.read_answer(token[:at] + token[at + 1 :], SECRET, CREATED).reason


def test_every_try_carries_the_same_links() -> None:
    assert tokens() == tokens()


def test_without_a_public_address_or_an_alert_that_readers_were_told_of_there_are_none() -> None:
    told = alerted()
    assert tell.with_answers(told, "", SECRET) == told
    assert tell.with_answers(told, URL, "") == told
    assert tell.with_answers(delivery(), URL, SECRET) == delivery()
    check = replace(told, message=replace(told.message, kind="check"))
    assert tell.with_answers(check, URL, SECRET) == check
