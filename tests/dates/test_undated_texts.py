"""Texts whose own day is unknown, or known only as a bound: what they tell may date what follows, naming may not."""

from __future__ import annotations

import pytest

from generator.dates import resolve_dates
from generator.dates.lexicon import lexicon
from generator.model import Published
from generator.text.blocks import split_blocks
from generator.text.sentences import split_sentences

UNKNOWN = [Published(), Published("1911-08-02/..", "text"), Published("../2010", "inferred")]
HARBOUR = (
    "On 2 August 1911 the mill at Brandvoll burned to the ground. Nobody was hurt. "
    "The following day the owner promised to rebuild, but the wheels did not turn again until November."
)


def edtf_of(text: str, published: Published = Published()) -> dict[str, str]:
    blocks = split_blocks(text)
    dates = resolve_dates(text, split_sentences(text, blocks), blocks=blocks, published=published)
    return {one.words: one.edtf for one in dates}


@pytest.mark.parametrize("published", UNKNOWN, ids=lambda published: published.value or "unknown")
def test_history_counts_from_its_own_dates(published: Published) -> None:
    assert edtf_of(HARBOUR, published) == {
        "2 August 1911": "1911-08-02",
        "The following day": "1911-08-03",
        "November": "1911-11",
    }


# Each pair: a sentence that names a year, and one whose day it must not date.
NAMINGS = [
    "The 2018 accord had collapsed. The sides met again on May 12 in Lusaka.",
    "The sides met again on May 12 in Lusaka. The 2018 accord had collapsed, officials said.",
    "It was the first such meeting since March 2018. The ministers met on May 12.",
    '"We signed in March 2018," she said. The ministers met on May 12.',
    "The bridge opened on 4 June 2018. The mayor said on Friday it would close. It shuts on May 12.",
    "Officials said the port was hit on 3 March 2018. It was closed on May 12.",
]


@pytest.mark.parametrize("text", NAMINGS)
def test_a_year_named_in_undated_news_dates_no_bare_day(text: str) -> None:
    assert edtf_of(text)["May 12"] == ""


def test_the_articles_own_day_is_used_where_it_is_known() -> None:
    assert edtf_of(NAMINGS[0], Published("2021-05-14", "metadata"))["May 12"] == "2021-05-12"


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("en", "The old man left the house.", "The old man left on Friday."),
        ("en", "They met at the time.", "They met in the last few days."),
        ("fr", "Le vieil homme a quitté la maison.", "Le vieil homme est parti vendredi."),
        ("es", "El viejo dejó la casa.", "El viejo salió el viernes."),
        ("pl", "Stary człowiek opuścił dom.", "Stary człowiek wyszedł wczoraj."),
        ("uk", "Старий чоловік пішов з дому.", "Старий чоловік пішов учора."),
        ("ru", "Старый человек ушёл из дома.", "Старый человек ушёл вчера."),
        ("it", "Il vecchio lasciò la casa.", "Il vecchio partì ieri."),
    ],
)
def test_a_sentence_without_a_word_of_time_is_passed_over(lang: str, text: str, told: str) -> None:
    asked = lexicon(lang)
    assert not asked.may_tell(text, 0, len(text)) and asked.may_tell(told, 0, len(told))
    assert not asked.may_tell(f"{told} {text}", len(told), len(told) + len(text) + 1)
