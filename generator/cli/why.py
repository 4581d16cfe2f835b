"""``chronofact why``: one fact, why it has its date, and every sentence it rests on."""

from __future__ import annotations

import json
import textwrap

import click

from ..check import check_content
from ..errors import ChronofactError, Problem
from ..exports.record import field_value
from ..fields import FACT, FIELDS, FactKey, said
from ..model import Fact, Source
from ..pages.reasons import Telling, date_reason, published_reason
from ..pages.words import Words
from ..prose.human import human_date
from ..review import waiting_list
from ..review.waiting import paragraph_around
from ..same import link_origins
from ..store import Content
from ..store.choosing import find_named
from ..store.entry import Layout, key_lines
from ..timeline.build import counted
from .console import count
from .project import open_content, open_project

EPILOG = """\b
Examples:
  chronofact why bridge-closed
  chronofact why content/facts/2021/2021-06-03.yaml:12
  chronofact why bridge-closed --json

\b
FACT is an id, a former id, the beginning of one, or a file and a line of the entry.
"""
_WIDTH = 100
# Told in the head of the answer in words of their own; every other field stands under its key.
_HEAD = ("id", "date", "text", "kind", "status", "speaker", "via", "anonymous", "sources")
_MORE = tuple(key for key in FACT if key.field not in _HEAD)


@click.command(short_help="Say why a fact has its date, and what it rests on.", epilog=EPILOG)
@click.argument("fact")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def why(fact: str, as_json: bool) -> None:
    """Say why a fact stands as it does: its date, its sources word for word, what waits."""
    project = open_project()
    content = open_content(project)
    found = _find(content, fact)
    told = _Told(
        content,
        Telling(Words(project.language), content.articles, html=False),
        counted(found, content.articles),
    )
    if as_json:
        click.echo(json.dumps(told.as_json(), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(told.lines()))


def _find(content: Content, name: str) -> Fact:
    """The fact of an id or its beginning, or the entry that holds a line of a file."""
    found = find_named(content, name)
    if isinstance(found, Problem):
        raise ChronofactError(found)
    return found


class _Told:
    """Everything that can be said of one fact, as lines and as JSON."""

    def __init__(self, content: Content, telling: Telling, fact: Fact) -> None:
        self.content = content
        self.telling = telling
        self.fact = fact
        waiting = waiting_list(content, check_content(content))
        self.waits = next((one.reasons for one in waiting if one.fact.id == fact.id), ())

    def reason(self, source: Source) -> str:
        """Why this source supports the date."""
        article = self.content.articles.get(source.article)
        if not self.fact.date:
            return ""
        return date_reason(source.date, self.fact.date, article, self.telling)

    def joined(self) -> list[str]:
        """Why some of the articles count as one origin."""
        return [
            f"{' and '.join(link.articles)}: {link.reason}"
            for link in link_origins(self.fact, self.content.articles)
        ]

    def lines(self) -> list[str]:
        fact = self.fact
        date = human_date(fact.date, self.telling.words.language) if fact.date else "no date"
        head = [click.style(f"{fact.place.path}:{fact.place.line}", bold=True) + f"  {fact.id}"]
        head += [f"{date}  ({', '.join(filter(None, (fact.date, fact.kind, fact.status)))})"]
        head += _wrapped(fact.text, "  ")
        if voice := " via ".join(filter(None, (fact.speaker, fact.via))):
            head += [f"  said by {voice}" + (", unnamed" if fact.anonymous else "")]
        head += [line for key in _MORE if said(key, fact) for line in self.field(key)]
        lines = [*head, ""]
        articles = len({source.article for source in fact.sources})
        lines.append(f"{count(articles, 'article')}, {count(fact.origins, 'origin')}")
        lines += [line for text in self.joined() for line in _wrapped(text, "  ")]
        for source in fact.sources:
            lines += ["", *self._source(source)]
        if self.waits:
            lines += ["", "Waits:", *(f"  - {reason}" for reason in self.waits)]
        return lines

    def field(self, key: FactKey) -> list[str]:
        """A field that has no words of its own, by its key."""
        shown = key_lines(key, getattr(self.fact, key.field), {}, Layout())
        return [part for line in shown for part in _wrapped(line, "  ")]

    def _source(self, source: Source) -> list[str]:
        article = self.content.articles.get(source.article)
        if article is None:
            return [f"{source.article}: there is no such article."]
        published = article.published
        day = human_date(published.day, "en") if published.day else "undated"
        names = ", ".join(filter(None, (article.publisher, article.title or "without a headline")))
        lines = [click.style(names, bold=True), f"  {day} (from: {published.basis}); {article.file}"]
        lines += [f"  {article.url}"] if article.url else []
        if why := published_reason(article, self.telling):
            lines += _wrapped(why, "  ")
        paragraph, start, end = paragraph_around(article, source.quote, 300)
        if start >= 0:
            paragraph = f"{paragraph[:start]}[{paragraph[start:end]}]{paragraph[end:]}"
        lines += _wrapped(paragraph or source.quote, "  > ")
        if reason := self.reason(source):
            lines += _wrapped(f"Date: {reason}", "  ")
        return lines

    def as_json(self) -> dict[str, object]:
        fact = self.fact
        return {
            **{key.label: field_value(key, fact) for key in FIELDS if key.kept == "file"},
            "path": fact.place.path,
            "line": fact.place.line,
            "origins": fact.origins,
            "sources": [
                {"article": s.article, "quote": s.quote, "words": s.date.words or None, "rule": s.date.rule or None,
                 "basis": s.date.basis, "reason": self.reason(s) or None}
                for s in fact.sources
            ],
            "joined": self.joined(),
            "waits": list(self.waits),
        }  # fmt: skip


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), _WIDTH, initial_indent=indent, subsequent_indent=indent)
