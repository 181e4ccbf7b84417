"""Cases: one labelled or unlabelled page of a `.jsonl` file as an Article, and a Trail as the JSON of `monitor read`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time

from monitor.model.alert import Level
from monitor.model.judgement import Dismissal, Mention
from monitor.model.page import Article
from monitor.model.trail import Trail

Case = Mapping[str, object]
"""Keys id, url, outlet, published (ISO day or null), title, summary, text; a `label` is never read here."""

MORNING = time(9, 30, tzinfo=UTC)
"""The hour a day's page counts as published: reports appear at half past nine."""


def article_of(case: Case) -> Article:
    """The case as a reader's Article. Missing keys are empty, an unreadable day is none."""
    url = _text(case, "url") or _text(case, "id")
    return Article(
        url=url,
        canonical=url,
        title=_text(case, "title"),
        text=_text(case, "text"),
        summary=_text(case, "summary"),
        outlet=_text(case, "outlet"),
        published=published_of(case),
    )


def published_of(case: Case) -> datetime | None:
    """The moment of publication, aware UTC; None where unknown."""
    stated = _text(case, "published")
    try:
        if len(stated) == len("2017-01-24"):
            return datetime.combine(date.fromisoformat(stated), MORNING)
        moment = datetime.fromisoformat(stated)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def moment_of(case: Case, now: datetime) -> datetime:
    """The present while the case is read: its own day, or `now` where it has none."""
    return published_of(case) or now


def in_order(cases: Iterable[Case]) -> tuple[Case, ...]:
    """The cases in order of publication, those without a day last, else as in the file."""
    end = datetime.max.replace(tzinfo=UTC)
    return tuple(sorted(cases, key=lambda case: published_of(case) or end))


def read_json(case_id: str, trail: Trail) -> dict[str, object]:
    """The Trail of one page as one line of `monitor read --json`. `alert` is true when it would tell something critical."""
    reading = trail.reading
    return {
        "id": case_id,
        "relevant": bool(reading and reading.relevant),
        "kind": str(reading.kind) if reading else "unrelated",
        "judgements": [
            line for mention in (reading.mentions if reading else ()) for line in _judgements(mention, trail)
        ],
        "dismissals": [_dismissal(dismissal) for dismissal in trail.dismissals],
        "alert": any(alert.level is Level.CRITICAL for alert in trail.alerts),
        "why": trail.why,
    }


def _judgements(mention: Mention, trail: Trail) -> Iterable[dict[str, object]]:
    """One line an authority: a judgement of an abolished council's services is borne by its successors.

    Where the record made a restated grade news, the line says so.
    """
    met = [(r.inspection.authority, m) for r in trail.resolutions for m in r.mentions if _place(m) == _place(mention)]
    for name, told in met or [(mention.authority, mention)]:
        yield _judgement(name, told)


def _place(mention: Mention) -> tuple[str, str, int, int]:
    return mention.authority, mention.area, mention.start, mention.end


def _judgement(authority: str, mention: Mention) -> dict[str, object]:
    return {
        "authority": authority,
        "area": mention.area,
        "grade": mention.grade,
        "standing": str(mention.standing),
        "framework": mention.framework,
        "inspection_from": mention.inspection_from.isoformat() if mention.inspection_from else None,
        "inspection_to": mention.inspection_to.isoformat() if mention.inspection_to else None,
        "previous_grade": mention.previous_grade or None,
        "quote": mention.quote,
        "confidence": round(mention.confidence, 3),
    }


def _dismissal(dismissal: Dismissal) -> dict[str, object]:
    return {"quote": dismissal.quote, "reason": dismissal.reason}


def _text(case: Case, key: str) -> str:
    value = case.get(key)
    return value if isinstance(value, str) else ""
