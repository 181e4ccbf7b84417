"""Care Inspectorate Wales: reports on councils in prose, with strengths and areas to improve; no grade is given and none is made up."""

from __future__ import annotations

from monitor.registers._json import report_json
from monitor.registers._nations import Register
from monitor.registers._outlines import Expected
from monitor.registers._pdf import text_of
from monitor.registers._telling import article, problems_of

NAME = "Care Inspectorate Wales"
EXPECTS = Expected(authorities=22, reports_each=0)

_REGISTER = Register(
    "wales", NAME, "Wales", "WALES", "https://www.careinspectorate.wales", (("publications", "/"),), EXPECTS
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
