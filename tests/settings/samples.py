"""A small config that is right, and ways to spoil it."""

from collections.abc import Mapping
from pathlib import Path

from config import Config, ConfigError, load

GOOD = """\
mailbox:
  host: imap.example.com
  user: tasks@example.com
  password_env: HANDOFF_PASSWORD
smtp:
  host: smtp.example.com
address:
  base: tasks@example.com
people:
  dana:
    name: Dana Reyes
    roles: [owner]
    addresses: [dana@example.com]
    zone: America/Los_Angeles
  bob:
    name: Bob
    roles: contractor
    addresses: [bob@example.net]
    zone: Europe/Berlin
"""

ENVIRON = {"HANDOFF_PASSWORD": "opensesame", "PATH": "/usr/bin:/bin"}


def spoilt(old: str, new: str) -> str:
    """The good config with one line changed, which must be there."""
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def with_line(section: str, line: str) -> str:
    """The good config with one more line at the top of a section."""
    head = f"{section}:\n"
    return GOOD.replace(head, f"{head}  {line}\n", 1) if head in GOOD else f"{GOOD}{head}  {line}\n"


def loaded(folder: Path, text: str, environ: Mapping[str, str] = ENVIRON) -> Config:
    file = folder / "config.yaml"
    file.write_text(text, encoding="utf-8")
    return load(file, environ)


def complaint(folder: Path, text: str) -> str:
    """What is said about a config that needs its writer."""
    try:
        loaded(folder, text)
    except ConfigError as error:
        return str(error)
    return ""
