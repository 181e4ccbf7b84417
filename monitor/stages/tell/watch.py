"""The operator's news: a trouble that lasts is told once, then now and then as a reminder, then when it is over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from monitor.model.delivery import Message
from monitor.model.source import Problem
from monitor.stages.tell.operator import recovery, reminder, trouble

PATIENCE = timedelta(minutes=30)
"""What mends itself sooner is not worth a message; it stays on record."""
REMIND_EVERY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OpenTrouble:
    """A Problem that stands, since when, and what may help.

    `patience` is how long it may stand untold: none for what only a person can mend. Without `remind` it is told once.
    """

    problem: Problem
    since: datetime
    remedy: str = ""
    patience: timedelta = PATIENCE
    remind: bool = True


@dataclass(frozen=True, slots=True)
class ToldTrouble:
    """A Problem the operator knows of: since when it stands, when it was last told, how often."""

    problem: Problem
    since: datetime
    last: datetime
    times: int = 1


@dataclass(frozen=True, slots=True)
class News:
    """One message for the operator; `key` names the occasion, so that it is sent once."""

    key: str
    message: Message


def operator_news(
    standing: Sequence[OpenTrouble],
    told: Mapping[str, ToldTrouble],
    now: datetime,
    remind_every: timedelta = REMIND_EVERY,
) -> tuple[tuple[News, ...], dict[str, ToldTrouble]]:
    """What to tell now, and what the operator then knows, by `name_of`. Telling again with that changes nothing.

    What the operator was told of and stands no more is told as over: leave out of `told` what is merely forgotten.
    """
    news: list[News] = []
    known: dict[str, ToldTrouble] = {}
    for one in standing:
        name = name_of(one.problem)
        before = told.get(name)
        if before is None and _is_past(one.since, now, one.patience):
            known[name] = ToldTrouble(one.problem, one.since, now)
            news.append(News(_key(name, one.since, 1), trouble(one.problem, one.since, one.remedy)))
        elif before is not None and one.remind and _is_past(before.last, now, remind_every):
            known[name] = replace(before, problem=one.problem, last=now, times=before.times + 1)
            words = reminder(one.problem, before.since, now, one.remedy)
            news.append(News(_key(name, before.since, before.times + 1), words))
        elif before is not None:
            known[name] = before
    over = told.keys() - {name_of(one.problem) for one in standing}
    for name in sorted(over):
        one_told = told[name]
        key = f"{_key(name, one_told.since, one_told.times)}/over"
        news.append(News(key, recovery(one_told.problem, one_told.since, now)))
    return tuple(news), known


def name_of(problem: Problem) -> str:
    """What tells one trouble from another: its source, address and kind; the detail may change."""
    return f"{problem.source}|{problem.url}|{problem.kind}"


def _is_past(moment: datetime, now: datetime, length: timedelta) -> bool:
    """Whether `length` has passed since; a moment still to come was written by a clock that ran ahead."""
    return now - moment >= length or moment > now


def _key(name: str, since: datetime, times: int) -> str:
    return f"trouble/{name}/{since.isoformat()}/{times}"
