"""Tokens: only we can make one, and it speaks of one person and one thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wire.tokens import (
    Keyring,
    Purpose,
    Token,
    letter_key_in,
    looks_signed,
    message_id,
    mint,
    read_message_id,
    read_token,
    sign,
    strip_tokens,
    tag_of,
    tagged,
)

BASE = "tasks@example.com"
RING = Keyring({1: b"a" * 32, 2: b"b" * 32}, current=2)
NUMBERED = (Purpose.TASK, Purpose.KNOCK, Purpose.CODE)

people = st.from_regex(r"[a-z0-9]([a-z0-9_-]{0,20}[a-z0-9])?", fullmatch=True)
tokens = st.one_of(
    st.builds(Token, st.sampled_from(NUMBERED), people, st.integers(1, 999_999_999), st.sampled_from([1, 2])),
    st.builds(Token, st.just(Purpose.DIGEST), people, st.just(0), st.sampled_from([1, 2])),
    st.builds(Token, st.just(Purpose.OWNER), people, st.just(0), st.just(1)),
)


@pytest.mark.parametrize(
    ("token", "beginning"),
    [
        (Token(Purpose.TASK, "joy", 42, 1), "t42-joy-1-"),
        (Token(Purpose.DIGEST, "stephanie", 0, 2), "d-stephanie-2-"),
        (Token(Purpose.KNOCK, "mary-ann", 7, 1), "k7-mary-ann-1-"),
        (Token(Purpose.OWNER, "stephanie", 0, 1), "o-stephanie-1-"),
    ],
)
def test_the_form_of_a_tag(token: Token, beginning: str) -> None:
    tag = sign(token, RING)
    assert tag.startswith(beginning)
    assert len(tag) == len(beginning) + 16
    assert tag == tag.lower()


@given(tokens)
def test_a_signed_tag_is_read_back_in_any_case(token: Token) -> None:
    tag = sign(token, RING)
    assert read_token(tag, RING) == token
    assert read_token(tag.upper(), RING) == token


@given(tokens, st.data())
def test_a_changed_character_makes_it_unknown(token: Token, data: st.DataObject) -> None:
    tag = sign(token, RING)
    place = data.draw(st.integers(0, len(tag) - 1))
    other = data.draw(
        st.sampled_from("abcdefghijklmnopqrstuvwxyz0123456789-+.").filter(lambda c: c != tag[place])
    )
    assert read_token(tag[:place] + other + tag[place + 1 :], RING) is None


@given(st.text(max_size=120))
def test_no_text_makes_the_readers_raise(text: str) -> None:
    assert read_token(text, RING) is None
    assert read_message_id(text, RING, "example.com") is None
    tag_of(text, BASE)
    looks_signed(text)
    letter_key_in(text)


def test_the_mac_of_one_token_does_not_fit_another() -> None:
    """No field may run into its neighbour: person "joy-1" epoch 2 is not "joy" ..."""
    macs = {
        sign(Token(purpose, person, number, epoch), RING)[-16:]
        for purpose, number in (
            (Purpose.TASK, 4),
            (Purpose.TASK, 42),
            (Purpose.KNOCK, 42),
            (Purpose.DIGEST, 0),
        )
        for person in ("joy", "joy-1", "sam")
        for epoch in (1, 2)
    }
    assert len(macs) == 4 * 3 * 2


def test_a_token_lives_as_long_as_its_key() -> None:
    tag = sign(Token(Purpose.TASK, "joy", 42, 1), Keyring({1: b"a" * 32}, current=1))
    assert read_token(tag, RING) is not None
    assert read_token(tag, Keyring({2: b"b" * 32}, current=2)) is None
    assert read_token(tag, Keyring({1: b"x" * 32}, current=1)) is None


def test_a_ring_never_shows_its_keys() -> None:
    assert "aaaa" not in repr(RING)


def test_mint_takes_the_current_key_or_the_secret_epoch() -> None:
    ring = Keyring(RING.keys, current=2, secret_epochs={"stephanie": 5})
    assert mint(Purpose.TASK, "joy", ring, 42) == Token(Purpose.TASK, "joy", 42, 2)
    assert mint(Purpose.OWNER, "stephanie", ring) == Token(Purpose.OWNER, "stephanie", 0, 5)


def test_the_secret_address_is_renewed_alone() -> None:
    old = sign(mint(Purpose.OWNER, "stephanie", RING), RING)
    renewed = Keyring(RING.keys, RING.current, {"stephanie": 2})
    new = sign(mint(Purpose.OWNER, "stephanie", renewed), renewed)
    assert read_token(old, RING) is not None
    assert read_token(old, renewed) is None
    assert read_token(new, renewed) == Token(Purpose.OWNER, "stephanie", 0, 2)
    assert read_token(sign(mint(Purpose.TASK, "joy", RING, 1), RING), renewed) is not None


def test_the_secret_address_outlives_a_new_key() -> None:
    before = Keyring({1: b"a" * 32}, current=1)
    tag = sign(mint(Purpose.OWNER, "stephanie", before), before)
    assert read_token(tag, RING) is not None
    assert read_token(tag, Keyring({2: b"b" * 32}, current=2)) is None


@pytest.mark.parametrize(
    "token",
    [
        Token(Purpose.TASK, "Joy", 42),
        Token(Purpose.TASK, "joy smith", 42),
        Token(Purpose.TASK, "", 42),
        Token(Purpose.TASK, "a..b", 42),
        Token(Purpose.TASK, "joy", 0),
        Token(Purpose.DIGEST, "joy", 3),
    ],
)
def test_what_cannot_stand_in_an_address_is_our_mistake(token: Token) -> None:
    with pytest.raises(ValueError, match="joy|person|number|Joy"):
        sign(token, RING)


@given(tokens, st.from_regex(r"[0-9a-f]{20}", fullmatch=True))
def test_a_message_id_is_read_back(token: Token, key: str) -> None:
    mid = message_id(token, key, RING, "example.com")
    assert mid == message_id(token, key, RING, "Example.COM")
    assert len(mid) < 200
    assert read_message_id(mid, RING, "example.com") == (token, key)
    assert read_message_id(mid.strip("<>"), RING, "EXAMPLE.com") == (token, key)
    assert read_message_id(mid, RING, "example.org") is None
    assert letter_key_in(mid) == key


def test_a_message_id_covers_the_letter() -> None:
    token = Token(Purpose.TASK, "joy", 42, 1)
    mid = message_id(token, "1f" * 10, RING, "example.com")
    assert read_message_id(mid.replace("1f1f", "1e1f", 1), RING, "example.com") is None
    tag = sign(token, RING)
    assert read_message_id(f"<{tag}.{'1f' * 10}@example.com>", RING, "example.com") is None
    assert read_token(mid.strip("<>").partition(".")[0], RING) is None


@pytest.mark.parametrize(
    ("address", "tag"),
    [
        ("tasks@example.com", ""),
        ("Tasks+Joy@Example.com", "joy"),
        ("tasks+t1-joy-1-abcdefghijklmnop@example.com", "t1-joy-1-abcdefghijklmnop"),
        ("tasks+a+b@example.com", "a+b"),
        ("tasks@example.org", None),
        ("mytasks+joy@example.com", None),
        ("tasksjoy@example.com", None),
        ("tasks", None),
        ("", None),
        ('"tasks+joy"@example.com', None),
    ],
)
def test_tag_of(address: str, tag: str | None) -> None:
    assert tag_of(address, BASE) == tag


def test_a_base_with_a_plus_of_its_own() -> None:
    base = "stephanie+tasks@example.com"
    assert tag_of(tagged(base, "joy"), base) == "joy"
    assert tag_of("stephanie@example.com", base) is None


@given(tokens)
def test_tagged_and_tag_of_agree(token: Token) -> None:
    tag = sign(token, RING)
    assert tag_of(tagged(BASE, tag), BASE) == tag


@pytest.mark.parametrize("plus", ["+", "%2B", "%2b", "&#43;"])
def test_no_token_is_left_in_quoted_text(plus: str) -> None:
    tag = sign(Token(Purpose.OWNER, "stephanie", 0, 1), RING)
    text = f"> To: Tasks <tasks{plus}{tag}@example.com>, joy@example.org\n> tasks+joy@example.com"
    assert (
        strip_tokens(text, BASE)
        == "> To: Tasks <tasks@example.com>, joy@example.org\n> tasks+joy@example.com"
    )


def test_no_signed_id_is_left_in_quoted_text() -> None:
    mid = message_id(Token(Purpose.TASK, "joy", 42, 1), "1f" * 10, RING, "example.com")
    assert strip_tokens(f"> Message-ID: {mid.upper()} ", BASE) == "> Message-ID: <tasks@EXAMPLE.COM> "


def test_no_token_is_left_in_a_rewritten_link() -> None:
    tag = sign(Token(Purpose.TASK, "joy", 42, 1), RING)
    link = f"https://links.example/?url=mailto%3Atasks%252B{tag}%2540example.com&data=1"
    assert tag not in strip_tokens(link, BASE)


@given(st.text(max_size=60), tokens, st.text(max_size=60))
def test_stripped_text_holds_no_token_we_would_read(before: str, token: Token, after: str) -> None:
    tag = sign(token, RING)
    assert tag not in strip_tokens(f"{before} tasks+{tag}@example.com {after}", BASE)


def test_stripping_is_linear() -> None:
    for hostile in ("t1-" * 100_000, "+t1-a-1-" * 40_000, "t1-" + "a" * 300_000, "-" * 300_000):
        strip_tokens(hostile, BASE)
