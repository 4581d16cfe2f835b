"""A block of text and its quotations in, the items that the grammar of reporting reads out.

An item is a word, a punctuation mark, or one whole stretch in quotation marks: what stands inside
the marks is what was said, so the grammar that looks for who said it steps over it.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from ...language import language
from ...text.annotation import Annotation
from ...text.quotes import Quote

DASHES = ",—–―‒−-"  # what parts words of reporting from speech without marks
ItemKind = Literal["word", "number", "possessive", "punct", "quote"]

# Abbreviations whose full stop belongs to them; a stop elsewhere is punctuation.
_ABBREVIATIONS = "|".join(language("en").patterns[kind] for kind in ("abbreviated", "abbreviated-there"))
_TOKEN = (
    r"(?P<plain>[A-Za-z]+(?![\w.'’ʼ‑-]|\s\.))"  # most words: nothing below could take them otherwise
    rf"|(?P<abbr>(?:{_ABBREVIATIONS})(?:\.|\s\.(?=\s[A-ZА-ЯЁЇІЄҐŁŚŻ]))|(?:[^\W\d_]\.){{2,}}|[A-ZА-ЯЁЇІЄҐŁŚŻ]\.(?=\s?[A-ZА-ЯЁЇІЄҐŁŚŻ]))"
    r"|(?P<apart>(?<=\s)['’]s(?=\s))"  # "the world 's", as texts cut into words write it
    r"|(?P<number>\d+(?:[.,:]\d+)*(?:[-–]\w+)*%?)"
    r"|(?P<word>[^\W_]+(?:['’ʼ‑-][^\W_]+)*)"
    r"|(?P<punct>[^\w\s]|_)"
)
_INVERTED = re.compile(r"(\w+?)(?:-t)?-(il|elle|ils|elles|on)", re.IGNORECASE)  # "a-t-il déclaré", "dit-elle"
_ELIDED = re.compile(r"qu['’](?=\w)", re.IGNORECASE)  # "a dit qu'il viendrait"
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_MARKS = "\"'“”„«»‚‘’\xa0 "  # no-break space: French sets one inside its marks


@cache
def _token(lang: str) -> re.Pattern[str]:
    """The pattern of an item; outside English also what the language cuts short before a name: "prok. Wilk"."""
    short = language(lang).abbreviations.title if lang != "en" else ()
    own = "|".join(re.escape(word) for word in sorted(short, key=len, reverse=True))
    return re.compile((rf"(?P<short>\b(?:{own})\.(?=\s[^\W\d_]))|" if own else "") + _TOKEN)


class Item(NamedTuple):  # no dataclass: hundreds in an article, and a frozen one costs three times as much
    """One unit of a sentence as the grammar sees it."""

    start: int
    end: int
    text: str
    low: str
    kind: ItemKind
    quote: int = -1  # index into the article's quotes, for kind "quote"
    tag: str = ""  # the part of speech, where the language's reader tells one

    @property
    def capital(self) -> bool:
        """The word begins with a capital letter."""
        return self.kind == "word" and self.text[:1].isupper()


def in_marks(item: Item) -> str:
    """The words of a quotation without its marks."""
    return item.text.strip(_MARKS)


def read_items(
    text: str, start: int, end: int, quotes: Sequence[Quote], lang: str = "en"
) -> tuple[Item, ...]:
    """The items of ``text[start:end]``; a quotation reaching into or out of the stretch is clipped to it."""
    items: list[Item] = []
    at = start
    first_quote = bisect_right(quotes, start, key=lambda quote: quote.end)
    for index in range(first_quote, len(quotes)):
        quote = quotes[index]
        if quote.start >= end:
            break
        if quote.start > at:
            items.extend(_words(text, at, quote.start, lang))
        first, last = max(quote.start, start), min(quote.end, end)
        items.append(Item(first, last, text[first:last], "", "quote", index))
        at = last
    items.extend(_words(text, at, end, lang))
    return tuple(items)


def tagged(items: Sequence[Item], form: Annotation) -> tuple[Item, ...]:
    """The items with the parts of speech of the sentence's annotation."""
    tags = {token.start: token.tag for token in form.tokens if token.tag}
    if not tags:
        return tuple(items)
    return tuple(
        Item(item.start, item.end, item.text, item.low, item.kind, item.quote, tags.get(item.start, ""))
        if item.kind == "word"
        else item
        for item in items
    )


def _words(text: str, start: int, end: int, lang: str) -> list[Item]:
    """Words, numbers and marks of a stretch without quotations."""
    items: list[Item] = []
    for found in _token(lang).finditer(text, start, end):
        first, last, word = found.start(), found.end(), found.group()
        if found.lastgroup == "plain":
            items.append(Item(first, last, word, word.lower(), "word"))
            continue
        if found.lastgroup == "word" and (tail := _POSSESSIVE.search(word)):
            cut = first + tail.start()
            items.append(Item(first, cut, text[first:cut], text[first:cut].lower(), "word"))
            items.append(Item(cut, last, text[cut:last], "'s", "possessive"))
            continue
        if found.lastgroup == "word" and (turned := _INVERTED.fullmatch(word)):
            cut = first + turned.end(1)
            items.append(Item(first, cut, turned[1], turned[1].lower(), "word"))
            items.append(Item(first + turned.start(2), last, turned[2], turned[2].lower(), "word"))
            continue
        kind: ItemKind = "word"
        if found.lastgroup == "word" and (elided := _ELIDED.match(word)):
            cut = first + elided.end()
            items.append(Item(first, cut, text[first:cut], "que", "word"))
            items.append(Item(cut, last, text[cut:last], text[cut:last].lower(), "word"))
            continue
        if found.lastgroup == "apart":
            items.append(Item(first, last, word, "'s", "possessive"))
            continue
        if found.lastgroup in ("abbr", "short"):
            items.append(Item(first, last, word, "".join(word.lower().split()), kind))
            continue
        if found.lastgroup == "number":
            kind = "number"
        elif found.lastgroup == "punct":
            kind = "punct"
        items.append(Item(first, last, word, word.lower(), kind))
    return items
