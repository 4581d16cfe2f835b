"""The bytes of an article in, its text or the problem with them out.

UTF-8 (with or without its mark) and UTF-16 are recognised for certain. Of the old one-byte encodings the
one is taken under which the text is plainly a language; if none is, that is a problem, not mojibake.
"""

from __future__ import annotations

import codecs

from ..errors import Problem, problem
from ..model import Place
from ..text.language import language_score

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"WARC/", "a web archive (WARC)"),
    (b"bplist00", "a web archive of Safari"),
    (b"PK\x03\x04", "a zipped document or archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
)
# The encodings in which European news was written before UTF-8, the commoner first.
_LEGACY = (
    "cp1252",
    "cp1251",
    "cp1250",
    "koi8-u",
    "iso8859-5",
    "cp866",
    "iso8859-15",
    "iso8859-2",
    "mac-roman",
)
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
_SAMPLE = 40_000


def decode_article(data: bytes, place: Place) -> tuple[str, bool] | Problem:
    """The text with Unix line ends, and whether the bytes were that text already (UTF-8)."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        return problem("article-empty", place, value=place.path)
    kind = _binary_kind(data)
    if kind:
        return problem("article-binary", place, value=place.path, kind=kind)
    text, exact = _unicode(data)
    if not text and (encoding := _legacy_encoding(data)):
        text = data.decode(encoding)
    if not text:
        return problem("article-encoding", place, value=place.path)
    return text.replace("\r\n", "\n").replace("\r", "\n"), exact


def _binary_kind(data: bytes) -> str:
    """What the bytes are when they are no text, or ``""``."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _utf16_without_mark(data):
        return ""
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    return "no text but binary data" if b"\x00" in sample or controls > len(sample) * 0.01 + 1 else ""


def _utf16_without_mark(data: bytes) -> str:
    """The byte order of UTF-16 that lost its mark: nearly every second byte of Latin text is zero."""
    sample = data[:2000]
    if len(sample) < 8 or len(data) % 2:
        return ""
    half = len(sample) // 2
    if sample[1::2].count(0) > half * 0.7 and sample[::2].count(0) == 0:
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) > half * 0.7 and sample[1::2].count(0) == 0 else ""


def _unicode(data: bytes) -> tuple[str, bool]:
    """The text under the Unicode encoding the bytes show, else ``""``."""
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return data.decode("utf-16"), False
        if order := _utf16_without_mark(data):
            return data.decode(order), False
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "", False
    return text, True


def _legacy_encoding(data: bytes) -> str:
    """The one-byte encoding under which the text is plainly a language, or ``""``."""
    best, most = "", 0.0
    for encoding in _LEGACY:
        try:
            text = data[:_SAMPLE].decode(encoding)
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        score = language_score(text)
        if score > most:
            best, most = encoding, score
    return best
