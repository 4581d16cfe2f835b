"""What the page asks in, JSON out; decisions are made here, through the store like everyone's.

The page says which state of a fact it shows (``mark``). Where the files say something else by now, nothing is
decided and the page gets the fact as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..errors import Problem
from ..model import Bracket, Fact
from ..pages.words import Words
from ..pipeline.aside import find_article, plan_promote, read_aside
from ..review.queue import ORDERS, Order, article_of, mark_of, queue
from ..review.said import done
from ..review.taught import often_wrong
from ..store import Changes, Content, Project, load_content, plan_merge
from ..store.decisions import Decisions
from ..store.load import content_after
from ..store.name_decisions import NameDecisions
from ..store.typed import read_typed
from ..store.undo import decide, undo
from ..store.who import Who
from . import waits
from .bracketing import rebracketed, typed_brackets
from .shown import card, in_words, labels

Json = dict[str, Any]
_MOST = 20  # items of one answer


class Refused(Exception):
    """A question that cannot be answered: the status and the answer in its place."""

    def __init__(self, status: str, answer: Json) -> None:
        super().__init__(status)
        self.status = status
        self.answer = answer


class Answers:
    """What one preview knows; requests come one after the other through ``answer``."""

    def __init__(self, project: Project, who: Callable[[], Who]) -> None:
        self.project = project
        self.who = who
        self.words = Words(project.language)
        self._content: Content | None = None
        self._reasons: dict[str, tuple[str, ...]] = {}

    def answer(self, name: str, asked: Json) -> Json:
        """The answer to ``list``, ``items``, ``read``, ``decide``, ``names`` and the like; raises ``Refused``."""
        acts = {
            "list": self._list,
            "items": self._items,
            "read": self._read,
            "decide": self._decide,
            "names": self._names,
            "aside": self._aside,
            "promote": self._promote,
            "undo": self._undo,
        }
        act = acts.get(name)
        if act is None:
            raise Refused("404 Not Found", {"said": "There is no such question."})
        return act(asked)

    @property
    def content(self) -> Content:
        """The content, read when it is first asked for."""
        if self._content is None:
            self._load()
        assert self._content is not None
        return self._content

    def _load(self) -> None:
        self._content = load_content(self.project)

    def _list(self, asked: Json) -> Json:
        """The row of what waits."""
        self._load()
        order: Order = next((one for one in ORDERS if one == asked.get("order")), "worth")
        waiting = waits(self.content, self.words.gettext)
        self._reasons = {one.fact.id: one.reasons for one in waiting}
        ids = queue(
            self.content, waiting, order, held=bool(asked.get("held")), often=often_wrong(self.content)
        )
        return {"ids": list(ids), "words": labels(self.words)}

    def _items(self, asked: Json) -> Json:
        ids = asked.get("ids")
        wanted = [str(id) for id in ids[:_MOST]] if isinstance(ids, list) else []
        return {"items": [shown for id in wanted if (shown := self._shown(id)) is not None]}

    def _read(self, asked: Json) -> Json:
        """What would be written for what is typed."""
        if asked.get("field") == "brackets":
            found = self._bracketed(self._known(str(asked.get("id", ""))), asked.get("rows"))
            return (
                {"wrong": _said(found, self.words)}
                if isinstance(found, Problem)
                else {"value": found[0], "words": ""}
            )
        read = read_typed(str(asked.get("field", "")), str(asked.get("text", "")))
        if isinstance(read, Problem):
            return {"wrong": _said(read, self.words)}
        key, value = read
        shown = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")
        return {"value": shown, "words": in_words(shown, self.words) if key.form == "date" else ""}

    def _bracketed(self, fact: Fact, rows: Any) -> tuple[str, tuple[Bracket, ...]] | Problem:
        return rebracketed(
            fact, self.content.articles.get(article_of(fact)), rows if isinstance(rows, list) else ()
        )

    def _decide(self, asked: Json) -> Json:
        id, action = str(asked.get("id", "")), str(asked.get("action", ""))
        fact = self._fact(id, str(asked.get("mark", "")))
        names, other = "", str(asked.get("other", ""))
        if action == "merge":
            changes = plan_merge(self.content, other, id, self.who())
        elif action in ("edit", "brackets"):
            changes, names = self._edited(fact, asked)
        else:
            changes = self._acted(fact, action, other, str(asked.get("why", "")))
        return self._carry_out(changes, "edit" if names else action, fact, names=names, other=other)

    def _acted(self, fact: Fact, action: str, other: str, why: str) -> Changes:
        decisions = Decisions(self.content, self.who())
        if action == "accept":
            decisions.accept(fact)
        elif action == "reject":
            decisions.reject(fact, why)
        elif action == "hold":
            decisions.hold(fact, why)
        elif action == "different":
            decisions.not_same(fact, self._known(other).id)
        elif action == "rest":
            for one in self._rest(fact):
                decisions.reject(one, why or "the rest of its article")
        else:
            raise Refused("400 Bad Request", {"said": "There is no such decision."})
        return decisions.changes()

    def _edited(self, fact: Fact, asked: Json) -> tuple[Changes, str]:
        """The fact with typed values, or with other brackets; and the names of what was edited."""
        if asked.get("action") == "brackets":
            found = self._bracketed(fact, asked.get("rows"))
            if isinstance(found, Problem):
                return Changes(problems=(found,)), "brackets"
            values = {"text": found[0], "brackets": typed_brackets(found[1])}
        elif isinstance(asked.get("values"), dict) and asked["values"]:
            values = {str(name): str(value) for name, value in asked["values"].items()}
        else:
            raise Refused("400 Bad Request", {"said": "There is nothing to edit."})
        decisions = Decisions(self.content, self.who())
        decisions.edit(fact, values, str(asked.get("why", "")))
        return decisions.changes(), ", ".join(values)

    def _names(self, asked: Json) -> Json:
        """Decide on names that a fact says, all at once."""
        fact, decisions = self._known(str(asked.get("id", ""))), NameDecisions(self.content)
        rows = asked.get("names")
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, dict):
                id, act = str(row.get("id", "")), str(row.get("act", ""))
                if act == "take":
                    decisions.accept(id)
                    decisions.kind(id, str(row.get("kind", "")))
                elif act == "ignore":
                    decisions.ignore(id)
                elif act == "join":
                    decisions.accept(str(row.get("other", "")))
                    decisions.join(str(row.get("other", "")), id)
        return self._carry_out(decisions.changes(), "names", fact)

    def _rest(self, fact: Fact) -> Iterable[Fact]:
        """Every draft of the article that nobody decided on."""
        article = article_of(fact)
        return [
            one
            for one in self.content.facts
            if one.status == "draft" and one.decided is None and article_of(one) == article
        ]

    def _carry_out(
        self, changes: Changes, action: str, fact: Fact, *, names: str = "", other: str = ""
    ) -> Json:
        before = self.content
        what = done(action, fact.id, names=names, other=other)
        problems = changes.problems or decide(self.project, changes, what)
        wrong = [found for found in problems if found.severity == "error"]
        if any(found.code == "write-changed" for found in wrong):
            self._load()
            raise Refused("409 Conflict", self._conflict(fact.id))
        if wrong:
            said = " ".join(_said(one, self.words) for one in wrong[:2])
            raise Refused("422 Unprocessable Content", {"said": said})
        self._content = content_after(self.content, changes)
        gone = sorted({one.id for one in before.facts} - {one.id for one in self.content.facts})
        return {
            "said": f"{done(action, fact.id, self.words.gettext, names=names, other=other)}.",
            "gone": gone,
            "item": self._shown(fact.id),
            "changed": {
                one.id: mark_of(one)
                for one in self.content.facts
                if one.id != fact.id and _differs(one, before.by_id.get(one.id))
            },
        }

    def _aside(self, asked: Json) -> Json:
        """What of an article is no entry."""
        fact = self._known(str(asked.get("id", "")))
        article = find_article(self.content, article_of(fact))
        found = read_aside(self.project, self.content, article)
        rows = [
            {"id": one.fact.id, "text": one.fact.text, "when": in_words(one.fact.date, self.words)}
            for one in found
        ]
        return {"aside": rows}

    def _promote(self, asked: Json) -> Json:
        """Make a draft of a statement kept aside."""
        fact, statement = self._known(str(asked.get("id", ""))), str(asked.get("statement", ""))
        article = find_article(self.content, article_of(fact))
        changes = plan_promote(self.project, self.content, article, [statement], today=self.who().on)
        said = self._carry_out(changes, "promote", fact, names=statement)
        self._load()
        return said | {"added": [one.id for one in changes.added]}

    def _undo(self, _: Json) -> Json:
        """The last decision taken back, and the facts that wait again."""
        before = _open(self.content)
        what, problems = undo(self.project)
        if not what:
            raise Refused("409 Conflict", {"said": " ".join(_said(one, self.words) for one in problems[:2])})
        self._load()
        said = self.words.gettext("Undone: %(what)s.") % {"what": what}
        return {"said": said, "ids": [id for id in _open(self.content) if id not in before]}

    def _fact(self, id: str, mark: str) -> Fact:
        """The fact the page shows, if the files still say the same of it."""
        fact = self.content.by_id.get(id)
        path = fact.place.path if fact else ""
        file = self.content.files.get(path)
        try:
            same = file is not None and (self.project.root / path).read_bytes() == file.data
        except OSError:
            same = False
        if not same:
            self._load()
        fact = self._known(id)
        if mark != mark_of(fact):
            raise Refused("409 Conflict", self._conflict(id))
        return fact

    def _known(self, id: str) -> Fact:
        fact = self.content.by_id.get(id)
        if fact is None:
            said = self.words.gettext("This fact is gone: somebody rejected, merged or removed it.")
            raise Refused("404 Not Found", {"said": said})
        return fact

    def _conflict(self, id: str) -> Json:
        said = self.words.gettext(
            "Somebody changed this fact meanwhile. Nothing was decided; this is how it stands now."
        )
        return {"said": said, "item": self._shown(id)}

    def _shown(self, id: str) -> Json | None:
        """An item as the page shows it."""
        return card(self.content, id, self._reasons.get(id, ()), self.words)


def _said(found: Problem, words: Words) -> str:
    """The problem, which is told in English; on a page in another language that is said, and its order kept."""
    told = f"{found.message} {found.remedy}".strip()
    if words.language.split("-")[0] == "en":
        return told
    return words.gettext("The program says in English: %(message)s") % {"message": f"\u2068{told}\u2069"}


def _differs(one: Fact, before: Fact | None) -> bool:
    """Whether a fact says something else now; what was not read again is the same object."""
    return one is not before and (before is None or mark_of(one) != mark_of(before))


def _open(content: Content) -> dict[str, None]:
    """The drafts that nobody decided on."""
    return {one.id: None for one in content.facts if one.status == "draft" and one.decided is None}
