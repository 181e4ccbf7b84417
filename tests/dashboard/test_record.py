"""What the pages compute of the record: headlines, standings, likely windows, the cartogram, marked text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.dashboard import cartogram
from monitor.dashboard.marking import marked
from monitor.dashboard.preview import foreseen
from monitor.dashboard.record import Record, headline, in_being, public_day
from monitor.model.alert import Rule, WatchList
from monitor.model.delivery import ChannelPlan
from monitor.model.judgement import Dismissal, Inspection, Kind, Mention, Reading, Standing
from monitor.settings.reference import reference, shipped_inspections

KNOWN = reference()
RECORD = Record(shipped_inspections(), KNOWN)
EVERYONE = frozenset(one.name for one in KNOWN.authorities)


def inspection(**grades: str) -> Inspection:
    return replace(shipped_inspections()[0], grades=tuple(grades.items()))


@pytest.mark.parametrize(
    ("grades", "grade", "note"),
    [
        ({"overall": "good", "in_care": "inadequate"}, "good", "overall"),
        ({"leaders": "good", "in_care": "inadequate"}, "inadequate", "lowest of 2 areas"),
        ({"leaders": "outstanding", "in_care": "good", "care_leavers": "good"}, "good", "lowest of 3 areas"),
        ({"in_care": "adequate"}, "adequate", "in care"),
    ],
)
def test_the_headline_is_the_overall_grade_or_the_lowest(grades: dict[str, str], grade: str, note: str) -> None:
    found = headline(inspection(**grades))
    assert found is not None and (found.grade, found.note) == (grade, note)


def test_an_inspection_without_a_known_grade_has_no_headline() -> None:
    assert headline(inspection()) is None and headline(inspection(overall="")) is not None


def test_every_authority_has_one_tile_and_no_two_share_a_place() -> None:
    tiles = cartogram.tiles()
    assert sorted(tile.authority for tile in tiles) == sorted(one.name for one in in_being(KNOWN))
    assert len({(tile.row, tile.column) for tile in tiles}) == len({tile.code for tile in tiles}) == 153


@given(st.dates(date(2009, 1, 1), date(2026, 12, 31)), st.sampled_from(in_being(KNOWN)))
def test_a_standing_is_never_of_the_future(day: date, one: object) -> None:
    standing = RECORD.standing(one, day)  # type: ignore[arg-type]
    held = standing.inspection
    assert held is None or (public_day(held) or date.min) <= day


def test_a_window_is_an_estimate_with_its_basis() -> None:
    window = RECORD.window(next(one for one in KNOWN.authorities if one.name == "Kent"))
    assert window is not None and window.begins < window.ends and "inspections on record" in window.basis
    gone = next(one for one in KNOWN.authorities if one.name == "Cumbria")
    assert RECORD.window(gone) is None


@given(st.text(max_size=60), st.text(max_size=200), st.lists(st.tuples(st.integers(-5, 300), st.integers(-5, 300))))
def test_marking_changes_no_word(title: str, text: str, spans: list[tuple[int, int]]) -> None:
    mentions = tuple(
        Mention("Kent", "overall", "good", Standing.CURRENT, "", "", start, end, 1.0) for start, end in spans[::2]
    )
    dismissals = tuple(Dismissal("", "why", start, end) for start, end in spans[1::2])
    reading = Reading(True, Kind.FULL_INSPECTION, "", mentions, dismissals)
    shown = ["".join(piece.text for piece in paragraph) for paragraph in marked(title, text, reading)]
    assert shown == [part for part in f"{title}\n\n{text}".split("\n\n") if part]


def test_a_preview_tells_what_would_be_sent_and_missed() -> None:
    national = Rule("National", EVERYONE, ("inadequate",), (), ("desk",))
    kent = Rule("Kent", frozenset({"Kent"}), ("inadequate",), (), ("desk",))
    plans = {"desk": ChannelPlan("desk")}
    lists = [(WatchList((rule,), ("desk",)), plans) for rule in (national, kent)]
    since = date(2013, 1, 1)
    same = foreseen(shipped_inspections(), since, KNOWN, lists[0], lists[0])
    narrowed = foreseen(shipped_inspections(), since, KNOWN, lists[1], lists[0])
    assert same.changes == 0 and not same.missed and len(same.sent) > 50
    assert narrowed.changes == len(same.sent) - len(narrowed.sent) > 50
    assert all(one.change == "lost" for one in narrowed.missed)


def test_a_channel_for_critical_alerts_alone_misses_notices() -> None:
    rule = Rule("National", EVERYONE, ("inadequate",), (), ("desk",))
    watchlist = WatchList((rule,), ("desk",))
    loud = (watchlist, {"desk": ChannelPlan("desk", level="critical")})
    found = foreseen(shipped_inspections(), date(2013, 1, 1), KNOWN, loud, (watchlist, {"desk": ChannelPlan("desk")}))
    assert found.missed and all(one.verdict.level == "notice" for one in found.missed)
