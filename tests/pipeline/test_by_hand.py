"""What people do to files beside editing them: rename, split, join, remove seeds, leave conflict markers."""

from pathlib import PurePosixPath

from generator.pipeline import check, extract_all
from generator.pipeline.build import gather
from generator.pipeline.listen import QUIET
from generator.pipeline.memory import Memory
from generator.records.load import load_corpus
from generator.relate import relate

OPENING = "events/2025/2025-03-01-ada-holm-opened-the-port-of-aalborg.yml"
SEED = "2025-03-01-port.md"


def replace(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def events(settings):
    return {path.name for path in settings.content_dir.glob("events/*/*.yml")}


def review(settings):
    """What waits for a person."""
    return gather(settings, QUIET, Memory()).corpus.review


def test_a_renamed_record_is_followed(room):
    """Without a change of its article: no second file appears, improvements reach it, and its earlier address leads to it."""
    new = room.content_dir / "events/2025/2025-03-01-opening-of-the-port.yml"
    (room.content_dir / OPENING).rename(new)
    before = events(room)
    assert extract_all(room).problems == ()
    assert events(room) == before
    assert load_corpus(room)[0].events[new.stem].aliases == (PurePosixPath(OPENING).stem,)
    assert extract_all(room).done == ()
    replace(new, "status: extracted", "status: reviewed # by me")
    replace(room.seeds_dir / SEED, "on Saturday.", "on Saturday evening.")
    assert extract_all(room).problems == ()
    assert "Saturday evening" in new.read_text(encoding="utf-8")
    assert review(room) == ()
    assert events(room) == before


def test_a_renamed_record_may_say_something_else(room):
    """Another date, title and type too: the sentence that only it quotes tells that it is the one."""
    text = (room.content_dir / OPENING).read_text(encoding="utf-8")
    (room.content_dir / OPENING).unlink()
    new = room.content_dir / "events/2025/2025-02-28-a-festivity.yml"
    changed = text.replace("date: 2025-03-01", "date: 2025-02-28").replace("date_basis: stated", "date_basis: inferred")
    kind = next(line for line in text.splitlines() if line.startswith("type:"))
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    new.write_text(changed.replace(kind, "type: other").replace(title, "title: A festivity"), encoding="utf-8")
    before = events(room)
    extract_all(room)
    assert events(room) == before
    assert load_corpus(room)[0].events[new.stem].aliases == (PurePosixPath(OPENING).stem,)


def test_an_alias_that_cannot_be_written_is_told_at_every_build(room):
    """A file that must not be changed for its anchors keeps the warning until a person writes the alias."""
    new = room.content_dir / "events/2025/2025-03-01-opening-of-the-port.yml"
    (room.content_dir / OPENING).rename(new)
    replace(new, "status: extracted", "status: &a reviewed\nx-also: *a\naliases: &b [x]\nx-b: *b")
    for _ in range(2):
        told = {problem.code: problem for problem in extract_all(room).problems}
        assert f"aliases: [{PurePosixPath(OPENING).stem}]" in told["alias-missing"].hint
    replace(new, "[x]", f"[{PurePosixPath(OPENING).stem}]")
    assert "alias-missing" not in {problem.code for problem in extract_all(room).problems}


def test_a_record_split_by_hand_stays_so(room):
    """The second part is a person's record, and a new draft of its sentence counts as told."""
    path = room.content_dir / OPENING
    text = path.read_text(encoding="utf-8")
    path.unlink()
    for name, title in (("a", "The port was opened"), ("b", "The minister spoke at the port")):
        path.with_name(f"2025-03-01-{name}.yml").write_text(
            text.replace("title: Ada Holm opened the port of Aalborg", f"title: {title}"), encoding="utf-8"
        )
    before = events(room)
    extract_all(room, every=True)
    assert events(room) == before
    next((room.content_dir / ".extracted").iterdir()).unlink()
    extract_all(room)
    assert events(room) == before


def test_a_removed_seed_deletes_nothing(newsroom):
    """What rests only on it is on the review page; what another article tells too is not."""
    settings = newsroom(seeds=(SEED, "2025-03-04-strike.md"))
    extract_all(settings)
    assert review(settings) == ()
    before = {path: path.read_bytes() for path in settings.content_dir.rglob("*.yml")}
    (settings.seeds_dir / SEED).unlink()
    found = review(settings)
    assert {problem.code for problem in found} == {"seed-removed"}
    marked = {problem.where.path for problem in found}
    assert f"content/{OPENING}" in marked
    assert "content/actors/ada-holm.yml" in marked
    assert "content/actors/brigitta-larsen.yml" not in marked
    assert {path: path.read_bytes() for path in settings.content_dir.rglob("*.yml")} == before


def test_conflict_markers_are_named_and_the_rest_goes_on(room):
    """A file that git could not merge stays as it is, at its line; mended, it takes what it missed."""
    path = room.content_dir / OPENING
    text = path.read_text(encoding="utf-8")
    broken = text.replace("title:", "<<<<<<< HEAD\ntitle: Mine\n=======\ntitle:", 1).replace(
        "type:", ">>>>>>> x\ntype:", 1
    )
    path.write_text(broken, encoding="utf-8")
    replace(room.seeds_dir / SEED, "on Saturday.", "on Saturday evening.")
    outcome = extract_all(room)
    told = {problem.code: problem.where for problem in outcome.problems}
    assert str(told["yaml-conflict"]).startswith(f"content/{OPENING}:")
    assert told["yaml-conflict"].line == broken[: broken.index("<<<<<<<")].count("\n") + 1
    assert "edited-left" in told
    assert path.read_text(encoding="utf-8") == broken
    assert len(load_corpus(room)[0].events) == len(events(room)) - 1
    path.write_text(text.replace("status: extracted", "status: reviewed"), encoding="utf-8")
    extract_all(room, every=True)
    mended = path.read_text(encoding="utf-8")
    assert "status: reviewed" in mended
    assert "Saturday evening" in mended


def test_a_renamed_article_is_followed(room):
    """Whether its seed changes or not: nothing is told twice, its events name it by its new id, its earlier address works."""
    (path,) = room.content_dir.glob("articles/*.yml")
    replace(room.content_dir / OPENING, "status: extracted", "status: reviewed # by me\nnote: Mine.")
    path.rename(path.with_name("port.yml"))
    before = events(room)
    assert extract_all(room).problems == ()
    corpus, problems = load_corpus(room)
    assert not problems
    assert events(room) == before
    assert [*corpus.articles] == ["port"]
    assert corpus.articles["port"].former_ids == (path.stem,)
    assert {source for event in corpus.events.values() for source in event.sources} == {"port"}
    assert "reviewed # by me\nnote: Mine." in (room.content_dir / OPENING).read_text(encoding="utf-8")
    assert [one.stem for one in (room.content_dir / ".extracted").iterdir()] == ["port"]
    assert extract_all(room).done == ()


def test_a_renamed_article_whose_seed_changes_is_followed(room):
    """Both at once: the seed's path tells which article it is."""
    (path,) = room.content_dir.glob("articles/*.yml")
    path.rename(path.with_name("port.yml"))
    replace(room.seeds_dir / SEED, "on Saturday.", "on Saturday evening.")
    before = events(room)
    assert extract_all(room).problems == ()
    assert events(room) == before
    assert "Saturday evening" in (room.content_dir / OPENING).read_text(encoding="utf-8")


def test_a_killed_renaming_of_an_article_is_completed(room):
    """With the earlier base still there beside the new one, the next run takes it away."""
    (base,) = (room.content_dir / ".extracted").iterdir()
    (path,) = room.content_dir.glob("articles/*.yml")
    kept = base.read_bytes()
    path.rename(path.with_name("port.yml"))
    extract_all(room)
    before = {one: one.read_bytes() for one in room.content_dir.rglob("*.yml")}
    base.write_bytes(kept)
    extract_all(room)
    assert {one: one.read_bytes() for one in room.content_dir.rglob("*.yml")} == before


def test_two_records_of_one_seed_are_told_and_nothing_is_doubled(room):
    """Nobody knows which of them is the article renamed."""
    (path,) = room.content_dir.glob("articles/*.yml")
    path.rename(path.with_name("port.yml"))
    path.with_name("quay.yml").write_bytes(path.with_name("port.yml").read_bytes())
    before = events(room)
    told = {problem.code: problem for problem in extract_all(room).problems}
    assert path.name in told["article-renamed"].hint
    assert events(room) == before


LARSEN = "actors/brigitta-larsen.yml"


def test_a_renamed_actor_is_followed(room):
    """Events name it by its new id, no second one appears, and its earlier address leads to it."""
    new = room.content_dir / "actors/the-union-leader.yml"
    (room.content_dir / LARSEN).rename(new)
    assert extract_all(room).problems == ()
    corpus, problems = load_corpus(room)
    assert not problems
    assert corpus.actors[new.stem].former_ids == ("brigitta-larsen",)
    assert "brigitta-larsen" not in corpus.actors
    named = {actor for event in corpus.events.values() for actor in event.actors}
    assert new.stem in named
    assert "brigitta-larsen" not in named
    assert relate(corpus, room)[1] == ()
    assert extract_all(room).done == ()
    before = {path: path.read_bytes() for path in room.content_dir.rglob("*.yml")}
    extract_all(room, every=True)
    assert {path: path.read_bytes() for path in room.content_dir.rglob("*.yml")} == before


def test_a_renamed_actor_of_many_articles_is_followed(newsroom, seed_names):
    """Every article that gave the actor comes to the new name, and stays with it."""
    settings = newsroom(seeds=seed_names[1:])
    extract_all(settings)
    (settings.seeds_dir / seed_names[0]).write_bytes((newsroom("other").seeds_dir / seed_names[0]).read_bytes())
    extract_all(settings)
    (settings.content_dir / LARSEN).rename(settings.content_dir / "actors/b-larsen.yml")
    for _ in range(2):
        extract_all(settings)
    corpus, problems = relate(load_corpus(settings)[0], settings)
    assert "actor-unknown" not in {problem.code for problem in problems}
    assert "brigitta-larsen" not in {actor for event in corpus.events.values() for actor in event.actors}
    assert extract_all(settings).done == ()
    extract_all(settings, every=True)
    before = {path: path.read_bytes() for path in settings.content_dir.rglob("*.yml")}
    extract_all(settings, every=True)
    assert {path: path.read_bytes() for path in settings.content_dir.rglob("*.yml")} == before


def test_a_renamed_place_is_followed_with_an_edit(room):
    """By its name, where the file has changed too; a person's own event may go on with the earlier id."""
    replace(room.content_dir / OPENING, "status: extracted", "status: reviewed")
    path = room.content_dir / "places/aalborg.yml"
    new = path.with_name("aalborg-denmark.yml")
    new.write_text(path.read_text(encoding="utf-8") + "note: The port.\n", encoding="utf-8")
    path.unlink()
    extract_all(room)
    corpus = load_corpus(room)[0]
    assert corpus.places[new.stem].former_ids == ("aalborg",)
    assert not {problem.code for problem in relate(corpus, room)[1]} & {"place-unknown"}


def test_a_mended_file_takes_the_news_by_itself(room):
    """What a broken file could not take flows in at the next run after it is mended, without a change of its article."""
    path = room.content_dir / OPENING
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "<<<<<<< HEAD\n=======\n>>>>>>> x\n", encoding="utf-8")
    replace(room.seeds_dir / SEED, "on Saturday.", "on Saturday evening.")
    assert "edited-left" in {problem.code for problem in extract_all(room).problems}
    assert extract_all(room).done == ()
    path.write_text(text.replace("status: extracted", "status: reviewed"), encoding="utf-8")
    extract_all(room)
    assert "Saturday evening" in path.read_text(encoding="utf-8")
    assert extract_all(room).done == ()


def test_only_our_own_half_written_files_go(room):
    """What another program keeps beside the records is none of ours."""
    folder = room.content_dir / "events"
    names = (".opening.yml.dateline.tmp", ".opening.yml.tmp", ".~lock.opening.tmp", "opening.tmp")
    for name in names:
        (folder / name).write_text("x", encoding="utf-8")
    assert extract_all(room).problems == ()
    assert sorted(path.name for path in folder.glob("*") if path.is_file()) == sorted(names[1:])


def test_a_check_follows_renames_and_writes_nothing(room):
    """Records renamed on GitHub's pages are no mistakes before the next extraction has followed them."""
    for folder, new in (("articles", "port"), ("actors", "b-larsen"), ("places", "the-port")):
        old = {"articles": "harbour-gazette*", "actors": "brigitta-larsen*", "places": "aalborg*"}[folder]
        (path,) = room.content_dir.glob(f"{folder}/{old}")
        path.rename(path.with_name(f"{new}.yml"))
    before = {path: path.read_bytes() for path in room.content_dir.rglob("*.yml")}
    assert check(room).problems == ()
    assert {path: path.read_bytes() for path in room.content_dir.rglob("*.yml")} == before
