"""Links that open an article at the very sentence: the text fragments of the WICG URL Fragment Text Directives draft.

`#:~:text=start` or `#:~:text=start,end`; `,`, `&` and `-` are syntax, so they are percent-encoded in the terms.
"""

import re
from urllib.parse import quote, urlsplit

_WHOLE = 12  # words; a longer sentence is named by its ends
_ENDS = 5
_SHOWN = 60
_ELLIPSIS = re.compile(r"\s*(?:\[?…\]?|\[?\.\.\.\]?)\s*")
_EDGES = " \t\n\"'“”‘’«»„.,;:!?()[]–—-"


def text_fragment(url: str, sentence: str) -> str:
    """The address of `sentence` on the page at `url`; the bare address when there is no sentence, and nothing at all for
    what is no http address. A fragment that `url` has is dropped: it may not stand beside a text directive reliably."""
    bare = safe_url(url).partition("#")[0]
    if not bare:
        return ""
    ends = _ends(sentence)
    return f"{bare}#:~:text={','.join(map(_encode, ends))}" if ends else bare


def safe_url(url: str) -> str:
    """The address if it leads to the web, else nothing: a record may hold any text, a page may not link to any."""
    url = url.strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme.lower() in ("http", "https") and parts.netloc and not re.search(r"\s", url) else ""


def shown_url(url: str) -> str:
    """The address as a reader reads it, without its scheme and cut short: what stands in for a title that is not known."""
    shown = safe_url(url).partition("://")[2].removeprefix("www.").partition("?")[0].rstrip("/")
    return f"{shown[:_SHOWN]}…" if len(shown) > _SHOWN else shown


def _ends(sentence: str) -> tuple[str, ...]:
    """The words that name the sentence: all of it, or its first and last five; what an ellipsis leaves out is spanned."""
    pieces = [piece for piece in (part.strip(_EDGES) for part in _ELLIPSIS.split(sentence)) if piece]
    if not pieces:
        return ()
    first, last = pieces[0].split(), pieces[-1].split()
    if len(pieces) == 1 and len(first) <= _WHOLE:
        return (" ".join(first),)
    return (" ".join(first[:_ENDS]).strip(_EDGES), " ".join(last[-_ENDS:]).strip(_EDGES))


def _encode(term: str) -> str:
    """Percent-encode, the hyphen too, which `urllib` holds for safe."""
    return quote(term, safe="").replace("-", "%2D")
