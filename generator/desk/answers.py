"""What the page asks in, JSON out; decisions are made here, through the store like everyone's.

The page says which state of a fact it shows (``mark``). Where the files say something else by now, nothing is
decided and the page gets the fact as it is.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from html import unescape
from typing import Any

from ..dates.human import human_date
from ..edtf import EdtfError
from ..errors import Problem
from ..model import Fact
from ..pages.reasons import Telling, date_reason
from ..pages.words import Words
from ..pipeline.aside import find_article, plan_promote, read_aside
from ..review.queue import ORDERS, Item, Order, article_of, item, mark_of, queue
from ..review.taught import often_wrong
from ..store import Changes, Content, Project, load_content, plan_merge
from ..store.decisions import Decisions
from ..store.load import content_after
from ..store.typed import read_typed
from ..store.undo import decide, undo
from ..store.who import Who
from . import waits

Json = dict[str, Any]
_MOST = 20  # items of one answer
_SHOWN = ("text", "date", "speaker", "kind", "tags", "brackets", "context", "via")


class Refused(Exception):
    """A question that cannot be answered: the status and the answer in its place."""

    def __init__(self, status: str, answer: Json) -> None:
        super().__init__(status)
        self.status = status
        self.answer = answer


class Answers:
    """What one preview knows; requests come one at a time through ``answer``."""

    def __init__(self, project: Project, who: Callable[[], Who]) -> None:
        self.project = project
        self.who = who
        self.words = Words(project.language)
        self._lock = threading.Lock()
        self._content: Content | None = None
        self._reasons: dict[str, tuple[str, ...]] = {}

    def answer(self, name: str, asked: Json) -> Json:
        """The answer to ``list``, ``items``, ``read``, ``decide`` or ``undo``; raises ``Refused``."""
        acts = {
            "list": self._list,
            "items": self._items,
            "read": self._read,
            "decide": self._decide,
            "aside": self._aside,
            "promote": self._promote,
            "undo": self._undo,
        }
        act = acts.get(name)
        if act is None:
            raise Refused("404 Not Found", {"said": "There is no such question."})
        with self._lock:
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
        waiting = waits(self.content)
        self._reasons = {one.fact.id: one.reasons for one in waiting}
        ids = queue(
            self.content, waiting, order, held=bool(asked.get("held")), often=often_wrong(self.content)
        )
        return {"ids": list(ids), "orders": list(ORDERS)}

    def _items(self, asked: Json) -> Json:
        ids = asked.get("ids")
        wanted = [str(id) for id in ids[:_MOST]] if isinstance(ids, list) else []
        return {"items": [shown for id in wanted if (shown := self._shown(id)) is not None]}

    def _read(self, asked: Json) -> Json:
        """What would be written for what is typed."""
        read = read_typed(str(asked.get("field", "")), str(asked.get("text", "")))
        if isinstance(read, Problem):
            return {"wrong": f"{read.message} {read.remedy}".strip()}
        key, value = read
        shown = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")
        return {"value": shown, "words": self._when(shown) if key.form == "date" else ""}

    def _decide(self, asked: Json) -> Json:
        id, action = str(asked.get("id", "")), str(asked.get("action", ""))
        fact = self._fact(id, str(asked.get("mark", "")))
        why, what = str(asked.get("why", "")), f"{action} {id}"
        if action == "merge":
            changes = plan_merge(self.content, str(asked.get("other", "")), id, self.who())
        else:
            decisions = Decisions(self.content, self.who())
            self._act(decisions, fact, action, asked, why)
            changes = decisions.changes()
        return self._carry_out(changes, what, fact)

    def _act(self, decisions: Decisions, fact: Fact, action: str, asked: Json, why: str) -> None:
        if action == "accept":
            decisions.accept(fact)
        elif action == "reject":
            decisions.reject(fact, why)
        elif action == "hold":
            decisions.hold(fact, why)
        elif action == "different":
            decisions.not_same(fact, self._known(str(asked.get("other", ""))).id)
        elif action == "rest":
            for one in self._rest(fact):
                decisions.reject(one, why or "the rest of its article")
        elif action == "edit" and isinstance(asked.get("values"), dict):
            decisions.edit(fact, {str(name): str(value) for name, value in asked["values"].items()}, why)
        else:
            raise Refused("400 Bad Request", {"said": "There is no such decision."})

    def _rest(self, fact: Fact) -> Iterable[Fact]:
        """Every draft of the article that nobody decided on."""
        article = article_of(fact)
        return [
            one
            for one in self.content.facts
            if one.status == "draft" and one.decided is None and article_of(one) == article
        ]

    def _carry_out(self, changes: Changes, what: str, fact: Fact) -> Json:
        before = {one.id for one in self.content.facts}
        problems = changes.problems or decide(self.project, changes, what)
        wrong = [found for found in problems if found.severity == "error"]
        if any(found.code == "write-changed" for found in wrong):
            self._load()
            raise Refused("409 Conflict", self._conflict(fact.id))
        if wrong:
            said = " ".join(f"{found.message} {found.remedy}".strip() for found in wrong[:2])
            raise Refused("422 Unprocessable Content", {"said": said})
        self._content = content_after(self.content, changes)
        gone = sorted(before - {one.id for one in self.content.facts})
        return {"said": f"{what}.", "gone": gone, "item": self._shown(fact.id)}

    def _aside(self, asked: Json) -> Json:
        """What of an article is no entry."""
        fact = self._known(str(asked.get("id", "")))
        article = find_article(self.content, article_of(fact))
        found = read_aside(self.project, self.content, article)
        rows = [
            {"id": one.fact.id, "text": one.fact.text, "when": self._when(one.fact.date)} for one in found
        ]
        return {"aside": rows}

    def _promote(self, asked: Json) -> Json:
        """Make a draft of a statement kept aside."""
        fact, statement = self._known(str(asked.get("id", ""))), str(asked.get("statement", ""))
        article = find_article(self.content, article_of(fact))
        changes = plan_promote(self.project, self.content, article, [statement], today=self.who().on)
        said = self._carry_out(changes, f"promote {statement}", fact)
        self._load()
        return said | {"added": [one.id for one in changes.added]}

    def _undo(self, _: Json) -> Json:
        what, problems = undo(self.project)
        if not what:
            said = " ".join(f"{found.message} {found.remedy}".strip() for found in problems[:2])
            raise Refused("409 Conflict", {"said": said})
        self._load()
        return {"said": f"Undone: {what}.", "id": what.rpartition(" ")[2]}

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
            raise Refused(
                "404 Not Found", {"said": "This fact is gone: somebody rejected, merged or removed it."}
            )
        return fact

    def _conflict(self, id: str) -> Json:
        return {
            "said": "Somebody changed this fact meanwhile. Nothing was decided; this is how it stands now.",
            "item": self._shown(id),
        }

    def _shown(self, id: str) -> Json | None:
        """An item as the page shows it."""
        one = item(self.content, id, self._reasons.get(id, ()))
        if one is None:
            return None
        fact = one.fact
        return {
            "id": fact.id,
            "mark": mark_of(fact),
            **{name: _plain(getattr(fact, name)) for name in _SHOWN if name != "brackets"},
            "brackets": [bracket.words for bracket in fact.brackets],
            "status": fact.status,
            "when": self._when(fact.date),
            "reason": self._reason(one),
            "doubts": list(one.doubts),
            "where": f"{fact.place.path}:{fact.place.line}",
            "outlet": one.outlet,
            "title": one.title,
            "published": one.published,
            "before": one.paragraph[: max(0, one.quote_start)],
            "quote": one.paragraph[one.quote_start : one.quote_end] if one.quote_start >= 0 else _quote(fact),
            "after": one.paragraph[one.quote_end :] if one.quote_start >= 0 else "",
            "names": list(one.names),
            "lookalikes": [
                {
                    "id": other.fact.id,
                    "when": self._when(other.fact.date),
                    "by": other.told_by,
                    "pieces": [[differs, words] for differs, words in other.pieces],
                }
                for other in one.lookalikes
            ],
        }

    def _when(self, edtf: str) -> str:
        try:
            return human_date(edtf, self.project.language) if edtf else ""
        except EdtfError:
            return edtf

    def _reason(self, one: Item) -> str:
        if not one.fact.date or not one.fact.sources:
            return ""
        source = one.fact.sources[0]
        telling = Telling(self.words, self.content.articles)
        html = date_reason(source.date, one.fact.date, self.content.articles.get(source.article), telling)
        return unescape(html.striptags())


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _quote(fact: Fact) -> str:
    return fact.sources[0].quote if fact.sources else ""
