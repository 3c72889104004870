"""The ledger key: what the road writes does not make another mail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.ledgerkey import ledger_key, raw_key, signed_key

MAIL = b"From: stephanie@example.com\r\nSubject: Fence\r\n\r\nReceived: in the body\r\n\r\nPaint it.\r\n"
ROAD = [
    b"Return-Path: <stephanie@example.com>",
    b"Received: from a\r\n\tby b;\r\n Mon, 2 Mar 2026 09:00:00 -0800",
    b"RECEIVED : obsolete space",
    b"Received-SPF: pass",
    b"Delivered-To: tasks@example.org",
    b"X-Original-To: tasks@example.org",
    b"Envelope-To: tasks@example.org",
    b"Authentication-Results: mx.example.org;\r\n\tdmarc=pass",
    b"ARC-Seal: i=1",
    b"X-Spam-Status: No,\r\n\tscore=0",
    b"X-Google-Smtp-Source: x",
    b"X-MS-Exchange-Organization-SCL: 1",
]


@pytest.mark.parametrize("field", ROAD)
def test_a_field_of_the_road_changes_nothing(field: bytes) -> None:
    assert ledger_key(field + b"\r\n" + MAIL) == ledger_key(MAIL)
    assert ledger_key(MAIL.replace(b"Subject", field + b"\r\nSubject")) == ledger_key(MAIL)
    assert raw_key(field + b"\r\n" + MAIL) != raw_key(MAIL)


@pytest.mark.parametrize(
    "other",
    [
        MAIL.replace(b"Fence", b"Fences"),
        MAIL.replace(b"Paint", b"Burn"),
        MAIL.replace(b"Received: in the body\r\n", b""),
        MAIL.replace(b"\r\n\r\n", b"\r\nX-Mailer: x\r\n\r\n", 1),
        MAIL.replace(b"\r\n\r\n", b"\r\nReceivedx: x\r\n\r\n", 1),
        MAIL.replace(b"\r\n\r\n", b"\r\nSubject: Fence\r\n\r\n", 1),
        MAIL + b"\r\n",
        MAIL.partition(b"\r\n\r\n")[0],
    ],
)
def test_other_content_is_another_mail(other: bytes) -> None:
    assert ledger_key(other) != ledger_key(MAIL)


def test_one_mail_from_imap_and_from_a_maildir_is_one() -> None:
    assert ledger_key(MAIL.replace(b"\r\n", b"\n")) == ledger_key(MAIL)
    assert raw_key(MAIL.replace(b"\r\n", b"\n")) != raw_key(MAIL)


@given(st.binary(max_size=300), st.lists(st.sampled_from(ROAD), max_size=6))
def test_no_bytes_make_it_raise(raw: bytes, road: list[bytes]) -> None:
    assert len(ledger_key(raw)) == 64
    head = b"".join(field + b"\r\n" for field in road)
    if raw[:1] not in (b" ", b"\t", b"\n", b"\r"):
        assert ledger_key(head + b"Subject: x\r\n" + raw) == ledger_key(b"Subject: x\r\n" + raw)


def test_it_is_linear() -> None:
    ledger_key(b"Received: x\r\n" + b"\t\r\n" * 2_000_000)
    ledger_key(b"x" * 20_000_000)
    signed_key(b"Message-ID: <1@x>" + b" " * 5_000_000 + b"\r\n\r\n" + b"x" + b" " * 15_000_000 + b"x")


SIGNED = b"From: s@example.com\r\nDate: Mon\r\nSubject: Fence\r\nMessage-ID: <1@x>\r\n\r\nPaint  it.\r\n"


@pytest.mark.parametrize(
    "replayed",
    [
        b"X-More: 1\r\n" + SIGNED,
        b"Subject: on top, unsigned\r\n" + SIGNED,
        SIGNED.replace(b"Date: Mon", b"date :  Mon\r\nIn-Reply-To: <2@y>"),
        SIGNED.replace(b"Subject: Fence", b"Subject:\r\n Fence"),
        SIGNED.replace(b"Paint  it.", b"Paint it. \r\n\r\n"),
    ],
)
def test_what_a_signature_forgives_makes_no_other_mail(replayed: bytes) -> None:
    assert signed_key(replayed) == signed_key(SIGNED)


@pytest.mark.parametrize("old, new", [(b"it", b"on"), (b"<1@x>", b"<2@x>"), (b"Mon", b"Tue")])
def test_what_a_signature_covers_does(old: bytes, new: bytes) -> None:
    assert signed_key(SIGNED.replace(old, new)) != signed_key(SIGNED)
    assert signed_key(SIGNED.replace(b"Message-ID", b"X-Id")) == ""
