"""Which addresses may be asked, and which machine a name leads to: the address checked here is the one connected to."""

from __future__ import annotations

import asyncio
import ipaddress
import re
import socket
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

import httpx2

from monitor.edges.web.limits import WebOptions
from monitor.edges.web.trouble import Trouble

Resolver = Callable[[str, int], Awaitable[Sequence[str]]]
"""Given a host's name and port, its addresses as text, best first. Raises OSError when the name leads nowhere."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
LONGEST_URL = 4096
_HOST = re.compile(rb"[a-z0-9._-]{1,253}|[0-9a-f:.]{2,45}")
"""A name (in its ASCII form) or an address of either kind, as the URL's reader gives it."""

_NEVER = tuple(
    (ipaddress.ip_network(network), reason)
    for network, reason in (
        ("169.254.169.254/32", "a cloud's metadata service"),
        ("100.100.100.200/32", "a cloud's metadata service"),
        ("fd00:ec2::254/128", "a cloud's metadata service"),
        ("224.0.0.0/4", "a multicast address"),
        ("255.255.255.255/32", "a broadcast address"),
        ("ff00::/8", "a multicast address"),
    )
)
_SPECIAL = tuple(
    (ipaddress.ip_network(network), reason)
    for network, reason in (
        ("127.0.0.0/8", "this machine itself"),
        ("::1/128", "this machine itself"),
        ("0.0.0.0/8", "this machine itself"),
        ("::/128", "this machine itself"),
        ("10.0.0.0/8", "a private network"),
        ("172.16.0.0/12", "a private network"),
        ("192.168.0.0/16", "a private network"),
        ("fc00::/7", "a private network"),
        ("fec0::/10", "a private network"),
        ("169.254.0.0/16", "a link-local address"),
        ("fe80::/10", "a link-local address"),
        ("100.64.0.0/10", "a carrier's shared network"),
        ("192.0.0.0/24", "a special-purpose network"),
        ("192.88.99.0/24", "a relay of IPv6 over IPv4"),
        ("198.18.0.0/15", "a network for measurements"),
        ("240.0.0.0/4", "a reserved network"),
        ("::/96", "an IPv4 address in IPv6 clothes"),
        ("::ffff:0:0/96", "an IPv4 address in IPv6 clothes"),
        ("::ffff:0:0:0/96", "an IPv4 address in IPv6 clothes"),
        ("64:ff9b:1::/48", "a local translation network"),
        ("2001::/32", "a tunnel (Teredo)"),
        ("2002::/16", "a tunnel (6to4)"),
        ("5f00::/16", "a special-purpose network"),
    )
)
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


@lru_cache(maxsize=4096)
def why_refused(address: str, private_allowed: bool = False) -> str:
    """Why a machine at `address` must not be asked, or "".

    Metadata services, multicast and broadcast are refused always; private, local and special addresses unless
    `private_allowed`. NAT64 is judged by the IPv4 address inside, since on IPv6-only networks every site has one.
    """
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return "no address"
    return _why(ip, private_allowed)


def _why(ip: Address, private_allowed: bool) -> str:
    if isinstance(ip, ipaddress.IPv6Address):
        if ip in _TRANSLATED:
            return _why(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF), private_allowed)
        if ip.ipv4_mapped and private_allowed:
            return _why(ip.ipv4_mapped, private_allowed)
    never = next((reason for network, reason in _NEVER if ip in network), "")
    if never or private_allowed:
        return never
    special = next((reason for network, reason in _SPECIAL if ip in network), "")
    return special or ("" if ip.is_global else "an address outside the public internet")


@lru_cache(maxsize=4096)
def _parsed(address: str) -> httpx2.URL:
    """Feeds are asked again and again: each address is taken apart once."""
    return httpx2.URL(address)


def readable(address: str, options: WebOptions) -> httpx2.URL:
    """`address` as a URL that may be asked so far as its text tells. Raises Trouble."""
    if len(address) > LONGEST_URL:
        raise Trouble("bad-address", f"an address of {len(address)} characters")
    try:
        url = _parsed(address)
    except (httpx2.InvalidURL, ValueError, TypeError) as cause:
        raise Trouble("bad-address", f"cannot be read: {cause}") from None
    if url.scheme not in ("http", "https"):
        raise Trouble(
            "bad-scheme", f"only http and https are asked, not {url.scheme or 'an address without a scheme'!r}"
        )
    if url.userinfo:
        raise Trouble("bad-address", "carries a login, which a public address never needs")
    if not _HOST.fullmatch(url.raw_host):
        raise Trouble("bad-address", f"{url.host[:80]!r} is no name of a host")
    _check_port(port_of(url), options)
    return url


def port_of(url: httpx2.URL) -> int:
    """The port, also where the address leaves it out."""
    return url.port or (443 if url.scheme == "https" else 80)


def _check_port(port: int, options: WebOptions) -> None:
    private = options.allow_private_addresses and port > 1023
    if port not in options.ports and not private:
        raise Trouble("bad-port", f"port {port} is none of {', '.join(map(str, sorted(options.ports)))}")


class Guard:
    """Finds the machines behind a name and lets through only those that may be asked. Names are kept for a minute."""

    def __init__(self, options: WebOptions, resolve: Resolver | None = None) -> None:
        self._options = options
        # Threads of its own: a name server that does not answer must not use up those of the ledger.
        self._threads = ThreadPoolExecutor(max_workers=options.concurrency, thread_name_prefix="names")
        self._resolve = resolve or self._ask_system
        self._kept: dict[tuple[str, int], tuple[float, tuple[str, ...]]] = {}
        self._asking: dict[tuple[str, int], asyncio.Task[tuple[str, ...]]] = {}

    async def addresses(self, host: str, port: int) -> tuple[str, ...]:
        """The addresses of `host` that may be connected to, best first; never empty. Raises Trouble."""
        key = (host, port)
        until, found = self._kept.get(key, (0.0, ()))
        if asyncio.get_running_loop().time() < until:
            return found
        task = self._asking.get(key)
        if task is None:
            task = self._asking[key] = asyncio.ensure_future(self._look_up(key))
            task.add_done_callback(lambda _: self._asking.pop(key, None))
        return await asyncio.shield(task)

    def close(self) -> None:
        """Let go of the threads; what still waits for a name server is left to end by itself."""
        for task in tuple(self._asking.values()):
            task.cancel()
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _look_up(self, key: tuple[str, int]) -> tuple[str, ...]:
        host, port = key
        try:
            found = tuple(await self._resolve(host, port))
        except (OSError, UnicodeError) as cause:
            raise Trouble("dns", f"{host} leads nowhere: {cause}") from None
        allowed = self._allowed(host, found)
        if len(self._kept) > 10_000:
            self._kept.clear()
        self._kept[key] = (asyncio.get_running_loop().time() + self._options.names_kept, allowed)
        return allowed

    def _allowed(self, host: str, found: tuple[str, ...]) -> tuple[str, ...]:
        if not found:
            raise Trouble("dns", f"{host} has no address")
        verdicts = {address: why_refused(address, self._options.allow_private_addresses) for address in found}
        allowed = tuple(address for address, why in verdicts.items() if not why)
        if not allowed:
            address, why = next(iter(verdicts.items()))
            raise Trouble("forbidden-address", f"{host} is {address}: {why}")
        return allowed

    async def _ask_system(self, host: str, port: int) -> Sequence[str]:
        try:
            return (str(ipaddress.ip_address(host)),)
        except ValueError:
            pass
        loop = asyncio.get_running_loop()
        rows = await loop.run_in_executor(self._threads, _system_addresses, host, port)
        return list(dict.fromkeys(rows))


def _system_addresses(host: str, port: int) -> list[str]:
    rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(row[4][0]) for row in rows]
