"""Known entities and a text in, every place where one is named out; longest name first.

A person's surname alone links where only one known person bears it; a leading "The" of an outlet may be
missing, but a name that stands inside a longer one ("Lima" in "The Lima Post") is never taken
apart. Ukrainian, Russian and Polish names are found in every case (``inflect``); declined forms of other
languages are aliases in ``entities.yaml``. Linear in the text: at each
word a table of name beginnings says how long a name could still be.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..errors import Problem, problem
from ..language import english, language
from ..language.inflect import decline
from ..model import Entity, EntityKind, EntityMention

# Letters and digits of any script; dots inside ("U.S.", "J.D."), apostrophes and hyphens join.
_WORD = re.compile(r"[^\W_]+(?:[-'’ʼ.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’ʼ](?:s|S)?\Z")
_POSSESSIVE_ENDS = frozenset("'’ʼsS")
_ELIDED = ("l'", "d'", "L'", "D'", "l’", "d’", "L’", "D’")
_NUMERAL = re.compile(r"[IVX]{2,5}|[VX]")  # of kings and popes; a lone "I" is the pronoun
# A surname keeps its particles: "van der Berg", "de Gaulle", "al-Assad".
PARTICLES = english.particle - {"y", "e"}
_ARTICLES = ("the",)
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
_LOWER_OK = 4  # a name in lower case links only when it has so many words ("the office of the provost")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    """What a table entry leads to: whole names before surnames, several entities before none."""

    entities: tuple[str, ...]
    short: bool  # a surname or a name without its article


class Linker:
    """Finds the names of ``entities`` in texts; build once, use for every text."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        """``ignored`` entities stay out. A name of two entities links to neither: see ``ambiguous``."""
        followed = [entity for entity in entities if entity.status != "ignored"]
        self._names: dict[Words, _Name] = {}
        self._prefixes: set[Words] = set()
        for entity in followed:
            for name in (entity.name, *entity.aliases):
                self._add(fold_words(name), entity.id, short=False)
        for entity in followed:
            for words in _short_forms(entity):
                self._add(words, entity.id, short=True)
        self._written = dict(self._names)
        for entity in followed:
            for words, short in _other_cases(entity):
                if short or words not in self._written:  # nobody's name as it stands is another's genitive
                    self._add(words, entity.id, short=short)
        self._first = frozenset(words[0] for words in self._names)

    def find(self, text: str) -> tuple[EntityMention, ...]:
        """Every mention in ``text``, in order, none inside another."""
        words = [self._word(found) for found in _WORD.finditer(text)]
        folded = [fold(word[2]) for word in words]
        mentions: list[EntityMention] = []
        at = 0
        while at < len(words):
            size = self._longest(folded, words, at, text) if folded[at] in self._first else 0
            if not size:
                at += 1
                continue
            name = self._names[tuple(folded[at : at + size])]
            if len(name.entities) == 1 and not (name.short and _inside_longer(words, at, size, text)):
                mentions.append(EntityMention(words[at][0], words[at + size - 1][1], name.entities[0]))
            at += size
        return tuple(mentions)

    def _word(self, found: re.Match[str]) -> tuple[int, int, str]:
        """Start, end and letters of a word; an elided article is none of it: "l'Ukraine", but "d'Estaing"."""
        word = found[0]
        if word[:2] in _ELIDED and word[2:3].isupper() and (fold(word),) not in self._prefixes:
            return found.start() + 2, _end(found), word[2:]
        return found.start(), _end(found), word

    def ambiguous(self) -> Mapping[str, tuple[str, ...]]:
        """Names that two entities claim in full, folded, with the entities' ids."""
        full = ((words, name) for words, name in sorted(self._written.items()) if not name.short)
        return {" ".join(words): name.entities for words, name in full if len(name.entities) > 1}

    def _add(self, words: Words, entity: str, *, short: bool) -> None:
        if not words:
            return
        known = self._names.get(words)
        if known is None:
            self._names[words] = _Name((entity,), short)
        elif entity not in known.entities and known.short == short:
            self._names[words] = _Name((*known.entities, entity), short)
        self._prefixes.update(words[:size] for size in range(1, len(words) + 1))

    def _longest(
        self, folded: Sequence[str], words: Sequence[tuple[int, int, str]], at: int, text: str
    ) -> int:
        """How many words from ``at`` on make the longest known name; 0 for none."""
        best, size = 0, 1
        while at + size <= len(folded) and tuple(folded[at : at + size]) in self._prefixes:
            if size > 1 and not _adjoins(text, words[at + size - 2], words[at + size - 1][0]):
                break
            if tuple(folded[at : at + size]) in self._names and _written_as_name(words[at : at + size]):
                best = size
            size += 1
        return best


def find_ambiguous(entities: Sequence[Entity]) -> tuple[Problem, ...]:
    """A problem for each name that stands for two entities, so that a person decides."""
    by_id = {entity.id: entity for entity in entities}
    claimed = ((name, by_id[ids[0]], by_id[ids[-1]]) for name, ids in Linker(entities).ambiguous().items())
    return tuple(
        problem("entity-ambiguous", other.place, name=name, one=_describe(one), other=_describe(other))
        for name, one, other in claimed
    )


@lru_cache(maxsize=1 << 15)  # the same words stand in every fact
def fold(word: str) -> str:
    """Lower case, without accents, possessive and inner dots: ``U.S.`` and ``Silva’s`` are plain."""
    bare = _POSSESSIVE.sub("", word).replace(".", "")
    plain = unicodedata.normalize("NFKD", bare.replace("’", "'").replace("ʼ", "'")).casefold()
    return "".join(letter for letter in plain if not unicodedata.combining(letter)) or bare.casefold()


def fold_words(name: str) -> Words:
    """The folded words of a name."""
    return tuple(fold(found[0]) for found in _WORD.finditer(name))


def surname(name: str) -> str:
    """The surname of a person with its particles, "" where the name is one word."""
    words = [found[0] for found in _WORD.finditer(name)]
    while len(words) > 1 and words[-1].casefold() in _SUFFIXES:
        words.pop()
    if len(words) < 2:
        return ""
    first = len(words) - 1
    while first > 1 and words[first - 1].casefold() in PARTICLES:
        first -= 1
    return " ".join(words[first:])


def _short_forms(entity: Entity) -> Iterable[Words]:
    kind: EntityKind = entity.kind
    for name in (entity.name, *entity.aliases):
        if kind == "person":
            yield fold_words(surname(name))
            continue
        words = fold_words(name)
        if len(words) > 2 and words[0] in _ARTICLES:
            yield words[1:]


def _other_cases(entity: Entity) -> Iterable[tuple[Words, bool]]:
    """The declined forms of a name and of what is short for it."""
    for name in (entity.name, *entity.aliases):
        for form in decline(fold_words(name)):
            yield form, False
    for words in _short_forms(entity):
        for form in decline(words):
            yield form, True


def _end(found: re.Match[str]) -> int:
    possessive = _POSSESSIVE.search(found[0]) if found[0][-1] in _POSSESSIVE_ENDS else None
    return found.start() + possessive.start() if possessive else found.end()


def _adjoins(text: str, word: tuple[int, int, str], start: int) -> bool:
    """Whether the word that begins at ``start`` can go on a name: a dot between ends a short word only."""
    between = text[word[1] : start]
    if "\n" in between or len(between) > 3 or not set(between) <= set(" .-&\u00a0'’s"):
        return False
    return "." not in between or len(word[2]) < 4


def _written_as_name(words: Sequence[tuple[int, int, str]]) -> bool:
    """Capitalised at either end ("al-Biruni" after its article), or in a script without capitals."""
    first, last = words[0][2][0], words[-1][2].rpartition("-")[2][:1]
    if first.isupper() or last.isupper() or first.isdigit():
        return True
    return len(words) >= _LOWER_OK or first.lower() == first.upper()


def _inside_longer(words: Sequence[tuple[int, int, str]], at: int, size: int, text: str) -> bool:
    """Whether a surname is only part of somebody else's name: "Jane Orde" and "Smith IV" are not our "Smith"."""
    last = words[at + size - 1 : at + size + 1]
    if len(last) == 2 and _NUMERAL.fullmatch(last[1][2]) and text[last[0][1] : last[1][0]] == " ":
        return True
    if at == 0:
        return False
    _, end, before = words[at - 1]
    if text[end : words[at][0]] != " " or not before[0].isupper() or len(before) < 2:
        return False
    return before.casefold() not in _BEFORE_SURNAME and not _POSSESSIVE.search(before)


# Words that stand before a surname without being a first name: titles, and what opens a sentence.
_BEFORE_SURNAME = frozenset[str]().union(
    *(language("en").used_as(use) for use in ("person-title", "starter", "conjunction")),
    (form for verb in language("en").verbs if verb.takes == "clause" for form in verb.finite),
)


def _describe(entity: Entity) -> str:
    return f"{entity.name} ({entity.kind}, {entity.id})"
