"""Views in, HTML and Markdown out, through the templates; a fact is rendered once per depth of page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from ..config import Settings
from ..edtf import parse_edtf
from ..model import Fact, Site
from ..timeline import Band, Column, Day, Overview, Period, Timeline, is_continued, sureness
from .environment import in_english, make_environment, tidy
from .graphic import Graphic, graphic
from .kept import Kept, Stamps
from .links import Links, depth_of, period_uri, typed
from .navigation import index_of, section_of
from .values import Page
from .views import FactView, Viewer
from .when import when
from .words import Words

# Stands for the way to the root in a fact's HTML, which is the same on every page but for that.
ROOT = "\x02/"
# Stand for parts that are made once, or need no tidying again, until they are put in.
_CITE = "\x03"
_PART = re.compile("\x04(\\d+)\x04")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n")


@dataclass(frozen=True, slots=True)
class PeriodLink:
    """A period one can go to."""

    name: str
    href: str
    count: int


class Renderer:
    """Renders the parts of one timeline."""

    def __init__(
        self,
        timeline: Timeline,
        settings: Settings,
        site: Site,
        *,
        own_templates: Path | None = None,
        directory_urls: bool = True,
        images: Mapping[str, tuple[int, int]] | None = None,
        kept: Kept | None = None,
    ) -> None:
        self.timeline = timeline
        self.kept = kept or Kept()  # what a preview made before
        self.stamps = Stamps(timeline, settings, site, own_templates, images or {})
        self.settings = settings
        self.site = site
        self.words = Words(site.language or settings.language)
        self.viewer = Viewer(timeline, settings, self.words, site, directory_urls=directory_urls)
        self.images = images or {}
        self.environment: Environment = make_environment(self.words, own_templates, images)
        self.directory_urls = directory_urls
        self.facts_on: dict[str, tuple[Fact, ...]] = {}  # what each page is about, once it is rendered
        self._facts: dict[tuple[str, bool], str] = {}
        self._counts = {day.date: len(day.facts) for day in timeline.days}
        self._bounds = {
            (edtf.earliest, edtf.latest): period.key
            for period in timeline.periods
            if period.level != "undated" and (edtf := parse_edtf(period.key))
        }
        self._days: dict[tuple[str, tuple[str, ...]], str] = {}
        self._from_root = Links(0, directory_urls, root=ROOT)
        self._addresses = self.viewer.addresses(self._from_root)
        self._views: dict[str, FactView] = {}

    def links(self, uri: str) -> Links:
        """Links as seen from the page ``uri``."""
        return Links(depth_of(uri, self.directory_urls), self.directory_urls)

    def html(self, template: str, links: Links, **values: object) -> Markup:
        """One component."""
        found = self.environment.get_template(template)
        return tidy(found.render(link=links.to, file=links.to, preview=self.timeline.shows_drafts, **values))

    def page(self, template: str, uri: str, title: str, *, in_nav: bool = False, **values: object) -> Page:
        """One page; parts that are empty leave no gap in the Markdown."""
        given: dict[str, object] = {
            "description": "", "lede": "", "overview": "", "intro": "", "line": "",
            "beside": self._beside(uri), "days": "", "periods": "", "onward": "", "key": "", "body": "",
            "title_lang": "", "about": "", "short": "",
        }  # fmt: skip
        links = self.links(uri)
        given |= values
        head = str(given.pop("head", "")) or self._head(uri, title)
        given["description"] = given["description"] or (f"{title}: {given['lede']}" if given["lede"] else "")
        days, given["days"] = given["days"], Markup("\x040\x04") if given["days"] else ""
        # The theme puts the site's name behind every title; home's own would stand there twice.
        told = "" if uri == "index.md" and head == self.site.name else head
        text = self.environment.get_template(template).render(title=title, head=told, link=links.to, **given)
        text = _PART.sub(lambda _found: str(days), _one_blank_line(in_english(text)))
        return Page(uri, head, text, in_nav)

    def _head(self, uri: str, title: str) -> str:
        """The title outside the page, where nothing else tells a person from a speaker of that name."""
        above = index_of(self.words, uri)
        return f"{title} · {above[0]}" if above and above[1] != "index.md" else title

    def _beside(self, uri: str) -> Markup:
        """Links to the pages of the same section, or to the list that a page belongs to."""
        items = section_of(self.words, uri)
        links = self.links(uri)
        above = index_of(self.words, uri)
        if not items and above:
            ways = [{"name": above[0], "href": links.to(above[1])}]
            for key in self._periods_above(uri):
                ways.append({"name": self.words.when(key), "href": links.to(period_uri(key))})
            return self.html("above.html", links, ways=ways)
        pages = [{"name": name, "href": links.to(other), "here": other == uri} for name, other in items]
        return self.html("beside.html", links, pages=pages) if pages else Markup()

    def _periods_above(self, uri: str) -> list[str]:
        """The periods that the period of a page is a part of, the longest first."""
        parents = {period_uri(period.key): period.parent for period in self.timeline.periods}
        found: list[str] = []
        while parent := parents.get(uri, ""):
            found.insert(0, parent)
            uri = period_uri(parent)
        return found

    def view(self, fact: Fact) -> FactView:
        """What is shown of a fact, with addresses from the root: see ``ROOT``."""
        if fact.id not in self._views:
            self._views[fact.id] = self.viewer.fact(fact, self._from_root, self._addresses)
        return self._views[fact.id]

    def fact(self, fact: Fact, links: Links, *, full: bool = True) -> Markup:
        """One fact; on pages that repeat it, how to cite it is left to its period's page."""
        key = (fact.id, full)
        if key not in self._facts:
            self._render(fact)
        return Markup(self._facts[key].replace(ROOT, links.up))

    def _render(self, fact: Fact) -> None:
        """Both forms of a fact, which differ in nothing but how to cite it."""
        view = self.view(fact)
        html = ""
        for full in (True, False):
            if _CITE not in html:  # also when a project's own template cites in a way of its own
                html = self.html(
                    "fact.html", self._from_root, fact=view, full=full, cite=lambda: Markup(_CITE)
                )
            cite = self.html("cite.html", self._from_root, fact=view, full=full) if _CITE in html else ""
            self._facts[fact.id, full] = html.replace(_CITE, cite)

    def day(self, day: Day, links: Links, *, full: bool = True) -> Markup:
        """One day with its facts."""
        key = (day.date, tuple(fact.id for fact in day.facts))
        if key not in self._days:
            self._days[key] = self._frame(day)
        return Markup(
            _PART.sub(lambda found: self.fact(day.facts[int(found[1])], links, full=full), self._days[key])
        ).replace(ROOT, links.up)

    def _frame(self, day: Day) -> str:
        """A day with room for its facts: the same few facts of it stand together on several pages."""
        sure = [sureness(fact) for fact in day.facts]
        unstated = [fact for fact, how in zip(day.facts, sure, strict=True) if how == "carried"]
        continued = sum(is_continued(fact) for fact in unstated)
        at = {fact.id: number for number, fact in enumerate(day.facts)}
        return self.html(
            "day.html",
            self._from_root,
            day=day,
            when=when(day, self.words),
            fact=lambda one: Markup(f"\x04{at[one.id]}\x04"),
            stated=sure.count("stated"),
            continued=continued,
            carried=len(unstated) - continued,
        )

    def days(self, days: Sequence[Day], links: Links, *, newest_first: bool, full: bool = True) -> Markup:
        """Days and the gaps between them, in reading order. ``days`` are oldest first."""
        parts: list[Markup] = []
        for at, day in enumerate(reversed(days) if newest_first else days):
            gap = self.html("gap.html", links, gap=day.gap) if day.gap else Markup()
            last = at == len(days) - 1
            if gap and not newest_first and at > 0:
                parts.append(gap)
            parts.append(self.day(day, links, full=full))
            if gap and newest_first and not last:
                parts.append(gap)
        return Markup("\n\n").join(parts)

    def undated(self, facts: Sequence[Fact], links: Links) -> Markup:
        """Facts that have no date at all."""
        return self.html("undated.html", links, facts=facts, fact=lambda one: self.fact(one, links))

    def drawn(
        self, overview: Overview, links: Links, here: Iterable[str] = (), query: str = ""
    ) -> Graphic | None:
        """Facts over time as a picture to be drawn; days shown ``here`` are linked within the page.

        ``query`` chooses in Explore the facts that are counted, where they are not all there are.
        """
        shown = set(here)
        return graphic(overview, self.words, lambda one: self.stretch_link(one, links, shown, query))

    def stretch_link(self, one: Column | Band, links: Links, here: set[str], query: str = "") -> str:
        """Where the facts that are counted stand: in their day, on their period's page, or in Explore."""
        whole = one.count <= self._counts.get(one.date, 0) and not (isinstance(one, Band) and one.several)
        if whole and (not query or one.date in here):
            return self.day_link(one.date, links, here)
        period = self._bounds.get((one.start, one.end))
        if period and not query:
            return links.to(period_uri(period))
        return (
            links.to("explore.md")
            + f"?{query}{'&' if query else ''}from={typed(one.start)}&to={typed(one.end)}"
        )

    def overview(self, drawn: Graphic | None, links: Links) -> Markup:
        """The picture, where there is one."""
        return self.html("overview.html", links, graphic=drawn) if drawn else Markup()

    def line(
        self, line: str, links: Links, drawn: Graphic | None, kinds: Sequence[tuple[str, str, int]] = ()
    ) -> Markup:
        """The line below the title: what the page shows, what changes that, and the picture's data."""
        return self.html("line.html", links, line=line, graphic=drawn, kinds=kinds)

    def day_link(self, date: str, links: Links, here: set[str]) -> str:
        """A day's section, on this page if it is shown here."""
        href = self.viewer.day_href(date, links)
        return "#" + href.split("#", 1)[1] if date in here else href

    def period_name(self, period: Period) -> str:
        """What a period is called."""
        return self.words.gettext("No date") if period.level == "undated" else self.words.when(period.key)

    def period_links(self, periods: Iterable[Period], links: Links) -> Markup:
        """Periods as links, newest first where days are."""
        ordered = list(periods)
        if self.settings.newest_first:
            ordered.reverse()
        found = [PeriodLink(self.period_name(p), links.to(period_uri(p.key)), p.count) for p in ordered]
        return self.html("periods.html", links, periods=found)


def _one_blank_line(text: str) -> str:
    """Markdown with single blank lines between its parts."""
    return _BLANK_LINES.sub("\n\n", text).strip() + "\n"
