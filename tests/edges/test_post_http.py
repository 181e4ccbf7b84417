"""Parcels by HTTP against real services on loopback; apprise too."""

from __future__ import annotations

import json
import logging

import pytest

from monitor.channels import slack, teams, webhook
from monitor.edges.post import PostOptions
from monitor.model.delivery import ApprisePayload, HttpParcel, Verdict
from tests.channels import messages
from tests.channels.messages import delivery
from tests.channels.messages import options as made
from tests.edges.posting import posted
from tests.local_web import LocalSite, drip, shut_port
from tests.local_web import Reply as Answer
from tests.services import KeyedReceiver, as_slack, as_slack_bot, as_teams


async def test_slack_takes_every_message() -> None:
    async with LocalSite({"/hook": as_slack()}) as site:
        options = made(slack.Options, webhook_url=site.url("/hook"))
        for message in messages.ALL.values():
            assert slack.judge(await posted(slack.compose(delivery(message), options))).verdict == Verdict.SENT


async def test_a_slack_bot_keeps_a_thread() -> None:
    async with LocalSite({"/api/chat.postMessage": as_slack_bot()}) as site:
        bot = made(slack.Options, token="xoxb-1", channel="C1", api=site.url("/api"))
        first = slack.judge(await posted(slack.compose(delivery(), bot)))
        parent = delivery(parent="k", parent_receipt=first.receipt)
        assert slack.judge(await posted(slack.compose(parent, bot))).verdict == Verdict.SENT
        assert json.loads(site.requests[1].body)["thread_ts"] == first.receipt == "1700000000.000001"
        for wrong in ({"token": "old"}, {"channel": "C2"}):
            bad = bot.model_copy(update={k: type(getattr(bot, k))(v) for k, v in wrong.items()})
            assert slack.judge(await posted(slack.compose(delivery(), bad))).problem in ("auth", "channel_not_found")


async def test_teams_takes_every_message() -> None:
    async with LocalSite({"/w": as_teams()}) as site:
        options = made(teams.Options, url=site.url("/w"))
        for message in messages.ALL.values():
            assert teams.judge(await posted(teams.compose(delivery(message), options))).verdict == Verdict.SENT


@pytest.mark.parametrize(
    ("answer", "verdict", "wait"),
    [
        (Answer(b"slow down", 429, (("Retry-After", "41"),)), Verdict.DEFERRED, 41.0),
        (Answer(b"oops", 500), Verdict.DEFERRED, None),
        (Answer(b"gone", 410), Verdict.REFUSED, None),
        (Answer(b"", 301, (("Location", "https://example.org/"),)), Verdict.DEFERRED, None),
    ],
)
async def test_what_a_webhook_answers_decides(answer: Answer, verdict: Verdict, wait: float | None) -> None:
    async with LocalSite({"/hook": answer}) as site:
        options = made(webhook.Options, url=site.url("/hook"))
        outcome = webhook.judge(await posted(webhook.compose(delivery(), options)))
        assert (outcome.verdict, outcome.retry_after) == (verdict, wait)
        assert site.paths() == ["/hook"]


async def test_a_redirect_is_not_followed_since_it_would_carry_the_alert_elsewhere() -> None:
    async with LocalSite({"/hook": Answer(b"", 307, (("Location", "/other"),)), "/other": b"ok"}) as site:
        await posted(HttpParcel(site.url("/hook"), b"{}"))
        assert site.paths() == ["/hook"]


async def test_a_receiver_that_honours_the_key_keeps_one_however_often_it_is_tried() -> None:
    receiver = KeyedReceiver()
    async with LocalSite({"/hook": receiver}) as site:
        options = made(webhook.Options, url=site.url("/hook"), secret="s")
        for attempt in range(3):
            await posted(webhook.compose(delivery(attempt=attempt + 1), options))
    assert (receiver.posts, len(receiver.kept)) == (3, 1)


@pytest.mark.parametrize("answer", [Answer(hang_up=True), Answer(b"ok", wait=3.0)])
async def test_no_answer_after_the_body_was_sent_is_unsure(answer: Answer) -> None:
    async with LocalSite({"/hook": answer}) as site:
        reply = await posted(HttpParcel(site.url("/hook"), b"{}"))
        assert reply.unsure and reply.failure in ("broken", "timeout")
        assert len(site.requests) == 1


async def test_a_port_where_nobody_listens_is_sure() -> None:
    reply = await posted(HttpParcel(f"http://127.0.0.1:{shut_port()}/", b"{}"))
    assert (reply.failure, reply.unsure) == ("refused", False)
    assert (await posted(HttpParcel("http://no-such-host.invalid/", b"{}"))).failure == "dns"


@pytest.mark.parametrize("url", ["", "ftp://example.org/", "http://x.example/\n", "example.org"])
async def test_an_address_that_cannot_be_used_is_named(url: str) -> None:
    assert (await posted(HttpParcel(url, b""))).failure == "address"


async def test_a_header_that_cannot_be_sent_is_a_failure_not_an_exception() -> None:
    async with LocalSite({"/": b"ok"}) as site:
        reply = await posted(HttpParcel(site.url("/"), b"", (("X", "a\r\nY: b"),)))
        assert reply.status == 0 and site.requests == []


async def test_an_endless_answer_is_capped_and_its_status_stands() -> None:
    async with LocalSite({"/": Answer(b"x" * 1_000_000)}) as site:
        reply = await posted(HttpParcel(site.url("/"), b""))
    assert reply.status == 200 and len(reply.body) == 64 * 1024
    async with LocalSite({"/": drip()}) as site:
        reply = await posted(HttpParcel(site.url("/"), b""), PostOptions(total_timeout=1.0))
    assert reply.status == 200 or reply.unsure


async def test_secrets_are_cut_out_of_answers_and_kept_out_of_logs(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with LocalSite({"/T0/B0/hush-hush": Answer(b"no route for /T0/B0/hush-hush with tok-123456", 404)}) as site:
        headers = (("Authorization", "Bearer tok-123456"),)
        reply = await posted(HttpParcel(site.url("/T0/B0/hush-hush"), b"", headers))
    assert "hush" not in repr(reply) and "tok-123456" not in repr(reply)
    assert "hush" not in slack.judge(reply).reason
    assert "hush" not in caplog.text and "tok-123456" not in caplog.text


async def test_apprise_reaches_a_service_and_says_when_it_did_not() -> None:
    patient = PostOptions(total_timeout=40.0)
    async with LocalSite({"/hook": b"{}", "/bad": Answer(b"", 500)}) as site:
        address = f"json://127.0.0.1:{site.port}"
        assert (await posted(ApprisePayload(f"{address}/hook", "Title", "Text", "failure"), patient)).status == 200
        assert json.loads(site.requests[0].body)["title"] == "Title"
        assert (await posted(ApprisePayload(f"{address}/bad", "Title", "Text"), patient)).failure == "service"
        assert (await posted(ApprisePayload("nonsense://x", "Title", "Text"), patient)).failure == "address"
