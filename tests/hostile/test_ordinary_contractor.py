"""Ordinary life of contractors: an answer from whatever phone, account or
country reaches its task at once, or somebody registered is asked at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shell.office import Got, Office, kinds, one

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
JOY = "Joy Santos <joy@example.net>"
FAILED = "Authentication-Results: mx.example.com; dmarc=fail header.from=example.net"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = Office(tmp_path, one_process=True)
    yield opened
    opened.close()


def begun(office: Office, title: str = "Calldown", who: str = "joy") -> Got:
    office.mail(STEPHANIE, f"tasks+{who}@example.com", title, "Call everyone by Friday.")
    return one(office.letters(), "assignment")


def to_owner(office: Office) -> list[str]:
    letters = office.letters()
    assert {x.to for x in letters} <= {"stephanie@example.com"}, kinds(letters)
    return [x.kind for x in letters]


def test_23_her_other_registered_address(office: Office) -> None:
    office.reply(begun(office), "done", sender="Joy <joy@private.example>")
    assert to_owner(office) == ["review"]


def test_24_an_address_that_nobody_registered(office: Office) -> None:
    """The owner is asked at once; `always`, and the next one goes through."""
    assignment = begun(office)
    office.reply(assignment, "done", sender="Joy Santos <joy@phone.example>")
    office.reply(one(office.letters(), "knock"), "always")
    assert "review" in [x.kind for x in office.letters()]
    office.reply(assignment, "question: and now?", sender="Joy Santos <joy@phone.example>")
    assert to_owner(office) == ["question"]


def test_25_a_fresh_mail_with_one_task_open(office: Office) -> None:
    begun(office)
    office.mail(JOY, "tasks@example.com", "hello", "question: which list do you mean?")
    assert "question" in [x.kind for x in office.letters() if x.to == "stephanie@example.com"]


def test_26_a_fresh_mail_with_two_tasks_open(office: Office) -> None:
    """She is asked which, and the owner is not troubled."""
    begun(office)
    begun(office, "Flyer")
    office.mail(JOY, "tasks@example.com", "hello", "question: which colour?")
    asking = office.letters()
    assert kinds(asking) == [("joy", "which-task")]
    office.reply(asking[0], "T-2")
    assert "question" in to_owner(office)


def test_27_a_fresh_mail_with_no_task_open(office: Office) -> None:
    office.mail(JOY, "tasks@example.com", "hello", "I am free next week.")
    assert to_owner(office) == ["knock"]


def test_28_a_provider_that_drops_plus_addresses(office: Office) -> None:
    office.reply(begun(office), "done", to="tasks@example.com")
    assert to_owner(office) == ["review"]


def test_29_a_client_that_drops_the_ids(office: Office) -> None:
    assignment = begun(office)
    office.mail(JOY, assignment.reply_to, "Re: Calldown", "done")
    assert to_owner(office) == ["review"]


def test_30_away_and_then_an_answer(office: Office) -> None:
    assignment = begun(office)
    office.reply(assignment, "I am away until Thursday.", headers="Auto-Submitted: auto-replied")
    office.letters()
    office.reply(assignment, "done")
    assert to_owner(office) == ["review"]


def test_31_a_thumb(office: Office) -> None:
    office.reply(begun(office), "👍")
    assert to_owner(office) == []
    assert office.shop.store.open_tasks()[0].state == "accepted"


def test_32_done_with_a_file(office: Office) -> None:
    assignment = begun(office)
    body = "--b\nContent-Type: text/plain\n\ndone, see the file\n--b\nContent-Type: text/csv\n"
    body += "Content-Disposition: attachment; filename=list.csv\n\na,b\n--b--"
    office.mail(
        JOY, assignment.reply_to, "Re: x", body, answers=assignment, media_type="multipart/mixed; boundary=b"
    )
    letters = office.letters()
    assert kinds(letters) == [("stephanie", "review")]
    assert "list.csv" in [part.get_filename() for part in letters[0].message.walk()]


def test_33_a_provider_that_proves_nothing(office: Office) -> None:
    office.reply(begun(office), "done", proven=False)
    assert to_owner(office) == ["review"]


def test_34_that_and_no_plus_address(office: Office) -> None:
    """The signed id in In-Reply-To is as good."""
    office.reply(begun(office), "done", proven=False, to="tasks@example.com")
    assert to_owner(office) == ["review"]


def test_35_a_forwarder_that_breaks_the_proof(office: Office) -> None:
    """Failed is held, and the owner sees it at once."""
    office.reply(begun(office), "done", proven=False, headers=FAILED)
    assert to_owner(office) == ["knock"]


def test_36_unproven_and_fresh(office: Office) -> None:
    begun(office)
    office.mail(JOY, "tasks@example.com", "hello", "question: which list?", proven=False)
    assert to_owner(office) == ["knock"]


def test_37_two_questions_in_a_morning(office: Office) -> None:
    assignment = begun(office)
    for text in ("question: which list?", "question: and which hours?"):
        office.reply(assignment, text)
        assert to_owner(office) == ["question"]


def test_38_to_all_in_a_thread_that_the_owner_began(office: Office) -> None:
    office.mail(STEPHANIE, "joy@example.net", "Logo", "Please make it by Friday.", cc="tasks@example.com")
    joined = one(office.letters(), "joined")
    office.mail(JOY, "stephanie@example.com", "Re: Logo", "question: which colour?", cc="tasks@example.com",
                answers=joined)  # fmt: skip
    assert to_owner(office) == []  # she stands in To, and has it
    assert [q.by for q in office.shop.store.open_tasks()[0].questions] == ["joy"]


def test_39_an_assistant_answers(office: Office) -> None:
    """With Joy's reply address, from an address that we do not know: shown at once."""
    office.reply(begun(office), "Joy asks me to say: done.", sender="Ana <ana@example.net>")
    assert to_owner(office) == ["knock"]


def test_40_in_german(office: Office) -> None:
    office.reply(begun(office), "Fertig!")
    assert to_owner(office) == ["review"]


def test_41_quoting_nothing(office: Office) -> None:
    assignment = begun(office)
    office.mail(JOY, assignment.reply_to, "Re: [T-1] Calldown", "question: which list?", answers=assignment)
    assert to_owner(office) == ["question"]


def test_42_three_quick_words(office: Office) -> None:
    """A person in a hurry is no robot."""
    assignment = begun(office)
    for text in ("ok", "question: which list?", "ok", "question: all of it?", "ok", "done"):
        office.reply(assignment, text)
        office.letters()
    assert [t.state for t in office.shop.store.open_tasks()] == ["in review"]
