"""A sentence's readings in, the day of the document it quotes out: "In a letter dated 3 March, she wrote: …"."""

from .find import Found
from .lexicon import beside
from .reading import Reading
from .when import When

# What can be dated and quoted. English only: elsewhere the words stay with the article's day.
_NEAR = 12  # readings between the words and the document's date
_BACK = 3  # tokens between the document's noun and its date: "a letter sent on"


def quoted_document(found: Found, index: int) -> When | None:
    """The day of the document that the words stand in quotation marks of; None where none is quoted."""
    reading = found.readings[index]
    if not found.is_aside(reading):
        return None
    for earlier in reversed(found.readings[max(0, index - _NEAR) : index]):
        if _dates_a_document(found, earlier):
            return earlier.when
    for later in found.readings[index + 1 : index + 1 + _NEAR]:
        if _dates_a_document(found, later):
            return later.when if _written_there(found, reading, later) else None
    return None


def _written_there(found: Found, reading: Reading, document: Reading) -> bool:
    """Whether one quotation ends between the two and is told to be the document's: ``," she wrote in a letter of``."""
    between = range(reading.last, document.first)
    marks = [at for at in between if found.tokens.tags[at] == '"']
    if len(marks) != 1:
        return False
    told = found.tokens.lows[marks[0] + 1 : document.first]
    return not beside.written.isdisjoint(told) and beside.other_clause.isdisjoint(told)


def _dates_a_document(found: Found, reading: Reading) -> bool:
    when = reading.when
    if reading.base != "absolute" or when.year is None or when.date is None or found.is_aside(reading):
        return False
    return not beside.document.isdisjoint(found.tokens.back(reading.first, _BACK))
