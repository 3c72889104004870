"""The caps before parsing: each with a mail just over it, and ordinary mail below all."""

import time

import pytest

from intake.guard import check_raw, head_of
from tests.intake.mails import FOLDER

HEAD = b"From: a@b.example\r\nSubject: x\r\n"


def nested(depth: int) -> bytes:
    """A mail with `depth` multiparts inside one another."""
    mail = HEAD + b"Content-Type: multipart/mixed; boundary=b0\r\n\r\n"
    for level in range(1, depth):
        mail += b"--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n" % (level - 1, level)
    return mail


def parts(number: int) -> bytes:
    """A mail with `number` parts."""
    mail = HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
    return mail + b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n" * number


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        pytest.param(b"x" * (20 * 1024 * 1024 + 1), "20 MB", id="whole mail"),
        pytest.param(HEAD + b"X: y\r\n" * 20_000 + b"\r\nbody", "100 KB", id="header"),
        pytest.param(HEAD + b"X: " + b"y" * 17_000 + b"\r\n\r\nbody", "16 KB", id="one field"),
        pytest.param(HEAD + b"X: " + b"y\r\n " * 6_000 + b"\r\n\r\nbody", "16 KB", id="one folded field"),
        pytest.param(b"From: " + b'"' * 1100 + b"\r\n\r\nbody", "From field", id="From"),
        pytest.param(b"To: " + b'"' * 1100 + b"\r\n\r\nbody", "quotation marks", id="quotes in To"),
        pytest.param(nested(60), "60 deep", id="depth"),
        pytest.param(parts(5000), "5000 parts", id="parts"),
        pytest.param(
            parts(1) + b"--b\r\nContent-Type: text/plain" + b";" * 200_000 + b"\r\n\r\nx",
            "of a part",
            id="semicolons",
        ),
    ],
)
def test_over_a_cap_is_refused_with_a_sentence(raw: bytes, words: str) -> None:
    reason = check_raw(raw)
    assert reason is not None
    assert words in reason
    assert reason.endswith(".")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.eml")), ids=lambda path: str(path.stem))
def test_ordinary_mail_passes(path: object) -> None:
    assert check_raw((FOLDER / f"{getattr(path, 'stem', '')}.eml").read_bytes()) is None


@pytest.mark.parametrize("raw", [nested(20), parts(200), b"", b"\r\n\r\n", b"no header at all"])
def test_at_the_cap_passes(raw: bytes) -> None:
    assert check_raw(raw) is None


def test_head_ends_at_the_first_empty_line() -> None:
    assert head_of(b"A: b\r\nC: d\r\n\r\nbody\r\n\r\nmore") == b"A: b\r\nC: d"
    assert head_of(b"\r\nbody") == b""


def test_twenty_megabytes_of_boundaries_do_not_hang() -> None:
    raw = (HEAD + b"\r\n" + b"--b\r\nboundary=b\r\n" * 1_200_000)[: 20 * 1024 * 1024]
    begun = time.monotonic()
    check_raw(raw)
    assert time.monotonic() - begun < 20
