"""Quotations and the lines around them in, whose name stands under each out: "…" — Tess Holm, baker.

A signature is a dash and a name behind a quotation, in the same line or below it; without the dash, a line of its own
that is nothing but a first name, a surname and what the person is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ...language.names import gender_of_first_name
from ...text.annotation import FINITE_TAGS
from .lexicon import Lexicon
from .line import Line, report_at
from .phrases import PARTICLES, Phrase, read_phrase
from .reported import Part, Reported
from .tokens import Item, item_at, past

_DASHES = "—–―-~"
_LONGEST_NAME = 5  # words
_LONGEST = 30  # items of a signature
_ROW = 3  # names over quotations that make a list of voices
_LONGEST_LINE = 110  # characters of a signature without a dash


@dataclass(frozen=True, slots=True)
class Signed:
    """A quotation with its signature as speech, and the sentence that is the signature; over quotations, no speech yet."""

    report: Reported
    sentence: int


def read_signatures(lines: Sequence[Line]) -> list[Signed]:
    """The quotations that a sentence or line of its own signs; between two of them it signs the one that none heads."""
    found: list[Signed] = []
    shaped = _name_lines(lines)
    over = [at for at in shaped if at + 1 < len(lines) and item_at(lines[at + 1].items, 0).kind == "quote"]
    headed = -1  # the sentence that a name over it makes somebody's
    for index, line in enumerate(lines):
        alone = index in shaped
        dashed = not alone and bool(line.items) and line.items[0].text in _DASHES
        if not alone and not dashed:
            continue
        closed = _quotation(lines[index - 1]) if 0 <= headed + 1 < index else -1
        phrase = shaped.get(index) or _signs(line.items, line.text, line.lex, alone=False)
        if phrase is None or (closed < 0 and index not in over):
            continue
        if alone and len(over) < _ROW and not _person(phrase, line):
            continue
        headed = headed if closed >= 0 else index + 1
        parts = (Part.quoted(line.quotes, closed),) if closed >= 0 else ()
        cue = (line.whole, line.form.start, line.form.end)
        found.append(Signed(Reported(parts, "direct", index - (closed >= 0), *cue, phrase), index))
    return found


def _name_lines(lines: Sequence[Line]) -> dict[int, Phrase]:
    """The lines that are nothing but a name and what the person is."""
    named: dict[int, Phrase] = {}
    for line in lines:
        if not line.items or line.items[0].text in _DASHES or not _alone(line):
            continue
        if phrase := _signs(line.items, line.text, line.lex, alone=True):
            named[line.sentence] = phrase
    return named


def _person(phrase: Phrase, line: Line) -> bool:
    """A first name everybody knows, a title, or what the person is behind a comma."""
    items = line.items
    comma = next((k for k, item in enumerate(items) if item.text in ",("), len(items))
    described = comma + 1 < len(items) and not items[comma + 1].capital
    titled = items[0].low in line.lex.titles
    return described or titled or gender_of_first_name(phrase.name.split()[0]) is not None


def _quotation(line: Line) -> int:
    """The quotation that the sentence closes with and that nothing but a number stands in front of; -1 for none."""
    if line.whole[-1:] not in "\"”»“'’":
        return -1
    quote = next((item for item in reversed(line.items) if item.kind != "punct"), None)
    if quote is None or quote.kind != "quote":
        return -1
    rest = [item for item in line.items if item.kind not in ("quote", "punct")]
    rest = rest[1:] if rest and rest[0].kind == "number" else rest  # a number in front ("12.") is nothing
    return -1 if any(item.kind in ("word", "number") for item in rest) else quote.quote


def read_signed(line: Line) -> Reported | None:
    """ "…" — Tess Holm, baker: a sentence of a quotation, a dash and who said it."""
    items = line.items
    if len(items) < 4 or items[0].kind != "quote" or items[1].text not in _DASHES:
        return None
    phrase = _signs(items[1:], line.text, line.lex, alone=False)
    if phrase is None:
        return None
    return report_at(line, [Part.quoted(line.quotes, items[0].quote)], "direct", 1, len(items) - 1, phrase)


def _alone(line: Line) -> bool:
    """The sentence is a line of its own that does not end like one."""
    block = line.block
    short = block.end - block.start <= _LONGEST_LINE and line.text[block.end - 1] not in ".:;?!…"
    return short and (line.form.start, line.form.end) == (block.start, block.end)


def _signs(items: Sequence[Item], text: str, lex: Lexicon, alone: bool) -> Phrase | None:
    """Who signs, when the items are a signature and nothing else."""
    first = past(items, 0, lambda item: item.text in _DASHES)
    rest = [item for item in items[first:] if item.text != "."]
    if not rest or len(rest) > _LONGEST or not (first or alone) or first > 2:
        return None
    end = next((k for k, item in enumerate(rest) if item.text in (",", "(", "—", "–", "―", "|")), len(rest))
    head, behind = rest[:end], rest[end + 1 :]
    if not _is_full_name(head) or _tells(behind, lex) or (len(head) == 1 and (not first or lex.dashes)):
        return None
    phrase = read_phrase(head, text, lex)
    return phrase if phrase and phrase.name else None


def _is_full_name(head: Sequence[Item]) -> bool:
    """Capitals, with particles between them."""
    named = all(item.capital or item.low in PARTICLES for item in head)
    return 1 <= len(head) <= _LONGEST_NAME and named and head[-1].capital


def _tells(behind: Sequence[Item], lex: Lexicon) -> bool:
    """What stands behind the name is a clause of its own, not what the person is."""
    relative = bool(behind) and behind[0].low in lex.relatives
    return not relative and any(item.tag in FINITE_TAGS for item in behind)
