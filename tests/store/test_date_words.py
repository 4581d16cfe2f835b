"""Dates as people type them, and the EDTF that `check --fix` writes; what has two readings gives none."""

from __future__ import annotations

import pytest

from generator.store.date_words import as_edtf


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("September 28, 2022", "2022-09-28"),
        ("28 Sept 2022", "2022-09-28"),
        ("28.09.2022", "2022-09-28"),
        ("28/09/2022", "2022-09-28"),
        ("2022-9-8", "2022-09-08"),
        ("2022/9", "2022-09"),
        ("September 2022", "2022-09"),
        ("late 2022", "2022-09/2022-12"),
        ("c. 1850", "1850~"),
        ("1760s", "176X"),
        ("abt 1850", "1850~"),
        ("~1850", "1850~"),
        ("around 3 May 1850", "1850-05-03~"),
        ("um 1850", "1850~"),
        ("vers mai 1850", "1850-05~"),
        ("hacia 1850", "1850~"),
        ("бл. 1850", "1850~"),
        ("około 1850", "1850~"),
        ("over 1850", ""),
        ("um 10 Uhr", ""),
        ("~5", ""),
        ("44 BC", "-0043"),
        ("May 12-18, 2025", "2025-05-12/2025-05-18"),
        ("March 2020 to May 2021", "2020-03/2021-05"),
        ("3. Mai 2024", "2024-05-03"),
        ("12 травня 2023", "2023-05-12"),
        ("05/06/2022", ""),  # May or June
        ("May 16", ""),  # which year
        ("yesterday", ""),
        ("2025-13-40", ""),
        ("2025-02-30", ""),
        ("May 16, 2025, or so they say", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_a_typed_date_has_one_reading_or_none(typed: str, edtf: str) -> None:
    assert as_edtf(typed) == edtf
