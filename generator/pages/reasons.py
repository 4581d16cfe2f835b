"""A fact's date and articles in, HTML sentences out that say where the date comes from and why origins are few.

The site's words are the site's; what is quoted keeps the language and the direction of its source.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ..dates import explain
from ..dates.article_reasons import ArticleReason, read_reasons
from ..dates.human import human_date
from ..model import Article, DateReason, Fact
from ..same import link_origins
from ..text.stated_date import stated_dates
from .words import Words

# Rules that read a day of a month and lend its year from the article.
YEAR_LENT = frozenset({"month-day", "day-month"})


@dataclass(frozen=True, slots=True)
class Telling:
    """What reasons are told with: the site's words, the articles they name, and the way to an article's page."""

    words: Words
    articles: Mapping[str, Article]
    address: Callable[[str], str] | None = None

    def say(self, message: str) -> Markup:
        """A message of the site; what is put into it is escaped."""
        return Markup(self.words.gettext(message))

    def article(self, id: str) -> Markup:
        """An article by its headline, linked where its page can be reached from."""
        found = self.articles.get(id)
        if found is None:
            return Markup('<bdi lang="en">{}</bdi>').format(id)
        title = found.title or self.words.gettext("Article without a headline")
        name = quoted(title, found.lang if found.title else self.words.language)
        return Markup('<a href="{}">{}</a>').format(self.address(id), name) if self.address else name


def quoted(text: str, lang: str) -> Markup:
    """Words of a source, set apart from the direction of the text around them."""
    return (
        Markup('<bdi lang="{}">{}</bdi>').format(lang, text) if lang else Markup("<bdi>{}</bdi>").format(text)
    )


def date_reason(reason: DateReason, edtf: str, article: Article | None, telling: Telling) -> Markup:
    """Why the source supports the date; ``""`` when the fact has none."""
    if not edtf:
        return Markup()
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
        said = Markup(" ").join((said, whose))
    return Markup(" ").join(part for part in (said, published_reason(article, telling)) if part)


def _said(reason: DateReason, edtf: str, article: Article | None, telling: Telling) -> Markup:
    """What the sentence itself says, or that it names no day and what is taken instead."""
    words = quoted(reason.words, article.lang if article else "")
    if reason.basis == "discourse":
        if not reason.words:
            return telling.say("The sentence names no day; it continues an event of this day.")
        return telling.say(
            "The sentence names no day; it continues what the text has just dated with “%(words)s”."
        ) % {"words": words}
    if reason.words:
        return Markup(
            explain(
                reason,
                edtf,
                locale=str(telling.words.locale),
                say=telling.say,
                quoted=lambda _: words,
            )
        )
    if reason.basis == "inferred" or (article is not None and article.published.basis == "inferred"):
        return telling.say(
            "The sentence names no day; the day of its article is used, which is itself inferred."
        )
    if reason.basis == "published":
        return telling.say("The sentence names no day; the day of its article is used.")
    return Markup()


def published_reason(article: Article, telling: Telling) -> Markup:
    """Why an article has the date it has, in the site's language where the program gave the reason."""
    told = read_reasons(article.published.reason)
    if not told:
        return quoted(article.published.reason, "") if article.published.reason else Markup()
    return Markup(" ").join(_told(one, article, telling) for one in told)


def _told(one: ArticleReason, article: Article, telling: Telling) -> Markup:
    """One sentence of such a reason with its numbers, dates and articles as the site writes them."""
    words = telling.words
    said: dict[str, object] = dict(one.values)
    for name in ("shared", "all"):
        if name in one.values:
            said[name] = words.number(int(one.values[name]))
    for name in ("day", "other"):
        if name in one.values:
            said[name] = _date(one.values[name], article, words)
    if "article" in one.values:
        said["article"] = telling.article(one.values["article"])
    if "named" in one.values:
        found = stated_dates(f"{one.values['named']} {one.values['year']}")
        if found:
            year, month, day = map(int, found[0].day.split("-"))
            said["named"] = words.skeleton("MMMMd", (year, month, day))
        said["weekday"] = quoted(one.values["weekday"], article.lang)
    return telling.say(one.message) % said


def _date(english: str, article: Article, words: Words) -> str | Markup:
    """A date that English wrote, as the site writes it; itself when no plain day can be read from it."""
    value = article.published.value
    if value and human_date(value, "en") == english:
        return words.when(value)
    found = stated_dates(english)
    whole = found and (found[0].start, found[0].end) == (0, len(english))
    return words.when(found[0].day) if whole else quoted(english, "en")


def origin_reason(fact: Fact, telling: Telling) -> Markup:
    """Why the fact has fewer origins than articles; ``""`` when it has not."""
    count = len({source.article for source in fact.sources})
    if not 0 < fact.origins < count:
        return Markup()
    why = {link.reason: link for link in link_origins(fact, telling.articles)}
    if not why or count > 2:
        return telling.say(
            "Not all of these articles are independent: some copy others, or rest on the same agency or source."
        )
    return Markup(" ").join(
        telling.say(link.message) % {"name": quoted(link.name, "")} for link in why.values()
    )
