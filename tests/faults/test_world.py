"""The mailbox changes under our hands: other clients take mails away between one
command and the next, and the server numbers them anew, and back again."""

from pathlib import Path

import pytest

from tests.faults.play import ROUNDS, Play
from tests.servers.imap_faults import numbered_anew, other_client_takes, validity
from tests.servers.served import served

MOMENTS = [("SEARCH", 1), ("SEARCH", 2), ("FETCH look", 1), ("FETCH head", 1), ("FETCH body", 1)]
MOMENTS += [("FETCH body", 2), ("SELECT", 2), ("SELECT", 3), ("MOVE", 1), ("MOVE", 2), ("MOVE", 3)]


@pytest.mark.parametrize(("verb", "nth"), MOMENTS)
def test_mails_that_another_client_takes(verb: str, nth: int, tmp_path: Path) -> None:
    with served(tmp_path, shared=True) as office:
        fault = office.fault(verb, other_client_takes(2), nth)
        play = Play(office).run(ROUNDS + 1)
        assert fault.times == 1 and play.trouble == []
        play.check()


@pytest.mark.parametrize(("verb", "nth"), MOMENTS)
def test_a_mailbox_numbered_anew_at_any_moment(verb: str, nth: int, tmp_path: Path) -> None:
    with served(tmp_path, shared=True) as office:
        fault = office.fault(verb, numbered_anew, nth)
        play = Play(office).run(ROUNDS + 2)
        assert fault.times == 1
        play.check()
        assert office.did.trouble == ()


@pytest.mark.parametrize(("verb", "nth"), MOMENTS)
def test_a_uidvalidity_that_changes_and_changes_back(verb: str, nth: int, tmp_path: Path) -> None:
    """Nothing is lost or doubled. A mail that is just being filed when both
    changes happen may stay in the inbox, where it was."""
    with served(tmp_path, shared=True) as office:
        before = office.truth.folders["INBOX"].uidvalidity
        office.fault(verb, validity(9_000), nth)
        office.fault(verb, validity(before), nth + 2)
        play = Play(office, machines=3).run(ROUNDS + 3)
        office.truth.revalue("INBOX", before)
        play.run(2)
        play.check(may_stay=True)
