"""Trouble: what ends a fetch inside the web hand. It never leaves it: HttpWeb turns it into a Page's failure.

dns               the name leads nowhere
refused           nobody listens there, or the connection was cut before an answer came
tls               no trustworthy encrypted connection
timeout           no connection or no answer in time
slow              an answer came but did not end in time
too-large         more bytes than the purpose allows, as sent or unpacked
truncated         the body ended before its declared length
encoding          the body is not compressed the way it says
headers           more header lines than anybody needs
protocol          what came is no HTTP
redirect-loop     redirects that come back, or too many
bad-redirect      a redirect to nowhere
bad-address       an address that cannot be read, or that carries a login
bad-scheme        neither http nor https
bad-port          a port where no web site is
forbidden-address a private, local or special address
robots            the site's robots.txt asks us to stay away
robots-unreachable  robots.txt could not be had; the site is left alone until it can
"""

from __future__ import annotations


class Trouble(Exception):
    """Why a fetch came to nothing: a stable word of the table above, a detail for people, the seconds to wait if told."""

    def __init__(self, word: str, detail: str, retry_after: float | None = None) -> None:
        super().__init__(f"{word}: {detail}")
        self.word, self.detail, self.retry_after = word, detail, retry_after
