"""Nobody is obeyed who cannot prove who they are: 600 forged commands in nine
families, and 240 attempts to write into a thread of others."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks.letters import Filed
from tests.hostile.forger import FAMILIES, Forged, Loot, intruders
from tests.hostile.kit import Siege, besieged
from tests.shell.office import at, one

REGISTERED = {"stephanie@example.com", "joy@example.net", "ben@example.org", "olivia@example.com"}


def looted(siege: Siege) -> Loot:
    """Two tasks: one waits for the owner's word, one is with Ben."""
    office = siege.office
    assignment, _ = siege.begin()
    other, _ = siege.begin("ben", "Flyer")
    office.reply(assignment, "done")
    review = one(office.letters(), "review")
    digest = one(office.pass_time(at(2026, 12, 1, 16)), "digest")
    sent = tuple(mail.raw for mails in office.mailroom.folders.values() for mail in mails.values())
    return Loot(review, assignment, other, digest, sent)


def obeyed(siege: Siege, forged: Forged) -> bool:
    """Deliver one, and see whether anything moved."""
    before = siege.picture()
    siege.put(forged.raw)
    letters = siege.round()
    assert {letter.to for letter in letters} <= REGISTERED, forged.name
    told = {letter.kind for letter in letters} - {"knock", "confirm", "which-task"}
    return bool(told) or siege.picture() != before


@pytest.fixture(scope="module")
def siege(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Siege]:
    with besieged(tmp_path_factory.mktemp("office")) as opened:
        yield opened


@pytest.fixture(scope="module")
def loot(siege: Siege) -> Loot:
    return looted(siege)


def test_there_are_enough_of_them(loot: Loot) -> None:
    counts = {name: len(list(family(loot))) for name, family in FAMILIES.items()}
    assert len(counts) == 9 and min(counts.values()) >= 20 and sum(counts.values()) >= 300, counts
    assert len(list(intruders(loot))) >= 200


@pytest.mark.parametrize("family", FAMILIES)
def test_no_forged_command_is_obeyed(siege: Siege, loot: Loot, family: str) -> None:
    found = [forged.name for forged in FAMILIES[family](loot) if obeyed(siege, forged)]
    assert found == []


def test_nobody_writes_into_a_thread_of_others(siege: Siege, loot: Loot) -> None:
    before = (len(siege.store.thread(1)), siege.store.task(1))
    for forged in intruders(loot):
        key = siege.put(forged.raw)
        letters = siege.round()
        row = siege.store.ledger(key)
        assert row is not None and row.filed not in {Filed.REPLY, Filed.TASK, Filed.ORDER}, forged.name
        assert "joy@example.net" not in {letter.to for letter in letters}, forged.name
    assert (len(siege.store.thread(1)), siege.store.task(1)) == before


def test_the_real_ones_are_still_obeyed(tmp_path: Path) -> None:
    """The siege tests could pass in a house that obeys nobody."""
    with besieged(tmp_path) as siege:
        loot = looted(siege)
        siege.office.reply(loot.review, "approve")
        siege.office.letters()
        assert [task.state for task in siege.store.tasks()][0] == "approved"
