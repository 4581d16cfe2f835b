"""An article's text and blocks in, its sentences out; a sentence never crosses a block.

A full stop is weighed by the word before it and the word after it, from the tables in
``abbreviations``; the seven languages there are split by these rules, all others by sentencex.
Every look around a stop is bounded, so the time grows with the text's length alone.
Sentences inside quotation marks are sentences too; a remark broken by its attribution
("…," she wrote on X. "Time to …") stays one.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..model import Block, Sentence
from .abbreviations import NETWORK_BEFORE, StopWords, stop_words, zone_or_day

_CLOSERS = "\"'”’»)]›“"
_OPENERS = "\"'“‘«(„[‹¿¡—–―‒−-"
_OPENING = re.compile(rf"[{re.escape(_OPENERS)}\s]*")
_SPACES = " \xa0\u202f"
_STOP = re.compile(r"[.!?…]+|[。！？।؟]+")
_LATIN_STOP, _OTHER_STOPS = re.compile(_STOP.pattern.split("|")[0]), "。！？।؟"
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»„()\[\]/—–―‒−]+\Z")
_WORD_AFTER = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_PARENTHESIS = re.compile(r"\([^()\n]{1,300}\)")
_ASIDE = re.compile(r"\([^()\n]{1,80}\)(?:[,;:]|\s+(?=[^\W\d_A-Z]))")  # "Roe, Inc. (NYSE: ROE), a maker"
_CITY_TIME = re.compile(r"\s+\S{2,20}\s+time\b")  # "5 p.m. Paris time"
_OTHER_ZONE = re.compile(r"\s*[(\[]\d[\d:.]*\s*(?:[ap]\.?m\.?\s)?[A-Z.]{2,5}[)\]]\s*\w")  # "(07 GMT) or"
_ERA = re.compile(r"[\dIVX]\s?[^\W\d_]\.\s?[^\W\d_]{1,3}\.")  # "44 v. Chr.", "siglo II a. C."
_INITIAL = re.compile(r"\s[^\W\d_]\.")
_SPACED_INITIAL = re.compile(r"[^\W\d_] \.")  # tokenised text: "U . S ."
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_LOOK = 60  # how far a word before or after a stop is looked for
_QUOTE_REACH = 80  # how long a quotation is looked along that its sentence runs on from
_CLOSING = {'"': '"', "“": "”", "„": "“", "«": "»"}
_INSIDE_NAMES = frozenset({"of", "de", "von", "van", "der"})
_APPOSED = re.compile(r",[^.!?;:,\"“”„«»\n]{1,80},\s(?P<verb>[^\W\d_]+)\b")
_REMARK = re.compile(r'["“«„][^"“”«»„]{1,600}(?:,[”"»“]|[”"»“],)\s[^"“”«»„]{3,120}[.:]')
_REST = re.compile(r'["“«„][^"“”«»„]{1,400}["”»“][.]?')


class _Stop(NamedTuple):
    """A place where a sentence may end: the marks, their closing quotes, and what stands around them."""

    mark: str
    start: int  # of the marks
    end: int  # after the closing quotes and brackets
    next: int  # of what follows, white space skipped
    spaced: bool  # white space before the marks: tokenised text
    closed: bool  # a quotation mark closes after the marks


def split_sentences(text: str, blocks: Sequence[Block], lang: str = "en") -> tuple[Sentence, ...]:
    """The sentences of every block in order, without surrounding white space."""
    return _sentences(text, tuple(blocks), lang)


@lru_cache(maxsize=2)  # of a text without a date they are asked for twice
def _sentences(text: str, blocks: tuple[Block, ...], lang: str) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(start, end, index)
        for index, block in enumerate(blocks)
        for start, end in _split(text, block.start, block.end, lang)
    )


def _split(text: str, start: int, end: int, lang: str) -> Iterator[tuple[int, int]]:
    """Spans of the sentences in ``text[start:end]``."""
    words = stop_words(lang or "en")
    cuts = _by_rules(text, start, end, words) if words else _by_library(text, start, end, lang)
    yield from _join_broken_remarks(text, list(_spans(text, start, end, cuts)))


def _spans(text: str, start: int, end: int, cuts: Iterator[int]) -> Iterator[tuple[int, int]]:
    """Trimmed spans between the cuts; empty ones are left out."""
    for cut in (*cuts, end):
        low, high = start, cut
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        if low < high:
            yield low, high
        start = cut


def _by_library(text: str, start: int, end: int, lang: str) -> Iterator[int]:
    """Cuts by sentencex, which has rules for several hundred languages."""
    from sentencex import segment

    at = start
    for piece in segment(lang, text[start:end]):
        at = text.find(piece.strip(), at, end) + len(piece.strip())
        if not (lang == "th" and text[at - 1] == "."):  # in Thai a stop only shortens: "5 พ.ค. 2566"
            yield at


def _by_rules(text: str, start: int, end: int, words: StopWords) -> Iterator[int]:
    """Cuts by the stop tables."""
    asides = [match.span() for match in _PARENTHESIS.finditer(text, start, end)]
    aside = 0
    begun = start
    for stop in _stops(text, start, end):
        while aside < len(asides) and asides[aside][1] <= stop.start:
            aside += 1
        inside = aside < len(asides) and asides[aside][0] < stop.start and stop.end < asides[aside][1]
        if inside and not _nothing_yet(text, begun, asides[aside][0]):
            continue
        if stop.next >= end or _only_marks(text, stop.end, end):
            return
        if _ends(text, begun, stop, end, words):
            yield stop.end
            begun = stop.end


def _stops(text: str, start: int, end: int) -> Iterator[_Stop]:
    """Every run of stop marks with its closing quotes."""
    counted, quotes = start, 0
    stops = _LATIN_STOP if all(text.find(mark, start, end) < 0 for mark in _OTHER_STOPS) else _STOP
    for match in stops.finditer(text, start, end):
        quotes += text.count('"', counted, match.end())
        counted = match.end()
        at, closed = _past_closers(text, start, match.end(), end, inside_quote=quotes % 2 == 1)
        after = at
        while after < end and text[after].isspace():
            after += 1
        before = text[match.start() - 1] if match.start() > start else " "
        yield _Stop(match.group(), match.start(), at, after, before.isspace(), closed)


def _past_closers(text: str, start: int, at: int, end: int, *, inside_quote: bool) -> tuple[int, bool]:
    """Where the closing quotes and brackets after a stop end, and whether a quotation closed there."""
    closed = False
    while at < end:
        char, following = text[at], text[at + 1 : at + 2]
        beyond = text[at + 2 : at + 3]
        if char in _CLOSERS and not (char == "“" and not _is_german_close(text, start, at)):
            if char == "'" and following.isalpha():
                break
            closed = closed or char not in ")]"
            at += 1
        elif char in _SPACES and following == "»" and not beyond.isalnum():
            at += 1  # French sets a space before it
        elif char == " " and following == '"' and not beyond.strip() and inside_quote:
            at += 1  # tokenised text: with space on both sides it closes what is open
        else:
            break
    return at, closed


def _is_german_close(text: str, start: int, at: int) -> bool:
    """Whether ``“`` closes here („…“), which it does when the last mark before it is a low one."""
    low = max(start, at - 400)
    return text.rfind("„", low, at) > text.rfind("“", low, at)


def _ends(text: str, begun: int, stop: _Stop, end: int, words: StopWords) -> bool:
    """Whether a sentence ends at ``stop``."""
    if stop.mark[0] in _OTHER_STOPS:
        return True
    if not stop.closed and _in_running_quote(text, begun, stop.start, end):
        return False
    at = _past_openers(text, stop.next, end)
    opened = at > stop.next and not _ASIDE.match(text, stop.next, end)
    follows = text[at] if at < end else ""
    after = _WORD_AFTER.match(text, at, min(end, at + _LOOK))
    word = after.group().lower() if after else ""
    if stop.next == stop.end:  # no white space follows
        return _ends_glued(text, stop, follows, word, words)
    if stop.spaced and stop.mark == ".":
        return not _is_inner(text, begun, stop, at, opened, word, words)
    brand = _is_brand(text, at)
    if (follows.islower() and not brand) or _reports_it(text, stop, at, opened, end, words):
        return False
    if stop.mark != ".":
        return bool(follows) and (follows.isupper() or not follows.isalpha() or opened or brand)
    before = _WORD_BEFORE.search(text, max(begun, stop.start - _LOOK), stop.start)
    if before is None or stop.closed:
        return True
    return _ends_after_word(text, begun, stop.start, before, follows, opened, word, words)


def _past_openers(text: str, start: int, end: int) -> int:
    """Past opening marks and blanks among them."""
    found = _OPENING.match(text, start, end)
    return found.end() if found else start


def _reports_it(text: str, stop: _Stop, at: int, opened: bool, end: int, words: StopWords) -> bool:
    """Who said the quotation that closes here follows."""
    return stop.closed and not opened and _is_attribution(text, at, end, words, ended=stop.mark == ".")


def _in_running_quote(text: str, begun: int, at: int, end: int) -> bool:
    """Whether the stop stands in a quotation that its sentence runs on from: 'Crowds chanted "No! No!" as …'."""
    low = max(begun, at - _QUOTE_REACH)
    opener = max(text.rfind(mark, low, at) for mark in '"“„«')
    if opener <= begun or (text[opener] == '"' and text.count('"', low, at) % 2 == 0):
        return False
    close = _CLOSING[text[opener]]
    if close in text[opener + 1 : at] or not any(c.isalpha() for c in text[low:opener]):
        return False
    behind = text[at : min(end, at + _QUOTE_REACH)].partition(close)[2]
    return behind.startswith(" ") and behind[1:2].islower()


def _is_inner(text: str, begun: int, stop: _Stop, at: int, opened: bool, word: str, words: StopWords) -> bool:
    """Whether a full stop set apart belongs to a figure, a short form or an initial: "2 . 6", "Jr . was"."""
    raw = (text[max(begun, stop.start - _LOOK) : stop.start].split() or [""])[-1].lstrip(_OPENERS + "$£€")
    follows = text[at : at + 1]
    if not raw or not follows or opened:
        return False
    if raw.isdigit():
        return follows.isdigit() and stop.next - stop.end == 1
    if follows.islower() and not _is_brand(text, at):
        return True
    key = raw.lower()
    if key in words.short.title or (len(raw) == 1 and raw.isalpha() and _SPACED_INITIAL.match(text, at)):
        return True
    if key in words.short.may_end or (len(raw) == 1 and raw.isalpha()):
        return word not in words.starters
    return False


def _ends_glued(text: str, stop: _Stop, follows: str, word: str, words: StopWords) -> bool:
    """A stop with no space after it: a lost space ("talks.The next"), else part of a word or number."""
    if stop.spaced or not follows.isupper():
        return False
    if stop.closed:
        return True
    lower = text[stop.start - 2 : stop.start]
    return lower.isalpha() and lower.islower() and word in words.starters


def _ends_after_word(
    text: str,
    begun: int,
    dot: int,
    before: re.Match[str],
    follows: str,
    opened: bool,
    word: str,
    words: StopWords,
) -> bool:
    """A full stop after ``before``, with ``word`` after it."""
    raw = before.group()
    if len(raw) == 1 and _ERA.match(text, max(begun, before.start() - 2)):
        return False
    key = raw.lower().rpartition("-")[2] if raw[0].isdigit() else raw.lower()  # "28-Aug. 12"
    starts = word.split("'")[0].split("’")[0] in words.starters
    if follows.isdigit() and (key in words.short.number or key.endswith(words.short.number_endings)):
        return False
    if raw.isdigit():
        return _ends_after_number(text, begun, before.start(), raw, follows, starts, words)
    if key in words.short.year and not follows.isdigit():
        return starts or opened or len(text[begun : min(dot, begun + 100)].split()) > 4
    if key in words.short.title:
        return False
    if key in ("a.m", "p.m"):
        return not zone_or_day(word) and not _zoned(text, dot + 1)
    if key in words.short.may_end or _DOTTED.fullmatch(raw):
        return starts or opened
    if len(raw) == 1 and raw.isupper():
        return _ends_after_letter(text, begun, before.start(), raw, opened, starts)
    return True


def _zoned(text: str, at: int) -> bool:
    """A zone goes on behind a clock time: "5 p.m. Paris time"."""
    return bool(_CITY_TIME.match(text, at) or _OTHER_ZONE.match(text, at))


def _only_marks(text: str, at: int, end: int) -> bool:
    """Whether nothing but a few quotation marks and space is left: they belong to the sentence."""
    return end - at <= 6 and not any(char.isalnum() or char in ".!?" for char in text[at:end])


def _nothing_yet(text: str, begun: int, at: int) -> bool:
    """Whether only opening marks and space stand between ``begun`` and ``at``."""
    return at - begun < 10 and not text[begun:at].strip(_OPENERS + " \t\n")


def _ends_after_number(
    text: str, begun: int, at: int, raw: str, follows: str, starts: bool, words: StopWords
) -> bool:
    """A full stop after a figure: a list number, a German rank, or the end."""
    if len(raw) <= 2 and _nothing_yet(text, begun, at):
        return False
    return starts if words.short.ordinals and len(raw) <= 2 and follows.isalpha() else True


def _ends_after_letter(text: str, begun: int, at: int, raw: str, opened: bool, starts: bool) -> bool:
    """A full stop after one capital letter: an initial, unless what follows opens a sentence."""
    if _INITIAL.match(text, at + 2):
        return False
    if starts or opened:
        return True
    previous = text[max(begun, at - 20) : at].split()
    # "wrote on X. Anna": the network, not an initial.
    return raw == "X" and bool(previous) and previous[-1].lower() in NETWORK_BEFORE


def _is_brand(text: str, at: int) -> bool:
    """A word that is written small at the start and stands for a name: iPhone, eBay."""
    return text[at : at + 1].islower() and text[at + 1 : at + 2].isupper()


def _is_attribution(text: str, at: int, end: int, words: StopWords, *, ended: bool) -> bool:
    """Whether ``Name [Name …] said`` stands at ``at``: it belongs to the quotation before it; not '"No." Roe said rents rose'."""
    for count, match in enumerate(_WORD_AFTER.finditer(text, at, min(end, at + _LOOK))):
        word, joins = match.group(), match.group() in words.joins
        if word.lower() in words.says:
            return count > 0 and not (ended and words.own_clause.match(text, match.end() + 1, end))
        if count and word.islower() and not joins and text.startswith((".", ","), match.end()):
            return True  # '"Enough!" Jane Roe thundered.': the form says it
        if count == 0 and word.lower() in words.starters:
            return False  # "She said" with a capital begins a new sentence
        apposed = _APPOSED.match(text, match.end(), end) if word[0].isupper() else None
        if apposed and apposed["verb"].lower() in words.says:
            return True  # '"Why?" Jane Roe, 43, asked'
        if count == 5 or not (word[0].isupper() or word in _INSIDE_NAMES or joins):
            return False
    return False


def _join_broken_remarks(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Put ``"A," she said. "B."`` together again: one remark, broken by its attribution."""
    before: tuple[int, int] | None = None
    for span in spans:
        joined = before and _REST.fullmatch(text, *span) and _REMARK.fullmatch(text, *before)
        if before and not joined:
            yield before
        before = (before[0], span[1]) if before and joined else span
    if before:
        yield before
