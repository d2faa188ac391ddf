"""Pronouns and descriptions where they stand: "she", "the company", "the former banker"."""

from slugify import slugify

from generator.extract.actors.bodies import phrase_end
from generator.extract.actors.coreference import antecedent, asked_by, described
from generator.extract.actors.elimination import described_anew, described_where_named, tells_more
from generator.extract.actors.entities import Entity
from generator.extract.actors.organisations import description_nouns
from generator.extract.actors.owned import note_kin, read_owned
from generator.extract.actors.persons import speaks
from generator.extract.actors.reading import Reading
from generator.extract.actors.states import is_modifier
from generator.extract.actors.titles import called
from generator.extract.actors.words import fold
from generator.extract.lexicon import form, rules

_SEATED = ("-based", "-listed", "-headquartered")
_DEPRIVE = frozenset(("accuse", "convict", "rob", "suspect"))


def read_pronoun(reading: Reading, at: int) -> int:
    """Write down whom the pronoun at `at` means, if it is safe to say; gives the index to read on from."""
    asked, case = asked_by(reading.words, at)
    if asked == "it" and case != "possessive" and not (case == "subject" and speaks(reading.words, at + 1)):
        return at + 1
    trace = antecedent(reading.traces, reading.words, at)
    if not trace or (trace.entity.kind == "place" and asked != "it"):
        return at + 1 if case != "possessive" else read_owned(reading, at, None)
    entity = trace.entity
    if asked in ("he", "she"):
        entity = _kin(reading, at, entity, asked) if case == "possessive" else entity
        entity.gender = entity.gender or asked
    reading.write(at, at + 1, entity, "pronoun")
    if case != "possessive":
        return at + 1
    note_kin(reading, at, entity)
    return read_owned(reading, at, entity)


def read_genitive(reading: Reading, at: int) -> int:
    """Read on behind the "'s" at `at`, where a person or organisation ends right before it."""
    words = reading.words
    last = reading.actors[-1] if reading.actors else None
    if not last or not at or last.end != words.end[at - 1] or not last.value:
        return at
    owner = reading.registry.by_id[last.value]
    note_kin(reading, at, owner)
    return read_owned(reading, at, owner)


def _kin(reading: Reading, at: int, entity: Entity, asked: str) -> Entity:
    """As in "His wife, Grace Okafor": the one who shares her name."""
    words, start = reading.words, at + 2
    start += start < len(words.text) and words.text[start] == ","
    end = start
    while end < min(start + 5, len(words.text)) and words.capital[end] and words.joined(at, end + 1):
        end += 1
    if end <= start + 1:
        return entity
    sharing = [
        one for one in reading.registry.short(words.text[end - 1]) if one.position >= 0 and one.gender in ("", asked)
    ]
    return sharing[0] if len(sharing) == 1 else entity


def read_description(reading: Reading, at: int) -> int:
    """Write down whom "the ..." at `at` means; gives the index to read on from."""
    end = _body_meant(reading, at) or _aged_meant(reading, at)
    if end:
        return end
    start, words = _noun_after(reading, at + 1), reading.words
    if start < 0 or start in reading.segments:
        return at + 1
    title = reading.titles.get(start)
    end = title.end if title else start + 1
    noun = title.role if title else words.low[start]
    if end in reading.segments or not _ends_phrase(reading, end) or not (title or noun in description_nouns()):
        return at + 1
    apposed = _apposed_to(reading, at) if words.low[end : end + 1] in (["'s"], ["'"]) else ""
    seated = title and noun in description_nouns() and words.low[start - 1].endswith(_SEATED)
    fitting = [
        one
        for one in reading.candidates()
        if (one.kind == "person") == bool(title and not seated) and one.id != apposed
    ]
    found = described(fitting, noun, reading.traces) or (described_anew(reading, at, title) if title else None)
    if not found:
        return at + 1
    reading.write(at, end, found, "description")
    return end


def _apposed_to(reading: Reading, at: int) -> str:
    """The id of whom a comma before `at` parts from it: "Lisa Hart, the victim's sister" is not the victim."""
    last = reading.actors[-1] if reading.actors else None
    apposed = last and at > 1 and reading.words.text[at - 1] == "," and last.end == reading.words.end[at - 2]
    return last.value if last and apposed else ""


def _body_meant(reading: Reading, at: int) -> int:
    """As in "the central bank", of the one such body named in the article, or of none when it speaks ("the sheriff's office
    said"); gives the index behind it, 0 when there is none."""
    end = phrase_end(reading.words, at + 1)
    phrase = frozenset(reading.words.low[at + 1 : end])
    if not phrase:
        return 0
    bodies = [one for one in reading.candidates() if one.kind == "organisation"]
    fitting = [one for one in bodies if phrase <= _words_of(one.name)]
    if len(fitting) == 1:
        reading.write(at, end, fitting[0], "description")
        return end
    if fitting or len(phrase) == 1 or not speaks(reading.words, end):
        return 0
    name = reading.text(at + 1, end)
    reading.write(at + 1, end, reading.registry.add(Entity(slugify(name), name, "organisation")), "body")
    return end


def _aged_meant(reading: Reading, at: int) -> int:
    """As in "the 43-year-old" and "the 43-year-old plumber", of the one person whose age the article has given; the index
    behind it, 0 when there is none."""
    words, end = reading.words, at + 4
    if not words.joined(at, end) or words.low[at + 2 : end] != ["-", "year-old"]:
        return 0
    title = reading.titles.get(_noun_after(reading, end))
    end = title.end if title and title.end not in reading.segments else end
    if not _ends_phrase(reading, end):
        return 0
    found = [one for one in reading.candidates() if one.kind == "person" and one.age == words.low[at + 1]]
    new = described_anew(reading, at, title, aged=True) if title and not found else None
    if len(found) != 1 and new is None:
        return 0
    reading.write(at, end, new or found[0], "description")
    return end


def _words_of(name: str) -> frozenset[str]:
    return frozenset(fold(name).replace("'s", " 's").split())


def read_role(reading: Reading, start: int, end: int, role: str) -> int:
    """A capitalised title that stands alone ("the President"): whoever the article gave it to, unless it is another's."""
    if start and reading.words.low[start - 1] in ("'s", "'"):
        return end
    found = described([one for one in reading.candidates() if one.kind == "person"], role, reading.traces)
    if found:
        reading.write(start, end, found, "description")
    return end


def read_indefinite(reading: Reading, at: int) -> None:
    """Remember "a former banker" of the lede: the first person named later without a role may be the one."""
    words, noun = reading.words, _noun_after(reading, at + 1)
    title = reading.titles.get(noun)
    first = words.sentence[at] == 0 and not reading.waiting and not (at and words.text[at - 1] == ",")
    if first and title and title.group in ("roles", "offices", "judicial"):
        reading.waiting = next(iter(called(title.role))) if len(called(title.role)) == 1 else title.role


def _noun_after(reading: Reading, at: int) -> int:
    """The index of the noun behind "the", past "former" and the like, and past an adjective where it can only tell more of
    somebody ("“…,” said the reclusive composer"); -1 at the end of the sentence."""
    words, first = reading.words, at - 1
    while words.joined(first, at + 2) and words.low[at] in rules("titles")["modifiers"] and at not in reading.titles:
        at += 1
    more = at + 1 in reading.titles and at not in reading.titles and words.joined(first, at + 2)
    at += more and tells_more(words, at) and described_where_named(reading, first, reading.titles[at + 1])
    at += _tells_of_body(reading, first, at)
    return at if words.joined(first, at + 1) else -1


def _tells_of_body(reading: Reading, first: int, at: int) -> bool:
    """As in "the Leeds-based company", "The troubled airline said": the word at `at` tells more of a house named before."""
    words = reading.words
    if not words.joined(first, at + 2) or words.low[at + 1] not in description_nouns() or at in reading.segments:
        return False
    return words.low[at].endswith(_SEATED) or (words.first[first] and tells_more(words, at) and speaks(words, at + 2))


def _ends_phrase(reading: Reading, end: int) -> bool:
    """No noun, "of" or name goes on behind it: not "the court case", "the bank of the river"; but "accused the company of"."""
    words = reading.words
    if end >= len(words.text) or not words.joined(end - 1, end + 1):
        return True
    low = words.low[end]
    if low == "of" and end > 2 and form(words.low[end - 3]).lemma in _DEPRIVE:
        return True
    goes_on = low in ("of", "for", "-") or words.capital[end]
    return not goes_on and (low in ("'s", "'") or not is_modifier(words, end - 1, end))
