"""What is particular to each service: its words, its limits, its threads, its signature."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from monitor.channels import discord, email, feed, file, ntfy, slack, teams, telegram, webhook
from monitor.channels._options import ChannelOptions, plan
from monitor.channels._replies import retry_after
from monitor.channels._slack_blocks import fit
from monitor.channels._words import cut_bytes, cut_units, is_web, one_line, plain
from monitor.model.delivery import HttpParcel, Outcome, Reply, Verdict
from tests.channels import messages
from tests.channels.messages import delivery
from tests.channels.messages import options as made
from tests.receivers import slack_fault

HOOK = made(slack.Options, webhook_url="https://hooks.example.org/T/B/x")
BOT = made(slack.Options, token="xoxb-1", channel="C1")
SIGNED = made(webhook.Options, url="https://example.org/hook", secret="top secret")


def content(parcel: HttpParcel) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(parcel.body)
    return found


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


def test_a_webhook_is_signed_so_that_an_old_copy_can_be_refused() -> None:
    tried = messages.CREATED + timedelta(hours=3)
    parcel = webhook.compose(delivery(tried=tried), SIGNED)
    headers = dict(parcel.headers)
    moment = str(int(tried.timestamp()))
    signed = b".".join((headers["Webhook-Id"].encode(), moment.encode(), parcel.body))
    wanted = base64.b64encode(hmac.new(b"top secret", signed, hashlib.sha256).digest()).decode()
    assert headers["Webhook-Timestamp"] == moment
    assert headers["Webhook-Signature"] == f"v1,{wanted}"
    assert headers["Idempotency-Key"] == headers["Webhook-Id"] == delivery().key


def test_a_secret_in_the_standard_form_is_its_bytes() -> None:
    raw = b"sixteen byte key"
    secret = "whsec_" + base64.b64encode(raw).decode()
    assert webhook.sign(secret, "k", "1", b"{}") == webhook.sign(raw.decode(), "k", "1", b"{}")


def test_a_webhook_carries_the_facts_and_the_thread() -> None:
    first, follow_up = webhook.content(delivery()), webhook.content(delivery(parent="first-key"))
    assert first["alert"] == {"authority": "Kent", "grade": "inadequate"}
    assert first["type"] == "alert.first"
    assert (first["thread"], follow_up["thread"]) == (delivery().key, "first-key")


@pytest.mark.parametrize("kind", sorted(messages.ALL))
def test_a_teams_card_stays_under_28_kilobytes(kind: str) -> None:
    options = made(teams.Options, url="https://example.org/w")
    assert len(teams.compose(delivery(messages.ALL[kind]), options).body) <= 28 * 1024


@pytest.mark.parametrize(
    ("status", "body", "verdict"),
    [
        (202, "", S),
        (200, "1", S),
        (200, "Webhook message delivery failed with error: endpoint returned HTTP error 429", D),
        (413, "", R),
        (404, "", R),
        (429, "", D),
    ],
)
def test_teams_answers_are_understood(status: int, body: str, verdict: Verdict) -> None:
    assert teams.judge(Reply(status=status, body=body)).verdict == verdict


@pytest.mark.parametrize("kind", sorted(messages.ALL))
def test_a_discord_embed_keeps_its_limits_and_mentions_nobody(kind: str) -> None:
    options = made(discord.Options, url="https://example.org/w?thread_id=1")
    parcel = discord.compose(delivery(messages.ALL[kind]), options)
    post = content(parcel)
    embed = post["embeds"][0]
    lengths = [len(embed["title"]), len(embed["description"]), len(embed["footer"]["text"])]
    lengths += [len(fact["name"]) + len(fact["value"]) for fact in embed["fields"]]
    assert post["allowed_mentions"] == {"parse": []}
    assert sum(lengths) <= 6000 and len(embed["fields"]) <= 25
    assert all(len(fact["name"]) <= 256 and len(fact["value"]) <= 1024 for fact in embed["fields"])
    assert parcel.url.endswith("thread_id=1&wait=true")


@pytest.mark.parametrize(
    ("status", "body", "wanted"),
    [
        (200, '{"id": "99"}', Outcome(S, "accepted with 200", receipt="99")),
        (204, "", Outcome(S, "accepted with 204")),
        (429, '{"retry_after": 0.75}', Outcome(D, "Discord asks to send less often", retry_after=0.75)),
    ],
)
def test_discords_answers_are_understood(status: int, body: str, wanted: Outcome) -> None:
    assert discord.judge(Reply(status=status, body=body)) == wanted


def test_a_deleted_discord_webhook_is_refused() -> None:
    assert discord.judge(Reply(status=404, body='{"code": 10015}')).problem == "no-such-hook"


@pytest.mark.parametrize(
    ("status", "body", "verdict", "problem"),
    [
        (200, '{"ok": true, "result": {"message_id": 5}}', S, ""),
        (200, "<html>", D, "answer"),
        (400, '{"ok": false, "description": "Bad Request: chat not found"}', R, "payload"),
        (401, '{"ok": false}', D, "auth"),
        (403, '{"ok": false, "description": "Forbidden: bot was kicked"}', R, "no-such-chat"),
        (429, '{"ok": false, "parameters": {"retry_after": 9}}', D, ""),
    ],
)
def test_telegrams_answers_are_understood(status: int, body: str, verdict: Verdict, problem: str) -> None:
    outcome = telegram.judge(Reply(status=status, body=body))
    assert (outcome.verdict, outcome.problem) == (verdict, problem)
    assert outcome.retry_after == (9.0 if status == 429 else None)


def test_a_telegram_message_fits_and_answers_the_first() -> None:
    options = made(telegram.Options, token="1:a", chat="-100")
    post = content(telegram.compose(delivery(messages.EMOJI, parent_receipt="17"), options))
    assert len(post["text"].encode("utf-16-le")) // 2 <= 4096
    assert post["reply_parameters"]["message_id"] == 17


def test_ntfy_rings_for_critical_ones_only() -> None:
    options = made(ntfy.Options, topic="t")
    assert content(ntfy.compose(delivery(), options))["priority"] == 5
    assert content(ntfy.compose(delivery(messages.EMPTY), options))["priority"] == 3
    assert len(content(ntfy.compose(delivery(messages.LONG), options))["message"].encode()) <= 4096


def test_a_line_and_a_feed_item_carry_the_key() -> None:
    line = json.loads(file.compose(delivery(), file.Options()).text)
    item = dict(feed.compose(delivery(), feed.Options()).item)
    assert line["key"] == item["id"] == delivery().key
    assert item["url"] == "https://reports.example.org/1.pdf"


@pytest.mark.parametrize(
    ("headers", "wanted"),
    [
        ({"Retry-After": "30"}, 30.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"Retry-After": "-5"}, 0.0),
        ({"Retry-After": "1e300"}, 7 * 86_400.0),
        ({"Retry-After": "nan"}, None),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "Mon, 04 May 2026 10:00:00 GMT", "Date": "Mon, 04 May 2026 09:58:30 GMT"}, 90.0),
        ({"Retry-After": "Mon, 04 May 2026 10:00:00 GMT"}, None),
        ({}, None),
    ],
)
def test_retry_after_is_read_as_number_or_date(headers: dict[str, str], wanted: float | None) -> None:
    assert retry_after(Reply(status=429, headers=tuple(headers.items()))) == wanted


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("https://example.org/a?b=c&d", True),
        ("javascript:alert(1)", False),
        ("https://example.org/ x", False),
        ('https://example.org/"x', False),
        ("//example.org", False),
        ("", False),
    ],
)
def test_only_web_addresses_become_links(url: str, wanted: bool) -> None:
    assert is_web(url) is wanted


def test_texts_are_cut_between_characters() -> None:
    assert cut_bytes("é" * 10, 9) == "ééé…"
    assert cut_units("🚨" * 10, 5) == "🚨🚨…"
    assert one_line("a\u202eb\x1b[31m c\r\nd") == "a b [31m c d"


def test_plain_text_reads_well() -> None:
    assert plain(messages.USUAL) == (
        "Children’s services in Kent have been judged inadequate overall.\n\n"
        "Overall: inadequate\nBefore: good\n\n"
        "“Leaders did not know.”\n— Example News\n\n"
        "The report:\nhttps://reports.example.org/1.pdf\nThe article:\nhttps://news.example.org/1\n\n"
        "How sure: very likely (97 in 100).\nYou get it because of your rule “National”.\n"
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("timezone", "Europe/Londen"),
        ("quiet_hours", "22-7"),
        ("quiet_hours", "07:00-07:00"),
        ("per_hour", -1),
        ("digest", "hourly"),
    ],
)
def test_a_wrong_option_is_named(key: str, value: object) -> None:
    with pytest.raises(ValidationError, match=key):
        ChannelOptions(**{key: value})  # type: ignore[arg-type]


def test_the_plan_says_when_a_channel_may_speak() -> None:
    made = plan("desk", ChannelOptions(quiet_hours="22:00-07:00", digest="weekly", digest_day="friday"))
    assert made.quiet is not None and made.quiet[0].hour == 22
    assert (made.digest, made.digest_day, str(made.timezone)) == ("weekly", 4, "Europe/London")
