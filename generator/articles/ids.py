"""What is known of an article in, an id for it out: ``<publisher>-<day>-<first words of the title>``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

_TITLE_WORDS = 6
_LONGEST = 80
# Romanisation for ids only: plain, close to the passport tables; ``ь`` and ``ъ`` fall away.
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y",
        "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
        "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu",
        "я": "ia", "ё": "e", "ы": "y", "э": "e", "ъ": "", "ў": "u", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj",
        "џ": "dz", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d",
    }
)  # fmt: skip


def slug(text: str, words: int = 0) -> str:
    """Small ASCII letters, digits and hyphens; at most ``words`` words when given."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_CYRILLIC))
    plain = re.sub(r"['’ʼ`]", "", "".join(char for char in plain if not unicodedata.combining(char)))
    parts = re.findall(r"[a-z0-9]+", plain)
    return "-".join(parts[:words] if words else parts)


def article_id(title: str, publisher: str, day: str, fallback: str, taken: Collection[str] = ()) -> str:
    """The id of an article; from ``fallback`` (its file's name) when publisher, day or title are unknown."""
    date = re.sub(r"[^0-9-]", "", day.split("/")[0])
    parts = (
        [slug(publisher), date, slug(title, _TITLE_WORDS)]
        if publisher and date and title
        else [slug(fallback)]
    )
    base = "-".join(part for part in parts if part)[:_LONGEST].strip("-") or "article"
    if base not in taken:
        return base
    number = 2
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"
