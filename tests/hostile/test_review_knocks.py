"""Held mail at the owner's door: whose words they are, and what each answer does."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks.events import AddressRegistered, DoneReported
from tests.hostile.kit import Siege, besieged
from tests.shell.office import Got, Office, kinds, one

CLIENT = "Client <client@else.example>"
DONE = "done, we accept. Your sign-up code is 123456"


@pytest.fixture
def siege(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path) as opened:
        yield opened


def _client_answers_all(siege: Siege, sender: str = CLIENT) -> Got:
    """Joy copies a client on her answer, and the client answers to all."""
    assignment, _ = siege.begin()
    mid = siege.office.reply(assignment, "I sent you the draft.", cc="client@else.example")
    siege.office.letters()
    to = f"joy@example.net, {assignment.reply_to}"
    siege.office.mail(sender, to, "Re: x", DONE, answers=mid)
    return one(siege.office.letters(), "knock")


def _done_by(siege: Siege) -> list[str]:
    return [fact.by for fact in siege.store.history(1) if isinstance(fact.event, DoneReported)]


def _added(office: Office) -> list[tuple[str, str]]:
    facts = [fact.event for fact in office.shop.store.history(0)]
    return [(f.person, f.address) for f in facts if isinstance(f, AddressRegistered)]


@pytest.mark.parametrize("sender", [CLIENT, "client@else.example", "Joy Santos <client@else.example>"])
@pytest.mark.parametrize("word", ["pass on", "always"])
def test_an_outsiders_words_are_never_the_contractors(siege: Siege, sender: str, word: str) -> None:
    """Whom somebody copied is an outsider, whatever name the mail bears."""
    knock = _client_answers_all(siege, sender)
    siege.office.reply(knock, word)
    letters = siege.office.letters()
    relay = one(letters, "relay")
    assert relay.to == "joy@example.net" and "we accept" in relay.text
    assert "review" not in {letter.kind for letter in letters}
    assert _done_by(siege) == [] and _added(siege.office) == []
    task = siege.store.task(1)
    assert task is not None and task.state == "handed over"


@pytest.mark.parametrize("sender", ["Client <c@else.example>", "J. Santos Fanclub <c@else.example>"])
def test_another_display_name_is_another_person(siege: Siege, sender: str) -> None:
    assignment, _ = siege.begin()
    siege.office.reply(assignment, "done", sender=sender)
    siege.office.reply(one(siege.office.letters(), "knock"), "always")
    siege.office.letters()
    assert _done_by(siege) == [] and _added(siege.office) == []


@pytest.mark.parametrize("name", ["Joy Santos", "joy santos", "Joy", ""])
def test_who_bears_the_persons_name_may_still_be_that_person(siege: Siege, name: str) -> None:
    assignment, _ = siege.begin()
    siege.office.reply(assignment, "done", sender=f"{name} <joy@phone.example>".strip())
    siege.office.reply(one(siege.office.letters(), "knock"), "pass on")
    assert ("stephanie", "review") in kinds(siege.office.letters())
    assert _done_by(siege) == ["joy"]


def test_an_outsider_in_the_owners_thread_is_not_the_owner(siege: Siege) -> None:
    _, receipt = siege.begin()
    siege.office.reply(receipt, "cancel", sender=CLIENT)
    siege.office.reply(one(siege.office.letters(), "knock"), "pass on")
    siege.office.letters()
    task = siege.store.task(1)
    assert task is not None and task.state == "handed over"


def test_another_contractor_with_the_token_is_not_the_one_it_belongs_to(siege: Siege) -> None:
    assignment, _ = siege.begin()
    siege.office.reply(assignment, "done", sender="Ben Okafor <ben@example.org>")
    siege.office.reply(one(siege.office.letters(), "knock"), "pass on")
    siege.office.letters()
    assert _done_by(siege) == []
