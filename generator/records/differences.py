"""What a person and the machine say differently, looked up and taken over by its path."""

from collections.abc import Mapping
from typing import Any

from generator.records.trees import Path, names, pair, put


def beside(ours: Any, theirs: Any, path: Path) -> tuple[Any, Any]:
    """What stands at a path in both trees; `None` where there is nothing. An item of a list is named as it is in ours, or in
    theirs when only they have it."""
    if not path:
        return ours, theirs
    head, rest = path[0], path[1:]
    if isinstance(ours, list) or isinstance(theirs, list):
        mine, new = _listed(ours), _listed(theirs)
        one, two = _places(mine, new, head)
        return beside(None if one is None else mine[one], None if two is None else new[two], rest)
    return beside(_mapped(ours).get(head), _mapped(theirs).get(head), rest)


def take(ours: Any, theirs: Any, path: Path) -> Any:
    """Ours with what theirs say at a path; `None` when they say nothing there and nothing else is left."""
    if not path:
        return theirs
    head, rest = path[0], path[1:]
    if isinstance(ours, list) or isinstance(theirs, list):
        return _take_item(_listed(ours), _listed(theirs), head, rest)
    mine, new = _mapped(ours), _mapped(theirs)
    value = take(mine.get(head), new.get(head), rest)
    order = list(mine)
    if head not in mine and head in new:
        put(order, head, list(new))
    values = {name: value if name == head else mine[name] for name in order}
    return {name: one for name, one in values.items() if one is not None} or None


def _take_item(mine: list[Any], new: list[Any], head: str, rest: Path) -> Any:
    one, two = _places(mine, new, head)
    value = take(None if one is None else mine[one], None if two is None else new[two], rest)
    if one is not None:
        items = [value if index == one else item for index, item in enumerate(mine)]
    else:
        kept = {index: at for at, index in pair(mine, new).items()}
        behind = max((kept_one for kept_one, at in kept.items() if two is not None and at < two), default=-1)
        items = [*mine[: behind + 1], value, *mine[behind + 1 :]]
    return [item for item in items if item is not None] or None


def _places(mine: list[Any], new: list[Any], name: str) -> tuple[int | None, int | None]:
    """The index of an item in both lists."""
    same = pair(mine, new)
    if name in names(mine):
        one = names(mine).index(name)
        return one, next((two for two, at in same.items() if at == one), None)
    return None, names(new).index(name) if name in names(new) else None


def _listed(tree: Any) -> list[Any]:
    return tree if isinstance(tree, list) else []


def _mapped(tree: Any) -> Mapping[str, Any]:
    return tree if isinstance(tree, dict) else {}


def shown(path: Path) -> str:
    """A path as people write it: `actors.russia`."""
    return ".".join(path)


def still_open(ours: Any, theirs: Any, paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Those of `paths` at which the two say different things."""
    return tuple(path for path in paths if path and _differ(*beside(ours, theirs, path)))


def _differ(ours: Any, theirs: Any) -> bool:
    return bool(ours != theirs)
