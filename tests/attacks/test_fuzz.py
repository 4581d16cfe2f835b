"""A short run of ``make fuzz``: the same draws every time, over every type of input."""

from __future__ import annotations

from pathlib import Path

from generator.articles import ArticleOptions, Received, receive_articles
from tests.attacks.fuzz import SEEDS, fuzz


def test_damaged_inputs_end_in_articles_or_problems() -> None:
    assert fuzz(seed=560, cases=110, seconds=60) == []


def test_every_type_is_read_when_it_is_whole(tmp_path: Path) -> None:
    for ending, data in SEEDS.items():
        path = tmp_path / f"whole{ending}"
        path.write_bytes(data)
        found = list(receive_articles(str(path), ArticleOptions(fetch_links=False)))
        assert any(isinstance(one, Received) for one in found), (ending, found)
