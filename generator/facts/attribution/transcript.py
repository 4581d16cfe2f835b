"""Text, sentences and blocks of an interview or a hearing in, who speaks in each turn out.

"Q: …", "Jane Roe: …", "JR: …" at the head of paragraphs name the voices when they come again and again.
Questions stay nobody's; "A" is a person only when the article says who was asked.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Attribution, Block
from .discourse import Known, spoken
from .line import Line
from .people import People

_LABEL = re.compile(
    r"[\"“]?(?P<label>[QA]|Question|Answer|[^\W\d_a-z]{2,4}|(?:[^\W\d_a-z][\w.'’-]*)(?:\s[^\W\d_a-z][\w.'’-]*){0,4})\s?:\s+(?=\S)"
)
_ASKS = frozenset({"q", "question", "reporter", "interviewer", "moderator", "host"})
_ANSWERS = frozenset({"a", "answer"})
_INITIALS = 3  # letters at most
_FEWEST = 4  # turns; fewer are a list of facts


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph that opens with a label: the block, the label and where the words begin."""

    block: int
    label: str
    start: int
    end: int  # of the label


def find_turns(text: str, blocks: Sequence[Block]) -> tuple[Turn, ...]:
    """The turns of a transcript, in order; empty when labels do not come again."""
    turns: list[Turn] = []
    for index, block in enumerate(blocks):
        if block.kind not in ("body", "subheading"):
            continue
        found = _LABEL.match(text, block.start, min(block.end, block.start + 60))
        if found:
            turns.append(Turn(index, found["label"], found.start("label"), found.end()))
    counted = Counter(_initials(turn.label) for turn in turns)
    if len(turns) < _FEWEST or len(counted) < 2 or max(counted.values()) < 2:
        return ()
    told = (blocks[turn.block] for turn in turns)
    asked = sum(text[block.start : block.end].rstrip().endswith("?") for block in told)
    again = sum(count for count in counted.values() if count > 1)
    return tuple(turns) if asked or again == len(turns) else ()


def transcript_attributions(
    lines: Sequence[Line], blocks: Sequence[Block], people: People
) -> tuple[list[Attribution], frozenset[int]]:
    """What is said in each turn, and the sentences that belong to turns."""
    turns = find_turns(lines[0].text, blocks) if lines else ()
    names = _names(turns, people) if turns else {}
    by_block = {blocks[turn.block].start: turn for turn in turns}
    held: Turn | None = None
    found: list[Attribution] = []
    inside: set[int] = set()
    for line in lines:
        if line.block.kind not in ("body", "subheading"):
            continue
        held = by_block.get(line.block.start, held)
        if held is None:
            continue
        inside.add(line.sentence)
        start, end = max(line.form.start, held.end), line.form.end
        speaker = names.get(held.label, "")
        if not speaker or start >= end or line.text[start:end].rstrip('"”’) ').endswith("?"):
            continue
        if line.block.kind == "body":
            known = Known(speaker, start=held.start, end=held.start + len(held.label))
            found.append(spoken(known, start, end, line.sentence, "turn", direct=True))
    return found, frozenset(inside)


def _initials(label: str) -> str:
    """What a name and its short form have in common: "Jane Roe" and "JR" are one voice."""
    return "".join(word[0] for word in label.split()) if " " in label else label


def without_label(words: str) -> str:
    """A question as it was put, without the label of who put it."""
    found = _LABEL.match(words)
    return words[found.end() :] if found else words


def _names(turns: Sequence[Turn], people: People) -> dict[str, str]:
    """The speaker behind each label: initials stand for the label or the person they fit, "A" for the one asked."""
    labels = {turn.label for turn in turns}
    full = [label for label in labels if " " in label]
    known = [*full, *(name for name in people.names(before=turns[0].start) if name not in full)]
    names: dict[str, str] = {}
    for label in labels:
        low = label.lower()
        if low in _ASKS:
            continue
        if low in _ANSWERS:
            asked = people.names(before=turns[0].start)
            if asked:
                names[label] = asked[0]
        elif label.isupper() and len(label) <= 4:
            fitting = [name for name in known if _initials(name).upper() == label]
            surname = people.fullest(label.title())
            if fitting:
                names[label] = fitting[0]
            elif " " in surname or len(label) > _INITIALS:
                names[label] = surname if " " in surname else label
        else:
            names[label] = people.fullest(label)
    return names
