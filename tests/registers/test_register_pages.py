"""Ofsted's pages: what they list when they are well, and what is told when they are not. A fault never lists a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from monitor.demo.register import INSPECTION, Listed, Told, provider_page
from monitor.model.page import Page
from monitor.model.source import Feed, Listing
from monitor.registers import ofsted
from monitor.settings.reference import reference
from tests.registers.local_register import LocalRegister

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
ENGLAND = {one.urn: one.name for one in reference().authorities if one.urn and one.valid_to is None}
GRADES = {"leaders": "inadequate", "help_and_protection": "inadequate", "in_care": "good", "care_leavers": "good"}
TOLD = Told("Slough", "ILACS-2026", date(2026, 6, 8), date(2026, 6, 19), GRADES)
FEEDS = {feed.name.partition(": ")[2]: feed for feed in ofsted.feeds("ofsted", reference().authorities)}
SLOUGH = FEEDS["Slough"]


def register() -> LocalRegister:
    made = LocalRegister(ENGLAND)
    for urn in ENGLAND:
        made.publish(urn, TOLD, date(2022, 5, 3))
    made.publish("80553", TOLD, date(2026, 8, 3))
    return made


def page(feed: Feed, body: bytes, status: int = 200) -> Page:
    return Page(feed.url, status, (), body)


def listed(feed: Feed, body: bytes, status: int = 200) -> Listing:
    return ofsted.listing(feed, page(feed, body, status), reference(), NOW)


def test_there_are_two_searches_and_a_page_for_each_council_of_today() -> None:
    feeds = ofsted.feeds("ofsted", reference().authorities)
    assert len(feeds) == 2 + ofsted.EXPECTS.authorities
    assert len({feed.key for feed in feeds}) == len({feed.url for feed in feeds}) == len(feeds)
    assert {feed.reader for feed in feeds} == {"register:ofsted"}
    assert SLOUGH.url == "https://reports.ofsted.gov.uk/provider/44/80553"
    assert SLOUGH.authorities == ("Slough",)


def test_another_address_and_another_pace_may_be_asked_for() -> None:
    slough = tuple(one for one in reference().authorities if one.name == "Slough")
    feeds = ofsted.feeds("mirror", slough, "http://127.0.0.1:9/", 60)
    assert feeds[-1].url == "http://127.0.0.1:9/provider/44/80553"
    assert {feed.every for feed in feeds} == {60}


def test_a_provider_page_lists_its_reports_with_day_and_label() -> None:
    listing = listed(SLOUGH, register().provider("80553"))
    newest, oldest = listing.entries
    assert (newest.title, newest.published) == (INSPECTION, datetime(2026, 8, 3, tzinfo=UTC))
    assert newest.url.startswith("https://files.ofsted.gov.uk/v1/file/")
    assert newest.identity.startswith("ofsted:file:")
    assert dict(newest.extra)["authority"] == "Slough"
    assert (newest.skip, bool(oldest.skip), listing.problems) == ("", True, ())


def test_both_addresses_of_a_file_are_one_entry() -> None:
    one = provider_page("Slough", "80553", [Listed(50308602, INSPECTION, date(2026, 8, 3))])
    other = provider_page(
        "Slough", "80553", [Listed(50308602, INSPECTION, date(2026, 8, 3))], "https://files.api.ofsted.gov.uk"
    )
    assert {entry.identity for body in (one, other) for entry in listed(SLOUGH, body).entries} == {
        "ofsted:file:50308602"
    }


def test_the_searches_list_every_provider_and_none_of_them_is_visited() -> None:
    made = register()
    first, second = (
        listed(FEEDS["providers from 0"], made.search(0)),
        listed(FEEDS["providers from 100"], made.search(100)),
    )
    assert len(first.entries) + len(second.entries) == 153
    assert all(entry.skip for entry in (*first.entries, *second.entries))
    assert first.problems == second.problems == ()


PAGE_FAULTS = [
    ("partial", "partial-listing"),
    ("changed-markup", "changed-markup"),
    ("swapped", "wrong-provider"),
    ("wall", "wall"),
    ("empty", "empty-page"),
]


@pytest.mark.parametrize(("fault", "kind"), PAGE_FAULTS)
def test_a_faulty_provider_page_lists_nothing_and_is_told(fault: str, kind: str) -> None:
    made = replace(register(), fault=fault)
    listing = listed(SLOUGH, made.provider("80553"))
    assert listing.entries == ()
    assert [problem.kind for problem in listing.problems] == [kind]
    assert listing.reason


def test_fifty_three_of_the_authorities_missing_for_a_day_is_told() -> None:
    made = LocalRegister(dict(list(ENGLAND.items())[:100]))
    listing = listed(FEEDS["providers from 100"], made.search(100))
    assert (listing.entries, [problem.kind for problem in listing.problems]) == ((), ["changed-markup"])
    half = replace(register(), fault="partial")
    told = listed(FEEDS["providers from 0"], half.search(0))
    assert [problem.kind for problem in told.problems] == ["partial-listing"]
    assert "66 providers" in told.problems[0].detail


def test_a_server_that_fails_is_told_and_lists_nothing() -> None:
    listing = listed(SLOUGH, b"<html></html>", 500)
    assert (listing.entries, [problem.kind for problem in listing.problems]) == ((), ["http-500"])


def test_a_page_that_could_not_be_fetched_is_told() -> None:
    failed = Page(SLOUGH.url, 0, failure="timeout", detail="no answer within 20 s")
    assert [problem.kind for problem in ofsted.listing(SLOUGH, failed, reference(), NOW).problems] == ["timeout"]


def test_a_page_of_a_neighbour_with_part_of_the_name_is_another_providers() -> None:
    feed = FEEDS["South Gloucestershire"]
    listing = listed(feed, provider_page("Gloucestershire", "80556", [Listed(50300001, INSPECTION, date(2026, 8, 3))]))
    assert (listing.entries, [problem.kind for problem in listing.problems]) == ((), ["wrong-provider"])


def test_a_redirect_to_another_number_is_another_provider() -> None:
    arrived = Page("https://reports.ofsted.gov.uk/provider/44/80584", 200, (), register().provider("80553"))
    assert [problem.kind for problem in ofsted.listing(SLOUGH, arrived, reference(), NOW).problems] == [
        "wrong-provider"
    ]


LABELS = [
    ("Children's services inspection", "full"),
    ("Children&#039;s services inspection", "full"),
    ("Children's services inspection,  pdf", "full"),
    ("Single inspection of LA children's services as pdf", "full"),
    ("Children's services focused visit", "focused_visit"),
    ("Children's services monitoring visit", "monitoring_visit"),
    ("Joint area child protection inspection", "jtai"),
    ("Area SEND full inspection", "send_area"),
    ("Joint area review - progress inspection", "other"),
]


@pytest.mark.parametrize(("label", "kind"), LABELS)
def test_every_label_seen_so_far_is_known(label: str, kind: str) -> None:
    listing = listed(SLOUGH, provider_page("Slough", "80553", [Listed(50300001, label, date(2026, 8, 3))]))
    assert dict(listing.entries[0].extra)["kind"] == kind
    assert listing.entries[0].published == datetime(2026, 8, 3, tzinfo=UTC)
    assert listing.problems == ()


def test_a_label_nobody_has_seen_is_told_and_its_report_is_read_all_the_same() -> None:
    listing = listed(
        SLOUGH,
        provider_page("Slough", "80553", [Listed(50300001, "Children and families report card", date(2026, 8, 3))]),
    )
    assert [problem.kind for problem in listing.problems] == ["unknown-label"]
    assert [entry.skip for entry in listing.entries] == [""]


def test_a_new_provider_is_told_as_a_new_authority() -> None:
    made = LocalRegister(dict(list(ENGLAND.items())[:99]) | {"2999999": "West Surrey"})
    listing = listed(FEEDS["providers from 0"], made.search(0))
    assert [problem.kind for problem in listing.problems] == ["unknown-provider"]
    assert "West Surrey" in listing.problems[0].detail
