"""Who lives in the simulated house: owners and contractors in ten zones, some
with hours and holidays of their own."""

from dataclasses import dataclass
from datetime import date, time

from tests.simulation.almanac import Almanac

CHIEF = "chief"  # hears of what is very late, has no tasks


@dataclass(frozen=True)
class Actor:
    key: str
    zone: str
    owner: bool = False
    days: str = "Mon-Fri"
    opens: time = time(9)
    closes: time = time(17)
    holidays: tuple[date, ...] = ()

    @property
    def address(self) -> str:
        return f"{self.key}@{'example.com' if self.owner else 'example.net'}"

    def almanac(self, first: date, last: date) -> Almanac:
        weekdays = {"Mon-Fri": range(5), "Sun-Thu": (6, 0, 1, 2, 3), "Mon-Sun": range(7)}[self.days]
        return Almanac(
            self.zone,
            first,
            last,
            weekdays=frozenset(weekdays),
            opens=self.opens,
            closes=self.closes,
            holidays=frozenset(self.holidays),
        )

    def line(self) -> str:
        """The person's line in config.yaml."""
        role, off = "owner" if self.owner else "contractor", ", ".join(str(day) for day in self.holidays)
        hours = f"{{days: {self.days}, from: {self.opens:%H:%M}, to: {self.closes:%H:%M}}}"
        return (
            f"  {self.key}: {{name: {self.key.title()}, roles: [{role}], addresses: [{self.address}], "
            f"zone: {self.zone}, hours: {hours}, holidays: [{off}]}}"
        )


ZONES = (
    "America/Los_Angeles",
    "America/New_York",
    "Europe/London",
    "Europe/Berlin",
    "Asia/Kolkata",
    "Asia/Manila",
    "Australia/Sydney",
    "Pacific/Auckland",
)
OWNERS = tuple(
    Actor(key, zone, owner=True)
    for key, zone in zip(
        ("lara", "nina", "lois", "berta", "kavi", "mara", "sina", "aroha"), ZONES, strict=True
    )
)
CONTRACTORS = (
    *(
        Actor(key, zone)
        for key, zone in zip(("luis", "ned", "leo", "bert", "kim", "mick", "sid", "ari"), ZONES, strict=True)
    ),
    Actor("hope", "Australia/Lord_Howe", opens=time(13), closes=time(19)),
    Actor("nepa", "Asia/Kathmandu", days="Sun-Thu", holidays=(date(2026, 10, 20), date(2026, 10, 21))),
)
ACTORS = {a.key: a for a in (*OWNERS, *CONTRACTORS, Actor(CHIEF, "Europe/London", owner=True))}

CONFIG = """
mailbox: {{host: localhost, port: 1, security: none, user: tasks, password_env: PW}}
smtp: {{host: localhost, port: 1, security: none}}
address: {{base: tasks@example.com}}
trust: {{authserv_id: mx.example.com, dkim: no, key_file: the.key}}
people:
{people}
defaults: {{escalate_to: {chief}}}
store: {{min_free_mb: 0}}
backup: {{every_hours: 0}}
digest: {{at: "{digest:%H:%M}"}}
"""


def config(digest: time = time(7, 30), actors: tuple[Actor, ...] = tuple(ACTORS.values())) -> str:
    people = "\n".join(actor.line() for actor in actors)
    return CONFIG.format(people=people, chief=CHIEF, digest=digest)
