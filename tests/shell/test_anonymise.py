"""A copy of a mail that is safe to share: nobody is in it, and it is read alike."""

import re
from email import message_from_bytes
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.parse import parse
from shell.cli import main
from shell.reading_safe import anonymise_file
from shell.safe_copy import FILE_CAP, safe_copy
from tests.shell.office import MONDAY

MAILS = sorted((Path(__file__).parent.parent / "mails").glob("*.eml"))
SALT = b"the same in every run"
CANARIES = """
Wilhelmina Krasnodebska krasnodebska wk.private zanzibar-holdings Quetzalcoatl Bluebottle
0199 8675309 4155550 87654321 KD-7781-XQ mergers blackmail diagnosis Rumpelstilz Bill Baxter Mark
s3cr3tlink confidential-folder hunter2hunter Tegucigalpa Ærøskøbing Кузнецова 田中
"""
BODY = """Hi Mark,

please send the diagnosis of Wilhelmina Krasnodebska (born 12/05/1971, KD-7781-XQ) to the mergers people
at Quetzalcoatl Project Bluebottle, no blackmail please. Due by Friday 5pm.
Call +1 (415) 555-0199 or 8675309, account 87654321, password: hunter2hunter
https://zanzibar-holdings.example.com/confidential-folder/s3cr3tlink?id=87654321
Кузнецова and 田中 in Ærøskøbing and Tegucigalpa know about it.

Thanks,
Bill

On Mon, Nov 30, 2026 at 9:12 AM Bill Baxter <wk.private@zanzibar-holdings.example> wrote:
> Dear Rumpelstilz, are the mergers done?

--\x20
Wilhelmina Krasnodebska, Zanzibar-Holdings, +1 415 555 0199
"""


def canary_mail() -> bytes:
    mail = EmailMessage()
    mail["From"] = "Wilhelmina Krasnodebska <wk.private@zanzibar-holdings.example>"
    mail["To"] = '"Bill Baxter" <bill.baxter@quetzalcoatl.example>'
    mail["Date"] = "Mon, 30 Nov 2026 09:12:00 -0800"
    mail["Message-ID"] = "<krasnodebska.87654321@zanzibar-holdings.example>"
    mail["Received"] = "from laptop-krasnodebska (10.8.0.1) by mx; Mon, 30 Nov 2026 17:12:01 +0000"
    mail["X-Spam-Checked-For"] = "krasnodebska"
    mail["Subject"] = "Кузнецова: diagnosis for Project Bluebottle by Friday"
    mail.set_content(BODY)
    page = "<!-- krasnodebska --><p title='Bluebottle'>Hi Mark,</p>" + BODY.replace("\n", "<br>\n")
    mail.add_alternative(f"<html><style>.krasnodebska {{}}</style>{page}</html>", subtype="html")
    mail.add_attachment(b"krasnodebska" * 9000, maintype="image", subtype="png", filename="Wilhelmina.png")
    mail.add_attachment("mergers in 田中", filename="mergers.csv", subtype="csv")
    return mail.as_bytes()


def everything_in(raw: bytes) -> str:
    """All that a reader of the copy could see: the bytes, and each part decoded."""
    parts = [part.get_payload(decode=True) or b"" for part in message_from_bytes(raw).walk()]
    seen = b"\n".join([raw, *(part for part in parts if isinstance(part, bytes))]).decode("utf-8", "replace")
    mail = parse(raw, MONDAY)
    return "\n".join((seen, mail.subject, mail.from_name, *(part.name for part in mail.parts))).casefold()


def test_nobody_and_nothing_secret_is_left() -> None:
    seen = everything_in(safe_copy(canary_mail(), SALT))
    words = set(re.findall(r"[^\W_]+(?:[.-][^\W_]+)*", seen)) | set(re.findall(r"[^\W_]+", seen))
    assert [
        c for c in CANARIES.split() if c.casefold() in words or (len(c) > 4 and c.casefold() in seen)
    ] == []


def test_what_decides_the_reading_is_left() -> None:
    copy = parse(safe_copy(canary_mail(), SALT), MONDAY)
    assert "Due by Friday 5pm." in copy.words.text
    assert copy.words.quoted
    assert copy.written_at is not None and copy.written_at.isoformat() == "2026-11-30T17:12:00+00:00"
    assert [(part.media_type, len(part.data)) for part in copy.parts][0] == ("image/png", FILE_CAP)
    assert set(copy.parts[0].data) == {0}


def test_one_thing_has_one_stand_in() -> None:
    copy = parse(safe_copy(canary_mail(), SALT), MONDAY)
    assert copy.from_addresses[0] in copy.text.casefold()
    assert copy.from_name.split()[0] in copy.words.signature or copy.from_name.split()[0] in copy.text


@pytest.mark.parametrize("path", MAILS, ids=lambda path: path.stem)
def test_our_own_mails_are_read_alike(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = anonymise_file(None, lambda: MONDAY, path, tmp_path / "safe.eml", at=MONDAY)
    assert (code, capsys.readouterr().out.count("read like the mail itself")) == (0, 1)


@given(st.text(max_size=300), st.sampled_from(("plain", "html")))
@settings(max_examples=60, deadline=None)
def test_no_body_makes_the_copy_fail(text: str, kind: str) -> None:
    mail = EmailMessage()
    mail["From"] = "a@b.example"
    mail.set_content(re.sub("[\ud800-\udfff\x00\r]", "?", text), subtype=kind, cte="base64")
    assert parse(safe_copy(mail.as_bytes(), SALT), MONDAY).trouble == ""


def test_the_command_needs_no_config(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import threading

    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HANDOFF_CONFIG", raising=False)
    (tmp_path / "mail.eml").write_bytes(canary_mail())
    argv = ["read", "mail.eml", "--anonymise", "safe.eml"]
    assert main(argv, lambda: MONDAY, threading.Event(), lambda: 0) == 0
    assert "read like the mail itself" in capsys.readouterr().out
    assert b"Received: from masked.example" in (tmp_path / "safe.eml").read_bytes()
