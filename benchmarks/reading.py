"""Articles read a second on one core: the whole trail of each, from text to the decision. `python -m benchmarks.reading --json`.

The labelled cases beside the project where they are there, else stories of our own. Processor time, median of ROUNDS passes.
The bare reference in the same run: one Aho-Corasick pass for the councils' names, a split into sentences, and a regular
expression for grades over each. It decides nothing; it is what finding the words alone costs with the same libraries.
"""

from __future__ import annotations

import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime

from ahocorasick_rs import AhoCorasick

from benchmarks.councils import COUNCILS
from benchmarks.farm import FILLER
from monitor.cli._reading import Reader, national
from monitor.model.authority import Reference
from monitor.model.page import Article
from monitor.settings.reference import reference
from monitor.stages import cases
from tests.shared_material import SHARED

ROUNDS = 5
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
GRADE = re.compile(
    r"\b(?:outstanding|good|requires improvement|adequate|inadequate|poor|weak|failing)\b", re.IGNORECASE
)
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


def bare(known: Reference) -> Callable[[Article], int]:
    """What finding names, sentences and grade words alone takes."""
    names = AhoCorasick([name.lower() for one in known.authorities for name in (one.name, *one.aliases)])

    def find(article: Article) -> int:
        text = f"{article.title}\n{article.text}"
        found = len(names.find_matches_as_indexes(text.lower(), overlapping=True))
        return found + sum(len(GRADE.findall(sentence)) for sentence in SENTENCE.split(text))

    return find


def pace(find: Callable[[Article], object], articles: list[Article]) -> float:
    """Articles a second in one pass."""
    begun = time.process_time()
    for article in articles:
        find(article)
    return len(articles) / (time.process_time() - begun)


def measure() -> dict[str, float | int]:
    """Articles a second, and milliseconds of one by share."""
    known = reference()
    reader = Reader(known, national(known), NOW)
    articles = stories()
    for article in articles[:5]:
        reader.follow(article)
    passes, bare_passes, each = [], [], Counter[int]()
    found = bare(known)
    for _ in range(ROUNDS):
        begun = time.process_time()
        for number, article in enumerate(articles):
            at = time.process_time()
            reader.follow(article)
            each[number] += int((time.process_time() - at) * 1e6)
        passes.append(len(articles) / (time.process_time() - begun))
        bare_passes.append(pace(found, articles))
    slowest = sorted(each.values())
    return {
        "articles": len(articles),
        "characters": sum(len(article.text) for article in articles) // len(articles),
        "per_second": round(statistics.median(passes)),
        "bare_per_second": round(statistics.median(bare_passes)),
        "ratio": round(statistics.median(bare_passes) / statistics.median(passes), 2),
        "p50_ms": round(slowest[len(slowest) // 2] / ROUNDS / 1000, 2),
        "p95_ms": round(slowest[int(len(slowest) * 0.95)] / ROUNDS / 1000, 2),
    }


def main() -> None:
    """Print the figures."""
    print(json.dumps(measure()))


if __name__ == "__main__":
    main()
