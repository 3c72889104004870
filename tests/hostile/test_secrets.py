"""A password is in no log, error or JSON, even where a server repeats it."""

import logging
from base64 import b64encode
from dataclasses import replace

import pytest

from intake.imap import ImapSource
from intake.source import ServerAway
from outbound.smtp import Poster, Unready
from tests.hostile.kit import Siege, besieged
from tests.intake.imap_help import Ledger, fetch_all, settings
from tests.outbound.test_smtp_hostile import ANN, RAW, Server, say
from tests.outbound.test_smtp_hostile import settings as smtp_settings
from tests.servers.scripted import Scripted, Talk, imap_server

CANARY = "Tr0ub4dor&canary"
FORMS = (CANARY, b64encode(CANARY.encode()).decode(), b64encode(f"\0{ANN}\0{CANARY}".encode()).decode())


def _nowhere(*texts: str) -> None:
    for text in texts:
        for form in FORMS:
            assert form not in text


def test_an_imap_server_that_repeats_the_password(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    def repeat(talk: Talk, tag: bytes, rest: bytes) -> None:
        talk.say(tag + b" NO [AUTHENTICATIONFAILED] wrong: " + rest + b"\r\n")

    with imap_server(LOGIN=repeat) as server:
        source = ImapSource(settings(server.port, password=CANARY))
        with pytest.raises(ServerAway) as caught:
            fetch_all(source, Ledger().known())
        source.close()
    _nowhere(str(caught.value), repr(caught.value), caplog.text, repr(source))


def test_an_smtp_server_that_repeats_the_password(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    words = " ".join(FORMS).encode()
    server = Server({"AUTH": say(b"535 5.7.8 wrong: " + words)})
    with Scripted(server.serve) as running:
        poster = Poster(replace(smtp_settings(running.port), user=ANN, password=lambda: CANARY))
        posted = poster.post(ANN, "joy@contractor.test", RAW)
        with pytest.raises(Unready) as caught:
            poster.check()
        poster.close()
    assert "wrong" in posted.detail
    _nowhere(posted.detail, str(caught.value), caplog.text, repr(poster))


def test_no_key_or_secret_address_in_log_or_books(tmp_path_factory: pytest.TempPathFactory) -> None:
    with besieged(tmp_path_factory.mktemp("office")) as siege:
        siege.begin()
        secret = siege.secret_address().partition("+")[2].partition("@")[0]
        assert not any(secret in line for line in siege.log)
        assert not any(secret.encode() in raw for _, raw in siege.office.box.kept)
        assert _key(siege).hex() not in repr(siege.office.shop) + repr(siege.office.shop.desk.ring)
        assert repr(_key(siege)) not in repr(siege.office.shop.desk)


def _key(siege: Siege) -> bytes:
    ring = siege.office.shop.desk.ring
    return ring.keys[ring.current]
