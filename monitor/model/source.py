"""Source, Feed, FeedState, Entry, Listing: whom we follow, where, and what was listed there."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

SECOND = 1
DAY = 86_400
REGISTER = "register:"
"""How the reader of a register's feed begins; its volume's name follows."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One address of a Source with a cadence.

    `key` is its identity for ever ("bbc/hereford-worcester"): source slug and slug of the name. `every` is
    the wanted interval in seconds. `reader` says what reads the reply: "feed" (RSS, Atom, JSON Feed),
    "page" (links of an HTML page) or "register:<volume>". `authorities` are names on record that this
    feed covers (a prior, never a proof); `subject_only` marks feeds where every entry concerns the subject.
    """

    key: str
    source: str
    name: str
    url: str
    every: int
    reader: str = "feed"
    authorities: tuple[str, ...] = ()
    subject_only: bool = False

    @property
    def register(self) -> str:
        """The name of the register volume that reads this feed; "" for the press."""
        return self.reader.removeprefix(REGISTER) if self.reader.startswith(REGISTER) else ""


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher we follow: `slug` is the file's name in config/sources, `kind` press, regulator or council."""

    slug: str
    name: str
    kind: str
    feeds: tuple[Feed, ...]
    homepage: str = ""
    register: str = ""
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class FeedState:
    """What we remember of one Feed between polls; times are aware UTC.

    `failures` counts failed polls in a row; `moved_to` an address a permanent redirect named and how often
    in a row (`moved_times`); `gone` since when it answers 410; `body_hash` of the last body read;
    `audited` the last unconditional fetch; `posts` the arrival times of its latest new entries (for
    cadence, newest last, at most 200); `entries_last` how many entries the last good reply listed.
    """

    key: str
    etag: str = ""
    last_modified: str = ""
    body_hash: str = ""
    polled: datetime | None = None
    read: datetime | None = None
    changed: datetime | None = None
    audited: datetime | None = None
    due: datetime | None = None
    failures: int = 0
    last_problem: str = ""
    moved_to: str = ""
    moved_times: int = 0
    gone: datetime | None = None
    posts: tuple[datetime, ...] = ()
    entries_last: int = 0
    url: str = ""
    """The configured address all this was learnt at; another address in the config makes it void."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as listed by a Feed.

    `identity` is what tells it from every other item of the Source (canonical link, else guid, else a hash
    of title and date); `url` the address to fetch; `summary` plain text; `published` aware UTC or None;
    `body` full text where the feed carries it; `number` is the ledger's id (0 before it is recorded).
    """

    identity: str
    feed: str
    source: str
    url: str
    title: str
    summary: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    author: str = ""
    body: str = ""
    outlet: str = ""
    first_seen: datetime | None = None
    attempts: int = 0
    number: int = 0
    skip: str = ""
    """Why this entry is not worth a visit; it is then recorded as skipped with this reason. "" when it waits for a visit."""
    extra: tuple[tuple[str, str], ...] = ()
    """Facts a register lists beside the link, such as ("urn", "80584") or ("label", "Children's services inspection")."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong in the world, told to the operator: never silent, never fatal.

    `kind` is a stable word ("dns", "timeout", "http-404", "gone", "malformed", "consent-wall", "partial-listing", ...).
    """

    source: str
    url: str
    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What one reply of a Feed lists, with what could not be read. An empty listing always has a `reason`."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()
    reason: str = ""
    title: str = ""
    ttl: int | None = None
    """Seconds the publisher asks us to wait, from <ttl> or syn:updatePeriod."""


@dataclass(frozen=True, slots=True)
class Poll:
    """One Feed asked once: the new FeedState, the entries listed, the problems; recorded in one transaction."""

    feed: Feed
    state: FeedState
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    outcome: str = ""
    """read, unchanged, failed, gone, moved: one word for the logs and pages."""
    when: datetime | None = field(default=None)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reply to a poll means, and what it lists: made of the page by the pipeline, taken by `poll.after`.

    `verdict` is fresh (a new body: `listing` says what it lists), unchanged (304, or the same bytes), gone (410) or
    failed (`problem` says how); `wait` are the seconds we must stay away at least (Retry-After, backoff), 0 for no wish.
    """

    verdict: str
    wait: float = 0.0
    problem: Problem | None = None
    body_hash: str = ""
    listing: Listing | None = None
    audit: bool = False
    """Whether it was asked without conditions, to see whether a cache lies."""
