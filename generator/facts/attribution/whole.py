"""Speech found beside one paragraph of a quotation in, the same with all its paragraphs out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...text.quotes import Quote
from .reported import Part, Reported


def with_earlier(report: Reported, quotes: Sequence[Quote]) -> Reported:
    """The report with the paragraphs of its quotation that stand before the words of reporting."""
    held = {part.quote for part in report.parts}
    earlier: list[Part] = []
    for part in report.parts:
        index = part.quote
        while index > 0 and quotes[index].continues and index - 1 not in held:
            index -= 1
            quote = quotes[index]
            earlier.insert(0, Part(quote.inner_start, quote.inner_end, True, index))
            held.add(index)
    return replace(report, parts=(*earlier, *report.parts)) if earlier else report
