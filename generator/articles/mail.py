"""A saved e-mail (``.eml``) or a page saved as one file (``.mhtml``) in; its text or page and headers out."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.header import decode_header, make_header
from email.message import EmailMessage, MIMEPart

from .metadata import Metadata, read_moment

_ADDRESS = re.compile(r"<[^<>]*>|\S+@\S+")
_REPLY = re.compile(r"\A(?:re|fw|fwd|aw|wg|tr)\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mail:
    """What a message holds: a page, or a plain text when it has no page; and what its headers say."""

    page: bytes | str = b""
    text: str = ""
    metadata: Metadata = Metadata()


def read_mail(data: bytes) -> Mail:
    """The letter of an e-mail: its plain text if it has one, else its page."""
    message = _message(data)
    sent, zone = read_moment(_header(message, "Date"))
    title = _REPLY.sub("", _header(message, "Subject"))
    headers = Metadata(title=title, authors=_sender(message), published=sent, zone=zone)
    plain = message.get_body(("plain",))
    text = _text(plain) if plain is not None else ""
    if text.strip():
        return Mail(text=text.replace("\r\n", "\n").strip("\n") + "\n", metadata=headers)
    page = message.get_body(("html",))
    return Mail(page=_text(page) if page is not None else "", metadata=headers)


def read_saved_page(data: bytes) -> Mail:
    """The page of a web archive in one file: its first HTML part, and where it was saved from."""
    message = _message(data)
    pages = (part for part in message.walk() if part.get_content_type() in _PAGES)
    page = next(pages, None)
    address = _header(message, "Snapshot-Content-Location") or _header(page or message, "Content-Location")
    url = address if address.startswith(("http://", "https://")) else ""
    return Mail(page=_payload(page) if page is not None else b"", metadata=Metadata(url=url))


_PAGES = ("text/html", "application/xhtml+xml")


class _Bounded(email.policy.Compat32):
    """Headers kept as they stand and no longer than a header is: to parse a long one costs the square of it."""

    def header_source_parse(self, sourcelines: Sequence[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(list(sourcelines[:_HEADER_LINES]))
        return name, value[:_HEADER]


_HEADER = 2000  # characters of one header that are read; the standard asks for lines below 998
_HEADER_LINES = 60


def _message(data: bytes) -> EmailMessage:
    return email.message_from_bytes(data, _class=EmailMessage, policy=_Bounded())  # type: ignore[arg-type]


def _header(message: MIMEPart | EmailMessage, name: str) -> str:
    """A header's words with its encoded ones decoded, on one line; as it stands when it is malformed."""
    value = message.get(name)
    raw = "" if value is None else str(value)
    try:
        raw = str(make_header(decode_header(raw)))
    except Exception:  # malformed headers end the library in many ways
        raw = raw.encode("utf-8", "replace").decode("utf-8")
    return " ".join(raw.split())


def _text(part: MIMEPart) -> str:
    """A part's text; letters its charset does not have are replaced, an unknown charset is taken for UTF-8."""
    payload = _payload(part)
    try:
        text = payload.decode(part.get_content_charset() or "utf-8", "replace")
    except Exception:  # a charset nobody knows, or none at all
        text = payload.decode("utf-8", "replace")
    return text if text.count("\ufffd") <= len(text) * _LOST else ""


_LOST = 0.1  # of the letters; what loses more is no text, or is packed in another way than it says


def _payload(part: MIMEPart | EmailMessage) -> bytes:
    """A part's bytes, unpacked from the form they were sent in."""
    try:
        payload = part.get_payload(decode=True)
    except Exception:
        return b""
    return payload if isinstance(payload, bytes) else b""


def _sender(message: EmailMessage) -> tuple[str, ...]:
    """Who the letter is from, by name; an address alone is none."""
    name = _ADDRESS.sub("", _header(message, "From")).strip(' <>"\t')
    return (name,) if name else ()
