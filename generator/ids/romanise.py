"""A text of any script in, its words in the letters a to z and digits out: for ids and links, nowhere else.

Cyrillic is close to the passport tables. Scripts without blanks between words (Chinese, Japanese, Thai) give
a word a character or syllable. The rest is the work of ``anyascii``, which knows every script.
"""

import re
import unicodedata

# ``ь`` and ``ъ`` fall away.
_LETTERS = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y",
        "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
        "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu",
        "я": "ia", "ё": "e", "ы": "y", "э": "e", "ъ": "", "ў": "u", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj",
        "џ": "dz", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d",
    }
)  # fmt: skip
_APOSTROPHE = re.compile(r"['’ʼ`]")
# Characters that are a word or syllable each.
_DENSE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
_DATE = re.compile(r"\d+\s*[年月日号號]")  # a day in an id would be taken for the fact's own
_PLAIN = re.compile(r"[a-z0-9]+")


def plain_words(text: str) -> list[str]:
    """The words of ``text`` in small ASCII letters and digits."""
    lowered = _APOSTROPHE.sub("", text.lower())
    if lowered.isascii():
        return _PLAIN.findall(lowered)
    lowered = lowered.translate(_LETTERS)
    bare = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    if not bare.isascii():
        from anyascii import anyascii

        bare = unicodedata.normalize("NFC", lowered) if _DENSE.search(lowered) or not _latin(bare) else bare
        bare = _DATE.sub(" ", bare)
        bare = _DENSE.sub(lambda found: f" {anyascii(found[0])} ", bare)
        bare = "".join(c if c.isascii() else anyascii(c) if _spoken(c) else " " for c in bare).lower()
    return _PLAIN.findall(_APOSTROPHE.sub("", bare))


def _spoken(char: str) -> bool:
    """Whether a character is a letter, a mark on one, or a number, and no picture."""
    return unicodedata.category(char)[0] in "LMN"


def _latin(text: str) -> bool:
    """Whether most letters are Latin by now, so that what is left are signs."""
    letters = [char for char in text if char.isalpha()]
    return sum(char.isascii() for char in letters) * 2 > len(letters)
