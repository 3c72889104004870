"""The sections that lead to servers: mailbox, smtp, address, trust.

TLS is verified always. `security: none` is for a server on this very machine;
anywhere else a password would cross the wire in clear.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from settings.addresses import address, host, server
from settings.faults import Fault
from settings.readers import choice, existing_file, flag, number, path, scalar, text
from settings.secret import Password, command
from settings.sections import Where, key
from wire.caps import PROVEN_MAILS_AN_HOUR, UNPROVEN_MAILS_AN_HOUR
from wire.hosts import is_loopback

PORT = number(1, 65535)
SECURITY = choice("tls", "starttls", "none")
SECURITY_HINT = "tls where the provider has it; starttls only where it has nothing else."
SOURCES = ("password_command", "password_env", "password_file")
THREE_WAYS = "Use password_command, password_env or password_file instead."
IN_CLEAR = ("would leave a password in this file, where backups and screens show it.", THREE_WAYS)
REFUSED = dict.fromkeys(("password", "pass", "passwd", "secret"), IN_CLEAR)
PER_SENDER = "How many mails of one sender are read in an hour; more are held."
NO_PASSWORD = Password("", Path(), 0)

_env_name = scalar(
    lambda word: word if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", word) else None,
    "the name of an environment variable",
    "Only the name, for example HANDOFF_PASSWORD.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """The IMAP mailbox that is read, or in place of it the Maildir of a mail
    server on this machine. `shared`: its owner's own mail lies there too, and
    only mail to our address is touched. `sent_folder` "auto" is the one that
    the server names. `poll_seconds` is the floor under IDLE."""

    host: str = key(host, "", hint="Your provider's help page names it, for example imap.example.com.")
    maildir: Path | None = key(path, None)
    port: int = key(PORT, 993, hint="Most providers use 993.")
    security: str = key(SECURITY, "tls", hint=SECURITY_HINT)
    user: str = key(text, "", hint="The login name, most often the whole mail address.")
    password_command: tuple[str, ...] = key(command, ())
    password_env: str = key(_env_name, "")
    password_file: Path | None = key(path, None)
    folder: str = key(text, "INBOX", hint="INBOX unless a filter of yours moves the mail elsewhere.")
    sent_folder: str = key(text, "auto", hint="auto, or the folder's name as your mail client shows it.")
    shared: bool = key(flag, False, hint="yes if your own mail comes into this mailbox too.")
    idle: bool = key(flag, True, hint="no only if the server's IDLE gives trouble.")
    poll_seconds: int = key(number(5, 3600), 60, hint="60 looks once a minute.")
    ca_file: Path | None = key(existing_file, None)
    password: Password = NO_PASSWORD

    @property
    def account(self) -> str:
        """What this mailbox is called in the ledger."""
        return "maildir" if self.maildir else f"{self.user}@{self.host}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Smtp:
    """The server that takes our letters. `user` None is the mailbox's login,
    "" none at all. `timeout_seconds` limits one send."""

    host: str = key(host, hint="Your provider's help page names it, for example smtp.example.com.")
    port: int = key(PORT, 465, hint="Most providers use 465.")
    security: str = key(SECURITY, "tls", hint=SECURITY_HINT)
    user: str | None = key(text, None, hint="The login name, most often the whole mail address.")
    password_command: tuple[str, ...] = key(command, ())
    password_env: str = key(_env_name, "")
    password_file: Path | None = key(path, None)
    timeout_seconds: int = key(number(5, 600), 60, hint="60 is patient enough.")
    ca_file: Path | None = key(existing_file, None)
    password: Password = NO_PASSWORD


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """The one address of the house. `plus`: mail to tasks+anything@ arrives too."""

    base: str = key(address, hint="The address that people write to, for example tasks@example.com.")
    plus: bool = key(flag, True, hint="no if your provider does not deliver to name+tag@.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """By what a sender is known (RFC 8601 results of our own server, DKIM).
    `dns_server` (address, port) stands in for
    the machine's resolver; `key_file` signs tokens. What one sender writes above
    the two limits an hour is held."""

    authserv_id: str = key(text, "", hint="The first word of Authentication-Results; `check` finds it.")
    topmost_without_id: bool = key(flag, False, hint="yes only for Microsoft 365, which writes no id.")
    dkim: bool = key(flag, True, hint="no only where DNS cannot be asked.")
    dns_server: tuple[str, int] | None = key(
        server, None, hint="Without it the machine's own resolver is asked."
    )
    key_file: Path | None = key(path, None)
    unproven_an_hour: int = key(number(1, 10_000), UNPROVEN_MAILS_AN_HOUR, hint=PER_SENDER)
    proven_an_hour: int = key(number(1, 100_000), PROVEN_MAILS_AN_HOUR, hint=PER_SENDER)


def check_security(part: Mailbox | Smtp, where: Where) -> Iterator[Fault]:
    """Nothing crosses a network in clear, and the port fits the security."""
    if part.security == "none" and not is_loopback(part.host):
        sentence = f"{where.name}.security is none, but {part.host} is not this machine."
        yield where.fault("security", sentence, "Passwords would cross the network in clear: use tls.")
    usual = {("starttls", 993): "143", ("starttls", 465): "587", ("tls", 143): "993", ("tls", 587): "465"}
    if right := usual.get((part.security, part.port)):
        sentence = f"{where.name}.port is {part.port}, which does not go with {part.security}."
        yield where.fault("port", sentence, f"Most providers use {right} for {part.security}.")


def check_one_password(part: Mailbox | Smtp, where: Where) -> Iterator[Fault]:
    """A password has one source; where to take it from must not be a guess."""
    given = [source for source in SOURCES if getattr(part, source)]
    if len(given) > 1:
        yield where.fault(given[1], f"{where.name} has both {' and '.join(given)}.", "Keep one of them.")


def check_one_mailbox(part: Mailbox, where: Where) -> Iterator[Fault]:
    """Mail comes from one place: a server, with a login, or a folder."""
    if part.maildir and part.host:
        sentence = f"{where.name} has both host and maildir."
        yield where.fault("maildir", sentence, "Keep one: where does the mail come in?")
    if part.maildir:
        return
    for word, fix in (("host", "imap.example.com"), ("user", "tasks@example.com")):
        if not getattr(part, word):
            yield where.fault(word, f"{where.name}.{word} is missing.", f"For example {fix}.")


def check_mailbox_password(part: Mailbox, where: Where) -> Iterator[Fault]:
    """A mailbox on a server is never read without a login."""
    if part.host and not any(getattr(part, source) for source in SOURCES):
        yield where.fault("user", f"{where.name} does not say where its password comes from.", THREE_WAYS)


def check_folders_apart(part: Mailbox, where: Where) -> Iterator[Fault]:
    """What is found in Sent counts as the holder's own word."""
    if part.sent_folder.lower() == part.folder.lower():
        sentence = f"{where.name}.sent_folder is the folder that is read, {part.folder}."
        yield where.fault("sent_folder", sentence, "Name the folder of sent mail, or leave the line out.")
