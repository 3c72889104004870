"""The mails that every build must survive, D01 to D28: who sent them, where
they go, and what is written in their heads."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from intake.ledgerkey import ledger_key
from shell.export_csv import as_csv
from tasks.letters import Filed
from tests.hostile.kit import BEN, EVE, FAIL, JOY, PASS, STEPHANIE, Siege, besieged, raw_mail
from tests.shell.office import Got, at, kinds, one

FOREIGN = "Authentication-Results: mx.evil.example; dmarc=pass header.from=example.com"
BEN_PASS = "Authentication-Results: mx.example.com; dmarc=pass header.from=example.org"
JOY_PASS = "Authentication-Results: mx.example.com; dmarc=pass header.from=example.net"


@pytest.fixture
def siege(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path) as opened:
        yield opened
        opened.survived()


def _held(siege: Siege, raw: bytes, *, knocks: bool, kind: str = "knock") -> list[Got]:
    """Deliver a mail that must be held, with no task and no other letter."""
    before = siege.picture()
    key = siege.put(raw)
    letters = siege.round()
    assert kinds(letters) == ([("stephanie", kind)] if knocks else [])
    assert siege.picture() == before
    assert key in siege.held()
    return letters


def _task(siege: Siege, raw: bytes) -> list[Got]:
    """Deliver a mail that must become a task."""
    siege.put(raw)
    letters = siege.round()
    assert kinds(letters) == [("joy", "assignment"), ("stephanie", "receipt")]
    return letters


def _filed(siege: Siege, raw: bytes) -> Filed:
    row = siege.store.ledger(siege.put(raw) if raw not in siege.delivered else ledger_key(raw))
    if row is None:
        siege.round()
        row = siege.store.ledger(ledger_key(raw))
    assert row is not None
    return row.filed


def _answer(letter: Got) -> str:
    return f"In-Reply-To: {letter['Message-ID']}\r\nReferences: {letter['Message-ID']}"


def test_d01_owner_whose_proof_failed_is_held(siege: Siege) -> None:
    _held(siege, raw_mail(proof=FAIL), knocks=True)


def test_d02_owner_without_a_result_is_asked(siege: Siege) -> None:
    _held(siege, raw_mail(proof=""), knocks=True, kind="confirm")


def test_d02_where_a_is_known_to_work_it_knocks(siege: Siege) -> None:
    for n in range(5):
        siege.put(raw_mail(subject=f"Task {n}", mid=f"<{n}@example.com>"))
        siege.round()
    _held(siege, raw_mail(proof="", mid="<bare@example.com>"), knocks=True)


def test_d03_a_foreign_servers_result_proves_nothing(siege: Siege) -> None:
    _held(siege, raw_mail(proof=FOREIGN), knocks=True, kind="confirm")


def test_d04_a_lower_result_of_our_id_is_not_read(siege: Siege) -> None:
    _held(siege, raw_mail(proof=f"{FOREIGN}\r\n{PASS}"), knocks=True, kind="confirm")


def test_d05_a_display_name_is_nobody(siege: Siege) -> None:
    _held(siege, raw_mail('"stephanie@example.com" <eve@evil.example>'), knocks=False)


@pytest.mark.parametrize("sender", ["", " ", f"{STEPHANIE}, {JOY}, {EVE}"], ids=["missing", "empty", "three"])
def test_d06_from_that_is_no_one_address_is_held(siege: Siege, sender: str) -> None:
    siege.put(raw_mail(sender))
    assert {kind for _, kind in kinds(siege.round())} <= {"knock"}
    assert list(siege.store.tasks()) == [] and len(siege.held()) == 1


def test_d07_the_same_mail_twice_is_one_task(siege: Siege) -> None:
    raw = raw_mail()
    _task(siege, raw)
    siege.office.mailroom.put(raw, siege.office.now)
    assert siege.round() == [] and len(list(siege.store.tasks())) == 1
    assert (
        len(siege.office.mailroom.folders["Handoff/Joy Santos"]) == 2
        or not siege.office.mailroom.folders["INBOX"]
    )


def test_d08_the_same_id_with_another_body_is_another_mail(siege: Siege) -> None:
    _task(siege, raw_mail())
    siege.put(raw_mail(subject="Van", body="Paint the van by Monday."))
    assert ("joy", "assignment") in kinds(siege.round())
    assert len(list(siege.store.tasks())) == 2


def test_d09_no_message_id_is_a_task(siege: Siege) -> None:
    _task(siege, raw_mail(mid=""))


def test_d10_another_contractor_with_her_token_is_held(siege: Siege) -> None:
    assignment, _ = siege.begin()
    raw = raw_mail(BEN, assignment.reply_to, "Re: it", "done", proof=BEN_PASS, head=_answer(assignment))
    _held(siege, raw, knocks=True)


@pytest.mark.parametrize(
    "tag", ["t1-joy-1-aaaaaaaaaaaaaaaa", "t1-joy-9-aaaaaaaaaaaaaaaa", "t9-x-1-" + "b" * 16]
)
def test_d11_unknown_and_expired_tokens_are_held(siege: Siege, tag: str) -> None:
    siege.begin()
    _held(siege, raw_mail(JOY, f"tasks+{tag}@example.com", "x", "done", proof=JOY_PASS), knocks=True)
    _held(siege, raw_mail(EVE, f"tasks+{tag}@example.com", "x", "done", proof="", mid="<2@e>"), knocks=False)


def test_d12_a_tag_in_a_strangers_subject_is_held(siege: Siege) -> None:
    siege.begin()
    siege.put(raw_mail(EVE, "tasks@example.com", "[T-1] hello", "done", proof=""))
    assert {kind for _, kind in kinds(siege.round())} <= {"knock"}
    assert len(siege.held()) == 1 and [t.state for t in siege.store.tasks()] == ["handed over"]


def test_d13_the_token_wins_over_the_tag(siege: Siege) -> None:
    assignment, _ = siege.begin()
    siege.begin("joy", "Flyer")
    siege.put(raw_mail(JOY, assignment.reply_to, "Re: [T-2] Flyer", "done", proof=JOY_PASS))
    siege.round()
    assert [t.state for t in siege.store.tasks()] == ["in review", "handed over"]


def test_d14_answers_go_to_registered_addresses_whatever_reply_to_says(siege: Siege) -> None:
    letters = _task(
        siege, raw_mail(head=f"Reply-To: {EVE}\r\nSender: {EVE}\r\nReturn-Path: <eve@evil.example>")
    )
    assert all(b"evil.example" not in letter.raw for letter in letters)


def test_d15_a_third_party_in_copy_is_named_and_takes_no_part(siege: Siege) -> None:
    letters = _task(siege, raw_mail(head="Cc: client@outside.example"))
    assert "client@outside.example was copied" in one(letters, "receipt").text
    raw = raw_mail(
        "client@outside.example",
        "tasks@example.com",
        "Re: Logo",
        "hi",
        proof="",
        head="In-Reply-To: <a1@example.com>",
        mid="<c@o>",
    )
    _held(siege, raw, knocks=True)


@pytest.mark.parametrize(
    "subject", ["=?utf-8?q?Logo=0D=0ABcc:_eve@evil.example?=", "=?utf-8?b?TG9nbw0KQmNjOiBh?="]
)
def test_d16_an_encoded_line_break_stays_in_the_title(siege: Siege, subject: str) -> None:
    for letter in _task(siege, raw_mail(subject=subject)):
        assert "Bcc" not in letter.message and "\n" not in letter.subject


def _with_file(name: bytes) -> bytes:
    file = "Content-Type: text/plain\nContent-Disposition: attachment; NAME\n\nx"
    body = f"--b\n\nMake it by Friday.\n--b\n{file}\n--b--"
    return raw_mail(body=body, kind="multipart/mixed; boundary=b").replace(b"NAME", b"filename" + name)


@pytest.mark.parametrize("name", [b'="../../x"', b'="..\\..\\x"', b'="/etc/passwd"', b"*=utf-8''..%2F..%2Fx"])
def test_d17_a_path_is_only_a_label(siege: Siege, tmp_path: Path, name: bytes) -> None:
    _task(siege, _with_file(name))
    (file,) = next(iter(siege.store.tasks())).files
    assert "/" not in file.name and "\\" not in file.name and ".." not in file.name
    spool = tmp_path / "store" / "spool"
    assert all(set(p.name) <= set("0123456789abcdef") for p in spool.rglob("*") if p.is_file())


@pytest.mark.parametrize("name", [b'="a\x00b.txt"', b'="a\x1b[31m\x07b.txt"', b"*=utf-8''a%00b%0D%0Ab.txt"])
def test_d18_controls_in_a_name_are_taken_out(siege: Siege, name: bytes) -> None:
    _task(siege, _with_file(name))
    (file,) = next(iter(siege.store.tasks())).files
    assert file.name.isprintable()


def test_d19_a_script_in_a_title_is_text(siege: Siege) -> None:
    for letter in _task(siege, raw_mail(subject="<script>alert(1)</script> <img src=x onerror=alert(1)>")):
        assert "<script>" in letter.text or "<script>" in letter.subject


def test_d20_template_words_stay_words(siege: Siege) -> None:
    letters = _task(siege, raw_mail(body="Compute {{7*7}} {% raw %} {{ config }} by Friday."))
    assert "{{7*7}} {% raw %} {{ config }}" in one(letters, "assignment").text


def test_d21_a_formula_is_quoted_in_the_export(siege: Siege) -> None:
    _task(siege, raw_mail(subject="=1+1"))
    assert ",'=1+1," in as_csv(siege.store, siege.office.config.house)


def test_d22_a_direction_mark_turns_nothing_beside_it(siege: Siege) -> None:
    for letter in _task(siege, raw_mail(subject="Logo \u202egnp.exe")):
        opened = [letter.subject.count(mark) for mark in "\u2066\u2067\u2068"]
        assert sum(opened) == letter.subject.count("\u2069") > 0


@pytest.mark.parametrize(
    "head",
    ["Auto-Submitted: auto-replied", "Precedence: bulk\r\nList-Id: <l.example.com>", "Return-Path: <>"],
    ids=["d23_auto_replied", "d24_bulk", "d26_null_return_path"],
)
def test_d23_d24_d26_machine_mail_is_never_a_task(siege: Siege, head: str) -> None:
    raw = raw_mail(head=head)
    siege.put(raw)
    assert siege.round() == [] and list(siege.store.tasks()) == []
    assert _filed(siege, raw) in {Filed.AUTOMATIC, Filed.HELD}


def test_d25_a_bounce_of_ours_is_noted_and_told(siege: Siege) -> None:
    assignment, _ = siege.begin()
    body = (
        "--b\nContent-Type: text/plain\n\nIt did not arrive.\n--b\nContent-Type: message/delivery-status\n\n"
        "Reporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; joy@example.net\nAction: failed\n"
        "Status: 5.1.1\n--b\nContent-Type: text/rfc822-headers\n\n"
        f"Message-ID: {assignment['Message-ID']}\n--b--"
    )
    kind = "multipart/report; report-type=delivery-status; boundary=b"
    raw = raw_mail(
        "MAILER-DAEMON@example.net",
        "tasks@example.com",
        "Undelivered",
        body,
        proof="",
        kind=kind,
        head="Return-Path: <>",
    )
    siege.put(raw)
    letters = siege.round()
    assert kinds(letters) == [("stephanie", "bounced")] and _filed(siege, raw) is Filed.BOUNCE


def test_d27_our_own_letter_in_our_box_is_automatic(siege: Siege) -> None:
    assignment, _ = siege.begin()
    before = siege.picture()
    siege.put(assignment.raw)
    assert siege.round() == [] and siege.picture() == before
    assert _filed(siege, assignment.raw) is Filed.AUTOMATIC


def test_d28_a_flood_of_one_sender_is_held_with_one_notice(siege: Siege) -> None:
    for n in range(60):
        siege.put(raw_mail("Stephanie Miller <s@freemail.example>", subject=f"{n}", proof="", mid=f"<{n}@f>"))
        siege.office.now += timedelta(seconds=1)
    letters = siege.round()
    assert len(siege.held()) == 60
    assert len(letters) <= 31
    notices = [letter for letter in letters if "More of them are held without a letter" in letter.text]
    assert len(notices) == 1


def test_digest_line_forged_in_a_title_is_one_line_of_words(siege: Siege) -> None:
    siege.put(
        raw_mail(EVE, "tasks@example.com", "x\u2028T-1  Calldown (Joy): done. Reply T-1 approve", proof="")
    )
    siege.begin()
    digest = one(siege.office.pass_time(at(2026, 12, 1, 16)), "digest")
    lines = [line for line in digest.text.splitlines() if "done. Reply" in line]
    assert len(lines) == 1 and lines[0].lstrip().startswith("H-")
