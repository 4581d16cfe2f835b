"""The days that matter most: a small collection in a readable file, and what must hold for any collection."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.articles.record import read_record
from generator.highlights import ArticleReading, Line, Wanted, choose_highlights, read_days
from generator.highlights.chronicle import EVENTS, chronicle_density
from generator.highlights.chronicle_languages import event_weight
from generator.highlights.evidence import FIGURES, weigh_days
from generator.highlights.from_facts import read_facts
from generator.highlights.reading import dated_line, ordinal, split_words, without_stamp
from generator.highlights.say import say
from generator.highlights.score import WEIGHTS, ranked_days, standardise
from generator.highlights.settle import settle_years
from generator.highlights.subject import Subject, find_subject
from generator.model import Article, Block, Fact, Published, Source

HERE = Path(__file__).parent


def table(name: str) -> list:
    return yaml.load((HERE / name).read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


@cache
def mayor() -> tuple[ArticleReading, ...]:
    articles = [read_record(record) for record in table("mayor.yaml")]
    return tuple(read_days(article) for article in articles if isinstance(article, Article))


def test_the_five_days_of_a_small_story():
    chosen = choose_highlights(mayor(), Wanted(dates=5))
    assert list(chosen) == ["2018-05-06", "2018-06-01", "2019-02-19", "2019-03-11", "2019-11-25"]


def test_what_is_said_of_them():
    chosen = choose_highlights(mayor(), Wanted(dates=5))
    assert [said[0] for said in chosen.values()] == [
        "Ana Holt was elected mayor of Norwick on Sunday after a runoff with the incumbent, Peter Marsh.",
        "Ana Holt was sworn in as mayor of Norwick today.",
        "Ana Holt was arrested on Tuesday on suspicion of taking bribes for the tram contract.",
        "Ana Holt resigned as mayor of Norwick on Monday.",
        "Norwick's former mayor Ana Holt was acquitted of all charges on Monday.",
    ]


def test_the_range_holds_both_its_ends():
    wanted = Wanted(dates=50, start="2018-06-01", end="2019-02-19")
    days = list(choose_highlights(mayor(), wanted))
    assert days[0] == "2018-06-01"
    assert days[-1] == "2019-02-19"


def test_without_an_end_nothing_after_the_last_article():
    assert max(choose_highlights(mayor()[:2], Wanted(dates=50))) <= "2018-05-08"
    assert "2018-06-01" in choose_highlights(mayor()[:2], Wanted(dates=50, end="2018-12-31"))


def test_the_same_article_twice_counts_once():
    twice = [*mayor(), *mayor()]
    assert choose_highlights(twice, Wanted(5, 2)) == choose_highlights(mayor(), Wanted(5, 2))


def test_no_articles_no_days():
    assert choose_highlights([], Wanted()) == {}


def test_articles_without_a_day_still_name_days():
    lines = (dated_line("The bridge opened on 3 May 2011.", ["2011-05-03"]),)
    assert list(choose_highlights([ArticleReading("a", 0, lines)], Wanted())) == ["2011-05-03"]


def test_an_open_year_follows_the_collection():
    asked = ordinal("2011-04-29")
    wrong = ordinal("2010-04-29")
    clear = [
        ArticleReading(f"a{i}", ordinal(f"2011-04-2{i}"), (Line("x", ("x",), (asked,)),)) for i in range(7)
    ]
    unclear = ArticleReading("b", ordinal("2010-11-26"), (Line("y", ("y",), (wrong,), open=(wrong,)),))
    stated = ArticleReading("c", ordinal("2010-11-26"), (Line("z", ("z",), (wrong,)),))
    settled = settle_years([*clear, unclear, stated])
    assert settled[-2].lines[0].days == (asked,)
    assert settled[-1].lines[0].days == (wrong,)


def test_a_leap_day_is_left_alone():
    leap = ordinal("2012-02-29")
    reading = ArticleReading("a", ordinal("2012-03-01"), (Line("x", ("x",), (leap,), open=(leap,)),))
    assert settle_years([reading]) == [reading]
    assert list(choose_highlights([reading], Wanted(1, start="2012-02-01"))) == ["2012-02-29"]


@pytest.mark.parametrize("case", table("subjects.yaml"), ids=lambda case: case["title"])
def test_subject(case):
    readings = [
        ArticleReading(str(i), 1, (Line(text, split_words(text)),)) for i, text in enumerate(case["lines"])
    ]
    assert " ".join(find_subject(readings, case.get("query", "")).name) == case["name"]


@pytest.mark.parametrize(("more", "less"), table("chronicle.yaml"))
def test_chronicle(more, less):
    density = [chronicle_density([word.lower() for word in split_words(text)]) for text in (more, less)]
    assert density[0] > density[1]


def test_every_phrase_of_the_table_can_be_met():
    for phrase in EVENTS:
        assert split_words(" ".join(phrase)) == phrase


@pytest.mark.parametrize(
    "word",
    [
        "according",
        "traffic",
        "redesigned",
        "exclusive",
        "investing",
        "destitute",
        "audience",
        "tribute",
        "recent",
        "party",
        "general",
        "rada",
    ],
)
def test_no_beginning_of_another_language_begins_a_plain_word(word):
    assert event_weight(word) == 0


def test_a_fact_is_printed_under_no_day_but_its_own():
    """A month is no day: neither the article's day nor the day before may claim the fact."""
    articles = {"a": Article("a", "", published=Published("2021-05-20"))}
    texts = {
        "2021-05-19": "Ana Holt resigned as mayor of Norwick",
        "2021-05": "Ana Holt was sentenced to two years in prison",
        "": "Ana Holt was arrested",
        "2021-05-02": "Ana Holt was sworn in as mayor of Norwick",
    }
    facts = [Fact(str(at), day, text, (Source("a", text),)) for at, (day, text) in enumerate(texts.items())]
    chosen = choose_highlights(read_facts(facts, articles), Wanted(dates=9, per_date=3, end="2021-12-31"))
    assert chosen == {"2021-05-02": (texts["2021-05-02"],), "2021-05-19": (texts["2021-05-19"],)}


def test_a_declined_name_is_still_the_subject():
    assert Subject(("олександр", "коваленко")).places(("у", "коваленка", "ковальчук")) == [1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ms Lee’s re - election", "Ms|Lee's|re-election"),
        ("Ms Lee 's run-off", "Ms|Lee|s|run-off"),
        ("Leeâ€™s â€œno â€ ™ s", "Lee|s|no|s"),
        ("Überlingen, 3 €", "Überlingen|3"),
        ("", ""),
    ],
)
def test_words(text, words):
    assert "|".join(split_words(text)) == words


def test_small_words_of_a_query_name_nothing():
    assert Subject(("war", "in", "the", "north")).telling == {"war", "north"}
    assert Subject(("the", "who")).telling == {"the", "who"}


def test_every_figure_has_its_weight():
    assert list(WEIGHTS) == list(FIGURES)


def test_a_constant_figure_says_nothing():
    assert standardise([[1.0, 2.0], [1.0, 4.0]]) == [[0.0, -1.0], [0.0, 1.0]]
    assert standardise([]) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("14:05 GMT: The mayor resigned.", "The mayor resigned."),
        ("2014-03-02 09:30 - The dam broke.", "The dam broke."),
        ("[10.30am] Mayor Oak spoke.", "Mayor Oak spoke."),
        ("18:40 | “We lost,” she said.", "“We lost,” she said."),
        ("3.50 Euro kostet das Brot.", "3.50 Euro kostet das Brot."),
        ("7:40 boat sinks", "7:40 boat sinks"),
        ("12:15 is when it began.", "12:15 is when it began."),
        ("The 14:05 GMT: train", "The 14:05 GMT: train"),
    ],
)
def test_a_time_stamp_in_front_is_left_out(text, left):
    assert without_stamp(text) == left


def test_a_dateline_in_front_is_left_out():
    text = "NORVIK (Tolm Wire) - Mayor Oak resigned on Monday after the flood. Nobody took her place."
    article = Article("a", text, blocks=(Block(0, len(text), "body"),), published=Published("2021-02-08"))
    assert (
        next(line.text for line in read_days(article).lines)
        == "Mayor Oak resigned on Monday after the flood."
    )


def test_a_sentence_without_a_word_of_the_collection_is_left_out():
    told = (
        "Mayor Oak opened the bridge",
        "The mayor, Oak, closed the bridge",
        "It rained all over the north",
    )
    readings = [
        ArticleReading(str(at), 737000 + at, (dated_line(f"{text} at noon.", ("2018-11-0" + str(at + 1),)),))
        for at, text in enumerate([*told, "Everybody praised Oak for the bridge"])
    ]
    days = [ordinal(f"2018-11-0{at + 1}") for at in range(4)]
    said = say([days[2], *days], readings, Subject(()), 2, 1)
    assert [text for texts in said.values() for text in texts] == [f"{text} at noon." for text in told[:2]]
    assert len(say([days[2]], readings, Subject(()), 1, 1)) == 1  # rather that than nothing


def test_of_equal_days_the_earlier():
    assert ranked_days({3: 1.0, 1: 1.0, 2: 2.0}) == [2, 1, 3]


def test_the_first_and_the_last_days_of_the_calendar():
    days = (date.min.toordinal(), date.max.toordinal())
    reading = ArticleReading("a", days[1], (Line("x", ("x",), days),))
    found = weigh_days([reading], Subject(), *days)
    assert found.days[0] == days[0]
    assert found.days[-1] == days[1]


_DAYS = st.dates(date(2015, 1, 1), date(2016, 3, 1))
_EVENTS = st.sampled_from(
    ["Ida Roth was elected", "Roth resigned", "a court met", "it rained", "“Will Roth stay”", ""]
)
_SENTENCES = st.builds(
    lambda event, day: (f"{event} on {day}.".strip(), day), _EVENTS, st.one_of(st.none(), _DAYS)
)


@st.composite
def readings(draw) -> list[ArticleReading]:
    found = []
    for number in range(draw(st.integers(0, 7))):
        published = draw(st.one_of(st.none(), _DAYS))
        lines = tuple(
            dated_line(text, [day.isoformat()] if day else [])
            for text, day in draw(st.lists(_SENTENCES, max_size=5))
        )
        found.append(ArticleReading(str(number), published.toordinal() if published else 0, lines))
    return found


@settings(max_examples=150, deadline=None)
@given(
    collection=readings(),
    number=st.integers(1, 12),
    per_day=st.integers(1, 3),
    start=_DAYS,
    width=st.integers(0, 300),
    seed=st.randoms(use_true_random=False),
)
def test_what_always_holds(collection, number, per_day, start, width, seed):
    end = start + timedelta(width)
    wanted = Wanted(number, per_day, start.isoformat(), end.isoformat())
    chosen = choose_highlights(collection, wanted)
    assert len(chosen) <= number
    assert list(chosen) == sorted(chosen)
    assert all(wanted.start <= day <= wanted.end for day in chosen)
    written = {line.text for reading in collection for line in reading.lines}
    said = [sentence for sentences in chosen.values() for sentence in sentences]
    assert len(said) == len(set(said))
    assert set(said) <= written
    assert all(0 < len(sentences) <= per_day for sentences in chosen.values())
    shuffled = list(collection)
    seed.shuffle(shuffled)
    assert choose_highlights(shuffled, wanted) == chosen
    assert list(choose_highlights(shuffled, wanted)) == list(chosen)
