"""Verb groups that begin with an auxiliary: "had been told", "will not meet", "is expected to open"."""

from collections.abc import Sequence

from generator.extract.grammar.classes import base, classes, is_adverb
from generator.extract.grammar.verb import Verb
from generator.extract.lexicon import form
from generator.extract.tokens import Token


def can_be_auxiliary(tokens: Sequence[Token], words: list[str], at: int) -> bool:
    """Say no to "the will of", "May 3", "a can", "to have", "Will Smith": no auxiliaries."""
    known, word = classes(), base(words[at])
    before = words[at - 1] if at else ""
    if before == "to" or (before in known.modal and word in known.modal):
        return False
    if word in ("may", "will", "might", "can", "must"):
        dated = at + 1 < len(words) and words[at + 1][:1].isdigit()
        capital = tokens[at].text[0].isupper() and (at > 0 or dated)
        return not (before in known.det or before in known.prep or capital)
    return not (word == "do" and before in known.modal)


def auxiliary_group(words: list[str], first: int) -> Verb:
    """Read on from an auxiliary: modal, have, be, do, then the head."""
    known = classes()
    negated, modal, perfect, passive = words[first].endswith("n't"), "", False, False
    word = base(words[first])
    tense = known.modal.get(word) or known.be.get(word) or known.have.get(word) or known.do.get(word) or "present"
    modal = word if word in known.modal else ""
    last, position, auxiliary = first, first + 1, word
    while position < min(first + 9, len(words)):
        position += _moment(words, position)
        if position >= len(words):
            break
        current = words[position]
        if current in known.neg:
            negated = True
        elif current in ("be", "been", "being", "have", "had"):
            perfect = perfect or auxiliary in known.have or (bool(modal) and current == "have")
            last, auxiliary = position, current
        elif current in known.planned and auxiliary in known.be and next_is(words, position, "to"):
            last = position
        elif (
            current == "to"
            and last == position - 1
            and words[last] in known.planned | {"ought", "used", "had", "has", "have", "is", "are", "was", "were"}
        ):
            modal, tense = _future(words[last], auxiliary, tense, modal)
            auxiliary = "to"
        elif current not in known.adverb and _continues(current, auxiliary, words, position):
            passive = auxiliary in known.be or auxiliary in ("be", "been", "being")
            passive = passive and bool(form(current).tags & {"VBN"}) and not current.endswith("ing")
            perfect = perfect or auxiliary in known.have
            last = position
            if not (position + 1 < len(words) and current in known.planned and words[position + 1] == "to"):
                break
        elif not (
            current in known.adverb | {"yet"}
            or is_adverb(current)
            or (position == first + 1 and current in known.subject)
        ):
            break
        position += 1
    lemma = _lemma(words[last])
    return Verb(first, last, lemma, tense, passive, negated, modal, "", perfect)  # type: ignore[arg-type]  # data in YAML


def _moment(words: list[str], at: int) -> int:
    """How many words of time stand inside the group: "has [this morning] left", "was [on Monday] charged"."""
    known = classes()
    following = words[at + 1] if at + 1 < len(words) else ""
    if words[at] in ("this", "last") and following in known.parts_of_time:
        return 2
    return 2 if words[at] in ("on", "in") and following in known.calendar else 0


def _future(word: str, auxiliary: str, tense: str, modal: str) -> tuple[str, str]:
    known = classes()
    if word in known.planned and (auxiliary in known.be or auxiliary in ("be", "been")):
        return f"{word} to", "future" if tense == "present" else tense
    if word in known.be:  # "the minister is to visit Oslo"
        return "be to", "future" if tense == "present" else tense
    return modal, tense


def _lemma(word: str) -> str:
    known = classes()
    word = base(word)
    if word in known.be or word in ("be", "been", "being"):
        return "be"
    if word in known.have:
        return "have"
    return "do" if word in known.do else word if word in known.modal else form(word).lemma


def _continues(word: str, auxiliary: str, words: list[str], at: int) -> bool:
    """True when `word` can be the head that `auxiliary` asks for: be + -ing or participle, have + participle, else the
    bare form."""
    known, tags = classes(), form(word).tags
    if not tags:
        return False
    if auxiliary in known.be or auxiliary in ("be", "been", "being"):
        if word in known.rare and words[at - 1] not in known.be:
            return False
        return bool(tags & {"VBN", "VBG"}) and not (form(word).noun and "VBN" not in tags and next_is(words, at, "of"))
    if auxiliary in known.have or auxiliary in ("have", "had"):
        return "VBN" in tags
    return "VB" in tags


def next_is(words: list[str], at: int, word: str) -> bool:
    """Whether `word` comes right after position `at`."""
    return at + 1 < len(words) and words[at + 1] == word
