"""Facts, articles and entities in, a timeline ready to be shown out; drafts are kept back here and only here."""

from __future__ import annotations

from .build import build_timeline, open_facts
from .clean import clean_text, cleaned, is_own_picture, is_web
from .order import is_continued, is_inferred, sureness
from .values import (
    Anniversary,
    Band,
    Change,
    Column,
    Day,
    Gap,
    Group,
    Listing,
    Overview,
    Period,
    Quality,
    Timeline,
)
from .wording import closed, opened, quotes_of, sentence, told

__all__ = [
    "Anniversary",
    "Band",
    "Change",
    "Column",
    "Day",
    "Gap",
    "Group",
    "Listing",
    "Overview",
    "Period",
    "Quality",
    "Timeline",
    "build_timeline",
    "clean_text",
    "cleaned",
    "closed",
    "is_continued",
    "is_inferred",
    "is_own_picture",
    "is_web",
    "open_facts",
    "opened",
    "quotes_of",
    "sentence",
    "sureness",
    "told",
]
