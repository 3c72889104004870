"""The body hash: the octets of the RFC, whatever a body is made of."""

import re
from hashlib import sha256

import pytest
from dkim.canonicalization import CanonicalizationPolicy
from hypothesis import given
from hypothesis import strategies as st

from intake.dkim_body import body_hash


@pytest.mark.parametrize(
    ("body", "canonical", "relaxed"),
    [
        # RFC 6376, section 3.4.5, and the empty bodies of 3.4.3 and 3.4.4
        (" C \r\nD \t E\r\n\r\n\r\n", " C\r\nD E\r\n", True),
        (" C \r\nD \t E\r\n\r\n\r\n", " C \r\nD \t E\r\n", False),
        ("", "", True),
        ("", "\r\n", False),
        ("\r\n\r\n", "", True),
        ("\r\n\r\n", "\r\n", False),
        (" \r\n\t\r\n", "", True),
        ("a", "a\r\n", True),
        ("a \t", "a\r\n", True),
        ("a\nb\n", "a\r\nb\r\n", False),
    ],
)
def test_the_canonical_body(body: str, canonical: str, relaxed: bool) -> None:
    form = b"simple/relaxed" if relaxed else b"relaxed"
    assert body_hash(body.encode(), form) == sha256(canonical.encode()).digest()


pieces = st.sampled_from([b" ", b"\t", b"\r\n", b"\n", b"\r", b"x", b"\xff", b"\0"])
bodies = st.lists(pieces, max_size=30).map(b"".join)


@given(bodies, st.sampled_from([b"simple/simple", b"simple/relaxed"]))
def test_the_body_hash_is_the_library_s(body: bytes, form: bytes) -> None:
    """For bodies that end their last line; the library leaves an open line open."""
    whole = body + b"\n"
    crlf = re.sub(b"\r?\n", b"\r\n", whole)
    theirs = CanonicalizationPolicy.from_c_value(form).canonicalize_body(crlf)
    assert body_hash(whole, form) == sha256(theirs).digest()


def test_an_unknown_form_has_no_hash() -> None:
    assert body_hash(b"x", b"simple/rot13") is None
