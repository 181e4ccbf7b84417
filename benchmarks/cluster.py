"""The cluster's kill test and its throughput by workers.

python -m benchmarks.cluster --runs 50 --json      four workers, two killed with -9 in mid-poll, PostgreSQL crashed and
                                                   started again in mid-flight: how many alerts were lost or doubled
python -m benchmarks.cluster --throughput --json   polls a second by number of workers
"""

from __future__ import annotations

import argparse
import asyncio
import dataclasses
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.farm import Farm, farm
from benchmarks.polling import settle_in
from tests.engines.cluster_scene import FORKS, Outcome, database, run, work

SECONDS = 12.0


def kills(runs: int) -> list[Outcome]:
    """So many runs, each with its own moments; each is told on standard error as it ends."""
    outcomes = []
    with database() as made:
        for seed in range(runs):
            with tempfile.TemporaryDirectory(prefix="monitor-cluster-run-") as folder:
                outcomes.append(asyncio.run(run(Path(folder), made, seed)))
            print(seed, outcomes[-1], file=sys.stderr, flush=True)
    return outcomes


def throughput(counts: tuple[int, ...] = (1, 2, 4)) -> dict[str, object]:
    """Polls a second by number of workers: every feed of the farm is due each second and has nothing new."""
    rates = {}
    with database() as made, farm() as there, tempfile.TemporaryDirectory(prefix="monitor-throughput-") as folder:
        config = settle_in(Path(folder), there, "cluster", every="1s")
        settings = config / "monitor.toml"
        text = (
            settings.read_text()
            .replace(f"sqlite:///{folder}/cluster.db", made.url)
            .replace("[http]\n", "[http]\nper_host = 8\n")
        )
        settings.write_text(f'engine = "cluster"\n{text}')
        for count in counts:
            with made.emptied():
                rates[f"{count}"] = round(_rate(config, there, count), 1)
    return {"cores": os.cpu_count(), "polls_a_second": rates}


def _rate(config: Path, there: Farm, count: int) -> float:
    logs = [str(config.parent / f"log-{count}-{number}") for number in range(count)]
    workers = [FORKS.Process(target=work, args=(str(config), dict(os.environ), log)) for log in logs]
    for worker in workers:
        worker.start()
    try:
        while there.served() < 1500 * count:  # the first polls, which list everything, are over
            time.sleep(0.5)
        before, begun = there.served(), time.monotonic()
        time.sleep(SECONDS)
        return (there.served() - before) / (time.monotonic() - begun)
    finally:
        there.begin()
        for worker in workers:
            worker.terminate()
        for worker in workers:
            worker.join(20)
            worker.kill()


def summary(outcomes: list[Outcome]) -> dict[str, object]:
    """The figures of all runs."""
    return {
        "runs": len(outcomes),
        "lost": sum(one.lost for one in outcomes),
        "doubled": sum(one.doubled for one in outcomes),
        "repeated_under_the_same_key": sum(one.repeats for one in outcomes),
        "alerts": sorted({one.alerts for one in outcomes}),
        "clean_exits": all(code == 0 for one in outcomes for code in one.exits),
        "median_seconds": statistics.median(one.seconds for one in outcomes),
        "slowest_seconds": max(one.seconds for one in outcomes),
        "outcomes": [dataclasses.asdict(one) for one in outcomes],
    }


def main() -> int:
    """Print the figures; 1 when anything was lost or doubled."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--throughput", action="store_true")
    asked = parser.parse_args()
    if asked.throughput:
        print(json.dumps(throughput()))
        return 0
    found = summary(kills(asked.runs))
    shown = found if asked.json else {key: value for key, value in found.items() if key != "outcomes"}
    print(json.dumps(shown, indent=None if asked.json else 2))
    return 1 if found["lost"] or found["doubled"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
