"""One mail cannot stop the others: whatever it does to its reader, the mails
behind it are served, and at the third time it is held and named."""

from pathlib import Path

import pytest

from intake.mail import InboundMail, RawMail
from intake.parse import parse
from shell.in_hand import POISON
from tests.shell.office import Office, kinds, one
from tests.shell.test_power import PowerCut

STEPHANIE = "Stephanie Miller <stephanie@example.com>"


def poisoned(office: Office, trouble: type[BaseException]) -> None:
    """From now on this office stumbles over the mail with this Subject."""

    def read(mail: RawMail) -> InboundMail:
        if b"\nSubject: The poison one" in mail.raw:
            raise trouble("stumbled")
        return parse(mail.raw, mail.arrived_at)

    office.shop.parse = read


def two_mails(office: Office) -> None:
    office.mail(STEPHANIE, "tasks+joy@example.com", "The poison one", "Do it by Friday.")
    office.mail(STEPHANIE, "tasks+joy@example.com", "The next one", "Do it by Friday.")


def test_a_fault_of_ours_over_one_mail_lets_the_next_be_served(office: Office) -> None:
    poisoned(office, RuntimeError)
    two_mails(office)
    letters = office.letters()
    assert kinds(letters) == [("joy", "assignment"), ("stephanie", "receipt")]
    assert "The next one" in letters[0].subject


def test_at_the_third_time_it_is_held_and_its_owner_hears_of_it(office: Office) -> None:
    poisoned(office, RuntimeError)
    two_mails(office)
    for _ in range(2):
        office.letters()
    assert not office.shop.store.held_rows()
    office.letters()
    knock = one(office.letters(), "knock")
    assert "The poison one" in knock.text
    assert POISON in knock.text
    (held,) = office.shop.store.held_rows()
    assert held.reason.startswith(POISON)
    assert not office.mailroom.folders["INBOX"]  # it lies with the held ones
    assert office.letters() == []  # and is told once


def test_killed_over_it_three_times_the_fourth_start_holds_it(tmp_path: Path) -> None:
    office = Office(tmp_path, one_process=True)
    two_mails(office)
    for _ in range(3):
        poisoned(office, PowerCut)
        with pytest.raises(PowerCut):
            office.round()
        office.restart()
    poisoned(office, PowerCut)
    assert sorted(kinds(office.letters())) == [
        ("joy", "assignment"),
        ("stephanie", "knock"),
        ("stephanie", "receipt"),
    ]
    assert [t.title for t in office.shop.store.tasks()] == ["The next one"]
    office.close()


def test_killed_twice_over_a_good_mail_it_is_a_task_all_the_same(tmp_path: Path) -> None:
    office = Office(tmp_path, one_process=True)
    two_mails(office)
    for _ in range(2):
        poisoned(office, PowerCut)
        with pytest.raises(PowerCut):
            office.round()
        office.restart()
    office.round()
    assert sorted(t.title for t in office.shop.store.tasks()) == ["The next one", "The poison one"]
    assert not office.shop.store.held_rows()
    office.close()


def test_passed_on_it_is_not_read_again_and_that_is_said(tmp_path: Path) -> None:
    office = Office(tmp_path, one_process=True)
    two_mails(office)
    for _ in range(3):
        poisoned(office, PowerCut)
        with pytest.raises(PowerCut):
            office.round()
        office.restart()
    poisoned(office, PowerCut)
    knock = one(office.letters(), "knock")
    office.reply(knock, "pass on")
    for _ in range(3):
        office.round()
    (held,) = office.shop.store.held_rows()
    assert held.subject == "The poison one"
    told = [words for _, words in office.shop.store.remarks(office.now.replace(year=2020))]
    assert any("was not passed on" in words for words in told)
    assert [t.title for t in office.shop.store.tasks()] == ["The next one"]
    office.close()
