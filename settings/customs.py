"""The sections that say how the house works: defaults, reminders, digest,
folders, store, backup, retention, log. All of them may be left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path

from settings.faults import Fault
from settings.folks import locale
from settings.readers import choice, clock, flag, number, path, scalar, several, span, working_time
from settings.sections import Where, key
from settings.zones import zone
from tasks.letters import Filed

_key_of_person = scalar(
    lambda word: word if word else None, "the key of a person", "The name before the colon."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What holds where nobody said otherwise. `zone` None: every person names
    their own. The two counts are working days of the owner; 0 is never."""

    zone: str | None = key(zone, None)
    locale: str = key(locale, "en-US")
    due_time: time = key(clock, time(17, 0))
    relay: str = key(choice("digest", "all"), "digest")
    approve_after: int = key(number(0, 60), 3)
    proposal_holds_after: int = key(number(1, 60), 2)
    share_owner_address: bool = key(flag, True)
    escalate_to: str = key(_key_of_person, "")
    summary: str = key(choice("weekly", "daily", "none"), "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenReminders:
    """The ladder, in working time of the person who owes; 0 is off."""

    before_days: int = key(number(0, 30), 1)
    before: timedelta = key(working_time, timedelta(hours=2))
    late: timedelta = key(working_time, timedelta(hours=4))
    escalate: timedelta = key(working_time, timedelta(hours=24))
    answer_days: tuple[int, ...] = key(several(number(1, 30)), (1, 2))
    probe: bool = key(flag, True)
    always_in_time: int = key(number(0, 5), 5)


def check_reminders(part: WrittenReminders, where: Where) -> Iterator[Fault]:
    """Two words to an owner who owes an answer; a third would be a nag."""
    if len(part.answer_days) > 2 or list(part.answer_days) != sorted(set(part.answer_days)):
        sentence = f"{where.name}.answer_days must be one or two days, the earlier first."
        yield where.fault("answer_days", sentence, "For example [1, 2].")


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """When the owner's digest comes, and how late it still comes after an outage."""

    at: time = key(clock, time(7, 30))
    grace: timedelta = key(span, timedelta(hours=12))


def folder_form(written: str) -> str | None:
    """A folder pattern as it may stand: parts between slashes, none of them
    empty, no sign that IMAP's LIST reads as a wildcard; None if it is none."""
    plain = written.replace("{person}", "x")
    parts_good = all(part.strip() == part != "" for part in plain.split("/"))
    return written if plain.isprintable() and parts_good and not re.search(r'[{}%*"\\]', plain) else None


_pattern = scalar(
    folder_form,
    "a folder of the mailbox",
    "Parts between slashes; {person} is the contractor's name: Handoff/{person}",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where each kind of mail lies once it is filed. A `/` parts folders here,
    whatever the server's own sign is. A duplicate lies beside its twin."""

    task: str = key(_pattern, "Handoff/{person}")
    reply: str = key(_pattern, "Handoff/{person}")
    order: str = key(_pattern, "Handoff/{person}")
    note: str = key(_pattern, "Handoff/Notes")
    held: str = key(_pattern, "Handoff/Held")
    automatic: str = key(_pattern, "Handoff/Automatic")
    bounce: str = key(_pattern, "Handoff/Automatic")

    def of(self, filed: Filed, person: str = "") -> str:
        """The folder of a mail of this kind. `person` is the contractor's name;
        mail that names no contractor lies with the notes. A duplicate, whose
        twin the caller knows, has none of its own: ""."""
        pattern: str = "" if filed is Filed.DUPLICATE else getattr(self, filed.value)
        if "{person}" in pattern and not _label(person):
            pattern = self.note
        return pattern.replace("{person}", _label(person) or "Nobody")


def _label(name: str) -> str:
    """A name as one part of a folder: no sign that servers part folders by."""
    return " ".join(re.sub(r'[/.\\%*"{}~^&#\x00-\x1f\x7f]', " ", name).split())[:60]


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """Where everything is kept that must not be forgotten. `path` None is
    handoff-data beside the config. With less than `min_free_mb` (2**20 octets)
    left on its disk, no new mail is taken in."""

    path: Path | None = key(path, None)
    min_free_mb: int = key(number(0, 1_000_000), 200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """Copies of the store while it works. `folder` None is backups in the store;
    `every_hours` 0 makes none. The others are how many of each stay."""

    folder: Path | None = key(path, None)
    every_hours: int = key(number(0, 168), 1)
    keep_hourly: int = key(number(1, 168), 24)
    keep_daily: int = key(number(0, 366), 7)
    keep_weekly: int = key(number(0, 104), 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """How long mail stays on the disk, in days; 0 is for ever. Nothing of an
    open task is ever removed."""

    held_days: int = key(number(0, 3650), 90)
    mail_days: int = key(number(0, 36500), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """What is written down while it works. `file` None is the terminal."""

    level: str = key(choice("debug", "info", "warning"), "info")
    file: Path | None = key(path, None)


def check_folders(part: Folders, where: Where) -> Iterator[Fault]:
    """What names no contractor goes to the notes, so those cannot name one."""
    for word in ("note", "held", "automatic", "bounce"):
        if "{person}" in getattr(part, word):
            sentence = f"{where.name}.{word} has {{person}}, but such mail may concern nobody."
            yield where.fault(word, sentence, "Leave {person} out there.")
