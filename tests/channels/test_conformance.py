"""What every channel must keep, run over every volume found on the shelf: a new one needs no edit here."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

import monitor.channels
from monitor.channels._options import ChannelOptions, plan
from monitor.model.delivery import ApprisePayload, HttpParcel, MailParcel, Reply
from tests.channels import messages
from tests.channels.shelf import SECRET, SHELF, composed, each_message, each_volume, key_of, options_of, wire


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
    assert key_of(first) == key_of(later)


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
