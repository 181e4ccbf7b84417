"""`monitor read`: one article's trail: what it says about whom, what was dismissed and why, whether it would alert."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

import typer

from monitor.cli._frame import DEFAULT_CONFIG, AsJson, ConfigFolder, environment, print_json
from monitor.errors import MonitorError, UsageError
from monitor.model.page import Article, Page, Request
from monitor.model.source import Entry


def attach(app: typer.Typer) -> None:
    """Put the command on the command line."""

    @app.command()
    def read(
        target: str = typer.Argument(
            metavar="FILE|URL|-", help=".html, .txt (first line the headline), .jsonl of cases, or an address."
        ),
        url: str = typer.Option("", "--url", help="The address the file came from."),
        published: str = typer.Option("", "--published", help="The day it came out, such as 2017-01-24."),
        config: ConfigFolder = DEFAULT_CONFIG,
        as_json: AsJson = False,
    ) -> None:
        """Read one article, or a file of cases, as the service would on the day it came out."""
        from monitor.cli._reading import Reader, cases_in
        from monitor.stages.cases import read_json

        reader = Reader.from_environment(environment())
        if target.endswith(".jsonl"):
            for case in cases_in(Path(target)):
                print_json(reader.read_case(case))
            return
        article = _article(target, url, _day(published))
        trail = reader.follow(article)
        if as_json:
            print_json(read_json(article.url, trail))
        else:
            from monitor.cli._trail import show

            show(trail)


def _day(published: str) -> datetime | None:
    if not published:
        return None
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        raise UsageError(f"--published {published!r} is no date: write a day such as 2017-01-24") from None
    return moment if moment.tzinfo else moment.replace(hour=moment.hour or 9, minute=moment.minute or 30, tzinfo=UTC)


def _article(target: str, url: str, published: datetime | None) -> Article:
    """The Article in a file, at an address, or on standard input."""
    from monitor.stages import extract

    if target.startswith(("http://", "https://")):
        page = asyncio.run(_fetched(target))
    else:
        body = sys.stdin.buffer.read() if target == "-" else _bytes(Path(target))
        page = Page(url or (target if target != "-" else "stdin"), 200, (), body)
    if not target.endswith((".html", ".htm")) and not _is_markup(page.body):
        return extract.from_text(page.body.decode("utf-8", "replace"), page.url, published, "")
    entry = Entry(identity=page.url, feed="", source="", url=page.url, title="", published=published)
    found = extract.article(entry, page)
    return found if published is None else _on(found, published)


def _on(article: Article, published: datetime) -> Article:
    from dataclasses import replace

    return replace(article, published=published)


def _is_markup(body: bytes) -> bool:
    return b"<html" in body[:4096].lower() or b"<!doctype" in body[:4096].lower()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as cause:
        raise UsageError(f"{path} cannot be read: {cause.strerror}") from None


async def _fetched(address: str) -> Page:
    from monitor.edges.web import HttpWeb, WebOptions

    web = HttpWeb(WebOptions(allow_private_addresses=True))
    try:
        page = await web.get(Request(address, "page"))
    finally:
        await web.close()
    if page.failure or page.status >= 400:
        raise MonitorError(f"{address} could not be read: {page.failure or page.status} {page.detail}")
    return page
