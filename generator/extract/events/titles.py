"""Titles from the article's own words: a clause without its date, its source, its openings and titles of persons."""

from collections.abc import Iterator, Sequence

from generator.extract.events.clauses import Clause
from generator.extract.events.knowledge import words
from generator.extract.events.reading import Reading
from generator.extract.events.roles import office_span
from generator.extract.grammar.classes import classes
from generator.extract.tokens import Token
from generator.model.mentions import Mention

LONGEST = 110
_OPEN, _CLOSE = "“«„", "”»"
_STOPS = frozenset((",", ";", ":", "–", "—", "--", "-"))


def clause_title(reading: Reading, clause: Clause, also: Sequence[int] = (), by: str = "") -> str:
    """The title of what `clause` tells; `also`: positions of further words that belong to it, of what is said in a
    statement; `by`: who tells it, whom "it" or "he" may mean."""
    first, last = reading.subject_of(clause)
    own = {*clause.words, *also}
    if first < last:
        shared = clause.subject[0] == clause.subject[1]
        start = clause.verb.first if shared else first
        postposed = any(at < start for at in also)
        own = {at for at in own if at >= start or postposed} | set(range(first, last))
    own -= {at for at in own if clause.lower(at) == "that" and at == clause.verb.index + 1}
    kept = sorted(own - _dropped(reading, clause, own))
    return _finished(reading, clause, _without_opening(clause, kept), by)


def quote_title(speaker: str, verb: str, quotation: str) -> str:
    """`Ana Mora said: “We will not go.”`, cut to length; `verb` may be empty."""
    start = f"{speaker} {'said' if verb == 'told' else verb}".strip() + ": “"
    room = LONGEST - len(start) - 1
    if len(quotation) <= room:
        return f"{start}{quotation.rstrip(' ,')}”"
    end = max(quotation.rfind(" ", 0, room), 20)
    return f"{start}{quotation[:end].rstrip(' ,;:–—-')}…”"


def _dropped(reading: Reading, clause: Clause, positions: set[int]) -> set[int]:
    """Positions of dates with their preposition, attributions, titles before names, asides within the subject."""
    dropped: set[int] = set()
    for mention in (*reading.mentions(clause.sentence, "date"), *reading.mentions(clause.sentence, "attribution")):
        if mention.timex_type in ("DURATION", "SET") or reading.is_quoted(mention.start):
            continue
        if mention.kind == "attribution" and mention.start <= clause.tokens[clause.verb.index].start < mention.end:
            continue
        at = _positions(clause, mention.start, mention.end)
        if at and not _is_part(clause, mention, at):
            dropped |= _with_preposition(clause, mention, at)
    for mention in reading.mentions(clause.sentence, "actor"):
        if mention.actor_kind == "person" and (title := office_span(reading.text, mention)):
            dropped |= _premodified(clause, reading.subject_of(clause), _positions(clause, title.start, title.end))
    dropped |= _aside(clause, reading.subject_of(clause))
    return dropped & positions if dropped else dropped


def _premodified(clause: Clause, subject: tuple[int, int], title: set[int]) -> set[int]:
    """The words of a title before a name, with what modifies it: "outgoing Mayor", "the company's finance chief"."""
    if not title or not subject[0] <= min(title) < subject[1]:
        return title
    between = {*range(subject[0], min(title))}
    plain = all(
        clause.tokens[at].is_word and clause.lower(at) not in classes().prep | classes().coord for at in between
    )
    return title | between if plain else title


def _is_part(clause: Clause, mention: Mention, at: set[int]) -> bool:
    """A date that the words about it need: "the 2014 deal", "Monday's vote", "from 3 to 5 May", "since 2014"."""
    if mention.kind != "date":
        return False
    before, behind = clause.lower(min(at) - 1), clause.lower(max(at) + 1)
    if before in (
        "the",
        "a",
        "an",
        "this",
        "that",
        "his",
        "her",
        "its",
        "their",
        "of",
        "since",
        "until",
        "than",
        "from",
        "by",
        "between",
    ):
        return True
    return behind == "'s" or (
        before not in (*classes().prep, ",")
        and behind[:1].isalnum()
        and before[:1].isalnum()
        and _is_noun(clause, behind)
    )


def _is_noun(clause: Clause, word: str) -> bool:
    known = classes()
    return not (
        word in known.prep
        or word in known.coord
        or word in known.sub
        or word in known.det
        or word in known.rel
        or word == "to"
    )


def _with_preposition(clause: Clause, mention: Mention, at: set[int]) -> set[int]:
    first = min(at)
    if mention.kind == "date":
        while clause.lower(first - 1) in ("on", "in", "at", "during", "early", "late", "for") and first - 1 not in at:
            first -= 1
    found = set(range(first, max(at) + 1))
    if clause.lower(first - 1) == "," and clause.lower(max(at) + 1) in (",", ".", ""):
        found.add(first - 1)
    elif first == 0 and clause.lower(max(at) + 1) == ",":
        found.add(max(at) + 1)
    return found


def _aside(clause: Clause, subject: tuple[int, int]) -> set[int]:
    """An apposition in the subject: "Smith, a former banker, resigned"."""
    first, last = subject
    commas = [at for at in range(first, last) if clause.lower(at) == ","]
    if (
        len(commas) == 2
        and commas[1] == last - 1
        and not any(clause.lower(at) == "and" for at in range(first, commas[0]))
    ):
        return set(range(commas[0], commas[1] + 1))
    return {last - 1} if commas and commas[-1] == last - 1 else set()


def _positions(clause: Clause, start: int, end: int) -> set[int]:
    return {at for at, token in enumerate(clause.tokens) if start <= token.start and token.end <= end}


def _without_opening(clause: Clause, kept: Sequence[int]) -> list[int]:
    """Drop "However, " and what is left of a coordinator at the start."""
    result = list(kept)
    again = True
    while again and result:
        again = False
        text = " ".join(clause.lower(at) for at in result[:4]) + " "
        phrase = next((phrase for phrase in words().openings if text.startswith(f"{phrase} ")), "")
        if phrase or (
            not clause.tokens[result[0]].text[:1].isalnum()
            and clause.tokens[result[0]].text not in (*_OPEN, '"', "$", "£", "€")
        ):
            result, again = result[len(phrase.split()) or 1 :], True
    return result


def _finished(reading: Reading, clause: Clause, kept: Sequence[int], by: str) -> str:
    """The words as one text, pronoun subjects named, cut to length, with a capital and no stop at its end."""
    pieces = [
        (clause.tokens[at], _named(reading, clause, at, by if number == 0 else None)) for number, at in enumerate(kept)
    ]
    text = _cut(_joined(reading.text, pieces))
    text = _balanced(text.strip(" ,;:–—-.")).replace(".”", "”").removesuffix(".")
    return text[:1].upper() + text[1:]


def _named(reading: Reading, clause: Clause, at: int, by: str | None) -> str:
    """The word, or who is meant by a pronoun that opens the title (`by` is not `None`)."""
    token = clause.tokens[at]
    if by is None or token.lower not in ("he", "she", "they", "it", "i", "we"):
        return token.text
    for mention in reading.mentions(clause.sentence, "actor"):
        if mention.start == token.start and mention.name and mention.value:
            return mention.name
    return by if by and clause.link == "content" else token.text


def _joined(source: str, pieces: Sequence[tuple[Token, str]]) -> str:
    text, last = "", None
    for token, word in pieces:
        if last is not None:
            gap = source[last.end : token.start]
            apart = gap if not gap.strip() and len(gap) <= 1 else " "
            text += "" if token.text in (",", ".", ";", ":", "’s", "'s") and apart == " " else apart
        text += word
        last = token
    return text.replace(",,", ",").replace("\n", " ")


def _cut(text: str) -> str:
    """Up to the first aside; when that is still too long, up to the last joint that fits, with an ellipsis."""
    for at in _asides(text):
        if 25 <= at <= LONGEST:
            text = text[:at]
            break
    text = text.strip()
    if len(text) <= LONGEST + 1:
        return text
    joints = [at for at in _joints(text) if 40 <= at < LONGEST]
    end = joints[-1] if joints else text.rfind(" ", 0, LONGEST)
    return text[: end if end > 0 else LONGEST].rstrip(" ,;:–—-") + "…"


def _asides(text: str) -> Iterator[int]:
    """Where ", which" and the like begin, outside quotation marks."""
    for at, character in enumerate(text):
        if character in ",;–—" and text[:at].count("“") == text[:at].count("”"):
            rest = text[at + 1 :].lower().split()[:2]
            if rest and (rest[0] in words().tails or " ".join(rest) in words().tails or rest[0].endswith("ing")):
                yield at


def _joints(text: str) -> Iterator[int]:
    """Spaces before words that open a phrase or clause."""
    known = classes()
    for at, character in enumerate(text):
        if character == " ":
            word = text[at + 1 :].split(" ", 1)[0].lower()
            if (
                word in known.prep - {"of"}
                or word in known.coord
                or word in known.sub
                or word in known.rel
                or text[at - 1] == ","
            ):
                yield at


def _balanced(text: str) -> str:
    """Close a quotation that the cut has left open."""
    if text.count("“") > text.count("”"):
        return text.removesuffix("…").rstrip(" ,") + ("…”" if text.endswith("…") else "”")
    return text
