"""A text in, the stretches that may be names out, each with what its neighbours say it is."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from ..model import Block, EntityKind, NameSpan, Sentence
from ..text.annotate import forms_of
from ..text.annotation import Annotation
from ..values import dataclass, replace
from . import cues as english
from .cues_languages import Cues, cues_of, declined_places
from .link import PARTICLES, Words, fold, fold_words

# and the sign of what many own, before a name: "the Teachers' Union"
_WORD = re.compile(
    r"[A-Za-z]+(?![\w.'’ʼ-])|(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-'’ʼ.][^\W_]+)*(?:(?<=s)['’](?= [A-Z]))?"
)
_ELISION = re.compile(r"[ld]['’](?=[^\W\d_a-zà-ÿ])|[LD]['’](?=[a-zà-ÿ])")  # not "L'Oréal"
_ELIDES = ("'", "’")
_OPENS = frozenset('.!?:\n“”"«»')
_LONGEST = 7  # words of one name
_COUNTED = frozenset("IVX")  # kings and popes
_PARTY = re.compile(r"[A-Z]-[A-Z][\w.]*")  # and its state, behind a politician's name
_SAINTS = ("St", "Saint")  # "St. Mary's Hospital"
_Verdict = tuple[EntityKind | None, bool] | None  # the kind, and whether it is sure; None: nothing


class _Token(NamedTuple):  # no dataclass: hundreds in an article, and a frozen one costs three times as much
    text: str
    start: int
    end: int
    opening: bool
    joined: bool  # only a space since the word before
    capital: bool


_Values = tuple[str, int, int, bool, bool, bool]
_token_of: Callable[[_Values], _Token] = partial(tuple.__new__, _Token)  # half the time


@lru_cache(maxsize=4)
def with_names(
    text: str, sentences: tuple[Sentence, ...], blocks: tuple[Block, ...], lang: str = "en"
) -> tuple[Annotation, ...]:
    """One annotation for each sentence of an article, with the names in it."""
    forms = forms_of(text, sentences, blocks, lang)
    names = (tuple(find_spans(text, lang, one.start, one.end)) for one in sentences)
    made = map(forms.of, range(len(sentences)))
    return tuple(replace(form, names=own) if own else form for form, own in zip(made, names, strict=True))


def find_spans(text: str, lang: str = "en", start: int = 0, end: int = sys.maxsize) -> Iterator[NameSpan]:
    """Every stretch of capitalised words in ``text[start:end]``, titles and sentence openers cut off."""
    tokens = _tokens(text, start, end)
    capitals = [at for at, token in enumerate(tokens) if token.capital]
    listed = _listed_places(tokens, capitals, text)
    cues, done = cues_of(lang), 0
    for at in capitals:
        if at < done:
            continue
        done = at + (_headed(tokens, at, cues) or _run(tokens, at, cues))
        if at in listed:
            name = _clean(tokens[at].text)
            first = tokens[at].end - len(tokens[at].text)
            yield NameSpan((name,), "place", True, False, False, first, first + len(name))
        else:
            yield from _read(tokens, at, done, lang)


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    tokens: list[_Token] = []
    last = start
    for found in _WORD.finditer(text, start, end):
        (first, behind), word = found.span(), found[0]
        between = text[last:first]
        if between == " " and tokens:
            opening, joined = False, True
        else:
            opening = not tokens or not _OPENS.isdisjoint(between)
            joined = bool(tokens) and between in (". ", "-", "\u00a0", " & ")
        if between == ". ":
            short = tokens and len(tokens[-1].text) <= 3 and tokens[-1].text[0].isupper()
            # "the Clean Rivers Act. They …" ends there, "St. Mary" does not.
            opening = opening if not short else word.casefold() in english.NOT_NAMES
            joined = joined and bool(short) and not opening
        last = behind
        if word.isalpha():
            tokens.append(_token_of((word, first, behind, opening, joined, word[0].isupper())))
            continue
        elided = word[1] in _ELIDES and _ELISION.match(word) is not None if len(word) > 1 else False
        own = word[2:] if elided else word
        capital = own[0].isupper() or (own[:3] in ("al-", "el-") and own[3:4].isupper())
        tokens.append(_Token(own, first, behind, opening, joined and not elided, capital))
    return tokens


def _listed_places(tokens: list[_Token], capitals: list[int], text: str) -> set[int]:
    """The single names of a list that ends in a plural: "Mbale, Soroti, and Gulu oblasts"."""
    found: set[int] = set()
    for place in capitals:
        many = tokens[place + 1].text if place + 1 < len(tokens) else ""
        if many[-1:] not in ("s", "S") or many.casefold() not in english.PLACE_AFTER:
            continue
        while place >= 0 and (tokens[place].capital or tokens[place].text == "and"):
            between = text[tokens[place].end : tokens[place + 1].start]
            if between.strip() not in (",", "") or "\n" in between:
                break
            if tokens[place].text != "and":
                found.add(place)
            place -= 1
    return found


def _run(tokens: list[_Token], at: int, cues: Cues) -> int:
    """How many tokens from ``at`` on may be one name, particles and "of" included."""
    size = 1
    while at + size < len(tokens) and size < _LONGEST:
        token = tokens[at + size]
        if not token.joined or token.opening:
            break
        owner = tokens[at + size - 1].text.endswith(("'s", "’s", "'", "’"))
        if owner and not _owned_office(tokens, at + size):
            break
        if token.capital and cues.is_head(token.text.casefold()):
            break
        if token.capital or (size == 1 and _joins(tokens, at)):
            size += 1
        elif token.text in PARTICLES or _links(tokens, at, at + size):
            step = 1
            while at + size + step < len(tokens) and tokens[at + size + step].text in (*PARTICLES, "the"):
                step += 1
            if at + size + step >= len(tokens) or not tokens[at + size + step].capital:
                break
            size += step + 1
        else:
            break
    return size


def _joins(tokens: list[_Token], at: int) -> bool:
    """Whether "and" goes on a name: "Food and Drug Administration", but "Germany and the Defence Ministry"."""
    if tokens[at + 1].text != "and" or tokens[at].opening:
        return False
    end = at + 2
    while end < len(tokens) and tokens[end].joined and tokens[end].capital:
        end += 1
    first = tokens[at].text.casefold()
    place = fold_words(first) in english.known_places("en") or english.is_demonym(first)
    if end - at <= 3 or place or first in _ROLE_OR_BODY:
        return False
    return tokens[end - 1].text.casefold() in english.ORGANISATION


def _headed(tokens: list[_Token], at: int, cues: Cues) -> int:
    """How many tokens the name of an organisation takes that begins with a telling word, 0 for none.

    "Organisation mondiale de la santé", "Міністерство оборони України": small words and genitives go on.
    """
    if not cues.is_head(tokens[at].text.casefold()):
        return 0
    size, small, solid = 1, False, 1
    while at + size < len(tokens) and size < _LONGEST:
        token, low = tokens[at + size], tokens[at + size].text.casefold()
        if not token.joined or token.opening:
            break
        if token.capital:
            small = False
        elif low in cues.goes_on:
            size += 1
            solid = solid if low in cues.governs else size
            continue
        else:
            governed = size > solid and tokens[at + size - 1].text.casefold() in cues.governs
            if small or not (governed or cues.is_genitive(low)):
                break
            small = True
        size += 1
        solid = size
    return solid if solid > 1 else 0


def _owned_office(tokens: list[_Token], at: int) -> bool:
    """ "President's Office", "the Teachers' Union": a role or a trade that owns an organisation is part of its name."""
    owner = tokens[at - 1].text
    role, before = _clean(owner).casefold(), tokens[at - 2].text if at > 1 else ""
    many = before.casefold() in english.THE and owner.endswith(("s'", "s’"))
    many = many and fold_words(role) not in english.known_places("en")
    owns = role in english.TITLES or many or before in _SAINTS
    return owns and tokens[at].text.casefold() in english.ORGANISATION


def _links(tokens: list[_Token], start: int, at: int) -> bool:
    """Whether "of" or "for" goes on an organisation's name."""
    near = {token.text.casefold() for token in tokens[max(start, at - 2) : at]}
    return tokens[at].text in english.BELONGING and not near.isdisjoint(english.ORGANISATION_OF)


def _read(tokens: list[_Token], start: int, end: int, lang: str) -> Iterator[NameSpan]:
    """The names within a run: openers, demonyms and titles are cut off its front, further people off its end."""
    first, person = _cut_front(tokens, start, end, lang)
    if first == end:
        return
    titled = person and first > start
    words = (*(token.text for token in tokens[first : end - 1]), _clean(tokens[end - 1].text))
    if words[-1].casefold() in english.PLACE_AFTER and words[-1].endswith("s"):
        words, end = words[:-1], end - 1  # "Soroti and Gulu Districts": two places
    for cut, word in enumerate(words):
        if cut and word.casefold() in english.TITLES and not _organised(tokens[first:end]):
            yield from _read(tokens, first + cut, end, lang)
            words, end = words[:cut], first + cut
            break
    if len(words) > 1 and len(words[-1]) == 1 and words[-1] not in _COUNTED:
        words, end = words[:-1] if len(words) > 2 else (), end - 1  # "Robert C." and a nickname in marks
    lead = tokens[first]
    before, after = (tokens[at].text.casefold() if 0 <= at < len(tokens) else "" for at in (first - 1, end))
    if words and (told := _told(words, before, after, titled, lead.opening, lang)):
        last = tokens[first + len(words) - 1]
        ends = last.end - len(last.text) + len(words[-1])
        yield replace(told, start=lead.end - len(lead.text), end=ends)


@lru_cache(maxsize=4096)  # a story names the same again and again
def _told(words: Words, before: str, after: str, titled: bool, opening: bool, lang: str) -> NameSpan | None:
    """What the words between two others are, with the kind that the first rule gives a name; None for no name."""
    name = _Name(words, tuple(map(str.casefold, words)), before, after, titled, lang, cues_of(lang))
    if any(rule(name) for rule in _NO_NAMES):
        return None
    if len(words) == 1 and (place := declined_places(lang).get(fold(words[0]))):
        return NameSpan(tuple(place.split()), "place", True, opening)
    kind, sure = next(verdict for rule in _KINDS if (verdict := rule(name)))
    if kind == "place" and opening and len(words) == 1 and before:
        sure = sure and fold_words(words[0]) in english.known_places(lang)
    return NameSpan(words, kind, sure, opening, kind == "person" and (titled or name.behind_title))


def _cut_front(tokens: list[_Token], start: int, end: int, lang: str) -> tuple[int, bool]:
    """Where the name begins behind openers, demonyms and titles, and whether a title of a person was cut off."""
    cues, person = cues_of(lang), False
    for first in range(start, end):
        low, rest = tokens[first].text.casefold(), tokens[first:end]
        if _opens_name(rest, low, cues, lang):
            return first, person
        title = cues.is_title(low) and (len(rest) > 1 or not tokens[first].opening)
        if (low in english.ROLE_WORDS or title) and not _organised(rest):
            person = person or title or low in english.TITLES
        elif (
            person
            and len(rest) > 2
            and (fold(low) in declined_places(lang) or fold_words(low) in english.known_places(lang))
        ):
            continue  # "Мер Харкова Степан Гнатюк"
        elif person and tokens[first].text in PARTICLES:
            person = False  # "Bürgermeister von Leipzig"
        elif not _opens(low, rest, cues, lang):
            return first, person
    return end, person


def _opens_name(rest: list[_Token], low: str, cues: Cues, lang: str) -> bool:
    """ "The", "New" or an organisation's first word belong to the name that they open."""
    if len(rest) < 2:
        return False
    # part of a name: "in New Alberton"; at the beginning of a sentence it tells nothing
    if low in english.NEW:
        known = english.known_places(lang)
        return not rest[0].opening or fold_words(f"{rest[0].text} {rest[1].text}") in known
    return cues.is_head(low) or (low in english.THE and len(rest) > 2 and not rest[0].opening)


def _opens(low: str, rest: list[_Token], cues: Cues, lang: str) -> bool:
    """Whether a word with a capital stands before names and belongs to none."""
    if low in cues.no_names and fold(low) not in declined_places(lang):
        return True
    return low.rstrip(".") in english.NOT_NAMES or (english.is_demonym(low) and not _organised(rest))


@dataclass(frozen=True, slots=True)
class _Name:
    """A name with what stands around it, in lower case."""

    words: tuple[str, ...]
    lows: tuple[str, ...]
    before: str
    after: str
    titled: bool  # a title was cut off its front
    lang: str
    cues: Cues

    @property
    def behind_title(self) -> bool:
        """A title in lower case stands before it."""
        return self.before in english.TITLES or self.cues.is_title(self.before)


# Last words that make no name of what stands before them.
_NAMING = english.ORGANISATION | english.ORGANISATION_OF | english.PLACE_AFTER | english.BUILDINGS
_UNNAMED = (english.NO_NAME | english.MEASURED) - _NAMING
_BESIDE_PLACE = english.PLACE_AFTER | english.BUILDINGS
_ROLE_OR_BODY = english.ROLE_WORDS | english.ORGANISATION
_NOTHING = english.ROLE_WORDS | english.BUILDINGS | (english.ORGANISATION - english.ALONE)

# What is no name, or names what nobody follows.
_NO_NAMES: tuple[Callable[[_Name], bool], ...] = (
    lambda name: all(low in english.NOT_NAMES or low.isdigit() for low in name.lows),
    lambda name: len(name.words) == 1 and _says_nothing(name.words[0]),
    lambda name: _PARTY.fullmatch(name.words[0]) is not None,
    # "the Border War", "Labour Day": what happened, or when
    lambda name: name.lang == "en" and len(name.words) > 1 and name.lows[-1] in _UNNAMED,
    # "the pipeline Nord Wind", "Typhoon Rai", "MV Aurora"
    lambda name: name.before in english.THINGS and not _declined_place(name),
    lambda name: len(name.words) > 1 and name.lows[0] in english.THINGS and name.lang == "en",
    lambda name: name.words[0].isupper() and name.lows[0] in english.SHIPS and not _declined_place(name),
    lambda name: name.lows[-1] in english.LAWS and not _declined_place(name),  # "the Harbour Safety Act"
)


def _declined_place(name: _Name) -> bool:
    return len(name.words) == 1 and fold(name.words[0]) in declined_places(name.lang)


def _says_nothing(word: str) -> bool:
    """A people, a role, "Office" or "Bridge" alone is no name."""
    return english.is_demonym(word) or len(word) < 2 or word.casefold() in _NOTHING


def _known_place(name: _Name) -> _Verdict:
    return ("place", True) if fold_words(" ".join(name.words)) in english.known_places(name.lang) else None


def _saints_house(name: _Name) -> _Verdict:
    """ "St Anne Hospital"."""
    saint = name.lows[0] in english.SAINT and len(name.words) > 2
    return ("organisation", True) if saint and name.lows[-1] in english.ORGANISATION else None


def _beside_place_word(name: _Name) -> _Verdict:
    """ "Lake Orta", "Orta Bridge", "Orta province", "New Orta"."""
    beside = name.lows[-1] in _BESIDE_PLACE or name.lows[0] in english.PLACE_BEFORE
    anew = name.lows[0] in english.NEW and len(name.lows) == 2 and name.lows[1] not in english.ORGANISATION
    return ("place", True) if beside or anew or name.after in english.PLACE_AFTER else None


def _organisation_word(name: _Name) -> _Verdict:
    """ "the company Northgate", "Bundesbank", "Harbour Agency", "Friends of Orta"."""
    cues, lows = name.cues, name.lows
    headed = cues.is_head(lows[0]) and len(lows) > 1
    told = headed or name.before in english.MAKERS or cues.is_telling(lows[-1])
    named = lows[-1] in english.ORGANISATION or lows[0] in english.THE
    named = named or not english.BELONGING.isdisjoint(lows)
    return ("organisation", True) if told or named else None


def _letters(name: _Name) -> _Verdict:
    """ "WHO", "U.N."."""
    short = len(name.words) == 1 and name.words[0].isupper()
    return ("organisation", True) if short and 2 <= len(name.words[0].replace(".", "")) <= 6 else None


def _the_one(name: _Name) -> _Verdict:
    """ "the Bundestag": a seat of power or an institution."""
    alone = name.before in english.THE and len(name.words) == 1 and not name.titled
    return ("organisation", True) if alone else None


def _titled(name: _Name) -> _Verdict:
    return ("person", True) if name.titled or name.behind_title else None


def _with_article(name: _Name) -> _Verdict:
    """ "the Blue Lantern said" is no person; "the Orca Dawn", "el Teatro Colonial" may be anything."""
    if name.before in name.cues.articles and len(name.words) > 1:
        # "la Defensoría del Pueblo"
        return (None if name.cues.governs.isdisjoint(name.lows) else "organisation", False)
    if name.before not in english.THE or name.cues.nouns_capital:
        return None
    return ("organisation", True) if name.after in english.SPEAKING else (None, False)


def _speaks(name: _Name) -> _Verdict:
    """ "Rojas said"; abroad the verb may stand before: "dijo Rojas"."""
    abroad = name.before in name.cues.saying or name.after in name.cues.saying
    here = name.after in english.SPEAKING and not name.cues.nouns_capital
    here = here and not (name.before in name.cues.inside and len(name.words) == 1)
    return ("person", len(name.words) > 1) if abroad or here else None


def _where_nouns_have_capitals(name: _Name) -> _Verdict:
    """Two or three words may be a person in German; nothing else is told by a capital there."""
    if not name.cues.nouns_capital:
        return None
    named = len(name.words) in (2, 3) and not name.lows[0].endswith(("en", "es", "em"))
    return ("person" if named else None, False)


def _in_place_abroad(name: _Name) -> _Verdict:
    """ "en Rojas": sure in French and Spanish, where other prepositions stand before names of things."""
    if name.before not in name.cues.inside or len(name.words) > 1:
        return None
    return ("place", True) if name.lang in ("fr", "es") else (None, False)


def _by_length(name: _Name) -> _Verdict:
    """Two or three words are often a person, one behind "in" a place."""
    placed, count = name.before in english.PLACE_PREPOSITIONS, len(name.words)
    if placed and name.before not in english.GOAL:
        return "place", count == 1
    return ("person" if 2 <= count <= 4 else None, False)


# The first that says something decides.
_KINDS: tuple[Callable[[_Name], _Verdict], ...] = (
    _known_place, _saints_house, _beside_place_word, _organisation_word, _letters, _the_one, _titled, _with_article,
    _speaks, _where_nouns_have_capitals, _in_place_abroad, _by_length,
)  # fmt: skip


def _organised(run: list[_Token]) -> bool:
    """Whether a run of words ends in an organisation's telling word."""
    *lows, last = (token.text.casefold() for token in run)
    of = "of" in (*lows, last) and not english.ORGANISATION_OF.isdisjoint(lows)
    return bool(lows) and (last in english.ORGANISATION or of)


def _clean(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")
