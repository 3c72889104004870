"""Who wrote it, and how sure we are: the columns of the table of trust."""

from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.mail import InboundMail, RawMail
from intake.sender import TrustSettings, secret_seen, weigh
from tasks.intents import Evidence, Sender
from tests.intake.house import (
    BOSS,
    EVIL,
    HOUSE,
    JOY,
    NOW,
    RING,
    SAM,
    US,
    letter_id,
    mail,
    raw,
    token_address,
)
from tests.intake.signing import record, sign
from wire.tokens import Keyring, Purpose

SETTINGS = TrustSettings(authserv_id="mx.example.com")
T42 = token_address(Purpose.TASK, "joy", 42)
T42_BOSS = token_address(Purpose.TASK, "stephanie", 42)
SECRET = token_address(Purpose.OWNER, "stephanie")


def passed(domain: str, result: str = "pass") -> str:
    return f"Authentication-Results: mx.example.com; dmarc={result} header.from={domain}\r\n"


def weighed(
    parsed: InboundMail,
    bytes_: RawMail | None = None,
    settings: TrustSettings = SETTINGS,
    ring: Keyring = RING,
) -> Sender:
    sender = parsed.from_addresses[0] if parsed.from_addresses else ""
    return weigh(parsed, bytes_ or raw(sender), HOUSE, ring, US, settings, None)


@pytest.mark.parametrize(
    ("parsed", "above", "person", "evidence", "token_person"),
    [
        pytest.param(mail(BOSS), passed("example.com"), "stephanie", Evidence.A, "", id="A"),
        pytest.param(mail(BOSS), "", "stephanie", Evidence.BARE, "", id="a (D02)"),
        pytest.param(
            mail(BOSS), passed("example.com", "fail"), "stephanie", Evidence.FAILED, "", id="F (D01)"
        ),
        pytest.param(
            mail("joy.lim@example.net"), passed("example.net"), "joy", Evidence.A, "", id="second address"
        ),
        pytest.param(mail(JOY, to=(T42,)), passed("example.org"), "joy", Evidence.A_T, "", id="A+T"),
        pytest.param(mail(JOY, to=(T42,)), "", "joy", Evidence.T_A, "", id="T+a"),
        pytest.param(mail(JOY, to=(T42.upper(),)), "", "joy", Evidence.T_A, "", id="T in capitals"),
        pytest.param(mail(JOY, cc=(T42,)), "", "joy", Evidence.T_A, "", id="T in Cc"),
        pytest.param(
            mail(JOY, headers=(("delivered-to", T42),)), "", "joy", Evidence.T_A, "", id="T in Delivered-To"
        ),
        pytest.param(
            mail(JOY, in_reply_to=letter_id(Purpose.TASK, "joy", 42)),
            "",
            "joy",
            Evidence.T_A,
            "",
            id="T in In-Reply-To",
        ),
        pytest.param(
            mail(JOY, references=("<x@y>", letter_id(Purpose.TASK, "joy", 42), "<z@y>")),
            "",
            "joy",
            Evidence.T_A,
            "",
            id="T in References",
        ),
        pytest.param(
            mail(JOY, to=(T42,)), passed("example.org", "fail"), "joy", Evidence.FAILED, "", id="F beats T"
        ),
        pytest.param(mail(EVIL), passed("example.edu"), "", Evidence.NONE, "", id="stranger"),
        pytest.param(
            mail(EVIL, to=(T42,)), passed("example.edu"), "", Evidence.T_OTHER, "joy", id="T, other From"
        ),
        pytest.param(mail(SAM, to=(T42,)), "", "sam", Evidence.T_OTHER, "joy", id="D10"),
        pytest.param(
            mail(SAM, to=(T42,)), passed("example.org"), "sam", Evidence.T_OTHER, "joy", id="D10 proven"
        ),
        pytest.param(
            mail(SAM, in_reply_to=letter_id(Purpose.TASK, "joy", 42)),
            passed("example.org"),
            "sam",
            Evidence.T_OTHER,
            "joy",
            id="D10 by Message-ID",
        ),
        pytest.param(
            mail(SAM, references=(letter_id(Purpose.TASK, "joy", 42),)),
            passed("example.org"),
            "sam",
            Evidence.A,
            "",
            id="another's letter deep in a shared thread",
        ),
        pytest.param(mail(BOSS, to=(T42,)), "", "stephanie", Evidence.T_OTHER, "joy", id="Joy as the owner"),
        pytest.param(
            mail(BOSS, to=(JOY,), cc=(T42,)), passed("example.com"), "stephanie", Evidence.A, "", id="to all"
        ),
        pytest.param(
            mail(BOSS, to=(T42, T42_BOSS)), "", "stephanie", Evidence.T_A, "", id="own token beside another's"
        ),
        pytest.param(
            mail(BOSS, to=(T42[:-14] + "a@example.com",)), "", "stephanie", Evidence.BARE, "", id="D11 forged"
        ),
    ],
)
def test_evidence(
    parsed: InboundMail, above: str, person: str, evidence: Evidence, token_person: str
) -> None:
    sender = weighed(parsed, raw(parsed.from_addresses[0], above))
    assert (sender.person, sender.evidence, sender.token_person) == (person, evidence, token_person)


def test_an_expired_token_proves_nothing() -> None:
    assert weighed(mail(JOY, to=(T42,)), ring=Keyring({2: b"n" * 32}, current=2)).evidence is Evidence.BARE


@pytest.mark.parametrize(
    "above",
    [
        pytest.param(passed("example.com").replace("mx.", "mx.evil."), id="D03"),
        pytest.param(
            "Authentication-Results: mx.example.com; dmarc=none\r\n" + passed("example.com"), id="D04"
        ),
        pytest.param(
            "Authentication-Results: mx.example.com; spf=pass"
            " smtp.mailfrom==?utf-8?q?=3B_dmarc=3Dpass_header=2Efrom=3Dexample=2Ecom?=@example.edu\r\n",
            id="results inside an encoded word",
        ),
        pytest.param(
            "X: y\r\n Authentication-Results: mx.example.com; dmarc=pass header.from=example.com\r\n",
            id="fold",
        ),
        pytest.param("ARC-" + passed("example.com"), id="ARC"),
    ],
)
def test_forged_results_prove_nothing(above: str) -> None:
    assert weighed(mail(BOSS), raw(BOSS, above)).evidence is Evidence.BARE


@pytest.mark.parametrize(
    "sender",
    [
        pytest.param(f'"{BOSS}" <{EVIL}>', id="D05"),
        pytest.param(f"{BOSS} <{EVIL}>", id="an unquoted address as the name"),
        pytest.param(f"{BOSS}, {EVIL}, {JOY}", id="D06: three"),
        pytest.param(f"=?utf-8?q?{BOSS.replace('@', '=40')}?=", id="encoded"),
        pytest.param("", id="D06: empty"),
    ],
)
def test_a_from_that_is_not_surely_one_address_is_no_person(sender: str) -> None:
    found = weighed(mail(sender), raw(sender, passed("example.com")))
    assert (found.person, found.evidence) == ("", Evidence.NONE)


def test_three_addresses_are_nobody() -> None:
    parsed = InboundMail(from_addresses=(BOSS, EVIL, JOY), from_agrees=False)
    assert weighed(parsed).person == ""


@pytest.mark.parametrize(
    ("from_agrees", "header"),
    [
        pytest.param(False, BOSS, id="the parsers differ"),
        pytest.param(True, f"{BOSS} <{EVIL}>", id="the raw header is read otherwise"),
        pytest.param(True, f"{BOSS}\r\nFrom: {EVIL}", id="two From fields"),
    ],
)
def test_a_from_read_in_two_ways_proves_nothing(from_agrees: bool, header: str) -> None:
    parsed = InboundMail(from_addresses=(BOSS,), from_agrees=from_agrees, to=(T42_BOSS,))
    sender = weighed(parsed, raw(header, passed("example.com")))
    assert (sender.evidence, sender.token_person) == (Evidence.T_OTHER, "stephanie")
    parsed = InboundMail(from_addresses=(BOSS,), from_agrees=from_agrees)
    assert weighed(parsed, raw(header, passed("example.com"))).evidence is Evidence.BARE


@pytest.mark.parametrize(
    ("to", "cc", "delivered", "evidence"),
    [
        pytest.param((SECRET,), (), "", Evidence.T_A, id="alone"),
        pytest.param(
            (SECRET, "tasks+joy@example.com"), (), "", Evidence.T_A, id="beside another address of ours"
        ),
        pytest.param((), (), SECRET, Evidence.T_A, id="as Bcc, alone"),
        pytest.param((SECRET, JOY), (), "", Evidence.BARE, id="beside the contractor"),
        pytest.param((SECRET,), (EVIL,), "", Evidence.BARE, id="with a Cc"),
        pytest.param((JOY,), (), SECRET, Evidence.BARE, id="as Bcc of a mail to somebody"),
    ],
)
def test_the_secret_address(
    to: tuple[str, ...], cc: tuple[str, ...], delivered: str, evidence: Evidence
) -> None:
    headers = (("delivered-to", delivered),) if delivered else ()
    assert weighed(mail(BOSS, to=to, cc=cc, headers=headers)).evidence is evidence


def test_the_secret_address_is_the_owner_s_alone() -> None:
    assert weighed(mail(JOY, to=(SECRET,))).evidence is Evidence.T_OTHER
    assert weighed(mail(EVIL, to=(SECRET,))).evidence is Evidence.T_OTHER


def test_a_secret_address_seen_by_others_is_named() -> None:
    assert secret_seen(mail(BOSS, to=(SECRET, JOY)), RING, US) == "stephanie"
    assert secret_seen(mail(BOSS, to=(SECRET,)), RING, US) == ""
    assert secret_seen(mail(BOSS, to=(T42, JOY)), RING, US) == ""


def test_a_forged_delivered_to_below_the_server_s_is_not_read() -> None:
    parsed = mail(JOY, headers=(("delivered-to", "tasks@example.com"), ("delivered-to", T42)))
    assert weighed(parsed).evidence is Evidence.BARE


def test_the_sent_folder_speaks_for_an_owner_only() -> None:
    assert weighed(mail(BOSS), raw(BOSS, in_sent=True)).evidence is Evidence.A
    assert weighed(mail(JOY), raw(JOY, in_sent=True)).evidence is Evidence.BARE
    assert weighed(mail(EVIL), raw(EVIL, in_sent=True)).evidence is Evidence.NONE


def dkim_mail(extra: str = "") -> bytes:
    return (
        f"{extra}From: {BOSS}\r\nTo: tasks@example.com\r\nSubject: Fence\r\n"
        f"Date: {format_datetime(NOW)}\r\nMessage-ID: <1@example.com>\r\n\r\nPaint it.\r\n"
    ).encode()


@pytest.mark.parametrize(
    ("above", "settings", "whole", "evidence"),
    [
        pytest.param("", SETTINGS, True, Evidence.A, id="our own check"),
        pytest.param("", TrustSettings(dkim=False), True, Evidence.BARE, id="switched off"),
        pytest.param("", SETTINGS, False, Evidence.BARE, id="only the head was fetched"),
        pytest.param(
            passed("example.com", "none"), SETTINGS, True, Evidence.A, id="the server found no policy"
        ),
        pytest.param(
            passed("example.com", "fail"), SETTINGS, True, Evidence.FAILED, id="the server's word is final"
        ),
    ],
)
def test_our_own_dkim_check(above: str, settings: TrustSettings, whole: bool, evidence: Evidence) -> None:
    names = {"key1._domainkey.example.com": record()}
    bytes_ = RawMail(above.encode() + sign(dkim_mail(), NOW), NOW, whole=whole)
    assert weigh(mail(BOSS), bytes_, HOUSE, RING, US, settings, names.get).evidence is evidence
    assert weigh(mail(BOSS), bytes_, HOUSE, RING, US, settings, None).evidence is not Evidence.A


def test_no_key_is_looked_up_for_a_stranger() -> None:
    asked: list[str] = []

    def lookup(name: str) -> None:
        asked.append(name)

    bytes_ = RawMail(sign(dkim_mail(), NOW), NOW)
    weigh(mail(EVIL), bytes_, HOUSE, RING, US, SETTINGS, lookup)
    assert asked == []


def no_dns(name: str) -> bytes | None:
    return None


@given(
    st.text(max_size=80), st.binary(max_size=200), st.lists(st.text(max_size=60), max_size=4), st.booleans()
)
def test_no_mail_makes_it_raise(sender: str, header: bytes, ids: list[str], agrees: bool) -> None:
    parsed = InboundMail(
        from_addresses=(sender,),
        from_agrees=agrees,
        to=tuple(ids),
        references=tuple(ids),
        in_reply_to="".join(ids[:1]),
    )
    found = weigh(
        parsed, RawMail(header, datetime(2026, 1, 1, tzinfo=UTC)), HOUSE, RING, US, SETTINGS, no_dns
    )
    assert found.evidence in (Evidence.NONE, Evidence.BARE)
