"""What the words of a sentence say of the time of their clauses, as values. Nothing here reads text."""

from dataclasses import dataclass, field

PAST, FUTURE, HERE, PRESENT = -1, 1, 2, 3  # HERE: a present verb close before, as in "the vote is Friday"
MARKS = frozenset([";", ":", "(", ")", '"', "“", "”", "—", "–"])
SAYS_WHEN = frozenset("MmSPJVRWw")  # tags: "May" and "fall" are no verbs


@dataclass(slots=True)
class Told:
    """For each token of a sentence ``PAST``, ``FUTURE``, ``PRESENT`` or 0."""

    ways: list[int]
    sure: set[int] = field(default_factory=set)  # tokens that tell of the past beyond doubt
    fronts: list[tuple[int, int]] = field(default_factory=list)  # offsets: what opens a clause, and its verb
    main: tuple[int, int] = (0, 0)  # the same of the first clause

    def verb_behind(self, start: int) -> int:
        """Where the verb begins that a word stands in front of, behind what opens its clause; 0 where it does not."""
        return next((verb for opens, verb in self.fronts if opens <= start < verb), 0)
