"""A renderer in, what home says before anything else out: what this is, how far it reaches, and the story in short."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from ..edtf import parse_edtf
from ..highlights import key_days
from ..model import Fact
from .links import Links
from .renderer import Renderer

MOST_LEADS = 6
MONTHS_WITHIN = 5  # years; beyond them the months say nothing


def about_home(renderer: Renderer, links: Links) -> Markup:
    """The description, from when to when, the day of the last change, and who makes it."""
    timeline, words, site = renderer.timeline, renderer.words, renderer.site
    _ = words.gettext
    changed = max((change.on for change in timeline.changes if change.on), default="")
    parts = [
        reach(renderer),
        _("last change on %(day)s") % {"day": words.briefly(date.fromisoformat(changed).timetuple()[:3])}
        if changed
        else "",
        _("made by %(name)s") % {"name": site.author} if site.author else "",
    ]
    return renderer.html(
        "about_home.html", links, description=site.description, parts=[part for part in parts if part]
    )


def reach(renderer: Renderer) -> str:
    """From the first to the last day of the timeline, in months, or in years where they are many: ``September 2022 to May 2025``."""
    dates = [parse_edtf(day.date) for day in renderer.timeline.days]
    starts = [edtf.earliest for edtf in dates if edtf.earliest]
    ends = [edtf.latest for edtf in dates if edtf.latest]
    if not starts or not ends:
        return ""
    first, last = min(starts), max(ends)
    exact = last[0] - first[0] <= MONTHS_WITHIN and first[0] > 0
    words = renderer.words
    bounds = dict.fromkeys(
        words.briefly(day, month=True) if exact and day[0] <= _FOUR_DIGITS else words.when(_year(day))
        for day in (first, last)
    )
    return " – ".join(bounds)


_FOUR_DIGITS = 9999


def _year(day: tuple[int, int, int]) -> str:
    if abs(day[0]) > _FOUR_DIGITS:
        return f"Y{day[0]}"  # EDTF marks a longer year
    return f"{day[0]:04d}" if day[0] >= 0 else f"-{-day[0]:04d}"


def in_short(renderer: Renderer, links: Links) -> Markup:
    """The few entries that tell the story, oldest first, each a link; nothing where nobody chose any."""
    leads = [fact for fact in renderer.timeline.facts if fact.lead and fact.status != "disputed"][:MOST_LEADS]
    if not leads:
        return Markup()
    return short_list(renderer, _told_in_order(leads), links, renderer.words.gettext("In short"))


def short_list(
    renderer: Renderer, leads: Iterable[Fact], links: Links, title: str, name: str = "short"
) -> Markup:
    """A few facts in their order, each a link to where it stands; ``name`` tells two lists of one page apart."""
    told = [renderer.viewer.other(fact, links) for fact in leads]
    return renderer.html("in_short.html", links, leads=told, title=title, name=name)


def key_days_of(renderer: Renderer, facts: Iterable[Fact], links: Links) -> Markup:
    """The days among ``facts`` that matter most, oldest first; nothing where all are seen at a glance."""
    found = key_days(facts, renderer.timeline.articles)
    if not found:
        return Markup()
    title = renderer.words.gettext("Key days")
    return short_list(renderer, [day.fact for day in found], links, title, "days")


def _told_in_order(facts: list[Fact]) -> list[Fact]:
    """As one would tell it: by day, those without one last."""
    return [*(fact for fact in facts if fact.date), *(fact for fact in facts if not fact.date)]
