"""A saved e-mail (``.eml``) or a page saved as one file (``.mhtml``) in; its text or page and headers out."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass
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
    sent, zone = read_moment(str(message.get("Date", "")).strip())
    title = _REPLY.sub("", " ".join(str(message.get("Subject", "")).split()))
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
    address = str(message.get("Snapshot-Content-Location") or (page or message).get("Content-Location") or "")
    url = address.strip() if address.strip().startswith(("http://", "https://")) else ""
    payload = page.get_payload(decode=True) if page is not None else b""
    return Mail(page=payload if isinstance(payload, bytes) else b"", metadata=Metadata(url=url))


_PAGES = ("text/html", "application/xhtml+xml")


def _message(data: bytes) -> EmailMessage:
    return email.message_from_bytes(data, policy=email.policy.default)


def _text(part: MIMEPart) -> str:
    """A part's text; letters its charset does not have are replaced, an unknown charset is taken for UTF-8."""
    try:
        content = part.get_content()
    except (LookupError, UnicodeError, KeyError):
        payload = part.get_payload(decode=True)
        content = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return content if isinstance(content, str) else ""


def _sender(message: EmailMessage) -> tuple[str, ...]:
    """Who the letter is from, by name; an address alone is none."""
    name = _ADDRESS.sub("", str(message.get("From", ""))).strip(' "\t')
    return (name,) if name else ()
