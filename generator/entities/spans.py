"""A text in, the stretches that may be names out, each with what its neighbours say it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model import EntityKind
from .cues import (
    ALONE,
    BUILDINGS,
    LAWS,
    MAKERS,
    NOT_NAMES,
    ORGANISATION,
    ORGANISATION_OF,
    PLACE_AFTER,
    PLACE_BEFORE,
    PLACE_PREPOSITIONS,
    ROLE_WORDS,
    SHIPS,
    SPEAKING,
    THINGS,
    TITLES,
    is_demonym,
    known_places,
)
from .cues_languages import Cues, cues_of, declined_places
from .link import PARTICLES, fold, fold_words

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-'’ʼ.][^\W_]+)*")
_ELISION = re.compile(r"[ld]['’](?=[^\W\d_a-zà-ÿ])|[LD]['’](?=[a-zà-ÿ])")  # not "L'Oréal"
_OPENS = frozenset('.!?:\n“”"«»')
_LONGEST = 7  # words of one name
_SAINTS = ("St", "Saint")  # "St. Mary's Hospital"


@dataclass(frozen=True, slots=True)
class Span:
    """A possible name, without titles; ``kind`` is None where nothing tells; ``sure`` where a cue does."""

    words: tuple[str, ...]
    kind: EntityKind | None
    sure: bool
    opening: bool  # stands at the beginning of a sentence, where every word is capitalised
    office: bool = False  # somebody with a title: "President Rojas"

    @property
    def name(self) -> str:
        """The words as one name."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    opening: bool
    joined: bool  # only a space since the word before


def find_spans(text: str, lang: str = "en") -> Iterator[Span]:
    """Every stretch of capitalised words, titles and sentence openers cut off."""
    tokens = _tokens(text)
    listed = _listed_places(tokens, text)
    cues = cues_of(lang)
    at = 0
    while at < len(tokens):
        size = _headed(tokens, at, cues) or _run(tokens, at, cues)
        if not size:
            at += 1
            continue
        if at in listed:
            yield Span((_clean(tokens[at].text),), "place", True, False)
        else:
            yield from _read(tokens, at, at + size, lang)
        at += size


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    last = 0
    for found in _WORD.finditer(text):
        start = found.start() + (2 if _ELISION.match(found[0]) else 0)
        between = text[last : found.start()]
        opening = not tokens or any(sign in _OPENS for sign in between)
        joined = bool(tokens) and between in (" ", ". ", "-", "\u00a0", " & ")
        if between == ". " and not (tokens and len(tokens[-1].text) <= 3 and tokens[-1].text[0].isupper()):
            joined = False
        elif between == ". ":
            # "the Clean Rivers Act. They …" ends there, "St. Mary" does not.
            opening = found[0].casefold() in NOT_NAMES
            joined = joined and not opening
        elided = start > found.start()
        tokens.append(_Token(text[start : found.end()], start, found.end(), opening, joined and not elided))
        last = found.end()
    return tokens


def _listed_places(tokens: list[_Token], text: str) -> set[int]:
    """The single names of a list that ends in a plural: "Mbale, Soroti, and Gulu oblasts"."""
    found: set[int] = set()
    for at, token in enumerate(tokens):
        low = token.text.casefold()
        if not (at and low.endswith("s") and low in PLACE_AFTER and _capital(tokens[at - 1])):
            continue
        place = at - 1
        while place >= 0 and (_capital(tokens[place]) or tokens[place].text == "and"):
            between = text[tokens[place].end : tokens[place + 1].start]
            if (place < at - 1 and between.strip() not in (",", "")) or "\n" in between:
                break
            if tokens[place].text != "and":
                found.add(place)
            place -= 1
    return found


def _run(tokens: list[_Token], at: int, cues: Cues) -> int:
    """How many tokens from ``at`` on may be one name, particles and "of" included."""
    if not _capital(tokens[at]):
        return 0
    size = 1
    while at + size < len(tokens) and size < _LONGEST:
        token = tokens[at + size]
        if not token.joined or token.opening:
            break
        if _possessive(tokens[at + size - 1]) and not _owned_office(tokens, at + size):
            break
        if _capital(token) and cues.is_head(token.text.casefold()):
            break
        if _capital(token) or (size == 1 and _joins(tokens, at)):
            size += 1
        elif token.text in PARTICLES or _links(tokens, at, at + size):
            step = 1
            while at + size + step < len(tokens) and tokens[at + size + step].text in (*PARTICLES, "the"):
                step += 1
            if at + size + step >= len(tokens) or not _capital(tokens[at + size + step]):
                break
            size += step + 1
        else:
            break
    return size


def _joins(tokens: list[_Token], at: int) -> bool:
    """Whether "and" goes on a name: "Food and Drug Administration", but "Germany and the Defence Ministry"."""
    if at + 2 >= len(tokens) or tokens[at + 1].text != "and" or tokens[at].opening:
        return False
    end = at + 2
    while end < len(tokens) and tokens[end].joined and _capital(tokens[end]):
        end += 1
    first = tokens[at].text.casefold()
    place = fold_words(first) in known_places("en") or is_demonym(first)
    last = tokens[end - 1].text.casefold()
    return end - at > 3 and last in ORGANISATION and not place and first not in ROLE_WORDS | ORGANISATION


def _headed(tokens: list[_Token], at: int, cues: Cues) -> int:
    """How many tokens the name of an organisation takes that begins with a telling word, 0 for none.

    "Organisation mondiale de la santé", "Міністерство оборони України": small words and genitives go on.
    """
    if not _capital(tokens[at]) or not cues.is_head(tokens[at].text.casefold()):
        return 0
    size, small, solid = 1, 0, 1
    while at + size < len(tokens) and size < _LONGEST:
        token, low = tokens[at + size], tokens[at + size].text.casefold()
        if not token.joined or token.opening:
            break
        if _capital(token):
            small = 0
        elif low in cues.goes_on:
            size += 1
            solid = solid if low in cues.governs else size
            continue
        elif small or not (
            cues.is_genitive(low) or (size > solid and tokens[at + size - 1].text.casefold() in cues.governs)
        ):
            break
        else:
            small += 1
        size += 1
        solid = size
    return solid if solid > 1 else 0


def _owned_office(tokens: list[_Token], at: int) -> bool:
    """ "President's Office": a role that owns an organisation is part of its name."""
    role = _clean(tokens[at - 1].text).casefold()
    return (role in TITLES or (at > 1 and tokens[at - 2].text in _SAINTS)) and (
        tokens[at].text.casefold() in ORGANISATION
    )


def _links(tokens: list[_Token], start: int, at: int) -> bool:
    """Whether "of" or "for" goes on an organisation's name."""
    return tokens[at].text in ("of", "for") and any(
        token.text.casefold() in ORGANISATION_OF for token in tokens[max(start, at - 2) : at]
    )


def _read(tokens: list[_Token], start: int, end: int, lang: str) -> Iterator[Span]:
    """The names within a run: openers, demonyms and titles are cut off its front."""
    cues = cues_of(lang)
    person = False
    first = start
    while first < end:
        low = tokens[first].text.casefold()
        if low in ("the",) and first + 1 < end and _outlet(tokens[first + 1 : end]):
            break
        if cues.is_head(low) and end - first > 1:
            break
        title = cues.is_title(low) and (end - first > 1 or not tokens[first].opening)
        if (low in ROLE_WORDS or title) and not _organised(tokens[first:end]):
            person = person or title or low in TITLES
        elif (
            person
            and end - first > 2
            and (fold(low) in _places_of(lang) or fold_words(low) in known_places(lang))
        ):
            pass  # "Мер Харкова Степан Гнатюк"
        elif person and tokens[first].text in PARTICLES:
            person = False  # "Bürgermeister von Leipzig"
        elif (
            (low in cues.no_names and fold(low) not in _places_of(lang))
            or low.rstrip(".") in NOT_NAMES
            or (is_demonym(low) and not _organised(tokens[first:end]))
        ):
            pass
        else:
            break
        first += 1
    words = tuple(
        _clean(token.text) if token is tokens[end - 1] else token.text for token in tokens[first:end]
    )
    if len(words) > 1 and words[-1].casefold() in PLACE_AFTER and words[-1].endswith("s"):
        words, end = words[:-1], end - 1  # "Soroti and Gulu Districts": two places
    for cut, word in enumerate(words):
        if cut and word.casefold() in TITLES and not _organised(tokens[first:end]):
            yield from _read(tokens, first + cut, end, lang)
            words, end = words[:cut], first + cut
            break
    if not words or all(word.casefold() in NOT_NAMES or word.isdigit() for word in words):
        return
    if len(words) == 1 and _says_nothing(words[0]):
        return
    if place := _places_of(lang).get(fold(words[0])) if len(words) == 1 else "":
        yield Span(tuple(place.split()), "place", True, tokens[first].opening)
        return
    before = tokens[first - 1].text.casefold() if first else ""
    after = tokens[end].text.casefold() if end < len(tokens) else ""
    if before in THINGS or (words[0].isupper() and words[0].lower() in SHIPS) or words[-1].casefold() in LAWS:
        return  # "the pipeline Nord Wind", "the ferry Aurora", "MV Aurora", "the Harbour Safety Act"
    kind, sure = _kind(words, before, after, person and first > start, lang)
    if kind == "place" and tokens[first].opening and len(words) == 1 and before:
        sure = sure and fold_words(words[0]) in known_places(lang)
    titled = (person and first > start) or before in TITLES or cues.is_title(before)
    yield Span(words, kind, sure, tokens[first].opening, kind == "person" and titled)


def _says_nothing(word: str) -> bool:
    """A people, a role or "Office" alone is no name."""
    low = word.casefold()
    return is_demonym(word) or len(word) < 2 or low in ROLE_WORDS or low in ORGANISATION - ALONE


def _kind(
    words: tuple[str, ...], before: str, after: str, titled: bool, lang: str
) -> tuple[EntityKind | None, bool]:
    lows = [word.casefold() for word in words]
    cues = cues_of(lang)
    if fold_words(" ".join(words)) in known_places(lang):
        return "place", True
    if lows[0] in ("st", "saint") and len(words) > 2 and lows[-1] in ORGANISATION:
        return "organisation", True
    if lows[-1] in PLACE_AFTER | BUILDINGS or lows[0] in PLACE_BEFORE or after in PLACE_AFTER:
        return "place", True
    if before in MAKERS or (cues.is_head(lows[0]) and len(words) > 1) or cues.is_telling(lows[-1]):
        return "organisation", True
    if lows[-1] in ORGANISATION or lows[0] == "the" or set(lows) & {"of", "for"}:
        return "organisation", True
    if len(words) == 1 and words[0].isupper() and 2 <= len(words[0].replace(".", "")) <= 6:
        return "organisation", True
    if before == "the" and len(words) == 1 and not titled:
        return "organisation", True  # "the Bundestag": a seat of power or an institution
    if titled or before in TITLES or cues.is_title(before):
        return "person", True
    if before in cues.saying or after in cues.saying:
        return "person", len(words) > 1
    if cues.nouns_capital:
        named = len(words) in (2, 3) and not lows[0].endswith(("en", "es", "em"))
        return ("person", False) if named else (None, False)
    if before in cues.inside and len(words) == 1:
        return ("place", True) if lang in ("fr", "es") else (None, False)
    if after in SPEAKING:
        return "person", len(words) > 1
    if len(words) in (2, 3) and before not in PLACE_PREPOSITIONS:
        return "person", False
    if before in PLACE_PREPOSITIONS and before not in ("to", "from", "for", "at"):
        return "place", len(words) == 1
    return ("person", False) if 2 <= len(words) <= 4 else (None, False)


def _places_of(lang: str) -> Mapping[str, str]:
    return declined_places(lang)


def _outlet(rest: list[_Token]) -> bool:
    return _organised(rest) or len(rest) > 1


def _organised(run: list[_Token]) -> bool:
    """Whether a run of words ends in an organisation's telling word."""
    lows = [token.text.casefold() for token in run]
    return len(lows) > 1 and (
        lows[-1] in ORGANISATION or bool(set(lows[:-1]) & ORGANISATION_OF and "of" in lows)
    )


def _capital(token: _Token) -> bool:
    return token.text[0].isupper() or (token.text[:3] in ("al-", "el-") and token.text[3:4].isupper())


def _possessive(token: _Token) -> bool:
    return token.text.endswith(("'s", "’s", "'", "’"))


def _clean(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")
