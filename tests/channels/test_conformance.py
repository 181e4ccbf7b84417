"""What every channel must keep, run over every volume found on the shelf: a new one needs no edit here.

Options are made from the volume's own declaration: a secret address, a secret word, a text or a list of addresses.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pydantic import BaseModel, SecretStr, ValidationError

import monitor.channels
from monitor.channels._options import ChannelOptions, plan
from monitor.model.delivery import (
    ApprisePayload,
    FeedParcel,
    HttpParcel,
    LineParcel,
    MailParcel,
    Outcome,
    Parcel,
    Reply,
    Verdict,
)
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


def test_the_shelf_holds_the_channels_of_the_plan() -> None:
    wanted = "apprise console discord email feed file ntfy slack teams telegram webhook"
    assert set(wanted.split()) <= set(SHELF)


@each_volume
def test_a_volume_is_under_ninety_lines_and_says_what_it_is_for(name: str) -> None:
    file = Path(SHELF[name].__file__ or "")
    assert file.read_text(encoding="utf-8").count("\n") < 90
    assert SHELF[name].__doc__ and SHELF[name].compose.__doc__ and SHELF[name].judge.__doc__


@each_volume
def test_options_are_frozen_forbid_unknown_keys_and_hold_what_every_channel_has(name: str) -> None:
    options = options_of(SHELF[name])
    assert isinstance(options, ChannelOptions)
    with pytest.raises(ValidationError):
        options.quotes = "none"
    with pytest.raises(ValidationError, match="surprise"):
        SHELF[name].Options(**{**{key: getattr(options, key) for key in type(options).model_fields}, "surprise": 1})
    assert plan(name, options).name == name


@each_volume
@each_message
def test_secrets_are_never_shown(name: str, kind: str) -> None:
    options = options_of(SHELF[name])
    parcel = composed(name, kind)
    shown = f"{options!r} {options} {parcel!r} {parcel} {SHELF[name].judge(Reply(status=500, body='no'))}"
    assert SECRET not in shown


@each_volume
def test_a_wrong_secret_is_not_repeated_in_the_complaint(name: str) -> None:
    shape: type[BaseModel] = SHELF[name].Options
    for field, spec in shape.model_fields.items():
        if "SecretStr" in repr(spec.annotation):
            with pytest.raises(ValidationError) as caught:
                shape(**{field: [SECRET], "surprise": 1})
            assert SECRET not in str(caught.value)


@each_volume
@each_message
def test_every_try_composes_the_same(name: str, kind: str) -> None:
    assert wire(composed(name, kind)) == wire(composed(name, kind, attempt=5))
    later = messages.CREATED + timedelta(hours=30)
    assert wire(composed(name, kind)) == wire(composed(name, kind, attempt=5, tried=later))


@each_volume
def test_the_key_never_changes_between_tries(name: str) -> None:
    first, later = composed(name), composed(name, attempt=3, tried=messages.CREATED + timedelta(hours=2))
    assert _key(first) == _key(later)


def _key(parcel: Parcel) -> str:
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


@each_volume
def test_nothing_in_a_message_can_forge_a_header(name: str) -> None:
    parcel = composed(name, "hostile")
    headers: list[str] = []
    if isinstance(parcel, MailParcel):
        headers = [parcel.subject, parcel.message_id, parcel.in_reply_to, *(v for pair in parcel.headers for v in pair)]
    if isinstance(parcel, HttpParcel):
        headers = [parcel.url, *(value for pair in parcel.headers for value in pair)]
    if isinstance(parcel, ApprisePayload):
        headers = [parcel.title]
    for value in headers:
        assert not any(sign in value for sign in "\r\n\0\x1b\u2028")


@each_volume
def test_no_dangerous_address_becomes_a_link(name: str) -> None:
    text = wire(composed(name, "hostile"))
    for mark in ('href="javascript', '"url": "javascript', "|javascript", "<javascript"):
        assert mark not in text
    assert "\x1b" not in text


@each_volume
@each_message
def test_long_and_empty_messages_still_make_a_parcel(name: str, kind: str) -> None:
    parcel = composed(name, kind)
    if isinstance(parcel, HttpParcel):
        assert json.loads(parcel.body)
    if isinstance(parcel, MailParcel):
        assert parcel.html.startswith("<!doctype html>")
    assert wire(parcel).strip()


@each_volume
def test_a_message_says_its_subject_and_first_sentence_everywhere(name: str) -> None:
    text = wire(composed(name)).replace("\\", "")
    assert "Kent judged inadequate overall" in text
    assert "have been judged inadequate overall" in text


@each_volume
@pytest.mark.parametrize(
    ("reply", "verdict"),
    [
        (Reply(status=500, body="oops"), Verdict.DEFERRED),
        (Reply(status=502, body="<html>bad gateway</html>"), Verdict.DEFERRED),
        (Reply(status=503, headers=(("Retry-After", "120"),)), Verdict.DEFERRED),
        (Reply(failure="dns", detail="no such host"), Verdict.DEFERRED),
        (Reply(failure="refused"), Verdict.DEFERRED),
        (Reply(failure="timeout", unsure=True), Verdict.DEFERRED),
        (Reply(failure="tls"), Verdict.DEFERRED),
        (Reply(failure="fault", unsure=True), Verdict.DEFERRED),
        (Reply(), Verdict.DEFERRED),
    ],
)
def test_passing_trouble_is_tried_again(name: str, reply: Reply, verdict: Verdict) -> None:
    is_final_mail = isinstance(composed(name), MailParcel) and reply.status >= 500
    outcome = SHELF[name].judge(reply)
    assert outcome.verdict == (Verdict.REFUSED if is_final_mail else verdict)
    assert outcome.reason


@each_volume
def test_an_unsure_reply_is_tried_again_with_the_same_key_and_says_so(name: str) -> None:
    outcome = SHELF[name].judge(Reply(failure="timeout", unsure=True))
    assert outcome.verdict == Verdict.DEFERRED
    assert "may have arrived" in outcome.reason


@each_volume
@pytest.mark.parametrize("status", [404, 410, 413, 301, 403, 429])
def test_only_success_is_ever_called_sent(name: str, status: int) -> None:
    outcome = SHELF[name].judge(Reply(status=status, body="no"))
    assert outcome.verdict != Verdict.SENT
    assert outcome.verdict != Verdict.REFUSED or outcome.problem


@pytest.mark.parametrize("name", [name for name in sorted(SHELF) if isinstance(composed(name), HttpParcel)])
def test_a_429_is_deferred_for_as_long_as_asked(name: str) -> None:
    outcome = SHELF[name].judge(Reply(status=429, body="slow down", headers=(("Retry-After", "37"),)))
    assert (outcome.verdict, outcome.retry_after) == (Verdict.DEFERRED, 37.0)


@each_volume
@pytest.mark.parametrize("status", [0, 199, 200, 204, 301, 400, 401, 404, 409, 429, 500, 999])
def test_any_reply_whatever_gets_a_verdict_with_a_reason_on_one_line(name: str, status: int) -> None:
    for body in (
        "",
        "ok",
        "{",
        "[]",
        "null",
        '{"ok": 1}',
        "\x00\n" * 9,
        "[" * 5000,
        '{"retry_after": "x"}',
        '{"ok": true}',
    ):
        headers = (("Retry-After", body[:9]), ("Date", body))
        outcome = SHELF[name].judge(Reply(status=status, body=body, detail=body[:50], headers=headers))
        assert isinstance(outcome, Outcome)
        assert outcome.reason and "\n" not in outcome.reason and len(outcome.reason) < 400
        assert outcome.retry_after is None or outcome.retry_after >= 0


def test_a_new_volume_needs_no_edit_of_another_file() -> None:
    """The plan of the shelf: found by name, checked by offers; the private modules are no volumes."""
    assert all(not name.startswith("_") for name in SHELF)
    listed = Path(monitor.channels.__path__[0])
    assert {file.stem for file in listed.glob("[a-z]*.py")} == set(SHELF)


def test_a_served_recipient_is_left_out_of_the_next_try() -> None:
    parcel = composed("email", receipt="duty@example.org")
    assert isinstance(parcel, MailParcel)
    assert parcel.served == ("duty@example.org",)
    assert replace(parcel, served=()) == composed("email")
