"""Who takes part in an event, in which role and office, and what they say."""

import msgspec

from generator.model.records import Event, Role
from generator.relate.roles import office_on
from generator.views.catalogue import Catalogue
from generator.views.fragments import text_fragment
from generator.views.rows import Ref

ROLES: dict[Role, str] = {
    "agent": "Who acted",
    "speaker": "Who spoke",
    "counterpart": "With whom",
    "target": "To whom",
    "spoken_of": "Spoken of",
    "absent": "Not present",
}


class Person(msgspec.Struct, frozen=True, gc=False):
    """One participant. `offices`: those held on the day, `Foreign Minister of Russia`; `named`: False for a description."""

    ref: Ref
    offices: tuple[str, ...] = ()
    named: bool = True
    note: str = ""


class RoleGroup(msgspec.Struct, frozen=True, gc=False):
    """All participants of one role."""

    role: str
    label: str
    people: tuple[Person, ...]


class Said(msgspec.Struct, frozen=True, gc=False):
    """A quotation or a paraphrased remark; `href` opens the original at it."""

    speaker: Ref
    text: str
    kind: str = ""
    to: str = ""
    href: str = ""
    article: str = ""


def roles_of(catalogue: Catalogue, event: Event) -> tuple[RoleGroup, ...]:
    """The participants by role, in the order of `ROLES`."""
    groups: dict[str, list[Person]] = {role: [] for role in ROLES}
    for actor_id, role in event.actors.items():
        groups[role].append(_person(catalogue, event, actor_id))
    for description, role in event.unnamed.items():
        groups[role].append(Person(Ref("", description), named=False, note="not named by the source"))
    return tuple(RoleGroup(role, ROLES[role], tuple(groups[role])) for role in ROLES if groups[role])


def quotes_of(catalogue: Catalogue, event: Event) -> tuple[Said, ...]:
    """The words in quotation marks, each with its speaker."""
    return tuple(
        Said(
            _speaker(catalogue, quote.speaker),
            quote.text.rstrip(" ,"),
            quote.kind,
            quote.to,
            *_where(catalogue, event, quote.article, quote.text),
        )
        for quote in event.quotes
    )


def remarks_of(catalogue: Catalogue, event: Event) -> tuple[Said, ...]:
    """The further remarks of the same occasion."""
    return tuple(
        Said(
            _speaker(catalogue, remark.speaker),
            remark.text,
            "",
            "",
            *_where(catalogue, event, remark.article, remark.text),
        )
        for remark in event.remarks
    )


def _person(catalogue: Catalogue, event: Event, actor_id: str) -> Person:
    actor = catalogue.corpus.actors.get(actor_id)
    ref = catalogue.actor(actor_id)
    if actor is None:
        return Person(ref, note="no record yet")
    held = office_on(actor, event.date)
    return Person(ref, tuple(f"{office.title}{'' if certain else ' (dates not certain)'}" for office, certain in held))


def _speaker(catalogue: Catalogue, speaker: str) -> Ref:
    return catalogue.actor(speaker) if speaker in catalogue.corpus.actors else Ref("", speaker or "Unnamed")


def _where(catalogue: Catalogue, event: Event, article: str, text: str) -> tuple[str, str]:
    """The address of the words, and the article they stand in; the only source when the record does not say."""
    key = article or (next(iter(event.sources)) if len(event.sources) == 1 else "")
    record = catalogue.corpus.articles.get(key)
    url = (record.url if record else "") or (event.sources[key].url if key in event.sources else "")
    return text_fragment(url, text) if url else "", key
