"""What a poll costs, and how large the database is, by how much is on record. `python -m benchmarks.growth --json`.

100 polls of 35 entries, one of them new each, are recorded in a ledger that holds 10,000 entries, then 100,000, then (with
--million) 1,000,000. CPU seconds of this process, so that a busy machine does not count.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from monitor.edges.ledger import SqlLedger, open_ledger
from monitor.model.source import Entry, Feed, FeedState, Poll

NOW = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
FEEDS, LISTED, ROUNDS = 100, 35, 7
SUMMARY = (
    "Traders return to their stalls in the spring, the builders say, and the clock above the door will run again. "
)


def feed(number: int) -> Feed:
    """A feed."""
    return Feed(f"post/{number}", "post", f"Feed {number}", f"https://post.example/{number}.xml", 900)


def entry(number: int) -> Entry:
    """An entry of the feed that its number falls to; nobody visits it."""
    url = f"https://post.example/story/{number}"
    return Entry(url, f"post/{number % FEEDS}", "post", url, f"Story {number}", SUMMARY, NOW, skip="of no concern")


def polls(upto: int) -> list[Poll]:
    """A poll of each feed: 34 entries known, one new."""
    made = []
    for key in range(FEEDS):
        last = upto - upto % FEEDS + key
        known = [entry(last - FEEDS * back) for back in range(1, LISTED)]
        made.append(Poll(feed(key), FeedState(f"post/{key}", due=NOW, read=NOW), (entry(last), *known), when=NOW))
    return made


def fill(ledger: SqlLedger, start: int, upto: int) -> None:
    """Put entries on record."""
    for first in range(start, upto, 10_000):
        some = tuple(entry(number) for number in range(first, min(first + 10_000, upto)))
        ledger.record_polls([Poll(feed(0), FeedState("post/0", due=NOW), some, when=NOW)])


def cost(ledger: SqlLedger, upto: int) -> tuple[float, int]:
    """Milliseconds of processor time a poll (median of ROUNDS), and the next free number."""
    rounds = []
    for number in range(ROUNDS):
        some = polls(upto + number * FEEDS)
        begun = time.process_time()
        found = ledger.record_polls(some)
        rounds.append((time.process_time() - begun) * 1000 / FEEDS)
        assert len(found) == FEEDS, len(found)
    return statistics.median(rounds), upto + ROUNDS * FEEDS


def measure(sizes: tuple[int, ...] = (10_000, 100_000)) -> dict[str, float]:
    """By size: milliseconds a poll, bytes an entry; and the ratio of the last to the first."""
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="monitor-growth-") as folder:
        path = Path(folder) / "m.db"
        ledger = open_ledger(f"sqlite:///{path}")
        on_record = 0
        for size in sizes:
            fill(ledger, on_record, size)
            ms, on_record = cost(ledger, size)
            ledger.vacuum()
            found[f"{size}.ms_a_poll"] = round(ms, 3)
            found[f"{size}.bytes_an_entry"] = round(path.stat().st_size / on_record)
            found[f"{size}.due_times_ms"] = round(_times(ledger), 2)
        ledger.close()
    found["ratio"] = round(found[f"{sizes[-1]}.ms_a_poll"] / found[f"{sizes[0]}.ms_a_poll"], 2)
    return found


def _times(ledger: SqlLedger) -> float:
    begun = time.process_time()
    for _ in range(20):
        ledger.due_times()
    return (time.process_time() - begun) * 50


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--million", action="store_true")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    print(json.dumps(measure((10_000, 100_000, 1_000_000) if asked.million else (10_000, 100_000))))


if __name__ == "__main__":
    main()
