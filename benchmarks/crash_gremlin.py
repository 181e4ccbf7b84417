"""Cuts a run short: at any statement of the database, any answer of the web, any answer of a service.

A place is what was about to happen or had just happened, such as "before INSERT INTO alerts ..." or "answer from
strict". Killed is no Exception, so no code of ours can catch it by mistake; once it struck, every further place
strikes too, as a dead process does nothing more. A fault is what a living process meets: a full disk, a lost answer.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import psycopg
from sqlalchemy import Connection, event

from monitor.edges.ledger import SqlLedger, schema
from monitor.edges.ledger.store import Store


class Killed(BaseException):
    """The process is gone."""


def die() -> None:
    """Death in a simulation: an exception nobody handles."""
    raise Killed


@dataclass
class Gremlin:
    """Strikes at the `at`-th place of a life (0: never), by killing or, with `kills` false, by one fault."""

    at: int
    kills: bool
    death: Callable[[], None] = die
    passed: int = 0
    struck: str = ""
    is_dead: bool = False
    asleep: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def place(self, name: str) -> bool:
        """Passes a place; True when a fault is to happen here. Raises Killed when this is the end."""
        if self.asleep:
            return False
        with self._lock:
            if self.is_dead:
                raise Killed
            self.passed += 1
            if self.passed != self.at:
                return False
            self.struck = name
            self.is_dead = self.kills
        if self.kills:
            self.death()
        return True


@dataclass
class Watched:
    """A database with the gremlin of the present life at every statement, before and after, and before every commit.

    The same engines serve all lives: between them their connections are dropped, as a death would do.
    """

    store: Store
    gremlin: Gremlin = field(default_factory=lambda: Gremlin(0, kills=False))

    def __post_init__(self) -> None:
        for engine in self.store.engines:
            event.listen(
                engine, "before_cursor_execute", lambda at, _, statement, *__: self._place(at, f"before {statement}")
            )
            event.listen(
                engine, "after_cursor_execute", lambda at, _, statement, *__: self._place(at, f"after {statement}")
            )
            event.listen(engine, "commit", lambda at: self._place(at, "before COMMIT"))

    def reborn(self, gremlin: Gremlin) -> SqlLedger:
        """A new life's ledger: opened as a start does, with a gremlin of its own."""
        self.gremlin.asleep = True
        self.store.close()
        schema.upgrade(self.store)
        self.gremlin = gremlin
        return SqlLedger(self.store)

    def _place(self, at: Connection, name: str) -> None:
        try:
            if not self.gremlin.place(name):
                return
        except Killed:
            # What the operating system does for a dead process; here tracebacks keep its cursors, and so its lock, alive.
            at.connection.rollback()
            raise
        raise _full() if self.store.is_sqlite else _gone()


def _full() -> Exception:
    return sqlite3.OperationalError("database or disk is full")


def _gone() -> Exception:
    return psycopg.OperationalError("server closed the connection unexpectedly")
