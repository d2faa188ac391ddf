"""What an article may call an organisation later: an acronym, a name without its legal form, its first or last word."""

from generator.extract.actors.given import is_given
from generator.extract.actors.organisations import company_heads, is_legal_form, word_set
from generator.extract.actors.segments import Segment
from generator.extract.actors.words import Words, is_common


def short_forms(words: Words, segment: Segment, head_end: int, inside: frozenset[str]) -> list[str]:
    """What the article may call it later: the acronym in parentheses, the name without its state or its legal form, its first
    or last word. An ordinary first word counts where it is capitalised `inside` a sentence."""
    found = [" ".join(words.low[head_end : segment.end])] if head_end else []
    end = segment.end
    if (
        words.joined(end - 1, end + 3)
        and words.text[end] == "("
        and words.text[end + 2] == ")"
        and words.text[end + 1][:2].isupper()
    ):
        found.append(words.low[end + 1])
    parts = words.low[segment.start : end]
    initials = "".join(low[0] for low in parts if low not in ("of", "for", "the", "and"))
    found += [initials] if len(initials) > 2 else []
    found += [" ".join(parts[at:]) for at in range(1, len(parts) - 1) if parts[at] not in ("of", "for", "the", "and")]
    found += [" ".join(parts[:at]) for at in range(2, len(parts) - 1) if parts[at] in ("of", "for")]
    while len(parts) > 1 and (is_legal_form(parts[-1]) or parts[-1] in (".", "&", "'s")):
        parts = parts[:-1]
        found.append(" ".join(parts))
    bare = segment.start + len(parts) < end
    if bare or parts[-1] in company_heads():
        found += [" ".join(parts[:at]) for at in range(2, len(parts)) if parts[at - 1] not in ("of", "for", "the", "&")]
    acronym = bare and words.text[segment.start].isupper() and len(parts[0]) > 1
    odd = (not is_common(parts[0]) or (bare and parts[0] in inside)) and not is_given(parts[0])
    if acronym or (odd and (bare or parts[-1] in company_heads() | word_set("trades") | word_set("clubs"))):
        found.append(parts[0])
    if bare and len(parts) == 2 and is_given(parts[0]) and not is_common(parts[1]):
        found.append(parts[1])
    if len(parts) == 2 and parts[0] in word_set("prefix") and not is_common(parts[1]):
        found.append(parts[1])
    double = parts[0].partition("-")[0] if bare and len(parts) == 1 else ""
    if double and not is_common(double) and not is_given(double):
        found.append(double)
    if parts[-1] in word_set("clubs"):
        found.append(parts[-1])
    return found
