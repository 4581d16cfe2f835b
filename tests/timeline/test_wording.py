"""What readers see begins in upper case and is closed; what is stored is not touched."""

from __future__ import annotations

import pytest

from generator.timeline import opened, sentence

CASES = [
    ("the ferry sank", "The ferry sank."),
    ("The ferry sank.", "The ferry sank."),
    ("did it sink?", "Did it sink?"),
    ('their "real authority"', 'Their "real authority".'),
    ('it was "a sham."', 'It was "a sham."'),
    ('he called it "a sham,"', 'He called it "a sham,"'),
    ("iPhone sales fell", "iPhone sales fell."),
    ('"we know," he said', '"we know," he said.'),
    ("390 were freed", "390 were freed."),
    ("елла прийшла", "Елла прийшла."),
    ("وصلت العبّارة؟", "وصلت العبّارة؟"),
    ("渡し船が沈んだ。", "渡し船が沈んだ。"),
    ("渡し船が沈んだ", "渡し船が沈んだ"),
    ("", ""),
]


@pytest.mark.parametrize(("stored", "shown"), CASES)
def test_a_text_is_shown_as_a_sentence(stored: str, shown: str) -> None:
    assert sentence(stored) == shown
    assert sentence(shown) == shown


QUOTED = [
    # what is stored, the source's sentence, what is shown
    ('they have no "authority"', 'They have no "authority."', 'They have no "authority."'),
    ('they have no "authority"', 'He said they have no "authority," and left.', 'They have no "authority."'),
    ('they have no "authority"', 'They have no "authority".', 'They have no "authority".'),
    ("they have no “authority”", "They have no “authority.”", "They have no “authority.”"),
    ("they have no authority", "They have no authority.", "They have no authority."),
    ("вони не мають «повноважень»", "Вони не мають «повноважень».", "Вони не мають «повноважень»."),
]


@pytest.mark.parametrize(("stored", "quote", "shown"), QUOTED)
def test_the_full_stop_stands_where_the_source_has_it(stored: str, quote: str, shown: str) -> None:
    assert sentence(stored, [quote]) == shown


def test_a_speaker_is_only_opened() -> None:
    assert opened("a source in the ministry") == "A source in the ministry"
