"""RQIA, Northern Ireland: reviews and inspections of the five health and social care trusts; no grade."""

from __future__ import annotations

from monitor.registers._json import report_json
from monitor.registers._nations import Register
from monitor.registers._outlines import Expected
from monitor.registers._pdf import text_of
from monitor.registers._telling import article, problems_of

NAME = "Regulation and Quality Improvement Authority"
EXPECTS = Expected(authorities=5, reports_each=0)

_REGISTER = Register(
    "northern_ireland",
    NAME,
    "Northern Ireland",
    "NORTHERN-IRELAND",
    "https://www.rqia.org.uk",
    (("reviews", "/reviews/"),),
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
