"""How far the stated confidence may be believed. `python -m benchmarks.reliability tests/cases/held_out_6.jsonl [...]`.

Each page is read alone on its day. Of every judgement that resolve calls new: what confidence it was given, and whether the label
says that this council's judgement is the news. A well calibrated reader is right in 90 of 100 cases of which it says 0.9.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from monitor.cli._reading import Reader, cases_in
from monitor.stages.cases import Case, article_of

BINS = ((0.0, 0.5), (0.5, 0.7), (0.7, 0.85), (0.85, 0.95), (0.95, 1.01))
Said = tuple[float, bool]


def said(cases: Iterable[Case]) -> Iterator[Said]:
    """(confidence, whether it was right) of every judgement called new."""
    reader = Reader.from_environment({})
    for case in cases:
        label = case["label"]
        assert isinstance(label, dict)
        for one in reader.follow(article_of(case)).resolutions:
            if one.match == "new":
                right = bool(label["new_judgement"]) and one.inspection.authority in label["authorities"]
                yield one.confidence, right


def measure(found: Sequence[Said]) -> dict[str, object]:
    """By bin of confidence: how many, what was said on average, what share was right; and the Brier score of all."""
    rows = []
    for low, high in BINS:
        inside = [(stated, right) for stated, right in found if low <= stated < high]
        if inside:
            mean = sum(stated for stated, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            rows.append({"from": low, "cases": len(inside), "said": round(mean, 2), "right": round(share, 2)})
    brier = sum((stated - right) ** 2 for stated, right in found) / max(len(found), 1)
    return {"judgements": len(found), "brier": round(brier, 4), "bins": rows}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    cases = [case for file in parser.parse_args().files for case in cases_in(file)]
    print(json.dumps(measure(list(said(cases)))))
