"""A statement and its article's names in, the statement with what the reader lacks in square brackets out.

As newspapers do, and only where the article leaves no doubt: "[Jane] Roe" where only the family name stands,
"She [Jane Roe]" where the sentence before names one person and no other, "HBA [Harbour Board of Ashford]"
where the article itself explains the letters. Outside the brackets every word stays as it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..language import Language
from ..model import Article, Bracket, Fact
from ..text.annotation import Annotation
from .names import Name, Names, names_in

_WORD = re.compile(r"[^\W\d_]+(?:[’'-](?!s\b)[^\W\d_]+)*")
_MOST = 2  # brackets in one text; more are harder to read than the sentence they explain
_OPENING = 3  # words of a sentence in which its subject stands
_MARKS = re.compile(r"[\"“”„«»]")


@dataclass(frozen=True, slots=True)
class Insert:
    """Words to stand in brackets at a place of the text."""

    at: int
    words: str
    start: int  # in the article
    stands_for: str
    before: bool = False  # in front of the word, not behind it


def supply_brackets(
    article: Article, fact: Fact, before: Annotation | None, names: Names, language: Language
) -> Fact:
    """``fact`` with brackets; ``before`` is the sentence in front of the one it was read from."""
    if not fact.sources or fact.brackets or "[" in fact.text:
        return fact
    start = fact.sources[0].start
    found = [
        *_pronoun(article, fact, before, names, language),
        *_family_names(fact, names, language, start),
        *_letters(fact, names, start),
    ]
    if not found:
        return fact
    # Whoever reads of the story knows its main figure: what the headline does not explain needs no bracket.
    known = set(_WORD.findall(_headline(article)))
    found = [one for one in found if one.stands_for not in known]
    chosen = sorted(found[:_MOST], key=lambda insert: insert.at, reverse=True)
    text = fact.text
    for one in chosen:
        put = f"[{one.words}] " if one.before else f" [{one.words}]"
        text = text[: one.at] + put + text[one.at :]
    brackets = tuple(Bracket(one.words, one.stands_for, one.start) for one in reversed(chosen))
    return replace(fact, text=text, brackets=brackets) if chosen else fact


def without_brackets(fact: Fact) -> str:
    """The text as its sentence has it."""
    text = fact.text
    for bracket in fact.brackets:
        for put in (f" [{bracket.words}]", f"[{bracket.words}] "):
            if put in text:
                text = text.replace(put, "", 1)
                break
    return text


def _headline(article: Article) -> str:
    lines = (article.text[block.start : block.end] for block in article.blocks if block.kind == "headline")
    return " ".join([article.title, *lines])


def _pronoun(
    article: Article, fact: Fact, before: Annotation | None, names: Names, language: Language
) -> list[Insert]:
    """What a "she" that opens the text stands for."""
    found = _WORD.search(fact.text)
    if found is None or before is None or _all_marks(fact.text):
        return []
    low = found[0].lower()
    gender = next((g for g in ("he", "she") if low in language.used_as(f"pronoun-{g}")), "")
    if not gender or _ambiguous(low, language) or fact.speaker:
        return []  # a speaker's line says who it is
    person = _one_person(article.text, before, names, language, gender)
    if person is None or person.words in fact.text or _tells_of_figure(article, before, person, names, low):
        return []
    return [Insert(found.end(), person.words, person.start, found[0])]


def _tells_of_figure(article: Article, before: Annotation, person: Name, names: Names, low: str) -> bool:
    """ "Roe, the leader, said he was a fine man": the pronoun in front stands for whom the headline names, and may again."""
    told = {word.lower() for word in _WORD.findall(article.text[before.start : before.end])}
    known = (names.of(word, before.start) for word in _WORD.findall(_headline(article)))
    figures = {one.words for one in known if one is not None and one.gender == person.gender}
    return low in told and bool(figures) and person.words not in figures


def _ambiguous(low: str, language: Language) -> bool:
    """A pronoun that also stands for things, or for several."""
    others = ("pronoun-it", "pronoun-they", "pronoun-we")
    return language.nouns_capital or any(low in language.used_as(use) for use in others)


def _one_person(
    text: str, sentence: Annotation, names: Names, language: Language, gender: str
) -> Name | None:
    """The one person a sentence names, as its subject; None where there is another, or it may be a thing."""
    people = {name.words: name for name in names_in(text, sentence, language)}
    covered = " ".join(people)
    opening = ""
    for number, word in enumerate(_WORD.finditer(text, sentence.start, sentence.end)):
        if not word[0][0].isupper():
            continue
        if (known := names.of(word[0], word.start())) and word[0] not in covered.split():
            people[known.words] = known
        if number < _OPENING and not opening:
            opening = next((n for n in people if word[0] in n.split()), "")
    if len(people) != 1 or not opening:
        return None
    (person,) = people.values()
    whole = names.of(person.last, sentence.end)
    person = whole if whole is not None else person
    return person if person.gender == gender else None


def _family_names(fact: Fact, names: Names, language: Language, start: int) -> list[Insert]:
    """First names for family names that stand alone."""
    inserts: list[Insert] = []
    if not any(last in fact.text for last in names.full):
        return inserts
    words = list(_WORD.finditer(fact.text))
    shown = f"{fact.text} {fact.speaker} {fact.via}"
    for at, word in enumerate(words):
        known = names.of(word[0], start) if word[0][0].isupper() else None
        if known is None or known.words in shown or any(i.stands_for == word[0] for i in inserts):
            continue
        first = known.words[: -len(known.last)].strip()
        if not known.gender or len(first.split()) > 2 or fact.speaker.endswith(known.last):
            continue
        near = [i for i in (at - 1, at + 1) if 0 <= i < len(words) and _beside(fact.text, words, at, i)]
        if any(_part_of_name(words[i][0], language) for i in near):
            continue
        if at - 1 in near and words[at - 1][0].lower() in language.used_as("determiner"):
            continue  # "the Roes"
        inserts.append(Insert(word.start(), first, known.start, word[0], before=True))
    return inserts


def _beside(text: str, words: Sequence[re.Match[str]], one: int, other: int) -> bool:
    """Nothing but a space stands between two words."""
    first, second = sorted((one, other))
    return text[words[first].end() : words[second].start()].strip('"”“»«.') in (" ", "\u00a0")


def _part_of_name(near: str, language: Language) -> bool:
    """A word beside a name that makes it another name, or says who it is: "Mount Roe", "Mayor Roe"."""
    low = near.lower()
    if low in language.used_as("title") or low in language.used_as("role"):
        return True
    return near[0].isupper() and not any(low in language.used_as(use) for use in _APART)


_APART = ("opener", "preposition", "conjunction", "helper", "time", "as")


def _letters(fact: Fact, names: Names, start: int) -> list[Insert]:
    """What letters stand for that the article explains elsewhere."""
    inserts: list[Insert] = []
    for letters, name in names.short.items():
        if letters not in fact.text:
            continue
        found = re.search(rf"(?<![\w(]){re.escape(letters)}(?![\w)’'])", fact.text)
        if found and name.start < start and name.words not in fact.text and name.words != fact.speaker:
            inserts.append(Insert(found.end(), name.words, name.start, letters))
    return inserts


def _all_marks(text: str) -> bool:
    return bool(_MARKS.match(text.strip()[:1]))
