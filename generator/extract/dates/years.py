"""Years, spans of years, decades and centuries."""

from generator.extract.dates.anchors import neighbours, part, written
from generator.extract.dates.numbers import number, year
from generator.extract.dates.reading import Hit, Reading, State
from generator.extract.lexicon import rules

_WEATHER = 12  # tokens: how far before "the 80s" the weather is named


def year_alone(hit: Hit, state: State) -> Reading | None:
    """A year, where the words about it do not make it a number of things."""
    words = hit.words("y")
    value = year(words)
    if not 1000 <= value <= 2100:
        return None
    spelled = not any(word.isdigit() for word in words)
    named = "year" in hit.line.words[hit.start : hit.end]
    parted = hit.words("part") and part(hit) != "APPROX"
    if not (named or spelled or parted or _is_year(hit, value, state)):
        return None
    return Reading(f"{value:04}", anchor="absolute", modifier=part(hit))


def _is_year(hit: Hit, value: int, state: State) -> bool:
    """Four digits are a year unless they count or number something. One far from the article's needs a preposition."""
    cues = rules("dates")["year_cues"]
    before, after = neighbours(hit)
    following = written(hit, hit.end)
    if (
        after in cues["not_after"]
        or following[:1].isdigit()
        or _is_address(hit, following)
        or _names_thing(hit, before, following)
    ):
        return False
    if before in cues["surely"]:
        return True
    if following[:1].isupper() and after in cues["makes"] and before in cues["owner"]:
        return False
    near = not state.setting.published.year or abs(value - state.setting.published.year) <= 150
    if before in cues["weak"] and (not near or (after.endswith("s") and following[:1].islower())):
        return before == "the" and near
    return before in cues["before"] or (near and before not in cues["numbered"])


def _is_address(hit: Hit, following: str) -> bool:
    """Whether the digits are a house's ("at 1945 Elm Road")."""
    ways = rules("dates")["month_cues"]["ways"]
    return following[:1].isupper() and any(
        written(hit, at)[:1].isupper() and written(hit, at).lower() in ways for at in range(hit.end + 1, hit.end + 4)
    )


def _names_thing(hit: Hit, before: str, following: str) -> bool:
    """Whether the digits belong to the name before them ("Orion 1980")."""
    previous = written(hit, hit.start - 1)
    named = previous[:1].isupper() and previous.isalpha() and before not in rules("dates")["year_cues"]["before"]
    return named and (following.isalpha() or following == ",")


def year_range(hit: Hit, _state: State) -> Reading | None:
    """`2015–2018`, `2023-24`: the span of years; the TIMEX3 value is the first."""
    first, last = pair_of(hit)
    return Reading(f"{first:04}", anchor="absolute", edtf=f"{first:04}/{last:04}") if first else None


def pair_of(hit: Hit) -> tuple[int, int]:
    """The years of `2023/24` or of the parts `y` and `z`; zeros where they are no span."""
    start, _, end = hit.word("pair").partition("/")
    first, last = int(start or hit.word("y")), int(end or hit.word("z"))
    last += first // 100 * 100 if last < 100 else 0
    return (first, last) if first < last <= first + 150 else (0, 0)


def decade(hit: Hit, state: State) -> Reading | None:
    """`the 1990s`, `the '60s`, "the eighties": of the last hundred years where the century is not named."""
    word = hit.words("y")[-1]
    if word[0].isdigit() and len(word) < len("1990s") and _is_scale(hit):
        return None
    return Reading(decade_of(word, hit, state), anchor="absolute", modifier=part(hit))


def _is_scale(hit: Hit) -> bool:
    """Whether two digits and "s" are an age ("in his 70s and 80s") or a temperature ("highs in the mid-80s")."""
    known, words, before = rules("dates"), hit.line.words, neighbours(hit)[0]
    if before in known["scale_cues"] or not set(words[max(0, hit.start - _WEATHER) : hit.start]).isdisjoint(
        known["weather"]
    ):
        return True
    if before in ("and", "or", "to") and hit.start > 2 and words[hit.start - 2][:1].isdigit():
        before = words[hit.start - 3]
    return before in known["age_cues"] and "the" not in words[hit.start : hit.end]


def decade_of(word: str, hit: Hit, state: State) -> str:
    """The TIMEX3 value of `1990s`, `60s`, `eighties`."""
    if word[0].isdigit() and len(word) == 5:
        return word[:3]
    tens = int(word[0]) if word[0].isdigit() else hit.lexicon.values["DECADEWORD"][word]
    published = state.setting.published.year or 2000
    century = published // 100 * 10
    return f"{century + tens if (century + tens) * 10 <= published else century - 10 + tens:03}"


def century(hit: Hit, _state: State) -> Reading | None:
    """`the 12th century`."""
    words = hit.words("n")
    digits = "".join(letter for letter in words[0] if letter.isdigit())
    known = rules("dates")["classes"]["ORDWORD"]
    count = int(digits) if digits else sum(known.get(word, 0) or int(number((word,))) for word in words)
    if not 1 <= count <= 30 or (count < 3 and not digits):
        return None
    return Reading(f"{count - 1:02}", anchor="absolute", modifier=part(hit))


def pre_post_year(hit: Hit, _state: State) -> Reading | None:
    """`post-1991`: from that year on; `pre-1991`: up to it."""
    value = hit.word("y")
    return Reading(value, anchor="absolute", edtf=f"{value}/.." if hit.word("way") == "post" else f"../{value}")


MAKERS = {
    "year": year_alone,
    "pre_post_year": pre_post_year,
    "year_range": year_range,
    "decade": decade,
    "century": century,
}
