"""Resident memory of the service following the farm, parse processes apart and included. `python -m benchmarks.memory --json`.

A real `monitor run` on the farm's 1,000 feeds: after its first polls its ledger holds 35,000 entries. MiB as the kernel counts
them (VmRSS; Pss where several processes share pages). `restarted_mib` is the service started again on that ledger, as after any
reboot: only a new ledger is made by alembic, whose libraries then stay.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.farm import ENTRIES, FEEDS, farm
from benchmarks.polling import settle_in

PATIENCE, RESTARTED = 120.0, 12.0


def entries_in(database: Path) -> int:
    """How many entries are on record."""
    if not database.exists():
        return 0
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM entries").fetchone()[0])
    except sqlite3.Error:
        return 0


def family(pid: int) -> list[int]:
    """The process and all it started."""
    found = [pid]
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found += family(int(path.parent.name))
    return found


def mib(pid: int, name: str, file: str) -> float:
    """A figure of the kernel's about a process."""
    lines = Path(f"/proc/{pid}/{file}").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024


def measure() -> dict[str, float]:
    """The service's memory once every feed is on record."""
    with farm() as there, tempfile.TemporaryDirectory(prefix="monitor-memory-") as name:
        config, database = settle_in(Path(name), there, "service"), Path(name) / "service.db"
        with service_on(config) as pid:
            _wait(database)
            time.sleep(3)
            pids = family(pid)
            found = {
                "entries": entries_in(database),
                "processes": len(pids),
                "service_mib": round(mib(pid, "VmRSS", "status"), 1),
                "highest_mib": round(mib(pid, "VmHWM", "status"), 1),
                "all_mib": round(sum(mib(pid, "Pss:", "smaps_rollup") for pid in pids), 1),
            }
        with service_on(config) as pid:
            time.sleep(RESTARTED)
            return found | {"restarted_mib": round(mib(pid, "VmRSS", "status"), 1)}


@contextmanager
def service_on(config: Path) -> Iterator[int]:
    """A service following this config while the block runs; its process."""
    command = [sys.executable, "-m", "monitor", "run", "--config", str(config)]
    environment = os.environ | {"MONITOR_NOW": "2017-01-24T12:00:00Z"}
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as service:
        try:
            yield service.pid
        finally:
            service.kill()


def _wait(database: Path) -> None:
    until = time.monotonic() + PATIENCE
    while entries_in(database) < FEEDS * ENTRIES and time.monotonic() < until:
        time.sleep(0.5)


def main() -> None:
    """Print the figures."""
    print(json.dumps(measure()))


if __name__ == "__main__":
    main()
