"""Access: who asks, what they may do, and that a form came from our own page.

On loopback without users the pages are open and everybody is an editor; requests must then name a loopback host, so
that no other site's name can be pointed at them. Elsewhere a person signs in (argon2), a program shows a token
(SHA-256 on record), or a trusted proxy names the user in a header.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from itsdangerous import BadSignature, URLSafeTimedSerializer

from monitor.settings.sections import Dashboard

SESSION, VISIT = "monitor_session", "monitor_visit"
SESSION_SECONDS = 14 * 86_400
TRIES, PERIOD = 5, timedelta(minutes=5)
"""So many failed sign-ins from one address, or for one name, within the period; then they wait."""
_NOBODY = PasswordHasher().hash("nobody has this password")
"""Checked for unknown names, so that the time it takes tells nobody which names exist."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks. `role` reader or editor; `how` open, session, token or proxy."""

    name: str
    role: str
    how: str

    @property
    def may_edit(self) -> bool:
        """Whether they may change anything."""
        return self.role == "editor"


@dataclass(frozen=True, slots=True)
class Asked:
    """What access looks at in a request: the peer's address, headers in lower case, cookies."""

    peer: str
    headers: dict[str, str]
    cookies: dict[str, str]


OPEN = Person("local", "editor", "open")


class Access:
    """The doors of one set of settings. `secret` signs sessions and forms."""

    def __init__(self, settings: Dashboard, secret: str) -> None:
        self._settings = settings
        self._secret = secret.encode()
        self._sessions = URLSafeTimedSerializer(secret, salt="monitor-session")

    @property
    def is_open(self) -> bool:
        """Whether nobody needs to sign in: on loopback without users."""
        return not (self._settings.users or self._settings.proxy_header)

    def person(self, asked: Asked) -> Person | None:
        """Who asks, or None for somebody unknown."""
        if self.is_open:
            return OPEN
        return self._by_proxy(asked) or self._by_token(asked) or self._by_session(asked)

    def why_not_here(self, headers: Mapping[str, str]) -> str:
        """Why a request is not for us, "" when it is: open pages answer to loopback names alone, and to no proxy.

        Another site's name may be pointed at 127.0.0.1, and a proxy would open the pages to everybody it serves.
        """
        if not self.is_open:
            return ""
        if "x-forwarded-for" in headers or "forwarded" in headers:
            return "Behind a proxy these pages need [dashboard.users], or proxy_header with trusted_proxies."
        name = urlsplit(f"//{headers.get('host', '')}").hostname or ""
        if name in ("localhost", "::1") or _is_loopback(name):
            return ""
        return "This name is not served here: open the pages by 127.0.0.1 or localhost."

    def _by_proxy(self, asked: Asked) -> Person | None:
        header = self._settings.proxy_header.lower()
        name = asked.headers.get(header, "").strip()[:200] if header else ""
        if not name or asked.peer not in self._settings.trusted_proxies:
            return None
        user = self._settings.users.get(name)
        return Person(name, user.role if user else "reader", "proxy")

    def _by_token(self, asked: Asked) -> Person | None:
        scheme, _, shown = asked.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "basic":
            shown = _password_of(shown)
        elif scheme.lower() != "bearer":
            return None
        digest = hashlib.sha256(shown.strip().encode()).hexdigest()
        for name, token in self._settings.tokens.items():
            kept = token.token_hash.get_secret_value().strip().lower() if token.token_hash else ""
            if kept and hmac.compare_digest(kept.encode(), digest.encode()):
                return Person(name, "editor" if token.scope == "edit" else "reader", "token")
        return None

    def _by_session(self, asked: Asked) -> Person | None:
        try:
            name, proof = self._sessions.loads(asked.cookies.get(SESSION, ""), max_age=SESSION_SECONDS)
        except (BadSignature, ValueError, TypeError):
            return None
        user = self._settings.users.get(name)
        if user is None or not hmac.compare_digest(str(proof), self._proof(name)):
            return None
        return Person(name, user.role, "session")

    def session(self, name: str) -> str:
        """A signed cookie for somebody who has just signed in."""
        return str(self._sessions.dumps([name, self._proof(name)]))

    def _proof(self, name: str) -> str:
        """Changes with the password, so that a new one ends every session."""
        user = self._settings.users.get(name)
        kept = user.password_hash.get_secret_value() if user and user.password_hash else ""
        return hmac.new(self._secret, f"{name}\n{kept}".encode(), hashlib.sha256).hexdigest()[:24]

    def is_password(self, name: str, password: str) -> bool:
        """Whether the password is right; takes as long for unknown names."""
        user = self._settings.users.get(name)
        kept = user.password_hash.get_secret_value().strip() if user and user.password_hash else ""
        try:
            return PasswordHasher().verify(kept or _NOBODY, password[:1024]) and bool(kept)
        except (Argon2Error, InvalidHashError):
            return False

    def form_token(self, visit: str) -> str:
        """What a form must carry, bound to the visitor's own cookie."""
        return hmac.new(self._secret, b"form\n" + visit.encode(), hashlib.sha256).hexdigest()

    def is_own_form(self, visit: str, token: str) -> bool:
        """Whether a form's token belongs to the visitor's cookie."""
        return bool(visit) and hmac.compare_digest(self.form_token(visit).encode(), token.encode())


class Doorkeeper:
    """Counts failed sign-ins by address and by name; the memory is bounded and forgets after a while."""

    def __init__(self) -> None:
        self._failed: dict[str, list[datetime]] = {}

    def waits(self, keys: tuple[str, ...], now: datetime) -> int:
        """Seconds until another try is taken, 0 for at once."""
        ends = [self._recent(key, now)[0] + PERIOD for key in keys if len(self._recent(key, now)) >= TRIES]
        return max((int((end - now).total_seconds()) + 1 for end in ends), default=0)

    def failed(self, keys: tuple[str, ...], now: datetime) -> None:
        """One more failure."""
        if len(self._failed) > 10_000:
            self._failed = {key: rows for key in self._failed if (rows := self._recent(key, now))}
        for key in keys:
            self._failed[key] = [*self._recent(key, now), now]

    def _recent(self, key: str, now: datetime) -> list[datetime]:
        return [moment for moment in self._failed.get(key, []) if now - moment < PERIOD][-TRIES:]


def is_same_origin(headers: dict[str, str], public_url: str = "") -> bool:
    """Whether a browser that says where a request comes from names us; programs say nothing and pass."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin", "")
    ours = {headers.get("host", "").lower(), urlsplit(public_url).netloc.lower()} - {""}
    return not origin or urlsplit(origin).netloc.lower() in ours


def _is_loopback(name: str) -> bool:
    parts = name.split(".")
    return len(parts) == 4 and parts[0] == "127" and all(part.isdigit() for part in parts)


def _password_of(shown: str) -> str:
    import base64
    import binascii

    try:
        return base64.b64decode(shown, validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""
