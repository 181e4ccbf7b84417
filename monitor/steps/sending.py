"""Sending a delivery: composed, sent, judged, and only then settled."""

from __future__ import annotations

from monitor.flow import insist
from monitor.model.delivery import Delivery, Outcome, Verdict
from monitor.ports import Channel, World
from monitor.stages import tell


async def send_one(world: World, delivery: Delivery) -> Outcome:
    """One delivery down its channel: composed, sent, judged, and only then settled."""
    channel = world.channels.get(delivery.channel)
    if channel is None:
        outcome = Outcome(Verdict.REFUSED, f"no channel is called {delivery.channel!r} any more")
    else:
        outcome = await arrived_before(world, channel, delivery) or await sent(world, channel, delivery)
    now = world.clock.now()
    retry_at = tell.retry(delivery, outcome, now, delivery.number)
    await insist(world.ledger.settle, delivery, outcome, now, retry_at)
    return outcome


async def sent(world: World, channel: Channel, delivery: Delivery) -> Outcome:
    """Composed, sent, judged. A fault of our own puts the delivery off: it is never lost and never taken for sent."""
    try:
        whole = tell.with_answers(delivery, world.public_url, world.secret)
        return channel.judge(await world.post.send(channel.compose(whole)))
    except Exception as fault:
        return Outcome(Verdict.DEFERRED, f"a fault of the monitor's own: {fault!r}")


async def arrived_before(world: World, channel: Channel, delivery: Delivery) -> Outcome | None:
    """Before a retry: whether an earlier try arrived after all, where the service can be asked; None when it must be sent."""
    question = channel.lookup(delivery) if channel.lookup and delivery.attempt > 1 else None
    if question is None or channel.found is None:
        return None
    return channel.found(await world.post.send(question), delivery)
