"""Ofsted: its reports site and its reports on English councils' children's services."""

from __future__ import annotations

from monitor.registers._json import report_json
from monitor.registers._pdf import text_of
from monitor.registers._telling import article, problems_of
from monitor.registers.ofsted._pages import EXPECTS, NAME, feeds, listing
from monitor.registers.ofsted._readings import Verdict, agrees, reading
from monitor.registers.ofsted._report import read_report

__all__ = [
    "EXPECTS",
    "NAME",
    "Verdict",
    "agrees",
    "article",
    "feeds",
    "listing",
    "problems_of",
    "read_report",
    "reading",
    "report_json",
    "text_of",
]
