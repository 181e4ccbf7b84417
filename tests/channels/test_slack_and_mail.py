"""Slack and mail: their words, their limits, their threads."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from monitor.channels import email, slack
from monitor.channels._slack_blocks import fit
from monitor.model.delivery import Reply, Verdict
from tests.channels import messages
from tests.channels.messages import content, delivery
from tests.channels.messages import options as made
from tests.services import slack_fault

HOOK = made(slack.Options, webhook_url="https://hooks.example.org/T/B/x")
BOT = made(slack.Options, token="xoxb-1", channel="C1")


@pytest.mark.parametrize("kind", sorted(messages.ALL))
def test_slack_posts_stay_within_slacks_limits(kind: str) -> None:
    assert slack_fault(slack.compose(delivery(messages.ALL[kind]), HOOK).body) == ""


def test_slack_text_is_escaped_and_never_cut_within_an_escape() -> None:
    text = json.dumps(content(slack.compose(delivery(messages.HOSTILE), HOOK))["blocks"], ensure_ascii=False)
    assert "<!channel>" not in text and "&lt;!channel&gt;" in text
    assert "<https://example.org/ok?a=1&amp;b=2|Fine>" in text
    for limit in range(1, 60):
        safe = fit("a & b <c> & d & e <f> && <<>> the end of it all", limit)
        assert len(safe) <= limit
        assert safe.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "").count("&") == 0


def test_a_slack_bot_answers_in_the_thread_of_the_first_alert() -> None:
    first = content(slack.compose(delivery(), BOT))
    assert "thread_ts" not in first
    follow_up = slack.compose(delivery(parent="abc", parent_receipt="1700000000.000001"), BOT)
    assert content(follow_up)["thread_ts"] == "1700000000.000001"
    assert dict(follow_up.headers)["Authorization"] == "Bearer xoxb-1"
    assert "thread_ts" not in content(slack.compose(delivery(parent="abc", parent_receipt="1.2"), HOOK))


@pytest.mark.parametrize(
    "options",
    [{}, {"webhook_url": "https://x.example", "token": "t", "channel": "c"}, {"token": "t"}, {"channel": "c"}],
)
def test_slack_wants_a_webhook_or_a_bot_and_says_so(options: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="either webhook_url, or token and channel"):
        slack.Options(**options)


S, D, R = Verdict.SENT, Verdict.DEFERRED, Verdict.REFUSED


@pytest.mark.parametrize(
    ("status", "body", "verdict", "problem"),
    [
        (200, "ok", S, ""),
        (200, "ok\n", S, ""),
        (200, "<html>sign in to the wireless network</html>", D, "answer"),
        (200, "", D, "answer"),
        (400, "invalid_payload", R, "invalid_payload"),
        (403, "action_prohibited", R, "action_prohibited"),
        (404, "channel_not_found", R, "channel_not_found"),
        (404, "no_service", R, "no_service"),
        (410, "channel_is_archived", R, "channel_is_archived"),
        (500, "rollup_error", D, ""),
        (403, "<html>proxy</html>", D, "auth"),
        (200, '{"ok": true, "ts": "1.2"}', S, ""),
        (200, '{"ok": false, "error": "channel_not_found"}', R, "channel_not_found"),
        (200, '{"ok": false, "error": "is_archived"}', R, "is_archived"),
        (200, '{"ok": false, "error": "msg_too_long"}', R, "msg_too_long"),
        (200, '{"ok": false, "error": "ratelimited"}', D, ""),
        (200, '{"ok": false, "error": "internal_error"}', D, ""),
        (200, '{"ok": false, "error": "token_revoked"}', D, "auth"),
        (200, '{"ok": false}', D, "answer"),
    ],
)
def test_slacks_words_are_understood(status: int, body: str, verdict: Verdict, problem: str) -> None:
    outcome = slack.judge(Reply(status=status, body=body))
    assert (outcome.verdict, outcome.problem) == (verdict, problem)


def test_slacks_timestamp_is_the_receipt() -> None:
    assert slack.judge(Reply(status=200, body='{"ok": true, "ts": "17.5"}')).receipt == "17.5"


@pytest.mark.parametrize(
    ("reply", "verdict", "problem"),
    [
        (Reply(status=250, served_recipients=("a@x.org",)), S, ""),
        (Reply(status=250, served_recipients=("a@x.org",), refused_recipients=("b@x.org",)), S, "recipients"),
        (Reply(status=550, refused_recipients=("a@x.org",)), R, "mail-refused"),
        (Reply(status=554, detail="message refused as spam"), R, "mail-refused"),
        (Reply(status=450, waiting_recipients=("a@x.org",)), D, ""),
        (Reply(status=250, served_recipients=("a@x.org",), waiting_recipients=("b@x.org",)), D, ""),
        (Reply(status=550, served_recipients=("a@x.org",), refused_recipients=("b@x.org",)), S, "recipients"),
        (Reply(status=451), D, ""),
        (Reply(status=421), D, ""),
        (Reply(status=530), D, "auth"),
        (Reply(failure="auth", detail="535 no"), D, "auth"),
        (Reply(failure="tls"), D, ""),
        (Reply(failure="broken", unsure=True), D, ""),
    ],
)
def test_what_mail_servers_answer_is_understood(reply: Reply, verdict: Verdict, problem: str) -> None:
    outcome = email.judge(reply)
    assert (outcome.verdict, outcome.problem) == (verdict, problem)


def test_a_slack_bot_can_ask_whether_an_earlier_try_arrived() -> None:
    question = slack.lookup(delivery(attempt=2), BOT)
    assert question is not None and question.method == "GET"
    assert "/conversations.history?channel=C1&oldest=" in question.url and "include_all_metadata=true" in question.url
    threaded = slack.lookup(delivery(parent="k", parent_receipt="17.5"), BOT)
    assert threaded is not None and "conversations.replies" in threaded.url and "ts=17.5" in threaded.url
    assert slack.lookup(delivery(), HOOK) is None


def test_only_its_own_key_proves_that_it_arrived() -> None:
    mine = content(slack.compose(delivery(), BOT))["metadata"]
    other = content(slack.compose(delivery(key="other"), BOT))["metadata"]
    listed = {"ok": True, "messages": [{"ts": "1.0", "metadata": other}, "x", {"ts": "2.0", "metadata": mine}]}
    seen = slack.found(Reply(status=200, body=json.dumps(listed)), delivery())
    assert seen is not None and (seen.verdict, seen.receipt) == (Verdict.SENT, "2.0")
    for body in (json.dumps({"messages": [{"metadata": other}]}), '{"messages": 5}', "", '{"ok": false}'):
        assert slack.found(Reply(status=200, body=body), delivery()) is None


def test_recipients_already_served_are_remembered_while_others_wait() -> None:
    reply = Reply(status=250, served_recipients=("a@x.org", "b@x.org"), waiting_recipients=("c@x.org",))
    assert email.judge(reply).receipt == "a@x.org b@x.org"


def test_a_mail_follows_the_first_in_its_thread() -> None:
    options = email.Options(to=("duty@example.org",))
    parcel = email.compose(delivery(parent="f" * 32), options)
    assert parcel.in_reply_to == f"<{'f' * 32}@inspection-monitor.invalid>"
    assert email.compose(delivery(), options).in_reply_to == ""


@pytest.mark.parametrize("to", [(), ("nobody",), ("a@b@c d",), ("a@x.org\nBcc: b@x.org",), ("A <a@x.org>",)])
def test_an_address_that_is_none_is_named(to: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError):
        email.Options(to=to)
