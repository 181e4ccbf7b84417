"""Fits the weights of news evidence: logistic regression on labelled pages, held near the hand-set prior.

`python -m benchmarks.fit_weights [--write] [CASES.jsonl ...]` prints how prior and fit do on events they have not seen, and a table of
how often a stated probability came true; with `--write` it writes
`monitor/stages/classify/weights.py` where the fit is better; the gates decide whether that is kept.
Without arguments it learns from the project's own cases (held-out files never) and traps.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

from benchmarks.prior_weights import PRIOR
from monitor.model.page import Article
from monitor.settings.reference import reference
from monitor.stages.cases import article_of
from monitor.stages.classify import evidence, reader_for
from monitor.stages.classify.claim import LOW
from monitor.stages.classify.verdict import GOOD_NEWS
from tests.stages.classify.traps import EVERY_TRAP

PROJECT = Path(__file__).parent.parent
HOLD = 3.0
"""How strongly a weight is held to its prior: as if that many pages had shown it."""
ROUNDS, FOLDS = 250, 5
SILENT = ("other_provider", "send_area", "jtai")
"""Kinds whose pages are set aside by other means."""

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled page: its evidence, whether it is news, what is granted to better grades, and its event."""

    features: tuple[tuple[str, float], ...]
    news: bool
    granted: float
    event: str


def main(paths: Sequence[str]) -> None:
    """Fits, compares, and writes what is better."""
    rows = [*_of_cases(paths), *_of_traps()]
    chances = {True: _cross_validated(rows, ROUNDS), False: [(_chance(PRIOR, row), row.news) for row in rows]}
    print(f"{len(rows)} pages, {sum(row.news for row in rows)} of them news, by event in {FOLDS} folds")
    for fitted, pairs in chances.items():
        print(f"{'fitted' if fitted else 'prior ':7} log loss {_loss(pairs):.4f}, right {_right(pairs):.1%}")
    _table(chances[True])
    better = _loss(chances[True]) < _loss(chances[False]) and _right(chances[True]) >= _right(chances[False])
    print("the fit is better in both" if better else "the prior stays: the fit is not better in both")
    if better and "--write" in sys.argv:
        _write(_fit(rows, ROUNDS))


def _of_cases(paths: Sequence[str]) -> Iterator[Row]:
    own = [path for path in sorted((PROJECT / "tests" / "cases").glob("*.jsonl")) if "held_out" not in path.stem]
    for path in [Path(path) for path in paths] or own:
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            label = case["label"]
            event = str(label.get("event") or (label.get("authorities") or [case["id"]])[0]).rsplit("-20", 1)[0]
            if label["kind"] not in SILENT:
                yield from _row(article_of(case), bool(label.get("new_judgement")), event)


def _of_traps() -> Iterator[Row]:
    for trap in EVERY_TRAP:
        for row in _row(trap.article(), bool(trap.news), trap.name):
            # A trap says only that no lowest grade is told; of better grades on it nothing is known.
            if trap.news or not row.granted:
                yield row


def _row(article: Article, news: bool, event: str) -> Iterator[Row]:
    """The page as a Row; none where it names no grade at all."""
    found, claims = reader_for(reference()).evidence(article)
    live = [claim for claim in claims if not claim.refused and claim.line.told]
    low = any(claim.grade == LOW for claim in live if claim.standing is None and not claim.previous)
    if live:
        yield Row(tuple(found.features.items()), news, 0.0 if low else GOOD_NEWS, event)


def _chance(weights: Weights, row: Row) -> float:
    return evidence.chance(
        weights["bias"] + row.granted + sum(weights.get(name, 0.0) * value for name, value in row.features)
    )


def _fit(rows: Sequence[Row], rounds: int) -> Weights:
    """Steps down the slope of log loss plus the distance from the prior, each weight at a pace its pages allow."""
    weights = {"bias": PRIOR["bias"]} | {name: PRIOR.get(name, 0.0) for row in rows for name, _ in row.features}
    seen = {name: sum(name in dict(row.features) for row in rows) for name in weights} | {"bias": len(rows)}
    for _ in range(rounds):
        slope = {name: HOLD * (weight - PRIOR.get(name, 0.0)) for name, weight in weights.items()}
        for row in rows:
            off = _chance(weights, row) - row.news
            slope["bias"] += off
            for name, value in row.features:
                slope[name] += off * value
        weights = {name: weight - slope[name] / (HOLD + 1.5 * seen[name]) for name, weight in weights.items()}
    return PRIOR | weights


def _cross_validated(rows: Sequence[Row], rounds: int) -> list[tuple[float, bool]]:
    events = sorted({row.event for row in rows})
    random.Random(1).shuffle(events)
    pairs: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        left_out = set(events[fold::FOLDS])
        weights = _fit([row for row in rows if row.event not in left_out], rounds)
        pairs += [(_chance(weights, row), row.news) for row in rows if row.event in left_out]
    return pairs


def _loss(pairs: Iterable[tuple[float, bool]]) -> float:
    losses = [-log(max(1e-9, chance if news else 1 - chance)) for chance, news in pairs]
    return sum(losses) / len(losses)


def _right(pairs: Sequence[tuple[float, bool]]) -> float:
    return sum((chance > 0.5) == news for chance, news in pairs) / len(pairs)


def _table(pairs: Sequence[tuple[float, bool]]) -> None:
    print("stated      pages  came true")
    for low in range(0, 10, 2):
        inside = [news for chance, news in pairs if low / 10 <= chance < (low + 2) / 10]
        if inside:
            print(f"{low / 10:.1f} to {(low + 2) / 10:.1f}  {len(inside):5}  {sum(inside) / len(inside):.0%}")


def _write(weights: Weights) -> None:
    lines = [f"    {json.dumps(name)}: {round(weight, 2)}," for name, weight in weights.items() if abs(weight) >= 0.005]
    text = (
        '"""What each signal adds to the log-odds that a page tells of a newly published judgement. Plain data.\n\n'
        'Fitted by `python -m benchmarks.fit_weights`, held near the hand-set ones in `benchmarks/prior_weights.py`.\n"""\n\n'
        "from __future__ import annotations\n\nWEIGHTS: dict[str, float] = {\n" + "\n".join(lines) + "\n}\n"
    )
    (PROJECT / "monitor" / "stages" / "classify" / "weights.py").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main([path for path in sys.argv[1:] if path != "--write"])
