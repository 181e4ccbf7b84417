"""A register on loopback with faults on demand. It is a table of routes; `tests.local_web.LocalSite` serves it.

register = LocalRegister({"80553": "Slough", ...})
register.publish("80553", report)                  # a new report appears on the provider's page
register.fault = "partial"                         # partial, changed-markup, swapped, http-500, empty, wall, slow
register.replace(file, other) / register.withdraw(file)
async with LocalSite(register.routes()) as site: ...
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from monitor.demo.register import INSPECTION, Listed, Told, not_found_page, provider_page, report_pdf, search_page
from tests.local_web import Reply

FIRST_FILE = 50_300_000
ROWS = 100
WALL = b"<html><head><title>Just a moment...</title></head><body></body></html>"
REDESIGN = (
    b"<html><head><title>Find a report</title></head><body><h1>Reports</h1><div data-app='new'></div></body></html>"
)


@dataclass
class LocalRegister:
    """Providers by number, the reports each lists (newest first) and the files behind them."""

    providers: Mapping[str, str]
    origin: str = ""
    fault: str = ""
    listed: dict[str, list[Listed]] = field(default_factory=dict)
    files: dict[int, bytes] = field(default_factory=dict)

    def publish(self, urn: str, told: Told, day: date, label: str = INSPECTION) -> int:
        """Put a report on a provider's page; its file number."""
        return self.put(urn, report_pdf(told), day, label)

    def put(self, urn: str, body: bytes, day: date, label: str) -> int:
        """Put any file on a provider's page; its number."""
        number = FIRST_FILE + len(self.files)
        self.files[number] = body
        self.listed.setdefault(urn, []).insert(0, Listed(number, label, day))
        return number

    def replace(self, number: int, told: Told) -> None:
        """Other bytes under the same number."""
        self.files[number] = report_pdf(told)

    def withdraw(self, number: int) -> None:
        """The file answers with a web page from now on; the link stays."""
        self.files[number] = not_found_page()

    def search(self, start: int) -> bytes:
        """A page of the search."""
        rows = list(self.providers.items())[start : start + ROWS]
        if self.fault == "partial":
            rows = rows[: len(rows) * 2 // 3]
        return self._spoilt() or search_page(rows, len(self.providers))

    def provider(self, urn: str) -> bytes:
        """A provider's own page; swapped, it is another provider's."""
        shown = self._neighbour(urn) if self.fault == "swapped" else urn
        reports = [] if self.fault == "partial" else self.listed.get(shown, [])
        return self._spoilt() or provider_page(
            self.providers[shown], shown, reports, self.origin or "https://files.ofsted.gov.uk"
        )

    def routes(self) -> dict[str, Reply]:
        """Every path with its answer, for a local site."""
        status = 500 if self.fault == "http-500" else 200
        wait = 30.0 if self.fault == "slow" else 0.0
        html = (("content-type", "text/html; charset=utf-8"),)
        pages = {f"/provider/44/{urn}": self.provider(urn) for urn in self.providers}
        pages |= {f"/search?{_query(start)}": self.search(start) for start in range(0, len(self.providers), ROWS)}
        found = {path: Reply(body, status, html, wait=wait) for path, body in pages.items()}
        pdf = (("content-type", "application/pdf"),)
        return found | {f"/v1/file/{number}": Reply(body, 200, pdf) for number, body in self.files.items()}

    def _spoilt(self) -> bytes:
        return {"changed-markup": REDESIGN, "wall": WALL, "empty": b" "}.get(self.fault, b"")

    def _neighbour(self, urn: str) -> str:
        numbers = list(self.providers)
        return numbers[(numbers.index(urn) + 1) % len(numbers)]


def _query(start: int) -> str:
    return f"q=&location=&lat=&lon=&radius=&level_1_types=3&level_2_types%5B%5D=12&start={start}&rows={ROWS}"
