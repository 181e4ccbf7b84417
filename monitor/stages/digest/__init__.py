"""Digest: what was gathered in one message, and the certificate that says what was read and what was not. Pure.

certificate(facts)                     clear or not clear, computed from what was really read
gather(held, plan, certificate, now)   Deliveries that waited, as one
nothing_new(certificate)               the weekly message that nothing happened, or that we cannot say so
next_digest(now, plan)                 when, by the clock on the wall
"""

from __future__ import annotations

from monitor.model.calendar import next_digest, quiet_until
from monitor.stages.digest.certificate import certificate
from monitor.stages.digest.evidence import evidence
from monitor.stages.digest.gathering import gather
from monitor.stages.digest.wording import body, certificate_lines, nothing_new

__all__ = [
    "body",
    "certificate",
    "certificate_lines",
    "evidence",
    "gather",
    "next_digest",
    "nothing_new",
    "quiet_until",
]
