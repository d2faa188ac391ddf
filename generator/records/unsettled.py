"""What is still open between a person's file and the machine, found in the base without extracting again."""

from pathlib import PurePosixPath
from typing import Any, NamedTuple

from generator.records.base import BaseRecord, read_base
from generator.records.differences import beside, shown, still_open
from generator.records.dump import marked
from generator.records.emit import emit
from generator.records.files import read_text
from generator.records.load import kind_at
from generator.records.merge import statements
from generator.records.reconcile import read_tree, reconcile
from generator.records.shape import Group, Kind, group
from generator.records.trees import Path, normal
from generator.settings import Settings


class Unsettled(NamedTuple):
    """A record of which the base of `article` knows. `below`: its path below content/; `text`: of its file, empty without one.
    `mine`: what the file says, `None` where it has an error; `theirs`: what the machine says; `is_gone`: there is no file."""

    article: str
    below: str
    kind: Kind
    entry: BaseRecord
    text: str
    mine: dict[str, Any] | None
    theirs: dict[str, Any]
    is_gone: bool

    @property
    def shape(self) -> Group:
        """The form of its kind."""
        return group(self.kind.type)

    @property
    def open(self) -> tuple[Path, ...]:
        """Where the file says otherwise and nobody has settled it. Where the file could not be merged, all that is news."""
        if self.mine is None:
            return ()
        old = normal(self.shape, self.entry.record)
        news = [
            (name,) for name in {**old, **self.theirs} if self.entry.said and old.get(name) != self.theirs.get(name)
        ]
        gone = tuple(path for path in self.entry.open if not path)
        return (*gone, *still_open(self.mine, self.theirs, tuple(dict.fromkeys((*self.entry.open, *news)))))

    @property
    def why(self) -> str:
        """Why the file could not take what the machine says, in words."""
        fresh = BaseRecord(self.entry.sha256, self.entry.sentences, self.entry.said)
        return (
            reconcile(self.kind, self.text, self.entry, fresh).why or "it had an error when its article was last read"
        )

    def chosen(self, field: str) -> tuple[Path, ...]:
        """The paths a field stands for: those open at it or below it, else the field itself where the two differ. An empty one
        stands for all that are open. Fields that make one statement go together."""
        if not field:
            return self._whole(self.open)
        found = tuple(path for path in self.open if shown(path) == field or shown(path).startswith(f"{field}."))
        return self._whole(found or (tuple(field.split(".")),)) if self.mine is not None else ()

    def _whole(self, paths: tuple[Path, ...]) -> tuple[Path, ...]:
        """With the other fields of each statement; without what the two say alike."""
        others = tuple((name,) for name in statements(path[0] for path in paths if len(path) == 1))
        gone = tuple(path for path in paths if not path)
        return (*gone, *still_open(self.mine, self.theirs, tuple(dict.fromkeys((*paths, *others)))))

    def says(self, path: Path) -> str:
        """What the machine says at a path, as YAML."""
        value = beside(self.mine, self.theirs, path)[1]
        return f"{path[-1]}: (nothing)\n" if value is None else emit({path[-1]: value})


def unsettled(settings: Settings, article: str, below: str, entry: BaseRecord) -> Unsettled | None:
    """A record with its file; `None` where the path is none of a record's."""
    kind = kind_at(below)
    if kind is None:
        return None
    is_gone = not (settings.content_dir / below).is_file()
    text = read_text(settings.content_dir / below, below)[0] or ""
    tree, shape = read_tree(text), group(kind.type)
    theirs = normal(shape, marked(shape, entry.said or entry.record))
    mine = None if tree is None else normal(shape, tree)
    return Unsettled(article, below, kind, entry, text, mine, theirs, is_gone)


def find(settings: Settings, name: str) -> tuple[Unsettled, ...]:
    """The records of an id, or of a path below content/, that any base knows."""
    wanted = name.removeprefix(f"{settings.content}/").removesuffix(".yml").removesuffix(".yaml")
    found = []
    for path in sorted((settings.content_dir / ".extracted").glob("*.yml")):
        text, _ = read_text(path, path.name)
        base = read_base(settings, path.stem)[0] if text and PurePosixPath(wanted).name in text else None
        for below, entry in base.records.items() if base else ():
            stem = PurePosixPath(below).with_suffix("")
            one = unsettled(settings, path.stem, below, entry) if wanted in (stem.name, str(stem)) else None
            found += [one] if one else []
    return tuple(found)
