"""`dateline serve`: the site as it is now, and the last good one when a build fails."""

import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.request

import pytest

pytestmark = pytest.mark.slow


class Served:
    """The command under way, and the lines it prints."""

    def __init__(self, root):
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "generator.cli", "serve", "--root", str(root), "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self.lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line)

    def until(self, pattern):
        """The first line from now on that matches."""
        seen = []
        while True:
            try:
                seen.append(self.lines.get(timeout=60))
            except queue.Empty:
                pytest.fail(f"no line like {pattern!r} in:\n{''.join(seen)}")
            if match := re.search(pattern, seen[-1]):
                return match


@pytest.fixture
def project(copy_sources):
    """One event and one article."""
    root = copy_sources(("mkdocs.yml", "site_templates"))
    (root / "seeds").mkdir()
    (root / "content" / "events" / "2025").mkdir(parents=True)
    text = "date: 2025-03-01\ntitle: The port opened\nsources: {x: {url: 'https://gazette.example/port'}}\n"
    (root / "content" / "events" / "2025" / "port.yml").write_text(text, encoding="utf-8")
    return root


def test_a_change_is_shown_and_a_failure_is_not(project):
    """An edit is shown; a broken template leaves the page as it was; Ctrl-C ends it quietly."""
    served = Served(project)
    try:
        address = served.until(r"(http://127\.0\.0\.1:\d+/) shows the site")[1]

        def page():
            with urllib.request.urlopen(f"{address}events/port.html", timeout=10) as answer:  # noqa: S310 - the command printed it
                return answer.read().decode()

        def page_until(words):
            """The page, once it holds these words."""
            for _ in range(150):
                if words in (shown := page()):
                    return shown
                time.sleep(0.2)
            pytest.fail(f"{words!r} never came:\n{shown[:2000]}")

        assert "The port opened" in page()
        event = project / "content" / "events" / "2025" / "port.yml"
        event.write_text(event.read_text(encoding="utf-8").replace("opened", "closed"), encoding="utf-8")
        served.until("The preview is up to date")
        assert "The port closed" in page()
        template = project / "site_templates" / "pages" / "event.html"
        text = template.read_text(encoding="utf-8")
        template.write_text("{{ nothing }}", encoding="utf-8")
        served.until("The preview is up to date")
        assert "The port closed" in page()
        template.write_text(text.replace("<h1", "<h1 lang='en'"), encoding="utf-8")
        page_until("lang='en'")
        config = project / "mkdocs.yml"
        config.write_text(
            config.read_text(encoding="utf-8").replace("site_name: Dateline", "site_name: Portline"), encoding="utf-8"
        )
        page_until("Portline")
    finally:
        served.process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
        code = served.process.wait(timeout=30)
    rest = ""
    while not served.lines.empty():
        rest += served.lines.get()
    assert "Traceback" not in rest
    if os.name == "posix":
        assert code == 130


def test_a_port_that_is_taken(project, run):
    """One line says so."""
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        shown = run("serve", "--root", project, "--port", taken.getsockname()[1])
    assert shown.exit_code == 1
    assert "choose another with --port" in shown.stderr
