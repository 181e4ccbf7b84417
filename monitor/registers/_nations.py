"""Registers outside England: a page of links to publications, and documents that give an outcome in prose or a few indicators.

None of them grades a council's children's services as a whole. What they publish is listed, recognised and kept, and said to be without
a grade where it is; Scotland's quality indicators are read on their own six-point ladder, which has no "inadequate".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urljoin, urlsplit

from bs4 import Tag

from monitor.model.authority import Authority, Reference
from monitor.model.framework import AreaOfFramework, Framework
from monitor.model.judgement import Dismissal, Kind, Mention, Reading, Report, Standing
from monitor.model.page import Page, ReportText
from monitor.model.source import DAY, Entry, Feed, Listing
from monitor.registers._days import days, first_day
from monitor.registers._html import soup, title_of, trouble, words
from monitor.registers._outlines import Expected, nothing
from monitor.registers._squeezed import squeeze, squeezed

_SUBJECT = re.compile(r"child|young people|safeguard|care experienced|looked after|looked-after|JICPA", re.IGNORECASE)
_REPORT = re.compile(r"inspection|review|report|performance evaluation|assurance check", re.IGNORECASE)
_SERVICE = re.compile(r"nursery|care home|childmind|adult|older people|fostering|school|hospital", re.IGNORECASE)
_ON_SITE = re.compile(r"inspectiondates?|dates?ofinspection|tookplace(?:from|on|between)?|inspected(?:from|between|on)")
FIRST_LETTERS = 3_000
FIRST_PAGES = 3


@dataclass(frozen=True, slots=True)
class Register:
    """One inspectorate: `volume` the file's name on the shelf, `nation` as in the record, `framework` its slug there, `pages` (name, path)."""

    volume: str
    name: str
    nation: str
    framework: str
    address: str
    pages: tuple[tuple[str, str], ...]
    expects: Expected

    def feeds(
        self, source: str, authorities: Iterable[Authority], address: str = "", every: int = 0
    ) -> tuple[Feed, ...]:
        """One feed a page of links, once a day by default; its prior are this nation's councils among `authorities`."""
        base = (address or self.address).rstrip("/")
        covered = tuple(one.name for one in authorities if one.nation == self.nation)
        reader = f"register:{self.volume}"
        return (
            tuple(
                Feed(
                    f"{source}/{name}", source, f"{self.name}: {name}", base + path, every or DAY, reader, covered, True
                )
                for name, path in self.pages
            )
            if covered
            else ()
        )

    def listing(self, feed: Feed, page: Page, reference: Reference, now: datetime) -> Listing:
        """The links on the page that announce a report on children's services of a council or partnership."""
        kind, sentence = trouble(page)
        if kind:
            return nothing(feed, page, kind, sentence)
        document = soup(page)
        links = [link for link in document.find_all("a", href=True) if words(link.get_text(" "))]
        if not links:
            return nothing(feed, page, "changed-markup", "the page has no link")
        entries = {entry.identity: entry for entry in self._entries(feed, page, links, reference)}
        reason = "" if entries else f"none of {len(links)} links announces a report on children's services"
        return Listing(tuple(entries.values()), (), reason, title_of(document))

    def _entries(self, feed: Feed, page: Page, links: Iterable[Tag], reference: Reference) -> Iterator[Entry]:
        for link in links:
            text = words(link.get_text(" "))
            url = urljoin(page.url or feed.url, str(link["href"]))
            about = council_named(text, self.nation, reference)
            announces = _REPORT.search(text) and (_SUBJECT.search(text) or about) and not _SERVICE.search(text)
            if not announces or urlsplit(url).scheme not in ("http", "https"):
                continue
            day = _day_beside(link)
            yield Entry(
                identity=f"{self.volume}:{urlsplit(url).netloc}{urlsplit(url).path}",
                feed=feed.key,
                source=feed.source,
                url=url,
                title=text,
                published=day,
                outlet=self.name,
                extra=(("label", text), ("authority", about.name if about else "")),
            )

    def read_report(self, text: ReportText, reference: Reference, hints: Mapping[str, str] | None = None) -> Report:
        """Whose report it is, when inspectors were there, and the indicators graded, where this nation grades any."""
        head = "\n".join(text.pages[:FIRST_PAGES])
        problems = [text.problem] if text.problem else []
        about = council_named(head[:FIRST_LETTERS], self.nation, reference) or reference.authority(
            (hints or {}).get("authority", "")
        )
        if about is None:
            problems.append("authority: the document names no council on record")
        framework = next((one for one in reference.frameworks if one.slug == self.framework), None)
        grades = tuple(_indicators(" ".join(text.pages), framework)) if framework else ()
        if not grades:
            problems.append(f"note: {self.name} gives no grade here")
        begun, ended = _on_site(head)
        return Report(
            about.name if about else "", "", self.framework, "other", begun, ended, None, grades, tuple(problems)
        )

    def reading(self, report: Report, entry: Entry, reference: Reference) -> Reading:
        """A Reading of kind full inspection; without grades it has no Mention but says that none is given."""
        mentions = tuple(_mention(report, area, grade) for area, grade in report.grades) if report.authority else ()
        reason = f"{self.name} gives no grade; its report is kept as it is"
        return Reading(
            relevant=bool(report.authority),
            kind=Kind.FULL_INSPECTION if report.authority else Kind.UNRELATED,
            reason="the inspectorate's own report" if mentions else reason,
            mentions=mentions,
            dismissals=() if mentions else (Dismissal(entry.title, reason),),
            authorities=(report.authority,) if report.authority else (),
            origin="register",
            report_url=entry.url,
            signals=report.problems,
        )


def council_named(text: str, nation: str, reference: Reference) -> Authority | None:
    """The council of `nation` with the longest name in `text`, or None."""
    letters = squeeze(text)
    found = [
        (len(name), authority.name, authority)
        for authority in reference.authorities
        if authority.nation == nation
        for name in map(squeeze, (authority.name, authority.official_name, *authority.aliases))
        if len(name) > 3 and name in letters
    ]
    return max(found, key=lambda candidate: candidate[:2])[2] if found else None


def _indicators(text: str, framework: Framework) -> Iterator[tuple[str, str]]:
    """Areas of the framework that a sentence grades: "... was evaluated as weak"."""
    rungs = {phrase: rung.grade for rung in framework.ladder for phrase in rung.phrases}
    ladder = "|".join(sorted(map(re.escape, rungs), key=len, reverse=True))
    flat = " ".join(text.split())
    for area in framework.areas if rungs else ():
        labels = "|".join(map(re.escape, _labels(area)))
        said = re.search(
            rf"(?:{labels})[^.]{{0,25}}?(?:evaluated|graded|rated|judged)(?: to be| as|:)? ({ladder})\b",
            flat,
            re.IGNORECASE,
        )
        if said:
            yield area.area, rungs[said[1].casefold()]


def _labels(area: AreaOfFramework) -> tuple[str, ...]:
    return tuple(sorted((area.title, *area.labels), key=len, reverse=True))


def _on_site(head: str) -> tuple[date, date] | tuple[None, None]:
    text = squeezed(head)
    for match in _ON_SITE.finditer(text.letters):
        found = days(text.after(match.end(), 200).lstrip(" :\n\t"))
        if found and list(found) == sorted(found):
            return found[0], found[-1]
    return None, None


def _day_beside(link: Tag) -> datetime | None:
    parent = link.find_parent(["li", "article", "tr", "div"])
    time = parent.find("time") if parent else None
    day = first_day(words(time.get_text(" "))) if time else None
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None


def _mention(report: Report, area: str, grade: str) -> Mention:
    begun, ended = report.inspection_from, report.inspection_to
    return Mention(report.authority, area, grade, Standing.CURRENT, report.framework, "", 0, 0, 1.0, begun, ended)
