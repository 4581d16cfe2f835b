"""The component stylesheets in their order, put together into one; and the script."""

from __future__ import annotations

from functools import cache
from pathlib import Path

ASSETS = Path(__file__).parent / "assets"
STYLESHEET = "assets/chronofact.css"
SCRIPT = "assets/chronofact.js"


@cache
def stylesheet() -> str:
    """Every ``assets/css/NN-component.css``, sorted by its number."""
    files = sorted((ASSETS / "css").glob("*.css"))
    return "\n".join(file.read_text("utf-8").strip() for file in files) + "\n"


def script() -> str:
    """What is nicer with JavaScript: copying, today's anniversaries."""
    return (ASSETS / "chronofact.js").read_text("utf-8")
