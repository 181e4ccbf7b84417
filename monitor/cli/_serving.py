"""What `monitor run` and `monitor worker` share: the service in this process, until it is told to stop."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.cli._frame import environment, err

if TYPE_CHECKING:
    from monitor.service import Beside
    from monitor.wiring import Installation


async def serve(config: Path, beside: Sequence[Beside] = (), as_worker: bool = False) -> int:
    """Serve until SIGTERM or SIGINT; the exit code. `beside` is what runs with the service, such as the pages."""
    from monitor.edges.notify import Systemd
    from monitor.logs import set_up
    from monitor.service import Service
    from monitor.wiring import Installation

    installation = Installation(config, environment())
    set_up(installation.settings.log.format, installation.settings.log.level)
    for remark in installation.settings.remarks:
        err.print(remark, markup=False)
    try:
        return await Service(installation, Systemd(environment()), as_worker=as_worker).run(beside)
    finally:
        await installation.close()


async def pages(installation: Installation) -> Callable[[], Awaitable[None]]:
    """The pages beside the service; they are loaded only where they are served, for they are a sixth of its memory."""
    if not installation.settings.dashboard.bind:
        return _nothing
    from monitor import dashboard

    return await dashboard.begin(installation)


async def _nothing() -> None:
    """Nothing is served, so nothing is stopped."""
