"""Which addresses of the web may be asked for a page: http and https, without a password, at hosts of the open internet.

An address is typed by a person, but where it leads is somebody else's choice: a page may redirect to the router of the house or
to a service of the very machine. So what a name resolves to is looked at, and only that is connected to.
"""

import re
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import NamedTuple
from urllib.parse import quote, urlsplit

_NAT64 = IPv6Network("64:ff9b::/96")
_PORTS = {"http": 80, "https": 443}
_BLANK = re.compile(r"[\s\x00-\x1f\x7f]")


class AddressError(ValueError):
    """The address is not one to fetch; the message says what was expected."""


class Target(NamedTuple):
    """An address taken apart. `host` is in ASCII letters, `path` with its query and quoted, `shown` the whole address."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Host and port as the request names them."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == _PORTS[self.scheme] else f"{name}:{self.port}"

    @property
    def shown(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.authority}{self.path}"


def parse_address(url: str) -> Target:
    """The parts of an address; raises `AddressError` for one that is not to be fetched."""
    if _BLANK.search(url):
        raise AddressError(f"expected an address without blanks, found {url[:100]!r}")
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (
            (parts.hostname or "").encode("idna").decode("ascii")
            if ":" not in (parts.hostname or "")
            else parts.hostname
        )
    except (ValueError, UnicodeError) as error:
        raise AddressError(f"expected an address such as https://example.org/page, found {url[:100]!r}") from error
    if parts.scheme.lower() not in _PORTS or not host:
        raise AddressError(f"expected an address that begins with https:// or http://, found {url[:100]!r}")
    if parts.username is not None or parts.password is not None:
        raise AddressError("expected an address without a user name and password, found one with them")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
    )
    scheme = parts.scheme.lower()
    return Target(scheme, host, port or _PORTS[scheme], path)


def is_public(address: str) -> bool:
    """True for an IP address of the open internet: not of this machine, of a private network or of a single link, also when it
    is an IPv4 address in the clothes of IPv6."""
    ip = _unwrapped(ip_address(address.partition("%")[0]))
    inside = isinstance(ip, IPv6Address) and ip.is_site_local
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or inside)


def _unwrapped(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    if isinstance(ip, IPv4Address):
        return ip
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFF_FFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else ip)
