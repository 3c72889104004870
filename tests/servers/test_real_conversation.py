"""The main road once, on Dovecot and Postfix, by swaks: with the server's own
word for who wrote (evidence A), and with the owner's secret address and no A."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shell.rounds import one_round
from tests.servers.shop import ANN, JOY, Shop, kind_of, open_shop
from tests.servers.stack import TASKS, Stack

pytestmark = pytest.mark.needs("dovecot", "postfix", "swaks")
BRIEF = "Please call all the members. Due by Wednesday 5PM Pacific time."


def next_monday_morning() -> datetime:
    """The Monday after next, 08:00 or 09:00 in Los Angeles: the digest has just come due."""
    today = datetime.now(UTC)
    monday = today + timedelta(days=14 - today.weekday())
    return monday.replace(hour=16, minute=0)


def play(shop: Shop, address: str) -> None:
    """Task, assignment, accept, question, answer, done, approve, digest."""
    shop.write(ANN, address, "Calldown list", BRIEF)
    shop.newest(ANN, "receipt")
    shop.reply(shop.newest(JOY, "assignment"), "accept")
    shop.reply(shop.newest(JOY, "assignment"), "question: which list do you mean?")
    shop.reply(shop.newest(ANN, "question"), "The one of March.")
    assert "The one of March." in str(shop.newest(JOY, "relay").message)
    shop.reply(shop.newest(JOY, "relay"), "done")
    shop.reply(shop.newest(ANN, "review"), "approve")
    shop.newest(JOY, "approved")
    task = shop.rooms.store.task(1)
    assert task is not None and task.state == "approved"


def look_back(shop: Shop) -> None:
    """Each person's letters are one thread, and every mail lies in its folder."""
    to_joy, to_ann = shop.letters(JOY, 3), shop.letters(ANN, 3)
    assert {c.message["Subject"] for c in to_joy} == {"[T-1] Calldown list"}
    assert {c.message["Subject"] for c in to_ann} == {"Re: Calldown list"}
    first = to_joy[0].message["Message-ID"]
    assert all(first in c.message["References"] for c in to_joy[1:])
    assert all("<m1@owner.test>" in c.message["References"] for c in to_ann)
    held = {name: len(mails) for name, mails in shop.stack.mailbox(TASKS).items() if mails}
    assert held == {"Handoff/Joy Santos": 6}
    assert shop.rooms.store.verify() == []


def test_a_conversation_with_the_servers_word(clean_stack: Stack, tmp_path: Path) -> None:
    with open_shop(clean_stack, tmp_path) as shop:
        play(shop, "tasks+joy@shop.test")
        look_back(shop)
        proofs = [row.proof for row in shop.rooms.store.ledger_of(1)]
        assert all(proof.startswith("A") for proof in proofs)
        shop.ahead[0] = next_monday_morning() - datetime.now(UTC)
        one_round(shop.rooms)
        assert "Calldown list" in str(shop.newest(ANN, "digest").message)


def test_a_conversation_with_the_secret_address_alone(stack_without_results: Stack, tmp_path: Path) -> None:
    with open_shop(stack_without_results, tmp_path, pinned=False) as shop:
        play(shop, shop.secret_address())
        look_back(shop)
        assert not any(row.proof.startswith("A") for row in shop.rooms.store.ledger_of(1))


def test_the_contractor_has_the_mail_already(clean_stack: Stack, tmp_path: Path) -> None:
    with open_shop(clean_stack, tmp_path) as shop:
        shop.write(ANN, JOY, "Calldown list", BRIEF, cc="tasks@shop.test")
        (joined,) = shop.letters(JOY, 1)
        assert kind_of(joined.message) == "joined" and joined.message["Subject"] == "Re: Calldown list"
        assert "call all the members" not in str(joined.message)
        heard = shop.owed(ANN)
        headers = ("In-Reply-To: <m1@owner.test>", "References: <m1@owner.test>")
        shop.write(JOY, ANN, "Re: Calldown list", "question: which list?", *headers, cc="tasks@shop.test")
        assert shop.owed(ANN) == heard
        held = {name: len(mails) for name, mails in clean_stack.mailbox(TASKS).items() if mails}
        assert held == {"Handoff/Joy Santos": 2}


def test_a_stranger_and_a_forger_are_held_and_hear_nothing(clean_stack: Stack, tmp_path: Path) -> None:
    with open_shop(clean_stack, tmp_path) as shop:
        shop.write("eve@evil.test", "tasks+joy@shop.test", "Do this", BRIEF)
        clean_stack.swaks(
            "--from", ANN, "--to", "tasks+joy@shop.test", "--body", BRIEF, helo="fail.owner.test"
        )
        clean_stack.wait_for_mail(TASKS, 1)
        one_round(shop.rooms)
        assert shop.rooms.store.task(1) is None
        assert shop.owed("eve@evil.test") == [] and shop.owed(JOY) == []
        assert {name for name, mails in clean_stack.mailbox(TASKS).items() if mails} == {"Handoff/Held"}


def test_a_mailbox_numbered_anew_doubles_nothing(clean_stack: Stack, tmp_path: Path) -> None:
    with open_shop(clean_stack, tmp_path) as shop:
        shop.write(ANN, "tasks+joy@shop.test", "Calldown list", BRIEF)
        shop.letters(JOY, 1)
        (filed,) = clean_stack.mailbox(TASKS)["Handoff/Joy Santos"]
        clean_stack.append(TASKS, "INBOX", filed, filed)
        shop.rooms.source.close()
        clean_stack.dovecot.number_anew(TASKS)
        one_round(shop.rooms)
        assert shop.rooms.store.task(2) is None and shop.owed(JOY) == ["assignment"]
        assert len(clean_stack.mailbox(TASKS)["Handoff/Joy Santos"]) == 3
