"""What people see of the ledger and what they answer: the methods for lists, pages, API and command line."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from monitor.edges.ledger import answers, lists, outbox, pages
from monitor.edges.ledger.rows import (
    EVERYTHING,
    AlertRow,
    ArticleRow,
    ArticleTrail,
    AuditRow,
    Coverage,
    DoubtRow,
    EntryRow,
    FeedRow,
    ProblemRow,
    Wanted,
)
from monitor.edges.ledger.store import Store
from monitor.model.delivery import DeliveryRecord
from monitor.model.judgement import Inspection, Judgement


class Shown:
    """Lists and pages. Each call sees one state of the database and waits for no writer."""

    store: Store

    def alerts(self, wanted: Wanted = EVERYTHING) -> tuple[AlertRow, ...]:
        """Alerts, newest first, with the answers people gave; `authority`, `kind` and `since` narrow it."""
        with self.store.reading() as connection:
            return lists.alerts(connection, wanted)

    def entries(self, wanted: Wanted = EVERYTHING) -> tuple[EntryRow, ...]:
        """Entries, newest first, and what became of them; `source`, `feed`, `outcome` ("waiting" too) and `text` narrow it."""
        with self.store.reading() as connection:
            return lists.entry_rows(connection, wanted)

    def articles(self, wanted: Wanted = EVERYTHING) -> tuple[ArticleRow, ...]:
        """Articles, newest first; `authority`, `source`, `kind`, `outcome` ("relevant" too), `text`, `since` narrow it."""
        with self.store.reading() as connection:
            return lists.article_rows(connection, wanted)

    def article(self, number: int) -> ArticleTrail | None:
        """One article with its Reading, Resolutions, entries, alerts and deliveries; None for a number never given."""
        with self.store.reading() as connection:
            return pages.article(connection, number)

    def article_at(self, url: str) -> int | None:
        """The number of the article at an address, or None."""
        with self.store.reading() as connection:
            return pages.article_at(connection, url)

    def deliveries(
        self, state: str = "", limit: int = 200, before: int = 0, channel: str = ""
    ) -> tuple[DeliveryRecord, ...]:
        """Deliveries, newest first: in one `state` ("snoozed" too) or all, on one `channel` or all, after number `before`."""
        with self.store.reading() as connection:
            return lists.deliveries(connection, state, Wanted(limit=limit, before=before, kind=channel))

    def deliveries_of(self, alert_keys: Sequence[str]) -> tuple[DeliveryRecord, ...]:
        """The deliveries of these alerts, oldest first: to whom each was told."""
        with self.store.reading() as connection:
            return pages.deliveries_of(connection, list(alert_keys))

    def problems(self, open_only: bool = True, wanted: Wanted = EVERYTHING) -> tuple[ProblemRow, ...]:
        """Problems with first and last seen, times, recovery; newest first; `source`, `feed` and `kind` narrow it."""
        with self.store.reading() as connection:
            return lists.problem_rows(connection, open_only, wanted)

    def doubts(self, open_only: bool = True, wanted: Wanted = EVERYTHING) -> tuple[DoubtRow, ...]:
        """What the operator was asked to check, newest first; `authority` narrows it."""
        with self.store.reading() as connection:
            return lists.doubts(connection, open_only, wanted)

    def feeds(self) -> tuple[FeedRow, ...]:
        """Every feed ever polled, with its state and open problems, by key."""
        with self.store.reading() as connection:
            return pages.feed_rows(connection)

    def coverage(self, since: datetime, now: datetime) -> tuple[Coverage, ...]:
        """How well each feed was read from `since` to `now`: last reads, failures, gaps."""
        with self.store.reading() as connection:
            return pages.coverage(connection, since, now)

    def judgements(self, authority: str = "", grade: str = "") -> tuple[Judgement, ...]:
        """Judgements of one or all authorities, newest inspection first, each area a row."""
        with self.store.reading() as connection:
            return pages.judgements(connection, authority, grade)

    def history(self, authority: str) -> tuple[Inspection, ...]:
        """The inspections of one authority, newest first."""
        with self.store.reading() as connection:
            return pages.history(connection, authority)

    def counts(self, only: Collection[str] = ()) -> dict[str, int]:
        """How much is on record, by stable words: "entries", "alerts", "problems.open", "deliveries.dead" ...

        With `only`, of what is not a delivery's state just these words: a page need not count every article.
        """
        with self.store.reading() as connection:
            return pages.counts(connection, only)

    def sent_since(self, since: datetime) -> dict[str, int]:
        """How many Deliveries each channel sent since a moment."""
        with self.store.reading() as connection:
            return pages.sent_since(connection, since)

    def audit(self, wanted: Wanted = EVERYTHING) -> tuple[AuditRow, ...]:
        """What people did by hand, newest first; `kind` is the deed."""
        with self.store.reading() as connection:
            return lists.audit(connection, wanted)


class Answered:
    """What people do: each deed is kept in the audit in the same transaction."""

    store: Store

    def acknowledge(self, event_key: str, who: str, now: datetime) -> bool:
        """Somebody has it in hand. False when nothing was told of `event_key`."""
        return self._respond(event_key, "acknowledge", who, now, acknowledged=now, acknowledged_by=who)

    def snooze(self, event_key: str, until: datetime, who: str, now: datetime) -> bool:
        """Holds the thread's messages back until a time; then they go out. False when nothing was told of `event_key`."""
        return self._respond(event_key, "snooze", who, now, snoozed_until=until, snoozed_by=who)

    def quieten(self, event_key: str, channel: str, until: datetime, now: datetime) -> bool:
        """As snooze, on one channel only, for a reader of that channel."""
        who = f"a reader of {channel}"
        with self.store.writing() as connection:
            thread = answers.thread_of(connection, event_key)
            if thread is not None:
                answers.quieten(connection, thread, (channel, until), who)
                answers.note(connection, (who, "snooze", event_key), f"on {channel} only", now)
            return thread is not None

    def resend(self, number: int, who: str, now: datetime) -> bool:
        """Puts a refused or dead Delivery back in the queue, under its old key. False when it is neither."""
        with self.store.writing() as connection:
            is_again = outbox.resend(connection, number, now)
            if is_again:
                answers.note(connection, (who, "resend", str(number)), "", now)
            return is_again

    def close_doubt(self, number: int, answer: str, who: str, now: datetime) -> bool:
        """The operator's answer to a "please check". False when it is closed or unknown."""
        with self.store.writing() as connection:
            is_closed = answers.close_doubt(connection, number, answer, now)
            if is_closed:
                answers.note(connection, (who, "doubt", str(number)), answer, now)
            return is_closed

    def note(self, deed: tuple[str, str, str], detail: str, now: datetime) -> None:
        """One line of the audit; `deed` is (who, what, subject)."""
        with self.store.writing() as connection:
            answers.note(connection, deed, detail, now)

    def remember(self, key: str, value: str, now: datetime) -> None:
        """Keeps a small fact under a key, such as when a digest last went out."""
        with self.store.writing() as connection:
            answers.remember(connection, key, value, now)

    def recall(self, key: str) -> str:
        """The small fact under a key, or ""."""
        with self.store.reading() as connection:
            return answers.recall(connection, key)

    def _respond(self, event_key: str, what: str, who: str, now: datetime, **answer: object) -> bool:
        with self.store.writing() as connection:
            thread = answers.thread_of(connection, event_key)
            if thread is None:
                return False
            answers.respond(connection, thread, **answer)
            answers.note(connection, (who, what, event_key), "", now)
            return True
