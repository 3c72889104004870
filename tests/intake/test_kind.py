"""Machine or person, and what a bounce or a vacation reply says."""

from datetime import UTC, datetime

import pytest

from intake.bounce_reasons import reason_of
from intake.kind_away import back_at
from intake.mail import MailKind
from intake.parse import parse
from tests.intake.mails import ARRIVED, read


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("plain-task", MailKind.HUMAN),
        ("human-about-out-of-office", MailKind.HUMAN),
        ("reply-gmail-html", MailKind.HUMAN),
        ("forward-outlook", MailKind.HUMAN),
        ("attached-mail", MailKind.HUMAN),
        ("hostile-names", MailKind.HUMAN),
        ("vacation-exchange", MailKind.AWAY),
        ("vacation-german", MailKind.AWAY),
        ("bounce-standard", MailKind.BOUNCE),
        ("bounce-in-words", MailKind.BOUNCE),
        ("bounce-delayed", MailKind.DELAY),
        ("read-receipt", MailKind.RECEIPT),
        ("mailing-list", MailKind.LIST),
        ("calendar-invitation", MailKind.CALENDAR),
        ("reaction-gmail", MailKind.REACTION),
    ],
)
def test_kind(name: str, kind: MailKind) -> None:
    mail = read(name)
    assert mail.kind is kind, mail.kind_why


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        pytest.param("Auto-Submitted: auto-replied", MailKind.AUTOMATIC, id="RFC 3834"),
        pytest.param("Auto-Submitted: no", MailKind.HUMAN, id="RFC 3834, says no"),
        pytest.param("Return-Path: <>", MailKind.AUTOMATIC, id="null return path is no bounce"),
        pytest.param("Precedence: bulk", MailKind.AUTOMATIC, id="bulk"),
        pytest.param("Precedence: auto_reply", MailKind.AWAY, id="vacation program"),
        pytest.param("Subject: Automatische Antwort: Regale", MailKind.AWAY, id="German prefix"),
        pytest.param("Subject: Réponse automatique : Toit", MailKind.AWAY, id="French prefix"),
        pytest.param("Subject: Out of office: change the banner", MailKind.HUMAN, id="a task about it"),
        pytest.param(
            "Subject: Undelivered parcels, please check", MailKind.HUMAN, id="a task with a bounce's word"
        ),
        pytest.param(
            "Subject: Delivery failed again, call the courier", MailKind.HUMAN, id="a courier's failure"
        ),
        pytest.param(
            "Subject: Undelivered parcels\nFrom: mail@shop.example", MailKind.HUMAN, id="a shop called mail"
        ),
        pytest.param("X-MS-Reactions: disallow", MailKind.HUMAN, id="a setting about reactions"),
        pytest.param("X-Handoff-Instance: abc", MailKind.HUMAN, id="our own sign is judged later"),
    ],
)
def test_kind_by_one_field(head: str, kind: MailKind) -> None:
    raw = f"From: Ann <ann@example.com>\nTo: tasks@x.example\n{head}\n\nHello, please have a look.\n"
    assert parse(raw.encode(), ARRIVED).kind is kind


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Undelivered letters: find out why",
            "Three letters could not be delivered. Call the post office, please.",
        ),
        (
            "Mail delivery failed on Monday",
            "The postman said the address does not exist. Please check our sign.",
        ),
        (
            "Delivery failed",
            "The courier says: recipient unknown at this address. Please call him. Due Friday.",
        ),
        ("Returned mail", "The invoices came back, address unknown. Find the new addresses, please."),
        ("Rejected mail from the bank", "They refused our form. Please fill in a new one by Friday."),
        ("Vacation plan", "I will be on vacation from 3 to 9 August. Please plan the shifts. Due: Friday."),
        ("Out of office", "Please write an out of office text: I am out of the office until Monday."),
        ("Automatic reply texts", "Please draft three of them."),
        ("Read receipts", "Scan the read receipts."),
        ("Unsubscribe page", "Please build an unsubscribe page. Precedence: bulk is what we need."),
    ],
)
def test_tasks_about_such_mail_are_a_persons(subject: str, text: str) -> None:
    raw = f"From: Stephanie <s@x.example>\nTo: tasks@x.example\nSubject: {subject}\n\n{text}\n"
    mail = parse(raw.encode(), ARRIVED)
    assert mail.kind is MailKind.HUMAN, mail.kind_why


def test_our_own_sign_is_kept() -> None:
    assert parse(b"X-Handoff-Instance: abc\n\nx", ARRIVED).fields("x-handoff-instance") == ("abc",)


def test_reaction_is_its_emoji() -> None:
    assert read("reaction-gmail").reaction == "👍"


@pytest.mark.parametrize(
    ("rest", "emoji"),
    [
        ("\nMaria Lopez reacted to your message:\n\n[like]\n", "👍"),
        ("\nMaria Lopez reacted to your message:\n\n😢\n", "😢"),
        ("\nMaria Lopez reacted to your message:\n", "(reaction)"),
        ("Content-Disposition: reaction\nContent-Type: text/plain; charset=utf-8\n\n👎\n", "👎"),
        ("\nThe client reacted to your message: he wants it in blue. " + "Words. " * 50, ""),
    ],
)
def test_reactions_of_other_programs(rest: str, emoji: str) -> None:
    assert parse(f"From: m@x.example\nSubject: Re: x\n{rest}".encode(), ARRIVED).reaction == emoji


@pytest.mark.parametrize(
    ("name", "recipient", "status", "reason", "ids"),
    [
        (
            "bounce-standard",
            "joy@santos.example",
            "5.1.1",
            "userunknown",
            ("<t42.letter@harbour-books.example>",),
        ),
        ("bounce-delayed", "joy@santos.example", "4.4.1", "expired", ()),
        ("bounce-in-words", "joy@santos.example", "", "mailboxfull", ("<t42.letter@harbour-books.example>",)),
    ],
)
def test_report(name: str, recipient: str, status: str, reason: str, ids: tuple[str, ...]) -> None:
    report = read(name).report
    assert (report.recipient, report.status, report.reason, report.original_ids) == (
        recipient,
        status,
        reason,
        ids,
    )


@pytest.mark.parametrize(
    ("status", "words", "reason"),
    [
        ("5.2.2", "", "mailboxfull"),
        ("5.0.0", "550 no such user here", "userunknown"),
        ("5.7.1", "Relay access denied", "norelaying"),
        ("5.7.26", "fails DMARC", "authfailure"),
        ("", "Domain santos.example not found", "hostunknown"),
        ("5.4.4", "", "undefined"),
    ],
)
def test_reason(status: str, words: str, reason: str) -> None:
    assert reason_of(status, words) == reason


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I am out of the office until Friday, March 6.", (2026, 3, 7)),
        ("I will be back on Monday, 9 March.", (2026, 3, 9)),
        ("Ich bin bis zum 13.03.2026 im Urlaub.", (2026, 3, 14)),
        ("Je suis absente jusqu'au 20 mars.", (2026, 3, 21)),
        ("Estaré fuera hasta el 16 de marzo.", (2026, 3, 17)),
        ("I return on 2026-03-11.", (2026, 3, 11)),
        ("Away until Thursday.", (2026, 3, 6)),
        ("Back on January 7", (2027, 1, 7)),
        ("Until further notice write to Ann.", None),
        ("Away until 31.02.2026", None),
        ("Since 1 March I am somewhere else.", None),
        (
            "Ich bin bis einschließlich 4. März abwesend und ab dem 9. März wieder erreichbar.",
            (2026, 3, 9),
        ),
    ],
)
def test_back_at(text: str, day: tuple[int, int, int] | None) -> None:
    assert back_at(text, ARRIVED) == (datetime(*day, tzinfo=UTC) if day else None)


def test_vacation_reply_carries_its_date() -> None:
    assert read("vacation-exchange").away_until == datetime(2026, 3, 7, tzinfo=UTC)
