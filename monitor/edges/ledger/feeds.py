"""Feeds, their polls, and the entries these listed."""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Table, select
from sqlalchemy.dialects import postgresql, sqlite

from monitor.edges.ledger import gaps
from monitor.edges.ledger.columns import micros, moment
from monitor.edges.ledger.problems import note_polls
from monitor.edges.ledger.tables import entries, feed_posts, feeds
from monitor.model.source import Entry, FeedState, Poll

STATE = tuple(column.name for column in feeds.c if column.name not in ("source", "name", "url", "every"))
MAX_POSTS = 200


def upserting(connection: Connection, table: Table) -> Any:  # noqa: ANN401 - either dialect's Insert
    """An INSERT that knows ON CONFLICT, in the database's own dialect."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    return dialect.insert(table)


def load_states(connection: Connection) -> dict[str, FeedState]:
    """Every feed's state by key."""
    posts = {key: _unpacked(packed) for key, packed in connection.execute(select(feed_posts))}
    rows = connection.execute(select(*(feeds.c[name] for name in STATE))).mappings()
    return {row["key"]: FeedState(**row, posts=posts.get(row["key"], ())) for row in rows}


def record_polls(connection: Connection, polls: Sequence[Poll], now: datetime) -> tuple[Entry, ...]:
    """States, gaps, problems and entries of many polls; the entries never seen before, numbered."""
    if not polls:
        return ()
    gaps.note(connection, polls)
    _keep_states(connection, polls)
    note_polls(connection, polls, now)
    return add_entries(connection, [entry for poll in polls for entry in poll.entries], now)


def _keep_states(connection: Connection, polls: Sequence[Poll]) -> None:
    statement = upserting(connection, feeds)
    changed = {column.name: statement.excluded[column.name] for column in feeds.c if column.name != "key"}
    statement = statement.on_conflict_do_update(index_elements=[feeds.c.key], set_=changed)
    connection.execute(statement, [_state_row(poll) for poll in polls])
    packed = [{"key": poll.state.key, "posts": _packed(poll.state.posts)} for poll in polls if poll.entries]
    if packed:
        keep = upserting(connection, feed_posts)
        keep = keep.on_conflict_do_update(index_elements=[feed_posts.c.key], set_={"posts": keep.excluded.posts})
        connection.execute(keep, packed)


def _state_row(poll: Poll) -> dict[str, object]:
    row: dict[str, object] = {name: getattr(poll.state, name) for name in STATE}
    row.update(source=poll.feed.source, name=poll.feed.name, url=poll.feed.url, every=poll.feed.every)
    return row


def _packed(posts: Iterable[datetime]) -> bytes:
    return array("q", [micros(post) for post in posts][-MAX_POSTS:]).tobytes()


def _unpacked(packed: bytes) -> tuple[datetime, ...]:
    numbers = array("q")
    numbers.frombytes(packed)
    return tuple(moment(number) for number in numbers)


def fingerprint(source: str, identity: str) -> bytes:
    """Sixteen bytes that stand for an item of a source: an index a quarter the size of one over addresses."""
    return hashlib.blake2b(f"{source}\n{identity}".encode(), digest_size=16).digest()


def add_entries(connection: Connection, listed: Sequence[Entry], now: datetime) -> tuple[Entry, ...]:
    """Inserts the entries not on record, in one statement; exactly those come back, numbered, in their order."""
    rows = {fingerprint(entry.source, entry.identity): entry for entry in reversed(listed)}
    if not rows:
        return ()
    statement = upserting(connection, entries).on_conflict_do_nothing()
    statement = statement.returning(entries.c.fingerprint, entries.c.number)
    wanted = [_entry_row(print_, entry, now) for print_, entry in reversed(rows.items())]
    numbers = {bytes(row.fingerprint): row.number for row in connection.execute(statement, wanted)}
    return tuple(numbered(entry, numbers[print_], now) for print_, entry in reversed(rows.items()) if print_ in numbers)


def numbered(entry: Entry, number: int, now: datetime) -> Entry:
    """The entry with the ledger's id and the time we first saw it."""
    known = {name: getattr(entry, name) for name in Entry.__slots__}
    return Entry(**{**known, "number": number, "first_seen": entry.first_seen or now})


def _entry_row(print_: bytes, entry: Entry, now: datetime) -> dict[str, object]:
    return {
        "fingerprint": print_,
        "source": entry.source,
        "feed": entry.feed,
        "identity": entry.identity,
        "url": "" if entry.url == entry.identity else entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "body": entry.body,
        "author": entry.author,
        "outlet": entry.outlet,
        "extra": json.dumps(entry.extra, ensure_ascii=False) if entry.extra else "",
        "published": entry.published,
        "updated": entry.updated,
        "first_seen": entry.first_seen or now,
        "due": now,
    }


def entry_of(row: Row[Any]) -> Entry:
    """The Entry in a row of `entries`."""
    got = row._mapping
    return Entry(
        **{name: got[name] for name in ("identity", "feed", "source", "title", "summary", "body", "author", "outlet")},
        **{name: got[name] for name in ("published", "updated", "first_seen", "attempts", "number")},
        url=got["url"] or got["identity"],
        extra=tuple((key, value) for key, value in json.loads(got["extra"])) if got["extra"] else (),
    )


def entry_number(connection: Connection, entry: Entry, now: datetime) -> int:
    """The id of an entry, recorded now if it never was."""
    if entry.number:
        return entry.number
    for added in add_entries(connection, [entry], now):
        return added.number
    print_ = fingerprint(entry.source, entry.identity)
    return int(connection.execute(select(entries.c.number).where(entries.c.fingerprint == print_)).scalar_one())
