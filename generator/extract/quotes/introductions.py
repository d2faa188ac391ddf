"""Who speaks next, by what stands before the words in marks: a label with a colon, or what somebody does."""

from collections.abc import Callable

from generator.extract.actors.unnamed import heads, roles
from generator.extract.quotes.cast import Cast, Speaker
from generator.extract.quotes.labels import introduced_by
from generator.extract.quotes.nouns import Range
from generator.extract.quotes.segments import Segment
from generator.extract.quotes.speech import Speech, paraphrase, span_of
from generator.extract.quotes.subjects import subject_before
from generator.extract.quotes.words import lists

_LABEL = 3  # words of a label such as "Full statement"

Resolve = Callable[[Segment, Range], Speaker]


def labelled(part: Segment, colon: int, cast: Cast, resolve: Resolve) -> Speech | None:
    """The words before a colon as the speech of whom they name."""
    who = introduced_by(part, colon)
    if who is None:
        return None
    known = cast.inside(span_of(part, who)) or part.words[who[0]] in lists().pronouns | lists().possessives
    known = known or (part.words[who[1] - 1] in heads() | roles() and who[1] == colon)
    if not known and lists().introducers.isdisjoint(part.words[:colon]):
        return None
    return paraphrase(part, (0, colon + 1), "introduced", resolve(part, who), (colon, colon + 1))


def unsigned(part: Segment, colon: int, before: Speech | None) -> Speech | None:
    """A label that names nobody ("Quote: “…”", "Full statement: “…”", "Later: “…”") as the speech of who spoke right before."""
    told = part.words[colon - 1] in lists().introducers | lists().laters
    alone = colon <= _LABEL and told and not part.has_verb(0, colon)
    if before is None or not alone:
        return None
    return paraphrase(part, (0, colon + 1), "goes-on", before.speaker, (colon, colon + 1))


def beat(part: Segment, cast: Cast, resolve: Resolve) -> Speech | None:
    """What a person does right before words in marks, as in: Ruiz shrugged. “We lost.” Somebody who is only named there,
    and alone, speaks within the paragraph."""
    whole = (0, len(part.tokens))
    subject = subject_before(part, part.verbs[0].first) if part.verbs else None
    inside = cast.people(span_of(part, whole))
    named = subject and cast.people(span_of(part, subject))
    if subject and named:
        return paraphrase(part, whole, "beat", resolve(part, subject), whole)
    if len({(item.value, item.name) for item in inside}) == 1:
        return paraphrase(part, whole, "near", Speaker(inside[0].value, inside[0].span), whole)
    return None
