"""How wide and high a fact's picture is."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pages.images import image_sizes

from .building import PIXEL


@pytest.mark.parametrize(
    ("name", "content", "size"),
    [
        ("dot.png", PIXEL, (1, 1)),
        (
            "box.svg",
            b'<?xml version="1.0"?>\n<svg xmlns="x"\n  viewBox="0 0 640 352.6" role="img">',
            (640, 353),
        ),
        ("commas.svg", b'<svg viewBox="-4,-4, 100, 50">', (100, 50)),
        ("sizeless.svg", b"<svg><rect/></svg>", None),
        ("flat.svg", b'<svg viewBox="0 0 0 0">', None),
        ("broken.jpg", b"no picture", None),
    ],
)
def test_the_size_of_a_picture(
    tmp_path: Path, name: str, content: bytes, size: tuple[int, int] | None
) -> None:
    (tmp_path / name).write_bytes(content)
    assert image_sizes([name, "https://example.org/a.png", "missing.png"], tmp_path) == (
        {name: size} if size else {}
    )
