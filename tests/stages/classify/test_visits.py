"""When inspectors were on site, in the ways papers tell it; None for an end that is not told."""

from __future__ import annotations

from datetime import date

import pytest

from monitor.settings.reference import reference
from monitor.stages.classify import classify, news
from tests.stages.classify.trap import Trap

TITLE = "Ofsted report on children's services"

ONE_COUNCIL: tuple[tuple[str, str, str, str], ...] = (
    (
        "2019-05-14",
        "Ofsted has rated Rutland's children's services inadequate. | Its inspectors stayed in Oakham until April 5.",
        "",
        "2019-04-05",
    ),
    (
        "2019-01-29",
        "Torbay's children's services were judged inadequate today. | Inspectors were there for two weeks "
        "in December, ending on the 14th.",
        "",
        "2018-12-14",
    ),
    (
        "2024-01-16",
        "Staffordshire's children's services are inadequate, Ofsted said today. | Inspectors came to the "
        "county on November 6 for five days.",
        "2023-11-06",
        "",
    ),
    (
        "2021-12-07",
        "Ofsted has found Bolton's children's services inadequate. | From October 4 to October 15 they read "
        "files, sat in on meetings and listened to families.",
        "2021-10-04",
        "2021-10-15",
    ),
    (
        "2022-07-05",
        "Ofsted has found Derby's children's services inadequate. | The inspectors arrived in the city on "
        "May 9 and left on May 20.",
        "2022-05-09",
        "2022-05-20",
    ),
    (
        "2022-07-05",
        "Ofsted has found Derby's children's services inadequate. | The team, who came to the city on 9 "
        "May, say that children wait too long.",
        "2022-05-09",
        "",
    ),
    (
        "2023-02-14",
        "Leeds has been judged inadequate for its children's services. | A two-week inspection which "
        "finished on 16 December found drift.",
        "",
        "2022-12-16",
    ),
    (
        "2023-02-14",
        "Leeds has been judged inadequate for its children's services. | The inspection took place between "
        "28 November and 9 December last year.",
        "2022-11-28",
        "2022-12-09",
    ),
    (
        "2016-03-01",
        "Kent's children's services are inadequate, Ofsted says. | Inspectors began their work on January "
        "11. | They finished on January 29.",
        "2016-01-11",
        "2016-01-29",
    ),
    (
        "2016-03-01",
        "Kent's children's services are inadequate, Ofsted says. | Inspectors spent the period 30 November "
        "2015 to 15 January 2016 at the county hall.",
        "2015-11-30",
        "2016-01-15",
    ),
    (
        "2018-02-06",
        "Bury's children's services are inadequate, Ofsted says. | Inspectors were in town from December 4 "
        "until December 15.",
        "2017-12-04",
        "2017-12-15",
    ),
    (
        "2018-02-06",
        "Bury's children's services are inadequate, Ofsted says. | The fortnight of inspection started on 4 December.",
        "2017-12-04",
        "",
    ),
    (
        "2018-02-06",
        "Bury's children's services are inadequate, Ofsted says. | It was inspected over ten days in "
        "December, the last of which was the 15th.",
        "",
        "2017-12-15",
    ),
    (
        "2018-02-06",
        "Bury's children's services are inadequate, Ofsted says. | Eight inspectors descended on Bury on "
        "Monday, December 4.",
        "2017-12-04",
        "",
    ),
    (
        "2018-02-06",
        "Bury's children's services are inadequate, Ofsted says. | Inspectors packed up on December 15 "
        "after a fortnight.",
        "",
        "2017-12-15",
    ),
    (
        "2018-02-06",
        "Bury's children's services are inadequate, Ofsted says. | The inspection, carried out from 4 to 15 "
        "December, found drift.",
        "2017-12-04",
        "2017-12-15",
    ),
    (
        "2018-02-06",
        "Bury's children's services are inadequate, Ofsted says. | The five-day inspection began on 11 December 2017.",
        "2017-12-11",
        "",
    ),
    (
        "2018-02-06",
        "Bury's children's services are inadequate, Ofsted says. | Ofsted's team was on site between "
        "December 4 and 15.",
        "2017-12-04",
        "2017-12-15",
    ),
    (
        "2018-02-06",
        "Bury's children's services are inadequate, Ofsted says. | During their visit (4-15 December) "
        "inspectors saw 200 files.",
        "2017-12-04",
        "2017-12-15",
    ),
    (
        "2018-02-06",
        "Bury's children's services are inadequate, Ofsted says. | The council meets on March 5. Ofsted was "
        "last here on 3 June 2014.",
        "",
        "",
    ),
    (
        "2018-02-06",
        "Bury's children's services are inadequate, Ofsted says. | Inspectors first came on June 3 2014; "
        "this time it was from 4 to 15 December 2017.",
        "2017-12-04",
        "2017-12-15",
    ),
    (
        "2018-02-06",
        "Bury's children's services are inadequate, Ofsted says. | Inspectors spent a fortnight there up to "
        "December 15.",
        "",
        "2017-12-15",
    ),
    (
        "2018-02-06",
        "Bury's children's services are inadequate, Ofsted says. | They looked at the services from the 4th "
        "to the 15th of December.",
        "2017-12-04",
        "2017-12-15",
    ),
    (
        "2018-02-06",
        "Bury's children's services are inadequate, Ofsted says. | Inspection dates: 4 December 2017 to 15 "
        "December 2017",
        "2017-12-04",
        "2017-12-15",
    ),
    (
        "2018-02-06",
        "Bury's children's services are inadequate, Ofsted says. | The findings stem from an inspection "
        "that got under way on 4 December and was over on the 15th.",
        "2017-12-04",
        "2017-12-15",
    ),
)
"""Day of publication, text, first and last day on site."""

SEVERAL: tuple[tuple[str, str, str, dict[str, tuple[str, str]]], ...] = (
    (
        "2018-01-30",
        "Two councils inadequate",
        "Ofsted has judged children's services in Bury and in Kent inadequate. | In Bury inspectors were on "
        "site from December 4 to December 15. | Kent was inspected between 20 November and 1 December.",
        {"Bury": ("2017-12-04", "2017-12-15"), "Kent": ("2017-11-20", "2017-12-01")},
    ),
    (
        "2018-01-30",
        "Two reports",
        "Rutland's children's services are inadequate, Ofsted said today. Inspectors visited from 6 to 17 "
        "November. | Neighbouring Leicestershire was rated good. Its inspection ran from 13 to 24 November.",
        {"Rutland": ("2017-11-06", "2017-11-17"), "Leicestershire": ("2017-11-13", "2017-11-24")},
    ),
    (
        "2026-12-08",
        "Reports on Cumberland and Westmorland and Furness",
        "Cumberland has been judged inadequate for its leaders. Westmorland and Furness has been judged "
        "good for leadership. | Inspectors were in Cumberland from October 5 to October 16 and in "
        "Westmorland and Furness from October 12 to October 23.",
        {"Cumberland": ("2026-10-05", "2026-10-16"), "Westmorland and Furness": ("2026-10-12", "2026-10-23")},
    ),
)


@pytest.mark.parametrize(("published", "text", "first", "last"), ONE_COUNCIL)
def test_the_days_on_site_are_read_in_every_wording(published: str, text: str, first: str, last: str) -> None:
    mentions = news(classify(Trap("days on site", published, TITLE, text).article(), reference()))
    assert {(_day(one.inspection_from), _day(one.inspection_to)) for one in mentions} == {(first, last)}


@pytest.mark.parametrize(("published", "title", "text", "stays"), SEVERAL)
def test_each_council_of_a_page_has_its_own_days_on_site(
    published: str, title: str, text: str, stays: dict[str, tuple[str, str]]
) -> None:
    mentions = news(classify(Trap("several councils", published, title, text).article(), reference()))
    assert {one.authority: (_day(one.inspection_from), _day(one.inspection_to)) for one in mentions} == stays


def _day(when: date | None) -> str:
    return when.isoformat() if when else ""
