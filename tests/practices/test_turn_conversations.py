"""P30, P31, P50: whose turn it is after each of the conversations in turns/.

The bar: 57 of 60 right, and none in which a waiting contractor is forgotten.
Those that are read wrong are named here, each with what is read instead.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practices.playing_turns import Conversation, Ends, Player, conversations
from tests.shell.office import Office

ALL = tuple(conversations())
MISSES: dict[str, str] = {}
pytestmark = pytest.mark.timeout(600)  # whichever comes first plays them all


@pytest.fixture(scope="module")
def ends(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Ends]]:
    found = {}
    for n, told in enumerate(ALL):
        found[told.name] = _play(told, tmp_path_factory.mktemp(f"talk{n}"))
    yield found


def _play(told: Conversation, folder: Path) -> Ends:
    office = Office(folder, one_process=True)
    try:
        ended = Player(office).play(told)
        assert list(office.shop.store.verify()) == [], told.name
        return ended
    finally:
        office.close()


def test_every_conversation_has_a_name_of_its_own() -> None:
    assert len({told.name for told in ALL}) == len(ALL) >= 60


def test_p30_p31_whose_turn_and_since_when(ends: dict[str, Ends]) -> None:
    wrong = {t.name: (t.ends, ends[t.name]) for t in ALL if ends[t.name] != t.ends}
    assert set(wrong) == set(MISSES), wrong
    assert len(wrong) <= len(ALL) * 3 // 60


def test_p30_no_waiting_contractor_is_forgotten(ends: dict[str, Ends]) -> None:
    forgotten = [t.name for t in ALL if t.ends.turn == "owner" and ends[t.name].turn != "owner"]
    assert forgotten == []


def test_p30_nobody_waits_longer_than_is_told(ends: dict[str, Ends]) -> None:
    """Where the turn is the owner's, the wait is never told shorter than it is."""
    late = [t.name for t in ALL if t.ends.turn == "owner" and ends[t.name].since != t.ends.since]
    assert [name for name in late if name not in MISSES] == []
