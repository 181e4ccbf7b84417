"""The crash law: whatever is cut short, and wherever, nothing is lost and nothing is told twice.

    python -m benchmarks.crash --runs 10000 --json

Each seeded run lists made-up stories, walks the real pipeline on a real ledger, and is killed (or meets a full disk, a
lost answer, a busy service) at one place after another: before and after every statement, before every commit, at every
answer of the web, before and after every message sent. It is started again until it is through, and cut again on the way.
Then: `lost` counts judgements that a channel was never told of; `doubled` those that a receiver which honours the key took
for two; `repeats` messages that reached another receiver again. A repeat needs a cut between sending and settling: no
message may be repeated more often than its run was cut. `crash_points` are the cuts of all runs, `places` how many
different ones, `kills` those of them that were a real SIGKILL of the real service.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import random
import shutil
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Protocol

from benchmarks import crash_service
from benchmarks.crash_gremlin import Gremlin, Killed, Watched
from benchmarks.crash_world import (
    CHANNELS,
    Clock,
    Hands,
    MadeUpPost,
    Receivers,
    Story,
    is_done,
    step,
    stories,
    world,
)
from monitor.edges.ledger import SqlLedger, open_ledger
from monitor.edges.ledger.store import Store
from monitor.errors import LedgerError

SPAN = 160
"""Places in one life, about: runs strike at each in turn, and at later ones by chance."""
MOST_LIVES, MOST_STEPS = 12, 60
PAUSE = timedelta(minutes=7)
"""Longer than a lease: what a dead life had taken is free again."""
SERVICE_IN = 500
"""After so many runs one is the real service under real SIGKILLs."""


@dataclass(frozen=True)
class Verdict:
    """What a run came to; `worst` is how often the message repeated most was repeated."""

    lost: int
    doubled: int
    repeats: int
    worst: int


@dataclass
class Tally:
    """What the runs came to."""

    runs: int = 0
    lost: int = 0
    doubled: int = 0
    repeats: int = 0
    crash_points: int = 0
    kills: int = 0
    places: set[str] = field(default_factory=set)
    unlawful: list[int] = field(default_factory=list)
    """Seeds of runs that broke the law."""

    def as_dict(self) -> dict[str, object]:
        """The shape of the contract, and a little more."""
        names = ("runs", "crash_points", "lost", "doubled", "repeats", "kills")
        counted = {name: getattr(self, name) for name in names}
        return {**counted, "places": len(self.places), "unlawful": self.unlawful[:20]}

    def add(self, seed: int, cuts: Sequence[str], found: Verdict) -> None:
        """Counts one run that is through: where it was cut, and its verdict."""
        self.runs += 1
        self.lost += found.lost
        self.doubled += found.doubled
        self.repeats += found.repeats
        self.crash_points += len(cuts)
        self.places.update(cuts)
        if found.lost or found.doubled or found.worst > len(cuts):
            self.unlawful.append(seed)


def verdict(receivers: Receivers, told: tuple[Story, ...], channels: Sequence[str] = CHANNELS) -> Verdict:
    """The verdict of a run: each council written about is one message on each channel."""
    lost = doubled = 0
    again = [0]
    for channel in channels:
        for council in {story.council for story in told if story.council}:
            posts = receivers.posts(channel, council)
            lost += not posts
            doubled += max(len(posts) - 1, 0)
            again += [count - 1 for count in posts.values() if channel != "strict"]
    return Verdict(lost, doubled, sum(again), max(again))


def run(seed: int, database: Database, tally: Tally) -> None:
    """One seeded run, from an empty ledger until it is through."""
    dice, told, receivers, clock = random.Random(seed), stories(seed), Receivers(), Clock()
    watched = database.emptied()
    cuts: list[str] = []
    for life in range(MOST_LIVES):
        at = seed % SPAN + 1 if life == 0 else dice.choice((0, dice.randint(1, SPAN))) if life < 4 else 0
        gremlin = Gremlin(at, kills=dice.random() < 0.6)
        try:
            live(watched.reborn(gremlin), clock, told, (gremlin, receivers))
            break
        except Killed:
            clock.time += PAUSE
        finally:
            cuts += [gremlin.struck] if gremlin.struck else []
    tally.add(seed, cuts, verdict(receivers, told))


def live(ledger: SqlLedger, clock: Clock, told: tuple[Story, ...], ends: tuple[Gremlin, Receivers]) -> None:
    """One life of the service: until nothing is left to do, or until it is killed."""
    gremlin, receivers = ends
    made = world(ledger, clock, told, Hands(MadeUpPost(receivers, gremlin), gremlin))
    try:
        for _ in range(MOST_STEPS):
            with suppress(LedgerError, ExceptionGroup):  # a step that failed is taken again, as the engine does
                asyncio.run(step(made))
            gremlin.asleep = True
            if is_done(ledger, told):
                return
            gremlin.asleep = False
            clock.time += PAUSE
    except BaseExceptionGroup as group:
        raise Killed from group


def serve(seed: int, folder: Path, tally: Tally) -> None:
    """One run of the real service, `monitor run` in a process of its own, under real SIGKILLs."""
    ended = crash_service.run(seed, folder)
    tally.kills += ended.kills
    tally.add(seed, ended.cuts, verdict(ended.receivers, ended.told, crash_service.CHANNELS))


class Database(Protocol):
    """Where the runs' ledgers live."""

    def emptied(self) -> Watched:
        """An empty ledger, watched."""
        ...


class File:
    """A SQLite ledger, made empty again by copying one that was migrated once."""

    def __init__(self, folder: Path) -> None:
        self._mould, self._file = folder / "mould.db", folder / "run.db"
        open_ledger(f"sqlite:///{self._mould}").close()
        self._watched = Watched(Store(f"sqlite:///{self._file}"))

    def emptied(self) -> Watched:
        """An empty ledger, watched."""
        self._watched.store.close()
        for left in self._file.parent.glob("run.db*"):
            left.unlink()
        shutil.copy(self._mould, self._file)
        return self._watched


def quiet() -> None:
    """The deaths of tasks are no news here."""
    logging.getLogger("asyncio").disabled = True


def main() -> int:
    """Run it from the command line; 1 when the law was broken."""
    asked = argparse.ArgumentParser(
        prog="python -m benchmarks.crash", description=__doc__.splitlines()[0] if __doc__ else ""
    )
    asked.add_argument("--runs", type=int, default=1_000)
    asked.add_argument("--seed", type=int, default=0, help="the first run's seed")
    asked.add_argument("--json", action="store_true")
    said = asked.parse_args()
    tally = Tally()
    quiet()
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="crash-law-", dir=memory if memory.is_dir() else None) as folder:
        file = File(Path(folder))
        for seed in range(said.seed, said.seed + said.runs):
            run(seed, file, tally)
            if seed % SERVICE_IN == SERVICE_IN - 1 or seed == said.seed:
                serve(seed, Path(folder) / f"service-{seed}", tally)
            if sys.stderr.isatty() and seed % 50 == 0:
                sys.stderr.write(f"\r{tally.runs} of {said.runs}")
    found = tally.as_dict()
    sys.stdout.write(
        json.dumps(found, sort_keys=True) + "\n"
        if said.json
        else "".join(f"{name}: {value}\n" for name, value in found.items())
    )
    return 1 if tally.unlawful else 0


if __name__ == "__main__":
    raise SystemExit(main())
