"""A secret in a mail is in nothing that leaves: no letter, no log, no screen.
The original stays whole, and goes out as it is only when the owner says so."""

import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from email import message_from_bytes
from email.header import decode_header, make_header
from pathlib import Path

import pytest

from shell import looking, trying
from shell.logs import set_up
from tests.shell.office import Got, Office, at, kinds, one, to
from tests.shell.test_conversation import JOY, STEPHANIE

PASSWORD = "Tiger-4711-horse"
API_KEY = "AKIAJ4Q7XW2ZP5RT3LMN"
CARD = "4539 1488 0343 6467"
CANARIES = (PASSWORD, API_KEY, CARD, CARD.replace(" ", ""), API_KEY[:12], PASSWORD[:10])
LEAKY = f"""Order the lunch on the shop's page and send me the bill.
The login is shop@example.com, password: {PASSWORD}
The key for the upload is {API_KEY} and the card is {CARD}.
Due by Wednesday 5PM Pacific time."""
PADDING = "The lunch is for twelve people. " * 36  # a knock's excerpt ends inside the key


def whole(raw: bytes) -> str:
    """All of a letter that somebody may read: headers and parts, decoded."""
    message = message_from_bytes(raw)
    heads = [str(make_header(decode_header(str(v)))) for _, v in message.items()]
    parts = [p.get_payload(decode=True) for p in message.walk() if not p.is_multipart()]
    return "\n".join([*heads, *(p.decode("utf-8", "replace") for p in parts if isinstance(p, bytes))])


def leaks(text: str) -> list[str]:
    return [canary for canary in CANARIES if canary in text]


def begin(office: Office, body: str = LEAKY, subject: str = "Lunch") -> list[Got]:
    office.mail(STEPHANIE, "tasks+joy@example.com", subject, body)
    return office.letters()


@pytest.fixture
def log(office: Office) -> Iterator[Callable[[], str]]:
    """The log as its file holds it."""
    path = office.folder / "handoff.log"
    set_up(
        replace(office.config, log=replace(office.config.log, file=path, level="debug")), to_terminal=False
    )
    yield lambda: path.read_text(encoding="utf-8")
    for handler in list(logging.getLogger("handoff").handlers):
        handler.close()
        logging.getLogger("handoff").removeHandler(handler)


def play(office: Office) -> None:
    """A conversation in which secrets come in by every door."""
    assignment, receipt = begin(office, subject=f"Lunch, password: {PASSWORD}")
    office.reply(receipt, f"The other password is {PASSWORD}!")
    office.letters()
    office.reply(assignment, f"question: does password: {PASSWORD} still work?")
    question = one(to(office.letters(), "stephanie@example.com"), "question")
    office.reply(question, f"Yes, or use the key {API_KEY}.")
    office.letters()
    office.reply(assignment, f"I tried {PASSWORD} and it works.\nThe card {CARD} does, too.")
    office.reply(assignment, f"step: type the password: {PASSWORD}\n[x] the key {API_KEY}")
    office.letters()
    padded = f"{PADDING}\n{API_KEY}"
    office.mail("Joy Santos <joy@other.example>", subject=f"key {API_KEY}", body=padded, proven=False)
    office.mail("Max <max@stranger.example>", subject=f"pw: {PASSWORD}", body=LEAKY, proven=False)
    several = f"1. Order it, password: {PASSWORD}\n2. Pay with {CARD}"
    office.mail(STEPHANIE, "tasks+joy@example.com", "Two things", several)
    office.letters()
    office.reply(assignment, f"done, the password: {PASSWORD} is changed")
    office.pass_time(at(2026, 12, 2, 16))
    office.reply(receipt, "status")
    office.letters()


def test_no_letter_holds_a_secret(office: Office) -> None:
    play(office)
    found = {whole(raw)[:300]: leaks(whole(raw)) for _, raw in office.box.kept}
    assert len(found) > 8
    assert {head: canaries for head, canaries in found.items() if canaries} == {}


def test_the_log_holds_no_secret(office: Office, log: Callable[[], str]) -> None:
    play(office)
    logging.getLogger("handoff").warning("a server said: password: %s", PASSWORD)
    try:
        raise ValueError(f"key {API_KEY}")
    except ValueError:
        logging.getLogger("handoff.outbound").exception("a fault")
    assert "filed key=" in log()
    assert leaks(log()) == []


@pytest.mark.parametrize("as_json", [False, True])
def test_the_command_line_shows_no_secret(
    office: Office, capsys: pytest.CaptureFixture[str], as_json: bool, tmp_path: Path
) -> None:
    play(office)
    store, config = office.shop.store, office.config
    looking.list_tasks(store, config, all_=True, json=as_json)
    for number in (1, 2):
        looking.show_task(store, config, f"T-{number}", json=as_json)
        looking.why(store, config, f"T-{number}", json=as_json)
    looking.held_mail(store, config, json=as_json)
    looking.outbox(store, config, everything=True, json=as_json)
    trying.digest(config, lambda: office.now, json=as_json)
    shown = capsys.readouterr().out
    assert "Lunch" in shown
    assert leaks(shown) == []


def test_the_json_stays_json(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    begin(office)
    looking.show_task(office.shop.store, office.config, "T-1", json=True)
    row = json.loads(capsys.readouterr().out)
    assert "password: [masked]" in row["brief"]


def test_the_store_and_the_spool_keep_the_original(office: Office) -> None:
    begin(office)
    task = office.shop.store.task(1)
    assert task is not None and PASSWORD in task.brief
    row = office.shop.store.ledger(task.source)
    assert row is not None
    raw = office.shop.spool.get(row.raw)
    assert raw is not None and PASSWORD.encode() in raw


def test_the_owner_is_told_in_the_receipt(office: Office) -> None:
    receipt = one(begin(office), "receipt")
    assert "I masked a key, a password and a card number" in " ".join(receipt.text.split())
    assert "send as is" in receipt.text


def test_the_owner_is_told_of_a_secret_in_a_later_mail(office: Office) -> None:
    receipt = one(begin(office, "Order the lunch by Friday."), "receipt")
    office.reply(receipt, f"The password: {PASSWORD}")
    letters = office.letters()
    assert kinds(letters) == [("joy", "relay"), ("stephanie", "transcript")]
    assert "I masked a password" in letters[1].text


def test_send_as_is_lets_it_through_once(office: Office) -> None:
    receipt = one(begin(office), "receipt")
    office.reply(receipt, "send as is")
    letters = office.letters()
    assert kinds(letters) == [("joy", "relay"), ("stephanie", "transcript")]
    assert PASSWORD in letters[0].text and API_KEY in letters[0].text
    assert leaks(whole(letters[1].raw)) == []
    office.reply(receipt, "send as is")
    letters = office.letters()
    assert kinds(letters) == [("stephanie", "transcript")]
    assert "not done" in letters[0].text


@pytest.mark.parametrize("words", ["Please send it as is, thanks.", "You can send as is tomorrow"])
def test_a_phrase_does_not_let_it_through(office: Office, words: str) -> None:
    receipt = one(begin(office), "receipt")
    office.reply(receipt, words)
    assert [x for x in office.letters() if leaks(whole(x.raw))] == []


def test_the_contractor_cannot_ask_for_it(office: Office) -> None:
    assignment = one(begin(office), "assignment")
    office.mail(JOY, assignment.reply_to, "Re: Lunch", "send as is", answers=assignment)
    assert [x for x in office.letters() if leaks(whole(x.raw))] == []


def test_whoever_has_the_mail_has_the_secret_and_the_owner_is_told_so(office: Office) -> None:
    office.mail(STEPHANIE, "joy@example.net", "Lunch", LEAKY, cc="tasks@example.com")
    letters = office.letters()
    receipt = one(letters, "receipt")
    assert "Joy has it from you" in " ".join(receipt.text.split())
    assert [x for x in letters if leaks(whole(x.raw))] == []


def test_both_sides_hear_that_a_contractors_secret_was_masked(office: Office) -> None:
    assignment = one(begin(office, "Order the lunch.\nDue: Wednesday 5pm"), "assignment")
    office.reply(assignment, f"question: is it still the password: {PASSWORD}")
    letters = office.letters()
    told = one(to(letters, "joy@example.net"), "transcript")
    assert "I masked a password in what Stephanie reads." in " ".join(told.text.split())
    assert "[masked]" in one(letters, "question").text
    digest = one(office.pass_time(at(2026, 12, 1, 16)), "digest")
    assert "Joy's mail held a password, masked in my letters." in " ".join(digest.text.split())
