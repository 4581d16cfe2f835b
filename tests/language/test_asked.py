"""What rooms ask of the files: patterns, names of the calendar, words by use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.dates import lexicon
from generator.language import (
    NOTHING,
    calendar_names,
    calendar_pattern,
    english,
    everywhere,
    known_languages,
    language,
    pattern,
    pattern_everywhere,
    pattern_of,
    read_language,
    time_words,
    words_everywhere,
    words_of,
    words_used_as,
)
from generator.language.value import Language, Verb


def test_an_unknown_tag_is_read_as_english() -> None:
    assert [language(tag).code for tag in ("", "en", "EN-gb", "de-AT", "xx", "pt")] == [
        "en",
        "en",
        "en",
        "de",
        "en",
        "en",
    ]


def test_some_words_are_known_of_other_languages() -> None:
    assert words_used_as("common")["it"] and "xx" not in words_used_as("common")
    assert words_everywhere("common") > words_used_as("common")["it"] | words_used_as("common")["uk"]
    assert time_words("it").classes and not time_words("xx").classes
    assert not words_everywhere("no such use")


def test_words_are_asked_by_their_use() -> None:
    assert english.asking is english.asking == language("en").used_as("asking")
    assert words_of("de").and_or == {"und", "oder"} and words_of("xx").to == english.to == {"to"}
    assert everywhere.belonging > words_of("fr").belonging | words_of("de").belonging
    with pytest.raises(AttributeError, match="no word has the use 'no-such'"):
        _ = english.no_such


def test_each_use_that_a_room_asks_for_is_filled() -> None:
    rooms = Path(__file__).parents[2] / "generator"
    text = {
        room: "\n".join(path.read_text(encoding="utf-8") for path in (rooms / room).rglob("*.py"))
        for room in ("text", "dates", "facts")
    }
    uses = set(re.findall(r"(?<![\w.])(?:english|everywhere)\.([a-z]\w*)\b(?!\()", "".join(text.values())))
    uses |= set(re.findall(r"\blex\.own\.([a-z]\w*)\b(?!\()", text["facts"]))
    assert len(uses) > 100 and all(getattr(everywhere, use) for use in uses)
    beside = set(re.findall(r"(?<![\w.])beside\.([a-z]\w*)\b(?!\()", text["dates"]))
    assert len(beside) > 100 and all(getattr(lexicon.beside, use) for use in beside)


def test_a_pattern_of_a_language_holds_whole_words_in_either_case() -> None:
    own = Language("xx", "", {}, (), patterns={"plan": "wil+"})
    found = own.whole("plan")
    assert own.whole("proposal") is NOTHING and not NOTHING.search("") and not NOTHING.search("They will go")
    for text, holds in (
        ("They Will go", True),
        ("willing", False),
        ("free-will", False),
        ("o'will", False),
        ("will-o", True),
    ):
        assert bool(found.search(text)) == holds, text
    assert pattern_of("en", "tells-past") is language("en").whole("tells-past") is not NOTHING
    assert pattern_of("xx", "tells-past") is pattern_of("en", "no such pattern") is NOTHING


def test_the_forms_of_several_tenses_are_one_pattern() -> None:
    own = Language("xx", "", {}, (), tenses={"past": "went|\\w+ed", "present": "goes"})
    both = own.forms("past", "present", "narrated")
    assert both.fullmatch("went") and both.fullmatch("walked") and both.fullmatch("goes")
    assert not both.fullmatch("walking") and not own.forms("present").fullmatch("went")
    assert own.forms("narrated") is own.forms() is NOTHING


def test_a_pattern_everywhere_has_what_any_language_has() -> None:
    for name in ("no-news-day", "tells-past"):
        rows = [
            language(code).patterns[name] for code in known_languages() if name in language(code).patterns
        ]
        assert rows and pattern_everywhere(name).pattern == rf"\b(?:{'|'.join(rows)})\b"
    assert (
        pattern("tells-past").flags & re.IGNORECASE and pattern_everywhere("tells-past").flags & re.IGNORECASE
    )


def test_the_names_of_the_calendar() -> None:
    months, days = calendar_names("month"), calendar_names("weekday")
    assert {months[name] for name in ("january", "janvier", "styczeń", "січня")} == {1}
    assert {days[name] for name in ("sunday", "sonntag", "domingo", "niedziela")} == {6}
    assert not any(name.endswith(".") for name in (*months, *days))
    names = calendar_pattern("month").split("|")
    assert sorted(map(len, names), reverse=True) == list(map(len, names))
    assert sorted(names) == sorted(map(re.escape, months))


MADE = """
[words]
platform = "the_feed chatter"
"title man" = "zorek"
[verbs]
dakar = { past = "dak{ta,tan}", participle = "dakado", takes = "clause" }
mirar = { past = "mirta", act = "*" }
[time.month]
"plen|pl.|ple|plen na" = 3
[time.month-or-word]
may = 5
[time.weekday]
"luni" = 0
[time.nouns]
"Tari" = ["part-of-day", "TEV"]
[time.uses]
month = "starter"
[parts]
step = "na_ta"
"""


@pytest.fixture
def made(tmp_path: Path) -> Language:
    path = tmp_path / "qx.toml"
    path.write_text(MADE, encoding="utf-8")
    return read_language(path)


def test_words_of_time_have_uses_but_for_short_ones_and_phrases(made: Language) -> None:
    assert made.used_as("starter") == {"plen", "pl."}
    assert (made.time.names("month"), made.time.names("weekday")) == (
        {"plen": 3, "pl.": 3, "ple": 3, "plen na": 3, "may": 5},
        {"luni": 0},
    )
    assert made.time.calendar == {"plen", "pl.", "ple", "plen na", "may", "luni"}
    assert made.time.nouns == {"Tari": ("P", "TEV")}


def test_blanks_are_written_as_strokes_where_phrases_stand(made: Language) -> None:
    assert made.used_as("platform") == {"the feed", "chatter"}
    assert made.parts["step"] == ("na ta",)
    assert made.used_as("title") == made.used_as("man") == {"zorek"}


def test_verbs_report_or_act(made: Language) -> None:
    assert [(verb.lemma, verb.act) for verb in made.verbs] == [("dakar", None), ("mirar", ())]
    assert isinstance(made.verbs[0], Verb) and made.verbs[0].past == ("dakta", "daktan")
    assert made.says == set(made.verbs[0].finite) and "mirta" not in made.says
