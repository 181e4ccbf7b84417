"""Wales: Care Inspectorate Wales reports on councils in prose, with strengths and areas to improve, and gives no grade."""

from __future__ import annotations

from monitor.model.framework import Framework

FRAMEWORK = Framework(
    slug="WALES",
    family="WALES",
    name="Care Inspectorate Wales, local authority inspection and joint inspection of child protection",
    nation="Wales",
    inspectorate="Care Inspectorate Wales",
    begins=None,
    ends=None,
    areas=(),
    ladder=(),
)
