"""A fact's date and articles in, sentences out (HTML, or plain for a terminal) that say where the date comes from and why origins are few.

The site's words are the site's; what is quoted keeps the language and the direction of its source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ..edtf import parse_edtf
from ..model import Article, DateReason, Fact
from ..prose.article_reasons import Teller, tell_reasons
from ..prose.explain import explain
from ..same import link_origins
from .words import Words

# Rules that read a day of a month and lend its year from the article.
YEAR_LENT = frozenset({"month-day", "day-month"})


@dataclass(frozen=True, slots=True)
class Telling:
    """What reasons are told with: the site's words, the articles they name, and the way to an article's page."""

    words: Words
    articles: Mapping[str, Article]
    address: Callable[[str], str] | None = None

    html: bool = True  # else plain text, for a terminal

    def say(self, message: str) -> str:
        """A message of the site; in HTML what is put into it is escaped."""
        said = self.words.gettext(message)
        return Markup(said) if self.html else said

    def quoted(self, text: str, lang: str) -> str:
        """Words of a source; in HTML set apart from the direction of the text around them."""
        return quoted(text, lang) if self.html else text

    def joined(self, sentences: Iterable[str]) -> str:
        """Sentences one after the other, those that say nothing left out."""
        return (Markup(" ") if self.html else " ").join(filter(None, sentences))

    def article(self, id: str) -> str:
        """An article by its headline, linked where its page can be reached from."""
        found = self.articles.get(id)
        if found is None:
            return self.quoted(id, "en")
        title = found.title or self.words.gettext("Article without a headline")
        name = self.quoted(title, found.lang if found.title else self.words.language)
        return Markup('<a href="{}">{}</a>').format(self.address(id), name) if self.address else name


def quoted(text: str, lang: str) -> Markup:
    """Words of a source, set apart from the direction of the text around them."""
    return (
        Markup('<bdi lang="{}">{}</bdi>').format(lang, text) if lang else Markup("<bdi>{}</bdi>").format(text)
    )


def date_reason(reason: DateReason, edtf: str, article: Article | None, telling: Telling) -> str:
    """Why the source supports the date; ``""`` when the fact has none."""
    if not edtf:
        return ""
    if reason.basis == "by hand":
        return telling.say("A person has set this date.")
    said = _said(reason, edtf, article, telling)
    if (
        article is None
        or article.published.basis != "inferred"
        or reason.basis not in ("inferred", "relative")
    ):
        return said
    if reason.words:
        lent = reason.rule in YEAR_LENT
        whose = (
            telling.say("Only the year comes from the article, whose own date is inferred.")
            if lent
            else telling.say("The article’s own date is inferred.")
        )
        said = telling.joined((said, whose))
    return telling.joined((said, published_reason(article, telling)))


def _said(reason: DateReason, edtf: str, article: Article | None, telling: Telling) -> str:
    """What the sentence itself says, or that it names no day and what is taken instead."""
    words = telling.quoted(reason.words, article.lang if article else "")
    if reason.basis == "discourse":
        if not reason.words:
            return telling.say("The sentence names no day; it continues an event of this day.")
        return telling.say(
            "The sentence names no day; it continues what the text has just dated with “%(words)s”."
        ) % {"words": words}
    if reason.words:
        locale = str(telling.words.locale)
        return explain(reason, edtf, locale=locale, say=telling.say, quoted=lambda _: words)
    if reason.basis == "inferred" or (article is not None and article.published.basis == "inferred"):
        return telling.say(
            "The sentence names no day; the day of its article is used, which is itself inferred."
        )
    if reason.basis == "published":
        return telling.say("The sentence names no day; the day of its article is used.")
    return ""


def published_reason(article: Article, telling: Telling) -> str:
    """Why an article has the date it has, in the site's language where the program found it."""
    words = telling.words
    teller = Teller(
        say=telling.say,
        number=words.number,
        date=words.when,
        day_month=lambda day: words.skeleton("MMMMd", parse_edtf(day).earliest or (0, 0, 0)),
        article=telling.article,
        quoted=lambda text: telling.quoted(text, article.lang),
    )
    return telling.joined(tell_reasons(article.published, teller))


def origin_reason(fact: Fact, telling: Telling) -> str:
    """Why the fact has fewer origins than articles; ``""`` when it has not."""
    count = len({source.article for source in fact.sources})
    if not 0 < fact.origins < count:
        return ""
    why = {link.reason: link for link in link_origins(fact, telling.articles)}
    if not why or count > 2:
        return telling.say(
            "Not all of these articles are independent: some copy others, or rest on the same agency or source."
        )
    return telling.joined(
        telling.say(link.message) % {"name": telling.quoted(link.name, "")} for link in why.values()
    )
