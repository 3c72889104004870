"""A signed address is found in whatever dress a file shows it, and nowhere else."""

import base64
import quopri
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wire.tokens import Keyring, Purpose, message_id, mint, sign, tagged
from wire.tokens_shown import shows_token

RING = Keyring({1: b"k" * 32}, 1)
TAGS = [
    sign(mint(Purpose.TASK, "joy", RING, 12), RING),
    sign(mint(Purpose.OWNER, "stephanie.miller", RING), RING),
    sign(mint(Purpose.KNOCK, "a" * 40, RING, 999999999), RING),
]
DRESSES: dict[str, Callable[[bytes], bytes]] = {
    "plain": lambda mail: mail,
    "capitals": bytes.upper,
    "utf-16": lambda mail: mail.decode().encode("utf-16"),
    "quoted-printable": lambda mail: quopri.encodestring(b"x" * 50 + mail, quotetabs=True),
    "base64": base64.encodebytes,
    "base64 with CRLF": lambda mail: base64.encodebytes(mail).replace(b"\n", b"\r\n"),
    "base64 below a head": lambda mail: (
        b"Content-Type: text/plain\n\n" + base64.encodebytes(mail) + b"\n--b--"
    ),
    "base64 in base64": lambda mail: base64.encodebytes(base64.encodebytes(mail)),
    "base64 that is cut": lambda mail: base64.encodebytes(mail)[:-3],
}


@pytest.mark.parametrize("tag", TAGS, ids=str)
@pytest.mark.parametrize("dress", DRESSES)
def test_it_is_found_in_every_dress(dress: str, tag: str) -> None:
    words = f"Please answer to {tagged('tasks@example.com', tag)} or call me. " * 3
    assert shows_token(DRESSES[dress](words.encode()))


def test_a_message_id_is_one_too() -> None:
    mid = message_id(mint(Purpose.TASK, "joy", RING, 12), "abc123", RING, "example.com")
    assert shows_token(f"In-Reply-To: {mid}".encode())


@pytest.mark.parametrize(
    "words",
    ["", "tasks+joy@example.com", "t-shirt-10-abcdefghijklmnopq", "x9-joy-1-abcdefghijklmnop", "T-12, C-3"]
    + ["t1-joy-1-abcdefgh", "-1-abcdefghijklmnop", "t1-joy-1-abcdefghijklmno1"],
)
def test_other_words_are_none(words: str) -> None:
    assert not shows_token(words.encode())


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=600))
def test_noise_never_raises(noise: bytes) -> None:
    assert shows_token(noise) in (False, True)
    assert shows_token(noise + TAGS[0].encode() + b" " + noise)
