"""Titles from the article's own words: a clause without its date, its source, its openings and titles of persons."""

from collections.abc import Iterator, Sequence

from generator.extract.events.appositions import apposition, behind_verb, parted, positions
from generator.extract.events.clauses import Clause
from generator.extract.events.knowledge import words
from generator.extract.events.meant import PRONOUNS, antecedent, meant
from generator.extract.events.reading import Reading
from generator.extract.events.subjects import office_span, subject_actors
from generator.extract.events.title_dates import dates_and_sources
from generator.extract.events.wording import ends_in_particle, finished, joined, without_loose_marks, without_opening
from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form, is_known


def clause_title(reading: Reading, clause: Clause, also: Sequence[int] = (), by: str = "") -> str:
    """The title of what `clause` tells; `also`: positions of further words that belong to it, of what is said in a
    statement; `by`: who tells it, whom "it" or "he" may mean."""
    own = _own_words(reading, clause, also)
    dropped = {
        *dates_and_sources(reading, clause),
        *_titles(reading, clause),
        *apposition(reading, clause),
        *parted(reading, clause),
        *behind_verb(clause),
    }
    kept = _in_order(reading, clause, without_loose_marks(clause, sorted(own - dropped)), frozenset(also))
    if kept and clause.link == "under" and clause.lower(kept[0]) == clause.marker:
        kept = kept[1:]
    pieces = [(clause.tokens[at], _cased(reading, clause, at, first=at == kept[0])) for at in kept]
    if by and also and pieces and kept[0] == clause.verb.first:  # "..., said Ana Mora, the mayor"
        pieces = [piece for piece, at in zip(pieces, kept, strict=True) if at in also or at <= clause.verb.index]
        pieces[0] = (pieces[0][0], f"{by} {pieces[0][1]}")
        kept = [at for at in kept if at in also or at <= clause.verb.index]
    if pieces and pieces[0][0].lower in PRONOUNS and kept[0] < clause.verb.first:
        pieces[0] = (pieces[0][0], meant(reading, clause, by) or pieces[0][1])
    elif pieces and clause.marker == "whose" and pieces[0][0].lower != "whose":
        pieces[0] = (pieces[0][0], f"{antecedent(reading, clause)}, whose {pieces[0][1]}".removeprefix(", whose "))
    elif pieces and kept[0] == clause.verb.first and clause.link == "aside" and clause.marker in PRONOUNS:
        pieces[0] = (pieces[0][0], f"{meant(reading, clause, by)} {pieces[0][1]}".lstrip())
    if clause.verb.index in kept and _lacks_object(clause, kept):
        intends = (
            clause.lower(clause.verb.index + 1) == "to" and clause.verb.lemma in words().attempting | words().intending
        )
        at = len(kept) - 1 if intends else kept.index(clause.verb.index)
        thing = antecedent(reading, clause)
        small = thing.split(" ", 1)[0].lower() in classes().det
        pieces[at] = (pieces[at][0], f"{pieces[at][1]} {thing[:1].lower() if small else thing[:1]}{thing[1:]}".rstrip())
    first, last = reading.subject_of(clause)
    subject = [piece for piece, at in zip(pieces, kept, strict=True) if kept[0] >= first and at < last]
    return finished(
        joined(reading.text, pieces),
        len(joined(reading.text, subject)),
        loose=not ends_in_particle(clause, kept, dropped),
    )


def _lacks_object(clause: Clause, kept: Sequence[int]) -> bool:
    """Spot "the two sides signed [the treaty]" of "the treaty, which the two sides signed": what the relative stands for is the
    object; not where a preposition is left alone behind the verb."""
    contact = not clause.marker and clause.subject[1] == clause.subject[0] + 1
    if (
        clause.link != "aside"
        or (clause.verb.passive and not contact)
        or not (contact or clause.marker in ("that", "which", "whom"))
    ):
        return False
    own, known = clause.subject[0] < clause.subject[1], classes()
    behind = [clause.lower(at) for at in kept if at > clause.verb.index and clause.tokens[at].is_word]
    opens = not behind or ((behind[0] in known.prep | {"to"} and len(behind) > 1) or is_adverb(behind[0]))
    marker = next((at for at in clause.words if clause.lower(at) == clause.marker), 0)
    if contact:
        return opens and clause.lower(clause.subject[0]) in known.subject
    return own and opens and clause.lower(marker - 1) not in known.prep and clause.subject[0] == marker + 1


def _in_order(reading: Reading, clause: Clause, kept: Sequence[int], also: frozenset[int]) -> list[int]:
    """`kept` without openings, what stands before its subject or who says it behind them: "Founded in 1928, the firm ...", "The
    bridge will close, the mayor said"; in the text's order where its subject says it of itself: "Lind was ill, she said"."""
    told = [at for at in kept if at in also and at < clause.verb.first]
    if told and _is_told_of_itself(reading, clause, without_opening(clause, told)):
        return without_opening(clause, kept)
    if told and len(told) == sum(at in also for at in kept) and clause.link == "main":
        body = without_opening(clause, told)
        while body and clause.lower(body[-1]) in _COMMAS:
            body.pop()
        who = [at for at in kept if at not in also and clause.lower(at) != "."]
        return without_opening(clause, who) + body
    inserted = clause.verb.index + 1  # "In return, prosecutors said, Lind paid"
    loose = (
        clause.lower(inserted) == "," and bool(also) and min(also) > inserted and clause.tokens[inserted + 1].is_word
    )
    kept = [at for at in without_opening(clause, kept) if not (loose and at == inserted)]
    return sorted(kept, key=lambda at: (at < clause.subject[0] and clause.subject[0] > clause.verb.index, at))


def _is_told_of_itself(reading: Reading, clause: Clause, body: Sequence[int]) -> bool:
    """Whether who says it is a pronoun that means the subject of what is told."""
    if not body or clause.lower(clause.subject[0]) not in PRONOUNS:
        return False
    start = clause.tokens[body[0]].start
    lead = {
        one.value for one in reading.mentions(clause.sentence, "actor") if one.value and one.start <= start < one.end
    }
    return any(mention.value in lead for mention in subject_actors(reading, clause))


_COMMAS = frozenset((",", ";", "–", "—", "-"))


def _cased(reading: Reading, clause: Clause, at: int, *, first: bool) -> str:
    """The word as written; one that opens the sentence, but not the title, in small letters when it is no name."""
    text = clause.tokens[at].text
    opens = not any(token.is_word for token in clause.tokens[:at]) or clause.tokens[at - 1].end <= reading.lede
    if first or not opens or not (text[1:].islower() or text == "A"):
        return text
    start = clause.tokens[at].start
    names = (*reading.mentions(clause.sentence, "actor"), *reading.mentions(clause.sentence, "place"))
    named = any(mention.start <= start < mention.end and mention.actor_kind != "unnamed" for mention in names)
    closed = text.lower() in classes().det | classes().prep | classes().sub | classes().subject - {"i"}
    return text.lower() if closed or (not named and is_known(text.lower())) else text


def _own_words(reading: Reading, clause: Clause, also: Sequence[int]) -> set[int]:
    """Positions of the subject, shared or not, the clause from there on, and what hangs on it."""
    first, last = reading.subject_of(clause)
    own = {*clause.words, *also}
    shared = clause.subject[0] == clause.subject[1]
    if first < last:
        start = clause.verb.first if shared or first > clause.verb.index else first
        postposed = any(at < start for at in also)
        strange = {
            at
            for other in reading.clauses[clause.sentence]
            for at in other.words
            if other.link in ("aside", "under") and first not in other.words
        }
        last = _before_adverbs(clause, first, last) if shared else last
        own = {at for at in own if at >= start or postposed} | (set(range(first, last)) - (strange - own))
    if shared and clause.verb.passive and clause.above >= 0:
        above = reading.clauses[clause.sentence][clause.above].verb
        if clause.verb.first == clause.verb.index and above.passive:
            own |= set(range(above.first, above.index))
    opened = {other.words[0] for other in reading.clauses[clause.sentence] if other.words and other.link == "content"}
    that = clause.verb.index + 1
    own -= {that} if that in opened and clause.lower(that) == "that" and clause.lower(that + 1) != "," else set()
    return {at for at in own if clause.tokens[at].start >= reading.lede}


def _before_adverbs(clause: Clause, first: int, last: int) -> int:
    """Where a shared subject ends: "He [never] married and died", where the adverb is that of the other verb."""
    known = classes()
    while first + 1 < last:
        word = clause.lower(last - 1)
        adverb = is_adverb(word) and not form(word).noun and clause.lower(last - 2) not in known.det
        if not adverb and word not in known.neg | known.adverb:
            break
        last -= 1
    return last


def _titles(reading: Reading, clause: Clause) -> Iterator[int]:
    """Positions of titles before names, with what modifies them: "outgoing Mayor", "Ukraine's defence minister"."""
    for mention in reading.mentions(clause.sentence, "actor"):
        title = office_span(reading.text, mention)
        if mention.actor_kind == "person" and title:
            at = positions(clause, title.start, title.end)
            yield from at
            yield from _modifiers(clause, min(at, default=0))


def _modifiers(clause: Clause, before: int) -> Iterator[int]:
    """Positions of the words that modify the title which begins at `before`, back to the phrase's determiner."""
    known = classes()
    stops = known.prep | known.coord | known.sub | known.rel | {"to"}
    for at in range(before - 1, -1, -1):
        word, token = clause.lower(at), clause.tokens[at]
        if clause.verb.first <= at <= clause.verb.index or word in stops:
            return
        if word in known.det and word != "'s":
            yield at
            return
        look = form(word)
        modifies = token.text[:1].isupper() or word == "'s" or look.adjective or (look.noun and not look.tags)
        if not (token.is_word or word == "'s") or not modifies:
            return
        yield at
