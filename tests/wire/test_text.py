"""Foreign text on one line that turns nothing around."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wire.encoded import decode_words, encode_words
from wire.text import clean, one_line, subject_tag

OPENS, CLOSE = "\u2066\u2067\u2068", "\u2069"
marked = st.text(st.sampled_from("ab \n\u202e\u202a\u2066\u2067\u2068\u2069\u200f\u061c"), max_size=60)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Paint the fence", "Paint the fence"),
        (" a\r\nb\tc\x85d\u2028e\u2029f\x00g\x1bh ", "a b c d e f g h"),
        ("x" * 200, "x" * 119 + "…"),
        ("a\ud800b", "a\ufffdb"),
        ("", ""),
        ("שלום", "שלום"),
        pytest.param("pay \u202efdp.exe", "\u2068pay \u202efdp.exe\u2069", id="D22"),
        pytest.param("a\u2069b\u202ec", "\u2068ab\u202ec\u2069", id="an end that would close ours"),
        pytest.param("a\u2067b", "\u2068a\u2067b\u2069\u2069", id="an isolate left open"),
    ],
)
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


@given(st.one_of(st.text(max_size=300), marked), st.integers(8, 120))
def test_one_line_is_one_line_within_its_limit(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert len(line) <= limit
    assert len(line.splitlines()) <= 1


def test_what_is_printable_holds_nothing_to_be_cleaned() -> None:
    """Of all characters of Unicode: such a text is not looked at more closely."""
    printable = "".join(c for c in map(chr, range(0x110000)) if c.isprintable())
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", printable)
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", printable)
    assert one_line(f" {printable}  {printable} ", 10**7) == f"{printable.strip(' ')} {printable.strip(' ')}"


@given(st.lists(st.sampled_from("a\x85\u2028\ud800\xa0\u3000 \t"), max_size=12).map("".join))
def test_what_is_cleaned_is_the_same_by_either_way(text: str) -> None:
    flat = re.sub("[\ud800-\udfff]", "\ufffd", re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", text))
    assert clean(text) == re.sub(" {2,}", " ", flat).strip(" ")


@given(marked)
def test_every_isolate_is_closed_in_order(text: str) -> None:
    depth, line = 0, one_line(text)
    for place, character in enumerate(line):
        depth += (character in OPENS) - (character == CLOSE)
        assert depth > 0 or line[0] != "\u2068" or place == len(line) - 1
    assert depth == 0


@pytest.mark.parametrize(
    ("subject", "number"),
    [
        ("[T-42] Paint the fence", 42),
        ("Re: AW: [t-7] x", 7),
        ("[T-42] x [T-42]", 42),
        ("[T-42] and [T-43]", None),
        ("T-42", None),
        ("[T-0]", None),
        ("[T-٤٢]", None),
        ("[T-1234567890]", None),
        ("", None),
    ],
)
def test_subject_tag(subject: str, number: int | None) -> None:
    assert subject_tag(subject) == number


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_encoded_words_are_read_back(text: str) -> None:
    words = encode_words(text)
    assert all(len(word) <= 62 and word.isascii() for word in words)
    assert decode_words("\t".join(words)) == text


@given(st.text(max_size=300))
def test_decoding_never_raises(text: str) -> None:
    decode_words(text)


@pytest.mark.parametrize(
    ("text", "decoded"),
    [
        ("=?utf-8?q?a_b=3F?= c", "a b? c"),
        ("=?utf-8*de?Q?=C3=BC?=", "ü"),
        ("=?iso-8859-1?q?=FC?=", "ü"),
        ("=?utf-7?q?+AAo-?=", "+AAo-"),
        ("=?utf-8?b?!!!?=", ""),
        ("=?utf-8?x?a?=", "=?utf-8?x?a?="),
    ],
)
def test_decode_words(text: str, decoded: str) -> None:
    assert decode_words(text) == decoded
