"""The records people edit, as frozen values. docs/records.md says what each key holds; field names are the YAML keys."""

from typing import Literal

import msgspec

from generator.model.dates import UNKNOWN, PartialDate
from generator.model.text import PublishedBasis, RelatedLine
from generator.problems import NOWHERE, Where

DateBasis = Literal["stated", "inferred", "assumed", "unknown"]
Role = Literal["agent", "counterpart", "speaker", "target", "spoken_of", "absent"]
EventStatus = Literal["extracted", "reviewed", "planned", "dismissed"]
RecordStatus = Literal["extracted", "reviewed", "dismissed"]
ActorKind = Literal["person", "state", "organisation", "group", "media"]
Grade = Literal["", "A", "B", "C", "D", "E", "F"]
Credibility = Literal["", "1", "2", "3", "4", "5", "6"]


class Quote(msgspec.Struct, frozen=True):
    """Words in quotation marks. `speaker`: actor id, or a description of an unnamed one; `article`: where it stands."""

    speaker: str = ""
    text: str = ""
    kind: Literal["direct", "partial"] = "direct"
    to: str = ""
    article: str = ""


class Remark(msgspec.Struct, frozen=True):
    """A sentence that paraphrases `speaker`, exactly as the article has it."""

    speaker: str = ""
    text: str = ""
    article: str = ""


class Figure(msgspec.Struct, frozen=True):
    """A number: `value` as digits, `unit` in the singular ("hour", "USD"), `modifier` ("nearly"), `as_written` verbatim."""

    value: str
    what: str = ""
    unit: str = ""
    modifier: str = ""
    as_written: str = ""


class Citation(msgspec.Struct, frozen=True):
    """What one source says. `quote`: its exact sentences; `according_to`: its own source (actor or outlet id, or words);
    `says`: what it says where sources differ. `url`, `outlet`, `published`, `title` where it has no article record."""

    quote: tuple[str, ...] = ()
    according_to: str = ""
    says: str = ""
    url: str = ""
    outlet: str = ""
    published: PartialDate = UNKNOWN
    title: str = ""
    archive_url: str = ""


class Event(msgspec.Struct, frozen=True):
    """Something that happened, was said or is planned."""

    id: str
    title: str
    date: PartialDate = UNKNOWN
    date_basis: DateBasis = "unknown"
    date_note: str = ""
    time: str = ""
    summary: str = ""
    type: str = "other"
    actors: dict[str, Role] = {}
    unnamed: dict[str, Role] = {}
    places: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    remarks: tuple[Remark, ...] = ()
    figures: tuple[Figure, ...] = ()
    sources: dict[str, Citation] = {}
    tags: tuple[str, ...] = ()
    status: EventStatus = "extracted"
    note: str = ""
    distinct_from: tuple[str, ...] = ()
    credibility: Credibility = ""
    aliases: tuple[str, ...] = ()
    where: Where = NOWHERE


class ArticleRecord(msgspec.Struct, frozen=True):
    """What is known of an article beside its text."""

    id: str
    title: str = ""
    seed: str = ""
    digest: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    published: PartialDate = UNKNOWN
    published_time: str = ""
    published_basis: PublishedBasis = "unknown"
    published_note: str = ""
    accessed: str = ""
    archive_url: str = ""
    language: str = ""
    related: tuple[RelatedLine, ...] = ()
    sources: tuple[str, ...] = ()
    status: RecordStatus = "extracted"
    note: str = ""
    former_ids: tuple[str, ...] = ()
    where: Where = NOWHERE


class Office(msgspec.Struct, frozen=True):
    """An office held. `organisation`: actor id; `from_`, `to`: unknown when open (key `from` in YAML)."""

    title: str
    organisation: str = ""
    aliases: tuple[str, ...] = ()
    from_: PartialDate = msgspec.field(default=UNKNOWN, name="from")
    to: PartialDate = UNKNOWN


class Actor(msgspec.Struct, frozen=True):
    """Who acts, speaks or is spoken of."""

    id: str
    name: str
    kind: ActorKind = "person"
    aliases: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    gender: Literal["", "he", "she", "they"] = ""
    offices: tuple[Office, ...] = ()
    country: str = ""
    wikidata: str = ""
    summary: str = ""
    image: str = ""
    status: RecordStatus = "extracted"
    note: str = ""
    former_ids: tuple[str, ...] = ()
    where: Where = NOWHERE


class Place(msgspec.Struct, frozen=True):
    """Where. Coordinates are WGS 84 decimal degrees as text, empty when unknown."""

    id: str
    name: str
    kind: Literal["", "city", "country", "region", "building", "site"] = ""
    aliases: tuple[str, ...] = ()
    country: str = ""
    latitude: str = ""
    longitude: str = ""
    wikidata: str = ""
    status: RecordStatus = "extracted"
    note: str = ""
    former_ids: tuple[str, ...] = ()
    where: Where = NOWHERE


class Outlet(msgspec.Struct, frozen=True):
    """Who publishes."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str = ""
    url: str = ""
    reliability: Grade = ""
    kind: Literal["", "agency", "newspaper", "broadcaster", "online", "official", "aggregator"] = ""
    status: RecordStatus = "extracted"
    note: str = ""
    former_ids: tuple[str, ...] = ()
    where: Where = NOWHERE


class Judgement(msgspec.Struct, frozen=True):
    """A judgement with its likelihood (how probable) and confidence (how good the evidence is) told apart."""

    text: str
    likelihood: str = ""
    confidence: Literal["", "low", "moderate", "high"] = ""


class Briefing(msgspec.Struct, frozen=True):
    """A dated selection of events with what only a person writes."""

    id: str
    title: str
    from_: PartialDate = msgspec.field(default=UNKNOWN, name="from")
    to: PartialDate = UNKNOWN
    cut_off: PartialDate = UNKNOWN
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    bottom_line: str = ""
    judgements: tuple[Judgement, ...] = ()
    gaps: tuple[str, ...] = ()
    watch: tuple[str, ...] = ()
    status: RecordStatus = "reviewed"
    note: str = ""
    former_ids: tuple[str, ...] = ()
    where: Where = NOWHERE


Record = Event | ArticleRecord | Actor | Place | Outlet | Briefing
