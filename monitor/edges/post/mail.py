"""Mail by SMTP: one connection for one message, every recipient's answer told, and what is not known said."""

from __future__ import annotations

import contextlib
import hashlib
import socket
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from email.utils import format_datetime, parseaddr

import aiosmtplib

from monitor.edges.post.options import SmtpOptions
from monitor.model.delivery import MailParcel, Reply

UNFOLDED = SMTP_POLICY.clone(max_line_length=600)
"""Folding a header before its first word, as the library does at 78 columns, gives some readers a leading space."""
AUTH_CODES = (530, 534, 535, 538)


async def send_mail(parcel: MailParcel, options: SmtpOptions) -> Reply:
    """Connect, secure, log in, hand over; the Reply's status is the server's, or 0 with a failure."""
    try:
        letter = written(parcel, options)
    except (ValueError, UnicodeError, IndexError) as fault:
        return Reply(failure="payload", detail=f"cannot be written as a mail: {fault}")
    posting = _Posting(parcel, options)
    try:
        return await posting.run(letter)
    except (aiosmtplib.SMTPException, OSError, ValueError) as trouble:
        return meaning(trouble, posting.handed_over)
    finally:
        await posting.leave()


def written(parcel: MailParcel, options: SmtpOptions) -> bytes:
    """The message as bytes: the same for every try of one Delivery."""
    letter = EmailMessage(policy=SMTP_POLICY)
    letter["From"] = parcel.sender or options.sender
    letter["To"] = ", ".join(parcel.to)
    letter["Subject"] = parcel.subject
    letter["Message-ID"] = parcel.message_id
    if parcel.date is not None:
        letter["Date"] = format_datetime(parcel.date)
    if parcel.in_reply_to:
        letter["In-Reply-To"] = parcel.in_reply_to
        letter["References"] = parcel.in_reply_to
    for name, value in parcel.headers:
        letter[name] = value
    letter.set_content(parcel.text, cte="quoted-printable")
    letter.add_alternative(parcel.html, subtype="html", cte="quoted-printable")
    letter.set_boundary("=_" + hashlib.sha256(parcel.message_id.encode()).hexdigest()[:32])
    return letter.as_bytes(policy=UNFOLDED)


@dataclass
class _Posting:
    """One try: who took it, who refused, and whether the message itself was handed over already."""

    parcel: MailParcel
    options: SmtpOptions
    handed_over: bool = False
    served: list[str] = field(default_factory=list)
    refused: dict[str, tuple[int, str]] = field(default_factory=dict)
    server: aiosmtplib.SMTP | None = None

    async def run(self, letter: bytes) -> Reply:
        server = self.server = self._server()
        await server.connect()
        await server.ehlo()
        if self.options.security == "starttls":
            if not server.supports_extension("starttls"):
                return Reply(failure="tls", detail="the mail server offers no STARTTLS")
            await server.starttls()
        if self.options.username:
            await server.login(self.options.username, self.options.password)
        await server.mail(parseaddr(self.parcel.sender or self.options.sender)[1])
        await self._recipients(server)
        if not self.served:
            return self._reply(*next(iter(self.refused.values()), (250, "nobody was left to send to")))
        self.handed_over = True
        answer = await server.data(letter)
        return self._reply(answer.code, answer.message)

    async def leave(self) -> None:
        if self.server is not None and self.server.is_connected:
            with contextlib.suppress(aiosmtplib.SMTPException, OSError):
                await self.server.quit(timeout=5)
            self.server.close()

    def _server(self) -> aiosmtplib.SMTP:
        context = ssl.create_default_context(cafile=self.options.ca_file or None)
        return aiosmtplib.SMTP(
            hostname=self.options.host,
            port=self.options.port,
            timeout=self.options.timeout,
            use_tls=self.options.security == "tls",
            start_tls=False,
            tls_context=context,
        )

    async def _recipients(self, server: aiosmtplib.SMTP) -> None:
        for recipient in self.parcel.to:
            if recipient in self.parcel.served:
                continue
            try:
                await server.rcpt(recipient)
            except aiosmtplib.SMTPRecipientRefused as refusal:
                self.refused[recipient] = (refusal.code, refusal.message)
            else:
                self.served.append(recipient)

    def _reply(self, status: int, said: str) -> Reply:
        """The Reply; when some wait, their answer is the detail, since that decides what comes next."""
        waiting = tuple(name for name, (code, _) in self.refused.items() if code < 500)
        refused = tuple(name for name, (code, _) in self.refused.items() if code >= 500)
        details = [f"{code} {text}" for code, text in self.refused.values()] or [said]
        return Reply(
            status=status,
            body=_one_line(said),
            detail=_one_line(details[0]),
            refused_recipients=refused,
            waiting_recipients=waiting,
            served_recipients=(*self.parcel.served, *self.served),
        )


def meaning(trouble: Exception, handed_over: bool) -> Reply:
    """What an exception of the mail library says, in stable words."""
    detail = _one_line(str(trouble))
    match trouble:
        case aiosmtplib.SMTPAuthenticationError():
            return Reply(failure="auth", detail=detail)
        case aiosmtplib.SMTPConnectResponseError() | aiosmtplib.SMTPHeloError():
            return Reply(failure="refused", detail=f"the mail server answered {trouble.code}")
        case aiosmtplib.SMTPResponseException():
            is_auth = trouble.code in AUTH_CODES
            said = _one_line(trouble.message)
            return Reply(failure="auth", detail=said) if is_auth else Reply(status=trouble.code, detail=said)
        case aiosmtplib.SMTPNotSupported():
            return Reply(failure="auth", detail=detail)
        case _:
            return Reply(failure=_word(trouble), detail=detail, unsure=handed_over)


def _word(trouble: BaseException) -> str:
    """dns, tls, timeout, refused or broken: by the deepest cause that says it."""
    chain: list[BaseException] = []
    cause: BaseException | None = trouble
    while cause is not None and cause not in chain:
        chain.append(cause)
        cause = cause.__cause__ or cause.__context__
    words: tuple[tuple[type[BaseException], str], ...] = (
        (socket.gaierror, "dns"),
        (ssl.SSLError, "tls"),
        (TimeoutError, "timeout"),
        (ConnectionRefusedError, "refused"),
    )
    return next((word for kind, word in words if any(isinstance(link, kind) for link in chain)), "broken")


def _one_line(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:200]
