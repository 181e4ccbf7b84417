"""Registers of Scotland, Wales and Northern Ireland: listed and kept; graded only where they grade."""

from __future__ import annotations

from datetime import UTC, datetime
from types import ModuleType

import pytest

from monitor.model.page import Page, ReportText
from monitor.model.source import Entry
from monitor.registers import northern_ireland, ofsted, scotland, wales
from monitor.settings.reference import reference
from monitor.shelf import volumes

NOW = datetime(2026, 9, 1, tzinfo=UTC)
OFFERS = ("NAME", "EXPECTS", "feeds", "listing", "read_report", "reading")
NATIONS = [
    (scotland, "Joint inspection of services for children at risk of harm in Aberdeen City", "Aberdeen"),
    (wales, "Performance evaluation inspection of children's services: Cardiff Council", "Cardiff"),
    (northern_ireland, "Review of safeguarding: Belfast Health and Social Care Trust", "Belfast"),
]


def test_every_volume_of_the_shelf_offers_the_same() -> None:
    assert set(volumes("monitor.registers", OFFERS)) == {"ofsted", "scotland", "wales", "northern_ireland"}


@pytest.mark.parametrize(("volume", "title", "council"), NATIONS)
def test_a_link_that_announces_a_report_on_childrens_services_is_listed(
    volume: ModuleType, title: str, council: str
) -> None:
    (feed,) = volume.feeds("elsewhere", reference().authorities)
    wanted = f'<li><a href="/a">{title}</a> <time>3 August 2026</time></li>'
    body = f'<h1>News</h1><ul>{wanted}<li><a href="/b">Inspection of a nursery</a></li></ul>'
    listing = volume.listing(feed, Page(feed.url, 200, (), body.encode()), reference(), NOW)
    assert [entry.title for entry in listing.entries] == [title]
    assert council in dict(listing.entries[0].extra)["authority"]
    assert listing.entries[0].published == datetime(2026, 8, 3, tzinfo=UTC)


@pytest.mark.parametrize(("volume", "title", "council"), NATIONS)
def test_a_report_without_a_grade_is_kept_as_such(volume: ModuleType, title: str, council: str) -> None:
    report = volume.read_report(
        ReportText((f"{title}\nInspection dates: 6 to 10 July 2026\nStrengths and areas to improve.",)), reference()
    )
    reading = volume.reading(report, Entry("x", "f", "s", "https://example.org/a", title), reference())
    assert council in report.authority
    assert (reading.relevant, reading.mentions) == (True, ())
    assert "no grade" in reading.dismissals[0].reason


def test_a_scottish_indicator_is_read_on_its_own_ladder() -> None:
    text = "Joint inspection of services for children at risk of harm in Aberdeen City\nLeadership and direction was evaluated as weak."
    report = scotland.read_report(ReportText((text,)), reference())
    assert report.grades == (("leaders", "weak"),)
    reading = scotland.reading(report, Entry("x", "f", "s", "https://example.org/a", "t"), reference())
    assert [mention.grade for mention in reading.mentions] == ["weak"]


@pytest.mark.parametrize("volume", [scotland, wales, northern_ireland])
def test_a_page_without_links_is_told(volume: ModuleType) -> None:
    (feed,) = volume.feeds("elsewhere", reference().authorities)
    listing = volume.listing(feed, Page(feed.url, 200, (), b"<p>New site</p>"), reference(), NOW)
    assert [problem.kind for problem in listing.problems] == ["changed-markup"]
    assert listing.reason


def test_each_register_follows_its_own_nation_only() -> None:
    english = [one for one in reference().authorities if one.nation == "England"]
    assert wales.feeds("wales", english) == ()
    assert len(ofsted.feeds("ofsted", [one for one in reference().authorities if one.nation != "England"])) == 2
