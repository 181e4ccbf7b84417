"""What was told, and when: remembered in the ledger, so that a restart tells nothing twice and skips nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from monitor.edges.ledger import SqlLedger
from monitor.engines.certificates import NO_ALERTS
from monitor.model.delivery import ChannelPlan, Delivery, DeliveryRecord, Message
from monitor.model.source import Problem
from monitor.stages import digest, tell

TOLD, DOUBTS = "operator/told", "operator/doubts"
"""Where the ledger remembers the troubles that the operator knows of, and the last doubt."""
FIRST_WEEK = timedelta(days=1)
"""A week's message covers a day at least: one begun on its eve is told with the next."""
AHEAD = timedelta(minutes=5)
MANY = 1000


def timed(delivery: Delivery, plan: ChannelPlan, now: datetime) -> Delivery:
    """Not in the channel's quiet hours, unless it is critical and these let it pass."""
    if delivery.message.level == "critical" and plan.critical_passes:
        return delivery
    return replace(delivery, due=digest.quiet_until(now, plan))


def week_begun(ledger: SqlLedger, plan: ChannelPlan, now: datetime) -> datetime | None:
    """The beginning of the week that is to be told now; None while it is not over. The first begins at the first start."""
    kept = ledger.recall(f"weekly/{plan.name}")
    if not kept:
        begin_week(ledger, plan.name, now)
        return None
    since = datetime.fromisoformat(kept)
    if since > now + AHEAD:  # written by a clock that ran ahead: that week will not be waited for
        return now - timedelta(days=7)
    over = digest.next_digest(since + FIRST_WEEK, replace(plan, digest="weekly"))
    return since if over <= now else None


def begin_week(ledger: SqlLedger, channel: str, now: datetime) -> None:
    """A channel's week begins now."""
    ledger.remember(f"weekly/{channel}", now.isoformat(), now)


def alerts_since(ledger: SqlLedger, channel: str, since: datetime) -> int:
    """How many alerts reached a channel since, alone or in a digest. The service's own messages are none."""
    found = (one for state in ("sent", "gathered") for one in ledger.deliveries(state, MANY, channel=channel))
    return sum(
        one.settled is not None and one.settled >= since and not one.alert_key.startswith((*NO_ALERTS, "digest/"))
        for one in found
    )


def lost(one: DeliveryRecord) -> Message:
    """A message that reached nobody, for the operator."""
    return Message(
        subject=f"Not delivered on {one.channel}: {one.subject}",
        lead=f"A message for the channel “{one.channel}” did not arrive: {one.reason}.",
        level="critical",
        kind="undelivered",
        facts=(("Channel", one.channel), ("Message", one.subject), ("Reason", one.reason)),
        footer=("`monitor alerts` lists it and sends it again.",),
        body=(("channel", one.channel), ("subject", one.subject), ("reason", one.reason)),
    )


def troubles_from(kept: str) -> dict[str, tell.ToldTrouble]:
    """What the operator knows of, from the ledger's memory."""
    found = {}
    for name, source, url, kind, detail, since, last, times in json.loads(kept or "[]"):
        moments = (datetime.fromtimestamp(since, UTC), datetime.fromtimestamp(last, UTC))
        found[name] = tell.ToldTrouble(Problem(source, url, kind, detail), *moments, times)
    return found


def troubles_to(known: dict[str, tell.ToldTrouble]) -> str:
    """The same for the ledger's memory."""
    rows = [
        (name, *_words(one.problem), one.since.timestamp(), one.last.timestamp(), one.times)
        for name, one in known.items()
    ]
    return json.dumps(rows)


def _words(problem: Problem) -> tuple[str, str, str, str]:
    return problem.source, problem.url, problem.kind, problem.detail
