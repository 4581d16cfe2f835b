"""The component stylesheets in their order, put together into one; and the script."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

ASSETS = Path(__file__).parent / "assets"
STYLESHEET = "assets/chronofact.css"
SCRIPT = "assets/chronofact.js"


@cache
def stylesheet() -> str:
    """Every ``assets/css/NN-component.css``, sorted by its number."""
    files = sorted((ASSETS / "css").glob("*.css"))
    return "\n".join(slim(file.read_text("utf-8")) for file in files) + "\n"


def slim(css: str) -> str:
    """A stylesheet without comments and needless blanks: a third less to send."""
    css = re.sub(r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/", "", css)
    return re.sub(r"\s*([{};])\s*|,\s+", lambda found: found[1] or ",", " ".join(css.split())).replace(
        ";}", "}"
    )


def script() -> str:
    """What is nicer with JavaScript: copying, today's anniversaries."""
    return (ASSETS / "chronofact.js").read_text("utf-8")
