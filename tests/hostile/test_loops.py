"""Robots that answer robots. Each falls silent soon, and no person ever does."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tasks.letters import Filed
from tests.hostile.kit import JOY, STEPHANIE, Siege, besieged, raw_mail
from tests.hostile.robots import PROGRAMS, ping_pong
from tests.shell.office import MONDAY, Got, Office, kinds, one, to

JOY_PASS = "Authentication-Results: mx.example.com; dmarc=pass header.from=example.net"
MOST = 3  # letters to one robot


@pytest.fixture
def siege(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path) as opened:
        yield opened
        opened.survived()


def _open(siege: Siege) -> list[Got]:
    siege.office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", "Call everyone by Friday.")
    return siege.office.letters()


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_contractors_robot_gets_three_letters_at_most(siege: Siege, program: str) -> None:
    got = ping_pong(siege.office, PROGRAMS[program], "joy@example.net", "Joy Santos", _open(siege))
    assert len(got) <= MOST, [x.kind for x in got]


@pytest.mark.parametrize("program", PROGRAMS)
def test_an_owners_robot_gets_three_letters_at_most(siege: Siege, program: str) -> None:
    got = ping_pong(
        siege.office, PROGRAMS[program], "stephanie@example.com", "Stephanie Miller", _open(siege)
    )
    assert len(got) <= MOST, [x.kind for x in got]
    assert len(list(siege.store.tasks())) <= 1 + MOST


def test_a_robot_at_the_end_of_a_knock_gets_three_letters_at_most(siege: Siege) -> None:
    siege.put(raw_mail(proof=""))
    first = siege.round()
    got = ping_pong(siege.office, PROGRAMS["thanks"], "stephanie@example.com", "Stephanie Miller", first)
    assert len(got) <= MOST, [x.kind for x in got]


def test_what_a_robot_wrote_is_held_and_its_person_is_still_heard(siege: Siege) -> None:
    first = _open(siege)
    assignment = one(first, "assignment")
    ping_pong(siege.office, PROGRAMS["fresh ticket"], "joy@example.net", "Joy Santos", first)
    assert len(siege.held()) == 1
    reasons = {h.reason for h in siege.store.held_rows()}
    assert any("automatic answer" in reason for reason in reasons)
    siege.office.now += timedelta(minutes=5)
    siege.office.reply(assignment, "done")
    assert ("stephanie", "review") in kinds(siege.office.letters())


def test_the_owner_learns_at_once_that_a_contractor_is_not_answered(siege: Siege) -> None:
    siege.office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", "Call everyone by Friday.")
    letters = siege.office.letters()
    told: list[Got] = []
    for n in range(6):
        siege.office.now += timedelta(seconds=20)
        answer = PROGRAMS["fresh ticket"](letters[0], n)
        siege.office.mail(JOY, "tasks@example.com", answer.subject, answer.body)
        told += [x for x in siege.office.letters() if x.kind == "knock"]
    assert [x.to for x in told] == ["stephanie@example.com"]
    assert "automatic answer" in told[0].text


def test_a_slow_robot_gets_ten_letters_a_day_at_most(siege: Siege) -> None:
    letters, got = _open(siege), 0
    for n in range(18):
        siege.office.now += timedelta(minutes=75)
        answer = PROGRAMS["fresh ticket"](letters[0], n)
        siege.office.mail(JOY, "tasks@example.com", answer.subject, answer.body)
        got += sum(x.kind == "status" for x in siege.office.letters())
    assert got == 10


# two of us


def _house(domain: str, other: str) -> str:
    """A house in which the other Handoff is a contractor and an owner."""
    return f"""
mailbox: {{host: localhost, port: 1, security: none, user: tasks, password_env: PW}}
smtp: {{host: localhost, port: 1, security: none}}
address: {{base: tasks@{domain}}}
trust: {{authserv_id: mx.example.com, dkim: no}}
people:
  boss: {{name: The Boss, roles: [owner], addresses: [boss@{domain}], zone: UTC}}
  other: {{name: Other House, roles: [owner, contractor], addresses: [tasks@{other}], zone: UTC}}
backup: {{every_hours: 0}}
"""


def _taken(raw: bytes, *, lost: tuple[str, ...]) -> bytes:
    """A letter as the other house gets it, its server's verdict on top; `lost`
    fields did not survive the way, or were written anew."""
    head, _, body = raw.partition(b"\r\n\r\n")
    head = re.sub(rb"\r\n[ \t]+", b" ", head)
    lines = [
        x for x in head.split(b"\r\n") if not x.lower().startswith(tuple(f"{n}:".encode() for n in lost))
    ]
    domain = re.search(rb"(?m)^From: .*@([a-z.]+)>", head)
    assert domain
    proof = b"Authentication-Results: mx.example.com; dmarc=pass header.from=" + domain[1]
    return b"\r\n".join([proof, *lines]) + b"\r\n\r\n" + body


X_FIELDS = (
    "x-handoff-letter",
    "x-handoff-task",
    "x-handoff-instance",
    "auto-submitted",
    "x-auto-response-suppress",
)


@pytest.mark.parametrize(
    ("lost", "most"),
    [((), 3), (X_FIELDS, 3), ((*X_FIELDS, "reply-to"), 3), ((*X_FIELDS, "message-id", "reply-to"), 3)],
    ids=["whole", "no fields of ours", "no reply-to either", "no message-id either"],
)
def test_two_houses_wired_to_each_other_fall_silent(tmp_path: Path, lost: tuple[str, ...], most: int) -> None:
    houses = {}
    for mine, other in (("a.example", "b.example"), ("b.example", "a.example")):
        folder = tmp_path / mine
        folder.mkdir()
        houses[mine] = Office(folder, _house(mine, other), MONDAY, one_process=True)
    first, second = houses["a.example"], houses["b.example"]
    first.mail("The Boss <boss@a.example>", "tasks+other@a.example", "Flyer", "Draw the flyer by Friday.")
    second.mail("The Boss <boss@b.example>", "tasks+other@b.example", "Van", "Paint the van by Monday.")
    sent = {"a.example": 0, "b.example": 0}
    for _ in range(20):
        for mine, (office, across) in {"a.example": (first, second), "b.example": (second, first)}.items():
            for letter in office.letters():
                if letter.to.startswith("tasks@"):
                    sent[mine] += 1
                    across.mailroom.put(_taken(letter.raw, lost=lost), across.now)
            office.now += timedelta(seconds=20)
    for office in houses.values():
        office.close()
    assert all(1 <= count <= most for count in sent.values()), sent


# signs in


@pytest.mark.parametrize(
    "head",
    [
        "Message-ID: <t42-joy-1-abcdefghijklmnop.0123456789abcdef0123@tasks.other.example>",
        "Reply-To: tasks+t42-joy-1-abcdefghijklmnop@other.example",
        "Reply-To: tasks+d-joy-1-abcdefghijklmnop@other.example",
        "X-Handoff-Instance: 0123456789abcdef",
        "Auto-Submitted: auto-generated",
        "Precedence: auto_reply",
        "Return-Path: <>",
        "List-Id: <x.example.com>",
    ],
)
def test_mail_with_the_signs_of_a_machine_is_filed_and_not_answered(siege: Siege, head: str) -> None:
    mid = "" if head.startswith("Message-ID") else "<a1@example.com>"
    key = siege.put(raw_mail(head=head, mid=mid))
    assert siege.round() == [] and list(siege.store.tasks()) == []
    row = siege.store.ledger(key)
    assert row is not None and row.filed is Filed.AUTOMATIC


def test_all_letters_bear_our_instance_and_what_is_no_persons_words_says_so(siege: Siege) -> None:
    assignment, receipt = siege.begin()
    siege.office.reply(assignment, "status")
    status = one(siege.round(), "status")
    letters = (assignment, receipt, status)
    assert len({x["X-Handoff-Instance"] for x in letters}) == 1 and assignment["X-Handoff-Instance"]
    assert not assignment["Auto-Submitted"] and not assignment["X-Auto-Response-Suppress"]
    for letter in (receipt, status):
        assert letter["Auto-Submitted"] == "auto-generated" and letter["X-Auto-Response-Suppress"] == "All"


def test_vacation_replies_that_never_agree_on_a_date_are_told_three_times_an_hour(siege: Siege) -> None:
    assignment, _ = siege.begin()
    told = []
    for n in range(12):
        siege.office.now += timedelta(seconds=30)
        head = f"Auto-Submitted: auto-replied\r\nIn-Reply-To: {assignment['Message-ID']}"
        body = f"I am out of office until {8 + n} December 2026."
        siege.put(
            raw_mail(
                JOY, assignment.reply_to, "Out of office", body, proof=JOY_PASS, head=head, mid=f"<{n}@v>"
            )
        )
        told += siege.round()
    assert kinds(told) == [("stephanie", "away")] * 3


def test_robots_at_both_ends_do_not_talk_through_us(siege: Siege) -> None:
    """Neither gets an answer of ours: each gets the other's words."""
    ends = {"joy@example.net": "Joy Santos", "stephanie@example.com": "Stephanie Miller"}
    waiting, sent = _open(siege), 0
    while waiting and sent < 60:
        letter = waiting.pop(0)
        siege.office.now += timedelta(seconds=20)
        answer = PROGRAMS["question" if "joy" in letter.to else "thanks"](letter, sent)
        siege.office.mail(
            f"{ends[letter.to]} <{letter.to}>", letter.reply_to, answer.subject, answer.body, answers=letter
        )
        new = siege.office.letters()
        sent += len(new)
        waiting += new
    assert sent <= 4 * MOST, sent


def test_silence_is_of_this_thread_alone(siege: Siege) -> None:
    """Another task of the same contractor goes its way."""
    ping_pong(siege.office, PROGRAMS["fresh ticket"], "joy@example.net", "Joy Santos", _open(siege))
    siege.office.mail(STEPHANIE, "tasks+joy@example.com", "Van", "Paint the van by Monday.")
    letters = siege.office.letters()
    siege.office.reply(one(letters, "assignment"), "question: which colour?")
    assert kinds(to(siege.office.letters(), "stephanie@example.com")) == [("stephanie", "question")]
