"""Subtitles are words with their seconds; a quote is on its page, or at its second."""

from __future__ import annotations

import pytest

from generator.model import Article, Part
from generator.text.parts import misplaced, page_parts, part_at, parts_of, read_place, time_code
from generator.text.transcript import read_transcript, title_of

from ..subtitles import SRT

VTT = """\ufeffWEBVTT - The flood, a film
Kind: captions

NOTE
00:00:00.000 --> 00:00:01.000
not said

STYLE
::cue { color: red }

intro
00:01.000 --> 00:04.500 align:start position:10%
<v Mara Lind>The <c.yellow>river</c> flooded<00:00:02.000> nine streets

00:04.500 --> 00:08.000
<v Mara Lind>of Kelmouth.

00:08.100 --> 00:09.000
<v.loud Ivo Stern>We left at once.
"""


@pytest.mark.parametrize(
    ("text", "words", "seconds"),
    [
        (SRT, "The river flooded nine streets of Kelmouth on 3 March 2031.\n\nThe school burned down on 9 March 2031.\n", [1, 4, 3610]),
        (SRT.replace("\n", "\r\n"), "The river flooded nine streets of Kelmouth on 3 March 2031.\n\nThe school burned down on 9 March 2031.\n", [1, 4, 3610]),
        (VTT, "Mara Lind: The river flooded nine streets of Kelmouth.\n\nIvo Stern: We left at once.\n", [1, 4, 8]),
        ("00:01.000 --> 00:02.000\none two\n\n00:02.000 --> 00:03.000\none two\nthree\n", "one two three\n", [1, 2]),
        ("00:01.000 --> 00:02.000\n{\\an8}up\n", "up\n", [1]),
        ("00:01.000 --> 00:02.000\n\n", "", []),
        ("WEBVTT\n", "", []),
        ("just a text\nwith lines", "", []),
        ("99:99:99,000 --> 00:00:04,500\nno time\n", "", []),
        ("00:09.000 --> 00:02.000\nbackwards\n", "backwards\n", [9]),
    ],
)  # fmt: skip
def test_subtitles_are_words_with_their_seconds(text: str, words: str, seconds: list[int]) -> None:
    read, parts = read_transcript(text)
    assert read == words and [part.second for part in parts] == seconds
    for part in parts:
        assert part.start == 0 or read[part.start - 1].isspace()
    assert parts_of(read, "a.vtt", text) == parts and parts_of(read + "x", "a.VTT", text) == ()


def test_a_film_says_its_title() -> None:
    assert (title_of(VTT), title_of(SRT), title_of("WEBVTT")) == ("The flood, a film", "", "")


@pytest.mark.parametrize(("second", "shown"), [(0, "0:00"), (45, "0:45"), (723, "12:03"), (3723, "1:02:03")])
def test_time_codes(second: int, shown: str) -> None:
    assert time_code(second) == shown


def test_a_place_has_no_start_of_its_own() -> None:
    assert (read_place("p. 12"), read_place("1:02:03")) == (Part(0, page=12), Part(0, second=3723))


PAGED = Article("a", "on\fe\n\ntwo", parts=(Part(0, page=1), Part(3, page=2)))
FILM = Article("a", "one two", parts=(Part(0, second=3), Part(4, second=83)))
MARATHON = Article("a", "one two", parts=(Part(0, second=3), Part(4, second=72_000)))


def test_a_page_begins_behind_its_break() -> None:
    assert page_parts(PAGED.text) == PAGED.parts
    assert page_parts("no break") == ()
    assert parts_of(PAGED.text, "a.txt", "") == PAGED.parts


@pytest.mark.parametrize(
    ("article", "quote", "part"),
    [
        (PAGED, "on", 0), (PAGED, "e", 1), (PAGED, "two", 1), (FILM, "one", 0), (FILM, "two", 1),
        (FILM, "three", None), (FILM, "", None), (Article("a", "one two"), "one", None),
        (Article("a", "one two", parts=(Part(4, page=2),)), "one", None),
    ],
)  # fmt: skip
def test_a_quote_is_of_the_part_it_begins_in(article: Article, quote: str, part: int | None) -> None:
    assert part_at(article, quote) == (None if part is None else article.parts[part])


@pytest.mark.parametrize(
    ("article", "quote", "at", "said"),
    [
        (PAGED, "two", "p. 2", ""), (PAGED, "two", "page 1", "page 2"), (PAGED, "two", "0:02", "page 2"),
        (PAGED, "two", "the end", ""), (PAGED, "six", "1", ""),
        (FILM, "two", "1:23", ""), (FILM, "two", "1:38", ""), (FILM, "two", "1:08", ""), (FILM, "one", "0:00", ""),
        (FILM, "two", "1:39", "1:23"), (FILM, "two", "1:07", "1:23"), (FILM, "two", "83", "1:23"),
        (FILM, "one", "3", "0:03"), (FILM, "two", "1:01:23", "1:23"),
        (MARATHON, "two", "20:00:00", ""), (MARATHON, "two", "20:00:16", "20:00:00"),
    ],
)  # fmt: skip
def test_a_quote_elsewhere_than_said_is_told(article: Article, quote: str, at: str, said: str) -> None:
    assert misplaced(article, quote, at) == said


def _cue(start: str, end: str, words: str) -> str:
    return f"00:{start} --> 00:{end}\n{words}\n\n"


LONG = "It rained on the town of Kelmouth. " * 15


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (_cue("01.000", "02.000", "one") + _cue("04.500", "05.000", "two"), "one two\n"),
        (_cue("01.000", "02.000", "one") + _cue("04.501", "05.000", "two"), "one\n\ntwo\n"),
        (_cue("01.000", "09.000", LONG[:500]) + _cue("09.000", "10.000", "So."), f"{LONG[:500].strip()} So.\n"),
        (_cue("01.000", "09.000", LONG) + _cue("09.000", "10.000", "So."), f"{LONG.strip()}\n\nSo.\n"),
        (_cue("01.000", "09.000", LONG + "and") + _cue("09.000", "10.000", "so."), f"{LONG}and so.\n"),
        ("1\n\n" + _cue("01.000", "02.000", "one"), "one\n"),
        ("a\nb\n" + _cue("01.000", "02.000", "one"), "one\n"),
        ("a\nb\nc\n" + _cue("01.000", "02.000", "one"), ""),
        ("NOTE x\n" + _cue("01.000", "02.000", "one"), ""),
        ("WEBVTT\n" + _cue("01.000", "02.000", "one"), "one\n"),
        (_cue("01.000", "02.000", "one\ntwo") + _cue("02.000", "03.000", "one\ntwo"), "one two one two\n"),
    ],
)  # fmt: skip
def test_a_pause_another_voice_or_a_long_stretch_begins_a_paragraph(text: str, words: str) -> None:
    read, parts = read_transcript(text)
    assert read == words
    assert [read[part.start - 1 : part.start].isspace() for part in parts[1:]] == [True] * len(parts[1:])


def test_a_second_is_told_whole() -> None:
    _, parts = read_transcript("01:02:03.999 --> 01:02:04.000\none\n")
    assert parts == (Part(0, second=3723),)
