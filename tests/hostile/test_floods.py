"""Too much mail: from one sender, or from many under one name. Nothing is lost,
nobody is written to for each of them, and the digest stays readable."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from config import ConfigError, load
from intake.mail import InboundMail, RawMail
from intake.source import Known
from store.port import LedgerRow
from tasks.letters import Filed
from tests.hostile.kit import EVE, JOY, STEPHANIE, Siege, besieged, raw_mail
from tests.shell.office import CONFIG, Got, Mailroom, at, kinds, one, run

JOY_PASS = "Authentication-Results: mx.example.com; dmarc=pass header.from=example.net"
TUESDAY = at(2026, 12, 1, 16)


FEW = CONFIG.replace("dkim: no}", "dkim: no, unproven_an_hour: 5, proven_an_hour: 12}")


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Siege]:
    """A house with low limits, so that a flood is soon one."""
    with besieged(tmp_path, FEW) as opened:
        yield opened
        opened.survived()


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


def test_unproven_mail_in_a_registered_name_asks_thirty_times_and_once_for_the_rest(siege: Siege) -> None:
    """Each may be the owner's own new task."""
    _flood(siege, 60, STEPHANIE)
    letters = siege.round()
    assert kinds(letters) == [("stephanie", "confirm")] * 30 + [("stephanie", "knock")]
    assert "More of them are held without a letter" in letters[-1].text
    assert not any("More of them are held" in letter.text for letter in letters[:-1])


def test_the_count_outlives_a_restart(small: Siege) -> None:
    letters = []
    for n in range(9):
        _flood(small, 1, STEPHANIE, first=n)
        letters += small.round()
        small.office.restart()
    assert len(letters) == 6


def test_one_notice_a_day(small: Siege) -> None:
    _flood(small, 9, STEPHANIE)
    assert len(small.round()) == 6
    small.office.now += timedelta(minutes=70)
    _flood(small, 9, STEPHANIE, first=100)
    more = small.round()
    assert len(more) == 5
    assert not any("More of them are held without" in letter.text for letter in more)


def test_forged_mail_takes_nothing_from_the_real_sender(small: Siege) -> None:
    _flood(small, 20, STEPHANIE)
    small.round()
    small.put(raw_mail())
    assert kinds(small.round()) == [("joy", "assignment"), ("stephanie", "receipt")]


def test_a_proven_contractor_may_write_as_often_as_the_limit_says(small: Siege) -> None:
    assignment, _ = small.begin()
    _flood(small, 17, JOY, proof=JOY_PASS, to=assignment.reply_to)
    letters = small.round()
    assert kinds(letters) == [("stephanie", "knock")]
    assert len(small.held()) == 5
    filed = [row.filed for row in small.store.ledger_of(1)]
    assert filed.count(Filed.REPLY) == 12


def test_an_hour_later_mail_goes_its_way_again(small: Siege) -> None:
    assignment, _ = small.begin()
    _flood(small, 13, JOY, proof=JOY_PASS, to=assignment.reply_to)
    small.round()
    small.office.now += timedelta(minutes=61)
    small.put(raw_mail(JOY, assignment.reply_to, "Re: it", "done", proof=JOY_PASS, mid="<late@n>"))
    assert kinds(small.round()) == [("stephanie", "review")]


def test_machines_are_not_counted(small: Siege) -> None:
    """A vacation program that runs wild holds up no word of its owner."""
    assignment, _ = small.begin()
    for n in range(20):
        head = "Auto-Submitted: auto-replied"
        small.put(
            raw_mail(JOY, "tasks@example.com", "Away", f"{n}", proof=JOY_PASS, head=head, mid=f"<{n}@a>")
        )
    small.put(raw_mail(JOY, assignment.reply_to, "Re: it", "done", proof=JOY_PASS, mid="<real@n>"))
    assert kinds(small.round()) == [("stephanie", "review")]


def test_a_copied_outsider_knocks_three_times_an_hour_and_once_for_the_rest(siege: Siege) -> None:
    siege.put(raw_mail(head="Cc: client@outside.example"))
    siege.round()
    _flood(siege, 8, "client@outside.example")
    letters = siege.round()
    assert kinds(letters) == [("stephanie", "knock")] * 4
    assert "More of them are held without a letter" in letters[-1].text


def test_many_addresses_under_a_known_name_knock_fifty_times_a_day(siege: Siege) -> None:
    for n in range(60):
        sender = f"Stephanie Miller <s{n}@freemail.example>"
        siege.put(raw_mail(sender, "tasks@example.com", f"Offer {n}", "Buy.", proof="", mid=f"<{n}@f>"))
        siege.office.now += timedelta(minutes=3)
    letters = siege.round()
    assert kinds(letters) == [("stephanie", "knock")] * 51
    assert len(siege.held()) == 60


def test_a_few_mails_of_one_stranger_stand_line_by_line(siege: Siege) -> None:
    _flood(siege, 3, EVE)
    assert siege.round() == []
    assert len(re.findall(r"^  H-\d+ ", _digest(siege).text, re.MULTILINE)) == 3


def test_many_strangers_make_no_endless_digest(siege: Siege) -> None:
    for n in range(60):
        sender = f"s{n}@many.example"
        siege.put(raw_mail(sender, "tasks@example.com", f"Offer {n}", "Buy.", proof="", mid=f"<{n}@m>"))
    assert siege.round() == []
    text = _digest(siege).text
    assert len(re.findall(r"^  H-\d+ ", text, re.MULTILINE)) == 20
    assert "40 more mails from 40 other senders" in text


class Narrow(Mailroom):
    """A mailbox that hands out two mails at a time, and notes how many were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.limits: list[int] = []

    def fetch(self, known: Known, limit: int) -> Iterator[RawMail]:
        self.limits.append(limit)
        return super().fetch(known, 2)


def test_500_mails_a_round_the_oldest_first(siege: Siege) -> None:
    narrow = Narrow()
    siege.office.mailroom = siege.office.shop.source = narrow
    _flood(siege, 5, EVE)
    assert siege.office.round().mails == 2
    assert {row.subject for row in _rows(siege)} == {"Offer 0", "Offer 1"}
    assert narrow.limits == [500]
    siege.office.round()
    siege.office.round()


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


def test_what_was_held_in_a_flood_is_let_in_whole(small: Siege) -> None:
    """Passed on, a mail that was not read before is read like any other."""
    assignment, _ = small.begin()
    _flood(small, 12, JOY, proof=JOY_PASS, to=assignment.reply_to)
    small.put(raw_mail(JOY, assignment.reply_to, "Re: it", "done", proof=JOY_PASS, mid="<last@n>"))
    knock = one(small.round(), "knock")
    small.office.reply(knock, "pass on")
    assert ("stephanie", "review") in kinds(small.round())


def test_old_mail_of_a_flood_is_removed_with_one_line(small: Siege) -> None:
    _flood(small, 9, EVE)
    small.round()
    small.office.now += timedelta(days=91)
    small.round()
    told = [
        words.partition("\t")[2] for _, words in small.store.remarks(small.office.now - timedelta(days=1))
    ]
    (line,) = [words for words in told if "evil.example" in words]
    assert line.startswith("9 mails from eve@evil.example were held for 90 days and nobody let them in")
    small.delivered.clear()  # their bytes are gone, as the config wants


def test_the_limits_are_thirty_and_three_hundred(siege: Siege) -> None:
    trust = siege.office.config.trust
    assert (trust.unproven_an_hour, trust.proven_an_hour) == (30, 300)


@pytest.mark.parametrize("word", ["0", "many", "-3"])
def test_a_limit_that_is_none_is_refused_with_its_line(tmp_path: Path, word: str) -> None:
    (tmp_path / "config.yaml").write_text(
        CONFIG.replace("dkim: no}", f"dkim: no, unproven_an_hour: {word}}}")
    )
    with pytest.raises(ConfigError, match=r"config\.yaml, line 5: trust\.unproven_an_hour"):
        load(tmp_path / "config.yaml", {"PW": "x"})
