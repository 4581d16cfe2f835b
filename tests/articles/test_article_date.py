"""An article's own date: the order in which sources are believed, and what can be inferred without one."""

from __future__ import annotations

import pytest

from generator.articles import PUBLISHED_ORDER, Metadata, article_from_text, read_record
from generator.articles.metadata import date_in_url, read_moment
from generator.dates.article_date import infer_published
from generator.model import Article, Published, PublishedWhy
from generator.prose.article_reasons import ARTICLE_REASONS, tell_reasons, with_read_reasons

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


FULL = "Lock closes\nBy Ann Lee\n5 May 2015\nYORK, 4 May 2015 (Reuters) - The lock closed for good, the board said on Monday."


@pytest.mark.parametrize("known", range(6))
def test_dates_are_believed_in_the_stated_order(known: int) -> None:
    text = FULL if known <= 3 else FULL.replace("5 May 2015\n", "")
    text = text if known <= 4 else text.replace("4 May 2015 ", "")
    found = article_from_text(
        text,
        id="a",
        option=Metadata(published="2015-05-08") if known == 0 else Metadata(),
        sidecar=Metadata(published="2015-05-07") if known <= 1 else Metadata(),
        metadata=Metadata(
            published="2015-05-06" if known <= 2 else "", url="https://x.example/2015/05/03/lock"
        ),
    )
    assert found.published.basis == PUBLISHED_ORDER[known]
    assert found.published.value == f"2015-05-0{8 - known}"
    assert found.agency == "Reuters"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.example/2015/05/03/lock", "2015-05-03"),
        ("https://x.example/news/2015-05-03-lock.html", "2015-05-03"),
        ("https://x.example/a/20150503/b", "2015-05-03"),
        ("https://x.example/world/2015/may/03/lock", "2015-05-03"),
        ("https://x.example/2015/05/lock", "2015-05"),
        ("https://x.example/2015/02/31/lock", "2015-02"),
        ("https://x.example/article/123456789", ""),
        ("https://x.example/?d=2015-05-03", ""),
        ("", ""),
    ],
)
def test_dates_in_addresses(url: str, day: str) -> None:
    assert date_in_url(url) == day


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2015-05-03", ("2015-05-03", "")),
        ("2015-05-03T09:30:00Z", ("2015-05-03T09:30", "Z")),
        ("2015-05-03T09:30:00.000+02:00", ("2015-05-03T09:30", "+02:00")),
        ("2015-05-03 09:30", ("2015-05-03T09:30", "")),
        ("Sun, 03 May 2015 09:30:00 +0300", ("2015-05-03T09:30", "+0300")),
        ("3 May 2015, 18:04 EEST", ("2015-05-03T18:04", "EEST")),
        ("2015-05", ("2015-05", "")),
        ("2015~", ("2015~", "")),
        ("soon", ("", "")),
        ("2015-02-31", ("", "")),
        ("05/06/2015", ("", "")),
    ],
)
def test_moments_of_metadata(value: str, moment: tuple[str, str]) -> None:
    assert read_moment(value) == moment


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


WHYS = (
    PublishedWhy("shared", "other", "2015-05-04", shared=3, of=4),
    PublishedWhy("others", day="2015-05-04"),
    PublishedWhy("contradicts", day="2015-05-04", other="2016-06-09"),
    PublishedWhy("weekday", day="2015-04-03", weekday="Friday", named="2025-05-16"),
    PublishedWhy("latest", day="2015-05-04"),
)


def test_every_rule_has_its_sentence() -> None:
    assert {one.rule for one in WHYS} == set(ARTICLE_REASONS)


@pytest.mark.parametrize("count", range(1, len(WHYS) + 1))
def test_the_sentences_of_an_old_file_are_the_values_again(count: int) -> None:
    whole = Published("2015-05-04", "inferred", why=WHYS[:count])
    old = Published("2015-05-04", "inferred", " ".join(tell_reasons(whole)))
    assert with_read_reasons(old) == whole


@pytest.mark.parametrize(
    "reason",
    [
        "The librarian remembers the day.",
        "The latest past date it tells of is 4 May 2015. I am sure of it.",
        "The latest past date it tells of is some day in May.",
        "",
    ],
)
def test_what_a_person_wrote_stays_as_it_is(reason: str) -> None:
    own = Published("2015-05-04", "inferred", reason)
    assert with_read_reasons(own) == own
    assert "".join(tell_reasons(own)) == reason
