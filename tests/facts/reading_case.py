"""A text and its day in, the facts read from it out: what the case tables of this folder share."""

from __future__ import annotations

from generator.dates import resolve_dates
from generator.facts.attribution import find_attributions
from generator.facts.extract import FactReading, extract_facts
from generator.model import Article, Attribution, Block, Published
from generator.text.blocks import split_blocks
from generator.text.sentences import split_sentences


def read_text(
    text: str, published: str = "2019-06-12", *, lang: str = "en", body: bool = True
) -> FactReading:
    """Facts of ``text``; with ``body`` every block counts as body, so that a lone line is no headline."""
    blocks = split_blocks(text)
    if body:
        blocks = tuple(Block(block.start, block.end, "body") for block in blocks)
    day = Published(published, "option") if published else Published()
    article = Article("case", text, blocks, published=day, lang=lang)
    sentences = split_sentences(text, blocks, lang)
    dates = resolve_dates(text, sentences, blocks=blocks, published=day, lang=lang)
    attributions = find_attributions(text, sentences, blocks, lang)
    return extract_facts(article, sentences, dates, attributions)


def attributions_of(text: str, lang: str = "en") -> tuple[Attribution, ...]:
    """Who says what in ``text``, whose blocks are what they look like."""
    blocks = split_blocks(text)
    return find_attributions(text, split_sentences(text, blocks, lang), blocks, lang)
