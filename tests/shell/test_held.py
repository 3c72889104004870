"""Who gets in, who knocks, and who waits quietly (trust.md, conversation.md)."""

from pathlib import Path

import pytest

from tests.shell.office import CONFIG, Got, Office, at, kinds, one
from wire.tokens import Purpose, mint, sign, tagged

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
JOY = "Joy Santos <joy@example.net>"
FORGED = "Authentication-Results: mx.example.com; dmarc=pass header.from=example.com"


def _task(office: Office) -> tuple[Got, Got]:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", "Call everyone by Friday.")
    letters = office.letters()
    return one(letters, "assignment"), one(letters, "receipt")


def test_stranger_is_held_quietly_and_stands_in_the_digest(office: Office) -> None:
    mid = office.mail("Eve <eve@evil.example>", subject="Invoice", body="Pay me now")
    assert office.letters() == []
    assert office.folder_of(mid) == ["Handoff/Held"]
    digest = one(office.pass_time(at(2026, 12, 1, 16)), "digest")
    assert "eve" in digest.text.lower()
    assert digest.to == "stephanie@example.com"


def test_owner_without_proof_is_asked_and_yes_lets_the_task_in_once(office: Office) -> None:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", "Call everyone by Friday.", proven=False)
    asked = one(office.letters(), "confirm")
    assert asked.to == "stephanie@example.com"
    assert "Call everyone" in asked.text
    office.reply(asked, "yes")
    assert kinds(office.letters()) == [("joy", "assignment"), ("stephanie", "receipt")]
    office.reply(asked, "yes")
    assert office.letters() == []
    assert len(list(office.shop.store.tasks())) == 1


def test_drop_puts_it_away(office: Office) -> None:
    office.mail(
        "Stephanie Miller <s@freemail.example>", "tasks+joy@example.com", "Calldown", "Call everyone."
    )
    knock = one(office.letters(), "knock")
    office.reply(knock, "drop")
    assert office.letters() == []
    assert office.shop.store.held_rows() == []


def test_failed_proof_obeys_nothing_and_knocks_once_a_day(office: Office) -> None:
    failed = "Authentication-Results: mx.example.com; dmarc=fail header.from=example.com"
    for n in range(3):
        body = f"Wire the money, {n}"
        office.mail(STEPHANIE, "tasks+joy@example.com", f"Pay {n}", body, proven=False, headers=failed)
    assert kinds(office.letters()) == [("stephanie", "knock")]
    assert list(office.shop.store.tasks()) == []


def test_lower_forged_result_proves_nothing(office: Office) -> None:
    above = "Authentication-Results: mx.example.com; dmarc=fail header.from=example.com\r\n" + FORGED
    office.mail(STEPHANIE, "tasks+joy@example.com", "Pay", "Wire it", proven=False, headers=above)
    office.letters()
    assert list(office.shop.store.tasks()) == []


def test_foreign_result_proves_nothing(office: Office) -> None:
    foreign = "Authentication-Results: mx.evil.example; dmarc=pass header.from=example.com"
    office.mail(STEPHANIE, "tasks+joy@example.com", "Pay", "Wire it", proven=False, headers=foreign)
    assert kinds(office.letters()) == [("stephanie", "confirm")]


def test_secret_address_opens_a_task_without_other_proof(office: Office) -> None:
    ring = office.shop.desk.ring
    secret = tagged("tasks@example.com", sign(mint(Purpose.OWNER, "stephanie", ring), ring))
    office.mail(STEPHANIE, secret, "Calldown", "For: Joy\nCall everyone by Friday.", proven=False)
    assert kinds(office.letters()) == [("joy", "assignment"), ("stephanie", "receipt")]


def test_secret_address_beside_others_proves_nothing(office: Office) -> None:
    ring = office.shop.desk.ring
    secret = tagged("tasks@example.com", sign(mint(Purpose.OWNER, "stephanie", ring), ring))
    office.mail(STEPHANIE, secret, "Calldown", "Call everyone.", cc="joy@example.net", proven=False)
    assert kinds(office.letters()) == [("stephanie", "confirm")]


def test_contractors_token_works_without_other_proof(office: Office) -> None:
    assignment, _ = _task(office)
    office.reply(assignment, "accept", proven=False)
    assert office.letters() == []
    assert office.shop.store.task(1).state == "accepted"  # type: ignore[union-attr]


def test_another_contractor_with_joys_token_is_held(office: Office) -> None:
    assignment, _ = _task(office)
    office.reply(assignment, "done", sender="Ben Okafor <ben@example.org>")
    assert kinds(office.letters()) == [("stephanie", "knock")]
    assert office.shop.store.task(1).state == "handed over"  # type: ignore[union-attr]


def test_token_from_another_address_knocks_and_always_registers_it(office: Office) -> None:
    assignment, _ = _task(office)
    office.reply(assignment, "done", sender="Joy <joy.santos@freemail.example>")
    knock = one(office.letters(), "knock")
    office.reply(knock, "always")
    told = [("joy", "transcript"), ("stephanie", "transcript")]
    assert sorted(kinds(office.letters())) == sorted([("stephanie", "review"), *told])
    assert "joy.santos@freemail.example" in office.shop.house.people["joy"].addresses
    office.restart()
    assert "joy.santos@freemail.example" in office.shop.house.people["joy"].addresses


def test_second_registered_address_is_the_same_person(office: Office) -> None:
    assignment, _ = _task(office)
    office.reply(assignment, "done", sender="Joy <joy@private.example>")
    assert kinds(office.letters()) == [("stephanie", "review")]


@pytest.mark.parametrize(
    "dropped", ["plus address", "subject", "references", "everything but the subject tag"]
)
def test_reply_finds_its_thread_whatever_the_client_dropped(office: Office, dropped: str) -> None:
    assignment, _ = _task(office)
    office.mail(STEPHANIE, "tasks+joy@example.com", "Another", "Something else, by Friday.")
    office.letters()
    if dropped == "plus address":
        office.reply(assignment, "done", to="tasks@example.com")
    elif dropped == "subject":
        office.mail(JOY, assignment.reply_to, "my work", "done", answers=assignment)
    elif dropped == "references":
        only = f"In-Reply-To: {assignment['Message-ID']}"
        office.mail(JOY, "tasks@example.com", "Re: work", "done", headers=only)
    else:
        office.mail(JOY, "tasks@example.com", "Re: [T-1] Calldown", "done")
    office.letters()
    states = [t.state for t in office.shop.store.tasks()]
    if dropped == "everything but the subject tag":  # a tag alone proves nothing (trust.md)
        assert states == ["handed over", "handed over"]
    else:
        assert states == ["in review", "handed over"]


def test_fresh_mail_of_a_contractor_goes_to_the_one_open_task(office: Office) -> None:
    _task(office)
    office.mail(JOY, subject="the list", body="Which script should I use?")
    assert kinds(office.letters()) == [("stephanie", "question")]


def test_fresh_mail_of_a_contractor_with_several_tasks_is_asked_about_there(office: Office) -> None:
    _task(office)
    office.mail(STEPHANIE, "tasks+joy@example.com", "Flyer", "Make a flyer by Friday.")
    office.letters()
    office.mail(JOY, subject="the list", body="Which script should I use?")
    letters = office.letters()
    assert kinds(letters) == [("joy", "which-task")]
    office.reply(letters[0], "T-2")
    letters = office.letters()
    assert kinds(letters) == [("stephanie", "question")]
    assert "Flyer" in letters[0].text


def test_where_money_hangs_a_token_alone_does_not_approve(office: Office) -> None:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Flyer", "Draw a flyer by Friday. Budget: $120")
    assignment = one(office.letters(), "assignment")
    office.reply(assignment, "done")
    review = one(office.letters(), "review")
    office.reply(review, "approve", proven=False)
    assert kinds(office.letters()) == [("stephanie", "confirm")]
    assert office.shop.store.task(1).state == "in review"  # type: ignore[union-attr]


def test_mail_in_our_own_sent_folder_is_proof(tmp_path: Path) -> None:
    office = Office(tmp_path, CONFIG)
    body = "Call everyone by Friday."
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", body, proven=False)
    raw = office.mailroom.folders["INBOX"].popitem()[1].raw
    office.mailroom.put(raw, office.now, "INBOX", in_sent=True)
    assert kinds(office.letters()) == [("joy", "assignment"), ("stephanie", "receipt")]
    office.close()


def test_automatic_mail_carries_out_nothing(office: Office) -> None:
    assignment, _ = _task(office)
    mid = office.reply(assignment, "done", headers="Auto-Submitted: auto-replied")
    assert office.letters() == []
    assert office.folder_of(mid) == ["Handoff/Automatic"]
    assert office.shop.store.task(1).state == "handed over"  # type: ignore[union-attr]


def test_own_letter_that_comes_back_is_automatic(office: Office) -> None:
    assignment, _ = _task(office)
    office.mailroom.put(assignment.raw, office.now)
    assert office.letters() == []
    assert list(office.shop.store.ledger_of(1))


def test_vacation_reply_over_the_due_date_is_told(office: Office) -> None:
    assignment, _ = _task(office)
    text = "I am out of the office until Monday, 7 December 2026."
    office.reply(assignment, text, headers="Auto-Submitted: auto-replied\r\nX-Autoreply: yes")
    letters = office.letters()
    assert kinds(letters) == [("stephanie", "away")]
