"""The words of the calendar: months, days, numbers and units."""

from __future__ import annotations

import re

from monitor.stages.classify.word_sets import words as word_set

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEK = "monday tuesday wednesday thursday friday saturday sunday"
DAYS = {name: number for number, name in enumerate(WEEK.split())}
COUNTED = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
NUMBERS = {word: number for number, word in enumerate(COUNTED.split())} | {
    "a": 1,
    "an": 1,
    "several": 4,
    "few": 3,
    "couple": 2,
    "eighteen": 18,
    "twenty": 20,
}
UNITS = {
    "day": 1,
    "days": 1,
    "week": 7,
    "weeks": 7,
    "fortnight": 14,
    "month": 30,
    "months": 30,
    "year": 365,
    "years": 365,
    "decade": 3650,
}
SEASONS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "winter": (12, 12),
    "christmas": (12, 12),
    "easter": (4, 4),
}
ORDINAL = re.compile(r"^(\d{1,2})(st|nd|rd|th)?$")
TRIGGERS = (
    MONTHS.keys()
    | DAYS.keys()
    | SEASONS.keys()
    | word_set(
        "year years month months week weeks day days ago today yesterday decade fortnight earlier morning tonight"
    )
)
