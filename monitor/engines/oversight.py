"""Oversight: what the service says of itself. The operator's news, digests, the weekly certificate, the heartbeat.

Every message is a Delivery with a key of its own in the outbox: told once, however often a step is run again. When the
ledger can take no message, the operator is told past it (see alarm).
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from monitor.edges.ledger import SqlLedger
from monitor.edges.ledger.rewind import rewind
from monitor.edges.ledger.rows import Wanted
from monitor.engines import canary, certificates, periodic, told, troubles, weeks
from monitor.engines.alarm import Alarm
from monitor.errors import ConfigError, LedgerError
from monitor.model.coverage import Canary, Certificate, Unread
from monitor.model.delivery import ChannelPlan, Delivery, HttpParcel, Message
from monitor.model.source import Problem
from monitor.ports import World
from monitor.stages import digest, tell

CROWD = 3
"""More than so many of the operator's messages at once come as one."""
DAY = timedelta(days=1)
LOOK_EVERY = timedelta(minutes=5)
"""How often the certificate is computed for the operator's sake: it reads much of the ledger."""
ASLEEP = timedelta(minutes=10)
"""When the oversight itself was not run for so long, its heart does not beat."""
BACKWARDS = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Duties:
    """What the config asks of the oversight: `operator` channel names, seconds, the heartbeat's address or ""."""

    operator: tuple[str, ...]
    remind_every: float = 86_400.0
    check_doubtful: bool = True
    heartbeat: str = ""
    perch: Path = Path("var")
    """Where the canary's files lie: on the ledger's disk."""


class Oversight:
    """The steps that watch the service; each may be run at any time and again."""

    def __init__(self, world: World, ledger: SqlLedger, duties: Duties, canary: Canary | None = None) -> None:
        self._world, self._ledger, self._duties = world, ledger, duties
        self.canary = canary
        self._own: dict[str, tell.OpenTrouble] = {}
        self._alarm = Alarm()
        self._alarmed: tell.OpenTrouble | None = None
        self._started = world.clock.now()
        self._last: datetime | None = None
        self._looked: datetime | None = None
        self._unread: tuple[Unread, ...] = ()

    # What the service tells of itself

    def stands(self, problem: Problem, patience: timedelta = troubles.NO_PATIENCE) -> None:
        """Something is wrong with the service itself, told by its `kind` until `over`: no certificate is clear meanwhile."""
        known = self._own.get(problem.kind)
        since = known.since if known else self._world.clock.now()
        self._own[problem.kind] = troubles.of_own(problem, since, patience)

    def over(self, *kinds: str) -> None:
        """What stood under these kinds stands no more."""
        for kind in kinds:
            self._own.pop(kind, None)

    def failed(self, failure: BaseException) -> None:
        """A step of the engine failed."""
        self.stands(*troubles.of_failure(failure))

    def worked(self) -> None:
        """A sweep that asked feeds and kept what they listed came to its end: earlier failures of steps are over."""
        self.over(*troubles.OF_STEPS)

    def not_loaded(self, broken: ConfigError) -> None:
        """An edited config has problems: the former one stays in force, and what the edit asked for is not done."""
        self.stands(Problem("", "", "config", "; ".join(str(one) for one in broken.problems)[:500]))

    # The steps

    async def watch(self) -> int:
        """`step`, and the alarm where the ledger can take no message; how many messages were made."""
        try:
            made = await asyncio.to_thread(self.step)
        except LedgerError as failure:
            self.failed(failure)
            return await self._ring()
        if self._alarmed and not self._own.keys() & troubles.OF_STEPS:
            await self._alarm.end(self._world, self._alarmed)
            self._alarmed = self._alarmed if self._alarm.begun else None
        return made

    async def _ring(self) -> int:
        names = [plan.name for plan in self._operators()]
        worst = min((one for kind, one in self._own.items() if kind in troubles.OF_STEPS), key=lambda one: one.patience)
        if self._world.clock.now() - worst.since < worst.patience:
            return 0
        self._alarmed = worst
        remind_every = timedelta(seconds=self._duties.remind_every)
        return len(await self._alarm.ring(self._world, names, worst, remind_every))

    def step(self) -> int:
        """Everything that may be due now; how many messages were put in the outbox. Raises LedgerError."""
        now = self._world.clock.now()
        self._mind_the_clock(now)
        self._look(now)
        weeks.keep(self._ledger, self.certificate, now)
        made = [*self._doubts(now), *self._undelivered(now)]
        made += periodic.digests(self._world, self._ledger, self.certificate, now)
        told_now = len(periodic.weekly(self._world, self._ledger, self.certificate, now))
        told_now += len(self._ledger.enqueue(made, now)) if made else 0
        return told_now + self._tell_troubles(now)

    def certificate(self, since: datetime, now: datetime) -> Certificate:
        """What may be relied on for a time, computed from what was really read."""
        own = tuple(f"{one.problem.kind}: {one.problem.detail}" for one in self._own.values())
        return digest.certificate(certificates.facts(self._world, self._ledger, (since, now), self.canary, own))

    async def sing(self) -> Canary:
        """Send the canary through; the certificate tells of it, and a silent one is a trouble of its own."""
        planted = self._world.clock.now()
        self.canary = await canary.sing(
            self._world, self._duties.perch, planted, self.canary.seen if self.canary else None
        )
        return self.canary

    async def beat(self, sign: str = "") -> bool:
        """Tell the dead man's switch that we live; `sign` "/start" or "/fail". Whether it heard us (true where none is set).

        A service whose steps fail or stand still, whose canary is silent or whose oversight sleeps beats "/fail".
        """
        if not self._duties.heartbeat:
            return True
        is_asleep = self._last is not None and self._world.clock.now() - self._last > ASLEEP
        sign = sign or ("/fail" if is_asleep or self._own.keys() & troubles.OF_LIFE else "")
        reply = await self._world.post.send(HttpParcel(self._duties.heartbeat.rstrip("/") + sign, b"", (), "GET"))
        return 200 <= reply.status < 300

    def _mind_the_clock(self, now: datetime) -> None:
        """At the start, and when the clock went back, what a clock ahead of it put off is due now."""
        before, self._last = self._last, now
        if before is not None and now >= before - BACKWARDS:
            return
        rewind(self._ledger.store, now)
        if before is not None:
            detail = f"the clock went back from {before:%Y-%m-%d %H:%M} to {now:%Y-%m-%d %H:%M} UTC"
            self.stands(Problem("", "", "clock", detail))
            self._looked = None

    def _look(self, now: datetime) -> None:
        """Every few minutes: what no failed poll shows."""
        if self._looked is not None and timedelta(0) <= now - self._looked < LOOK_EVERY:
            return
        is_first_since_jump = self._looked is None
        self._looked = now
        self._unread = self.certificate(now - DAY, now).unread
        failing = self._own.keys() & troubles.OF_STEPS
        found = {
            "stalled": "" if failing else troubles.stall(self._world, self._ledger, now),
            "canary": troubles.silent_canary(self.canary),
        }
        for kind, detail in found.items():
            self.stands(Problem("", "", kind, detail)) if detail else self.over(kind)
        if not is_first_since_jump and not any(one.kind == "clock" for one in self._unread):
            self.over("clock")

    # What is told

    def _operators(self) -> list[ChannelPlan]:
        return [self._world.plans[name] for name in self._duties.operator if name in self._world.plans]

    def _to_operator(self, said: Sequence[tuple[str, Message]], now: datetime) -> list[Delivery]:
        """The messages for every operator's channel; a crowd of them as one."""
        made = []
        for plan in self._operators():
            mine = [told.timed(tell.notice(key, message, plan, now), plan, now) for key, message in said]
            crowd = digest.gather(mine, plan, None, now) if len(mine) > CROWD else None
            # A gathering names members that wait in the outbox; these never were there, so it goes without.
            made += [told.timed(replace(crowd, members=()), plan, now)] if crowd else mine
        return made

    def _tell_troubles(self, now: datetime) -> int:
        # After a start every feed must be given time to be asked; and while steps fail that is the one thing to tell.
        is_telling = now - self._started >= tell.PATIENCE and not self._own.keys() & troubles.OF_STEPS
        unread = self._unread if is_telling else ()
        standing, forgotten = troubles.standing(self._world, self._ledger, unread, now)
        kept = told.troubles_from(self._ledger.recall(told.TOLD))
        known_before = {name: one for name, one in kept.items() if name not in forgotten}
        remind_every = timedelta(seconds=self._duties.remind_every)
        news, known = tell.operator_news([*self._own.values(), *standing], known_before, now, remind_every)
        if not news and known == kept:
            return 0
        # The messages' keys follow from what is told, so that a crash between the two tells nothing twice.
        made = self._ledger.enqueue(self._to_operator([(one.key, one.message) for one in news], now), now)
        self._ledger.remember(told.TOLD, told.troubles_to(known), now)
        return len(made)

    def _doubts(self, now: datetime) -> list[Delivery]:
        """What the operator should look at, each once, however many there are."""
        last = int(self._ledger.recall(told.DOUBTS) or 0)
        new = [row for row in certificates.whole(partial(self._ledger.doubts, True), Wanted()) if row.number > last]
        if not new or not self._duties.check_doubtful:
            return []
        said = {
            f"doubt/{row.doubt.authority}/{row.doubt.grade}/{row.recorded.date()}": tell.check(row.doubt) for row in new
        }
        self._ledger.enqueue(self._to_operator(list(said.items()), now), now)
        self._ledger.remember(told.DOUBTS, str(new[0].number), now)
        return []

    def _undelivered(self, now: datetime) -> list[Delivery]:
        """What reached nobody, told on the operator's other channels."""
        lost = [one for one in certificates.lost(self._ledger) if one.settled is None or now - one.settled < 14 * DAY]
        return [
            told.timed(tell.notice(f"undelivered/{one.key}/{one.attempts}", told.lost(one), plan, now), plan, now)
            for plan in self._operators()
            for one in lost
            if one.channel != plan.name
        ]
