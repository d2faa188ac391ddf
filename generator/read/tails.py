"""What may follow a name before its colon: a verb of speech, whom it speaks to or about, where an outlet has it from."""

import re
from functools import cache

from generator.read.rules import rules


def outlet_head(prefix: str) -> str:
    """`prefix` without a kind of piece or a source behind it: the "Reuters" of "Reuters exclusive" and of "Reuters, citing
    officials"."""
    return _tail("outlet_tails").sub("", prefix)


def speaker_head(prefix: str) -> str:
    """Who speaks in "Police say", "Lind to dockers", "Lind on the new quay"; empty without such a tail."""
    match = _tail("speaker_tails").search(prefix)
    return prefix[: match.start()].rstrip(" ,") if match else ""


@cache
def _tail(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(rules('prefixes')[name])})$")
