"""The bytes of a PDF in, the text of its pages out, or why there is none: a scan holds pictures, not words.

pypdf reads the text layer; lines become paragraphs here, and a form feed stands between two pages.
"""

from __future__ import annotations

import io
import logging
import re
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError, PyPdfError

from ..text.parts import PAGE_BREAK
from ..text.split_words import with_whole_words
from .limits import MOST_CHARACTERS
from .metadata import Metadata

MOST_PAGES = 3000
_SHORT = 0.8  # a line of less than this share of the usual width ends a paragraph, where it ends a sentence
_ENDS = re.compile(r"[.!?…:][\"'”’»)]*$")
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Pdf:
    """What a document holds; ``why`` says in a word why there is no text: broken, locked, scan, long."""

    text: str = ""
    title: str = ""
    author: str = ""
    why: str = ""


def read_pdf(data: bytes) -> Pdf:
    """The text layer, page by page."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of every odd object of a file
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return Pdf(why="locked")
        if len(reader.pages) > MOST_PAGES:
            return Pdf(why="long")
        pages: list[str] = []
        for page in reader.pages:
            pages.append(_paragraphs(page.extract_text()))
            if sum(map(len, pages)) > MOST_CHARACTERS:
                return Pdf(why="long")
        known = reader.metadata
        title, author = (
            str(value or "").strip() for value in (known and known.title, known and known.author)
        )
    except FileNotDecryptedError:
        return Pdf(why="locked")
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, ArithmeticError):
        return Pdf(why="broken")
    except (RecursionError, AssertionError, NotImplementedError, OSError):
        return Pdf(why="broken")
    if not any(_WORD.search(page) for page in pages):
        return Pdf(why="scan")
    return Pdf(f"\n{PAGE_BREAK}".join(pages), title, author)


def known_of(pdf: Pdf) -> Metadata:
    """What the file says of itself; a title that is a file's name is none."""
    title = "" if re.search(r"\.\w{2,4}$|^untitled", pdf.title, re.IGNORECASE) else pdf.title
    return Metadata(title=title, authors=(pdf.author,) if _WORD.search(pdf.author) else ())


def _paragraphs(text: str) -> str:
    """Lines of a page joined to paragraphs: a blank line, or a short line that ends a sentence, ends one."""
    clean = "".join(char if char == "\n" or char.isprintable() else " " for char in text)
    lines = [" ".join(line.split()) for line in clean.split("\n")]
    widths = sorted(len(line) for line in lines if line)
    usual = widths[len(widths) * 4 // 5] if widths else 0
    found: list[str] = []
    open_line = False
    for line in lines:
        if not line:
            open_line = False
            continue
        if open_line and (line[0].islower() or not _ends(found[-1].rpartition("\n")[2], usual)):
            found[-1] = f"{found[-1]}\n{line}"
        else:
            found.append(line)
        open_line = True
    return "\n\n".join(map(_joined, found)) + "\n"


def _ends(line: str, usual: int) -> bool:
    """Whether a paragraph may end with this line; a heading is short and ends no sentence."""
    return len(line) < usual * _SHORT and (bool(_ENDS.search(line)) or len(line.split()) < 9)


def _joined(paragraph: str) -> str:
    """One line; a hyphen at a line's end before a small letter is the typesetter's."""
    return " ".join(with_whole_words(paragraph).split())
