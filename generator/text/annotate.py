"""A sentence in, one frozen annotation of it out: tokens, clauses, the main verb with tense and voice,
quotations, and the times it mentions.

Made once a sentence and asked by every later stage. English is read by parts of speech (``tagger``), the
other languages by the forms of their verbs (``clauses_abroad``).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from ..language import language
from ..model import Block, ResolvedDate, Sentence
from ..values import replace
from . import clauses_abroad, clauses_en
from .annotation import Annotation, main_of, token_of
from .quotes import find_quotes
from .tagger import tagger

_LONGEST = 4000  # characters; what goes on longer is no sentence, but a table or a log

# "port24.de": the address of a site is its name.
DOMAIN = r"\b(?:(?=[0-9-]*[A-Za-z])[A-Za-z0-9-]++\.){1,3}[a-z]{2,}\b(?![.@]\w)"
_CAPITAL = "[A-ZА-ЯЁЇІЄҐŁŚŻ]"
_SHORT, _SHORT_THERE = (language("en").patterns[kind] for kind in ("abbreviated", "abbreviated-there"))


@cache
def token_pattern(lang: str) -> re.Pattern[str]:
    """The pattern of a token; outside English also what the language cuts short before a name: "prok. Wilk"."""
    short = language(lang).abbreviations.title if lang != "en" else ()
    own = "|".join(re.escape(word) for word in sorted(short, key=len, reverse=True)) or "(?!)"
    return re.compile(
        r"(?=\S)(?:"  # asked first: of a space each alternative would be tried
        r"[A-Za-z]+(?![\w.'’ʼ‑-]|\s\.)|[^\w\s$'’-]"  # most words and marks: nothing below could take them otherwise
        rf"|{DOMAIN}"
        rf"|\b(?:{own})\.(?=\s[^\W\d_])"
        rf"|(?:[^\W\d_]\.)+[^\W\d_](?!\w)\.?|{_CAPITAL}\.(?=\s?{_CAPITAL})"
        rf"|(?:(?i:{_SHORT})|{_SHORT_THERE})(?:\.|\s\.(?=\s{_CAPITAL}))"
        r"|\$?\d+(?:[.,:]\d+)*(?:[-–]\w+)*%?"
        r"|(?i:['’](?:s|ll|re|ve|d|m)\b|[^\W_]+?(?=['’](?:s|ll|re|ve|d|m)\b))"
        r"|[^\W_]+(?:['’ʼ‑-][^\W_]+)*|[^\w\s]|_)"
    )


def annotate(
    text: str,
    start: int,
    end: int,
    lang: str = "en",
    quotes: Sequence[tuple[int, int]] = (),
    dates: tuple[ResolvedDate, ...] = (),
) -> Annotation:
    """The annotation of ``text[start:end]``; ``quotes`` are the quotations of the text, in order, ``dates`` its own times."""
    inside = tuple((max(a, start), min(b, end)) for a, b in quotes if a < end and start < b)
    if end - start > _LONGEST:
        return Annotation(start, end, lang, (), (), inside, dates)
    english = (lang or "en").split("-")[0] == "en"
    spans = [found.span() for found in token_pattern(language(lang).code).finditer(text, start, end)]
    words = [text[a:b] for a, b in spans]
    lows = [word.lower() for word in words]
    if "’" in text[start:end]:
        lows = [low.replace("’", "'") for low in lows]
    tags: Sequence[str] = tagger().tag(words, lows) if english else [""] * len(words)
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    tokens = tuple(map(token_of, zip(starts, ends, words, lows, tags, strict=True)))
    if english:
        clauses = clauses_en.read_clauses(tokens, inside)
    else:
        clauses = clauses_abroad.read_clauses(tokens, inside, lang)
    return Annotation(start, end, lang, tokens, clauses, inside, dates, main_of(clauses))


class Forms:
    """The annotations of an article's sentences, each made when it is first asked for."""

    def __init__(self, text: str, sentences: Sequence[Sentence], blocks: Sequence[Block], lang: str) -> None:
        self._text, self._sentences, self._lang = text, sentences, lang
        self._quotes = [(quote.start, quote.end) for quote in find_quotes(text, blocks)]
        self._made: dict[int, Annotation] = {}

    def of(self, number: int) -> Annotation:
        """The annotation of one sentence, without its times."""
        if number not in self._made:
            one = self._sentences[number]
            self._made[number] = annotate(self._text, one.start, one.end, self._lang, self._quotes)
        return self._made[number]


@lru_cache(maxsize=4)
def forms_of(
    text: str, sentences: tuple[Sentence, ...], blocks: tuple[Block, ...], lang: str = "en"
) -> Forms:
    """The annotations of an article's sentences; kept for the stages that read it after each other."""
    return Forms(text, sentences, blocks, lang)


@lru_cache(maxsize=4)
def annotate_all(
    text: str,
    sentences: tuple[Sentence, ...],
    blocks: tuple[Block, ...],
    lang: str = "en",
    dates: tuple[ResolvedDate, ...] = (),
) -> tuple[Annotation, ...]:
    """One annotation for each sentence of an article, with its times."""
    forms = forms_of(text, sentences, blocks, lang)
    when = dates_within(sentences, dates)
    made = map(forms.of, range(len(sentences)))
    return tuple(replace(form, dates=own) if own else form for form, own in zip(made, when, strict=True))


def dates_within(
    sentences: Sequence[Sentence], dates: Iterable[ResolvedDate]
) -> list[tuple[ResolvedDate, ...]]:
    """The times that each sentence mentions; both are in the order of the text."""
    held: list[tuple[ResolvedDate, ...]] = [()] * len(sentences)
    starts = [one.start for one in sentences]
    for date in dates:
        at = bisect_right(starts, date.start) - 1
        if at >= 0 and date.start < sentences[at].end:
            held[at] += (date,)
    return held
