"""Faults of an official register: a renamed page, new markup, a list cut short, another council's page."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.faults.paper import PAPER
from tests.faults.rig import HOUR, OPS, Rig, known, rig
from tests.local_web import Answer, Reply, redirect
from tests.registers.local_register import LocalRegister

REGISTER = """
name = "Ofsted"
kind = "regulator"
[register]
type = "ofsted"
address = "{origin}"
covers = ["Kent"]
every = "15m"
"""
SOURCES = {"post": PAPER, "ofsted": REGISTER}
LONG_AGO = date(2022, 7, 1)


def register() -> LocalRegister:
    """Every English council, each with a report of long ago."""
    councils = {one.urn: one.official_name for one in known().authorities if one.urn and one.valid_to is None}
    made = LocalRegister(councils)
    for urn in councils:
        made.put(urn, b"%PDF-", LONG_AGO, "Children's services inspection")
    return made


def kent() -> str:
    return next(one.urn for one in known().authorities if one.name == "Kent")


@pytest.mark.parametrize(
    ("fault", "word"),
    [
        ("partial", "partial-listing"),
        ("changed-markup", "changed-markup"),
        ("swapped", "wrong-provider"),
        ("http-500", "http-500"),
        ("empty", "empty-page"),
        ("wall", "wall"),
    ],
)
async def test_a_fault_of_the_register_is_named_in_time_and_its_end_is_told(
    fault: str, word: str, tmp_path: Path
) -> None:
    async with rig(tmp_path, sources=SOURCES) as town:
        there = register()
        await open_register(town, there)
        there.fault = fault
        town.site.routes |= there.routes()
        found = await town.notice(word, 3 * HOUR, HOUR)
        assert any("Ofsted" in reason and word in reason for reason in found.reasons), found.reasons
        # Asked again, the page is just as wrong, and the same bytes: that must not pass for "nothing has changed".
        for _ in range(3):
            await town.advance(HOUR, HOUR)
            assert not town.proof().is_clear
        there.fault = ""
        town.site.routes |= there.routes()
        await town.recover(word, timedelta(hours=30), HOUR)
        town.assert_readers_were_not_deceived()


@pytest.mark.parametrize(
    ("answer", "word"),
    [(Reply(b"not here", 404), "http-404"), (redirect("/provider/44/80000", 301), "http-404")],
)
async def test_a_renamed_page_of_the_register_is_named(answer: Answer, word: str, tmp_path: Path) -> None:
    async with rig(tmp_path, sources=SOURCES) as town:
        await open_register(town, register())
        town.site.routes[f"/provider/44/{kent()}"] = answer
        found = await town.notice(word, 3 * HOUR, HOUR)
        assert any("Ofsted: Kent" in reason for reason in found.reasons), found.reasons


async def open_register(town: Rig, there: LocalRegister) -> None:
    """Everything is read, and all is clear."""
    there.origin = town.site.url("")
    town.site.routes |= there.routes()
    await town.settle()
    assert town.proof().register == 2, "both watched councils stand on the register's own list"
    assert town.subjects(OPS) == []
