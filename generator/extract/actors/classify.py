"""Say what each unknown name of an article is, from all the places it stands: a person, an organisation, a place or nothing."""

from collections import Counter
from functools import cache
from typing import NamedTuple

from slugify import slugify

from generator.extract.actors.called import clubs, company_speaks, is_called
from generator.extract.actors.entities import SUFFIXES, Entity, Registry, surname
from generator.extract.actors.evidence import evident
from generator.extract.actors.families import family_particles
from generator.extract.actors.given import given_gender, is_given
from generator.extract.actors.introduced import gives_name
from generator.extract.actors.merging import goes_by, is_bare, under_short_name
from generator.extract.actors.organisations import (
    description_nouns,
    descriptions,
    descriptions_of,
    word_set,
)
from generator.extract.actors.persons import he_follows, person_score, speaks
from generator.extract.actors.segments import REGNAL, Segment, place_kinds
from generator.extract.actors.shorts import short_forms
from generator.extract.actors.titles import Title, abbreviations
from generator.extract.actors.words import Words, fold, is_common, is_plural, stopwords
from generator.extract.lexicon import rules

_OTHER = {"he": "she", "she": "he", "they": ""}
_ENOUGH = 3
_SURELY = 6  # for who is called a company or a club as well


class Named(NamedTuple):
    """An unknown name where it stands: its words, its text, the title before it. `head_end`: where the state at its head ends
    ("US Supreme Court"), 0 without one; `of_place`: whether its first word is also a place; `owner`: the state in whose
    genitive it stands ("Germany's"); `of_body`: an organisation stands right before."""

    segment: Segment
    name: str
    title: Title | None
    head_end: int = 0
    of_place: bool = False
    owner: str = ""
    of_body: bool = False

    @property
    def full(self) -> str:
        """The name with the state whose it is."""
        return f"{self.owner} {self.name}".strip()


def register(words: Words, source: str, named: list[Named], registry: Registry) -> None:
    """Enter the people and organisations among `named`, full names first."""
    scores: Counter[str] = Counter()
    alone = frozenset(fold(one.name) for one in named if one.segment.end == one.segment.start + 1)
    inside = frozenset(
        name for one in named if (name := fold(one.name)) in alone and not words.first[one.segment.start]
    )
    spans = [(one.segment.start, one.segment.end) for one in named]
    called = {fold(one.name) for one in named if is_called(words, one.segment.start, one.segment.end)}
    called |= clubs(words, spans)
    acting = evident(words, source, [one.segment for one in named if _may_be_house(words, one)])
    for one in named:
        key = fold(one.name)
        score = person_score(words, one.segment.start, one.segment.end, one.title, alone) + 3 * one.of_body
        scores[key] = max(scores[key], score)
    families = {surname(one.name) for one in named if scores[fold(one.name)] >= _ENOUGH and " " in one.name}
    for one in named:
        scores[fold(one.name)] += 2 * (0 <= scores[fold(one.name)] < _ENOUGH and _shares_surname(words, one, families))
    for one in sorted(named, key=lambda one: -len(one.full)):
        if registry.full(one.full):
            continue
        if one.segment.kind == "organisation":
            kind, fits = "organisation", True
        else:
            kind = "person"
            sure = _ENOUGH if fold(one.name) not in called or is_given(words.low[one.segment.start]) else _SURELY
            fits = scores[fold(one.name)] >= sure and len(one.name.split()) > 1 and _may_be_person(words, one)
        if fits and _is_fresh(one, kind, registry):
            if kind == "organisation":
                _add_organisation(words, one, registry, inside)
            else:
                _add_person(words, one, registry)
    titled = {fold(one.name) for one in named if one.title and _calls_by_surname(words, one.title)}
    for one in sorted(named, key=_by_length):
        if one.segment.kind == "name" and not registry.full(one.name):
            _register_rest(words, one, registry, (called | acting) - titled)


def _is_fresh(one: Named, kind: str, registry: Registry) -> bool:
    """Nobody of this kind goes by the name, and no house that is only named without its legal form."""
    bearers = registry.short(one.full)
    if kind == "organisation" and goes_by(one.full, registry):
        return False
    house = kind == "person" and not one.title and any(is_bare(bearer, one.name) for bearer in bearers)
    return not house and not any(bearer.kind == kind for bearer in bearers)


def _shares_surname(words: Words, one: Named, families: set[str]) -> bool:
    """As in "Elian Reyes" where the article names Marta Reyes as well."""
    odd = not is_common(words.low[one.segment.start]) and one.segment.end - one.segment.start == 2
    return odd and words.low[one.segment.end - 1] in families


def _by_length(one: Named) -> tuple[int, bool]:
    """The longest name first; of equal ones that with an office, which says more than "Mr"."""
    return -len(one.name), one.title is None or one.title.group == "honorifics"


def _may_be_house(words: Words, one: Named) -> bool:
    """Not somebody with a title, a place, or a word that stands for no actor."""
    start, last = one.segment.start, words.low[one.segment.end - 1]
    titled = one.title is not None and one.title.role not in word_set("kin")
    if titled or one.segment.kind != "name" or is_given(words.low[start]) or len(one.name) < 3:
        return False
    return last not in word_set("never") | word_set("factions") | place_kinds() and not words.quoted[start]


def _may_be_person(words: Words, one: Named) -> bool:
    last = words.low[one.segment.end - 1]
    parts = [low for low in words.low[one.segment.start : one.segment.end] if low[0].isalpha()]
    placed = one.of_place and is_common(last) and not speaks(words, one.segment.end)
    several = len(parts) > 2 and all(map(is_common, parts[-2:])) and family_particles().isdisjoint(parts[1:-1])
    trailing = several or placed
    acronym = words.text[one.segment.end - 1].isupper() and last not in SUFFIXES | REGNAL
    begins = words.text[one.segment.start]
    trailing = trailing or (acronym and (not begins.isupper() or "." in begins))
    if (
        len(last) == 1
        or trailing
        or (last in word_set("clubs") and is_plural(last) and not one.title)
        or any(low in place_kinds() | word_set("factions") for low in parts[1:-1])
        or (last in word_set("factions") and not _is_surname(words, one))
    ):
        return False
    return one.segment.kind == "name" and last not in _no_surnames()


@cache
def _no_surnames() -> frozenset[str]:
    """Last words of bodies and things, save those that are surnames and regnal numbers as well."""
    also = word_set("never_surnames") | REGNAL
    return word_set("last") | (word_set("never") - also)


def _is_surname(words: Words, one: Named) -> bool:
    """As in "Brian Green", "Tove K. White": a faction's name behind a given name."""
    start, end = one.segment.start, one.segment.end
    return end - start > 1 and is_given(words.low[start]) and words.low[end - 1] in word_set("faction_surnames")


def _add_person(words: Words, one: Named, registry: Registry) -> None:
    start, end = one.segment.start, one.segment.end
    while end - 1 > start + 1 and words.low[end - 1] in SUFFIXES - {"jr", "sr", "ii", "iii", "iv", "."}:
        end -= 1
    name = " ".join(one.name.split()[: end - start]) if end != one.segment.end else one.name
    same = under_short_name(name, registry)
    if same:
        registry.rename(same, name)
        return
    entity = registry.add(Entity(slugify(name), name, "person", gender=given_gender(words.low[start])), one.name)
    if one.title and one.title.gender:
        entity.gender = one.title.gender


def _add_organisation(words: Words, one: Named, registry: Registry, inside: frozenset[str]) -> Entity:
    entity = Entity(slugify(one.full), one.full, "organisation")
    entity.nouns = descriptions(fold(one.name))
    registry.add(entity)
    if one.owner:
        registry.shorten(entity, fold(one.name))
    for short in short_forms(words, one.segment, one.head_end, inside):
        registry.shorten(entity, short)
    return entity


def _register_rest(words: Words, one: Named, registry: Registry, called: set[str]) -> None:
    """Single words and names without a head word: an organisation where the text says what it is."""
    start, end = one.segment.start, one.segment.end
    if registry.short(one.name) or registry.given(one.name):
        if one.title and one.title.end == start and end == start + 1 and one.title.gender:
            _add_other(one, registry)
        return
    spoken = company_speaks(words, start, end)
    if (spoken or fold(one.name) in called) and goes_by(one.full, registry, acting=True):
        return
    if spoken or fold(one.name) in called:
        entity = registry.add(Entity(slugify(one.name), one.name, "organisation"))
        if end - start > 1 and not is_common(words.low[start]) and words.low[start] not in stopwords():
            registry.shorten(entity, words.low[start])
        for short in called.intersection((words.low[start], words.low[end - 1])):
            registry.shorten(entity, short)
        beside = {
            words.low[max(start - 1, 0)],
            words.low[max(start - 2, 0)],
            *words.low[end : end + 1],
        } & description_nouns()
        entity.nouns = frozenset().union(beside, *map(descriptions_of, beside or {spoken or "company"}))
    elif one.title and one.title.end == start and len(one.name) > 2 and _calls_by_surname(words, one.title):
        called_so = one.title.role in ("mr", "mrs", "ms", "dr") or (
            one.title.role in rules("titles")["first_names"] and is_given(fold(one.name))
        )
        bare = not is_common(fold(one.name)) or called_so
        if bare and words.low[one.title.start] not in ("st", "no") and fold(one.name) not in abbreviations():
            _add_titled(words, one, one.title, registry)
    elif _is_somebody(words, start, end) or gives_name(words, start) is not None:
        registry.add(Entity(slugify(one.name), one.name, "person"))


def _is_somebody(words: Words, start: int, end: int) -> bool:
    """As in "Terlenko said it was late. He added": somebody of whom the article gives the surname alone."""
    low = words.low[start]
    odd = end == start + 1 and not is_common(low) and not is_given(low) and low not in word_set("factions")
    opens = words.first[start] or words.text[start - 1] in (",", "”", '"', "’")
    return odd and opens and words.text[start][1:].islower() and speaks(words, end) and he_follows(words, end)


def _add_titled(words: Words, one: Named, title: Title, registry: Registry) -> None:
    """Somebody of whom the article gives only a title and a surname: "Mr Justice Cotgrave", "Judge Marbury"."""
    written = all(words.capital[at] for at in range(title.start, title.end) if words.text[at][0].isalpha())
    before = " ".join(words.text[title.start : title.end]).replace(" .", ".") if written else ""
    name = f"{before} {one.name}".strip()
    registry.add(Entity(slugify(name), name, "person", gender=title.gender), one.name)


def _add_other(one: Named, registry: Registry) -> None:
    """As in "Lord Kilbrannan" and "Lady Kilbrannan": the second of one surname, known by a title of the other gender."""
    title = one.title
    bearers = [bearer for bearer in registry.short(one.name) if bearer.kind == "person"]
    if (
        title is None
        or title.group != "honorifics"
        or not bearers
        or any(one.gender != _OTHER[title.gender] for one in bearers)
    ):
        return
    name = f"{title.role.title()} {one.name}"
    registry.add(Entity(slugify(name), name, "person", gender=title.gender))


def _calls_by_surname(words: Words, title: Title) -> bool:
    """A title that stands before a surname alone: "Mrs Petty", "Judge Akers", "minister Okoye"; not "his brother Kim"."""
    written = words.capital[title.start] or title.group == "offices"
    if title.role in rules("titles")["one_name"]:
        return not words.capital[title.end - 1]
    return written and title.group in ("honorifics", "ranks", "offices", "judicial")
