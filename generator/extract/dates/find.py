"""Find the dates of an article: matches of all rules, the longest first from the left, each read by its rule's maker."""

from collections.abc import Callable, Iterator, Mapping

from generator.extract.context import Context
from generator.extract.dates import (
    counted,
    days,
    durations,
    holidays,
    month_parts,
    months,
    offsets,
    periods,
    references,
    relative,
    seasons,
    times,
    weekdays,
    years,
)
from generator.extract.dates.beside import ordered
from generator.extract.dates.bounds import side_of
from generator.extract.dates.edtf import bound, to_edtf
from generator.extract.dates.grammar import Grammar, Rule, grammar
from generator.extract.dates.moment import Moment, is_plausible
from generator.extract.dates.ranges import joined
from generator.extract.dates.reading import Hit, Reading, Seen, Setting, State
from generator.extract.dates.scan import Line, scan
from generator.extract.lexicon import rules
from generator.model.dates import PartialDate
from generator.model.mentions import Mention

Maker = Callable[[Hit, State], Reading | None]
MAKERS: Mapping[str, Maker] = {
    **days.MAKERS,
    **month_parts.MAKERS,
    **months.MAKERS,
    **years.MAKERS,
    **relative.MAKERS,
    **weekdays.MAKERS,
    **counted.MAKERS,
    **offsets.MAKERS,
    **periods.MAKERS,
    **seasons.MAKERS,
    **times.MAKERS,
    **durations.MAKERS,
    **references.MAKERS,
    **holidays.MAKERS,
}


def find_dates(context: Context) -> tuple[Mention, ...]:
    """The temporal expressions of `context.article.text` in order, none overlapping another. Never looks at today's date."""
    known = grammar()
    line = scan(context.article.text, known.lexicon)
    state = State(setting_of(context), [])
    published = state.setting.published.date
    found = joined(ordered(offsets.counted_from(_readings(line, known, state)), published), published)
    return tuple(_mention(hit, rule, reading, state.setting) for hit, rule, reading in found)


def setting_of(context: Context) -> Setting:
    """What the article says of its own time, and the order of numeric dates in its outlet's country."""
    published = context.article.published
    flag = (
        "%"
        if published.approximate and published.uncertain
        else "~"
        if published.approximate
        else "?" * published.uncertain
    )
    outlet = context.known.outlets.get(context.article.outlet)
    country = outlet.country.upper() if outlet else ""
    return Setting(_moment(published), flag, country not in rules("dates")["month_first"] if country else None, country)


def _moment(published: PartialDate) -> Moment:
    start = published.start
    if start is None or not is_plausible(start.year):
        return Moment()
    if published.precision == "day":
        return Moment(start.year, start.month, start.day)
    return Moment(start.year, start.month if published.precision == "month" else 0)


def _readings(line: Line, known: Grammar, state: State) -> Iterator[tuple[Hit, Rule, Reading]]:
    taken = 0
    for match in known.matches(line.codes):
        if match.start < taken:
            continue
        hit = Hit(line, known.lexicon, match.start, match.end, match.groups, match.rule.data)
        reading = MAKERS[match.rule.make](hit, state)
        if reading is not None:
            state.seen.append(Seen(match.start, reading))
            taken = match.end
            yield hit, match.rule, reading


def _mention(hit: Hit, rule: Rule, reading: Reading, setting: Setting) -> Mention:
    start, end = hit.line.starts[hit.start], hit.line.ends[hit.end - 1]
    value = to_edtf(reading, setting)
    if reading.kind in ("DATE", "TIME") and not reading.whole:
        value = bound(value, side_of(hit)) if side_of(hit) else value
    return Mention(
        kind="date",
        start=start,
        end=end,
        text=hit.line.text[start:end],
        value=value,
        rule=rule.id,
        timex=reading.timex,
        timex_type=reading.kind,
        alternatives=reading.alternatives,
        anchor_kind=reading.anchor if value or reading.kind in ("DATE", "TIME") else "",
    )
