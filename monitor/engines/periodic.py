"""What goes out by the clock on the wall: digests of what was held, and the weekly word that nothing happened."""

from __future__ import annotations

from datetime import datetime, timedelta

from monitor.edges.ledger import SqlLedger
from monitor.engines import told
from monitor.engines.weeks import WEEK, Prove
from monitor.model.delivery import Delivery
from monitor.ports import World
from monitor.stages import digest, tell

DAY = timedelta(days=1)


def digests(world: World, ledger: SqlLedger, prove: Prove, now: datetime) -> list[Delivery]:
    """Deliveries whose digest is due, one message a channel, with the certificate of the time it covers."""
    held = ledger.gathering(now)
    made = []
    for name in dict.fromkeys(one.channel for one in held):
        plan = world.plans.get(name)
        if plan is None:
            continue
        length = WEEK if plan.digest == "weekly" else DAY
        gathered = digest.gather(held, plan, prove(now - length, now), now)
        made += [gathered] if gathered else []
    return made


def weekly(world: World, ledger: SqlLedger, prove: Prove, now: datetime) -> list[Delivery]:
    """A week without an alert is told as such, with the certificate, and a week with one when that may not be all.

    Each is in the outbox before the next week is begun; those that were put there now come back.
    """
    readers = {name for rule in world.watchlist.rules for name in rule.notify}
    made: list[Delivery] = []
    for plan in world.plans.values():
        since = told.week_begun(ledger, plan, now) if plan.nothing_new and plan.name in readers else None
        if since is None:
            continue
        alerts = told.alerts_since(ledger, plan.name, since)
        proof = prove(since, now)
        if not alerts or not proof.is_clear:
            words = digest.nothing_new(proof, plan.timezone, alerts)
            week = told.timed(tell.notice(f"weekly/{now:%G-W%V-%u}", words, plan, now), plan, now)
            made += ledger.enqueue([week], now)
        told.begin_week(ledger, plan.name, now)
    return made
