"""Summing up: what a sweep and a round of deliveries did."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.model.delivery import Outcome, Verdict
from monitor.model.judgement import Match
from monitor.model.source import Poll
from monitor.model.trail import Round, Sweep, Trail


def summary(polls: Sequence[Poll], new: int, trails: Sequence[Trail]) -> Sweep:
    """What came of these polls, with so many `new` entries, and of these visits."""
    problems = [problem for polled in polls for problem in polled.problems]
    return Sweep(
        feeds=len(polls),
        entries_new=new,
        articles=sum(trail.outcome == "read" for trail in trails),
        alerts=tuple(alert for trail in trails for alert in trail.alerts),
        problems=(*problems, *(problem for trail in trails for problem in trail.problems)),
        doubts=tuple(doubt for trail in trails for doubt in trail.doubts),
        confirming=sum(any(one.match is Match.CONFIRMS for one in trail.resolutions) for trail in trails),
    )


def tally(outcomes: Sequence[Outcome]) -> Round:
    """What a round of deliveries did."""
    verdicts = [outcome.verdict for outcome in outcomes]
    return Round(verdicts.count(Verdict.SENT), verdicts.count(Verdict.DEFERRED), verdicts.count(Verdict.REFUSED))
