"""A mail from the pipe takes the road of all others, once, and a Maildir is filed like a mailbox."""

import io
from pathlib import Path
from shutil import rmtree

from config import load
from intake.incoming import put
from shell.gathering import Means
from shell.recovering import source_of
from shell.restoring import rebuild
from shell.rounds import first_start
from shell.trying import Pigeonhole
from shell.working import once
from shell.workshop import incoming, open_workshop
from tests.shell.office import MONDAY

CONFIG = """
mailbox: {maildir: MAILDIR}
smtp: {host: localhost, port: 1, security: none}
address: {base: tasks@example.com}
trust: {authserv_id: mx.example.com, dkim: no}
store: {path: STORE, min_free_mb: 1}
people:
  dana: {name: Dana Reyes, roles: [owner], addresses: [dana@example.com], zone: Europe/Berlin}
  bob: {name: Bob Stone, roles: [contractor], addresses: [bob@example.net], zone: Europe/Berlin}
"""
MAIL = (
    b"Authentication-Results: mx.example.com; dmarc=pass header.from=example.com\n"
    b"From: Dana Reyes <dana@example.com>\nTo: tasks+bob@example.com\nSubject: Logo\n"
    b"Message-ID: <1@example.com>\n\nMake a logo by Friday.\n"
)


def settings(folder: Path) -> Path:
    for part in ("new", "cur", "tmp"):
        (folder / "mail" / part).mkdir(parents=True)
    file = folder / "config.yaml"
    file.write_text(CONFIG.replace("MAILDIR", str(folder / "mail")).replace("STORE", str(folder / "store")))
    return file


def test_handed_over_three_times_it_is_one_task(tmp_path: Path) -> None:
    config = load(settings(tmp_path), {})
    put(incoming(config), io.BytesIO(MAIL))
    put(incoming(config), io.BytesIO(MAIL))
    (tmp_path / "mail" / "new" / "1.host").write_bytes(MAIL.replace(b"\n", b"\r\n"))
    shop = open_workshop(config, lambda: MONDAY)
    shop.poster = hole = Pigeonhole()
    first_start(shop, MONDAY.replace(year=2020))
    once(shop)
    once(shop)
    assert [t.title for t in shop.store.tasks()] == ["Logo"]
    assert [to for to, raw in hole.kept if b"Letter: digest" not in raw] == [
        "bob@example.net",
        "dana@example.com",
    ]
    assert list((incoming(config) / "new").iterdir()) == []
    assert list((tmp_path / "mail" / "new").iterdir()) == []
    assert [p.name for p in (tmp_path / "mail").glob(".Handoff.*/new/*")] == ["1.host"]
    assert list(shop.store.verify()) == []
    shop.close()


def test_a_lost_disk_is_made_again_from_a_maildir(tmp_path: Path) -> None:
    """Rebuilt from its folders alone: each mail is one task again, and nothing is sent."""
    config = load(settings(tmp_path), {})
    (tmp_path / "mail" / "new" / "1.host").write_bytes(MAIL)
    shop = open_workshop(config, lambda: MONDAY)
    shop.poster = Pigeonhole()
    first_start(shop, MONDAY.replace(year=2020))
    once(shop)
    assert list((tmp_path / "mail" / "new").iterdir()) == []
    shop.close()
    key = config.key_file.read_bytes()
    rmtree(tmp_path / "store")
    config.store_path.mkdir()
    config.key_file.write_bytes(key)
    config.key_file.chmod(0o600)
    report = rebuild(config, Means(lambda: MONDAY, source_of(config)))
    assert (report.tasks, report.mails) == (1, 1)
    again = open_workshop(config, lambda: MONDAY)
    again.poster = hole = Pigeonhole()
    once(again)
    assert [t.title for t in again.store.tasks()] == ["Logo"]
    assert [raw for _, raw in hole.kept if b"Letter: digest" not in raw] == []
    again.close()
