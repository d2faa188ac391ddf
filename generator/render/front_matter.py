"""A page as the file the engine reads."""

import re

import msgspec

from generator.model.corpus import Page

# What YAML 1.1 will not read, or would take for the end of a line; a body with one of them would lose its front matter.
_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def as_read(page: Page) -> Page:
    """The page as the engine will find it in that file, for whoever takes the engine's place."""
    meta = {key: value for key, value in page.meta.items() if value != ""}
    head = msgspec.json.decode(_UNREADABLE.sub(" ", msgspec.json.encode({"title": page.title} | meta).decode()))
    return msgspec.structs.replace(page, title=head["title"], meta=head, body=_UNREADABLE.sub(" ", page.body))


def as_text(page: Page) -> str:
    """The file's text. A page's body stands in its front matter, where no Markdown parser touches it and the theme's
    `main.html` prints it; a page that does not end in `.md` is its body and nothing else."""
    if not page.path.endswith(".md"):
        return page.body
    keys = {"title": page.title} | page.meta
    lines = (f"{key}: {msgspec.json.encode(value).decode()}" for key, value in keys.items() if value != "")
    head = _UNREADABLE.sub(" ", "\n".join(lines))
    body = _UNREADABLE.sub(" ", page.body).replace("\n", "\n ")
    return f"---\n{head}\nbody: |1-\n {body}\n---\n"
