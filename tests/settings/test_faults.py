"""A config that needs its writer: which line, what stands there, what to write."""

from pathlib import Path

import pytest

from config import ConfigError, load
from tests.settings.samples import GOOD, complaint, loaded, spoilt, with_line


def test_the_sentence_of_the_style_guide(tmp_path: Path) -> None:
    assert complaint(tmp_path, with_line("mailbox", "port: imaps")) == (
        'config.yaml, line 2: mailbox.port is "imaps", but must be a number.\n  Most providers use 993.'
    )


VALUES = [
    ("mailbox", "port: 0", "mailbox.port", "between 1 and 65535", "993"),
    ("mailbox", "security: ssl", "mailbox.security", "tls, starttls or none", "tls where"),
    ("mailbox", "shared: maybe", "mailbox.shared", "yes or no", "own mail"),
    ("mailbox", "poll_seconds: 1", "mailbox.poll_seconds", "between 5 and 3600", "60"),
    ("mailbox", "ca_file: nowhere.pem", "mailbox.ca_file", "a file that is there", "nowhere.pem"),
    ("mailbox", "folder: [a, b]", "mailbox.folder is a list", "one line of text", "INBOX"),
    ("mailbox", "folder: {a: b}", "mailbox.folder is a section", "one line of text", "INBOX"),
    ("mailbox", 'folder: "a\\nb"', "mailbox.folder", "one line of text", "INBOX"),
    ("mailbox", 'folder: "a\\r\\nA1 DELETE b"', "mailbox.folder", "one line of text", "INBOX"),
    ("smtp", "port: 587x", "smtp.port", "a number", "465"),
    (
        "trust",
        "dns_server: nothing",
        "trust.dns_server",
        "the address of a server and its port",
        "127.0.0.1:5300",
    ),
    ("trust", "dkim: 1", "trust.dkim", "yes or no", ""),
    ("digest", "at: 1020", "digest.at", "a time of day", "17:00"),
    ("digest", "at: 24:00", "digest.at", "a time of day", "17:00"),
    ("digest", "at: 07:30 PM", "digest.at", "a time of day", "24 hours"),
    ("digest", "grace: soon", "digest.grace", "a length of time", "12h"),
    ("reminders", "late: 2d", "reminders.late", "a length of working time", "4h"),
    ("reminders", "late: 4", "reminders.late", "a length of working time", "4h"),
    ("reminders", "before_days: -1", "reminders.before_days", "between 0 and 30", ""),
    ("reminders", "answer_days: [1, x]", "reminders.answer_days", "a number", ""),
    ("defaults", "relay: some", "defaults.relay", "digest or all", ""),
    ("reminders", "answer_days: [1, 2, 3]", "reminders.answer_days", "one or two days", "[1, 2]"),
    ("defaults", "locale: english", "defaults.locale", "a language and country", "en-GB"),
    ("defaults", "zone: EST", "defaults.zone", "a time zone", "America/New_York"),
    ("defaults", "escalate_to: carol", "defaults.escalate_to is carol", "not among people", "dana, bob"),
    ("folders", "note: Handoff//x", "folders.note", "a folder of the mailbox", "slashes"),
    ("folders", "note: Handoff/*", "folders.note", "a folder of the mailbox", "slashes"),
    ("folders", "task: Handoff/{preson}", "folders.task", "a folder of the mailbox", "{person}"),
    ("folders", "held: Held/{person}", "folders.held", "may concern nobody", "Leave {person} out"),
    ("log", "level: loud", "log.level", "debug, info or warning", ""),
]


@pytest.mark.parametrize(("section", "line", "key", "must", "fix"), VALUES, ids=lambda value: str(value)[:24])
def test_a_value_that_cannot_be(
    tmp_path: Path, section: str, line: str, key: str, must: str, fix: str
) -> None:
    text = with_line(section, line)
    said = complaint(tmp_path, text)
    assert said.startswith(f"config.yaml, line {text.splitlines().index('  ' + line) + 1}: ")
    assert key in said
    assert must in said
    assert fix in said


BOB = "    roles: contractor\n"
PEOPLE = [
    ("  bob:", "  Bob:", 'a key of people is "Bob"', "small letters"),
    ("    zone: Europe/Berlin", "    zone: Pacific time", "people.bob.zone", "America/Los_Angeles"),
    ("    zone: Europe/Berlin", "    zone: Manilla", "people.bob.zone", "Asia/Manila"),
    ("    zone: Europe/Berlin", "    zone: ../../etc/passwd", "people.bob.zone", "Europe/Berlin"),
    ("    zone: Europe/Berlin\n", "", "people.bob has no zone", "17:00 means nothing"),
    ("    roles: contractor", "    roles: [worker]", 'people.bob.roles is "worker"', "[owner, contractor]"),
    ("    roles: contractor", "    roles: []", "people.bob.roles is empty", "at least one"),
    ("    name: Bob\n", "", "people.bob.name is missing", "Joy Santos"),
    ("[bob@example.net]", "[]", "people.bob.addresses is empty", "at least one"),
    ("[bob@example.net]", "Bob <bob@example.net>", "must be a mail address", "without the name"),
    ("[bob@example.net]", "bob@example", "must be a mail address", "joy@example.com"),
    ("[bob@example.net]", "b..b@example.net", "must be a mail address", "joy@example.com"),
    ("[bob@example.net]", "bob@exa mple.net", "must be a mail address", "joy@example.com"),
    ("[bob@example.net]", "DANA@example.com", "belongs to people.dana already", "one person"),
    ("[bob@example.net]", "tasks@example.com", "the house's own address", "Take it out"),
    ("[owner]", "[contractor]", "people has no owner", "roles: [owner]"),
    (BOB, f"{BOB}    hours: {{from: 18:00}}\n", "not after 18:00", "midnight"),
    (BOB, f"{BOB}    hours: {{days: Mon-Fry}}\n", "days of the week", "Mon-Fri"),
    (BOB, f"{BOB}    holidays: 24.12.\n", "a date, or a country", "2026-12-24"),
    (BOB, f"{BOB}    holidays: [2026-12-24, XX]\n", "a country or region that", "DE-BY"),
    (BOB, f"{BOB}    holidays: US-ZZ\n", "a country or region that", "DE-BY"),
]


@pytest.mark.parametrize(("old", "new", "sentence", "fix"), PEOPLE, ids=lambda value: str(value).strip()[:24])
def test_people_that_cannot_be(tmp_path: Path, old: str, new: str, sentence: str, fix: str) -> None:
    said = complaint(tmp_path, spoilt(old, new))
    assert sentence in said
    assert fix in said


SERVERS = [
    ("mailbox", "security: none", "imap.example.com is not this machine", "use tls"),
    ("smtp", "security: none", "smtp.example.com is not this machine", "use tls"),
    ("mailbox", "port: 143", "mailbox.port is 143, which does not go with tls", "993 for tls"),
    ("mailbox", "password_file: x", "mailbox has both password_env and password_file", "Keep one"),
    ("mailbox", "password: hunter2", "would leave a password in this file", "password_command"),
    ("smtp", "passwd: hunter2", "would leave a password in this file", "password_command"),
    ("mailbox", "sent_folder: inbox", "the folder that is read", "leave the line out"),
]


@pytest.mark.parametrize(("section", "line", "sentence", "fix"), SERVERS)
def test_servers_that_cannot_be(tmp_path: Path, section: str, line: str, sentence: str, fix: str) -> None:
    said = complaint(tmp_path, with_line(section, line))
    assert sentence in said
    assert fix in said


def test_a_secret_is_not_quoted_back(tmp_path: Path) -> None:
    assert "hunter2" not in complaint(tmp_path, with_line("mailbox", "password: hunter2"))


def test_a_clear_connection_is_for_this_machine(tmp_path: Path) -> None:
    text = spoilt("  host: imap.example.com", "  host: 127.0.0.1\n  port: 1143\n  security: none")
    assert loaded(tmp_path, text).mailbox.security == "none"


def test_a_mailbox_without_a_password_is_told_the_three_ways(tmp_path: Path) -> None:
    said = complaint(tmp_path, spoilt("  password_env: HANDOFF_PASSWORD\n", ""))
    for way in ("password_command", "password_env", "password_file"):
        assert way in said


@pytest.mark.parametrize(
    ("section", "line", "near"),
    [
        ("mailbox", "prot: 993", "Did you mean port?"),
        ("digest", "time: 07:30", "Known here: at, grace."),
        ("smtp", "timeout: 9", "Did you mean timeout_seconds?"),
    ],
)
def test_an_unknown_key_is_refused(tmp_path: Path, section: str, line: str, near: str) -> None:
    said = complaint(tmp_path, with_line(section, line))
    assert f"{section}.{line.partition(':')[0]} is not a key that we know." in said
    assert near in said


def test_an_unknown_section_names_the_nearest(tmp_path: Path) -> None:
    assert "Did you mean folders?" in complaint(tmp_path, GOOD + "folder: {}\n")


def test_a_key_that_stands_twice_names_both_lines(tmp_path: Path) -> None:
    said = complaint(tmp_path, spoilt("  user:", "  host: other.example\n  user:"))
    assert "line 3: host stands here for the second time; line 2 has it already." in said


def test_a_person_who_stands_twice_is_refused(tmp_path: Path) -> None:
    said = complaint(tmp_path, GOOD + "  bob: {name: B}\n")
    assert "bob stands here for the second time" in said


def test_all_faults_are_told_together_in_the_order_of_lines(tmp_path: Path) -> None:
    text = with_line("mailbox", "port: imaps").replace("host: smtp.example.com", "hst: smtp.example.com")
    with pytest.raises(ConfigError) as caught:
        loaded(tmp_path, text.replace("Europe/Berlin", "Berlin"))
    lines = [fault.line for fault in caught.value.faults]
    assert lines == sorted(lines)
    assert [fault.sentence.split()[0] for fault in caught.value.faults] == [
        "mailbox.port",
        "smtp.hst",
        "smtp.host",
        "people.bob.zone",
    ]


YAML = [
    ("x: &a [1]\ny: *a\n", 1, "repeat a part"),
    ("x: !!python/object/apply:os.system [ls]\n", 1, "tag"),
    ("mailbox:\n\thost: x\n", 2, "tab"),
    ("mailbox: a: b\n", 1, "colon"),
    ("mailbox:\n  host: x\n smtp:\n", 3, "indentation"),
    ("a: 1\n---\nb: 2\n", 2, "second document"),
    ("[" * 5000, 0, "too deep"),
    ("- a\n- b\n", 1, "a section with keys"),
    ("just words\n", 1, "a section with keys"),
    ("", 0, "mailbox is missing"),
    ("a: \x00\n", 0, "not YAML"),
    ("a: [1, 2\n", 2, "a bracket"),
    ("#" * 1_000_001, 0, "larger than a megabyte"),
]


@pytest.mark.parametrize(("text", "line", "sentence"), YAML, ids=[row[2] for row in YAML])
def test_what_is_no_yaml_of_ours(tmp_path: Path, text: str, line: int, sentence: str) -> None:
    said = complaint(tmp_path, text)
    assert sentence in said
    if line:
        assert f"line {line}:" in said


def test_a_file_that_is_not_there_names_the_example(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"config\.example\.yaml"):
        load(tmp_path / "config.yaml", {})


def test_a_file_that_is_not_utf8_names_the_line(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_bytes(b"mailbox:\n  user: J\xfcrgen\n")
    with pytest.raises(ConfigError, match="line 2: a character here is not UTF-8"):
        load(file, {})


def test_a_key_of_two_lines_is_told_in_one(tmp_path: Path) -> None:
    """Found by fuzzing: what somebody pasted over a line must not look like a sentence of ours."""
    told = complaint(tmp_path, with_line("mailbox", '"po\\nrt\\e[31m": 993'))
    assert "mailbox.po rt" in told and "\x1b" not in told
