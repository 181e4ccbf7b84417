"""Scotland's Care Inspectorate: joint inspections of services for children; a few quality indicators on six points, no overall grade."""

from __future__ import annotations

from monitor.registers._json import report_json
from monitor.registers._nations import Register
from monitor.registers._outlines import Expected
from monitor.registers._pdf import text_of
from monitor.registers._telling import article, problems_of

NAME = "Care Inspectorate"
EXPECTS = Expected(authorities=32, reports_each=0)

_REGISTER = Register(
    "scotland",
    NAME,
    "Scotland",
    "SCOTLAND",
    "https://www.careinspectorate.com",
    (("news", "/index.php/news"),),
    EXPECTS,
)
feeds, listing, read_report, reading = _REGISTER.feeds, _REGISTER.listing, _REGISTER.read_report, _REGISTER.reading

__all__ = [
    "EXPECTS",
    "NAME",
    "article",
    "feeds",
    "listing",
    "problems_of",
    "read_report",
    "reading",
    "report_json",
    "text_of",
]
