"""Articles that were read before in, what became of them out: a reader of a fresh copy sees how facts come about."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

import click

from ..model import Fact
from ..store import Content
from .console import count

_MOST = 3  # articles shown
_WIDTH = 100


def show_became(content: Content, ids: Iterable[str]) -> None:
    """For a few articles: one sentence, the fact it became, and how many more there are."""
    known = [content.articles[id] for id in dict.fromkeys(ids) if id in content.articles]
    if not 0 < len(known) <= _MOST:
        return
    for article in known:
        facts = [fact for fact in content.facts if any(s.article == article.id for s in fact.sources)]
        if not facts:
            continue
        told = " · ".join(
            filter(None, (article.publisher, article.title or article.file, article.published.day))
        )
        click.echo(f"{told}: {count(len(facts), 'fact')}", err=True)
        one = next(
            (fact for fact in facts if fact.speaker and fact.sources[0].article == article.id), facts[0]
        )
        quote = next(source.quote for source in one.sources if source.article == article.id)
        for line in _wrapped(f"“{' '.join(quote.split())}”", "  "):
            click.echo(line, err=True)
        for line in _wrapped(_as_fact(one), "  → ", "    "):
            click.echo(line, err=True)
        click.echo(f"    {one.place.path}:{one.place.line}", err=True)


def _as_fact(fact: Fact) -> str:
    by = " via ".join(filter(None, (fact.speaker, fact.via)))
    return f"{fact.date or 'no date'}  {fact.text}" + (f"  — {by}" if by else "")


def _wrapped(text: str, first: str, then: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=then or first)
