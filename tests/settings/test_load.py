"""A right config: what it says, and what holds where it says nothing."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from config import Config, load
from tasks.letters import Filed
from tasks.people import Hours, Reminders, Rules
from tests.settings.samples import ENVIRON, GOOD, loaded, spoilt, with_line


def test_a_short_config_is_enough(tmp_path: Path) -> None:
    config = loaded(tmp_path, GOOD)
    assert (config.mailbox.port, config.mailbox.security, config.mailbox.folder) == (993, "tls", "INBOX")
    assert (config.smtp.port, config.smtp.user) == (465, "tasks@example.com")
    assert config.store_path == tmp_path / "handoff-data"
    assert config.key_file == tmp_path / "handoff-data" / "secret.key"
    assert config.trust.dkim
    assert not config.simulation


def test_the_house_holds_the_people_and_the_rules_of_the_core(tmp_path: Path) -> None:
    house = loaded(tmp_path, GOOD).house
    assert house.rules == Rules()
    assert [p.key for p in house.owners()] == ["dana"]
    assert [p.key for p in house.contractors()] == ["bob"]
    bob = house.person_at("bob@example.net")
    assert bob is not None
    assert (bob.zone, bob.locale, bob.hours) == ("Europe/Berlin", "en-US", Hours())


def test_what_is_written_reaches_the_house(tmp_path: Path) -> None:
    text = spoilt("    roles: contractor\n", "    roles: contractor\n" + MORE_OF_BOB) + RULES
    house = loaded(tmp_path, text).house
    bob = house.people["bob"]
    assert bob.hours == Hours(frozenset({6, 0, 1, 2, 3}), time(8, 30), time(16, 0))
    assert bob.holidays == {date(2026, 12, 25), date(2027, 1, 1)}
    assert bob.locale == "de-DE"
    assert house.people["dana"].locale == "en-GB"
    assert house.rules == Rules(
        due_time=time(16, 0),
        digest_at=time(6, 5),
        digest_grace=timedelta(hours=3),
        relay="all",
        approve_days=0,
        propose_days=4,
        share_owner_address=False,
        escalate_to="bob",
        reminders=Reminders(
            before_days=2,
            before=timedelta(),
            late=timedelta(minutes=90),
            escalate=timedelta(hours=30),
            answer_days=(3,),
        ),
    )


MORE_OF_BOB = """\
    locale: de-DE
    hours: {days: Sun-Thu, from: 08:30, to: 16:00}
    holidays: [2026-12-25, 2027-01-01]
"""

RULES = """\
defaults:
  locale: en-GB
  due_time: 16:00
  relay: all
  approve_after: 0
  proposal_holds_after: 4
  share_owner_address: no
  escalate_to: bob
reminders: {before_days: 2, before: 0, late: 90m, escalate: 30 hours, answer_days: 3}
digest: {at: 06:05, grace: 3h}
"""


@pytest.mark.parametrize(
    ("written", "meant"),
    [("17:00", time(17, 0)), ("08:30", time(8, 30)), ("7:05", time(7, 5)), ('"00:00"', time(0, 0))],
)
def test_a_time_is_a_time_and_not_a_count_of_minutes(tmp_path: Path, written: str, meant: time) -> None:
    assert loaded(tmp_path, with_line("digest", f"at: {written}")).digest.at == meant


@pytest.mark.parametrize("word", ["no", "on", "yes", "off", "null1", "1.0", "0x1F", "1_000", "2026-01-02"])
def test_a_word_stays_the_word_that_was_written(tmp_path: Path, word: str) -> None:
    assert loaded(tmp_path, spoilt("name: Bob", f"name: {word}")).people["bob"].name == word


@pytest.mark.parametrize(
    ("written", "meant"),
    [("yes", True), ("true", True), ("On", True), ("no", False), ("False", False), ("off", False)],
)
def test_yes_and_no_in_their_spellings(tmp_path: Path, written: str, meant: bool) -> None:
    assert loaded(tmp_path, with_line("mailbox", f"shared: {written}")).mailbox.shared is meant


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Bob@Example.NET", "bob@example.net"),
        ("bob@bücher.example", "bob@xn--bcher-kva.example"),
        ("bob.o'neil+x@a-b.example", "bob.o'neil+x@a-b.example"),
    ],
)
def test_an_address_is_kept_in_the_form_that_is_compared(tmp_path: Path, written: str, kept: str) -> None:
    config = loaded(tmp_path, spoilt("bob@example.net", written))
    assert config.house.people["bob"].address == kept


def test_an_empty_key_and_an_empty_section_have_their_defaults(tmp_path: Path) -> None:
    config = loaded(tmp_path, with_line("mailbox", "port:") + "digest:\nfolders: ~\n")
    assert config.mailbox.port == 993
    assert config.digest.at == time(7, 30)


def test_an_empty_name_in_quotes_is_no_missing_one(tmp_path: Path) -> None:
    assert loaded(tmp_path, with_line("smtp", 'user: ""')).smtp.user == ""


def test_paths_lie_beside_the_config(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    config = loaded(tmp_path, GOOD + "templates: letters\nstore: {path: ../kept}\nlog: {file: /var/log/h}\n")
    assert config.templates == tmp_path / "letters"
    assert config.store_path == tmp_path / ".." / "kept"
    assert config.log.file == Path("/var/log/h")


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert isinstance(load(file, ENVIRON), Config)


@pytest.mark.parametrize(
    ("filed", "person", "folder"),
    [
        (Filed.TASK, "Joy Santos", "Handoff/Joy Santos"),
        (Filed.REPLY, "Joy A. O/Neil", "Handoff/Joy A O Neil"),
        (Filed.ORDER, "", "Handoff/Notes"),
        (Filed.TASK, "../..", "Handoff/Notes"),
        (Filed.NOTE, "Joy", "Handoff/Notes"),
        (Filed.HELD, "", "Handoff/Held"),
        (Filed.AUTOMATIC, "Joy", "Handoff/Automatic"),
        (Filed.BOUNCE, "", "Handoff/Automatic"),
        (Filed.DUPLICATE, "Joy", ""),
    ],
)
def test_where_each_kind_is_filed(tmp_path: Path, filed: Filed, person: str, folder: str) -> None:
    assert loaded(tmp_path, GOOD).folders.of(filed, person) == folder


@pytest.mark.parametrize(
    ("written", "meant"), [("127.0.0.1:5300", ("127.0.0.1", 5300)), ('"[::1]:53"', ("::1", 53)), ("", None)]
)
def test_a_name_server_is_an_address_and_a_port(
    tmp_path: Path, written: str, meant: tuple[str, int] | None
) -> None:
    assert loaded(tmp_path, with_line("trust", f"dns_server: {written}")).trust.dns_server == meant
