"""The year of an article without a date, from the dated offices of the people it names ("US Secretary of State Marco Rubio").

A year is told only when it is the only one in which everybody named with an office held it on the days of the text, up to half
a year after the newest day that the records and the other articles know of. Today's date is never looked at.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial

import msgspec

from generator.extract.actors import find_actors
from generator.extract.context import Context, Known
from generator.model.dates import PartialDate, parse_edtf
from generator.model.records import Actor, Office
from generator.model.text import Article
from generator.pipeline.content import Content
from generator.read.inference import YearHint, from_text
from generator.read.sentences import split
from generator.relate.conflicts import last_day

_PAST = re.compile(r"\b(?:former|formerly|ex|then|late|onetime|one-time|erstwhile|outgoing|future)[- ]$", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_SMALL = frozenset(("of", "the", "and", "for", "s"))
_MOST_YEARS = 60
_AHEAD = timedelta(days=182)  # by which an undated article may be newer than all others
_BEFORE = 120  # characters before a name in which its title stands
_NAMED = 4  # people in the reason

Term = tuple[date, date]  # first day and the day after the last


def year_hint(content: Content, articles: Sequence[Article]) -> YearHint | None:
    """What tells a year from a text, with the reason; `None` when no actor's office is dated. `articles`: those read so far,
    whose stated days say how far the story goes."""
    known = content.by_people()
    newest = _newest(content, articles)
    if newest is None or not any(_terms(actor.offices, newest) for actor in known.actors.values()):
        return None
    return partial(_year, known, newest)


def _newest(content: Content, articles: Sequence[Article]) -> date | None:
    """The newest day that records without a seed and stated days of the seeds know of."""
    corpus, seeds = content.corpus(), {article.where.path for article in articles}
    beside = {ident: record for ident, record in corpus.articles.items() if record.seed not in seeds}
    days = [last_day(msgspec.structs.replace(corpus, articles=beside))]
    days += [article.published.start for article in articles if article.published_basis == "stated"]
    if not any(days):  # a project that begins: its records were written after the last office in them was taken
        days += [office.from_.start for actor in corpus.actors.values() for office in actor.offices]
    return max((day for day in days if day), default=None)


def _year(known: Known, newest: date, text: str) -> tuple[int, str] | None:
    article = _article(text)
    held = dict(_held(known, newest + _AHEAD, article))
    years = [year for year in _span(held.values()) if _fits(year, held.values(), article)]
    return (
        (years[0], f"the dated offices of {_listed(sorted(held))}, which only this year fits")
        if len(years) == 1
        else None
    )


def _listed(names: Sequence[str]) -> str:
    *most, last = names[:_NAMED]
    return f"{', '.join(most)} and {last}" if most else last


def _article(text: str) -> Article:
    ends = [match.start() for match in re.finditer(r"\n|\Z", text)]
    return Article("", text, tuple(zip((0, *(end + 1 for end in ends)), ends, strict=False)))


def _held(known: Known, newest: date, article: Article) -> Iterator[tuple[str, list[Term]]]:
    """Each person named with an office whose days are known, and those days."""
    for mention in find_actors(Context(article, split(article), known), ()):
        actor = known.actors.get(mention.value)
        before = article.text[max(0, mention.start - _BEFORE) : mention.start]
        title = (mention.office or _title_at_end(actor, before)) if actor and mention.rule != "office" else ""
        if actor and title and not _PAST.search(before.rpartition(title)[0]):
            terms = _terms(_meant(actor, title), newest)
            if terms:
                yield actor.name, terms


def _title_at_end(actor: Actor, before: str) -> str:
    """The title of an office of the actor that stands right before the name, as written there."""
    head = before.rstrip(" ,")
    titles = (title for office in actor.offices for title in (office.title, *office.aliases))
    found = max((title for title in titles if head.casefold().endswith(title.casefold())), key=len, default="")
    return head[len(head) - len(found) :]


def _meant(actor: Actor, words: str) -> list[Office]:
    """The actor's offices that `words` may name: all words of them stand in its title or in one of its aliases."""
    wanted = _words(words)
    return [one for one in actor.offices if any(wanted <= _words(title) for title in (one.title, *one.aliases))]


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold().replace(".", ""))) - _SMALL


def _terms(offices: Iterable[Office], newest: date) -> list[Term]:
    """When the offices were held, as far as `newest`; one without a beginning tells nothing."""
    until = newest + timedelta(days=1)
    ends = ((one.from_.start, min(one.to.end or until, until)) for one in offices)
    return [(start, end) for start, end in ends if start and start < end]


def _span(held: Iterable[list[Term]]) -> range:
    """The years between the last first beginning and the first last end."""
    every = list(held)
    if not every:
        return range(0)
    first = max(min(start for start, _ in terms) for terms in every).year
    last = (min(max(end for _, end in terms) for terms in every) - timedelta(days=1)).year
    return range(first, last + 1) if last - first <= _MOST_YEARS else range(0)


def _fits(year: int, held: Iterable[list[Term]], article: Article) -> bool:
    """True when everybody was in office on the day that the text would mean in that year."""
    found = from_text(article.text, article.paragraphs, lambda _: (year, ""))
    when = found.date if found and found.date.start and found.date.start.year == year else parse_edtf(f"{year:04}")
    return all(any(_overlaps(when, term) for term in terms) for terms in held)


def _overlaps(when: PartialDate, term: Term) -> bool:
    return when.overlaps(PartialDate("", "span", *term))
