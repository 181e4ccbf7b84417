"""The hundred services that apprise knows; imported when first used, since it is large."""

from __future__ import annotations

from monitor.model.delivery import ApprisePayload, Reply


def send_through_apprise(parcel: ApprisePayload) -> Reply:
    """Blocking. apprise says only yes or no, so a no is tried again."""
    import apprise

    service = apprise.Apprise(asset=apprise.AppriseAsset(app_id="Inspection Monitor", secure_logging=True))
    if not service.add(parcel.url):
        return Reply(failure="address", detail="apprise does not know this kind of address")
    sent = service.notify(title=parcel.title, body=parcel.body, notify_type=parcel.level, body_format="text")
    return (
        Reply(status=200, body="apprise sent it")
        if sent
        else Reply(failure="service", detail="the service did not take it")
    )
