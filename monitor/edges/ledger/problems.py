"""What went wrong in the world: one open row for a lasting trouble, closed when the feed reads well again.

"Unchanged" proves that a feed can be reached, not that its content is sound: it closes what failed since the last good
read, and leaves open what that read itself found wrong. An emptied feed that stays empty is a trouble that lasts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite

from monitor.edges.ledger.columns import Moment, clean, cleaned
from monitor.edges.ledger.tables import feeds, problems
from monitor.model.delivery import Outcome, Verdict
from monitor.model.source import Poll, Problem

HEARD = ("read", "unchanged", "moved")
"""Outcomes of a poll that prove a feed's earlier troubles over."""
CHANNEL = "channel/"
"""How the `feed` of a channel's problem begins; the channel's name follows."""

Named = tuple[str, Problem]

_mend = update(problems).where(problems.c.recovered.is_(None)).values(recovered=bindparam("now", type_=Moment()))
MEND_FEED = _mend.where(problems.c.feed == bindparam("of"))
MEND_PAGE = _mend.where(problems.c.source == bindparam("by"), problems.c.url == bindparam("at"), problems.c.feed == "")

OPEN = (
    select(*(problems.c[name] for name in ("number", "feed", "source", "url", "kind", "last_seen")), feeds.c.read)
    .outerjoin(feeds, feeds.c.key == problems.c.feed)
    .where(problems.c.recovered.is_(None), problems.c.feed != "")
)
"""Problems of feeds that stand, each with when its feed was last read well."""


def note_polls(connection: Connection, polls: Sequence[Poll], now: datetime) -> None:
    """Opens or repeats the problems of these polls, and closes those that their feeds no longer have.

    Called before the new states are written: what the last good read found is known by its time.
    """
    _recover(connection, polls, now)
    _keep(connection, [(poll.feed.key, problem, poll.when or now) for poll in polls for problem in poll.problems])


def note(connection: Connection, named: Iterable[Named], now: datetime) -> None:
    """One open row per (source, url, kind): a new one, or the old one counted up."""
    _keep(connection, [(feed, problem, now) for feed, problem in named])


def note_channel(connection: Connection, channel: str, outcome: Outcome, now: datetime) -> None:
    """What only a person can mend of a channel (a login, an address that is gone) stands until something is sent on it."""
    if outcome.problem:
        problem = Problem(f"channel {channel}", "", outcome.problem, outcome.reason)
        note(connection, [(CHANNEL + channel, problem)], now)
    elif outcome.verdict is Verdict.SENT:
        connection.execute(MEND_FEED, {"of": CHANNEL + channel, "now": now})


def _keep(connection: Connection, named: Sequence[tuple[str, Problem, datetime]]) -> None:
    latest = {
        (problem.source, clean(problem.url), problem.kind): (feed, problem, when) for feed, problem, when in named
    }
    if not latest:
        return
    statement = _insert(connection)
    statement = statement.on_conflict_do_update(
        index_elements=[problems.c.source, problems.c.url, problems.c.kind],
        index_where=problems.c.recovered.is_(None),
        set_={
            "last_seen": statement.excluded.last_seen,
            "detail": statement.excluded.detail,
            "times": problems.c.times + 1,
        },
    )
    connection.execute(statement, [cleaned(_row(*row)) for row in latest.values()])


def mend(connection: Connection, source: str, url: str, now: datetime) -> None:
    """Ends the problems of a page that was read at last."""
    connection.execute(MEND_PAGE, {"by": source, "at": clean(url), "now": now})


def _insert(connection: Connection) -> Any:  # noqa: ANN401 - either dialect's Insert
    return (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(problems)


def _row(feed: str, problem: Problem, now: datetime) -> dict[str, object]:
    return {
        "feed": feed,
        "source": problem.source,
        "url": problem.url,
        "kind": problem.kind,
        "detail": problem.detail,
        "first_seen": now,
        "last_seen": now,
    }


def _recover(connection: Connection, polls: Sequence[Poll], now: datetime) -> None:
    heard = {poll.feed.key: poll for poll in polls if poll.outcome in HEARD}
    if not heard:
        return
    over = [row.number for row in connection.execute(OPEN) if (poll := heard.get(row.feed)) and _is_over(row, poll)]
    if over:
        connection.execute(update(problems).where(problems.c.number.in_(over)).values(recovered=now))


def _is_over(row: Any, poll: Poll) -> bool:  # noqa: ANN401 - a database's row
    if (row.source, row.url, row.kind) in _named(poll):
        return False
    return poll.outcome != "unchanged" or row.read is None or row.last_seen > row.read


def _named(poll: Poll) -> set[tuple[str, str, str]]:
    return {(problem.source, clean(problem.url), problem.kind) for problem in poll.problems}
