"""Pages: how long each takes with many articles on record, and whether any of many strange requests makes one fail.

    python -m benchmarks.pages --articles 100000 --requests 10000 --json

`pages` is milliseconds for each page, the median of `--times` calls over loopback HTTP after one to warm up; `slowest` the
worst of them; `failures` the strange requests answered with an error of ours (5xx).
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx2

from monitor.logs import set_up
from tests.dashboard.conftest import Served, serving
from tests.dashboard.seeded import fill, installed
from tests.dashboard.strangers import strange

PAGES = (
    "/", "/map", "/map?on=2015-05-05", "/authorities", "/authorities/worcestershire", "/authorities/kent", "/articles",
    "/articles?only=all", "/articles?q=council&only=all", "/articles?authority=kent", "/articles/1", "/articles/50000",
    "/read", "/watchlist", "/watchlist?years=10", "/sources", "/sources/paper", "/deliveries", "/coverage", "/audit",
    "/api/v1/judgements", "/api/v1/alerts", "/api/v1/articles?limit=50", "/api/v1/authorities", "/api/v1/sources",
    "/api/v1/deliveries", "/feeds/judgements.atom", "/feeds/alerts.atom", "/feeds/windows.ics", "/metrics",
)  # fmt: skip
COPIED = {
    "articles": {
        "number": "LAST + n",
        "canonical": "canonical || n",
        "url": "url || n",
        "title": "'Council story ' || n",
        "relevant": "n % 10 = 0",
    },
    "entries": {
        "number": "(SELECT max(number) FROM entries) + n",
        "fingerprint": "randomblob(16)",
        "identity": "identity || n",
        "article": "LAST + n",
    },
}
"""What differs from copy to copy, by table."""


def multiplied(file: Path, count: int) -> None:
    """`count` copies of an article that went through the ledger's own doors, each listed once; a tenth name an authority."""
    with closing(sqlite3.connect(file)) as connection, connection:
        (last,) = connection.execute("SELECT max(number) FROM articles").fetchone()
        for table, changed in COPIED.items():
            named = {row[1]: row[1] for row in connection.execute(f"PRAGMA table_info({table})")} | changed
            columns, values = ", ".join(named), ", ".join(named.values())
            which = "number = 2" if table == "articles" else "article = 2"
            connection.execute(
                f"WITH RECURSIVE copy(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < {count}) "
                f"INSERT INTO {table} ({columns}) SELECT {values.replace('LAST', str(last))} FROM {table}, copy WHERE {which}"
            )
        connection.execute(
            "INSERT INTO article_authorities (article, authority) SELECT number, "
            "(SELECT authority FROM inspections WHERE inspections.number > articles.number % 300 ORDER BY inspections.number LIMIT 1) "
            f"FROM articles WHERE number > {last} AND number % 10 = 0"
        )


def timed(served: Served, times: int) -> Iterator[tuple[str, float]]:
    """Each page with its median, in milliseconds."""
    for path in PAGES:
        answer = served.client.get(path)
        assert answer.status_code in (200, 404), f"{path}: {answer.status_code}"
        taken = []
        for _ in range(times):
            began = time.perf_counter()
            served.client.get(path)
            taken.append((time.perf_counter() - began) * 1000)
        yield path, statistics.median(taken)


def failures(served: Served, requests: int) -> list[str]:
    """The strange requests that made a page fail."""
    token = served.token()
    found = []
    for seed in range(requests):
        asked = strange(seed)
        body = {**asked.fields, "token": token} if asked.method in ("POST", "PUT", "PATCH") else None
        try:
            answer = served.client.request(asked.method, asked.path, data=body, follow_redirects=False)
        except httpx2.HTTPError as cause:
            found.append(f"{seed}: {asked.method} {asked.path}: {cause!r}")
            continue
        if answer.status_code >= 500:
            found.append(f"{seed}: {asked.method} {asked.path}: {answer.status_code}")
    return found


def main() -> int:
    """Measure, print; 1 when a page is too slow or fails."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--requests", type=int, default=10_000)
    options.add_argument("--times", type=int, default=7)
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        installation = installed(Path(folder))
        fill(installation)
        multiplied(Path(folder) / "ledger.db", asked.articles)
        with serving(installation) as served:
            set_up("json", "error")
            pages = dict(timed(served, asked.times))
            failed = failures(served, asked.requests)
    slowest = max(pages, key=lambda path: pages[path])
    said = {
        "articles": asked.articles,
        "pages": {path: round(taken, 1) for path, taken in pages.items()},
        "slowest": [slowest, round(pages[slowest], 1)],
        "requests": asked.requests,
        "failures": failed[:50],
    }
    print(json.dumps(said, indent=None if asked.json else 2))
    return 1 if failed or pages[slowest] > 100 else 0


if __name__ == "__main__":
    sys.exit(main())
