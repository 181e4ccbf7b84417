"""The Post: sends Parcels by SMTP, HTTP, to files and the terminal. Never raises; says when it may have been sent."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import anyio

from monitor.edges.post.lines import keep_in_feed, write_line
from monitor.edges.post.mail import send_mail
from monitor.edges.post.options import PostOptions, SmtpOptions
from monitor.edges.post.requests import open_client, send_request
from monitor.edges.post.services import send_through_apprise
from monitor.model.delivery import ApprisePayload, FeedParcel, HttpParcel, MailParcel, Parcel, Reply

__all__ = ["PostOptions", "RealPost", "SmtpOptions"]


@dataclass
class RealPost:
    """`ports.Post` on the real world. Made inside a running event loop or before one; close it when done."""

    options: PostOptions

    def __post_init__(self) -> None:
        self._client = open_client(self.options)

    async def send(self, parcel: Parcel) -> Reply:
        """What came back, within `options.total_timeout`; a fault of our own comes back as failure "fault"."""
        try:
            async with asyncio.timeout(self.options.total_timeout):
                return await self._send(parcel)
        except TimeoutError:
            return Reply(failure="timeout", detail=f"no end after {self.options.total_timeout:g} s", unsure=True)
        except Exception as fault:
            return Reply(failure="fault", detail=type(fault).__name__, unsure=True)

    async def _send(self, parcel: Parcel) -> Reply:
        match parcel:
            case MailParcel():
                return await send_mail(parcel, self.options.smtp)
            case HttpParcel():
                return await send_request(self._client, parcel)
            case FeedParcel():
                return await asyncio.to_thread(keep_in_feed, parcel)
            case ApprisePayload():
                return await asyncio.to_thread(send_through_apprise, parcel)
            case _:
                return await asyncio.to_thread(write_line, parcel, self.options.console)

    def warm(self) -> None:
        """Load what the client loads at its first request: a tenth of a second that no alert should wait for."""
        anyio.Event()

    async def close(self) -> None:
        """Lets go of every connection."""
        await self._client.aclose()
