"""The words before a date in, what the date is out: "published", "changed", "other", or ``""`` when they do not say."""

from .patterns import pattern

PUBLISHED = pattern("published")
CHANGED = pattern("changed")
OTHER = pattern("other-day")


def date_label(before: str) -> str:
    """The label that stands nearest to the end of ``before``."""
    found = [
        (match.end(), label)
        for label, pattern in (("published", PUBLISHED), ("changed", CHANGED), ("other", OTHER))
        for match in pattern.finditer(before)
    ]
    return max(found)[1] if found else ""
