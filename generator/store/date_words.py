"""A date as people write it in ("September 28, 2022", "c. 1850"), the EDTF that says the same out, or ``""``.

Only what has one reading counts: words that need a day to count from, and numbers that may be read day or
month first, give nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..dates import resolve_dates
from ..edtf import is_edtf
from ..language import time_words
from ..model import ResolvedDate, Sentence

_LANGUAGES = ("en", "de", "fr", "es", "uk", "pl", "ru")
_NUMERIC = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_BETWEEN = re.compile(r"\s*(?:-|–|—|to|until|and|bis|und|à|au|al|a|y|до|по|do)\s*", re.IGNORECASE)
_LONGEST = 60


# Before a date that stands alone; in running text these say more than one thing.
_ABOUT = re.compile(r"[~≈]\s*(?=\d)")
_PLAIN = re.compile(r"-?\d{4}(?:-\d\d){0,2}")
_DASHES = re.compile("[‐‑‒–—−－]")
_DASHED_DAY = re.compile(r"\d{4}[-‐‑‒–—−－]\d{1,2}[-‐‑‒–—−－]\d{1,2}")


@lru_cache(maxsize=256)
def as_edtf(value: str) -> str:
    """``2025-5-6``, ``2025/05/06`` and dates in words as EDTF."""
    value = _DASHES.sub("-", value.strip()) if _DASHED_DAY.fullmatch(value.strip()) else value.strip()
    parts = _NUMERIC.fullmatch(value)
    if parts:
        padded = "-".join(part.zfill(2) for part in parts.groups() if part)
        return padded if is_edtf(padded) else ""
    if not value or len(value) > _LONGEST:
        return ""
    # Bare numbers are read day first elsewhere; only English, which has both orders, says when it is not clear.
    languages = _LANGUAGES if any(map(str.isalpha, value)) or "." in value else _LANGUAGES[:1]
    return next((found for lang in languages if (found := _read(value, lang))), "")


def _read(value: str, lang: str) -> str:
    """What the whole of ``value`` says in a language: one date, or two with a word for "to" between."""
    rough = _ABOUT.match(value) or _roughly(lang).match(value)
    if rough and _PLAIN.fullmatch(inner := as_edtf(value[rough.end() :])):
        return f"{inner}~"
    found = resolve_dates(value, (Sentence(0, len(value), 0),), lang=lang)
    if not found or any(one.basis != "stated" or not is_edtf(one.edtf) for one in found):
        return ""
    if value[: found[0].start].strip() or value[found[-1].end :].strip(" ."):
        return ""
    if len(found) == 1:
        return found[0].edtf
    return _span(value, *found) if len(found) == 2 else ""


@lru_cache(maxsize=16)
def _roughly(lang: str) -> re.Pattern[str]:
    """The words of a language by which a date is about that one."""
    own = time_words(lang)
    known = {
        *(word for word, value in own.classes.get("about", {}).items() if value == "APPROX"),
        *own.beside.get("about-alone", ()),
    }
    words = "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True))
    return re.compile(rf"(?:{words})\s+(?=\d|\w)" if words else r"(?!)", re.IGNORECASE)


def _span(value: str, first: ResolvedDate, last: ResolvedDate) -> str:
    span = f"{first.edtf}/{last.edtf}"
    between = value[first.end : last.start]
    return span if _BETWEEN.fullmatch(between) and is_edtf(span) else ""
