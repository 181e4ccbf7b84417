"""`monitor check`: the whole config: what each rule would send and where; every problem with its place and remedy."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Any

import typer
from rich.table import Table

from monitor.cli._frame import DEFAULT_CONFIG, AsJson, ConfigFolder, environment, err, out, print_json
from monitor.model.delivery import Message

if TYPE_CHECKING:
    from monitor.settings import Settings


def attach(app: typer.Typer) -> None:
    """Put the command on the command line."""

    @app.command()
    def check(
        config: ConfigFolder = DEFAULT_CONFIG,
        as_json: AsJson = False,
        send_test: bool = typer.Option(False, "--send-test", help="Send a test message down every channel."),
    ) -> None:
        """Validate the config. Exit code 2 when it has problems, 1 when a test message was not taken."""
        from monitor.settings import examine
        from monitor.settings.describing import describe
        from monitor.settings.reference import reference

        known = reference()
        examination = examine(config, environment(), known)
        said = describe(examination.settings, known, examination.problems)
        tests = asyncio.run(_send_tests(examination.settings)) if send_test and not examination.problems else []
        said |= {"tests": tests} if send_test else {}
        if as_json:
            print_json(said)
        else:
            _show(said, tests)
        if examination.problems:
            raise typer.Exit(2)
        raise typer.Exit(0 if all(test["verdict"] == "sent" for test in tests) else 1)


async def _send_tests(settings: Settings) -> list[dict[str, str]]:
    """One message down every channel; what came of each."""
    from datetime import UTC, datetime

    from monitor import wiring
    from monitor.edges.post import RealPost
    from monitor.stages import tell

    post = RealPost(wiring.post_options(settings, sys.stderr))
    now = datetime.now(UTC)
    try:
        results = []
        for channel in wiring.channels(settings).values():
            delivery = tell.notice(f"test/{now.isoformat()}", _test(channel.name), channel.plan, now)
            outcome = channel.judge(await post.send(channel.compose(delivery)))
            results.append({"channel": channel.name, "verdict": str(outcome.verdict), "reason": outcome.reason})
        return results
    finally:
        await post.close()


def _test(channel: str) -> Message:
    """What a test says: that it is one, and that alerts will look like it."""
    return Message(
        subject="Test from Inspection Monitor",
        lead=f"This is a test of the channel “{channel}”. Nothing has been judged; an alert will arrive like this.",
        level="notice",
        kind="test",
        footer=("You get this because somebody ran monitor check --send-test.",),
    )


def _show(said: dict[str, Any], tests: list[dict[str, str]]) -> None:
    table = Table("rule", "authorities", "grades", "areas", "goes to")
    for rule in said["rules"]:
        goes_to = ", ".join(f"{one['channel']} ({one['type']}: {one['target']})" for one in rule["notify"])
        areas = rule["areas"] if isinstance(rule["areas"], str) else ", ".join(rule["areas"])
        table.add_row(rule["name"], str(rule["authorities"]), ", ".join(rule["grades"]), areas, goes_to)
    out.print(table)
    out.print(f"{said['sources']} sources, {said['feeds']} feeds")
    for remark in said["remarks"]:
        err.print(remark, style="dim", markup=False)
    for test in tests:
        out.print(f"test to {test['channel']}: {test['verdict']} ({test['reason']})")
    for problem in said["problems"]:
        place = f"{problem['file']}:{problem['line']}" if problem["line"] else problem["file"]
        err.print(f"[red]{place}[/] {problem['key']}: {problem['detail']} ({problem['remedy']})")
    if not said["problems"]:
        out.print("the config is in order")
