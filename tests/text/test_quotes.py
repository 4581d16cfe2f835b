"""What stands in quotation marks, mark by mark: where it opens, closes, is lost or goes on."""

from __future__ import annotations

import pytest

from generator.model import Block, BlockKind
from generator.text.blocks import split_blocks
from generator.text.quotes import find_quotes

# The text, and of each quotation: its words with their marks | without; "…" closes nowhere, "+" goes on from before.
CASES = [
    ('She said "so, ".', ['"so, "|so']),
    ('She said "a" and "b.', ['"a"|a', '"b.|b.…']),
    ('She said "no. Yes? and more', ['"no.|no.…']),
    ('She said "at 3.5 metres. And more', ['"at 3.5 metres.|at 3.5 metres.…']),
    ('She said "no', ['"no|no…']),
    ('"One.\n\n"Two," she said.', ['"One.|One.…', '"Two,"|Two+']),
    ('"One. Two.\n\n"Three. Four.\n\n"Five," she said.', ['"One. Two.|One. Two.…', '"Three. Four.|Three. Four.…+', '"Five,"|Five+']),
    ('"One. Two.\n\nThen "three" came.', ['"One.|One.…', '"three"|three']),
    ('"One," she said.\n\n"Two."', ['"One,"|One', '"Two."|Two.']),
    ('"One," he said. "Two.\n\n"Three."', ['"One,"|One', '"Two.|Two.…', '"Three."|Three.+']),
    ("``So it is'' he said. ``And so'", ["``So it is''|So it is", "``And so'|And so'…"]),
    ('``So it is" he said.', ['``So it is"|So it is']),
    ("``So it is", ["``So it is|So it is…"]),
    ("a `b` c", []),
    ("''So it is'' he said. ''And 'so''' he said ''x", ["''So it is''|So it is", "''And 'so'''|And 'so'", "''x|x…"]),
    ("''Yes'' he said", ["''Yes''|Yes"]),
    ("''O'' he said", ["''O''|O"]),
    ("a''b''c d'' e", []),
    ("said (''so'' yes", ["''so''|so"]),
    ("said –''so'' yes", ["''so''|so"]),
    ("'' so''", []),
    ("so ''", []),
    ("so »", []),
    ("so '", []),
    ("it's 'so' he said, the dogs' tails 'and so", ["'so'|so"]),
    ("('so') —'no' or x'y'", ["'so'|so", "'no'|no"]),
    ("'9 years' and 'ten' and ' so '", ["'ten'|ten"]),
    ("'so' yes 'o'clock' and 'it ' was' so", ["'so'|so", "'o'clock'|o'clock", "'it ' was'|it ' was"]),
    (f"'a{' a' * 348}' b", [f"'a{' a' * 348}'|a{' a' * 348}"]),
    (f"'a{' a' * 349}' b", []),
    ("„So“ und «so» und »so« und ‚so‘ und ‹so› ”so”", ["„So“|So", "«so»|so", "»so«|so", "‚so‘|so", "‹so›|so", "”so”|so"]),
    ("« So », dit-il. « Et", ["« So »|So", "« Et|Et…"]),
    ("« Un « deux » trois » quatre", ["« Un « deux » trois »|Un « deux » trois"]),
    ("»So«, sagte er. »Nie.", ["»So«|So"]),
    ("x»So» » so»", []),
    ('5\'10" tall and 6" wide "yes"', ['"yes"|yes']),
    ('"a", "b"', ['"a"|a', '"b"|b']),
    ('"he said "so" again"', ['"he said "so"|he said "so']),
    ('"The " mark" is', ['"The "|The']),
    ("“One “two” three” four", ["“One “two” three”|One “two” three"]),
    ("“so “genannt” wird”", ["“so “genannt” wird”|so “genannt” wird"]),
    ("“One” “two”", ["“One”|One", "“two”|two"]),
    ("the dogs'\"so\" y", ['"so"|so']),
    ("»\"so\" y", ['"so"|so']),
    ("a»so» b", []),
    ("a » so » b", []),
    ("a » so « b", ["« b|b…"]),
    ("a» so« b", ["« b|b…"]),
    ("x''“so” y", ["“so”|so"]),
    ("‘‘So it is", ["‘‘So it is|So it is…"]),
    ("‘So it is\n\n‘And so’ it was", ["‘So it is|So it is…", "‘And so’|And so+"]),
    ("She said: ‘So it is\n\n‘And so’ it was", ["‘So it is|So it is…", "‘And so’|And so+"]),
    ("She said so ‘So it is\n\n‘And so’ it was", ["‘And so’|And so"]),
    ('"he said "a" again"', ['"he said "a"|he said "a']),
    ("“so “a” b” c", ["“so “a” b”|so “a” b"]),
    ("“I am a“ x", ["“I am a“|I am a"]),
    ("“so “ x", ["“so “ x|so “ x…"]),
    ("“so“x", ["“so“x|so“x…"]),
    ("“so“ and ”x", ["“so“ and ”|so“ and"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_quotes(text: str, wanted: list[str]) -> None:
    ends = [*(at for at in range(len(text)) if text.startswith("\n\n", at)), len(text)]
    blocks = [
        Block(start, end, "body") for start, end in zip([0, *(end + 2 for end in ends)], ends, strict=False)
    ]
    told = [
        f"{text[one.start : one.end]}|{text[one.inner_start : one.inner_end]}{'…' * (not one.closed)}{'+' * one.continues}"
        for one in find_quotes(text, blocks)
    ]
    assert told == wanted


def test_a_quotation_knows_its_block() -> None:
    text = 'The gate is shut.\n\n"So it is," she said. "Go."\n\nThey went.\n\n"Well."'
    found = find_quotes(text, split_blocks(text))
    assert [one.block for one in found] == [1, 1, 3]


@pytest.mark.parametrize(
    ("kind", "goes_on"), [("caption", True), ("promo", True), ("body", False), ("headline", False)]
)
def test_a_quotation_goes_on_behind_a_picture_and_not_behind_a_paragraph(
    kind: BlockKind, goes_on: bool
) -> None:
    text = '"The dam is old.\n\nThe dam today\n\n"It will hold," Roe said.'
    blocks = (Block(0, 16, "body"), Block(18, 31, kind), Block(33, len(text), "body"))
    assert [one.continues for one in find_quotes(text, blocks)] == [False, goes_on]
