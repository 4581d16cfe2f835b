"""A timeline in, the figures of its quality page out: what is counted, of how many, and where the facts are."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from .links import Links
from .method import EXPLORE, ways_known
from .renderer import Renderer


@dataclass(frozen=True, slots=True)
class Figure:
    """A row: ``part`` of ``whole`` (0: of nothing, no share), and where those facts can be read."""

    name: str
    part: int
    whole: int = 0
    href: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures that answer one question; ``of`` says what is counted."""

    title: str
    of: str
    rows: tuple[Figure, ...]
    note: str | Markup = ""


def figure_groups(renderer: Renderer, links: Links) -> tuple[FigureGroup, ...]:
    """Dates, origins, speakers, what people checked, and the articles."""
    made = _Figures(renderer, links)
    return (made.dates(), made.origins(), made.voices(), made.checked(), made.articles())


class _Figures:
    """One method a group."""

    def __init__(self, renderer: Renderer, links: Links) -> None:
        self.words, self.timeline, self.links = renderer.words, renderer.timeline, links
        self.q = renderer.timeline.quality
        self._ = renderer.words.gettext

    def _chosen(self, query: str) -> str:
        return f"{self.links.to(EXPLORE)}?{query}"

    def dates(self) -> FigureGroup:
        """How each day is known: every fact in one row."""
        _, known, whole = self._, ways_known(self.timeline), self.q.facts
        names = (
            ("stated", _("The source names the day")),
            ("continued", _("Carried on from the sentence before")),
            ("carried", _("The day of the article")),
            ("inferred", _("An inferred date")),
            ("span", _("A span of time; the day is not known")),
            ("undated", _("No date")),
        )
        rows = tuple(
            Figure(name, known.get(key, 0), whole, self._chosen(f"sure={key}")) for key, name in names
        )
        note = _("Every fact stands in one of these rows.")
        return FigureGroup(_("How the dates are known"), _("Facts"), rows, note)

    def origins(self) -> FigureGroup:
        """How many independent origins stand behind a fact."""
        _, q = self._, self.q
        rows = [
            Figure(_("One origin"), q.one_origin, q.facts),
            Figure(_("Two independent origins or more"), q.two_origins, q.facts, self._chosen("origins=2")),
        ]
        if q.uncounted:
            rows.append(Figure(_("Several articles whose origins are not counted yet"), q.uncounted, q.facts))
        note = Markup('{} <a href="{}">{}</a>').format(
            _("Articles that copy each other, or rest on the same agency or source, count as one origin."),
            self.links.to("method.md", "cf-origins"),
            _("What is an origin?"),
        )
        return FigureGroup(_("What the facts rest on"), _("Facts"), tuple(rows), note)

    def voices(self) -> FigureGroup:
        """Who says so, and who says otherwise."""
        _, q, to = self._, self.q, self.links.to
        differ = sum(bool(fact.disagrees_with) for fact in self.timeline.facts)
        rows = (
            Figure(_("Said by someone, not established"), q.claims, q.facts, to("speakers/index.md")),
            Figure(_("Said by someone anonymous"), q.anonymous, q.facts, self._chosen("mark=anonymous")),
            Figure(_("Told differently by another source"), differ, q.facts, to("disagreements.md")),
            Figure(_("Disputed"), q.disputed, q.facts, self._chosen("status=disputed")),
        )
        return FigureGroup(_("Who says so"), _("Facts"), rows)

    def checked(self) -> FigureGroup:
        """What people did with the facts."""
        _, q, to = self._, self.q, self.links.to
        rows = [
            Figure(_("Reviewed by a person"), q.reviewed, q.facts, self._chosen("status=reviewed")),
            Figure(_("Corrected"), q.corrected, q.facts, to("corrections.md")),
            Figure(
                _("Withdrawn"),
                q.withdrawn,
                0,
                to("corrections.md", "withdrawn"),
                _("no longer counted in any other row"),
            ),
        ]
        if q.drafts:
            rows.insert(1, Figure(_("Still a draft"), q.drafts, q.facts, self._chosen("status=draft")))
        return FigureGroup(_("What people have checked"), _("Facts"), tuple(rows))

    def articles(self) -> FigureGroup:
        """What is known of the articles."""
        _, q, there = self._, self.q, self.links.to("articles/index.md")
        rows = (
            Figure(_("With a link to the publisher"), q.articles_with_url, q.articles, there),
            Figure(_("With an archived copy"), q.articles_archived, q.articles, there),
            Figure(_("With an inferred date"), q.articles_inferred, q.articles, there),
        )
        return FigureGroup(_("What the articles offer"), _("Articles"), rows)
