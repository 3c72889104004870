"""Bad input gets one clear sentence; nothing is lost, nothing obeyed, and the
next mail is served as if nothing had been."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest

from config import ConfigError, load
from intake.source import ServerAway
from shell.trying import Pigeonhole
from tests.shell.office import CONFIG, OUR_SERVER, Office, kinds, one

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
PROOF = f"Authentication-Results: {OUR_SERVER}; dmarc=pass header.from=example.com"
HEAD = f"{PROOF}\r\nFrom: {STEPHANIE}\r\nTo: tasks+joy@example.com\r\nMessage-ID: <bad@example.com>\r\n"


def _raw(office: Office, rest: str | bytes, head: str = HEAD) -> None:
    body = rest if isinstance(rest, bytes) else rest.encode()
    office.mailroom.put(head.encode() + body, office.now)


def _serves_on(office: Office) -> None:
    office.mail(STEPHANIE, "tasks+joy@example.com", "The next one", "Do it by Friday.")
    assert ("joy", "assignment") in kinds(office.letters())


TASKS: dict[str, tuple[str | bytes, str]] = {
    "no subject": ("\r\nMake a logo for the van by Friday.\r\n", "Make a logo for the van by Friday."),
    "empty body": ("Subject: Make a logo by Friday\r\n\r\n", "Make a logo by Friday"),
    "html only": (
        "Subject: Logo\r\nContent-Type: text/html\r\n\r\n<p>Make a <b>logo</b> by Friday.</p>",
        "Logo",
    ),
    "unknown charset": (
        "Subject: Logo\r\nContent-Type: text/plain; charset=x-klingon\r\n\r\nMake it by Friday.",
        "Logo",
    ),
    "broken mime": (
        "Subject: Logo\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
        "--x\r\nContent-Type: text/plain\r\n\r\nMake it by Friday.\r\n--y--\r\n",
        "Logo",
    ),
    "line break in an encoded subject": (
        "Subject: =?utf-8?q?Logo=0D=0ABcc:_eve@evil.example?=\r\n\r\nMake it by Friday.",
        "Logo",
    ),
    "raw latin-1 subject": (b"Subject: Logo f\xfcr den Bus\r\n\r\nMake it by Friday.", "Logo für den Bus"),
    "bad date header": ("Subject: Logo\r\nDate: soon\r\n\r\nMake it by Friday.", "Logo"),
    "template words": ("Subject: {{7*7}}\r\n\r\nMake {{7*7}} by Friday.", "{{7*7}}"),
    "direction marks": ("Subject: Logo \u202egnp\r\n\r\nMake it by Friday.", "Logo"),
}


@pytest.mark.parametrize("name", TASKS)
def test_odd_mail_is_a_task_with_a_sound_title(office: Office, name: str) -> None:
    rest, title = TASKS[name]
    _raw(office, rest)
    letters = office.letters()
    assert kinds(letters) == [("joy", "assignment"), ("stephanie", "receipt")]
    assert title in letters[0].subject or title in letters[0].text
    for letter in letters:
        assert "Bcc" not in letter.message
        assert "49" not in letter.subject
    _serves_on(office)


def test_nothing_in_it_is_asked_about_and_no_task(office: Office) -> None:
    _raw(office, "\r\n")
    letters = office.letters()
    assert kinds(letters) == [("stephanie", "nothing-in-it")]
    assert list(office.shop.store.tasks()) == []
    _serves_on(office)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("To: tasks@example.com\r\n", id="no From"),
        pytest.param("From: \r\nTo: tasks@example.com\r\n", id="empty From"),
        pytest.param(f"{PROOF}\r\nFrom: {STEPHANIE}, Eve <eve@evil.example>\r\n", id="two addresses"),
        pytest.param(f"{PROOF}\r\nFrom: {STEPHANIE}\r\nFrom: eve@evil.example\r\n", id="two From"),
        pytest.param(f'{PROOF}\r\nFrom: "stephanie@example.com" <eve@evil.example>\r\n', id="name is hers"),
    ],
)
def test_sender_that_cannot_be_read_is_held(office: Office, head: str) -> None:
    _raw(office, "Subject: Pay\r\n\r\nWire it by Friday.\r\n", head)
    letters = office.letters()
    assert [k for _, k in kinds(letters)] in ([], ["knock"])
    assert list(office.shop.store.tasks()) == []
    assert len(office.shop.store.held_rows()) == 1
    assert office.shop.store.held_rows()[0].reason
    _serves_on(office)


@pytest.mark.parametrize(
    "rest",
    [
        pytest.param("X-Long: " + "a" * 200_000 + "\r\n\r\nDo it.", id="200 KB header"),
        pytest.param("Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\n" * 5000,
                     id="5000 parts"),
    ],
)  # fmt: skip
def test_over_a_cap_is_held_with_its_reason(office: Office, rest: str) -> None:
    _raw(office, rest)
    office.letters()
    assert list(office.shop.store.tasks()) == []
    held = office.shop.store.held_rows()
    assert len(held) == 1
    assert held[0].reason
    row = office.shop.store.ledger(held[0].key)
    assert row is not None
    assert office.shop.spool.get(row.raw) is not None  # its bytes are kept whole
    _serves_on(office)


def test_large_mail_is_a_task_with_a_note(office: Office) -> None:
    """A source hands out the head of a mail over 20 MB; the rest stays."""
    raw = f"{HEAD}Subject: Logo\r\n\r\nMake it by Friday.\r\n".encode()
    office.mailroom.put(raw, office.now)
    uid, mail = office.mailroom.folders["INBOX"].popitem()
    office.mailroom.folders["INBOX"][uid] = type(mail)(
        mail.raw, mail.arrived_at, mail.account, mail.folder, mail.uidvalidity, uid, False, False, 31_000_000
    )
    receipt = one(office.letters(), "receipt")
    assert "31 MB" in receipt.text


def test_unreadable_date_is_asked_of_the_owner(office: Office) -> None:
    _raw(office, "Subject: Logo\r\n\r\nMake it.\r\nDue: Feb 30\r\n")
    letters = office.letters()
    assert "Feb 30" in one(letters, "receipt").text or "date" in one(letters, "receipt").text
    assert office.shop.store.task(1).due is None  # type: ignore[union-attr]


def test_mailbox_away_costs_that_part_of_the_round_only(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    office.mail(STEPHANIE, "tasks+joy@example.com", "One", "Do it by Wednesday 5pm.")
    office.letters()

    def away(*_: object) -> object:
        raise ServerAway("The mailbox at localhost does not answer.")

    logging.getLogger("handoff").propagate = True
    office.mailroom.fetch = away  # type: ignore[method-assign, assignment]
    office.now += timedelta(days=1, hours=22)
    done = office.round()
    assert done.trouble == ("The mailbox at localhost does not answer.",)
    assert office.box.kept  # reminders go out all the same


def test_unknown_config_key_is_refused_with_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(CONFIG.replace("trust:", "trsut:"), encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(tmp_path / "config.yaml", {"PW": "x"})
    assert "trsut" in str(caught.value)
    assert "trust" in str(caught.value)
    assert "line 5" in str(caught.value)


def test_pigeonhole_keeps_what_it_is_given() -> None:
    hole = Pigeonhole()
    hole.post("a@b.c", "d@e.f", b"x")
    assert hole.kept == [("d@e.f", b"x")]
