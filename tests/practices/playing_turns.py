"""Plays the conversations of turns/*.txt in an office, and asks whose turn it is.

The format stands in turns/README.md. The clock goes in half hours, with a
round at each, so that the letters of the clock come as they would.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from tasks.turns import asked_of_contractor, asked_of_owner, turn, waits_since
from tests.hostile.returned import report
from tests.shell.office import MONDAY, Got, Office, at

HERE = Path(__file__).parent / "turns"
OURS = "tasks@example.com"
PEOPLE = {
    "Stephanie": "Stephanie Miller <stephanie@example.com>",
    "Joy": "Joy Santos <joy@example.net>",
    "Ben": "Ben Okafor <ben@example.org>",
    "Olivia": "Olivia Miller <olivia@example.com>",
    "Client": "Carl Client <client@client.example>",
}
BRIEF = "Call each person on the list.\nDue Friday 11 December, 5PM Pacific time."
FORWARD = """

---------- Forwarded message ---------
From: Carl Client <client@client.example>
Date: Tue, Dec 1, 2026 at 9:00 AM
Subject: The scripts
To: <stephanie@example.com>

Take the second one, please.
"""
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MOMENT = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(2?) (\d\d):(\d\d)")
_STEP = re.compile(
    rf"({_MOMENT.pattern}) (?P<who>[Tt]he \w+|\w+) (?P<does>[^:]+?)(?:: (?P<words>.*))?$", re.DOTALL
)


def moment(text: str) -> datetime:
    """ "Tue 02:00" in the week of the conversations, as aware UTC."""
    found = _MOMENT.match(text)
    assert found, text
    day, week, hour, minute = found.groups()
    days = DAYS.index(day) + 7 * bool(week)
    return at(2026, 11, 30, int(hour), int(minute)) + timedelta(days=days)


@dataclass(frozen=True)
class Said:
    at: datetime
    who: str
    does: str
    words: str


@dataclass(frozen=True)
class Ends:
    """Whose turn, since when ("" where nobody waits), and the open questions."""

    turn: str
    since: str
    asked: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Conversation:
    name: str
    said: tuple[Said, ...]
    ends: Ends


def conversations() -> Iterator[Conversation]:
    for path in sorted(HERE.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("== ")[1:]:
            yield _read(re.sub(r"\n\| ?", "\x00", block.strip()).split("\n"))


def _read(lines: list[str]) -> Conversation:
    said = [_said(line.replace("\x00", "\n")) for line in lines[1:] if line and line[:2] not in ("=>", "? ")]
    ends = next(line for line in lines if line.startswith("=> "))[3:]
    asked = [line[2:].partition(": ") for line in lines if line.startswith("? ")]
    whose, _, since = ends.partition(" since ")
    whole = Ends(whose.replace("third party", "third-party"), since, tuple((by, q) for by, _, q in asked))
    return Conversation(lines[0], tuple(said), whole)


def _said(line: str) -> Said:
    found = _STEP.match(line)
    assert found, line
    return Said(moment(found[1]), found["who"], found["does"], found["words"] or "")


@dataclass
class Player:
    """One conversation in one office."""

    office: Office
    got: dict[tuple[str, str], Got] = field(default_factory=dict)
    latest: str = ""  # the newest mail of a joined thread
    present: list[str] = field(default_factory=list)

    def play(self, told: Conversation) -> Ends:
        for said in told.said:
            self._wait(said.at)
            self._do(said)
            self._round()
        return self._found(told)

    def _wait(self, until: datetime) -> None:
        half = timedelta(minutes=30)
        while self.office.now < until:
            minutes = timedelta(minutes=self.office.now.minute % 30)
            self.office.now = min(self.office.now - minutes + half, until)
            self._round()

    def _round(self) -> None:
        for letter in self.office.letters():
            who = letter.to.partition("@")[0].title()
            self.got[who, letter.kind] = letter
            self.got.setdefault((who, f"first {letter.kind}"), letter)

    def _do(self, said: Said) -> None:
        does = said.does.split()
        if does[0] == "opens":
            to = "tasks+nobody@example.com" if "nobody" in does else "tasks+joy@example.com"
            self.office.mail(PEOPLE[said.who], to, "Calldown", said.words or BRIEF)
        elif does[0] == "joins":
            self.present = [PEOPLE["Joy"], *(PEOPLE[name] for name in does[2:])]
            copied = ", ".join([OURS, *self.present[1:]])
            self.latest = self.office.mail(
                PEOPLE[said.who], self.present[0], "Calldown", said.words, cc=copied
            )
            self.present.append(PEOPLE[said.who])
        elif does[0] == "answers":
            words = said.words + (FORWARD if "forward" in does else "")
            kind = " ".join(does[1:3]) if does[1] == "first" else does[1]
            self.office.reply(self.got[said.who, kind], words, sender=PEOPLE[said.who])
        elif does[0] == "writes":
            self._write(said)
        elif does[0] == "bounces":
            raw = report(self.got["Joy", "assignment"]["Message-ID"])
            self.office.mailroom.put(raw, self.office.now)

    def _write(self, said: Said) -> None:
        """To all of a joined thread; alone, to the address of the owner's question."""
        me = PEOPLE[said.who]
        if said.does == "writes":
            letter = self.got["Stephanie", "question"]
            self.office.mail(me, letter.reply_to, letter.subject, said.words, answers=letter)
            return
        others = ", ".join(address for address in self.present if address != me)
        self.latest = self.office.mail(me, others, "Re: Calldown", said.words, cc=OURS, answers=self.latest)

    def _found(self, told: Conversation) -> Ends:
        store = self.office.shop.store
        task = store.task(1)
        assert task is not None, told.name
        asked = asked_of_owner(task) + asked_of_contractor(task)
        since = waits_since(task, tuple(store.history(1)))
        return Ends(turn(task), _day(since), _open(told.ends.asked, [(q.by, q.text) for q in asked]))


def _day(since: datetime | None) -> str:
    if since is None:
        return ""
    week = "2" if since >= MONDAY.replace(hour=0, minute=0) + timedelta(days=7) else ""
    return f"{DAYS[since.weekday()]}{week} {since:%H:%M}"


def _open(wanted: tuple[tuple[str, str], ...], found: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The open questions, each as the piece that the conversation names it by."""
    named = [(by, next((q for who, q in wanted if who == by and q in text), text)) for by, text in found]
    return tuple(sorted(named, key=lambda each: (wanted.index(each) if each in wanted else 99, each)))
