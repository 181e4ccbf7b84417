"""Real receivers on loopback: a mail server with TLS and login. (Those that answer as web services do: tests/services.py.)

with MailServer(refuse={"gone@example.org": 550}) as server:
    reply = await send_mail(parcel, server.options())
    assert server.letters[0].recipients == ["duty@example.org"]

async with LocalSite({"/hook": as_slack()}) as site: ...
"""

from __future__ import annotations

import asyncio
import datetime as dt
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cache
from ipaddress import ip_address
from pathlib import Path
from tempfile import mkdtemp
from types import TracebackType
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from monitor.edges.post import SmtpOptions

USER, PASSWORD = "monitor", "correct horse battery staple"


@dataclass(frozen=True)
class Letter:
    """One mail as it arrived."""

    sender: str
    recipients: list[str]
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        """The mail, parsed."""
        found = message_from_bytes(self.raw, policy=policy.default)
        assert isinstance(found, EmailMessage)
        return found


@dataclass
class MailServer:
    """A mail server that keeps what it gets. `refuse` gives codes for recipients; `answer` replaces the last answer; `hang_up`
    takes the message and closes without an answer. `security` as in the settings; with `login` a login is asked for."""

    security: str = "none"
    login: bool = False
    refuse: Mapping[str, int] = field(default_factory=dict)
    answer: str = "250 2.0.0 kept"
    hang_up: bool = False
    letters: list[Letter] = field(default_factory=list)
    secured: list[bool] = field(default_factory=list)

    def __enter__(self) -> MailServer:
        context = server_context() if self.security != "none" else None
        settings: dict[str, Any] = {"server_hostname": "mail.example.org", "timeout": 10}
        if self.security == "starttls":
            settings |= {"tls_context": context, "require_starttls": True}
        if self.login:
            settings |= {
                "authenticator": _authenticate,
                "auth_required": True,
                "auth_require_tls": self.security == "starttls",
            }
        implicit = context if self.security == "tls" else None
        self._controller = _FreePort(_Keeper(self), hostname="127.0.0.1", port=0, ssl_context=implicit, **settings)
        self._controller.start()
        self.port = self._controller.port
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._controller.stop()

    def options(self, **more: object) -> SmtpOptions:
        """How the Post reaches it."""
        known: dict[str, Any] = {
            "host": "127.0.0.1",
            "port": self.port,
            "security": self.security,
            "sender": "monitor@example.org",
            "timeout": 5.0,
            "ca_file": str(certificate()[0]) if self.security != "none" else "",
            "username": USER if self.login else "",
            "password": PASSWORD if self.login else "",
        }
        return SmtpOptions(**(known | more))


class _FreePort(Controller):
    """A controller that finds its own port, so that tests may run side by side."""

    def _trigger_server(self) -> None:
        assert isinstance(self.server, asyncio.Server)
        self.port = int(self.server.sockets[0].getsockname()[1])
        super()._trigger_server()  # type: ignore[no-untyped-call]


@dataclass
class _Keeper:
    server: MailServer

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, smtp: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        code = self.server.refuse.get(address)
        if code:
            return f"{code} not now or never: <{address}>"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, smtp: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        content = envelope.content
        assert isinstance(content, bytes)
        if self.server.answer.startswith("2"):
            self.server.letters.append(Letter(envelope.mail_from or "", list(envelope.rcpt_tos), content))
        transport = smtp.transport
        assert isinstance(transport, asyncio.Transport)
        self.server.secured.append(transport.get_extra_info("sslcontext") is not None)
        if self.server.hang_up:
            transport.abort()
        return self.server.answer


def _authenticate(server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: object) -> AuthResult:
    is_known = isinstance(given, LoginPassword) and (given.login, given.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=is_known, handled=is_known)


@cache
def certificate() -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 and localhost that signs itself, and its key; made once a test run."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=2))
        .not_valid_after(now + dt.timedelta(days=30))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    folder = Path(mkdtemp(prefix="monitor-certificate-"))
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    pem, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    (folder / "key.pem").write_bytes(key.private_bytes(pem, form, plain))
    return folder / "cert.pem", folder / "key.pem"


def server_context() -> ssl.SSLContext:
    """TLS with that certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate())
    return context
