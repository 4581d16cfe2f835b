"""The keys of what stands inside a fact: sources and the reasons of their dates, corrections, brackets, figures."""

from __future__ import annotations

from typing import get_args

from ..model import DateBasis
from .key import Key

DATE_REASON = (
    Key("words", "words", "text", "The words of the quote that name the date.", "on May 16"),
    Key("rule", "rule", "text", "The rule that read the words; the method page lists them.", "month-day"),
    Key(
        "basis",
        "basis",
        "choice",
        "How the words lead to the date.",
        "stated",
        choices=tuple(get_args(DateBasis)),
    ),
    Key("year from", "anchor_basis", "text", "What supplied a year the words leave out.", "published"),
    Key("counted from", "anchor_basis", "text", "What a relative date was counted from.", "published"),
    Key(
        "as of",
        "anchor",
        "date",
        "The date of that anchor; left out when it is the article's own day.",
        "2025-05-16",
    ),
)

SOURCE = (
    Key(
        "article",
        "article",
        "id",
        "Id of the article: its file name in content/articles.",
        "gazette-1931-03-02-bridge",
        required=True,
    ),
    Key(
        "quote",
        "quote",
        "text",
        "The words of the article, character for character; only what has no text goes without.",
        "The bridge opened.",
    ),
    Key(
        "date",
        "date",
        "map",
        "Why this source supports the fact's date.",
        "{words: on May 16}",
        inner=DATE_REASON,
    ),
    Key(
        "headline",
        "headline",
        "flag",
        "The quote is the article's headline; its body does not tell the fact.",
        "true",
    ),
    Key("at", "at", "text", "The page, or the time in a recording, where no text says it.", "page 12"),
)

CORRECTION = (
    Key("on", "on", "day", "The day of the correction.", "2025-05-18", required=True),
    Key("was", "was", "text", "What the fact said before.", "five people"),
    Key("now", "now", "text", "What it says now.", "seven people"),
    Key("why", "why", "text", "Why, in a sentence for readers.", "The ministry revised its figure."),
)

BRACKET = (
    Key("words", "words", "text", "The words as the article has them.", "the engineers", required=True),
    Key("for", "stands_for", "text", "The words of the quote that they explain.", "they"),
    Key(
        "start",
        "start",
        "number",
        "Where they stand in the article, in characters; found when left out.",
        "1204",
    ),
)

MEASURE = (
    Key("what", "what", "text", "What is counted.", "dead", required=True),
    Key("value", "value", "number", "The figure.", "31", required=True),
    Key("at least", "at_least", "flag", "The words say at least, or more than.", "true"),
    Key("about", "about", "flag", "The words say about, nearly, some.", "true"),
)

DECISION = (
    Key("by", "by", "text", "Who decided.", "Jane Roe"),
    Key("on", "on", "day", "On which day.", "2025-05-17"),
    Key("why", "why", "text", "Why it is held back, in a word to oneself.", "Ask the ministry."),
)
