"""A fact's date and articles in, sentences out that say where the date comes from and why origins are few."""

from __future__ import annotations

from collections.abc import Mapping

from ..dates import RULES, explain
from ..facts.same import link_origins
from ..model import Article, DateReason, Fact
from .words import Words

YEAR_LENT = frozenset(rule.id for rule in RULES.values() if rule.family == "partial dates")


def date_reason(reason: DateReason, edtf: str, article: Article | None, words: Words) -> str:
    """Why the source supports the date; ``""`` when the fact has none."""
    if not edtf:
        return ""
    said = explain(reason, edtf, locale=str(words.locale)) if reason.words else ""
    said = said if not said or said.endswith((".", "!", "?")) else f"{said}."
    return " ".join(part for part in (said, _basis(reason, article, words)) if part)


def _basis(reason: DateReason, article: Article | None, words: Words) -> str:
    """What stands behind a date that the sentence itself does not state."""
    _ = words.gettext
    if reason.basis == "by hand":
        return _("A person has set this date.")
    inferred = article is not None and article.published.basis == "inferred"
    if reason.words:
        return _against_inferred(reason, article, words) if inferred and article else ""
    if reason.basis == "discourse":
        return _("The sentence names no day; it continues an event of this day.")
    if inferred or reason.basis == "inferred":
        why = article.published.reason if article else ""
        sentence = _("The sentence names no day; the day of its article is used, which is itself inferred.")
        return f"{sentence} {why}".strip()
    if reason.basis == "published":
        return _("The sentence names no day; the day of its article is used.")
    return ""


def _against_inferred(reason: DateReason, article: Article, words: Words) -> str:
    """What an inferred article date lends to words that have a day, or count one from it."""
    if reason.basis not in ("inferred", "relative"):
        return ""
    _ = words.gettext
    said = {"words": reason.words}
    if reason.rule in YEAR_LENT:
        sentence = (
            _("“%(words)s” names the day; the year is that of the article, whose own date is inferred.")
            % said
        )
    else:
        sentence = _("“%(words)s” is counted from the day of the article, which is inferred.") % said
    return f"{sentence} {article.published.reason}".strip()


def origin_reason(fact: Fact, articles: Mapping[str, Article], words: Words) -> str:
    """Why the fact has fewer origins than articles; ``""`` when it has not."""
    count = len({source.article for source in fact.sources})
    if not 0 < fact.origins < count:
        return ""
    said = words.gettext(
        "Not all of these articles are independent: some copy others, or rest on the same agency or source."
    )
    if words.locale.language != "en":
        return said
    why = list(dict.fromkeys(link.reason for link in link_origins(fact, articles)))
    if not why or count > 2:
        return said
    text = "; ".join(why)
    return f"{text[0].upper()}{text[1:]}."
