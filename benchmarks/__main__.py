"""`python -m benchmarks`: every figure beside its reference, measured in one run; `--json` for machines, `--only NAME …` for some.

Absolute figures move by a third from machine to machine; what counts are the ratios to the bare loop of the same run.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass

from benchmarks import growth, latency, memory, neighbours, polling, reading

Figures = Mapping[str, float]


@dataclass(frozen=True)
class Row:
    """One line of the table. `ahead` must be reached (at most, or at least where `more_is_better`), `goal` is pursued."""

    what: str
    unit: str
    measured: float
    ahead: float
    goal: float
    reference: str = ""
    more_is_better: bool = False

    @property
    def verdict(self) -> str:
        """How it stands."""
        if self._reached(self.goal):
            return "goal"
        return "ahead" if self._reached(self.ahead) else "BEHIND"

    def _reached(self, bar: float) -> bool:
        return self.measured >= bar if self.more_is_better else self.measured <= bar


def of_polling(found: Figures) -> list[Row]:
    """The farm's rows, each beside the bare loop."""

    def beside(what: str) -> str:
        return f"bare httpx2 loop {found[f'bare.{what}']:.2f} s, ratio {found[f'ratio.{what}']:.2f}"

    return [
        Row("first poll of 1,000 feeds, 35,000 entries", "s", found["ours.first"], 6.0, 1.8, beside("first")),
        Row("nothing new: all 304", "s", found["ours.nothing"], 1.0, 0.3, beside("nothing")),
        Row("5 % new", "s", found["ours.new"], 1.2, 0.5, beside("new")),
        Row("5 % new, 50 stories read, 50 alerts out", "s", found["ours.alerts"], 1.5, 0.65, _arrived(found)),
    ]


def _arrived(found: Figures) -> str:
    each = f"each alert: p50 {found['ours.alerts.p50']:.2f}, p95 {found['ours.alerts.p95']:.2f}, slowest {found['ours.alerts.slowest']:.2f} s"
    return (
        f"{found['ours.alerts.arrived']:.0f} alerts arrived; the whole poll {found['ours.alerts.poll']:.2f} s; {each}"
    )


def of_latency(found: Figures) -> list[Row]:
    """From a new entry to its alert."""
    bare = f"bare libraries {found['bare_p50_ms']:.0f} ms (p95 {found['bare_p95_ms']:.0f}), ratio {found['ratio']:.2f}"
    note = f"p95 {found['p95_ms']:.0f} ms; {bare}"
    return [Row("one new entry to its alert, p50", "ms", found["p50_ms"], 30, 12, note)]


def of_neighbours(found: Figures) -> list[Row]:
    """The same beside bad neighbours."""
    note = f"{found['beside_ms']:.0f} ms, quiet {found['quiet_ms']:.0f} ms in the same run; slowest {found['slowest_ms']:.0f} ms"
    return [
        Row("the same while 50 feeds hang, drip or are hostile", "x", found["ratio"], 2.0, 1.3, note),
        Row("slowest of them beyond the quiet median", "ms", found["slowest_ms"] - found["quiet_ms"], 1000, 100, note),
    ]


def of_memory(found: Figures) -> list[Row]:
    """Resident memory."""
    note = f"{found['entries']:.0f} entries, {found['processes']:.0f} processes; started again {found['restarted_mib']:.0f} MiB"
    return [
        Row("memory of the service", "MiB", found["service_mib"], 150, 100, note),
        Row("memory with the parse processes", "MiB", found["all_mib"], 250, 200, note),
    ]


def of_growth(found: Figures) -> list[Row]:
    """What much on record costs."""
    note = ", ".join(f"{name} {value:g}" for name, value in found.items() if name != "ratio")
    return [Row("cost of a poll, much on record to little", "x", found["ratio"], 1.3, 1.1, note)]


def of_reading(found: Figures) -> list[Row]:
    """Articles."""
    bare = f"finding names and grade words alone {found['bare_per_second']:.0f}/s, ratio {found['ratio']:.1f}"
    note = f"{found['articles']:.0f} articles of {found['characters']:.0f} characters; p95 {found['p95_ms']:.1f} ms; {bare}"
    return [Row("articles read a second on one core", "1/s", found["per_second"], 400, 800, note, more_is_better=True)]


Part = tuple[Callable[[], Figures], Callable[[Figures], list[Row]]]
PARTS: dict[str, Part] = {
    "polling": (polling.measure, of_polling),
    "latency": (latency.measure, of_latency),
    "neighbours": (neighbours.measure, of_neighbours),
    "memory": (memory.measure, of_memory),
    "growth": (growth.measure, of_growth),
    "reading": (reading.measure, of_reading),
}


def shown(rows: list[Row]) -> str:
    """The table for people."""
    lines = [f"{'':44} {'measured':>10} {'ahead':>8} {'goal':>8}  stands   beside"]
    for row in rows:
        figures = f"{row.measured:>10.2f} {row.ahead:>8g} {row.goal:>8g}"
        lines.append(f"{row.what:44} {figures}  {row.verdict:8} {row.unit}; {row.reference}")
    return "\n".join(lines)


def main() -> int:
    """Measure, print; 1 when a figure is behind."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    asked = parser.parse_args()
    rows: list[Row] = []
    for name in asked.only:
        print(f"{name} …", file=sys.stderr, flush=True)
        measure, read = PARTS[name]
        rows += read(measure())
    print(json.dumps([asdict(row) | {"stands": row.verdict} for row in rows]) if asked.json else shown(rows))
    return 1 if any(row.verdict == "BEHIND" for row in rows) else 0


if __name__ == "__main__":
    raise SystemExit(main())
