"""A date's reason and its EDTF in; a sentence for readers out."""

from __future__ import annotations

from ..model import DateReason
from .rules import RULES


def explain(reason: DateReason, edtf: str, *, locale: str = "en") -> str:
    """``“late 2022” → September–December 2022 (last third of the year)``."""
    from .human import human_date

    date = human_date(edtf, locale) if edtf else "no date"
    rule = RULES.get(reason.rule)
    words = f"“{reason.words}” → " if reason.words else ""
    if rule is None or not rule.says:
        return f"{words}{date}"
    anchor = human_date(reason.anchor, locale) if reason.anchor else "the anchor"
    return f"{words}{date} ({rule.says.format(anchor=anchor, weekday=reason.words)})"
