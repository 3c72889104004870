"""Addresses of people: those of the config, and those an owner added."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from config import load
from tasks.events import AddressRegistered
from tests.hostile.kit import Siege, besieged, raw_mail
from tests.shell.office import CONFIG, Got, kinds, one

TWO = CONFIG.replace("[stephanie@example.com]", "[stephanie@example.com, steph@phone.example]")
PHONE_PASS = "Authentication-Results: mx.example.com; dmarc=pass header.from=phone.example"
OTHER = "Joy Santos <joy@other.example>"
OTHER_PASS = "Authentication-Results: mx.example.com; dmarc=pass header.from=other.example"


@pytest.fixture
def siege(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path, TWO) as opened:
        yield opened
        opened.survived()


def test_an_owners_second_address_is_the_owner(siege: Siege) -> None:
    siege.put(raw_mail("Steph <steph@phone.example>", proof=PHONE_PASS))
    letters = siege.round()
    assert kinds(letters) == [("joy", "assignment"), ("stephanie", "receipt")]
    assert one(letters, "receipt").to == "stephanie@example.com"
    siege.office.reply(one(letters, "receipt"), "cancel", sender="Steph <steph@phone.example>")
    siege.round()
    assert [t.state for t in siege.store.tasks()] == ["cancelled"]


def test_an_owners_second_address_needs_proof_like_the_first(siege: Siege) -> None:
    siege.put(raw_mail("Steph <steph@phone.example>", proof=""))
    siege.round()
    assert list(siege.store.tasks()) == [] and len(siege.held()) == 1


def _knock(siege: Siege) -> tuple[Got, str]:
    assignment, _ = siege.begin()
    siege.put(raw_mail(OTHER, assignment.reply_to, "Re: Calldown", "accept", proof=OTHER_PASS, mid="<o1@o>"))
    return one(siege.round(), "knock"), assignment.reply_to


def _added(siege: Siege) -> list[str]:
    return [f.event.address for f in siege.store.history(0) if isinstance(f.event, AddressRegistered)]


@pytest.mark.parametrize("word", ["pass on", "drop"])
def test_no_other_word_adds_an_address(siege: Siege, word: str) -> None:
    knock, address = _knock(siege)
    siege.office.reply(knock, word)
    siege.round()
    assert _added(siege) == []
    siege.put(raw_mail(OTHER, address, "Re: Calldown", "done", proof=OTHER_PASS, mid="<o2@o>"))
    assert kinds(siege.round()) == [("stephanie", "knock")]


def test_always_adds_it_with_an_event_and_it_outlives_a_restart(siege: Siege) -> None:
    knock, address = _knock(siege)
    siege.office.reply(knock, "always")
    siege.round()
    assert _added(siege) == ["joy@other.example"]
    siege.office.restart()
    siege.put(raw_mail(OTHER, address, "Re: Calldown", "done", proof=OTHER_PASS, mid="<o2@o>"))
    assert kinds(siege.round()) == [("stephanie", "review")]


def test_the_contractors_own_word_adds_nothing(siege: Siege) -> None:
    _, address = _knock(siege)
    joy_pass = "Authentication-Results: mx.example.com; dmarc=pass header.from=example.net"
    joy = "Joy Santos <joy@example.net>"
    siege.put(
        raw_mail(joy, address, "Re: Calldown", "always\njoy@other.example", proof=joy_pass, mid="<j@n>")
    )
    siege.round()
    assert _added(siege) == []


def test_the_config_wins_over_an_added_address(siege: Siege) -> None:
    """An address that the file gives to Ben is Ben's, whatever was added before."""
    knock, _ = _knock(siege)
    siege.office.reply(knock, "always")
    siege.round()
    office = siege.office
    (office.folder / "config.yaml").write_text(
        TWO.replace("[ben@example.org]", "[ben@example.org, joy@other.example]")
    )
    office.config = load(office.folder / "config.yaml", {"PW": "x"})
    office.restart()
    people = office.shop.house.people
    assert people["ben"].addresses == ("ben@example.org", "joy@other.example")
    assert "joy@other.example" not in people["joy"].addresses
    person = office.shop.house.person_at("joy@other.example")
    assert person and person.key == "ben"
