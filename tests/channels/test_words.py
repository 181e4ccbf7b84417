"""What all channels share: Retry-After, links, cutting, plain text, the options of every channel."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from monitor.channels._options import ChannelOptions, plan
from monitor.channels._replies import retry_after
from monitor.channels._words import cut_bytes, cut_units, is_web, one_line, plain
from monitor.model.delivery import Reply
from tests.channels import messages


@pytest.mark.parametrize(
    ("headers", "wanted"),
    [
        ({"Retry-After": "30"}, 30.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"Retry-After": "-5"}, 0.0),
        ({"Retry-After": "1e300"}, 7 * 86_400.0),
        ({"Retry-After": "nan"}, None),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "Mon, 04 May 2026 10:00:00 GMT", "Date": "Mon, 04 May 2026 09:58:30 GMT"}, 90.0),
        ({"Retry-After": "Mon, 04 May 2026 10:00:00 GMT"}, None),
        ({}, None),
    ],
)
def test_retry_after_is_read_as_number_or_date(headers: dict[str, str], wanted: float | None) -> None:
    assert retry_after(Reply(status=429, headers=tuple(headers.items()))) == wanted


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("https://example.org/a?b=c&d", True),
        ("javascript:alert(1)", False),
        ("https://example.org/ x", False),
        ('https://example.org/"x', False),
        ("//example.org", False),
        ("", False),
    ],
)
def test_only_web_addresses_become_links(url: str, wanted: bool) -> None:
    assert is_web(url) is wanted


def test_texts_are_cut_between_characters() -> None:
    assert cut_bytes("é" * 10, 9) == "ééé…"
    assert cut_units("🚨" * 10, 5) == "🚨🚨…"
    assert one_line("a\u202eb\x1b[31m c\r\nd") == "a b [31m c d"


def test_plain_text_reads_well() -> None:
    assert plain(messages.USUAL) == (
        "Children’s services in Kent have been judged inadequate overall.\n\n"
        "Overall: inadequate\nBefore: good\n\n"
        "“Leaders did not know.”\n— Example News\n\n"
        "The report:\nhttps://reports.example.org/1.pdf\nThe article:\nhttps://news.example.org/1\n\n"
        "How sure: very likely (97 in 100).\nYou get it because of your rule “National”.\n"
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("timezone", "Europe/Londen"),
        ("quiet_hours", "22-7"),
        ("quiet_hours", "07:00-07:00"),
        ("per_hour", -1),
        ("digest", "hourly"),
    ],
)
def test_a_wrong_option_is_named(key: str, value: object) -> None:
    with pytest.raises(ValidationError, match=key):
        ChannelOptions(**{key: value})  # type: ignore[arg-type]


def test_the_plan_says_when_a_channel_may_speak() -> None:
    made = plan("desk", ChannelOptions(quiet_hours="22:00-07:00", digest="weekly", digest_day="friday"))
    assert made.quiet is not None and made.quiet[0].hour == 22
    assert (made.digest, made.digest_day, str(made.timezone)) == ("weekly", 4, "Europe/London")
