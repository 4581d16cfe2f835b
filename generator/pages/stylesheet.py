"""The component stylesheets in their order, put together into one; and the script."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from math import ceil
from pathlib import Path

ASSETS = Path(__file__).parent / "assets"
STYLESHEET = "assets/chronofact.css"
SCRIPT = "assets/chronofact.js"
MARK = "assets/chronofact.svg"
# A page's policy allows no style of its own, so the height kept for a day comes in steps.
LETTERS_A_ROW = 80
ROUGH_COUNTS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 70, 100, 150, 200, 300)


@cache
def stylesheet() -> str:
    """Every ``assets/css/NN-component.css``, sorted by its number."""
    files = sorted((ASSETS / "css").glob("*.css"))
    counts = "".join(f'[data-cf-facts="{count}"]{{--cf-facts:{count}}}' for count in ROUGH_COUNTS)
    return "\n".join([*(slim(file.read_text("utf-8")) for file in files), counts]) + "\n"


def rough_height(texts: Iterable[str]) -> int:
    """How high facts with these words are, in rows of a short one: the next of the steps that the stylesheet knows.

    Too low a guess lets what is not laid out yet reach over what stands below it.
    """
    rows = sum(max(1, ceil(len(text) / LETTERS_A_ROW)) for text in texts)
    return next((step for step in ROUGH_COUNTS if step >= rows), ROUGH_COUNTS[-1])


def slim(css: str) -> str:
    """A stylesheet without comments and needless blanks: a third less to send."""
    css = re.sub(r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/", "", css)
    return re.sub(r"\s*([{};])\s*|,\s+", lambda found: found[1] or ",", " ".join(css.split())).replace(
        ";}", "}"
    )


def mark() -> str:
    """The sign of a site that has none of its own: a rail with a day that is stated and one that is not."""
    return (ASSETS / "mark.svg").read_text("utf-8")


def search_script() -> str:
    """The worker that answers the search box of a site with many facts."""
    return (ASSETS / "search.js").read_text("utf-8")


def script() -> str:
    """What is nicer with JavaScript: copying, today's anniversaries."""
    return (ASSETS / "chronofact.js").read_text("utf-8")
