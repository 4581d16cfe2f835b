"""A language code in, that language's words of time out: its data file's, or those made of dateparser's.

The engine knows classes of words, never words. A class is one letter, so that a sentence becomes a short
string of classes and a rule a small pattern over it. Words have the letters of ``language.TIME_CLASSES``;
what is no word of a table has one of these:

    D 1-31   Y year-like number   N other number   I ISO date   / numeric date   : clock
    ' year in short   # quarter in short   年 a date in East Asian digits   x anything else
"""

from functools import cache, partial

from ...language import Words, known_languages, time_words
from ...language import english as english
from ...language.keys import BESIDE
from .table import Lexicon, make_lexicon

_SAME = {"no": "nb", "iw": "he", "in": "id"}  # codes that detectors and old pages give


@cache
def own_table(lang: str) -> bool:
    """Whether a language has words of time in a data file, and is not read with dateparser's."""
    return lang in known_languages() and bool(time_words(lang).classes)


@cache
def lexicon(lang: str) -> Lexicon:
    """The words of ``lang``: its file's, else those of dateparser's data, else the English ones."""
    code = lang.split("-")[0].lower()
    if code and not own_table(code):
        from .borrowed import borrowed_lexicon  # loads dateparser, which only these languages need

        borrowed = borrowed_lexicon(_SAME.get(code, code))
        if borrowed is not None:
            return borrowed
        code = ""
    return make_lexicon(code or "en", time_words(code or "en"))


@cache
def beside_in(lang: str, kind: str) -> frozenset[str]:
    """A language's words that make or unmake a date beside them, by ``language.time.BESIDE``; none where it has none."""
    return time_words(lang).beside.get(kind, frozenset())


beside = Words(partial(beside_in, "en"), BESIDE)  # the English ones: ``beside.hour_before``
