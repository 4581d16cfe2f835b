"""Which facts of a project are compared with new ones: those that share words with one at a time both can have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Fact, Place, Source
from generator.same import match
from generator.same.reach import Reach, within_reach
from generator.same.tellings import further_quotes
from generator.store.resting import FileFacts

from .build import articles_of, make_fact

TEXT = "The council approved the new harbour bridge"
LIKE = "A bridge in the harbour"


@pytest.mark.parametrize(
    ("new", "known", "text", "reached"),
    [
        ("2021-02-07", "2021-02-07", LIKE, True),
        ("2021-02-07", "2021-02-07", "Harbours and their bridges", True),
        ("2021-02-07", "2021-02-07", "Harbours are cold", False),
        ("2021-02-07", "2021-02-07", "Bridge", True),
        ("2021-02-07", "2021-02-07", "Anything", False),
        ("2021-02-07", "2021-02-10", LIKE, True),
        ("2021-02-07", "2021-02-11", LIKE, False),
        ("2021-02-07", "2021-02", LIKE, True),
        ("2021-02-07", "2021-06-10", TEXT, False),
        ("2021-02-07", "", "Anything", False),
        ("2021-02-07", "", LIKE, True),
        ("2021-02-07", "2021", LIKE, True),
        ("2021-02-07", "2019", LIKE, False),
        ("2021", "2021-06-10", LIKE, True),
        ("", "2019-05-01", LIKE, True),
        ("", "2019-05-01", "Anything", False),
        ("", "", "Harbours and their bridges", True),
        ("-0043-03", "-0043-03", LIKE, True),
        ("2021/..", "2023-05", LIKE, True),
    ],
)
def test_what_is_within_reach(new: str, known: str, text: str, reached: bool) -> None:
    near, far = within_reach([make_fact("n", TEXT, date=new)], [make_fact("k", text, date=known)], 3)
    assert (len(near), len(far)) == ((1, 0) if reached else (0, 1))


def shelved(path: str, *texts: str) -> tuple[Fact, ...]:
    made = [make_fact(f"{path}-{at}", text) for at, text in enumerate(texts)]
    return tuple(replace(fact, place=Place(path, at, 3)) for at, fact in enumerate(made, 1))


def test_what_is_kept_of_a_project_finds_what_the_facts_themselves_do() -> None:
    new = [make_fact("n", TEXT), make_fact("m", "The mill burnt down near the weir")]
    files = {"a": shelved("a", LIKE, "Nothing of it"), "b": shelved("b", "A weir by a mill"), "c": ()}
    held = {path: FileFacts(facts) for path, facts in files.items()}
    removed = make_fact("gone", "Council of a harbour")
    reach = Reach()
    for changed in ({}, {"a": shelved("a", "Anything", LIKE)}, {"b": shelved("b", "Weirs")}):
        files |= changed
        held |= {path: FileFacts(facts) for path, facts in changed.items()}
        reach.renew(held)
        existing = [*(fact for facts in files.values() for fact in facts), removed]
        known = within_reach(new, [removed], 3, reach)
        assert known[0] == within_reach(new, existing, 3)[0]
        assert removed in known[0] and len(known[0]) == (3 if "b" not in changed else 2)


def test_of_very_many_a_new_one_reaches_the_likest() -> None:
    many = [make_fact(f"k{at:03}", f"{LIKE} of {at}") for at in range(119)]
    near, _ = within_reach([make_fact("n", "A council’s bridge in the harbour of 118")], many, 3)
    assert len(near) == 100 and many[118] in near
    assert within_reach([], many, 3)[0] == () and within_reach([many[0]], [], 3) == ((), ())


def test_of_a_crowd_beside_a_batch_each_new_one_keeps_its_likest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.same.reach._BESIDE", 4)
    known = [make_fact(f"h{at}", f"{LIKE} of {at}") for at in range(6)]
    known += [make_fact(f"s{at}", f"A school in the valley of {at}") for at in range(6)]
    new = [
        make_fact("n1", "A council’s bridge in the harbour of 5"),
        make_fact("n2", "The valley gets a school"),
    ]
    near, far = within_reach(new, known, 3)
    assert len(near) == 4 and len(far) == 8 and known[5] in near
    assert {fact.id[0] for fact in near} == {"h", "s"}


def test_of_what_very_many_tell_the_latest_few_quotes_are_compared() -> None:
    first = make_fact("known", TEXT)
    copies = [Source(f"c{at}", "Crowds  watched the OPENING") for at in range(20)]
    later = [Source(f"d{at}", f"Visitors praised stall {at}") for at in range(10)]
    some = replace(first, sources=(*first.sources, *copies[:4], *later[:4]))
    assert list(further_quotes(some)) == list(some.sources[1:])
    many = replace(first, sources=(*first.sources, *later, *copies))
    assert list(further_quotes(many)) == [*later[3:], copies[-1]]
    told = make_fact("n", "The crowds were watching an opening")
    assert within_reach([told], [many], 3)[0] == (many,)
    assert within_reach([make_fact("n", "Visitors praised it")], [many], 3)[0] == (many,)


def test_a_word_that_all_have_brings_nobody_near() -> None:
    many = [make_fact(f"k{at:03}", f"{LIKE} of {at}") for at in range(121)]
    assert within_reach([make_fact("n", TEXT)], many, 3)[0] == ()


def test_facts_out_of_reach_stay_as_they_are() -> None:
    old = make_fact("old", TEXT, date="2019-02-07", added="2019-02-08")
    known = make_fact("known", TEXT, added="2021-02-08")
    new = make_fact("new", TEXT)
    merged = match([new], [old, known], articles_of(old, known, new))
    assert merged.facts[0] is old
    assert [fact.id for fact in merged.facts] == ["old", "known"]
    assert merged.joined == {"new": "known"}
