"""Names that mean whom a longer or fuller name of the article means: "Tolk Savings", "Milton Roy", "Marty Ackerman"."""

from generator.extract.actors.entities import Entity, Registry, surname
from generator.extract.actors.given import is_given, long_form
from generator.extract.actors.organisations import company_heads, is_legal_form, without_form
from generator.extract.actors.words import fold


def goes_by(name: str, registry: Registry, *, acting: bool = False) -> bool:
    """Whether one bank or company is named whose name begins with `name`, as "Tolk Savings Bank" with "Tolk"; `registry`
    finds it by that from then on. `acting`: `name` alone speaks or owns something, so that any organisation will do."""
    longer = [house for house in registry.begun(name) if acting or _is_company(house)]
    if len(longer) != 1:
        return False
    registry.shorten(longer[0], fold(name))
    return True


def _is_company(house: Entity) -> bool:
    last = fold(house.name).removesuffix(".").rpartition(" ")[2]
    return last in company_heads() or last == "bank" or is_legal_form(last)


def is_bare(bearer: Entity, name: str) -> bool:
    """As in "Milton Roy", "Pampa Norte", where "Milton Roy Corp.", "Minera Pampa Norte" are named."""
    if bearer.kind != "organisation":
        return False
    odd = not is_given(fold(name).partition(" ")[0])
    return without_form(bearer.name) == fold(name) or (odd and fold(bearer.name).endswith(f" {fold(name)}"))


def under_short_name(name: str, registry: Registry) -> Entity | None:
    """The one person of the same surname whose given name is the long or the short form of this one's: "Marty", "Martin"."""
    first, _, _ = fold(name).partition(" ")
    bearers = [one for one in registry.short(surname(name)) if one.kind == "person"]
    same = [one for one in bearers if long_form(fold(one.name).partition(" ")[0]) == long_form(first)]
    alike = len(bearers) == len(same) == 1 and fold(same[0].name).partition(" ")[0] != first
    return same[0] if alike else None
