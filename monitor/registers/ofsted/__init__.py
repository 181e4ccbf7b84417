"""Ofsted: its reports site and its reports on English councils' children's services."""

from __future__ import annotations

from monitor.registers._json import report_json
from monitor.registers._pdf import text_of
from monitor.registers.ofsted._report import read_report

__all__ = ["read_report", "report_json", "text_of"]
