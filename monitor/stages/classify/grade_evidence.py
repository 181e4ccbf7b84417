"""What a page's grades themselves say about whether they are news: where they stand, how old they sound, what is beside them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from monitor.model.judgement import Standing
from monitor.stages.classify.claim import LOW, Claim
from monitor.stages.classify.page_text import Role
from monitor.stages.classify.sames import verdict_again
from monitor.stages.classify.visits import Visit

UNREAL = (Standing.FEARED, Standing.DENIED, Standing.DEMANDED, Standing.HYPOTHETICAL)
EARLY = 14
"""The first sentences of a page, captions and summary included."""
RECENT = 75
"""Days since the last day on site within which a report usually appears."""
AREAS = frozenset({"leaders", "help_and_protection", "in_care", "care_leavers", "rest"})
PROVIDERS = frozenset({"school", "nursery", "home", "fostering", "centre", "college", "health", "adults"})
VISITED = frozenset(
    f"{zone}: {sign}" for zone in ("title", "lead", "rest") for sign in ("this visit", "monitoring strong", "focused")
)
SPOILERS = frozenset({"title: letter", "lead: letter", "title: monitoring", "lead: monitoring"})

Signal = tuple[str, float, float]
"""A signal, how much it counts, and at most how much in all."""


def grade_signals(claims: list[Claim], visit: Visit | None, today: date | None, told: set[str]) -> Iterator[Signal]:
    """Every signal of the claims; `told` are the signals found before."""
    live = [claim for claim in claims if not claim.refused and claim.line.told and not claim.side]
    opened = [claim for claim in live if claim.standing is None]
    low = [claim for claim in opened if claim.grade == LOW and claim.form != "threshold"]
    fresh = [claim for claim in opened if claim.grade != LOW and claim.age < 2 and not claim.previous]
    undated = [claim for claim in low if claim.form != "attribute" and claim.age < 1 and not _unchanged(claim)]
    yield from _of_each(opened)
    yield from _of_old(live, low, fresh)
    if not told & VISITED and any(verdict_again(c.line) and c.age < 2 and c.form != "attribute" for c in low):
        yield "the verdict is given again", 1.0, 1.0
    yield from _of_undated(undated, low)
    if (
        undated
        and _is_recent(visit, today)
        and not told & SPOILERS
        and not any("a dated report" in sign for sign in told)
    ):
        yield "an undated inadequate beside a recent inspection", 1.0, 1.0
    unreal = [c for c in live if c.line.sentence.role is Role.TITLE and c.grade == LOW and c.standing in UNREAL]
    if unreal and not any(claim.grade != LOW and claim.age < 2 for claim in opened):
        yield "title: an unreal grade", 1.0, 1.0
    if _first_is_another_providers(claims):
        yield "the first grade is another provider's", 1.0, 1.0
    if len({claim.authorities for claim in opened if claim.age < 2}) > 1 and len({c.grade for c in opened}) > 1:
        yield "several councils, several grades", 1.0, 1.0
    told_areas = {area for claim in opened if claim.age < 2 and not claim.previous for area in claim.areas}
    if len(told_areas & AREAS) >= 3:
        yield "grades of most areas", 1.0, 1.0
    if any(claim.form == "threshold" for claim in opened):
        places = {claim.line.sentence.place for claim in live if claim.form == "threshold"}
        yield "serious failures", len(places), 2.0
    if not any(claim.age < 2 for claim in opened):
        yield "no open grade", 1.0, 1.0


def _first_is_another_providers(claims: list[Claim]) -> bool:
    """Whether the first firm inadequate of the story is a school's, a home's or the like."""
    told = [c for c in claims if c.grade == LOW and c.line.told and c.form not in ("none", "threshold", "attribute")]
    return bool(told) and bool(told[0].refused) and told[0].subject in PROVIDERS


def _unchanged(claim: Claim) -> bool:
    """ "remains inadequate": of a visit as likely as of a new grade."""
    return claim.line.has("still") and not claim.line.has("again")


def _is_recent(visit: Visit | None, today: date | None) -> bool:
    return visit is not None and today is not None and 0 <= (today - visit.until).days <= RECENT


def _of_each(opened: list[Claim]) -> Iterator[Signal]:
    for claim in opened:
        if claim.line.sentence.role is Role.TITLE:
            yield _title_signal(claim), 1.0, 1.0
        elif claim.form == "list" and claim.areas:
            yield "a list of area grades", 0.5, 1.0
        elif claim.age <= -1:
            yield "a grade told as new", 1.0, 2.0
        elif claim.age >= 2 and not claim.previous and claim.grade == LOW:
            yield "a grade told as old", 1.0, 2.0


def _title_signal(claim: Claim) -> str:
    """How firmly a headline tells a grade."""
    if claim.form == "threshold":
        return "title: threshold"
    if claim.form == "attribute" or claim.age > 0.4:
        return "title: grade as attribute"
    plain = claim.form in ("verb", "move", "overall", "list", "implied")
    if claim.line.has("still") and not claim.line.has("again"):
        return "title: grade stated"
    return "title: grade told" if plain or claim.line.has("inspectorate") or claim.implied else "title: grade stated"


def _of_old(live: list[Claim], low: list[Claim], fresh: list[Claim]) -> Iterator[Signal]:
    if any(claim.previous for claim in live):
        yield "a previous grade", 1.0, 1.0
    if low and not fresh and min(claim.age for claim in low) >= 2:
        yield "every inadequate is old", 1.0, 1.0
    dated = any(claim.grade == LOW and claim.age >= 2 and claim.form != "threshold" for claim in live)
    if low and dated and not fresh and all(claim.form == "attribute" or claim.age >= 2 for claim in low):
        yield "inadequate only as an attribute beside a dated one", 1.0, 1.0


def _of_undated(undated: list[Claim], low: list[Claim]) -> Iterator[Signal]:
    if any(c.line.sentence.role is not Role.CAPTION and c.line.sentence.place < EARLY for c in undated):
        yield "an undated inadequate early on", 1.0, 1.0
    if not undated and any(_spoken_by_inspectors(claim) for claim in low):
        yield "inspectors speak of an inadequate service", 1.0, 1.0
    if any(claim.line.has("again") and claim.age < 2 for claim in low):
        yield "again", 1.0, 1.0


def _spoken_by_inspectors(claim: Claim) -> bool:
    attribute = claim.form == "attribute" and claim.age < 1 and claim.line.sentence.role is not Role.TITLE
    return attribute and claim.line.has("inspectorate")
