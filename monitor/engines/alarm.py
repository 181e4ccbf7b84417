"""The alarm: the operator is told directly, past the outbox, when the ledger can take no message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from monitor.model.delivery import Message, Verdict
from monitor.ports import Channel, World
from monitor.stages import tell

AGAIN = timedelta(minutes=5)
"""A channel that did not take the alarm is tried again so much later."""


@dataclass
class Alarm:
    """Who was told, kept in memory, since there is nowhere else: after a restart it may be told once more."""

    begun: datetime | None = None
    _told: dict[str, datetime] = field(default_factory=dict)
    _tried: dict[str, datetime] = field(default_factory=dict)

    async def ring(
        self, world: World, names: Sequence[str], trouble: tell.OpenTrouble, remind_every: timedelta
    ) -> tuple[str, ...]:
        """Tell the operator's channels that were not told yet, or not for long; those that took it."""
        now = world.clock.now()
        self.begun = self.begun or now
        reached = []
        for name in names:
            last = self._told.get(name)
            if name not in world.channels or (last and now - last < remind_every) or self._waits(name, now):
                continue
            words = (
                tell.reminder(trouble.problem, trouble.since, now, trouble.remedy)
                if last
                else tell.trouble(trouble.problem, trouble.since, trouble.remedy)
            )
            if await self._say(world, world.channels[name], f"alarm/{self.begun.isoformat()}/{now:%d%H%M}", words):
                self._told[name] = now
                reached.append(name)
        return tuple(reached)

    async def end(self, world: World, trouble: tell.OpenTrouble) -> tuple[str, ...]:
        """Tell those who were told that it is over; those who took it. Called until `begun` is None again."""
        now = world.clock.now()
        words = tell.recovery(trouble.problem, trouble.since, now)
        key = f"alarm/{(self.begun or now).isoformat()}/over"
        reached = []
        for name in tuple(self._told):
            if name not in world.channels:
                del self._told[name]
            elif not self._waits(name, now) and await self._say(world, world.channels[name], key, words):
                del self._told[name]
                reached.append(name)
        if not self._told:
            self.begun = None
            self._tried.clear()
        return tuple(reached)

    def _waits(self, name: str, now: datetime) -> bool:
        return name in self._tried and timedelta(0) <= now - self._tried[name] < AGAIN

    async def _say(self, world: World, channel: Channel, key: str, words: Message) -> bool:
        now = world.clock.now()
        delivery = tell.notice(key, words, channel.plan, now)
        outcome = channel.judge(await world.post.send(channel.compose(delivery)))
        if outcome.verdict is Verdict.SENT:
            self._tried.pop(channel.name, None)
            return True
        self._tried[channel.name] = now
        return False
