"""Facts and names in, where the texts name them out: in texts that a build before read they are not sought again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress

from ..model import Entity, EntityMention, Fact
from ..store.made import Made, digest
from ..timeline.lists import named_in
from .kept import program_mark

_ROW = "names in texts"


class KeptNames:
    """Names in texts, as the build before found them with the same names."""

    def __init__(self, made: Made) -> None:
        self._made = made

    def __call__(
        self, facts: Sequence[Fact], entities: Sequence[Entity]
    ) -> dict[str, tuple[EntityMention, ...]]:
        """As ``timeline.lists.named_in``."""
        given = digest(program_mark(), [_told(one) for one in entities])
        known = self._known(given)
        new = [fact for fact in facts if fact.text not in known]
        found = named_in(new, entities) if new else {}
        known |= {fact.text: found[fact.id] for fact in new}
        if new or len(known) > 2 * len(facts):
            used = {fact.text: [[m.start, m.end, m.entity] for m in known[fact.text]] for fact in facts}
            self._made.put(_ROW, given, json.dumps(used).encode())
        return {fact.id: known[fact.text] for fact in facts}

    def _known(self, given: bytes) -> dict[str, tuple[EntityMention, ...]]:
        with suppress(ValueError, TypeError, AttributeError, RecursionError):
            rows = json.loads(self._made.get(_ROW, given) or b"{}")
            return {text: tuple(EntityMention(*one) for one in held) for text, held in rows.items()}
        return {}


def _told(entity: Entity) -> object:
    return entity.id, entity.name, entity.kind, entity.aliases, entity.status
