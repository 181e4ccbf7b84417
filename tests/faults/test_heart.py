"""A service that stands still has no heart: nobody else could tell that it is dead."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

from tests.journeys.scene import Scene, ended, scene, until
from tests.local_web import Reply


def beats(made: Scene) -> int:
    return made.site.paths().count("/alive")


async def test_the_heartbeat_of_a_stopped_process_stops_and_comes_back(tmp_path: Path) -> None:
    async with scene(tmp_path, {"/alive": Reply(b"OK")}) as made:
        file = made.folder / "monitor.toml"
        lines = f'[operator]\nchannels = ["desk"]\nheartbeat = "{made.site.url("/alive")}"\nheartbeat_every = "1s"\n'
        file.write_text(file.read_text() + lines)
        service = await made.serve()
        await until(lambda: beats(made) > 1, 60)
        service.send_signal(signal.SIGSTOP)
        await asyncio.sleep(0.2)
        before = beats(made)
        await asyncio.sleep(2.0)
        assert beats(made) == before
        service.send_signal(signal.SIGCONT)
        await until(lambda: beats(made) > before, 30)
        assert await ended(service, signal.SIGTERM, within=30) == 0
