"""One exchange of tests/language/cases/exchanges.txt: read, played, judged.

How things stood is reached as people reach it: by mails and by time. Then the
words are written, and each check looks at what followed.
"""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from tasks import events as e
from tasks.model import Task
from tasks.turns import turn
from tests.shell.office import Got, Office, at

CASES = Path(__file__).parent.parent / "language" / "cases" / "exchanges.txt"
CONFIG = """
mailbox: {host: localhost, port: 1, security: none, user: tasks, password_env: PW}
smtp: {host: localhost, port: 1, security: none}
address: {base: tasks@example.com}
trust: {authserv_id: mx.example.com, dkim: no}
people:
  stephanie: {name: Stephanie Miller, roles: [owner], addresses: [stephanie@example.com],
    zone: America/Los_Angeles}
  henrik: {name: Henrik Brandt, roles: [owner], addresses: [henrik@example.com], zone: Europe/Berlin,
    locale: de-DE}
  claire: {name: Claire Dubois, roles: [owner], addresses: [claire@example.com], zone: Europe/Paris,
    locale: fr-FR}
  joy: {name: Joy Santos, roles: [contractor], addresses: [joy@example.net], zone: Asia/Manila}
  ben: {name: Ben Okafor, roles: [contractor], addresses: [ben@example.net], zone: Africa/Lagos}
  priya: {name: Priya Nair, roles: [contractor], addresses: [priya@example.net], zone: Asia/Kolkata}
  marisol: {name: Marisol Rojas, roles: [contractor], addresses: [marisol@example.net],
    zone: America/Bogota, locale: es-CO}
  ana: {name: Ana Sousa, roles: [contractor], addresses: [ana@example.net], zone: Europe/Lisbon,
    locale: pt-PT}
  luc: {name: Luc Martin, roles: [contractor], addresses: [luc@example.net], zone: Europe/Paris,
    locale: fr-FR}
  tom: {name: Tom Hughes, roles: [contractor], addresses: [tom@example.net], zone: Europe/London,
    locale: en-GB}
"""
OWNERS = frozenset({"stephanie", "henrik", "claire"})
BRIEF = "Please call the twenty people on the list."
DUE = "Due: Wednesday 5pm"
REACTION = """--v
Content-Type: text/plain; charset=utf-8

{0}
--v
Content-Type: text/vnd.google.email-reaction+json; charset=utf-8

{{"emoji": "{0}", "version": 1}}
--v--"""
_SPEECH = re.compile(r"(\w+)( reacts| inline)?")


@dataclass
class Row:
    """A block of the file: who answers what, in which words, and the checks."""

    name: str
    at: str = ""
    lead: str = ""
    owner: str = "stephanie"
    who: str = ""
    brief: str = BRIEF
    speaker: str = ""
    manner: str = ""
    words: str = ""
    checks: list[str] = field(default_factory=list)

    @property
    def contractor(self) -> str:
        return self.who or ("joy" if self.speaker in OWNERS else self.speaker)


def rows(text: str) -> list[Row]:
    """The blocks of the file, in its order."""
    return [_row(block) for block in re.split(r"^(?=\[)", text, flags=re.MULTILINE)[1:]]


def _row(block: str) -> Row:
    lines = block.splitlines()
    row = Row(lines[0].partition("]")[0].lstrip("["))
    for key, value in _fields(lines[1:]):
        if key == "then":
            row.checks.append(value)
        elif key in {"at", "lead", "owner", "who", "brief"}:
            setattr(row, key, value)
        else:
            said = _SPEECH.fullmatch(key)
            assert said, f"{row.name}: {key}"
            row.speaker, row.manner, row.words = said[1], (said[2] or "").strip(), value
    return row


def _fields(lines: list[str]) -> list[tuple[str, str]]:
    """`key: value`, with lines that begin with two blanks as its continuation."""
    found: list[tuple[str, str]] = []
    for line in lines:
        if line.startswith("  "):
            found[-1] = (found[-1][0], f"{found[-1][1]}\n{line[2:]}")
        elif line.strip() and not line.startswith("#"):
            key, _, value = line.partition(": ")
            found.append((key, value))
    return found


class Scene:
    """An office where one row is played. `number` is its task."""

    def __init__(self, office: Office, row: Row) -> None:
        self.office, self.row = office, row
        self.number = office.shop.store.next_task()
        self.letters: list[Got] = []
        self.kept_before = 0

    def play(self) -> None:
        """Go to where things stood, then say the words."""
        letter = self._stand()
        self.kept_before = len(self.office.shop.store.history(self.number))
        self._say(letter)
        self.letters = self.office.letters()

    # how things stood

    def _stand(self) -> Got:
        kind, _, without = self.row.at.partition(" without ")
        body = self.row.brief if without else f"{self.row.brief}\n{DUE}"
        owner, who = self.row.owner, self.row.contractor
        sender, to = _from(self.office, owner), f"tasks+{who}@example.com"
        self.office.mail(sender, to, f"Work {self.number}", body)
        begun = self.office.letters()
        return self._later(kind, _last(begun, "assignment"), _last(begun, "receipt"))

    def _later(self, kind: str, assignment: Got, receipt: Got) -> Got:
        if kind in {"assignment", "receipt"}:
            return assignment if kind == "assignment" else receipt
        if kind == "earlier":
            return self._answered(receipt, "due: Tuesday 9am", "due-changed")
        if kind == "proposal":
            return self._answered(assignment, self.row.lead or "eta: Friday 5pm", "proposal")
        if kind in {"reminder", "overdue", "late"}:
            return self._waited(kind)
        if kind in {"review", "approved", "sent-back", "handed in"}:
            return self._reviewed(kind, assignment)
        return self._asked(kind, assignment)

    def _reviewed(self, kind: str, assignment: Got) -> Got:
        review = self._answered(assignment, "done", "review")
        if kind in {"review", "handed in"}:
            return review if kind == "review" else assignment
        return self._answered(review, "approve" if kind == "approved" else self.row.lead, kind)

    def _asked(self, kind: str, assignment: Got) -> Got:
        lead = self.row.lead if kind in {"question", "owed", "digest"} else "question: which list?"
        question = self._answered(assignment, lead, "question")
        if kind in {"owed", "digest"}:
            return self._waited("owed-answer" if kind == "owed" else kind)
        if kind == "question":
            return question
        back = self._answered(question, self.row.lead, "relay" if kind == "answered" else "question")
        return back if kind in {"answered", "counter"} else self._answered(back, "The blue one.", "relay")

    def _answered(self, letter: Got, words: str, kind: str) -> Got:
        self.office.reply(letter, words)
        return _last(self.office.letters(), kind)

    def _waited(self, kind: str) -> Got:
        until = at(2026, 12, 4, 20)
        while self.office.now < until:
            found = self.office.pass_time(self.office.now + timedelta(hours=1), timedelta(hours=1))
            if any(letter.kind == kind for letter in found):
                return _last(found, kind)
        raise AssertionError(f"no {kind} came")

    def _say(self, letter: Got) -> None:
        words = self.row.words.replace("TAG", f"T-{self.number}")
        if self.row.manner == "inline":
            sender, subject = _from(self.office, self.row.speaker), f"Re: {letter.subject}"
            self.office.mail(sender, letter.reply_to, subject, words, answers=letter)
        elif self.row.manner == "reacts":
            kind = "multipart/alternative; boundary=v"
            self.office.mail(
                _from(self.office, self.row.speaker),
                letter.reply_to,
                f"Re: {letter.subject}",
                REACTION.format(words),
                answers=letter,
                media_type=kind,
            )
        else:
            self.office.reply(letter, words)

    # what followed

    @property
    def task(self) -> Task:
        task = self.office.shop.store.task(self.number)
        assert task is not None
        return task

    def wrong(self) -> list[str]:
        """The checks that do not hold."""
        return [check for check in self.row.checks if not self._holds(check)]

    def _holds(self, check: str) -> bool:
        word, _, rest = check.partition(" ")
        return bool(getattr(self, "_check_" + word.replace("-", "_"))(rest))

    def _check_stage(self, stage: str) -> bool:
        return self.task.stage.value == stage

    def _check_letters(self, wanted: str) -> bool:
        found = sorted(f"{_key(letter)}:{letter.kind}" for letter in self.letters)
        return found == ([] if wanted == "-" else sorted(wanted.split()))

    def _check_asks(self, person: str) -> bool:
        return any(_key(letter) == person for letter in self.letters)

    def _check_told(self, rest: str) -> bool:
        person, text = _quoted(rest)
        return any(_key(letter) == person and text in _flat(letter.text) for letter in self.letters)

    def _check_reads(self, rest: str) -> bool:
        kept = (f for f in self._events() if isinstance(f, e.WordsFiled) and f.for_digest)
        return self._check_told(rest) or any(_quoted(rest)[1] in _flat(f.text) for f in kept)

    def _check_never(self, rest: str) -> bool:
        person, text = _quoted(rest)
        quoted = f"> {text}" if len(text) < 4 else text
        return not any(_key(letter) == person and quoted in _flat(letter.text) for letter in self.letters)

    def _check_open(self, rest: str) -> bool:
        person, count = rest.split()
        return len([q for q in self.task.questions if q.by == person]) == int(count)

    def _check_note(self, rest: str) -> bool:
        return any(rest.strip('"') in _flat(f.text) for f in self._events() if isinstance(f, e.NoteKept))

    def _check_due(self, local: str) -> bool:
        return self.task.due is not None and self.task.due.local == local

    def _check_proposal(self, local: str) -> bool:
        proposal = self.task.proposal
        return proposal is None if local == "-" else proposal is not None and proposal.due.local == local

    def _check_turn(self, whose: str) -> bool:
        return turn(self.task) == whose

    def _check_progress(self, percent: str) -> bool:
        return self.task.progress == int(percent)

    def _check_bill(self, amount: str) -> bool:
        return [bill.amount for bill in self.task.bills] == [amount]

    def _check_brief_not(self, text: str) -> bool:
        return text.strip('"') not in self.task.brief

    def _events(self) -> list[object]:
        return [fact.event for fact in self.office.shop.store.history(self.number)[self.kept_before :]]


def _from(office: Office, key: str) -> str:
    person = office.shop.house.people[key]
    return f"{person.name} <{person.address}>"


def _key(letter: Got) -> str:
    return letter.to.partition("@")[0]


def _last(letters: list[Got], kind: str) -> Got:
    found = [letter for letter in letters if letter.kind == kind]
    assert found, [(letter.to, letter.kind) for letter in letters]
    return found[-1]


def _quoted(rest: str) -> tuple[str, str]:
    person, _, text = rest.partition(" ")
    return person, text.strip('"')


def _flat(text: str) -> str:
    return " ".join(text.replace("\n> ", " ").split())
