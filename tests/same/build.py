"""Facts and articles for the merging tests, from a text and a few fields."""

from __future__ import annotations

from generator.model import Article, DateBasis, DateReason, Fact, FactKind, Published, Source


def make_fact(
    name: str,
    text: str,
    *,
    article: str = "",
    date: str = "2021-02-07",
    basis: DateBasis = "published",
    kind: FactKind = "event",
    speaker: str = "",
    via: str = "",
    anonymous: bool = False,
    denied: bool = False,
    added: str = "",
    not_same_as: tuple[str, ...] = (),
) -> Fact:
    """A fact with one source, in the article ``name`` unless another is given."""
    source = Source(article or name, text, date=DateReason(basis=basis))
    return Fact(
        id=name,
        date=date,
        text=text,
        sources=(source,),
        kind=kind,
        speaker=speaker,
        via=via,
        anonymous=anonymous,
        denied=denied,
        added=added,
        not_same_as=not_same_as,
    )


def make_article(name: str, text: str, *, publisher: str = "", agency: str = "", day: str = "") -> Article:
    """An article without blocks, as far as merging looks at one."""
    return Article(id=name, text=text, publisher=publisher, agency=agency, published=Published(day))


def articles_of(*facts: Fact) -> dict[str, Article]:
    """An article a fact, holding nothing but the fact's words."""
    return {fact.sources[0].article: make_article(fact.sources[0].article, fact.text) for fact in facts}
