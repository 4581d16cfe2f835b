"""Some facts in, what Explore shows of them out: a text file's columns, as ``docs/explore-index.md`` describes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

from ..model import Fact
from ..timeline import sentence
from ..timeline import told as in_full

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Told:
    """What the built pages say of a fact beyond its own fields; addresses are relative to the root."""

    page: str = ""  # where it stands in full
    label: str = ""  # what stands behind it: "2 articles, 1 origin"
    lang: str = ""  # of its words, when it is not the site's
    speaker: str = ""  # the speaker's page
    via: str = ""  # the outlet's page
    names: tuple[
        tuple[int, int, str], ...
    ] = ()  # start, end and page of the names in its text, in code points
    according: bool = False  # the words are the reporter's, and not the speaker's own
    image: tuple[str, str, int, int] | None = (
        None  # address, what it shows, width and height; 0 where not known
    )


Tell = Callable[[Fact], Told]


def text_columns(facts: Sequence[Fact], date_words: Callable[[str], str], tell: Tell) -> dict[str, object]:
    """The words of some facts: id, text, who says it, and where its names, its date and its evidence are told."""
    told = [tell(fact) for fact in facts]
    each = list(zip(facts, told, strict=True))
    pages = {fact.date: one.page for fact, one in each}
    dates, date = _numbered(fact.date for fact in facts)
    labels, label = _numbered(one.label for one in told)
    names = _pages_of_names(told)
    numbers = {page: at for at, page in enumerate(names)}
    return {
        "id": [fact.id for fact in facts],
        "text": [fact.text for fact in facts],
        "shown": _sparse(facts, _shown),
        "context": _sparse(facts, attrgetter("context")),
        "lang": _sparse(told, attrgetter("lang")),
        "speaker": _sparse(facts, attrgetter("speaker")),
        "via": _sparse(facts, attrgetter("via")),
        "dispute": _sparse(facts, _dispute),
        "dates": dates,
        "words": [date_words(one) if one else "" for one in dates],
        "pages": [pages[one] for one in dates],
        "date": date,
        "labels": labels,
        "label": label,
        "people": {fact.speaker: one.speaker for fact, one in each if one.speaker},
        "outlets": {fact.via: one.via for fact, one in each if one.via},
        "according": ",".join(str(at) for at, one in enumerate(told) if one.according),
        "images": {at: one.image for at, one in enumerate(told) if one.image},
        "names": names,
        "linked": ",".join(_links(fact.text, one.names, numbers) for fact, one in each),
    }


def _pages_of_names(told: Iterable[Told]) -> list[str]:
    """Every page that a name leads to, once."""
    return list(dict.fromkeys(page for one in told for _, _, page in one.names))


def _dispute(fact: Fact) -> str:
    """Why it is disputed, if it is."""
    return fact.reason if fact.status == "disputed" else ""


def _shown(fact: Fact) -> str:
    """The words as one whole sentence, where the page cannot make it of the text alone."""
    whole = in_full(fact)
    return "" if whole == sentence(fact.text) else whole


def _links(text: str, names: Iterable[tuple[int, int, str]], number: Mapping[str, int]) -> str:
    """``4 9 0``: from the fourth letter to the ninth stands the first of the pages; letters as JavaScript counts them."""
    return " ".join(
        f"{_units(text[:start])} {_units(text[:end])} {number[page]}" for start, end, page in names
    )


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _numbered(values: Iterable[str]) -> tuple[list[str], str]:
    """Every value once, and a column of numbers into them."""
    number: dict[str, int] = {}
    column = [number.setdefault(value, len(number)) for value in values]
    return list(number), ",".join(map(str, column))


def _sparse(things: Iterable[T], told: Callable[[T], str]) -> list[str | int]:
    """What is told of each; ``0`` for nothing, which costs less than two quotes and a comma more."""
    return [value or 0 for value in map(told, things)]
