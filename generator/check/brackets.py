"""Facts and their articles in, words in square brackets and contexts that the article does not say out.

Inside the brackets of a fact's text stand words of the article that carries it; brackets that stand in the quote
already are the article's own. Figures given as data are looked at here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import OMITTED
from ..errors import Problem, problem
from ..model import Article, Bracket, Fact
from ..store.content import Content

_BRACKETED = re.compile(r"\[([^\[\]]{1,400})\]")


def find_unproved_brackets(content: Content) -> Iterator[Problem]:
    """Brackets whose words do not stand in the article, that no entry tells of, or that are not in the text."""
    for fact in content.facts:
        article = content.articles.get(fact.sources[0].article) if fact.sources else None
        if article is None or not article.text:
            continue
        told = [_plain(bracket.words) for bracket in fact.brackets]
        quoted = {_plain(words) for source in fact.sources for words in _BRACKETED.findall(source.quote)}
        shown = [words for words in _BRACKETED.findall(fact.text) if _plain(words) not in quoted]
        for words in shown:
            if _plain(words) not in told:
                yield from _untold(content, fact, article, words)
        for number, bracket in enumerate(fact.brackets):
            yield from _told(content, fact, article, number, bracket)


def find_unproved_contexts(content: Content) -> Iterator[Problem]:
    """Contexts of which a sentence stands in no article of the fact."""
    for fact in content.facts:
        if not fact.context:
            continue
        articles = (content.articles.get(source.article) for source in fact.sources)
        texts = [_plain(article.text) for article in articles if article is not None and article.text]
        for part in fact.context.split(OMITTED):
            if texts and not any(_plain(part) in text for text in texts):
                yield problem(
                    "context-missing", content.place(fact.place, "context"), fact=fact.id, value=part[:60]
                )


def find_unsure_figures(content: Content) -> Iterator[Problem]:
    """Figures that say at least and about at once."""
    for fact in content.facts:
        if fact.measure is not None and fact.measure.at_least and fact.measure.about:
            place = content.place(fact.place, "measure")
            yield problem("measure-both", place, fact=fact.id, value=fact.measure.what)


def stands_at(words: str, start: int, text: str) -> bool:
    """Whether ``words`` stand at ``start``: only the first letter's case and the white space may differ."""
    match = _pattern(words).match(text, start) if 0 <= start < len(text) else None
    return match is not None


def find_in(words: str, text: str) -> int:
    """Where ``words`` stand first, or -1."""
    found = _pattern(words).search(text)
    return found.start() if found else -1


def _untold(content: Content, fact: Fact, article: Article, words: str) -> Iterator[Problem]:
    place = content.place(fact.place, "text")
    at = find_in(words, article.text)
    if at < 0:
        yield problem(
            "bracket-missing", place, fact=fact.id, article=article.id, value=words, article_id=article.id
        )
    else:
        yield problem("bracket-untold", place, fact=fact.id, value=words, start=at)


def _told(content: Content, fact: Fact, article: Article, number: int, bracket: Bracket) -> Iterator[Problem]:
    place = content.place(fact.place, "brackets", number)
    words = bracket.words
    if f"[{_plain(words)}]" not in _plain(fact.text):
        yield problem("bracket-unused", place, fact=fact.id, value=words)
    at = find_in(words, article.text)
    if at < 0:
        yield problem(
            "bracket-missing", place, fact=fact.id, article=article.id, value=words, article_id=article.id
        )
    elif bracket.start >= 0 and not stands_at(words, bracket.start, article.text):
        yield problem("bracket-start", place, fact=fact.id, value=words, start=bracket.start, found=at)


def _pattern(words: str) -> re.Pattern[str]:
    """The words with any white space between them, their first letter large or small."""
    pieces = [re.escape(piece) for piece in words.split()]
    first = words.split()[0] if pieces else ""
    if first[:1].isalpha():
        letters = {first[0].lower(), first[0].upper()}
        pieces[0] = f"(?:{'|'.join(map(re.escape, sorted(letters)))}){re.escape(first[1:])}"
    return re.compile(r"(?<!\w)" + r"\s+".join(pieces) + r"(?!\w)" if pieces else r"(?!)")


def _plain(words: str) -> str:
    return " ".join(words.split())
