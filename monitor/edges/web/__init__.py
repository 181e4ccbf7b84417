"""The web hand: one client for the program's life that fetches politely, within limits, and only from where it may.

client    HttpWeb.get: redirects, time caps, the reply as a Page with a stable word for every failure
wire      connections: HTTP/1.1 over sockets that were dialled to a checked address
guard     which addresses may be asked at all, and which machine a name leads to
unpack    gzip, deflate and brotli, inflated piece by piece under a cap
manners   turns per host: so many at once, so far apart
robots    robots.txt, fetched per host and kept a day
limits    WebOptions: every number of the above
"""

from monitor.edges.web.client import HttpWeb
from monitor.edges.web.guard import Resolver
from monitor.edges.web.limits import Caps, WebOptions

__all__ = ["Caps", "HttpWeb", "Resolver", "WebOptions"]
