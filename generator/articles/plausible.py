"""Bytes of an old encoding in, the encoding under which they are plainly a language out.

Every encoding is tried that the bytes are valid in; what tells them apart is whether words or characters
come out that a language uses most. When none does, the answer is ``""`` and not a guess.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Sequence

from ..text.language import detect_language, language_score

# The encodings in which European news was written before UTF-8, the commoner first.
_ONE_BYTE = (
    "cp1252",
    "cp1251",
    "cp1250",
    "koi8-u",
    "iso8859-5",
    "cp866",
    "iso8859-15",
    "iso8859-2",
    "cp1254",
    "mac-roman",
)
_EAST_ASIAN = ("gb18030", "big5hkscs", "cp932", "euc-jp", "cp949")
# The commonest characters of running Chinese (both scripts), Japanese kanji and Korean; kana count by themselves.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "這為個國時來們於對會發動過說產種後學經與從將當還沒無兩實現點開長"
    "日月本社者東京前回市県"
    "이다의는을를에가로고하은도기한지사인대서자시해리정과으나아어라수일부장그"
)
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
_ENOUGH = 0.15  # of the letters beyond ASCII; rightly read text has three times as many, wrongly read a tenth
_SAMPLE = 40_000
_SCRIPT = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def plausible_encoding(data: bytes, declared: str = "", *, markup: bool = False) -> str:
    """The encoding of ``data``, which is no Unicode; ``markup``: elements are passed over.

    The ``declared`` one is believed unless another is plainly better.
    """
    candidates = [declared, *_EAST_ASIAN] if declared else list(_EAST_ASIAN)
    best, most = _best(data, candidates, east_asian_share, markup)
    if most >= _ENOUGH:
        return best
    candidates = [declared, *_ONE_BYTE] if declared else list(_ONE_BYTE)
    best, most = _best(data, candidates, _words_and_letters, markup)
    return best if most else ""


def _best(
    data: bytes, encodings: Sequence[str], score: Callable[[str], float], markup: bool
) -> tuple[str, float]:
    """The first of the encodings with the highest score."""
    best, most = "", 0.0
    for encoding in encodings:
        text = _decoded(data, encoding, markup)
        found = score(text) if text else 0.0
        if found > most:
            best, most = encoding, found
    return best, most


def _words_and_letters(text: str) -> float:
    """How plainly the words are a language; among equals, letters that its neighbours' encodings lack decide."""
    score = language_score(text)
    own = _OWN_LETTERS.get(detect_language(text)) if score else None
    return score + 0.02 * min(len(own.findall(text)), 10) / 10 if own else score


_OWN_LETTERS = {
    "tr": re.compile("[ğışİ]"),
    "pl": re.compile("[ąęłśż]"),
    "cs": re.compile("[ěřů]"),
    "hu": re.compile("[őű]"),
}


def _decoded(data: bytes, encoding: str, markup: bool) -> str:
    """The beginning of the text, ``""`` when the bytes are not valid anywhere."""
    try:
        data.decode(encoding)
        sample = codecs.getincrementaldecoder(encoding)().decode(data[:_SAMPLE])
    except UnicodeDecodeError:
        return ""
    return _TAG.sub(" ", _SCRIPT.sub(" ", sample)) if markup else sample


def east_asian_share(text: str) -> float:
    """How many of the letters beyond ASCII are those that Chinese, Japanese and Korean use most."""
    beyond = [char for char in text if char > "\x7f" and char.isalnum()]
    if len(beyond) < 4:
        return 0.0
    return sum(char in _COMMON or bool(_KANA.match(char)) for char in beyond) / len(beyond)
