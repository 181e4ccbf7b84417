"""`monitor alerts`: what was told, to whom; dead letters; resend, acknowledge, snooze."""

from __future__ import annotations

import getpass
from datetime import timedelta

import typer
from rich.table import Table

from monitor.cli._frame import DEFAULT_CONFIG, AsJson, ConfigFolder, now, opened, out, print_json
from monitor.errors import UsageError


def attach(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    alerts = typer.Typer(invoke_without_command=True, help="What was told, to whom; resend, acknowledge, snooze.")
    app.add_typer(alerts, name="alerts")

    @alerts.callback(invoke_without_command=True)
    def listed(
        context: typer.Context,
        config: ConfigFolder = DEFAULT_CONFIG,
        as_json: AsJson = False,
        limit: int = typer.Option(20, "--limit", help="How many, newest first."),
    ) -> None:
        """The newest alerts with their deliveries. Exit code 1 when a delivery was refused or given up."""
        if context.invoked_subcommand is None:
            raise typer.Exit(_list(config, as_json, limit))

    @alerts.command("resend")
    def resend(number: int, config: ConfigFolder = DEFAULT_CONFIG, as_json: AsJson = False) -> None:
        """Send a refused or dead delivery again, with the same key."""
        with opened(config) as ledger:
            done = ledger.resend(number, getpass.getuser(), now())
        _answered(done, f"delivery {number} waits to be sent again", f"there is no settled delivery {number}", as_json)

    @alerts.command("ack")
    def acknowledge(event_key: str, config: ConfigFolder = DEFAULT_CONFIG, as_json: AsJson = False) -> None:
        """Say that somebody is dealing with a judgement."""
        with opened(config) as ledger:
            done = ledger.acknowledge(event_key, getpass.getuser(), now())
        _answered(done, f"{event_key} acknowledged", f"there is no alert {event_key}", as_json)

    @alerts.command("snooze")
    def snooze(
        event_key: str, hours: float = 24.0, config: ConfigFolder = DEFAULT_CONFIG, as_json: AsJson = False
    ) -> None:
        """Hold back what follows on a judgement for some hours."""
        begins = now()
        with opened(config) as ledger:
            done = ledger.snooze(event_key, begins + timedelta(hours=hours), getpass.getuser(), begins)
        _answered(done, f"{event_key} snoozed for {hours:g} hours", f"there is no alert {event_key}", as_json)


def _answered(done: bool, yes: str, no: str, as_json: bool) -> None:
    if not done:
        raise UsageError(f"{no}: `monitor alerts` lists them")
    if as_json:
        print_json({"done": True, "detail": yes})
    else:
        out.print(yes)


def _list(config: ConfigFolder, as_json: bool, limit: int) -> int:
    from monitor.edges.ledger.rows import Wanted

    with opened(config) as ledger:
        told = ledger.alerts(Wanted(limit=limit))
        sent = ledger.deliveries(limit=10 * limit)
    bad = [one for one in sent if one.state in ("refused", "dead")]
    if as_json:
        deliveries = [
            {
                "number": d.number,
                "channel": d.channel,
                "state": d.state,
                "attempts": d.attempts,
                "reason": d.reason,
                "subject": d.subject,
            }
            for d in sent
        ]
        print_json(
            {"alerts": [row.alert.as_json() | {"kind": row.alert.kind} for row in told], "deliveries": deliveries}
        )
        return 1 if bad else 0
    table = Table("made", "level", "authority", "grade", "area", "status", "event")
    for row in told:
        alert = row.alert
        made = f"{alert.made:%Y-%m-%d %H:%M}" if alert.made else str(alert.published)
        table.add_row(made, alert.level, alert.authority, alert.grade, alert.area, alert.confirmed, alert.event_key)
    out.print(table)
    for one in bad:
        out.print(
            f"[red]{one.state}[/] delivery {one.number} to {one.channel}: {one.subject} ({one.reason}); monitor alerts resend {one.number}"
        )
    return 1 if bad else 0
