"""Letters that came back: whom we believe, what the owner hears, and what rests
until the person is reached."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from config import load
from outbound.posted import Posted, Result
from tasks.model import Task
from tests.hostile.kit import STEPHANIE, Siege, besieged, raw_mail
from tests.hostile.returned import DAEMON, report
from tests.shell.office import CONFIG, Got, at, kinds, one, to

BEN = "Ben Okafor <ben@example.org>"
PRIVATE_PASS = "Authentication-Results: mx.example.com; dmarc=pass header.from=private.example"


@pytest.fixture
def siege(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path) as opened:
        yield opened
        opened.survived()


def _task(siege: Siege, number: int = 1) -> Task:
    task = siege.store.task(number)
    assert task is not None
    return task


def _events(siege: Siege, name: str, number: int = 1) -> int:
    return sum(type(fact.event).__name__ == name for fact in siege.store.history(number))


def _returned(siege: Siege, letter: Got, **more: str) -> list[Got]:
    siege.put(report(letter["Message-ID"], **more))
    return siege.round()


# whom we believe


def _wrong_mac(mid: str) -> str:
    tag, dot, rest = mid.partition(".")
    return f"{tag[:-1]}{'b' if tag[-1] == 'a' else 'a'}{dot}{rest}"


def _of_another_letter(mid: str) -> str:
    """The token is good, but not for this letter's key."""
    tag, _, rest = mid.partition(".")
    return f"{tag}.{'0' * 20}@{rest.partition('@')[2]}"


@pytest.mark.parametrize(
    "forge", [lambda mid: "", _wrong_mac, _of_another_letter], ids=["no id", "mac", "key"]
)
def test_a_report_without_an_id_of_ours_changes_nothing(siege: Siege, forge: Callable[[str], str]) -> None:
    assignment, _ = siege.begin()
    before = siege.picture()
    siege.put(report(forge(assignment["Message-ID"])))
    assert siege.round() == [] and siege.picture() == before
    assert _task(siege).unreached == ""


def test_an_id_that_stands_only_in_quoted_text_changes_nothing(siege: Siege) -> None:
    assignment, _ = siege.begin()
    words = (
        f"It did not arrive.\n\n> To: joy@example.net\n> Message-ID: {assignment['Message-ID']}\n> Subject: x"
    )
    siege.put(report("", words=words))
    assert siege.round() == [] and _task(siege).unreached == ""


def test_an_id_of_one_task_under_the_address_of_another_changes_nothing(siege: Siege) -> None:
    first, _ = siege.begin()
    second, _ = siege.begin("ben", "Flyer")
    siege.put(report(first["Message-ID"], to=second.reply_to))
    assert siege.round() == []
    assert _task(siege, 1).unreached == _task(siege, 2).unreached == ""


def test_ids_of_two_tasks_in_one_report_change_nothing(siege: Siege) -> None:
    first, _ = siege.begin()
    second, _ = siege.begin("ben", "Flyer")
    raw = report(first["Message-ID"]).replace(
        b"Return-Path: <>", b"Return-Path: <>\r\nIn-Reply-To: " + second["Message-ID"].encode()
    )
    siege.put(raw)
    assert siege.round() == []
    assert _task(siege, 1).unreached == _task(siege, 2).unreached == ""


def test_a_person_who_writes_about_a_bounce_is_no_bounce(siege: Siege) -> None:
    assignment, _ = siege.begin()
    body = f"I got this back:\n\nMessage-ID: {assignment['Message-ID']}\n550 5.1.1 User unknown"
    siege.put(raw_mail(STEPHANIE, "tasks@example.com", "Re: bounce?", body, mid="<p@e>"))
    siege.round()
    assert _task(siege).unreached == ""


# what is told


def test_delayed_is_not_failed(siege: Siege) -> None:
    assignment, _ = siege.begin()
    assert _returned(siege, assignment, action="delayed", status="4.4.1", says="421 try later") == []
    assert _task(siege).unreached == "" and _events(siege, "NeverReached") == 0


def test_failed_after_days_of_trying_is_failed_whatever_its_code(siege: Siege) -> None:
    assignment, _ = siege.begin()
    says = "delivery temporarily suspended: connection timed out"
    letters = _returned(siege, assignment, status="4.4.7", says=says)
    assert kinds(letters) == [("stephanie", "bounced")]
    assert "could not be delivered for days (4.4.7)" in letters[0].text


@pytest.mark.parametrize(
    ("status", "says", "sentence"),
    [
        ("5.1.1", "550 5.1.1 User unknown", "the address does not exist (5.1.1)"),
        ("5.2.2", "552 5.2.2 mailbox full", "the mailbox is full (5.2.2)"),
        ("5.1.2", "550 5.1.2 Host unknown", "the mail domain does not exist (5.1.2)"),
        ("5.7.1", "554 5.7.1 message looks like spam", "it was taken for spam (5.7.1)"),
        ("5.0.0", "zzz", "no reason was given (5.0.0)"),
    ],
)
def test_the_owner_reads_a_plain_sentence(siege: Siege, status: str, says: str, sentence: str) -> None:
    assignment, _ = siege.begin()
    told = one(_returned(siege, assignment, status=status, says=says), "bounced")
    assert told.to == "stephanie@example.com"
    assert sentence in told.text
    assert not any(word in told.text for word in ("userunknown", "mailboxfull", "hostunknown", "undefined"))


def test_the_letter_says_that_reminders_rest(siege: Siege) -> None:
    assignment, _ = siege.begin()
    told = one(_returned(siege, assignment), "bounced")
    assert "reminders rest" in told.text.lower()
    assert _task(siege).unreached and _events(siege, "NeverReached") == 1


def test_the_same_letter_reported_twice_counts_once(siege: Siege) -> None:
    assignment, _ = siege.begin()
    _returned(siege, assignment)
    assert _returned(siege, assignment, mid="<b2@example.net>") == []
    assert _events(siege, "NeverReached") == 1


def test_other_letters_are_told_at_the_third_and_not_again(siege: Siege) -> None:
    siege.begin()
    told = []
    for n in range(5):
        siege.office.mail(STEPHANIE, _receipt_address(siege), "Re: Calldown", f"tell Joy: word {n}")
        relay = one(siege.round(), "relay")
        told.append(kinds(_returned(siege, relay, mid=f"<b{n}@example.net>")))
    assert told == [[], [], [("stephanie", "bounced")], [], []]


def _receipt_address(siege: Siege) -> str:
    receipt = next(row for row in siege.store.outbox() if row.ref.kind == "receipt")
    head = receipt.raw.split(b"Reply-To: ")[1].split(b"\r\n")[0]
    return head.decode()


def test_who_has_handed_the_task_on_is_no_news(siege: Siege) -> None:
    assignment, receipt = siege.begin()
    siege.office.reply(receipt, "assign: ben")
    siege.round()
    assert _returned(siege, assignment) == []
    assert _task(siege).unreached == ""


# what rests, and until when


def _weeks(siege: Siege, until: int = 16) -> list[Got]:
    return siege.office.pass_time(at(2026, 12, until, 20), timedelta(hours=1))


def test_never_reached_is_not_late_and_is_not_chased(siege: Siege) -> None:
    assignment, _ = siege.begin()
    _returned(siege, assignment)
    letters = _weeks(siege)
    assert to(letters, "joy@example.net") == []
    assert {x.kind for x in letters} == {"digest"}
    digest = next(x for x in reversed(letters) if x.to == "stephanie@example.com")
    assert "AT RISK" in digest.text and "LATE" not in digest.text
    assert "the address does not exist (5.1.1)" in digest.text


def test_two_lost_reminders_stop_nothing(siege: Siege) -> None:
    """A full mailbox: the work itself is known, and the ladder goes on."""
    siege.begin()
    letters = _weeks(siege, 4)
    reminder = next(x for x in letters if x.kind == "reminder")
    _returned(siege, reminder, status="5.2.2", says="552 mailbox full")
    assert {x.kind for x in to(_weeks(siege, 9), "joy@example.net")} == {"overdue"}


def test_chases_go_on_when_the_person_writes_and_the_time_between_is_nobodys_lateness(siege: Siege) -> None:
    assignment, _ = siege.begin()
    _returned(siege, assignment)
    _weeks(siege, 9)
    siege.put(
        raw_mail(
            "Joy Santos <joy@private.example>",
            assignment.reply_to,
            "Re: x",
            "accept",
            proof=PRIVATE_PASS,
            mid="<ok@p>",
        )
    )
    siege.round()
    assert _task(siege).unreached == ""
    wrote = siege.office.now
    letters = _weeks(siege, 16)
    late = next(x for x in letters if x.kind == "overdue")
    assert late.to == "joy@example.net"
    when = next(r.created_at for r in siege.store.outbox() if r.ref.kind == "overdue")
    assert when - wrote >= timedelta(hours=4)


def test_a_mended_address_gets_the_task_again_once(siege: Siege) -> None:
    assignment, _ = siege.begin()
    _returned(siege, assignment)
    _weeks(siege, 2)
    mended = CONFIG.replace("[joy@example.net, joy@private.example]", "[joy@new.example, joy@example.net]")
    office = siege.office
    (office.folder / "config.yaml").write_text(mended)
    office.config = load(office.folder / "config.yaml", {"PW": "x"})
    office.restart()
    letters = siege.round()
    assert [(x.to, x.kind) for x in letters] == [("joy@new.example", "assignment")]
    assert _task(siege).unreached == ""
    office.restart()
    assert siege.round() == []


def test_a_letter_that_our_own_server_refuses_is_told_as_plainly(siege: Siege) -> None:
    box = siege.office.box

    class Refusing:
        kept = box.kept

        def post(self, envelope_from: str, to: str, raw: bytes) -> Posted:
            if to == "joy@example.net":
                return Posted(
                    Result.DEAD, 550, "550 5.1.1 <joy@example.net>: Recipient address rejected: User unknown"
                )
            return box.post(envelope_from, to, raw)

        def check(self) -> tuple[str, ...]:
            return ()

        def close(self) -> None:
            return None

    siege.office.shop.poster = Refusing()
    siege.office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", "Call everyone by Friday.")
    letters = siege.round() + siege.round()
    told = one(letters, "bounced")
    assert "the address does not exist (5.1.1)" in told.text
    assert "Recipient address rejected" not in told.text
    siege.office.shop.poster = box


def test_a_report_in_the_name_of_a_person_is_read_like_any_other(siege: Siege) -> None:
    """What proves a report is the id; who sent it says nothing."""
    assignment, _ = siege.begin()
    siege.put(report(assignment["Message-ID"]).replace(DAEMON.encode(), BEN.encode()))
    assert kinds(siege.round()) == [("stephanie", "bounced")]
