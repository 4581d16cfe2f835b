"""An article's own date: the order in which sources are believed, and the reasons of an inferred one told and read again."""

from __future__ import annotations

import pytest

from generator.articles import PUBLISHED_ORDER, Metadata, article_from_text
from generator.articles.metadata import date_in_url, read_moment
from generator.model import Published, PublishedWhy
from generator.prose.article_reasons import ARTICLE_REASONS, tell_reasons, with_read_reasons

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
