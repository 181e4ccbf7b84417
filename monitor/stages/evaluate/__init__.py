"""EVALUATE: results compared with labels: precision and recall per field, confusions, the replay's score, every failure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from monitor.stages.evaluate.reads import compare_reads
from monitor.stages.evaluate.replays import ReplayScore, score_replay
from monitor.stages.evaluate.scores import Book, Failure


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well a set of labelled cases was read and replayed."""

    cases: int
    book: Book
    replay: ReplayScore

    @property
    def failures(self) -> tuple[Failure, ...]:
        """Every failure, of single pages first, with its evidence."""
        return (*self.book.failures, *self.replay.failures)

    def share(self, field: str) -> float:
        """The share of cases in which `field` came out right; 0 where nothing was compared."""
        tally = self.book.tallies.get(field)
        return tally.right / tally.cases if tally and tally.cases else 0.0

    def as_json(self) -> dict[str, object]:
        """The JSON of `monitor evaluate`: {"cases", "fields", "confusions", "replay", "failures"}."""
        return {
            "cases": self.cases,
            "fields": self.book.fields_json(),
            "confusions": self.book.confusions_json(),
            "replay": self.replay.as_json(),
            "failures": [failure.as_json() for failure in self.failures],
        }


def evaluate(
    cases: Sequence[Mapping[str, object]],
    reads: Sequence[Mapping[str, object]],
    alerts: Sequence[Mapping[str, object]],
) -> Evaluation:
    """Compare: `cases` with labels, `reads` the lines of `monitor read --json`, `alerts` those of `monitor replay --json`.

    Unlabelled cases are left out; a labelled case without an answer counts as wrong.
    """
    labelled = [case for case in cases if case.get("label")]
    book = Book()
    compare_reads(labelled, {str(read["id"]): read for read in reads}, book)
    return Evaluation(len(labelled), book, score_replay(labelled, alerts))
