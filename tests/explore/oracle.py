"""Facts and a choice in, the facts and counts Explore must show out: computed here in another way, from the values."""

from __future__ import annotations

import datetime
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.edtf import parse_edtf
from generator.model import Article, Entity, Fact

Span = tuple[float, float] | None
NEVER = float("inf")


@dataclass(frozen=True)
class Choice:
    """What a reader chose."""

    q: str = ""
    facets: Mapping[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    origins: int = 0
    clock: str = "happened"
    start: str = ""
    end: str = ""
    known: str = ""

    def query(self) -> list[tuple[str, str]]:
        """The address it has."""
        pairs = [("words", self.q)] if self.q else []
        for name, (mode, values) in self.facets.items():
            pairs += [(name if mode == "any" else f"{name}.{mode}", value) for value in values]
        if self.origins > 1:
            pairs.append(("origins", str(self.origins)))
        if self.clock != "happened":
            pairs.append(("clock", self.clock))
        named = (("from", self.start), ("to", self.end), ("known", self.known))
        return pairs + [(name, value) for name, value in named if value]


class Oracle:
    """Answers by testing every fact again for every question."""

    def __init__(
        self, facts: Sequence[Fact], articles: Mapping[str, Article], entities: Sequence[Entity]
    ) -> None:
        self.facts = [fact for fact in facts if fact.status not in ("draft", "withdrawn")]
        drafts = {
            fact.id for fact in facts if fact.status == "draft"
        }  # of which a reader must not see even the id
        self.facts = [
            replace(fact, disagrees_with=tuple(id for id in fact.disagrees_with if id not in drafts))
            for fact in self.facts
        ]
        self.named_as_differing = {other for fact in self.facts for other in fact.disagrees_with}
        self.articles = articles
        self.entities = entities
        self._values: dict[tuple[str, str], set[str]] = {}
        self._clocks: dict[tuple[str, str], Span] = {}
        self._words: dict[str, list[list[str]]] = {}

    def matches(self, choice: Choice, without: str = "") -> set[str]:
        """The ids of the facts that match; ``without`` leaves one facet, or ``range``, out of the choice."""
        return {fact.id for fact in self.facts if self._holds(fact, choice, without)}

    def counts(self, choice: Choice, facet: str) -> Counter[str]:
        """How many facts each value of a facet would leave."""
        keep = choice.facets.get(facet, ("any", ()))[0] == "all"
        found = self.matches(choice, "" if keep else facet)
        return Counter(value for fact in self.facts if fact.id in found for value in self.values(fact, facet))

    def values(self, fact: Fact, facet: str) -> set[str]:
        """What a fact has of a facet."""
        key = (fact.id, facet)
        if key not in self._values:
            self._values[key] = set(_FACETS[facet](self, fact))
        return self._values[key]

    def names(self, fact: Fact, kind: str) -> set[str]:
        """Known names in the text, the speaker or the outlet."""
        held = (fact.text, fact.speaker, fact.via)
        return {
            entity.id
            for entity in self.entities
            if entity.kind == kind and any(f" {entity.name} " in f" {words} " for words in held)
        }

    def outlets(self, fact: Fact) -> set[str]:
        """Publishers of its articles, and the outlet it was said through."""
        return {fact.via, *(self.articles[source.article].publisher for source in fact.sources)} - {""}

    def sure(self, fact: Fact) -> str:
        """How the day is known."""
        if not fact.date:
            return "undated"
        if parse_edtf(fact.date).precision not in ("day", "time"):
            return "span"
        bases = [source.date.basis for source in fact.sources]
        if {"stated", "relative", "by hand"} & set(bases):
            return "stated"
        guessed = [
            basis == "inferred" or self.articles[source.article].published.basis == "inferred"
            for basis, source in zip(bases, fact.sources, strict=True)
        ]
        if all(guessed):
            return "inferred"
        return "continued" if "discourse" in bases else "carried"

    def clock(self, fact: Fact, name: str) -> Span:
        """The days of a fact on one clock; ``None``: the clock says nothing."""
        key = (fact.id, name)
        if key not in self._clocks:
            self._clocks[key] = self._clock(fact, name)
        return self._clocks[key]

    def _clock(self, fact: Fact, name: str) -> Span:
        if name == "happened":
            return span(fact.date)
        dates = [span(self.articles[source.article].published.day) for source in fact.sources]
        known = sorted((s for s in dates if s and s[1] < NEVER), key=lambda s: (s[1], s[0]))
        published = known[0] if known else None
        if name == "published":
            return published
        if not fact.speaker:
            return None
        return span(fact.date) if fact.kind == "statement" and fact.date else published

    def _holds(self, fact: Fact, choice: Choice, without: str) -> bool:
        for name, (mode, wanted) in choice.facets.items():
            have = self.values(fact, name)
            tests = {"any": have & set(wanted), "all": set(wanted) <= have, "none": not have & set(wanted)}
            if name != without and not tests[mode]:
                return False
        if fact.origins < choice.origins:
            return False
        if without != "range" and (choice.start or choice.end):
            at = self.clock(fact, choice.clock)
            first = span(choice.start)[0] if choice.start else -NEVER  # type: ignore[index]
            last = span(choice.end)[1] if choice.end else NEVER  # type: ignore[index]
            if at is None or at[1] < first or at[0] > last:
                return False
        if choice.known:
            out = self.clock(fact, "published")
            if out is None or out[1] > span(choice.known)[1]:  # type: ignore[index]
                return False
        return all(self._says(fact, words, whole) == wanted for words, whole, wanted in _terms(choice.q))

    def _says(self, fact: Fact, words: list[str], whole: bool) -> bool:
        """Whether a text of the fact has these words in a row; the last may go on, unless it is ``whole``."""
        for held in self._texts(fact):
            for at in range(len(held) - len(words) + 1):
                *first, last = held[at : at + len(words)]
                goes_on = last == words[-1] if whole else last.startswith(words[-1])
                if first == words[:-1] and goes_on:
                    return True
        return False

    def _texts(self, fact: Fact) -> list[list[str]]:
        if fact.id not in self._words:
            names = [e.name for e in self.entities if any(e.id in self.names(fact, k) for k in _KINDS)]
            held = [fact.text, fact.speaker, fact.via, *names, *self.outlets(fact), *fact.tags]
            self._words[fact.id] = [words_of(text) for text in held]
        return self._words[fact.id]


_KINDS = ("person", "place", "organisation")
_FACETS: Mapping[str, Callable[[Oracle, Fact], set[str] | tuple[str, ...]]] = {
    "person": lambda o, f: o.names(f, "person"),
    "place": lambda o, f: o.names(f, "place"),
    "organisation": lambda o, f: o.names(f, "organisation"),
    "speaker": lambda _, f: {f.speaker} - {""},
    "outlet": lambda o, f: o.outlets(f),
    "tag": lambda _, f: f.tags,
    "kind": lambda _, f: (f.kind,),
    "status": lambda _, f: (f.status,),
    "precision": lambda _, f: (parse_edtf(f.date).precision if f.date else "undated",),
    "sure": lambda o, f: (o.sure(f),),
    "mark": lambda o, f: {
        name
        for name, held in (
            ("anonymous", f.anonymous),
            ("denied", f.denied),
            ("corrected", f.corrections),
            ("differs", f.disagrees_with or f.id in o.named_as_differing),
        )
        if held
    },
}
FACETS = tuple(_FACETS)


def span(date: str) -> Span:
    """First and last day of a date as day numbers; ends that are open reach for ever."""
    if not date:
        return None
    edtf = parse_edtf(date)
    return (
        day_number(*edtf.earliest) if edtf.earliest else -NEVER,
        day_number(*edtf.latest) if edtf.latest else NEVER,
    )


def day_number(year: int, month: int, day: int) -> int:
    """Days since 1970, with Python's own calendar shifted into its years by whole cycles of 400."""
    cycles = 0
    while year < 1:
        year, cycles = year + 400, cycles - 1
    return datetime.date(year, month, day).toordinal() - 719163 + cycles * 146097


def words_of(text: str) -> list[str]:
    """The words of a text without case and accents."""
    split = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("Ø", "O").replace("’", ""))
    letters = "".join(letter for letter in split if unicodedata.category(letter) != "Mn").lower()
    return "".join(letter if letter.isalnum() else " " for letter in letters).split()


def _terms(q: str) -> list[tuple[list[str], bool, bool]]:
    """Words in a row, whether they are whole, and whether they are wanted; quotes hold no minus here."""
    terms = []
    for at, piece in enumerate(q.replace("“", '"').replace("”", '"').split('"')):
        quoted = at % 2 == 1
        for term in [piece] if quoted else piece.split():
            if words := words_of(term):
                terms.append((words, quoted, quoted or not term.startswith("-")))
    return terms
