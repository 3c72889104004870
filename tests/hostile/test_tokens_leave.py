"""A reply address is its reader's alone: it never leaves in a file, either.

Words are stripped of tokens. A file cannot be, without becoming another file:
one that shows a token stays behind, and both sides are told. What is packed
(a deflated archive, a PDF) is never opened, and not looked into: SECURITY.md.
"""

import base64
import quopri
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest

from tests.hostile.kit import STEPHANIE, Siege, besieged
from tests.shell.office import Got, one


@pytest.fixture
def siege(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path) as opened:
        yield opened


def _zip(letter: Got) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("letter.eml", letter.raw)
    return held.getvalue()


DRESSES: dict[str, tuple[str, str, Callable[[Got], bytes]]] = {
    "mail": ("message/rfc822", "letter.eml", lambda got: got.raw),
    "text": ("text/plain", "notes.txt", lambda got: f"Answer to {got.reply_to}".encode()),
    "html": ("text/html", "page.html", lambda got: got.reply_to.replace("+", "&#43;").encode()),
    "quoted": ("application/octet-stream", "a.bin", lambda got: quopri.encodestring(b"x" * 60 + got.raw)),
    "base64": ("application/octet-stream", "letter.eml",
               lambda got: b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(got.raw)),
    "link": ("text/html", "page.html", lambda got: got.reply_to.replace("+", "%2B").encode()),
    "zip": ("application/zip", "all.zip", _zip),
}  # fmt: skip


def attached(siege: Siege, letter: Got, dress: str) -> list[Got]:
    """The owner's fresh task with a letter to the owner attached, in some dress."""
    kind, name, data = DRESSES[dress]
    if kind == "message/rfc822":
        part = f"Content-Type: {kind}\nContent-Disposition: attachment; filename={name}\n\n".encode()
        part += data(letter).replace(b"\r\n", b"\n")
    else:
        part = f"Content-Type: {kind}\nContent-Transfer-Encoding: base64\n".encode()
        part += f"Content-Disposition: attachment; filename={name}\n\n".encode()
        part += base64.encodebytes(data(letter))
    words = b"--b\nContent-Type: text/plain\n\nCall everyone by Friday.\n--b\n" + part + b"\n--b--"
    siege.office.mail(
        STEPHANIE,
        "tasks+joy@example.com",
        f"Again: {dress}",
        words.decode("latin-1"),
        media_type='multipart/mixed; boundary="b"',
    )
    return siege.round()  # each letter is looked through for tokens (tests/shell/private.py)


@pytest.mark.parametrize("dress", DRESSES)
def test_the_owners_reply_address_does_not_leave_in_a_file(siege: Siege, dress: str) -> None:
    _, receipt = siege.begin()
    letters = attached(siege, receipt, dress)
    for kind in ("assignment", "receipt"):
        assert "reply address that only one person may use" in " ".join(one(letters, kind).text.split()), kind


@pytest.mark.parametrize("dress", ["mail", "text", "html"])
def test_a_contractors_own_letter_does_not_go_to_the_next(siege: Siege, dress: str) -> None:
    assignment, _ = siege.begin("ben")
    attached(siege, assignment, dress)
