"""A date's reason and its EDTF in; a sentence for readers out."""

from __future__ import annotations

from ..model import DateReason
from .lexicon import lexicon
from .rules import MODS, RULES


def explain(reason: DateReason, edtf: str, *, locale: str = "en") -> str:
    """``“late 2022” → September–December 2022 (last third of the year)``."""
    from .human import human_date  # the locale data take longer to load than all the rest

    date = human_date(edtf, locale) if edtf else "no date of its own"
    words = f"“{reason.words}” → " if reason.words else ""
    rule = RULES.get(reason.rule)
    if not edtf:
        known = rule is not None and rule.says
        return f"{words}{rule.says if known and rule else date}".format(anchor="an unknown day")
    if edtf == reason.anchor and reason.anchor_basis == "published":
        return f"{words}{date}, the day of the article"
    third = _third(reason.words, edtf)
    if third:
        return f"{words}{date} ({third})"
    if rule is None or not rule.says:
        return f"{words}{date}"
    return f"{words}{date} ({rule.says.format(anchor=_anchor(reason, locale))})"


def _anchor(reason: DateReason, locale: str) -> str:
    from .human import human_date

    if not reason.anchor:
        return "the text"
    date = human_date(reason.anchor, locale)
    if reason.anchor_basis == "published":
        return f"the article of {date}"
    return f"{date}, named before in the text" if reason.anchor_basis == "narrative" else date


def _third(words: str, edtf: str) -> str:
    """Which third of what, for "late 2022" and "the end of May"."""
    if "/" not in edtf:
        return ""
    table = lexicon("en").words
    mod = next(
        (
            str(table[low][1])
            for low in words.lower().replace("-", " ").split()
            if table.get(low, ("",))[0] in ("E", "C")
        ),
        "",
    )
    unit = "month" if edtf.count("-") == 4 else "year" if edtf.count("-") == 2 else "decade or century"
    return f"{MODS[mod]} of the {unit}" if mod in MODS else ""
