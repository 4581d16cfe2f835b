"""A sentence whose quotation nobody is yet said to speak in, and the speaker carried to it out."""

from collections.abc import Sequence

from ...language import english, united
from ...model import Attribution
from .discourse import Discourse, Known, spoken
from .line import Line, is_title
from .phrases import Phrase
from .tokens import Item

_SECOND = 4  # items before which the verb of a German sentence stands
_GOES_ON = 3  # sentences back in which somebody spoke whose words the mood of reported speech goes on with
_SHORTEST = 4  # words; fewer are a scare quote or a title


def carry_quotes(
    line: Line,
    lines: Sequence[Line],
    discourse: Discourse,
    found: Sequence[Attribution],
    tagged: frozenset[int],
) -> list[Attribution]:
    """Attributions for the quotations of ``line`` that nothing covers and someone can be shown to speak.

    ``tagged`` are those whose words of reporting stand in another sentence: the tag behind tells, not who spoke before.
    """
    if line.block.kind not in ("body", "caption", "note"):
        return []
    carried: list[Attribution] = []
    held: Known | None = None
    for at, item in enumerate(line.items):
        if (
            item.kind != "quote"
            or not _is_speech(line, at, discourse.last_sentence == line.sentence - 1)
            or item.quote in tagged
            or any(one.start < item.end and item.start < one.end for one in reversed(found[-40:]))
        ):
            continue
        quote = line.quotes[item.quote]
        # "…", dijo. "…": the second half of a remark is whose the first was.
        known = held or _gone_on(line, item, discourse, found)
        known = known or _speaker(line, at, lines, discourse)
        if known is None:
            continue
        span = quote.inner_start, quote.inner_end
        carried.append(spoken(known, *span, line.sentence, "carried", direct=True))
        discourse.last, discourse.last_sentence = known, line.sentence
        held = known
    return carried


def _gone_on(line: Line, item: Item, discourse: Discourse, found: Sequence[Attribution]) -> Known | None:
    """Whose quotation it is that goes on over paragraphs of any length."""
    before = line.quotes[item.quote - 1] if line.quotes[item.quote].continues else None
    own = (one for one in found[-3:] if before and before.start < one.end)
    last = discourse.last
    return last if last and any(one.speaker == last.name for one in own) else None


def free_indirect(line: Line, discourse: Discourse, found: Sequence[Attribution]) -> list[Attribution]:
    """ "Die Stadt habe nie gefragt.": the mood of reported speech goes on with what the last speaker said."""
    lex = line.lex
    known = discourse.last
    spoke = [one for one in found[-6:] if one.sentence >= line.sentence - _GOES_ON]
    if not lex.reporting_mood or known is None or not spoke or any(i.kind == "quote" for i in line.items):
        return []
    items = line.items
    first = next((i for k, i in enumerate(items) if i.low in lex.reporting_mood or _reported(line, k)), None)
    if first is None or any(item.low in lex.second for item in line.items if item.start < first.start):
        return []
    words = [item for item in line.items if item.kind != "punct"]
    discourse.last_sentence = line.sentence
    return [spoken(known, words[0].start, words[-1].end, line.sentence, "indirect")]


def _reported(line: Line, at: int) -> bool:
    """ "Er brauche Zeit", "Das Verfahren dauere noch": the form of a verb right behind its subject that only reported speech has."""
    item, lex = line.items[at], line.lex
    if not 0 < at <= _SECOND or item.capital or not item.low.endswith("e"):
        return False
    small = united(lex.prepositions, lex.helpers, lex.times, lex.stop, lex.conjunctions, lex.determiners)
    before = line.items[at - 1]
    subject = before.low in lex.pronouns or before.low == "man" or (before.capital and at > 1)
    past = item.low.endswith("te") and item.low not in lex.own.no_past
    return subject and not past and item.low not in united(small, lex.second)


def _is_speech(line: Line, at: int, goes_on: bool) -> bool:
    """The quotation reads as something said, not as a title or a few borrowed words."""
    item = line.items[at]
    inner = line.quotes[item.quote]
    said = line.text[inner.inner_start : inner.inner_end]
    if not line.titled and is_title(said):
        return False
    before = line.items[at - 1] if at else None
    whole = before is None or before.kind == "punct"
    if before is not None and before.low in english.work:
        return False
    long = len(said.split()) >= _SHORTEST
    return whole and (long or said[-1:] in ".!?" or (goes_on and line.lex.dashes))


def _surely_named(about: Phrase, discourse: Discourse) -> bool:
    """A full name, a titled one or one known, and no word that only opens its sentence."""
    known = " " in about.name or bool(about.titles) or discourse.people.person(about.name) is not None
    return bool(about.name) and (known or not discourse.lex.strict_that)


def _speaker(line: Line, at: int, lines: Sequence[Line], discourse: Discourse) -> Known | None:
    """Who speaks a quotation without words of reporting."""
    own = discourse.subject(line.sentence)
    if at and line.items[at - 1].text == ":" and own is not None and own.start < line.items[at].start:
        if own.name:
            return discourse.named(own)
        return discourse.last if own.pronoun else discourse.role(own)
    if any(item.kind == "word" for item in line.items[:at]):
        return None
    before = line.sentence - 1
    about = discourse.subject(before)
    same_block = before >= 0 and lines[before].block is line.block
    spoke = discourse.last_sentence == before
    if same_block and not spoke and about is not None and _surely_named(about, discourse):
        return discourse.named(about)
    return discourse.carried(line.sentence)
