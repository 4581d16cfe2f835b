"""Explore's matches and counts equal a computation over the facts themselves, for random choices."""

from __future__ import annotations

import random
from urllib.parse import parse_qsl, urlencode

import pytest
from playwright.sync_api import Page

from .made import BODIES, OUTLETS, PEOPLE, PLACES, TAGS
from .oracle import FACETS, Choice, Oracle, day_number

DATES = ("2021", "2021-07", "2021-07-15", "2021-07-14", "1953", "-0043", "2022-01-01", "1949", "2030")
WORDS = (
    "water", "café", "strasse", "NEVER", "metres", "-gate", "ulk", '"never again"', "radio", "-rose", "post",
    "3", "wat", '"port anselm"', "orsted", "ater",
)  # fmt: skip
KNOWN = {
    "person": tuple(f"n{n}" for n in range(len(PEOPLE))),
    "place": tuple(f"n{n + len(PEOPLE)}" for n in range(len(PLACES))),
    "organisation": tuple(f"n{n + len(PEOPLE) + len(PLACES)}" for n in range(len(BODIES))),
    "speaker": (*PEOPLE[:5], "a guard", "nobody"),
    "outlet": tuple(filter(None, OUTLETS)),
    "tag": (*TAGS, "gone"),
    "kind": ("event", "statement", "plan", "proposal"),
    "status": ("reviewed", "disputed"),
    "precision": ("day", "month", "year", "interval", "decade", "undated"),
    "sure": ("stated", "continued", "carried", "inferred", "span", "undated"),
    "mark": ("anonymous", "denied", "corrected", "differs"),
}


def random_choice(rng: random.Random) -> Choice:
    """A choice as a reader, or an old link, might make it."""
    facets = {}
    for name in rng.sample(FACETS, rng.choice((0, 1, 1, 2, 3))):
        mode = rng.choice(("any", "any", "all", "none"))
        facets[name] = (mode, tuple(rng.sample(KNOWN[name], rng.randint(1, min(3, len(KNOWN[name]))))))
    dated = rng.random() < 0.5
    start, end = (rng.choice((*DATES, "")), rng.choice((*DATES, ""))) if dated else ("", "")
    return Choice(
        q=" ".join(rng.sample(WORDS, rng.choice((0, 0, 1, 2)))),
        facets=facets,
        origins=rng.choice((0, 0, 0, 2, 3)),
        clock=rng.choice(("happened", "said", "published")),
        start=start,
        end=end,
        known=rng.choice(("", "", "2021-07-15", "2021-07", "2021")),
    )


ASK = """async ({ queries, base }) => {
  const { decodeIndex } = await import(base + 'index.js');
  const { applyChoice } = await import(base + 'filter.js');
  const { readChoice, writeChoice } = await import(base + 'query.js');
  const { makeTexts } = await import(base + 'texts.js');
  const get = async (name) => (await fetch(name)).json();
  const index = decodeIndex(await get('index.json'));
  const texts = makeTexts(index, (n) => get(`text-${n}.json`));
  await texts.loadAll();
  const id = (i) => texts.fact(i).id;
  return queries.map((query) => {
    const choice = readChoice(query, Object.keys(index.facets));
    const { matches, ranged, counts } = applyChoice(index, choice, (i) => texts.haystack(i));
    const named = Object.entries(counts).map(([name, numbers]) =>
      [name, Object.fromEntries([...numbers].map((n, v) => [index.facets[name].keys[v], n]).filter(([, n]) => n))]);
    return { matches: matches.map(id), ranged: ranged.map(id), counts: Object.fromEntries(named), query: writeChoice(choice) };
  });
}"""


@pytest.mark.parametrize("seed", range(4))
def test_matches_and_counts_are_those_of_the_facts(page: Page, explore_site: str, oracle: Oracle, seed: int):
    rng = random.Random(seed)
    choices = [Choice(), *(random_choice(rng) for _ in range(60))]
    queries = [urlencode(choice.query()) for choice in choices]
    page.goto(f"{explore_site}explore/")
    answers = page.evaluate(ASK, {"queries": queries, "base": f"{explore_site}assets/explore/"})
    several = 0
    for choice, query, answer in zip(choices, queries, answers, strict=True):
        assert set(answer["matches"]) == oracle.matches(choice), query
        assert set(answer["ranged"]) == oracle.matches(choice, "range"), query
        for facet in FACETS:
            assert answer["counts"][facet] == dict(oracle.counts(choice, facet)), (query, facet)
        assert sorted(parse_qsl(answer["query"])) == sorted(parse_qsl(query))
        several += len(answer["matches"]) > 1
    assert several > 15  # the choices are not all empty


def test_day_numbers_are_those_of_the_calendar(page: Page, explore_site: str):
    days = [
        (2021, 7, 15),
        (1970, 1, 1),
        (1, 1, 1),
        (0, 2, 29),
        (-43, 3, 15),
        (99, 12, 31),
        (1900, 2, 28),
        (-400, 1, 1),
    ]
    page.goto(f"{explore_site}explore/")
    found = page.evaluate(
        """async ({ days, base }) => {
          const { dayNumber, partsOf, typedSpan, typedDay } = await import(base + 'days.js');
          return {
            numbers: days.map((day) => dayNumber(...day)),
            back: days.map((day) => partsOf(dayNumber(...day))),
            typed: ['2021', ' 2021-2 ', '2021-07-15', '-0043', '2021-02-30', '2021-13', 'soon', '', '−0043-03']
              .map((text) => typedSpan(text)),
            written: [typedDay(0, 'from'), typedDay(30, 'to'), typedDay(364, 'to'), typedDay(1), typedDay(dayNumber(-43, 3, 15))],
          };
        }""",
        {"days": days, "base": f"{explore_site}assets/explore/"},
    )
    assert found["numbers"] == [day_number(*day) for day in days]
    assert [tuple(day) for day in found["back"]] == days
    assert found["typed"] == [
        [day_number(2021, 1, 1), day_number(2021, 12, 31)],
        [day_number(2021, 2, 1), day_number(2021, 2, 28)],
        [day_number(2021, 7, 15)] * 2,
        [day_number(-43, 1, 1), day_number(-43, 12, 31)],
        None, None, None, None,
        [day_number(-43, 3, 1), day_number(-43, 3, 31)],
    ]  # fmt: skip
    assert found["written"] == ["1970", "1970-01", "1970", "1970-01-02", "-0043-03-15"]
