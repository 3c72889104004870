"""config.example.yaml is right, whole and true: every key, its real default."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from config import Config, load
from settings.customs import (
    Backup,
    Defaults,
    Digest,
    Folders,
    Log,
    Retention,
    Store,
    WrittenReminders,
)
from settings.folks import WrittenHours, WrittenLadder, WrittenPerson
from settings.nodes import Block, Node, parse
from settings.sections import rows
from settings.servers import NO_PASSWORD, Address, Mailbox, Smtp, Trust

EXAMPLE = Path(__file__).parents[2] / "config.example.yaml"
ENVIRON = {"HANDOFF_PASSWORD": "opensesame"}
BEHIND = re.compile(r"^( *)# ([a-z_]+:.*)$", re.MULTILINE)

SECTIONS: Mapping[str, type[object]] = {
    "": Config,
    "mailbox": Mailbox,
    "smtp": Smtp,
    "address": Address,
    "trust": Trust,
    "people.*": WrittenPerson,
    "people.*.hours": WrittenHours,
    "people.*.reminders": WrittenLadder,
    "defaults": Defaults,
    "reminders": WrittenReminders,
    "digest": Digest,
    "folders": Folders,
    "store": Store,
    "backup": Backup,
    "retention": Retention,
    "log": Log,
}


def bare() -> str:
    return EXAMPLE.read_text(encoding="utf-8")


def uncovered() -> str:
    """The example with every key behind a "#" brought out."""
    return BEHIND.sub(r"\1\2", bare())


def written_keys(node: Node, name: str = "") -> Iterator[str]:
    for word, value in node.entries if isinstance(node, Block) else ():
        full = f"{name}.{'*' if name == 'people' else word.text}".lstrip(".")
        yield full
        yield from written_keys(value, full)


def known_keys() -> Iterator[str]:
    for name, kind in SECTIONS.items():
        for word in rows(kind):
            yield f"{name}.{word}" if name else word
    yield "people.*"


def test_the_example_loads_as_it_stands() -> None:
    config = load(EXAMPLE, ENVIRON)
    assert [secret.reveal() for secret in config.secrets()] == ["opensesame", "opensesame"]


def test_every_key_stands_in_the_example_and_no_other() -> None:
    assert set(written_keys(parse(uncovered(), EXAMPLE))) == set(known_keys())


def test_every_section_of_the_config_is_walked() -> None:
    walked = {name.partition(".")[0] for name in SECTIONS if name}
    assert walked | {"templates", "simulation"} == set(rows(Config))


def test_what_stands_behind_a_hash_is_the_default(tmp_path: Path) -> None:
    """Bringing any line out changes nothing, but for the two other ways to a password."""
    file = tmp_path / "config.yaml"
    file.write_text(re.sub(r"^  password_(command|file): \S.*\n", "", uncovered(), flags=re.MULTILINE))
    assert comparable(load(file, ENVIRON)) == comparable(load(EXAMPLE, ENVIRON))


def comparable(config: Config) -> Any:
    """The config without where it lies; the store's default is beside the file, the backups' in it."""
    mailbox = replace(config.mailbox, password=NO_PASSWORD)
    smtp = replace(config.smtp, password=NO_PASSWORD)
    folders = config.store_path.name, config.backup_path.name
    backup = replace(config.backup, folder=None)
    bare = replace(config, file=Path(), store=Store(), backup=backup, mailbox=mailbox, smtp=smtp)
    return bare, folders


@pytest.mark.parametrize("way", ["password_command", "password_file"])
def test_the_other_ways_to_a_password_load_too(tmp_path: Path, way: str) -> None:
    line = next(line for _, line in BEHIND.findall(bare()) if line.startswith(f"{way}: "))
    file = tmp_path / "config.yaml"
    file.write_text(re.sub(r"^  password_env:.*$", f"  {line}", bare(), count=1, flags=re.MULTILINE))
    assert getattr(load(file, ENVIRON).mailbox, way)


def test_every_key_has_its_sentence_of_why() -> None:
    lines = uncovered().splitlines()
    written = list(leaves(parse(uncovered(), EXAMPLE)))
    assert {name for name, _ in written} == {name for name, line in written if " # " in lines[line - 1]}


def leaves(node: Node, name: str = "") -> Iterator[tuple[str, int]]:
    """Every key that holds a value, with its line."""
    for word, value in node.entries if isinstance(node, Block) else ():
        full = f"{name}.{'*' if name == 'people' else word.text}".lstrip(".")
        if isinstance(value, Block):
            yield from leaves(value, full)
        else:
            yield full, word.line
