"""A renderer in, the pages that tell of the timeline itself out: how sure, what changed, how it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from ..exports import FORMATS, Format
from ..model import Fact
from ..timeline import told
from .figures import figure_groups
from .links import Links
from .method import date_steps, other_rules, rules_used
from .renderer import Renderer
from .review import review_sections
from .sharing import follow
from .values import Page

# Downloads lie here, named after the site's facts.
DOWNLOADS = "downloads/facts"
SCHEMA = "downloads/facts.schema.json"
MOST_CHANGES = 300


# What a site that is kept small leaves to the command line: as large as all else, or more than a calendar or a
# drawn timeline takes.
_LARGE = frozenset({"jsonl", "jsonld", "timelinejs", "ics"})


def published_formats(renderer: Renderer) -> list[Format]:
    """The formats in which the site offers its facts."""
    return [one for one in FORMATS.values() if not (renderer.lean and one.name in _LARGE)]


def about_pages(renderer: Renderer, intros: Mapping[str, str]) -> Sequence[Callable[[], Page]]:
    """What makes every page that is about the timeline."""
    pages = AboutPages(renderer, intros)
    review = [pages.review] if renderer.timeline.shows_drafts else []
    return [
        pages.disagreements, pages.corrections, pages.changes, pages.on_this_day, pages.method, pages.quality,
        pages.downloads, pages.about, *review,
    ]  # fmt: skip


class AboutPages:
    """One method a page."""

    def __init__(self, renderer: Renderer, intros: Mapping[str, str]) -> None:
        self.r = renderer
        self.timeline = renderer.timeline
        self.intros = intros
        self._ = renderer.words.gettext

    def _page(self, uri: str, title: str, lede: str, body: Markup, template: str = "page.md") -> Page:
        intro, own = split_title(self.intros.get(uri, ""))
        return self.r.page(
            template, uri, own or title, in_nav=True, lede=lede, intro=Markup(intro), body=body
        )

    def disagreements(self) -> Page:
        """Facts that contradict each other, side by side."""
        _, uri = self._, "disagreements.md"
        links = self.r.links(uri)
        headings = {
            "number": _("The numbers differ"),
            "date": _("The dates differ"),
            "who": _("The accounts differ"),
            "denial": _("One says so, another denies it"),
        }
        sides = [
            {"heading": headings[one.about], "others": self.r.viewer.disagreement(one, links)}
            for one in self.timeline.disagreements
        ]
        body = self.r.html("disagreements.html", links, disagreements=sides)
        lede = _("Where sources contradict each other, they stand here side by side, with who says what.")
        return self._page(uri, _("Disagreements"), lede, body)

    def corrections(self) -> Page:
        """What was corrected, and what was withdrawn."""
        _, uri = self._, "corrections.md"
        links = self.r.links(uri)
        corrected = [fact for fact in self.timeline.facts if fact.corrections]
        corrected.sort(key=lambda fact: max(one.on for one in fact.corrections), reverse=True)
        views = [self._view(fact.id, links) for fact in corrected]
        withdrawn = [self._view(fact.id, links) for fact in self.timeline.withdrawn]
        return self.r.page(
            "corrections.md",
            uri,
            _("Corrections"),
            in_nav=True,
            lede=_("What was wrong stays visible, with what it says now and why."),
            intro=Markup(self.intros.get(uri, "")),
            corrected=self.r.html("corrected.html", links, corrected=views),
            withdrawn=self.r.html("withdrawn.html", links, withdrawn=withdrawn)
            + Markup("\n\n")
            + follow(self.r, uri, links),
        )

    def _view(self, fact_id: str, links: Links) -> dict[str, object]:
        fact = self.timeline.by_id[fact_id]
        return {
            "id": fact.id,
            "href": links.fact(fact.id),
            "text": told(fact),
            "context": fact.context,
            "lang": self._language(fact),
            "date": self.r.words.when(fact.date) if fact.date else "",
            "corrections": fact.corrections,
            "why": fact.reason,
        }

    def _language(self, fact: Fact) -> str:
        """The language of a fact's words: that of its first article."""
        article = self.timeline.articles.get(fact.sources[0].article) if fact.sources else None
        return article.lang if article else ""

    def changes(self) -> Page:
        """What entered and what changed, by day."""
        _, uri = self._, "changes.md"
        links = self.r.links(uri)
        shown = self.timeline.changes[:MOST_CHANGES]
        days = [
            (
                on,
                [
                    {
                        "kind": change.kind,
                        "href": links.fact(change.fact.id),
                        "text": told(change.fact),
                        "context": change.fact.context,
                        "lang": self._language(change.fact),
                        "when": self.r.words.when(change.fact.date) if change.fact.date else "",
                        "why": change.correction.why
                        if change.correction
                        else change.fact.reason * (change.kind == "withdrawn"),
                    }
                    for change in group
                ],
            )
            for on, group in groupby(shown, key=lambda change: change.on)
        ]
        body = self.r.html(
            "changes.html", links, changes=days, older=len(self.timeline.changes) > MOST_CHANGES
        )
        return self._page(uri, _("What changed"), _("Newest first."), body)

    def on_this_day(self) -> Page:
        """Exact days of all years by month and day."""
        _, uri = self._, "on-this-day.md"
        links, words = self.r.links(uri), self.r.words
        months = []
        for month, group in groupby(self.timeline.anniversaries, key=lambda one: one.month):
            days = [
                {
                    "key": f"{one.month:02d}-{one.day:02d}",
                    "name": words.skeleton("MMMMd", (2000, one.month, one.day)),
                    "years": [
                        (words.when(f"{year:04d}" if year >= 0 else f"-{-year:04d}"), href, count)
                        for year, href, count in (
                            (year, self.r.viewer.day_href(date, links), count)
                            for year, date, count in one.years
                        )
                    ],
                }
                for one in group
            ]
            months.append((words.skeleton("LLLL", (2000, month, 1)), days))
        body = self.r.html("anniversaries.html", links, months=months)
        lede = _("The days of the calendar on which something happened, whatever the year.")
        return self._page(uri, _("On this day"), lede, body)

    def method(self) -> Page:
        """How dates, merges and origins are decided; the rules come from the rule table itself."""
        _, uri = self._, "method.md"
        links = self.r.links(uri)
        text = self.r.html("method_text.html", links)
        used = rules_used(self.timeline, links)
        table = self.r.html(
            "method.html",
            links,
            steps=date_steps(self.r, links),
            used=used,
            families=other_rules({one.rule.id for one in used}, self._),
        )
        lede = _("How facts, dates and sources are decided, so that you can check them.")
        return self._page(uri, _("Method"), lede, Markup("\n\n").join((text, table)))

    def quality(self) -> Page:
        """The figures by which a reader can judge the timeline."""
        _, uri = self._, "quality.md"
        links = self.r.links(uri)
        body = self.r.html("figures.html", links, groups=figure_groups(self.r, links))
        lede = _("How far this timeline can be trusted, counted from its own facts and articles.")
        return self._page(uri, _("Quality"), lede, body)

    def downloads(self) -> Page:
        """Every open format."""
        _, uri = self._, "downloads.md"
        links = self.r.links(uri)
        found = [
            {
                "href": links.to(f"{DOWNLOADS}{entry.suffix}"),
                "name": entry.title,
                "description": entry.description,
                "media_type": entry.media_type,
            }
            for entry in published_formats(self.r)
        ]
        body = self.r.html("downloads.html", links, downloads=found, schema=links.to(SCHEMA))
        lede = _("The same facts in open formats, for other programs.")
        return self._page(uri, _("Downloads"), lede, body)

    def about(self) -> Page:
        """What this site is, in the words of its editors."""
        _, uri = self._, "about.md"
        lede = "" if self.intros.get(uri) else _("A timeline of dated facts, each with its sources.")
        return self._page(uri, _("About"), lede, self.r.html("about.html", self.r.links(uri)))

    def review(self) -> Page:
        """What waits for a person; only in the preview."""
        _, uri = self._, "review.md"
        links = self.r.links(uri)
        body = self.r.html("review.html", links, sections=review_sections(self.r, links))
        lede = _("Only in the preview: what waits for your decision, with the paragraph around each quote.")
        return self._page(uri, _("Review"), lede, body)


def split_title(markdown: str) -> tuple[str, str]:
    """Hand-written Markdown without its first-level heading, and that heading."""
    lines = markdown.strip().splitlines()
    if lines and lines[0].startswith("# "):
        return "\n".join(lines[1:]).strip(), lines[0][2:].strip()
    return markdown.strip(), ""
