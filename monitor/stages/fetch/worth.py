"""Whether an entry could concern the subject, judged by the little its feed says of it, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from monitor.model.source import Entry
from monitor.stages.fetch import words

OWN_SUBJECT = ("regulator", "register")
HISTORY = timedelta(days=60)
"""Nothing older is ever told as news (30 days are the bound), so a back catalogue is not fetched page by page."""
TITLE, OPENING = 1000, 4000
"""Characters looked at."""
_PLAINLY = "the subject"
_LOOKOUT = words.Lookout(
    {
        _PLAINLY: words.SUBJECT,
        "a council": words.COUNCIL,
        "children": words.CHILDREN,
        "an inspection": words.INSPECTION,
        "failings": words.FAILING,
    }
)
_SECTIONS = frozenset(words.SECTIONS.split())
_PLAIN = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "\u00a0": " ", "\u00ad": None, "\u200b": None})


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whether to visit an entry, and why (not)."""

    verdict: bool
    reason: str


def wanted(entry: Entry, kind_of_source: str, now: datetime | None = None) -> Wanted:
    """Whether `entry` could concern a council's children's services. `kind_of_source` press, regulator or council.

    One plain word of the subject is enough, and so are two faint signs of different kinds: a council, children, an
    inspection, failings. On a council's own site the council goes without saying.
    """
    if dated := _history(entry, now):
        return Wanted(False, f"dated {dated:%Y-%m-%d}: history, too old to be told as news")
    if kind_of_source in OWN_SUBJECT:
        return Wanted(True, "the source's own subject")
    told = _plain(f"{entry.title[:TITLE]} . {entry.summary[:OPENING]}")
    if not told.strip(" ."):
        return Wanted(True, "neither headline nor summary: only a visit can tell")
    signs = _LOOKOUT.sightings(told)
    if plain := signs.pop(_PLAINLY, "") or _opening(entry):
        return Wanted(True, f"speaks of “{plain}”")
    if kind_of_source == "council":
        signs.setdefault("a council", "its own site")
    return _by_faint_signs(entry, signs)


def _opening(entry: Entry) -> str:
    """The plain word in the opening of the full text, where the feed carries it."""
    return _LOOKOUT.sightings(_plain(entry.body[:OPENING])).get(_PLAINLY, "") if entry.body else ""


def _by_faint_signs(entry: Entry, signs: dict[str, str]) -> Wanted:
    if len(signs) < 2:
        only = "".join(f" ({sign}: “{word}”)" for sign, word in signs.items())
        return Wanted(False, f"headline and summary say nothing of children's services or an inspection{only}")
    if section := _section(entry.url):
        return Wanted(False, f"from the section “{section}”, without a word of the subject")
    return Wanted(True, "speaks of " + " and ".join(f"{sign} (“{word}”)" for sign, word in signs.items()))


def _history(entry: Entry, now: datetime | None) -> datetime | None:
    """The entry's latest date where that is long past; None where it is recent, unknown or no date that can be meant."""
    dates = [moment for moment in (entry.published, entry.updated) if moment is not None and moment.year > 2000]
    latest = max(dates, default=None)
    return latest if now and latest and now - latest > HISTORY else None


def _section(url: str) -> str:
    """The section of the paper, where its address names one that is not about councils."""
    try:
        parts = urlsplit(url).path.lower().split("/")
    except ValueError:
        return ""
    return next((part for part in parts[:-1] if part in _SECTIONS), "")


def _plain(text: str) -> str:
    plain = text if text.isascii() else text.translate(_PLAIN)
    return " ".join(plain.casefold().split())
