"""Bytes to text: declared, undeclared, wrongly declared; and address fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.decode import header_text, one_line, text_of
from intake.labels import safe_label
from intake.parse_addresses import read_addresses


@pytest.mark.parametrize(
    ("octets", "charset", "text"),
    [
        ("Tür €".encode(), "utf-8", "Tür €"),
        ("Tür".encode("latin-1"), "iso-8859-1", "Tür"),
        ("“Tür”".encode("cp1252"), "iso-8859-1", "“Tür”"),
        ("Tür €".encode(), "", "Tür €"),
        ("Tür".encode("latin-1"), "", "Tür"),
        ("Tür".encode("latin-1"), "us-ascii", "Tür"),
        ("Tür".encode(), "latin1", "Tür"),
        ("日本".encode("iso-2022-jp"), "ISO-2022-JP", "日本"),
        ("中文".encode("gbk"), "gb2312", "中文"),
        ("한국".encode("cp949"), "ks_c_5601-1987", "한국"),
        ("Привет".encode("koi8-r"), "KOI8-R", "Привет"),
        (b"T\xfcr", "x-unknown", "T\ufffdr"),
        (b"abc", "unicode_escape", "abc"),
        (b"\\x41", "unicode_escape", "\\x41"),
        (b"abc", "idna", "abc"),
        (b"abc", "zip", "abc"),
        (b"abc", "utf-8\x00", "abc"),
    ],
)
def test_text_of(octets: bytes, charset: str, text: str) -> None:
    assert text_of(octets, charset) == text


@pytest.mark.parametrize(
    ("octets", "text"),
    [
        (b"plain", "plain"),
        (b"=?utf-8?q?T=C3=BCr_?= =?utf-8?q?auf?=", "Tür auf"),
        (b"=?iso-8859-1*de?Q?T=FCr?= auf", "Tür auf"),
        (b"a =?utf-8?b?w7w=?= b", "a ü b"),
        (b"=?utf-8?b?w7w?=", "ü"),
        (b"=?x?z?broken?= stays", "=?x?z?broken?= stays"),
        (b"folded\r\n line", "folded line"),
    ],
)
def test_header_text(octets: bytes, text: str) -> None:
    assert header_text(octets) == text


def test_one_line_has_no_breaks_of_any_kind() -> None:
    assert one_line("a\r\nb\u2028c\u2029d\x85e\x00f\tg") == "a b c d e f g"


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("Ann <Ann@Example.com>", [("Ann", "ann@example.com")]),
        ("ann@example.com", [("", "ann@example.com")]),
        ("ann@example.com (Ann)", [("Ann", "ann@example.com")]),
        ('"Lee, Ann" <a@b.example>, b@c.example', [("Lee, Ann", "a@b.example"), ("", "b@c.example")]),
        ("=?utf-8?q?J=C3=BCrgen?= <j@b.example>", [("Jürgen", "j@b.example")]),
        ("Team: a@b.example, b@c.example;", [("", "a@b.example"), ("", "b@c.example")]),
        ("boss@own.example <evil@evil.example>", [("boss@own.example", "evil@evil.example")]),
        ("<@relay.example:a@b.example>", [("", "a@b.example")]),
        ("undisclosed-recipients:;", []),
        ("nobody", []),
        ("", []),
        ('"never closed <a@b.example>', [("never closed", "a@b.example")]),
    ],
)
def test_read_addresses(field: str, found: list[tuple[str, str]]) -> None:
    assert read_addresses(field.encode()) == found


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("plan.pdf", "plan.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\docs\\plan.pdf", "plan.pdf"),
        ("a\r\nb\x00.pdf", "a b .pdf"),
        ("exe.\u202efdp", "exe._fdp"),
        ("...", ""),
        ("x" * 200 + ".pdf", "x" * 96 + ".pdf"),
    ],
)
def test_safe_label(name: str, label: str) -> None:
    assert safe_label(name) == label


@given(st.binary(max_size=300), st.text(max_size=20))
def test_never_raises(octets: bytes, charset: str) -> None:
    text_of(octets, charset)
    header_text(octets)
    read_addresses(octets)
    safe_label(one_line(text_of(octets)))
