"""One parcel posted for real, and the mail that the tests post."""

from __future__ import annotations

from dataclasses import replace

from monitor.channels import email
from monitor.edges.post import PostOptions, RealPost
from monitor.model.delivery import MailParcel, Parcel, Reply
from tests.channels.messages import delivery
from tests.receivers import MailServer

TO = email.Options(to=("duty@example.org", "desk@example.org"))


async def posted(parcel: Parcel, options: PostOptions | None = None) -> Reply:
    post = RealPost(options or PostOptions(connect_timeout=2.0, answer_timeout=1.0, total_timeout=5.0))
    try:
        return await post.send(parcel)
    finally:
        await post.close()


def mail(**more: object) -> MailParcel:
    return replace(email.compose(delivery(), TO), **more)  # type: ignore[arg-type]


def by(server: MailServer, **more: object) -> PostOptions:
    return PostOptions(smtp=server.options(**more), total_timeout=8.0)
