"""People's Markdown, made safe: no HTML, no images, only links that lead to a page or an address."""

from collections.abc import Callable
from functools import cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

_SCHEMES = ("http", "https", "mailto")
_HEADINGS = {"h1": "h3", "h2": "h4", "h3": "h5", "h4": "h6", "h5": "h6", "h6": "h6"}


def note_html(text: str, link: Callable[[str], str]) -> Markup:
    """CommonMark with tables and strikethrough as HTML. An address without a scheme is a page of the site (`actors/nato`),
    which link turns into an href. HTML stays visible as text, and headings start below those of the page."""
    parser = _parser()
    tokens = parser.parse(text)
    for token in tokens:
        token.tag = _HEADINGS.get(token.tag, token.tag)
        for child in token.children or ():
            if child.type == "link_open":
                _mend_link(child, link)
    return Markup(parser.renderer.render(tokens, parser.options, {}))  # noqa: S704 - HTML is off in this parser


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).disable("image")
    parser.validateLink = _is_safe  # type: ignore[method-assign]  # how markdown-it-py is told
    return parser


def _is_safe(url: str) -> bool:
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    if parts.scheme:
        return parts.scheme.lower() in _SCHEMES
    return not url.startswith(("/", "\\")) and ".." not in parts.path and ":" not in parts.path


def _mend_link(token: Token, link: Callable[[str], str]) -> None:
    href = str(token.attrs.get("href", ""))
    if urlsplit(href).scheme:
        token.attrSet("rel", "nofollow noopener")
    else:
        token.attrSet("href", link(href))
