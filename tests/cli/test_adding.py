"""`dateline add`: an article from a file or from the web, shown before it is written."""

import threading
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner

from generator.cli.adding import add_one
from generator.cli.app import dateline
from generator.cli.newcomers import AddError, from_web
from generator.pipeline import inspect
from generator.read.fetch import Fetched, fetch
from generator.settings import Settings

TEXT = """Title: Strike ends in Aalborg
Outlet: Harbour Gazette
Published: 2025-03-08

The dockers' strike in Aalborg ended on Saturday. "It was a good week," Brigitta Larsen said.
"""
PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Größte Brücke closes</title><meta property="article:published_time" content="2025-03-04"></head>
<body><article><h1>Größte Brücke closes</h1>
<p>The council closed the Brücke on Tuesday after inspectors found cracks in two of its cables.</p>
<p>“Nobody will drive over it before Easter,” Mayor Ada Holm told reporters in Wexbury on Tuesday.</p></article></body></html>
"""


class Server(BaseHTTPRequestHandler):
    """One page, in Latin-1, as only the header says; and another that moves to it."""

    def do_GET(self):
        """The answer."""
        moved = self.path == "/old"
        data = b"" if moved else PAGE.replace("“", '"').replace("”", '"').encode("latin-1")
        self.send_response(301 if moved else 200)
        self.send_header("Location" if moved else "X-Nothing", "/2025/03/04/bridge")
        self.send_header("Content-Type", "text/html; charset=ISO-8859-1")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        """Nothing on the console."""


@pytest.fixture
def server():
    """The address of the server."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


@pytest.fixture
def settings(project):
    return Settings(root=project)


@pytest.fixture
def article(tmp_path):
    """A file somewhere else, with blanks in its name."""
    folder = tmp_path / "Downloads"
    folder.mkdir()
    path = folder / "Strike ends – final.TXT"
    path.write_text(TEXT, encoding="utf-8")
    return path


here = partial(fetch, allowed=lambda address: address == "127.0.0.1")


def seeds(project):
    return sorted(path.name for path in (project / "seeds").iterdir())


def answer(project, words, *arguments):
    """Run `dateline add` with somebody at the keyboard."""
    return CliRunner().invoke(dateline, ["add", "--root", str(project), *map(str, arguments)], input=words)


def test_a_file_is_shown_and_then_written(project, article):
    """What would be extracted, a question, the file as it was under a safe name."""
    shown = answer(project, "y\n", article)
    assert shown.exit_code == 0, shown.output
    assert "Strike ends in Aalborg" in shown.stdout
    assert "Events: " in shown.stdout
    assert "Write it to seeds/strike-ends-final.txt? [Y/n]" in shown.stdout
    assert "1 article added" in shown.stdout
    assert (project / "seeds" / "strike-ends-final.txt").read_bytes() == article.read_bytes()
    assert seeds(project) == ["port.md", "strike-ends-final.txt"]
    assert not (project / "content").exists()


def test_no_is_no(project, article):
    """Nothing is written when the person says no; that is no failure."""
    shown = answer(project, "n\n", article)
    assert shown.exit_code == 0
    assert "was not added" in shown.stdout
    assert seeds(project) == ["port.md"]


def test_nobody_to_ask(project, article):
    """A script that meant to add something learns that nothing was added, and how it can be."""
    shown = answer(project, "", article)
    assert shown.exit_code == 1
    assert "nobody answered" in shown.stderr
    assert "--yes" in shown.stderr
    assert seeds(project) == ["port.md"]


def test_the_same_article_is_refused_kindly(project, article, run):
    """By its bytes, whatever its name; the others are added."""
    assert run("add", "--yes", article, "--root", project).exit_code == 0
    copy = article.with_name("copy.txt")
    copy.write_bytes(article.read_bytes())
    other = article.with_name("strike ends final.txt")
    other.write_text(TEXT.replace("a good week", "a bad week"), encoding="utf-8")
    again = run("add", "--yes", copy, other, "--root", project)
    assert again.exit_code == 1
    assert "copy.txt is there already: seeds/strike-ends-final.txt; delete that file first" in again.stderr
    assert seeds(project) == ["port.md", "strike-ends-final-2.txt", "strike-ends-final.txt"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("talks.pdf", "expected a file with one of the suffixes"),
        ("empty.txt", "no article was found"),
        ("none.txt", "there is no file"),
        ("folder.txt", "cannot read"),
        ("news.example.org", "did you mean https://news.example.org?"),
        ("news.example.org/2025/talks.html", "did you mean https://news.example.org/2025/talks.html?"),
    ],
)
def test_what_is_no_article(project, tmp_path, run, name, words):
    """Another kind of file, an empty one, none, an address without its scheme."""
    for there in ("talks.pdf", "empty.txt"):
        (tmp_path / there).write_text("", encoding="utf-8")
    (tmp_path / "folder.txt").mkdir()
    shown = run("add", "--yes", name if "example" in name else tmp_path / name, "--root", project)
    assert shown.exit_code == 1
    assert words in shown.stderr
    assert seeds(project) == ["port.md"]


@pytest.mark.parametrize(("name", "stored"), [("README.txt", "article-readme.txt"), ("CON.txt", "article-con.txt")])
def test_names_with_a_meaning(project, tmp_path, run, name, stored):
    """A README is no article to the inbox, and a device no file to Windows."""
    (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert run("add", "--yes", tmp_path / name, "--root", project).exit_code == 0
    assert stored in seeds(project)


def test_a_page_is_fetched_shown_and_written(settings, server, capsys):
    """Under the article's id, with the address it came from, in an encoding that reading finds."""
    assert add_one(settings, f"{server}/old", here, ask=False)
    shown = capsys.readouterr().out
    assert "Größte Brücke closes" in shown
    (name,) = [name for name in seeds(settings.root) if name != "port.md"]
    assert name.endswith("-2025-03-04-grosste-brucke-closes.html")
    (found,) = inspect([settings.root / "seeds" / name], settings, None)
    assert found.found.context.article.url == f"{server}/2025/03/04/bridge"
    assert "The council closed the Brücke" in found.found.context.article.text


def test_a_page_is_added_once(settings, server):
    """By the address it is at in the end, also when its bytes have changed."""
    add_one(settings, f"{server}/old", here, ask=False)
    (name,) = [name for name in seeds(settings.root) if name != "port.md"]
    path = settings.root / "seeds" / name
    path.write_bytes(path.read_bytes() + b"<!-- later -->")
    with pytest.raises(AddError, match=r"is there already: seeds/"):
        add_one(settings, f"{server}/2025/03/04/bridge", here, ask=False)


def test_the_command_reaches_no_private_address(project, server, run):
    """The product has no allowance for this machine."""
    shown = run("add", "--yes", f"{server}/old", "--root", project)
    assert shown.exit_code == 1
    assert "which is not part of it (save the page from your browser and add the file)" in shown.stderr
    assert seeds(project) == ["port.md"]


def test_an_address_cannot_end_the_comment():
    """Whatever a server calls its page."""
    page = Fetched("https://x.example/a-->b--c?<script>", b"<!doctype html><p>x", ".html", "utf-8")
    text = from_web(page).data.decode("utf-8-sig")
    assert text.startswith("<!doctype html><!-- saved from url=(")
    assert text.count("-->") == 1
    assert "https://x.example/a-%2D%3Eb-%2Dc?<script%3E -->" in text


def test_a_plain_text_keeps_its_address():
    """In a line above it."""
    page = Fetched("https://x.example/a", "Größe".encode(), ".txt")
    assert from_web(page).data.decode() == "URL: https://x.example/a\n\nGröße"
