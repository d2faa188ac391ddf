"""An article under another id: in the trees of the events that cite it, and in the letters of their files."""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from generator.records.yamltext import compose

Now = Mapping[str, str]  # an article's earlier id to the one of today
_QUOTING = ("quotes", "remarks")


def rekeyed(tree: dict[str, Any], now: Now) -> dict[str, Any]:
    """An event's tree with its sources, and the articles of its quotations, under the ids of today."""
    found = dict(tree)
    sources = tree.get("sources")
    if isinstance(sources, dict):
        found["sources"] = {now[key] if _is_free(key, sources, now) else key: value for key, value in sources.items()}
    for name in _QUOTING:
        if isinstance(tree.get(name), list):
            found[name] = [_item(item, now) for item in tree[name]]
    return found


def rekeyed_text(text: str, now: Now) -> str:
    """The same in a file: nothing else of it changes. What cannot be read stays as it is."""
    root, problems = compose(text, "") if any(one in text for one in now) else (None, ())
    if not isinstance(root, yaml.MappingNode) or any(problem.level == "error" for problem in problems):
        return text
    spans = {(node.start_mark.index, node.end_mark.index): now[node.value] for node in _naming(root, now)}
    for (start, end), name in sorted(spans.items(), reverse=True):
        quote = text[start] if text[start] in "'\"" else ""
        text = f"{text[:start]}{quote}{name}{quote}{text[end:]}"
    return text


def _item(item: Any, now: Now) -> Any:
    if isinstance(item, dict) and item.get("article") in now:
        return {**item, "article": now[item["article"]]}
    return item


def _naming(root: yaml.MappingNode, now: Now) -> Iterator[yaml.ScalarNode]:
    """The scalars of an event's file that name an article by an earlier id."""
    for key, value in root.value:
        if key.value == "sources" and isinstance(value, yaml.MappingNode):
            there = {one.value: one for one, _ in value.value}
            yield from (one for name, one in there.items() if _is_free(name, there, now))
        elif key.value in _QUOTING and isinstance(value, yaml.SequenceNode):
            items = (item for item in value.value if isinstance(item, yaml.MappingNode))
            named = (one for item in items for name, one in item.value if name.value == "article")
            yield from (one for one in named if isinstance(one, yaml.ScalarNode) and one.value in now)


def _is_free(key: str, there: Mapping[str, Any], now: Now) -> bool:
    return key in now and now[key] not in there
