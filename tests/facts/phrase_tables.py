"""Tables of phrases and sentences in, what one step of the attribution makes of each out, as the tables write it.

A line is a case, the indented line behind it what is found; ``@`` sets the language. Marks in a case: ``*`` around
a verb of reporting, ``^`` before the place a step begins at. ``python -m tests.facts.phrase_tables`` writes what is
read now into all of them: look at the difference before it is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.dates import resolve_dates
from generator.facts.attribution import find_attributions
from generator.facts.attribution.claims import candidates
from generator.facts.attribution.lexicon import Lexicon, lexicon
from generator.facts.attribution.opening import acts_as_person, opening_subject
from generator.facts.attribution.outlets import outlet_name
from generator.facts.attribution.phrases import Phrase, read_phrase
from generator.facts.attribution.subject import Subject, after_verb, before_verb
from generator.facts.attribution.tail import read_tail
from generator.facts.attribution.tokens import Item, read_words, with_quotes
from generator.model import Block, Sentence
from generator.text.annotate import annotate, annotate_all
from generator.text.blocks import split_blocks
from generator.text.quotes import find_quotes
from generator.text.sentences import split_sentences

from .reading_case import read_text

FOLDER = Path(__file__).parent / "tables"


@dataclass(frozen=True)
class Row:
    """A case of a table and what is found in it."""

    lang: str
    text: str
    found: str


def rows(table: str) -> Iterator[Row]:
    """The cases of one table."""
    lang, text = "en", ""
    for line in (FOLDER / f"{table}.txt").read_text("utf-8").splitlines():
        if line.startswith("  "):
            yield Row(lang, text, line[2:])
        elif line.startswith("@"):
            lang = line[1:].strip()
        elif line and not line.startswith("#"):
            text = line


def _items(text: str, lex: Lexicon) -> tuple[Item, ...]:
    quotes = find_quotes(text, [Block(0, len(text), "body")])
    spans = [(quote.start, quote.end) for quote in quotes]
    dates = resolve_dates(text, [Sentence(0, len(text), 0)], lang=lex.code)
    form = annotate(text, 0, len(text), lex.code, spans, dates)
    return with_quotes(read_words(form, 0), text, 0, len(text), quotes)


def _told(phrase: Phrase | None) -> str:
    """The words, the name where it is not all of them, the titles around it and what is known besides."""
    if phrase is None:
        return "nothing"
    name = "" if not phrase.name else " [=]" if phrase.name == phrase.words else f" [{phrase.name}]"
    pronoun = f"pronoun {phrase.pronoun}" if phrase.pronoun else ""
    parts = (
        phrase.words + name,
        " ".join(phrase.titles),
        pronoun,
        phrase.gender or "",
        "anonymous" * phrase.anonymous,
    )
    return " | ".join(filter(None, parts))


def _place(found: Subject | None, items: tuple[Item, ...], text: str) -> str:
    """A subject and the words from its first item to its last."""
    if found is None:
        return "nobody"
    stands = text[items[found.first].start : items[found.last].end]
    if found.shared:
        return f"shared | {stands}"
    return _told(found.phrase) + (f" / {stands}" if stands != found.phrase.words else "")


def phrases(row: Row) -> str:
    """A noun phrase alone."""
    lex = lexicon(row.lang)
    words = read_words(annotate(row.text, 0, len(row.text), lex.code), 0)
    return _told(read_phrase(words, row.text, lex))


def items(row: Row) -> str:
    """The units of a sentence: words plain, the rest by the sign of its kind."""
    lex = lexicon(row.lang)
    signs = {"word": "", "number": "#", "possessive": "'", "punct": ".", "quote": '"'}
    shown = (
        f"{signs[item.kind]}{item.text}"
        + (f"={item.low}" if item.low != item.text.lower() and item.low else "")
        for item in _items(row.text, lex)
    )
    return " · ".join(shown)


def openings(row: Row) -> str:
    """Whom a sentence is about, and whether its verb shows a person."""
    lex = lexicon(row.lang)
    found = _items(row.text, lex)
    subject = opening_subject(found, row.text, lex)
    acts = subject is not None and acts_as_person(found, subject)
    return _place(subject, found, row.text) + (" | acts" if acts else "")


def _marked(row: Row, lex: Lexicon, mark: str) -> tuple[str, tuple[Item, ...], int]:
    """The text without its mark, its items, and which of them the mark stands before."""
    text, start = row.text.replace(mark, ""), row.text.index(mark)
    found = _items(text, lex)
    return text, found, next(at for at, item in enumerate(found) if item.start == start)


def subjects(row: Row) -> str:
    """Who stands before the marked verb, or behind it."""
    lex = lexicon(row.lang)
    side, mark = (before_verb, "*") if "*" in row.text else (after_verb, "^")
    text, found, cue = _marked(row, lex, mark)
    return _place(side(found, cue, text, lex), found, text)


def outlets(row: Row) -> str:
    """The outlet that is named; with "told" before it, that was told."""
    lex, text = lexicon(row.lang), row.text.removeprefix("told ")
    words = read_words(annotate(text, 0, len(text), lex.code), 0)
    return outlet_name(words, lex, heard=text != row.text) or "none"


def tails(row: Row) -> str:
    """What follows the marked verb, where, and through whom it came."""
    lex = lexicon(row.lang)
    text, found, cue = _marked(row, lex, "*")
    tail = read_tail(found, cue, lex)
    rest = text[found[tail.at].start :] if tail.at < len(found) else ""
    return f"{tail.kind} | {rest}" + (f" | via {tail.via}" if tail.via else "")


def voices(row: Row) -> str:
    """Who says what in a text, one after the other."""
    text = row.text.replace(" ¶ ", "\n\n")
    return _who_said_what(text, [Block(block.start, block.end, "body") for block in split_blocks(text)], row)


def acts(row: Row) -> str:
    """Who does what with words in a sentence that reports no clause; nobody, where the same verb tells something else."""
    found = read_text(row.text, lang=row.lang).facts
    return " || ".join(f"{one.kind} / {one.speaker or 'nobody'}" for one in found) or "nothing"


def headlines(row: Row) -> str:
    """Who speaks in a headline."""
    return _who_said_what(row.text, [Block(0, len(row.text), "headline")], row)


def _who_said_what(text: str, blocks: list[Block], row: Row) -> str:
    """Who says what by which words; in brackets where the words that name the speaker or the cue are others."""
    found = find_attributions(text, split_sentences(text, blocks, row.lang), blocks, row.lang)
    told = []
    for one in found:
        named = text[one.speaker_start : one.speaker_end] if one.speaker_start >= 0 else ""
        cue = text[one.cue_start : one.cue_end] if one.cue_start >= 0 else ""
        told.append(
            (
                one.speaker + f" [{named}]" * (named != one.speaker),
                one.cue + f" [{cue}]" * (cue != one.cue),
                one.form + " in marks" * one.direct,
                text[one.start : one.end],
                f"via {one.via}" * bool(one.via),
                "anonymous" * one.anonymous,
                "denied" * one.denied,
                f"sentence {one.sentence + 1}" * (one.sentence > 0),
            )
        )
    return " || ".join(" / ".join(filter(None, parts)) for parts in told) or "nobody"


def facts(row: Row) -> str:
    """The facts of a text: day, what it rests on, kind, speaker, words; then what became none. The language holds the day."""
    lang, _, day = row.lang.partition(" ")
    text = row.text.replace(" ¶ ", "\n\n")
    found = read_text(text, day, lang=lang)
    told: list[tuple[str, ...]] = []
    for one in found.facts:
        why = one.sources[0].date
        assert all(text[source.start : source.end] == source.quote for source in one.sources)
        rests = " ".join(filter(None, (why.words and f"“{why.words}”", why.rule, why.basis, why.anchor)))
        more = (
            f"{len(one.sources)} sources" * (len(one.sources) > 1),
            f"beside: {one.context}" * bool(one.context),
        )
        told.append(
            (one.date or "no day", rests, one.kind, one.speaker, "denied" * one.denied, one.text, *more)
        )
    told += [("none", skip.reason, text[skip.start : skip.end]) for skip in found.skipped]
    return " || ".join(" / ".join(filter(None, parts)) for parts in told)


def signs(row: Row) -> str:
    """What the clauses of an English sentence tell of a stance: subject, words, then every sign in a word."""
    text = row.text
    blocks = [Block(0, len(text), "body")]
    sentences = split_sentences(text, blocks, "en")
    (form,) = annotate_all(text, tuple(sentences), tuple(blocks), "en")
    known = [one for one in find_attributions(text, sentences, blocks, "en") if one.form != "stance"]
    return (
        " || ".join(
            f"{text[slice(*one.subject)]} / {text[slice(*one.verb)]} / {text[slice(*one.content)]} / {' '.join(one.signs)}"
            for one in candidates(form, known)
        )
        or "none"
    )


STEPS = {
    step.__name__: step
    for step in (phrases, items, openings, subjects, outlets, tails, voices, acts, headlines, facts, signs)
}


def written_anew(table: str) -> str:
    """A table with what is read now under each case."""
    lang, lines = "en", []
    for line in (FOLDER / f"{table}.txt").read_text("utf-8").splitlines():
        if line.startswith("  "):
            continue
        lines.append(line)
        if line.startswith("@"):
            lang = line[1:].strip()
        elif line and not line.startswith("#"):
            lines.append("  " + STEPS[table](Row(lang, line, "")))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for name in STEPS:
        (FOLDER / f"{name}.txt").write_text(written_anew(name), "utf-8")
