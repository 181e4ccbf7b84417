"""The shelf of channels as the conformance suite sees it: every volume, its options filled in, what it composes.

Options are made from the volume's own declaration: a secret address, a secret word, a text or a list of addresses.
"""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any

import pytest
from pydantic import BaseModel, SecretStr, ValidationError

from monitor.model.delivery import ApprisePayload, FeedParcel, HttpParcel, LineParcel, MailParcel, Parcel
from monitor.shelf import volumes
from tests.channels import messages

SHELF = volumes("monitor.channels", ("Options", "compose", "judge"))
SECRET = "s3cr3t-t0k3n-never-shown"
CANDIDATES: tuple[Any, ...] = (
    SecretStr(f"https://hooks.example.org/{SECRET}"),
    SecretStr(f"json://{SECRET}@example.org"),
    SecretStr(SECRET),
    ("duty@example.org", "desk@example.org"),
    "https://example.org",
    "target",
)

each_volume = pytest.mark.parametrize("name", sorted(SHELF))
each_message = pytest.mark.parametrize("kind", sorted(messages.ALL))


def options_of(volume: ModuleType) -> Any:  # noqa: ANN401 - each volume has its own class
    """Options with every required key and every secret filled, found by trying what fits."""
    shape: type[BaseModel] = volume.Options
    secrets = {name for name, spec in shape.model_fields.items() if "SecretStr" in repr(spec.annotation)}
    needed = {name for name, spec in shape.model_fields.items() if spec.is_required()}
    for chosen in (needed | secrets, needed, needed | {"webhook_url"}):
        made = _filled(shape, chosen)
        if made is not None:
            return made
    raise AssertionError(f"no options found for {volume.__name__}")


def _filled(shape: type[BaseModel], names: set[str]) -> BaseModel | None:
    values: dict[str, Any] = {}
    for name in sorted(names):
        for candidate in CANDIDATES:
            try:
                shape(**(values | {name: candidate}))
            except ValidationError as cause:
                if any(error["loc"][:1] == (name,) for error in cause.errors()):
                    continue
            values[name] = candidate
            break
    try:
        return shape(**values)
    except ValidationError:
        return None


def composed(name: str, message: str = "usual", **more: object) -> Parcel:
    volume = SHELF[name]
    parcel = volume.compose(messages.delivery(messages.ALL[message], **more), options_of(volume))
    assert isinstance(parcel, MailParcel | HttpParcel | LineParcel | ApprisePayload | FeedParcel)
    return parcel


def wire(parcel: Parcel) -> str:
    """What goes out, as text, but for the addresses and headers that hold secrets."""
    match parcel:
        case MailParcel():
            return "\n".join((parcel.subject, parcel.text, parcel.html, *(value for _, value in parcel.headers)))
        case HttpParcel():
            return parcel.body.decode()
        case LineParcel():
            return parcel.text
        case FeedParcel():
            return json.dumps(dict(parcel.item), ensure_ascii=False)
        case ApprisePayload():
            return f"{parcel.title}\n{parcel.body}"


def key_of(parcel: Parcel) -> str:
    """What makes two tries one, where the parcel carries it."""
    match parcel:
        case MailParcel():
            return parcel.message_id
        case HttpParcel():
            return dict(parcel.headers).get("Idempotency-Key", "")
        case LineParcel():
            return parcel.key
        case FeedParcel():
            return str(dict(parcel.item)["id"])
        case ApprisePayload():
            return ""
