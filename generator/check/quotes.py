"""Facts and the texts of their articles in, quotes and date words that do not stand there out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import Problem, problem
from ..store.content import Content
from ..text.parts import misplaced
from .slips import without_marks

# Characters that editors and publishers swap without changing what is quoted.
_SAME = {
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "ʼ": "'",
    "–": "-", "—": "-", "‑": "-", "‐": "-", "…": "...",
}  # fmt: skip
_CLASSES = {
    '"': "[\"“”„«»]", "'": "['‘’‚ʼ]", "-": "[-–—‑‐]",
}  # fmt: skip


def find_lost_quotes(content: Content) -> Iterator[Problem]:
    """A quote must stand in its article character for character, and so must the words of its date."""
    for fact in content.facts:
        for number, source in enumerate(fact.sources):
            article = content.articles.get(source.article)
            if article is None or not article.text:
                continue
            if source.quote not in article.text:
                place = content.place(fact.place, "sources", number, "quote")
                yield problem(
                    "quote-missing",
                    place,
                    fact=fact.id,
                    article=article.id,
                    article_id=article.id,
                    value=_short(source.quote),
                    hint=_hint(source.quote, article.text),
                )
            if where := misplaced(article, source.quote, source.at):
                place = content.place(fact.place, "sources", number, "at")
                yield problem("source-place", place, fact=fact.id, value=source.at, where=where)
            words = source.date.words
            if words and words not in article.text:
                place = content.place(fact.place, "sources", number, "date", "words")
                yield problem(
                    "date-words-missing",
                    place,
                    fact=fact.id,
                    article=article.id,
                    article_id=article.id,
                    value=words,
                )


def as_printed(quote: str, text: str) -> str:
    """The one stretch of ``text`` that differs from ``quote`` only in white space, quotation marks or dashes."""
    plain = "".join(_SAME.get(char, char) for char in quote)
    pieces = [_piece(piece) for piece in plain.split()]
    if not pieces:
        return ""
    found = {match[0] for match in re.finditer(r"\s+".join(pieces), text)}
    return found.pop() if len(found) == 1 else ""


def _piece(word: str) -> str:
    """A pattern for a word in any typographic dress; every part has one length, so it cannot backtrack."""
    pattern = "".join(_CLASSES.get(char, re.escape(char)) for char in word)
    return pattern.replace(r"\.\.\.", r"(?:\.\.\.|…)")


def _hint(quote: str, text: str) -> str:
    if as_printed(quote, text) or as_printed(without_marks(quote), text):
        return "Only spaces or quotation marks differ: 'chronofact check --fix' mends it."
    start = _longest_start(quote, text)
    if start >= 20:
        whole = quote[:start].rstrip() if quote[start - 1].isspace() else quote[:start].rsplit(maxsplit=1)[0]
        return f"It stands there up to '…{whole[-30:]}'; copy the rest from the article."
    return "Copy it from the article, or remove the source."


def _longest_start(quote: str, text: str) -> int:
    """How many first characters of ``quote`` stand in ``text``: bisection, since a part of a part stands too."""
    low, high = 0, len(quote)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if quote[:middle] in text else (low, middle - 1)
    return low


def _short(quote: str) -> str:
    return quote if len(quote) <= 80 else f"{quote[:77]}…"
