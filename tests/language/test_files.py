"""Every language file is sound, each word stands once, and a new file is all that a new language needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from generator.dates import resolve_dates
from generator.dates.lexicon import lexicon as lexicon_of_time
from generator.dates.lexicon import own_table
from generator.facts.attribution import find_attributions
from generator.facts.attribution.lexicon import _of
from generator.facts.attribution.lexicon import lexicon as lexicon_of_speech
from generator.language import (
    LanguageFileError,
    files,
    known_languages,
    language,
    read_language,
    time_words,
    words_used_as,
)
from generator.language.keys import (
    BESIDE,
    PARTS,
    PATTERNS,
    ROLES,
    SKIPS,
    TAKES,
    TIME_CLASSES,
    VERB_USES,
    WORD_USES,
)
from generator.language.value import FORMS
from generator.model import Published
from generator.text import abbreviations
from generator.text.blocks import split_blocks
from generator.text.sentences import split_sentences

DOCS = Path(__file__).parents[2] / "docs" / "languages.md"


@pytest.mark.parametrize("code", known_languages())
def test_a_file_is_sound(code: str) -> None:
    own = language(code)
    assert own.code == code
    assert read_language(files.FOLDER / f"{code}.toml") == own
    assert len(own.says) > 100
    for needed in ("title", "role", "opener", "preposition", "determiner", "joiner", "pronoun-he"):
        assert own.used_as(needed), needed
    assert own.according
    assert any("deny" in verb.uses for verb in own.verbs)
    for verb in own.verbs:
        assert verb.takes or verb.act is not None or verb.uses, verb.lemma


@pytest.mark.parametrize("code", files.known_others())
def test_a_file_of_some_words_is_sound(code: str) -> None:
    assert code not in known_languages()
    own = time_words(code)
    common = words_used_as("common").get(code, frozenset())
    assert own.classes or own.future or own.future_endings or own.roles or len(common) > 30


@pytest.mark.parametrize("code", known_languages())
def test_what_a_room_asks_of_a_file_is_there(code: str) -> None:
    own = language(code)
    for use in (
        "common",
        "plain",
        "own",
        "other",
        "modal",
        "vague",
        "talk",
        "leaning",
        "ahead",
        "denial",
        "no-name",
    ):
        assert own.used_as(use), use
    for name in ("tells-past", "tells-now", "points-back", "measured-against", "long-ago"):
        assert name in own.patterns, name
    assert own.kinds or {"plan", "proposal"} <= own.patterns.keys()
    assert {sign.tells for sign in own.skips} == set(SKIPS)
    assert {"turning-point", "step", "doing"} <= own.parts.keys()


@pytest.mark.parametrize("code", known_languages())
def test_a_file_names_every_month_and_weekday_once(code: str) -> None:
    own = language(code)
    assert set(own.time.names("month").values()) == set(range(1, 13))
    assert set(own.time.names("weekday").values()) == set(range(7))


@pytest.mark.parametrize(
    "table", [WORD_USES, TAKES, VERB_USES, FORMS, TIME_CLASSES, ROLES, BESIDE, PATTERNS, PARTS, SKIPS]
)
def test_every_key_is_explained(table: Iterable[str]) -> None:
    text = DOCS.read_text(encoding="utf-8")
    assert [key for key in table if f"`{key}`" not in text] == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("[words]\ntitel = 'dr.'", "unknown use 'titel'"),
        ("[words]\ntitle = 'dr. dean'\nrole = 'dean'", "'dean' stands in 'title' too"),
        ("[words]\ntitle = 'Dr.'", "'Dr.' must be in lower case"),
        ("[words]\ntitle = ['dr.']", "is no text of words"),
        ("[verbs]\nsay = {past = 'said', takes = 'all'}", "'all' is none of clause"),
        ("[verbs]\nsay = {past = 'said'}\nutter = {past = 'said'}", "'said' is a form of 'say' too"),
        ("[verbs]\nsay = {past = 'sai{d'}", "brace"),
        ("[verbs]\nsay = {passed = 'said'}", "unknown key 'passed'"),
        ("[verbs]\nsay = {past = 'said', also = 'says'}", "'says' is none of the verb's forms"),
        ("[verbs]\nsay = {past = 'said', uses = 'shout'}", "'shout' is none of tell"),
        ("[grammar]\ndashes = 'yes'", "neither true nor false"),
        ("[months]\njanuary = 1", "unknown key 'months'"),
        ("[patterns]\nplans = 'will'", "unknown key 'plans'"),
        ("[patterns]\nplan = 'wil(l'", "patterns.plan: is no pattern"),
        ("[parts]\nfirst = 'a'", "unknown key 'first'"),
        ("[events]\nwin = 'beat'\nlose = 'beat'", "events.lose: 'beat' stands in 'win' too"),
        (
            "[[kinds]]\nkind = 'wish'\npattern = 'hopes'\nexample = 'She hopes.'",
            "'wish' is none of plan, proposal",
        ),
        (
            "[[skips]]\nreason = 'no-more'\npattern = 'nix'\nexample = 'All.'",
            "does not find its example 'All.'",
        ),
        ("[[skips]]\nreason = 'no-more'\nexample = 'All.'", "skips[1]: is no pattern"),
        ("[time.uses]\nmonth = 'starters'", "time.uses.month: unknown use 'starters'"),
        ("[time.moon]\nluna = 1", "time.moon: unknown class; known are month,"),
        ("[time.month]\nJanuary = 1", "time.month: 'January' must be a word in lower case"),
        ("[time.month]\nmai = 5\n[time.and]\n'und|mai' = 0", "'mai' stands in 'month' too"),
        ("[time.month]\nmai = true", "True is neither a number nor a text"),
        ("[time]\nmonth = 'mai'", "time.month: is no table"),
        ("[time.verbs]\npresent = 'ist'", "time.verbs: unknown key 'present'"),
        ("[time.verbs]\npast = 3", "time.past: 3 is no text"),
        ("[time.roles]\nuntill = 'bis'", "time.roles: unknown key 'untill'"),
        ("[time.nouns]\nmorgen = 'TMO'", "time.nouns: 'morgen' needs a class and a value"),
        ("name = ", "is no TOML"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "xx.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LanguageFileError, match=r"^xx\.toml: ") as caught:
        read_language(path)
    assert reason in str(caught.value)


INVENTED = """
name = "Invented"
[grammar]
strict_that = true
according = ["kol na"]
[abbreviations]
title = "hn"
[words]
"title man" = "zorek"
role = "polza"
preposition = "na"
"determiner opener starter" = "ta"
joiner = "ke"
"opener pronoun-he starter" = "on"
[verbs]
dakar = { past = "dak{ta,tan}", takes = "clause" }
mirar = { past = "mirta", takes = "quote" }
[time.month]
"plen|pl." = 3
[time.number]
"tri" = 3
[time.unit]
"dano|danos" = "D"
[time.shift]
"atra" = [-1, "now"]
[time.verbs]
past = "estu"
"""


@pytest.fixture
def invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A language that nothing in the program knows, as one file beside the others."""
    for code in known_languages():
        (tmp_path / f"{code}.toml").write_bytes((files.FOLDER / f"{code}.toml").read_bytes())
    (tmp_path / "qx.toml").write_text(INVENTED, encoding="utf-8")
    caches = (
        files.known_languages,
        files.known_others,
        files._stored,
        files.time_words,
        files.words_used_as,
        files.language,
        files.pattern_of,
        lexicon_of_speech,
        lexicon_of_time,
        own_table,
        _of,
        abbreviations.stop_words,
    )
    for cached in caches:
        cached.cache_clear()
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    yield "qx"
    monkeypatch.undo()
    for cached in caches:
        cached.cache_clear()


def test_one_file_adds_a_language(invented: str) -> None:
    text = (
        "“Ima ta solo?” Tove Lind mirta.\n\n"
        "Zorek Hn. Oskar Berg dakta, ke ta most vera.\n\n"
        "Kol na Tove Lind, ta most vera."
    )
    blocks = split_blocks(text)
    sentences = split_sentences(text, blocks, invented)
    assert len(sentences) == 3  # neither "?”" nor "Hn." ends one
    found = find_attributions(text, sentences, blocks, invented)
    assert [one.speaker for one in found] == ["Tove Lind", "Oskar Berg", "Tove Lind"]


def test_one_file_adds_the_dates_of_a_language(invented: str) -> None:
    text = "Ta most estu vera 14 plen 2021. Tri danos atra ta most estu solo."
    found = resolve_dates(
        text,
        split_sentences(text, split_blocks(text), invented),
        published=Published("2021-03-20", "metadata"),
        lang=invented,
    )
    assert [(one.words, one.edtf) for one in found] == [
        ("14 plen 2021", "2021-03-14"),
        ("Tri danos atra", "2021-03-17"),
    ]
