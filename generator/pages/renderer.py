"""Views in, HTML and Markdown out, through the templates; a fact is rendered once per depth of page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Literal, TypeAlias

from jinja2 import Template
from markupsafe import Markup

from ..config import Settings
from ..edtf import Day as DayTuple
from ..edtf import parse_edtf
from ..model import EntityMention, Fact, Site
from ..store.made import packed, unpacked
from ..timeline import Band, Column, Day, Overview, Period, Timeline, is_continued, is_inferred, sureness
from ..timeline.lists import named_in
from .environment import in_english, make_environment, tidy
from .graphic import Graphic, graphic
from .kept import Kept, Stamps
from .links import Links, depth_of, period_uri, typed
from .navigation import index_of, section_of
from .side_by_side import cut, side_by_side
from .stylesheet import rough_height
from .swift import printed
from .values import Page
from .views import FactView, Viewer
from .when import LONGEST_LARGE, When, when
from .words import Words

# Stands for the way to the root in a fact's HTML, which is the same on every page but for that.
ROOT = "\x02/"
# Stand for parts that are made once, or need no tidying again, until they are put in.
_CITE = "\x03"
_PART = re.compile("\x04(\\d+)\x04")
# Stand for what a day's heading says of its date; a wide one's is as long as that.
_WORDS = {name: f"\x05{name[0]}\x05" for name in ("large", "small", "machine", "anchor")}
_WIDER = "\x05" * LONGEST_LARGE
_WORD = re.compile("\x05(\\w)\x05+")
MOST_VIEWS = 20_000  # held at once
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n")


# All there is; without the forms to cite it in; or nothing but who says what, where a page repeats it.
Form: TypeAlias = Literal["full", "short", "lean"]


def is_lean(timeline: Timeline, settings: Settings) -> bool:
    """Whether there are so many facts that the site must be kept small."""
    return len(timeline.facts) >= settings.lean_from


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
        self.kept = kept or Kept()  # what was made before
        self.stamps = Stamps(
            timeline,
            settings,
            site,
            own_templates,
            images or {},
            (directory_urls, is_lean(timeline, settings)),
        )
        self.makers: dict[str, Callable[[], Page]] = {}  # what makes a page
        self._asked: dict[tuple[str, str], str] = {}
        self.settings = settings
        self.lean = is_lean(timeline, settings)
        self.site = site
        self.words = Words(site.language or settings.language)
        self.viewer = Viewer(timeline, settings, self.words, site, directory_urls=directory_urls)
        self.images = images or {}
        self._templates: dict[str, Template] = {}
        self.environment = make_environment(self.words, own_templates, images)
        self.environment.globals["small"] = self.lean
        self.directory_urls = directory_urls
        self.facts_on: dict[str, tuple[Fact, ...]] = {}  # what each page is about, once it is rendered
        self._facts: dict[tuple[str, str], str] = {}
        self._counts = {day.date: len(day.facts) for day in timeline.days}
        self._bounds = {
            f"{edtf.earliest} {edtf.latest}": period.key
            for period in timeline.periods
            if period.level != "undated" and (edtf := parse_edtf(period.key))
        }
        self._levels: dict[str, list[Period]] = {}
        for one in timeline.periods:
            self._levels.setdefault(one.level, []).append(one)
        self._at = {one.key: at for level in self._levels.values() for at, one in enumerate(level)}
        self.period_keys = frozenset(one.key for one in timeline.periods)
        self._parents = {period_uri(period.key): period.parent for period in timeline.periods}
        self._days: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
        self._frames: dict[object, tuple[str, ...]] = {}
        self._own_days = own_templates is not None and any(
            (own_templates / name).is_file() for name in ("day.html", "basis.html")
        )
        self._from_root = Links(0, directory_urls, root=ROOT)
        self._addresses = self.viewer.addresses(self._from_root)
        self._views: dict[str, FactView] = {}
        self._repeated: tuple[Form, ...] = ("lean",) if self.lean else ("full", "short")
        self._bases: dict[str, str] = {}
        self._whens: dict[str, When] = {}

    def links(self, uri: str) -> Links:
        """Links as seen from the page ``uri``."""
        return Links(depth_of(uri, self.directory_urls), self.directory_urls)

    def named(self, fact: Fact) -> tuple[EntityMention, ...]:
        """Where the fact's text names a known entity."""
        return named_in((fact,), tuple(self.timeline.entities.values()))[fact.id]

    def reword(self, old: Fact, new: Fact) -> None:
        """Let ``old`` have the words of ``new`` wherever it stands, and nothing made of it before stand any longer.

        A timeline holds a fact in a dozen lists; to make them all again for a word takes longer than an editor waits.
        """
        self.timeline.mentions[old.id] = self.named(new)  # type: ignore[index]
        for name in ("text", "context"):
            object.__setattr__(old, name, getattr(new, name))
        for form in ("full", "short", "lean"):
            self._facts.pop((old.id, form), None)
        self._views.clear()
        self.stamps.forget()

    def html(self, template: str, links: Links, **values: object) -> Markup:
        """One component."""
        given = {"link": links.to, "file": links.to, "preview": self.timeline.shows_drafts, **values}
        return tidy(self._run(template, given))

    def _run(self, template: str, values: Mapping[str, object]) -> str:
        found = self._templates.get(template)
        if found is None:
            found = self._templates[template] = self.environment.get_template(template)
        return self.environment.run(found, values)

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
        text = self._run(template, {"title": title, "head": told, "link": links.to, **given})
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
            for key in self.periods_above(uri):
                ways.append({"name": self.words.when(key), "href": links.to(period_uri(key))})
            return self.html("above.html", links, ways=ways)
        pages = [{"name": name, "href": links.to(other), "here": other == uri} for name, other in items]
        return self.html("beside.html", links, pages=pages) if pages else Markup()

    def periods_above(self, uri: str) -> list[str]:
        """The periods that the period of a page is a part of, the longest first."""
        found: list[str] = []
        while parent := self._parents.get(uri, ""):
            found.insert(0, parent)
            uri = period_uri(parent)
        return found

    @cached_property
    def starts(self) -> tuple[list[DayTuple], list[Day]]:
        """The days that have a beginning, and it; in the order of it, and for one beginning in that of the timeline."""
        known = [(start, day) for day in self.timeline.days if (start := parse_edtf(day.date).earliest)]
        known.sort(key=lambda pair: pair[0])
        return [start for start, _ in known], [day for _, day in known]

    def level_of(self, period: Period) -> tuple[list[Period], int]:
        """The periods of the same length, and where among them this one stands."""
        return self._levels[period.level], self._at[period.key]

    def view(self, fact: Fact) -> FactView:
        """What is shown of a fact, with addresses from the root: see ``ROOT``."""
        found = self._views.get(fact.id)
        if found is None:
            if len(self._views) >= MOST_VIEWS:
                self._views.clear()
            found = self._views[fact.id] = self.viewer.fact(fact, self._from_root, self._addresses)
        return found

    def fact(self, fact: Fact, links: Links, *, form: Form = "full") -> Markup:
        """One fact; on pages that repeat it, how to cite it is left to its period's page, or all that is behind it."""
        return Markup(self._fact(fact, form).replace(ROOT, links.up))

    def _fact(self, fact: Fact, form: Form) -> str:
        return self._facts.get((fact.id, form)) or self._render(fact, form)

    def _render(self, fact: Fact, form: Form) -> str:
        """The form of a fact that is asked for; of full and short, which differ in nothing but how to cite it, both."""
        view = self.view(fact)
        if form == "lean":
            html = self._facts[fact.id, form] = str(self._component(view, full=False, lean=True))
            return html
        html = ""
        for full in (form == "full",) if self.lean else (True, False):  # a small site asks for each once
            if _CITE not in html:  # also when a project's own template cites in a way of its own
                html = self._component(view, full=full, lean=False)
            cite = self.html("cite.html", self._from_root, fact=view, full=full) if _CITE in html else ""
            self._facts[fact.id, "full" if full else "short"] = html.replace(_CITE, cite)
        return self._facts.pop((fact.id, form)) if self.lean else self._facts[fact.id, form]

    def facts_ahead(self) -> None:
        """Make the forms of facts that stand on several pages, in several processes."""
        runs, made = cut(self.timeline.facts), self.kept.made
        side_by_side(made, [partial(self._pass_on, number, run) for number, run in enumerate(runs)])
        for number in range(len(runs)):
            for form in self._repeated:
                for id, html in unpacked(made.passed(f"facts {form} {number}") or b""):
                    self._facts[id, form] = html

    def _pass_on(self, number: int, run: Sequence[Fact]) -> None:
        for form in self._repeated:
            told = packed((fact.id, self._fact(fact, form)) for fact in run)
            self.kept.made.pass_on(f"facts {form} {number}", told)

    def forget(self) -> None:
        """Facts that are asked for again are made again."""
        self._facts.clear()

    def _component(self, view: FactView, *, full: bool, lean: bool) -> Markup:
        return self.html(
            "fact.html", self._from_root, fact=view, full=full, lean=lean, cite=lambda: Markup(_CITE)
        )

    def day(self, day: Day, links: Links, *, form: Form = "full") -> Markup:
        """One day with its facts."""
        return Markup(self._day(day, form).replace(ROOT, links.up))

    def _day(self, day: Day, form: Form) -> str:
        key = (day.date, tuple([fact.id for fact in day.facts]))
        if key not in self._days:
            self._days[key] = tuple(_PART.split(self._frame(day)))
        parts = [
            self._fact(day.facts[int(part)], form) if at % 2 else part
            for at, part in enumerate(self._days[key])
        ]
        return "".join(parts)

    def _frame(self, day: Day) -> str:
        """A day with room for its facts: the same few facts of it stand together on several pages.

        What our templates say of a day without groups differs in few ways but for its date, which is put in.
        """
        bases = [self._basis(fact) for fact in day.facts]
        counts = tuple(map(bases.count, ("stated", "continued", "carried", "inferred")))
        said = self._when(day)
        if self._own_days or day.groups or said.source_words:
            return self._day_html(day, said, counts)
        wide = len(said.large) > LONGEST_LARGE
        kinds = frozenset([fact.kind for fact in day.facts])
        height = rough_height([fact.text for fact in day.facts])
        key = (len(day.facts), kinds, height, counts, bool(said.machine), wide, bool(said.small), said.span)
        if key not in self._frames:
            marked = replace(
                said,
                large=f"{_WORDS['large']}{_WIDER * wide}",
                small=said.small and _WORDS["small"],
                machine=said.machine and _WORDS["machine"],
                anchor=_WORDS["anchor"],
            )
            self._frames[key] = tuple(_WORD.split(self._day_html(day, marked, counts)))
        parts, words = self._frames[key], {name[0]: getattr(said, name) for name in _WORDS}
        return "".join([printed(words[part]) if at % 2 else part for at, part in enumerate(parts)])

    def _when(self, day: Day) -> When:
        """The heading of a day, which of one day is the same whatever its facts are."""
        found = self._whens.get(day.date)
        if found is None:
            found = when(day, self.words)
            if not found.span:
                self._whens[day.date] = found
        return found

    def _basis(self, fact: Fact) -> str:
        """What the day of a fact rests on, in the words of the line above a day's facts."""
        found = self._bases.get(fact.id)
        if found is None:
            found = sureness(fact)
            if found == "carried" and is_inferred(fact, self.timeline.articles):
                found = "inferred"
            elif found == "carried" and is_continued(fact):
                found = "continued"
            self._bases[fact.id] = found
        return found

    def _day_html(self, day: Day, said: When, counts: tuple[int, ...]) -> str:
        at = {fact.id: number for number, fact in enumerate(day.facts)}
        stated, continued, carried, inferred = counts
        return self.html(
            "day.html",
            self._from_root,
            day=day,
            when=said,
            fact=lambda one: Markup(f"\x04{at[one.id]}\x04"),
            stated=stated,
            continued=continued,
            carried=carried,
            inferred=inferred,
        )

    def days(self, days: Sequence[Day], links: Links, *, newest_first: bool, form: Form = "full") -> Markup:
        """Days and the gaps between them, in reading order. ``days`` are oldest first."""
        parts: list[str] = []
        for at, day in enumerate(reversed(days) if newest_first else days):
            gap = self.html("gap.html", links, gap=day.gap) if day.gap else ""
            last = at == len(days) - 1
            if gap and not newest_first and at > 0:
                parts.append(gap)
            parts.append(self._day(day, form))
            if gap and newest_first and not last:
                parts.append(gap)
        return Markup("\n\n".join(parts).replace(ROOT, links.up))

    def undated(self, facts: Sequence[Fact], links: Links, *, form: Form = "full") -> Markup:
        """Facts that have no date at all."""
        return self.html(
            "undated.html", links, facts=facts, fact=lambda one: self.fact(one, links, form=form)
        )

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
        counted = int(self._ask("count", one.date))
        whole = one.count <= counted and not (isinstance(one, Band) and one.several)
        if whole and (not query or one.date in here):
            self._ask("period", one.date)
            return self.day_link(one.date, links, here)
        period = self._ask("bounds", f"{one.start} {one.end}")
        if period and not query:
            return links.to(period_uri(period))
        return (
            links.to("explore.md")
            + f"?{query}{'&' if query else ''}from={typed(one.start)}&to={typed(one.end)}"
        )

    def answer(self, kind: str, key: str) -> str:
        """What the whole timeline says to a question that a page of a part of it asks; both go into what is kept."""
        if kind == "count":
            return str(self._counts.get(key, 0))
        return (self.timeline.period_of if kind == "period" else self._bounds).get(key, "")

    def _ask(self, kind: str, key: str) -> str:
        said = self._asked[kind, key] = self.answer(kind, key)
        return said

    def asked(self) -> list[list[str]]:
        """The questions since this was last called, with their answers."""
        found = [[kind, key, said] for (kind, key), said in self._asked.items()]
        self._asked.clear()
        return found

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
