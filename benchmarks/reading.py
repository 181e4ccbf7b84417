"""Articles read a second on one core: the whole trail of each, from text to the decision. `python -m benchmarks.reading --json`.

The labelled cases beside the project where they are there, else stories of our own. Processor time, median of ROUNDS passes.
"""

from __future__ import annotations

import json
import statistics
import time
from collections import Counter
from datetime import UTC, datetime

from benchmarks.councils import COUNCILS
from benchmarks.farm import FILLER
from monitor.cli._reading import Reader, national
from monitor.model.page import Article
from monitor.settings.reference import reference
from monitor.stages import cases
from tests.shared_material import SHARED

ROUNDS = 5
NOW = datetime(2017, 1, 24, 12, 0, tzinfo=UTC)


def stories() -> list[Article]:
    """What is read."""
    path = SHARED / "gold" / "dev.jsonl"
    if path.exists():
        lines = path.read_text(encoding="utf-8").splitlines()
        return [cases.article_of(json.loads(line)) for line in lines if line.strip()]
    return [_story(name) for name in COUNCILS]


def _story(name: str) -> Article:
    url = f"https://post.example/{name.lower().replace(' ', '-')}"
    told = f"{name}'s services for children have been rated inadequate by Ofsted in a report published this morning."
    return Article(url, url, f"{name} children's services judged inadequate", f"{told}\n\n{FILLER * 20}", published=NOW)


def measure() -> dict[str, float | int]:
    """Articles a second, and milliseconds of one by share."""
    known = reference()
    reader = Reader(known, national(known), NOW)
    articles = stories()
    for article in articles[:5]:
        reader.follow(article)
    passes, each = [], Counter[int]()
    for _ in range(ROUNDS):
        begun = time.process_time()
        for number, article in enumerate(articles):
            at = time.process_time()
            reader.follow(article)
            each[number] += int((time.process_time() - at) * 1e6)
        passes.append(len(articles) / (time.process_time() - begun))
    slowest = sorted(each.values())
    return {
        "articles": len(articles),
        "characters": sum(len(article.text) for article in articles) // len(articles),
        "per_second": round(statistics.median(passes)),
        "p50_ms": round(slowest[len(slowest) // 2] / ROUNDS / 1000, 2),
        "p95_ms": round(slowest[int(len(slowest) * 0.95)] / ROUNDS / 1000, 2),
    }


def main() -> None:
    """Print the figures."""
    print(json.dumps(measure()))


if __name__ == "__main__":
    main()
