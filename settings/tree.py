"""The whole config, as the daemon carries it: frozen, checked, complete."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from settings.customs import (
    Backup,
    Defaults,
    Digest,
    Folders,
    Log,
    Retention,
    Store,
    WrittenReminders,
    check_folders,
    check_reminders,
)
from settings.faults import ConfigError, Fault
from settings.folks import WrittenPerson, check_people, people
from settings.readers import existing_folder, flag
from settings.secret import Secret
from settings.sections import Where, key, section
from settings.servers import (
    REFUSED,
    Address,
    Mailbox,
    Smtp,
    Trust,
    check_folders_apart,
    check_mailbox_password,
    check_one_mailbox,
    check_one_password,
    check_security,
)
from tasks.people import House

_mailbox = section(
    Mailbox,
    check_one_mailbox,
    check_security,
    check_one_password,
    check_mailbox_password,
    check_folders_apart,
    refused=REFUSED,
)
_smtp = section(Smtp, check_security, check_one_password, refused=REFUSED)
COMPARE = "Compare with config.example.yaml."


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """All of config.yaml. Paths are absolute or from the working folder, times
    are wall times, names are checked. `house` is the same people and rules as
    the core sees them."""

    mailbox: Mailbox = key(_mailbox, hint=COMPARE)
    smtp: Smtp = key(_smtp, hint=COMPARE)
    address: Address = key(section(Address), hint=COMPARE)
    trust: Trust = key(section(Trust), Trust())
    people: Mapping[str, WrittenPerson] = key(people, hint=COMPARE)
    defaults: Defaults = key(section(Defaults), Defaults())
    reminders: WrittenReminders = key(section(WrittenReminders, check_reminders), WrittenReminders())
    digest: Digest = key(section(Digest), Digest())
    folders: Folders = key(section(Folders, check_folders), Folders())
    store: Store = key(section(Store), Store())
    backup: Backup = key(section(Backup), Backup())
    retention: Retention = key(section(Retention), Retention())
    log: Log = key(section(Log), Log())
    templates: Path | None = key(existing_folder, None)
    simulation: bool = key(flag, False)
    file: Path = Path("config.yaml")
    house: House = House({})

    @property
    def store_path(self) -> Path:
        """The folder of the store."""
        return self.store.path or self.file.parent / "handoff-data"

    @property
    def backup_path(self) -> Path:
        """The folder of the backups."""
        return self.backup.folder or self.store_path / "backups"

    @property
    def key_file(self) -> Path:
        """The key that signs tokens and Message-IDs; made at the first start."""
        return self.trust.key_file or self.store_path / "secret.key"

    def secrets(self) -> tuple[Secret, Secret]:
        """Fetch the passwords for mailbox and smtp now. Raises ConfigError
        that names both where both are missing."""
        fetched: list[Secret] = []
        faults: list[Fault] = []
        for source in dict.fromkeys((self.mailbox.password, self.smtp.password)):
            try:
                fetched.append(source.fetch() if source.name else Secret(""))
            except ConfigError as error:
                faults += error.faults
        if faults:
            raise ConfigError(faults)
        return fetched[0], fetched[-1]


def check_whole(part: Config, where: Where) -> Iterator[Fault]:
    """What only shows when the sections are seen side by side."""
    yield from check_people(part.people, part.address.base, where)
    yield from _check_zones(part, where)
    chosen = part.defaults.escalate_to
    if chosen and chosen not in part.people:
        sentence = f"defaults.escalate_to is {chosen}, who is not among people."
        yield where.fault("defaults.escalate_to", sentence, f"Known: {', '.join(part.people)}.")


def _check_zones(part: Config, where: Where) -> Iterator[Fault]:
    for word, person in part.people.items():
        if not (person.zone or part.defaults.zone):
            sentence = f"people.{word} has no zone, and defaults.zone does not name one."
            fix = "Without it 17:00 means nothing: name one, for example America/Los_Angeles."
            yield where.fault(f"people.{word}", sentence, fix)


whole = section(Config, check_whole)
