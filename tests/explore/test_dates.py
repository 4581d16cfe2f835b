"""Dates as readers type and read them, in their language: every one that the site writes can be typed in."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.pages.explore_words import EXAMPLES
from generator.pages.words import Words

CASES = tuple(
    tuple(part.strip() for part in line.split("|"))
    for line in (Path(__file__).parent / "typed_dates.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
)
LANGUAGES = (
    "en",
    "en-US",
    "uk",
    "ar",
    "bg",
    "cs",
    "de",
    "el",
    "es",
    "fa",
    "fi",
    "fr",
    "he",
    "hr",
    "hu",
    "it",
)
LANGUAGES += ("ja", "ko", "lt", "nl", "pl", "pt", "ro", "ru", "sr", "sv", "tr", "zh")
READ = """async ({ typed, base }) => {
  const { makeReader } = await import(base + 'reading.js');
  const readers = {};
  return typed.map(([language, text]) => (readers[language] ??= makeReader(language))(text));
}"""


def read(page: Page, site: str, typed: list[tuple[str, str]]) -> list[str]:
    page.goto(f"{site}explore/")
    return page.evaluate(READ, {"typed": typed, "base": f"{site}assets/explore/"})  # type: ignore[no-any-return]


def test_dates_are_read_as_people_type_them(page: Page, explore_site: str):
    found = read(page, explore_site, [(language, typed) for language, typed, _ in CASES])
    assert [(*case[:2], meant) for case, meant in zip(CASES, found, strict=True)] == list(CASES)


def test_the_examples_of_every_language_can_be_typed(page: Page, explore_site: str):
    typed = [(language, Words(language).when(edtf)) for language in LANGUAGES for edtf in EXAMPLES]
    found = read(page, explore_site, typed)
    meant = [edtf for _ in LANGUAGES for edtf in EXAMPLES]
    assert [(*one, date) for one, date in zip(typed, found, strict=True)] == [
        (*one, date) for one, date in zip(typed, meant, strict=True)
    ]


@pytest.mark.parametrize(
    ("language", "first", "last", "said"),
    [
        ("en", "2021-07-15", "2021-07-15", "15 July 2021"),
        ("en", "2024-02", "2024-02", "February 2024"),
        ("en", "1900", "1900", "1900"),
        ("en", "1800", "1899", "1800 – 1899"),
        ("en", "2021-07-12", "2021-07-18", "12 – 18 Jul 2021"),
        ("en", "-0399", "-0300", "400 – 301 BC"),
        ("en", "-0043-03-15", "-0043-03-15", "15 March 44 BC"),
        ("en", "0079", "0079", "79 AD"),
        ("en-US", "2021-07-15", "2021-07-15", "July 15, 2021"),
        ("uk", "2021-07", "2021-07", "липень 2021 р."),
        ("ar", "-0043", "-0043", "44 ق.م"),
    ],
)
def test_stretches_are_told_in_the_language(
    page: Page, explore_site: str, language: str, first: str, last: str, said: str
):
    page.goto(f"{explore_site}explore/")
    found = page.evaluate(
        """async ({ language, first, last, base }) => {
          const { makeCalendar } = await import(base + 'calendar.js');
          const { typedSpan } = await import(base + 'days.js');
          return makeCalendar(language).span(typedSpan(first)[0], typedSpan(last)[1]);
        }""",
        {"language": language, "first": first, "last": last, "base": f"{explore_site}assets/explore/"},
    )
    assert " ".join(found.split()) == said
