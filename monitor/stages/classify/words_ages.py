"""What words like "previously" and "had been" say about the age of a grade beside them."""

from __future__ import annotations

STRONG = frozenset(
    (
        "when inspectors first came; when inspectors first visited; when inspectors first called; when inspectors first arrived; "
        "when inspectors last came; when inspectors last visited; when inspectors last called; when inspectors first looked; "
        "when inspectors last looked; when inspectors last arrived; "
        "at that time; last rated; last judged; last graded; "
        "previously; formerly; previous; former; originally; historically; predecessor; last inspection; "
        "previous inspection;"
        "last inspected; last time; used to be; last year s; had previously; at its last; at their last; in "
        "the previous;"
        "earlier inspection; last full inspection; an earlier; last report; the last report; back then; in the past;"
        "following a previous; since it was; since being; had already; first inspection; this "
        "time last year;"
        "the one before; last inspection in"
    )
    .replace("; ", ";")
    .split(";")
)
"""Beside a grade these settle that it is an earlier one."""

WEAK: dict[str, float] = {
    "had both been": 2.5, "had all been": 2.5, "had ended": 2.0,
    "had been": 1.8, "had rated": 2.0, "had judged": 2.0, "had found": 1.2, "had graded": 2.0, "had given": 1.5,
    "had branded": 2.0, "had also been": 1.8, "earlier": 1.6, "before": 1.0, "once": 1.0, "until": 1.5, "was first": 1.5,
    "already": 1.2, "first rated": 2.0, "when it was": 1.0, "prior": 1.5, "prior to": 1.5, "up to now": 2.0,
    "at the time": 1.0, "past": 0.7, "inherited": 0.7, "since then": 0.7, "then": 0.4, "were first": 1.5,
    "since they were": 1.5, "after years": 1.0, "spent years": 1.0, "history": 0.7, "as in": 1.0,
}  # fmt: skip
"""Beside a grade these make it likelier an earlier one: log-odds."""
