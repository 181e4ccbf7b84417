"""What every channel makes of every reply, run over every volume found on the shelf."""

from __future__ import annotations

import pytest

from monitor.model.delivery import HttpParcel, MailParcel, Outcome, Reply, Verdict
from tests.channels.shelf import SHELF, composed, each_volume


@each_volume
@pytest.mark.parametrize(
    ("reply", "verdict"),
    [
        (Reply(status=500, body="oops"), Verdict.DEFERRED),
        (Reply(status=502, body="<html>bad gateway</html>"), Verdict.DEFERRED),
        (Reply(status=503, headers=(("Retry-After", "120"),)), Verdict.DEFERRED),
        (Reply(failure="dns", detail="no such host"), Verdict.DEFERRED),
        (Reply(failure="refused"), Verdict.DEFERRED),
        (Reply(failure="timeout", unsure=True), Verdict.DEFERRED),
        (Reply(failure="tls"), Verdict.DEFERRED),
        (Reply(failure="fault", unsure=True), Verdict.DEFERRED),
        (Reply(), Verdict.DEFERRED),
    ],
)
def test_passing_trouble_is_tried_again(name: str, reply: Reply, verdict: Verdict) -> None:
    is_final_mail = isinstance(composed(name), MailParcel) and reply.status >= 500
    outcome = SHELF[name].judge(reply)
    assert outcome.verdict == (Verdict.REFUSED if is_final_mail else verdict)
    assert outcome.reason


@each_volume
def test_an_unsure_reply_is_tried_again_with_the_same_key_and_says_so(name: str) -> None:
    outcome = SHELF[name].judge(Reply(failure="timeout", unsure=True))
    assert outcome.verdict == Verdict.DEFERRED
    assert "may have arrived" in outcome.reason


@each_volume
@pytest.mark.parametrize("status", [404, 410, 413, 301, 403, 429])
def test_only_success_is_ever_called_sent(name: str, status: int) -> None:
    outcome = SHELF[name].judge(Reply(status=status, body="no"))
    assert outcome.verdict != Verdict.SENT
    assert outcome.verdict != Verdict.REFUSED or outcome.problem


@pytest.mark.parametrize("name", [name for name in sorted(SHELF) if isinstance(composed(name), HttpParcel)])
def test_a_429_is_deferred_for_as_long_as_asked(name: str) -> None:
    outcome = SHELF[name].judge(Reply(status=429, body="slow down", headers=(("Retry-After", "37"),)))
    assert (outcome.verdict, outcome.retry_after) == (Verdict.DEFERRED, 37.0)


@each_volume
@pytest.mark.parametrize("status", [0, 199, 200, 204, 301, 400, 401, 404, 409, 429, 500, 999])
def test_any_reply_whatever_gets_a_verdict_with_a_reason_on_one_line(name: str, status: int) -> None:
    for body in (
        "",
        "ok",
        "{",
        "[]",
        "null",
        '{"ok": 1}',
        "\x00\n" * 9,
        "[" * 5000,
        '{"retry_after": "x"}',
        '{"ok": true}',
    ):
        headers = (("Retry-After", body[:9]), ("Date", body))
        outcome = SHELF[name].judge(Reply(status=status, body=body, detail=body[:50], headers=headers))
        assert isinstance(outcome, Outcome)
        assert outcome.reason and "\n" not in outcome.reason and len(outcome.reason) < 400
        assert outcome.retry_after is None or outcome.retry_after >= 0
