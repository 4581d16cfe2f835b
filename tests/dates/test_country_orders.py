"""A text's country in, the day that its dates in digits name out."""

from __future__ import annotations

import pytest

from generator.dates import resolve_dates
from generator.dates.numeric import COUNTRY_ORDERS, LANGUAGE_ORDERS
from generator.model import Published, Sentence

TEXT = "The forms of 04/05/06 and 05/06/2024 were sent."
READ = {  # how a country writes, and what the two dates are there
    "day first": ("2006-05-04", "2024-06-05"),
    "month first": ("2006-04-05", "2024-05-06"),
    "year first": ("2004-05-06", ""),
    "nobody knows": ("", ""),
}
COUNTRIES = {
    "US": "month first", "PH": "month first", "CA": "nobody knows",
    "CN": "year first", "JP": "year first", "KR": "year first", "TW": "year first", "HU": "year first",
    "LT": "year first", "IR": "year first", "ZA": "year first",
    "GB": "day first", "IE": "day first", "AU": "day first", "IN": "day first", "DE": "day first", "BR": "day first",
}  # fmt: skip
LANGUAGES = {
    "": "nobody knows", "en": "nobody knows", "hu": "year first", "ja": "year first", "ko": "year first",
    "zh": "year first", "lt": "year first", "fa": "year first",
    "de": "day first", "fr": "day first", "pl": "day first", "es": "day first", "uk": "day first",
}  # fmt: skip


def _read(lang: str = "en", country: str = "", date_order: str = "") -> tuple[str, ...]:
    found = resolve_dates(
        TEXT,
        [Sentence(0, len(TEXT), 0)],
        published=Published("2024-09-01", "metadata"),
        lang=lang,
        country=country,
        date_order=date_order,
    )
    assert [one.words for one in found] == ["04/05/06", "05/06/2024"]
    return tuple(one.edtf for one in found)


def test_every_country_and_language_of_the_tables_has_a_case() -> None:
    assert COUNTRY_ORDERS.keys() <= COUNTRIES.keys()
    assert LANGUAGE_ORDERS.keys() <= LANGUAGES.keys()


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_country_has_its_order(country: str) -> None:
    wanted = READ[COUNTRIES[country]]
    assert _read(country=country) == wanted
    assert _read(country=country.lower()) == wanted
    assert _read(lang=f"en-{country}") == _read(lang=f"EN-{country.lower()}") == wanted


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_has_its_order_where_no_country_is_known(lang: str) -> None:
    assert _read(lang=lang) == READ[LANGUAGES[lang]]


def test_what_is_known_better_decides() -> None:
    assert _read(lang="en-US", country="GB") == READ["day first"]
    assert _read(lang="hu", country="US") == READ["month first"]
    assert _read(lang="en-US", country="GB", date_order="YMD") == READ["year first"]
    assert _read(country="CA", date_order="MDY") == READ["month first"]
