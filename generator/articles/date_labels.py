"""The words before a date in, what the date is out: "published", "changed", "other", or ``""`` when they do not say."""

from ..text.patterns import pattern

PUBLISHED, CHANGED = pattern("published"), pattern("changed")
_LABELS = {"published": PUBLISHED, "changed": CHANGED, "other": pattern("other-day")}


def date_label(before: str) -> str:
    """The label that stands nearest to the end of ``before``."""
    found = [(match.end(), label) for label, form in _LABELS.items() for match in form.finditer(before)]
    return max(found)[1] if found else ""
