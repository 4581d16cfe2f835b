"""A language code in, the table of that language's time words out.

Each language is one module of plain tables; the engine knows classes of words, never words. A class is
one letter, so that a sentence becomes a short string of classes and a rule a small pattern over it:

    D 1-31   Y year-like number   N other number   n number word   q vague quantity   a one/a
    o ordinal   s "second"   K decade   I ISO date   / numeric date   : clock   p a.m./p.m.   Z zone
    O o'clock   M month   m month or word   W weekday   w weekday or word   U unit   H half   P part of day
    S season   B era   F fiscal   R day seen from now   V named day   E early/mid/late   L last   X next
    T this   t that   j same   G later/earlier/ago   k about   e every   r per   f of   h the
    8 a length in one word   # quarter in short   ' year in short   d day of history   z adjective of time   < "vor"   > "dans"   0 midyear   ! a unit in one word
    i in   u on   b from/between   v to/until   l at   c and   Q quarter nouns   A adverb of repetition
    年 a date in East Asian digits   J present/past/future word   y word that makes an age   g possessive   x anything else
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from .table import Lexicon

LANGUAGES = ("en", "uk", "ru", "pl", "de", "fr", "es")
_SAME = {"no": "nb", "iw": "he", "in": "id"}  # codes that detectors and old pages give


@cache
def lexicon(lang: str) -> Lexicon:
    """The table of ``lang``: ours, else one made of dateparser's data, else the English one."""
    code = lang.split("-")[0].lower()
    if code and code not in LANGUAGES:
        from .borrowed import borrowed_lexicon  # loads dateparser, which only these languages need

        borrowed = borrowed_lexicon(_SAME.get(code, code))
        if borrowed is not None:
            return borrowed
    if code not in LANGUAGES:
        code = "en"
    table: Lexicon = import_module(f"{__name__}.{code}").LEXICON
    return table
