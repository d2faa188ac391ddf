"""A browser on the built site, watched: what it logs and what it asks for."""

import os
import shutil
import threading

import msgspec
import pytest

from generator.engine import preview
from generator.settings import load_settings

sync_api = pytest.importorskip("playwright.sync_api")

CHROMIUM = os.environ.get("DATELINE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--no-first-run"]


class Visit(msgspec.Struct):
    """A page with what was seen of it. `problems`: console errors and exceptions; `foreign`: requests to other hosts."""

    page: sync_api.Page
    base: str
    problems: list[str]
    foreign: list[str]

    def open(self, path):
        """Go to a path of the site and wait until it is loaded."""
        self.page.goto(self.base + path)
        return self.page


@pytest.fixture(scope="session")
def address(built_project):
    """The built site on a server of this machine."""
    settings, _ = load_settings(built_project)
    server = preview(settings, port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser():
    """Headless Chromium as the system has it."""
    if not CHROMIUM:
        pytest.skip("no Chromium: install the chromium package, or name one in DATELINE_CHROMIUM")
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def visit(browser, address):
    """Open a fresh page: `visit(width=390, java_script_enabled=False)`. At the end nothing may have gone wrong in it."""
    contexts, visits = [], []

    def start(*, width=1280, height=900, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(10_000)
        page = context.new_page()
        found = Visit(page, address, [], [])
        page.on("console", lambda message: message.type == "error" and found.problems.append(message.text))
        page.on("pageerror", lambda error: found.problems.append(str(error)))
        page.on("request", lambda request: request.url.startswith(address) or found.foreign.append(request.url))
        contexts.append(context)
        visits.append(found)
        return found

    yield start
    for context in contexts:
        context.close()
    assert [problem for found in visits for problem in found.problems] == []
    assert [url for found in visits for url in found.foreign if not url.startswith(("data:", "blob:"))] == []
