"""Which outlet a name or an address belongs to: what every reader of news knows, and the outlets of `content/`."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from urllib.parse import urlsplit

import msgspec

from generator.model.records import Outlet
from generator.read.rules import rules

_SMALL = frozenset(("of", "the", "and", "for", "in", "on", "de", "la"))
_DOMAIN = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#].*)?", re.IGNORECASE)


class OutletName(msgspec.Struct, frozen=True):
    """`id` as in content/outlets/; `country` two letters; `common`: its name is also an ordinary word, so that it counts only
    where a publisher's name stands; `monitor`: it publishes assessments; `near`: words of which an article must have one for an
    alias in capitals to count."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str = ""
    kind: str = ""
    domains: tuple[str, ...] = ()
    common: bool = False
    monitor: bool = False
    near: tuple[str, ...] = ()


class OutletIndex:
    """Outlets by name, alias and domain; those given later win."""

    def __init__(self, outlets: Iterable[OutletName]) -> None:
        self.by_id: dict[str, OutletName] = {}
        self._names: dict[str, OutletName] = {}
        self._domains: dict[str, OutletName] = {}
        for outlet in outlets:
            self.by_id[outlet.id] = outlet
            self._names |= {_key(name): outlet for name in (outlet.name, *outlet.aliases)}
            self._domains |= dict.fromkeys(outlet.domains, outlet)

    def find(self, name_or_address: str) -> OutletName | None:
        """The outlet of "Euromaidan Press", "WSJ", an id, "www.bbc.co.uk", "https://apnews.com/…", or None."""
        text = name_or_address.strip()
        named = self._names.get(_key(text)) or self.by_id.get(text)
        return named or (self._by_host(host_of(text)) if _DOMAIN.fullmatch(text) else None)

    def _by_host(self, host: str) -> OutletName | None:
        labels = host.split(".")
        hosts = (".".join(labels[start:]) for start in range(len(labels) - 1))
        return next((self._domains[part] for part in hosts if part in self._domains), None)


@cache
def known_outlets() -> tuple[OutletName, ...]:
    """The outlets of rules/outlets.yaml."""
    return msgspec.convert(tuple(rules("outlets")["outlets"]), tuple[OutletName, ...])


@lru_cache(maxsize=8)
def outlet_index(records: tuple[Outlet, ...] = ()) -> OutletIndex:
    """An index of the known outlets and of the records of `content/`, whose names and ids win."""
    built_in = {outlet.id: outlet for outlet in known_outlets()}
    return OutletIndex((*known_outlets(), *(_from_record(record, built_in.get(record.id)) for record in records)))


def outlet_for(name_or_address: str) -> OutletName | None:
    """The known outlet of a name, an acronym, a domain or an address; None when it is not known."""
    return outlet_index().find(name_or_address)


def looks_like_outlet(name: str) -> bool:
    """True when an unknown name has the shape of a publisher's: short, and with a word such as Gazette or Desk."""
    words = (name.title() if name.isupper() else name).split()
    media = frozenset(rules("outlets")["media_words"])
    if words[:1] == ["The"] and len(words) < 5:
        media |= frozenset(rules("prefixes")["outlet_words"])
    small = any(word[0].islower() and word not in _SMALL for word in words) and words[-1] not in media
    return len(words) in range(2, 7) and name[:1].isupper() and not small and not media.isdisjoint(words)


def host_of(address: str) -> str:
    """`bbc.co.uk` for `https://www.bbc.co.uk/news` and for `www.bbc.co.uk`."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _from_record(record: Outlet, known: OutletName | None) -> OutletName:
    host = host_of(record.url) if record.url else ""
    base = known or OutletName(record.id, record.name)
    return msgspec.structs.replace(
        base,
        name=record.name,
        aliases=(*base.aliases, base.name, *record.aliases),
        country=record.country or base.country,
        domains=(*base.domains, host) if host else base.domains,
    )


def _key(name: str) -> str:
    words = re.sub(r"[^\w&/+]+", " ", name.replace("’", "'").replace("'", "")).split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    joined = " ".join(words)
    return joined if len(joined) < 5 and joined.isupper() else joined.lower()
