"""Where the complement of a reporting verb begins: at "that", a question, an infinitive, a bare clause or an object."""

import re
from itertools import pairwise

from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form
from generator.extract.quotes.cues import Cue
from generator.extract.quotes.limits import object_end
from generator.extract.quotes.naming import is_christened, is_nickname
from generator.extract.quotes.nouns import is_day, phrase_before
from generator.extract.quotes.quotation import Quotation
from generator.extract.quotes.segments import FOLDED, Segment
from generator.extract.quotes.words import lists

Content = tuple[int, int, str]
_REACH = 16
_LONG = 5  # tokens behind "that" that must be a clause, whatever its verb


def complement(segment: Segment, cue: Cue, start: int, limit: int) -> Content | None:
    """(first token, token after the last, rule) of what follows the verb; `start` is the token behind it."""
    words = segment.words
    if start >= limit or (words[start] in (",", ":") and (start + 1 >= limit or words[start + 1] == FOLDED)):
        return None
    for kind, begin in _FINDERS.items():
        first = begin(segment, cue, start, limit) if cue.takes(kind) else None
        if first is not None:
            return first, limit, f"{kind}-clause"
    return _object(segment, cue, start, limit)


def _addressed(cue: Cue) -> bool:
    return any(verb.to_whom for verb in cue.verbs)


def _that(segment: Segment, cue: Cue, start: int, limit: int) -> int | None:
    """The position of "that", with an addressee or an adjunct before it and a verb behind it."""
    words = segment.words
    if words[start] != "that" and not _addressed(cue) and not _is_adjunct(segment, start):
        return None
    stop = min([limit, start + _REACH] + [at for at in segment.predicates if at >= start])
    for at in range(start, min(stop + 1, limit)):
        if words[at] == "that" and not {"so", "such"}.isdisjoint(words[start:at]):
            return None  # "tells so many lies that"
        if words[at] == "that" and (at == start or at < stop):
            return (
                at
                if FOLDED in words[at:limit] or segment.has_verb(at + 1, limit) or (at == start and limit - at > _LONG)
                else None
            )
        if words[at] == ":" or (words[at] == "to" and at > start and _is_base(segment, at + 1, limit)):
            break
    return None


def _is_adjunct(segment: Segment, at: int) -> bool:
    """Whether a time, a place or an addressee begins here, not an object."""
    word = segment.words[at]
    if word == "to":
        return not _is_base(segment, at + 1, len(segment.words))
    return word in lists().adjuncts or is_day(word) or is_adverb(word) or word in lists().objects or word == ","


def _question(segment: Segment, cue: Cue, start: int, limit: int) -> int | None:
    stop = next((at for at in segment.predicates if at >= start), limit)
    for at in range(start, min(limit, stop, start + (_REACH if _addressed(cue) else 3))):
        if segment.words[at] in lists().questions or (cue.hedged and segment.words[at] in ("when", "where")):
            return at
        if segment.words[at] in (",", FOLDED, ":", "to"):
            break
    return None


def _infinitive(segment: Segment, _cue: Cue, start: int, limit: int) -> int | None:
    at = start
    while at < limit and (is_adverb(segment.words[at]) or is_day(segment.words[at])):
        at += 1
    return at if segment.words[at : at + 1] == ("to",) and _is_base(segment, at + 1, limit) else None


def _is_base(segment: Segment, at: int, limit: int) -> bool:
    """Whether the base form of a verb stands at `at`."""
    while at < limit and is_adverb(segment.words[at]):
        at += 1
    return at < limit and ("VB" in form(segment.words[at]).tags or segment.words[at] in ("be", "have", "do", FOLDED))


def _object_to(segment: Segment, cue: Cue, start: int, limit: int) -> int | None:
    """Somebody and an infinitive; after "told" and "asked" the infinitive alone is the content."""
    for at in range(start + 1, min(limit, start + _REACH + _REACH)):
        apposed = segment.words[at] == "," and segment.words[at + 1 : at + 2] != ("to",)
        closed = apposed and (",", "to") not in pairwise(segment.words[at + 1 : min(limit, start + _REACH + _REACH)])
        if segment.words[at] in (":", FOLDED, "that") or at in segment.finite or closed:
            return None
        if segment.words[at] == "to" and _is_base(segment, at + 1, limit):
            return at if _addressed(cue) else start
    return None


def _of_what(segment: Segment, _cue: Cue, start: int, limit: int) -> int | None:
    """What somebody is accused of, behind "of"."""
    for at in range(start + 1, min(limit - 1, start + _REACH)):
        if segment.words[at] in (",", ":", FOLDED) or at in segment.finite:
            return None
        if segment.words[at] == "of" and "VBG" in form(segment.words[at + 1]).tags:
            return at + 1
    return None


def _bare(segment: Segment, cue: Cue, start: int, limit: int) -> int | None:
    """Where a clause without "that" begins: its verb must follow; adjuncts and an addressee are stepped over."""
    words = segment.words
    if words[start] in (",", ":") or (words[start] == FOLDED and not _begins_clause(segment, start, limit)):
        return None
    inner = [at for at in segment.predicates if start < at < limit]
    joined = {at for at in inner if words[at - 1] in ("and", "but")}
    verb = next((at for at in inner if at not in joined and not _subordinate(segment, start, at)), None)
    if verb is None and inner and inner[0] in joined:
        return None  # "admitted two thefts and was jailed"
    if _leads_into_predicate(segment, start, limit):
        return start
    if verb is None:
        return start if _is_clause_without_verb(segment, cue, start, limit, subordinate=bool(inner)) else None
    counted = words[start] == "about" and words[start + 1][0].isdigit()
    stepped = (
        words[start] in lists().adjuncts or is_day(words[start]) or _addressed(cue) or words[start] in classes().obj
    )
    if counted or not stepped:
        return start
    subject = phrase_before(segment, verb, start)
    return subject[0] if subject else None


def _leads_into_predicate(segment: Segment, start: int, limit: int) -> bool:
    """Whether a subject stands right before words in marks that begin with its verb: "said she “will not go” and that"."""
    at = next((at for at in range(start, limit) if segment.words[at] == FOLDED), limit)
    if at in (start, limit) or segment.has_verb(start, at) or segment.words[start] in lists().adjuncts:
        return False
    first = next(iter(_opening_words(segment, at)), "")
    governs = (
        segment.words[at + 1 : at + 2] and segment.words[at + 1] in classes().det | classes().obj
    )  # "“regrets” the delay"
    finite = bool(form(first).tags & {"VBZ", "VBD"}) and (not form(first).noun or bool(governs))
    verb = classes().is_auxiliary(first) or finite
    return verb and segment.words[at - 1] not in classes().prep | classes().det


def _opening_words(segment: Segment, at: int) -> list[str]:
    """The first words inside the marks of the quotation at `at`, lower case."""
    quote = segment.quotes[at]
    return re.findall(r"\w+", segment.text[quote.start : min(quote.end, quote.start + 40)].lower())


def _is_clause_without_verb(segment: Segment, cue: Cue, start: int, limit: int, *, subordinate: bool) -> bool:
    """Whether a clause begins here though its verb was not found: a subject pronoun, or words that lead into a quotation.
    `subordinate`: it has verbs of clauses inside it."""
    pronoun = segment.words[start] in lists().pronouns - {"who", "which"} and limit - start > 2
    return not cue.takes("object") and (pronoun or (not subordinate and _holds_fragment(segment, start, limit)))


def _subordinate(segment: Segment, start: int, end: int) -> bool:
    """Whether the last word that subordinates between the reporting verb and another verb has that one for its clause, and no
    verb of its own before it: "the dog, which we call Rex, had been"."""
    subject = phrase_before(segment, end, start + 1) if segment.words[start] in lists().occasions else None
    first = start - bool(subject and subject[0] == start + 1)
    near = range(end - 1, first, -1)
    opener = next((at for at in near if segment.words[at] in classes().sub | classes().rel or at == start), None)
    if opener is None:
        return False
    closed = segment.words[opener] in classes().rel or "," in segment.words[opener + 1 : end]
    return not (closed and segment.has_verb(opener + 1, end))


def _begins_clause(segment: Segment, at: int, limit: int) -> bool:
    """Whether a quotation is the subject of a clause: "said “reforms” would pay for it"."""
    quote = segment.quotes[at]
    following = segment.words[at + 1] if at + 1 < limit else ""
    lower = segment.text[quote.start + 1 : quote.start + 2].islower()
    return lower and segment.final(at) not in ",." and following not in classes().sub | {"", ","}


def _holds_fragment(segment: Segment, start: int, limit: int) -> bool:
    """Whether words of the article lead into a quoted predicate: "said the road “will never reopen”"."""
    folded = next((at for at in range(start, limit) if segment.words[at] == FOLDED), None)
    look = form(segment.words[start])
    return (
        folded is not None
        and not (look.adjective and not look.noun)  # "pleaded guilty to"
        and segment.words[folded - 1] not in (",", ":")
        and segment.words[start] not in lists().adjuncts
    )


def _object(segment: Segment, cue: Cue, start: int, limit: int) -> Content | None:
    words = segment.words
    start = _behind_day(segment, start, limit)
    opens = _opens_object(segment, start)
    if cue.takes("naming") and opens:
        quoted = next((at for at in range(start, limit) if words[at] == FOLDED), None)
        named = quoted is not None or "as" in words[start:limit] or cue.lemma in ("call", "label", "dub", "brand")
        nickname = quoted is not None and is_nickname(Quotation(segment, quoted, segment.quotes[quoted]), [cue])
        if named and not nickname and not is_christened(segment, cue, start):
            return start, limit, "naming"
    if not cue.takes("object") or cue.hedged or not opens:
        return None
    return start, object_end(segment, start, limit), "object"


def _behind_day(segment: Segment, start: int, limit: int) -> int:
    """Where an object begins behind the day something was said: "announced on Friday the closure"."""
    words = segment.words
    at = start + (words[start] == "on")
    if at + 1 >= limit or not is_day(words[at]):
        return start
    return at + 1 if words[at + 1] in classes().det else start


def _opens_object(segment: Segment, at: int) -> bool:
    word = segment.words[at]
    if word == FOLDED:
        return True
    closed = word in classes().sub | classes().coord | classes().prep or word in lists().adjuncts - {
        "last",
        "this",
        "early",
        "late",
    }
    return (
        segment.tokens[at].text[0].isalnum()
        and not closed
        and (not is_day(word) or segment.words[at + 1 : at + 2] == ("'s",))
        and not (is_adverb(word) and not form(word).adjective)
    )


_FINDERS = {"that": _that, "wh": _question, "to": _infinitive, "object-to": _object_to, "of": _of_what, "bare": _bare}
