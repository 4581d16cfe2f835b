"""A language in, all that Explore says in it out: its facets by name, and the messages of its scripts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .words import Words

# A year, a month, a day and a year before our era, as examples of what can be typed.
EXAMPLES = ("1969", "1969-07", "1969-07-20", "-0043")


@dataclass(frozen=True, slots=True)
class FacetView:
    """One facet as the form shows it: ``several`` values a fact, ``open`` to any number of values."""

    name: str
    label: str
    several: bool
    open: bool
    first: bool = False  # offered at once, and not only among the rest


def facet_views(words: Words) -> tuple[FacetView, ...]:
    """Facets in the order of the form."""
    _ = words.gettext
    return (
        FacetView("person", _("People"), True, True, True),
        FacetView("place", _("Places"), True, True, True),
        FacetView("organisation", _("Organisations"), True, True),
        FacetView("speaker", _("Speakers"), False, True),
        FacetView("outlet", _("Outlets"), True, True, True),
        FacetView("tag", _("Tags"), True, True, True),
        FacetView("kind", _("Kind"), False, False),
        FacetView("status", _("Status"), False, False),
        FacetView("mark", _("Doubts and corrections"), True, False),
        FacetView("sure", _("How the day is known"), False, False),
        FacetView("precision", _("Precision of the date"), False, False),
    )


def date_examples(words: Words) -> str:
    """Dates as they may be typed."""
    return " · ".join(words.when(edtf) for edtf in EXAMPLES)


def messages(words: Words) -> dict[str, str | dict[str, str]]:
    """The words the scripts say; ``{names}`` are filled in there, plurals are by CLDR category."""
    _, n_ = words.gettext, words.ngettext
    facets = {f"facet_{view.name}": view.label for view in facet_views(words)}
    labels = {
        "draft": _("draft"),
        "disputed": _("disputed"),
        "withdrawn": _("withdrawn"),
        "denied": _("denial"),
        "proposal": _("proposal, not agreed"),
        "plan": _("plan, not yet done"),
        "anonymous": _("anonymous"),
        "differs": _("sources differ"),
        "corrected": _("corrected"),
        "inferred": _("date inferred"),
    }
    return {
        **facets,
        **{f"label_{name}": label for name, label in labels.items()},
        "said": _braces(_("%(speaker)s said")),
        "said_via": _braces(_("%(speaker)s said, via %(outlet)s")),
        "according": _braces(_("According to %(speaker)s")),
        "according_via": _braces(_("According to %(speaker)s, via %(outlet)s")),
        "denied": _braces(_("Denial by %(speaker)s")),
        "denied_via": _braces(_("Denial by %(speaker)s, via %(outlet)s")),
        "via": _braces(_("via %(outlet)s")),
        "link": _("The fact on its page"),
        "link_to": _braces(_("Link to this fact: %(text)s")),
        "undated": _("No date"),
        "loading": _("Reading the words of the facts …"),
        "loading_source": _("Reading the source …"),
        "no_source": _("The source could not be read. It stands with the fact itself:"),
        "nothing": _("No fact matches. Remove one of the choices."),
        "without": _braces(_("Without %(choice)s: %(facts)s")),
        "copied": _("Copied"),
        "close": _("Close"),
        "part_of": _braces(_("The first %(shown)s of %(total)s.")),
        "fewer": _("Fewer"),
        "all_values": _braces(_("All %(n)s")),
        "part_shown": _braces(_("%(shown)s of %(total)s; type letters to find the others.")),
        "none_found": _("Nothing here has these letters."),
        "remove": _braces(_("Remove: %(choice)s")),
        "chip_words": "“{q}”",
        "chip_range": "{from} – {to}",
        "chip_known": _braces(_("as known on %(day)s")),
        "chip_any": "{facet}: {value}",
        "chip_all": _braces(_("%(facet)s: with %(value)s")),
        "chip_none": _braces(_("%(facet)s: not %(value)s")),
        "wide": _braces(_("%(date)s, with no day: %(facts)s")),
        "date_wrong": _braces(_("“%(typed)s” cannot be read as a date. Write it like %(dates)s.")).replace(
            "{dates}", date_examples(words)
        ),
        "range_wrong": _("The range ends before it begins. Change one of the two dates."),
        "facts": plural(words, lambda n: n_("%(num)s fact", "%(num)s facts", n)),
        "chip_origins": plural(words, lambda n: n_("%(num)s origin or more", "%(num)s origins or more", n)),
        "facts_of": plural(
            words, lambda n: n_("%(num)s of %(total)s facts", "%(num)s of %(total)s facts", n)
        ),
        "show_more": plural(words, lambda n: n_("Show %(num)s more", "Show %(num)s more", n)),
    }


def plural(words: Words, message: Callable[[int], str]) -> dict[str, str]:
    """A message by CLDR plural category, each found by a number that has it."""
    forms: dict[str, str] = {}
    for number in (*range(200), 1_000_000):
        category = words.locale.plural_form(number)
        if category not in forms:
            forms[category] = _braces(message(number)).replace("{num}", "{n}")
    return {"other": next(iter(forms.values())), **forms}


def _braces(message: str) -> str:
    """``%(name)s`` as the scripts write it."""
    return message.replace("%(", "{").replace(")s", "}")
