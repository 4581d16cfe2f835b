"""A block of text and its quotations in, the items that the grammar of reporting reads out.

An item is a word, a punctuation mark, or one whole stretch in quotation marks: what stands inside
the marks is what was said, so the grammar that looks for who said it steps over it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from operator import itemgetter
from typing import Literal, NamedTuple, TypeVar

from ...language import language
from ...text.annotate import DOMAIN
from ...text.annotation import Annotation, Token
from ...text.quotes import Quote

DASHES = ",—–―‒−-"  # what parts words of reporting from speech without marks
T = TypeVar("T")
ItemKind = Literal["word", "number", "possessive", "punct", "quote"]

_INVERTED = re.compile(r"(\w+?)(?:-t)?-(il|elle|ils|elles|on)", re.IGNORECASE)  # "a-t-il déclaré", "dit-elle"
# "qu'il viendrait", "n'a pas dit"
_ELIDED = re.compile(
    r"(?i:qu|n(?!['’]t)|s(?!['’](?:est|étai|sont|ils?\b)))['’](?=\w)|l['’](?=[A-Z]{2,})"  # "l'AFP"
)
_CONTRACTED = re.compile(r"(he|she|they)['’](ve|ll|d|re|s)", re.IGNORECASE)
_HELPERS = {"ve": "have", "ll": "will", "d": "had", "re": "are", "s": "has"}
_DOMAIN = re.compile(DOMAIN)
_MARKS = "\"'“”„«»‚‘’\xa0 "  # no-break space: French sets one inside its marks


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
    time: int = 0  # where the time ends that the item is part of; 0 outside of one


_Values = tuple[int, int, str, str, ItemKind, int, str, bool, int]
_item_of: Callable[[_Values], Item] = partial(tuple.__new__, Item)
_APOSTROPHES, _OPENS = ("'", "’"), ("'", "‘", "‚")
END = Item(-1, -1, "", "", "punct")


def item_at(items: Sequence[Item], at: int) -> Item:
    """The item at ``at``; behind the last one a mark without a sign."""
    return items[at] if at < len(items) else END


def is_mark(item: Item) -> bool:
    """A mark and no word."""
    return item.kind == "punct"


def is_capital(item: Item) -> bool:
    """A word that begins with a capital letter."""
    return item.capital


def past(items: Sequence[T], at: int, walks: Callable[[T], bool]) -> int:
    """One past the items from ``at`` on that are walked over."""
    while at < len(items) and walks(items[at]):
        at += 1
    return at


def back(items: Sequence[T], at: int, walks: Callable[[T], bool]) -> int:
    """The last item up to ``at`` that is not walked over, or the first of all."""
    while at > 0 and walks(items[at]):
        at -= 1
    return at


def run_before(items: Sequence[T], end: int, walks: Callable[[T], bool]) -> int:
    """Where the run of items begins that are walked over and end before ``end``."""
    while end > 0 and walks(items[end - 1]):
        end -= 1
    return max(end, 0)


def in_marks(item: Item) -> str:
    """The words of a quotation without its marks."""
    return item.text.strip(_MARKS)


def read_words(form: Annotation, start: int) -> tuple[Item, ...]:
    """The items of a sentence from ``start`` on, what stands in quotation marks word by word."""
    words: list[Item] = []
    for token in form.tokens[bisect_left(form.tokens, start, key=itemgetter(0)) :]:
        first, last, text, low, tag = token
        if text.isalpha():
            words.append(_item_of((first, last, text, low, "word", -1, tag, text[0].isupper(), 0)))
        else:
            _add(words, token)
    if language(form.lang).code == "en":
        _mark_owners(words)
    for date in form.dates:
        if date.type not in ("DATE", "TIME") or date.role in ("attributive", "possessive"):
            continue  # "the 30-day ban", "Monday's vote": no time beside a verb
        for at in range(bisect_left(words, date.start, key=itemgetter(0)), len(words)):
            if words[at].start >= date.end:
                break
            words[at] = words[at]._replace(time=date.end)
    return tuple(words)


def _mark_owners(words: list[Item]) -> None:
    """ "the Adlers' house": an apostrophe behind an s, with a word to follow and no mark open before it, tells an owner."""
    for at, item in enumerate(words):
        if item.text not in _APOSTROPHES or not 0 < at < len(words) - 1:
            continue
        owner, owned = words[at - 1], words[at + 1]
        beside = owner.end == item.start and owner.kind == owned.kind == "word"
        if beside and owner.low.endswith("s"):
            opened = any(one.text in _OPENS or one.text == item.text for one in words[:at])
            words[at] = item if opened else item._replace(kind="possessive")


def with_quotes(
    words: tuple[Item, ...], text: str, start: int, end: int, quotes: Sequence[Quote]
) -> tuple[Item, ...]:
    """The items of a stretch with each quotation as one, whose words are stepped over."""
    items: list[Item] = []
    at = 0
    for index in range(bisect_right(quotes, start, key=lambda quote: quote.end), len(quotes)):
        first, last = max(quotes[index].start, start), min(quotes[index].end, end)
        if first >= end:
            break
        after = bisect_left(words, first, at, key=itemgetter(0))
        items += words[at:after]
        items.append(Item(first, last, text[first:last], "", "quote", index))
        at = bisect_left(words, last, after, key=itemgetter(0))
    return (*items, *words[at:]) if items else words


def _add(items: list[Item], token: Token) -> None:
    """Add what is more than plain letters: a number, a mark, a word with marks in it, what stands behind an apostrophe."""
    start, end, text, low, tag = token
    if "." in text and _DOMAIN.fullmatch(text):
        items.append(Item(start, end, text, low, "word", -1, "NP", capital=True))
    elif text[0].isdigit():
        items.append(Item(start, end, text, low, "number"))
    elif text[0].isalpha():
        for a, b, part in _parts(start, end, text):
            own = text[a - start : b - start]
            items.append(Item(a, b, own, part, "word", -1, tag if a == start else "", own[0].isupper()))
    elif len(text) == 1:
        items.append(Item(start, end, text, text, "punct"))
    elif text[0] == "$":
        items.append(Item(start, start + 1, "$", "$", "punct"))
        items.append(Item(start + 1, end, text[1:], low[1:], "number"))
    else:
        _add_behind(items, token)


def _add_behind(items: list[Item], token: Token) -> None:
    """Add what an apostrophe opens: an owner's "'s", the "'re" of "they're", or the end of the word before."""
    start, end, text, low, _ = token
    whole = items[-1] if items and items[-1].end == start and items[-1].kind == "word" else None
    if whole and (short := _CONTRACTED.fullmatch(whole.text + text)):
        items.append(Item(start, end, text, _HELPERS[short[2].lower()], "word"))
    elif low == "'s":
        items.append(Item(start, end, text, low, "possessive"))
    elif whole:
        word = whole.text + text
        items[-1] = whole._replace(end=end, text=word, low=word.lower())
    else:
        items.append(Item(start, start + 1, text[0], text[0], "punct"))
        items.append(Item(start + 1, end, text[1:], low[1:], "word", capital=text[1].isupper()))


def _parts(first: int, last: int, word: str) -> Sequence[tuple[int, int, str]]:
    """What a word that is more than plain letters is made of: offsets, lower case."""
    low = word.lower()
    if "." in word:
        return ((first, last, "".join(low.split())),)
    if turned := _INVERTED.fullmatch(word):
        (cut, then), (verb, who) = (turned.end(1), turned.start(2)), turned.group(1, 2)
        return (first, first + cut, verb.lower()), (first + then, last, who.lower())
    if elided := _ELIDED.match(word):
        cut = elided.end()
        head = "que" if low[0] == "q" else f"{low[0]}'"
        return (first, first + cut, head), (first + cut, last, word[cut:].lower())
    return ((first, last, low),)
