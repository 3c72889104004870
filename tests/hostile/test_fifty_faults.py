"""The mails and faults that every build must survive, D29 to D39 and D50: shapes,
charsets, dates, and a store that was cut short."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.embedded import open_store
from store.port import StoreUnusable
from tasks.evolve import evolve
from tests.hostile.kit import JOY, Siege, besieged, raw_mail
from tests.shell.office import Got, kinds, one

JOY_PASS = "Authentication-Results: mx.example.com; dmarc=pass header.from=example.net"


@pytest.fixture
def siege(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path) as opened:
        yield opened
        opened.survived()


def _task(siege: Siege, raw: bytes) -> list[Got]:
    siege.put(raw)
    letters = siege.round()
    assert kinds(letters) == [("joy", "assignment"), ("stephanie", "receipt")]
    return letters


def _held(siege: Siege, raw: bytes) -> None:
    key = siege.put(raw)
    assert {kind for _, kind in kinds(siege.round())} <= {"knock"}
    assert siege.held() == [key] and list(siege.store.tasks()) == []
    assert siege.store.held_rows()[0].reason


def _nested(depth: int) -> tuple[str, str]:
    body = ""
    for n in range(1, depth):
        body += f"--b{n - 1}\nContent-Type: multipart/mixed; boundary=b{n}\n\n"
    return "multipart/mixed; boundary=b0", body + f"--b{depth - 1}\n\nMake it by Friday.\n--b{depth - 1}--"


def test_d29_parts_sixty_deep_are_held(siege: Siege) -> None:
    kind, body = _nested(60)
    _held(siege, raw_mail(kind=kind, body=body))


def test_d30_five_thousand_parts_are_held(siege: Siege) -> None:
    _held(siege, raw_mail(kind="multipart/mixed; boundary=b", body="--b\n\nx\n" * 5000 + "--b--"))


def test_d31_thirty_megabytes_are_a_task_with_a_note(siege: Siege) -> None:
    """Of so large a mail the source hands over the head, and says the size
    (tests/intake/test_imap_dovecot.py puts a huge one there by APPEND)."""
    siege.put(raw_mail())
    box = siege.office.mailroom.folders["INBOX"]
    uid, mail = box.popitem()
    where = (mail.account, mail.folder, mail.uidvalidity, uid)
    box[uid] = type(mail)(mail.raw, mail.arrived_at, *where, in_sent=False, whole=False, size=31_000_000)
    letters = siege.round()
    assert "31 MB" in one(letters, "receipt").text
    assert any(box for folder, box in siege.office.mailroom.folders.items() if folder != "INBOX")


def test_d32_an_unknown_charset_is_read_with_replacements(siege: Siege) -> None:
    raw = raw_mail(kind="text/plain; charset=x-unknown", body="Make it \udcff by Friday.")
    assert "Make it" in one(_task(siege, raw), "assignment").text


def test_d33_a_raw_latin1_subject_is_read(siege: Siege) -> None:
    assert "für" in _task(siege, raw_mail(subject="Logo f\udcfcr den Bus"))[0].subject


def test_d34_html_alone_is_read_as_text(siege: Siege) -> None:
    html = (
        "<p>Make a <b>logo</b> by Friday.</p><script>alert(1)</script><img src='http://evil.example/p.png'>"
    )
    letters = _task(siege, raw_mail(kind="text/html; charset=utf-8", body=html))
    assert "alert" not in one(letters, "assignment").text
    assert all(b"evil.example" not in letter.raw for letter in letters)


def test_d35_empty_subject_and_body(siege: Siege) -> None:
    assert "Make it by Friday" in _task(siege, raw_mail(subject=""))[0].subject
    assert "Paint the van" in _task(siege, raw_mail(subject="Paint the van", body="", mid="<2@e>"))[0].subject
    siege.put(raw_mail(subject="", body="", mid="<3@e>"))
    assert kinds(siege.round()) == [("stephanie", "nothing-in-it")]
    assert len(list(siege.store.tasks())) == 2


@pytest.mark.parametrize(
    "date", ["soon", "", "Mon, 99 Foo 99999 99:99:99 +9999", "Fri, 1 Jan 0001 00:00:00 +0000"]
)
def test_d36_a_bad_date_leaves_the_servers_moment(siege: Siege, date: str) -> None:
    _task(siege, raw_mail(head=f"Date: {date}"))
    due = next(iter(siege.store.tasks())).due
    assert due is not None and due.at.date() in {datetime(2026, 12, n, tzinfo=UTC).date() for n in (4, 5)}


def test_d37_a_day_that_never_comes_is_asked_of_the_owner(siege: Siege) -> None:
    letters = _task(siege, raw_mail(body="Make it.\nDue by Feb 30"))
    assert next(iter(siege.store.tasks())).due is None
    assert "Feb 30" in one(letters, "receipt").text


def test_d38_an_hour_that_the_clock_leaves_out_follows_the_gap_rule(tmp_path: Path) -> None:
    with besieged(tmp_path, now=datetime(2026, 3, 2, 17, tzinfo=UTC)) as siege:
        _task(siege, raw_mail(body="Make it.\nDue 2:30 AM 8 Mar 2026 Eastern"))
        due = next(iter(siege.store.tasks())).due
        assert due is not None and due.at == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)
        siege.survived()


def test_d39_ten_thousand_on_lines_are_read_in_time(siege: Siege) -> None:
    assignment, _ = siege.begin()
    body = "Which colour should it have?\n" + "On Mon, Nov 30, 2026 at 9:12 AM\n" * 10_000
    siege.put(raw_mail(JOY, assignment.reply_to, "Re: it", body, proof=JOY_PASS))
    began = time.monotonic()
    letters = siege.round()
    assert time.monotonic() - began < 3  # one second where the machine is quiet
    assert ("stephanie", "question") in kinds(letters) or letters == []
    assert len(siege.store.thread(1)) >= 3


def test_d50_a_store_cut_short_is_refused_and_the_backup_named(tmp_path: Path) -> None:
    with besieged(tmp_path) as siege:
        siege.begin()
    path = next(p for p in tmp_path.rglob("handoff.db"))
    whole = path.read_bytes()
    path.with_name("handoff.db.2026-03-01.backup").write_bytes(whole)
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StoreUnusable, match=r"restore .*handoff.db.2026-03-01.backup"):
        open_store(path, evolve)
    assert path.read_bytes() == whole[: len(whole) // 2]
