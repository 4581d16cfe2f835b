"""Which facts of a project are compared with new ones: those of their days, and vague ones by words."""

from __future__ import annotations

import pytest

from generator.same import match
from generator.same.reach import within_reach

from .build import articles_of, make_fact

TEXT = "The council approved the new harbour bridge"


@pytest.mark.parametrize(
    ("new", "known", "text", "reached"),
    [
        ("2021-02-07", "2021-02-07", "Anything", True),
        ("2021-02-07", "2021-02-10", "Anything", True),
        ("2021-02-07", "2021-02", "Anything", True),
        ("2021-02-07", "2021-06-10", TEXT, False),
        ("2021-02-07", "", "Anything", False),
        ("2021-02-07", "", "A bridge in the harbour", True),
        ("2021-02-07", "2021", "A bridge in the harbour", True),
        ("", "2019-05-01", "A bridge in the harbour", True),
        ("", "2019-05-01", "Anything", False),
        ("", "", "Harbours and their bridges", True),
    ],
)
def test_what_is_within_reach(new: str, known: str, text: str, reached: bool) -> None:
    near, far = within_reach([make_fact("n", TEXT, date=new)], [make_fact("k", text, date=known)], 3)
    assert (len(near), len(far)) == ((1, 0) if reached else (0, 1))


def test_facts_out_of_reach_stay_as_they_are() -> None:
    old = make_fact("old", TEXT, date="2019-02-07", added="2019-02-08")
    known = make_fact("known", TEXT, added="2021-02-08")
    new = make_fact("new", TEXT)
    merged = match([new], [old, known], articles_of(old, known, new))
    assert merged.facts[0] is old
    assert [fact.id for fact in merged.facts] == ["old", "known"]
    assert merged.joined == {"new": "known"}
