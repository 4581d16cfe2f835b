"""What is asked of all pairs at once lets every rule through that would keep a pair apart, and is sure of none that would not."""

from __future__ import annotations

import numpy as np

from generator.same.asked import ask, who_differs
from generator.same.signature import collect
from generator.same.table import Table
from generator.same.tellings import find_tellings
from generator.same.veto import BIT, find_other_veto, find_veto

from .test_spread import read


def test_the_rules_that_are_asked_are_enough() -> None:
    articles, facts = read(5)
    collection = collect([telling.told for telling in find_tellings(facts, articles)], articles)
    one, other = np.triu_indices(len(collection.signatures), 1)
    asked, found, sure = ask(Table(collection), one, other), 0, 0
    who = who_differs(asked.strange, asked.names)
    for at, (left, right) in enumerate(zip(one.tolist(), other.tolist(), strict=True)):
        pair, rules = (collection.signatures[left], collection.signatures[right]), int(asked.rules[at])
        veto = find_other_veto(*pair)
        assert find_other_veto(*pair, asked=rules) == veto
        assert find_veto(*pair, strict=True, asked=rules | 2 * bool(asked.together[at])) == find_veto(
            *pair, strict=True
        )
        found += veto is not None
        if rules & -rules & int(asked.sure[at]):
            assert veto is not None and BIT[veto.about] == rules & -rules
            sure += 1
        if not rules:
            assert (veto is not None and veto.about == "who") == who[at]
    assert found > 100 and sure > 50
