"""A server that cannot prove who it is gets neither password nor letter, and the
owner reads what to do: mail in and mail out, TLS from the first byte or STARTTLS."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from intake.imap import ImapSource
from intake.source import ServerAway
from outbound.smtp import Poster, Result, Unready
from tests.intake.imap_help import settings as imap_settings
from tests.outbound.test_smtp_hostile import ANN, JOY, RAW
from tests.outbound.test_smtp_hostile import settings as smtp_settings
from tests.servers.certs import Certs
from tests.servers.scripted import IMAP_DEFAULTS, Scripted, Talk, ok
from tests.servers.tls import WRONG, certs_of, in_tls

WAYS = ("imap tls", "imap starttls", "smtp tls", "smtp starttls")
STARTTLS = ("imap starttls", "smtp starttls")
PASSWORD = "paper boat canary"

FIX = {
    "wrong name": "its certificate is for another name",
    "wrong authority": "comes from an authority that this machine does not know",
    "self-signed": "comes from an authority that this machine does not know",
    "expired": "its certificate has expired",
    "not yet valid": "its certificate is not valid yet",
}
TO_DO = {
    "wrong name": ".host the name that your provider gives",
    "wrong authority": ".ca_file",
    "self-signed": ".ca_file",
    "expired": "clock of this machine",
    "not yet valid": "clock of this machine",
}


@dataclass
class Fake:
    """A server of one of the WAYS. `answers_starttls` is what it does when asked to
    begin TLS: it returns the connection to go on with."""

    way: str
    certs: Certs
    answers_starttls: Callable[["Fake", Talk, bytes], Talk] | None = None
    offers: bool = True
    greeting: bytes = b""
    heard: list[bytes] = field(default_factory=list)
    inside: list[bytes] = field(default_factory=list)

    def serve(self, talk: Talk) -> None:
        secured = self.way.endswith(" tls")
        if secured:
            talk = in_tls(talk, self.certs)
        (self._imap if self.way.startswith("imap") else self._smtp)(talk, secured)

    def _imap(self, talk: Talk, secured: bool) -> None:
        talk.say(self.greeting or b"* OK ready\r\n")
        while line := talk.hear():
            tag, _, command = line.partition(b" ")
            (self.inside if secured else self.heard).append(command)
            verb = command.upper().split(b" ")[0]
            if verb == b"STARTTLS" and not secured:
                go_on = self._begin(talk, tag)
                secured, talk = go_on is not talk, go_on
            elif verb == b"CAPABILITY":
                word = b" STARTTLS" if self.offers and not secured else b""
                ok(b"CAPABILITY IMAP4rev1 IDLE MOVE UIDPLUS" + word)(talk, tag, command)
            else:
                IMAP_DEFAULTS.get(verb.replace(b"EXAMINE", b"SELECT"), ok())(talk, tag, command)

    def _smtp(self, talk: Talk, secured: bool) -> None:
        talk.say(self.greeting or b"220 mail.test\r\n")
        while line := talk.hear():
            (self.inside if secured else self.heard).append(line)
            verb = line.upper().split(b" ")[0]
            if verb == b"STARTTLS" and not secured:
                go_on = self._begin(talk, b"")
                secured, talk = go_on is not talk, go_on
            elif verb == b"EHLO":
                word = b"250-STARTTLS\r\n" if self.offers and not secured else b""
                talk.say(b"250-mail.test\r\n" + word + b"250-AUTH PLAIN\r\n250 8BITMIME\r\n")
            else:
                talk.say({b"AUTH": b"235 welcome", b"QUIT": b"221 bye"}.get(verb, b"250 ok") + b"\r\n")

    def _begin(self, talk: Talk, tag: bytes) -> Talk:
        if self.answers_starttls:
            return self.answers_starttls(self, talk, tag)
        talk.say(self.yes(tag))
        return in_tls(talk, self.certs)

    def yes(self, tag: bytes) -> bytes:
        return (tag + b" OK begin" if tag else b"220 go ahead") + b"\r\n"


@contextmanager
def running(fake: Fake) -> Iterator[tuple[Fake, int]]:
    with Scripted(fake.serve) as server:
        yield fake, server.port


def tried(fake: Fake, port: int, ca: Path | None) -> str:
    """Log in as the daemon does; what it says when it is refused, "" if all went well."""
    security = fake.way.split(" ")[1]
    if fake.way.startswith("imap"):
        to = replace(imap_settings(port, password=PASSWORD), host="localhost", security=security, ca_file=ca)
        source = ImapSource(to)
        try:
            source.check()
        except ServerAway as away:
            return str(away)
        finally:
            source.close()
        return ""
    told = replace(smtp_settings(port), host="localhost", security=security, ca_file=ca)
    poster = Poster(replace(told, password=lambda: PASSWORD))
    try:
        poster.check()
    except Unready as unready:
        return str(unready)
    finally:
        poster.close()
    return ""


def kept_back(fake: Fake) -> bool:
    """Neither a login nor a letter reached the server, in clear or not."""
    lines = [line.upper() for line in (*fake.heard, *fake.inside)]
    return not any(line.startswith((b"LOGIN", b"AUTH", b"MAIL", b"DATA")) for line in lines)


@pytest.mark.parametrize("way", WAYS)
def test_a_right_certificate_is_let_in(way: str, tmp_path: Path) -> None:
    certs = certs_of("good", tmp_path)
    with running(Fake(way, certs)) as (fake, port):
        assert tried(fake, port, certs.ca) == ""
    assert any(line.upper().startswith((b"LOGIN", b"AUTH")) for line in fake.inside)
    assert kept_back(Fake(way, certs, heard=fake.heard))


@pytest.mark.parametrize("kind", WRONG)
@pytest.mark.parametrize("way", WAYS)
def test_a_wrong_certificate_is_refused_with_what_to_do(way: str, kind: str, tmp_path: Path) -> None:
    certs = certs_of(kind, tmp_path)
    trusted = certs.ca if certs.ca.exists() else None
    with running(Fake(way, certs)) as (fake, port):
        said = tried(fake, port, trusted)
    section = "mailbox" if way.startswith("imap") else "smtp"
    assert said.startswith(f"The mail server localhost:{port} could not prove who it is: ")
    assert FIX[kind] in said and TO_DO[kind] in said and "No password was sent." in said
    if TO_DO[kind].startswith("."):
        assert section + TO_DO[kind] in said
    assert kept_back(fake) and "_ssl.c" not in said


@pytest.mark.parametrize("way", STARTTLS)
def test_starttls_stripped_from_what_the_server_offers(way: str, tmp_path: Path) -> None:
    certs = certs_of("good", tmp_path)
    with running(Fake(way, certs, offers=False)) as (fake, port):
        said = tried(fake, port, certs.ca)
    assert "does not offer STARTTLS" in said and "No password was sent." in said
    assert "security: tls" in said
    assert kept_back(fake)


def _says_no(fake: Fake, talk: Talk, tag: bytes) -> Talk:
    talk.say((tag + b" NO not now" if tag else b"454 4.7.0 not now") + b"\r\n")
    return talk


@pytest.mark.parametrize("way", STARTTLS)
def test_starttls_answered_no(way: str, tmp_path: Path) -> None:
    certs = certs_of("good", tmp_path)
    with running(Fake(way, certs, _says_no)) as (fake, port):
        said = tried(fake, port, certs.ca)
    assert "refused STARTTLS" in said and "not now" in said and "No password was sent." in said
    assert kept_back(fake)


def _glued(fake: Fake, talk: Talk, tag: bytes) -> Talk:
    """In one write with its yes, as somebody between would put it in."""
    more = b'* LIST (\\Sent) "/" Evil\r\n' if tag else b"250-evil.test\r\n250 AUTH PLAIN\r\n"
    talk.say(fake.yes(tag) + more)
    return in_tls(talk, fake.certs)


@pytest.mark.parametrize("way", STARTTLS)
def test_words_in_clear_behind_the_yes_end_the_connection(way: str, tmp_path: Path) -> None:
    certs = certs_of("good", tmp_path)
    with running(Fake(way, certs, _glued)) as (fake, port):
        said = tried(fake, port, certs.ca)
    assert "spoke on in clear after STARTTLS" in said and "No password was sent." in said
    assert kept_back(fake)


def _before(fake: Fake, talk: Talk, tag: bytes) -> Talk:
    """Untagged lines before the yes are legal, and must not outlive it."""
    talk.say(b'* CAPABILITY IMAP4rev1 EVIL\r\n* LIST (\\Sent) "/" Evil\r\n* 99 EXISTS\r\n' + fake.yes(tag))
    return in_tls(talk, fake.certs)


def test_what_was_said_in_clear_before_is_forgotten_in_tls(tmp_path: Path) -> None:
    certs = certs_of("good", tmp_path)
    with running(Fake("imap starttls", certs, _before)) as (_, port):
        to = replace(imap_settings(port), host="localhost", security="starttls", ca_file=certs.ca)
        source = ImapSource(to)
        gateway = source._gateway
        gateway.open()
        assert not gateway.can("EVIL")
        assert [f.name for f in gateway.folders()] == ["INBOX"]
        source.close()


def test_a_greeting_that_says_already_logged_in_does_not_skip_tls(tmp_path: Path) -> None:
    certs = certs_of("good", tmp_path)
    fake = Fake("imap starttls", certs, greeting=b"* PREAUTH welcome back\r\n")
    with running(fake) as (fake, port):
        said = tried(fake, port, certs.ca)
    assert "No password was sent." in said and kept_back(fake)


@pytest.mark.parametrize("way", ("imap tls", "smtp tls"))
def test_a_server_that_speaks_no_tls_on_this_port(way: str, tmp_path: Path) -> None:
    certs = certs_of("good", tmp_path)
    clear = Fake(way.split(" ")[0] + " starttls", certs)
    with running(clear) as (fake, port):
        said = tried(Fake(way, certs), port, certs.ca)
    assert "does not speak TLS on this port" in said and "security: starttls" in said
    assert "_ssl.c" not in said and kept_back(fake)


@pytest.mark.parametrize(
    "host", ["imap.example.com", "10.0.0.7", "localhost.example.com", "127.0.0.1.nip.example"]
)
def test_no_tls_is_for_this_machine_only(host: str) -> None:
    with pytest.raises(ServerAway, match="on this machine only"):
        ImapSource(replace(imap_settings(143), host=host)).check()
    posted = Poster(replace(smtp_settings(25), host=host)).post(ANN, JOY, RAW)
    assert posted.result is Result.ACCOUNT and "on this machine only" in posted.detail


@pytest.mark.parametrize("way", ["imap tls", "smtp tls"])
def test_a_renewed_authority_counts_without_a_restart(way: str, tmp_path: Path) -> None:
    old, new = certs_of("good", tmp_path / "old"), certs_of("good", tmp_path / "new")
    trusted = tmp_path / "ca.pem"
    trusted.write_bytes(old.ca.read_bytes())
    with running(Fake(way, new)) as (fake, port):
        assert "does not know" in tried(fake, port, trusted)
        trusted.write_bytes(new.ca.read_bytes())
        assert tried(fake, port, trusted) == ""


def test_the_two_rooms_trust_alike() -> None:
    from tests.house.code import ROOT

    makers = [
        path
        for path in sorted(ROOT.glob("*/*.py"))
        if path.parent.name not in ("tests", "demo", ".venv") and "create_default_context" in path.read_text()
    ]
    assert [str(path.relative_to(ROOT)) for path in makers] == ["wire/tls.py"]
