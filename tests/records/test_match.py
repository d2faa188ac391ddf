"""Which draft is which record: by the words of the sentences, never by where they stand."""

import string

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator.model.dates import parse_edtf
from generator.model.records import Actor, Citation, Event
from generator.records.base import Base, BaseRecord
from generator.records.dump import to_tree
from generator.records.follow import renamed, told_by_people
from generator.records.match import Draft, match
from generator.records.sentences import Wordings
from generator.records.step import Beside

ARTICLE = "desk-2025-02-18-bridge"
LARSEN = "Brigitta Larsen, head of the union, said on Tuesday that wages on the quay were too low."
BERG = "Police chief Una Berg said on Tuesday that two men had been held overnight."
REED = "Mayor Tom Reed said on Tuesday that the bridge would open in spring."
ARREST = "Officers arrested a man after a fight outside the station on Monday night."


def event(quote: str, actor: str = "", kind: str = "statement", title: str = "", date: str = "2025-02-18") -> Event:
    return Event(
        id="",
        title=title or quote.rstrip("."),
        date=parse_edtf(date),
        type=kind,
        actors={actor: "speaker"} if actor else {},
        sources={ARTICLE: Citation((quote,))},
    )


def base_of(*events: Event) -> Base:
    return Base(
        "k",
        {
            f"events/2025/{number}.yml": BaseRecord("a" * 64, (number,), to_tree(one))
            for number, one in enumerate(events)
        },
    )


def drafts_of(*events: Event) -> list[Draft]:
    return [Draft(one, (number,)) for number, one in enumerate(events)]


def test_a_sentence_set_before_others_moves_nothing() -> None:
    """The place of a sentence says nothing: a corrected one is known by its words, a new one of the same form is new."""
    base = base_of(event(REED, "tom-reed"), event(LARSEN, "brigitta-larsen"))
    new = LARSEN.replace("quay", "docks")
    drafts = drafts_of(event(REED, "tom-reed"), event(BERG, "una-berg"), event(new, "brigitta-larsen"))
    assert match(drafts, base, ARTICLE) == {0: "events/2025/0.yml", 2: "events/2025/1.yml"}


def test_a_sentence_in_the_place_of_another_is_another() -> None:
    """One event gone and another of its form come, at one index."""
    assert match(drafts_of(event(BERG, "una-berg")), base_of(event(LARSEN, "brigitta-larsen")), ARTICLE) == {}


def test_a_corrected_word_changes_nothing() -> None:
    """Whatever stands before it now."""
    base = base_of(event(ARREST, kind="arrest"))
    drafts = drafts_of(event(BERG, "una-berg"), event(ARREST.replace("fight", "brawl"), kind="arrest"))
    assert match(drafts, base, ARTICLE) == {1: "events/2025/0.yml"}


def test_another_of_the_same_words_needs_its_own_actor() -> None:
    """What one person said is not what another said in nearly the same words."""
    told = "{} said on Tuesday that talks had failed."
    base = base_of(event(told.format("Brigitta Larsen"), "brigitta-larsen"))
    assert match(drafts_of(event(told.format("Chief Una Berg"), "una-berg")), base, ARTICLE) == {}


def test_a_sentence_that_still_stands_was_not_corrected() -> None:
    """A sentence like one that the article still has is a further one."""
    text = f"{ARREST} {ARREST.replace('Monday', 'Sunday')}"
    drafts = drafts_of(event(ARREST.replace("Monday", "Sunday"), kind="arrest"))
    assert match(drafts, base_of(event(ARREST, kind="arrest")), ARTICLE, text) == {}
    assert match(drafts, base_of(event(ARREST, kind="arrest")), ARTICLE) == {0: "events/2025/0.yml"}


def test_one_sentence_alone_is_enough() -> None:
    """Date, title and type may all change, when the one record and the one draft have the sentence to themselves."""
    other = event(ARREST, kind="other", title="Somebody was held", date="2025-02-17")
    assert match(drafts_of(other), base_of(event(ARREST, kind="arrest")), ARTICLE) == {0: "events/2025/0.yml"}
    twice = drafts_of(other, event(ARREST, kind="talks", title="They spoke of it", date="2025-02-16"))
    assert match(twice, base_of(event(ARREST, kind="arrest")), ARTICLE) == {}


def test_others_go_by_id() -> None:
    """An actor is the one of its id, not the event of that name."""
    base = Base("k", {"actors/x.yml": BaseRecord("a" * 64), "events/2025/x.yml": BaseRecord("a" * 64)})
    assert match([Draft(Actor("x", "X"))], base, ARTICLE) == {0: "actors/x.yml"}


def test_what_people_tell_is_told_in_corrected_words_too() -> None:
    """A person's own record of a sentence keeps its correction from becoming a second one; another's statement is its own."""
    citing = {"events/2025/mine.yml": event(LARSEN, "brigitta-larsen")}
    drafts = drafts_of(event(LARSEN.replace("quay", "docks"), "brigitta-larsen"), event(BERG, "una-berg"))
    assert told_by_people(drafts, Base(), Beside(citing=citing), ARTICLE) == {0}


def test_a_file_of_the_same_sentence_that_shares_nothing_else_is_no_rename(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """A person who has deleted a record and written another of the sentence has not renamed it."""
    old = event(LARSEN, "brigitta-larsen")
    base = base_of(old)
    own = Event(id="mine", title="Wages", date=parse_edtf("2024"), type="other", sources=old.sources)
    assert renamed(tmp_path, base, {"events/2025/mine.yml": own}, ARTICLE) == {}
    same = Event(
        id="mine", title="Wages", date=parse_edtf("2024"), type="other", actors=old.actors, sources=old.sources
    )
    assert renamed(tmp_path, base, {"events/2025/mine.yml": same}, ARTICLE) == {
        "events/2025/0.yml": "events/2025/mine.yml"
    }


SENTENCES = st.lists(
    st.lists(st.text(string.ascii_lowercase, min_size=2, max_size=8), min_size=6, max_size=12, unique=True).map(
        lambda words: f"{' '.join(words).capitalize()}."
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda sentence: sentence.lower(),
)


@hypothesis_settings(deadline=None)
@given(SENTENCES, SENTENCES)
def test_no_sentence_is_one_without_a_word_of_it(before: list[str], after: list[str]) -> None:
    """Likeness is of words: none shared, none; the same sentence, all of it."""
    wordings = Wordings(before, after)
    for new in after:
        for old, like in wordings.same(new).items():
            assert old in before
            assert 0.5 <= like <= 1 + 1e-9
            assert {*old[:-1].lower().split()} & {*new[:-1].lower().split()}
        assert new not in before or wordings.same(new) == {new: 1.0}


@hypothesis_settings(deadline=None)
@given(SENTENCES, st.data())
def test_events_keep_their_records_whatever_comes_between(sentences: list[str], data: st.DataObject) -> None:
    """Sentences in any order, with others between, and a word more in each: every event is its own record."""
    base = base_of(*(event(one, kind=f"k{number}") for number, one in enumerate(sentences)))
    order = data.draw(st.permutations(range(len(sentences))))
    drafts = []
    for number in order:
        for _ in range(data.draw(st.integers(0, 2))):
            drafts.append(Draft(event(f"Zz{len(drafts)} qq{len(drafts)}.", kind="none"), (len(drafts),)))
        words = sentences[number].split()
        words.insert(data.draw(st.integers(0, len(words))), "0")
        drafts.append(Draft(event(" ".join(words), kind=f"k{number}"), (len(drafts),)))
    found = match(drafts, base, ARTICLE)
    told = {index: draft.record.type for index, draft in enumerate(drafts) if draft.record.type != "none"}  # type: ignore[union-attr]
    assert {index: f"k{path[12:-4]}" for index, path in found.items()} == told
