"""Addresses: one normal form, and a From that can be read in one way only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wire.addresses import Identity, a_labels, bare, display, read_from


@pytest.mark.parametrize(
    ("address", "normal"),
    [
        ("Joy@Example.COM", "joy@example.com"),
        (" joy@example.com\t", "joy@example.com"),
        ("o'neil+x=y@example.com", "o'neil+x=y@example.com"),
        ("joy@localhost", "joy@localhost"),
        ("joy@bücher.example", "joy@xn--bcher-kva.example"),
        ("joy@BÜCHER.example", "joy@xn--bcher-kva.example"),
        ("joy@faß.example", "joy@xn--fa-hia.example"),
        ("joy@XN--BCHER-KVA.example", "joy@xn--bcher-kva.example"),
        pytest.param("joy@ｅxample.com", None, id="full-width letter"),
        pytest.param("joy@exam\u00adple.com", None, id="soft hyphen"),
        pytest.param("joy@example\u3002com", None, id="ideographic full stop"),
        pytest.param("joy@\u212aent.com", None, id="Kelvin sign"),
        pytest.param("jo\u212a@example.com", None, id="Kelvin sign in the local part"),
        ("joy", None),
        ("", None),
        ("@example.com", None),
        ("joy@", None),
        ("joy@@example.com", None),
        ("joy@example..com", None),
        ("joy@example.com.", None),
        ("joy@-example.com", None),
        ("joy.@example.com", None),
        ("joy smith@example.com", None),
        ("<joy@example.com>", None),
        ('"joy"@example.com', None),
        ("joy@[192.0.2.1]", None),
        ("joy(x)@example.com", None),
        ("=?utf-8?q?joy?=@example.com", None),
        ("joy\r\nbcc:@example.com", None),
        ("joy@example.com\n", None),
        ("joy\0@example.com", None),
        ("j" * 250 + "@example.com", None),
        ("joy@" + "a" * 64 + ".com", None),
        ("joy@" + "a." * 200 + "com", None),
    ],
)
def test_bare(address: str, normal: str | None) -> None:
    assert bare(address) == normal


@given(st.text(max_size=80))
def test_bare_is_one_form_and_never_raises(text: str) -> None:
    once = bare(text)
    assert once is None or (bare(once) == once and once.isascii() and once == once.lower())
    a_labels(text)


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("joy@example.com", ("", "joy@example.com")),
        ("<joy@example.com>", ("", "joy@example.com")),
        ("Joy Smith <Joy@Example.com>", ("Joy Smith", "joy@example.com")),
        ('"Smith, Joy" <joy@example.com>', ("Smith, Joy", "joy@example.com")),
        ('"Joy \\"J\\" Smith" <joy@example.com>', ('Joy "J" Smith', "joy@example.com")),
        ("Joy J. Smith <joy@example.com>", ("Joy J. Smith", "joy@example.com")),
        ("Joy Smith (Example) <joy@example.com>", ("Joy Smith (Example)", "joy@example.com")),
        ("joy@example.com (Joy Smith)", ("Joy Smith", "joy@example.com")),
        ("Joy@Example.com <joy@example.com>", ("Joy@Example.com", "joy@example.com")),
        ("Joy\r\n <joy@example.com>", ("Joy", "joy@example.com")),
        ("=?utf-8?q?J=C3=B6y?= <joy@example.com>", ("Jöy", "joy@example.com")),
        ("=?utf-8?b?SsO2?= =?utf-8?b?eQ==?= <joy@example.com>", ("Jöy", "joy@example.com")),
        ("=?x-none?q?J=C3=B6y?= <joy@example.com>", ("Jöy", "joy@example.com")),
        ("Jöy <joy@example.com>", ("Jöy", "joy@example.com")),
        (b"J\xf6y <joy@example.com>".decode("utf-8", "surrogateescape"), ("J\ufffdy", "joy@example.com")),
        pytest.param(
            '"boss@own.example" <evil@evil.example>', ("boss@own.example", "evil@evil.example"), id="D05"
        ),
    ],
)
def test_read_from(value: str, read: tuple[str, str]) -> None:
    assert read_from([value]) == read


@pytest.mark.parametrize(
    "values",
    [
        pytest.param([], id="missing"),
        pytest.param([""], id="empty"),
        pytest.param(["<>"], id="null address"),
        pytest.param(["Joy"], id="a name only"),
        pytest.param(["a@example.com", "a@example.com"], id="two fields"),
        pytest.param(["a@example.com, b@example.com"], id="two addresses"),
        pytest.param(["a@example.com b@example.com"], id="two addresses and no comma"),
        pytest.param(["<a@example.com> <b@example.com>"], id="two angles"),
        pytest.param(["boss@own.example <evil@evil.example>"], id="an address as the name"),
        pytest.param(
            ["evil@evil.example boss@own.example <evil@evil.example>"], id="two addresses as the name"
        ),
        pytest.param(["<boss@own.example> evil@evil.example"], id="an address behind"),
        pytest.param(["Team: a@example.com;"], id="group"),
        pytest.param(["undisclosed-recipients:;"], id="empty group"),
        pytest.param(["<@relay.example:joy@example.com>"], id="route"),
        pytest.param(["boss@own.example (<evil@evil.example>)"], id="address in a comment"),
        pytest.param(["boss(x)@own.example"], id="comment inside"),
        pytest.param(["(boss@own.example) <evil@evil.example>"], id="comment with an address"),
        pytest.param(["(a (b) c) <joy@example.com>"], id="nested comment"),
        pytest.param(["(x) joy@example.com"], id="comment before"),
        pytest.param(['"Joy <joy@example.com>'], id="open quote"),
        pytest.param(["Joy <joy@example.com"], id="open angle"),
        pytest.param(['"joy"@example.com'], id="quoted local part"),
        pytest.param(["=?utf-8?q?boss=40own.example?="], id="encoded address"),
        pytest.param(["=?utf-8?q?boss?=@own.example"], id="encoded local part"),
        pytest.param(["Joy <=?utf-8?q?boss?=@own.example>"], id="encoded local part in angles"),
        pytest.param(["Joy, Smith <joy@example.com>"], id="unquoted comma"),
        pytest.param(["Joy <joy@example.com>,"], id="trailing comma"),
        pytest.param(["joy@example.com\0"], id="NUL"),
        pytest.param(["Joy " + "x" * 1024 + " <joy@example.com>"], id="over the cap"),
    ],
)
def test_a_from_that_could_be_read_twice_is_not_read(values: list[str]) -> None:
    assert read_from(values) is None


odd = st.text(
    st.one_of(st.characters(), st.sampled_from('\ud800\udc80\udcff\x00\r\n"<>@(),:;=?')), max_size=80
)


@given(st.lists(odd, max_size=3))
def test_read_from_never_raises(values: list[str]) -> None:
    read = read_from(values)
    assert read is None or (len(values) == 1 and bare(read[1]) == read[1])


@given(odd)
def test_a_displayed_name_is_read_back_as_one_mailbox(name: str) -> None:
    shown = display(name, "Joy@Example.com")
    assert "\r" not in shown and "\n" not in shown
    read = read_from([shown])
    assert read is not None and read[1] == "joy@example.com"


def test_display_refuses_what_is_no_address() -> None:
    with pytest.raises(ValueError, match="not an address"):
        display("Joy", "joy@example.com>, <evil@example.com")


def test_identity() -> None:
    ours = Identity("tasks@Example.com")
    assert ours.domain == "example.com"
    assert ours.reply_to("t1-x") == "tasks+t1-x@Example.com"
    assert Identity("tasks@example.com", plus=False).reply_to("t1-x") == "tasks@example.com"
