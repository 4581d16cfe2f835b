"""Values filled by their slots do all that those of ``dataclasses`` do."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from generator.values import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Quick:
    """A value with every kind of default."""

    name: str
    day: str = "2024-05"
    tags: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Alone:
    """One field, for which no tuple is made."""

    name: str


@dataclass(frozen=True, slots=True)
class Checked:
    """Refuses what is wrong when it is made, which no shortcut may pass over."""

    number: int

    def __post_init__(self) -> None:
        if self.number < 0:
            raise ValueError(self.number)


VALUES = (Quick("a"), Quick("a", "2025", ["x"]), Quick(name="b", tags=["y"]), Alone("c"), Checked(1))


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_equal_to_what_comes_back(value: Quick | Alone | Checked) -> None:
    for other in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value), replace(value)):
        assert other == value
        assert type(other) is type(value)
        assert repr(other) == repr(value)


def test_defaults_are_made_for_each() -> None:
    assert Quick("a").tags is not Quick("a").tags
    assert Quick("a") == Quick("a", "2024-05", [])


def test_one_field_is_changed_and_the_others_stay() -> None:
    value = Quick("a", "2025", ["x"])
    assert replace(value, day="2026") == Quick("a", "2026", ["x"]) == dataclasses.replace(value, day="2026")
    assert value.day == "2025"


def test_no_field_is_set_later() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        VALUES[0].name = "z"  # type: ignore[union-attr, misc]


@pytest.mark.parametrize("changed", [replace, dataclasses.replace])
def test_what_is_no_field_is_refused(changed: object) -> None:
    with pytest.raises(TypeError):
        changed(Quick("a"), nmae="z")  # type: ignore[operator]
    with pytest.raises(TypeError):
        Quick()  # type: ignore[call-arg]


def test_what_is_checked_when_made_is_checked_when_changed() -> None:
    with pytest.raises(ValueError, match="-1"):
        replace(Checked(1), number=-1)
