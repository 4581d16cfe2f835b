"""The pictures of facts in, how wide and high each is out: a page that knows keeps their place while they load."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from PIL import Image

from ..timeline import is_own_picture

# Pixels wide and high.
Size = tuple[int, int]
_HEAD = 4096  # characters in which an SVG's own element stands
_VIEW_BOX = re.compile(
    r'<svg\b[^>]{0,2000}?\bviewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+(\d{0,6}\.?\d{1,9})[\s,]+(\d{0,6}\.?\d{1,9})\s*"'
)


def image_sizes(images: Iterable[str], folder: Path) -> dict[str, Size]:
    """The sizes of those ``images`` that lie in ``folder`` and can be read; addresses elsewhere are left out."""
    found = {}
    for name in set(images):
        path = folder / name
        size = image_size(path) if is_own_picture(name) and _is_file(path) else None
        if size:
            found[name] = size
    return found


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name longer than the system takes, a NUL in it
        return False


def image_size(path: Path) -> Size | None:
    """How wide and high the picture is; None when it does not say."""
    if path.suffix.lower() == ".svg":
        with path.open(encoding="utf-8", errors="replace") as file:
            box = _VIEW_BOX.search(file.read(_HEAD))
        size = (round(float(box[1])), round(float(box[2]))) if box else (0, 0)
    else:
        try:
            with Image.open(path) as picture:
                size = picture.size
        except Exception:  # damaged pictures end the library in many ways
            return None
    return size if all(size) else None
