"""The mails in a real browser: readable on a phone and on a desk, in light and in dark. Kept as pictures on demand.

    MONITOR_PICTURES=1 .venv/bin/pytest tests/channels/test_pictures.py

writes docs/pictures/; without it the same pages are rendered and checked, and nothing is written.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

from monitor.channels._mail_page import page as mail_page
from tests.channels import samples
from tests.channels.messages import ALL

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
WIDTHS = {"phone": 390, "desk": 860}
MESSAGES = samples.messages()
KEPT = {(name, "phone", "light") for name in MESSAGES} | {
    ("alert-critical", "phone", "dark"),
    ("alert-critical", "desk", "light"),
    ("digest", "desk", "dark"),
}
CONTRAST = """() => {
  const lum = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const rgb = s => s.match(/[\\d.]+/g).map(Number);
  const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
    if (c.length < 4 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
  const seen = [];
  for (const e of document.querySelectorAll('td, th, h1, h2, p, li, a, span, blockquote, div')) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own || getComputedStyle(e).display === 'none') continue;
    const [a, b] = [lum(rgb(getComputedStyle(e).color).slice(0, 3)), lum(ground(e))].sort((x, y) => y - x);
    seen.push([(a + 0.05) / (b + 0.05), e.textContent.trim().slice(0, 40)]);
  }
  return seen.filter(([ratio]) => ratio < 4.5);
}"""

pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-lcd-text"])
        yield made
        made.close()


def shown(browser: Browser, html: str, width: int, scheme: Literal["light", "dark"]) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 700}, color_scheme=scheme, java_script_enabled=True)
    page.route("**/*", lambda route: route.abort())
    page.set_content(html, wait_until="load")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", sorted(WIDTHS))
@pytest.mark.parametrize("name", sorted(MESSAGES))
def test_a_mail_is_readable_on_every_screen(
    browser: Browser, name: str, device: str, scheme: Literal["light", "dark"]
) -> None:
    page = shown(browser, mail_page(MESSAGES[name]), WIDTHS[device], scheme)
    try:
        assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[device]
        assert page.evaluate(CONTRAST) == []
        assert page.title() == MESSAGES[name].subject
        assert MESSAGES[name].subject.startswith(page.locator("h1").inner_text())
        if os.environ.get("MONITOR_PICTURES") and (name, device, scheme) in KEPT:
            PICTURES.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=str(PICTURES / f"{name}-{device}-{scheme}.png"), full_page=True)
    finally:
        page.close()


@pytest.mark.parametrize("kind", sorted(ALL))
def test_no_message_can_run_a_script_or_break_the_page(browser: Browser, kind: str) -> None:
    page = shown(browser, mail_page(ALL[kind]), WIDTHS["phone"], "light")
    try:
        alarms: list[str] = []
        page.on("dialog", lambda dialog: alarms.append(dialog.message))
        assert page.locator("script, img, iframe, form").count() == 0
        hrefs = page.eval_on_selector_all("a", "links => links.map(link => link.href)")
        assert all(href.startswith(("http://", "https://")) for href in hrefs) and alarms == []
        assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS["phone"]
    finally:
        page.close()


def test_every_picture_of_the_docs_is_there() -> None:
    assert {path.stem for path in PICTURES.glob("*.png")} == {"-".join(one) for one in KEPT}
