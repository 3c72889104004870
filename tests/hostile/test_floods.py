"""Too much mail: from one sender, or from many under one name. Nothing is lost,
nobody is written to for each of them, and the digest stays readable."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from intake.mail import InboundMail, RawMail
from store.port import LedgerRow
from tasks.letters import Filed
from tests.hostile.kit import EVE, JOY, STEPHANIE, Siege, besieged, raw_mail
from tests.shell.office import Got, at, kinds, one, run

JOY_PASS = "Authentication-Results: mx.example.com; dmarc=pass header.from=example.net"
TUESDAY = at(2026, 12, 1, 16)


@pytest.fixture
def siege(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path) as opened:
        yield opened
        opened.survived()


def _flood(siege: Siege, count: int, sender: str, *, first: int = 0, proof: str = "", to: str = "") -> None:
    """So many mails, one a second."""
    for n in range(first, first + count):
        where = to or "tasks@example.com"
        siege.put(raw_mail(sender, where, f"Offer {n}", f"Buy number {n}.", proof=proof, mid=f"<{n}@f>"))
        siege.office.now += timedelta(seconds=1)


def _digest(siege: Siege) -> Got:
    return [x for x in siege.office.pass_time(TUESDAY) if x.kind == "digest" and "stephanie" in x.to][-1]


def test_300_mails_of_one_stranger_are_no_answer_and_one_line(siege: Siege) -> None:
    _flood(siege, 300, EVE)
    assert siege.round() == []
    assert len(siege.held()) == 300
    lines = [line for line in _digest(siege).text.splitlines() if "evil.example" in line or "Eve" in line]
    assert len(lines) <= 2, lines
    assert "300 mails" in lines[0]
    assert "held pass-on eve@evil.example" in " ".join(lines)


def test_mails_over_the_limit_are_kept_without_being_read(siege: Siege) -> None:
    parsed: list[RawMail] = []
    parse = siege.office.shop.parse

    def counted(mail: RawMail) -> InboundMail:
        parsed.append(mail)
        return parse(mail)

    siege.office.shop.parse = counted
    _flood(siege, 100, EVE)
    siege.round()
    assert len(parsed) == 30
    assert all(siege.office.shop.spool.get(row.raw) for row in _rows(siege))
    assert sum(len(h.text) for h in siege.store.held_rows()) < 30 * 100


def _rows(siege: Siege) -> list[LedgerRow]:
    found = (siege.store.ledger(key) for key in siege.held())
    return [row for row in found if row]


def test_unproven_mail_in_a_registered_name_knocks_thirty_times_and_once_for_the_rest(siege: Siege) -> None:
    _flood(siege, 60, STEPHANIE)
    letters = siege.round()
    assert kinds(letters) == [("stephanie", "knock")] * 31
    assert "More of them are held without a letter" in letters[-1].text
    assert not any("More of them are held" in letter.text for letter in letters[:-1])


def test_the_count_outlives_a_restart(siege: Siege) -> None:
    letters = []
    for n in range(40):
        _flood(siege, 1, STEPHANIE, first=n)
        letters += siege.round()
        siege.office.restart()
    assert len(letters) == 31


def test_one_notice_a_day(siege: Siege) -> None:
    _flood(siege, 40, STEPHANIE)
    assert len(siege.round()) == 31
    siege.office.now += timedelta(minutes=70)
    _flood(siege, 40, STEPHANIE, first=100)
    more = siege.round()
    assert 0 < len(more) <= 30
    assert not any("More of them are held without" in letter.text for letter in more)


def test_forged_mail_takes_nothing_from_the_real_sender(siege: Siege) -> None:
    _flood(siege, 60, STEPHANIE)
    siege.round()
    siege.put(raw_mail())
    assert kinds(siege.round()) == [("joy", "assignment"), ("stephanie", "receipt")]


def test_a_proven_contractor_may_write_three_hundred_times_an_hour(siege: Siege) -> None:
    assignment, _ = siege.begin()
    _flood(siege, 305, JOY, proof=JOY_PASS, to=assignment.reply_to)
    letters = siege.round()
    assert kinds(letters) == [("stephanie", "knock")]
    assert len(siege.held()) == 5
    filed = [row.filed for row in siege.store.ledger_of(1)]
    assert filed.count(Filed.REPLY) == 300


def test_an_hour_later_mail_goes_its_way_again(siege: Siege) -> None:
    assignment, _ = siege.begin()
    _flood(siege, 301, JOY, proof=JOY_PASS, to=assignment.reply_to)
    siege.round()
    siege.office.now += timedelta(minutes=61)
    siege.put(raw_mail(JOY, assignment.reply_to, "Re: it", "done", proof=JOY_PASS, mid="<late@n>"))
    assert kinds(siege.round()) == [("stephanie", "review")]


def test_machines_are_not_counted(siege: Siege) -> None:
    """A vacation program that runs wild holds up no word of its owner."""
    assignment, _ = siege.begin()
    for n in range(320):
        head = "Auto-Submitted: auto-replied"
        siege.put(
            raw_mail(JOY, "tasks@example.com", "Away", f"{n}", proof=JOY_PASS, head=head, mid=f"<{n}@a>")
        )
    siege.put(raw_mail(JOY, assignment.reply_to, "Re: it", "done", proof=JOY_PASS, mid="<real@n>"))
    assert kinds(siege.round()) == [("stephanie", "review")]


def test_a_copied_outsider_knocks_three_times_an_hour_and_once_for_the_rest(siege: Siege) -> None:
    siege.put(raw_mail(head="Cc: client@outside.example"))
    siege.round()
    _flood(siege, 8, "client@outside.example")
    letters = siege.round()
    assert kinds(letters) == [("stephanie", "knock")] * 4
    assert "More of them are held without a letter" in letters[-1].text


def test_many_addresses_under_a_known_name_knock_fifty_times_a_day(siege: Siege) -> None:
    for n in range(80):
        sender = f"Stephanie Miller <s{n}@freemail.example>"
        siege.put(raw_mail(sender, "tasks@example.com", f"Offer {n}", "Buy.", proof="", mid=f"<{n}@f>"))
        siege.office.now += timedelta(minutes=3)
    letters = siege.round()
    assert kinds(letters) == [("stephanie", "knock")] * 51
    assert len(siege.held()) == 80


def test_a_few_mails_of_one_stranger_stand_line_by_line(siege: Siege) -> None:
    _flood(siege, 3, EVE)
    assert siege.round() == []
    assert len(re.findall(r"^  H-\d+ ", _digest(siege).text, re.MULTILINE)) == 3


def test_many_strangers_make_no_endless_digest(siege: Siege) -> None:
    for n in range(200):
        sender = f"s{n}@many.example"
        siege.put(raw_mail(sender, "tasks@example.com", f"Offer {n}", "Buy.", proof="", mid=f"<{n}@m>"))
    assert siege.round() == []
    text = _digest(siege).text
    assert len(re.findall(r"^  H-\d+ ", text, re.MULTILINE)) == 20
    assert "180 more mails from 180 other senders" in text


def test_500_mails_a_round_the_oldest_first(siege: Siege) -> None:
    _flood(siege, 510, EVE)
    assert siege.office.round().mails == 500
    kept = {row.subject for row in _rows(siege)}
    assert kept == {f"Offer {n}" for n in range(500)}
    assert siege.office.round().mails == 10


def test_all_mail_of_a_sender_is_dropped_or_let_in_by_one_command(siege: Siege) -> None:
    _flood(siege, 40, EVE)
    siege.put(raw_mail("mallory@evil.example", "tasks@example.com", "Other", "x", proof="", mid="<o@f>"))
    siege.round()
    office = siege.office
    office.shop.close()
    try:
        assert run(office, "held", "drop", "EVE@evil.example") == 0
        assert run(office, "held", "drop", "nobody@evil.example") == 64
    finally:
        office.shop = office.open()
    assert len(siege.held()) == 1


def test_what_was_held_in_a_flood_is_let_in_whole(siege: Siege) -> None:
    """Passed on, a mail that was not read before is read like any other."""
    assignment, _ = siege.begin()
    _flood(siege, 300, JOY, proof=JOY_PASS, to=assignment.reply_to)
    siege.put(raw_mail(JOY, assignment.reply_to, "Re: it", "done", proof=JOY_PASS, mid="<last@n>"))
    knock = one(siege.round(), "knock")
    siege.office.reply(knock, "pass on")
    assert ("stephanie", "review") in kinds(siege.round())
