"""What must hold of a reader's answer, whatever the bytes were.

These checks know nothing of the readers: a title is one line, a text can be
written down in UTF-8, an address has no white space, a label is no path.
"""

import json
import re
from dataclasses import asdict

from intake.mail import InboundMail, Part
from tests.hostile.kit import CONTROL

TEXT_CHARS, TEXT_LINES, FILES, LABEL, SUBJECT = 64 * 1024, 2000, 20, 100, 1100
_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SPACE = re.compile(r"\s")


def check(good: bool, what: str, value: object = "") -> None:
    """Raise AssertionError with what was broken, also under `python -O`."""
    if not good:
        raise AssertionError(f"{what}: {value!r:.300}")


def one_line(text: str, longest: int = 1 << 20) -> None:
    check(not CONTROL.search(text), "not one line", text)
    check(len(text) <= longest, f"longer than {longest}", len(text))
    writable(text)


def writable(*texts: str) -> None:
    """No half of a surrogate pair, which no UTF-8 can hold."""
    for text in texts:
        check(text.encode("utf-8", "replace").decode() == text, "cannot be written", text[:200])


def address(text: str) -> None:
    one_line(text)
    check(not _SPACE.search(text), "white space in an address", text)


def label(text: str) -> None:
    """The name of a file: never a path."""
    one_line(text, LABEL)
    check(not set("/\\") & set(text) and text not in (".", ".."), "a path", text)


def mail(found: InboundMail) -> None:
    one_line(found.subject, SUBJECT)
    for line in (found.from_name, found.message_id, found.in_reply_to, *found.references, found.kind_why):
        one_line(line)
    for line in (found.reaction, found.trouble, found.report.recipient, found.report.status):
        one_line(line)
    for each in (*found.from_addresses, *found.reply_to, *found.to, *found.cc):
        address(each)
    for name, value in found.headers:
        one_line(name)
        one_line(value)
    _text(found)
    check(len(found.parts) <= FILES, "too many files", len(found.parts))
    for part in found.parts:
        _part(part)
    for moment in (found.written_at, found.away_until):
        check(moment is None or moment.tzinfo is not None, "a moment without a zone", moment)


def _text(found: InboundMail) -> None:
    check(len(found.text) <= TEXT_CHARS, "a long text", len(found.text))
    check(found.text.count("\n") < TEXT_LINES, "too many lines", found.text.count("\n"))
    check(not _NO_TEXT.search(found.text), "controls in a text", _NO_TEXT.findall(found.text)[:3])
    plain = asdict(found)
    plain["parts"] = [{**part, "data": ""} for part in plain["parts"]]
    json.dumps(plain, ensure_ascii=False, default=str).encode()


def _part(part: Part) -> None:
    label(part.name)
    check(bool(part.name), "a file without a name")
    one_line(part.media_type)
    one_line(part.content_id)
