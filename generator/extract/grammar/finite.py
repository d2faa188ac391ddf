"""Whether a lexical verb form is finite where it stands, by its neighbours."""

import re
from collections.abc import Sequence

from generator.extract.grammar.classes import base, classes, is_adverb, opens_phrase
from generator.extract.lexicon import form, is_known
from generator.extract.numerals import spelled
from generator.extract.tokens import Token

_PREFIXES = frozenset(("re", "co", "pre", "mis", "de", "un", "out", "over", "cross", "fast", "double", "hand", "ear"))
_NUMBER = re.compile(spelled())
_SPEAKER = 9  # tokens of "retired teacher Ana Mora said"
_PHRASE = 16  # tokens of what hangs on "having"
_IN_WORDS = frozenset(("'s", "$", "£", "€", "%", "-"))
_REACH = 40  # tokens looked back for where a clause begins
_BREAKS = frozenset(("”", "»", ";", ":", "that"))
_PLURALS = frozenset(("police", "people", "men", "women", "children", "staff", "clergy", "cattle"))


def is_finite(tokens: Sequence[Token], words: list[str], at: int) -> bool:
    """Whether a lexical verb form is finite here, by its neighbours."""
    known, word = classes(), words[at]
    look = form(word)
    compound = "-" in word and word.split("-")[0] not in _PREFIXES  # "under-vaccinated" is none, "re-elected" is one
    if compound or not look.tags & {"VBD", "VBZ", "VBP"} or (at and tokens[at].text[0].isupper()):
        return False
    before = _before(words, at)
    if (
        before in ("to", "be", "been", "being", "having", "have")
        or _goes_on_unfinite(words, at)
        or before in known.modal
        or before in known.prep - {"like"}
        or before in known.det - {"'s", "all", "both"}
    ):
        return False
    if "VBD" in look.tags:
        return _past_is_finite(tokens, words, at, before)
    if word in known.rare and before not in known.subject:
        return False
    if "VBZ" in look.tags:
        return not look.noun or _singular_is_finite(tokens, words, at, before)
    return _plural_is_finite(tokens, words, at, before)


def _before(words: list[str], at: int) -> str:
    """The word before, adverbs passed over."""
    at -= 1
    while at > 0 and (is_adverb(words[at]) or words[at] in ("also", "then", "later", "soon", "now", "already", "once")):
        at -= 1
    return words[at] if at >= 0 else ""


def behind_negation(words: list[str], at: int) -> bool:
    """Spot "came" of "never came" and "hardly ever came"."""
    at -= 1
    while at > 0 and words[at] not in classes().neg and (is_adverb(words[at]) or words[at] == "ever"):
        at -= 1
    return at >= 0 and words[at] in ("never", "hardly", "scarcely")


def _goes_on_unfinite(words: list[str], at: int) -> bool:
    """Spot "sold" of "accused of having closed the mill and sold the land": joined to a participle behind "having" or "being",
    without a mark that would end what hangs on these."""
    if words[at - 1] not in ("and", "or") or "VBN" not in form(words[at]).tags:
        return False
    for back in range(at - 2, max(at - _PHRASE, 1), -1):
        if words[back] in ("having", "being"):
            return words[back - 1] in classes().prep or bool(form(words[back - 1]).tags)
        if not words[back][:1].isalnum() and words[back] not in _IN_WORDS:
            return False
    return False


def _past_is_finite(tokens: Sequence[Token], words: list[str], at: int, before: str) -> bool:
    """A past form is finite unless it stands before its noun ("the proposed deal") or is a bare participle."""
    known, word = classes(), words[at]
    if at == 0 or before == "'s" or word in known.rare:
        return False
    if _is_noun_or_side(words, at):
        return False
    only_past = "VBN" not in form(word).tags
    if only_past:
        return True
    if form(before).lemma in known.copular and (not form(before).noun or words[max(at - 2, 0)] not in known.det):
        return False  # "will remain closed"; not "his stay ended"
    if _is_attributive(tokens, words, at, before) or _is_absolute(words, at):
        return False
    after_mark = not words[at - 1][:1].isalnum() and words[at - 1] not in ('"', "”", "»", ")", "'", "’")
    opens = at + 1 < len(words) and words[at + 1] in known.prep | known.sub
    return not (after_mark and opens) or _closes_aside(tokens, words, at)


def _is_noun_or_side(words: list[str], at: int) -> bool:
    """Spot "shot" of "a single shot was fired" and "left" of "Ana Mora, left, at the court"."""
    known, following = classes(), words[at + 1] if at + 1 < len(words) else ""
    side = words[at] == "left" and words[at - 1] in (",", "(") and following in (",", ")")
    return side or (form(words[at]).noun and (following in known.be or following in known.have))


def _is_absolute(words: list[str], at: int) -> bool:
    """Spot "Ten people died, most of them killed by smoke": a participle behind ", most of them"."""
    look, behind = form(words[at]), words[at + 1] if at + 1 < len(words) else ""
    parted = at > 4 and words[at - 2 : at] == ["of", "them"] and words[at - 4] == ","
    return parted and (behind == "by" or (look.lemma in classes().transitive and behind in classes().prep))


def _is_attributive(tokens: Sequence[Token], words: list[str], at: int, before: str) -> bool:
    """Spot "the proposed deal", "the torn and bloodied jacket" and "“No,” retired teacher Ana Mora said"."""
    known = classes()
    if at + 1 >= len(words) or not tokens[at + 1].is_word or opens_phrase(words[at + 1]):
        return False
    adjective = form(before).adjective and not form(before).noun
    joined = before in known.coord and _is_attribute(words, at - 2)
    return before in known.det or before.isdigit() or adjective or before == "" or joined or _opens_speaker(words, at)


def _opens_speaker(words: list[str], at: int) -> bool:
    """Whether a form stands right behind a quotation, and the verb of speech with its subject only behind it."""
    comma = at - 1 if words[at - 1] == "," else at
    marked = words[comma - 1] in ("”", '"', "»", "''")
    ahead = words[at + 1 : at + _SPEAKER]
    ahead = ahead[: ahead.index(",")] if "," in ahead else ahead
    return marked and any(form(word).lemma in classes().clause and "VBD" in form(word).tags for word in ahead)


def _is_attribute(words: list[str], at: int) -> bool:
    """Whether a participle or adjective behind a determiner stands here."""
    look = form(words[at]) if at > 0 else form("")
    return at > 0 and words[at - 1] in classes().det and ("VBN" in look.tags or look.adjective)


def _closes_aside(tokens: Sequence[Token], words: list[str], at: int) -> bool:
    """Spot "Smith, a former banker, resigned in": the comma before closes an aside that began behind the subject."""
    if words[at - 1] != ",":
        return False
    opening = next((start for start in range(at - 2, max(at - 20, 0), -1) if words[start] == ","), 0)
    first, begin = words[opening + 1], _begin(words, opening)
    known = classes()
    name = tokens[opening + 1].text[0].isupper()  # "the club's manager, Ana Mora, resigned"
    participle = bool(form(first).tags & {"VBN"}) or form(first).adjective  # "The bridge, built in 1932, collapsed"
    opens = first in known.det | known.rel | known.prep or first[0].isdigit()
    office = (
        form(first).noun and not first.endswith("s") and not {"of", "and", "at"}.isdisjoint(words[opening + 2 : at])
    )
    inside = [base(word) for word in words[opening + 1 : at - 1]]
    told = known.rel.isdisjoint(inside) and any(
        word in known.be or word in known.have or word in known.do for word in inside
    )
    aside = (name or participle or opens or office) and not told
    return 0 < opening - begin <= 8 and aside and words[begin] not in known.prep | known.sub


def _joins(words: list[str], at: int) -> bool:
    """Whether a coordinator behind a comma begins a clause here."""
    return words[at] in classes().coord and at > 0 and words[at - 1] == ","


def _begin(words: list[str], end: int) -> int:
    """Where the clause begins: behind a quotation, stop or coordinator, and an opening phrase ("In May the club")."""
    back = range(end - 1, max(end - _REACH, -1), -1)
    begin = next((at + 1 for at in back if words[at] in _BREAKS or _joins(words, at)), 0)
    if begin == 0 and end > _REACH:
        return 0
    while begin < end and not words[begin][:1].isalnum():
        begin += 1
    if words[begin] not in classes().prep:
        return begin
    if "," in words[begin:end]:
        return words.index(",", begin, end) + 1
    return begin + 2 if words[begin + 1] in classes().calendar else begin


def _singular_is_finite(tokens: Sequence[Token], words: list[str], at: int, before: str) -> bool:
    """Judge "-s" forms that may be plural nouns: finite after a subject and before what a verb takes."""
    known = classes()
    following = words[at + 1] if at + 1 < len(words) else ""
    if known.is_auxiliary(base(following)) or before.isdigit() or (before != "one" and _NUMBER.fullmatch(before)):
        return False
    if before in ("he", "she", "it", "who", "which", "that", "this"):
        return True
    if words[at] in known.mostly and before not in known.det and following not in known.coord:
        return True
    subject = at > 0 and tokens[at - 1].is_word and (tokens[at - 1].text[0].isupper() or form(before).noun)
    subject = subject or (at > 2 and _closes_aside(tokens, words, at))
    takes = following in known.det | known.obj | {"that", "to", "he", "she", "it", "they"} or (
        at + 1 < len(tokens) and tokens[at + 1].text[0].isupper()
    )
    return bool(subject and takes and following not in known.coord)


def _plural_is_finite(tokens: Sequence[Token], words: list[str], at: int, before: str) -> bool:
    """Bare forms: finite after a plural subject and before what a verb takes."""
    known, word = classes(), words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if before in ("i", "you", "we", "they") or (before == "who" and not form(word).noun):
        return True
    plural = at > 0 and _is_plural(before)
    if form(word).lemma in known.mostly_bare and (plural or _plural_head(words, at)):
        return True
    only_verb = not form(word).noun and not form(word).adjective
    takes = opens_phrase(following) or (at + 1 < len(tokens) and tokens[at + 1].text[0].isupper())
    if at > 0 and _is_team(tokens, words, at):
        return True
    return bool(plural and (only_verb or (takes and following not in known.prep and following not in known.coord)))


def _is_plural(word: str) -> bool:
    return word in _PLURALS or (word.endswith("s") and form(word).noun and word not in classes().det)


def _is_team(tokens: Sequence[Token], words: list[str], at: int) -> bool:
    """Spot "Northgate travel to Leeds on 3 May": a name that takes the plural, before what teams do, to whom and when; no noun
    behind it ("the Shakespeare play", "air travel to Leeds will cost more")."""
    name = tokens[at - 1].text[0].isupper() and (at > 1 or not is_known(words[0]))
    whom = at + 1 + (words[at + 1 : at + 2] == ["to"])
    rest = words[whom + 1 :]
    stop = next((on for on, word in enumerate(rest) if word in classes().coord | {",", ";", "."}), len(rest))
    if not name or form(words[at]).lemma not in classes().fixtures or words[at] != form(words[at]).lemma:
        return False
    if whom >= len(tokens) or not tokens[whom].text[0].isupper() or words[whom] in classes().calendar:
        return False
    behind = rest[:stop]
    told = any(
        classes().is_auxiliary(base(word)) or "VBZ" in form(word).tags for word in {*behind} - classes().calendar
    )
    return not told and not classes().calendar.isdisjoint(behind)


def _plural_head(words: list[str], at: int) -> bool:
    """Spot "voters" of "Voters in the north go": a plural before a short phrase that ends at the verb."""
    known = classes()
    preposition = next((back for back in range(at - 1, max(at - 5, 0), -1) if words[back] in known.prep), 0)
    return 0 < preposition < at - 1 and _is_plural(words[preposition - 1])
