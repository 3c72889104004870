"""What one mail costs on its way to the commit, against the bare parse.

    python -m bench.mail_cost

The same mail of 3.6 KB is parsed with the standard library alone (the floor),
read by our parser, read through the worker's pipe, and taken the whole road
(spool, guard, worker, sender, route, words, decide, letters, commit) as a new
task. Alternating, in one run; what counts is the ratios.
"""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from email import message_from_bytes
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.timing import Times, alternate, ratio, report
from config import load
from intake.mail import RawMail
from intake.parse import parse
from intake.worker import Worker
from shell.road import take
from shell.workshop import Workshop, open_workshop

ROUNDS, WARM = 150, 10
NOON = datetime(2026, 11, 30, 20, 0, tzinfo=UTC)
CONFIG = """
mailbox: {host: localhost, port: 1, security: none, user: tasks, password_env: PW}
smtp: {host: localhost, port: 1, security: none}
address: {base: tasks@example.com}
trust: {authserv_id: mx.example.com, dkim: no}
people:
  ann: {name: Ann Lee, roles: [owner], addresses: [ann@example.com], zone: America/Los_Angeles}
  joy: {name: Joy Cruz, roles: [contractor], addresses: [joy@example.net], zone: Asia/Manila}
"""
LINE = "Please call each person on the list, and write down what they say in the last column.\r\n"


def mail(number: int) -> bytes:
    """A task mail of about 3.6 KB, each with its own Message-ID."""
    head = (
        "Authentication-Results: mx.example.com; dmarc=pass header.from=example.com\r\n"
        "From: Ann Lee <ann@example.com>\r\nTo: tasks@example.com\r\n"
        f"Subject: Calldown {number}\r\nMessage-ID: <m{number}@example.com>\r\n"
        "Date: Mon, 30 Nov 2026 20:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    )
    return (head + LINE * 36 + "Due by Wednesday 5PM Pacific time.\r\n").encode()


Work = Callable[[int], object]


def road(shop: Workshop) -> Work:
    def work(number: int) -> None:
        row = take(shop, RawMail(mail(number), NOON))
        assert row is not None and row.filed == "task"

    return work


def timed(work: Work, first: int) -> Callable[[int], Callable[[], object]]:
    """The work made ready for a round: its mail has a number of its own."""
    return lambda i: lambda: work(first + i)


def main() -> int:
    floor, ours, piped, whole = (
        Times("standard library"),
        Times("our parser"),
        Times("through the worker"),
        Times("the whole road"),
    )
    with TemporaryDirectory(prefix="bench-") as folder:
        path = Path(folder) / "config.yaml"
        path.write_text(CONFIG, encoding="utf-8")
        shop, worker = open_workshop(load(path, {"PW": "x"}), lambda: NOON), Worker()
        works: list[tuple[Times, Work]] = [
            (floor, lambda i: message_from_bytes(mail(i)).get_payload(decode=True)),
            (ours, lambda i: parse(mail(i), NOON)),
            (piped, lambda i: worker.parse(mail(i), NOON)),
            (whole, road(shop)),
        ]
        alternate(WARM, *((Times("warm-up"), timed(work, 0)) for _, work in works))
        alternate(ROUNDS, *((times, timed(work, WARM)) for times, work in works))
        worker.close()
        shop.close()
    report((floor, ours, piped, whole))
    for times in (ours, piped, whole):
        print(f"{times.name} / {floor.name}: {ratio(times, floor):.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
