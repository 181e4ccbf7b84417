"""The pages in a real browser: as a user walks them, with and without script, on a phone and a desk, in light and dark.

    MONITOR_PICTURES=1 .venv/bin/pytest tests/dashboard/test_browser.py

writes docs/pictures/pages/; without it the same pages are looked at, and nothing is written.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pytest

from monitor.model.source import FeedState, Poll
from tests.dashboard.conftest import Served, serving
from tests.dashboard.seeded import NOON, STORIES, _entry, installed, visit

pytest.importorskip("playwright.sync_api")
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
PICTURES = Path(__file__).parents[2] / "docs" / "pictures" / "pages"
WIDTHS = {"phone": 390, "desk": 1200}
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,
}
PAGES = {
    "now": "/",
    "map": "/map",
    "authorities": "/authorities",
    "authority": "/authorities/worcestershire",
    "articles": "/articles",
    "why": "/articles/1",
    "read": "/read",
    "watchlist": "/watchlist",
    "sources": "/sources",
    "source": "/sources/paper",
    "deliveries": "/deliveries",
    "coverage": "/coverage",
    "audit": "/audit",
    "api": "/api",
}
KEPT = {(name, "desk", "light") for name in PAGES} | {
    ("now", "phone", "dark"),
    ("map", "phone", "light"),
    ("map", "desk", "dark"),
}
DARK = ("now", "map", "why", "watchlist", "source", "deliveries", "coverage")
"""Every kind of coloured thing stands on one of these."""
TODAY = ("map", "authority", "watchlist")
"""Pages whose pictures are more telling with the whole history on record."""
pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The whole shipped history."""
    with serving(installed(tmp_path_factory.mktemp("today"), datetime(2026, 11, 24, 10, tzinfo=UTC))) as served:
        yield served


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """A page on a desk; whatever the console complains of fails the test."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def opened(browser: Browser, device: str, scheme: Literal["light", "dark"]) -> BrowserContext:
    return browser.new_context(viewport={"width": WIDTHS[device], "height": 800}, color_scheme=scheme)


def faults(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{one['id']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for one in found
        for node in one["nodes"][:3]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", sorted(WIDTHS))
def test_every_page_is_accessible_and_fits(
    browser: Browser, seeded: Served, today: Served, device: str, scheme: Literal["light", "dark"]
) -> None:
    """Every page fits everywhere; axe looks at all on a phone in light, and on a desk at what has colours in the dark."""
    context = opened(browser, device, scheme)
    page = context.new_page()
    for name, path in PAGES.items():
        page.goto((today if name in TODAY else seeded).url + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[device], name
        if (device, scheme) == ("phone", "light") or ((device, scheme) == ("desk", "dark") and name in DARK):
            assert faults(page) == [], name
        if os.environ.get("MONITOR_PICTURES") and (name, device, scheme) in KEPT:
            PICTURES.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=str(PICTURES / f"{name}-{device}-{scheme}.png"), full_page=name == "map")
    context.close()


def test_an_empty_ledger_is_accessible_too(browser: Browser, empty: Served) -> None:
    context = opened(browser, "phone", "light")
    page = context.new_page()
    for name in ("now", "articles", "sources", "deliveries", "coverage", "audit"):
        page.goto(empty.url + PAGES[name])
        assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS["phone"], name
        assert faults(page) == [], name
    context.close()


def test_axe_sees_a_fault_that_is_there(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<main><h1>A page</h1><img src='x'><input></main>")
    assert {fault.partition(":")[0] for fault in faults(page)} >= {"image-alt", "label"}
    page.close()


def test_every_picture_of_a_page_is_there() -> None:
    assert {path.stem for path in PICTURES.glob("*.png")} == {"-".join(one) for one in KEPT}


def test_from_the_alert_to_its_reasons(desk: Page, seeded: Served) -> None:
    desk.goto(seeded.url)
    alert = desk.get_by_role("article").filter(has_text="critical")
    expect(alert.get_by_role("heading")).to_have_text("Worcestershire: inadequate")
    alert.get_by_role("link", name="Why").click()
    expect(desk.get_by_role("heading", name="Decision")).to_be_visible()
    assert desk.locator("mark.m-current").count() >= 3
    desk.get_by_role("link", name="Worcestershire").first.click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Worcestershire")


def test_through_time_on_the_map(desk: Page, today: Served) -> None:
    desk.goto(f"{today.url}/map")
    slider = desk.get_by_label("Through time, from January 2013")
    before = desk.locator("#england .count").all_inner_texts()
    slider.focus()
    heading = desk.get_by_role("heading", level=1)
    for _ in range(3):
        slider.press("PageDown")
    # The address changes when the map of that month is there: one that came later would be put under the key pressed below.
    expect(desk).to_have_url(re.compile(rf"/map\?month={slider.input_value()}$"), timeout=30_000)
    expect(heading).not_to_contain_text("24 November")
    expect(desk.locator("#england .count").first).not_to_have_text(before[0])
    assert "/map?month=" in desk.url
    desk.locator("a.tile[aria-label^='Kent:']").focus()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", level=1)).to_have_text("Kent")


def test_everything_works_without_script(browser: Browser, today: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{today.url}/map")
    page.get_by_role("link", name="A year earlier").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("England, 24 November 2025")
    page.get_by_role("button", name="Show this month").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("England, 30 November 2025")
    page.goto(f"{today.url}/read")
    page.get_by_label("Text, its first line the headline").fill(f"{STORIES[0][1]}\n\n{STORIES[0][2]}")
    page.get_by_label("The day it came out").fill("2017-01-24")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("heading", name="Found")).to_be_visible()
    page.goto(f"{today.url}/watchlist")
    page.get_by_label("watchlist.toml").fill('[[rules]]\nname = "K"\nauthorities = ["Kennt"]\n')
    page.get_by_role("button", name="Check and preview").click()
    expect(page.get_by_role("heading", name="1 problem")).to_be_visible()
    context.close()


def test_a_page_is_news_by_itself(desk: Page, today: Served) -> None:
    desk.goto(today.url)
    expect(desk.get_by_text("Nothing has been told yet.")).to_be_visible()
    desk.wait_for_timeout(300)
    installation = today.installation
    feed = next(iter(installation.world.feeds.values()))
    slug = "surrey-inadequate"
    listed = _entry(feed, slug, "Surrey County Council's children's services rated inadequate by Ofsted")
    (entry,) = installation.ledger.record_polls(
        [Poll(feed, FeedState(feed.key, polled=NOON), (listed,), (), "read", NOON)]
    )
    visit(installation, entry, STORIES[0][2].replace("Worcestershire", "Surrey"))
    expect(desk.get_by_role("heading", name="Surrey: inadequate")).to_be_visible(timeout=8000)


def test_the_keyboard_alone_is_enough(desk: Page, seeded: Served) -> None:
    desk.goto(seeded.url)
    desk.keyboard.press("Tab")
    expect(desk.get_by_role("link", name="Skip to content")).to_be_focused()
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.activeElement.closest('main') !== null")


def test_on_paper_there_is_no_furniture(desk: Page, seeded: Served) -> None:
    desk.goto(f"{seeded.url}/authorities/worcestershire")
    desk.emulate_media(media="print")
    expect(desk.get_by_role("navigation", name="Pages")).to_be_hidden()
    expect(desk.get_by_role("heading", level=1)).to_be_visible()
