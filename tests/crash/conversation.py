"""A week of a small house, in stages: what people write before each start of
the daemon, and what each of their mails has to become.

Everything in it is fixed (moments, words, Message-IDs), so that two plays of
it differ only by where the daemon was killed.
"""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from shell.keys import load_keys
from store.reader import open_reader
from tasks.evolve import evolve
from tests.crash.postoffice import Accepted, PostOffice
from tests.crash.roads import Road
from wire.tokens import Purpose, mint, sign, tagged

CONFIG = """
mailbox: {mailbox}
smtp: {{host: 127.0.0.1, port: {smtp}, security: none, user: ""}}
address: {{base: tasks@example.com}}
trust: {{authserv_id: mx.example.com, dkim: no}}
people:
  stephanie: {{name: Stephanie Miller, roles: [owner], addresses: [stephanie@example.com],
    zone: America/Los_Angeles}}
  joy: {{name: Joy Santos, roles: [contractor], addresses: [joy@example.net], zone: Asia/Manila}}
  ben: {{name: Ben Okafor, roles: [contractor], addresses: [ben@example.org], zone: America/New_York}}
defaults: {{escalate_to: stephanie}}
store: {{path: {store}, min_free_mb: 0}}
backup: {{every_hours: 0}}
log: {{file: {log}}}
"""
STEPHANIE, JOY, BEN = "stephanie@example.com", "joy@example.net", "ben@example.org"
REGISTERED = frozenset({STEPHANIE, JOY, BEN})
TASKS = "tasks@example.com"
SECRET = "Tr0ub4dor-and-3"  # in the brief of a task: law L12
# Words that only one contractor may read: those of their own tasks.
OWN_WORDS = {JOY: ("fence", "gate", "roof"), BEN: ("list", "shed")}
REPORT = (
    "--b\nContent-Type: text/plain\n\nIt did not arrive.\n--b\nContent-Type: message/delivery-status\n\n"
    "Reporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; ben@example.org\nAction: failed\n"
    "Status: 5.1.1\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: {}\n--b--"
)
ATTACHED = (
    "--b\nContent-Type: text/plain\n\n{}\n--b\nContent-Type: text/csv; name=list.csv\n"
    "Content-Disposition: attachment; filename=list.csv\n\nname,phone\nAda,1\n--b--"
)


@dataclass(frozen=True, slots=True)
class Delivered:
    """A mail as it was delivered, and what it must be at rest: of one `kind`
    (law L1), of task `task` (laws L2, L3; 0: of none)."""

    raw: bytes
    kind: str
    task: int = 0


@dataclass
class World:
    """One play: its post office, its folder, the road of its mail, and all
    mail delivered so far."""

    office: PostOffice
    folder: Path
    road: Road
    delivered: list[Delivered] = field(default_factory=list)

    @property
    def store(self) -> Path:
        return self.folder / "store" / "handoff.db"

    @property
    def log(self) -> Path:
        return self.folder / "handoff.log"

    def write_config(self, imap: int, smtp: int) -> None:
        mailbox = self.road.section(imap)
        places = {"mailbox": mailbox, "smtp": smtp, "store": self.folder / "store", "log": self.log}
        (self.folder / "config.yaml").write_text(CONFIG.format(**places), encoding="utf-8")

    def deliver(self, raw: bytes, at: datetime, kind: str, task: int = 0) -> None:
        self.road.deliver(raw, at)
        self.delivered.append(Delivered(raw, kind, task))

    def becomes(self, subject: str, kind: str, task: int) -> None:
        """From now on a mail of this Subject has to be something else."""
        field = f"\r\nSubject: {subject}\r\n".encode()
        self.delivered = [Delivered(d.raw, kind, task) if field in d.raw else d for d in self.delivered]

    def secret_address(self) -> str:
        """Stephanie's, as `check` shows it."""
        ring = load_keys(self.store.with_name("secret.key"))
        return tagged(TASKS, sign(mint(Purpose.OWNER, "stephanie", ring), ring))

    def letter(self, kind: str, to: str, task: int = 0) -> Accepted:
        """The newest letter of this kind to this address."""
        found = [a for a in self.office.copy().accepted if a.to == to and a.field("X-Handoff-Letter") == kind]
        if task:
            found = [a for a in found if a.field("X-Handoff-Task") == f"T-{task}"]
        assert found, f"no {kind} to {to} about T-{task}"
        return found[-1]


@dataclass(frozen=True, slots=True)
class Stage:
    """`write` is what people do before `at`, when the daemon starts with `words`."""

    name: str
    at: datetime
    write: Callable[[World, datetime], None]
    words: tuple[str, ...] = ("once",)


def mail(
    sender: str,
    to: str,
    subject: str,
    body: str,
    mid: str,
    at: datetime,
    *,
    head: str = "",
    proof: str = "pass",
) -> bytes:
    """A mail as it lies in the mailbox: what our own server found is on top."""
    domain = sender.rpartition("@")[2].rstrip(">")
    lines = [f"Authentication-Results: mx.example.com; dmarc={proof} header.from={domain}"] if proof else []
    lines += [f"From: {sender}", f"To: {to}", f"Subject: {subject}", f"Message-ID: <{mid}@client.example>"]
    lines += [f"Date: {at:%a, %d %b %Y %H:%M:%S} +0000", *([head] if head else []), "MIME-Version: 1.0"]
    if "Content-Type" not in head:
        lines.append("Content-Type: text/plain; charset=utf-8")
    return ("\r\n".join(lines) + "\r\n\r\n" + body.replace("\n", "\r\n") + "\r\n").encode()


def answer(letter: Accepted, body: str, mid: str, at: datetime, *, head: str = "") -> bytes:
    """A reply as a mail client writes it, to the letter's Reply-To."""
    references = f"{letter.field('References')} {letter.message_id}".strip()
    threads = f"In-Reply-To: {letter.message_id}\r\nReferences: {references}"
    head = f"{threads}\r\n{head}" if head else threads
    to = letter.field("Reply-To") or TASKS
    return mail(letter.to, to, f"Re: {letter.field('Subject')}", body, mid, at, head=head)


def _nothing(world: World, at: datetime) -> None:
    """The first start finds an empty mailbox."""


def _tasks(world: World, at: datetime) -> None:
    """Three tasks, one of them twice and one under another's Message-ID; mail
    that waits quietly, and mail that its owner is asked about."""
    fence = mail(STEPHANIE, "tasks+joy@example.com", "Fence", "Paint the fence by Friday 5pm.", "fence", at)
    world.deliver(fence, at, "task", task=1)
    world.deliver(fence, at, "task", task=1)
    csv = "Content-Type: multipart/mixed; boundary=b"
    calls = ATTACHED.format(f"Call everybody on the list by Thursday. The password: {SECRET}")
    world.deliver(
        mail(STEPHANIE, "tasks+ben@example.com", "Calls", calls, "calls", at, head=csv), at, "task", task=2
    )
    gate = mail(STEPHANIE, "tasks+joy@example.com", "Gate", "Oil the gate by Tuesday.", "fence", at)
    world.deliver(gate, at, "task", task=3)
    world.deliver(mail("eve@evil.example", TASKS, "Offer", "Buy this.", "eve", at), at, "held")
    roof = mail(STEPHANIE, "tasks+joy@example.com", "Roof", "Mend the roof.", "roof", at, proof="")
    world.deliver(roof, at, "held")


def _answers(world: World, at: datetime) -> None:
    """People take the work on, ask, and are away; one letter comes back."""
    first = world.letter("assignment", JOY, 1)
    text = "accept\n\nWhich colour should it have?"
    world.deliver(answer(first, text, "joy-1", at), at, "reply", task=1)
    second = world.letter("assignment", BEN, 2)
    away = "Auto-Submitted: auto-replied\r\nReturn-Path: <>"
    world.deliver(answer(second, "I am away.", "ben-away", at, head=away), at, "automatic")
    report = "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\nReturn-Path: <>"
    words = REPORT.format(second.message_id)
    came_back = mail(
        "MAILER-DAEMON@example.org", TASKS, "Undelivered", words, "dsn", at, head=report, proof=""
    )
    world.deliver(came_back, at, "bounce")
    world.deliver(answer(second, "accept", "ben-1", at), at, "reply", task=2)


def _colour(world: World, at: datetime) -> None:
    """The owner answers the question, and says yes to the mail that was asked about."""
    world.deliver(
        answer(world.letter("question", STEPHANIE, 1), "Blue, please.", "blue", at), at, "reply", task=1
    )
    world.deliver(answer(world.letter("confirm", STEPHANIE), "yes", "yes-roof", at), at, "order")
    world.becomes("Roof", "task", 4)


def _done(world: World, at: datetime) -> None:
    """Work is done, with a file; another asks; the command line left a word."""
    csv = "Content-Type: multipart/mixed; boundary=b"
    relay = world.letter("relay", JOY, 1)
    world.deliver(answer(relay, ATTACHED.format("done"), "joy-2", at, head=csv), at, "reply", task=1)
    second = world.letter("assignment", BEN, 2)
    world.deliver(answer(second, "question: which list?", "ben-2", at), at, "reply", task=2)
    with closing(open_reader(world.store, evolve)) as store:
        eve = next(h.number for h in store.held_rows() if h.address == "eve@evil.example")
        store.leave_order({"word": "drop", "held": str(eve)}, at)


def _approved(world: World, at: datetime) -> None:
    """The owner approves, and sends tasks that are not proven: one for the
    command line, one to the secret address, which others see. Ben writes from
    home, which knocks."""
    world.deliver(answer(world.letter("review", STEPHANIE, 1), "approve", "yes", at), at, "reply", task=1)
    shed = mail(STEPHANIE, "tasks+ben@example.com", "Shed", "Clear the shed.", "shed", at, proof="")
    world.deliver(shed, at, "held")
    seen = mail(
        STEPHANIE,
        world.secret_address(),
        "Sink",
        "For: Joy\nMend the sink.",
        "sink",
        at,
        proof="",
        head="Cc: mum@family.example",
    )
    world.deliver(seen, at, "held")
    second = world.letter("assignment", BEN, 2)
    home = mail("Ben <ben@home.example>", second.field("Reply-To"), "Re: Calls", "60%", "ben-home", at)
    world.deliver(home, at, "held")


def _by_hand(world: World, at: datetime) -> None:
    """What was asked about is let in by the command line."""
    world.becomes("Shed", "task", 5)


MONDAY = datetime(2026, 11, 30, 17, 0, tzinfo=UTC)  # 09:00 in Los Angeles


def _at(hours: float) -> datetime:
    return MONDAY + timedelta(hours=hours)


STAGES: tuple[Stage, ...] = (
    Stage("the first start", _at(0), _nothing),
    Stage("tasks come in", _at(0.5), _tasks),
    Stage("people answer", _at(1), _answers),
    Stage("the owner answers", _at(1.5), _colour),
    Stage("work is done", _at(2), _done),
    Stage("work is approved", _at(2.5), _approved),
    Stage("held mail is passed on by hand", _at(3), _by_hand, ("held", "pass-on", "H-3")),
    Stage("the digest of a morning", _at(22.75), _nothing),
    Stage("reminders and what is late", _at(7 * 24 + 6), _nothing),
)
