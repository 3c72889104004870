"""A client's mail that the owner passes on: its date is proposed, and never set."""

from datetime import UTC, datetime

import pytest

from tests.shell.office import Office, one

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
JOY = "tasks+joy@example.com"
CLIENT = "Hi Stephanie,\n\nplease send us the new menu cards by Wednesday 5pm.\n\nJan"
GMAIL = (
    "Joy, can you do this?\n\n---------- Forwarded message ---------\nFrom: Jan Stone <jan@client.example>\n"
    "Date: {date}\nSubject: Menu cards\nTo: Stephanie Miller <stephanie@example.com>\n\n" + CLIENT
)
OUTLOOK = (
    "Bitte machen, Joy\n\nVon: Jan Stone <jan@client.example>\nGesendet: Freitag, 27. November 2026 15:00\n"
    "An: Stephanie Miller\nBetreff: Karten\n\n" + CLIENT
)
QUOTED = (
    "Joy, please take this over.\n\nOn Fri, Nov 27, 2026 at 3:00 PM Jan Stone <jan@client.example> wrote:\n"
    + "\n".join(f"> {line}" for line in CLIENT.splitlines())
)


@pytest.mark.parametrize(
    ("subject", "body", "name"),
    [
        pytest.param(
            "Fwd: Menu cards", GMAIL.format(date="Fri, Nov 27, 2026 at 3:00 PM"), "forwarded", id="gmail"
        ),
        pytest.param("WG: Karten", OUTLOOK, "forwarded", id="outlook"),
        pytest.param("Menu cards", QUOTED, "quoted", id="quoted"),
    ],
)
def test_a_passed_on_date_is_proposed_and_not_set(office: Office, subject: str, body: str, name: str) -> None:
    office.mail(STEPHANIE, JOY, subject, body)
    letters = office.letters()
    receipt, assignment = one(letters, "receipt"), one(letters, "assignment")
    task = office.shop.store.task(1)
    assert task is not None and task.due is None
    said = " ".join(receipt.text.split())
    assert f'The {name} mail names Wed 2 Dec 2026, 17:00 ("by Wednesday 5pm")' in said
    assert "due: 2026-12-02 17:00" in said
    assert "eta" in assignment.text


def test_the_words_of_the_receipt_set_it(office: Office) -> None:
    office.mail(STEPHANIE, JOY, "Fwd: Menu cards", GMAIL.format(date="Fri, Nov 27, 2026 at 3:00 PM"))
    receipt = one(office.letters(), "receipt")
    office.reply(receipt, "due: 2026-12-02 17:00")
    office.letters()
    task = office.shop.store.task(1)
    assert task is not None and task.due is not None
    assert task.due.at == datetime(2026, 12, 3, 1, 0, tzinfo=UTC)


def test_a_date_counts_from_the_forwarded_mail_and_may_be_over(office: Office) -> None:
    office.mail(STEPHANIE, JOY, "Fwd: Menu cards", GMAIL.format(date="Mon, Nov 16, 2026 at 3:00 PM"))
    said = " ".join(one(office.letters(), "receipt").text.split())
    assert "written Mon 16 Nov, named Wed 18 Nov 2026, 17:00" in said
    assert "That is over: no date is set." in said


@pytest.mark.parametrize(
    ("own", "date"),
    [
        pytest.param(
            "Joy, please do this by Friday.", "Fri, Nov 27, 2026 at 3:00 PM", id="the owner's own date"
        ),
        pytest.param("Joy, no rush on this.", "Fri, Nov 27, 2026 at 3:00 PM", id="the owner wants none"),
        pytest.param("Joy, can you do this?", "sometime", id="a mail of no day"),
    ],
)
def test_nothing_is_proposed(office: Office, own: str, date: str) -> None:
    body = GMAIL.format(date=date).replace("Joy, can you do this?", own)
    office.mail(STEPHANIE, JOY, "Fwd: Menu cards", body)
    assert "mail names" not in one(office.letters(), "receipt").text


def test_a_date_that_is_struck_out_is_none(office: Office) -> None:
    office.mail(STEPHANIE, JOY, "Menu cards", "Please print the cards by ~~Thursday~~ Friday noon.")
    office.letters()
    task = office.shop.store.task(1)
    assert task is not None and task.due is not None
    assert task.due.at == datetime(2026, 12, 4, 20, 0, tzinfo=UTC)
    assert "~~Thursday~~" in task.brief


@pytest.mark.parametrize(
    "subject", ["Fwd: Menu cards", "FW: Re: Menu cards", "WG: Menu cards", "New task: Menu cards"]
)
def test_a_title_is_the_subject_without_what_programs_put_before_it(office: Office, subject: str) -> None:
    office.mail(STEPHANIE, JOY, subject, "Please print the cards by Friday noon.")
    office.letters()
    task = office.shop.store.task(1)
    assert task is not None and task.title == "Menu cards"
