"""The Post against real servers on loopback: mail with TLS and login, HTTP, files, the terminal."""

from __future__ import annotations

import asyncio
import io
import json
import logging
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from monitor.channels import email, feed, file, slack, teams, webhook
from monitor.edges.post import PostOptions, RealPost, SmtpOptions
from monitor.model.delivery import ApprisePayload, HttpParcel, LineParcel, MailParcel, Parcel, Reply, Verdict
from tests.channels import messages
from tests.channels.messages import delivery
from tests.channels.messages import options as made
from tests.local_web import LocalSite, drip, shut_port
from tests.local_web import Reply as Answer
from tests.receivers import KeyedReceiver, MailServer, as_slack, as_slack_bot, as_teams

TO = email.Options(to=("duty@example.org", "desk@example.org"))


async def posted(parcel: Parcel, options: PostOptions | None = None) -> Reply:
    post = RealPost(options or PostOptions(connect_timeout=2.0, answer_timeout=1.0, total_timeout=5.0))
    try:
        return await post.send(parcel)
    finally:
        await post.close()


def mail(**more: object) -> MailParcel:
    return replace(email.compose(delivery(), TO), **more)  # type: ignore[arg-type]


def by(server: MailServer, **more: object) -> PostOptions:
    return PostOptions(smtp=server.options(**more), total_timeout=8.0)


@pytest.mark.parametrize("security", ["none", "starttls", "tls"])
async def test_a_mail_arrives_whole_over_every_kind_of_connection(security: str) -> None:
    with MailServer(security=security, login=security == "starttls") as server:
        reply = await posted(mail(), by(server))
    assert email.judge(reply).verdict == Verdict.SENT
    (letter,) = server.letters
    assert server.secured == [security != "none"]
    assert letter.recipients == list(TO.to)
    sent = letter.message
    assert sent["Subject"] == messages.USUAL.subject
    assert sent["Message-ID"] == f"<{delivery().key}@inspection-monitor.invalid>"
    assert sent["Auto-Submitted"] == "auto-generated"
    plain, page = sent.get_body(("plain",)), sent.get_body(("html",))
    assert plain is not None and "Children’s services in Kent" in plain.get_content()
    assert page is not None and "<h1>Kent judged inadequate" in page.get_content()


async def test_every_try_of_a_mail_is_the_same_to_the_byte() -> None:
    with MailServer() as server:
        for _ in range(2):
            await posted(mail(), by(server))
    first, second = server.letters
    assert first.raw == second.raw


async def test_a_wrong_password_waits_for_a_person() -> None:
    with MailServer(security="starttls", login=True) as server:
        reply = await posted(mail(), by(server, password="wrong"))
    assert (reply.failure, reply.unsure) == ("auth", False)
    assert "wrong" not in repr(reply)
    assert server.letters == []


async def test_security_is_never_weakened_when_the_server_offers_none() -> None:
    with MailServer() as server:
        reply = await posted(mail(), by(server, security="starttls"))
    assert reply.failure == "tls"
    assert server.letters == []


async def test_a_certificate_nobody_vouches_for_is_refused() -> None:
    with MailServer(security="tls") as server:
        reply = await posted(mail(), by(server, ca_file=""))
    assert (reply.failure, server.letters) == ("tls", [])


async def test_a_refused_recipient_is_told_and_the_other_gets_it() -> None:
    with MailServer(refuse={"desk@example.org": 550}) as server:
        reply = await posted(mail(), by(server))
    assert reply.refused_recipients == ("desk@example.org",)
    assert [letter.recipients for letter in server.letters] == [["duty@example.org"]]
    assert email.judge(reply).problem == "recipients"


async def test_a_recipient_who_must_wait_is_tried_again_without_the_one_already_served() -> None:
    with MailServer(refuse={"desk@example.org": 450}) as server:
        outcome = email.judge(await posted(mail(), by(server)))
        assert outcome.verdict == Verdict.DEFERRED
        server.refuse = {}
        again = email.compose(delivery(attempt=2, receipt=outcome.receipt), TO)
        last = email.judge(await posted(again, by(server)))
    assert last.verdict == Verdict.SENT
    assert [letter.recipients for letter in server.letters] == [["duty@example.org"], ["desk@example.org"]]
    assert server.letters[1].message["To"] == "duty@example.org, desk@example.org"


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("451 4.3.0 later", Verdict.DEFERRED),
        ("554 5.7.1 spam", Verdict.REFUSED),
        ("421 4.2.1 closing", Verdict.DEFERRED),
    ],
)
async def test_the_servers_last_word_decides(answer: str, verdict: Verdict) -> None:
    with MailServer(answer=answer) as server:
        reply = await posted(mail(), by(server))
    assert email.judge(reply).verdict == verdict


async def test_a_connection_that_breaks_after_the_message_leaves_it_unsure() -> None:
    with MailServer(hang_up=True) as server:
        reply = await posted(mail(), by(server))
    assert reply.unsure and reply.status == 0
    assert len(server.letters) == 1
    assert "same key" in email.judge(reply).reason


@pytest.mark.parametrize(
    ("options", "failure"),
    [({"host": "no-such-host.invalid"}, "dns"), ({"port": 0}, "refused")],
)
async def test_a_server_that_is_not_there_is_named(options: dict[str, object], failure: str) -> None:
    known = {"host": "127.0.0.1", "port": shut_port(), "timeout": 3.0}
    port = options.get("port") or shut_port()
    smtp = SmtpOptions(**(known | options | {"port": port}))  # type: ignore[arg-type]
    reply = await posted(mail(), PostOptions(smtp=smtp))
    assert (reply.failure, reply.unsure) == (failure, False)


async def test_a_header_cannot_be_smuggled_into_a_mail() -> None:
    with MailServer() as server:
        reply = await posted(email.compose(delivery(messages.HOSTILE), TO), by(server))
        broken = await posted(mail(subject="x\r\nBcc: victim@example.org"), by(server))
    assert reply.status == 250 and broken.failure == "payload"
    (letter,) = server.letters
    assert letter.recipients == list(TO.to) and letter.message["Bcc"] is None


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


async def test_the_console_gets_the_text_in_what_it_can_show() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    reply = await posted(LineParcel("-", "Kent’s grade\n"), PostOptions(console=stream))
    stream.seek(0)
    assert (reply.status, stream.read()) == (200, "Kent?s grade\n")


async def test_a_line_is_written_once_even_after_a_crash_in_the_middle_of_writing(tmp_path: Path) -> None:
    path = tmp_path / "new" / "alerts.jsonl"
    parcel = file.compose(delivery(), file.Options(path=str(path)))
    path.parent.mkdir()
    path.write_text(parcel.text[:60])
    for _ in range(2):
        assert (await posted(parcel)).status == 200
    torn, *whole = path.read_text().splitlines()
    assert torn == parcel.text[:60]
    assert [json.loads(line)["key"] for line in whole] == [delivery().key]


async def test_many_writers_of_one_file_never_mix_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "alerts.jsonl"
    parcels = [file.compose(delivery(key=f"{n:032}"), file.Options(path=str(path))) for n in range(20)]
    post = RealPost(PostOptions())
    await asyncio.gather(*(post.send(parcel) for parcel in parcels * 2))
    await post.close()
    assert sorted(json.loads(line)["key"] for line in path.read_text().splitlines()) == [f"{n:032}" for n in range(20)]


async def test_a_file_that_cannot_be_written_is_trouble_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    reply = await posted(LineParcel(str(tmp_path / "file" / "below"), "x\n"))
    assert (reply.failure, reply.unsure) == ("disk", False)


async def test_a_feed_lists_each_alert_once_newest_first_and_keeps_so_many(tmp_path: Path) -> None:
    options = feed.Options(path=str(tmp_path / "alerts"), keep=3, home_page="https://example.org")
    for n in (1, 2, 2, 3, 4):
        assert (await posted(feed.compose(delivery(messages.HOSTILE, key=f"{n:032}"), options))).status == 200
    listed = json.loads((tmp_path / "alerts.json").read_text())["items"]
    assert [int(item["id"]) for item in listed] == [4, 3, 2]
    atom = ElementTree.parse(tmp_path / "alerts.atom").getroot()
    assert len(atom.findall("{http://www.w3.org/2005/Atom}entry")) == 3


async def test_a_broken_feed_is_set_aside_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "alerts.json").write_text("{half")
    options = feed.Options(path=str(tmp_path / "alerts"))
    assert (await posted(feed.compose(delivery(), options))).status == 200
    assert (tmp_path / "alerts.json.broken").read_text() == "{half"


async def test_apprise_reaches_a_service_and_says_when_it_did_not() -> None:
    async with LocalSite({"/hook": b"{}", "/bad": Answer(b"", 500)}) as site:
        address = f"json://127.0.0.1:{site.port}"
        assert (await posted(ApprisePayload(f"{address}/hook", "Title", "Text", "failure"))).status == 200
        assert json.loads(site.requests[0].body)["title"] == "Title"
        assert (await posted(ApprisePayload(f"{address}/bad", "Title", "Text"))).failure == "service"
        assert (await posted(ApprisePayload("nonsense://x", "Title", "Text"))).failure == "address"
