"""An office that the record gives somebody by name on a day when that actor did not hold it.

`US Secretary of State Marco Rubio` in the title of an event of 2024, where the actor's record has the office from 2025: one
of the two is wrong. What somebody once was or will be ("former", "-elect") is no contradiction.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.model.corpus import Corpus
from generator.model.dates import DateError, PartialDate, parse_edtf
from generator.model.records import Actor, Event, Office
from generator.problems import Problem
from generator.relate.findings import Finding
from generator.relate.roles import office_on

# "former President Obama": not held then; "Vice President Vance", "Deputy Foreign Minister": another office
_OTHER = re.compile(
    r"(?:former|ex|then|future|past|late|next|previous|incoming|outgoing|one-?time|ousted|deposed|vice|deputy|assistant|under|shadow"
    r"|acting|interim|would-be|aspiring|retired|first)[\s-]+(?:[\w.’'-]+\s+){0,2}\Z"
)
_AFTER = r"(?![\s-]*(?:elect|designate|nominee|candidate|hopeful|to-be)\b)"
_GIVEN = r"(?:[\w.’'-]+\s+){0,2}"  # other names of the same person between the office and the name known


class _Named(NamedTuple):
    key: str
    phrase: str
    source: str


def wrong_offices(corpus: Corpus, event: Event) -> Iterator[Finding]:
    """A finding for each actor whose office the event names on a day outside of it. The record's own words are held against
    the event's day; a source's sentence may also speak from the day it was published."""
    if not event.date.start or event.date.precision not in ("day", "month"):
        return
    for actor_id in (*event.actors, *(quote.speaker for quote in event.quotes if quote.speaker not in event.actors)):
        actor = corpus.actors.get(actor_id)
        if actor and any(office.from_.edtf or office.to.edtf for office in actor.offices):
            yield from _of_actor(corpus, event, actor)


def _of_actor(corpus: Corpus, event: Event, actor: Actor) -> Iterator[Finding]:
    for named in _named(event, actor):
        offices = [office for office in actor.offices if named.phrase in _phrases(office)]
        days = (event.date, *_published(corpus, event, named.source))
        if not any(held.office in offices for day in days for held in office_on(actor, day)):
            yield _finding(corpus, event, actor, offices, named.phrase)
            return


def _named(event: Event, actor: Actor) -> Iterator[_Named]:
    """Each office of the actor that stands beside the actor's name, with where it stands."""
    texts = [("title", event.title, ""), ("summary", event.summary, "")]
    texts += [("sources", sentence, key) for key, citation in event.sources.items() for sentence in citation.quote]
    phrases = {phrase for office in actor.offices for phrase in _phrases(office)}
    for key, text, source in texts:
        folded = text.casefold()
        for phrase in sorted(phrases, key=len, reverse=True):
            if phrase in folded and _beside(folded, phrase, actor):
                yield _Named(key, phrase, source)


@lru_cache(maxsize=4096)
def _phrases(office: Office) -> tuple[str, ...]:
    return tuple(name.casefold() for name in (office.title, *office.aliases) if name)


def _beside(folded: str, phrase: str, actor: Actor) -> bool:
    before, after = _patterns(phrase, (actor.name, *actor.aliases))
    starts = (
        *(match.start() for match in before.finditer(folded)),
        *(match.start("office") for match in after.finditer(folded)),
    )
    return any(not _OTHER.search(folded[max(start - 60, 0) : start]) for start in starts)


@lru_cache(maxsize=4096)
def _patterns(phrase: str, names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The office before one of the names, and behind it."""
    name = "|".join(re.escape(name.casefold()) for name in names)
    office = rf"(?<!\w){re.escape(phrase)}(?!\w)"
    return (
        re.compile(rf"{office}{_AFTER},?\s+{_GIVEN}(?:{name})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{name}),\s+(?:the\s+|a\s+)?(?P<office>{office}){_AFTER}"),
    )


def _published(corpus: Corpus, event: Event, source: str) -> tuple[PartialDate, ...]:
    if not source:
        return ()
    article = corpus.articles.get(source)
    return (article.published if article else event.sources[source].published,)


def _finding(corpus: Corpus, event: Event, actor: Actor, offices: list[Office], phrase: str) -> Finding:
    office = next(office for office in offices if phrase in _phrases(office))
    terms = " and ".join(_term(one) for one in offices)
    message = f"expected a day on which {actor.name} was {office.title} ({terms}), found {event.date}"
    guess = next(_in_office(event, actor, offices, _years(corpus, event)), "")
    otherwise = f"correct the date, write 'former' before the office, or mend the office in {actor.where.path}"
    hint = f"did you mean {guess}? Otherwise {otherwise}" if guess else otherwise
    return Finding(Problem(event.where, "warning", "date-outside-office", message, hint), ("date",))


def _term(office: Office) -> str:
    return f"{office.from_.edtf or '..'} to {office.to.edtf or 'now'}"


def _years(corpus: Corpus, event: Event) -> Iterator[int]:
    """The years in which the sources were published, the likeliest slip of the pen put right."""
    for key in event.sources:
        yield from (day.start.year for day in _published(corpus, event, key) if day.start)


def _in_office(event: Event, actor: Actor, offices: list[Office], years: Iterable[int]) -> Iterator[str]:
    """The same day in another year, if the office was held then."""
    for year in years:
        try:
            day = parse_edtf(f"{year:04}{event.date.edtf[4:]}")
        except DateError:
            continue
        if any(held.office in offices for held in office_on(actor, day)):
            yield day.edtf
