"""One page of the web, for somebody who asks for it by its address: a few seconds, a few megabytes, text only.

Every name is resolved here, every address it stands for is looked at, and the connection goes to just that address; the same
for each redirect. So no answer of a server or a resolver can lead the program into a private network.
"""

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable
from contextlib import closing
from typing import NamedTuple
from urllib.parse import urljoin

import msgspec

from generator.read.addresses import AddressError, Target, is_public, parse_address

_BY_HAND = "save the page from your browser and add the file"
_HEADERS = {
    "User-Agent": "Dateline (a person asked for this one page)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.8",
    "Accept-Encoding": "gzip, identity",
    "Connection": "close",
}
_SUFFIXES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}
_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 65_536


class Limits(msgspec.Struct, frozen=True):
    """How long all of it may take, how large a page may be, how often it may have moved."""

    seconds: float = 30.0
    size: int = 10_000_000
    redirects: int = 5


LIMITS = Limits()


class Fetched(NamedTuple):
    """`url`: where the page was in the end; `suffix` of a file that holds it; `charset` as the server says, or empty."""

    url: str
    data: bytes
    suffix: str
    charset: str = ""


class FetchError(Exception):
    """No page came; the message says why, `hint` what to do."""

    def __init__(self, message: str, hint: str = _BY_HAND) -> None:
        super().__init__(message)
        self.hint = hint


class _Rules(NamedTuple):
    allowed: Callable[[str], bool]
    limits: Limits
    end: float

    def left(self) -> float:
        """Seconds left; raises `FetchError` when there are none."""
        left = self.end - time.monotonic()
        if left <= 0:
            raise _slow(self.limits)
        return left


def fetch(url: str, *, allowed: Callable[[str], bool] = is_public, limits: Limits = LIMITS) -> Fetched:
    """The page at `url`. `allowed` says which IP addresses may be connected to. Raises `FetchError`."""
    rules = _Rules(allowed, limits, time.monotonic() + limits.seconds)
    outcome: list[Fetched | FetchError] = []

    def work() -> None:
        outcome.append(_outcome(url, rules))

    # a thread, because a resolver that hangs or a server that sends a letter a second can be waited for but not stopped
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(limits.seconds)
    found = outcome[0] if outcome else _slow(limits)
    if isinstance(found, FetchError):
        raise found
    return found


def _outcome(url: str, rules: _Rules) -> Fetched | FetchError:
    try:
        return _follow(url, rules)
    except FetchError as error:
        return error
    except AddressError as error:
        return FetchError(str(error), "copy the address from your browser's address bar")
    except TimeoutError:
        return _slow(rules.limits)
    except (http.client.HTTPException, ValueError, zlib.error) as error:
        return FetchError(f"the answer of {url} cannot be read: {error or type(error).__name__}")
    except OSError as error:
        return FetchError(
            f"cannot reach {url}: {error.strerror or error}", f"is the address right? Otherwise {_BY_HAND}"
        )


def _slow(limits: Limits) -> FetchError:
    return FetchError(f"no whole page came within {limits.seconds:g} seconds")


def _follow(url: str, rules: _Rules) -> Fetched:
    for _ in range(rules.limits.redirects + 1):
        target = parse_address(url)
        with closing(_connect(target, rules)) as connection:
            connection.request("GET", target.path, headers={**_HEADERS, "Host": target.authority})
            answer = connection.getresponse()
            if answer.status not in _REDIRECTS or not answer.headers["Location"]:
                return _take(answer, target, rules)
            url = urljoin(target.shown, answer.headers["Location"])
    raise FetchError(f"expected a page, found more than {rules.limits.redirects} redirects")


def _connect(target: Target, rules: _Rules) -> http.client.HTTPConnection:
    """A connection to the very address that was looked at."""
    connection = http.client.HTTPConnection(target.host, target.port)
    connection.sock = _socket(target, rules)
    if target.scheme == "https":
        context = ssl.create_default_context()
        try:
            connection.sock = context.wrap_socket(connection.sock, server_hostname=target.host)
        except ssl.SSLError as error:
            connection.sock.close()
            raise FetchError(f"no safe connection to {target.host}: {error.reason or error}") from error
    return connection


def _socket(target: Target, rules: _Rules) -> socket.socket:
    found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    private = next((address for address in addresses if not rules.allowed(address)), "")
    if private:
        name = target.host if target.host == private else f"{target.host} at {private}"
        raise FetchError(f"expected a page of the open internet, found {name}, which is not part of it")
    for address in addresses[:-1]:
        try:
            return socket.create_connection((address, target.port), timeout=rules.left() / 2)
        except OSError:
            continue
    return socket.create_connection((addresses[-1], target.port), timeout=rules.left())


def _take(answer: http.client.HTTPResponse, target: Target, rules: _Rules) -> Fetched:
    if answer.status != http.client.OK:
        raise FetchError(f"expected a page, found {answer.status} {answer.reason} at {target.shown}")
    kind = answer.headers.get_content_type() if answer.headers["Content-Type"] else "no type"
    if kind not in _SUFFIXES:
        raise FetchError(
            f"expected a page of text, found {kind} at {target.shown}", "save its text as a .txt file and add that"
        )
    data = _unpacked(_body(answer, rules), (answer.headers["Content-Encoding"] or "identity").strip().lower(), rules)
    return Fetched(target.shown, data, _SUFFIXES[kind], answer.headers.get_content_charset() or "")


def _body(answer: http.client.HTTPResponse, rules: _Rules) -> bytes:
    if (answer.length or 0) > rules.limits.size:
        raise _large(rules)
    data = bytearray()
    while part := answer.read1(_CHUNK):
        data += part
        rules.left()
        if len(data) > rules.limits.size:
            raise _large(rules)
    if answer.length:
        raise FetchError("the page broke off before its end", "try again")
    return bytes(data)


def _unpacked(data: bytes, coding: str, rules: _Rules) -> bytes:
    if coding == "identity":
        return data
    if coding not in ("gzip", "x-gzip"):
        raise FetchError(f"expected a page as it is, found one packed as {coding}")
    unpacked = zlib.decompressobj(wbits=31).decompress(data, rules.limits.size + 1)
    if len(unpacked) > rules.limits.size:
        raise _large(rules)
    return unpacked


def _large(rules: _Rules) -> FetchError:
    return FetchError(f"expected a page of at most {rules.limits.size:,} bytes, found more")
