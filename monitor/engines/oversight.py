"""Oversight: what the service says of itself. The operator's news, digests, the weekly certificate, the heartbeat.

Every message is a Delivery with a key of its own in the outbox: told once, however often a step is run again.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from monitor.edges.ledger import SqlLedger
from monitor.engines import canary, certificates
from monitor.model.coverage import Canary, Certificate
from monitor.model.delivery import ChannelPlan, Delivery, HttpParcel, Message
from monitor.model.source import Problem
from monitor.ports import World
from monitor.stages import digest, tell

CROWD = 3
"""More than so many of the operator's messages at once come as one."""
TOLD = "operator/told"
OF_PAGES = frozenset({"report", "hostile", "fault", "unknown-grade"})
"""Kinds of trouble with one page that a person should see; the others are counted in the certificate."""
WEEK = timedelta(days=7)


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

    def step(self) -> int:
        """Everything that may be due now; how many messages were put in the outbox."""
        now = self._world.clock.now()
        made = [
            *self._troubles(now),
            *self._doubts(now),
            *self._undelivered(now),
            *self._digests(now),
            *self._weekly(now),
        ]
        return len(self._ledger.enqueue(made, now)) if made else 0

    def certificate(self, since: datetime, now: datetime) -> Certificate:
        """What may be relied on for a time, computed from what was really read."""
        return digest.certificate(certificates.facts(self._world, self._ledger, (since, now), self.canary))

    async def sing(self) -> Canary:
        """Send the canary through; the certificate tells of it, and a silent one is a trouble of its own."""
        planted = self._world.clock.now()
        self.canary = await canary.sing(
            self._world, self._duties.perch, planted, self.canary.seen if self.canary else None
        )
        return self.canary

    async def beat(self, sign: str = "") -> bool:
        """Tell the dead man's switch that we live; `sign` "/start" or "/fail". Whether it heard us (true where none is set)."""
        if not self._duties.heartbeat:
            return True
        reply = await self._world.post.send(HttpParcel(self._duties.heartbeat.rstrip("/") + sign, b"", (), "GET"))
        return 200 <= reply.status < 300

    def _operators(self) -> list[ChannelPlan]:
        return [self._world.plans[name] for name in self._duties.operator if name in self._world.plans]

    def _to_operator(self, said: Sequence[tuple[str, Message]], now: datetime) -> list[Delivery]:
        """The messages for every operator's channel; a crowd of them as one."""
        made = []
        for plan in self._operators():
            mine = [tell.notice(key, message, plan, now) for key, message in said]
            crowd = digest.gather(mine, plan, None, now) if len(mine) > CROWD else None
            # A gathering names members that wait in the outbox; these never were there, so it goes without.
            made += [replace(crowd, members=())] if crowd else mine
        return made

    def _troubles(self, now: datetime) -> list[Delivery]:
        rows = self._ledger.problems(open_only=True)
        standing = [
            tell.OpenTrouble(row.problem, row.first_seen) for row in rows if row.feed or row.problem.kind in OF_PAGES
        ]
        told = _told_from(self._ledger.recall(TOLD))
        news, known = tell.operator_news(standing, told, now, timedelta(seconds=self._duties.remind_every))
        if news or known != told:
            # The messages' keys follow from what is told, so that a crash between the two tells nothing twice.
            made = self._to_operator([(one.key, one.message) for one in news], now)
            self._ledger.enqueue(made, now)
            self._ledger.remember(TOLD, _told_to(known), now)
        return []

    def _doubts(self, now: datetime) -> list[Delivery]:
        if not self._duties.check_doubtful:
            return []
        said = {
            (row.doubt.authority, row.doubt.grade, row.recorded.date()): row
            for row in self._ledger.doubts(open_only=True)
        }
        return self._to_operator(
            [
                (f"doubt/{authority}/{grade}/{day}", tell.check(row.doubt))
                for (authority, grade, day), row in said.items()
            ],
            now,
        )

    def _undelivered(self, now: datetime) -> list[Delivery]:
        """What reached nobody, told on the operator's other channels."""
        bad = [one for state in ("refused", "dead") for one in self._ledger.deliveries(state, 50)]
        made = []
        for plan in self._operators():
            mine = [
                one
                for one in bad
                if one.channel != plan.name and one.alert_key.partition("/")[0] not in ("undelivered",)
            ]
            made += [
                tell.notice(
                    f"undelivered/{one.key}/{one.attempts}", _lost(one.channel, one.subject, one.reason), plan, now
                )
                for one in mine
            ]
        return made

    def _digests(self, now: datetime) -> list[Delivery]:
        """Deliveries whose digest is due, one message a channel, with the certificate of the time it covers."""
        held = self._ledger.gathering(now)
        made = []
        for name in dict.fromkeys(one.channel for one in held):
            plan = self._world.plans.get(name)
            if plan is None:
                continue
            length = WEEK if plan.digest == "weekly" else timedelta(days=1)
            gathered = digest.gather(held, plan, self.certificate(now - length, now), now)
            made += [gathered] if gathered else []
        return made

    def _weekly(self, now: datetime) -> list[Delivery]:
        """A week without an alert is told as such, with the certificate; the first week begins at the first start."""
        made = []
        for plan in self._world.plans.values():
            if not plan.nothing_new or plan.name in self._duties.operator:
                continue
            since = self._since(plan.name, now)
            if digest.next_digest(since, replace(plan, digest="weekly")) > now or now - since < timedelta(days=1):
                continue
            if not self._ledger.sent_since(since).get(plan.name, 0):
                proof = self.certificate(since, now)
                made.append(tell.notice(f"weekly/{now:%G-W%V}", digest.nothing_new(proof, plan.timezone), plan, now))
            self._ledger.enqueue(made, now)
            self._ledger.remember(f"weekly/{plan.name}", now.isoformat(), now)
        return made

    def _since(self, channel: str, now: datetime) -> datetime:
        kept = self._ledger.recall(f"weekly/{channel}")
        if kept:
            return datetime.fromisoformat(kept)
        self._ledger.remember(f"weekly/{channel}", now.isoformat(), now)
        return now


def _lost(channel: str, subject: str, reason: str) -> Message:
    return Message(
        subject=f"Not delivered on {channel}: {subject}",
        lead=f"A message for the channel “{channel}” did not arrive: {reason}.",
        level="critical",
        kind="undelivered",
        facts=(("Channel", channel), ("Message", subject), ("Reason", reason)),
        footer=("`monitor alerts` lists it and sends it again.",),
        body=(("channel", channel), ("subject", subject), ("reason", reason)),
    )


def _told_from(kept: str) -> dict[str, tell.ToldTrouble]:
    found = {}
    for name, source, url, kind, detail, since, last, times in json.loads(kept or "[]"):
        moments = (datetime.fromtimestamp(since, UTC), datetime.fromtimestamp(last, UTC))
        found[name] = tell.ToldTrouble(Problem(source, url, kind, detail), *moments, times)
    return found


def _told_to(known: dict[str, tell.ToldTrouble]) -> str:
    rows = [
        (name, *_words(one.problem), one.since.timestamp(), one.last.timestamp(), one.times)
        for name, one in known.items()
    ]
    return json.dumps(rows)


def _words(problem: Problem) -> tuple[str, str, str, str]:
    return problem.source, problem.url, problem.kind, problem.detail
