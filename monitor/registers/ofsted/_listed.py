"""The reports that a provider's page lists: link, label, day of publication."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from monitor.model.page import Page
from monitor.model.source import Entry, Feed, Problem
from monitor.registers._days import first_day
from monitor.registers._html import words
from monitor.registers.ofsted._documents import kind_of_label

HISTORY = timedelta(days=400)
"""A report published longer ago is not fetched: it is on record as shipped, and no news."""
OUTLET = "Ofsted"
LONG_AGO = "published long ago: history, on record as shipped"

_FILE = re.compile(r"/v1/file/(\d{3,12})/?$")
_PROVIDER = re.compile(r"/provider/\d+/(\d{2,8})/?$")
_TAIL = re.compile(r",?\s*pdf\s*-\s*(?P<day>[^,]{6,30})$", re.IGNORECASE)


def reports(
    feed: Feed, page: Page, document: BeautifulSoup, now: datetime
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """An Entry for every link to a report file, by its number; a file listed twice is one. Problems: unknown-label, no-date."""
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    for link in document.find_all("a", href=True):
        if _FILE.search(urlsplit(str(link["href"])).path):
            entry, found = _entry(feed, page, link, now)
            entries.setdefault(entry.identity, entry)
            problems += found
    return tuple(entries.values()), tuple(problems)


def _entry(feed: Feed, page: Page, link: Tag, now: datetime) -> tuple[Entry, list[Problem]]:
    url = urljoin(page.url or feed.url, str(link["href"]))
    file = _FILE.search(urlsplit(url).path)
    number = file[1] if file else ""
    label, day = _label_and_day(link)
    kind = kind_of_label(label)
    urn = _PROVIDER.search(urlsplit(feed.url).path)
    published = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
    skip = LONG_AGO if published and now - published > HISTORY else ""
    problems = []
    if not kind and not skip:
        sentence = f"{feed.name}: nobody has seen the label '{label}' yet; it is read all the same"
        problems.append(Problem(feed.source, url, "unknown-label", sentence))
    if day is None:
        problems.append(Problem(feed.source, url, "no-date", f"{feed.name}: '{label}' bears no day of publication"))
    entry = Entry(
        identity=f"ofsted:file:{number}",
        feed=feed.key,
        source=feed.source,
        url=url,
        title=label,
        published=published,
        outlet=OUTLET,
        skip=skip,
        extra=(
            ("urn", urn[1] if urn else ""),
            ("label", label),
            ("authority", feed.authorities[0]),
            ("kind", kind),
            ("published", day.isoformat() if day else ""),
        ),
    )
    return entry, problems


def _label_and_day(link: Tag) -> tuple[str, date | None]:
    """The label and the day behind it: from the text for screen readers, else from the <time> beside the link."""
    spoken = link.find(class_="nonvisual")
    text = words(spoken.get_text(" ")) if spoken else ""
    visible = words(" ".join(str(part) for part in link.find_all(string=True, recursive=False)))
    tail = _TAIL.search(text)
    label = visible or (text[: tail.start()] if tail else text) or words(link.get_text(" "))
    day = first_day(tail["day"]) if tail else None
    return words(label.removesuffix(", pdf")), day or _time_beside(link)


def _time_beside(link: Tag) -> date | None:
    parent = link.find_parent(["li", "article", "div"])
    time = parent.find("time") if parent else None
    return first_day(words(time.get_text(" "))) if time else None
