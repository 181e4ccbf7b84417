"""SqlLedger: the Ledger over SQLite or PostgreSQL. Each method is one transaction; the work is in the modules beside."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from monitor.edges.ledger import claim, entries, facts, feeds, inspections, locks, outbox, presence, schema, upkeep
from monitor.edges.ledger.shown import Answered, Shown
from monitor.edges.ledger.store import Store, file_of, parse
from monitor.errors import LedgerError
from monitor.model.delivery import Delivery, Outcome
from monitor.model.judgement import Inspection
from monitor.model.source import Entry, FeedState, Poll
from monitor.model.trail import Trail
from monitor.ports import Decide


class SqlLedger(Shown, Answered):
    """The database of one installation. Threads may share it; several processes may open the same one."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.holder = claim.holder_name()

    # Feeds and entries

    def feed_states(self, keys: Collection[str] | None = None) -> dict[str, FeedState]:
        """The states of these feeds, or of every feed ever polled, by key."""
        with self.store.reading() as connection:
            return feeds.load_states(connection, keys)

    def due_times(self) -> dict[str, datetime | None]:
        """When every feed ever polled is due, by key."""
        with self.store.reading() as connection:
            return feeds.due_times(connection)

    def record_polls(self, polls: Sequence[Poll]) -> tuple[Entry, ...]:
        """Keep states, problems and entries in one transaction; the entries never seen before, with their numbers."""
        times = [when for poll in polls if (when := poll.when or poll.state.polled)]
        with self.store.writing() as connection:
            return feeds.record_polls(connection, polls, max(times, default=datetime.now(UTC)))

    def take_entries(self, now: datetime, limit: int, lease_seconds: int) -> tuple[Entry, ...]:
        """Entries that still wait for a visit, longest due first, leased; `attempts` already counts this try."""
        with self.store.reading() as connection:
            if not entries.is_any_due(connection, now):
                return ()
        with self.store.writing() as connection:
            return entries.take(connection, self.holder, now, limit, lease_seconds)

    def postpone(self, trail: Trail, until: datetime) -> None:
        """The entry could not be read this time: remember why and offer it again at `until`."""
        with self.store.writing() as connection:
            entries.postpone(connection, trail, until, min(until, datetime.now(UTC)))

    def skip(self, trails: Sequence[Trail], now: datetime) -> None:
        """Many entries that lead to nothing, each with its reason, done with in one transaction."""
        with self.store.writing() as connection:
            entries.skip(connection, trails, now)

    # Judgements

    def record(self, entry: Entry, authorities: Collection[str], decide: Decide, now: datetime) -> Trail:
        """In one transaction that excludes other deciders: load, decide, write all of it, mark visited; what was written."""
        with self.store.writing() as connection:
            locks.hold(connection, locks.DECIDERS, authorities)
            trail = decide(inspections.load(connection, authorities))
            return facts.record(connection, trail, now)

    def inspections(
        self, authorities: Collection[str] | None = None, before: datetime | None = None
    ) -> tuple[Inspection, ...]:
        """Inspections on record (shipped history included), of some or all authorities, oldest first."""
        with self.store.reading() as connection:
            return inspections.load(connection, authorities, before)

    def seed(self, shipped: Sequence[Inspection]) -> int:
        """Adds the shipped inspections whose key is not on record; how many. Changes nothing that is there."""
        with self.store.writing() as connection:
            return inspections.seed(connection, shipped, datetime.now(UTC))

    # Deliveries

    def enqueue(self, some: Sequence[Delivery], now: datetime) -> tuple[Delivery, ...]:
        """Puts Deliveries of no Alert (digests, the operator's messages) in the outbox; those whose key is new, numbered."""
        with self.store.writing() as connection:
            return outbox.put(connection, some, {}, now)

    def gathering(self, now: datetime) -> tuple[Delivery, ...]:
        """Deliveries whose digest is due, oldest first; they leave when a digest that lists their keys as `members` is enqueued."""
        with self.store.reading() as connection:
            return outbox.gathering(connection, now)

    def take_deliveries(self, now: datetime, limit: int, lease_seconds: int) -> tuple[Delivery, ...]:
        """Deliveries that are due, leased to this process; `attempt` already counts this try."""
        with self.store.reading() as connection:
            if not outbox.is_any_due(connection, now):
                return ()
        with self.store.writing() as connection:
            return outbox.take(connection, self.holder, now, limit, lease_seconds)

    def settle(self, delivery: Delivery, outcome: Outcome, now: datetime, retry_at: datetime | None) -> None:
        """Write what became of a leased delivery: sent, refused, waiting until `retry_at` (None with deferred: dead letter)."""
        with self.store.writing() as connection:
            outbox.settle(connection, delivery, outcome, now, retry_at)

    # Upkeep

    @contextmanager
    def claim(self, owner: str) -> Iterator[claim.ServiceLock]:
        """Makes this process the database's one service while the block runs, and takes over what a dead one had leased.

        `owner` is how a second service's message names us. Raises LedgerBusy when another is running.
        """
        with claim.claimed(self.store, owner, self.holder) as lock:
            if lock.before:
                self.release(lock.before)
            yield lock

    def presence(self) -> presence.Presence:
        """This process's sign of life among the workers of one PostgreSQL database."""
        return presence.Presence(self.store, self.holder)

    def release(self, holder: str) -> int:
        """Gives back the entries and deliveries that a process known to be dead had leased; how many."""
        with self.store.writing() as connection:
            return outbox.release(connection, holder) + entries.release(connection, holder)

    def backup(self, path: Path) -> None:
        """Copies a SQLite ledger while it is in use; for PostgreSQL a LedgerError that names pg_dump."""
        upkeep.backup(self.store, path)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the database, one sentence each; () when it is sound."""
        return upkeep.check(self.store)

    def prune(self, now: datetime, days: int = 30) -> int:
        """Drops texts older than `days` that support no judgement; how many rows changed."""
        with self.store.writing() as connection:
            return upkeep.prune(connection, now, days)

    def vacuum(self) -> None:
        """Gives unused room back to the disk."""
        upkeep.vacuum(self.store)

    def close(self) -> None:
        """Lets go of every connection."""
        self.store.close()


def open_ledger(url: str, *, create: bool = True) -> SqlLedger:
    """The ledger at `url` ("sqlite:///var/monitor.db", "sqlite://" for memory, "postgresql://…"), brought up to date.

    Makes the file and its folder unless `create` is false. Raises LedgerError, or its kinds, with what to do.
    """
    file = file_of(parse(url))
    if file is not None and not file.exists():
        if not create:
            raise LedgerError(
                f"there is no ledger at {file}: start the monitor once, or check `database` in monitor.toml."
            )
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as cause:
            raise LedgerError(
                f"{file.parent} cannot be made ({cause.strerror}): check `database` in monitor.toml."
            ) from cause
    store = Store(url)
    schema.upgrade(store)
    return SqlLedger(store)


def upgrade(url: str) -> str:
    """Brings the database at `url` up to date, making it when missing; the revision it had, "" for a new one."""
    file = file_of(parse(url))
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    store = Store(url)
    try:
        return schema.upgrade(store)
    finally:
        store.close()


def backup(url: str, path: Path) -> None:
    """Copies the SQLite ledger at `url` to `path` while it is in use."""
    store = Store(url)
    try:
        upkeep.backup(store, path)
    finally:
        store.close()
