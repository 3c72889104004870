"""Plays a conversation that lies in a folder, and writes down what comes of it.

The mails of people lie there as files; our letters are compared as text with
what lies beside them. README.md in scripts/ tells how the files are named.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path

from tests.shell.office import OUR_SERVER, Got, Office

STEP = re.compile(r"(\d\d)-(in\.eml|clock\.txt)")
PLACE = re.compile(r"\{\{(reply-to|id|references|quoted):([a-z0-9-]+)\}\}")
TOKEN = re.compile(r"(?<=\+)([a-z]\d*-[a-z]+-\d+)-[a-z2-7]{16}(?=@)")
UNPROVEN = "no-proof.txt"  # in a folder: no server of these people says anything about its mail
NOT_SHOWN = ("mime-version", "content-type", "content-transfer-encoding")  # how, not what


@dataclass
class Play:
    """One conversation as it goes on. `letters` are ours by their name in the
    folder: kind-person, and -2 for the second of that name."""

    office: Office
    folder: Path
    letters: dict[str, Got] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    counted: Counter[str] = field(default_factory=Counter)

    def through(self) -> dict[str, str]:
        """Play all steps; the files that the folder should hold, with their text."""
        for path in sorted(self.folder.iterdir()):
            if step := STEP.fullmatch(path.name):
                self._step(step[1], path)
        self.written["end.txt"] = end_of(self.office)
        return self.written

    def _step(self, number: str, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".txt":
            self._keep(number, self.office.pass_time(datetime.fromisoformat(text.strip()).astimezone(UTC)))
            return
        raw = self.filled(text).replace("\n", "\r\n").encode()
        mail = message_from_bytes(raw)
        early = self.office.pass_time(parsedate_to_datetime(str(mail["Date"])).astimezone(UTC))
        names = [f"{letter.kind} to {letter.to}" for letter in early]
        assert not early, f"{path}: before this mail came {names}; put a clock step there"
        proven = not (self.folder / UNPROVEN).exists()
        self.office.mailroom.put(received(raw, str(mail["From"])) if proven else raw, self.office.now)
        self._keep(number, self.office.letters())

    def filled(self, text: str) -> str:
        """The text with each {{place}} filled from the letter that it names."""
        return PLACE.sub(lambda place: self._fill(place[1], self.named(place[2])), text)

    def named(self, name: str) -> Got:
        """A letter by its name; by the kind alone it is the newest of that kind."""
        found = [key for key in self.letters if key == name or self.letters[key].kind == name]
        assert found, f"there is no letter {name} yet; there are {', '.join(self.letters)}"
        return self.letters[found[-1]]

    @staticmethod
    def _fill(what: str, letter: Got) -> str:
        if what == "quoted":
            return "\n".join(f"> {line}".rstrip() for line in letter.text.rstrip().splitlines())
        return {"reply-to": letter.reply_to, "id": letter["Message-ID"], "references": letter["References"]}[
            what
        ]

    def _keep(self, number: str, letters: Sequence[Got]) -> None:
        for letter in sorted(letters, key=lambda x: (x.kind, x.to)):
            base = f"{letter.kind}-{letter.to.partition('@')[0]}"
            self.counted[base] += 1
            again = f"-{self.counted[base]}" if self.counted[base] > 1 else ""
            self.letters[base + again] = letter
        for name, letter in self.letters.items():
            if letter in letters:
                self.written[f"{number}-out-{name}.eml"] = self.shown(letter)

    def shown(self, letter: Got) -> str:
        """A letter as text that is the same in each run: headers and the text part,
        with names in the place of ids and tokens."""
        fields = [(n, v) for n, v in letter.message.items() if n.lower() not in NOT_SHOWN]
        head = "\n".join(f"{name}: {one_line(value)}" for name, value in fields)
        return self._named_ids(f"{head}\n\n{letter.text.rstrip()}\n")

    def _named_ids(self, text: str) -> str:
        for name, letter in self.letters.items():
            text = text.replace(letter["Message-ID"], f"{{{{id:{name}}}}}")
        text = re.sub(r"(?m)^(X-Handoff-Instance:) .*", r"\1 {{instance}}", text)
        return TOKEN.sub(r"\1-{{token}}", text)


def received(raw: bytes, sender: str) -> bytes:
    """A mail as our server keeps it: its own word for the sender on top."""
    domain = parseaddr(sender)[1].partition("@")[2]
    return f"Authentication-Results: {OUR_SERVER}; dmarc=pass header.from={domain}\r\n".encode() + raw


def one_line(value: str) -> str:
    return " ".join(str(make_header(decode_header(value))).split())


def end_of(office: Office) -> str:
    """How it ended: the tasks, and where each mail of people lies."""
    rows = [f"{task.tag} {task.state}: {task.title}" for task in office.shop.store.tasks()]
    for folder, mails in sorted(office.mailroom.folders.items()):
        ids = [str(message_from_bytes(mail.raw)["Message-ID"]) for mail in mails.values()]
        rows += [f"{folder}: {', '.join(ids)}"] if ids else []
    return "\n".join(rows) + "\n"
