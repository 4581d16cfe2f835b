"""A block of text and its quotations in, the items that the grammar of reporting reads out.

An item is a word, a punctuation mark, or one whole stretch in quotation marks: what stands inside
the marks is what was said, so the grammar that looks for who said it steps over it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from operator import itemgetter
from typing import Literal, NamedTuple

from ...language import language
from ...text.annotation import Annotation, Token
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
# A stop that belongs to its word, as a token has it.
_SHORT = re.compile(rf"(?:{_ABBREVIATIONS})\.|(?:[^\W\d_]\.){{2,}}|[A-Z]\.")
_INVERTED = re.compile(r"(\w+?)(?:-t)?-(il|elle|ils|elles|on)", re.IGNORECASE)  # "a-t-il déclaré", "dit-elle"
# "qu'il viendrait", "n'a pas dit"
_ELIDED = re.compile(r"(?:qu|n(?!['’]t)|s(?!['’](?:est|étai|sont|ils?\b)))['’](?=\w)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_CONTRACTED = re.compile(r"(he|she|they)['’](ve|ll|d|re|s)", re.IGNORECASE)
_HELPERS = {"ve": "have", "ll": "will", "d": "had", "re": "are", "s": "has"}
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
    time: int = 0  # where the time ends that the item is part of; 0 outside of one


_Values = tuple[int, int, str, str, ItemKind, int, str, bool, int]
_item_of: Callable[[_Values], Item] = partial(tuple.__new__, Item)
_APOSTROPHES, _OPENS = ("'", "’"), ("'", "‘", "‚")
END = Item(-1, -1, "", "", "punct")


def item_at(items: Sequence[Item], at: int) -> Item:
    """The item at ``at``; behind the last one a mark without a sign."""
    return items[at] if at < len(items) else END


def in_marks(item: Item) -> str:
    """The words of a quotation without its marks."""
    return item.text.strip(_MARKS)


def read_words(
    text: str, start: int, end: int, lang: str = "en", form: Annotation | None = None
) -> tuple[Item, ...]:
    """The items of a stretch, what stands in quotation marks word by word: the tokens of ``form`` where it has them."""
    tokens = form.tokens if form and lang == "en" else ()
    first = bisect_left(tokens, start, key=itemgetter(0)) if start > (form.start if form else 0) else 0
    taken = _of_tokens(tokens[first:]) if tokens and "_" not in text[start:end] else None
    words = list(_words(text, start, end, lang, form)) if taken is None else taken
    if lang == "en":
        _mark_owners(words)
    for date in form.dates if form else ():
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


def _of_tokens(tokens: Sequence[Token]) -> list[Item] | None:
    """The same items that the letters would give; None where a mark or a stop belongs to its word in another way."""
    items: list[Item] = []
    for at, (start, end, word, low, tag) in enumerate(tokens):
        if word.isalpha():
            items.append(_item_of((start, end, word, low, "word", -1, tag, word[0].isupper(), 0)))
        elif not word[0].isalnum():
            if not _add_mark(items, tokens[at]):
                return None
        elif word[0].isdigit():
            items.append(_item_of((start, end, word, low, "number", -1, "", False, 0)))
        elif "." in word:
            initial = len(word) == 2 and not tokens[at + 1].text[0].isupper()
            if initial or not _SHORT.fullmatch(word):
                return None
            items.append(_item_of((start, end, word, low, "word", -1, tag, word[0].isupper(), 0)))
        else:
            for a, b, part, kind in _parts(start, end, word, "word"):
                own = word[a - start : b - start]
                capital = own[0].isupper()
                items.append(_item_of((a, b, own, part, kind, -1, tag if a == start else "", capital, 0)))
    return items


def _add_mark(items: list[Item], token: Token) -> bool:
    """Add what begins with a mark: one alone, "$5", an owner's "'s", the "'re" of "they're"; False where it is unclear."""
    start, end, word, low, _ = token
    if len(word) == 1:
        items.append(_item_of((start, end, word, word, "punct", -1, "", False, 0)))
        stopped = word == "." and len(items) > 1 and _SHORT.fullmatch(items[-2].text + word)
        return word != "‑" and not stopped
    if word[0] == "$":
        items.append(_item_of((start, start + 1, "$", "$", "punct", -1, "", False, 0)))
        items.append(_item_of((start + 1, end, word[1:], low[1:], "number", -1, "", False, 0)))
        return True
    if not items or items[-1].end != start or items[-1].kind != "word":
        return False
    if short := _CONTRACTED.fullmatch(items[-1].text + word):  # "they've"
        items.append(_item_of((start, end, word, _HELPERS[short[2].lower()], "word", -1, "", False, 0)))
    elif low == "'s":
        items.append(_item_of((start, end, word, low, "possessive", -1, "", False, 0)))
    else:
        whole = items.pop()
        items.append(whole._replace(end=end, text=whole.text + word, low=(whole.text + word).lower()))
    return True


def _words(text: str, start: int, end: int, lang: str, form: Annotation | None) -> Iterator[Item]:
    """Words, numbers and marks of a stretch by its letters."""
    tags = {token.start: token.tag for token in form.tokens} if form else {}
    for found in _token(lang).finditer(text, start, end):
        (first, last), sort = found.span(), found.lastgroup
        word = text[first:last]
        if sort == "plain":
            tag = tags.get(first, "")
            yield _item_of((first, last, word, word.lower(), "word", -1, tag, word[0].isupper(), 0))
            continue
        for a, b, low, kind in _parts(first, last, word, sort):
            part = text[a:b]
            if kind == "word":
                yield _item_of((a, b, part, low, kind, -1, tags.get(a, ""), part[:1].isupper(), 0))
            else:
                yield _item_of((a, b, part, low, kind, -1, "", False, 0))


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
    if short := _CONTRACTED.fullmatch(word):
        cut = first + short.end(1)
        return (first, cut, short[1].lower(), "word"), (cut, last, _HELPERS[short[2].lower()], "word")
    if tail := _POSSESSIVE.search(word):
        cut = tail.start()
        return (first, first + cut, word[:cut].lower(), "word"), (first + cut, last, "'s", "possessive")
    if turned := _INVERTED.fullmatch(word):
        (cut, then), (verb, who) = (turned.end(1), turned.start(2)), turned.group(1, 2)
        return (first, first + cut, verb.lower(), "word"), (first + then, last, who.lower(), "word")
    if elided := _ELIDED.match(word):
        cut = elided.end()
        head = "que" if low[0] == "q" else f"{low[0]}'"
        return (first, first + cut, head, "word"), (first + cut, last, word[cut:].lower(), "word")
    return ((first, last, low, "word"),)
