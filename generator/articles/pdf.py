"""The bytes of a PDF in, the text of its pages out, or why there is none: a scan holds pictures, not words.

pypdf reads the text layer, in a process of its own that a hostile file may end; lines become paragraphs here, and a form
feed stands between two pages.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from ..text.parts import PAGE_BREAK
from ..text.split_words import with_whole_words
from .limits import MOST_CHARACTERS, MOST_PAGES, PAGE_SECONDS, PDF_MEGABYTES
from .metadata import Metadata

_READER = Path(__file__).with_name("pdf_pages.py")
_SHORT = 0.8  # a line of less than this share of the usual width ends a paragraph, where it ends a sentence
_ENDS = re.compile(r"[.!?…:][\"'”’»)]*$")
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Pdf:
    """What a document holds; ``why`` says in a word why there is no text: broken, locked, scan, long, slow."""

    text: str = ""
    title: str = ""
    author: str = ""
    why: str = ""


def read_pdf(data: bytes, seconds: int = PAGE_SECONDS) -> Pdf:
    """The text layer, page by page; ``seconds`` of processor time a page are enough for any."""
    limits = (MOST_PAGES, MOST_CHARACTERS, seconds, PDF_MEGABYTES)
    # Without its own folder on the path: modules in it are called as those of the standard library are.
    answer = subprocess.run(
        [sys.executable, "-P", str(_READER), *map(str, limits)],
        input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
    )  # fmt: skip
    if answer.returncode:
        return Pdf(why="slow")
    found = json.loads(answer.stdout)
    if "why" in found:
        return Pdf(why=found["why"])
    pages = [_paragraphs(page) for page in found["pages"]]
    if not any(_WORD.search(page) for page in pages):
        return Pdf(why="scan")
    return Pdf(f"\n{PAGE_BREAK}".join(pages), found["title"], found["author"])


def is_pdf(data: bytes) -> bool:
    """Whether bytes from an address are a document, whatever their server calls them."""
    return data.lstrip()[:5] == b"%PDF-"


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
