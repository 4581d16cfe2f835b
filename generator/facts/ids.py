"""A fact's text and the ids already taken in, a short readable id out: ``bridge-over-mill-river-collapsed``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from .attribution.lexicon import words

_MOST_WORDS = 8
_LONGEST = 72
# Small words carry nothing in a link; a text of small words only keeps them all.
_SMALL = words("""
    a an the and or but of in on at to from for with by as is are was were be been being has have had will would
    that this these those its it his her their he she they we i our not very also after before during since
    і й та у в на з до що це и с о по не к w z na do że i o de la le les el los las en der die das und von den dem
    """) - {"not", "не"}
# Each Cyrillic letter beside its Latin reading; "_" stands for none.
_CYRILLIC = {
    letter: latin
    for pair in words("""
        а-a б-b в-v г-h ґ-g д-d е-e ё-e є-ie ж-zh з-z и-y і-i ї-i й-i к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u
        ф-f х-kh ц-ts ч-ch ш-sh щ-shch ъ-_ ы-y ь-_ э-e ю-iu я-ia ў-u
    """)
    for letter, _, latin in (pair.partition("-"),)
}
_OTHERS = {"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_LETTERS = str.maketrans(
    {**{key: value.strip("_") for key, value in _CYRILLIC.items()}, **_OTHERS, "'": "", "’": ""}
)
_READ = 400  # characters; eight words end long before


def fact_id(text: str, taken: Collection[str]) -> str:
    """At most eight telling words of ``text`` in plain letters, joined by hyphens, and not among ``taken``."""
    words = _plain(text)
    telling = [word for word in words if word not in _SMALL] or words
    base = ""
    for word in telling[:_MOST_WORDS]:
        longer = f"{base}-{word}" if base else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        base = longer
    base = base or "fact"
    found, count = base, 2
    while found in taken:
        found = f"{base}-{count}"
        count += 1
    return found


def _plain(text: str) -> list[str]:
    """The words of a text's beginning in the letters a to z and digits."""
    lowered = text[:_READ].lower().replace("'s", "").replace("’s", "")
    bare = unicodedata.normalize("NFKD", lowered.translate(_LETTERS))
    return re.findall(r"[a-z0-9]+", bare.encode("ascii", "ignore").decode())
