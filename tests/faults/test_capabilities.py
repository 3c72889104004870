"""All sixteen kinds of IMAP servers, with and without MOVE, UIDPLUS, IDLE and
keywords of our own, carry the same conversation to the same end."""

from itertools import combinations
from pathlib import Path

import pytest

from tests.faults.play import Play
from tests.servers.imap_server import ALL
from tests.servers.served import served

SETS = [frozenset(some) for size in range(5) for some in combinations(sorted(ALL), size)]


@pytest.mark.parametrize("can", SETS, ids=lambda can: "+".join(sorted(can)) or "none")
def test_the_same_conversation(can: frozenset[str], tmp_path: Path) -> None:
    with served(tmp_path, can=can, shared=True) as office:
        play = Play(office).run()
        assert play.trouble == []
        play.check()
        used = office.imap.counts
        if "IDLE" in can and not used["IDLE"]:  # on a busy machine a search took all of each short wait
            office.shop.source.wait(5)
        assert bool(used["IDLE"]) == ("IDLE" in can)
        assert bool(used["MOVE"]) == ("MOVE" in can)
        assert bool(used["COPY"]) == ("MOVE" not in can)
        assert bool(used["UID EXPUNGE"]) == ("MOVE" not in can and "UIDPLUS" in can)
