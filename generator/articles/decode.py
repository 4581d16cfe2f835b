"""The bytes of an article in, its text or the problem with them out.

UTF-8 (with or without its mark) and UTF-16 are recognised for certain. Of the old one-byte encodings the
one is taken under which the text is plainly a language; if none is, that is a problem, not mojibake.
"""

from __future__ import annotations

import codecs
import re

from ..errors import Problem, problem
from ..model import Place
from .plausible import plausible_encoding

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
# What pages call encodings that a browser reads as a wider one (WHATWG), and those a page may name at all.
_WIDER = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
}
_MAY_BE_NAMED = re.compile(
    r"utf-?8|utf-?16(?:le|be)?|iso-?8859-\d{1,2}|windows-\d{3,4}|cp-?\d{3,4}|koi8-[ru]|x?-?mac-?(?:roman|cyrillic)"
    r"|gb18030|big5hkscs|big5-hkscs|euc-jp|iso-2022-jp",
    re.IGNORECASE,
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
_SAMPLE = 40_000
_HEAD = 4096  # bytes in which a page declares its encoding


def decode_article(data: bytes, place: Place) -> tuple[str, bool] | Problem:
    """The text with Unix line ends, and whether the bytes were that text already (UTF-8)."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        return problem("article-empty", place, value=place.path)
    kind = binary_kind(data)
    if kind:
        return problem("article-binary", place, value=place.path, kind=kind)
    text, exact = _unicode(data)
    if not text and (encoding := plausible_encoding(data)):
        text = data.decode(encoding)
    if not text:
        return problem("article-encoding", place, value=place.path)
    return text.replace("\r\n", "\n").replace("\r", "\n"), exact


def is_page(data: bytes) -> bool:
    """Whether the bytes begin as a web page does."""
    head = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html")) or (head.startswith(b"<?xml") and b"<html" in head)


def binary_kind(data: bytes) -> str:
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


def decoded_markup(data: bytes) -> str | None:
    """The text of a page or feed; None when its encoding shows nowhere.

    Bytes that are valid UTF-8 are UTF-8. What a page declares is believed unless another encoding plainly
    gives more of a language: servers write a default over whatever they send.
    """
    text, _ = _unicode(data)
    if text:
        return text
    declared = _declared(data)
    encoding = plausible_encoding(data, declared, markup=True) or declared
    return data.decode(encoding, "replace") if encoding else None


def _declared(data: bytes) -> str:
    """The encoding that the head of a page or feed names, by the name Python has for it."""
    found = _DECLARED.search(data[:_HEAD])
    name = (found[1] or found[2]).decode("ascii", "replace").lower() if found else ""
    name = _WIDER.get(name, name if _MAY_BE_NAMED.fullmatch(name) else "")
    try:
        return codecs.lookup(name).name if name else ""
    except LookupError:
        return ""
