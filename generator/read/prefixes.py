"""What stands before the colon of a related headline, or behind its dash: who published it, who speaks, or a mere topic."""

import re
from functools import cache

import msgspec

from generator.model.text import PrefixKind
from generator.read.evidence import Evidence
from generator.read.outlets import OutletIndex
from generator.read.publishers import is_branch, is_hosted, is_outlet_name, is_word, looks_published, lowered
from generator.read.rules import rules
from generator.read.tails import speaker_head
from generator.read.voices import is_demand, is_first_person, is_spoken, is_topical

_NUMBERED = re.compile(
    r"(?:(?:day|week|part|episode|chapter|bulletin|issue|volume|vol\.?|season|series|edition|lesson|step|no\.?|round|game|"
    r"stage|summer|winter|spring|autumn)\b(?=.*\d| \w+$)|\W*\d)[\s\w.,]*",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    ("and", "&", "of", "de", "van", "von", "der", "al", "el", "bin", "ibn", "da", "di", "la", "le", "du", "dos", "ter")
)
_LONGEST = 6  # words
_BINDERS = frozenset(("to", "the", "a", "an", "in", "on", "at", "from", "by", "with", "is", "are"))
_NO_OFFICE = frozenset(("for", "the", "a", "what", "how", "why", "who", "when", "is", "are"))


class Beside(msgspec.Struct, frozen=True):
    """What stands with a prefix: the headline after it, where that leads, and whether the whole line is in capitals."""

    headline: str = ""
    url: str = ""
    shouted: bool = False


def prefix_kind(prefix: str, outlets: OutletIndex, known: Evidence, beside: Beside | None = None) -> PrefixKind:
    """What `prefix` is before a colon: `outlet`, `speaker` or neither. By what stands `beside` it, a name may be seen to be
    only the topic."""
    beside = beside or Beside()
    kind = _kind_of_name(prefix, outlets, known, beside)
    told = not kind and speaker_head(prefix) and not is_topical(beside.headline)
    return "speaker" if told and _speaks_of(prefix, known) else kind


def _kind_of_name(prefix: str, outlets: OutletIndex, known: Evidence, beside: Beside) -> PrefixKind:
    headline, shouted = beside.headline, beside.shouted
    words = prefix.split()
    lower = [word.lower() for word in words]
    holds_office = speaks(prefix)
    if is_outlet_name(prefix, outlets, known, headline=headline) or (is_branch(words, outlets) and not holds_office):
        found = outlets.find(prefix)
        return "speaker" if found and found.monitor and is_demand(headline) else "outlet"
    if _states(prefix, known, headline):
        return "speaker"
    happens = len(words) == 1 and lower[0] in lowered("topic_nouns") and prefix not in known.names
    if len(words) > _LONGEST or _NUMBERED.fullmatch(prefix) or happens or is_topic(prefix):
        return ""
    if not holds_office and (looks_published(prefix, known, shouted=shouted) or is_hosted(prefix, beside.url, known)):
        return "outlet"
    named_firm = prefix in lowered("firms", as_is=True)
    firm = named_firm or (not holds_office and (words[-1] in lowered("firm_words", as_is=True) or "&" in words))
    person = not firm and (holds_office or known.knows_person(prefix))
    if is_topical(headline, firm=firm, person=person) or not (holds_office or _is_name(words, known, shouted=shouted)):
        return ""
    return "outlet" if not holds_office and _is_stranger(prefix, known, headline) else "speaker"


def speaks(name: str) -> bool:
    """Whether `name` is an office or a body, which may speak: "Harbour chief", "Ferry operator", "Ministry of Defence"."""
    words = name.split()
    lower = [word.lower() for word in words]
    return bool(words) and (_is_office(words, lower) or _is_agency(words, lower))


def _speaks_of(prefix: str, known: Evidence) -> bool:
    """Whether it is known to speak who does by the words behind its name: "Police say", "Lind on the quay", "Lind to Paris"."""
    who = speaker_head(prefix)
    told = who in known.speakers or who.lower() in lowered("leaders") or speaks(who)
    hearer = re.sub(r"^.* to (?:the )?", "", prefix) if " to " in prefix else ""
    heard = not hearer or hearer.isupper() or not is_word(hearer.split()[0].lower()) or hearer in known.names
    heard = heard or speaks(hearer) or hearer.lower() in lowered("leaders") or hearer in lowered("places", as_is=True)
    return told and heard


def is_topic(prefix: str) -> bool:
    """A genre, something that happens, or a place: "Analysis", "Harbour Inquiry", "Gaza"."""
    lower = prefix.lower().split()
    genre = prefix.lower() in lowered("topics") or (len(lower) > 1 and lower[-1] in lowered("genres"))
    named = len(lower) > 1 and (lower[0] in lowered("topic_openers") or lower[-1] in lowered("topic_nouns"))
    body = prefix.lower() in lowered("bodies")
    return genre or (named and not body) or _is_place(prefix)


def _is_place(prefix: str) -> bool:
    """A place, or two that have to do with each other: "Gaza", "Russia-Ukraine", "India v Pakistan"."""
    places = lowered("places", as_is=True) | lowered("topic_acronyms", as_is=True)
    parts = re.split(r"[-–—/]| (?:and|vs?\.?|versus) ", prefix)
    return prefix in lowered("places", as_is=True) or (len(parts) > 1 and places.issuperset(parts))


def _states(prefix: str, known: Evidence, headline: str) -> bool:
    """A capital or a state whose government speaks: the text lets it, or the headline says "we" outside quotation marks."""
    if prefix not in lowered("places", as_is=True) or is_topical(headline) or headline[:1].islower():
        return False
    own = is_first_person(headline) and headline[0] not in "“‘\"'«„"
    return prefix in known.speakers or own


def _is_stranger(prefix: str, known: Evidence, headline: str) -> bool:
    """One made-up word that the text has nowhere, which is more often a paper than somebody: who speaks is mostly known from
    the text or from every day's news, or asks and demands."""
    coined = " " not in prefix and "-" not in prefix and not prefix.isupper()
    lone = bool(known.words) and (coined or _is_foreign(prefix.split()))
    somebody = prefix.lower() in lowered("leaders") or prefix.lower().endswith(
        tuple(rules("prefixes")["surname_endings"])
    )
    somebody = somebody or prefix in known.speakers
    return lone and not somebody and not known.tells_of(prefix) and not is_spoken(headline)


def _is_foreign(words: list[str]) -> bool:
    """As in "La Montaña" and "Le Petit Marin"."""
    return len(words) in range(2, 5) and words[0] in lowered("romance_articles", as_is=True)


def _is_agency(words: list[str], lower: list[str]) -> bool:
    return _is_body(words, lower) and lower[-2:] not in (["news", "agency"], ["press", "agency"])


def _is_office(words: list[str], lower: list[str]) -> bool:
    titles, lower = lowered("titles"), [word.removeprefix("ex-").rstrip(".") for word in lower]
    if lower[-1] in titles or _agent().search(lower[-1]):
        return all(word not in _NO_OFFICE for word in lower[1:]) and (lower[-1] != "fm" or _is_minister(words))
    of = lower.index("of") if "of" in lower else len(lower)
    governs = 0 < of < len(lower) - 1 and lower[of - 1] in titles | lowered("kin")
    former = len(lower) > 1 and lower[0] in ("former", "ex", "retired") and words[-1].islower()
    return (
        governs
        or former
        or (any(title in titles for title in lower[:-1]) and all(word[:1].isupper() for word in words))
    )


def _is_minister(words: list[str]) -> bool:
    """As in "Polish FM"; "Askel FM" is a station."""
    return not looks_published(" ".join(words), Evidence())


def _is_body(words: list[str], lower: list[str]) -> bool:
    """As in "Ferry operator", "Ministry of Defence", "Department for Transport", "Ukraine's General Staff"."""
    bodies = lowered("bodies")
    first = lower[1] if len(lower) > 1 and lower[0].endswith(("'s", "’s")) else lower[0]
    governs = first in bodies and any(word in ("of", "for", "on") for word in lower[1:-1]) and words[-1][:1].isupper()
    last = lower[-1] in bodies or " ".join(lower[-2:]) in bodies
    names = lowered("named_bodies", as_is=True) | lowered("firms", as_is=True)
    named = " ".join(words) in names or (len(words) < 4 and words[-1] in names)
    whole = named or " ".join(lower) in bodies
    return whole or governs or (last and len(lower) <= 4 and _BINDERS.isdisjoint(lower[1:]))


def _is_name(words: list[str], known: Evidence, *, shouted: bool) -> bool:
    if not all(word[:1].isupper() or word in _PARTICLES for word in words) or len(words) > 5 or shouted:
        return False
    if len(words) == 1 and words[0].isupper():
        acronym = words[0]
        return (
            len(acronym) in range(2, 7)
            and acronym not in rules("prefixes")["topic_acronyms"]
            and not acronym[-1].isdigit()
        )
    places = lowered("places", as_is=True)
    plain = [re.sub(r"['’]s$|[.,]$", "", word) for word in words if word not in _PARTICLES]
    owner = len(plain) > 1 and words[0].endswith(("'s", "’s"))
    telling = [word for word in plain[owner:] if word not in places]
    whole = " ".join(plain)
    if (
        whole in known.sites | places
        or plain[-1][-1:].isdigit()
        or all(word.lower() in lowered("topics") for word in telling)
    ):
        return False
    if owner and len(telling) > 1 and is_word(telling[-1].lower()):
        return False
    if _is_foreign(words) or whole.lower() in lowered("leaders") or words[-1] in lowered("firm_endings", as_is=True):
        return True
    given = len(plain) > 1 and plain[0] in lowered("given_names", as_is=True)
    return given or any(_names(word, known) for word in telling)


def _names(word: str, known: Evidence) -> bool:
    """No word of the lexicon, or one that the text has with a capital and never without."""
    told = word in known.speakers or (word in known.names and word.lower() not in known.words)
    return told or not is_word(word.lower())


@cache
def _agent() -> re.Pattern[str]:
    """What somebody does, by the end of the word: "metallurgist"."""
    return re.compile(rf"[a-z]{{2,}}(?:{'|'.join(rules('prefixes')['agent_endings'])})$")
