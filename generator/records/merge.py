"""Whose word counts where a person and the machine have both been at a record: the whole decision, in one place.

*Base* is what the machine wrote last, *ours* the file, *theirs* what extraction says now. The file is taken as a whole: a
person's touch anywhere makes all of it theirs to keep.
"""

from typing import Literal

from generator.records.base import GONE, BaseRecord, text_digest

Decision = Literal["write", "same", "edited", "deleted", "foreign", "remove", "in use"]


def decide(base: BaseRecord | None, ours: str | None, theirs: str | None) -> Decision:
    """What becomes of a record. `ours` is `None` when there is no file, `theirs` when extraction does not find it any more.

    write: the file takes theirs. same: it has them already. edited: a person has changed it, so it stays. deleted: a person
    has removed it, so it stays away. foreign: a person made it. remove: the machine made it and takes it back, unless the
    plan finds it in use elsewhere.
    """
    if ours is None:
        return "deleted" if base and base.sha256 and base.next != GONE else _machine(theirs)
    digest = text_digest(ours)
    if theirs is not None and digest == text_digest(theirs):
        return "same"
    if base is None:
        return "foreign"
    return _machine(theirs) if digest in (base.sha256, base.next) else "edited"


def _machine(theirs: str | None) -> Decision:
    return "remove" if theirs is None else "write"
