"""One conversation played by real rounds against scripted servers, and what must
be true of it at the end, whatever happened on the way.

Stephanie gives Joy one task, which is asked about, answered, done, reviewed and
approved, and Ben another; a burst of machines' mail comes with them. People answer each letter once, by its
Message-ID, as people do who get a copy of a letter twice.
"""

import contextlib
from collections import Counter
from datetime import timedelta

from intake.ledgerkey import ledger_key
from intake.source import ServerAway
from tasks.letters import Filed, OutboxState
from tests.servers.served import Served
from tests.shell.office import Got

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
MACHINES = 10  # with the two tasks more than one FETCH takes
ROUNDS = 7
BEAT = timedelta(minutes=11)  # longer than an uncertain letter waits
WAIT = 0.02  # seconds of IDLE, or of its stand-in, before each round
OTHERS = (  # other people's mail in a shared mailbox, by its flags
    (),
    ("\\Seen",),
    ("\\Deleted", "\\Seen"),
)
SAYS = {  # who answers which letter, and how
    ("joy", "assignment"): "Which of the two sizes should I use?",
    ("stephanie", "question"): "The larger one, please.",
    ("joy", "relay"): "done",
    ("stephanie", "review"): "approve",
}
LETTERS = [  # what all of it brings to whom
    ("ben", "assignment"),
    ("stephanie", "receipt"),
    *(("joy", kind) for kind in ("assignment", "relay", "approved")),
    *(("stephanie", kind) for kind in ("receipt", "question", "review")),
]


class Play:
    """The people, and what they were sent."""

    def __init__(self, office: Served, machines: int = MACHINES) -> None:
        self.office = office
        self.got: list[Got] = []
        self.trouble: list[str] = []
        for n, flags in enumerate(OTHERS):
            raw = f"From: Ann <ann@a.test>\r\nTo: stephanie@example.com\r\nSubject: {n}\r\n\r\nHello\r\n"
            office.truth.deliver(raw.encode(), office.now, "INBOX", *flags)
        self.others = self._others()
        office.mail(STEPHANIE, "tasks+joy@example.com", "Logo", "Draw a logo by Friday.")
        office.mail(STEPHANIE, "tasks+ben@example.com", "Table", "Check the table by Friday.")
        for n in range(machines):
            office.mail(
                "cron@m.test", subject=f"Run {n}", body="done", headers="Auto-Submitted: auto-generated"
            )

    def _others(self) -> list[tuple[bytes, frozenset[str]]]:
        box = self.office.truth.picture("INBOX")
        return [(raw, flags) for _, raw, flags in box if b"To: stephanie@" in raw]

    def run(self, rounds: int = ROUNDS) -> "Play":
        for _ in range(rounds):
            self.step()
        return self

    def step(self) -> None:
        """A wait as the daemon has it, which may fail; time; a round; answers."""
        with contextlib.suppress(ServerAway):
            self.office.shop.source.wait(WAIT)
        self.office.now += BEAT
        for letter in self.office.letters():
            again = letter["Message-ID"] in {one["Message-ID"] for one in self.got}
            self.got.append(letter)
            words = SAYS.get((letter.to.partition("@")[0], letter.kind))
            if words and not again:
                self.office.reply(letter, words)
        self.trouble += self.office.did.trouble

    # what must be true

    def check(self, copies: int = 1, *, may_stay: bool = False) -> None:
        """All of it. `copies`: so often one letter may have been taken;
        `may_stay`: a mail may lie in the inbox still."""
        self._tasks_are_right()
        self._letters_are_right(copies)
        for raw in self.office.mailroom.raws:  # type: ignore[attr-defined]
            self._mail_is_right(raw, may_stay)
        assert self._others() == self.others
        self._commands_are_right()

    def _tasks_are_right(self) -> None:
        tasks = [(t.title, str(t.state)) for t in self.office.shop.store.tasks()]
        assert sorted(tasks) == [("Logo", "approved"), ("Table", "handed over")]

    def _letters_are_right(self, copies: int) -> None:
        rows = self.office.shop.store.outbox(limit=5000)
        assert {(row.to, row.state) for row in rows if row.state is not OutboxState.SENT} == set()
        bytes_of = {letter["Message-ID"]: letter.raw for letter in self.got}
        assert all(bytes_of[letter["Message-ID"]] == letter.raw for letter in self.got)
        times = Counter(letter["Message-ID"] for letter in self.got)
        assert set(times) == {row.message_id for row in rows}
        assert max(times.values()) <= copies
        first = {letter["Message-ID"]: letter for letter in self.got}.values()
        assert Counter((one.to.partition("@")[0], one.kind) for one in first) == Counter(LETTERS)

    def _mail_is_right(self, raw: bytes, may_stay: bool) -> None:
        """In exactly one folder, the one that the ledger names, and filed once."""
        row = self.office.shop.store.ledger(ledger_key(raw))
        if self.office.truth.lies_in(raw) == ["Elsewhere"]:
            return  # another client took it, perhaps before we saw it
        assert row is not None and row.filed in (Filed.TASK, Filed.REPLY, Filed.AUTOMATIC)
        stays = [["INBOX"]] if may_stay else []
        assert self.office.truth.lies_in(raw) in ([row.folder], *stays)

    def _commands_are_right(self) -> None:
        for line in (line.upper() for line in self.office.imap.log):
            assert not line.startswith(("EXPUNGE", "CLOSE", "DELETE", "RENAME")), line
            assert "BODY[" not in line and "SEEN" not in line, line
