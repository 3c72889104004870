"""A key or a secret address is renewed by the operator: what was signed before
stays good for 90 days, or ends at once where the key was seen by others."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.shell.office import Got, Office, kinds, one, run
from wire.tokens import Purpose, mint, sign, tagged

STEPHANIE = "Stephanie Miller <stephanie@example.com>"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = Office(tmp_path, one_process=True)
    yield opened
    opened.close()


def begun(office: Office) -> Got:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", "Call everyone by Friday.")
    return one(office.letters(), "assignment")


def secret_address(office: Office) -> str:
    ring = office.shop.desk.ring
    return tagged("tasks@example.com", sign(mint(Purpose.OWNER, "stephanie", ring), ring))


def renew(office: Office, *words: str) -> None:
    """As the operator does with no daemon running."""
    office.shop.close()
    assert run(office, "renew", *words) == 0
    office.shop = office.open()


def epoch(office: Office) -> int:
    return office.shop.desk.ring.current


def test_old_letters_are_answered_after_a_new_key(office: Office) -> None:
    assignment = begun(office)
    instance = assignment["X-Handoff-Instance"]
    renew(office, "key")
    assert epoch(office) == 2
    office.reply(assignment, "done")
    review = one(office.letters(), "review")
    assert "-stephanie-2-" in review.reply_to
    assert review["X-Handoff-Instance"] == instance


def test_an_old_key_ends_after_ninety_days(office: Office) -> None:
    assignment = begun(office)
    renew(office, "key")
    office.now += timedelta(days=89)
    office.letters()
    assert sorted(office.shop.desk.ring.keys) == [1, 2]
    office.now += timedelta(days=2)
    office.letters()
    assert sorted(office.shop.desk.ring.keys) == [2]
    kept = json.loads((office.config.key_file).read_text())
    assert sorted(kept["keys"]) == ["2"]
    office.restart()
    office.reply(assignment, "done", proven=False)
    assert ("stephanie", "review") not in kinds(office.letters())


def test_the_mark_of_our_letters_outlives_the_first_key(office: Office) -> None:
    instance = begun(office)["X-Handoff-Instance"]
    renew(office, "key")
    office.now += timedelta(days=91)
    office.letters()
    office.restart()
    assert begun(office)["X-Handoff-Instance"] == instance


def test_a_key_that_was_seen_ends_at_once(office: Office) -> None:
    assignment, secret = begun(office), secret_address(office)
    renew(office, "key", "--at-once")
    assert sorted(office.shop.desk.ring.keys) == [2]
    office.reply(assignment, "done", proven=False)
    office.mail(STEPHANIE, secret, "Flyer", "For: Joy\nBy Friday.", proven=False)
    assert {kind for _, kind in kinds(office.letters())} <= {"knock", "confirm"}


def test_a_secret_address_is_renewed_alone(office: Office) -> None:
    assignment, secret = begun(office), secret_address(office)
    renew(office, "secret-address", "stephanie")
    assert epoch(office) == 1 and secret_address(office) != secret
    office.mail(STEPHANIE, secret, "Flyer", "For: Joy\nBy Friday.", proven=False)
    assert {kind for _, kind in kinds(office.letters())} <= {"knock", "confirm"}
    office.mail(STEPHANIE, secret_address(office), "Flyer", "For: Joy\nBy Friday.", proven=False)
    assert ("joy", "assignment") in kinds(office.letters())
    office.reply(assignment, "done")
    assert ("stephanie", "review") in kinds(office.letters())


def test_the_owner_reads_it_in_the_digest(office: Office) -> None:
    begun(office)
    renew(office, "key")
    office.now += timedelta(days=1)
    digests = [x for x in office.pass_time(office.now + timedelta(days=1)) if x.kind == "digest"]
    told = [x for x in digests if "./run check" in x.text and "new key" in x.text]
    assert [x.to for x in told] == ["stephanie@example.com", "olivia@example.com"]


def test_twice_beside_a_daemon_is_once(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    begun(office)
    assert run(office, "renew", "key") == 0
    assert run(office, "renew", "key") == 0
    assert "Left for the running daemon" in capsys.readouterr().out
    assert epoch(office) == 1
    office.letters()
    assert epoch(office) == 2


def test_an_order_outlives_a_disk_that_gives_way(office: Office) -> None:
    """The order is committed before the file is written; what is owed is tried in each round."""
    begun(office)
    run(office, "renew", "key")
    blocked = office.config.key_file.with_suffix(".new")
    blocked.mkdir()
    office.letters()
    office.restart()
    office.letters()
    assert epoch(office) == 1
    blocked.rmdir()
    office.letters()
    assert epoch(office) == 2


@pytest.mark.parametrize(
    "words", [("secret-address",), ("secret-address", "joy"), ("secret-address", "nobody")], ids=str
)
def test_who_has_no_secret_address(
    office: Office, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(office, "renew", *words) == 64
    assert "stephanie, olivia" in capsys.readouterr().err
