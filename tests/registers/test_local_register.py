"""The register on loopback, over real HTTP: what a visitor gets when it is well and when it is not."""

from __future__ import annotations

import asyncio
import urllib.error
import urllib.request
from dataclasses import replace
from datetime import UTC, date, datetime

from monitor.demo.register import Told
from monitor.model.page import Page
from monitor.registers import ofsted
from monitor.settings.reference import reference
from tests.local_web import LocalSite
from tests.registers.local_register import LocalRegister

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
GRADES = {"leaders": "inadequate", "help_and_protection": "inadequate", "in_care": "good", "care_leavers": "good"}
TOLD = Told("Slough", "ILACS-2026", date(2026, 6, 8), date(2026, 6, 19), GRADES)
SLOUGH = tuple(one for one in reference().authorities if one.name == "Slough")


def fetch(url: str) -> Page:
    try:
        with urllib.request.urlopen(url, timeout=5) as reply:
            return Page(url, reply.status, (), reply.read())
    except urllib.error.HTTPError as refused:
        with refused:
            return Page(url, refused.code, (), refused.read())


async def test_a_report_is_found_from_the_providers_page_and_read() -> None:
    made = LocalRegister({"80553": "Slough", "80573": "Trafford"})
    made.publish("80553", TOLD, date(2026, 8, 3))
    async with LocalSite({}) as site:
        made.origin = site.url("").rstrip("/")
        site.routes.update(made.routes())
        feed = ofsted.feeds("ofsted", SLOUGH, made.origin)[-1]
        listing = ofsted.listing(feed, await asyncio.to_thread(fetch, feed.url), reference(), NOW)
        (entry,) = listing.entries
        report = ofsted.read_report(
            ofsted.text_of((await asyncio.to_thread(fetch, entry.url)).body), reference(), dict(entry.extra)
        )
    assert dict(report.grades) == GRADES
    assert (report.authority, report.problems) == ("Slough", ())


async def test_a_server_in_trouble_lists_nothing_and_says_so() -> None:
    made = LocalRegister({"80553": "Slough"}, fault="http-500")
    async with LocalSite({}) as site:
        site.routes.update(made.routes())
        feed = ofsted.feeds("ofsted", SLOUGH, site.url("").rstrip("/"))[-1]
        listing = ofsted.listing(feed, await asyncio.to_thread(fetch, feed.url), reference(), NOW)
    assert (listing.entries, [problem.kind for problem in listing.problems]) == ((), ["http-500"])


def test_other_bytes_under_one_number_are_the_same_entry_with_the_same_grades() -> None:
    made = LocalRegister({"80553": "Slough"})
    number = made.publish("80553", TOLD, date(2026, 8, 3))
    before, page = made.files[number], made.provider("80553")
    made.replace(number, replace(TOLD, prose=("The same findings in a document made again.",)))
    assert made.files[number] != before
    assert made.provider("80553") == page
    reports = [ofsted.read_report(ofsted.text_of(body), reference()) for body in (before, made.files[number])]
    assert reports[0].grades == reports[1].grades
    assert (reports[0].inspection_from, reports[0].authority) == (reports[1].inspection_from, reports[1].authority)


def test_a_withdrawn_file_is_no_report() -> None:
    made = LocalRegister({"80553": "Slough"})
    number = made.publish("80553", TOLD, date(2026, 8, 3))
    made.withdraw(number)
    assert ofsted.text_of(made.files[number]).problem.startswith("not-pdf")
