"""Coverage: what was really read, what was not and why; what an all-clear is computed from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Gap:
    """A time in which a feed went unread; `until` None while it lasts."""

    since: datetime
    until: datetime | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class FeedCoverage:
    """How well one Feed was read; times are aware UTC.

    `every` the wanted interval in seconds; `kind` press, regulator or council; `is_register` an inspectorate's own
    list, which loses no entry while it is unread; `authorities` the names it covers, () for all. `last_read` the last
    good reply (None: never), `changed` the last one that differed from the one before, `audited` the last one asked for
    without conditions. `listed` entries in the last good listing. `problems` open ones as words for people.
    `last_post` the arrival of its newest entry, `longest_silence` the longest time between two of its posts in seconds
    (0 where too few are known).
    """

    feed: str
    source: str
    name: str
    url: str
    every: int
    kind: str = "press"
    is_register: bool = False
    authorities: tuple[str, ...] = ()
    last_read: datetime | None = None
    changed: datetime | None = None
    audited: datetime | None = None
    failures: int = 0
    problem: str = ""
    gone: datetime | None = None
    listed: int = 0
    problems: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    last_post: datetime | None = None
    longest_silence: float = 0.0
    is_rhythm_known: bool = False
    """Whether its known posts are many, or span a week: then a silence of days says something."""
    unreadable: tuple[str, ...] = ()
    """What stood before its source's latest pages ("bot", "consent" ...), when not one of several could be read."""


@dataclass(frozen=True, slots=True)
class Canary:
    """The planted entry: when it was last planted and when it last came out at the end (None: never)."""

    planted: datetime
    seen: datetime | None = None


@dataclass(frozen=True, slots=True)
class CoverageFacts:
    """All that a Certificate is computed from.

    `watched` the authorities that rules watch; `waiting` entries not yet read and `oldest_waiting` since when;
    `given_up` entries that concern the subject and could not be read at all; `undelivered` alerts that reached nobody,
    as words ("duty: Kent judged ..."); `canary` None where none is set up.
    """

    since: datetime
    now: datetime
    feeds: tuple[FeedCoverage, ...]
    watched: tuple[str, ...]
    waiting: int = 0
    oldest_waiting: datetime | None = None
    given_up: tuple[str, ...] = ()
    undelivered: tuple[str, ...] = ()
    canary: Canary | None = None
    overdue: tuple[str, ...] = ()
    """Deliveries on their way for longer than they should be, as words ("duty: 2 messages wait: timeout")."""
    troubles: tuple[str, ...] = ()
    """What is wrong with the service itself: a step that fails, a config that cannot be loaded, a clock that went back."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A feed that was not read as it should be: who, since when (None: never), and why in words."""

    feed: str
    name: str
    url: str
    since: datetime | None
    why: str
    kind: str = ""
    """A stable word: gone, never-read, clock, late, empty, doubtful, not-audited, too-quiet, walled or gap."""

    @property
    def reason(self) -> str:
        """As it stands among a Certificate's reasons."""
        return f"{self.name}: {self.why}"


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a reader may rely on. `verdict` is "clear" or "not clear"; `reasons` name everything that was not read.

    `read` of `feeds` feeds that concern a watched authority were read throughout; `local` and `register` count the
    `watched` authorities that a read feed of their own and a read register cover; `uncovered` those that nothing covers;
    `longest_unread` seconds; `canary` a sentence.
    """

    verdict: str
    reasons: tuple[str, ...]
    since: datetime
    now: datetime
    feeds: int
    read: int
    unread: tuple[Unread, ...]
    watched: int
    local: int
    register: int
    uncovered: tuple[str, ...]
    longest_unread: float
    canary: str

    @property
    def is_clear(self) -> bool:
        """Whether silence may be taken for "nothing happened"."""
        return self.verdict == CLEAR


CLEAR, NOT_CLEAR = "clear", "not clear"
