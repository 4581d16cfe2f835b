"""Two facts' signatures in, the reason why they must not merge out, or none.

A veto holds however alike the words are: "390-for-390" is not "1,000-for-1,000". The table is in the
order in which the reasons are told; each rule names an example.
"""

# ruff: noqa: SIM905 - word lists read best as text
from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz

from ..edtf import EdtfError, parse_edtf
from ..language import everywhere
from ..model import Fact
from ..values import dataclass
from .numbers import Amount
from .roles import contrary, swapped
from .signature import Signature, once
from .tolls import tolls_clash
from .words import STOPWORDS, bare_stem, fold, split_words

About = Literal["declared", "article", "kind", "denial", "speaker", "number", "date", "who", "event", "word"]

# "refused" and "rejected" have no "not" in them, but say that something did not happen.
NEGATIONS = everywhere.denial
NO_STEMS = frozenset(map(bare_stem, NEGATIONS))
_REACH = 5  # words after a negation, the first of which that carries meaning is what is negated
AHEAD_KINDS = frozenset({"plan", "proposal"})
_BY_WORDS = ("stated", "relative", "by hand")
_NOBODY: frozenset[str] = frozenset()
EQUAL = 3  # words that carry meaning, of which all but one are equal
_SPELT = 70  # per cent of two words alike from which they may be one, spelt in two ways


@dataclass(frozen=True, slots=True)
class Veto:
    """Why two facts stay apart; ``values`` are what each says, for the reader."""

    about: About
    values: tuple[str, str] = ("", "")


def find_veto(
    one: Signature, other: Signature, *, strict: bool, asked: int = -1, named: bool = True
) -> Veto | None:
    """The first reason against merging, or None.

    ``strict`` is for nearly the same words, where a changed name is all the difference: then a name that
    only one sentence has counts even if both articles have it. Of the rules only those in ``asked`` are asked, by ``BIT``;
    who differs is said where they are to be ``named``.
    """
    for bit, rule in _BY_BIT:
        veto = rule(one, other) if asked & bit else None
        if veto:
            return veto
    near = (_NOBODY, _NOBODY) if strict else (one.lead_names, other.lead_names)
    return _who(one, other, *near, named=named)


def find_other_veto(one: Signature, other: Signature, *, asked: int = -1) -> Veto | None:
    """The first reason against merging besides standing in one article, or None."""
    return find_veto(one, other, strict=True, asked=asked & ~BIT["article"], named=False)


def _declared(one: Signature, other: Signature) -> Veto | None:
    """A person wrote ``not_same_as``."""
    if other.fact.id in one.fact.not_same_as or one.fact.id in other.fact.not_same_as:
        return Veto("declared")
    return None


def _article(one: Signature, other: Signature) -> Veto | None:
    """Two sentences of one article are two facts, unless one repeats the other word for word."""
    if not one.articles & other.articles:
        return None
    repeated = one.fact.speaker == other.fact.speaker and (
        [word.low for word in one.words] == [word.low for word in other.words]
    )
    return None if repeated else Veto("article")


def _kind(one: Signature, other: Signature) -> Veto | None:
    """What is proposed or planned has not happened: "to release" is not "released". A headline's kind is unknown."""
    if one.headline or other.headline:
        return None
    left, right = one.fact.kind, other.fact.kind
    if left == right or not {left, right} & AHEAD_KINDS:
        return None
    # "said it would run no boats" is a statement about what lies ahead, as a plan is.
    if "statement" in (left, right) and looks_ahead(one) and looks_ahead(other):
        return None
    return Veto("kind", (left, right))


@once
def looks_ahead(signature: Signature) -> bool:
    """Whether a text has a word for what has not happened yet."""
    return any(word.low in _AHEAD for word in signature.words)


# will, would and their like in the languages of dating
_AHEAD = frozenset("will would shall wird werden würde würden буде будуть будет будут będzie będą".split())


def _denial(one: Signature, other: Signature) -> Veto | None:
    """ "was shot" / "was not shot": one says no and the other does not."""
    if one.fact.denied != other.fact.denied:
        return Veto("denial", ("denied", "") if one.fact.denied else ("", "denied"))
    left, right = find_negated(one), find_negated(other)
    for said, by_other, plain in ((left, right, other), (right, left, one)):
        for stem, words in said.items():
            if stem in plain.actions and stem not in by_other:
                return Veto("denial", (words, "") if said is left else ("", words))
    return None


def _speaker(one: Signature, other: Signature) -> Veto | None:
    """Two voices saying the like are two statements: each may be wrong by itself."""
    left, right = one.fact, other.fact
    if not left.speaker or not right.speaker or (left.anonymous and right.anonymous):
        return None
    return None if same_name(left.speaker, right.speaker) else Veto("speaker", (left.speaker, right.speaker))


def _number(one: Signature, other: Signature) -> Veto | None:
    """ "390-for-390" / "1,000-for-1,000", "five died" / "at least 7 died", "the toll rose to 11" / "nine were killed"."""
    clash = number_clash(one.amounts, other.amounts)
    if clash:
        return Veto("number", clash)
    tolls = tolls_clash(one.tolls, other.tolls)
    return Veto("number", (f"{tolls[0].value:g}", f"{tolls[1].value:g}")) if tolls else None


def _date(one: Signature, other: Signature) -> Veto | None:
    """Two days that both texts state and that cannot be one."""
    if one.days is None or other.days is None:
        return None
    apart = one.days[0] > other.days[1] or other.days[0] > one.days[1]
    if apart and states_day(one.fact) and states_day(other.fact):
        return Veto("date", (one.fact.date, other.fact.date))
    return None


def _who(
    one: Signature,
    other: Signature,
    near_one: frozenset[str],
    near_other: frozenset[str],
    *,
    named: bool = True,
) -> Veto | None:
    """ "Reid enters rehab" / "Lohan enters rehab": each names somebody whom the other does not."""
    left = one.names - other.terms - near_other
    right = other.names - one.terms - near_one
    if not left or not right or len(one.names & other.names) >= 2 * min(len(left), len(right)):
        return None
    return Veto("who", (_as_written(one, left), _as_written(other, right))) if named else _SOMEBODY


_SOMEBODY = Veto("who")


def strangers(one: Signature, other: Signature) -> bool:
    """ "Tom Adler, 80, died" / "John Doyle, 82, died": each has names that the other has not, and none is common."""
    return bool(one.names - other.terms and other.names - one.terms) and not one.names & other.names


def _event(one: Signature, other: Signature) -> Veto | None:
    """ "The minister enters hospital" / "The minister leaves hospital", "was charged" / "was convicted"."""
    if contrary(one, other):
        return Veto("event")
    return None


def _roles(one: Signature, other: Signature) -> Veto | None:
    """ "Italy beat Spain" / "Spain beat Italy": who did it differs, though every word is the same."""
    who = swapped(one, other)
    return (
        Veto(
            "who",
            (_as_written(one, frozenset(who[0].split())), _as_written(other, frozenset(who[1].split()))),
        )
        if who
        else None
    )


def _word(one: Signature, other: Signature) -> Veto | None:
    """ "The red boats lay idle" / "The blue boats lay idle": all is equal but for one word, and that is another."""
    left, right = ([word for word in each.words if word.low not in STOPWORDS] for each in (one, other))
    if len(left) != len(right) or len(left) < EQUAL:
        return None
    apart = [pair for pair in zip(left, right, strict=True) if pair[0].stem != pair[1].stem]
    if len(apart) != 1:
        return None
    said, told = apart[0]
    plain = all(word.text[0].islower() for word in apart[0])
    if plain and fuzz.ratio(said.low, told.low) < _SPELT:
        return Veto("word", (said.text, told.text))
    return None


_RULES: dict[str, Callable[[Signature, Signature], Veto | None]] = {
    "declared": _declared,
    "article": _article,
    "kind": _kind,
    "denial": _denial,
    "speaker": _speaker,
    "number": _number,
    "date": _date,
    "event": _event,
    "roles": _roles,
    "word": _word,
}
BIT = {name: 1 << at for at, name in enumerate(_RULES)}
_BY_BIT = tuple(zip(BIT.values(), _RULES.values(), strict=True))


@lru_cache(maxsize=65536)
def same_name(one: str, other: str) -> bool:
    """Whether one name can be short for the other: "Silva" and "Ana Silva", "A. Silva"."""
    left = [fold(word.text) for word in split_words(one)]
    right = [fold(word.text) for word in split_words(other)]
    if not left or not right:
        return False
    shorter, longer = sorted((left, right), key=len)
    initial = len(shorter) > 1 and shorter[-1] == longer[-1] and shorter[0][0] == longer[0][0]
    return set(shorter) <= set(longer) or (initial and len(shorter[0]) < 3)


def number_clash(left: tuple[Amount, ...], right: tuple[Amount, ...]) -> tuple[str, str] | None:
    """The first two amounts of one unit that differ while neither text has the other's value."""
    values_left = {amount.value for amount in left}
    values_right = {amount.value for amount in right}
    for one in left:
        if one.value in values_right:
            continue
        for other in right:
            if other.value not in values_left and one.unit == other.unit:
                return (one.words, other.words)
    return None


@once
def find_negated(signature: Signature) -> dict[str, str]:
    """The stems that a text negates, each with the words that do so."""
    found: dict[str, str] = {}
    words = signature.words
    for at, word in enumerate(words):
        ranked = word.low == "no" and at + 1 < len(words) and words[at + 1].text[0].isdigit()  # "No. 1"
        if word.low in NEGATIONS and not ranked:
            for place in range(at + 1, min(at + 1 + _REACH, len(words))):
                if words[place].stem in signature.actions:
                    said = " ".join(step.text for step in words[at : place + 1])
                    found.setdefault(words[place].stem, said)
                    break
    return found


def states_day(fact: Fact) -> bool:
    """Whether the words of a source name the day."""
    return any(source.date.basis in _BY_WORDS for source in fact.sources) and names_day(fact.date)


@lru_cache(maxsize=4096)
def names_day(edtf: str) -> bool:
    """Whether a date is one day, or a moment of it."""
    try:
        return parse_edtf(edtf).precision in ("day", "time")
    except EdtfError:
        return False


def _as_written(signature: Signature, names: frozenset[str]) -> str:
    return " ".join(word.text for word in signature.words if bare_stem(word.low) in names)
