"""The built site on this machine's own address, for looking at it before it is published."""

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.settings import Settings


def preview(settings: Settings, host: str = "127.0.0.1", port: int = 8000) -> ThreadingHTTPServer:
    """A server of the site folder, bound but not started: the caller runs `serve_forever()` and `shutdown()`. A build that
    takes the folder's place is served at the next request. `port` 0 takes any free one (`server_address[1]`)."""
    return ThreadingHTTPServer((host, port), partial(_Handler, directory=str(settings.site_dir)))


class _Handler(SimpleHTTPRequestHandler):
    """Files as they are now, the site's own page for what is not there, and no line for each request."""

    def end_headers(self) -> None:
        """Add that nothing is to be kept: the next build may differ."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own 404 page, if it has one."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""
