"""Words that were left out, as they name an owner's own date: the answer opens with what has to be done."""

import pytest

from tests.practices.hands_kit import text
from tests.practices.offices import STEPHANIE, opened
from tests.practices.own_date_kit import read_by_joy
from tests.shell.office import Got, Office, at, kinds, one, to

BODY = "Use blue.\nDue: Wednesday 5pm\nNeed by: Friday 5pm"
TODO = "Words of yours went to nobody yet: reply send as is, or write them again without the date."
STEPH, JOYS = "stephanie@example.com", "joy@example.net"


def given(office: Office, subject: str = "Flyer", body: str = BODY) -> Got:
    office.mail(STEPHANIE, "tasks+joy@example.com", subject, body)
    return one(office.letters(), "receipt")


@pytest.mark.parametrize(
    "words",
    ["The client is there on Friday.", "Use red. The client is there on Friday.", "Finish by Friday please."],
)
def test_the_answer_opens_with_what_has_to_be_done(words: str) -> None:
    with opened() as office:
        office.reply(given(office), words)
        told = one(office.letters(), "transcript")
        assert told.text.splitlines()[1] == TODO
        assert "Nothing more has to be done" not in told.text
        office.own_dates_may_go = True
        office.reply(told, "send as is")
        assert "Friday" in text(one(to(office.letters(), JOYS), "relay"))


def test_by_a_reply_address_alone_it_is_said_beside_the_undo() -> None:
    with opened() as office:
        office.reply(given(office), "Use red. The client is there on Friday.", proven=False)
        line = one(to(office.letters(), STEPH), "transcript").text.splitlines()[1]
        assert line.startswith(TODO) and "Not yours? Reply no." in line


def test_below_a_digest_it_opens_so_too() -> None:
    with opened() as office:
        given(office)
        digest = one(to(office.pass_time(at(2026, 12, 1, 16)), STEPH), "digest")
        office.reply(digest, "T-1 tell Joy: the client is there on Friday")
        told = one(office.letters(), "transcript").text
        assert "Words of yours went to nobody yet; below stands which." in told
        assert "Nothing more has to be done" not in told


def test_a_mail_that_went_whole_has_nothing_to_be_done() -> None:
    with opened() as office:
        office.reply(given(office), "Use red.\ntitle: Red flyer\nassign: Ben")
        assert TODO not in one(to(office.letters(), STEPH), "transcript").text


@pytest.mark.parametrize(
    ("subject", "title", "cut"),
    [
        ("Paint by Friday", "Paint", "by Friday"),
        ("Flyer: the client is there on Friday", "Flyer: the client is there", "on Friday"),
        ("Flyer, two days after your date", "Flyer", ", two days after your date"),
    ],
)
def test_what_is_cut_from_the_subject_is_told(subject: str, title: str, cut: str) -> None:
    with opened() as office:
        receipt = given(office, subject)
        assert f'Left out for Joy, as it may tell your own date: "Subject: … {cut.strip(" ,")}".' in text(
            receipt
        )
        assert "To send it all the same: send as is" in text(receipt)
        task = office.shop.store.task(1)
        assert task is not None and task.title == title
        office.own_dates_may_go = True
        office.reply(receipt, "send as is")
        assert subject in text(one(to(office.letters(), JOYS), "relay"))


def test_a_subject_that_tells_nothing_is_not_told_of() -> None:
    with opened() as office:
        assert "Subject:" not in given(office, "Paint by Wednesday").text


def test_what_is_cut_from_the_subject_of_a_later_mail_is_told() -> None:
    with opened() as office:
        receipt = given(office)
        subject = "The client is there on Friday"
        office.mail(STEPHANIE, receipt.reply_to, subject, "Use red.", answers=receipt)
        letters = office.letters()
        assert ("joy", "relay") in kinds(letters) and "Friday" not in read_by_joy(letters)
        told = one(to(letters, STEPH), "transcript")
        assert told.text.splitlines()[1] == TODO
        assert 'as it may tell your own date: "Subject: … on Friday".' in text(told)
        office.own_dates_may_go = True
        office.reply(told, "send as is")
        assert subject in text(one(to(office.letters(), JOYS), "relay"))


def test_both_the_words_and_the_subject_of_a_later_mail() -> None:
    with opened() as office:
        receipt = given(office)
        subject = "Friday is the day of the client"
        office.mail(STEPHANIE, receipt.reply_to, subject, "Use red. I sell it on Friday.", answers=receipt)
        told = one(to(office.letters(), STEPH), "transcript")
        assert "I sell it on Friday." in told.text and "Subject: Friday" in text(told)
        office.own_dates_may_go = True
        office.reply(told, "send as is")
        sent = text(one(to(office.letters(), JOYS), "relay"))
        assert subject in sent and "I sell it on Friday." in sent
