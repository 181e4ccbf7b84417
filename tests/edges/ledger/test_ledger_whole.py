"""Nothing of a value gets lost on its way through the ledger, whatever fields the model gains."""

from __future__ import annotations

import dataclasses
import types
import typing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.edges.ledger import SqlLedger, codec
from monitor.edges.ledger.columns import micros
from monitor.model.alert import Alert
from monitor.model.delivery import Delivery, Message, Outcome, Verdict
from monitor.model.judgement import Doubt, Inspection, Reading, Resolution
from monitor.model.page import Article
from monitor.model.source import Entry, FeedState, Poll, Problem
from monitor.model.trail import Trail
from tests.edges.ledger.made_up import NOW, alert, article, delivery, entry, feed, inspection, poll, trail


def filled(wanted: Any, at: int = 1) -> Any:  # noqa: ANN401
    """A value of a type with nothing at its default: a field that is forgotten shows."""
    origin, inner = typing.get_origin(wanted), typing.get_args(wanted)
    if origin in (types.UnionType, typing.Union):
        return filled(inner[0], at)
    if origin is tuple:
        return tuple(filled(kind, at) for kind in inner if kind is not Ellipsis)
    if dataclasses.is_dataclass(wanted):
        hints = typing.get_type_hints(wanted)
        return wanted(**{f.name: filled(hints[f.name], n + 2) for n, f in enumerate(dataclasses.fields(wanted))})  # type: ignore[operator]
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return list(wanted)[-1]
    made = {str: f"text {at}", int: at, float: at + 0.5, bool: True, date: date(2020, 1, at), object: f"any {at}"}
    return NOW + timedelta(seconds=at) if wanted is datetime else made[wanted]


@pytest.mark.parametrize("kind", [Alert, Message, Reading, Resolution, Doubt, Inspection, Article, Entry, FeedState])
def test_a_value_written_is_the_value_read(kind: type) -> None:
    whole = filled(kind)
    assert codec.read(kind, codec.write(whole)) == whole
    assert codec.read_all(kind, codec.write((whole, whole))) == (whole, whole)


@given(st.builds(Message, st.text(), st.text(), st.text(), st.text(), items=st.lists(st.text()).map(tuple)))
def test_any_text_survives(message: Message) -> None:
    assert codec.read(Message, codec.write(message)) == message


def test_a_field_of_a_newer_program_is_passed_over() -> None:
    assert codec.read(Message, '{"subject":"a","lead":"b","level":"c","kind":"d","scent":"e"}') == Message(
        "a", "b", "c", "d"
    )


def test_what_cannot_be_kept_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="cannot keep a complex"):
        codec.write(Message("a", "b", "c", "d", body=(("number", 1j),)))
    with pytest.raises(ValueError, match="without a zone"):
        micros(datetime(2024, 5, 14))


def test_every_field_of_a_feed_state_comes_back(ledger: SqlLedger) -> None:
    state = filled(FeedState)
    ledger.record_polls([Poll(feed(), state, (entry(),), (), "read", NOW)])
    assert ledger.feed_states() == {state.key: state}


def test_every_field_of_an_entry_comes_back(ledger: SqlLedger) -> None:
    listed = replace(filled(Entry), extra=(("a", "b"),), skip="")
    ledger.record_polls([poll(listed)])
    (taken,) = ledger.take_entries(NOW, 9, 60)
    assert taken == replace(listed, number=taken.number, attempts=1)


def test_every_field_of_an_inspection_comes_back(ledger: SqlLedger) -> None:
    one = replace(filled(Inspection), alerted="notice", report_url="")
    ledger.seed([one])
    assert ledger.inspections() == (one,)


def test_every_field_of_an_article_its_reading_and_its_resolutions_comes_back(ledger: SqlLedger) -> None:
    listed = entry()
    whole = Trail(listed, "read", "so", filled(Article), filled(Reading), (filled(Resolution),))
    ledger.record(listed, [], lambda _: whole, NOW)
    shown = ledger.article(ledger.articles()[0].number)
    assert shown is not None
    assert (shown.article, shown.reading, shown.resolutions) == (whole.article, whole.reading, whole.resolutions)


def test_every_field_of_a_delivery_comes_back_or_is_the_ledgers_own(ledger: SqlLedger) -> None:
    own = {"number", "attempt", "parent", "parent_receipt", "due", "digest", "tried", "receipt", "members"}
    sent = replace(filled(Delivery), due=None, digest="", members=(), created=datetime(2024, 5, 14, tzinfo=UTC))
    ledger.enqueue([sent], NOW)
    (taken,) = ledger.take_deliveries(NOW, 9, 60)
    changed = {f.name for f in dataclasses.fields(Delivery) if getattr(taken, f.name) != getattr(sent, f.name)}
    assert changed <= own


def test_an_entry_skipped_on_sight_is_never_offered_and_says_why(ledger: SqlLedger) -> None:
    (new,) = ledger.record_polls([poll(replace(entry(), skip="about football", body="long"))])
    assert (new.skip, ledger.take_entries(NOW, 9, 60)) == ("about football", ())
    (row,) = ledger.entries()
    assert (row.outcome, row.why, row.due) == ("skipped", "about football", None)
    assert ledger.record_polls([poll(entry())]) == ()


HOSTILE = "NUL \x00, half a pair \ud83d, an end \udfff"
TAMED = "NUL \ufffd, half a pair \ufffd, an end \ufffd"


def test_text_no_database_can_hold_blocks_nothing(ledger: SqlLedger) -> None:
    bad = Entry(HOSTILE, feed().key, "gazette", HOSTILE, HOSTILE, HOSTILE, body=HOSTILE, extra=((HOSTILE, HOSTILE),))
    trouble = Problem("gazette", HOSTILE, "malformed", HOSTILE)
    state = FeedState(feed().key, etag=HOSTILE, last_modified=HOSTILE, last_problem=HOSTILE, read=NOW)
    polled = Poll(feed(), state, (bad, entry()), (trouble,), "read", NOW)
    assert len(ledger.record_polls([polled])) == 2
    assert ledger.record_polls([polled]) == ()
    first, second = ledger.take_entries(NOW, 9, 60)
    assert (first.title, first.body, second.title) == (TAMED, TAMED, entry().title)
    assert [(row.problem.detail, row.times) for row in ledger.problems()] == [(TAMED, 2)]


def test_text_no_database_can_hold_is_recorded_tamed(ledger: SqlLedger) -> None:
    (new,) = ledger.record_polls([poll(entry())])
    page = replace(article(new), title=HOSTILE, text=HOSTILE, wall_reason=HOSTILE)
    doubt = Doubt("Borsetshire", "inadequate", "overall", HOSTILE, (), (HOSTILE,), HOSTILE)
    told = replace(alert(inspection()), title=HOSTILE, quote=HOSTILE, raised_by=HOSTILE)
    sent = replace(delivery(told), message=Message(HOSTILE, HOSTILE, "critical", "first"))
    whole = replace(
        trail(new, told, inspections=(inspection(sources=(HOSTILE,)),)),
        **{"article": page, "why": HOSTILE, "doubts": (doubt,), "deliveries": (sent,)},  # type: ignore[arg-type]
    )
    ledger.record(new, [], lambda _: whole, NOW)
    (row,) = ledger.entries()
    assert (row.why, ledger.articles()[0].title) == (TAMED, TAMED)
    (taken,) = ledger.take_deliveries(NOW, 9, 60)
    ledger.settle(taken, Outcome(Verdict.REFUSED, HOSTILE, receipt=HOSTILE), NOW, None)
    assert ledger.deliveries()[0].reason == TAMED
