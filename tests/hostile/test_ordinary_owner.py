"""Ordinary life of owners: what defends the house must not stand in their way.

Each situation is a mail as a real person's client sends it, and the letters
that must go out in the very same round: the thing is done, or somebody
registered is asked at once. Nothing here may wait for a digest.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.shell.office import CONFIG, Got, Office, kinds, one
from wire.tokens import Purpose, mint, sign, tagged

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
TASKS = "tasks+joy@example.com"
NO_PIN = CONFIG.replace("trust: {authserv_id: mx.example.com, dkim: no}", "trust: {dkim: no}")
TWO_BOXES = CONFIG.replace("[stephanie@example.com]", "[stephanie@example.com, steph@icloud.example]")
BEGUN = [("joy", "assignment"), ("stephanie", "receipt")]
ASKED = {"confirm", "knock"}


@pytest.fixture(params=[CONFIG], ids=["pinned"])
def office(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Office]:
    opened = Office(tmp_path, request.param, one_process=True)
    yield opened
    opened.close()


def with_config(config: str) -> Callable[..., object]:
    return pytest.mark.parametrize("office", [config], indirect=True, ids=["own config"])


def begun(office: Office, title: str = "Calldown") -> tuple[Got, Got]:
    office.mail(STEPHANIE, TASKS, title, "Call everyone by Friday.")
    letters = office.letters()
    return one(letters, "assignment"), one(letters, "receipt")


def asked(office: Office) -> Got:
    """One letter, to the owner's registered address, that asks."""
    letters = office.letters()
    assert [(x.to, x.kind in ASKED) for x in letters] == [("stephanie@example.com", True)], kinds(letters)
    return letters[0]


@with_config(TWO_BOXES)
def test_01_an_iphone_with_the_second_account(office: Office) -> None:
    office.mail("Stephanie <steph@icloud.example>", TASKS, "Logo", "By Friday.\n\nSent from my iPhone")
    assert sorted(kinds(office.letters())) == BEGUN


def test_02_a_second_account_that_nobody_registered(office: Office) -> None:
    """Asked at once at the address we know; `always`, and the next one goes through."""
    office.mail("Stephanie Miller <steph@icloud.example>", TASKS, "Logo", "By Friday.")
    office.reply(asked(office), "always")
    assert ("joy", "assignment") in kinds(office.letters())
    office.mail("Stephanie Miller <steph@icloud.example>", TASKS, "Flyer", "By Friday.")
    assert ("joy", "assignment") in kinds(office.letters())


def test_03_gmail_sends_as_her(office: Office) -> None:
    """From is hers, the signature is Gmail's: nothing proves it."""
    head = "Sender: stephmiller@freemail.example"
    office.mail(STEPHANIE, TASKS, "Logo", "By Friday.", proven=False, headers=head)
    asked(office)


@with_config(NO_PIN)
def test_04_a_mailbox_that_proves_nothing_asks_once(office: Office) -> None:
    office.mail(STEPHANIE, TASKS, "Logo", "By Friday.", proven=False)
    asking = asked(office)
    office.reply(asking, "yes" if asking.kind == "confirm" else "pass on", proven=False)
    letters = office.letters()
    assert sorted(kinds(letters)) == BEGUN
    office.reply(one(letters, "receipt"), "due: Thursday 3pm", proven=False)
    assert ("joy", "due-changed") in kinds(office.letters())


@with_config(NO_PIN)
def test_05_and_her_secret_address_is_enough(office: Office) -> None:
    ring = office.shop.desk.ring
    secret = tagged("tasks@example.com", sign(mint(Purpose.OWNER, "stephanie", ring), ring))
    office.mail(STEPHANIE, secret, "Logo", "For: Joy\nBy Friday.", proven=False)
    assert sorted(kinds(office.letters())) == BEGUN


def test_06_she_answers_to_all(office: Office) -> None:
    assignment, _ = begun(office)
    office.reply(assignment, "question: which list?")
    office.reply(one(office.letters(), "question"), "The blue one.", cc="joy@example.net, olivia@example.com")
    assert office.letters() == []  # Joy stands in Cc and has it
    assert office.shop.store.open_tasks()[0].questions == ()


def test_07_five_tasks_in_an_hour(office: Office) -> None:
    for title in ("One", "Two", "Three", "Four", "Five"):
        office.mail(STEPHANIE, TASKS, title, "By Friday.")
        assert sorted(kinds(office.letters())) == BEGUN, title


def test_07_five_numbered_ones_in_the_same_words(office: Office) -> None:
    for n in range(5):
        office.mail(STEPHANIE, TASKS, f"Blog post {n}", "By Friday.")
        assert sorted(kinds(office.letters())) == BEGUN, n


def test_08_a_script_that_writes_no_headers(office: Office) -> None:
    proof = b"Authentication-Results: mx.example.com; dmarc=pass header.from=example.com\r\n"
    raw = (
        proof
        + b"From: stephanie@example.com\r\nTo: tasks+joy@example.com\r\n\r\nPaint the van by Friday.\r\n"
    )
    office.mailroom.put(raw, office.now)
    assert sorted(kinds(office.letters())) == BEGUN


def test_09_html_only(office: Office) -> None:
    office.mail(STEPHANIE, TASKS, "Logo", "<p>Make a <b>logo</b> by Friday.</p>", html=True)
    assert sorted(kinds(office.letters())) == BEGUN


def test_10_contractor_and_we_side_by_side(office: Office) -> None:
    office.mail(STEPHANIE, "joy@example.net, tasks@example.com", "Logo", "Please make it by Friday.")
    assert sorted(kinds(office.letters())) == [("joy", "joined"), ("stephanie", "receipt")]


def test_11_we_only_in_copy(office: Office) -> None:
    office.mail(STEPHANIE, "joy@example.net", "Logo", "Please make it by Friday.", cc="tasks@example.com")
    assert sorted(kinds(office.letters())) == [("joy", "joined"), ("stephanie", "receipt")]


def test_12_a_clients_mail_passed_on(office: Office) -> None:
    body = "Please do this by Friday.\n\n---------- Forwarded message ---------\n"
    body += "From: Carla <carla@client.example>\n"
    body += (
        "Date: Mon, 30 Nov 2026 08:00:00 +0000\nSubject: Flyer\nTo: <steph@example.com>\n\nWe need a flyer."
    )
    office.mail(STEPHANIE, TASKS, "Fwd: Flyer", body)
    letters = office.letters()
    assert sorted(kinds(letters)) == BEGUN and "We need a flyer." in one(letters, "assignment").text


def test_13_answer_below_the_quote(office: Office) -> None:
    assignment, _ = begun(office)
    office.reply(assignment, "question: which list?")
    question = one(office.letters(), "question")
    quoted = "\n".join(f"> {line}" for line in question.text.splitlines())
    body = f"On Monday Tasks wrote:\n{quoted}\n\nThe blue one."
    office.mail(STEPHANIE, question.reply_to, f"Re: {question.subject}", body, answers=question)
    assert "The blue one." in one(office.letters(), "relay").text


def test_14_outlook_keeps_no_references(office: Office) -> None:
    _, receipt = begun(office)
    head = f"In-Reply-To: {receipt['Message-ID']}"
    office.mail(STEPHANIE, "tasks@example.com", "RE: Calldown", "due: Thursday 3pm", headers=head)
    assert ("joy", "due-changed") in kinds(office.letters())


def test_15_another_subject(office: Office) -> None:
    _, receipt = begun(office)
    office.reply(receipt, "Also ask for their number.", to=receipt.reply_to)
    first = office.letters()
    office.mail(STEPHANIE, receipt.reply_to, "One more thing", "And for the town.", answers=receipt)
    assert [x.kind for x in first + office.letters() if x.to == "joy@example.net"] == ["relay", "relay"]


def test_16_approved_from_the_phone(office: Office) -> None:
    assignment, _ = begun(office)
    office.reply(assignment, "done")
    office.reply(one(office.letters(), "review"), "Approve\n\nSent from my iPhone")
    assert kinds(office.letters()) == [("joy", "approved")]


def test_17_great_thanks(office: Office) -> None:
    assignment, _ = begun(office)
    office.reply(assignment, "done")
    office.reply(one(office.letters(), "review"), "Great, thanks!")
    assert kinds(office.letters()) == [("joy", "approved")]


def test_18_a_fresh_mail_that_names_the_task_is_asked_about(office: Office) -> None:
    """A alone, and only a tag: one question, and yes does it."""
    begun(office)
    office.mail(STEPHANIE, "tasks@example.com", "[T-1] Calldown", "due: Thursday 3pm")
    asking = asked(office)
    office.reply(asking, "yes" if asking.kind == "confirm" else "pass on")
    assert ("joy", "due-changed") in kinds(office.letters())


def test_19_capitals_in_the_address(office: Office) -> None:
    office.mail("STEPHANIE@Example.COM", TASKS, "Logo", "By Friday.")
    assert sorted(kinds(office.letters())) == BEGUN


def test_20_her_own_plus_address(office: Office) -> None:
    office.mail("Stephanie Miller <stephanie+work@example.com>", TASKS, "Logo", "By Friday.")
    asked(office)


def test_21_a_digest_is_answered(office: Office) -> None:
    assignment, _ = begun(office)
    office.reply(assignment, "question: which list?")
    office.letters()
    digests = office.pass_time(office.now.replace(day=1, month=12, hour=16))
    office.reply(one(digests, "digest"), "T-1 the blue one")
    assert ("joy", "relay") in kinds(office.letters())


def test_22_her_servers_proof_failed(office: Office) -> None:
    """Held, and she hears of it at once: her mail server may be wrong."""
    head = "Authentication-Results: mx.example.com; dmarc=fail header.from=example.com"
    office.mail(STEPHANIE, TASKS, "Logo", "By Friday.", proven=False, headers=head)
    asked(office)
