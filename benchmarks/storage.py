"""What the ledger costs: a row, a poll, a decision, a message; and how that grows up to a million entries.

    python -m benchmarks.storage --json [--entries 1000000] [--url postgresql://…]

Beside it in the same run the limit: bare sqlite3, one transaction, executemany of the same rows. Medians of `ROUNDS`;
times in ms (µs where the name ends in `_us`), sizes in bytes. The database lies on a real disk, so commits cost what they do.
What grows with the entries on record is measured in CPU time, so that a busy machine does not blur the ratio.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from monitor.edges.ledger import SqlLedger, open_ledger
from monitor.model.alert import Alert, AlertKind, Level
from monitor.model.delivery import Delivery, Message, Outcome, Verdict
from monitor.model.judgement import Inspection, Kind, Match, Reading, Resolution
from monitor.model.page import Article
from monitor.model.source import Entry, Feed, FeedState, Poll
from monitor.model.trail import Trail

NOW = datetime(2024, 5, 14, 9, 30, tzinfo=UTC)
FEEDS, LISTED, ROUNDS = 1_000, 35, 7
SENT = Outcome(Verdict.SENT, "200 OK")


def main() -> int:
    """Measure and print; the exit code is 0."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks.storage", description="What the ledger costs.")
    asked.add_argument("--entries", type=int, default=1_000_000)
    asked.add_argument("--url", default="", help="an empty PostgreSQL database; without it SQLite on disk")
    asked.add_argument("--json", action="store_true")
    said = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = {"limit_us": limit(Path(folder))}
        measures: tuple[Callable[[SqlLedger], dict[str, float]], ...] = (costs, partial(growth, said.entries))
        for number, measure in enumerate(measures):
            ledger = open_ledger(said.url or f"sqlite:///{folder}/ledger-{number}.db")
            found |= measure(ledger)
            ledger.close()
    found = {name: round(value, 3) for name, value in found.items()}
    lines = "".join(f"{name:32} {value}\n" for name, value in found.items())
    sys.stdout.write(json.dumps(found) + "\n" if said.json else lines)
    return 0


def costs(ledger: SqlLedger) -> dict[str, float]:
    """What 1,000 feeds with 35,000 entries cost, from an empty ledger on."""
    first = took(lambda: ledger.record_polls(polls(range(LISTED))))
    return {
        "first_poll_ms": first,
        "first_poll_us": first * 1_000 / FEEDS / LISTED,
        "nothing_new_ms": median(lambda at: ledger.record_polls(unchanged(at))),
        "feed_states_ms": median(lambda _: ledger.feed_states()),
        "due_times_ms": median(lambda _: ledger.due_times()),
        "idle_tick_ms": median(lambda _: idle(ledger)),
        **decisions(ledger),
    }


def growth(entries: int, ledger: SqlLedger) -> dict[str, float]:
    """How a poll's cost grows with the entries on record; `poll_growth` is the largest size against the smallest."""
    found: dict[str, float] = {}
    present = ledger.counts()["entries"]
    sizes = [size for size in (10_000, 100_000, 1_000_000) if present < size < entries] + [entries]
    for size in sizes:
        fill(ledger, size)
        found |= at_size(ledger, size)
    return found | {"poll_growth": found[f"poll_ms_at_{entries}"] / found[f"poll_ms_at_{sizes[0]}"]}


def at_size(ledger: SqlLedger, size: int) -> dict[str, float]:
    """A poll of one feed with one new entry among `LISTED`, the same for 1,000 feeds, and room, at a size."""
    rounds = iter(range(10**6, 10**7))

    def one(_: int) -> None:
        ledger.record_polls(polls([*range(1, LISTED), next(rounds)], feeds=range(1)))

    listed = polls(range(LISTED), feeds=range(50))
    known = median(lambda _: ledger.record_polls(listed), 9, time.process_time)
    return {
        f"poll_ms_at_{size}": median(one, 41, time.process_time),
        f"known_row_us_at_{size}": known * 1_000 / 50 / LISTED,
        f"counts_ms_at_{size}": median(lambda _: ledger.counts()),
        f"bytes_per_1000_at_{size}": room(ledger) / size * 1_000,
    }


def decisions(ledger: SqlLedger) -> dict[str, float]:
    """Fifty entries taken, decided, told and settled, one by one as the pipeline does."""
    taken = ledger.take_entries(NOW, 50, 60)
    record = [took(lambda e=e, n=n: decide(ledger, e, n)) for n, e in enumerate(taken)]  # type: ignore[misc]
    took_out = took(lambda: ledger.take_deliveries(NOW, 1, 60))
    sending = ledger.take_deliveries(NOW, 50, 60)
    settle = [took(lambda d=d: ledger.settle(d, SENT, NOW, None)) for d in sending]  # type: ignore[misc]
    return {
        "record_ms": statistics.median(record),
        "take_delivery_ms": took_out,
        "settle_ms": statistics.median(settle),
    }


def decide(ledger: SqlLedger, entry: Entry, number: int) -> None:
    """Records one new judgement with its alert and two deliveries."""
    known = inspection(f"Place {number}")
    event = f"{known.key}/overall"
    alert = Alert(
        *(event, AlertKind.FIRST, event, known.key, known.authority, "E1", known.framework, "overall", "inadequate"),
        *(Level.CRITICAL, known.grades, known.published, entry.url, "reported", "newly inadequate"),
    )
    message = Message("A council: inadequate", "It is inadequate.", "critical", "first")
    sent = tuple(Delivery(0, f"{event}@{name}", event, name, message, NOW) for name in ("newsroom", "duty"))
    reading = Reading(True, Kind.FULL_INSPECTION, "a council and a grade", authorities=(known.authority,))
    article = Article(entry.url, entry.url, entry.title, "A paragraph of some length. " * 120, published=NOW)
    met = Resolution(Match.NEW, "nothing on record", known, (), known.grades)
    trail = Trail(entry, "read", "a new judgement", article, reading, (met,), (alert,), sent)
    ledger.record(entry, [known.authority], lambda _: trail, NOW)


def inspection(authority: str) -> Inspection:
    """An inspection of an authority with five grades."""
    day = NOW.date()
    areas = ("overall", "leaders", "help_and_protection", "in_care", "care_leavers")
    key = f"{authority.lower()}/ilacs/{day}"
    grades = tuple((area, "inadequate") for area in areas)
    return Inspection(
        key, authority, "ilacs-2023", "ilacs", day, day, day, grades, "press", sources=(f"https://{key}",)
    )


def polls(items: Sequence[int], feeds: Sequence[int] = range(FEEDS)) -> list[Poll]:
    """One poll a feed, each listing these items."""
    return [replace(unchanged_one(feed), entries=tuple(entry(feed, item) for item in items)) for feed in feeds]


def unchanged(at: int) -> list[Poll]:
    """A poll of every feed that brought nothing new."""
    return [unchanged_one(feed, at) for feed in range(FEEDS)]


def unchanged_one(number: int, at: int = 0) -> Poll:
    """A poll of one feed that brought nothing new."""
    feed = Feed(
        f"paper-{number % 50}/area-{number}", f"paper-{number % 50}", "Area", f"https://paper.example/{number}", 900
    )
    now = NOW + timedelta(minutes=at)
    state = FeedState(feed.key, etag='"abc"', polled=now, read=now, due=now + timedelta(minutes=15))
    return Poll(feed, state, (), (), "unchanged", now)


def entry(feed: int, item: int) -> Entry:
    """An entry as a paper lists it."""
    source, url = f"paper-{feed % 50}", f"https://paper-{feed % 50}.example/news/articles/{feed:05}x{item:09}"
    summary = "What happened in the town on the day before, told in a sentence or two for whoever follows the feed."
    return Entry(url, f"{source}/area-{feed}", source, url, f"Something happened in the town {item}", summary, NOW)


def fill(ledger: SqlLedger, size: int) -> None:
    """Adds entries seen and done with until there are `size`."""
    at = ledger.counts()["entries"]
    while at < size:
        step = min(50, max(1, (size - at) // FEEDS))
        items, feeds = range(2 * 10**7 + at, 2 * 10**7 + at + step), range(min(FEEDS, size - at))
        done = [
            replace(one, entries=tuple(replace(e, skip="about football") for e in one.entries))
            for one in polls(items, feeds)
        ]
        at += len(ledger.record_polls(done))


def idle(ledger: SqlLedger) -> None:
    """What the service asks every second when there is nothing to do."""
    before = NOW - timedelta(days=1)
    ledger.take_entries(before, 100, 60)
    ledger.take_deliveries(before, 100, 60)


def room(ledger: SqlLedger) -> int:
    """Bytes of the database."""
    query = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
    with ledger.store.reading() as connection:
        if not ledger.store.is_sqlite:
            query = "SELECT pg_database_size(current_database())"
        return int(connection.exec_driver_sql(query).scalar_one())


def limit(folder: Path) -> float:
    """Microseconds a row for bare sqlite3: the same columns and index, one transaction."""
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode=WAL")
    bare.execute(
        "CREATE TABLE entries (number INTEGER PRIMARY KEY, mark BLOB UNIQUE, source, url, title, summary, seen)"
    )
    rows = [
        (one.identity.encode()[-16:], one.source, one.url, one.title, one.summary, 1) for one in _entries(range(LISTED))
    ]

    def insert() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.executemany(
            "INSERT OR IGNORE INTO entries (mark, source, url, title, summary, seen) VALUES (?,?,?,?,?,?)", rows
        )
        bare.execute("COMMIT")

    return took(insert) * 1_000 / len(rows)


def _entries(items: Sequence[int]) -> Iterator[Entry]:
    return (entry(feed, item) for feed in range(FEEDS) for item in items)


def took(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Milliseconds by a clock."""
    begun = clock()
    work()
    return (clock() - begun) * 1_000


def median(
    work: Callable[[int], object], rounds: int = ROUNDS, clock: Callable[[], float] = time.perf_counter
) -> float:
    """The median of several rounds, in milliseconds; `work` is told which round it is, from 1."""
    return statistics.median(took(partial(work, at), clock) for at in range(1, rounds + 1))


if __name__ == "__main__":
    raise SystemExit(main())
