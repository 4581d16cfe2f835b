"""What one line is taken for by its shape, each limit on both its sides."""

from __future__ import annotations

import pytest

from generator.articles.byline import _cased, _is_name, _names, _split_title, _tags
from generator.text.annotate import annotate
from generator.text.blocks import is_byline_shape, is_name_line, is_tag_list, split_blocks
from generator.text.credits import agency_name
from generator.text.furniture import is_appeal
from generator.text.fused import split_fused
from generator.text.lines import count_words, is_terminal, line_of, read_lines


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("JANE DOE", "Jane Doe"), ("J. R. DOE", "J. R. Doe"), ("JO DOE", "Jo Doe"), ("DOE", "DOE"), ("Jane Doe", "Jane Doe"),
        ("JANE ANN DOE", "Jane Ann Doe"), ("Jane McDoe", "Jane McDoe"), ("BBC NEWS", "BBC NEWS"),
    ],
)  # fmt: skip
def test_capitals_of_a_byline_are_names(name: str, shown: str) -> None:
    assert _cased(name) == shown


@pytest.mark.parametrize(
    ("piece", "named"),
    [
        ("Jane Doe", True), ("von Stein", True), ("de Vries", True), ("jane Doe", False), ("Jane Doe 2", False), ("", False),
        ("Xo Yo Zo " * 2 + "Wo", True), ("Xo Yo Zo Wo " * 2, False), ("Editor", False), ("Political editor", False),
        ("Harbour news desk", True), ("news desk", False), ("news Desk", False), ("hARBOUR news desk", False),
    ],
)  # fmt: skip
def test_a_piece_of_a_byline_that_names_someone(piece: str, named: bool) -> None:
    assert _is_name(piece) == named


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By Jane Doe and Max Poe", "Jane Doe; Max Poe"),
        ("By JANE DOE, 3 May 2024", "Jane Doe"),
        ("By Jane Doe in Oslo", "Jane Doe"),
        ("By Jane Doe, Oslo", "Jane Doe"),
        ("Jane Doe, Political editor", "Jane Doe"),
        ("By Madonna", "Madonna"),
        ("Jane Doe, Reuters", "Jane Doe; Reuters"),
        ("Jane Doe, Newsroom", "Jane Doe"),
        ("Jane Doe, by Madonna", "Jane Doe"),
        ("@Jane Doe", "Jane Doe"),
        ("Madonna", ""),
        ("By Reuters", "Reuters"),
        ("Source: Reuters", "Reuters"),
        ("Source: Jane Doe", ""),
        ("By Jane Doe (Oslo Bureau)", "Jane Doe"),
        ("By Jane Doe; editing by Max Poe", "Jane Doe"),
        ("Von Jana Vogt", "Jana Vogt"),
        ("3 May 2024 | Jane Doe", "Jane Doe"),
        ("Jane Doe 3 May 2024 Max Poe", "Jane Doe; Max Poe"),
        ("Jane Doe (Max Poe) Ada Roe", "Jane Doe; Max Poe; Ada Roe"),
        ("Jane Doe 2 min read Max Poe", "Jane Doe; Max Poe"),
        ("Jane Doe | Source: Reuters", "Jane Doe; Reuters"),
        ("Jane Doe | Source: Max Poe", "Jane Doe"),
    ],
)
def test_who_a_byline_names(line: str, names: str) -> None:
    assert "; ".join(_names(line)) == names


@pytest.mark.parametrize(
    ("headline", "parts"),
    [
        ("Storm hits the coast | Harbour Echo", ("Storm hits the coast", "Harbour Echo")),
        ("Storm hits the coast - once more", ("Storm hits the coast - once more", "")),
        ("Storm hits the coast - Harbour News", ("Storm hits the coast", "Harbour News")),
        ("Storm hits the coast", ("Storm hits the coast", "")),
        ("Storm hits - Harbour News", ("Storm hits - Harbour News", "")),
    ],
)
def test_an_outlet_at_the_end_of_a_headline(headline: str, parts: tuple[str, str]) -> None:
    assert _split_title(headline) == parts


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        (["Topics: Ferries, Harbours"], "Ferries Harbours"),
        (["Ferries | Harbours", "ferries, Quays"], "Ferries Harbours Quays"),
        (["#ferries #quays"], "ferries quays"),
        (["Ferries, 12, Quays"], "Ferries Quays"),
        ([], ""),
    ],
)
def test_topics(lines: list[str], tags: str) -> None:
    assert _tags(lines) == tuple(tags.split())


def test_an_agency_by_its_name() -> None:
    assert [agency_name(words) for words in ("(Reuters)", "AFP.", "Jane Doe", "")] == [
        "Reuters",
        "AFP",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "beside", "named"),
    [
        ("Jane Doe", False, False), ("Jane Doe", True, True), ("Jane", True, False), ("Jane Doe, editor", False, True),
        ("Political editor", False, True), ("Jane Doe.", True, False), ("Jane Doe and Max Poe", True, True),
        ("Jane Doe and Max Poe", False, False), ("jane Doe", True, False), ("Jane doe", True, False),
        ("Jane Ann Bea Doe", True, True), ("Jane Ann Bea Cee Doe", True, False), ("Jane D0e", True, False),
        ("Jane Doe | Harbour News", False, True), ("Jane Doe Harbour News", False, False), ("Jane Doe, Harbour News", False, True),
        ("Jane Doe is our editor", False, True), ("Jane Doe, who is our editor", False, False),
        ("Jane Ann Bea Doe and Max Poe", True, False), ("the political editor of Leeds", False, False), ("the political editor today", False, True), ("Jane Doe is the old and tired editor", False, False),
        ("Key Points", True, False), ("Jane and Max Poe", True, False), ("JANE DOE and MAX POE", True, False),
    ],
)  # fmt: skip
def test_a_line_that_names_its_writer(text: str, beside: bool, named: bool) -> None:
    assert is_name_line(line_of(text, 0), beside=beside) == named


@pytest.mark.parametrize(
    ("text", "label", "small", "tags"),
    [
        ("War, Peace Talks, Ferries", False, False, True), ("War, Peace", False, False, False), ("War | Peace", False, False, True),
        ("War, peace, Ferries", False, False, False), ("war, peace, ferries", False, True, True), ("war, peace", False, True, False),
        ("war, peace talks, old ferries of Leeds", False, True, False), ("war, old peace talks, ferries", False, True, False), ("War", True, False, True), ("War", False, False, False),
        ("War, Peace, Ferries.", False, False, False), ('War, "Peace", Ferries', False, False, False),
        ("War, One Two Three Four, Ferries", False, False, True),
        ("War, One Two Three Four Five, Ferries", False, False, False), ("2024, Peace, Ferries", False, False, True),
        ("war | peace | ferries", False, True, False), ("1,200 | Ferries", False, False, True),
    ],
)  # fmt: skip
def test_a_list_of_topics(text: str, label: bool, small: bool, tags: bool) -> None:
    assert is_tag_list(line_of(text, 0), label=label, small=small) == tags


@pytest.mark.parametrize(
    ("text", "shaped"),
    [
        ("3 May 2024", True), ("3 May 2024 Jane Doe", True), ("It was on 3 May 2024 that rain fell", False), ("Jane Doe", False),
        ("3 May 2024 at Leeds", True), ("3 May 2024 seen", True), ("3 May 2024 seen again", False),
        ("Closed from 24 December 2023.", False), ("Jane Doe, 24 December 2023.", True),
    ],
)  # fmt: skip
def test_a_line_of_a_date(text: str, shaped: bool) -> None:
    assert is_byline_shape(line_of(text, 0)) == shaped


@pytest.mark.parametrize(
    ("words", "edge", "asks"), [(60, True, True), (61, True, False), (35, False, True), (36, False, False)]
)
def test_an_appeal_is_no_longer_than(words: int, edge: bool, asks: bool) -> None:
    text = "Subscribe to our newsletter and support our journalism"
    assert is_appeal(line_of(text + " now" * (words - 8), 0), edge=edge) == asks


@pytest.mark.parametrize(
    ("text", "words", "ends"),
    [
        ("The road is shut.", 4, True), ("The road is shut", 4, False), ('"The road is shut."', 4, True), ("", 0, False),
        ("...", 0, True), ("道路は閉鎖された。", 4, True), ("ถนนปิดแล้ว", 2, False), ("12 roads", 1, False), ("(The road is shut?)", 4, True),
    ],
)  # fmt: skip
def test_words_and_end_of_a_line(text: str, words: int, ends: bool) -> None:
    assert (count_words(text), is_terminal(text)) == (words, ends)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "# Storm #\n\n> It rained.\n- One\n***\n_So_\n  \n\u200bEnd\ufeff",
            "heading1+Storm quote0+It rained. item0-One 0+So 0+End",
        ),
        ("a\nb\n\nc", "0+a 0-b 0+c"),
        ("## Two\n###### Six", "heading2+Two heading6-Six"),
    ],
)
def test_markup_of_lines(text: str, shown: str) -> None:
    assert (
        " ".join(f"{one.markup}{one.level}{'+' if one.gap else '-'}{one.text}" for one in read_lines(text))
        == shown
    )


WRAPPED = "The council of the town voted on Monday to close\nthe old ferry, and the engineer said it was a sad\nday for all who\nlive by the river and cross\nit twice a day. The\nvote was nine to two."


def test_lines_of_one_width_are_a_paragraph() -> None:
    assert [one.text.count("\n") for one in read_lines(WRAPPED)] == [5]
    assert [one.text.count("\n") for one in read_lines(WRAPPED.replace("\n", "\n\n"))] == [0] * 6
    short = "\n".join(WRAPPED.split("\n")[:3])
    assert len(read_lines(short)) == 3  # too few lines tell no width


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("By Jane Doe May 16, 2025 2 min read The road in Leeds is shut.", 2),
        ("By Jane Doe May 16, 2025 The road in Leeds is shut.", 2),
        ("By Jane Doe May 16, 2025 The road is shut.", 1),
        ("By Jane Doe May 16, 2025 the road in Leeds is shut.", 1),
        ("By Jane Doe The road in Leeds is shut.", 1),
        ("The road in Leeds is shut. Read also: The bridge is open", 2),
        ("The road in Leeds is shut. The bridge is open", 1),
    ],
)
def test_pieces_pasted_together(text: str, pieces: int) -> None:
    found = split_fused(line_of(text, 0))
    assert len(found) == pieces
    assert " ".join(one.text.strip() for one in found) == text
    assert all(text[one.start : one.end] == one.text for one in found)


def test_a_sentence_all_in_marks_is_its_own_main_clause() -> None:
    text = "“We left, and they stayed.”"
    for quotes, kind in (([(0, len(text))], "main"), ([(0, 9)], "quoted"), ([(30, 40)], "main")):
        assert annotate(text, 0, len(text), "en", quotes).clauses[0].kind == kind
    assert annotate(text, 0, len(text), "en", [(0, 9), (20, 99), (27, 30)]).quotes == ((0, 9), (20, 27))
    assert annotate("Word " * 800, 0, 4000).tokens and not annotate("Word " * 801, 0, 4001).tokens


def test_the_head_of_an_article() -> None:
    body = "The ferry left the harbour at noon and came back at three in the afternoon."
    text = f"Ferries\nFerry sinks off the coast\nJane Doe, editor\n3 May 2024\nAn old ship\n{body}\nWhat now?\n{body}\nFerries, Harbours, Quays\n"
    assert [block.kind for block in split_blocks(text)] == [
        "tags", "headline", "byline", "byline", "subheading", "body", "subheading", "body", "tags",
    ]  # fmt: skip
