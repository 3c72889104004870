"""The config: config.yaml in, a frozen Config out.

Callers get a config that is whole and right, or a ConfigError that names the
file, each line and what to write there. Passwords are not read here: ask
`config.secrets()` when a server is to be logged in to.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from settings.customs import Backup, Defaults, Digest, Folders, Log, Retention, Store
from settings.faults import ConfigError, Fault
from settings.house import house_of
from settings.nodes import Block, Node, parse
from settings.secret import Password, Secret
from settings.sections import Where, Wrong
from settings.servers import NO_PASSWORD, SOURCES, Address, Mailbox, Smtp, Trust
from settings.tree import Config, whole

__all__ = [
    "Address",
    "Backup",
    "Config",
    "ConfigError",
    "Defaults",
    "Digest",
    "Fault",
    "Folders",
    "Log",
    "Mailbox",
    "Password",
    "Retention",
    "Secret",
    "Smtp",
    "Store",
    "Trust",
    "load",
]


def load(path: Path, environ: Mapping[str, str]) -> Config:
    """Read the config at `path`. `environ` is kept for the passwords that it
    may hold. Raises ConfigError with every fault that the file has."""
    path = path.absolute()
    tree = parse(_text(path), path)
    try:
        config = whole(tree, "")
    except Wrong as found:
        raise ConfigError(found.faults) from None
    return _complete(config, path, tree, environ)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        fix = "Copy config.example.yaml to this name and fill in its four short sections."
        raise ConfigError([Fault(path, 0, "this file is not there.", fix)]) from None
    except OSError as error:
        raise ConfigError([Fault(path, 0, f"this file could not be read: {error.strerror}.")]) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        sentence = "a character here is not UTF-8."
        raise ConfigError([Fault(path, line, sentence, "Save the file as UTF-8 in your editor.")]) from None


def _complete(config: Config, path: Path, tree: Node, environ: Mapping[str, str]) -> Config:
    mailbox = replace(config.mailbox, password=_password(config.mailbox, "mailbox", path, tree, environ))
    smtp = replace(config.smtp, password=_password(config.smtp, "smtp", path, tree, environ))
    if smtp.user is None:
        smtp = replace(smtp, user=mailbox.user)
    if smtp.user == "":
        smtp = replace(smtp, password=NO_PASSWORD)
    elif not smtp.password.name:
        smtp = replace(smtp, password=mailbox.password)
    return replace(config, file=path, mailbox=mailbox, smtp=smtp, house=house_of(config))


def _password(
    part: Mailbox | Smtp, name: str, path: Path, tree: Node, environ: Mapping[str, str]
) -> Password:
    source = next((source for source in SOURCES if getattr(part, source)), "")
    if not source:
        return NO_PASSWORD
    assert isinstance(tree, Block)
    line = Where(tree, "").fault(f"{name}.{source}", "").line
    return Password(name, path, line, part.password_command, part.password_env, part.password_file, environ)
