"""The API, exports and feeds as programs see them."""

from __future__ import annotations

import csv
import io
from typing import Any

import feedparser
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.core.result import Ok

from monitor.dashboard import opml
from tests.dashboard.conftest import Served

LISTS = ("judgements", "alerts", "articles", "authorities", "sources", "deliveries")


@pytest.mark.parametrize("authority", ["%00", "nowhere", "%20"])
def test_an_authority_that_there_is_none_of_lists_nothing(seeded: Served, authority: str) -> None:
    assert seeded.client.get(f"/api/v1/judgements?authority={authority}").json()["items"] == []


def test_the_api_keeps_what_it_describes(seeded: Served) -> None:
    schema = schemathesis.openapi.from_url(f"{seeded.url}/openapi.json")
    operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    assert len(operations) == 11
    for operation in operations:
        _validate(operation)


def _validate(operation: Any) -> None:  # noqa: ANN401 - the library names no type for it
    @given(case=operation.as_strategy())
    @settings(
        max_examples=5, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
    )
    def each(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate()

    each()


@pytest.mark.parametrize("name", LISTS)
def test_a_list_pages_through_everything_once(seeded: Served, name: str) -> None:
    whole = seeded.client.get(f"/api/v1/{name}.json").json()
    address, found = f"/api/v1/{name}?limit=500", []
    while address:
        page = seeded.client.get(address).json()
        found += page["items"]
        address = page["next"]
    assert found == whole
    assert len(whole) == {"authorities": 153, "alerts": 1, "articles": 3, "sources": 2, "deliveries": 2}.get(
        name, len(whole)
    )


def test_pages_are_linked_and_small(seeded: Served) -> None:
    page = seeded.client.get("/api/v1/judgements?limit=3&grade=inadequate")
    assert len(page.json()["items"]) == 3 and 'rel="next"' in page.headers["link"]
    following = seeded.client.get(page.json()["next"]).json()["items"]
    assert {one["key"] for one in following}.isdisjoint(one["key"] for one in page.json()["items"])
    assert all(one["grade"] == "inadequate" for one in following)


def test_a_list_that_has_not_changed_is_not_sent_again(seeded: Served) -> None:
    first = seeded.client.get("/api/v1/alerts")
    again = seeded.client.get("/api/v1/alerts", headers={"If-None-Match": first.headers["etag"]})
    assert (first.status_code, again.status_code) == (200, 304)


@pytest.mark.parametrize("name", LISTS)
def test_a_csv_has_the_rows_of_the_list(seeded: Served, name: str) -> None:
    rows = list(csv.DictReader(io.StringIO(seeded.client.get(f"/api/v1/{name}.csv").text)))
    assert len(rows) == len(seeded.client.get(f"/api/v1/{name}.json").json())


def test_judgements_are_narrowed_by_authority_area_and_day(seeded: Served) -> None:
    found = seeded.client.get("/api/v1/judgements?authority=worcestershire&area=overall&since=2016-01-01").json()
    assert [(one["authority"], one["grade"]) for one in found["items"]] == [("Worcestershire", "inadequate")]


def test_an_article_comes_with_its_trail(seeded: Served) -> None:
    trail = seeded.client.get("/api/v1/articles/1").json()
    assert trail["alerts"] == ["worcestershire/sif/2016-10-24/overall"]
    assert {one["standing"] for one in trail["mentions"]} == {"current", "former"}


def test_a_text_is_read_and_nothing_recorded(seeded: Served) -> None:
    text = {"title": "Dudley's children's services rated inadequate by Ofsted", "text": "Ofsted rated them today."}
    said = seeded.client.post("/api/v1/read", json=text).json()
    assert said["judgements"][0]["authority"] == "Dudley"
    assert len(seeded.client.get("/api/v1/articles").json()["items"]) == 3


@pytest.mark.parametrize(
    ("path", "entries"),
    [("judgements", 50), ("alerts", 1), ("rules/national", 1), ("authorities/worcestershire", 3)],
)
def test_feeds_can_be_read(seeded: Served, path: str, entries: int) -> None:
    atom = feedparser.parse(io.BytesIO(seeded.client.get(f"/feeds/{path}.atom").content))
    listed = seeded.client.get(f"/feeds/{path}.json").json()
    assert not atom.bozo and len(atom.entries) == len(listed["items"]) == entries
    assert len({entry.id for entry in atom.entries}) == entries
    assert listed["version"].startswith("https://jsonfeed.org/")


def test_a_calendar_says_that_it_estimates(seeded: Served) -> None:
    calendar = seeded.client.get("/feeds/windows.ics").content.decode()
    assert calendar.startswith("BEGIN:VCALENDAR\r\n") and calendar.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))


def test_numbers_for_prometheus(seeded: Served) -> None:
    said = seeded.client.get("/metrics").text
    assert 'monitor_records{kind="alerts"} 1.0' in said
    assert 'monitor_feed_failures{feed="paper/north"} 3.0' in said


def test_opml_comes_back_as_it_went(seeded: Served) -> None:
    found = opml.read(seeded.client.get("/sources.opml").text)
    assert [(one.name, one.url) for one in found] == [
        ("Midlands", "https://paper.example/midlands.xml"),
        ("North", "https://paper.example/north.xml"),
    ]


@pytest.mark.parametrize(
    "text",
    ["", "<opml>", "<opml/>", '<!DOCTYPE x [<!ENTITY a "b">]><opml><outline xmlUrl="https://a.example/"/></opml>'],
)
def test_what_is_no_opml_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        opml.read(text)
