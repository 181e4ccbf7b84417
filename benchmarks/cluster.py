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
import statistics
import sys
import tempfile
from pathlib import Path

from tests.engines.cluster_scene import Outcome, database, run


def kills(runs: int) -> list[Outcome]:
    """So many runs, each with its own moments; each is told on standard error as it ends."""
    outcomes = []
    with database() as made:
        for seed in range(runs):
            with tempfile.TemporaryDirectory(prefix="monitor-cluster-run-") as folder:
                outcomes.append(asyncio.run(run(Path(folder), made, seed)))
            print(seed, outcomes[-1], file=sys.stderr, flush=True)
    return outcomes


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
    asked = parser.parse_args()
    found = summary(kills(asked.runs))
    shown = found if asked.json else {key: value for key, value in found.items() if key != "outcomes"}
    print(json.dumps(shown, indent=None if asked.json else 2))
    return 1 if found["lost"] or found["doubled"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
