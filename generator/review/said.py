"""What the desk says on a terminal and in the browser, as messages: the catalogues of the site translate them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Say = Callable[[str], str]  # a message in English in, in the language of the project out


def say(message: str) -> str:
    """The message as it is; the name tells the catalogues that it is one."""
    return message


DONE: Mapping[str, str] = {
    "accept": say("Accepted %(id)s"),
    "reject": say("Rejected %(id)s"),
    "hold": say("Held back %(id)s"),
    "edit": say("Edited %(names)s of %(id)s"),
    "different": say("Told apart: %(id)s"),
    "merge": say("Merged %(id)s into %(other)s"),
    "rest": say("Rejected the rest of %(id)s"),
    "promote": say("Promoted %(names)s"),
    "names": say("Decided on names of %(id)s"),
}


def done(action: str, id: str, say: Say = say, *, names: str = "", other: str = "") -> str:
    """What was done, in a few words: in English for the list of what can be taken back, or as ``say`` says it."""
    return say(DONE[action]) % {"id": id, "names": names, "other": other}


KINDS: Mapping[str, str] = {
    "event": say("event"),
    "statement": say("statement"),
    "plan": say("plan"),
    "proposal": say("proposal"),
}
STATUSES: Mapping[str, str] = {
    "draft": say("draft"),
    "reviewed": say("reviewed"),
    "disputed": say("disputed"),
    "withdrawn": say("withdrawn"),
}
NAMED: Mapping[str, str] = {
    "person": say("person"),
    "place": say("place"),
    "organisation": say("organisation"),
}
ORDERED: Mapping[str, str] = {
    "worth": say("by worth"),
    "article": say("by article"),
    "day": say("by day"),
    "story": say("by story"),
}
