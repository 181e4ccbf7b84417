"""What stands against the service now, for the operator: of feeds and pages, of channels, of what only a certificate sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from monitor.edges.ledger import SqlLedger
from monitor.edges.ledger.problems import CHANNEL
from monitor.edges.ledger.rows import ProblemRow
from monitor.engines.certificates import is_failing, open_problems, overdue
from monitor.errors import LedgerBusy, LedgerDamaged, LedgerError, LedgerFull
from monitor.model.coverage import Canary, Unread
from monitor.model.source import FeedState, Problem
from monitor.ports import World
from monitor.stages import tell

OF_PAGES = frozenset({"report", "hostile", "fault", "unknown-grade"})
"""Kinds of trouble with one page that a person should see; the others are counted in the certificate."""
SHOWN_FOR = timedelta(days=7)
"""A page's trouble that nobody can mend is not held against the service for ever."""
HIDDEN = frozenset({"never-read", "clock", "late", "empty", "not-audited", "too-quiet", "walled"})
"""Faults of feeds that no failed poll shows: found by the certificate."""
STALLED = timedelta(minutes=10)
"""When nothing was asked for so long although something is due, nobody asks any more."""
OF_STEPS = frozenset({"database-full", "database-damaged", "database-busy", "database", "step-failed"})
OF_LIFE = OF_STEPS | {"stalled", "canary"}
"""Troubles of the service itself with which it cannot be called alive."""
NO_PATIENCE, SHORT_PATIENCE = timedelta(0), timedelta(minutes=5)
REMEDIES = {
    "gone": "find its new address and put it in the config, or take it out",
    "moved": "put the new address in the config",
    "http-404": "look for its new address and put it in the config",
    "tls": "look at the site's certificate; it is not asked without a good one",
    "auth": "put the new login or key where the config refers to it; what waits is sent then",
    "no-such-hook": "make a new hook, put it in the config, and send again with `monitor alerts`",
    "config": "mend the file; until then the former config stays in force",
    "database-full": "free some disk space; the monitor goes on by itself",
    "database-damaged": "stop the monitor, keep the file, put the latest backup in its place",
    "too-quiet": "open the feed in a browser: it may have moved or been frozen",
    "walled": "open one of its pages in a browser: the site may refuse robots",
    "stalled": "restart the service, and keep its log for us",
}


def standing(
    world: World, ledger: SqlLedger, unread: Iterable[Unread], now: datetime
) -> tuple[list[tell.OpenTrouble], set[str]]:
    """What stands now; and the names of what is no longer held against anything, so that its end is not told either."""
    states = ledger.feed_states()
    rows = open_problems(ledger)
    forgotten = [row for row in rows if _is_forgotten(row, world, now)]
    kept = [row for row in rows if row not in forgotten and (row.feed or row.problem.kind in OF_PAGES)]
    failing = _first_failures(kept, states)
    shown = [row for row in kept if row.feed not in failing or failing[row.feed] is row or _is_content(row, states)]
    found = [_of_row(row) for row in shown]
    found += [_of_channel(*late) for late in (*overdue(ledger, now), *_given_up(ledger, world))]
    found += [_of_feed(one, now) for one in unread if one.kind in HIDDEN and one.feed not in failing]
    found = list({tell.name_of(one.problem): one for one in reversed(found)}.values())
    return found, {tell.name_of(row.problem) for row in forgotten}


def _is_forgotten(row: ProblemRow, world: World, now: datetime) -> bool:
    """A feed or a channel that left the config, or a page of long ago."""
    if row.feed.startswith(CHANNEL):
        return row.feed.removeprefix(CHANNEL) not in world.channels
    return row.feed not in world.feeds if row.feed else now - row.last_seen > SHOWN_FOR


def _first_failures(rows: list[ProblemRow], states: Mapping[str, FeedState]) -> dict[str, ProblemRow]:
    """By feed, the first of the failures that stand: an outage with many faces is one trouble."""
    first: dict[str, ProblemRow] = {}
    for row in rows:
        if row.feed in states and is_failing(row, states[row.feed]):
            known = first.setdefault(row.feed, row)
            first[row.feed] = min(known, row, key=lambda one: one.first_seen)
    return first


def _is_content(row: ProblemRow, states: Mapping[str, FeedState]) -> bool:
    return row.feed in states and not is_failing(row, states[row.feed])


def _of_row(row: ProblemRow) -> tell.OpenTrouble:
    is_mended_by_people = row.feed.startswith(CHANNEL) or not row.feed
    patience = NO_PATIENCE if is_mended_by_people else tell.PATIENCE
    remedy = REMEDIES.get(row.problem.kind, "")
    return tell.OpenTrouble(row.problem, row.first_seen, remedy, patience, remind=bool(row.feed))


def _of_channel(name: str, words: str, since: datetime) -> tell.OpenTrouble:
    return tell.OpenTrouble(Problem(f"channel {name}", "", "overdue", words), since, patience=NO_PATIENCE)


def _given_up(ledger: SqlLedger, world: World) -> Iterator[tuple[str, str, datetime]]:
    """Channels on which a message was given up and nothing was sent since: the channel has not recovered by that."""
    for name in world.channels:
        dead = [one for one in ledger.deliveries("dead", channel=name) if one.settled]
        sent = max((one.settled for one in ledger.deliveries("sent", channel=name) if one.settled), default=None)
        lost = [one for one in dead if one.settled and (sent is None or one.settled > sent)]
        if lost:
            yield name, f"{len(lost)} given up: {lost[0].reason}", min(one.created for one in lost)


def _of_feed(one: Unread, now: datetime) -> tell.OpenTrouble:
    problem = Problem(one.name, one.url, one.kind, one.why)
    return tell.OpenTrouble(problem, one.since or now, REMEDIES.get(one.kind, ""), NO_PATIENCE)


def of_own(problem: Problem, since: datetime, patience: timedelta = NO_PATIENCE) -> tell.OpenTrouble:
    """A trouble of the service itself."""
    return tell.OpenTrouble(problem, since, REMEDIES.get(problem.kind, ""), patience)


def of_failure(failure: BaseException) -> tuple[Problem, timedelta]:
    """What a step's exception means, and how long it may stand untold: what passes by itself often does."""
    if isinstance(failure, BaseExceptionGroup):
        return of_failure(failure.exceptions[0])
    kinds = ((LedgerFull, "database-full"), (LedgerDamaged, "database-damaged"), (LedgerBusy, "database-busy"))
    kind = next((word for error, word in kinds if isinstance(failure, error)), "")
    if not kind:
        kind = "database" if isinstance(failure, LedgerError) else "step-failed"
    detail = str(failure) if isinstance(failure, LedgerError) else repr(failure)
    is_lasting = kind in ("database-full", "database-damaged")
    return Problem("", "", kind, detail[:500]), NO_PATIENCE if is_lasting else SHORT_PATIENCE


def stall(world: World, ledger: SqlLedger, now: datetime) -> str:
    """Why nobody seems to ask feeds any more, "" while somebody does."""
    states = [state for key, state in ledger.feed_states().items() if key in world.feeds]
    due = [state for state in states if state.due is not None and now - state.due > STALLED]
    last = max((state.polled for state in states if state.polled), default=None)
    if not due or last is None or now - last <= STALLED:
        return ""
    minutes = int((now - last).total_seconds() // 60)
    return f"no feed was asked for {minutes} minutes, and {len(due)} are due"


def silent_canary(canary: Canary | None) -> str:
    """Why alerts may not come out, "" while the canary does."""
    if canary is None or (canary.seen is not None and canary.seen >= canary.planted):
        return ""
    return "the canary, an entry planted to prove that alerts come out, did not come out"
