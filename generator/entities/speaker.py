"""A fact's speaker and known entities in, the person or organisation who speaks out."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Entity
from .link import Linker, fold_words


def link_speaker(speaker: str, linker: Linker, entities: Sequence[Entity]) -> str:
    """The id of the entity that ``speaker`` names, or "".

    "Chilean Foreign Minister Marta Rojas" is Marta Rojas; "a source in the President's Office" is
    somebody there, not the office: a name inside a description that begins in lower case does not count.
    """
    if not speaker or speaker[0].islower():
        return ""
    mentions = linker.find(speaker)
    if not mentions:
        return ""
    kinds = {entity.id: entity.kind for entity in entities}
    people = [mention for mention in mentions if kinds.get(mention.entity) == "person"]
    if people:
        return people[-1].entity
    last = mentions[-1]
    whole = fold_words(speaker[last.start : last.end])
    said = tuple(word for word in fold_words(speaker) if word != "the")
    return last.entity if tuple(word for word in whole if word != "the") == said else ""
