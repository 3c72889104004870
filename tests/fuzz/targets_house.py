"""Targets: what comes back from a server, from a disk, or in the shape of our own marks."""

import imaplib
import random
import smtplib
import socket
import ssl
import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from config import ConfigError, load
from intake.filing import copied_to, file_mails
from intake.imap_connection import one_line
from intake.imap_folders import Folder, find_sent, server_name
from intake.imap_gateway import ImapGateway
from intake.imap_scan import FolderScan
from intake.imap_sent import lying_in_sent
from intake.imap_settings import ImapSettings
from intake.imap_wire import Lifeline, Wire
from intake.source import Known, LoginRefused, Move, ServerAway, Spot
from outbound import smtp_line
from outbound.posted import Posted
from outbound.smtp_line import Line, SmtpSettings, Unready
from outbound.transaction import Transaction
from shell.keys import KeyFileUnusable, instance_of, load_keys, renew_key, without_old_keys
from store.codec import CLASSES, decode_named, encode
from store.port import StoreUnusable
from tasks.events import SCHEMA
from tests.fuzz import holding
from tests.fuzz.holding import check
from tests.fuzz.target import NOON, Target, parted, raw_text, text_of
from wire.tokens import (
    Keyring,
    Purpose,
    letter_key_in,
    looks_signed,
    message_id,
    mint,
    read_message_id,
    read_token,
    sign,
    strip_tokens,
    tag_of,
)
from wire.tokens_shown import shows_token

RING = Keyring({1: b"k" * 32, 2: b"l" * 32}, 2)
BASE = "tasks@example.com"
TAGS_FROM = 7  # the seed from which imaplib draws the prefix of its tags
POST = SmtpSettings("127.0.0.1", 25, "none", "tasks@example.com", lambda: "x", timeout=5.0, dot_timeout=5.0)
CONTEXT = ssl.create_default_context()
SETTINGS = ImapSettings("127.0.0.1", 143, "none", "tasks", lambda: "x", timeout=5.0)


def _tokens(data: bytes) -> None:
    """A token is believed only if we would have signed it so."""
    text = raw_text(data)
    token = read_token(text, RING)
    check(token is None or sign(token, RING) == text.lower(), "a token that we never signed", text)
    found = read_message_id(text, RING, "example.com")
    if found is not None:
        ours = message_id(found[0], found[1], RING, "example.com")[1:-1]
        check(ours in text.lower(), "an id that we never signed", text)
    tag = tag_of(text, BASE)
    check(tag is None or "+" not in tag or text.lower().count("+") > 1, "a tag from nowhere", tag)
    (looks_signed(text), letter_key_in(text))
    check(strip_tokens(strip_tokens(text, BASE), BASE) == strip_tokens(text, BASE), "half a token is left")


def _shown(data: bytes) -> None:
    """A file with one of our addresses in it is seen, whatever stands around it."""
    shows_token(data)
    tag = sign(mint(Purpose.TASK, "joy", RING, 12), RING).encode()
    before = data[:2000] + b" "
    check(shows_token(before + tag + b"@") or len(before) > 250_000, "our address was not seen")


class _Fed(Wire):
    """A wire on which all was said already, and nobody listens."""

    def __init__(self, said: bytes, lifeline: Lifeline) -> None:
        self._near, far = socket.socketpair()
        with far:
            far.settimeout(5)
            far.sendall(said[:30_000])
        random.seed(TAGS_FROM)
        super().__init__("127.0.0.1", 143, None, 5.0, lifeline)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        self._near.settimeout(5)
        self._lifeline.hold(self._near)
        return self._near

    def send(self, data: Any) -> None:
        """Nobody reads it; the peer has closed."""
        check(data.count(b"\r\n") <= 1 and b"\0" not in data, "two commands in one", data)


class _Garbled(ImapGateway):
    """A gateway whose server said it all before it was asked."""

    said = b""

    def _dial(self, context: object) -> Wire:
        return _Fed(self.said, self._lifeline)


def _imap(data: bytes) -> None:
    """A whole visit to a server that says anything at all: only our own errors come of it."""
    gateway = _Garbled(SETTINGS)
    gateway.said = data
    known = Known(lambda *_: frozenset(), NOON - timedelta(days=9000))
    try:
        gateway.open()
        found = list(FolderScan(gateway, "INBOX").fetch(known, lambda _: True, 10))
        check(all(raw.arrived_at.tzinfo for raw in found), "a moment without a zone")
        spots = [Spot("tasks", "INBOX", raw.uidvalidity, raw.uid) for raw in found]
        file_mails(gateway, [Move(spot, "Handoff/Joy") for spot in spots])
        lying_in_sent(gateway, ["<a@example.com>"])
    except (ServerAway, LoginRefused) as told:
        holding.one_line(str(told))
    finally:
        gateway.drop()


class _FedLine(Line):
    """A line to a post server that said it all before it was asked."""

    said = b""

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        near, far = socket.socketpair()
        with far:
            far.sendall(self.said[:30_000])
        near.settimeout(5)
        return near

    def send(self, s: Any) -> None:
        """Nobody reads it; the peer has closed."""


def _smtp(data: bytes) -> None:
    """A whole posting to a server that says anything at all: a verdict, or the errors that
    `open_line` and `Poster` turn into one."""
    line = _FedLine(POST, CONTEXT)
    line.said = data
    with suppress(OSError, smtplib.SMTPException, ValueError, Unready):
        smtp_line._connect(line, POST, CONTEXT)
        smtp_line._log_in(line, POST, "x")
        check(0 <= line.largest < 10**15, "a size", line.largest)
        with suppress(OSError, smtplib.SMTPException):
            posted = _run(line)
            holding.one_line(posted.detail, 500)
    line.close()


def _run(line: Line) -> Posted:
    """In a transaction no ValueError is forgiven."""
    try:
        return Transaction(line, POST).run(BASE, "joy@example.net", b"Subject: x\r\n\r\nx\r\n")
    except ValueError as trouble:
        raise AssertionError("a reply broke the transaction") from trouble


def _copyuid(data: bytes) -> None:
    for old, (validity, new) in copied_to(data).items():
        check(min(old, validity, new) >= 0, "no UID", data)
    holding.one_line(one_line(data), 200)
    holding.one_line(one_line(imaplib.IMAP4.error(data)), 200)


def _folders(data: bytes) -> None:
    """A contractor's name as the name of a folder: no wildcard, no control, no level too many."""
    text = text_of(data)
    for delimiter in ("/", ".", "\\", ""):
        name = server_name(f"Handoff/{text.replace('/', '_')}", "INBOX.", delimiter)
        check(not any(c in name for c in "\r\n\0*%"), "a wildcard or a line", name)
        check(not delimiter or name.count(delimiter) <= 2 + (delimiter == "."), "a level too many", name)
        find_sent([Folder(text, delimiter, frozenset({text.lower()}))])


def _config(data: bytes) -> None:
    """Any file as config.yaml: a config, or sentences with the line to mend."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "config.yaml"
        path.write_bytes(data)
        try:
            load(path, {"PW": "hunter2"})
        except ConfigError as wrong:
            check(bool(wrong.faults), "no fault is named")
            holding.writable(str(wrong))
            for fault in wrong.faults:
                holding.one_line(fault.sentence)


def _keys(data: bytes) -> None:
    """Any file as key file: keys that can sign, or one sentence."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "handoff.key"
        path.touch(mode=0o600)
        path.write_bytes(data)
        try:
            ring = load_keys(path)
        except KeyFileUnusable as wrong:
            holding.one_line(str(wrong))
            return
        for purpose, number in ((Purpose.TASK, 12), (Purpose.OWNER, 0)):
            token = mint(purpose, "joy", ring, number)
            check(read_token(sign(token, ring), ring) == token, "it cannot read what it signs")
        check(min(map(len, ring.keys.values())) >= 16, "a key that can be guessed")
        without_old_keys(path, renew_key(path, ring, NOON), NOON)
        check(len(instance_of(load_keys(path))) <= 64, "a long mark")


def _codec(data: bytes) -> None:
    """A row of the store that somebody edited: a row, or one sentence."""
    name, text = parted(data)
    kind = text_of(name)
    for each in [kind] if kind in CLASSES else sorted(CLASSES)[:: 1 + len(data) % 7]:
        with suppress(StoreUnusable):
            row = decode_named(each, SCHEMA, text_of(text))
            check(decode_named(each, SCHEMA, encode(row)) == row, "another row was written", row)


HOUSE = (
    Target("tokens", _tokens, "token", 400),
    Target("shown", _shown, "token", 4096),
    Target("imap", _imap, "imap", 4096, 5.0),
    Target("smtp", _smtp, "smtp", 1000),
    Target("copyuid", _copyuid, "copyuid", 400),
    Target("folders", _folders, "name", 200),
    Target("config", _config, "config", 4096, 5.0),
    Target("keys", _keys, "keys", 1000),
    Target("codec", _codec, "codec", 2000),
)
