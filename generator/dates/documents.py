"""A sentence's readings in, the day of the document it quotes out: "In a letter dated 3 March, she wrote: …"."""

from __future__ import annotations

from .find import Found
from .reading import Reading
from .story import aside_of
from .when import When

# What can be dated and quoted. English only: elsewhere the words stay with the article's day.
_DOCUMENTS = frozenset(
    {
        "affidavit", "brief", "cable", "dated", "diary", "dispatch", "document", "e-mail", "email", "emails", "entry",
        "letter", "letters", "memo", "memorandum", "message", "minutes", "note", "order", "post", "report",
        "statement", "telegram", "testimony", "tweet",
    }
)  # fmt: skip
_BACK = 3  # tokens between the document's noun and its date: "a letter sent on"


def quoted_document(found: Found, index: int) -> When | None:
    """The day of the document that the words stand in quotation marks of; None where none is quoted."""
    reading = found.readings[index]
    if not aside_of(found, reading):
        return None
    for earlier in reversed(found.readings[:index]):
        if _dates_a_document(found, earlier):
            return earlier.when
    return None


def _dates_a_document(found: Found, reading: Reading) -> bool:
    when = reading.when
    if reading.base != "absolute" or when.year is None or when.date is None or aside_of(found, reading):
        return False
    before = {found.tokens.low(at) for at in range(max(0, reading.first - _BACK), reading.first)}
    return not before.isdisjoint(_DOCUMENTS)
