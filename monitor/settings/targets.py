"""Where a channel sends, in words fit to be shown: never a token, never a password."""

from __future__ import annotations

from urllib.parse import urlsplit

from pydantic import BaseModel, SecretStr

_TELLING = ("to", "webhook_url", "url", "urls", "channel", "path")


def target_of(options: BaseModel) -> str:
    """The first option that says where to: "duty@example.org", "https://hooks.example.org/…", "var/alerts.jsonl"."""
    for name in _TELLING:
        value = getattr(options, name, None)
        if value:
            return ", ".join(shown(one) for one in (value if isinstance(value, list | tuple) else (value,)))
    return "standard output"


def shown(value: object) -> str:
    """One value: an address keeps its host alone, a secret that is none shows nothing."""
    text = value.get_secret_value() if isinstance(value, SecretStr) else str(value)
    if "://" in text:
        return _host_of(text)
    return "…" if isinstance(value, SecretStr) else text


def _host_of(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return "…"
    is_web = parts.scheme in ("http", "https")
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/…" if is_web else f"{parts.scheme}://…"
