"""Text made to hurt: no reader of mail raises on it, and none hangs."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.linear import FLOODS, READERS
from intake.html import text_of_html
from intake.parse import parse
from language.meaning import NewWords
from language.reply import new_words
from language.reply_forward import quoted_mail

NOON = datetime(2026, 11, 30, 20, 0, tzinfo=UTC)
GUARD = 5.0  # seconds; a hundredth is needed, and a busy machine is no failure
PIECES = st.lists(st.sampled_from(FLOODS) | st.text(max_size=8), max_size=60).map("".join)


@given(PIECES, st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_no_mixture_raises_in_the_splitter(text: str, subject: str) -> None:
    found = new_words(text, subject)
    assert isinstance(found, NewWords)
    quoted_mail(text)


@given(PIECES)
@settings(max_examples=200, deadline=None)
def test_no_mixture_raises_as_html(text: str) -> None:
    assert isinstance(text_of_html(text), str)


@given(PIECES, st.sampled_from(("text/plain", "text/html", "multipart/mixed; boundary=a", "message/rfc822")))
@settings(max_examples=300, deadline=None)
def test_no_mixture_raises_in_a_mail(text: str, kind: str) -> None:
    octets = text.encode("utf-8", "surrogatepass")
    mail = parse(b"From: a@b.example\nContent-Type: " + kind.encode() + b"\n\n" + octets, NOON)
    assert mail.from_addresses == ("a@b.example",)
    for name in (b"Subject", b"From", b"To", b"Date", b"References", b"Content-Type", b"Message-ID"):
        parse(name + b": " + octets.replace(b"\n", b" ") + b"\n\nx", NOON)


@pytest.mark.parametrize("name", READERS)
def test_no_flood_hangs_a_reader(name: str) -> None:
    started = time.monotonic()
    for piece in FLOODS[:: 1 + len(FLOODS) // 24]:
        READERS[name]((piece * (50_000 // len(piece)))[:50_000])
    assert time.monotonic() - started < 2 * GUARD
