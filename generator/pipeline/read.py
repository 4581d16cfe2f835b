"""Articles in, readings out: the stages in their order, and nothing else.

An article that breaks a stage becomes a reading with a problem; it never stops the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import compress

from ..articles.doubt import loss_doubt, published_doubt
from ..config import Settings
from ..dates import date_problems, resolve_dates
from ..dates.article_date import infer_published
from ..entities import find_names, with_names
from ..entries import make_entries
from ..errors import Problem, problem
from ..facts.attribution import find_attributions
from ..facts.extract import extract_facts
from ..model import Article, Attribution, Fact, NameSpan, ResolvedDate, Sentence, Skipped
from ..text.sentences import split_sentences
from ..text.split_words import with_whole_words
from ..values import dataclass, replace
from .posts import posts_apart
from .workers import in_order


@dataclass(frozen=True, slots=True)
class Reading:
    """One article and everything read out of it."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    dates: tuple[ResolvedDate, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    facts: tuple[Fact, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[Problem, ...] = ()
    names: tuple[NameSpan, ...] | None = None  # what may be a name; None where nobody looked


def names_of(reading: Reading) -> tuple[NameSpan, ...]:
    """What may be a name in the article's body."""
    article, lang = reading.article, reading.article.lang or "en"
    bodies = [block.kind == "body" for block in article.blocks]
    forms = with_names(article.text, reading.sentences, tuple(article.blocks), lang)
    paired = zip(reading.sentences, forms, strict=True)
    spans = [name for sentence, form in paired if bodies[sentence.block] for name in form.names]
    body = "\n".join(article.text[block.start : block.end] for block in compress(article.blocks, bodies))
    return tuple(find_names(body, lang, spans=spans))


def read_article(article: Article, settings: Settings) -> Reading:
    """Article in, its sentences, dates, attributions and facts out."""
    try:
        return _stages(article, settings)
    except Exception as error:
        return lost_reading(article, error)


def _stages(article: Article, settings: Settings) -> Reading:
    lang = article.lang or "en"
    seen = replace(article, text=with_whole_words(article.text))
    sentences = split_sentences(seen.text, article.blocks, lang)
    whole = Reading(article, sentences)
    for part, at, own in posts_apart(seen, sentences):
        whole = _joined(whole, _part(part, own, lang, settings), at)
    if seen.text != article.text:
        whole = as_written(whole, seen.text)
    problems = list(whole.problems)
    if not any(article.blocks[sentence.block].kind == "body" for sentence in sentences):
        problems.append(problem("article-no-sentence", article=article.id, value=article.id))
    problems += [doubt for doubt in (published_doubt(article), loss_doubt(article)) if doubt]
    return replace(whole, facts=make_entries(article, sentences, whole.facts), problems=tuple(problems))


def _part(article: Article, sentences: tuple[Sentence, ...], lang: str, settings: Settings) -> Reading:
    """What the sentences of one post, or of an article that has none, tell."""
    dates = resolve_dates(
        article.text,
        sentences,
        blocks=article.blocks,
        published=article.published,
        lang=lang,
        date_order=settings.date_order,
    )
    attributions = find_attributions(article.text, sentences, article.blocks, lang, dates)
    found = extract_facts(article, sentences, dates, attributions)
    problems = (*found.problems, *date_problems(dates, article=article.id))
    return Reading(article, sentences, dates, attributions, found.facts, found.skipped, problems)


def as_written(reading: Reading, seen: str) -> Reading:
    """A reading of ``seen``, where split words are whole, with quotes and date words as the text has them."""
    text = reading.article.text

    def words(said: str, start: int) -> str:
        at = seen.find(said, start) if seen.find(said, start) >= 0 else seen.find(said)
        return text[at : at + len(said)] if said and said not in text and at >= 0 else said

    facts = [
        replace(
            fact,
            sources=tuple(
                replace(
                    source,
                    quote=text[source.start : source.end],
                    date=replace(source.date, words=words(source.date.words, source.start)),
                )
                for source in fact.sources
            ),
        )
        for fact in reading.facts
    ]
    dates = tuple(replace(date, words=text[date.start : date.end]) for date in reading.dates)
    return replace(reading, facts=tuple(facts), dates=dates)


def _joined(whole: Reading, part: Reading, at: int) -> Reading:
    """``whole`` with what ``part`` tells, whose first sentence is the one at ``at``."""
    taken = {fact.id for fact in whole.facts}
    facts = list(whole.facts)
    for fact in part.facts:
        number, id = 2, fact.id
        while id in taken:
            id, number = f"{fact.id}-{number}", number + 1
        taken.add(id)
        facts.append(fact if id == fact.id else replace(fact, id=id))
    said = (
        replace(one, sentence=one.sentence + at) if at and one.sentence >= 0 else one
        for one in part.attributions
    )
    return replace(
        whole,
        dates=(*whole.dates, *part.dates),
        attributions=(*whole.attributions, *said),
        facts=tuple(facts),
        skipped=(*whole.skipped, *part.skipped),
        problems=(*whole.problems, *part.problems),
    )


def date_articles(articles: Sequence[Article], known: Sequence[Article] = ()) -> tuple[Article, ...]:
    """Give the undated among ``articles`` the date that ``known`` and the others support; order kept."""
    dated = [article for article in (*known, *articles) if article.published.basis not in _WEAK]
    return tuple(
        article if article.published.value else replace(article, published=infer_published(article, dated))
        for article in articles
    )


# An article dated by inference must not date another: a guess would become a witness.
_WEAK = frozenset({"unknown", "inferred", "text"})


def read_articles(articles: Iterable[Article], settings: Settings, workers: int = 0) -> Iterator[Reading]:
    """Readings in the order of ``articles``; ``workers`` 0 chooses by how many there are."""
    yield from in_order(partial(read_article, settings=settings), articles, workers, lost=lost_reading)


def lost_reading(article: Article, error: Exception) -> Reading:
    """The reading of an article that ended the process it was read in."""
    why = f"{type(error).__name__}: {error}"
    return Reading(article, problems=(problem("stage-failed", article=article.id, value=why),))
