"""A webhook of your own: JSON, one Idempotency-Key for every try, signed as the Standard Webhooks specification says."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json

from pydantic import SecretStr

from monitor.channels._options import ChannelOptions, SecretUrl
from monitor.channels._replies import deferred, judge_http
from monitor.channels._words import is_web, plain
from monitor.model.delivery import Delivery, HttpParcel, Outcome, Reply


class Options(ChannelOptions):
    """`url` takes the POST; with `secret` (any text, or whsec_ and base64) it is signed; `token` goes as a bearer token."""

    url: SecretUrl
    secret: SecretStr | None = None
    token: SecretStr | None = None


def compose(delivery: Delivery, options: Options) -> HttpParcel:
    """The same body at every try; only the signature's time differs, so that a receiver can refuse old copies."""
    body = json.dumps(content(delivery), ensure_ascii=False, sort_keys=True).encode()
    moment = str(int((delivery.tried or delivery.created).timestamp()))
    headers = [
        ("Content-Type", "application/json; charset=utf-8"),
        ("Idempotency-Key", delivery.key),
        ("Webhook-Id", delivery.key),
        ("Webhook-Timestamp", moment),
    ]
    if options.secret is not None:
        headers.append(("Webhook-Signature", sign(options.secret.get_secret_value(), delivery.key, moment, body)))
    if options.token is not None:
        headers.append(("Authorization", f"Bearer {options.token.get_secret_value()}"))
    return HttpParcel(options.url.get_secret_value(), body, tuple(headers))


def judge(reply: Reply) -> Outcome:
    """By status; 409 means that the same key is in hand there, so the next try will learn what became of it."""
    if reply.status == 409:
        return deferred("answered 409: the receiver is still busy with this key")
    return judge_http(reply)


def content(delivery: Delivery) -> dict[str, object]:
    """The JSON that receivers read: facts under "alert", words under "message"."""
    message = delivery.message
    return {
        "key": delivery.key,
        "type": f"alert.{message.kind}",
        "created": delivery.created.isoformat(),
        "thread": delivery.parent or delivery.key,
        "alert": dict(message.body),
        "message": {
            "level": message.level,
            "subject": message.subject,
            "lead": message.lead,
            "quote": message.quote,
            "links": [{"label": link.label, "url": link.url} for link in message.links if is_web(link.url)],
            "text": plain(message),
        },
    }


def sign(secret: str, key: str, moment: str, body: bytes) -> str:
    """`v1,` and the base64 of HMAC-SHA256 over "key.moment.body", with the secret's bytes."""
    signed = hmac.new(_secret_bytes(secret), b".".join((key.encode(), moment.encode(), body)), hashlib.sha256)
    return "v1," + base64.b64encode(signed.digest()).decode()


def _secret_bytes(secret: str) -> bytes:
    if not secret.startswith("whsec_"):
        return secret.encode()
    try:
        return base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except binascii.Error:
        return secret.encode()
