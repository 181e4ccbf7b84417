"""`monitor demo`: a made-up news site and register on loopback, the real pipeline, and the alert that comes out."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import typer
from rich.markup import escape
from rich.panel import Panel

from monitor.cli._frame import DEFAULT_CONFIG, AsJson, ConfigFolder, err, out, print_json

if TYPE_CHECKING:
    from monitor.demo.stage import Performance


def attach(app: typer.Typer) -> None:
    """Put the command on the command line."""

    @app.command()
    def demo(config: ConfigFolder = DEFAULT_CONFIG, as_json: AsJson = False) -> None:
        """Show the whole product on made-up pages: seven stories, one register, exactly one alert. Reads no config."""
        from monitor.demo.stage import perform

        with err.status("serving seven stories and a register, and reading them"):
            performance = asyncio.run(perform())
        if as_json:
            print_json(performance.as_json())
        else:
            _show(performance)
        raise typer.Exit(0 if len(performance.alerts) == 1 else 1)


def _show(performance: Performance) -> None:
    from monitor.demo.stories import NOW, STORIES

    out.print(f"It is the evening of {NOW:%d %B %Y}. {len(STORIES)} stories are listed in three feeds:\n")
    for story in STORIES:
        out.print(f"  {story.outlet:20} [italic]{escape(story.title)}[/]")
    out.print("\nOne mail arrived:\n" if len(performance.arrivals.mails) == 1 else "\nMails that arrived:\n")
    for mail in performance.arrivals.mails:
        part = mail.get_body(("plain",))
        text = part.get_content() if part else ""
        out.print(Panel(escape(text.strip()), title=escape(str(mail["Subject"])), title_align="left"), soft_wrap=False)
    counts = performance.as_json()
    out.print(
        f"{len(performance.alerts)} alert, {counts['emails']} e-mail, {counts['slack_posts']} Slack post; "
        f"{counts['duplicates_suppressed']} pages told of the same judgement again and were kept as its sources."
    )
    for sweep in performance.sweeps:
        for problem in sweep.problems:
            err.print(f"[yellow]{problem.kind}[/] {problem.url}: {escape(problem.detail)}")
