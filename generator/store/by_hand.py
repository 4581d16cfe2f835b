"""A fact that a person writes and its source in, the changes that put both into the files out.

The source is an article of the project, or a record of something that is only cited: a book, a film, a paper in an
archive. Where it has a text, the quote must stand in it.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import Problem, problem
from ..ids import fact_id
from ..model import Article, DateReason, Fact, Source, SourceType
from ..text.parts import misplaced
from .changes import Changes
from .content import Content
from .drafting import Draft
from .typed import read_typed
from .who import Who

# What people call a source, in CSL's terms; and which fields are asked for, by CSL's names.
TYPES: Mapping[str, tuple[SourceType, tuple[str, ...]]] = {
    "article": ("article-newspaper", ("page",)),
    "book": ("book", ("publisher-place", "ISBN")),
    "document": ("document", ("number", "archive", "archive_location")),
    "interview": ("interview", ("medium",)),
    "film": ("motion_picture", ("medium",)),
    "archive": ("manuscript", ("archive", "archive_location", "archive-place")),
}


@dataclass(frozen=True, slots=True)
class ByHand:
    """What was typed: fields of the fact by name, and where it is written."""

    fields: Mapping[str, str]
    article: Article
    quote: str = ""
    at: str = ""  # the page, or the time in a recording
    publish: bool = False


def plan_by_hand(content: Content, typed: ByHand, who: Who) -> Changes:
    """The fact as an entry of its date's file, and the record of a source that is new; nothing for one that stands."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, text in typed.fields.items():
        read = read_typed(name, text)
        if isinstance(read, Problem):
            problems.append(read)
        else:
            values[read[0].field] = read[1]
    article, quote = typed.article, typed.quote
    if wrong := quote_wrong(article, quote):
        problems.append(wrong)
    elif where := misplaced(article, quote, typed.at):
        problems.append(problem("source-place", value=typed.at, article=article.id, where=where))
    if problems:
        return Changes(problems=tuple(problems))
    same = (values.get("date", ""), values["text"], article.id)
    if any((one.date, one.text, source.article) == same for one in content.facts for source in one.sources):
        return Changes()  # it was written before
    id = fact_id(values["text"], {*content.by_id, *content.lost})
    source = Source(
        article.id,
        quote,
        at=typed.at,
        date=DateReason(basis="by hand") if values.get("date") else DateReason(),
    )
    fact = Fact(
        id=id, sources=(source,), added=who.on, status="reviewed" if typed.publish else "draft",
        decided=who.decision() if typed.publish else None, **{"date": "", **values},
    )  # fmt: skip
    draft = Draft(content, {one.id: one.published.day for one in (*content.articles.values(), article)})
    if article.id not in content.articles:
        draft.add_article(article)
    draft.add_fact(fact)
    files, found = draft.finish()
    return Changes(problems=found) if found else Changes(files=files, added=(fact,))


def quote_wrong(article: Article, quote: str) -> Problem | None:
    """The problem of words that do not stand in the text of their source; None where it has no text."""
    if not article.text or (quote and quote in article.text):
        return None
    hint = "Copy the words from it." if quote else "Give the words that say it."
    return problem("quote-missing", value=quote[:60], article=article.id, article_id=article.id, hint=hint)


def find_source(content: Content, name: str) -> Article | Problem:
    """An article of the project by its id, the only beginning of one, or its title."""
    known = content.articles
    if name in known:
        return known[name]
    begun = [id for id in known if name and id.startswith(name)]
    begun = begun or [id for id, one in known.items() if name and one.title.casefold() == name.casefold()]
    if len(begun) == 1:
        return known[begun[0]]
    near = begun[:3] or difflib.get_close_matches(name, known, n=1)
    hint = (
        f"Did you mean {' or '.join(map(repr, near))}?"
        if near
        else "Name a new source with --type and --title."
    )
    return problem("article-unknown", value=name, hint=hint)
