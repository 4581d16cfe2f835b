"""Which articles are looked at again for what they say of a new entry."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Article, Fact, Published
from generator.pipeline import held_back
from generator.pipeline.held_back import _nearest, _shares, _wanted
from generator.same import telling_words

DAYS = {
    "early": "2021-05-01",
    "before": "2021-06-09",
    "same": "2021-06-10",
    "after": "2021-06-13",
    "undated": "",
}


def _article(name: str, day: str, text: str = "A mill burned down.") -> Article:
    return Article(id=name, text=text, published=Published(day))


@pytest.mark.parametrize(
    ("most", "looked_at"),
    [
        (9, {"before", "same", "after", "undated"}),
        (4, {"before", "same", "after", "undated"}),
        (3, {"before", "same", "after"}),
        (2, {"before", "same"}),
        (1, {"same"}),
    ],
)
def test_of_too_many_articles_the_nearest_in_time(
    monkeypatch: pytest.MonkeyPatch, most: int, looked_at: set[str]
) -> None:
    monkeypatch.setattr(held_back, "_LOOKED_AT", most)
    articles = {name: _article(name, day) for name, day in DAYS.items()}
    articles["empty"] = _article("empty", "2021-06-10", "")
    batch = {"new": _article("new", "2021-06-10"), "far": _article("far", "2021-07-30")}
    middle = _ordinal("2021-06-10")
    days = range(middle - 5, middle + 6)
    found = _nearest(articles | batch, batch, replace(_wanted([], {}, 5), days=frozenset(days)))
    assert {name for name, _ in found} == looked_at


ENTRIES = [
    "The council shut the old mill",
    "Divers raised a sunken ferry",
    "Ferry off",
    "The mill burned down",
]
SENTENCES = [
    ["The council shut the old mill", "Nobody was hurt"],
    ["The ferry sank in May", "The old mill was shut by the council", ""],
    ["Divers found the sunken ferry near the mill"],
    ["Ferry off"],
    [],
]


def test_the_likest_sentence_of_an_article_says_how_near_it_is() -> None:
    entries = [telling_words(text) for text in ENTRIES]
    articles = [[telling_words(text) for text in texts] for texts in SENTENCES] * 99

    def plain(sentences: list[frozenset[str]]) -> float:
        pairs = [(one & other, other) for one in sentences for other in entries if len(other) > 2]
        return max((len(met) / len(other) for met, other in pairs if len(met) > 1), default=0.0)

    wanted = _wanted([Fact(f"f{at}", "", text, ()) for at, text in enumerate(ENTRIES)], {}, 3)
    assert _shares(articles, wanted) == [*map(plain, articles)]
    assert _shares(articles, _wanted([], {}, 3)) == [0.0] * len(articles)


def _ordinal(day: str) -> int:
    span = held_back.day_span(day)
    assert span is not None
    return span[0]
