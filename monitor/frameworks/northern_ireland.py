"""Northern Ireland: the duty lies with five health and social care trusts; the RQIA gives no grade."""

from __future__ import annotations

from monitor.model.framework import Framework

FRAMEWORK = Framework(
    slug="NORTHERN-IRELAND",
    family="NORTHERN-IRELAND",
    name="RQIA review of children's services (Northern Ireland)",
    nation="Northern Ireland",
    inspectorate="RQIA",
    begins=None,
    ends=None,
    areas=(),
    ladder=(),
)
