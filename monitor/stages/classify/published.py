"""Whether a sentence says that a report of inspectors came out in these days: "on Tuesday, when Ofsted's report was published"."""

from __future__ import annotations

from datetime import date

from monitor.stages.classify.claim import Line
from monitor.stages.classify.word_sets import words

REPORTS = words("report reports findings verdict judgement")
OUT = words("published out released appeared publishes publicised issued unveiled")
YET = words("will would to due expected next await awaiting before until not no if once may could")
NEAR = 6
FRESH = 7
"""Days."""
TIMES = ("now", "weekday", "after", "ago", "day")


def report_out(line: Line, today: date) -> bool:
    """Whether inspectors' report is said to have come out within a week before `today`."""
    if not any(cue.value in ("ofsted", "inspectors") for cue in line.of("inspectorate")):
        return False
    if line.has("sign monitoring", "sign monitoring strong", "sign letter", "sign focused"):
        return False
    fresh = any(moment.kind in TIMES and 0 <= (today - moment.until).days <= FRESH for moment in line.moments)
    return fresh and _said_out(line)


def _said_out(line: Line) -> bool:
    text, first, last = line.text.words, line.sentence.first, line.sentence.last
    for at in range(first, last):
        if text[at] in REPORTS:
            near = text[max(first, at - NEAR) : min(last, at + NEAR)]
            return bool(OUT & set(near)) and not YET & set(near)
    return False
