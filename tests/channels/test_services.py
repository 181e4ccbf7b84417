"""What is particular to each other service: its words, its limits, its signature."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import timedelta

import pytest

from monitor.channels import discord, feed, file, ntfy, teams, telegram, webhook
from monitor.model.delivery import Outcome, Reply, Verdict
from tests.channels import messages
from tests.channels.messages import content, delivery
from tests.channels.messages import options as made

SIGNED = made(webhook.Options, url="https://example.org/hook", secret="top secret")
S, D, R = Verdict.SENT, Verdict.DEFERRED, Verdict.REFUSED


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
