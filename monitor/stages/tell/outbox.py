"""From Alerts to Deliveries, and from a failed try to the next one.

A follow-up's `parent` is left to the Ledger, which knows the first Delivery of the thread on that channel.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType

from monitor.model.alert import Alert, AlertKind, Level
from monitor.model.calendar import next_digest, quiet_until
from monitor.model.delivery import ChannelPlan, Delivery, Message, Outcome, Verdict, delivery_key
from monitor.stages.tell.alerts import message

CROWD_WAIT = {Level.CRITICAL: timedelta(minutes=3), Level.NOTICE: timedelta(hours=1)}
"""How long a Delivery beyond its channel's cap is gathered with others: critical ones hardly at all."""
GIVE_UP = timedelta(hours=54)
FIRST_WAIT, LONGEST_WAIT = 5.0, 4 * 3600.0


def deliveries(
    alerts: tuple[Alert, ...],
    channels: Mapping[str, ChannelPlan],
    now: datetime,
    sent: Mapping[str, int] = MappingProxyType({}),
) -> tuple[Delivery, ...]:
    """One Delivery for each alert and channel, to be recorded with the alert; unknown channels get none (check names them).

    `sent` counts what each channel was sent in the last hour: beyond its cap Deliveries are gathered into one message.
    """
    made: list[Delivery] = []
    count = dict(sent)
    for alert in alerts:
        for name, rules in alert.notify:
            if name in channels and wants(channels[name], alert):
                count[name] = count.get(name, 0) + 1
                made.append(_delivery(alert, rules, (channels[name], count[name]), now))
    return tuple(made)


def wants(plan: ChannelPlan, alert: Alert) -> bool:
    """Whether a channel asked for alerts this loud; what corrects an alert goes wherever that may have gone."""
    mends = alert.kind in (AlertKind.CORRECTION, AlertKind.WITHDRAWAL, AlertKind.CONFIRMATION)
    return plan.level != Level.CRITICAL or alert.level == Level.CRITICAL or mends


def _delivery(alert: Alert, rules: tuple[str, ...], place: tuple[ChannelPlan, int], now: datetime) -> Delivery:
    plan, count = place
    due, digest = when_due(plan, alert, now)
    if not digest and 0 < plan.per_hour < count:
        due, digest = max(due or now, now + CROWD_WAIT[alert.level]), "crowd"
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


def notice(key: str, content: Message, plan: ChannelPlan, now: datetime) -> Delivery:
    """A Delivery of a Message that no alert made: a digest, a certificate, an operator's message. `key` names the occasion."""
    return Delivery(0, delivery_key(key, plan.name), key, plan.name, content, now)


def when_due(plan: ChannelPlan, alert: Alert, now: datetime) -> tuple[datetime | None, str]:
    """(not before, digest): critical alerts never wait for a digest and pass quiet hours unless the channel forbids it.

    What takes back or mends an alert does not wait for a digest either.
    """
    is_critical = alert.level == Level.CRITICAL
    if plan.digest and not is_critical and alert.kind not in (AlertKind.CORRECTION, AlertKind.WITHDRAWAL):
        return next_digest(now, plan), plan.digest
    if is_critical and plan.critical_passes:
        return None, ""
    return quiet_until(now, plan), ""


def retry(delivery: Delivery, outcome: Outcome, now: datetime, seed: int) -> datetime | None:
    """When a deferred Delivery is tried again; None when it is settled, or given up after 54 hours (a dead letter).

    The wait doubles from 5 s to 4 h, varied by a quarter either way by `seed`, and is never shorter than the service
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
