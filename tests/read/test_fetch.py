"""Fetching one page: from a real server on this machine, which only these tests are allowed to ask."""

import gzip
import re
import socket
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from generator.read.addresses import AddressError, is_public, parse_address
from generator.read.fetch import FetchError, Limits, fetch

PAGE = b"<!doctype html><title>Talks</title><p>Talks ended in Riyadh.</p>"


class Server(BaseHTTPRequestHandler):
    """Each path answers in a way of its own."""

    def do_GET(self):
        """The answer to the path."""
        ANSWERS.get(self.path.partition("?")[0], lambda server: server.send_error(404))(self)

    def log_message(self, *_):
        """Nothing on the console."""

    def give(self, data, code=200, **headers):
        """One answer."""
        self.send_response(code)
        standard = {"content_type": "text/html; charset=utf-8", "content_length": str(len(data))}
        for name, value in (standard | headers).items():
            if value is not None:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def move(self, where):
        """A redirect; PORT stands for that of this server."""
        self.give(b"", code=302, location=where.replace("PORT", str(self.server.server_address[1])))

    def stream(self, head, part, pause):
        """Parts without end, until nobody reads them."""
        with suppress(OSError):
            self.wfile.write(head)
            for _ in range(1000):
                self.wfile.write(part)
                time.sleep(pause)


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
ANSWERS = {
    "/page": lambda server: server.give(PAGE),
    "/plain": lambda server: server.give(b"Talks ended.", content_type="text/plain"),
    "/packed": lambda server: server.give(gzip.compress(PAGE), content_encoding="gzip"),
    "/bomb": lambda server: server.give(gzip.compress(b"a" * 5_000_000), content_encoding="gzip"),
    "/brotli": lambda server: server.give(b"xx", content_encoding="br"),
    "/pdf": lambda server: server.give(b"%PDF", content_type="application/pdf"),
    "/typeless": lambda server: server.give(PAGE, content_type=None),
    "/declared-huge": lambda server: server.give(b"", content_length="99999999999"),
    "/broken-off": lambda server: server.give(PAGE, content_length="10000"),
    "/moved": lambda server: server.move("/page?moved=1"),
    "/round": lambda server: server.move("/round"),
    "/to-file": lambda server: server.move("file:///etc/passwd"),
    "/to-router": lambda server: server.move("http://192.168.0.1/"),
    "/to-name": lambda server: server.move("http://localhost:PORT/page"),
    "/to-user": lambda server: server.move("http://me:secret@127.0.0.1:PORT/page"),
    "/endless": lambda server: server.stream(HEAD, b"a" * 65_536, 0),
    "/trickle": lambda server: server.stream(HEAD, b"a", 0.05),
    "/trickling-head": lambda server: server.stream(b"HTTP/1.1 200 OK\r\nX: ", b"a", 0.05),
}


@pytest.fixture(scope="module")
def server():
    """The address of the server."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as running:
        running.daemon_threads = True
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


def only_here(address):
    """What the tests may reach."""
    return address == "127.0.0.1"


SMALL = Limits(seconds=1.0, size=100_000, redirects=3)


def get(address):
    """The page, from this machine too."""
    return fetch(address, allowed=only_here, limits=SMALL)


def test_a_page_is_fetched(server):
    """With its encoding and the kind of file it makes."""
    found = get(f"{server}/page")
    assert (found.url, found.data, found.suffix, found.charset) == (f"{server}/page", PAGE, ".html", "utf-8")
    assert get(f"{server}/plain").suffix == ".txt"
    assert get(f"{server}/packed").data == PAGE


def test_a_redirect_is_followed(server):
    """The address is the one it led to."""
    assert get(f"{server}/moved").url == f"{server}/page?moved=1"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("round", "more than 3 redirects"),
        ("to-file", "begins with https:// or http://, found 'file:///etc/passwd'"),
        ("to-router", "open internet, found 192.168.0.1, which is not part of it"),
        ("to-user", "without a user name and password"),
        ("missing", "found 404 Not Found"),
        ("pdf", "expected a page of text, found application/pdf"),
        ("typeless", "expected a page of text, found no type"),
        ("brotli", "packed as br"),
        ("declared-huge", "at most 100,000 bytes"),
        ("endless", "at most 100,000 bytes"),
        ("bomb", "at most 100,000 bytes"),
        ("trickle", "within 1 seconds"),
        ("trickling-head", "within 1 seconds"),
        ("broken-off", "broke off"),
    ],
)
def test_what_is_refused(server, path, words):
    """Other schemes, private addresses, other kinds of file, what is too large or too slow; each with a reason and advice."""
    began = time.monotonic()
    with pytest.raises(FetchError, match=re.escape(words)) as told:
        get(f"{server}/{path}")
    assert told.value.hint
    assert time.monotonic() - began < 3


def test_this_machine_is_no_part_of_the_internet(server):
    """Without the allowance of these tests the server is out of reach, under whatever name."""
    port = server.rpartition(":")[2]
    for host in (
        "127.0.0.1",
        "localhost",
        "0.0.0.0",  # noqa: S104 - nothing is bound
        "127.1",
        "2130706433",
        "0x7f000001",
        "[::1]",
        "[::ffff:127.0.0.1]",
    ):
        with pytest.raises(FetchError, match=r"not part of it|cannot reach"):
            fetch(f"http://{host}:{port}/page", limits=SMALL)


def test_a_redirect_by_name_is_looked_at_too(server):
    """A name is resolved, and each of its addresses must be allowed."""
    seen = []

    def first_only(address):
        seen.append(address)
        return len(seen) == 1

    with pytest.raises(FetchError, match="found localhost at"):
        fetch(f"{server}/to-name", allowed=first_only, limits=SMALL)
    assert seen[0] == "127.0.0.1"


def test_the_address_looked_at_is_the_one_connected_to(server, monkeypatch):
    """A name that resolves to another address the second time gains nothing: it is resolved once."""
    port = int(server.rpartition(":")[2])
    answers = []

    def resolve(host, *_arguments, **_options):
        answers.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *a, **o: resolve(host) if host == "news.example" else real(host, *a, **o)
    )
    assert get(f"http://news.example:{port}/page").data == PAGE
    assert answers == ["news.example"]


def test_nobody_there():
    """A port where nothing listens, a name that does not exist."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(FetchError, match="cannot reach"):
        get(f"http://127.0.0.1:{port}/")
    with pytest.raises(FetchError, match=r"cannot reach|within"):
        get("http://no-such-host.invalid/")


def test_a_server_without_a_certificate(server):
    """An address with https where only http is spoken."""
    with pytest.raises(FetchError, match=r"no safe connection|cannot reach"):
        get(server.replace("http://", "https://"))


@pytest.mark.parametrize(
    "address",
    [
        *(
            "10.0.0.1",
            "172.16.5.4",
            "192.168.1.1",
            "127.0.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",  # noqa: S104 - nothing is bound
            "224.0.0.1",
        ),
        *("255.255.255.255", "198.18.0.1", "192.0.2.1", "240.0.0.1", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1"),
        *("fec0::1", "ff02::1", "::ffff:10.0.0.1", "::10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "2001:db8::1"),
    ],
)
def test_private_addresses(address):
    """Of this machine, of a house, of a provider's inside, for examples, in every clothing."""
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses(address):
    """Those of the open internet."""
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "ftp://example.org/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "example.org",
            "//example.org/",
            "http://",
        ),
        *(
            "https://me@example.org/",
            "https://me:secret@example.org/",
            "https://:@example.org/",
            "http://exa mple.org/",
        ),
        *("http://example.org/\nX: y", "http://example.org:99999/", "http://[::1/", f"http://{'a' * 70}.example/"),
    ],
)
def test_addresses_not_to_fetch(address):
    """Other schemes, passwords, blanks, what is no address."""
    with pytest.raises(AddressError):
        parse_address(address)


def test_an_address_in_other_letters():
    """The name as the resolver wants it, the path quoted, the fragment left out."""
    found = parse_address("HTTPS://Nachrichten.Zürich.example/2025/größe?q=ö b#x".replace(" ", "%20"))
    assert found.shown == "https://nachrichten.xn--zrich-kva.example/2025/gr%C3%B6%C3%9Fe?q=%C3%B6%20b"
    assert parse_address("http://example.org:8080").authority == "example.org:8080"
    assert parse_address("http://[2606:4700::1111]/x").authority == "[2606:4700::1111]"
