"""A reply address that its owner showed to others proves nothing any more.

An owner who answers to all shows the own reply address to the contractor. From
then on it only says where a mail belongs; who wrote it needs another proof
(trust.md: a joined thread needs A, else it is confirmed).
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.kit import JOY, STEPHANIE, Siege, besieged
from tests.shell.office import CONFIG, Got, kinds, one

NO_PIN = CONFIG.replace("trust: {authserv_id: mx.example.com, dkim: no}", "trust: {dkim: no}")


@pytest.fixture(params=[CONFIG, NO_PIN], ids=["pinned", "no pin"])
def siege(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Siege]:
    with besieged(tmp_path, request.param) as opened:
        yield opened


@pytest.fixture
def pinned(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path) as opened:
        yield opened


def shown(siege: Siege, cc: str = "joy@example.net") -> Got:
    """The owner's receipt, whose reply address stood in a mail to `cc`, too."""
    ring_proof = siege.secret_address()
    siege.office.mail(STEPHANIE, ring_proof, "Calldown", "For: Joy\nCall everyone by Friday.", proven=False)
    receipt = one(siege.round(), "receipt")
    siege.office.reply(receipt, "The blue list, please.", cc=cc)
    siege.round()
    return receipt


@pytest.mark.parametrize("word", ["due: 24 December 5pm", "cancel", "title: Owned", "Stop the work at once."])
@pytest.mark.parametrize("way", ["address", "Message-ID"])
def test_it_is_no_proof_any_more(siege: Siege, word: str, way: str) -> None:
    receipt = shown(siege)
    before = siege.picture()
    to = receipt.reply_to if way == "address" else "tasks@example.com"
    answers = None if way == "address" else receipt
    siege.office.mail(STEPHANIE, to, "Re: Calldown", word, answers=answers, proven=False)
    letters = siege.round()
    assert siege.picture() == before
    assert [(x.to, x.kind in {"confirm", "knock"}) for x in letters] == [("stephanie@example.com", True)]


def test_the_owner_herself_is_obeyed_as_ever_with_proof(pinned: Siege) -> None:
    pinned.office.reply(shown(pinned), "due: Thursday 3pm")
    assert ("joy", "due-changed") in kinds(pinned.round())


def test_the_contractor_may_answer_to_all(pinned: Siege) -> None:
    receipt = shown(pinned)
    sent = [m for mails in pinned.office.mailroom.folders.values() for m in mails.values()][-1]
    mid = next(x for x in sent.raw.decode().split("\r\n") if x.startswith("Message-ID:")).partition(" ")[2]
    head = f"In-Reply-To: {mid}\r\nReferences: {receipt['Message-ID']} {mid}"
    words, to = "question: which list?", "stephanie@example.com"
    pinned.office.mail(JOY, to, "Re: Calldown", words, cc=receipt.reply_to, headers=head)
    assert [x.kind for x in pinned.round()] == []  # she stands in To, and has it
    assert [q.by for q in pinned.store.open_tasks()[0].questions] == ["joy"]


def test_another_owner_in_copy_shows_it_to_nobody(siege: Siege) -> None:
    receipt = shown(siege, cc="olivia@example.com")
    siege.office.reply(receipt, "due: Thursday 3pm", proven=False)
    assert ("joy", "due-changed") in kinds(siege.round())


@pytest.mark.parametrize("field", ["Bcc", "Resent-To", "Resent-Cc", "Apparently-To"])
def test_a_secret_address_beside_hidden_recipients_is_no_secret(siege: Siege, field: str) -> None:
    to, head = siege.secret_address(), f"{field}: client@else.example"
    siege.office.mail(STEPHANIE, to, "Flyer", "For: Joy\nBy Friday.", proven=False, headers=head)
    assert {x.kind for x in siege.round()} <= {"confirm", "knock"}
    assert list(siege.store.tasks()) == []
