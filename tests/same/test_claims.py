"""A claim and an event join only where much else agrees."""

from __future__ import annotations

from dataclasses import replace

from generator.config import Settings
from generator.same.merge import judge
from generator.same.signature import collect

from .build import articles_of, make_fact

TEXTS = (
    "Rescuers reached eleven miners whom a landslide had trapped in the Kolwezi shaft",
    "A landslide trapped eleven miners in a shaft near Kolwezi until rescuers dug a tunnel to them",
)


def test_what_somebody_says_is_less_like_what_happened() -> None:
    one, other = (make_fact(name, text) for name, text in zip("ab", TEXTS, strict=True))
    articles = articles_of(one, other)
    told = judge(collect([one, other], articles), Settings()).likeness
    claimed = judge(collect([one, replace(other, kind="statement")], articles), Settings()).likeness
    assert len(told) == len(claimed) == 1 and 0 < claimed[0] < told[0]
