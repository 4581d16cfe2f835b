"""Every message of the site stands translated in every catalogue, with its own placeholders and plural forms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po

import generator.pages
from generator.exports import FORMATS
from generator.pages.words import LOCALES, Words
from generator.timeline import Gap

FOLDER = Path(generator.pages.__file__).parent
LANGUAGES = sorted(path.name for path in LOCALES.iterdir() if path.is_dir())
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "n_": (1, 2), "say": None}


def messages() -> dict[str, str]:
    """Each message of code and templates, and its plural or ``""``."""
    found: dict[str, str] = {}
    sources = [
        *FOLDER.glob("*.py"),
        *(FOLDER / "templates").iterdir(),
        *(FOLDER.parent / "exports").glob("*.py"),
    ]
    for source in sources:
        method = "python" if source.suffix == ".py" else "jinja2.ext:babel_extract"
        with source.open("rb") as file:
            for _line, message, _comments, _context in extract(
                method, file, keywords=KEYWORDS, options={"trim_blocks": "true", "lstrip_blocks": "true"}
            ):
                if isinstance(message, tuple):
                    found[message[0]] = message[1]
                elif message:
                    found.setdefault(message, "")
    return found | {entry.description: "" for entry in FORMATS.values()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_is_complete(language: str) -> None:
    with (LOCALES / language / "LC_MESSAGES" / "chronofact.po").open("rb") as file:
        known = {
            (one.id[0] if isinstance(one.id, tuple) else one.id): one
            for one in read_po(file, locale=language)
            if one.id
        }
    wanted = messages()
    assert sorted(set(wanted) - set(known)) == []
    for name, plural in wanted.items():
        said = known[name].string
        texts = said if isinstance(said, tuple) else (said,)
        assert all(texts), name
        allowed = set(_PLACEHOLDER.findall(name))
        for text in texts:
            used = set(_PLACEHOLDER.findall(text))
            assert used == allowed or (plural and used < allowed), name


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


def test_shares_never_round_to_all_or_none() -> None:
    words = Words("en")
    assert (words.share(999, 1000), words.share(1, 1000), words.share(0, 9), words.share(9, 9)) == (
        "99 %", "1 %", "0 %", "100 %",
    )  # fmt: skip


def test_a_right_to_left_language_is_known() -> None:
    assert Words("ar").right_to_left and not Words("uk").right_to_left
