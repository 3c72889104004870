"""Authentication-Results: one field of one server is believed, read to the letter."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.authres import Result, parse, raw_fields, verdict

US = "mx.example.org"
BOSS = "stephanie@example.com"
PASS = f"{US}; dmarc=pass header.from=example.com"


def test_the_examples_of_the_rfc() -> None:
    """RFC 8601, appendix B."""
    none = parse("example.org 1; none")
    assert none is not None and none.authserv_id == "example.org" and none.results == ()
    two = parse(
        "example.com; auth=pass (cram-md5) smtp.auth=sender@example.net; spf=pass smtp.mailfrom=example.net"
    )
    assert two is not None and [r.method for r in two.results] == ["auth", "spf"]
    assert two.results[0] == Result("auth", "pass", (("smtp.auth", "sender@example.net"),))
    odd = parse(
        "foo.example.net (foobar) 1 (baz); dkim (Because I like it) / 1 (One yay) = (wait for it) fail"
        " policy (A dot can go here) . (like that) expired (this surprised me) = 1362471462"
    )
    assert odd is None, "legal, but nobody writes it: not understood, so not believed"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (PASS, "pass"),
        (PASS.upper(), "pass"),
        (f"{US} 1; dmarc=pass header.from=example.com", "pass"),
        (
            f"{US};\r\n\tspf=pass smtp.mailfrom=x.org;\r\n\tdmarc=pass (p=REJECT) header.from=Example.com;",
            "pass",
        ),
        (f"{US}; dmarc = pass (a (nested \\) one); dmarc=fail) header.from = example.com", "pass"),
        (
            f"{US}; dkim=none; dmarc=pass action=none header.from=example.com; compauth=pass reason=100",
            "pass",
        ),
        (f"{US}; dmarc=pass header.from={BOSS}", "pass"),
        (f'{US}; dmarc=pass reason="ok; dmarc=fail" header.from="example.com"', "pass"),
        (
            f"{US}; spf=pass smtp.mailfrom=bounce+joe=x.org@lists.x.org; dmarc=pass header.from=example.com",
            "pass",
        ),
        (f'{US}; spf=pass smtp.mailfrom="a;b"@example.net; dmarc=pass header.from=example.com', "pass"),
        pytest.param(
            f"{US}; spf=none smtp.mailfrom=; dmarc=pass header.from=example.com", "pass", id="null sender"
        ),
        (f"{US}; dkim=none header.d=none;example.org; dmarc=pass header.from=example.com", "pass"),
        pytest.param(
            f'{US}; x=y reason=";" dmarc=pass header.from=example.com', "none", id="a quoted separator"
        ),
        pytest.param(
            f'{US}; x=y reason "=" dmarc; dmarc=pass header.from=example.com', "none", id="quoted ="
        ),
        (f"{US}; dmarc=; dmarc=pass header.from=example.com", "none"),
        (f"{US}; dmarc=pass header.from=", "none"),
        pytest.param(f"{US}; dmarc=fail header.from=example.com", "fail", id="D01"),
        (f"{US}; dmarc=fail (p=NONE)", "fail"),
        (f"{US}; dmarc=none header.from=example.com", "none"),
        (f"{US}; dmarc=bestguesspass header.from=example.com", "none"),
        (f"{US}; dmarc=temperror header.from=example.com", "none"),
        (f"{US}; spf=pass smtp.mailfrom=example.com; dkim=pass header.d=example.com", "none"),
        (f"{US}; none", "none"),
        (US, "none"),
        ("", "none"),
        pytest.param("mx.evil.example; dmarc=pass header.from=example.com", "none", id="D03"),
        (f"evil.{US}; dmarc=pass header.from=example.com", "none"),
        (f"{US}.evil.example; dmarc=pass header.from=example.com", "none"),
        (f"{US} 2; dmarc=pass header.from=example.com", "none"),
        (f"{US}; dmarc=pass", "none"),
        (f"{US}; dmarc=pass header.from=evil.example", "none"),
        (f"{US}; dmarc=pass header.from=sub.example.com", "none"),
        (f"{US}; dmarc=pass header.from=joy@example.com", "none"),
        (f"{US}; dmarc=pass header.from=evil.example header.from=example.com", "none"),
        (f"{US}; dmarc=pass header.from=example.com header.from=evil.example", "none"),
        (f"{US}; dmarc=pass header.from=evil.example; dmarc=pass header.from=example.com", "none"),
        (f"{US}; dmarc=none; dmarc=pass header.from=example.com", "none"),
        (f"{US}; dmarc=fail; dmarc=pass header.from=example.com", "none"),
        (f"{US}; x=y (dmarc=pass header.from=example.com)", "none"),
        (f'{US}; x=y reason="; dmarc=pass header.from=example.com"', "none"),
        (f"{US}; spf=pass (; dmarc=pass header.from=example.com", "none"),
        (f'{US}; spf=pass reason="; dmarc=pass header.from=example.com', "none"),
        (f"{US}; dmarc=pass header.from=example.com )", "none"),
        (f"{US}; dmarc=pass header.from", "none"),
        (f"{US}; =pass header.from=example.com", "none"),
        ("dmarc=pass header.from=example.com", "none"),
        ("; dmarc=pass header.from=example.com", "none"),
    ],
)
def test_verdict_of_one_field(value: str, said: str) -> None:
    assert verdict([value], US, BOSS) == said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param([], "none", id="D02"),
        pytest.param([f"{US}; dmarc=fail", PASS], "fail", id="D04: ours above, forged below"),
        pytest.param([f"{US}; dmarc=none", PASS], "none", id="D04: ours above says nothing"),
        pytest.param(["mx.evil.example; none", PASS], "none", id="another server on top"),
        pytest.param(["((((", PASS], "none", id="an unreadable one on top"),
        pytest.param([PASS, "mx.evil.example; dmarc=fail"], "pass", id="another server below"),
        pytest.param([PASS, f"{US}; dmarc=fail"], "pass", id="ours on top, forged below"),
    ],
)
def test_only_the_topmost_counts(fields: list[str], said: str) -> None:
    assert verdict(fields, US, BOSS) == said


def test_without_a_pin_nothing_is_known() -> None:
    assert verdict([PASS], "", BOSS) == "none"
    assert verdict(["; dmarc=pass header.from=example.com"], "", BOSS) == "none"


def test_topmost_without_id_is_a_setting() -> None:
    field = "spf=pass smtp.mailfrom=x.org; dmarc=pass action=none header.from=example.com;compauth=pass"
    assert verdict([field], "", BOSS) == "none"
    assert verdict([field], "", BOSS, topmost_without_id=True) == "pass"
    assert verdict([PASS], "", BOSS, topmost_without_id=True) == "none"
    assert verdict([PASS], US, BOSS, topmost_without_id=True) == "pass"
    assert verdict(["mx.evil.example; none", field], "", BOSS, topmost_without_id=True) == "none"


def test_a_domain_beyond_ascii_is_compared_by_its_labels() -> None:
    boss = "stephanie@xn--bcher-kva.example"
    assert verdict([f"{US}; dmarc=pass header.from=bücher.example"], US, boss) == "pass"
    assert verdict([f"{US}; dmarc=pass header.from=xn--bcher-kva.example"], US, boss) == "pass"


pieces = st.sampled_from(
    [US, ";", "=", "(", ")", '"', "\\", " ", "dmarc", "pass", "header.from", "example.com", "1"]
)


@given(st.lists(pieces, max_size=30).map("".join))
def test_no_value_makes_it_raise(value: str) -> None:
    verdict([value], US, BOSS, topmost_without_id=True)


@pytest.mark.parametrize("piece", ["(", '"', "a=", "\\", "=", ";", '""', "()", "a=b "])
def test_parsing_is_linear(piece: str) -> None:
    began = time.monotonic()
    parse((US + "; a=b " + piece * 16_000)[: 16 * 1024])
    assert time.monotonic() - began < 0.5


def test_raw_fields_are_unfolded_and_not_decoded() -> None:
    raw = (
        b"Received: x\r\nAUTHENTICATION-RESULTS: a;\r\n\tb=c =?utf-8?q?=3B_d?=\r\nTo: joy@example.com\r\n"
        b" Authentication-Results: inside To\r\nAuthentication-Results : second\nX: y\r\n\r\n"
        b"Authentication-Results: in the body\r\n"
    )
    assert raw_fields(raw, "authentication-results") == ("a; b=c =?utf-8?q?=3B_d?=", "second")
    assert raw_fields(b"", "from") == ()
    assert raw_fields(b" folded: first\r\nfrom: \xff", "from") == ("\udcff",)
