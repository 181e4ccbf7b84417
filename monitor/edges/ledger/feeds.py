"""Feeds, their polls, and the entries these listed."""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select

from monitor.edges.ledger import changed, gaps, locks
from monitor.edges.ledger.bulk import adding, many, replacing
from monitor.edges.ledger.columns import clean, is_clean, micros, moment
from monitor.edges.ledger.problems import note_polls
from monitor.edges.ledger.tables import entries, feed_posts, feeds
from monitor.model.source import Entry, FeedState, Poll

STATE = tuple(column.name for column in feeds.c if column.name not in ("source", "name", "every"))
WRITTEN = tuple(column.name for column in feeds.c)
LISTED = (
    *("fingerprint", "source", "feed", "identity", "url", "title", "summary", "body", "author", "outlet", "extra"),
    *("published", "updated", "first_seen", "due", "visited", "outcome", "why"),
)
STATES = select(*(feeds.c[name] for name in STATE))
POSTS = select(feed_posts)
STATES_OF = STATES.where(feeds.c.key.in_(bindparam("keys", expanding=True)))
POSTS_OF = POSTS.where(feed_posts.c.key.in_(bindparam("keys", expanding=True)))
DUE = select(feeds.c.key, feeds.c.due)
LAST = select(func.max(entries.c.number))
ADDED = select(entries.c.fingerprint, entries.c.number).where(entries.c.number > bindparam("last"))
MAX_POSTS = 200
FIELDS = attrgetter(*Entry.__slots__)
SEEN, NUMBER = Entry.__slots__.index("first_seen"), Entry.__slots__.index("number")

KINDS = dict.fromkeys(("published", "updated", "first_seen", "due", "visited"), "bigint")
TEXT = "text"
AMONG_OTHERS = (
    f"INSERT INTO entries ({', '.join(LISTED)}) SELECT decode(fingerprint, 'hex'), {', '.join(LISTED[1:])}"  # noqa: S608
    f" FROM json_to_recordset(%s::json) AS listed ({', '.join(f'{name} {KINDS.get(name, TEXT)}' for name in LISTED)}, place int)"
    " ORDER BY place ON CONFLICT DO NOTHING RETURNING fingerprint, number"
)
"""All rows as one JSON text: a placeholder for each value costs psycopg ten times what PostgreSQL needs for the row."""


def load_states(connection: Connection, keys: Collection[str] | None = None) -> dict[str, FeedState]:
    """The states of some or all feeds, by key."""
    some, their = (STATES, POSTS) if keys is None else (STATES_OF, POSTS_OF)
    wanted = {} if keys is None else {"keys": list(keys)}
    posts = {key: _unpacked(bytes(packed)) for key, packed in connection.execute(their, wanted)}
    rows = connection.execute(some, wanted).all()
    return {row[0]: FeedState(**dict(zip(STATE, row, strict=True)), posts=posts.get(row[0], ())) for row in rows}


def due_times(connection: Connection) -> dict[str, datetime | None]:
    """When each feed is due, by key: all that choosing whom to ask needs, a tenth of the states' price."""
    return {row.key: row.due for row in connection.execute(DUE)}


def record_polls(connection: Connection, polls: Sequence[Poll], now: datetime) -> tuple[Entry, ...]:
    """States, gaps, problems and entries of many polls; the entries never seen before, numbered."""
    if not polls:
        return ()
    locks.hold(connection, locks.LISTERS, {poll.feed.source for poll in polls})
    gaps.note(connection, polls)
    note_polls(connection, polls, now)
    _keep_states(connection, polls)
    return add_entries(connection, [entry for poll in polls for entry in poll.entries], now)


def _keep_states(connection: Connection, polls: Sequence[Poll]) -> None:
    many(connection, replacing(connection, feeds, ("key",)), WRITTEN, [_state_row(poll) for poll in polls])
    posts = [(poll.state.key, _packed(poll.state.posts)) for poll in polls if poll.entries]
    many(connection, replacing(connection, feed_posts, ("key",)), ("key", "posts"), posts)


def _state_row(poll: Poll) -> tuple[object, ...]:
    feed, state = poll.feed, poll.state
    times = (state.polled, state.read, state.changed, state.audited, state.due)
    return (
        *(
            state.key,
            feed.source,
            feed.name,
            state.url or feed.url,
            feed.every,
            clean(state.etag),
            clean(state.last_modified),
            state.body_hash,
        ),
        *(time and micros(time) for time in times),
        *(state.failures, clean(state.last_problem), clean(state.moved_to), state.moved_times),
        *(state.gone and micros(state.gone), state.entries_last),
    )


def _packed(posts: Iterable[datetime]) -> bytes:
    return array("q", [micros(post) for post in posts][-MAX_POSTS:]).tobytes()


@lru_cache(maxsize=4096)
def _unpacked(packed: bytes) -> tuple[datetime, ...]:
    numbers = array("q")
    numbers.frombytes(packed)
    return tuple(moment(number) for number in numbers)


def fingerprint(source: str, identity: str) -> bytes:
    """Sixteen bytes that stand for an item of a source: an index a quarter the size of one over addresses."""
    return hashlib.blake2b(f"{source}\n{identity}".encode(errors="surrogatepass"), digest_size=16).digest()


def add_entries(connection: Connection, listed: Sequence[Entry], now: datetime) -> tuple[Entry, ...]:
    """Inserts the entries not on record, many at once; exactly those come back, numbered, in the order listed."""
    first: dict[bytes, Entry] = {}
    for entry in listed:
        first.setdefault(fingerprint(entry.source, entry.identity), entry)
    if not first:
        return ()
    insert = _insert_alone if connection.dialect.name == "sqlite" else _insert_among_others
    numbers = insert(connection, [_entry_row(mark, entry, now) for mark, entry in first.items()])
    changed.offer_again(connection, {mark: entry for mark, entry in first.items() if mark not in numbers}, now)
    return tuple(numbered(entry, numbers[mark], now) for mark, entry in first.items() if mark in numbers)


def _insert_alone(connection: Connection, rows: Sequence[tuple[Any, ...]]) -> dict[bytes, int]:
    # We hold SQLite's one write lock: what is numbered above the present last is what we add.
    last = connection.execute(LAST).scalar() or 0
    many(connection, adding(connection, entries), LISTED, rows)
    return {bytes(mark): number for mark, number in connection.execute(ADDED, {"last": last}).all()}


def _insert_among_others(connection: Connection, rows: Sequence[tuple[Any, ...]]) -> dict[bytes, int]:
    listed = [dict(zip(LISTED, (row[0].hex(), *row[1:]), strict=True), place=at) for at, row in enumerate(rows)]
    whole = (json.dumps(listed, ensure_ascii=False),)
    return {bytes(mark): number for mark, number in connection.exec_driver_sql(AMONG_OTHERS, whole).all()}


def numbered(entry: Entry, number: int, now: datetime) -> Entry:
    """The entry with the ledger's id and the time we first saw it."""
    values = list(FIELDS(entry))
    values[SEEN], values[NUMBER] = entry.first_seen or now, number
    return Entry(*values)


def _entry_row(mark: bytes, entry: Entry, now: datetime) -> tuple[Any, ...]:
    url = "" if entry.url == entry.identity else entry.url
    extra = json.dumps(entry.extra, ensure_ascii=False) if entry.extra else ""
    seen, at = micros(entry.first_seen or now), micros(now)
    what_next = (None, at, "skipped", entry.skip) if entry.skip else (at, None, "", "")
    body = "" if entry.skip else entry.body
    words: tuple[str, ...] = (
        entry.source,
        entry.feed,
        entry.identity,
        url,
        entry.title,
        entry.summary,
        body,
        entry.author,
        entry.outlet,
        extra,
    )
    if not is_clean("".join(words)):
        words = tuple(map(clean, words))
    times = (entry.published and micros(entry.published), entry.updated and micros(entry.updated), seen)
    return (mark, *words, *times, *what_next)


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
