"""A renderer in, the pages that show the story otherwise out: in lanes, by who says what, by what was announced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlencode

from markupsafe import Markup

from ..model import Fact
from ..timeline import Column, Listing, Overview, opened, told
from ..timeline.overview import overview
from .environment import shortened
from .explore import shared_values
from .graphic import column_name
from .lanes import Cells, Lanes, Named, Telling, draw_lanes, lay_lanes
from .links import Links, entity_uri
from .numbers import courses
from .promises import promises
from .renderer import Renderer
from .sharing import follow
from .values import Page

LANES, VOICES, PLANS, NUMBERS = "lanes.md", "voices.md", "plans.md", "numbers.md"
MOST_LANES = 8  # more are a list, and there is one of them
MOST_COLUMNS = 48  # finer than the overview: the picture has the page for itself


def story_pages(renderer: Renderer, intros: Mapping[str, str]) -> Sequence[Callable[[], Page]]:
    """What makes lanes, voices, plans and numbers."""
    pages = StoryPages(renderer, intros)
    return pages.lanes, pages.voices, pages.plans, pages.numbers


class StoryPages:
    """One method a page."""

    def __init__(self, renderer: Renderer, intros: Mapping[str, str]) -> None:
        self.r = renderer
        self.timeline = renderer.timeline
        self._ = renderer.words.gettext
        self.intros = intros

    def _page(self, uri: str, title: str, lede: str, body: Markup) -> Page:
        intro = Markup(self.intros.get(uri, ""))
        return self.r.page("page.md", uri, title, in_nav=True, lede=lede, intro=intro, body=body)

    def lanes(self) -> Page:
        """Facts over time in lanes: by speaker, person, place, outlet or tag, as the reader chooses."""
        _, links = self._, self.r.links(LANES)
        groups = [
            {
                "key": key,
                "label": label,
                "picture": self._drawn(key, named, links),
                "file": f"downloads/lanes-{key}.svg",
            }
            for key, label, named in self.named(links)
        ]
        body = self.r.html(
            "lanes.html",
            links,
            groups=groups,
            axis=self.r.drawn(self._overview, links),
            **shared_values(self.r, links),
        )
        lede = _(
            "Each mark is a fact, in the lane of a name; a touch leads to it. Empty stretches are cut where // stands."
        )
        return self._page(LANES, _("In lanes"), lede, body)

    def named(self, links: Links) -> list[tuple[str, str, list[Named]]]:
        """The choices there are: a key, what it is called, and the largest names with their facts."""
        t, _, viewer = self.timeline, self._, self.r.viewer

        def listed(folder: str, listings: Sequence[Listing]) -> list[Named]:
            return [
                Named(one.name, viewer.listing_href(one, folder, links), one.facts, one.name)
                for one in listings
            ]

        speakers = [replace(one, name=opened(one.name)) for one in listed("speakers", t.speakers)]
        choices = (
            ("speaker", _("Speakers"), speakers), ("person", _("People"), self._entities("person", links)),
            ("place", _("Places"), self._entities("place", links)), ("outlet", _("Outlets"), listed("outlets", t.outlets)),
            ("tag", _("Tags"), listed("tags", t.tags)),
        )  # fmt: skip
        return [(key, label, self._largest(key, named)) for key, label, named in choices if named]

    def _entities(self, kind: str, links: Links) -> list[Named]:
        t = self.timeline
        return [
            Named(
                entity.name,
                links.to(entity_uri(entity)) if self.r.viewer.has_page(entity.id) else "",
                facts,
                entity.id,
            )
            for entity in t.entities.values()
            if entity.kind == kind and (facts := t.entity_facts.get(entity.id, ()))
        ]

    def _largest(self, facet: str, named: Sequence[Named]) -> list[Named]:
        """The names with most facts; the facts of all others, and of none, in lanes of their own."""
        ordered = sorted(named, key=lambda one: (-len(one.facts), one.name.casefold()))
        shown = ordered[:MOST_LANES]
        others, left = _laid(self.r).further(facet, shown, ordered[MOST_LANES:])
        further = (
            Named(self._("Others"), "", others, rest="others"),
            Named(self._("None of these"), "", left, rest="none"),
        )
        return [*shown, *(lane for lane in further if lane.facts)]

    def svg_files(self) -> Iterator[tuple[str, str]]:
        """The pictures as files of their own, with where they come from."""
        links = Links(0, self.r.directory_urls, root=self.r.site.url)
        axis = self.r.drawn(self._overview, links)
        for key, _label, named in self.named(links):
            yield f"downloads/lanes-{key}.svg", self._svg(self._drawn(key, named, links), axis, links)

    def _svg(self, picture: Lanes, axis: object, links: Links) -> str:
        site, facts = self.r.site, self._count(len(self.timeline.facts))
        source = " · ".join(part for part in (site.name, facts, site.url) if part)
        html = str(self.r.html("lanes_picture.html", links, picture=picture, axis=axis))
        inner = html[html.index("<svg") : html.rindex("</svg>")].partition(">")[2]
        head = self.r.html("lanes_file.svg", links, height=picture.height + 80, source=source)
        return f"{head}{inner}</svg>\n</svg>\n"

    @property
    def _overview(self) -> Overview:
        return _laid(self.r).overview

    def _drawn(self, facet: str, named: Sequence[Named], links: Links) -> Lanes:
        cells = _laid(self.r).cells(facet, named)
        return draw_lanes(self._overview, named, self.telling(facet, links), cells)

    def telling(self, facet: str, links: Links) -> Telling:
        """What the picture says, and where it leads; ``facet`` is what Explore knows the lanes by."""
        words = self.r.words

        def name(fact: Fact) -> str:
            who = f"{opened(fact.speaker)}: " if fact.speaker else ""
            return f"{words.when(fact.date)}. {who}{shortened(told(fact))}"

        def several(count: int, when: str) -> str:
            return f"{when}: {self._count(count)}"

        def column(one: Column, lane: Named, count: int) -> tuple[str, str]:
            called = several(count, column_name(one.start, one.end, self._overview.unit, words))
            query = urlencode({facet: lane.key}) if lane.key else ""
            return called, self.r.stretch_link(one, links, set(), query)

        return Telling(name, lambda fact: links.fact(fact.id), several, column, words)

    def _count(self, count: int) -> str:
        words = self.r.words
        return words.ngettext("%(num)s fact", "%(num)s facts", count) % {"num": words.number(count)}

    def voices(self) -> Page:
        """Who claims, who denies, who is anonymous, through which outlet; the shares in words."""
        _, links = self._, self.r.links(VOICES)
        listings = sorted(self.timeline.speakers, key=lambda one: (-len(one.facts), one.name.casefold()))
        rows = [
            {
                "name": opened(one.name), "href": self.r.viewer.listing_href(one, "speakers", links),
                "anonymous": one.anonymous, "count": len(one.facts), "denied": sum(f.denied for f in one.facts),
                "via": self._through(one.facts),
            }
            for one in listings
        ]  # fmt: skip
        named = [
            Named(str(row["name"]), str(row["href"]), one.facts, one.name)
            for row, one in zip(rows, listings, strict=True)
        ]
        body = self.r.html(
            "voices.html", links, rows=rows, said=self._shares(listings_facts(listings)),
            picture=self._drawn("speaker", named[: MOST_LANES + 2], links) if named else None,
            axis=self.r.drawn(self._overview, links),
        )  # fmt: skip
        lede = _(
            "Whose words the timeline rests on, and how much of it. Facts without a speaker are left out."
        )
        return self._page(VOICES, _("Who says what"), lede, body)

    def _through(self, facts: Sequence[Fact]) -> list[str]:
        """The outlets that passed the words on, most of them first."""
        articles = self.timeline.articles
        names = Counter(
            name
            for fact in facts
            for name in dict.fromkeys(
                [fact.via] if fact.via
                else [articles[one.article].publisher for one in fact.sources if one.article in articles]
            )
            if name
        )  # fmt: skip
        return [name for name, _count in names.most_common(4)]

    def _shares(self, facts: Sequence[Fact]) -> list[str]:
        """How the words are spread, in sentences."""
        words, whole = self.r.words, len(facts)
        if not whole:
            return []
        by = Counter(opened(fact.speaker) for fact in facts)
        first, most = by.most_common(1)[0]
        n_ = words.ngettext
        voices = n_("%(num)s voice", "%(num)s voices", len(by)) % {"num": words.number(len(by))}
        said = n_("%(num)s statement by %(voices)s", "%(num)s statements by %(voices)s", whole)
        lines = [said % {"num": words.number(whole), "voices": voices}]
        if len(by) > 1:
            told = {"share": words.share(most, whole), "name": first}
            lines.append(self._("%(share)s are of one voice: %(name)s") % told)
        for count, message in (
            (sum(fact.anonymous for fact in facts), self._("%(share)s are of somebody who is not named")),
            (sum(fact.denied for fact in facts), self._("%(share)s are denials")),
            (sum(fact.origins < 2 for fact in facts), self._("%(share)s rest on one origin")),
        ):
            if count:
                lines.append(message % {"share": words.share(count, whole)})
        return lines

    def plans(self) -> Page:
        """What was announced or proposed, with its day and what became of it."""
        _, links = self._, self.r.links(PLANS)
        names = {
            "open": (_("Still ahead"), _("Its day had not come when the newest article came out.")),
            "due": (
                _("Nothing heard"),
                _("Its day has passed, and no article here tells what became of it."),
            ),
            "kept": (_("Done"), _("Another fact tells that it came about.")),
            "moved": (_("Done on another day"), _("It came about later or earlier than was announced.")),
            "broken": (_("Not done"), _("Another fact denies it or takes it back.")),
            "undated": (_("Without a day"), _("Announced, and no day was named for it.")),
            "proposed": (_("Proposed"), _("Nothing here tells that it was agreed.")),
        }
        found = promises(self.timeline)
        groups = [
            {
                "title": names[state][0], "note": names[state][1],
                "plans": [
                    {"plan": self.r.viewer.other(one.plan, links), "kind": one.plan.kind,
                     "then": [self.r.viewer.other(fact, links) for fact in one.then]}
                    for one in found if one.state == state
                ],
            }
            for state in names if any(one.state == state for one in found)
        ]  # fmt: skip
        body = self.r.html("plans.html", links, groups=groups) + Markup("\n\n") + follow(self.r, PLANS, links)
        return self._page(
            PLANS,
            _("Announced and done"),
            _("Plans and proposals, and what became of each as far as the articles tell."),
            body,
        )

    def numbers(self) -> Page:
        """Figures as they were reported: how they went, who said which, and between what they lie."""
        _, links, words = self._, self.r.links(NUMBERS), self.r.words
        found = []
        for course in courses(self.timeline):
            figures = []
            by_id = {one.fact.id: one for one in course.figures}
            for one in course.figures:
                earlier = [by_id[id] for id in one.fact.follows if id in by_id]
                other = self.r.viewer.other(one.fact, links)
                figures.append(
                    {"x": one.x, "y": one.y, "said": self._said(one.fact), "date": other.date, "href": other.href,
                     "who": [other.speaker, other.via, other.sources],
                     "earlier": [{"x": was.x, "y": was.y, "said": self._said(was.fact), "href": links.fact(was.fact.id)} for was in earlier]}
                )  # fmt: skip
            bounds = {"least": words.decimal(course.lowest), "most": words.decimal(course.highest)}
            told = _("Between %(least)s and %(most)s, as reported.") % bounds
            if course.lowest == course.highest:
                told = _("%(most)s, as reported each time.") % bounds
            updated = any(one["earlier"] for one in figures)
            found.append({"what": course.what, "range": told, "figures": figures, "updated": updated})
        body = self.r.html("numbers.html", links, courses=found)
        lede = _("What several facts count: each value with its day and who gives it.")
        return self._page(NUMBERS, _("Numbers"), lede, body)

    def _said(self, fact: Fact) -> str:
        assert fact.measure is not None
        value = self.r.words.decimal(fact.measure.value)
        if fact.measure.at_least:
            return self._("at least %(num)s") % {"num": value}
        return self._("about %(num)s") % {"num": value} if fact.measure.about else value


class _Laid:
    """Where facts lie in the pictures of one timeline: each is drawn for a page and as a file."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.overview = overview([fact for fact in facts if fact.date], MOST_COLUMNS)
        self._facts = facts
        self._cells: dict[object, list[Cells]] = {}
        self._further: dict[object, tuple[list[Fact], list[Fact]]] = {}

    def cells(self, facet: str, named: Sequence[Named]) -> list[Cells]:
        """The facts of each lane by column."""
        key = (facet, *((one.key, one.rest) for one in named))
        if key not in self._cells:
            self._cells[key] = lay_lanes(self.overview, named)
        return self._cells[key]

    def further(
        self, facet: str, shown: Sequence[Named], rest: Sequence[Named]
    ) -> tuple[list[Fact], list[Fact]]:
        """The facts that have no lane of those ``shown``: those of all other names, and of none."""
        if facet not in self._further:
            held = {fact.id for one in shown for fact in one.facts}
            others = {fact.id for one in rest for fact in one.facts} - held
            left = [fact for fact in self._facts if fact.id not in held]
            self._further[facet] = (
                [fact for fact in left if fact.id in others],
                [fact for fact in left if fact.id not in others],
            )
        return self._further[facet]


@lru_cache(maxsize=1)
def _laid(renderer: Renderer) -> _Laid:
    return _Laid(renderer.timeline.facts)


def listings_facts(listings: Sequence[Listing]) -> list[Fact]:
    """The facts of all listings, each once."""
    found = {fact.id: fact for one in listings for fact in one.facts}
    return list(found.values())
