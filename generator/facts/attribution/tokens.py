"""A block of text and its quotations in, the items that the grammar of reporting reads out.

An item is a word, a punctuation mark, or one whole stretch in quotation marks: what stands inside
the marks is what was said, so the grammar that looks for who said it steps over it.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
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
    tag: str = ""  # the part of speech of a word, where the language's reader tells one
    capital: bool = False  # a word that begins with a capital letter


_item_of: Callable[[tuple[int, int, str, str, ItemKind, int, str, bool]], Item] = partial(tuple.__new__, Item)


def in_marks(item: Item) -> str:
    """The words of a quotation without its marks."""
    return item.text.strip(_MARKS)


def read_items(
    text: str,
    start: int,
    end: int,
    quotes: Sequence[Quote],
    lang: str = "en",
    form: Annotation | None = None,
) -> tuple[Item, ...]:
    """The items of ``text[start:end]`` with the parts of speech in ``form``; a quotation reaching into or out of the
    stretch is clipped to it."""
    tags = {token.start: token.tag for token in form.tokens} if form else {}
    items: list[Item] = []
    at = start
    first_quote = bisect_right(quotes, start, key=lambda quote: quote.end)
    for index in range(first_quote, len(quotes)):
        quote = quotes[index]
        if quote.start >= end:
            break
        if quote.start > at:
            items.extend(_words(text, at, quote.start, lang, tags))
        first, last = max(quote.start, start), min(quote.end, end)
        items.append(Item(first, last, text[first:last], "", "quote", index))
        at = last
    items.extend(_words(text, at, end, lang, tags))
    return tuple(items)


def _words(text: str, start: int, end: int, lang: str, tags: Mapping[int, str]) -> Iterator[Item]:
    """Words, numbers and marks of a stretch without quotations."""
    for found in _token(lang).finditer(text, start, end):
        (first, last), sort = found.span(), found.lastgroup
        word = text[first:last]
        if sort == "plain":
            tag = tags.get(first, "")
            yield _item_of((first, last, word, word.lower(), "word", -1, tag, word[0].isupper()))
            continue
        for a, b, low, kind in _parts(first, last, word, sort):
            part = text[a:b]
            if kind == "word":
                yield _item_of((a, b, part, low, kind, -1, tags.get(a, ""), part[:1].isupper()))
            else:
                yield _item_of((a, b, part, low, kind, -1, "", False))


def _parts(first: int, last: int, word: str, sort: str | None) -> Sequence[tuple[int, int, str, ItemKind]]:
    """What a word that is more than plain letters is made of: offsets, lower case, kind."""
    low = word.lower()
    if sort == "apart":
        return ((first, last, "'s", "possessive"),)
    if sort in ("abbr", "short"):
        return ((first, last, "".join(low.split()), "word"),)
    if sort != "word":
        return ((first, last, low, "number" if sort == "number" else "punct"),)
    if word.isalpha():
        return ((first, last, low, "word"),)
    if tail := _POSSESSIVE.search(word):
        cut = tail.start()
        return (first, first + cut, word[:cut].lower(), "word"), (first + cut, last, "'s", "possessive")
    if turned := _INVERTED.fullmatch(word):
        (cut, then), (verb, who) = (turned.end(1), turned.start(2)), turned.group(1, 2)
        return (first, first + cut, verb.lower(), "word"), (first + then, last, who.lower(), "word")
    if elided := _ELIDED.match(word):
        cut = elided.end()
        return (first, first + cut, "que", "word"), (first + cut, last, word[cut:].lower(), "word")
    return ((first, last, low, "word"),)
