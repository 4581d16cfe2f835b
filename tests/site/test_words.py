"""Every message of the site stands translated in every catalogue, with its own placeholders and plural forms."""

from __future__ import annotations

import re

import pytest
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

from generator.pages.messages import catalogue_text, messages, new_head, translations
from generator.pages.words import LOCALES, Words
from generator.prose.human_words import HUMAN_WORDS
from generator.timeline import Gap

LANGUAGES = sorted(path.name for path in LOCALES.iterdir() if path.is_dir())
_PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
# Messages that are the same in every language: nothing but signs.
SIGNS = re.compile(r"[\W\d_]*(?:%\(\w+\)s[\W\d_]*)*")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_is_complete(language: str) -> None:
    path = LOCALES / language / "LC_MESSAGES" / "chronofact.po"
    known, wanted = translations(path), messages()
    assert sorted(set(wanted) - set(known)) == []
    with path.open("rb") as file:
        read = read_po(file, locale=language)
    assert [one.id for one in read if one.fuzzy and one.id] == []
    assert not read.obsolete
    assert read.num_plurals == get_plural(language).num_plurals
    for name, message in wanted.items():
        texts = known[name]
        assert len(texts) == (read.num_plurals if message.plural else 1) and all(texts), name
        allowed = sorted(_PLACEHOLDER.findall(name))
        for text in texts:
            used = sorted(_PLACEHOLDER.findall(text))
            assert used == allowed or (message.plural and set(used) < set(allowed)), name
            assert "%" not in _PLACEHOLDER.sub("", text), name


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "en"])
def test_nothing_is_left_in_english(language: str) -> None:
    known = translations(LOCALES / language / "LC_MESSAGES" / "chronofact.po")
    same = [name for name in messages() if name in known[name] and not SIGNS.fullmatch(name)]
    assert same == []


def test_a_message_that_is_missing_is_found_to_be_missing() -> None:
    known = {name: (name,) for name in messages()}
    del known["Facts"]
    text = catalogue_text("uk", new_head("uk"), messages(), known)
    assert 'msgid "Facts"\nmsgstr ""' in text


def test_a_catalogue_can_be_begun_for_any_language() -> None:
    text = catalogue_text("pl", new_head("pl"), messages(), {})
    assert text.startswith("# Polish words of the site.") and "nplurals=3;" in text
    assert (
        'msgid "%(num)s fact"\nmsgid_plural "%(num)s facts"\nmsgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""' in text
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_around_dates(language: str) -> None:
    assert language in HUMAN_WORDS


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 1, "%(num)s fact"),
        ("en", 5, "%(num)s facts"),
        ("uk", 21, "%(num)s факт"),
        ("uk", 3, "%(num)s факти"),
        ("uk", 11, "%(num)s фактів"),
        ("ar", 2, "واقعتان"),
        ("ar", 7, "%(num)s وقائع"),
        ("xx-nothing", 2, "%(num)s facts"),
        ("pt-BR", 1, "%(num)s fact"),
    ],
)
def test_plurals_follow_the_language(language: str, count: int, said: str) -> None:
    assert Words(language).ngettext("%(num)s fact", "%(num)s facts", count) == said


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        (Gap(2, 4, 11, 3), "2 years and 4 months"),
        (Gap(0, 0, 20, 1), "20 days"),
        (Gap(0, 1, 3, 1), "1 month and 3 days"),
        (Gap(0, 3, 0, 2), "3 months"),
        (Gap(1242, 3, 9, 4), "1,242 years"),
    ],
)
def test_a_gap_is_said_in_its_two_largest_units(gap: Gap, said: str) -> None:
    assert Words("en").stretch(gap) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [("uk", "2 роки і 4 місяці"), ("ar", "سنتان و4 أشهر"), ("xx", "2 years and 4 months")],
)
def test_a_gap_is_said_in_the_language(language: str, said: str) -> None:
    assert Words(language).stretch(Gap(2, 4, 11, 3)) == said


def test_shares_never_round_to_all_or_none() -> None:
    words = Words("en")
    assert (words.share(999, 1000), words.share(1, 1000), words.share(0, 9), words.share(9, 9)) == (
        "99%", "1%", "0%", "100%",
    )  # fmt: skip


def test_a_right_to_left_language_is_known() -> None:
    assert Words("ar").right_to_left and not Words("uk").right_to_left
