"""The preview's own server: pages as they are now, and word to the browser when they change."""

import sys
from collections.abc import Iterator
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import msgspec

from generator.preview.studio import Shown, Studio
from generator.problems import Problem

_OWN = "/.dateline/"  # no page has a name that begins with a dot
_SCRIPT = Path(__file__).with_name("reload.js")
_PULSE = 10.0  # seconds after which a word is sent all the same, to learn whether anybody listens
_MOST = 20  # problems told beside a page
_TYPES = {".js": "text/javascript", ".ics": "text/calendar"}


class Server(ThreadingHTTPServer):
    """Bound but not started: the caller runs `serve_forever()` and `shutdown()`. `port` 0 takes any free one."""

    daemon_threads = True

    studio: Studio  # given before the first request

    def __init__(self, host: str, port: int) -> None:
        super().__init__((host, port), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away in the middle of an answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """A page, a file, or what the page's script asks for."""
        address = urlsplit(self.path)
        path = unquote(address.path)
        if path == f"{_OWN}changes":
            self._tell_changes(parse_qs(address.query))
        elif path == f"{_OWN}reload.js":
            self._send(HTTPStatus.OK, "text/javascript", _SCRIPT.read_bytes())
        else:
            self._send(*_answer(self.server.studio, path.removeprefix("/")))

    def do_HEAD(self) -> None:
        """The same without the body."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _tell_changes(self, asked: dict[str, list[str]]) -> None:
        """Server-sent events, until the browser goes: whether the page it shows is still so, and what is wrong."""
        path, digest = (asked.get(name, [""])[0] for name in ("path", "digest"))
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        for word in _words(self.server.studio, _page_path(unquote(path).removeprefix("/")), digest):
            self.wfile.write(f"data: {word}\n\n".encode())
            self.wfile.flush()


def _words(studio: Studio, path: str, digest: str) -> Iterator[str]:
    while True:
        number = studio.state.number
        shown = studio.page(path) or studio.missing()
        word = {"changed": shown.digest != digest, "problems": _told(shown.problems)}
        yield msgspec.json.encode(word).decode()
        studio.wait(number, _PULSE)


def _told(problems: tuple[Problem, ...]) -> list[dict[str, str]]:
    told = [{"where": str(p.where), "level": p.level, "message": p.message, "hint": p.hint} for p in problems[:_MOST]]
    more = len(problems) - _MOST
    return [*told, {"where": "", "level": "", "message": f"and {more} more", "hint": ""}] if more > 0 else told


def _answer(studio: Studio, path: str) -> tuple[HTTPStatus, str, bytes]:
    page = studio.page(_page_path(path)) if not path or path.endswith(("/", ".html")) else None
    if page:
        return HTTPStatus.OK, "text/html", _with_script(page)
    file = studio.file(path) if path and ".." not in path.split("/") else None
    if file is None:
        return HTTPStatus.NOT_FOUND, "text/html", _with_script(studio.missing())
    suffix = Path(path).suffix
    kind = _TYPES.get(suffix) or guess_type(path)[0] or "application/octet-stream"
    return HTTPStatus.OK, kind, file.read_bytes() if isinstance(file, Path) else file.encode()


def _page_path(path: str) -> str:
    """`events/x.html` -> `events/x`, the empty one -> `index`."""
    return f"{path}index" if not path or path.endswith("/") else path.removesuffix(".html")


def _with_script(shown: Shown) -> bytes:
    """The page with the script that waits for its next state; a built site never has it."""
    script = f'<script src="{_OWN}reload.js" data-digest="{escape(shown.digest)}" defer></script>\n'
    head, end, rest = shown.html.rpartition("</body>")
    return (f"{head}{script}{end}{rest}" if end else f"{shown.html}{script}").encode()
