"""What a page says of itself in JSON-LD (schema.org), in the many shapes newsrooms print it."""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

import msgspec

from generator.read.blocks import alike, squeeze
from generator.read.rules import rules

_COMMENT = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_TAG = re.compile(r"<[^<>]{1,200}>")
_MOST_NODES = 5000


class PageFacts(msgspec.Struct, frozen=True):
    """What a page's metadata give; empty where they are silent. `dates` as written."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    date: str = ""
    body: str = ""


def read_jsonld(scripts: Iterable[str], url: str, titles: tuple[str, ...]) -> PageFacts:
    """The facts of the article among the scripts' nodes. Of several articles the one is meant whose address is `url`, else
    whose headline is among `titles`, else the first of the most telling type."""
    nodes = [node for script in scripts for node in _nodes(_load(script))]
    by_id = {str(node["@id"]): node for node in reversed(nodes) if "@id" in node and len(node) > 1}
    articles = _of_types(nodes, rules("page")["article_types"])
    pages = _of_types(nodes, rules("page")["page_types"])
    article = _chosen(articles, url, titles)
    facts = [_facts(node, by_id) for node in (article, *pages[:1]) if node]
    if not facts:
        return PageFacts()
    names = PageFacts.__struct_fields__
    return PageFacts(
        **{name: next((getattr(fact, name) for fact in facts if getattr(fact, name)), "") for name in names}
    )


def _load(script: str) -> Any:
    text = _COMMENT.sub("", _COMMENT.sub("", script)).strip().rstrip(";")
    for candidate in (text, re.sub(r",(\s*[}\]])", r"\1", text), unescape(text)):
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    queue = deque([value])
    for _ in range(_MOST_NODES):
        if not queue:
            return
        item = queue.popleft()
        if isinstance(item, dict):
            yield item
            queue.extend(part for part in item.values() if isinstance(part, (dict, list)))
        elif isinstance(item, list):
            queue.extend(part for part in item if isinstance(part, (dict, list)))


def _of_types(nodes: list[dict[str, Any]], types: list[str]) -> list[dict[str, Any]]:
    ranked = [
        (types.index(kind), place, node)
        for place, node in enumerate(nodes)
        for kind in _types(node)[:1]
        if kind in types
    ]
    return [node for _, _, node in sorted(ranked, key=lambda item: item[:2])]


def _types(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type") or []
    names = [str(kind).rsplit("/", 1)[-1] for kind in (kinds if isinstance(kinds, list) else [kinds])]
    known = rules("page")["article_types"]
    return sorted(names, key=lambda name: known.index(name) if name in known else len(known))


def _chosen(articles: list[dict[str, Any]], url: str, titles: tuple[str, ...]) -> dict[str, Any] | None:
    wanted = {alike(title) for title in titles if title}
    at_url = (node for node in articles if url and _bare(url) in {_bare(address) for address in _addresses(node)})
    titled = (node for node in articles if alike(_words(node.get("headline") or node.get("name"))) in wanted)
    dated = (node for node in articles if node.get("datePublished"))
    return next(at_url, None) or next(titled, None) or next(dated, None) or next(iter(articles), None)


def _facts(node: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> PageFacts:
    publisher = node.get("publisher") or node.get("sourceOrganization") or node.get("isPartOf")
    return PageFacts(
        title=_words(
            node.get("headline") or (node.get("name") if _types(node)[0] not in rules("page")["page_types"] else "")
        ),
        outlet=", ".join(_names(publisher, by_id)[:1]),
        author=", ".join(dict.fromkeys(_names(node.get("author") or node.get("creator"), by_id))),
        url=next((address for address in _addresses(node) if address.startswith("http")), ""),
        language=_words(node.get("inLanguage")),
        date=_words(node.get("datePublished") or node.get("dateCreated")),
        body=unescape(str(node.get("articleBody") or "")),
    )


def _names(value: Any, by_id: dict[str, dict[str, Any]]) -> list[str]:
    if isinstance(value, list):
        return [name for item in value[:20] for name in _names(item, by_id)]
    if isinstance(value, dict):
        known = by_id.get(str(value.get("@id")), value)
        return _names(
            value.get("name") or known.get("name") or known.get("legalName") or known.get("alternateName"), {}
        )
    name = re.sub(r"^by\s+", "", _words(value), flags=re.IGNORECASE)
    return [] if not name or name.startswith(("http", "www.", "#")) else [name]


def _addresses(node: dict[str, Any]) -> list[str]:
    found: list[str] = []
    for key in ("url", "mainEntityOfPage", "@id"):
        value = node.get(key)
        value = (value.get("@id") or value.get("url")) if isinstance(value, dict) else value
        if isinstance(value, str):
            found.append(re.sub(r"#.*", "", value.strip()))
    return [address for address in found if address]


def _bare(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[?#].*$|/+$", "", address)


def _words(value: Any) -> str:
    if isinstance(value, list):
        return next((words for words in (_words(item) for item in value) if words), "")
    if isinstance(value, dict):
        return _words(value.get("@value") or value.get("name") or value.get("alternateName"))
    if isinstance(value, (str, int)):
        return squeeze(_TAG.sub("", unescape(str(value))))
    return ""
