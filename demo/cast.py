"""Who takes part in the demo, and the config.yaml of their house.

The config is a real one: it is written to disk and read like any other.
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from demo.post import NAME, Account

MONDAY = datetime(2026, 11, 30, tzinfo=UTC).date()
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ADDRESS = "tasks@example.test"


@dataclass(frozen=True, slots=True)
class Player:
    """One person of the story. `place` is how the story names the zone."""

    user: str
    name: str
    address: str
    zone: str
    place: str
    roles: str

    @property
    def first(self) -> str:
        return self.name.partition(" ")[0]

    def local(self, moment: datetime) -> datetime:
        """The moment (aware) on this person's clock."""
        return moment.astimezone(ZoneInfo(self.zone))

    def at(self, when: str) -> datetime:
        """A moment of the demo's week as this person says it, such as
        "Tue 09:10" (aware UTC)."""
        day, _, clock = when.partition(" ")
        on = MONDAY + timedelta(days=DAYS.index(day))
        wall = datetime.combine(on, time.fromisoformat(clock), ZoneInfo(self.zone))
        return wall.astimezone(UTC)


PLAYERS: tuple[Player, ...] = (
    Player("stephanie", "Stephanie Miller", "stephanie@example.test", "America/Los_Angeles", "", "owner"),
    Player("joy", "Joy Santos", "joy@santos.example", "Asia/Manila", "Manila", "contractor"),
    Player("ben", "Ben Okafor", "ben@okafor.example", "America/New_York", "New York", "contractor"),
    Player("olivia", "Olivia Park", "olivia@example.test", "America/Los_Angeles", "", "owner"),
)
BY_USER = {p.user: p for p in PLAYERS}
BY_ADDRESS = {p.address: p for p in PLAYERS}
OWNER = PLAYERS[0]

CONFIG = """\
# The config of the demo: written anew by each `./run demo`. For your own mailbox
# copy config.example.yaml, which explains every line.

mailbox: {{host: {host}, port: {imap}, security: none, user: tasks, password_file: password.txt}}
smtp: {{host: {host}, port: {smtp}, security: none}}
address: {{base: {address}}}
people:
{people}
defaults: {{escalate_to: olivia}}
backup: {{every_hours: 0}}
trust: {{authserv_id: {server}, dkim: no}}
log: {{file: handoff.log}}
"""
PERSON = "  {p.user}: {{name: {p.name}, roles: [{p.roles}], addresses: [{p.address}], zone: {p.zone}}}"


def config_text(host: str, imap_port: int, smtp_port: int) -> str:
    """The demo's config.yaml, with password.txt beside it."""
    people = "\n".join(PERSON.format(p=p) for p in PLAYERS)
    return CONFIG.format(
        host=host, imap=imap_port, smtp=smtp_port, address=ADDRESS, people=people, server=NAME
    )


def accounts() -> tuple[Account, ...]:
    """A mailbox for the house and one for each person, with fresh passwords."""
    everybody = [("tasks", ADDRESS), *((p.user, p.address) for p in PLAYERS)]
    return tuple(Account(user, secrets.token_urlsafe(6), address) for user, address in everybody)
