"""A noun phrase in, the name of the news outlet it is out, ``""`` when it is none.

An outlet is known by its name (the agencies and broadcasters every desk cites), by a word in its
name ("… Times", "… News Agency") or by the noun before it ("state news agency …").
"""

from collections.abc import Sequence
from itertools import groupby

from ...language import english
from ...language.names import listed
from .lexicon import Lexicon
from .tokens import Item

# Outlets whose name does not say that they are one.
KNOWN = listed("outlet")
# The last or only telling word of an outlet's name.
_NAME_WORDS = listed("outlet-word")
_GERMAN_ENDINGS = tuple(listed("outlet-ending"))
_CLASSIFIERS = listed("outlet-kind")
# "the" belongs to a newspaper's name, not to an agency's or a broadcaster's.
_NO_ARTICLE = listed("outlet-bare")
_NOT_PRESS = listed("no-press")
_OF_FRANCE = listed("outlet-of-france")
_NEWS = listed("news")
_DESCRIBED = listed("news-before")


def outlet_name(items: Sequence[Item], lex: Lexicon, *, heard: bool = False) -> str:
    """The outlet that ``items`` name, as the text writes it, "The" kept where it belongs to the name.

    ``heard``: the words were told to whoever ``items`` name, so that "The Sun" is a paper, not the star.
    """
    for first, last in _capital_runs(items):
        run = items[first:last]
        behind = items[last].low if last < len(items) else ""
        called = behind in _CLASSIFIERS and behind not in english.plain_outlet
        titled = heard and run[0].text == "The" and 2 <= len(run) <= 4
        article = first > 0 and items[first - 1].low in english.the
        press = heard and article and run[-1].low.rpartition("-")[2] in _NAME_WORDS  # "told the Courier"
        if called or titled or press or _is_outlet(run, items[:first], lex):
            words = " ".join(item.text for item in run)
            return f"The {words}" if article and _takes_article(run) else words
    return ""


def _capital_runs(items: Sequence[Item]) -> list[tuple[int, int]]:
    """Unbroken capitalised stretches, also over "&"."""
    runs: list[tuple[int, int]] = []
    joined = (item.text == "&" and items[max(0, at - 1)].capital for at, item in enumerate(items))
    named = [item.capital or joins for item, joins in zip(items, joined, strict=True)]
    for capital, group in groupby(range(len(items)), named.__getitem__):
        first, *rest = group
        runs += [(first, first + len(rest) + 1)] if capital else []
    return runs


def _is_outlet(run: Sequence[Item], before: Sequence[Item], lex: Lexicon) -> bool:
    """Whether the capitals are an outlet's name, given the words before them."""
    lows = [item.low for item in run[run[0].low in english.the :]]
    if not lows or not _NOT_PRESS.isdisjoint(lows):
        return False
    tail = lows[-1]
    if tail in _CLASSIFIERS and len(lows) == 1 and not before:
        return False
    known = len(lows) <= 4 and not KNOWN.isdisjoint(lows) and lex.titles.isdisjoint(lows)
    if known or (lows[0] == "france" and tail in _OF_FRANCE):
        return True
    if lex.nouns_capital and len(lows) <= 3 and tail.endswith(_GERMAN_ENDINGS):
        return True
    if tail in _NAME_WORDS and len(lows) > 1:
        return tail != "agency" or _said_to_be_news(lows, before)
    return any(item.low in _CLASSIFIERS for item in before[-2:])


def _said_to_be_news(lows: Sequence[str], before: Sequence[Item]) -> bool:
    """An "Agency" is an outlet when something calls it one: "news", "state-run", "press"."""
    return any(low in _NEWS for low in lows) or any(item.low in _DESCRIBED for item in before)


def _takes_article(run: Sequence[Item]) -> bool:
    """Newspapers carry "The"; agencies, broadcasters and short forms do not."""
    last = run[-1]
    if last.low in _NO_ARTICLE or run[0].low in english.the:
        return False
    return len(run) > 1 and not last.text.isupper()
