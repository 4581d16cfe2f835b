"""What is given of a fact in, the rest asked for line by line out; what is typed is read as it is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.validation import ValidationError, Validator

from ..check.quotes import as_printed
from ..errors import Problem
from ..model import Article, Part
from ..prose.human import human_date
from ..store import Content
from ..store.by_hand import TYPES, find_source, quote_wrong
from ..store.typed import read_typed
from ..text.parts import part_at, time_code

_WIDE = 40  # characters at a line's end
Read = Callable[[str], str | Problem]  # what is typed in, how it is understood or what is wrong with it out


class _Check(Validator):
    """Enter takes only what can be read; what is wrong with the rest is said below as it is typed."""

    def __init__(self, read: Read) -> None:
        self.read = read

    def validate(self, document: Document) -> None:
        found = self.read(document.text)
        if isinstance(found, Problem):
            raise ValidationError(message=found.message)


def ask(language: str, content: Content, given: Mapping[str, Any]) -> dict[str, Any]:
    """Everything of a fact; Ctrl-C leaves it, and nothing is written."""
    found = dict(given)
    lines = PromptSession[str]()

    def line(name: str, label: str, read: Read, words: Iterable[str] = ()) -> None:
        if name not in found:
            completer = WordCompleter(sorted(words), match_middle=True, sentence=True) if words else None
            found[name] = lines.prompt(
                f"{label}\n  ",
                validator=_Check(read),
                validate_while_typing=True,
                completer=completer,
                rprompt=lambda: _shown(read(get_app().current_buffer.text)),
            ).strip()

    line("date", "When? (empty: unknown)", lambda text: _date(text, language))
    line("text", "What happened?", lambda text: _field("text", text))
    if "title" not in found:
        names = (*content.articles, *TYPES)
        line("source", "Where is it written? (Tab lists)", lambda text: _source(content, text), names)
    if found.get("source") in TYPES:
        found["kind_of_source"] = found.pop("source")
        _new_source(found, line)
    article = find_source(content, str(found["source"])) if found.get("source") else None
    if isinstance(article, Article) and article.text:
        line("quote", "Which words say it?", lambda text: _quote(article, text))
    else:
        line("at", "On which page, or at what time? (empty: none)", str)
    line("speaker", "Who says it? (empty: nobody is named)", str)
    return {name: value for name, value in found.items() if value}


def _new_source(found: dict[str, Any], line: Callable[..., None]) -> None:
    """The record of a source: what every kind has, then what its own kind has besides."""
    line("title", "Its title?", lambda text: _field("text", text))
    line("author", "Its author? (several with ;)", str)
    line("publisher", "Its publisher?", str)
    line("published", "When did it come out?", lambda text: _date(text, "en"))
    line("url", "Its address?", str)
    names = TYPES[found["kind_of_source"]][1]
    for name in names:
        line(name, f"{name}?", str)
    found["authors"] = tuple(one.strip() for one in str(found.pop("author", "")).split(";") if one.strip())
    found["extra"] = tuple(f"{name}={found.pop(name)}" for name in names if found[name])
    for name in names:
        found.pop(name, None)


def _shown(read: str | Problem) -> str:
    """How the line is understood, at its end."""
    return "" if isinstance(read, Problem) or not read else f"= {read[:_WIDE]}"


def _field(name: str, text: str) -> str | Problem:
    read = read_typed(name, text)
    return read if isinstance(read, Problem) else str(read[1])


def _date(text: str, language: str) -> str | Problem:
    read = _field("date", text)
    return read if isinstance(read, Problem) or not read else f"{read}: {human_date(read, language)}"


def _source(content: Content, text: str) -> str | Problem:
    if text.strip() in TYPES:
        return f"a new source: {text.strip()}"
    found = find_source(content, text.strip())
    return found if isinstance(found, Problem) else found.title or found.id


def _quote(article: Article, text: str) -> str | Problem:
    quote = text.strip()
    if quote and quote not in article.text:
        quote = as_printed(quote, article.text) or quote
    wrong = quote_wrong(article, quote)
    return wrong or _place(part_at(article, quote))


def _place(part: Part | None) -> str:
    if part is None:
        return "it stands in the text"
    return f"page {part.page}" if part.page else f"at {time_code(part.second)}"
