"""The daemon looks at the very moment the clock has something to do, however
seldom it looks for mail."""

import threading
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from shell.working import work
from tests.shell.office import CONFIG, Mailroom, Office, at, got

SELDOM = CONFIG.replace("password_env: PW}", "password_env: PW, poll_seconds: 3600}")


@dataclass
class Waiting(Mailroom):
    """A mailbox to which no mail comes: waiting for it only moves the clock."""

    office: Office | None = None
    stop: threading.Event | None = None
    waits: int = 0

    def wait(self, seconds: float) -> bool:
        assert self.office is not None and self.stop is not None
        self.waits += 1
        self.office.now += timedelta(seconds=seconds)
        if self.office.now >= at(2026, 12, 1, 17, 30) or self.waits > 2000:
            self.stop.set()
        return False


def test_reminder_does_not_wait_for_the_next_look_at_the_mailbox(tmp_path: Path) -> None:
    office = Office(tmp_path, SELDOM, one_process=True)
    body = "Do it. Due by Wednesday noon Eastern time."
    office.mail("Stephanie <stephanie@example.com>", "tasks+ben@example.com", "Job", body)
    office.letters()
    room = Waiting(office.mailroom.folders, office=office, stop=threading.Event())
    office.shop.source = room
    assert room.stop is not None
    work(office.shop, room.stop)
    dates = {x.kind: x["Date"] for x in [got(*kept) for kept in office.box.kept]}
    assert dates["reminder"].startswith("Tue, 01 Dec 2026 14:00")  # 09:00 in New York
    assert room.waits < 400  # an IDLE round of five minutes each, not a wait of a second
    office.close()
