"""A language in, the words that tell there what a name is out: titles, prepositions of place, and so on.

English stands in ``cues``; the other languages add to it. Titles and heads are given by their beginnings, so
that endings do not matter.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from ..language import language, time_words, words
from ..language.inflect import decline
from .cues import places_of
from .link import fold

_PAST = ("ли", "ла", "ло", "ся", "сь")  # of verbs, which end alike
_LONGEST_ENDING = 5  # letters after the beginning of a title: "прем'єр-міністром" has a part of its own


@dataclass(frozen=True, slots=True)
class Cues:
    """What one language adds to the English words."""

    titles: tuple[str, ...] = ()
    inside: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()
    heads: tuple[str, ...] = ()
    goes_on: frozenset[str] = frozenset()
    governs: frozenset[str] = frozenset()  # those of them that a word without a capital may follow
    endings: tuple[str, ...] = ()
    genitives: tuple[str, ...] = ()
    no_names: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()  # that no person has before the name
    nouns_capital: bool = False  # every noun has a capital: one by itself says nothing

    def is_title(self, low: str) -> bool:
        """Whether a word stands before people: "Präsidenten", "прем'єр-міністром"."""
        return any(low.startswith(part) and len(low) - len(part) <= _LONGEST_ENDING for part in self.titles)

    def is_head(self, low: str) -> bool:
        """Whether a word begins an organisation's name: "Міністерство"."""
        return bool(self.heads) and low.startswith(self.heads)

    def is_genitive(self, low: str) -> bool:
        """Whether a small word may go on an organisation's name."""
        return len(low) > 3 and low.endswith(self.genitives) and not low.endswith(_PAST)

    def is_telling(self, low: str) -> bool:
        """Whether a compound names an organisation: "Bundesbank", but no plain "Bank"."""
        return any(low.endswith(end) and len(low) >= len(end) + 4 for end in self.endings)


@lru_cache
def cues_of(lang: str) -> Cues:
    """The cues of ``lang``; none for English and languages without a table."""
    own = language(lang)
    if lang == "en" or own.code != lang or "person" not in own.parts:
        return Cues()
    return Cues(
        titles=own.parts["person"],
        inside=own.used_as("place-preposition"),
        saying=frozenset(
            form for verb in own.verbs if verb.takes == "clause" for form in (*verb.past, *verb.participle)
        ),
        heads=own.parts.get("organisation", ()),
        governs=words("de du des la le l las los del para pour"),
        goes_on=own.used_as("goes-on"),
        genitives=own.parts.get("genitive-ending", ()),
        endings=own.parts.get("organisation-ending", ()),
        no_names=own.used_as("no-name") | _calendar(lang),
        articles=own.used_as("determiner") if lang in ("es", "fr") else frozenset(),
        nouns_capital=own.nouns_capital,
    )


@lru_cache
def declined_places(lang: str) -> Mapping[str, str]:
    """Countries and cities of the locale in every case -> as the dictionary has them, for declining languages."""
    if lang not in ("uk", "ru", "pl"):
        return {}
    names = places_of(Locale.parse(lang))
    found: dict[str, str] = {}
    for name in names:
        if not name.isalpha() or len(name) < 4:
            continue
        for form in decline((fold(name),), polish=lang == "pl"):
            found.setdefault(form[0], name)
    for name in names:
        found[fold(name)] = name
    return found


def _calendar(lang: str) -> frozenset[str]:
    """Months and weekdays, in every case."""
    names = time_words(lang).calendar
    return names | {fold(name) for name in names}
