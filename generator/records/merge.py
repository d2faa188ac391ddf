"""Whose word counts where a person and the machine have both been at a record: the whole decision, in one place.

*Base* is what the machine wrote last, *ours* the file, *theirs* what extraction says now. The file is taken as a whole: a
person's touch anywhere makes all of it theirs to keep.
"""

from typing import Literal

from generator.records.base import BaseRecord, text_digest

Decision = Literal["write", "same", "edited", "deleted", "foreign", "remove", "in use"]


def decide(base: BaseRecord | None, ours: str | None, theirs: str | None) -> Decision:
    """What becomes of a record. `ours` is `None` when there is no file, `theirs` when extraction does not find it any more.

    write: the file takes theirs. same: it has them already. edited: a person has changed it, so it stays. deleted: a person
    has removed it, so it stays away. foreign: a person made it. remove: the machine made it and takes it back, unless the
    plan finds it in use elsewhere.
    """
    if ours is None:
        return "deleted" if base else "write"
    if theirs is not None and text_digest(ours) == text_digest(theirs):
        return "same"
    if base is None:
        return "foreign"
    if text_digest(ours) != base.sha256:
        return "edited"
    return "remove" if theirs is None else "write"
