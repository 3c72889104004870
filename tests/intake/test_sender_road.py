"""From raw bytes to sender and task: the hostile cases D01 to D13, by the real parser."""

import pytest

from intake.mail import RawMail
from intake.parse import parse
from intake.route import Routed, route
from intake.sender import TrustSettings, weigh
from tasks.intents import Evidence, Sender
from tasks.people import House, Person
from tests.intake.house import BOSS, EVIL, HOUSE, JOY, NOW, RING, SAM, US, letter_id, token_address
from tests.intake.test_route import SHELF
from wire.tokens import Purpose

SETTINGS = TrustSettings(authserv_id="mx.example.com")
T1 = token_address(Purpose.TASK, "joy", 1)
ID1 = letter_id(Purpose.TASK, "joy", 1)
E = Evidence


def road(head: str) -> tuple[Sender, Routed]:
    text = head.replace("\n", "\r\n") + "\r\nDate: Mon, 02 Mar 2026 08:00:00 -0800\r\n\r\napprove\r\n"
    raw = RawMail(text.encode(), NOW)
    mail = parse(raw.raw, raw.arrived_at)
    sender = weigh(mail, raw, HOUSE, RING, US, SETTINGS, None)
    return sender, route(mail, sender, SHELF, RING, US)


def results(domain: str, word: str = "pass", server: str = "mx.example.com") -> str:
    return f"Authentication-Results: {server};\n\tdmarc={word} (p=REJECT) header.from={domain}\n"


OK = results("example.com")
NEW = f"From: Stephanie Hill <{BOSS}>\nTo: tasks@example.com\nSubject: Fence"


@pytest.mark.parametrize(
    ("head", "person", "evidence"),
    [
        pytest.param(OK + NEW, "stephanie", E.A, id="proven"),
        pytest.param(results("example.com", "fail") + NEW, "stephanie", E.FAILED, id="D01"),
        pytest.param(NEW, "stephanie", E.BARE, id="D02"),
        pytest.param(results("example.com", server="mx.evil.example") + NEW, "stephanie", E.BARE, id="D03"),
        pytest.param(results("example.com", "fail") + OK + NEW, "stephanie", E.FAILED, id="D04"),
        pytest.param(results("example.com", "none") + OK + NEW, "stephanie", E.BARE, id="D04, no policy"),
        pytest.param(OK + NEW.replace("Stephanie Hill <", f'"{BOSS}" <{EVIL}> <'), "", E.NONE, id="D05, two"),
        pytest.param(OK + f'From: "{BOSS}" <{EVIL}>\nTo: tasks@example.com', "", E.NONE, id="D05"),
        pytest.param(OK + f"From: {BOSS} <{EVIL}>\nTo: tasks@example.com", "", E.NONE, id="D05, unquoted"),
        pytest.param(OK + "To: tasks@example.com", "", E.NONE, id="D06, missing"),
        pytest.param(OK + "From:\nTo: tasks@example.com", "", E.NONE, id="D06, empty"),
        pytest.param(OK + f"From: {BOSS}, {EVIL}, {JOY}\nTo: tasks@example.com", "", E.NONE, id="D06, three"),
        pytest.param(OK + f"From: {EVIL}\n" + NEW, "", E.NONE, id="two From, evil first"),
        pytest.param(OK + NEW + f"\nFrom: {EVIL}", "", E.NONE, id="two From, evil second"),
        pytest.param(
            OK + NEW.replace("From: Ste", "From: =?utf-8?q?J=C3=B6?= Ste"), "stephanie", E.A, id="name"
        ),
    ],
)
def test_who_wrote_it(head: str, person: str, evidence: Evidence) -> None:
    sender, found = road(head)
    assert (sender.person, sender.evidence) == (person, evidence)
    assert (found.task, found.how) == (0, "none")


REPLY = f"From: Joy Lim <{JOY}>\nTo: Stephanie's tasks <{T1}>\nSubject: Re: [T-1] Fence\nIn-Reply-To: {ID1}"


@pytest.mark.parametrize(
    ("head", "person", "evidence", "task", "how"),
    [
        pytest.param(REPLY, "joy", E.T_A, 1, "token address", id="a reply"),
        pytest.param(results("example.org") + REPLY, "joy", E.A_T, 1, "token address", id="a proven reply"),
        pytest.param(
            REPLY.replace(T1, "tasks@example.com"), "joy", E.T_A, 1, "signed Message-ID", id="plus dropped"
        ),
        pytest.param(
            REPLY.replace(T1, "tasks@example.com").replace("In-Reply-To", "References"),
            "joy",
            E.T_A,
            1,
            "References",
            id="only References kept",
        ),
        pytest.param(
            REPLY.replace("In-Reply-To", "X-Lost"), "joy", E.T_A, 1, "token address", id="all ids lost"
        ),
        pytest.param(
            REPLY.replace(JOY, "joy.lim@example.net"), "joy", E.T_A, 1, "token address", id="second address"
        ),
        pytest.param(REPLY.replace(JOY, SAM), "sam", E.T_OTHER, 1, "token address", id="D10"),
        pytest.param(
            results("example.org") + REPLY.replace(JOY, SAM),
            "sam",
            E.T_OTHER,
            1,
            "token address",
            id="D10, A",
        ),
        pytest.param(REPLY.replace("[T-1]", "[T-2]"), "joy", E.T_A, 1, "token address", id="D13"),
        pytest.param(REPLY.replace(JOY, EVIL), "", E.T_OTHER, 1, "token address", id="another From"),
        pytest.param(
            f"From: {EVIL}\nTo: tasks@example.com\nSubject: [T-1] hi", "", E.NONE, 0, "subject tag", id="D12"
        ),
    ],
)
def test_which_task(head: str, person: str, evidence: Evidence, task: int, how: str) -> None:
    sender, found = road(head)
    assert (sender.person, sender.evidence, found.task, found.how) == (person, evidence, task, how)


def test_a_domain_beyond_ascii_is_one_with_its_labels() -> None:
    kim = Person("kim", "Kim", frozenset({"contractor"}), ("kim@xn--bcher-kva.example",))
    raw = RawMail(b"From: kim@b\xc3\xbccher.example\r\nTo: tasks@example.com\r\n\r\nhello\r\n", NOW)
    sender = weigh(parse(raw.raw, NOW), raw, House({"kim": kim}), RING, US, SETTINGS, None)
    assert (sender.person, sender.address) == ("kim", "kim@xn--bcher-kva.example")


def test_an_unknown_token_is_seen_to_be_one() -> None:
    sender, found = road(OK + NEW.replace("tasks@", "tasks+t1-stephanie-7-abcdefghijklmnop@"))
    assert (sender.evidence, found.task, found.bad_token) == (E.A, 0, True)
