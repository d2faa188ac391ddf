"""Which clauses tell an event, and whether it is said to have happened or is planned."""

from collections.abc import Iterator

import msgspec

from generator.extract.dates import day_of
from generator.extract.events.classify import Type, topic_of, type_of
from generator.extract.events.clauses import Clause
from generator.extract.events.dating import closes_until, is_due, own_date
from generator.extract.events.knowledge import words
from generator.extract.events.participles import participle_clauses
from generator.extract.events.polarity import AHEAD, polarity_of
from generator.extract.events.reading import Reading
from generator.extract.events.several import told_on
from generator.extract.events.speakers import Speaker, speaker_of
from generator.extract.events.subjects import subject_actors
from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form
from generator.model.mentions import Mention, Polarity

_STAGES = frozenset(("on", "at", "before", "in", "alongside"))  # "appeared in court", no "appeared to"
_MONTH = 31  # days
_LONE = frozenset(("it", "he", "she", "they", "this", "that", "these", "which", "who", "one"))


class Telling(msgspec.Struct, frozen=True):
    """A clause that tells an event. `date`: the mention that dates it in its own clause; `speaker`: who says it, of a
    statement; `source`: who tells it, where a clause of speech is only the frame of it; `part`: another clause that tells the
    same event."""

    clause: Clause
    type: Type
    polarity: Polarity = "asserted"
    date: Mention | None = None
    speaker: Speaker | None = None
    source: Speaker | None = None
    part: Clause | None = None

    @property
    def is_statement(self) -> bool:
        """Whether it is something said."""
        return self.speaker is not None


def tellings(reading: Reading, sentence: int) -> tuple[Telling, ...]:
    """What a sentence tells, in the order of its clauses."""
    if reading.is_boilerplate(sentence):
        return ()
    found = [telling for clause in reading.clauses[sentence] for telling in _judged(reading, clause)]
    found += list(_by_participles(reading, sentence, found))
    relayed = {telling.clause.above for telling in found if telling.clause.link == "content" and not telling.speaker}
    return tuple(telling for telling in found if not (telling.speaker and _is_frame(telling, relayed)))


def _by_participles(reading: Reading, sentence: int, found: list[Telling]) -> Iterator[Telling]:
    """What asides tell with a participle and a date that dates nothing else."""
    taken = {telling.date.start for telling in found if telling.date}
    for clause in participle_clauses(reading, sentence):
        date = own_date(reading, clause, planned=False)
        if date and date.start not in taken and _is_told_before(reading, date):
            kind = type_of(clause, reading.subject_words(clause))
            if (kind and kind.id == "statement") or clause.verb.lemma in classes().clause:
                continue  # "Warned in January, the ministry did nothing" tells nobody's words
            yield Telling(clause, kind or topic_of(clause, reading.subject_words(clause)), "asserted", date)


def _is_told_before(reading: Reading, date: Mention) -> bool:
    """Whether a date is one that is past when the article appears."""
    published, day = reading.context.article.published, day_of(date)
    return day.end is not None and (published.end is None or day.end <= published.end)


def _is_frame(telling: Telling, relayed: set[int]) -> bool:
    """Whether a statement only hands on an event told in its content: that of police, officials, media, a document."""
    assert telling.speaker is not None  # noqa: S101 - the caller asked
    return telling.clause.number in relayed and (telling.speaker.is_source or telling.speaker.is_unresolved)


def _judged(reading: Reading, clause: Clause) -> Iterator[Telling]:
    polarity = polarity_of(reading, clause)
    if not polarity:
        return
    speaker = speaker_of(reading, clause)
    if speaker and polarity == "asserted" and not (speaker.is_thing and _has_object(reading, clause)):
        date = own_date(reading, clause, planned=False)
        date = None if date and _lasts(date) else date
        if _may_speak(clause, speaker, dated=date is not None):
            yield Telling(clause, Type("statement", f"said:{clause.verb.lemma}"), polarity, date, speaker)
        return
    yield from _happenings(reading, clause, polarity)


def _lasts(date: Mention) -> bool:
    """Whether a date is a span of more than a month: nobody denies "fraud between 2016 and 2019" for so long."""
    day = day_of(date)
    return day.precision == "span" and bool(day.start and day.end and (day.end - day.start).days > _MONTH)


def _has_object(reading: Reading, clause: Clause) -> bool:
    """Whether a verb of speech has nothing but an object: "it rejected her claim"."""
    return not any(
        other.link == "content" and other.above == clause.number for other in reading.clauses[clause.sentence]
    )


def _may_speak(clause: Clause, speaker: Speaker, *, dated: bool) -> bool:
    """Crowds ("experts warned") are no speakers, and the unnamed only in a main clause that tells of one time."""
    relays = speaker.is_media and clause.verb.lemma in words().relaying
    contact = clause.link == "aside" and not clause.marker  # "a fire it blamed on thieves"
    if ((clause.link == "content" or contact) and not dated) or relays:
        return False
    if speaker.id:
        return clause.marker != "because"
    present = clause.verb.tense == "present" and not clause.verb.perfect
    return clause.link in ("main", "and") and not speaker.is_generic and not clause.verb.perfect and not present


def _happenings(reading: Reading, clause: Clause, polarity: Polarity) -> Iterator[Telling]:
    """What happened or is planned, once for each of several dates."""
    telling = _happening(reading, clause, polarity)
    if telling:
        for own, date in told_on(reading, telling.clause, telling.date, planned=polarity == "planned"):
            yield msgspec.structs.replace(telling, clause=own, date=date)


def _happening(reading: Reading, clause: Clause, polarity: Polarity) -> Telling | None:
    planned = polarity == "planned"
    clause = _intended(clause) if planned else clause
    date = own_date(reading, clause, planned=planned)
    kind = type_of(clause, reading.subject_words(clause), spoken=False)
    timeless = clause.verb.tense == "present" and not clause.verb.perfect and not reading.is_dated(clause.sentence)
    if (planned and not date) or (timeless and not planned):
        return None
    named = any(mention.value for mention in subject_actors(reading, clause))
    if not _says_enough(reading, clause, named=named, dated=date is not None):
        return None
    dated = date is not None or _is_measured(reading, clause) or _is_in_entry(reading, clause)
    if not _is_telling(clause, kind, dated=dated, named=named):
        return None
    source = _source(reading, clause)
    if clause.link == "content" and not (date or _is_vouched_for(reading, clause, source)):
        return None
    source = source if source and not source.is_unresolved else None
    return Telling(clause, kind or topic_of(clause, reading.subject_words(clause)), polarity, date, source=source)


def is_measured(reading: Reading, clause: Clause) -> bool:
    """Spot "two weeks after floods came": a duration right before the clause."""
    start = clause.words[0] if clause.words else 0
    if clause.marker not in ("after", "before") or clause.lower(start) != clause.marker:
        return False
    ends = (m.end for m in reading.mentions(clause.sentence, "date") if m.timex_type == "DURATION")
    return any(clause.position(end - 1) == start - 1 for end in ends)


def _is_measured(reading: Reading, clause: Clause) -> bool:
    """Whether a clause is dated by a length of time beside another: "sold him minutes before the market shut on 3 May"."""
    if is_measured(reading, clause):
        return True
    others = (other for other in reading.clauses[clause.sentence] if other.above == clause.number)
    return any(is_measured(reading, other) and own_date(reading, other, planned=False) for other in others)


def _is_in_entry(reading: Reading, clause: Clause) -> bool:
    """Whether the date that heads an entry of a chronicle dates the clause; in a live blog, a time of day in the clause."""
    entry = reading.entry(clause.sentence)
    if entry is None or clause.link not in ("main", "and") or (clause.verb.perfect and clause.verb.tense == "past"):
        return False
    return entry.date is not None or any(
        clause.holds(m.start) for m in reading.mentions(clause.sentence, "date") if m.timex_type == "TIME"
    )


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
    if clause.verb.lemma in words().vague and not dated:
        return False
    done = clause.verb.passive and dated and clause.verb.lemma in words().stative_active
    done = done or (dated and clause.verb.lemma == "appear" and clause.lower(clause.verb.index + 1) in _STAGES)
    if (
        clause.verb.lemma in words().stative
        and not done
        and not (kind and kind.rule.startswith("pair:"))
        and not _appointed(clause)
    ):
        ahead = bool(clause.verb.modal) and clause.verb.lemma in ("be", "have")  # "is to have an operation on Monday"
        ahead = ahead or (dated and clause.verb.lemma in ("remain", "stay") and closes_until(clause))
        ahead = ahead or (clause.verb.modal in AHEAD and _attempts(clause))
        return dated and (ahead or bool(kind and kind.rule.startswith("noun:")))
    if kind is None:
        return dated
    if clause.link in ("under", "aside"):
        return dated or (named and clause.link == "under" and clause.marker in words().telling)
    return True


def _attempts(clause: Clause) -> bool:
    """Spot "seek" of "will seek to recover the money"; who "will need to" does not yet do it."""
    tries = clause.verb.lemma in words().attempting and clause.verb.lemma != "need"
    return tries and clause.lower(clause.verb.index + 1) == "to"


def _says_enough(reading: Reading, clause: Clause, *, named: bool, dated: bool) -> bool:
    """Whether a reader learns who or what: no lone "it", no "Lind announced" without what."""
    subject = reading.subject_words(clause)
    if subject[:1] == ("according",) or (subject[:1] == ("to",) and clause.link == "aside"):
        return False  # no subject: a verb misread
    if subject and subject[0] in _LONE and len(subject) == 1 and not named and not dated:
        return False
    if subject == ("it",) and not clause.verb.passive and _opens_that(reading, clause):
        return False  # "It emerged on Monday that ..."
    if clause.verb.passive or clause.verb.lemma not in words().needs_object:
        return bool(subject) or clause.marker != "" or clause.link != "aside"
    cued = any(clause.holds(quote.cue_span.start) for quote in reading.mentions(clause.sentence, "quote"))
    behind = (at for at in clause.words if at > clause.verb.index and clause.tokens[at].is_word)
    return cued or any(not is_adverb(clause.lower(at)) for at in behind)


def _opens_that(reading: Reading, clause: Clause) -> bool:
    """Whether a clause with "that" hangs on a verb without an object, which tells all there is to tell."""
    siblings = reading.clauses[clause.sentence]
    return clause.verb.lemma in words().emerging and any(
        other.above == clause.number and other.marker == "that" for other in siblings
    )


def _intended(clause: Clause) -> Clause:
    """The clause of "plans to open" as one of "open"."""
    at = clause.verb.index + 2
    if clause.verb.lemma not in words().intending or clause.lower(at - 1) != "to" or at >= len(clause.tokens):
        return clause
    verb = msgspec.structs.replace(clause.verb, index=at, lemma=form(clause.lower(at)).lemma)
    return msgspec.structs.replace(clause, verb=verb)


def _appointed(clause: Clause) -> bool:
    return clause.verb.lemma in words().appointed or is_due(clause)


def _frame_dated(reading: Reading, clause: Clause) -> bool:
    """Whether the saying has a date, where what was said has none: then the saying is the event."""
    return own_date(reading, reading.clauses[clause.sentence][clause.above], planned=False) is not None


def _source(reading: Reading, clause: Clause) -> Speaker | None:
    """Who says what a content clause tells."""
    if clause.link != "content" or clause.above < 0:
        return None
    return speaker_of(reading, reading.clauses[clause.sentence][clause.above])
