"""`monitor once`: one sweep over the feeds and one delivery round."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from monitor.cli._frame import DEFAULT_CONFIG, AsJson, ConfigFolder, environment, err, out, print_json
from monitor.model.source import Problem
from monitor.model.trail import Round, Sweep

if TYPE_CHECKING:
    from monitor.wiring import Installation


EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""A start so long ago that a feed never asked before is due."""


def attach(app: typer.Typer) -> None:
    """Put the command on the command line."""

    @app.command()
    def once(
        config: ConfigFolder = DEFAULT_CONFIG,
        as_json: AsJson = False,
        due: bool = typer.Option(False, "--due", help="Ask only the feeds whose time has come."),
    ) -> None:
        """One sweep over every feed, and one delivery round."""
        from monitor.wiring import Installation

        installation = Installation(config, environment(), sys.stderr)
        for remark in installation.settings.remarks:
            err.print(remark, style="dim", markup=False)
        swept, sent = asyncio.run(_once(installation, due))
        if as_json:
            print_json(swept.as_json())
        else:
            _show(swept, sent)
        if swept.problems or swept.alerts:
            raise typer.Exit(1)


async def _once(installation: Installation, only_due: bool) -> tuple[Sweep, Round]:
    from monitor import pipeline, steps

    world = installation.world
    try:
        with installation.claimed("monitor once"):
            feeds = steps.due(world, world.ledger.due_times(), EPOCH) if only_due else list(world.feeds.values())
            with err.status(f"asking {len(feeds)} feeds"):
                swept = await pipeline.sweep(world, feeds)
                sent = await pipeline.deliver(world)
            return swept + Sweep(problems=_undelivered(installation)), sent
    finally:
        await installation.close()


def _undelivered(installation: Installation) -> tuple[Problem, ...]:
    """What was tried and has not arrived: put off, refused, or given up."""
    kinds = {"waiting": "delivery-deferred", "refused": "delivery-refused", "dead": "delivery-dead"}
    return tuple(
        Problem(one.channel, "", kind, f"{one.subject}: {one.reason} (delivery {one.number})")
        for state, kind in kinds.items()
        for one in installation.ledger.deliveries(state)
        if one.attempts
    )


def _show(swept: Sweep, sent: Round) -> None:
    out.print(f"{swept.feeds} feeds asked, {swept.entries_new} new entries, {swept.articles} articles read")
    for alert in swept.alerts:
        out.print(
            f"[bold red]{alert.level}[/] {alert.authority}: {alert.grade} ({alert.area}), {alert.confirmed}; {alert.url}"
        )
    out.print(f"{sent.sent} messages sent, {sent.deferred} put off, {sent.refused} refused")
    for problem in swept.problems:
        err.print(f"[yellow]{problem.kind}[/] {problem.source} {problem.url}: {problem.detail}")
