"""Mail against a real server on loopback: TLS, login, refusals, broken connections."""

from __future__ import annotations

import pytest

from monitor.channels import email
from monitor.edges.post import PostOptions, SmtpOptions
from monitor.model.delivery import Verdict
from tests.channels import messages
from tests.channels.messages import delivery
from tests.edges.posting import TO, by, mail, posted
from tests.local_web import shut_port
from tests.receivers import MailServer


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
