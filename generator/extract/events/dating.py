"""When what a clause tells happened: its own date, one carried from what was told before, or the article's day as bound."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from generator.extract.dates import day_of
from generator.extract.events.clauses import Clause
from generator.extract.events.governed import belongs_elsewhere
from generator.extract.events.knowledge import words
from generator.extract.events.reading import Reading
from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form
from generator.model.dates import PartialDate
from generator.model.mentions import Mention

_YEAR = re.compile(r"(?:1\d|20)\d\d")
_FINE = {"day": 0, "span": 1, "month": 2, "season": 3, "quarter": 3, "half": 3, "unknown": 1, "year": 4, "open": 5}


def own_date(reading: Reading, clause: Clause, *, planned: bool) -> Mention | None:
    """The date that says when, among those in the clause: the finest, then the nearest to the verb."""
    found = [
        (
            _FINE.get(day_of(mention).precision, 6),
            abs(clause.position(mention.start) - clause.verb.index),
            mention.start,
            mention,
        )
        for mention in candidates(reading, clause, planned=planned)
    ]
    if found:
        return min(found)[-1]
    return _before_when(reading, clause, planned=planned) or _fronted(reading, clause, planned=planned)


def _fronted(reading: Reading, clause: Clause, *, planned: bool) -> Mention | None:
    """The date that opens the sentence before two joined clauses: "In June the bridge was shut, and two men were arrested"."""
    if clause.link != "and" or clause.above < 0 or clause.verb.perfect or clause.subject[0] == clause.subject[1]:
        return None
    above = reading.clauses[clause.sentence][clause.above]
    if above.link != "main" or above.verb.perfect or above.verb.tense != clause.verb.tense:
        return None
    date = own_date(reading, above, planned=planned)
    opening = {above.lower(at) for at in range(above.words[0], above.position(date.start))} if date else {""}
    return date if opening <= classes().prep | classes().coord | {"early", "late", ","} else None


def _before_when(reading: Reading, clause: Clause, *, planned: bool) -> Mention | None:
    """The date right before ", when": "in 2009, when 173 people died"."""
    at = clause.words[0] if clause.words else 0
    if clause.marker != "when" or clause.lower(at) != "when":
        return None
    at -= 1 if clause.lower(at - 1) == "," else 0
    if at < 1:
        return None
    for mention in reading.mentions(clause.sentence, "date"):
        if (
            clause.position(mention.end - 1) != at - 1
            or mention.timex_type not in ("DATE", "TIME")
            or is_clock(mention)
        ):
            continue
        # "since 2009, when" and "until Tuesday, when" name the day itself
        day = msgspec.structs.replace(mention, value=(mention.value or "").removesuffix("/..").removeprefix("../"))
        if day.value and _fits(reading, day, planned=planned):
            return mention if day == mention else day
    return None


def candidates(reading: Reading, clause: Clause, *, planned: bool) -> Iterator[Mention]:
    """The dates in a clause that can say when, in the order of the text."""
    for mention in reading.mentions(clause.sentence, "date"):
        if (
            mention.timex_type not in ("DATE", "TIME")
            or not mention.value
            or is_clock(mention)
            or reading.is_quoted(mention.start)
        ):
            continue
        if (
            clause.holds(mention.start)
            and _says_when(reading, clause, mention, planned=planned)
            and not belongs_elsewhere(reading, clause, mention)
            and _fits(reading, mention, planned=planned)
        ):
            yield mention


def _fits(reading: Reading, mention: Mention, *, planned: bool) -> bool:
    """What happened is not later than the article, what is planned not earlier."""
    date, published = day_of(mention), reading.context.article.published
    if published.start is None or published.end is None:
        return True
    if planned:
        return date.end is None or date.end > published.start
    return date.start is None or date.start < published.end


def _says_when(reading: Reading, clause: Clause, mention: Mention, *, planned: bool) -> bool:
    """Whether the words before and behind let a date say when, not what ("the 2014 deal"), since when or until when."""
    at = clause.position(mention.start)
    last = next((i for i in range(at, len(clause.tokens)) if clause.tokens[i].end >= mention.end), at)
    joins = (",", *classes().coord)
    while clause.lower(at - 1) in joins and _YEAR.fullmatch(clause.lower(at - 2)) and clause.lower(at - 3) != "between":
        at -= 2  # "the 2011 and 2014 titles", "the elections of 2017 and 2021"
    before, behind = clause.lower(at - 1), clause.lower(last + 1)
    if behind in ("'s", "'"):  # "this year's election" is one to come or gone by
        whole = day_of(mention).precision == "day" or _is_over(reading, mention)
        return whole and before in ("in", "at", "on", "during")
    if before in ("the", "this") and clause.lower(at - 2) in words().before_period:
        return not _is_noun_behind(behind)
    if before == "between":  # "Between 5 and 19 February, 1,100 sheep were moved"; not "fraud between 2016 and 2019"
        return at == 1 and day_of(mention).precision == "span"
    if before == "of":  # "As of 20 February, 12 bridges had been shut"
        return clause.lower(at - 2) == "as" or _dates_its_phrase(clause, at - 1)
    if before in ("for", "to", "from", "by", "until"):
        return _is_limit(clause, before, planned=planned)
    return before not in words().not_event_time and not _is_attribute(clause, mention, at)


def _is_limit(clause: Clause, before: str, *, planned: bool) -> bool:
    """Whether the day behind "by" or "until" is the latest for what is planned, or "by" for what had been done."""
    if planned:
        return before != "until" or is_due(clause) or closes_until(clause)
    return before == "by" and clause.verb.tense == "past" and (clause.verb.perfect or clause.verb.passive)


def _is_attribute(clause: Clause, mention: Mention, at: int) -> bool:
    """Spot "the old 11th century temple" and "the bitter 2016 vote": a year says when only behind a preposition."""
    known, before = classes(), clause.lower(at - 1)
    coarse = day_of(mention).precision in ("year", "decade", "century") and mention.anchor_kind == "absolute"
    opens = before in known.prep | known.coord | known.sub | {"early", "late", "mid"} or not before[:1].isalpha()
    return coarse and not opens and not is_adverb(before) and at - 1 != clause.verb.index


def _is_over(reading: Reading, mention: Mention) -> bool:
    """Whether a period had ended when the article appeared: "at last year's summit"."""
    end, published = day_of(mention).end, reading.context.article.published.start
    return end is not None and published is not None and end <= published


def is_due(clause: Clause) -> bool:
    """Spot "is due in court", "are due on Friday", "has until Friday to", "the vote is on Friday"."""
    verb, behind = clause.verb, clause.lower(clause.verb.index + 1)
    if verb.lemma == "have" and not verb.modal and clause.lower(verb.first) in ("has", "have"):
        return behind == "until"
    if verb.tense != "present" or verb.modal:
        return False
    at_once = behind == "on" or behind in classes().calendar
    return verb.lemma == "be" and (behind == "due" or at_once)


def closes_until(clause: Clause) -> bool:
    """Spot "is closed until Friday" and "will stay shut until 5 May"; "was closed until Friday" is over."""
    verb, behind = clause.verb, clause.lower(clause.verb.index + 1)
    if verb.tense == "past" or verb.perfect:
        return False
    stays = verb.lemma in ("remain", "stay", "be") and form(behind).lemma in words().closing
    return stays or (verb.passive and verb.lemma in words().closing)


def _dates_its_phrase(clause: Clause, of: int) -> bool:
    """Whether "of" and its date stand in a phrase of time: "in the spring of 2022", "at the elections of May"."""
    for at in range(of - 1, max(of - 7, -1), -1):
        word = clause.lower(at)
        if word in ("in", "at", "during", "on"):
            return True
        if word in classes().prep or not word[:1].isalpha():
            return False
    return False


@cache
def _day_words() -> re.Pattern[str]:
    """What makes a time of day that of a day: "Monday at noon", "5pm on 3 May"."""
    months = "|".join(words().month_stems)
    named = "|".join(
        (*words().day_words, rf"\b(?:{months})[a-z]*\.?,? \d", rf"\d (?:{months})", r"\b(?:on|of)\b", r"\d{4}")
    )
    return re.compile(named, re.IGNORECASE)


def is_clock(mention: Mention) -> bool:
    """Whether a mention gives a time of day but no day: "at 10pm", "at noon"."""
    return mention.timex_type == "TIME" and not _day_words().search(mention.text)


def _is_noun_behind(word: str) -> bool:
    known = classes()
    return word[:1].isalpha() and not (
        word in known.prep or word in known.coord or word in known.sub or word in known.rel or known.is_auxiliary(word)
    )


def bounded_by(limit: PartialDate) -> str:
    """EDTF of "at some time up to `limit`"; empty without a limit."""
    last = limit.edtf.rpartition("/")[2]
    return f"../{last.rstrip('~?%')}" if limit.end and last not in ("", "..") else ""
