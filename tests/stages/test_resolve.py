"""Which event a page speaks of, met with what is on record."""

from __future__ import annotations

from datetime import date

from tests.stages.judgements import Desk, matches, mention, only, reading

DAY = date(2016, 11, 25)


def test_a_first_page_is_new_and_a_second_outlet_confirms_and_does_not_alert_again() -> None:
    desk = Desk()
    first = desk.read(reading(mention()), DAY)
    second = desk.read(reading(mention()), date(2016, 11, 26), "echo")
    assert (matches(first), matches(second)) == (["new"], ["confirms"])
    assert desk.alerts == [("Kirklees", "first", "critical")]
    assert len(only(second).inspection.sources) == 2
