"""Dates that say when of something else in the clause: of a participle, an aside, a noun under "since" or "before".

"The court rejected an appeal filed in May" does not say when the court did so.
"""

from functools import cache

from generator.extract.dates import day_of
from generator.extract.events.clauses import Clause
from generator.extract.events.knowledge import triggers, words
from generator.extract.events.reading import Reading
from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form
from generator.model.mentions import Mention

_FAR = 14  # tokens between a date and what it belongs to
_FRESH = 7  # days: a date so close to the article's day is rather the news's own


def belongs_elsewhere(reading: Reading, clause: Clause, mention: Mention) -> bool:
    """Whether a date of the clause is that of a participle, a gerund, an aside or a limit rather than of its verb."""
    at = clause.position(mention.start)
    fresh, own = _is_fresh(reading, mention), _own_preposition(clause, at)
    if _in_aside(clause, at) or (not fresh and _is_compared(clause, at)):
        return True
    if (
        not fresh
        and _is_perfect(clause)
        and clause.lower(own - 1) not in (",", "and", "or")
        and _is_past(reading, mention)
    ):
        return True
    for back in range(own - 1, max(at - _FAR, -1), -1):
        if clause.verb.first <= back <= clause.verb.index or back not in clause.words:
            return False
        claimed = _claims(clause, back, own, fresh=fresh)
        if claimed is not None:
            return claimed
    return False


def _is_perfect(clause: Clause) -> bool:
    """Spot "has raised", which no day of the past goes with: "has raised interest in two attacks in 1994"."""
    verb = clause.verb
    return verb.perfect and not verb.modal and clause.lower(verb.first) in ("has", "have", "'ve")


def _is_past(reading: Reading, mention: Mention) -> bool:
    """Whether a date had ended when the article appeared."""
    end, published = day_of(mention).end, reading.context.article.published.start
    return end is not None and published is not None and end <= published


def _is_compared(clause: Clause, at: int) -> bool:
    """Spot "a year earlier" of "rose to $9m, or 4p a share, from $8m, or 3p a share, a year earlier": behind the verb, what a
    figure is compared with."""
    for back in range(at - 1, max(clause.verb.index, at - _COMPARED), -1):
        word = clause.lower(back)
        if _is_before_figure(clause, back) and word in (*words().comparing, "to"):
            return word != "to" or clause.lower(back - 1) == "compared"
    return False


def _is_before_figure(clause: Clause, at: int) -> bool:
    return clause.lower(at + 1)[:1] in _FIGURE or clause.lower(at + 2)[:1].isdigit()


_COMPARED = 24  # tokens of the figure compared with
_FIGURE = frozenset("0123456789$£€#")


def _claims(clause: Clause, at: int, own: int, *, fresh: bool) -> bool | None:
    """Whether the word at `at` takes the date whose phrase begins at `own` for itself; `None` to look further back."""
    if is_participle(clause, at):
        if clause.lower(own) == "by" and clause.verb.modal:  # "will write to all affected by 14 November"
            return None
        if at == 0 and form(clause.lower(at)).lemma in words().asking and clause.verb.lemma in classes().clause:
            return None  # "Asked on Monday about the deal, Rowe said"
        return (at == own - 1 or not fresh or at < clause.verb.first) and not _is_issued(clause, at)
    if _is_gerund(clause, at):
        return not fresh or clause.lower(at - 1) not in words().same_time
    if clause.lower(at) in _STOPS or (clause.lower(at) == "to" and _is_before_figure(clause, at)):
        return False  # "from 3m in 2019 to 4m in 2021" is of 2021
    return True if own - at > 1 and _limits(clause, at, fresh=fresh) else None


_STOPS = frozenset((",", ";", ":", "(", "“", "”", '"', "–", "—"))


def _own_preposition(clause: Clause, at: int) -> int:
    """The position of the preposition that introduces the date at `at`, else `at`."""
    while at > 0 and (clause.lower(at - 1) in classes().prep or clause.lower(at - 1) in ("early", "late", "the")):
        at -= 1
    return at


def is_participle(clause: Clause, at: int) -> bool:
    """Spot "filed" of "an appeal filed in May" and "launched" of "the probe, launched in 2019,"."""
    word, before, behind = clause.lower(at), clause.lower(at - 1), clause.lower(at + 1)
    tags = form(word).tags
    if "VBN" not in tags or not word[:1].islower() or clause.tokens[at].text[:1].isupper() != (at == 0):
        return False
    if clause.verb.lemma in words().with_participle or word in classes().rare or classes().is_auxiliary(word):
        return False
    opens = behind in classes().prep or behind == "to" or behind[:1].isdigit() or is_adverb(behind)
    noun = form(before).noun and before not in classes().prep and before not in classes().det
    return (opens or behind in classes().calendar) and (at == 0 or before == "," or (noun and before[:1].isalpha()))


def _is_issued(clause: Clause, at: int) -> bool:
    """Spot "a report published in May accused" and "according to results released in May": what a document says is told when
    it is issued."""
    if form(clause.lower(at)).lemma not in words().issuing:
        return False
    if at < clause.verb.first:
        return clause.verb.lemma in classes().clause | _statement_verbs()
    before = next((back for back in range(at - 1, clause.verb.index, -1) if clause.lower(back) in _TO_DOCUMENTS), -1)
    return before > 0


@cache
def _statement_verbs() -> frozenset[str]:
    return frozenset().union(*(rule.verbs for rule in triggers() if rule.type == "statement"))


_TO_DOCUMENTS = frozenset(("to", "in", "from"))


def _is_gerund(clause: Clause, at: int) -> bool:
    """Spot "stabbing" of "accused of stabbing a man in May", which "began trading in May" is none of."""
    before = clause.lower(at - 1)
    if "VBG" not in form(clause.lower(at)).tags or not clause.lower(at).endswith("ing"):
        return False
    if at == 0:  # "Opening the hearing on Monday, she said": both at once
        return False
    if at - 1 == clause.verb.index:
        return clause.verb.lemma not in words().aspectual and not clause.verb.passive
    return before == "to" or before in classes().prep or before in words().limits


def _limits(clause: Clause, at: int, *, fresh: bool) -> bool:
    """Whether a noun behind the word at `at` brings a date of its own: "since the raid on 3 May"."""
    word = clause.lower(at)
    if word == "over" and clause.lower(at + 1) not in classes().det:  # "over nine days"
        return False
    if word == "from" and not clause.lower(at + 1)[:1].isalpha():  # "up from $36 million"
        return not fresh
    return word in words().limits or (word in words().limits_of_old and not fresh)


def _is_fresh(reading: Reading, mention: Mention) -> bool:
    published, date = reading.context.article.published, day_of(mention)
    if published.start is None or date.start is None:
        return False
    return abs((published.start - date.start).days) <= _FRESH and date.precision in ("day", "span")


def _in_aside(clause: Clause, at: int) -> bool:
    """Whether a date stands between commas in the subject with a noun of its own: "the club, champions in 2019, lost"."""
    first, last = clause.subject
    if not first <= at < last:
        return False
    opening = next((back for back in range(at - 1, first, -1) if clause.lower(back) == ","), -1)
    closing = "," in [clause.lower(on) for on in range(at, last)]
    own = range(opening + 1, _own_preposition(clause, at))
    joined = {
        clause.lower(at - 1),
        clause.lower(at + 1),
    } & classes().coord  # "two fires, in 2019 and 2022, were blamed"
    return opening > 0 and closing and (bool(joined) or any(clause.tokens[on].is_word for on in own))
