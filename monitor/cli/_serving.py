"""What `monitor run` and `monitor worker` share: the service in this process, until it is told to stop."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.cli._frame import environment, err

if TYPE_CHECKING:
    from monitor.service import Beside


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
