"""Which clauses tell an event, and whether it is said to have happened or is planned."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from generator.extract.events.classify import Type, type_of
from generator.extract.events.clauses import Clause
from generator.extract.events.dating import own_date
from generator.extract.events.knowledge import noun, words
from generator.extract.events.reading import Reading
from generator.extract.events.roles import subject_actors
from generator.extract.events.speakers import Speaker, speaker_of
from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form
from generator.model.mentions import Mention, Polarity

_LONE = frozenset(("it", "he", "she", "they", "this", "that", "these", "which", "who", "one"))
_AHEAD = frozenset(("will", "'ll", "shall", "wo"))


class Telling(msgspec.Struct, frozen=True):
    """A clause that tells an event. `date`: the mention that dates it in its own clause; `speaker`: who says it, of a
    statement; `source`: who tells it, where a clause of speech is only the frame of it."""

    clause: Clause
    type: Type
    polarity: Polarity = "asserted"
    date: Mention | None = None
    speaker: Speaker | None = None
    source: Speaker | None = None

    @property
    def is_statement(self) -> bool:
        """Whether it is something said."""
        return self.speaker is not None


def tellings(reading: Reading, sentence: int) -> tuple[Telling, ...]:
    """What a sentence tells, in the order of its clauses."""
    if reading.is_boilerplate(sentence):
        return ()
    found = [telling for clause in reading.clauses[sentence] for telling in _judged(reading, clause)]
    relayed = {telling.clause.above for telling in found if telling.clause.link == "content" and not telling.speaker}
    return tuple(telling for telling in found if not (telling.speaker and _is_frame(telling, relayed)))


def _is_frame(telling: Telling, relayed: set[int]) -> bool:
    """Whether a statement only hands on an event told in its content: that of police, officials, media, a document."""
    assert telling.speaker is not None  # noqa: S101 - the caller asked
    return telling.clause.number in relayed and (telling.speaker.is_source or telling.speaker.is_unresolved)


def _judged(reading: Reading, clause: Clause) -> Iterator[Telling]:
    polarity = polarity_of(reading, clause)
    if not polarity:
        return
    speaker = speaker_of(reading, clause)
    if speaker and polarity == "asserted":
        date = own_date(reading, clause, planned=False)
        if _may_speak(clause, speaker, dated=date is not None):
            yield Telling(clause, Type("statement", f"said:{clause.verb.lemma}"), polarity, date, speaker)
        return
    happening = _happening(reading, clause, polarity)
    if happening:
        yield happening


def _may_speak(clause: Clause, speaker: Speaker, *, dated: bool) -> bool:
    """Crowds ("experts warned") are no speakers, and the unnamed only in a main clause that tells of one time."""
    if (clause.link == "content" and not dated) or speaker.is_media:
        return False
    if speaker.id:
        return clause.marker != "because"
    present = clause.verb.tense == "present" and not clause.verb.perfect
    return clause.link in ("main", "and") and not speaker.is_generic and not clause.verb.perfect and not present


def _happening(reading: Reading, clause: Clause, polarity: Polarity) -> Telling | None:
    planned = polarity == "planned"
    clause = _intended(clause) if planned else clause
    date = own_date(reading, clause, planned=planned)
    kind = type_of(clause, reading.subject_words(clause))
    if kind and kind.id == "statement":
        kind = None
    timeless = clause.verb.tense == "present" and not clause.verb.perfect
    if (planned and not date) or (timeless and not planned):
        return None
    named = any(mention.value for mention in subject_actors(reading, clause))
    if not _says_enough(reading, clause, named=named, dated=date is not None):
        return None
    if not _is_telling(clause, kind, dated=date is not None, named=named):
        return None
    source = _source(reading, clause)
    if clause.link == "content" and not (date or _is_vouched_for(reading, clause, source)):
        return None
    source = source if source and not source.is_unresolved else None
    return Telling(clause, kind or Type("other", f"dated:{clause.verb.lemma}"), polarity, date, source=source)


def _is_vouched_for(reading: Reading, clause: Clause, source: Speaker | None) -> bool:
    """Whether what somebody says counts as told without a date: officials say it, or its own subject: "The museum has
    acquired a painting, it said"."""
    if source is None:
        return False
    if source.is_unresolved:
        return clause.number < clause.above
    return source.is_source and not _frame_dated(reading, clause)


def _is_telling(clause: Clause, kind: Type | None, *, dated: bool, named: bool) -> bool:
    if clause.link == "aside" and not (dated or (named and clause.marker)):
        return False
    if clause.verb.lemma in words().stative and not (kind and kind.rule.startswith("pair:")) and not _appointed(clause):
        return bool(kind and dated and kind.rule.startswith("noun:"))
    if kind is None:
        return dated
    if clause.link in ("under", "aside"):
        return dated or (named and clause.link == "under" and clause.marker in words().telling)
    return True


def _says_enough(reading: Reading, clause: Clause, *, named: bool, dated: bool) -> bool:
    """Whether a reader learns who or what: no lone "it", no "Lind announced" without what."""
    subject = reading.subject_words(clause)
    if subject and subject[0] in _LONE and len(subject) == 1 and not named and not dated:
        return False
    if clause.verb.passive or clause.verb.lemma not in words().needs_object:
        return True
    cued = any(clause.holds(quote.cue_span.start) for quote in reading.mentions(clause.sentence, "quote"))
    behind = (at for at in clause.words if at > clause.verb.index and clause.tokens[at].is_word)
    return cued or any(not is_adverb(clause.lower(at)) for at in behind)


def _intended(clause: Clause) -> Clause:
    """The clause of "plans to open" as one of "open"."""
    at = clause.verb.index + 2
    if clause.verb.lemma not in words().intending or clause.lower(at - 1) != "to" or at >= len(clause.tokens):
        return clause
    verb = msgspec.structs.replace(clause.verb, index=at, lemma=form(clause.lower(at)).lemma)
    return msgspec.structs.replace(clause, verb=verb)


def _appointed(clause: Clause) -> bool:
    return clause.verb.lemma in words().appointed


def _frame_dated(reading: Reading, clause: Clause) -> bool:
    """Whether the saying has a date, where what was said has none: then the saying is the event."""
    return own_date(reading, reading.clauses[clause.sentence][clause.above], planned=False) is not None


def _source(reading: Reading, clause: Clause) -> Speaker | None:
    """Who says what a content clause tells."""
    if clause.link != "content" or clause.above < 0:
        return None
    return speaker_of(reading, reading.clauses[clause.sentence][clause.above])


def polarity_of(reading: Reading, clause: Clause) -> Polarity | Literal[""]:
    """`asserted` or `planned`; empty for what the clause does not tell as fact: quoted, negated, hypothetical, habitual."""
    verb = clause.verb
    offset = clause.tokens[verb.index].start
    if (
        verb.quoted
        or reading.is_quoted(offset)
        or verb.negated
        or _is_of_nobody(reading, clause)
        or _is_no_comment(clause)
        or _is_unreal(reading, clause)
        or _is_habit(reading, clause)
    ):
        return ""
    if verb.tense == "past" and verb.modal.endswith(" to"):  # "was due to open on Monday"
        return "planned" if own_date(reading, clause, planned=True) else ""
    if not verb.modal:
        scheduled = (
            verb.passive and verb.lemma in words().appointed and (verb.tense == "present" or _awaits(reading, clause))
        )
        return "planned" if scheduled or _goes_on_ahead(reading, clause) else "asserted"
    ahead = verb.modal in _AHEAD or verb.modal.endswith(" to") or (verb.modal == "would" and clause.link == "content")
    return "planned" if ahead and verb.tense != "past" else ""


def _awaits(reading: Reading, clause: Clause) -> bool:
    """Spot "A hearing has been set for 10 April"."""
    return clause.verb.perfect and own_date(reading, clause, planned=True) is not None


def _is_no_comment(clause: Clause) -> bool:
    """Spot "declined to comment"."""
    at = clause.verb.index
    return clause.verb.lemma in words().declining and clause.lower(at + 2) in words().comment


def _is_of_nobody(reading: Reading, clause: Clause) -> bool:
    """Spot "No charges were filed" and "No one was hurt"; "no fewer than 300 workers" is somebody."""
    first, *rest = reading.subject_words(clause)[:2] or ("",)
    return first in words().negative_subjects and not (rest and rest[0] in words().not_negative)


def _is_unreal(reading: Reading, clause: Clause) -> bool:
    """Under "if", or what somebody only thinks, denies or does not say; so is all that hangs on it."""
    seen = 0
    while seen < 6:
        if clause.marker in words().hypothetical or _is_inverted(clause) or _is_only_said(clause):
            return True
        if clause.above < 0 or clause.link in ("main", "and", "aside"):
            return False
        above = reading.clauses[clause.sentence][clause.above]
        if clause.link == "content" and (above.verb.negated or above.verb.modal or above.verb.lemma in words().unsure):
            return True
        clause, seen = above, seen + 1
    return True


def _is_only_said(clause: Clause) -> bool:
    """Spot "rumours that she had resigned": a clause with its own subject under a noun of speech or thought."""
    if clause.link != "aside" or clause.marker != "that" or clause.subject[0] == clause.subject[1]:
        return False
    marker = next((at for at in clause.words if clause.lower(at) == "that"), 0)
    return noun(clause.lower(marker - 1)) in words().unsure_nouns


def _is_inverted(clause: Clause) -> bool:
    """Spot "Had the bank agreed, ..." and "Should the plan fail, ...", conditions without "if"."""
    comma = next((at for at, token in enumerate(clause.tokens) if token.text == ","), 0)
    return clause.verb.index < comma and clause.lower(0) in ("had", "should", "were")


def _is_habit(reading: Reading, clause: Clause) -> bool:
    near = range(max(clause.verb.first - 2, 0), clause.verb.index + 2)
    sets = any(m.timex_type == "SET" and clause.holds(m.start) for m in reading.mentions(clause.sentence, "date"))
    return sets or any(clause.lower(at) in words().habitual for at in near)


def _goes_on_ahead(reading: Reading, clause: Clause) -> bool:
    """The timetable's present: "the festival opens on Friday"."""
    verb = clause.verb
    if (
        verb.tense != "present"
        or verb.perfect
        or (verb.lemma in classes().clause and verb.lemma not in words().intending)
    ):
        return False
    if verb.lemma in words().intending and clause.lower(verb.index + 1) != "to":
        return False
    return own_date(reading, clause, planned=True) is not None
