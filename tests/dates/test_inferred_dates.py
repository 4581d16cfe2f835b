"""An article without a date: what sentences that it shares with others, and its own words, allow."""

from __future__ import annotations

import pytest

from generator.articles import Metadata, article_from_text, read_record
from generator.dates.article_date import infer_published
from generator.model import Article, Published, PublishedWhy
from generator.prose.article_reasons import tell_reasons

SHARED = (
    "The harbour board voted by seven to two to close the old lock for good.\n"
    "Its chair said that repairs would cost more than the lock had earned in thirty years.\n"
    "Skippers who use the lock in winter said that they had not been asked about it.\n"
)


def article(text: str, **fields: str) -> Article:
    found = read_record({"id": "own", "text": text, **fields})
    assert isinstance(found, Article)
    return found


def dated(text: str, day: str, id: str = "other") -> Article:
    return article_from_text(text, id=id, option=Metadata(published=day))


def test_shared_sentences_date_an_article_and_name_their_source() -> None:
    found = infer_published(
        article(SHARED + "Nobody knows yet what the boats will do in December."),
        [dated(SHARED, "2015-05-04")],
    )
    assert (found.value, found.basis) == ("2015-05-04", "inferred")
    assert found.why == (PublishedWhy("shared", "other", "2015-05-04", shared=3, of=4),)
    assert " ".join(tell_reasons(found)) == (
        "3 of its 4 longer sentences stand word for word in other, published 4 May 2015."
    )


def test_one_or_two_background_sentences_are_not_enough() -> None:
    two = SHARED.splitlines()[:2]
    other = [
        f"This is sentence number {number} of a very different report on the lock." for number in range(9)
    ]
    assert infer_published(article("\n".join(two + other)), [dated(SHARED, "2015-05-04")]) == Published()


def test_rivals_make_a_span() -> None:
    rivals = [dated(SHARED, "2015-05-04", "one"), dated(SHARED, "2015-05-06", "two")]
    assert infer_published(article(SHARED), rivals).value == "2015-05-04/2015-05-06"


def test_evidence_against_itself_gives_no_date() -> None:
    text = SHARED + "The lock was filled with sand on 9 June 2016, a year after the vote."
    found = infer_published(article(text), [dated(SHARED, "2015-05-04")])
    assert (found.value, found.basis) == ("", "unknown")
    assert found.why == (PublishedWhy("contradicts", day="2015-05-04", other="2016-06-09"),)
    assert " ".join(tell_reasons(found)).endswith("yet it tells of 9 June 2016.")


@pytest.mark.parametrize(
    ("text", "value"),
    [
("OSLO, May 16 (Reuters) - The minister resigned.\nHe had taken office on 2 May 2009, the palace said.", "2009-05-02/.."),
        ("The bridge fell on Friday, May 16, the mayor said. It had been built on 3 April 2024 by two firms.", "2025-05-16/.."),
        ("The bridge fell on Tuesday, May 16, the mayor said. It had been built on 3 April 2024 by two firms.", "2028-05-16/.."),
        ("It began on 3 May 2020 in the town. The plan will end by 3 May 2030, officials said.", "2020-05-03/.."),
        ("On May 16 the bridge fell, the mayor said, and nobody was hurt. It was built in 2004.", ""),
        ("The bridge fell.", ""),
    ],
)  # fmt: skip
def test_the_words_of_the_text_bound_its_date(text: str, value: str) -> None:
    found = infer_published(article(text), [])
    assert found.value == value
    assert bool(found.why) == bool(value)
