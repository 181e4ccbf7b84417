"""Tells systemd that the service is ready, alive or stopping (sd_notify): one datagram, no library."""

from __future__ import annotations

import socket
from collections.abc import Mapping


class Systemd:
    """The notify socket of the environment; silent where there is none."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._address = environ.get("NOTIFY_SOCKET", "")
        self._watchdog = int(environ.get("WATCHDOG_USEC", "0") or 0) / 1_000_000

    @property
    def watchdog_every(self) -> float:
        """Seconds between signs of life, half of what systemd allows; 0 where it watches nothing."""
        return self._watchdog / 2

    def tell(self, state: str) -> None:
        """Send `state`, such as "READY=1"; a socket that is gone is no reason to stop serving."""
        if not self._address:
            return
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as door:
                door.connect(address)
                door.sendall(state.encode())
        except OSError:
            return
