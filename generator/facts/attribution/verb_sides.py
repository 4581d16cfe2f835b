"""A reporting verb with what stands on either side of it in, the bounds of the reported words out.

``RULES`` are asked in order; the first that applies decides, also when it finds nothing.
"""

from collections.abc import Callable

from ...language import NOTHING, english, everywhere, language, united
from ...text.annotation import FINITE_TAGS
from ...values import dataclass, replace
from . import sides
from .line import Line
from .reported import Part
from .tail import Tail, bare_clause, clause_follows
from .tokens import item_at, past


@dataclass(frozen=True, slots=True)
class Place:
    """Where a verb stands: its item, what follows it, and the item that closes words before it (-1 for none)."""

    line: Line
    at: int
    tail: Tail
    left: int
    floor: int  # items before this belong to an earlier report of the sentence

    @property
    def verb(self) -> str:
        """The verb as it stands, in lower case."""
        return self.line.items[self.at].low

    @property
    def bare(self) -> bool:
        """It takes a whole clause without a joining word."""
        return self.verb in self.line.lex.say and self.verb not in self.line.lex.report

    @property
    def follows(self) -> str:
        """The word right behind the verb."""
        items = self.line.items
        return item_at(items, self.at + 1).low

    def before(self) -> list[Part]:
        """The words before the verb's speaker."""
        told = self.left >= 0 and not sides.only_names(self.line, self.left)
        return sides.clause_left(self.line, self.left, self.floor) if told else []

    def behind(self, at: int) -> list[Part]:
        """The words from an item on."""
        return sides.clause_right(self.line, at)

    def onward(self, tail: Tail | None = None) -> sides.Told:
        """A clause or an object right of the verb."""
        return sides.forward(self.line, self.at, tail or self.tail, self.bare)


def _joined_only(place: Place) -> sides.Told | None:
    """ "found", "hope": nothing without "that", unless it closes the sentence: "…, the study found"."""
    verb, lex = place.verb, place.line.lex
    sure = verb not in lex.doubtful or sides.many_speak(place.line, place.at)
    trailing = place.left >= 0 and place.tail.kind in ("end", "comma") and sure
    told = place.tail.kind == "clause" and place.at + 1 == place.tail.at and place.follows in lex.pronouns
    needy = verb in lex.joined and verb not in lex.act and not told  # "accepted he had lied"
    return sides.NOTHING if needy and place.tail.kind != "that" and not trailing else None


def _quotation_before(place: Place) -> sides.Told | None:
    """'"…," she said, "…"', '"…," she said, adding that …'."""
    quoted = sides.quote_before(place.line, place.left) if place.left >= 0 else None
    if quoted is None:
        return None
    parts = [quoted]
    if place.tail.kind == "quote":
        if not sides.names_a_work(place.line, place.tail.at):
            parts.append(sides.quote_part(place.line, place.tail.at))
    elif place.tail.kind == "that":
        parts += place.behind(place.tail.at)
    elif follower := sides.later_quote(place.line, place.tail.at):
        parts.append(follower)
    return parts, "direct"


def _joining_word(place: Place) -> sides.Told | None:
    """ "said that …"."""
    wish = place.line.items[place.tail.at - 1].low in place.line.lex.wishes  # "попросил, чтобы"
    return (place.behind(place.tail.at), "act" if wish else "indirect") if place.tail.kind == "that" else None


def _quotation_behind(place: Place) -> sides.Told | None:
    """'said: "…"'; 'denounced "a cowardly attack"' names it."""
    if place.tail.kind != "quote":
        return None
    quote = place.line.quotes[place.line.items[place.tail.at].quote]
    small = place.line.text[quote.inner_start : quote.inner_start + 1].islower()
    named = small and place.verb in place.line.lex.act and place.tail.at == place.at + 1
    return sides.from_quote(place.line, place.tail.at), "act" if named else "direct"


def _infinitive(place: Place) -> sides.Told | None:
    """ "dit avoir vu la fumée"."""
    items, lex = place.line.items, place.line.lex
    own = language(lex.code).whole("infinitive")
    if place.verb not in lex.say or place.verb in lex.joined or (own is NOTHING and not lex.said_to):
        return None
    if place.follows in lex.said_to:
        return place.behind(place.at + 1), "indirect"
    beside = (
        united(lex.times, lex.helpers) - everywhere.before_infinitive
    )  # "a affirmé dimanche avoir repris la ville"
    at = past(items, place.at + 1, lambda item: item.low in beside)
    verb = next(
        (k for k in range(at, min(at + 4, len(items))) if items[k].low not in everywhere.before_infinitive),
        at,
    )
    told = verb < len(items) and not items[verb].capital and own.fullmatch(items[verb].low)
    return (place.behind(at), "indirect") if told else None


def _comma_alone(place: Place) -> sides.Told | None:
    """ "Vogt sagte, die Brücke sei sicher.": where every noun has a capital, a comma is enough."""
    lex, tail = place.line.lex, place.tail
    if not lex.nouns_capital or tail.kind != "comma" or place.left >= 0 or place.verb not in lex.say:
        return None
    gap = tail.at - place.at
    particle = place.follows in lex.particles.get(place.verb, ()) and gap == 2  # "kündigte an, …"
    indirect = gap < 2 * sides.ADJUNCT and sides.speaks_for_another(place.line.items, tail.at + 1, lex)
    told = indirect or (gap < sides.ADJUNCT and bool(tail.via))
    behind = item_at(place.line.items, tail.at + 1).low  # "hatte ihn verurteilt, weil er log"
    near = (gap == 1 and behind not in lex.conjunctions) or particle or told
    return (place.behind(tail.at + 1), "indirect") if near else None


def _colon(place: Place) -> sides.Told | None:
    """ "Roe said: the bridge is closed"; a doubtful verb before a colon is a noun."""
    if place.tail.kind != "colon":
        return None
    return ([] if place.verb in place.line.lex.doubtful else place.behind(place.tail.at)), "indirect"


def _act(place: Place) -> sides.Told | None:
    """ "called for an inquiry"; also behind a short lead: "His rival, Jane Roe, who fled, called on …"."""
    acts = place.line.lex.act
    short = place.left < sides.SHORTEST_CLAUSE and (place.tail.kind == "clause" or bool(acts.get(place.verb)))
    if place.verb not in acts or (place.left >= 0 and not short and place.before()):
        return None
    if place.tail.kind not in ("end", "comma", "clause"):
        return None
    return place.onward(replace(place.tail, at=min(place.tail.at, len(place.line.items) - 1)))


def _framed(place: Place) -> sides.Told | None:
    """ "Vogt hat den Plan kritisiert": in German the halves of the verb frame what was done with words."""
    items, acts = place.line.items, place.line.lex.act
    if not place.line.lex.nouns_capital or place.verb not in acts or place.tail.kind not in ("end", "comma"):
        return None
    helps = place.line.lex.own.perfect_helper
    have = next((k for k in range(place.at - 2, 0, -1) if items[k].low in helps or items[k].text in ",:"), 0)
    inner = items[have + 1 : place.at] if items[have].low in helps else ()
    needed = acts[place.verb]
    if not inner or (needed and not any(item.low in needed for item in inner)):
        return None
    return [Part(inner[0].start, inner[-1].end)], "act"


def _told_to(place: Place) -> sides.Told | None:
    """ "…, her agent confirmed to the Daily Post"."""
    to = place.follows in place.line.lex.own.told_through and place.verb in place.line.lex.act
    return (place.before(), "indirect") if to and place.left >= 0 else None


def _clause_behind(place: Place) -> sides.Told | None:
    """ "said the bridge was closed", with nothing before it that could be meant."""
    return place.onward() if place.tail.kind == "clause" and not place.before() else None


def _behind_lead(place: Place) -> list[Part]:
    """ "At one point, he said, the crews left": what is told behind a lead that says nothing of the time."""
    line, lex = place.line, place.line.lex
    when = any(item.kind == "number" or item.low in lex.times for item in line.items[: place.left])
    told = not when and clause_follows(line.items, place.tail.at + 1, lex)
    return sides.resumed(line, place.tail.at) if told else []


def _clause_before(place: Place) -> sides.Told | None:
    """ "The dam, officials said, burst at dawn"."""
    lex, tail = place.line.lex, place.tail
    if place.left < 0 or place.verb not in lex.say or place.verb in english.no_aside:
        return None
    if place.line.items[place.at - 1].low in lex.own.not_yet:
        return sides.NOTHING  # "In the debate, Roe will insist on that"
    if tail.kind not in ("end", "comma"):
        return None
    parts = place.before()
    goes_on = place.line.items[tail.at + 1 : tail.at + 2] if tail.kind == "comma" else ()
    if not parts and place.left == 1 and goes_on and goes_on[0].tag in FINITE_TAGS:
        parts = [Part(place.line.items[0].start, place.line.items[0].end)]  # "Roe, he said, had left"
    if not parts and goes_on and (behind := _behind_lead(place)):
        return behind, "indirect"
    if (parts or place.left > sides.ADJUNCT) and tail.kind == "comma" and place.verb not in lex.doubtful:
        parts += sides.resumed(place.line, tail.at)
    return parts, "indirect"


def _either_side(place: Place) -> sides.Told | None:
    """Words on both sides of a sure verb: a clause with a verb of its own behind it wins."""
    sure = place.bare and place.verb not in place.line.lex.doubtful
    if place.left < 0 or place.tail.kind != "clause" or not sure:
        return None
    parts, form = place.onward()
    clear = bare_clause(place.line.items, place.tail.at, place.line.lex)
    if parts and (clear or not sides.finite_before(place.line, place.left)):
        return parts, form
    return place.before(), "indirect"


def _anything_behind(place: Place) -> sides.Told | None:
    """What is left: a clause or an object behind the verb."""
    return place.onward() if place.tail.kind == "clause" else None


RULES: tuple[Callable[[Place], sides.Told | None], ...] = (
    _joined_only, _quotation_before, _joining_word, _quotation_behind, _infinitive, _comma_alone, _colon, _framed, _act, _told_to,
    _clause_behind, _clause_before, _either_side, _anything_behind,
)  # fmt: skip


def reported_parts(line: Line, at: int, tail: Tail, left: int, floor: int) -> sides.Told:
    """On which side of the verb the reported words lie, and their bounds."""
    place = Place(line, at, tail, left, floor)
    answers = (rule(place) for rule in RULES)
    return next((told for told in answers if told is not None), sides.NOTHING)
