"""The official register from end to end: first to tell, confirming, correcting, and faulty without a false alert."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from monitor.demo.register import Told
from monitor.settings.reference import reference
from tests.journeys.scene import Scene, page, rss, scene
from tests.registers.local_register import LocalRegister

URN = "80584"
NEIGHBOUR = "80441"
PROVIDERS = {
    one.urn: one.name for one in reference().authorities if one.nation == "England" and one.urn and not one.valid_to
}
DAY = "Tue, 24 Jan 2017 10:00:00 GMT"
TITLE = "Worcestershire children's services judged inadequate"
NEWS = page(
    TITLE,
    "Worcestershire's services for children have been rated inadequate by Ofsted in a report published this morning.",
    "Inspectors were with the county council from 24 October to 17 November last year.",
)
INADEQUATE = Told(
    council="Worcestershire",
    framework="SIF",
    begun=date(2016, 10, 24),
    ended=date(2016, 11, 17),
    published=date(2017, 1, 24),
    grades={
        "overall": "inadequate",
        "leaders": "inadequate",
        "help_and_protection": "inadequate",
        "in_care": "inadequate",
        "care_leavers": "inadequate",
        "adoption": "requires improvement",
    },
)
BETTER = replace(INADEQUATE, grades=dict.fromkeys(INADEQUATE.grades, "requires improvement"))
EARLIER = replace(
    BETTER,
    begun=date(2016, 3, 7),
    ended=date(2016, 3, 31),
    published=date(2016, 5, 20),
    council="Bristol",
)
REGISTER = """
name = "Ofsted"
kind = "regulator"
[register]
type = "ofsted"
address = "{origin}"
covers = ["Worcestershire", "Bristol"]
every = "1h"
"""


@asynccontextmanager
async def registered(folder: Path) -> AsyncIterator[tuple[Scene, LocalRegister]]:
    async with scene(folder, {}) as made:
        register = LocalRegister(PROVIDERS, origin=made.site.url(""))
        register.publish(NEIGHBOUR, EARLIER, date(2016, 5, 20))
        register.publish(URN, replace(EARLIER, council="Worcestershire"), date(2016, 5, 20))
        (made.folder / "sources" / "ofsted.toml").write_text(REGISTER.format(origin=made.site.url("")))
        made.site.routes["/rss.xml"] = rss(made.site.url(""), {})
        yield made, register


def show(made: Scene, register: LocalRegister) -> None:
    made.site.routes |= register.routes()


def report_the_news(made: Scene) -> None:
    made.site.routes |= {"/rss.xml": rss(made.site.url(""), {"/news/1": (TITLE, "", DAY)}), "/news/1": NEWS}


def subjects(made: Scene) -> list[str]:
    return [str(letter.message["Subject"]) for letter in made.mail.letters]


async def test_a_report_found_in_the_register_first_is_an_alert_and_the_press_adds_none(tmp_path: Path) -> None:
    async with registered(tmp_path) as (made, register):
        register.publish(URN, INADEQUATE, date(2017, 1, 24))
        show(made, register)
        first = await made.once()
        report_the_news(made)
        second = await made.once()
    (alert,) = first["alerts"]
    assert (alert["authority"], alert["level"], alert["confirmed"]) == ("Worcestershire", "critical", "confirmed")
    assert alert["event_key"] == "worcestershire/sif/2016-10-24/overall"
    assert second["alerts"] == []
    assert len(subjects(made)) == 1


async def test_a_judgement_of_the_press_is_confirmed_by_the_report_in_its_thread(tmp_path: Path) -> None:
    async with registered(tmp_path) as (made, register):
        show(made, register)
        report_the_news(made)
        first = await made.once()
        register.publish(URN, INADEQUATE, date(2017, 1, 24))
        show(made, register)
        made.now = "2017-01-24T14:00:00Z"
        second = await made.once()
        made.now = "2017-01-24T18:00:00Z"
        third = await made.once()
    assert len(first["alerts"]) == 1
    assert first["alerts"][0]["confirmed"] == "reported"
    assert second["alerts"] == []
    assert [one["confirmed"] for one in second["follow_ups"]] == ["confirmed"]
    assert third["follow_ups"] == []
    opening, confirmation = (letter.message for letter in made.mail.letters)
    assert str(confirmation["Subject"]).startswith("Confirmed")
    assert confirmation["In-Reply-To"] == opening["Message-ID"]


async def test_a_report_that_says_otherwise_sends_a_correction_to_those_who_were_alerted(tmp_path: Path) -> None:
    async with registered(tmp_path) as (made, register):
        show(made, register)
        report_the_news(made)
        await made.once()
        register.publish(URN, BETTER, date(2017, 1, 24))
        show(made, register)
        made.now = "2017-01-24T14:00:00Z"
        second = await made.once()
    assert second["alerts"] == []
    assert [one["confirmed"] for one in second["follow_ups"]] == ["contradicted"]
    opening, correction = (letter.message for letter in made.mail.letters)
    assert correction["In-Reply-To"] == opening["Message-ID"]
    assert {path for path, _ in made.hooks} == {"/slack", "/hook"}
    assert len(made.hooks) == 4


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("partial", "partial-listing"),
        ("changed-markup", "changed-markup"),
        ("swapped", "wrong-provider"),
        ("http-500", "http-500"),
        ("empty", "empty-page"),
        ("wall", "wall"),
        ("slow", "timeout"),
    ],
)
async def test_a_faulty_register_is_told_and_never_alerts_nor_when_it_recovers(
    tmp_path: Path, fault: str, kind: str
) -> None:
    async with registered(tmp_path) as (made, register):
        show(made, register)
        service = made.folder / "monitor.toml"
        service.write_text(service.read_text().replace("[http]", '[http]\ntimeout = "2s"'))
        await made.once()
        register.fault = fault
        show(made, register)
        made.now = "2017-01-25T12:00:00Z"
        faulty = await made.once()
        register.fault = ""
        show(made, register)
        made.now = "2017-01-26T12:00:00Z"
        mended = await made.once()
    assert faulty["alerts"] == mended["alerts"] == []
    assert kind in {problem["kind"] for problem in faulty["problems"]}
    assert made.mail.letters == []


async def test_a_new_report_on_another_councils_page_is_told_of_the_council_it_names_once_and_with_a_problem(
    tmp_path: Path,
) -> None:
    async with registered(tmp_path) as (made, register):
        register.publish(NEIGHBOUR, INADEQUATE, date(2017, 1, 24))
        show(made, register)
        misplaced = await made.once()
        register.listed[URN].insert(0, register.listed[NEIGHBOUR].pop(0))
        show(made, register)
        made.now = "2017-01-25T12:00:00Z"
        mended = await made.once()
    assert [alert["authority"] for alert in misplaced["alerts"]] == ["Worcestershire"]
    assert "misplaced" in {problem["kind"] for problem in misplaced["problems"]}
    assert mended["alerts"] == []
    assert len(subjects(made)) == 1


async def test_bytes_that_change_under_one_number_or_are_withdrawn_make_no_alert(tmp_path: Path) -> None:
    async with registered(tmp_path) as (made, register):
        number = register.publish(URN, INADEQUATE, date(2017, 1, 24))
        show(made, register)
        await made.once()
        register.replace(number, replace(INADEQUATE, prose=("A revised summary.",)))
        show(made, register)
        made.now = "2017-01-25T12:00:00Z"
        revised = await made.once()
        register.withdraw(number)
        show(made, register)
        made.now = "2017-01-26T12:00:00Z"
        withdrawn = await made.once()
    assert revised["alerts"] == withdrawn["alerts"] == []
    assert len(subjects(made)) == 1


async def test_a_file_that_is_no_report_is_told_and_read_when_it_becomes_one(tmp_path: Path) -> None:
    async with registered(tmp_path) as (made, register):
        number = register.publish(URN, INADEQUATE, date(2017, 1, 24))
        register.withdraw(number)
        show(made, register)
        broken = await made.once()
        register.replace(number, INADEQUATE)
        show(made, register)
        made.now = "2017-01-24T16:00:00Z"
        mended = await made.once()
    assert broken["alerts"] == []
    assert "not-pdf" in {problem["kind"] for problem in broken["problems"]}
    assert len(mended["alerts"]) == 1
