"""From Alerts to Deliveries, and from a failed try to the next one.

A follow-up's `parent` is left to the Ledger, which knows the first Delivery of the thread on that channel.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta

from monitor.model.alert import Alert, AlertKind, Level
from monitor.model.delivery import ChannelPlan, Delivery, Message, Outcome, Verdict
from monitor.stages.tell.alerts import message
from monitor.stages.tell.calendar import next_digest, quiet_until

GIVE_UP = timedelta(hours=54)
FIRST_WAIT, LONGEST_WAIT = 20.0, 4 * 3600.0


def deliveries(alerts: tuple[Alert, ...], channels: Mapping[str, ChannelPlan], now: datetime) -> tuple[Delivery, ...]:
    """One Delivery for each alert and channel, to be recorded with the alert; unknown channels get none (check names them)."""
    return tuple(
        _delivery(alert, rules, channels[name], now)
        for alert in alerts
        for name, rules in alert.notify
        if name in channels and wants(channels[name], alert)
    )


def wants(plan: ChannelPlan, alert: Alert) -> bool:
    """Whether a channel asked for alerts this loud. A follow-up goes wherever its thread's first alert may have gone."""
    return plan.level != Level.CRITICAL or alert.level == Level.CRITICAL or alert.kind != AlertKind.FIRST


def _delivery(alert: Alert, rules: tuple[str, ...], plan: ChannelPlan, now: datetime) -> Delivery:
    due, digest = when_due(plan, alert.level, now)
    return Delivery(
        number=0,
        key=delivery_key(alert.key, plan.name),
        alert_key=alert.key,
        channel=plan.name,
        message=message(alert, plan.quotes, rules),
        created=now,
        due=due,
        digest=digest,
    )


def delivery_key(alert_key: str, channel: str) -> str:
    """The key of an alert's delivery on a channel for ever: letters and digits only, so fit for any header."""
    return hashlib.sha256(f"{alert_key}\n{channel}".encode()).hexdigest()[:32]


def notice(key: str, content: Message, plan: ChannelPlan, now: datetime) -> Delivery:
    """A Delivery of a Message that no alert made: a digest, a certificate, an operator's message. `key` names the occasion."""
    return Delivery(0, delivery_key(key, plan.name), key, plan.name, content, now)


def when_due(plan: ChannelPlan, level: Level, now: datetime) -> tuple[datetime | None, str]:
    """(not before, digest): critical ones never wait for a digest, and pass quiet hours unless the channel forbids it."""
    if level != Level.CRITICAL and plan.digest:
        return next_digest(now, plan), plan.digest
    if level == Level.CRITICAL and plan.critical_passes:
        return None, ""
    return quiet_until(now, plan), ""


def retry(delivery: Delivery, outcome: Outcome, now: datetime, seed: int) -> datetime | None:
    """When a deferred Delivery is tried again; None when it is settled, or given up after 54 hours (a dead letter).

    The wait doubles from 20 s to 4 h, varied by a quarter either way by `seed`, and is never shorter than the service
    asked for. The last try is at the end of the 54 hours.
    """
    end = max(delivery.created, delivery.due or delivery.created) + GIVE_UP
    if outcome.verdict != Verdict.DEFERRED or now >= end:
        return None
    asked = now + timedelta(seconds=outcome.retry_after or 0.0)
    if asked > end:
        return None
    wait = min(FIRST_WAIT * 2.0 ** min(max(delivery.attempt, 1) - 1, 20), LONGEST_WAIT)
    varied = timedelta(seconds=wait * (0.75 + 0.5 * _share(f"{seed}/{delivery.key}/{delivery.attempt}")))
    return min(max(now + varied, asked + varied / 10), end)


def _share(text: str) -> float:
    """A number from 0 to 1 that the same text always gives."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6], "big") / float(1 << 48)
