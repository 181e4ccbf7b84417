"""Faults on the way to a reader: mail refused, a login that fails, a hook that is gone, a service that does not answer, a full disk."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.faults.rig import DAY, DESK, HOUR, OPS, Rig, rig
from tests.local_web import Reply
from tests.receivers import MailServer

DUTY = '[channels.duty]\ntype = "email"\nto = ["duty@example.org"]\n'
SLACK = '[channels.slack]\ntype = "slack"\nwebhook_url = "{origin}/slack"\n'


async def told(town: Rig, word: str, within: timedelta, step: timedelta | None = None) -> timedelta:
    """An alert is due; how long until the operator knows that it did not arrive."""
    await town.settle()
    town.tell("Kent")
    found = await town.notice(word, within, step)
    assert any("did not arrive" in reason or "is overdue" in reason for reason in found.reasons), found.reasons
    return found.told


async def test_mail_that_is_refused_is_told_on_another_channel_and_sent_again_by_hand(tmp_path: Path) -> None:
    async with rig(tmp_path, more=DUTY, notify='["duty"]') as town:
        town.mail.refuse = {"duty@example.org": 550}
        await told(town, "Not delivered on duty", HOUR)
        assert any("duty: Kent" in reason for reason in town.proof().reasons)
        town.mail.refuse = {}
        (lost,) = town.ledger.deliveries("refused")
        assert town.ledger.resend(lost.number, "operator", town.clock.time)
        await town.recover("channel duty", HOUR)
        assert len(town.mail.letters) == 1 and "Kent" in str(town.mail.letters[0].message["Subject"])


async def test_a_login_that_fails_is_told_at_once_and_what_waited_arrives_when_it_is_mended(tmp_path: Path) -> None:
    server = MailServer(login=True)
    lines = 'username = "monitor"\npassword = "env:SMTP_PASSWORD"'
    async with rig(tmp_path, more=DUTY, notify='["duty"]', smtp=lines, post=server) as town:
        await told(town, "channel duty: auth", 2 * HOUR)


async def test_a_hook_that_is_gone_is_told_at_once(tmp_path: Path) -> None:
    async with rig(tmp_path, more=SLACK, notify='["slack"]') as town:
        town.site.routes["/slack"] = Reply(b"no_service", 404)
        await told(town, "channel slack", HOUR)
        assert any("Not delivered on slack" in one for one in town.subjects(OPS))
        assert not town.proof().is_clear


async def test_a_service_that_does_not_answer_is_told_when_messages_are_overdue(tmp_path: Path) -> None:
    async with rig(tmp_path) as town:
        town.site.routes[DESK] = Reply(b"later", 500)
        assert await told(town, "channel desk: overdue", 2 * HOUR) <= 1.5 * HOUR
        town.site.routes[DESK] = town.take
        await town.recover("overdue", 5 * HOUR)
        assert len([one for one in town.subjects(DESK) if "Kent" in one]) == 1


async def test_what_never_arrives_is_a_dead_letter_the_operator_knows_of(tmp_path: Path) -> None:
    async with rig(tmp_path) as town:
        town.site.routes[DESK] = Reply(b"later", 500)
        await told(town, "Not delivered on desk", 3 * DAY, 4 * HOUR)
        (dead,) = town.ledger.deliveries("dead")
        await town.advance(HOUR)
        assert not any("Recovered" in one for one in town.subjects(OPS)), "giving up is no recovery"
        assert any("desk: Kent" in reason for reason in town.proof().reasons)
        town.site.routes[DESK] = town.take
        town.ledger.resend(dead.number, "operator", town.clock.time)
        await town.recover("overdue", 3 * HOUR)


async def test_a_channel_that_left_the_config_is_no_trouble_for_ever(tmp_path: Path) -> None:
    async with rig(tmp_path, more=DUTY) as town:
        town.mail.refuse = {"duty@example.org": 550}
        await town.settle()
        town.reach(channels={name: one for name, one in town.world.channels.items() if name != "duty"})
        await town.advance(2 * DAY, 6 * HOUR)
        assert town.subjects(OPS) == [] and town.proof().is_clear


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes; skipped where none may be made."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = shutil.which("mount")
    made = mount and subprocess.run([mount, "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], check=False)
    if not made or made.returncode:
        pytest.skip("no small disk may be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=False)


async def test_a_full_disk_holds_the_line_back_until_there_is_room(tmp_path: Path, small_disk: Path) -> None:
    lines = small_disk / "alerts.jsonl"
    channel = f'[channels.lines]\ntype = "file"\npath = "{lines}"\n'
    async with rig(tmp_path / "town", more=channel, notify='["lines"]') as town:
        (small_disk / "ballast").write_bytes(bytes(2 * 1024 * 1024))
        await told(town, "channel lines: overdue", 2 * HOUR)
        assert any("disk" in reason for reason in town.proof().reasons)
        (small_disk / "ballast").unlink()
        await town.recover("overdue", 5 * HOUR)
        assert lines.read_text().count("Kent") >= 1 and lines.read_text().count("\n") == 1


async def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    channel = f'[channels.lines]\ntype = "file"\npath = "{tmp_path}/taken/alerts.jsonl"\n'
    async with rig(tmp_path / "town", more=channel, notify='["lines"]') as town:
        await told(town, "channel lines: overdue", 2 * HOUR)
