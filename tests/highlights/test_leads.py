"""The entries that tell a story in short: what happened and is told often, not what was said beside it."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from generator.highlights import importance_of, propose_leads
from generator.model import Article, Fact, Published, Source


def fact(id: str, text: str, *articles: str, kind: str = "event", date: str = "2021-03-04") -> Fact:
    sources = tuple(Source(article, text) for article in articles or ("a",))
    return Fact(id, date, text, sources, kind=kind, status="reviewed")  # type: ignore[arg-type]


STORY = [
    fact("strike", "Dockers at the Norvik harbour began a strike over pay", "a", "b", "c"),
    fact("again", "A strike over pay began among dockers at the Norvik harbour", "d"),
    fact(
        "deal", "The harbour and the dockers agreed on pay and the strike ended", "a", "b", date="2021-03-20"
    ),
    fact("ship", "Two ships left the Norvik harbour during the strike", "b", date="2021-03-08"),
    fact("call", "The mayor telephoned her brother", kind="statement"),
    fact("visit", "The minister will visit the harbour", kind="plan", date="2021-04-01"),
    fact("undated", "Rain fell", date=""),
]
WORTH = {"strike": 0.8, "again": 0.8, "deal": 0.8, "ship": 0.6, "call": 0.5, "visit": 0.5, "undated": 0.3}


def test_what_happened_comes_before_a_telephone_call() -> None:
    ids = [one.id for one in propose_leads(STORY, WORTH)]
    assert ids[:2] == ["strike", "deal"]
    assert 3 <= len(ids) <= 6
    assert "call" not in ids and "undated" not in ids


def test_importance_grows_with_articles_and_with_those_that_look_back() -> None:
    days = {"a": "2021-03-04", "b": "2021-03-05", "c": "2021-04-01"}
    articles = {name: Article(name, "", published=Published(day)) for name, day in days.items()}
    plain, known = importance_of(STORY, WORTH), importance_of(STORY, WORTH, articles)
    assert all(0 < value < 1 for value in known.values()) and set(known) == {one.id for one in STORY}
    assert known["strike"] > plain["strike"]  # "c" looks back on it
    assert known["ship"] == plain["ship"]
    assert max(plain, key=plain.__getitem__) in ("strike", "again") and plain["deal"] > plain["call"]


def test_nothing_is_told_twice() -> None:
    assert "again" not in [one.id for one in propose_leads(STORY, WORTH)]


def test_what_a_person_made_a_lead_stays_one() -> None:
    mine = [replace(one, lead=one.id == "call") for one in STORY]
    assert propose_leads(mine, WORTH)[0].id == "call"


def test_the_order_of_the_files_does_not_matter() -> None:
    wanted = [one.id for one in propose_leads(STORY, WORTH)]
    for some in list(permutations(STORY))[::500]:
        assert [one.id for one in propose_leads(some, WORTH)] == wanted


def test_withdrawn_facts_and_empty_projects() -> None:
    assert propose_leads((), {}) == ()
    gone = [replace(one, status="withdrawn") for one in STORY]
    assert propose_leads(gone, WORTH) == ()
