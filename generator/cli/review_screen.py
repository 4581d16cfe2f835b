"""A sitting at the desk on a terminal: one fact a screen, one key a decision.

prompt_toolkit draws it: a whole screen with in-place editing, completion and validation as one types, at a third of
the start-up time of the larger toolkits (docs/decisions/0013).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import ConditionalContainer, HSplit, Layout, Window
from prompt_toolkit.layout.controls import BufferControl, FormattedTextControl
from prompt_toolkit.styles import Style

from ..errors import Problem
from ..model import Fact
from ..review.queue import Item, article_of
from ..review.said import KINDS, NAMED, ORDERED, STATUSES, say
from ..review.session import Session
from ..store.typed import read_typed
from .wrapped import rows, wrapped

KEYS = (
    ("a", say("accept")), ("r", say("reject")), ("h", say("hold")), ("space", say("skip")), ("b", say("back")),
    ("u", say("undo")), ("t", say("text")), ("d", say("date")), ("s", say("speaker")), ("k", say("kind")),
    ("g", say("tags")), ("e", say("any field")), ("w", say("names")), ("p", say("kept aside")), ("m", say("merge")),
    ("n", say("not the same")), ("x", say("reject the rest")), ("]", say("next article")), ("o", say("editor")),
    ("q", say("quit")),
)  # fmt: skip
_FIELDS = {"t": "text", "d": "date", "s": "speaker", "g": "tags"}
_LABELS = {"text": say("text"), "date": say("date"), "speaker": say("speaker"), "tags": say("tags")}
_STYLE = Style.from_dict(
    {
        "bar": "reverse",
        "date": "bold",
        "text": "bold",
        "doubt": "ansiyellow",
        "quote": "underline bold",
        "soft": "ansibrightblack",
        "differs": "ansimagenta bold",
        "key": "bold",
        "said": "ansigreen",
        "wrong": "ansired",
    }
)


@dataclass
class _Question:
    """What is being typed, and what is done with it."""

    label: str
    field: str
    then: Callable[[str], None]


class Screen:
    """The screen of one session."""

    def __init__(
        self,
        session: Session,
        words: Callable[[str], str],
        reason: Callable[[Item], str],
        edit: Callable[[Item], None],
    ) -> None:
        self.session = session
        self.say = session.say
        self.words = words  # an EDTF date in words
        self.reason = reason  # why a fact has its date
        self.edit = edit
        self.question: _Question | None = None
        self.listed: tuple[Fact, ...] = ()  # statements kept aside, while they are shown
        self.sure = ""  # a key that is pressed twice before much is done
        self.started = time.monotonic()
        self.buffer = Buffer(multiline=False)
        self.body = Window(
            FormattedTextControl(self._body, focusable=True), wrap_lines=True, always_hide_cursor=True
        )
        typing = Condition(lambda: self.question is not None)
        parts = HSplit(
            [
                Window(FormattedTextControl(self._head), height=1, style="class:bar"),
                self.body,
                Window(FormattedTextControl(self._said), height=1, dont_extend_height=True),
                ConditionalContainer(
                    HSplit(
                        [
                            Window(FormattedTextControl(self._label), height=1),
                            Window(BufferControl(self.buffer), height=1),
                            Window(FormattedTextControl(self._understood), height=1),
                        ]
                    ),
                    typing,
                ),
                ConditionalContainer(
                    Window(FormattedTextControl(self._keys), wrap_lines=True, dont_extend_height=True),
                    ~typing,
                ),
            ]
        )
        self.app: Application[None] = Application(
            Layout(parts, focused_element=self.body),
            key_bindings=self._bindings(typing),
            style=_STYLE,
            full_screen=True,
            erase_when_done=True,
        )

    def run(self) -> None:
        """Until the person quits."""
        self.app.run()

    def _bindings(self, typing: Condition) -> KeyBindings:
        keys = KeyBindings()
        act: dict[str, Callable[[], None]] = {
            "a": self.session.accept,
            "r": self.session.reject,
            "h": self.session.hold,
            " ": self.session.skip,
            "b": lambda: self.session.skip(-1),
            "u": self.session.undo,
            "n": self.session.different,
            "]": self.session.next_article,
            "m": self._merge,
            "x": self._rest,
            "k": self._kind,
            "e": self._any,
            "w": self._names,
            "p": self._aside,
            **{key: partial(self._type, field) for key, field in _FIELDS.items()},
        }
        for key, does in act.items():
            keys.add(key, filter=~typing)(self._bound(key, does))
        keys.add("o", filter=~typing)(lambda _: self._open())
        keys.add("q", filter=~typing)(lambda event: event.app.exit())
        keys.add("c-c")(lambda event: event.app.exit())
        keys.add("pagedown", filter=~typing)(lambda _: self._scroll(8))
        keys.add("pageup", filter=~typing)(lambda _: self._scroll(-8))
        keys.add("enter", filter=typing)(lambda _: self._answer())
        keys.add("escape", filter=typing, eager=True)(lambda _: self._leave())
        keys.add("pagedown", filter=typing)(lambda _: self._scroll(8))
        keys.add("pageup", filter=typing)(lambda _: self._scroll(-8))
        return keys

    def _bound(self, key: str, does: Callable[[], None]) -> Callable[[KeyPressEvent], None]:
        def pressed(_: KeyPressEvent) -> None:
            self.session.keys += 1
            if key != self.sure:
                self.sure = ""
            does()
            self.body.vertical_scroll = 0

        return pressed

    def _scroll(self, by: int) -> None:
        self.body.vertical_scroll = max(0, self.body.vertical_scroll + by)

    def _merge(self) -> None:
        one = self.session.item
        if one is not None and len(one.lookalikes) > 1:
            self._ask(self.say("Merge with which? Its number"), "", lambda text: self._merge_with(text))
        else:
            self.session.merge()

    def _merge_with(self, text: str) -> None:
        if text.strip().isdecimal() and int(text) > 0:
            self.session.merge(int(text) - 1)

    def _rest(self) -> None:
        """Much at once is asked for twice."""
        if self.sure == "x":
            self.sure = ""
            self.session.reject_rest()
        elif (one := self.session.item) is not None:
            self.sure = "x"
            said = self.say("Press x again to reject all that waits of “%(title)s”.")
            self.session.said = said % {"title": one.title or article_of(one.fact)}

    def _kind(self) -> None:
        """The next kind of the row."""
        one = self.session.item
        if one is not None:
            kinds = tuple(KINDS)
            self.session.edit({"kind": kinds[(kinds.index(one.fact.kind) + 1) % len(kinds)]})

    def _any(self) -> None:
        self._ask(self.say("Which field, and its value (field=value)"), "", self._field)

    def _aside(self) -> None:
        """What of the article is no entry; numbers make drafts of it."""
        self.listed = self.session.aside()
        if self.listed:
            self._ask(self.say("Which become drafts? Numbers"), "", self._promote)
        else:
            self.session.said = self.say("Nothing of this article was kept aside.")

    def _promote(self, text: str) -> None:
        numbers = [int(word) for word in text.replace(",", " ").split() if word.isdecimal()]
        chosen = [self.listed[number - 1].id for number in numbers if 0 < number <= len(self.listed)]
        self.listed = ()
        self.session.promote(chosen)

    def _names(self) -> None:
        if self.session.names:
            label = self.say("Names: 1 takes, -1 ignores, 1=2 joins, 1:place is a kind, all")
            self._ask(label, "all", self.session.name)
        else:
            self.session.said = self.say("No name of this fact is proposed.")

    def _field(self, text: str) -> None:
        name, sign, value = text.partition("=")
        if sign:
            self.session.edit({name.strip(): value})

    def _type(self, field: str) -> None:
        one = self.session.item
        if one is None:
            return
        held = getattr(one.fact, field)
        shown = ", ".join(held) if isinstance(held, tuple) else str(held)
        label = self.say(_LABELS[field])
        label = label[:1].upper() + label[1:]
        if field == "speaker" and one.names:
            label += ": " + "  ".join(f"{number} {name}" for number, name in enumerate(one.names, 1))
        self._ask(label, shown, lambda text: self._edited(field, text, one), field)

    def _edited(self, field: str, text: str, one: Item) -> None:
        if field == "speaker" and text.strip().isdecimal() and 0 < int(text) <= len(one.names):
            text = one.names[int(text) - 1]
        self.session.edit({field: text})

    def _ask(self, label: str, text: str, then: Callable[[str], None], field: str = "") -> None:
        if self.session.item is None:
            return
        self.question = _Question(label, field, then)
        self.buffer.text = text
        self.buffer.cursor_position = len(text)
        self.app.layout.focus(self.buffer)

    def _answer(self) -> None:
        question, text = self.question, self.buffer.text
        if question is None or (question.field and isinstance(self._read(question.field, text), Problem)):
            return
        self._close()
        question.then(text)

    def _leave(self) -> None:
        self.listed = ()
        self._close()

    def _close(self) -> None:
        self.question = None
        self.body.vertical_scroll = 0
        self.app.layout.focus(self.body)

    def _open(self) -> None:
        one = self.session.item
        if one is not None:
            run_in_terminal(partial(self._edited_by_hand, one))

    def _edited_by_hand(self, one: Item) -> None:
        self.edit(one)
        self.session.read()

    def _read(self, field: str, text: str) -> object:
        one = self.session.item
        if field == "speaker" and text.strip().isdecimal() and one and 0 < int(text) <= len(one.names):
            return one.names[int(text) - 1]
        read = read_typed(field, text)
        return read if isinstance(read, Problem) else read[1]

    def _understood(self) -> StyleAndTextTuples:
        """What will be written for what is typed, or what is wrong with it."""
        if self.question is None or not self.question.field:
            return [("class:soft", self.say("Enter: done   Esc: leave it"))]
        read = self._read(self.question.field, self.buffer.text)
        if isinstance(read, Problem):
            return [("class:wrong", f"{read.message} {read.remedy}")]
        shown = ", ".join(map(str, read)) if isinstance(read, tuple) else str(read)
        if self.question.field == "date" and shown:
            shown = f"{shown}: {self.words(shown)}"
        leave = self.say("Enter: done   Esc: leave it")
        return [("class:said", f"= {shown or self.say('nothing')}"), ("class:soft", f"   {leave}")]

    def _label(self) -> StyleAndTextTuples:
        return [("class:key", self.question.label if self.question else "")]

    def _said(self) -> StyleAndTextTuples:
        return [("class:said", self.session.said)]

    def _head(self) -> StyleAndTextTuples:
        session = self.session
        numbers = {"decided": session.decided, "left": session.left}
        parts = [self.say("%(decided)s decided · %(left)s left") % numbers]
        if session.decided >= 3 and session.left:
            each = (time.monotonic() - self.started) / session.decided
            minutes = max(1, round(each * session.left / 60))
            parts.append(self.say("about %(minutes)s min") % {"minutes": minutes})
        parts.append(self.say(ORDERED[session.order]))
        parts += [self.say("held back")] * session.held
        return [("", f" {' · '.join(parts)}")]

    def _keys(self) -> StyleAndTextTuples:
        return [*rows(((key, self.say(does)) for key, does in KEYS), self._width)]

    @property
    def _width(self) -> int:
        return max(20, self.app.output.get_size().columns)

    def _body(self) -> StyleAndTextTuples:
        one = self.session.item
        if one is None:
            return [("", self._end())]
        fact, shown = one.fact, list[tuple[str, str]]()
        if self.question is not None and self.listed:
            for number, kept in enumerate(self.listed, 1):
                worth = self.say("worth %(worth)s") % {"worth": f"{kept.worth:.2f}"}
                told = "  ".join((f"{number:>3}", kept.date or self.say("no date"), worth))
                shown += [("class:soft", f"{told}\n"), ("", f"     {kept.text}\n")]
            return [*wrapped(shown, self._width)]
        shown.append(("class:date", self.words(fact.date) if fact.date else self.say("no date")))
        told = ", ".join(
            filter(None, (fact.date, self.say(KINDS[fact.kind]), self.say(STATUSES[fact.status])))
        )
        shown.append(("class:soft", f"  ({told})   {fact.place.path}:{fact.place.line}\n"))
        shown.append(("class:text", f"{fact.text}\n"))
        if fact.speaker or fact.via:
            shown.append(("", f"— {self._told_by(fact)}\n"))
        if fact.tags:
            shown.append(("class:soft", f"{self.say('tags')}: {', '.join(fact.tags)}\n"))
        if names := self.session.names:
            listed = "  ".join(
                f"{number} {name.name} ({self.say(NAMED[name.kind])})" for number, name in enumerate(names, 1)
            )
            shown.append(("class:soft", f"{self.say('names proposed')}: {listed}\n"))
        if fact.context:
            shown.append(("class:soft", f"{self.say('before it')}: {fact.context}\n"))
        if reason := self.reason(one):
            shown.append(("class:soft", f"{reason}\n"))
        shown += [("class:doubt", f"? {doubt}\n") for doubt in one.doubts]
        shown.append(
            ("class:soft", f"\n{' · '.join(filter(None, (one.outlet, one.title, one.published)))}\n")
        )
        shown += _marked(one)
        for number, other in enumerate(one.lookalikes, 1):
            told = ", ".join(filter(None, (other.fact.date or self.say("no date"), other.told_by)))
            same = self.say("Perhaps the same")
            shown.append(("class:soft", f"\n\n{same} ({number}), {told}: "))
            shown += [("class:differs" if differs else "", f"{words} ") for differs, words in other.pieces]
        return [*wrapped(shown, self._width)]

    def _end(self) -> str:
        session = self.session
        spent = time.monotonic() - self.started
        numbers = {"decided": session.decided, "keys": session.keys, "seconds": f"{spent:.0f}"}
        said = [
            self.say("Nothing else waits. %(decided)s decided with %(keys)s keys in %(seconds)s s.") % numbers
        ]
        if passed := len(session.ids):
            said.append(self.say("%(passed)s skipped: b goes back to them.") % {"passed": passed})
        return "\n\n".join([*said, self.say("q ends, u takes back.")])

    def _told_by(self, fact: Fact) -> str:
        told = {"speaker": fact.speaker, "via": fact.via}
        both = (
            self.say("%(speaker)s via %(via)s") % told
            if fact.speaker and fact.via
            else fact.speaker or fact.via
        )
        return f"{both} ({self.say('unnamed')})" if fact.anonymous else both


def _marked(one: Item) -> list[tuple[str, str]]:
    """The paragraph of the article with the quote marked."""
    text, start, end = one.paragraph, one.quote_start, one.quote_end
    if start < 0:
        return [("class:quote", one.fact.sources[0].quote if one.fact.sources else "")]
    return [("", text[:start]), ("class:quote", text[start:end]), ("", text[end:])]
