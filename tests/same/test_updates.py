"""What a later report does to an earlier one: brings it up to date, denies it, or keeps its plan."""

from __future__ import annotations

import pytest

from generator.model import Article, Fact, Published
from generator.same import merge_facts
from generator.same.numbers import find_amounts
from generator.same.tolls import find_tolls, tolls_clash
from generator.same.updates import find_updates, open_plans
from generator.same.words import split_words

from .build import make_article, make_fact

TOLLS = [
    ("Fourteen people died when the dam burst", [("dead", 14, "")]),
    ("The storm killed 31 and injured about 200", [("dead", 31, ""), ("injured", 200, "about")]),
    ("Divers found two more, which raised to 16 the number of people killed", [("dead", 16, "")]),
    ("Death toll of the landslide climbs past 300", [("dead", 300, "")]),
    (
        "At least 40 were hurt and more than nine are missing",
        [("injured", 40, "least"), ("missing", 9, "least")],
    ),
    ("Police arrested 12 of those who marched", [("arrested", 12, "")]),
    ("A man of 52 was buried 3 days later", []),
    ("In 1998 the old mill burned down", []),
    ("The 61-year-old mayor died", []),
    ("Killed after 20 minutes of fighting", []),
    ("Four of the crew had not been found by dusk", [("missing", 4, "")]),
    ("No one is now unaccounted for", [("missing", 0, "")]),
    ("Divers have yet to be found fit, but two climbers were found", []),
    ("Shares fell by 12 percent after the fire that killed a guard", []),
]


@pytest.mark.parametrize(("text", "wanted"), TOLLS, ids=[text for text, _ in TOLLS])
def test_people_are_counted(text: str, wanted: list[tuple[str, int, str]]) -> None:
    found = find_tolls(text, split_words(text), find_amounts(text))
    told = [
        (one.what, int(one.value), "least" if one.at_least else "about" if one.about else "") for one in found
    ]
    assert told == wanted


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("Nine people were killed", "The toll rose to 11", True),
        ("Nine people were killed", "Nine died", False),
        ("Nine people were killed", "Nine were hurt", False),
        ("About 200 were injured", "210 people were injured", False),
        ("About 200 were injured", "320 people were injured", True),
    ],
)
def test_counts_that_cannot_both_be_right(one: str, other: str, clash: bool) -> None:
    left, right = (find_tolls(text, split_words(text), find_amounts(text)) for text in (one, other))
    assert bool(tolls_clash(left, right)) is clash


def pair(about: str, **fields: str) -> tuple[list[Fact], dict[str, Article]]:
    texts = {
        "number": (
            "Five died when the hotel in Trabzon burned down",
            "Seven died when the hotel in Trabzon burned down",
        )
    }
    texts["denial"] = (
        "The captain was drunk when the ferry sank",
        "The captain was not drunk when the ferry sank",
    )
    one, other = texts[about]
    facts = [make_fact("old", one), make_fact("new", other, date=fields.get("date", "2021-02-08"))]
    days = {"old": "2021-02-07", "new": fields.get("told", "2021-02-08")}
    return facts, {
        name: make_article(name, f.text, day=days[name]) for name, f in zip(days, facts, strict=True)
    }


@pytest.mark.parametrize("about", ["number", "denial"])
def test_the_later_report_follows_the_earlier(about: str) -> None:
    facts, articles = pair(about)
    merged = merge_facts(facts, articles)
    by_id = {fact.id: fact for fact in merged.facts}
    assert by_id["new"].follows == ("old",) and by_id["old"].follows == ()
    assert merged.disagreements == () and by_id["new"].disagrees_with == ()


@pytest.mark.parametrize(
    ("one", "other", "follows"),
    [
        (
            "Tom Adler, 80, died in hospital after a fall",
            "John Doyle, 82, died in hospital after a fall",
            False,
        ),
        ("Five died when a mill in Thale burned down", "Seven died when a mill in Norvik burned down", False),
        ("Tom Adler was fined 200 euros by the court", "Mary Stone was fined 300 euros by the court", False),
        ("Five died when a mill in Thale burned down", "Seven died when a mill in Thale burned down", True),
        (
            "Five died when a mill in Thale near Norvik burned down",
            "Seven died when a mill in Thale in Tolmland burned down",
            True,
        ),
    ],
)
def test_nobody_follows_a_stranger(one: str, other: str, follows: bool) -> None:
    facts = [make_fact("old", one, date="2021-02-07"), make_fact("new", other, date="2021-02-08")]
    articles = {f.id: make_article(f.id, f.text, day=f.date) for f in facts}
    by_id = {fact.id: fact for fact in merge_facts(facts, articles).facts}
    assert bool(by_id["new"].follows) == follows


@pytest.mark.parametrize(
    ("told", "follows"),
    [("2021-02-08", True), ("2021-05-18", True), ("2021-05-19", False), ("2023-02-08", False)],
)
def test_a_figure_of_long_after_is_of_another_thing(told: str, follows: bool) -> None:
    facts, articles = pair("number", told=told, date=told)
    found = find_updates(facts, {(0, 1): "number"}, articles)
    assert found.related("old", "new") == follows


def test_the_order_in_which_they_come_changes_nothing() -> None:
    facts, articles = pair("number")
    assert set(merge_facts(facts, articles).facts) == set(merge_facts(facts[::-1], articles).facts)


@pytest.mark.parametrize("about", ["number", "denial"])
def test_what_differs_on_one_day_is_a_disagreement(about: str) -> None:
    facts, articles = pair(about, told="2021-02-07", date="2021-02-07")
    merged = merge_facts(facts, articles)
    assert [one.about for one in merged.disagreements] == [about]
    assert all(fact.follows == () for fact in merged.facts)


def test_the_figure_is_data() -> None:
    facts, articles = pair("number")
    measures = {fact.id: fact.measure for fact in merge_facts(facts, articles).facts}
    assert [(m.what, m.value) for m in (measures["old"], measures["new"]) if m] == [("dead", 5), ("dead", 7)]


PLAN = make_fact("plan", "The council will open the bridge", kind="plan", date="2021-03-01")
DONE = make_fact("done", "The council opened the bridge", date="2021-03-01")


@pytest.mark.parametrize(
    ("plan", "done", "told", "kept"),
    [
        (PLAN, DONE, "2021-03-02", True),
        (PLAN, make_fact("done", "The council opened the bridge", date="2021-03-09"), "2021-03-10", True),
        (PLAN, DONE, "2021-02-01", False),
        (PLAN, make_fact("done", "The council opened the bridge", date="2022-03-09"), "2022-03-10", False),
        (
            PLAN,
            make_fact("done", "The bridge will open", kind="plan", date="2021-03-01"),
            "2021-03-02",
            False,
        ),
    ],
    ids=["kept", "moved by a week", "told before", "a year later", "told again"],
)
def test_a_plan_that_was_kept(plan: Fact, done: Fact, told: str, kept: bool) -> None:
    articles = {
        "plan": Article("plan", plan.text, published=Published("2021-02-07")),
        "done": Article("done", done.text, published=Published(told)),
    }
    found = find_updates([plan, done], {(0, 1): "kind"}, articles)
    assert found.fulfils == ({"done": ("plan",)} if kept else {})


def test_a_plan_is_open_when_its_day_has_passed_as_of_the_last_article() -> None:
    from dataclasses import replace

    articles = {"a": Article("a", "", published=Published("2021-03-05"))}
    said = make_fact("plan", PLAN.text, kind="plan", date="2021-03-01", basis="stated")
    assert open_plans([said, DONE], articles) == ("plan",)
    assert open_plans([said, replace(DONE, fulfils=("plan",))], articles) == ()
    assert open_plans([replace(said, date="2021-03-05"), DONE], articles) == ()
    assert open_plans([PLAN], articles) == ()  # of the day of the article that announces it
    assert open_plans([replace(PLAN, date="2021-03-05")], articles) == ()
    assert open_plans([PLAN], {}) == ()


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (
            "Minister Adeyemi enters the hospital in Lagos",
            "Minister Adeyemi leaves the hospital in Lagos",
            True,
        ),
        ("Minister Adeyemi was charged in Lagos", "Minister Adeyemi was convicted in Lagos", True),
        ("Minister Adeyemi marched out of the talks", "Minister Adeyemi marched into the talks", True),
        (
            "Minister Adeyemi was charged in Lagos",
            "Minister Adeyemi was charged and convicted in Lagos",
            False,
        ),
    ],
)
def test_what_begins_is_not_what_ends(one: str, other: str, apart: bool) -> None:
    from generator.same.roles import contrary
    from generator.same.signature import collect

    collection = collect([make_fact("a", one), make_fact("b", other)], {})
    assert contrary(*collection.signatures) is apart
