"""Days and names on a report's pages: when inspectors were there, when it was published, whom title and running heads name."""

from __future__ import annotations

import re
from datetime import date, timedelta

from monitor.model.authority import Authority, Reference
from monitor.registers._days import days
from monitor.registers._squeezed import Squeezed, squeezed
from monitor.registers.ofsted._councils import council
from monitor.registers.ofsted._documents import FIRST_PAGE, Document

LONGEST = timedelta(days=200)
"""From the first day to the last, two periods included: the longest on record is 139 days."""
EARLIEST = date(2005, 1, 1)

_ON_SITE = re.compile(r"(?<!previous)(?<!last)inspectiondates?|dates?ofinspection")
_TOOK_PLACE = re.compile(
    r"tookplace(?:from|on|between|during)?|(?:carriedout|visited)(?:from|on|between)"
    r"|visit(?:ed)?(?:to|of)[a-z]{3,90}?(?:on|from|between)(?=\d)"
)
_PUBLISHED = re.compile(r"reportpublished(?:on)?|(?:report)?publicationdate|dateofpublication|published(?:on)?")
_IS_LABEL = re.compile(r"\s*:")
_RUNNING_HEAD = re.compile(r"inspectionof(?P<name>[a-z]{3,90}?)localauthoritychildrensservices")
_NUMBERED = re.compile(r"^\d+|\d+$")
_IN_TITLE = (
    _RUNNING_HEAD,
    re.compile(r"areasendinspection(?:report)?(?:of|in)?(?P<name>[a-z]{3,60}?)localarea"),
    re.compile(
        r"jointtargetedareainspectionof(?:themultiagency[a-z]{0,80}?in)?(?P<name>[a-z]{3,60}?)(?=thisletter|inspection|introduction|$)"
    ),
    re.compile(
        r"(?:focus+edvisit|monitoringvisit)(?:to|of|at)(?P<name>[a-z]{3,60}?)(?:localauthority)?childrensservices"
    ),
    re.compile(
        r"(?:arrangementsfortheprotectionofchildren|lookedafterchildren(?:services)?)"
        r"(?P<name>[a-z]{3,60}?)(?=inspectiondate|reporting|leadinspector)"
    ),
)
_ADDRESSED = re.compile(
    r"directorofchildrens?(?:andadults?)?services(?P<name>[a-z]{3,70}?)"
    r"(?:chiefexecutive|by(?:e)?mail|dear|civic|townhall|countyhall)"
)


def on_site(pages: tuple[str, ...], kind: Document, first_period: bool = False) -> tuple[date | None, date | None, str]:
    """First and last day on site and "" or what is doubtful about them. Two periods make one span, unless only the first is wanted.

    The first page's own line counts. The running heads only speak where it cannot be read: they are known to be wrong at times.
    """
    first = squeezed("\n".join(pages[:2]))
    stated = _stated(first, _ON_SITE) if kind.kind not in ("jtai", "focused_visit", "monitoring_visit") else ()
    stated = stated or _stated(first, _TOOK_PLACE)
    heads = _head_days(pages)
    if _is_plausible(stated):
        period = stated[:2] if first_period and len(stated) > 1 else stated
        differs = heads and _is_plausible(heads) and (min(heads), max(heads)) != (min(stated), max(stated))
        doubt = (
            f"the running head says {min(heads).isoformat()} to {max(heads).isoformat()}"
            if differs and len(heads) > 1
            else ""
        )
        return min(period), max(period), doubt
    if _is_plausible(heads):
        return min(heads), max(heads), "the first page's line cannot be read; these are the running head's"
    return None, None, "the line of the inspection's days cannot be read" if kind.regime or kind.kind != "other" else ""


def published(pages: tuple[str, ...], kind: Document) -> date | None:
    """The day the document itself says it was published, or None. A letter bears its day at the top."""
    first = squeezed(pages[0])
    for match in _PUBLISHED.finditer(first.letters, 0, FIRST_PAGE):
        behind = first.after(match.end(), 60)
        found = days(behind.lstrip(" :\n\t"), 40)
        if found and (match[0].startswith("report") or _IS_LABEL.match(behind)):
            return found[0]
    if kind.kind in ("jtai", "focused_visit", "monitoring_visit"):
        return next((found[0] for line in pages[0].splitlines()[:40] if len(found := days(line, 40)) == 1), None)
    return None


def titled(pages: tuple[str, ...], kind: Document, reference: Reference, day: date | None) -> Authority | None:
    """The council that the title names: inside "Inspection of ... local authority children's services", else above the title."""
    first = squeezed("\n".join(pages[:2])).letters[:FIRST_PAGE]
    for pattern in _IN_TITLE if kind.regime == "ILACS" or not kind.regime else _IN_TITLE[-1:]:
        match = pattern.search(first)
        found = council(match["name"], reference, day) if match else None
        if found:
            return found
    if not kind.regime:
        addressed = _ADDRESSED.search(first)
        return council(addressed["name"], reference, day) if addressed else None
    above = _NUMBERED.sub("", first[: kind.start][-140:])
    below = first[kind.start + len(kind.reason) :][:300].partition("inspectiondate")[0]
    heads = running_heads(pages, reference, day)
    named = [council(words, reference, day) for words in (above, below if len(below) < 120 else "") if words]
    return next((one for one in (*named, *heads[:1]) if one), None)


def running_heads(pages: tuple[str, ...], reference: Reference, day: date | None) -> tuple[Authority, ...]:
    """The councils that heads or feet of the later pages name (one, unless somebody copied a template)."""
    found: dict[str, Authority] = {}
    for page in pages[1:]:
        match = _RUNNING_HEAD.search(squeezed(page[:200]).letters)
        named = council(match["name"], reference, day) if match else None
        if named:
            found[named.name] = named
    return tuple(found.values())


def _stated(text: Squeezed, label: re.Pattern[str]) -> tuple[date, ...]:
    """The days behind the first label that has any."""
    for match in label.finditer(text.letters):
        found = days(text.after(match.end(), 200).lstrip(" :;.-–\n\t\u00a0"), 160)
        if found:
            return found
    return ()


def _head_days(pages: tuple[str, ...]) -> tuple[date, ...]:
    """The days on the second line of a running head."""
    for page in pages[1:3]:
        lines = [line for line in page.splitlines() if line.strip()][:3]
        for line in lines[1:]:
            found = days(line, 100)
            if found:
                return found
    return ()


def _is_plausible(found: tuple[date, ...]) -> bool:
    return bool(found) and list(found) == sorted(found) and found[0] >= EARLIEST and found[-1] - found[0] <= LONGEST
