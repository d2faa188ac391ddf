"""Cut a span of capitalised words into titles, known names, organisations, places and names to be judged."""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from generator.extract.actors.aliases import Match
from generator.extract.actors.branches import is_branch, is_club, is_national, is_of_town
from generator.extract.actors.cuts import body_before_person, is_single
from generator.extract.actors.given import given_gender, is_given
from generator.extract.actors.openers import name_start
from generator.extract.actors.organisations import is_legal_form, is_organisation, word_set
from generator.extract.actors.persons import speaks
from generator.extract.actors.titles import Title
from generator.extract.actors.words import Words, is_common, stopwords
from generator.extract.lexicon import rules

REGIONS = frozenset(
    (
        "province",
        "oblast",
        "region",
        "county",
        "district",
        "prefecture",
        "governorate",
        "krai",
        "okrug",
        "raion",
        "municipality",
        "peninsula",
    )
)
REGNAL = frozenset(("ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi"))


class Segment(NamedTuple):
    """The words [start, end); `match` for a known name, `title` for a title."""

    start: int
    end: int
    kind: Literal["title", "known", "name", "organisation", "place", "other"]
    match: Match | None = None
    title: Title | None = None


@cache
def place_kinds() -> frozenset[str]:
    """Last words of a place's name ("Kessim Province"), those of one word."""
    return frozenset(kind for kind in rules("places")["kinds"] if " " not in kind)


class Cutter(NamedTuple):
    """What cutting needs to know of the article; `pairs` of folded words stand capitalised side by side inside a sentence."""

    words: Words
    known: dict[int, Match]
    titles: dict[int, Title]
    title_ends: dict[int, Title]
    sport: bool
    pairs: frozenset[tuple[str, str]]

    def cut(self, start: int, end: int) -> Iterator[Segment]:
        """The segments of the span [start, end), in order."""
        start = (
            start
            if is_national(self.words, self.known, self.titles, start, end) or self._is_told_inside(start, end)
            else name_start(self.words, self.known, self.titles, (start, end), sport=self.sport)
        )
        while start < end:
            start += start + 1 < end and self.words.text[start] in rules("titles")["courtesy"]
            segment = self._faction(start, end) or self._branch(start, end) or self._next(start, end)
            yield segment
            start = segment.end

    def _is_told_inside(self, start: int, end: int) -> bool:
        """The first two words stand capitalised inside a sentence as well, and the first of them is no title."""
        inside = self.words.first[start] and end - start > 1 and start not in self.titles
        return inside and tuple(self.words.low[start : start + 2]) in self.pairs

    def _next(self, start: int, end: int) -> Segment:
        match = self.known.get(start)
        if match and (match.end >= end or all(entry.form == "office" for entry in match.entries)):
            return Segment(start, match.end, "known", match)
        stop = self._title_inside(match.end - 1 if match else start, end)
        stop = body_before_person(self.words, start, stop) or stop
        office = self.titles.get(start)
        whole = (office is not None and office.end == stop) or self._ends_in_place(start, stop)
        if (
            stop > start
            and not whole
            and is_organisation(self.words, start, stop, sport=self.sport)
            and not self._state_office(start, stop)
        ):
            return self._longest_organisation(start, stop, match)
        title = self.titles.get(start)
        if title and title.end <= end and not self._is_given_name_title(title, end) and not self._names_state(title):
            return Segment(start, title.end, "title", None, title)
        if match and stop - start == 2 and match.end < stop and self.words.low[stop - 1] in place_kinds():
            return Segment(start, stop, "place")
        if match and match.end <= stop and self._stands_alone(match, stop):
            end = stop if match.end < stop and self._is_channel(match) else match.end
            return Segment(start, end, "known", Match(start, end, match.entries))
        return self._unknown(start, stop)

    def _ends_in_place(self, start: int, stop: int) -> bool:
        """As in "Jewish West Bank": the last words are a known place, whose name ends like a body's."""
        low = self.words.low
        inside = (
            self.known[at] for at in range(start + 1, stop - 1) if at in self.known and low[at - 1] not in ("of", "for")
        )
        return any(match.end == stop and match.entries[0].form == "place" for match in inside)

    def _title_inside(self, start: int, end: int) -> int:
        """Where the first title behind `start` begins, if a name follows it or it ends the span; else `end`."""
        for at in range(start + 1, end):
            title = self.titles.get(at)
            if (
                title
                and title.end <= end
                and title.group != "honorifics"
                and self.words.low[at - 1] not in ("of", "the", "for", "&")
            ):
                guard = self._is_guard(start, title, end)
                rest = (
                    guard
                    or self._is_surname(start, title, end)
                    or (title.end < end and is_organisation(self.words, at, end, sport=False))
                )
                if not rest and (at not in self.known or self.known[at].end <= title.end):
                    return at
        return end

    def _is_channel(self, match: Match) -> bool:
        """As in "BBC Radio Tees", "Sky News Arabia": a part of an outlet."""
        return match.entries[0].kind == "media" and self.words.low[match.end] in word_set("channels")

    def _is_guard(self, start: int, title: Title, end: int) -> bool:
        """As in "Coast Guard", "Coast Guard Petty Officer": the title is what a body is called."""
        if self.words.low[title.end - 1] not in word_set("last") or (title.end != end and title.end not in self.titles):
            return False
        return is_organisation(self.words, start, title.end, sport=False)

    def _state_office(self, start: int, stop: int) -> bool:
        """As in "Trump Administration", "British Government" are no organisations of their own."""
        match = self.known.get(start)
        return bool(
            match and match.end == stop - 1 and self.words.low[stop - 1] in ("administration", "government", "cabinet")
        ) and (match is not None and match.entries[0].kind in ("person", "state"))

    def _longest_organisation(self, start: int, stop: int, match: Match | None) -> Segment:
        forms = match is not None and all(map(is_legal_form, self.words.low[match.end : stop]))
        if match and forms and match.entries[0].form == "name":
            return Segment(start, stop, "known", Match(start, stop, match.entries))
        return Segment(start, stop, "organisation")

    def _is_surname(self, start: int, title: Title, end: int) -> bool:
        """As in "Sarah Baker", "Neil K. Marshall": one word behind a given name, at the end of the span."""
        if title.end - title.start > 1 or title.end != end or title.start in self.known:
            return False
        middle = self.words.low[start + 1 : title.start]
        return is_given(self.words.low[start]) and all(len(low.strip(".")) < 2 or is_given(low) for low in middle)

    def _is_given_name_title(self, title: Title, end: int) -> bool:
        """As in "Dean Hollis", "Christian Bishop": one word that is a given name too, before exactly one more."""
        word = self.words.low[title.start]
        return title.end == title.start + 1 and title.end < end and is_given(word) and title.group == "roles"

    def _names_state(self, title: Title) -> bool:
        """As in "Forward Slovakia": a role before a state is no title."""
        match = self.known.get(title.end)
        return (
            match is not None
            and title.group == "roles"
            and self.words.joined(title.start, title.end + 1)
            and match.entries[0].kind == "state"
        )

    def _stands_alone(self, match: Match, stop: int) -> bool:
        """Whether a known name may be cut off the capitalised words behind it: "Paris Hilton" is not Paris."""
        words = self.words
        if match.end == stop or match.end - match.start > 1:
            return True
        entry = match.entries[0]
        if entry.form == "demonym" or words.text[match.start].isupper():
            return True
        following = words.low[match.end]
        if match.start in self.title_ends and entry.kind == "place" and stop == match.end + 1:
            return False
        if is_given(words.low[match.start]) and entry.kind in ("state", "place", "media"):
            ordinary = is_common(following) and words.low[match.start] != following
            return following in word_set("never") or (ordinary and not speaks(words, match.end + 1))
        return entry.kind in ("state", "place", "organisation", "media")

    def _faction(self, start: int, end: int) -> Segment | None:
        """As in "Democrat Luz Marchbank": what somebody stands for, before two words of a name."""
        low = self.words.low
        if (
            end - start != 3
            or low[start] not in word_set("factions")
            or is_organisation(self.words, start, end, sport=False)
        ):
            return None
        named = is_given(low[start + 1]) or not (is_common(low[start + 1]) or is_common(low[end - 1]))
        return Segment(start, start + 1, "other") if named else None

    def _branch(self, start: int, end: int) -> Segment | None:
        """An acronym, a noun or a school with a place behind it, as an organisation."""
        rest = (self.words, self.known, self.titles, start, end)
        house = is_branch(*rest) or is_national(*rest) or is_of_town(self.words, self.known, start, end)
        return Segment(start, end, "organisation") if house else None

    def _unknown(self, start: int, stop: int) -> Segment:
        """An unknown name up to the next known one that cannot be part of it."""
        words = self.words
        end = start + 1
        product = words.text[start][0].islower() and words.low[start] in word_set("never")
        if product:
            end = stop
        elif (
            stop - start > 2
            and is_common(words.low[start])
            and not is_given(words.low[start])
            and is_given(words.low[start + 1])
        ):
            return Segment(start, end, "other")
        while end < stop and not product:
            match = self.known.get(end)
            person_like = is_given(words.low[start]) or bool(given_gender(words.low[start]))
            if match and match.end - match.start > 1 and match.entries[0].kind != "place" and not person_like:
                break
            if match and match.entries[0].form == "demonym" and not person_like:
                break
            end = min(match.end, stop) if match else end + 1
        last = words.low[end - 1]
        if end - start == 1 and is_single(words, start):
            return Segment(start, end, "organisation")
        if "&" in words.low[start:end]:
            return Segment(start, end, "organisation")
        if self.sport and end - start == 2 and is_club(self.words, self.known, start):
            return Segment(start, end, "organisation")
        if (
            end - start > 1
            and last in place_kinds()
            and not is_given(words.low[start])
            and not all(map(is_common, words.low[start:end]))
        ):
            return Segment(start, end, "place")
        ordinary = last in stopwords() or last in REGNAL or last in word_set("never_surnames")
        surname = ordinary and is_given(words.low[start])
        return Segment(start, end, "other" if product or (last in word_set("never") and not surname) else "name")
