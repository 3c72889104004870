"""Our own DKIM check: valid is not enough."""

import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import dkim
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import given
from hypothesis import strategies as st

from intake.dkim_check import dkim_check
from tests.intake.signing import KEY, SIGNED, record, sign

NOW = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
BOSS = "stephanie@example.com"
NAMES = {"key1._domainkey.example.com": record()}


def written(at: datetime = NOW, extra: str = "", body: str = "Paint the fence.\r\n") -> bytes:
    return (
        f"{extra}From: Stephanie <{BOSS}>\r\nTo: tasks@example.org\r\nSubject: Fence\r\n"
        f"Date: {format_datetime(at)}\r\nMessage-ID: <1@example.com>\r\n\r\n{body}"
    ).encode()


def check(raw: bytes, arrived_at: datetime = NOW, names: dict[str, bytes] = NAMES, sender: str = BOSS) -> str:
    return dkim_check(raw, sender, arrived_at, names.get)


def test_a_strict_signature_passes() -> None:
    assert check(sign(written(), NOW)) == "pass"


def test_the_library_s_own_signature_passes() -> None:
    """The signer of the tests is ours; so one by another hand."""
    now = datetime.now(UTC)
    pem = KEY.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    )
    mail = written(now)
    field = dkim.sign(mail, b"key1", b"example.com", pem)
    assert check(field + mail, now) == "pass"


def test_the_line_ends_of_a_maildir_do_not_matter() -> None:
    assert check(sign(written(), NOW).replace(b"\r\n", b"\n")) == "pass"


def test_a_second_signature_may_be_the_good_one() -> None:
    foreign = sign(sign(written(), NOW), NOW, domain="lists.example.net")
    assert check(foreign) == "pass"


def test_a_sixth_signature_is_not_looked_at() -> None:
    mail = sign(written(), NOW)
    for number in range(5):
        mail = sign(mail, NOW, domain=f"d{number}.example.net")
    assert check(mail) == "none"


def test_at_most_two_keys_are_looked_up() -> None:
    mail = written()
    for number in range(5):
        mail = sign(mail, NOW, tags={"s": f"no{number}"})
    asked: list[str] = []

    def lookup(name: str) -> None:
        asked.append(name)

    assert dkim_check(mail, BOSS, NOW, lookup) == "none"
    assert asked == ["no4._domainkey.example.com", "no3._domainkey.example.com"]


@pytest.mark.parametrize(
    ("domain", "sender", "passes"),
    [
        ("example.com", "stephanie@example.com", True),
        ("EXAMPLE.com", "stephanie@example.com", True),
        pytest.param("example.com", "stephanie@mail.example.com", True, id="signed by the parent"),
        pytest.param("mail.example.com", "stephanie@example.com", False, id="signed by a subdomain"),
        pytest.param("evilexample.com", "stephanie@example.com", False, id="a longer name"),
        pytest.param("example.com", "stephanie@evilexample.com", False, id="a longer From"),
        pytest.param("com", "stephanie@example.com", False, id="a whole top level"),
        pytest.param("example.net", "stephanie@example.com", False, id="another's"),
    ],
)
def test_the_signer_is_the_from_domain_or_its_parent(domain: str, sender: str, passes: bool) -> None:
    mail = sign(written().replace(BOSS.encode(), sender.encode()), NOW, domain=domain)
    names = {f"key1._domainkey.{d}": record() for d in (domain, domain.lower())}
    assert check(mail, names=names, sender=sender) == ("pass" if passes else "none")


@pytest.mark.parametrize("left_out", SIGNED.split(":"))
def test_what_people_read_must_be_signed(left_out: str) -> None:
    names = ":".join(name for name in SIGNED.split(":") if name != left_out)
    assert check(sign(written(), NOW, names=names)) == "none"


def test_reply_to_is_absent_or_signed() -> None:
    extra = "Reply-To: evil@example.net\r\n"
    assert check(sign(written(extra=extra), NOW)) == "none"
    assert check(sign(written(extra=extra), NOW, names=SIGNED + ":reply-to")) == "pass"


def test_oversigning_is_welcome() -> None:
    assert check(sign(written(), NOW, names=f"{SIGNED}:{SIGNED}:reply-to:cc")) == "pass"


@pytest.mark.parametrize(
    "field", ["From", "To", "Subject", "Date", "Message-ID", "Reply-To", "References", "Content-Type"]
)
def test_a_field_added_above_a_signed_one_unproves(field: str) -> None:
    mail = sign(
        written(extra="Reply-To: a@example.com\r\nReferences: <r@x>\r\nContent-Type: text/plain\r\n"),
        NOW,
        names=SIGNED + ":reply-to",
    )
    assert check(mail) == "pass"
    assert check(f"{field}: evil@example.net\r\n".encode() + mail) == "none"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Subject: Fence", b"Subject: Fences"),
        (b"Paint the", b"Burn the"),
        (b"; b=", b"; b=BBBB"),
        (b"<1@example.com>", b"<2@example.com>"),
    ],
)
def test_a_changed_mail_is_unproven(old: bytes, new: bytes) -> None:
    mail = sign(written(), NOW)
    assert old in mail
    assert check(mail.replace(old, new)) == "none"


def test_half_a_body_is_unproven() -> None:
    mail = sign(written(), NOW, tags={"l": "5"})
    assert check(mail) == "none"
    assert check(sign(written(), NOW, tags={"l": str(len("Paint the fence.\r\n"))})) == "none", (
        "l= of all of it"
    )
    assert check(mail + b"and send me the keys\r\n") == "none"


@pytest.mark.parametrize(
    ("arrived_after", "tags", "passes"),
    [
        pytest.param(timedelta(days=13), {}, True, id="13 days"),
        pytest.param(timedelta(days=15), {}, False, id="15 days"),
        pytest.param(timedelta(hours=-20), {}, True, id="a clock ahead"),
        pytest.param(timedelta(days=-2), {}, False, id="from the future"),
        pytest.param(timedelta(days=2), {"t": ""}, True, id="no t="),
        pytest.param(timedelta(days=15), {"t": ""}, False, id="no t= and an old Date"),
        pytest.param(
            timedelta(days=15), {"t": str(int((NOW + timedelta(days=15)).timestamp()))}, False, id="old Date"
        ),
        pytest.param(timedelta(0), {"t": "0"}, False, id="signed in 1970"),
        pytest.param(timedelta(0), {"t": "99999999999999"}, False, id="t= too large"),
        pytest.param(timedelta(0), {"t": "soon"}, False, id="t= no number"),
        pytest.param(
            timedelta(days=1), {"x": str(int((NOW + timedelta(days=2)).timestamp()))}, True, id="x= to come"
        ),
        pytest.param(
            timedelta(days=3), {"x": str(int((NOW + timedelta(days=2)).timestamp()))}, False, id="x= past"
        ),
    ],
)
def test_a_signature_is_good_for_a_fortnight(
    arrived_after: timedelta, tags: dict[str, str], passes: bool
) -> None:
    assert check(sign(written(), NOW, tags=tags), NOW + arrived_after) == ("pass" if passes else "none")


@pytest.mark.parametrize("date", [b"", b"Date: yesterday\r\n", b"Date: " + b"9" * 3000 + b"\r\n"])
def test_a_mail_without_a_readable_date_is_unproven(date: bytes) -> None:
    mail = written().replace(f"Date: {format_datetime(NOW)}\r\n".encode(), date)
    assert check(sign(mail, NOW)) == "none"


@pytest.mark.parametrize(
    ("before", "tags", "passes"),
    [
        pytest.param("", {}, True, id="only p="),
        pytest.param("v=DKIM1; t=s; ", {}, True, id="t=s"),
        pytest.param("t=s; ", {"i": "@sub.example.com"}, False, id="t=s and a subdomain in i="),
        pytest.param("", {"i": "joy@sub.example.com"}, True, id="a subdomain in i="),
        pytest.param("", {"i": "@evil.example.net"}, False, id="another's i="),
        pytest.param("t=y; ", {}, False, id="test mode"),
        pytest.param("t=s:y; ", {}, False, id="strict test mode"),
        pytest.param("h=sha1; ", {}, False, id="sha1 only"),
        pytest.param("h=sha1:sha256; ", {}, True, id="sha256 too"),
        pytest.param("s=email; ", {}, True, id="for mail"),
        pytest.param("s=tlsrpt; ", {}, False, id="for reports"),
        pytest.param("v=DKIM2; ", {}, False, id="another version"),
        pytest.param("k=rot13; ", {}, False, id="another algorithm"),
        pytest.param("", {"a": "rsa-sha1"}, False, id="rsa-sha1"),
        pytest.param("", {"v": "2"}, False, id="signature version"),
        pytest.param("", {"q": "http"}, False, id="another lookup"),
        pytest.param("", {"c": "rot/13"}, False, id="unknown canonicalisation"),
    ],
)
def test_what_key_and_tags_may_say(before: str, tags: dict[str, str], passes: bool) -> None:
    names = {"key1._domainkey.example.com": record(before=before)}
    assert check(sign(written(), NOW, tags=tags), names=names) == ("pass" if passes else "none")


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"p=",
        b"v=DKIM1; p=",
        b"p=!!!",
        b"p=AAAA",
        b"\xff\xfe",
        b"p=" + b"A" * 10_000,
        b";;;=",
        record()[:-40],
    ],
)
def test_a_key_that_is_none_proves_nothing(answer: bytes) -> None:
    assert check(sign(written(), NOW), names={"key1._domainkey.example.com": answer}) == "none"


def test_dns_away_proves_nothing() -> None:
    assert check(sign(written(), NOW), names={}) == "none"


def test_a_short_key_proves_nothing() -> None:
    short = rsa.generate_private_key(public_exponent=65537, key_size=1024)
    names = {"key1._domainkey.example.com": record(short)}
    assert check(sign(written(), NOW, key=short), names=names) == "pass"
    other = {"key1._domainkey.example.com": record(KEY)}
    assert check(sign(written(), NOW, key=short), names=other) == "none"


@given(st.binary(max_size=300))
def test_no_mail_makes_it_raise(noise: bytes) -> None:
    assert check(noise) == "none"
    mail = sign(written(), NOW)
    assert check(mail.replace(b"; b=", b"; b=" + noise.replace(b"\n", b""), 1) + b"x") == "none"
    assert check(b"DKIM-Signature: " + noise + b"\r\n" + written()) == "none"


@pytest.mark.parametrize(
    "field",
    [
        pytest.param(b"v=1; b=" + b"\t\r\n " * 3000, id="folds after b="),
        pytest.param(b"v=1;" + b" b" * 3000, id="many b"),
        pytest.param(b"; ".join(b"b%d=x" % n for n in range(3000)), id="many tags"),
        pytest.param(b"h=" + b":from" * 3000, id="many names"),
    ],
)
def test_a_hostile_signature_costs_little(field: bytes) -> None:
    began = time.monotonic()
    assert check(b"DKIM-Signature: " + field + b"\r\n" + sign(written(), NOW)) in ("pass", "none")
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(" " * 10_000_000 + "x\r\n", id="spaces"),
        pytest.param("\r\n" * 4_000_000 + "x\r\n", id="empty lines"),
        pytest.param("x \t" * 3_000_000 + "\r\n", id="spaces and tabs"),
    ],
)
def test_a_hostile_body_costs_little_and_still_counts(body: str) -> None:
    mail = sign(written(body=body), NOW)
    began = time.monotonic()
    assert check(mail) == "pass"
    assert time.monotonic() - began < 3
