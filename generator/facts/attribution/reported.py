"""The value that passes between the grammar and the discourse: speech found, its speaker not yet known by name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, Self

from ...text.quotes import Quote
from .phrases import Phrase

# direct: in quotation marks. indirect: a clause. act: speech told by its object ("called for an
# inquiry"). according: "according to X". headline: "X: …". carried: no words of reporting stand by it.
# stance: a position somebody takes, told by a verb that reports no speech ("mocked the plan").
# credited: a sentence of its own says who told the one before ("Das teilte die Bahn mit").
Form = Literal["direct", "indirect", "act", "according", "headline", "carried", "credited", "stance"]


@dataclass(frozen=True, slots=True)
class Part:
    """One unbroken stretch of what was said."""

    start: int
    end: int
    direct: bool = False
    quote: int = -1  # index of the quotation, for a direct part

    @classmethod
    def quoted(cls, quotes: Sequence[Quote], index: int) -> Self:
        """A whole quotation."""
        return cls(quotes[index].inner_start, quotes[index].inner_end, True, index)


@dataclass(frozen=True, slots=True)
class Reported:
    """Speech as the grammar finds it in one sentence."""

    parts: tuple[Part, ...]
    form: Form
    sentence: int
    cue: str = ""
    cue_start: int = -1
    cue_end: int = -1
    speaker: Phrase | None = None
    via: str = ""
    denied: bool = False
    stands: tuple[int, int] | None = None  # the relative pronoun that stands for the speaker: "Roe, who said"
    unnamed: bool = False  # the sentence says that the speaker asked not to be named


def with_earlier(report: Reported, quotes: Sequence[Quote]) -> Reported:
    """The report with the paragraphs of its quotation that stand before the words of reporting."""
    held = {part.quote for part in report.parts}
    earlier: list[Part] = []
    for part in report.parts:
        index = part.quote
        while index > 0 and quotes[index].continues and index - 1 not in held:
            index -= 1
            earlier.insert(0, Part.quoted(quotes, index))
            held.add(index)
    return replace(report, parts=(*earlier, *report.parts)) if earlier else report
