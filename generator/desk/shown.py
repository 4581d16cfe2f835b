"""A fact of the content in, what the review page shows of it out, in the words of the project's language."""

from __future__ import annotations

from typing import Any

from ..edtf import EdtfError
from ..model import Entity, Fact
from ..pages.reasons import Telling, date_reason
from ..pages.words import Words
from ..prose.human import human_date
from ..review.queue import Item, item, mark_of
from ..review.said import KINDS, NAMED, ORDERED, STATUSES
from ..store import Content
from ..store.name_decisions import proposed_names, spelled_like

Json = dict[str, Any]
_SHOWN = ("text", "date", "speaker", "kind", "tags", "context", "via")


def card(content: Content, id: str, reasons: tuple[str, ...], words: Words) -> Json | None:
    """An item as the page shows it; None when it is gone."""
    one = item(content, id, reasons, words.gettext)
    if one is None:
        return None
    fact = one.fact
    found = one.quote_start >= 0
    return {
        "id": fact.id,
        "mark": mark_of(fact),
        **{name: _plain(getattr(fact, name)) for name in _SHOWN},
        "brackets": [{"words": bracket.words, "for": bracket.stands_for} for bracket in fact.brackets],
        "status": words.gettext(STATUSES[fact.status]),
        "when": in_words(fact.date, words),
        "reason": _reason(content, one, words),
        "doubts": list(one.doubts),
        "where": f"{fact.place.path}:{fact.place.line}",
        "outlet": one.outlet,
        "title": one.title,
        "published": one.published,
        "before": one.paragraph[: max(0, one.quote_start)],
        "quote": one.paragraph[one.quote_start : one.quote_end] if found else _quote(fact),
        "after": one.paragraph[one.quote_end :] if found else "",
        "names": list(one.names),
        "proposed": [_name(content, entity) for entity, _ in proposed_names(content, [fact])],
        "lookalikes": [
            {
                "id": other.fact.id,
                "when": in_words(other.fact.date, words),
                "by": other.told_by,
                "pieces": [[differs, said] for differs, said in other.pieces],
            }
            for other in one.lookalikes
        ],
    }


def in_words(edtf: str, words: Words) -> str:
    """A date as people write it."""
    try:
        return human_date(edtf, words.language) if edtf else ""
    except EdtfError:
        return edtf


def labels(words: Words) -> Json:
    """What the page itself says: choices by their value, and everything else by a name of its own."""
    _ = words.gettext
    tables = {"kinds": KINDS, "named": NAMED, "orders": ORDERED}
    choices: Json = {
        name: {value: _(said) for value, said in table.items()} for name, table in tables.items()
    }
    return choices | {
        "decisions": _("Decisions"),
        "order": _("order"),
        "count": _("%(decided)s decided · %(left)s left"),
        "minutes": _("about %(minutes)s min"),
        "accept": _("accept"),
        "reject": _("reject"),
        "hold": _("hold"),
        "skip": _("skip"),
        "back": _("back"),
        "undo": _("undo"),
        "rest": _("reject the rest"),
        "again": _("Once more, and all that waits of this article is rejected."),
        "merge": _("merge"),
        "different": _("not the same"),
        "text": _("text"),
        "date": _("date"),
        "speaker": _("speaker"),
        "kind": _("kind"),
        "tags": _("tags"),
        "brackets": _("brackets"),
        "editText": _("Edit the text"),
        "save": _("save"),
        "leave": _("leave it"),
        "nothing": _("nothing"),
        "noDate": _("no date"),
        "before": _("before it"),
        "same": _("Perhaps the same"),
        "aside": _("What of this article was kept aside"),
        "noAside": _("Nothing of this article was kept aside."),
        "promote": _("make it a draft"),
        "names": _("names proposed"),
        "take": _("take it"),
        "ignore": _("ignore it"),
        "later": _("decide later"),
        "join": _("another spelling of %(name)s"),
        "takeAll": _("take all"),
        "decide": _("decide on the names"),
        "words": _("words of the article"),
        "for": _("for which words of the text"),
        "add": _("add one"),
        "remove": _("remove it"),
        "end": _("Nothing waits for review."),
        "skipped": _("Nothing else waits; some were skipped."),
        "silent": _("The preview does not answer: is it still running?"),
        "loading": _("It is being read …"),
        "space": _("space"),
    }


def _name(content: Content, entity: Entity) -> Json:
    alike = [{"id": other.id, "name": other.name} for other in spelled_like(content, entity)]
    return {
        "id": entity.id,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "kind": entity.kind,
        "alike": alike,
    }


def _reason(content: Content, one: Item, words: Words) -> str:
    if not one.fact.date or not one.fact.sources:
        return ""
    source = one.fact.sources[0]
    telling = Telling(words, content.articles, html=False)
    return date_reason(source.date, one.fact.date, content.articles.get(source.article), telling)


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _quote(fact: Fact) -> str:
    return fact.sources[0].quote if fact.sources else ""
