"""A page in, its day of publication out: as declared, by the reader's own day, or as it stands on the page.

What the page shows as published outranks what it shows or declares as changed. A moment in world time is
told in the page's own zone where the page says it somewhere, for the reader's day counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from ..text.lines import count_words, is_terminal
from .date_labels import CHANGED, PUBLISHED, date_label
from .dates_abroad import dates_on_page
from .metadata import Metadata, date_in_url, read_moment
from .page_metadata import modified_moment

_NEAR_NAME = re.compile(r"date|time|publi|posted|byline|meta|stamp|dateline|fecha|datum", re.IGNORECASE)
_SILENT = ("script", "style", "head", "title", "option")
_LONGEST = 220  # characters of an element that tells a date and no story
_LABEL = 60  # characters before a date in which its label stands
_US = re.compile(r"en[-_]us|en[-_]ph|es[-_]us", re.IGNORECASE)
_UTC = frozenset({"Z", "UTC", "GMT", "+00:00", "+0000", "-00:00"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A date that stands on the page, and what it says it is: "published", "changed", "other" or nothing."""

    value: str
    zone: str
    label: str
    machine: bool  # from a ``datetime`` attribute


def page_date(tree: Any, own: Any, declared: Metadata, url: str) -> tuple[Metadata, bool]:
    """The date of publication, and whether it is declared (else it only stands on the page).

    ``own`` is the page without what belongs to others.
    """
    shown = list(shown_dates(own, _order(tree), _lang(tree)))
    published = next((one for one in shown if one.label == "published"), None)
    if declared.published:
        changed = modified_moment(tree)[0]
        if (
            published
            and _earlier(published.value, declared.published)
            and declared.published[:10] == changed[:10]
        ):
            return _of(published), published.machine
        return _in_own_zone(declared, shown, url), True
    best = published or next((one for one in shown if not one.label), None)
    best = best or next((one for one in shown if one.label == "changed"), None)  # no day is nearer to it
    if best is None:
        return _changed_only(tree, shown)
    return _of(best), best.machine


def _changed_only(tree: Any, shown: list[Shown]) -> tuple[Metadata, bool]:
    """The day of the last change, where a page shows no day and declares no other."""
    value, zone = modified_moment(tree)
    return (Metadata(published=value, zone=zone), True) if value and not shown else (Metadata(), False)


def shows_other_dates(own: Any) -> bool:
    """Whether the dates on the page are all said to be something else, so that none may be guessed."""
    return any(one.label == "other" for one in shown_dates(own))


def _of(shown: Shown) -> Metadata:
    return Metadata(published=shown.value, zone=shown.zone)


def _earlier(one: str, other: str) -> bool:
    return one[:10] < other[:10]


def _lang(tree: Any) -> str:
    """The language that the page says it is in."""
    return str(tree.getroottree().getroot().get("lang") or "")


def _order(tree: Any) -> str:
    """Day or month first in numeric dates, where the page's language tells."""
    lang = _lang(tree)
    return "MDY" if _US.match(lang) else "" if lang.lower() in ("", "en") else "DMY"


def shown_dates(own: Any, order: str = "", lang: str = "") -> Iterator[Shown]:
    """The dates that stand about the article, in the order of the page."""
    head = True
    told = 0  # paragraphs of prose met
    pictured: set[Any] = set()
    for element in own.iter():
        if not isinstance(element.tag, str) or element.tag in _SILENT:
            continue
        if element.tag in ("figure", "figcaption"):
            pictured.update(element.iter())
        if element in pictured:
            continue
        if element.tag == "p" and tells(element):
            told += 1
            head = told < 2
            if not _is_short(element):
                continue
        named = bool(
            _NEAR_NAME.search(
                f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('id') or ''}"
            )
        )
        if element.tag == "time":
            if head or not _in_a_list(element):
                yield from _of_time(element, order, lang)
        elif head or named:
            yield from _of_words(element, order, named, lang)


def _in_a_list(element: Any) -> bool:
    """Whether the stamp is one of several like it behind the story, each beside a link: days of other pages."""
    for box in list(element.iterancestors())[:_CARD]:
        if box.tag in ("li", "tr", "dd") or next(box.iter("a"), None) is not None:
            alike = (*box.itersiblings(box.tag), *box.itersiblings(box.tag, preceding=True))
            return any(next(one.iter("time"), None) is not None for one in alike)
    return False


_CARD = 4  # elements from a stamp to the card it stands in


def _of_time(element: Any, order: str, lang: str) -> Iterator[Shown]:
    """What a ``<time>`` says: its attribute, else its words."""
    label = _label(element, "")
    value, zone = read_moment(element.get("datetime") or "")
    if value:
        yield Shown(value, zone, label, True)
        return
    for date in dates_on_page(" ".join("".join(element.itertext()).split()), order, lang)[:1]:
        yield Shown(date.value, date.zone, label, False)


def tells(paragraph: Any) -> bool:
    """Whether a paragraph tells of something, and is no line of dates and names."""
    if not _is_short(paragraph):
        return True
    words = " ".join("".join(paragraph.itertext()).split())
    return is_terminal(words) and count_words(words) >= _TELLING


_TELLING = 12  # words


def _is_short(element: Any) -> bool:
    """Whether an element holds no more than tells a date; of a long one no more is read than shows it."""
    size = 0
    for words in element.itertext():
        size += len(words)
        if size > _LONGEST:
            return False
    return True


def _of_words(element: Any, order: str, named: bool, lang: str) -> Iterator[Shown]:
    """Dates in an element's own short text, each with the label before it."""
    words = _own_words(element, named)
    if not 6 <= len(words) <= _LONGEST or not any(map(str.isdigit, words)):
        return
    dates = dates_on_page(words, order, lang)
    rest = len(words) - sum(date.end - date.start for date in dates)
    labelled = PUBLISHED.search(words) or CHANGED.search(words)
    if not labelled and (rest > _BESIDE or (is_terminal(words) and count_words(words) > 9)):
        return  # it tells a story
    at = 0
    for date in dates:
        before = words[max(at, date.start - _LABEL) : date.start]
        yield Shown(date.value, date.zone, _label(element, before), False)
        at = date.end


def _own_words(element: Any, named: bool) -> str:
    """An element's short text; nothing where its parts, or the element around it, are read instead."""
    if any(child.tag in _PARTS for child in element) or not _is_short(element):
        return ""
    above = element.getparent()
    inline = above is not None and element.tag in _INLINE and above.tag in _AROUND_INLINE
    if inline and not named and _is_short(above):
        return ""
    return " ".join(" ".join(element.itertext()).split())


_PARTS = frozenset({"p", "div", "ul", "time", "li", "section", "article", "table", "header"})
_INLINE = frozenset({"b", "i", "em", "strong", "a", "span", "small"})
_AROUND_INLINE = frozenset({"p", "li", "span"})
_BESIDE = 90  # characters beside its dates that a line without a label has at most


def _label(element: Any, before: str) -> str:
    """What a date is, by the words right before it, else by the names of the elements around it."""
    if not before:
        previous = element.getprevious()
        parent = element.getparent()
        behind = (
            (previous.tail or "")
            if previous is not None
            else (parent.text or "")
            if parent is not None
            else ""
        )
        inside = (
            "".join(previous.itertext())
            if previous is not None
            and isinstance(previous.tag, str)
            and not behind.strip()
            and previous.tag != "time"
            else ""
        )
        before = (inside or behind)[-_LABEL:]
    if label := date_label(before):
        return label
    around = [element, *list(element.iterancestors())[:2]]
    names = " ".join(f"{one.get('class') or ''} {one.get('itemprop') or ''} {one.get('id') or ''}" for one in around if _is_short(one))  # fmt: skip
    names = re.sub(r"[_-]", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", names))
    for label, pattern in (("changed", CHANGED), ("published", PUBLISHED)):
        if pattern.search(names):
            return label
    return ""


def _in_own_zone(declared: Metadata, shown: list[Shown], url: str) -> Metadata:
    """A moment of world time in the zone, or by the day, in which the page itself shows it."""
    moment = _moment(declared.published, declared.zone)
    if moment is None or declared.zone not in _UTC:
        return declared
    for one in shown:
        own = _moment(one.value, one.zone)
        if (
            own is not None
            and one.zone not in _UTC
            and abs(own[0] - moment[0]) < timedelta(minutes=2)
            and one.label != "changed"
        ):
            return _of(one)
    days = [one for one in shown if one.label in ("published", "") and not (one.machine and one.zone in _UTC)]
    for one in days:
        if one.value[:10] == declared.published[:10]:
            return declared
        if _may_be_day(one.value[:10], moment[1]):
            return _of(one) if one.zone not in _UTC else Metadata(published=one.value[:10])
    named = date_in_url(url)
    if len(named) == 10 and named != declared.published[:10] and _may_be_day(named, moment[1]):
        return Metadata(published=named)
    return declared


def _moment(value: str, zone: str) -> tuple[datetime, datetime] | None:
    """A moment as world time and as its own clock; None for a day or an unknown zone."""
    try:
        clock = datetime.fromisoformat(value)
    except ValueError:
        return None
    if "T" not in value:
        return None
    if zone in _UTC:
        return clock, clock
    offset = re.fullmatch(r"([+-])(\d{2}):?(\d{2})", zone)
    if offset is None:
        return None
    shift = timedelta(hours=int(offset[2]), minutes=int(offset[3])) * (-1 if offset[1] == "-" else 1)
    return clock - shift, clock


def _may_be_day(day: str, moment: datetime) -> bool:
    """Whether that moment of world time falls on ``day`` somewhere on earth, and not on its own day alone."""
    return any(
        (moment + timedelta(hours=hours)).strftime("%Y-%m-%d") == day for hours in (-12, 14, -5, 9)
    ) and day != moment.strftime("%Y-%m-%d")
