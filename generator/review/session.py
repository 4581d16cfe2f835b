"""A sitting at the desk: the row of what waits, one fact at a time; decisions in, written, the next fact out.

The terminal screen drives it with keys. Every decision goes through ``store.decisions`` and ``store.undo``; a file
that somebody changed meanwhile is read again and the decision is not made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ..errors import ChronofactError, Problem
from ..model import Entity, Fact
from ..store import Changes, Content, Project, load_content
from ..store.absorb import plan_merge
from ..store.decisions import Decisions
from ..store.load import content_after
from ..store.name_decisions import NameDecisions, proposed_names
from ..store.undo import decide, undo
from ..store.who import Who
from .naming import decide_names
from .queue import Item, Order, article_of, item, queue
from .said import Say, done, say
from .waiting import Waiting

Aside = Callable[[Content, str], Sequence[Fact]]
Promote = Callable[[Content, str, Sequence[str]], Changes]
Wait = Callable[[Content], tuple[Waiting, ...]]


@dataclass
class Session:
    """Where a sitting stands."""

    project: Project
    who: Who
    wait: Wait
    order: Order = "worth"
    held: bool = False
    often: Mapping[str, float] = field(default_factory=dict)
    aside_of: Aside = lambda _content, _article: ()  # statements of an article that are no entries
    promotion: Promote = lambda _content, _article, _ids: Changes()
    say: Say = say  # what the screen says, in the project's language
    content: Content = field(init=False)
    ids: list[str] = field(init=False)
    reasons: dict[str, tuple[str, ...]] = field(init=False)
    at: int = 0
    decided: int = 0
    keys: int = 0
    said: str = ""
    _done: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.read()

    def read(self) -> None:
        """Read the files and set the row anew; the fact that was looked at stays in view where it still waits."""
        now = self.ids[self.at] if hasattr(self, "ids") and self.at < len(self.ids) else ""
        self.content = load_content(self.project)
        waiting = self.wait(self.content)
        self.reasons = {one.fact.id: one.reasons for one in waiting}
        self.ids = list(queue(self.content, waiting, self.order, held=self.held, often=self.often))
        self.at = self.ids.index(now) if now in self.ids else min(self.at, len(self.ids))

    @property
    def item(self) -> Item | None:
        """The fact to decide on; None at the end of the row."""
        while self.at < len(self.ids):
            id = self.ids[self.at]
            found = item(self.content, id, self.reasons.get(id, ()), self.say)
            if found is not None:
                return found
            del self.ids[self.at]
        return None

    @property
    def left(self) -> int:
        """How many wait from here on."""
        return len(self.ids) - self.at

    def accept(self) -> None:
        """The fact is right."""
        self._one(lambda decisions, one: decisions.accept(one.fact), "accept")

    def reject(self, why: str = "") -> None:
        """The fact leaves the files."""
        self._one(lambda decisions, one: decisions.reject(one.fact, why), "reject")

    def hold(self, why: str = "") -> None:
        """Seen, and not now."""
        self._one(lambda decisions, one: decisions.hold(one.fact, why), "hold")

    def edit(self, typed: Mapping[str, str]) -> None:
        """Fields get new values; the fact stays in view."""
        self._one(lambda d, one: d.edit(one.fact, typed), "edit", names=", ".join(typed), stay=True)

    def different(self, number: int = 0) -> None:
        """The look-alike is another fact; this one stays in view."""
        one = self.item
        if one is not None and number < len(one.lookalikes):
            other = one.lookalikes[number].fact.id
            self._one(lambda d, it: d.not_same(it.fact, other), "different", stay=True)

    def merge(self, number: int = 0) -> None:
        """The fact becomes one with its look-alike."""
        one = self.item
        if one is None or number >= len(one.lookalikes):
            self.said = self.say("There is no look-alike to merge with.")
            return
        kept, gone = one.lookalikes[number].fact, one.fact
        changes = plan_merge(self.content, kept.id, gone.id, self.who)
        self._carry_out(changes, "merge", gone.id, other=kept.id)

    def reject_rest(self) -> int:
        """All that waits of this article and nobody decided on; how many."""
        one = self.item
        if one is None:
            return 0
        article = article_of(one.fact)
        rest = [self.content.by_id[id] for id in self.ids[self.at :] if id in self.content.by_id]
        rest = [fact for fact in rest if article_of(fact) == article and fact.status == "draft"]
        decisions = Decisions(self.content, self.who)
        for fact in rest:
            decisions.reject(fact, "the rest of its article")
        if self._carry_out(decisions.changes(), "rest", article):
            self.decided += len(rest) - 1
        return len(rest)

    @property
    def names(self) -> tuple[Entity, ...]:
        """Proposed names that the fact in view says."""
        one = self.item
        return tuple(entity for entity, _ in proposed_names(self.content, [one.fact])) if one else ()

    def name(self, line: str) -> None:
        """Decide on the names of the fact in view, which stays."""
        one = self.item
        if one is None or not line.strip():
            return
        decisions = NameDecisions(self.content)
        decide_names(line, self.names, decisions)
        self._carry_out(decisions.changes(), "names", one.fact.id, stay=True)

    def aside(self) -> tuple[Fact, ...]:
        """What of the article in view was kept aside, worth most first."""
        one = self.item
        try:
            return tuple(self.aside_of(self.content, article_of(one.fact))) if one else ()
        except ChronofactError as error:
            self.said = _say(error.problems)
            return ()

    def promote(self, ids: Sequence[str]) -> None:
        """Make drafts of statements kept aside; they wait like the others."""
        one = self.item
        if one is None or not ids:
            return
        try:
            changes = self.promotion(self.content, article_of(one.fact), ids)
        except ChronofactError as error:
            self.said = _say(error.problems)
            return
        if self._carry_out(changes, "promote", one.fact.id, names=", ".join(ids), stay=True):
            self.read()

    def skip(self, by: int = 1) -> None:
        """To the next fact, or back."""
        self.at = max(0, min(len(self.ids), self.at + by))
        self.said = ""

    def next_article(self) -> None:
        """To the first fact of another article."""
        one = self.item
        here = article_of(one.fact) if one else ""
        while (now := self.item) is not None and article_of(now.fact) == here:
            self.at += 1
        self.said = ""

    def undo(self) -> None:
        """The last decision is taken back, also one of an earlier sitting."""
        what, problems = undo(self.project)
        if not what:
            self.said = _say(problems)
            return
        self.decided = max(0, self.decided - 1)
        self.read()
        id = self._done.pop() if self._done else ""
        if id in self.ids:
            self.at = self.ids.index(id)
        self.said = self.say("Undone: %(what)s.") % {"what": what}

    def _one(
        self, act: Callable[[Decisions, Item], None], action: str, *, names: str = "", stay: bool = False
    ) -> None:
        one = self.item
        if one is None:
            return
        decisions = Decisions(self.content, self.who)
        act(decisions, one)
        self._carry_out(decisions.changes(), action, one.fact.id, names=names, stay=stay)

    def _carry_out(
        self, changes: Changes, action: str, id: str, *, names: str = "", other: str = "", stay: bool = False
    ) -> bool:
        """Write a plan; False, and why, when nothing was written."""
        what = done(action, id, names=names, other=other)
        problems = decide(self.project, changes, what) if not changes.problems else changes.problems
        if any(found.severity == "error" for found in problems):
            if any(found.code == "write-changed" for found in problems):
                self.read()  # somebody edited the file: look at it again before deciding
                self.said = self.say("Nothing was decided: the file was changed meanwhile and is read again.")
            else:
                self.said = self.say("Nothing was decided: %(why)s") % {"why": _say(problems)}
            return False
        self.content = content_after(self.content, changes)
        self._done.append(id)
        self.said = f"{done(action, id, self.say, names=names, other=other)}."
        if not stay:
            self.decided += 1
            gone = {id} | (set(self.ids[self.at :]) - set(self.content.by_id))
            here = self.ids[self.at]
            self.ids = [one for one in self.ids if one not in gone]
            if here not in gone:
                self.at += 1
        return True


def _say(problems: tuple[Problem, ...]) -> str:
    return " ".join(f"{found.message} {found.remedy}".strip() for found in problems[:2])
