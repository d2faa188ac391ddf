"""When an event word happened: the date of its phrase, its clause or the one beside it, the day told of, or the article's."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

import msgspec

from generator.extract.dates import day_of
from generator.extract.events.clauses import Clause
from generator.extract.events.dating import own_date
from generator.extract.events.measured import SAME_DAY, SIDES, measure_of, shifted
from generator.extract.events.reading import Reading
from generator.extract.events.when import basis_of
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form
from generator.extract.timeline.words import EventWord
from generator.model.dates import UNKNOWN, PartialDate, parse_edtf
from generator.model.mentions import Mention
from generator.model.records import DateBasis

Dated = tuple[PartialDate, DateBasis]
_RECENT = 14  # days before the article that it may still be about
_OFTEN = frozenset(("always", "before", "ever", "never", "often", "once", "previously", "repeatedly", "twice"))
_LONG = re.compile(r"P(\d+)([YM]|DE)")
_AT = frozenset(("in", "at", "during", "on"))


class Days:
    """The days of one article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._published = reading.context.article.published

    def of(self, word: EventWord) -> Dated:
        """The day of an event word with how it is known."""
        if word.clause is None:
            return self._article()
        mention = self._in_phrase(word, word.clause)
        if (
            mention is None and word.kind == "participle"
        ):  # "the recently announced merger" is no news of the clause's day
            return UNKNOWN, "unknown"
        return self._stated(mention) or self._of_clause(word.clause)

    def _of_clause(self, clause: Clause) -> Dated:
        own = self._in_clause(clause)
        away = None if own else self._away(clause) or self._lasting(clause)
        return away or self._stated(own or self._beside(clause)) or self._carried(clause)

    def _stated(self, mention: Mention | None) -> Dated | None:
        return (_day(mention), basis_of(self._reading, mention)) if mention else None

    def _away(self, clause: Clause) -> Dated | None:
        """Counted from the clause it hangs on: "resigned a week after she had met him", "hours before she met him"."""
        if clause.link != "under" or clause.marker not in SIDES or clause.above < 0 or not clause.words:
            return None
        start = clause.words[0]
        marker = start if clause.lower(start) == clause.marker else start + 1
        near = clause.lower(marker) == clause.marker and clause.lower(marker - 1) in SAME_DAY
        measure = None if near else measure_of(self._reading, clause)
        if not (measure or near):
            return None
        above = self._reading.clauses[clause.sentence][clause.above]
        mention = self._in_clause(above)
        day, basis = self._stated(mention) or self._carried(above)
        if measure and day.start and day.precision == "day":
            day = shifted(day.start, measure, SIDES[clause.marker], about=False)
        return day, basis

    def _lasting(self, clause: Clause) -> Dated | None:
        """What lasted months or years: unknown, or since when where it goes on ("has led it for ten years")."""
        lengths = (one for one in self._reading.mentions(clause.sentence, "date") if clause.holds(one.start))
        found = (_LONG.fullmatch(one.timex or "") for one in lengths if _before(clause, one) == "for")
        length = next((match for match in found if match), None)
        if length is None or self._published.start is None or clause.verb.tense == "future":
            return None
        goes_on = clause.verb.perfect and clause.lower(clause.verb.first) in ("has", "have") and length[2] == "Y"
        year = self._published.start.year - int(length[1])
        return (parse_edtf(f"{year:04d}"), "inferred") if goes_on and year > 0 else (UNKNOWN, "unknown")

    def _in_phrase(self, word: EventWord, clause: Clause) -> Mention | None:
        """The date behind a word that is not the clause's verb: "asked to file in May"."""
        if word.kind == "finite":
            return None
        after = clause.words[bisect_right(clause.words, word.at) :]
        end = next((at for at in after if _is_inner_verb(clause, at)), len(word.tokens))
        phrase = msgspec.structs.replace(clause, words=(word.at, *(at for at in after if at < end)))
        behind = self._behind(phrase) if word.kind == "participle" else None
        return behind or self._date(phrase)

    def _behind(self, phrase: Clause) -> Mention | None:
        """The date that a participle takes: "born in Leeds on 4 May 1955"."""
        dates = (one for one in self._reading.mentions(phrase.sentence, "date") if phrase.holds(one.start))
        return next((one for one in dates if _before(phrase, one) in _AT and _day(one).edtf), None)

    def _in_clause(self, clause: Clause) -> Mention | None:
        """Its own date, other than one that a participle or infinitive in it takes."""
        inner, words = False, []
        for at in clause.words:
            inner = (inner and clause.lower(at) != ",") or _is_inner_verb(clause, at)
            if not inner:
                words.append(at)
        own = self._date(msgspec.structs.replace(clause, words=tuple(words)))
        return own or (None if clause.verb.perfect else self._date(clause))

    def _date(self, clause: Clause) -> Mention | None:
        ahead = clause.verb.modal != "" and clause.verb.tense != "past"
        own = own_date(self._reading, clause, planned=ahead) or own_date(self._reading, clause, planned=not ahead)
        found = own or self._of_occasion(clause) or self._since(clause)
        return found if found and _day(found).edtf else None

    def _since(self, clause: Clause) -> Mention | None:
        """As in "has been ill since 2004": the state told began then."""
        dates = self._reading.mentions(clause.sentence, "date") if clause.verb.perfect else []
        return next((one for one in dates if clause.holds(one.start) and _before(clause, one) == "since"), None)

    def _of_occasion(self, clause: Clause) -> Mention | None:
        """The day that qualifies an occasion: "at a Wednesday hearing", "Monday's statement said"."""
        for one in self._reading.mentions(clause.sentence, "date"):
            at = clause.position(one.start)
            if not clause.holds(one.start) or _day(one).precision != "day" or self._reading.is_quoted(one.start):
                continue
            after = clause.lower(bisect_right(clause.tokens, one.end - 1, key=lambda token: token.start))
            inside = clause.lower(at - 1) in ("a", "an", "the", "this") and clause.lower(at - 2) in _AT
            if inside or (after in ("'s", "’s") and at < clause.verb.first):
                return one
        return None

    def _beside(self, clause: Clause) -> Mention | None:
        """The date of the clause it is joined to or hangs on, where both tell of one time."""
        siblings = self._reading.clauses[clause.sentence]
        if clause.above < 0 or clause.verb.perfect or clause.link == "aside":
            return None
        above = siblings[clause.above]
        same = above.verb.tense == clause.verb.tense and not above.verb.perfect and above.link != "content"
        return self._in_clause(above) if same and clause.link in ("and", "under") else None

    def _carried(self, clause: Clause) -> Dated:
        if (clause.verb.modal and clause.verb.tense == "future") or _is_some_time_ago(clause):
            return UNKNOWN, "unknown"
        if clause.verb.tense != "past" or clause.verb.perfect or _is_now(clause):
            return self._article()
        told = self._told
        at = bisect_right(told, clause.sentence, key=lambda one: one[0]) - 1
        return (told[at][1], "inferred") if at >= 0 else self._article()

    def _article(self) -> Dated:
        return self._published, "assumed" if self._published.edtf else "unknown"

    @cached_property
    def _told(self) -> list[tuple[int, PartialDate]]:
        """The days the article tells of, each with the sentence it begins at."""
        return list(self._days())

    def _days(self) -> Iterator[tuple[int, PartialDate]]:
        for clauses in self._reading.clauses:
            for clause in clauses:
                had = clause.verb.perfect and clause.lower(clause.verb.first) == "had"
                if clause.link not in ("main", "and") or clause.verb.tense != "past" or had:
                    continue
                mention = self._in_clause(clause)
                if mention and _day(mention).precision == "day" and self._is_recent(_day(mention)):
                    yield clause.sentence, _day(mention)

    def _is_recent(self, day: PartialDate) -> bool:
        if self._published.start is None or day.start is None:
            return True
        return 0 <= (self._published.start - day.start).days <= _RECENT


def _day(mention: Mention) -> PartialDate:
    """The day of a mention; of one that is open at its end the beginning."""
    day = day_of(mention)
    return parse_edtf(day.edtf.removesuffix("/..")) if day.edtf.endswith("/..") else day


def _before(clause: Clause, mention: Mention) -> str:
    return clause.lower(clause.position(mention.start) - 1)


def _is_some_time_ago(clause: Clause) -> bool:
    """Whether it happened before the time told of, or again and again: "had resigned", "has twice sued"."""
    near = range(max(clause.verb.first - 1, 0), clause.verb.index + 2)
    often = any(clause.lower(at) in _OFTEN for at in near)
    return clause.verb.perfect and (clause.lower(clause.verb.first) == "had" or often)


def _is_now(clause: Clause) -> bool:
    """Whether a form of "have" that the grammar takes for an auxiliary is a verb in the present."""
    return clause.lower(clause.verb.index) in ("has", "have", "'s")


def _is_inner_verb(clause: Clause, at: int) -> bool:
    """Whether a participle or infinitive stands there that may take a date of its own."""
    tags, before = form(clause.lower(at)).tags, clause.lower(at - 1)
    if not tags or before in classes().det or clause.verb.first <= at <= clause.verb.index:
        return False
    return (
        ("VBG" in tags and not form(clause.lower(at)).noun)
        or ("VB" in tags and before == "to")
        or ("VBN" in tags and "VB" not in tags and at > 0 and (before == "," or form(before).noun))
    )
